//! What is due in the next two weeks, on 今天.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan::kind::{Due, due};

use crate::app::Here;
use crate::browser::clock;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{called, kinds};
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

/// The list; nothing if nothing is due.
#[component]
pub fn DueList() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
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
            </section>
        </Show>
    }
}
