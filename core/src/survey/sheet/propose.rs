//! From cells to a proposal: what was asked, how it was answered, and what is no answer.

use std::collections::{BTreeMap, BTreeSet};

use super::choices::{described, example};
use super::columns::{Asked, Role, columns};
use super::form::{self, Form, Hint};
use super::grid::{Grid, Row};
use super::layout::Layout;
use super::notes::{LeftOut, Note, Why};
use super::platform::is_handed_in;
use super::values::Values;
use super::{scale, take};
use crate::time::Date;

/// A column of a question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// Its place, from 0.
    pub column: usize,
    /// The option or the row it stands for; empty if it is the question's only one.
    pub label: String,
}

/// A question as it is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// What was asked; empty where the sheet does not say it.
    pub text: String,
    /// Its number, if it has one.
    pub number: Option<u32>,
    /// In which form it was answered.
    pub form: Form,
    /// Whether it is taken at all.
    pub taken: bool,
    /// Its columns.
    pub parts: Vec<Part>,
    /// Its options in order; of a scale from the highest point to the lowest. An empty one is known by its number only.
    pub choices: Vec<String>,
    /// How many people answered.
    pub answered: usize,
    /// How many skipped it or left it empty.
    pub skipped: usize,
    /// An answer, as it stands there.
    pub example: String,
    /// What to know of it.
    pub notes: Vec<Note>,
}

impl Question {
    /// What was asked; where the sheet does not say it, its number does, and where it says it twice, which of them it is.
    pub fn asked(&self) -> String {
        let text = match (self.text.trim(), self.number) {
            ("", Some(number)) => format!("第{number}题"),
            (text, _) => text.to_owned(),
        };
        let same = self.notes.iter().find_map(|note| match note {
            Note::Same(n) => Some(*n),
            _ => None,
        });
        same.map_or(text.clone(), |n| format!("{text}（{n}）"))
    }
}

/// What a sheet is taken for. Nothing of it is certain before a person has looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// A title above the headings; empty if there is none.
    pub title: String,
    /// What was asked.
    pub questions: Vec<Question>,
    /// What is not taken.
    pub left_out: Vec<LeftOut>,
    /// The first and the last day on which sheets were handed in, if the platform says so.
    pub days: Option<(Date, Date)>,
    /// Whether the sheet gives the numbers of options in place of their words.
    pub by_number: bool,
    /// Scales all of whose points were chosen somewhere.
    pub(super) scales: Vec<scale::Words>,
    /// The rows of answers.
    pub(super) rows: Vec<Row>,
}

/// Reads what was asked from a sheet's headings, and how it was answered from its answers.
pub fn propose(grid: &Grid) -> Proposal {
    let layout = Layout::of(grid, |_| 0);
    let rows = layout.rows(grid);
    let empty = Row {
        number: 0,
        cells: Vec::new(),
    };
    let headings = grid.rows.get(layout.heading).unwrap_or(&empty);
    let (all, asked) = columns(headings, rows, grid.width, |_| false);
    let values: Vec<Values<'_>> = (0..grid.width).map(|at| Values::of(rows, at)).collect();
    let by_number = by_number(&asked, &values);
    let scales = scales(&asked, &values);
    let mut seen = BTreeMap::new();
    let questions = asked.iter().map(|one| {
        let mut question = question(one, &values, rows, (by_number, &scales));
        let times: &mut usize = seen.entry(&one.text).or_default();
        *times += 1;
        let many = asked.iter().filter(|other| other.text == one.text).count();
        if many > 1 && !one.text.is_empty() {
            question.notes.insert(0, Note::Same(*times));
        }
        question
    });
    let above: Vec<String> = grid.rows.iter().take(layout.heading).map(first_words).collect();
    Proposal {
        title: above.first().cloned().unwrap_or_default(),
        questions: questions.collect(),
        left_out: left_out(&all, above, grid.rows.get(layout.answers.end..).unwrap_or_default()),
        days: all
            .iter()
            .filter(|column| is_handed_in(&column.heading))
            .find_map(|column| days(rows, column.at)),
        by_number,
        scales,
        rows: rows.to_vec(),
    }
}

impl Proposal {
    /// How many rows of answers there are.
    pub fn people(&self) -> usize {
        self.rows.len()
    }

    /// Takes a question for another form than was proposed; `None` leaves it out.
    pub fn correct(&mut self, at: usize, form: Option<Form>) {
        let Some(question) = self.questions.get_mut(at) else {
            return;
        };
        question.taken = form.is_some();
        let Some(form) = form.filter(|form| *form != question.form) else {
            return;
        };
        question.form = form;
        let values: Vec<Values<'_>> = question
            .parts
            .iter()
            .map(|part| Values::of(&self.rows, part.column))
            .collect();
        let values: Vec<&Values<'_>> = values.iter().collect();
        let (choices, notes) = described(question, &values, (self.by_number, &self.scales));
        let same = question
            .notes
            .iter()
            .find(|note| matches!(note, Note::Same(_)))
            .copied();
        question.choices = choices;
        question.notes = same.into_iter().chain(notes).collect();
    }

    /// Gives the options of a question their words, in order.
    pub fn name_choices(&mut self, at: usize, words: &[String]) {
        let Some(question) = self.questions.get_mut(at) else {
            return;
        };
        for (choice, words) in question.choices.iter_mut().zip(words) {
            words.trim().clone_into(choice);
        }
    }

