//! A term in its teaching weeks: what is due, what was done, where the spirals went on.

use std::collections::BTreeMap;

use leptos::prelude::*;
use luoxuan::kind::due;
use luoxuan::record::{Spiral, Term};
use luoxuan::{Date, RecordId};

use crate::browser::clock;
use crate::components::header::term_name;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{called, kinds, place_of};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// Something in a week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    day: Date,
    record: RecordId,
    /// What it is: the label of its kind, or of the day that is due.
    what: String,
    /// So many entries of a spiral.
    entries: usize,
}

fn events(notebook: Notebook, locale: Locale, first: Date, last: Date) -> BTreeMap<i32, Vec<Event>> {
    let (kinds, language) = (kinds(notebook), locale.get());
    notebook.of_all(|index| {
        let mut all = Vec::new();
        for kind in kinds.iter() {
            for head in kind.records(index).filter(|_| !kind.day_is_due()) {
                let day = kind.day_of(head.content()).filter(|day| (first..=last).contains(day));
                all.extend(day.map(|day| Event {
                    day,
                    record: head.record(),
                    what: kind.label(language).to_owned(),
                    entries: 0,
                }));
            }
        }
        let dues = due(&kinds, index, first, last).into_iter().filter(|it| it.day >= first);
        all.extend(dues.map(|it| {
            Event {
                day: it.day,
                record: it.record,
                what: it
                    .kind
                    .field(&it.field)
                    .map_or_else(String::new, |field| field.label(language).to_owned()),
                entries: 0,
            }
        }));
        for (id, _) in index.of_kind::<Spiral>() {
            let mut weeks: BTreeMap<i32, (Date, usize)> = BTreeMap::new();
            for day in index.days_of(id).filter(|day| (first..=last).contains(day)) {
                let week = weeks.entry(day.monday() - first.monday()).or_insert((day, 0));
                week.1 += 1;
            }
            all.extend(weeks.into_values().map(|(day, entries)| Event {
                day,
                record: id,
                what: String::new(),
                entries,
            }));
        }
        all.sort();
        let mut weeks: BTreeMap<i32, Vec<Event>> = BTreeMap::new();
        for event in all {
            weeks
                .entry((event.day.monday() - first.monday()) / 7 + 1)
                .or_default()
                .push(event);
        }
        weeks
    })
}

/// The weeks of the term that today lies in, or else the latest, in which there is something.
#[component]
pub fn TermView() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let chosen = Memo::new(move |_| {
        let today = clock::today();
        notebook.of_surroundings(|index| {
            let terms = index.terms();
            let with_days = || terms.iter().filter(|(_, term)| term.span().is_some());
            let now = with_days().find(|(_, term)| term.span().is_some_and(|span| span.contains(today)));
            now.or_else(|| with_days().next_back())
                .map(|(_, term)| Term::clone(term))
        })
    });
    let weeks = Memo::new(move |_| {
        let span = chosen.get()?.span()?;
        Some((span, events(notebook, locale, span.start, span.end)))
    });
    let row = move |event: Event| {
        let record = event.record;
        let what = move || {
            if event.entries > 0 {
                fill(t::WROTE.in_(locale.get()), &[("n", &event.entries)])
            } else {
                event.what.clone()
            }
        };
        view! {
            <li>
                <span class="when">{move || clock::day_text(event.day, locale.get())}</span> " "
                <a href=move || here.link(place_of(notebook, record))>{move || called(notebook, locale, record)}</a> " "
                <span class="soft">{what}</span>
            </li>
        }
    };
    let week = move |(number, events): (i32, Vec<Event>)| {
        view! {
            <section class="week-of-term">
                <h3>{move || fill(t::WEEK.in_(locale.get()), &[("n", &number)])}</h3>
                <ul class="plain">{events.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    };
    view! {
        <Show when=move || weeks.with(|weeks| weeks.as_ref().is_some_and(|(_, weeks)| !weeks.is_empty()))>
            <details class="about term-view">
                <summary>{move || chosen.get().map(|term| fill(t::WEEKS.in_(locale.get()), &[("term", &term_name(&term, locale))]))}</summary>
                {move || weeks.get().map(|(_, weeks)| weeks.into_iter().map(week).collect_view())}
            </details>
        </Show>
    }
}
