//! From the demonstration's spirals to the three text types, and that no edit loses where words come from.

mod pictures;
mod sources;
mod types;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::skeleton;
use luoxuan::{Document, Index, Journal, Revision, TextType};
use luoxuan_tests::demo::{id, journal};

fn world() -> (Journal, Index) {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    let index = Index::of(&all);
    (all, index)
}

fn draft(journal: &Journal, index: &Index, kind: TextType) -> Document {
    skeleton(index, journal, id("spiral A"), form(kind), Language::ZhHans)
}

fn says(document: &Document, section: &str, words: &str) -> bool {
    document
        .section(section)
        .iter()
        .any(|passage| passage.text.contains(words))
}
