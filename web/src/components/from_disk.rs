//! What whoever opened the one file from a disk has to know once: where the words are, and who else can read them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::storage::journal;
use crate::i18n::Locale;
use crate::i18n::one_file as t;
use crate::keeping::Backup;
use crate::navigator::Navigator;
use crate::place::Book;
use crate::prefs::{store, stored};

/// The sentences.
pub fn told(locale: Locale) -> AnyView {
    view! {
        <p>{locale.say(t::WHERE)}</p>
        <p>{locale.say(t::MOVED)}</p>
        <p>{locale.say(t::READABLE)}</p>
    }
    .into_any()
}

/// Puts the cursor back where one writes.
fn write_on() {
    let found = document().query_selector("main .write textarea").ok().flatten();
    if let Some(area) = found.and_then(|area| area.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A box that does not take the cursor can be clicked.
        let _ = area.focus();
    }
}

/// Says it until somebody has seen it; a place that has no such mark yet is one at which the file was never opened.
#[component]
pub fn FromDisk() -> impl IntoView {
    let (locale, backup) = (Locale::here(), Backup::here());
    let own = untrack(|| Navigator::here().get().book) == Book::Own;
    let from_disk = window().location().protocol().as_deref() == Ok("file:");
    let mark = journal()
        .filter(|_| own && from_disk)
        .map(|id| format!("told:{id}"))
        .filter(|mark| stored(mark).is_none());
    let mark = RwSignal::new(mark);
    let seen = move |_| {
        if let Some(mark) = mark.try_update(Option::take).flatten() {
            store(&mark, "seen");
            write_on();
        }
    };
    move || {
        mark.with(Option::is_some).then(|| {
            view! {
                <section class="banner" aria-label=locale.say(t::TITLE)>
                    {told(locale)}
                    <p class="row">
                        <button type="button" on:click=move |_| backup.save()>{locale.say(t::COPY)}</button>
                        <button type="button" on:click=seen>{locale.say(t::SEEN)}</button>
                    </p>
                </section>
            }
        })
    }
}
