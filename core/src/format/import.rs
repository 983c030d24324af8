//! What is read: total, so that no file is worse than the words in it.

use std::collections::BTreeSet;

use super::lines::{self, Line};
use super::markdown::page;
use super::{Limits, Picture, Refused};
use crate::id::{BlobId, RecordId, RevisionId};
use crate::journal::{BadRevision, Content, Revision, is_header};

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
        if bytes.len() > limits.file {
            return Err(Refused::FileTooLarge);
        }
        // By its name too: its first bytes may be the ones that have changed.
        if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) || extension(name) == "zip" {
            read_zip(name, bytes, &mut reading)?;
        } else {
            reading.count(bytes.len())?;
            reading.file(name, bytes)?;
        }
    }
    reading.finish()
}

#[cfg(feature = "zip")]
use super::zipped::read as read_zip;

#[cfg(not(feature = "zip"))]
fn read_zip(_: &str, _: &[u8], _: &mut Reading<'_>) -> Result<(), Refused> {
    Err(Refused::NoZip)
}

/// How every file in a ZIP begins.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";

/// An import while it is being read.
#[derive(Clone)]
pub(super) struct Reading<'l> {
    pub(super) limits: &'l Limits,
    pub(super) import: Import,
    known: BTreeSet<RevisionId>,
    pictures: BTreeSet<BlobId>,
    files: usize,
    inside: usize,
    /// Whether any file of lines was there, however damaged.
    pub(super) lines: bool,
}

impl<'l> Reading<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            import: Import::default(),
            known: BTreeSet::new(),
            pictures: BTreeSet::new(),
            files: 0,
            inside: 0,
            lines: false,
        }
    }

    /// Counts a file of so many bytes.
    pub(super) fn count(&mut self, bytes: usize) -> Result<(), Refused> {
        self.files += 1;
        self.inside = self.inside.saturating_add(bytes);
        if self.files > self.limits.files {
            Err(Refused::TooManyFiles)
        } else if self.inside > self.limits.inside {
            Err(Refused::TooMuchInside)
        } else {
            Ok(())
        }
    }

    pub(super) fn harm(&mut self, place: &str, bytes: &[u8], why: Harm) {
        self.import.damage.push(Damaged {
            place: place.to_owned(),
            bytes: bytes.to_vec(),
            why,
        });
    }

    /// Reads a whole file by what it is, told from its name and its first bytes.
    pub(super) fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        match sort(name, bytes) {
            Sort::Lines => {
                self.lines = true;
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                for line in bytes.split(|byte| *byte == b'\n') {
                    self.line(name, line)?;
                }
            }
            Sort::Page => {
                page::read(name, bytes, self.limits, &mut self.import);
                self.not_too_many()?;
            }
            Sort::Picture => self.picture(name, bytes),
            Sort::Archive => self.harm(name, bytes, Harm::Nested),
            Sort::Readme => {}
            Sort::Other => self.import.unread.push(name.to_owned()),
        }
        Ok(())
    }

    pub(super) fn line(&mut self, place: &str, line: &[u8]) -> Result<(), Refused> {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if is_header(line) || line.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        match lines::read(line, self.limits) {
            Line::Revision(revision, mended) => {
                if self.known.insert(revision.id()) {
                    self.import.repaired += mended;
                    self.import.revisions.push(*revision);
                }
            }
            Line::Newer => self.import.newer.push(line.to_vec()),
            Line::Bad(why) => self.harm(place, line, why),
        }
        self.not_too_many()
    }

    fn not_too_many(&self) -> Result<(), Refused> {
        let records = self.import.revisions.len() + self.import.newer.len() + self.import.pages.len();
        if records + self.import.damage.len() > self.limits.records {
            return Err(Refused::TooManyRecords);
        }
        Ok(())
    }

    /// A file named by the hash of its bytes must have it; any other is taken if it is a picture.
    fn picture(&mut self, name: &str, bytes: &[u8]) {
        let picture = Picture::new(bytes.to_vec());
        match claimed(name) {
            Some(claimed) if claimed != picture.id() => self.harm(name, bytes, Harm::Picture),
            None if picture.media().is_none() => self.import.unread.push(name.to_owned()),
            _ => {
                if self.pictures.insert(picture.id()) {
                    self.import.pictures.push(picture);
                }
            }
        }
    }

    fn finish(mut self) -> Result<Import, Refused> {
        // Beside lines, Markdown is only their reading copy, and an old one may not pass for an edit.
        // It is all there is if no line has survived.
        if !self.import.revisions.is_empty() {
            self.import.pages.clear();
        }
        let import = self.import;
        let nothing = import.revisions.is_empty()
            && import.pages.is_empty()
            && import.pictures.is_empty()
            && import.newer.is_empty();
        if nothing && !self.lines && import.damage.is_empty() {
            return Err(Refused::Unknown);
        }
        Ok(import)
    }
}

/// The picture a file says it is by its name.
fn claimed(name: &str) -> Option<BlobId> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next()?.parse().ok()
}

enum Sort {
    Lines,
    Page,
    Picture,
    Archive,
    Readme,
    Other,
}

/// What stands behind the last point of a name.
fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.')
        .map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

fn sort(name: &str, bytes: &[u8]) -> Sort {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_ascii_lowercase();
    let hidden = file.starts_with('.') || name.starts_with("__MACOSX/");
    match extension(name).as_str() {
        _ if hidden => Sort::Other,
        _ if claimed(name).is_some() => Sort::Picture,
        _ if bytes.starts_with(ZIP) => Sort::Archive,
        "jsonl" => Sort::Lines,
        "zip" | "7z" | "rar" | "gz" | "tar" | "xz" => Sort::Archive,
        "md" | "markdown" => Sort::Page,
        "jpg" | "jpeg" | "png" | "gif" | "webp" => Sort::Picture,
        "txt" if file == "readme.txt" => Sort::Readme,
        _ if is_header(bytes) || bytes.starts_with(b"{\"at\":[") => Sort::Lines,
        _ => Sort::Other,
    }
}
