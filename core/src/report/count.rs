//! What falls into a term, counted as its kind says.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::index::Index;
use crate::journal::{Content, Revision};
use crate::kind::{Kinds, REACHED, STAGE};
use crate::record::{Kind, Privacy};
use crate::time::{Date, DateRange};

/// Records that are counted together: by the words of the fields their kind is counted by, in its order. A field that
/// says nothing is an empty word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// The words, such as `city` and `first`.
    pub words: Vec<String>,
    /// The records, by day.
    pub records: Vec<Arc<Revision>>,
}

/// What of one kind falls into a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The kind.
    pub kind: Arc<Kind>,
    /// Its records, by day.
    pub records: Vec<Arc<Revision>>,
    /// The same, counted: the weightiest first, as the kind orders its choices from least to most.
    pub groups: Vec<Group>,
    /// Their hours, where the kind has any.
    pub hours: f64,
}

/// Every kind that counts, with what falls into these days.
pub(super) fn tally(kinds: &Kinds, index: &Index, span: DateRange) -> Vec<Line> {
    let counts = kinds.iter().filter(|kind| !kind.report.part.is_empty());
    counts.filter_map(|kind| line(kind, index, Some(span))).collect()
}

/// What of a kind falls into these days, or all there is of it; `None` if nothing does, or it is for the teacher's eyes only.
pub(super) fn line(kind: &Arc<Kind>, index: &Index, span: Option<DateRange>) -> Option<Line> {
    if kind.private {
        return None;
    }
    let within = |content: &Content| span.is_none_or(|span| falls_into(kind, content, span));
    let mut records: Vec<_> = kind
        .records(index)
        .filter(|head| within(head.content()) && !is_own(head.content()))
        .cloned()
        .collect();
    records.sort_by_key(|head| (kind.day_of(head.content()), head.record()));
    let hours = records.iter().filter_map(|head| hours(kind, head.content())).sum();
    let line = Line {
        groups: groups(kind, &records),
        kind: Arc::clone(kind),
        records,
        hours,
    };
    (!line.records.is_empty()).then_some(line)
}

/// Whether a record is for nobody else. A level that nobody here understands is none for others.
pub(crate) fn is_own(content: &Content) -> bool {
    let Some(word) = content.text("privacy") else {
        return content.json().contains("\"privacy\"") && content.to_json().contains_key("privacy");
    };
    Privacy::from_word(&word).is_none_or(Privacy::is_held_back)
}

/// The hours of a record, where its kind has any.
pub(crate) fn hours(kind: &Kind, content: &Content) -> Option<f64> {
    content
        .to_json()
        .get(&kind.hours)?
        .as_f64()
        .filter(|hours| hours.is_finite() && *hours > 0.0)
}

fn falls_into(kind: &Kind, content: &Content, span: DateRange) -> bool {
    if let Some(from) = kind.day_of(content) {
        let until = kind.until_of(content).unwrap_or(from).max(from);
        return from <= span.end && until >= span.start;
    }
    let fields = content.to_json();
    let reached = fields.get(REACHED).and_then(Value::as_object).into_iter().flatten();
    let mut days = reached.filter_map(|(_, day)| day.as_str()?.parse::<Date>().ok());
    days.any(|day| span.contains(day))
}

/// A word that something is counted by, behind its place among those of its field.
type Counted = (Reverse<usize>, String);

fn groups(kind: &Kind, records: &[Arc<Revision>]) -> Vec<Group> {
    let by = &kind.report.count_by;
    if by.is_empty() {
        return Vec::new();
    }
    // By the places of the words among the choices, the last first: levels go from school to nation.
    let mut found: BTreeMap<Vec<Counted>, Vec<Arc<Revision>>> = BTreeMap::new();
    for head in records {
        let key = by.iter().map(|field| {
            let word = head.content().text(field).unwrap_or_default().into_owned();
            let place = place(kind, field, &word);
            (Reverse(place), word)
        });
        found.entry(key.collect()).or_default().push(Arc::clone(head));
    }
    found
        .into_iter()
        .map(|(key, records)| Group {
            words: key.into_iter().map(|(_, word)| word).collect(),
            records,
        })
        .collect()
}

/// Where a word stands among those of its field, counted from 1 and from the least; 0 where it is none. Grades and types
/// stand in the order in which they are told.
fn place(kind: &Kind, field: &str, word: &str) -> usize {
    let at = |words: Vec<&str>| words.iter().position(|known| *known == word).map_or(0, |at| at + 1);
    if field == STAGE {
        return at(kind.stages.iter().map(|stage| stage.word.as_str()).collect());
    }
    let choices = kind
        .field(field)
        .map(|field| field.choices.as_slice())
        .unwrap_or_default();
    let place = at(choices.iter().map(|choice| choice.word.as_str()).collect());
    if field == "level" || place == 0 {
        place
    } else {
        choices.len() + 1 - place
    }
}
