//! What of a record goes to the group leader, as the leader will read it.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Language, form};
use luoxuan::draft::sections_of;
use luoxuan::record::Kind;
use luoxuan::share::held_passages;
use luoxuan::{Content, Document, Entry, RecordId, Spiral};

use crate::components::entry_card::entry_text;
use crate::components::fields::fields_of;
use crate::components::prose::Prose;
use crate::i18n::group as t;
use crate::i18n::records as r;
use crate::i18n::{Locale, fill};
use crate::item::kinds;
use crate::notebook::Notebook;

/// What the file says of it. Tracked.
pub(super) fn as_read(notebook: Notebook, id: RecordId, content: &Content, locale: Locale) -> AnyView {
    if let Some(entry) = content.read::<Entry>() {
        entry_text(&entry, locale)
    } else if let Some(spiral) = content.read::<Spiral>() {
        as_spiral(&spiral, locale)
    } else if let Some(kind) = content.read::<Kind>() {
        as_kind(&kind, locale)
    } else if let Some(text) = content.read::<Document>() {
        let held = notebook.of_all(|index| held_passages(index, id));
        let held = (held > 0).then(|| view! { <p class="hint">{fill(t::HELD.in_(locale.get()), &[("n", &held)])}</p> });
        view! { {held} {as_text(&text, locale)} }.into_any()
    } else {
        as_fields(notebook, content, locale)
    }
}

/// A text as it was handed over: its sections in the order of its form, each with its passages.
pub(super) fn as_text(text: &Document, locale: Locale) -> AnyView {
    let language = locale.get();
    let template = form(text.text_type).template(language);
    let sections = sections_of(text, &template, language).into_iter();
    let sections = sections
        .filter(|(_, _, passages)| !passages.is_empty())
        .map(|(_, heading, passages)| {
            let passages = passages
                .iter()
                .map(|passage| view! { <Prose text=passage.text.clone()/> })
                .collect_view();
            view! { <h4>{heading.to_owned()}</h4> {passages} }
        });
    let summary = (!text.summary.trim().is_empty()).then(|| view! { <Prose text=text.summary.clone()/> });
    view! {
        <p class="soft">{text.text_type.label().in_(language)}</p>
        {summary}
        {sections.collect_view()}
    }
    .into_any()
}

/// What a school's own kind asks for.
fn as_kind(kind: &Kind, locale: Locale) -> AnyView {
    let language = locale.get();
    let fields = kind.fields.iter().map(|field| field.label(language));
    let stages = kind.stages.iter().map(|stage| stage.label(language));
    let all: Vec<&str> = fields.chain(stages).collect();
    all.join(if language == Language::En { ", " } else { "、" }).into_any()
}

fn as_spiral(spiral: &Spiral, locale: Locale) -> AnyView {
    let state = spiral.state.label().in_(locale.get());
    let said = [spiral.title.as_str(), spiral.subject.as_str(), state];
    let said: Vec<&str> = said.into_iter().filter(|said| !said.trim().is_empty()).collect();
    said.join(if locale.get() == Language::En { ", " } else { "，" })
        .into_any()
}

fn as_fields(notebook: Notebook, content: &Content, locale: Locale) -> AnyView {
    let kinds = kinds(notebook);
    let Some(kind) = kinds.of_content(content) else {
        return fields_of(content, locale);
    };
    let (said, language) = (content.to_json(), locale.get());
    let name = |id: &str| {
        let id = id.parse::<RecordId>().ok();
        id.map(|id| crate::item::called(notebook, locale, id))
            .unwrap_or_default()
    };
    let rows = kind.fields.iter().filter_map(|field| {
        let text = field.show(said.get(&field.name)?, language, &name);
        Some(view! { <dt class="soft">{field.label(language).to_owned()}</dt><dd>{text}</dd> })
    });
    let stage = kind.stage_of(content).map(|stage| {
        view! { <dt class="soft">{r::STAGE.in_(language)}</dt><dd>{stage.label(language).to_owned()}</dd> }
    });
    view! { <dl class="fields">{rows.collect_view()} {stage}</dl> }.into_any()
}
