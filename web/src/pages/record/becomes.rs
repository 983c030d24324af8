//! Words of a record that become part of the spine: a problem, an action, a piece of evidence.

use leptos::prelude::*;
use luoxuan::record::{EvidenceKind, Privacy};
use luoxuan::{Entry, Evidence, Phase, RecordId};

use crate::browser::clock;
use crate::components::notices::Notices;
use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::item::{Item, place_of};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// What it becomes.
#[derive(Clone, Copy)]
enum To {
    Entry(Phase),
    Evidence,
}

/// Makes something of these words, in the spiral the record is linked with, and links it back.
fn make(item: Item, says: &str, to: To, notebook: Notebook) -> RecordId {
    let content = untrack(|| item.content()).unwrap_or_default();
    let kind = untrack(|| item.kind());
    let spiral = content.text("spiral").and_then(|id| id.parse().ok());
    let on = kind
        .as_ref()
        .and_then(|kind| kind.day_of(&content))
        .filter(|day| *day <= clock::now().date());
    let on = Some(on.unwrap_or_else(|| clock::now().date()));
    // What is for the teacher's eyes stays so.
    let own = kind.is_some_and(|kind| {
        kind.private
            || kind
                .fields
                .iter()
                .any(|field| field.private && content.text(&field.name).is_some_and(|text| text.trim() == says.trim()))
    });
    match to {
        To::Entry(phase) => {
            let mut entry = Entry {
                spiral,
                phase,
                happened_on: on,
                body: says.to_owned(),
                origin: Some(item.id),
                privacy: if own { Privacy::Own } else { Privacy::default() },
                ..Entry::default()
            };
            entry.begin(clock::now(), true);
            entry.happened_on = on;
            notebook.add(&entry)
        }
        To::Evidence => notebook.add(&Evidence {
            spiral,
            sort: EvidenceKind::Feedback,
            text: says.to_owned(),
            on,
            entries: vec![item.id],
            privacy: Privacy::Own,
            origin: Some(item.id),
            ..Evidence::default()
        }),
    }
}

/// A way to make something of these words.
#[component]
pub fn Becomes(
    /// The record they stand in.
    item: Item,
    /// The words.
    #[prop(into)]
    says: Signal<String>,
) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let open = RwSignal::new(false);
    let become_ = move |to: To| {
        open.set(false);
        let made = make(item, &says.get_untracked(), to, notebook);
        let language = locale.0.get_untracked();
        let to = untrack(|| here.link_now(place_of(notebook, made)));
        notices.leads(t::BECAME.in_(language), t::SEE.in_(language), to);
    };
    view! {
        <Show when=move || !says.read().trim().is_empty()>
            <details class="becomes" prop:open=move || open.get() on:toggle=move |event| open.set(crate::components::stands_open(&event))>
                <summary>{locale.say(t::BECOMES)}</summary>
                <p class="row">
                    <button type="button" on:click=move |_| become_(To::Entry(Phase::Problem))>{locale.say(t::TO_PROBLEM)}</button>
                    <button type="button" on:click=move |_| become_(To::Entry(Phase::Action))>{locale.say(t::TO_ACTION)}</button>
                    <button type="button" on:click=move |_| become_(To::Evidence)>{locale.say(t::TO_EVIDENCE)}</button>
                </p>
            </details>
        </Show>
    }
}
