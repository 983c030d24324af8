//! 文稿: every text by how far it has come, choosing what to make of a spiral, surveys, and what went where.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::{DocumentState, Survey};
use luoxuan::{Document, RecordId, draft};

mod chooser;
mod reuse;

use chooser::Chooser;
use reuse::ReuseMap;

use crate::components::absent::Nothing;
use crate::i18n::common as c;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

/// What a text is called in lists.
pub fn title_of(document: &Document, locale: Locale) -> String {
    match document.title.trim() {
        "" => t::UNTITLED.in_(locale.get()).into(),
        title => title.into(),
    }
}

/// The page.
#[component]
pub fn TextsPage(
    /// The spiral to make a text of.
    spiral: Option<RecordId>,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let choosing = RwSignal::new(spiral.is_some());
    let all = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let mut all: Vec<_> = index
                .of_kind::<Document>()
                .map(|(id, document)| (document.state, id))
                .collect();
            all.sort_unstable();
            all
        })
    });
    let settled = move || !notebook.loading();
    let group = move |state: DocumentState| {
        let ids = move || {
            all.with(|all| {
                all.iter()
                    .filter(|(known, _)| *known == state)
                    .map(|(_, id)| *id)
                    .collect::<Vec<_>>()
            })
        };
        view! {
            <Show when=move || all.with(|all| all.iter().any(|(known, _)| *known == state))>
                <section class="list">
                    <h2>{move || state.label().in_(locale.get())}</h2>
                    <ul class="plain">{move || ids().into_iter().map(|id| view! { <TextRow id/> }).collect_view()}</ul>
                </section>
            </Show>
        }
    };
    view! {
        <div class="row">
            <h1>{locale.say(c::TEXTS)}</h1>
            <button type="button" class="main" aria-expanded=move || choosing.get().to_string() on:click=move |_| choosing.update(|open| *open = !*open)>{locale.say(t::NEW_TEXT)}</button>
        </div>
        <Show when=move || notebook.loading()><p class="soft" role="status">{locale.say(c::LOADING)}</p></Show>
        <Show when=move || settled() && (choosing.get() || all.read().is_empty())>
            <Show when=move || all.read().is_empty()><p class="soft">{locale.say(t::TEXTS_EMPTY)}</p></Show>
            <Chooser spiral/>
        </Show>
        {DocumentState::ALL.iter().map(|state| group(*state)).collect_view()}
        {surveys(spiral)}
        <ReuseMap/>
    }
}

/// The surveys, and the way to a new one of this spiral.
fn surveys(spiral: Option<RecordId>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            index
                .of_kind::<Survey>()
                .map(|(id, survey)| (id, survey.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let begin = move |_| {
        here.go(View::Survey(notebook.add(&Survey {
            spiral,
            ..Survey::default()
        })));
    };
    view! {
        <section class="list">
            <div class="row">
                <h2>{locale.say(v::SURVEYS)}</h2>
                <button type="button" on:click=begin>{locale.say(v::NEW_SURVEY)}</button>
            </div>
            <Show when=move || !all.read().is_empty() fallback=move || view! { <Nothing words=v::SURVEYS_EMPTY/> }>
                <ul class="plain">{move || all.get().into_iter().map(|(id, title)| view! {
                    <li><a href=here.link(View::Survey(id))>{if title.trim().is_empty() { v::UNTITLED.in_(locale.get()).to_owned() } else { title }}</a></li>
                }).collect_view()}</ul>
            </Show>
        </section>
    }
    .into_any()
}

/// One text of the list: its title, its form, how long it is.
#[component]
fn TextRow(id: RecordId) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let facts = move || {
        notebook.of_record(id, |index| {
            let document = index.document(id)?;
            let form = draft::template_of(document, index, locale.get());
            let words = draft::length(document, &form, locale.get()).body;
            let long = fill(t::WORDS.in_(locale.get()), &[("n", &words)]);
            Some((title_of(document, locale), format!("{} · {long}", form.name)))
        })
    };
    view! {
        <li>{move || facts().map(|(title, standing)| view! {
            <a href=here.link(View::Text(id, Tab::Write))>{title}</a>
            <span class="soft">{standing}</span>
        })}</li>
    }
}
