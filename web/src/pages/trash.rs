//! The trash: everything in it is whole and can be put back. Erasing for good asks once.

use leptos::html::Dialog;
use leptos::prelude::*;
use luoxuan::text::excerpt;
use luoxuan::{Entry, Evidence, Measure, RecordId, Revision, Spiral};

use crate::browser::clock;
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::i18n::{Tongue, fill};
use crate::notebook::Notebook;

/// What to call a record of any kind, by its own words.
pub fn name_of(revision: &Revision) -> String {
    let content = revision.content();
    let words = content
        .read::<Entry>()
        .map(|entry| entry.words().collect::<Vec<_>>().join(" "))
        .or_else(|| content.read::<Spiral>().map(|spiral| spiral.title))
        .or_else(|| {
            content
                .read::<Evidence>()
                .map(|evidence| format!("{} {}", evidence.caption, evidence.text))
        })
        .or_else(|| {
            content
                .read::<Measure>()
                .and_then(|measure| Some(format!("{} {}", measure.value()?, measure.note)))
        })
        .unwrap_or_default();
    let name = excerpt(&words, 60);
    if name.trim().is_empty() {
        content.kind().to_owned()
    } else {
        name
    }
}

/// The page.
#[component]
pub fn TrashPage() -> impl IntoView {
    let (tongue, notebook) = (Tongue::here(), Notebook::here());
    let dialog = NodeRef::<Dialog>::new();
    let asked = RwSignal::new(None::<(RecordId, String)>);
    let ask = move |id: RecordId, name: String| {
        asked.set(Some((id, name)));
        if let Some(dialog) = dialog.get_untracked() {
            // A dialog that is open already stays open.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let erase = move |_| {
        if let Some((id, _)) = asked.get_untracked() {
            notebook.erase(id);
        }
        close();
    };
    let row = move |revision: &Revision| {
        let (id, at, name) = (revision.record(), revision.at(), name_of(revision));
        let shown = name.clone();
        view! {
            <li>
                <span>{shown}</span>
                <span class="when">{move || fill(f::TRASHED_ON.in_(tongue.get()), &[("when", &clock::moment_text(at, tongue.get()))])}</span>
                <span class="row actions">
                    <button type="button" on:click=move |_| notebook.restore(id)>{tongue.say(f::PUT_BACK)}</button>
                    <button type="button" class="quiet" on:click=move |_| ask(id, name.clone())>{tongue.say(f::ERASE)}</button>
                </span>
            </li>
        }
    };
    view! {
        <h1>{tongue.say(c::TRASH)}</h1>
        <p class="soft">{tongue.say(f::TRASH_NOTE)}</p>
        {move || {
            let trashed = notebook.trashed();
            if trashed.is_empty() {
                view! { <p class="empty">{tongue.say(f::TRASH_EMPTY)}</p> }.into_any()
            } else {
                view! { <ul class="plain trash">{trashed.iter().map(|revision| row(revision)).collect_view()}</ul> }.into_any()
            }
        }}
        <dialog node_ref=dialog aria-label=tongue.say(f::ERASE)>
            <p>{move || fill(f::ERASE_ASK.in_(tongue.get()), &[("name", &asked.get().map(|(_, name)| name).unwrap_or_default())])}</p>
            <div class="row">
                <button type="button" autofocus on:click=move |_| close()>{tongue.say(c::CANCEL)}</button>
                <button type="button" on:click=erase>{tongue.say(f::ERASE)}</button>
            </div>
        </dialog>
    }
}
