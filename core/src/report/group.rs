//! The report of a group: what several teachers did, each line with whose it is.

use std::collections::BTreeMap;

use super::lines::Writer;
use super::{lines, name_of};
use crate::catalog::{Language, fill, report as words};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::record::{Document, DocumentState, Passage, Term, TextType};

/// Of whom a report tells.
pub(crate) struct Told<'a> {
    /// What the group is called; empty if that is not known.
    pub(crate) called: &'a str,
    /// Its members.
    pub(crate) names: &'a [String],
    /// Whose each record is.
    pub(crate) whose: &'a BTreeMap<RecordId, Vec<String>>,
    /// The hours of all who brought a record, together.
    pub(crate) hours: &'a BTreeMap<RecordId, f64>,
}

/// A first draft of the report of several teachers' term, without sources: their records are not the reader's own.
pub(crate) fn report_of_group(
    index: &Index,
    journal: &Journal,
    told: &Told<'_>,
    term: &Term,
    language: Language,
) -> Option<Document> {
    let span = term.span()?;
    let lines = lines(index, span);
    let writer = Writer {
        index,
        journal,
        span,
        before: &[],
        told: Some(told),
        language,
    };
    let members = fill(
        words::MEMBERS.in_(language),
        &[("n", &told.names.len()), ("names", &writer.list(told.names))],
    );
    let mut opening = vec![Passage {
        text: members,
        ..Passage::default()
    }];
    opening.extend(writer.opening(&lines));
    let parts = [
        ("opening", opening),
        ("work", writer.work(&lines)),
        ("outcomes", writer.outcomes(&lines)),
        ("problems", writer.problems(&lines)),
    ];
    let sourceless = |passage: Passage| Passage {
        sources: Vec::new(),
        ..passage
    };
    let filled = parts.into_iter().filter(|(_, passages)| !passages.is_empty());
    let sections = filled.map(|(section, passages)| {
        let passages = passages.into_iter().map(sourceless);
        (section.to_owned(), passages.collect())
    });
    let name = name_of(term, language);
    let title = fill(
        words::GROUP_TITLE.in_(language),
        &[("group", &told.called.trim()), ("term", &name)],
    );
    Some(Document {
        text_type: TextType::TermReport,
        title: title.trim().to_owned(),
        state: DocumentState::Outline,
        sections: sections.collect(),
        fields: BTreeMap::from([("term".to_owned(), name)]),
        ..Document::default()
    })
}
