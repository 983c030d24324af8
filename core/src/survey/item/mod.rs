//! One item as sentence, table and chart.

mod bands;
mod counts;
mod points;
mod voices;

use std::collections::BTreeMap;

use super::finding::{SurveyResult, capital};
use super::numbers::Numbers;
use super::open::quotes;
use super::scale::Scale;
use super::table::say;
use super::tally::{Tally, numbers};
use crate::catalog::{Language, Words, words::survey::said};
use crate::chart::Chart;
use crate::record::{Item, ItemKind, Survey};

/// What an item came to; `None` if nothing was counted.
pub(super) fn finding(survey: &Survey, name: &str, item: &Item, language: Language) -> Option<SurveyResult> {
    let told = Told {
        item,
        quotes: quotes(survey, name),
        language,
    };
    let part = match item.sort {
        ItemKind::Number => {
            let numbers = Numbers::of(&numbers(survey, name, item), &item.bands)?;
            told.numbers(&numbers)
        }
        ItemKind::Likert5 | ItemKind::Likert4 => {
            let tally = Tally::of(survey, name, item, language)?;
            let counts: Vec<u64> = tally.choices.iter().map(|choice| choice.count).collect();
            told.scale(&tally, &Scale::of(&counts, item.reversed)?)
        }
        ItemKind::Single | ItemKind::Multiple | ItemKind::Open => {
            let tally = Tally::of(survey, name, item, language)?;
            if tally.ticks() == 0 {
                return None;
            }
            told.counts(&tally)
        }
    };
    Some(SurveyResult {
        part: format!("item:{name}"),
        called: item.called().into(),
        headline: capital(part.headline, language),
        sentence: capital(part.sentence + &say(said::STOP, language, &[]), language),
        quotes: part.quotes,
        brief: part.brief,
        table: part.table,
        chart: part.chart,
        people: part.people,
        weight: part.weight,
    })
}

/// What an item came to, before it is closed as a sentence.
struct Part {
    headline: String,
    sentence: String,
    quotes: String,
    brief: String,
    table: String,
    chart: Option<Chart>,
    people: u64,
    weight: u64,
}

/// An item in a language. What it says is told by its kind: `counts`, `points`, `bands`.
struct Told<'i> {
    item: &'i Item,
    /// Words to quote for each of its codes.
    quotes: BTreeMap<String, Vec<String>>,
    language: Language,
}

impl Told<'_> {
    fn say(&self, piece: Words, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        say(piece, self.language, values)
    }

    /// Says how many did not answer: by so many n is smaller than the rows.
    fn note_blank(&self, note: &mut String, tally: &Tally) {
        if tally.blank > 0 {
            let between = if note.is_empty() { "" } else { "\n\n" };
            note.push_str(between);
            note.push_str(&self.say(said::BLANK_NOTE, &[("n", &tally.blank)]));
        }
    }
}
