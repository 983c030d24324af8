//! What is read: total, so that no file is worse than the words in it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Limits, Picture, Reader, Refused};
use crate::id::{RecordId, RevisionId};
use crate::journal::{Content, Revision, RevisionError};

/// What a file or a folder holds, before it meets a journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// Every revision that could be read and whose hash is right, each once.
    pub revisions: Vec<Revision>,
    /// Every record that stands in a Markdown file. Empty beside lines: there Markdown is their reading
    /// copy, and reading it again could only bring back what is old.
    pub pages: Vec<Page>,
    /// The reading copy, each file of it as a note. It brings nothing by itself, for the lines say the same and more; where
    /// they are lost it is what there is: [`Import::take_copies`].
    pub copies: Vec<Page>,
    /// Pictures whose bytes have the hash they claim.
    pub pictures: Vec<Picture>,
    /// What could not be read, and why.
    pub damage: Vec<Damaged>,
    /// Lines a newer version wrote in a shape this one cannot read. Nothing is wrong with them: keep
    /// them, and give them back in [`Archive::aside`](super::Archive::aside).
    pub newer: Vec<Vec<u8>>,
    /// How many characters cut in half (lone surrogates) stood in it. Each is now U+FFFD, `�`.
    pub repaired: usize,
    /// Which parts of backups in several files the files are.
    pub parts: Vec<Part>,
    /// Names of files inside that are neither lines, nor Markdown, nor pictures. Nothing looked at them.
    pub unread: Vec<String>,
}

/// A record as Markdown: what a file says it is, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The record it says it is; for a file without front matter, one made from its name and text, so
    /// that reading it twice is reading it once.
    pub record: RecordId,
    /// The revision it was written out from, if it says so: what its editor had in view.
    pub revision: Option<RevisionId>,
    /// Whether it still says what was written out.
    pub unchanged: bool,
    /// What it says.
    pub content: Content,
    /// Of a file without our front matter, what the first version read in it: by that a note which is kept already is
    /// known, whatever more is read by now.
    pub first: Option<Content>,
    /// Where it comes from.
    pub origin: Origin,
}

/// What a Markdown file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The record it says it is.
    Record,
    /// Somebody's own text: a note.
    Note,
    /// It says that it is a record, and which one cannot be read: a note, so that its text is not lost.
    Adrift,
    /// A file of the reading copy.
    Copy,
}

/// One thing that stands in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A revision whose hash is right; each once.
    Revision(Revision),
    /// A record that stands in a Markdown file.
    Page(Page),
    /// A file of the reading copy.
    Copy(Page),
    /// A picture whose bytes have the hash they claim; each once.
    Picture(Picture),
    /// What could not be read, and why.
    Damaged(Damaged),
    /// A line of a newer version.
    Newer(Vec<u8>),
    /// So many characters cut in half stand in the revision that follows.
    Repaired(usize),
    /// The name of a file that is neither lines, nor Markdown, nor a picture.
    Unread(String),
    /// Which part of a backup in several files one of the files is.
    Part(Part),
}

/// Which part of a backup in several files one of the files is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The same for all files of one backup.
    pub set: String,
    /// Which it is, from 1.
    pub number: u32,
    /// Whether it is the last.
    pub last: bool,
}

/// Which parts of backups in several files are missing: of each backup the numbers, and whether the last is among them,
/// behind all that are there.
pub fn missing_parts(parts: &[Part]) -> Vec<(Vec<u32>, bool)> {
    let mut sets: BTreeMap<&str, (BTreeSet<u32>, bool)> = BTreeMap::new();
    for part in parts {
        let (numbers, last) = sets.entry(&part.set).or_default();
        numbers.insert(part.number);
        *last |= part.last;
    }
    let missing = sets.into_values().map(|(numbers, last)| {
        let most = numbers.last().copied().unwrap_or(0);
        let between: Vec<_> = (1..most).filter(|number| !numbers.contains(number)).collect();
        let from = (!last).then(|| most.saturating_add(1));
        (between.into_iter().chain(from).collect(), !last)
    });
    missing
        .filter(|(numbers, _): &(Vec<u32>, bool)| !numbers.is_empty())
        .collect()
}

