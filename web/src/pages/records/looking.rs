//! The records of one kind as they are found and compared: which of them are looked at, and in which order.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan::kind::STAGE;
use luoxuan::record::{Kind, Term};
use luoxuan::text::{Finder, fold};
use luoxuan::{Date, RecordId, Revision, RevisionId};

use crate::i18n::Locale;
use crate::notebook::Notebook;

/// What the table is sorted by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum By {
    Day,
    Title,
    Stage,
    Field(String),
}

/// A record in the table, as it is found and compared.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) id: RecordId,
    revision: RevisionId,
    title: String,
    day: Option<Date>,
    /// Which stage of its kind, and the word for it.
    stage: Option<(usize, String)>,
    /// What it says, field by field, as people read it, folded.
    says: BTreeMap<String, String>,
}

impl Row {
    fn of(kind: &Kind, head: &Revision, language: Language) -> Self {
        let content = head.content();
        let at = |word: &str| kind.stages.iter().position(|stage| stage.word == word);
        let fields = content.to_json();
        let says = kind.fields.iter().filter_map(|field| {
            let shown = field.show(fields.get(&field.name)?, language, &|_| String::new());
            Some((field.name.clone(), fold(&shown)))
        });
        Self {
            id: head.record(),
            revision: head.id(),
            title: fold(&kind.title_of(content)),
            day: kind.day_of(content),
            stage: content
                .text(STAGE)
                .and_then(|word| Some((at(&word)?, word.into_owned()))),
            says: says.collect(),
        }
    }

    /// What it is sorted by, then by its day.
    fn key(&self, by: &By) -> (Option<usize>, Option<&str>, Option<Date>, RecordId) {
        let stage = self.stage.as_ref().map(|(at, _)| *at);
        match by {
            By::Day => (None, None, self.day, self.id),
            By::Title => (None, Some(&self.title), self.day, self.id),
            By::Stage => (stage, None, self.day, self.id),
            By::Field(name) => (None, self.says.get(name).map(String::as_str), self.day, self.id),
        }
    }
}

/// The rows of a kind. What has not changed is not read again: there may be twenty thousand.
pub(super) fn rows(kind: Arc<Kind>) -> Memo<Vec<Arc<Row>>> {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    Memo::new(move |before: Option<&Vec<Arc<Row>>>| {
        let language = locale.get();
        let known: BTreeMap<RevisionId, &Arc<Row>> =
            before.into_iter().flatten().map(|row| (row.revision, row)).collect();
        notebook.of_surroundings(|index| {
            let row = |head: &Arc<Revision>| match known.get(&head.id()) {
                Some(row) => Arc::clone(row),
                None => Arc::new(Row::of(&kind, head, language)),
            };
            kind.records(index).map(row).collect()
        })
    })
}

/// What of a kind is looked at, and in which order.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    pub(super) filter: RwSignal<String>,
    /// The word of a stage, or none for all.
    pub(super) stage: RwSignal<String>,
    pub(super) term: RwSignal<Option<RecordId>>,
    pub(super) by: RwSignal<By>,
    pub(super) down: RwSignal<bool>,
    /// The first row of the page that is shown.
    pub(super) from: RwSignal<usize>,
}

impl Looking {
    /// At everything, the latest first.
    pub(super) fn at_all() -> Self {
        Self {
            filter: RwSignal::new(String::new()),
            stage: RwSignal::new(String::new()),
            term: RwSignal::new(None),
            by: RwSignal::new(By::Day),
            down: RwSignal::new(true),
            from: RwSignal::new(0),
        }
    }

    /// The rows that are left, sorted.
    pub(super) fn among(self, all: Memo<Vec<Arc<Row>>>) -> Memo<Vec<Arc<Row>>> {
        let notebook = Notebook::here();
        Memo::new(move |_| {
            let finder = Finder::new(&self.filter.get());
            let (stage, term, by) = (self.stage.get(), self.term.get(), self.by.get());
            let span = term.and_then(|term| notebook.of_surroundings(|index| index.get::<Term>(term)?.span()));
            let mut rows = all.get();
            rows.retain(|row| {
                let in_term = span
                    .as_ref()
                    .is_none_or(|span| row.day.is_some_and(|day| span.contains(day)));
                let at_stage = stage.is_empty() || row.stage.as_ref().is_some_and(|(_, word)| *word == stage);
                let found = finder
                    .as_ref()
                    .is_none_or(|finder| row.says.values().any(|says| finder.is_in(says)));
                in_term && at_stage && found
            });
            rows.sort_by(|a, b| a.key(&by).cmp(&b.key(&by)));
            if self.down.get() {
                rows.reverse();
            }
            rows
        })
    }
}
