//! Markdown out and in.

mod back;
mod out;

use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Import, Limits, markdown, read_files};
use luoxuan::{Content, Entry, Journal, RecordId, Revision};

use crate::properties::by;

const ENTRY: RecordId = RecordId::from_bytes([2; 16]);
const SPIRAL: RecordId = RecordId::from_bytes([77; 16]);

fn tree(revisions: Vec<Arc<Revision>>, language: Language) -> Vec<(String, String)> {
    let archive = Archive {
        revisions,
        ..Archive::default()
    };
    markdown::files(&archive, language)
}

fn imported(files: &[(String, String)]) -> Import {
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    read_files(files, &Limits::default()).expect("within the limits")
}

fn body(revision: &Revision) -> String {
    revision
        .content()
        .read::<Entry>()
        .map(|entry| entry.body)
        .unwrap_or_default()
}

/// The file with its text edited, as a person would under the front matter.
fn edit(file: &mut String, from: &str, to: &str) {
    let (front, text) = file.split_once("---\n\n").expect("front matter");
    *file = format!("{front}---\n\n{}", text.replace(from, to));
}

/// A journal with one note, and its revisions.
fn noted(text: &str) -> (Journal, Vec<Arc<Revision>>) {
    let mut journal = Journal::new();
    let entry = Entry {
        body: text.into(),
        ..Entry::default()
    };
    let written = journal.write(ENTRY, Content::of(&entry), by(1, 1));
    (journal, written.into_iter().collect())
}
