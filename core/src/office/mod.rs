//! Word files (feature `docx`).
//!
//! [`word`] writes a manuscript as a package that Word, WPS and LibreOffice open, with real styles, real heading
//! numbers, real footnotes and charts that are drawn by the reader's own program. Nothing in it tells who made it
//! on what and when: properties are empty, pictures come without what the camera wrote, and the same manuscript
//! gives the same bytes everywhere.
//!
//! The XML is written by quick-xml and packed by zip. A library of whole documents was tried on paper first:
//! docx-rs 0.4.22 has no header rows that repeat and no charts, names every picture `.png`, gives every drawing
//! the same id, writes a second `Normal` without fonts, and numbers by counters of the process; every part would
//! have had to be rewritten after it.
//!
//! ```
//! use std::collections::BTreeMap;
//! use luoxuan::catalog::Language;
//! use luoxuan::manuscript::Manuscript;
//! use luoxuan::office::word;
//! use luoxuan::record::Layout;
//! let manuscript = Manuscript { title: "把“看见”教给孩子".into(), ..Manuscript::default() };
//! let made = word(&manuscript, &Layout::default(), &BTreeMap::new(), Language::ZhHans, &mut |_| {})?;
//! assert!(made.bytes.starts_with(b"PK"));
//! # Ok::<(), luoxuan::office::DocxError>(())
//! ```

mod body;
mod chart;
mod field;
mod numbering;
mod package;
mod paper;
mod picture;
mod properties;
mod section;
mod styles;
mod table;
mod text;
mod xml;

use std::collections::BTreeMap;
use std::fmt;

use self::paper::Paper;
pub use self::paper::Progress;

use crate::catalog::Language;
use crate::id::BlobId;
use crate::manuscript::{Manuscript, Picture, Warning};
use crate::record::Layout;

/// A Word file, and what to tell about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocxFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the person should know before handing it in.
    pub warnings: Vec<Warning>,
}

/// The file would be beyond what a package can hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocxError(String);

impl fmt::Display for DocxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text does not fit into a Word file: {}", self.0)
    }
}

impl std::error::Error for DocxError {}

/// Writes a manuscript as a Word file.
///
/// A signed and an anonymous file are two manuscripts; this function hides nothing of the words it is given, and
/// adds none.
///
/// # Errors
///
/// If the content is beyond what a package can hold.
pub fn word(
    manuscript: &Manuscript,
    layout: &Layout,
    pictures: &BTreeMap<BlobId, Picture>,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<DocxFile, DocxError> {
    let paper = Paper { layout, language };
    let mut package = package::Package::new();
    package.relate("styles.xml", "styles");
    package.relate("numbering.xml", "numbering");
    package.relate("settings.xml", "settings");
    package.relate("fontTable.xml", "fontTable");
    package.relate("footnotes.xml", "footnotes");
    package.word("styles.xml", "styles", styles::styles(&paper));
    package.word("settings.xml", "settings", properties::settings(&paper));
    package.word("fontTable.xml", "fontTable", properties::font_table(&paper));
    let section = section::margins(&paper, manuscript, &mut package);
    let mut body = body::Body::new(&paper, &mut package, pictures);
    body.manuscript(manuscript, progress);
    let body::Written {
        document,
        notes,
        lists,
        warnings,
    } = body.done(&section);
    package.word("document.xml", "document.main", document);
    package.word("footnotes.xml", "footnotes", notes);
    package.word("numbering.xml", "numbering", numbering::numbering(&paper, &lists));
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    package.typed("docProps/core.xml", core, properties::core(manuscript));
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    package.typed("docProps/app.xml", app, properties::app());
    let bytes = package.zip().map_err(|error| DocxError(error.to_string()))?;
    Ok(DocxFile { bytes, warnings })
}
