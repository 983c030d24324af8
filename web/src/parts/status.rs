//! Whether the words are safe, in one line; trouble as a sentence with a way out.

use leptos::prelude::*;

use crate::browser::clock;
use crate::i18n::status as s;
use crate::i18n::{Tongue, fill};
use crate::notebook::Notebook;

/// The line in the header.
#[component]
pub fn Status() -> impl IntoView {
    let (tongue, notebook) = (Tongue::here(), Notebook::here());
    let status = notebook.keeper().status();
    let kept = move || {
        let language = tongue.get();
        let status = status.read();
        match (&status.trouble, status.waiting, status.kept) {
            (Some(_), ..) => String::new(),
            (None, Some(_), _) => s::WRITING.in_(language).to_owned(),
            (None, None, Some(moment)) => fill(
                s::KEPT_AT.in_(language),
                &[("time", &clock::time_text(moment, language))],
            ),
            (None, None, None) => s::READY.in_(language).to_owned(),
        }
    };
    view! {
        <span class="kept">
            <span class="ok" role="status" aria-live="off">{kept}</span>
        </span>
    }
}
