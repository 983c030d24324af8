//! A record by its fields: what is shown of one whose kind has no view of its own, or that nobody here knows.

use std::borrow::Cow;

use leptos::prelude::*;
use luoxuan::catalog::{key, kind};
use luoxuan::text::excerpt;
use luoxuan::{Content, Entry, Evidence, Measure};
use serde_json::{Map, Value};

use crate::i18n::Locale;
use crate::i18n::find as f;

/// So many objects within one another are taken apart; what lies deeper is shown as it is written.
const DEEPEST: usize = 4;

/// Where a record has what it is called, of whatever kind it is.
const NAMES: [&str; 6] = ["title", "name", "caption", "text", "body", "note"];

/// What to call a record of any kind, by its own words; empty if it has none.
pub fn name_of(content: &Content) -> String {
    let says = |name: &str| content.text(name).filter(|text| !text.trim().is_empty());
    let entry = content
        .read::<Entry>()
        .map(|entry| entry.words().collect::<Vec<_>>().join(" "));
    let evidence = || {
        content
            .read::<Evidence>()
            .map(|it| format!("{} {}", it.caption, it.text))
    };
    let measure = || {
        content
            .read::<Measure>()
            .and_then(|it| Some(format!("{} {}", it.value()?, it.note)))
    };
    let named = || NAMES.into_iter().find_map(says).map(Cow::into_owned);
    let words = entry
        .or_else(evidence)
        .or_else(measure)
        .or_else(named)
        .unwrap_or_default();
    excerpt(&words, 60).trim().to_owned()
}

/// What a kind is called; one that nobody here knows by its own name.
pub fn kind_name(content: &Content, locale: Locale) -> String {
    let name = content.kind();
    match kind(&name) {
        Some(words) => words.in_(locale.get()).to_owned(),
        None if name.trim().is_empty() => f::SOMETHING.in_(locale.get()).to_owned(),
        None => name.into_owned(),
    }
}

/// All fields of a content, each with its name.
pub fn fields_of(content: &Content, locale: Locale) -> AnyView {
    let mut fields = content.to_json();
    fields.remove("kind");
    list(fields, DEEPEST, locale)
}

fn list(fields: Map<String, Value>, deepest: usize, locale: Locale) -> AnyView {
    let rows = fields.into_iter().map(|(name, value)| {
        let label = move || key(&name).map_or_else(|| name.clone(), |words| words.in_(locale.get()).to_owned());
        view! { <dt class="soft">{label}</dt><dd>{said(value, deepest, locale)}</dd> }
    });
    view! { <dl class="fields">{rows.collect_view()}</dl> }.into_any()
}

/// A value: words as they are, a list item by item, an object by its fields.
fn said(value: Value, deepest: usize, locale: Locale) -> AnyView {
    match value {
        Value::String(text) => text.into_any(),
        Value::Object(fields) if deepest > 0 => list(fields, deepest - 1, locale),
        Value::Array(items) if deepest > 0 && items.iter().any(|item| item.is_string() || item.is_object()) => {
            let items = items
                .into_iter()
                .map(|item| view! { <li>{said(item, deepest - 1, locale)}</li> });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        other => other.to_string().into_any(),
    }
}
