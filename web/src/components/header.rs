//! The line at the top: the name, finding, the teaching week, and whether the words are safe.

use leptos::prelude::*;
use luoxuan::record::Term;

use super::search::SearchState;
use super::status::Status;
use crate::browser::clock;
use crate::i18n::common as c;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// What a term is called.
pub fn term_name(term: &Term, locale: Locale) -> String {
    fill(
        c::TERM_NAME.in_(locale.get()),
        &[("year", &term.year.unwrap_or_default()), ("number", &term.number)],
    )
}

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let finding = SearchState::here();
    let week = move || {
        notebook.of_surroundings(|index| {
            let (term, week) = index.week_of(clock::today())?;
            let name = term_name(term, locale);
            Some(fill(c::WEEK.in_(locale.get()), &[("n", &week), ("term", &name)]))
        })
    };
    view! {
        <header class="top">
            <a class="mark" href=move || here.link(View::Today)>
                <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
                    <path d="M13 13c0-1.6 2.4-1.6 2.4.6 0 3-4.9 3.4-5.6-.4-.8-4.6 5.6-6.9 8.9-3.2 3.6 4-.2 10.4-5.7 10.4C6 20.400 3.500 13 7 8"/>
                </svg>
                <span>{locale.say(c::APP)}</span>
            </a>
            <button type="button" class="find-button" on:click=move |_| finding.open() aria-keyshortcuts="Control+K">
                <span>{locale.say(c::FIND)}</span><kbd>"Ctrl K"</kbd>
            </button>
            <span class="week">{week}</span>
            <Status/>
        </header>
    }
}
