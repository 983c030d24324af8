//! Words that another program shared with the page: shown, and kept as an entry only when the person says so, because any
//! link can bring some.

use leptos::prelude::*;
use luoxuan::Entry;
use luoxuan::record::Phase;

use crate::browser::{clock, share};
use crate::here::Here;
use crate::i18n::Locale;
use crate::i18n::shared as t;
use crate::notebook::Notebook;
use crate::place::{Book, View};

/// The words and what to do with them.
#[component]
pub fn Shared() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
    let own = untrack(|| here.get().book) == Book::Own;
    let came = RwSignal::new(share::came().filter(|_| own));
    let settle = move || {
        share::settle();
        came.try_update(Option::take).flatten()
    };
    let keep = move |_| {
        let Some(body) = settle() else { return };
        let now = clock::now();
        let id = notebook.add(&Entry {
            phase: Phase::Note,
            happened_on: Some(now.date()),
            written: Some(now),
            body,
            ..Entry::default()
        });
        here.go(View::Entry(id));
    };
    move || {
        came.get().map(|words| {
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> });
            view! {
                <section class="banner" aria-label=locale.say(t::SHARED)>
                    <p>{locale.say(t::SHARED)}</p>
                    <blockquote>{lines.collect_view()}</blockquote>
                    <p class="row">
                        <button type="button" on:click=keep>{locale.say(t::KEEP)}</button>
                        <button type="button" on:click=move |_| { settle(); }>{locale.say(t::LEAVE)}</button>
                    </p>
                </section>
            }
        })
    }
}
