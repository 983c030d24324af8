//! What is read: total, so that no file is worse than the words in it.

use super::found::{Damaged, Ending, Found, MarkdownFile, Origin, Part};
use super::{ImportError, Limits, Picture, Reader};
use crate::journal::Revision;

/// What a file or a folder holds, before it meets a journal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Import {
    /// Every revision that could be read and whose hash is right, each once.
    pub revisions: Vec<Revision>,
    /// Every record that stands in a Markdown file. Empty beside lines: there Markdown is their reading
    /// copy, and reading it again could only bring back what is old.
    pub pages: Vec<MarkdownFile>,
    /// The reading copy, each file of it as a note. It brings nothing by itself, for the lines say the same and more; where
    /// they are lost it is what there is: [`Import::take_copies`].
    pub copies: Vec<MarkdownFile>,
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
    /// How each file of lines ended.
    pub endings: Vec<Ending>,
    /// Names of files inside that are neither lines, nor Markdown, nor pictures. Nothing looked at them.
    pub unread: Vec<String>,
}

/// Reads a file of any name: an archive, plain or as a ZIP, a Markdown file, or a ZIP of Markdown files.
///
/// Total: damaged pieces are in [`Import::damage`], and everything else is read.
///
/// # Errors
///
/// Only if the file is beyond a limit, or nothing in it can be a journal's. Then nothing was read.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Import, ImportError> {
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
) -> Result<Import, ImportError> {
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
            Found::Ended(ending) => self.endings.push(ending),
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
