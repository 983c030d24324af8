//! School terms: the calendar teaching weeks are counted from.

use leptos::prelude::*;
use luoxuan::record::Term;
use luoxuan::{Date, RecordId};

use crate::browser::clock;
use crate::components::field::{half_typed, line};
use crate::components::header::term_name;
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::components::select::{Named, Select};
use crate::i18n::common as c;
use crate::i18n::settings as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

const NUMBERS: [Named; 3] = [("1", t::FIRST), ("2", t::SECOND), ("3", t::THIRD)];

/// The words of [`NUMBERS`]; none for a term without a number.
fn number_word(number: u8) -> &'static str {
    NUMBERS
        .get(usize::from(number).wrapping_sub(1))
        .map_or("", |(word, _)| word)
}

/// The term to offer: the one of this day, or the next that is not there yet, with the days most
/// schools in China teach: September to January, mid-February to June.
fn offered(today: Date, there: &[(Option<i32>, u8)]) -> Term {
    let (year, month, _) = today.ymd();
    let (mut year, mut number) = match month {
        1 => (year - 1, 1),
        2..=6 => (year - 1, 2),
        _ => (year, 1),
    };
    while there.contains(&(Some(year), number)) {
        (year, number) = if number == 1 { (year, 2) } else { (year + 1, 1) };
    }
    let (start, end) = if number == 1 {
        (Date::new(year, 9, 1), Date::new(year + 1, 1, 31))
    } else {
        (Date::new(year + 1, 2, 15), Date::new(year + 1, 6, 30))
    };
    Term {
        year: Some(year),
        number,
        start,
        end,
        ..Term::default()
    }
}

pub(super) fn terms() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let all = move || {
        notebook.of_surroundings(|index| {
            let terms = index.terms().into_iter();
            terms
                .map(|(id, term)| (id, (term.year, term.number)))
                .collect::<Vec<_>>()
        })
    };
    let offer = move || {
        let there: Vec<_> = all().into_iter().map(|(_, term)| term).collect();
        offered(clock::today(), &there)
    };
    let offer_words = move || {
        let (term, language) = (offer(), locale.get());
        let day = |day: Option<Date>| day.map(|day| clock::day_text(day, language)).unwrap_or_default();
        let values = (term_name(&term, locale), day(term.start), day(term.end));
        fill(
            t::ADD_TERM.in_(language),
            &[("term", &values.0), ("start", &values.1), ("end", &values.2)],
        )
    };
    view! {
        <section>
            <h2>{locale.say(t::TERMS)}</h2>
            <p class="soft">{locale.say(t::TERMS_WHY)}</p>
            <For each=all key=|(id, _)| *id let((id, _))>{term_fields(id)}</For>
            <button type="button" on:click=move |_| { notebook.add(&untrack(offer)); }>{offer_words}</button>
        </section>
    }
    .into_any()
}

fn term_fields(id: RecordId) -> AnyView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let term = move || {
        notebook.of_surroundings(|index| {
            let found = index.terms().into_iter().find(|(known, _)| *known == id);
            found.map(|(_, term)| term.clone()).unwrap_or_default()
        })
    };
    let change = move |change: &dyn Fn(&mut Term)| {
        let mut term = untrack(term);
        change(&mut term);
        notebook.write(id, &term);
    };
    let remove = move |_| {
        let undo = notebook.trash(id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
    };
    let day = move |label, part: fn(&mut Term) -> &mut Option<Date>| {
        line(
            move || Some(id),
            label,
            "date",
            Signal::derive(move || part(&mut term()).map(|day| day.to_string()).unwrap_or_default()),
            move |text| {
                if !half_typed(&text) {
                    change(&|term| *part(term) = text.parse().ok());
                }
            },
        )
    };
    view! {
        <fieldset>
            <legend>{move || term_name(&term(), locale)}</legend>
            <Editable of=Signal::derive(move || Some(id))>
            <div class="grid">
                {line(
                    move || Some(id),
                    t::YEAR,
                    "number",
                    Signal::derive(move || term().year.map(|year| year.to_string()).unwrap_or_default()),
                    move |text| {
                        let year = text.trim().parse().ok().filter(|year| (1900..=9999).contains(year));
                        if year.is_some() || text.trim().is_empty() {
                            change(&|term| term.year = year);
                        }
                    },
                )}
                <Select label=t::NUMBER options=NUMBERS.to_vec() value=Signal::derive(move || number_word(term().number))
                    on_change=move |word: String| change(&|term| term.number = word.parse().unwrap_or_default())/>
                {day(t::START, |term| &mut term.start)}
                {day(t::END, |term| &mut term.end)}
            </div>
            <p class="row"><span class="soft">{move || weeks(&term(), locale)}</span>
                <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button></p>
            </Editable>
        </fieldset>
    }
    .into_any()
}

/// How many weeks a term has, and which of them this is.
fn weeks(term: &Term, locale: Locale) -> String {
    let language = locale.get();
    let (Some(start), Some(end)) = (term.start, term.end) else {
        return String::new();
    };
    let Some(span) = term.span().filter(|_| start <= end) else {
        return t::ORDER.in_(language).into();
    };
    match span.week_of(clock::today()) {
        Some(week) => fill(t::WEEK_NOW.in_(language), &[("n", &week), ("all", &span.weeks())]),
        None => fill(t::WEEKS.in_(language), &[("n", &span.weeks())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn day(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[wasm_bindgen_test]
    fn the_term_of_the_day_is_offered_and_then_the_one_after() {
        for (today, year, number, start) in [
            ("2026-11-24", 2026, 1, "2026-09-01"),
            ("2027-01-20", 2026, 1, "2026-09-01"),
            ("2027-02-03", 2026, 2, "2027-02-15"),
            ("2027-06-30", 2026, 2, "2027-02-15"),
            ("2027-07-15", 2027, 1, "2027-09-01"),
        ] {
            let term = offered(day(today), &[]);
            assert_eq!(
                (term.year, term.number, term.start),
                (Some(year), number, Some(day(start)))
            );
        }
        let there = [(Some(2026), 1), (Some(2026), 2)];
        let next = offered(day("2026-11-24"), &there);
        assert_eq!(
            (next.year, next.number, next.end),
            (Some(2027), 1, Some(day("2028-01-31")))
        );
    }
}
