//! What is due in the next two weeks, on 今天.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan::kind::{Due, calendar, due};

use crate::browser::{clock, files};
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{called, kinds};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// So many days ahead.
const AHEAD: i32 = 14;

fn when(days: i32, language: Language) -> String {
    match days {
        0 => t::DUE_TODAY.in_(language).to_owned(),
        1.. => fill(t::DUE_IN.in_(language), &[("n", &days)]),
        _ => fill(t::DUE_PAST.in_(language), &[("n", &days.unsigned_abs())]),
    }
}

/// What is to come as a calendar for a telephone.
pub fn save_calendar(notebook: Notebook, locale: Locale) {
    let (language, now) = (locale.0.get_untracked(), clock::now());
    let kinds = untrack(|| kinds(notebook));
    let file = untrack(|| notebook.of_surroundings(|index| calendar(&kinds, index, now, language)));
    let name = format!("{}-{}.ics", t::CALENDAR_FILE.in_(language), now.date());
    // A browser that refuses has said so itself.
    let _ = files::download(&name, "text/calendar;charset=utf-8", file.as_bytes());
}

/// The list; nothing if nothing is due.
#[component]
pub fn DueList() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        let (kinds, today) = (kinds(notebook), clock::today());
        notebook.of_surroundings(|index| due(&kinds, index, today, today.plus_days(AHEAD)))
    });
    let row = move |it: Due| {
        let field = it.kind.field(&it.field).cloned().unwrap_or_default();
        let record = it.record;
        view! {
            <li class:late=move || it.day < clock::today()>
                <span class="when">{move || clock::day_text(it.day, locale.get())}</span> " "
                <a href=move || here.link(View::Record(record))>{move || called(notebook, locale, record)}</a> " "
                <span class="soft">{move || format!("{} · {}", field.label(locale.get()), when(it.day - clock::today(), locale.get()))}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="due">
                <h2>{locale.say(t::DUE)}</h2>
                <ul class="plain">{move || all.get().into_iter().map(row).collect_view()}</ul>
                <p class="actions"><button type="button" class="quiet" on:click=move |_| save_calendar(notebook, locale)>{locale.say(t::CALENDAR)}</button></p>
            </section>
        </Show>
    }
}