    /// Items and rows of what is taken. Each item gets a short name that begins with `prefix`.
    pub fn take(&self, prefix: &str) -> take::Taken {
        take::take(self, prefix)
    }
}

/// Whether options stand there by their numbers: nearly all answers are small whole numbers.
fn by_number(asked: &[Asked], values: &[Values<'_>]) -> bool {
    let columns = asked
        .iter()
        .flat_map(|one| &one.parts)
        .filter_map(|part| values.get(part.column));
    let answered: Vec<_> = columns.filter(|values| values.answered > 0).collect();
    let whole = answered.iter().filter(|values| values.whole().is_some()).count();
    whole > 0 && whole * 10 >= answered.len() * 7
}

/// The scales all of whose points were chosen, in one question or another.
fn scales(asked: &[Asked], values: &[Values<'_>]) -> Vec<scale::Words> {
    let whole = |one: &Asked| {
        let columns = one.parts.iter().filter_map(|part| values.get(part.column));
        let all: BTreeSet<&str> = columns
            .flat_map(|values| &values.distinct)
            .map(|(text, _)| *text)
            .collect();
        // Many answers are no scale, and need not be looked at.
        (all.len() <= 5).then(|| scale::words(all.into_iter(), false))?
    };
    let mut scales: Vec<scale::Words> = asked.iter().filter_map(whole).collect();
    scales.dedup();
    scales
}

/// Whether there are only numbers, and the scales of the sheet.
pub(super) type Known<'k> = (bool, &'k [scale::Words]);

fn question(asked: &Asked, values: &[Values<'_>], rows: &[Row], known: Known<'_>) -> Question {
    let blank = Values::default();
    let of: Vec<&Values<'_>> = asked
        .parts
        .iter()
        .map(|part| values.get(part.column).unwrap_or(&blank))
        .collect();
    let hint = Hint {
        mark: asked.mark,
        text: &asked.text,
        by_number: known.0,
        scales: known.1,
    };
    let form = match &of[..] {
        [one] => form::of_one(one, &hint),
        _ => {
            let labelled: Vec<_> = of
                .iter()
                .copied()
                .zip(asked.parts.iter().map(|part| part.label.as_str()))
                .collect();
            form::of_several(&labelled, places(&asked.parts, &of, rows), &hint)
        }
    };
    let mut question = Question {
        text: asked.text.clone(),
        number: asked.number,
        form,
        taken: true,
        parts: asked.parts.clone(),
        choices: Vec::new(),
        answered: 0,
        skipped: 0,
        example: example(&of),
        notes: Vec::new(),
    };
    (question.choices, question.notes) = described(&question, &of, known);
    let cells = |row: &Row| {
        question
            .parts
            .iter()
            .zip(&of)
            .any(|(part, values)| !values.is_none(row.cell(part.column)))
    };
    question.answered = rows.iter().filter(|row| cells(row)).count();
    question.skipped = rows.len() - question.answered;
    question
}

/// Whether everybody gave each of these columns another place.
fn places(parts: &[Part], values: &[&Values<'_>], rows: &[Row]) -> bool {
    let many = parts.len();
    let each = |row: &Row| -> Option<Vec<usize>> {
        let given = parts
            .iter()
            .zip(values)
            .map(|(part, values)| (row.cell(part.column), values));
        let given = given.filter(|(cell, values)| !values.is_none(cell));
        given
            .map(|(cell, _)| cell.parse().ok().filter(|place| (1..=many).contains(place)))
            .collect()
    };
    let mut people = 0;
    for row in rows {
        let Some(mut given) = each(row) else { return false };
        let all = given.len();
        given.sort_unstable();
        given.dedup();
        if given.len() != all {
            return false;
        }
        people += usize::from(all > 1);
    }
    many > 2 && people > 1
}

fn first_words(row: &Row) -> String {
    let first = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
    let words: String = first.unwrap_or_default().chars().take(30).collect();
    words.trim_end_matches(['。', '.']).to_owned()
}

fn left_out(all: &[super::Column], above: Vec<String>, below: &[Row]) -> Vec<LeftOut> {
    let headings = |role: Role| {
        all.iter()
            .filter(move |column| column.role == role)
            .map(|column| column.heading.clone())
            .collect()
    };
    let all = [
        (Why::Telling, headings(Role::Telling)),
        (Why::Recorded, headings(Role::Recorded)),
        (Why::Above, above),
        (Why::Below, below.iter().map(first_words).collect()),
        (Why::Bare, headings(Role::Bare)),
    ];
    let some = all.into_iter().filter(|(_, what): &(_, Vec<String>)| !what.is_empty());
    some.map(|(why, what)| LeftOut { why, what }).collect()
}

/// The first and the last day in a column of times.
fn days(rows: &[Row], column: usize) -> Option<(Date, Date)> {
    let day = |row: &Row| {
        let cell = row.cell(column);
        let day = cell.split([' ', 'T']).next()?;
        let mut parts = day.split(['/', '-', '.', '年', '月', '日']).map(str::trim);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    let days: Vec<Date> = rows.iter().filter_map(day).collect();
    days.iter().min().copied().zip(days.iter().max().copied())
}
