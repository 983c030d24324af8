//! From a proposal to items and rows.

use std::collections::BTreeMap;

use super::form::{Form, arrow, pieces, ticked};
use super::grid::Row;
use super::propose::{Part, Proposal, Question};
use super::values::Values;
use crate::record::{Choice, Item, Survey, SurveyMode};

/// What becomes of a sheet: what [`Survey::items`], [`Survey::columns`] and [`Survey::rows`] are to hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taken {
    /// The items by their short names.
    pub items: BTreeMap<String, Item>,
    /// The items in the order of the rows' cells.
    pub columns: Vec<String>,
    /// One row a person.
    pub rows: Vec<Vec<String>>,
}

impl Taken {
    /// Puts it into a survey that has no questions yet. What is written about the survey already stays as it is.
    pub fn put(self, proposal: &Proposal, survey: &mut Survey) {
        let many = u32::try_from(self.rows.len()).ok();
        if survey.title.trim().is_empty() {
            survey.title.clone_from(&proposal.title);
        }
        if let Some((start, end)) = proposal.days.filter(|_| survey.start.is_none() && survey.end.is_none()) {
            (survey.start, survey.end) = (Some(start), Some(end));
            survey.mode = survey.mode.or(Some(SurveyMode::Online));
        }
        survey.returned = survey.returned.or(many);
        (survey.items, survey.columns, survey.rows) = (self.items, self.columns, self.rows);
    }
}

/// An item with how its cell is read from a row.
struct Made<'p> {
    item: Item,
    read: Box<dyn Fn(&Row) -> String + 'p>,
}

pub(super) fn take(proposal: &Proposal, prefix: &str) -> Taken {
    let asked = proposal.questions.iter().filter(|question| question.taken);
    let made: Vec<Made<'_>> = asked.flat_map(|question| made(question, &proposal.rows)).collect();
    let mut taken = Taken::default();
    for (place, made) in (0_u32..).zip(&made) {
        let name = format!("{prefix}{}", place + 1);
        let item = Item {
            place,
            ..made.item.clone()
        };
        taken.items.insert(name.clone(), item);
        taken.columns.push(name);
    }
    taken.rows = proposal
        .rows
        .iter()
        .map(|row| made.iter().map(|made| (made.read)(row)).collect())
        .collect();
    taken
}

/// The items of a question: one, or one for each row of a matrix, or for each option that was given a place.
fn made<'p>(question: &'p Question, rows: &'p [Row]) -> Vec<Made<'p>> {
    let item = Item {
        text: question.asked(),
        sort: question.form.kind(),
        choices: choices(question),
        ..Item::default()
    };
    match (question.form, &question.parts[..]) {
        (Form::Multiple, parts @ [_, _, ..]) => {
            let values: Vec<_> = parts.iter().map(|part| (part, Values::of(rows, part.column))).collect();
            let read = move |row: &Row| several(values.iter().map(|(part, values)| (*part, values)), row);
            vec![Made {
                item,
                read: Box::new(read),
            }]
        }
        (Form::Order, [part]) => {
            let place = move |choice: &'p String| Made {
                item: row_of(&item, choice),
                read: Box::new(move |row: &Row| place_of(row.cell(part.column), choice)),
            };
            question.choices.iter().map(place).collect()
        }
        (_, [part]) => vec![Made {
            item,
            read: plain(part, rows),
        }],
        (_, parts) => {
            let each = |part: &'p Part| Made {
                item: row_of(&item, &part.label),
                read: plain(part, rows),
            };
            parts.iter().map(each).collect()
        }
    }
}

/// The item of one row of a matrix.
fn row_of(whole: &Item, label: &str) -> Item {
    let text = match whole.text.as_str() {
        "" => label.to_owned(),
        text => format!("{text}—{label}"),
    };
    Item {
        text,
        name: label.to_owned(),
        dimension: whole.text.clone(),
        ..whole.clone()
    }
}

fn choices(question: &Question) -> BTreeMap<String, Choice> {
    let points = question.form.kind().points();
    let named = |(place, text): (u32, &String)| {
        // The points of a scale are named by their score.
        let name = points.map_or(place + 1, |points| points.saturating_sub(place));
        let text = if points.is_none() && *text == name.to_string() {
            String::new()
        } else {
            text.clone()
        };
        (
            name.to_string(),
            Choice {
                text,
                place,
                ..Choice::default()
            },
        )
    };
    match question.form {
        Form::Order | Form::Number | Form::Open => BTreeMap::new(),
        _ => (0..).zip(&question.choices).map(named).collect(),
    }
}

/// A cell as it stands, or nothing where it says that nobody answered.
fn plain<'p>(part: &'p Part, rows: &'p [Row]) -> Box<dyn Fn(&Row) -> String + 'p> {
    let values = Values::of(rows, part.column);
    Box::new(move |row| {
        let cell = row.cell(part.column);
        if values.is_none(cell) {
            String::new()
        } else {
            cell.to_owned()
        }
    })
}

/// What was ticked in the columns of a question, in one cell.
pub(in crate::survey) fn several<'p>(parts: impl Iterator<Item = (&'p Part, &'p Values<'p>)>, row: &Row) -> String {
    let chosen = parts.filter_map(|(part, values)| {
        let cell = row.cell(part.column);
        if values.is_none(cell) {
            None
        } else {
            ticked(cell, &part.label)
        }
    });
    chosen.collect::<Vec<_>>().join("┋")
}

/// Which place an option has in a cell that orders them: `语文→数学`.
fn place_of(cell: &str, option: &str) -> String {
    let parts = match arrow(cell) {
        Some(arrow) => cell.split(arrow).map(str::trim).collect(),
        None => pieces(cell, &super::form::JOINS),
    };
    let place = parts
        .iter()
        .position(|part| part.split('〖').next().map(str::trim) == Some(option));
    place.map_or_else(String::new, |place| (place + 1).to_string())
}
