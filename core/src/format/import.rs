//! What is read: total, so that no file is worse than the words in it.

use super::reading::{self, Reading};
#[cfg(feature = "zip")]
use super::zipped::read as read_zip;
use super::{Limits, Picture, Refused};
use crate::id::{RecordId, RevisionId};
use crate::journal::{BadRevision, Content, Revision};

/// What a file or a folder holds, before it meets a journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// Every revision that could be read and whose hash is right, each once.
    pub revisions: Vec<Revision>,
    /// Every record that stands in a Markdown file. Empty beside lines: there Markdown is their reading
    /// copy, and reading it again could only bring back what is old.
    pub pages: Vec<Page>,
    /// Pictures whose bytes have the hash they claim.
    pub pictures: Vec<Picture>,
    /// What could not be read, and why.
    pub damage: Vec<Damaged>,
    /// Lines a newer version wrote in a shape this one cannot read. Nothing is wrong with them: keep
    /// them, and give them back in [`Archive::aside`](super::Archive::aside).
    pub newer: Vec<Vec<u8>>,
    /// How many characters cut in half (lone surrogates) stood in it. Each is now U+FFFD, `�`.
    pub repaired: usize,
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
}

/// Something that could not be read, as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The name of the file it stood in.
    pub place: String,
    /// The bytes, or as many as there are.
    pub bytes: Vec<u8>,
    /// What is wrong with them.
    pub why: Harm,
}

/// What is wrong with a piece of an import.
///
/// Its sentence for people is [`catalog::harm`](crate::catalog::harm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Harm {
    /// A line is not a revision, or not the one it was.
    Line(BadRevision),
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
}

impl Harm {
    /// Every kind of harm.
    pub const ALL: [Self; 11] = [
        Self::Line(BadRevision::NotText),
        Self::Line(BadRevision::NotJson),
        Self::Line(BadRevision::NotARevision),
        Self::Line(BadRevision::Changed),
        Self::Line(BadRevision::Newer),
        Self::Torn,
        Self::Picture,
        Self::NotText,
        Self::TooDeep,
        Self::TooLong,
        Self::Nested,
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
    let mut reading = Reading::new(limits);
    for (name, bytes) in files {
        if bytes.len() as u64 > limits.file {
            return Err(Refused::FileTooLarge);
        }
        if reading::is_zip(name, bytes) {
            read_zip(name, bytes, &mut reading)?;
        } else {
            reading.count(bytes.len())?;
            reading.file(name, bytes)?;
        }
    }
    reading.finish()
}

#[cfg(not(feature = "zip"))]
fn read_zip(_: &str, _: &[u8], _: &mut Reading<'_>) -> Result<(), Refused> {
    Err(Refused::NoZip)
}
