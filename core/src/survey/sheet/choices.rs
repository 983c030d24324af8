//! The options of a question, told by its answers and its columns.

use std::collections::BTreeSet;

use super::form::{self, ARROWS, Form, JOINS, pieces};
use super::notes::Note;
use super::propose::{Known, Question};
use super::scale;
use super::values::{Values, is_tick};

/// The options of a question in its form, and what to know of it.
pub(super) fn described(question: &Question, values: &[&Values<'_>], known: Known<'_>) -> (Vec<String>, Vec<Note>) {
    let rows = question.parts.len();
    let mut notes = Vec::new();
    let choices = match question.form {
        Form::Open | Form::Number => Vec::new(),
        Form::Order | Form::Multiple if rows > 1 => labels(question),
        Form::Order => split(values, None),
        Form::Multiple => split(values, values.first().and_then(|values| form::joined(values))),
        Form::Likert5 | Form::Likert4 => points(values, question.form, known.1),
        Form::Single => options(values),
    };
    let own = values
        .iter()
        .flat_map(|values| &values.distinct)
        .filter(|(text, _)| text.contains('〖'));
    let own: usize = own.map(|(_, count)| count).sum();
    let listed = matches!(question.form, Form::Single | Form::Multiple);
    let numbers = listed
        && known.0
        && choices
            .iter()
            .any(|choice| choice.trim().is_empty() || choice.parse::<u32>().is_ok());
    notes.extend((question.form == Form::Order).then_some(Note::Places));
    notes.extend((rows > 1 && !matches!(question.form, Form::Multiple | Form::Order)).then_some(Note::Matrix(rows)));
    notes.extend(numbers.then_some(Note::Numbers));
    notes.extend((listed && own > 0).then_some(Note::Own(own)));
    (choices, notes)
}

/// An answer as it stands there; of ticks, one that says yes.
pub(super) fn example(values: &[&Values<'_>]) -> String {
    let mut all = values.iter().flat_map(|values| &values.distinct).map(|(text, _)| *text);
    let said = all.clone().find(|text| is_tick(text) != Some(false));
    said.or_else(|| all.next()).unwrap_or_default().to_owned()
}

fn labels(question: &Question) -> Vec<String> {
    question.parts.iter().map(|part| part.label.clone()).collect()
}

/// An answer without somebody's own words behind it.
fn without_own(text: &str) -> &str {
    text.split_once('〖').map_or(text, |(option, _)| option).trim()
}

fn once<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts
        .filter(|text| !text.is_empty() && seen.insert(*text))
        .map(str::to_owned)
        .collect()
}

/// The options in cells that join several.
fn split(values: &[&Values<'_>], mark: Option<char>) -> Vec<String> {
    let all = || values.iter().flat_map(|values| &values.distinct).map(|(text, _)| *text);
    if let Some(arrow) = ARROWS.into_iter().find(|arrow| all().any(|text| text.contains(arrow))) {
        return once(all().flat_map(|text| text.split(arrow)).map(str::trim));
    }
    let joined = all().any(|text| text.contains('┋'));
    let marks = match mark {
        _ if joined => vec!['┋'],
        Some(mark) => vec![mark],
        None => JOINS.to_vec(),
    };
    let found = once(all().flat_map(|text| pieces(text, &marks)).map(without_own));
    numbered(found)
}

/// Numbers in order, with those nobody chose between them; words as they come.
fn numbered(found: Vec<String>) -> Vec<String> {
    let numbers: Option<Vec<usize>> = found.iter().map(|text| text.parse().ok()).collect();
    match numbers.and_then(|numbers| Some((numbers.iter().min().copied()?, numbers.iter().max().copied()?))) {
        Some((least, most)) if least >= 1 && most <= 30 => (1..=most).map(|number| number.to_string()).collect(),
        _ => found,
    }
}

fn options(values: &[&Values<'_>]) -> Vec<String> {
    let all = values
        .iter()
        .flat_map(|values| &values.distinct)
        .map(|(text, _)| without_own(text));
    scale::ordered(numbered(once(all)))
}

/// The words of a scale's points, from the highest; empty where only numbers stand there.
fn points(values: &[&Values<'_>], form: Form, scales: &[scale::Words]) -> Vec<String> {
    let points = form.kind().points().unwrap_or_default();
    let mut all: Vec<&str> = values
        .iter()
        .flat_map(|values| &values.distinct)
        .map(|(text, _)| *text)
        .collect();
    all.sort_unstable();
    all.dedup();
    let known = scales
        .iter()
        .find(|words| words.points == points && words.hold(all.iter().copied()));
    let words = known.cloned().or_else(|| scale::words(all.into_iter(), true));
    let word = |score| {
        words
            .as_ref()
            .filter(|words| words.points == points)
            .and_then(|words| words.of.get(&score))
    };
    (1..=points)
        .rev()
        .map(|score| word(score).cloned().unwrap_or_default())
        .collect()
}
