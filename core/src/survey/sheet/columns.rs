//! The columns of a sheet: what each question has, and what is none.

use super::Form;
use super::grid::Row;
use super::group::groups;
use super::heading::{Heading, unmarked};
use super::platform::{is_recorded, is_telling};
use super::propose::Part;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::survey) enum Role {
    /// It belongs to a question.
    Asked,
    /// The platform wrote it.
    Recorded,
    /// It tells who somebody is.
    Telling,
    /// Nothing stands in it, not even a heading.
    Bare,
}

/// A column with its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::survey) struct Column {
    /// Its place, from 0.
    pub(in crate::survey) at: usize,
    pub(in crate::survey) heading: String,
    pub(in crate::survey) role: Role,
}

/// A question with its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::survey) struct Asked {
    /// Its number, if its heading has one.
    pub(in crate::survey) number: Option<u32>,
    /// What was asked; empty where no heading says it.
    pub(in crate::survey) text: String,
    /// The kind its heading names.
    pub(in crate::survey) mark: Option<Form>,
    /// Its columns, each with the option or the row it stands for; a single one stands for nothing.
    pub(in crate::survey) parts: Vec<Part>,
}

/// Tells the columns apart, and puts those of one question together. A column that `known` claims is a question whatever
/// its heading.
pub(in crate::survey) fn columns(
    headings: &Row,
    rows: &[Row],
    width: usize,
    known: impl Fn(&str) -> bool,
) -> (Vec<Column>, Vec<Asked>) {
    let column = |at: usize| {
        let heading = headings.cell(at).to_owned();
        let role = match heading.as_str() {
            "" if rows.iter().all(|row| row.cell(at).is_empty()) => Role::Bare,
            named if known(named) => Role::Asked,
            named if is_telling(named) => Role::Telling,
            named if is_recorded(named) => Role::Recorded,
            _ => Role::Asked,
        };
        Column { at, heading, role }
    };
    let all: Vec<Column> = (0..width).map(column).collect();
    let mut asked = Vec::new();
    // What stands between two columns parts their questions.
    for run in all.split(|column| column.role != Role::Asked) {
        let headings: Vec<Heading> = run.iter().map(|column| Heading::of(&column.heading)).collect();
        for group in groups(&headings) {
            let first = headings.get(group.first);
            let many = group.labels.len().max(1);
            let labels = group.labels.into_iter().chain(std::iter::once(String::new()));
            let places = run.iter().skip(group.first).take(many).map(|column| column.at);
            let (text, inner) = unmarked(&group.text);
            let mut marks = headings.iter().skip(group.first).take(many).map(|heading| heading.mark);
            asked.push(Asked {
                number: first.and_then(|heading| heading.number),
                mark: marks.find(Option::is_some).flatten().or(inner),
                text,
                parts: places
                    .zip(labels)
                    .map(|(column, label)| Part { column, label })
                    .collect(),
            });
        }
    }
    (all, asked)
}