/// Something that could not be read, as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The name of the file it stood in.
    pub place: String,
    /// The bytes, or as many as there are.
    pub bytes: Vec<u8>,
    /// What is wrong with them.
    pub why: CorruptionKind,
}

/// What is wrong with a piece of an import.
///
/// Its sentence for people is [`catalog::harm`](crate::catalog::harm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorruptionKind {
    /// A line is not a revision, or not the one it was.
    Line(RevisionError),
    /// A file in the ZIP is cut off, or its bytes have changed.
    Torn,
    /// A picture's bytes have changed.
    Picture,
    /// A Markdown file is not text.
    NotText,
    /// JSON nested deeper than [`Limits::depth`].
    TooDeep,
    /// A string longer than [`Limits::text`].
    TooLong,
    /// An archive within the archive. It is never opened.
    Nested,
    /// A file in the ZIP is packed in a way that cannot be unpacked here.
    Packed,
    /// A file in the ZIP is locked with a password.
    Locked,
}

impl CorruptionKind {
    /// Every kind of harm.
    pub const ALL: [Self; 13] = [
        Self::Line(RevisionError::NotText),
        Self::Line(RevisionError::NotJson),
        Self::Line(RevisionError::NotARevision),
        Self::Line(RevisionError::Changed),
        Self::Line(RevisionError::Newer),
        Self::Torn,
        Self::Picture,
        Self::NotText,
        Self::TooDeep,
        Self::TooLong,
        Self::Nested,
        Self::Packed,
        Self::Locked,
    ];
}

/// Reads a file of any name: an archive, plain or as a ZIP, a Markdown file, or a ZIP of Markdown files.
///
/// Total: damaged pieces are in [`Import::damage`], and everything else is read.
///
/// # Errors
///
/// Only if the file is beyond a limit, or nothing in it can be a journal's. Then nothing was read.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Import, Refused> {
    read_files([(name, bytes)], limits)
}

/// Reads the files of a folder, each by its path in it.
///
/// # Errors
///
/// If they are beyond a limit, or none of them can be a journal's.
pub fn read_files<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
    limits: &Limits,
) -> Result<Import, Refused> {
    let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let mut import = Import::default();
    for found in Reader::new(files, limits) {
        import.take(found?);
    }
    Ok(import.finished())
}

impl Import {
    /// Takes in what was found.
    pub fn take(&mut self, found: Found) {
        match found {
            Found::Revision(revision) => self.revisions.push(revision),
            Found::Page(page) => self.pages.push(page),
            Found::Copy(page) => self.copies.push(page),
            Found::Picture(picture) => self.pictures.push(picture),
            Found::Damaged(damaged) => self.damage.push(damaged),
            Found::Newer(line) => self.newer.push(line),
            Found::Repaired(number) => self.repaired += number,
            Found::Unread(name) => self.unread.push(name),
            Found::Part(part) => self.parts.push(part),
        }
    }

    /// What it is once everything has been found. Beside lines, Markdown is only their reading copy, and an old one may not
    /// pass for an edit. It is all there is if no line has survived.
    #[must_use]
    pub fn finished(mut self) -> Self {
        if !self.revisions.is_empty() {
            self.pages.clear();
        }
        self
    }

    /// Takes the reading copy for notes. For a person who has seen that the lines are lost and wants the words.
    pub fn take_copies(&mut self) {
        self.pages.append(&mut self.copies);
    }

    /// How many pages say that they are a record, and which one cannot be read.
    pub fn adrift(&self) -> usize {
        self.pages.iter().filter(|page| page.origin == Origin::Adrift).count()
    }
}
