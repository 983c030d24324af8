//! What may stand in a file.

use std::collections::{BTreeMap, BTreeSet};

use super::Picture;
use crate::id::{RecordId, RevisionId};
use crate::journal::{Content, Revision, RevisionError};

/// A record as Markdown: what a file says it is, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MarkdownFile {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Found {
    /// A revision whose hash is right; each once.
    Revision(Revision),
    /// A record that stands in a Markdown file.
    Page(MarkdownFile),
    /// A file of the reading copy.
    Copy(MarkdownFile),
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
    /// How a file of lines ended.
    Ended(Ending),
}

/// How a file of lines ended: by its closing line, which counts the lines above it, or without one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ending {
    /// The name of the file.
    pub place: String,
    /// So many lines there were when it was written. `None` if nothing says so: it was cut off, or written before
    /// archives had closing lines.
    pub said: Option<u64>,
    /// So many there are, those that could not be read among them.
    pub read: u64,
}

impl Ending {
    /// How many lines are gone, as far as the file says.
    pub fn missing(&self) -> u64 {
        self.said.map_or(0, |said| said.saturating_sub(self.read))
    }
}

/// Which part of a backup in several files one of the files is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
    /// JSON nested deeper than [`Limits::depth`](super::Limits::depth).
    TooDeep,
    /// A string longer than [`Limits::text`](super::Limits::text).
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
