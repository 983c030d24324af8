//! Whether the words are safe, in one line; trouble as a sentence with a way out.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;
use luoxuan::session::Assurance;

use crate::browser::clock;
use crate::browser::update::reload;
use crate::i18n::backup::{Way, age_words, trouble_text, trouble_words};
use crate::i18n::status as s;
use crate::i18n::{Locale, fill};
use crate::keeping::{Age, Backup};
use crate::later::{fetched, later};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// The line in the header.
#[component]
pub fn Status() -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let (status, whole) = (notebook.keeper().status(), notebook.keeper().is_whole());
    let kept = move || {
        let language = locale.get();
        match status.read().assurance() {
            Assurance::InTrouble => String::new(),
            Assurance::Waiting => s::WRITING.in_(language).to_owned(),
            Assurance::Kept(at) => fill(s::KEPT_AT.in_(language), &[("time", &clock::time_text(at))]),
            // Nobody knows before all has been read, and it is not so if some of it is gone.
            Assurance::Unwritten if !whole.get() => String::new(),
            Assurance::Unwritten => s::READY.in_(language).to_owned(),
        }
    };
    view! {
        <span class="kept">
            // Said once a text, not at every key, to those who listen.
            <span class="ok" data-kept="">{kept}</span>
            {fetched(safety(()))}
        </span>
    }
}

/// How old the last copy outside is, and what stands between a word and the disk.
#[component]
pub fn Safety() -> impl IntoView {
    let (locale, here, notebook, backup) = (Locale::here(), Navigator::here(), Notebook::here(), Backup::here());
    let status = notebook.keeper().status();
    let trouble = Memo::new(move |_| status.read().trouble.clone());
    view! {
        {move || {
            let age = backup.age();
            // A link without words is nothing to a screen reader.
            (age != Age::Empty).then(|| view! {
                <a class=age.colour() href=move || here.link(View::Settings)>{move || age_words(age, locale)}</a>
            })
        }}
        {move || trouble.get().map(|trouble| {
            let (_, way) = trouble_words(&trouble);
            view! {
                <div class="trouble" role="alert">
                    <p>{move || trouble_text(&trouble, locale)}</p>
                    <button type="button" on:click=move |_| match way {
                        Way::Export => backup.save(),
                        Way::Reload => reload(),
                    }>{locale.say(way.words())}</button>
                </div>
            }
        })}
    }
}

later! {
    /// How old the last copy is, and trouble, once it is here.
    pub fn safety(_none: ()) -> AnyView {
        Safety().into_any()
    }
}
