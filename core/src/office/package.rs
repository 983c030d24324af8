//! The package: parts, what each is, and which refers to which.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The parts of a Word file so far.
pub(super) struct Package {
    parts: Vec<(String, Vec<u8>, bool)>,
    overrides: Vec<(String, String)>,
    relations: Vec<(String, String)>,
}

impl Package {
    pub(super) const fn new() -> Self {
        Self {
            parts: Vec::new(),
            overrides: Vec::new(),
            relations: Vec::new(),
        }
    }

    /// A part of `word/` that the document refers to; gives the id of the reference.
    pub(super) fn relate(&mut self, name: &str, kind: &str) -> String {
        self.relations.push((name.to_owned(), format!("{OFFICE}{kind}")));
        format!("rId{}", self.relations.len())
    }

    /// Adds a part of Word's own kinds, by the last word of its type.
    pub(super) fn word(&mut self, name: &str, kind: &str, bytes: Vec<u8>) {
        self.typed(&format!("word/{name}"), &format!("{WORD}{kind}+xml"), bytes);
    }

    /// Adds a part with its media type.
    pub(super) fn typed(&mut self, name: &str, media: &str, bytes: Vec<u8>) {
        self.overrides.push((format!("/{name}"), media.to_owned()));
        self.parts.push((name.to_owned(), bytes, true));
    }

    /// Adds a picture. It is compressed already.
    pub(super) fn picture(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.push((format!("word/{name}"), bytes, false));
    }

    /// The finished file. It has no clock in it: the same parts give the same bytes.
    pub(super) fn zip(self) -> zip::result::ZipResult<Vec<u8>> {
        let mut types = Xml::new();
        types.open(
            "Types",
            &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")],
        );
        for (extension, media) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
            ("gif", "image/gif"),
            ("webp", "image/webp"),
        ] {
            types.empty("Default", &[("Extension", extension), ("ContentType", media)]);
        }
        for (name, media) in &self.overrides {
            types.empty("Override", &[("PartName", name), ("ContentType", media)]);
        }
        types.close("Types");
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let root = [
            ("word/document.xml".to_owned(), format!("{OFFICE}officeDocument")),
            ("docProps/core.xml".to_owned(), core.to_owned()),
            ("docProps/app.xml".to_owned(), format!("{OFFICE}extended-properties")),
        ];
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        let deflated = stored.compression_method(CompressionMethod::Deflated);
        let mut add = |name: &str, bytes: &[u8], small: bool| -> zip::result::ZipResult<()> {
            zip.start_file(name, if small { deflated } else { stored })?;
            zip.write_all(bytes)?;
            Ok(())
        };
        // Readers that look only at the beginning of a file know it by this part.
        add("[Content_Types].xml", &types.done(), true)?;
        add("_rels/.rels", &relations(&root), true)?;
        add("word/_rels/document.xml.rels", &relations(&self.relations), true)?;
        for (name, bytes, small) in &self.parts {
            add(name, bytes, *small)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

fn relations(all: &[(String, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "Relationships",
        &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")],
    );
    for (at, (target, kind)) in all.iter().enumerate() {
        let id = format!("rId{}", at + 1);
        xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
    }
    xml.close("Relationships");
    xml.done()
}
