//! A term beside the one before it, in sentences.

use std::cmp::Ordering;
use std::sync::Arc;

use super::count::Line;
use super::lines::Writer;
use crate::catalog::{Language, fill, report as words};
use crate::index::Index;
use crate::journal::Revision;
use crate::record::Passage;
use crate::time::DateRange;

/// Holidays are shorter: a term that ended longer ago is not the last one.
const HOLIDAYS: i32 = 100;

/// The days of the term just before these.
pub(super) fn term_before(index: &Index, span: DateRange) -> Option<DateRange> {
    let spans = index.terms().into_iter().filter_map(|(_, term)| term.span());
    let earlier = spans.filter(|earlier| earlier.end < span.start && span.start - earlier.end <= HOLIDAYS);
    earlier.max_by_key(|earlier| earlier.end)
}

impl Writer<'_> {
    /// A sentence that counts these records, then what there was of the same (of this sort, if it has sorts) in the term
    /// before, where there was something: a number beside nothing tells nothing. The records of then are sources too.
    pub(super) fn beside(&self, text: String, line: &Line, records: &[Arc<Revision>], sort: Option<&str>) -> Passage {
        let earlier = self.earlier(line, sort);
        let is_here = |head: &Arc<Revision>| records.iter().any(|here| here.record() == head.record());
        // What goes on through both terms is no more and no less.
        if earlier.iter().all(is_here) {
            return self.passage(text, records);
        }
        let said = match records.len().cmp(&earlier.len()) {
            Ordering::Greater => words::MORE,
            Ordering::Less => words::FEWER,
            Ordering::Equal => words::AS_MANY,
        };
        let (now, before, unit) = (records.len(), earlier.len(), self.unit(line));
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("count", &now.abs_diff(before)), ("before", &before), ("unit", &unit)];
        let said = fill(said.in_(self.language), &values);
        let between = if self.language == Language::En { " " } else { "" };
        let further = earlier.iter().filter(|head| !is_here(head)).cloned();
        let all: Vec<_> = records.iter().cloned().chain(further).collect();
        self.passage(format!("{text}{between}{said}"), &all)
    }

    fn earlier(&self, line: &Line, sort: Option<&str>) -> Vec<Arc<Revision>> {
        let Some(before) = self.before.iter().find(|before| before.kind.name == line.kind.name) else {
            return Vec::new();
        };
        let Some(sort) = sort else {
            return before.records.clone();
        };
        let of_sort = |words: &[String]| words.first().is_some_and(|word| word == sort);
        let groups = before.groups.iter().filter(|group| of_sort(&group.words));
        groups.flat_map(|group| group.records.iter().cloned()).collect()
    }
}
