//! An import while it is being read, file by file and line by line.

use std::collections::BTreeSet;

use super::archive::media;
use super::lines::{self, Line};
use super::markdown::page;
use super::{Damaged, Harm, Import, Limits, Picture, Refused};
use crate::id::{BlobId, RevisionId};
use crate::journal::{begins_with_header, is_header};

/// How every file in a ZIP begins.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";

/// Whether a file is a ZIP; by its name too, since its first bytes may be the ones that have changed.
pub(super) fn is_zip(name: &str, bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) || extension(name) == "zip"
}

/// An import while it is being read.
#[derive(Clone)]
pub(super) struct Reading<'l> {
    pub(super) limits: &'l Limits,
    pub(super) import: Import,
    known: BTreeSet<RevisionId>,
    pictures: BTreeSet<BlobId>,
    files: usize,
    inside: u64,
    /// Whether any file was a journal's, however damaged or empty.
    pub(super) ours: bool,
}

impl<'l> Reading<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            import: Import::default(),
            known: BTreeSet::new(),
            pictures: BTreeSet::new(),
            files: 0,
            inside: 0,
            ours: false,
        }
    }

    /// Counts a file of so many bytes.
    pub(super) fn count(&mut self, bytes: usize) -> Result<(), Refused> {
        self.files += 1;
        self.inside = self.inside.saturating_add(bytes as u64);
        if self.files > self.limits.files {
            Err(Refused::TooManyFiles)
        } else if self.inside > self.limits.inside {
            Err(Refused::TooMuchInside)
        } else {
            Ok(())
        }
    }

    /// How many bytes more there may be.
    #[cfg(feature = "zip")]
    pub(super) fn room(&self) -> u64 {
        self.limits.inside.saturating_sub(self.inside)
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
                self.ours = true;
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                for line in bytes.split(|byte| *byte == b'\n') {
                    self.line(name, line)?;
                }
            }
            Sort::Page => {
                self.ours = true;
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

    pub(super) fn line(&mut self, place: &str, whole: &[u8]) -> Result<(), Refused> {
        let line = whole.strip_suffix(b"\r").unwrap_or(whole);
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
            // What is kept aside is kept to the byte, whatever ends its line.
            Line::Newer => self.import.newer.push(whole.to_vec()),
            Line::Bad(why) => self.harm(place, whole, why),
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
            _ => {
                if self.pictures.insert(picture.id()) {
                    self.import.pictures.push(picture);
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Result<Import, Refused> {
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
        if nothing && !self.ours && import.damage.is_empty() {
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
        "txt" if file == "readme.txt" => Sort::Readme,
        // Whatever it is called.
        _ if media(bytes).is_some() => Sort::Picture,
        _ if begins_with_header(bytes) || bytes.starts_with(b"{\"at\":[") => Sort::Lines,
        _ => Sort::Other,
    }
}
