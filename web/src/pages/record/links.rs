//! What a record is linked with: what names it, and what can be begun from it.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::record::Kind;
use luoxuan::{RecordId, Spiral};

use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{Item, called, kinds, place_of, what};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// The records that name this one, and a button for each kind that can.
pub fn links(item: Item, kind: &Arc<Kind>) -> AnyView {
    let locale = Locale::here();
    let spiral = (kind.word() == "vehicle").then(|| spiral_to_begin(item));
    view! {
        <section class="list">
            <h2>{locale.say(t::LINKED)}</h2>
            {named_by(item)}
            <p class="row">
                {spiral}
                {records_to_begin(item, kind)}
            </p>
        </section>
    }
    .into_any()
}

/// The records that name it, by their days.
fn named_by(item: Item) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        notebook.of_all(|index| {
            let mut all: Vec<_> = index.named_by(item.id).into_iter().map(|(_, id)| id).collect();
            all.sort_by_key(|id| (index.day_of(*id), *id));
            all.dedup();
            all
        })
    });
    let row = move |id: RecordId| {
        let what = move || {
            let content = notebook.head(id).map(|head| head.content().clone()).unwrap_or_default();
            what(notebook, locale, &content)
        };
        view! {
            <li><span class="badge">{what}</span> " "
                <a href=move || here.link(place_of(notebook, id))>{move || called(notebook, locale, id)}</a></li>
        }
    };
    view! { <ul class="plain"><For each=move || all.get() key=|id| *id let(id)>{row(id)}</For></ul> }.into_any()
}

/// A contest has entries, an entry coaching, a topic meetings: whatever kind has a field for such a record.
fn records_to_begin(item: Item, kind: &Arc<Kind>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let begun = {
        let mine = kind.clone();
        Memo::new(move |_| {
            let names = [mine.name.clone(), mine.word().to_owned()];
            let all = kinds(notebook);
            let takes = |kind: &Arc<Kind>| {
                let field = kind
                    .fields
                    .iter()
                    .find(|field| kind.again.link != field.name && field.to.iter().any(|to| names.contains(to)))?;
                Some((kind.clone(), field.name.clone()))
            };
            all.iter().filter_map(takes).collect::<Vec<_>>()
        })
    };
    let begin = move |(kind, field): (Arc<Kind>, String)| {
        let says = untrack(|| item.content()).unwrap_or_default();
        here.go(View::Record(
            notebook.add_content(kind.begun_from(&field, item.id, &says)),
        ));
    };
    let button = move |it: (Arc<Kind>, String)| {
        let kind = it.0.clone();
        view! { <button type="button" on:click=move |_| begin(it.clone())>{move || fill(t::ADD_LINKED.in_(locale.get()), &[("kind", &kind.label(locale.get()))])}</button> }
    };
    (move || begun.get().into_iter().map(button).collect_view()).into_any()
}

/// What is worked for may have a spiral of its own.
fn spiral_to_begin(item: Item) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let begin = move |_| {
        let title = untrack(|| called(notebook, locale, item.id));
        let spiral = Spiral {
            title,
            vehicle: Some(item.id),
            ..Spiral::default()
        };
        here.go_and_write(View::Spiral(notebook.add(&spiral), None));
    };
    view! { <button type="button" class="main" on:click=begin>{move || fill(t::ADD_LINKED.in_(locale.get()), &[("kind", &t::SPIRAL.in_(locale.get()))])}</button> }
        .into_any()
}
