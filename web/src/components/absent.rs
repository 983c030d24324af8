//! What stands in place of a record that is not to be seen: on its way, in the trash, or not here.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::{RecordId, State};

use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::notebook::Notebook;

/// Says where a record is that cannot be shown, with the way back out of the trash.
pub fn absent(id: RecordId) -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let trashed = Memo::new(move |_| {
        let heads = notebook.heads(id);
        !heads.is_empty() && heads.iter().all(|head| head.state() == State::Trashed)
    });
    view! {
        <p class="soft" role="status">{move || {
            let words = if notebook.loading() { c::LOADING } else if trashed.get() { f::IN_TRASH } else { c::NOT_FOUND };
            words.in_(locale.get())
        }}</p>
        <Show when=move || trashed.get()>
            <button type="button" on:click=move |_| notebook.restore(id)>{locale.say(f::PUT_BACK)}</button>
        </Show>
    }
    .into_any()
}

/// What a list says that has nothing in it, once the journal is loaded: until then nobody knows.
#[component]
pub fn Nothing(
    /// The sentence.
    words: Words,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    view! { <Show when=move || !notebook.loading()><p class="soft">{locale.say(words)}</p></Show> }
}
