//! A version (稿次): a document as it once stood, for ever.

use serde_json::{Map, Value};

use super::{Document, DocumentState, Record, Template, record};
use crate::id::{BlobId, RecordId};
use crate::journal::Content;
use crate::time::Timestamp;

record! {
    /// A document as it stood when it was handed in or read, with the form it then had.
    ///
    /// Each version is a record of its own, written once: what is later done to the document, to its template or to
    /// the journal cannot reach it, and two devices that froze apart keep both. `document` and `template` hold all
    /// fields they had, those of later programs as well; [`Version::is_intact`] says whether they are still those
    /// that were sealed.
    ///
    /// ```
    /// use luoxuan::catalog::{Language, form};
    /// use luoxuan::draft::freeze;
    /// use luoxuan::{Document, Timestamp, RecordId, TextType};
    /// let id = RecordId::from_bytes([9; 16]);
    /// let mut document = Document { title: "把“看见”教给孩子".into(), ..Document::default() };
    /// let template = form(TextType::Experience).template(Language::ZhHans);
    /// let first = freeze(id, &document, &template, 1, "交教研组互读", Timestamp::new(0, 480));
    /// document.title = "三步做法".into();
    /// assert_eq!(first.document().title, "把“看见”教给孩子");
    /// assert!(first.is_intact());
    /// ```
    pub struct Version = "version" {
        /// The document it is of.
        pub of: Option<RecordId>,
        /// Which it is, from 1. Two devices may have given the same number.
        pub number: u32,
        /// When it was frozen.
        pub at: Option<Timestamp>,
        /// How far the document had come.
        pub state: DocumentState,
        /// 变更说明: what is new in it.
        pub note: String,
        /// All fields of the document.
        pub document: Map<String, Value>,
        /// All fields of the form it had.
        pub template: Map<String, Value>,
        /// BLAKE3 of the canonical bytes of document and template.
        pub seal: String,
    }
}

impl Version {
    /// The document as it stood. To go back to it, write this as the document's next revision.
    pub fn document(&self) -> Document {
        Document::from_fields(&self.document)
    }

    /// The form it then had.
    pub fn template(&self) -> Template {
        Template::from_fields(&self.template)
    }

    /// What the seal of these snapshots is.
    pub(crate) fn sealed(document: &Map<String, Value>, template: &Map<String, Value>) -> String {
        let [document, template] = [document, template].map(Content::from_json);
        BlobId::of(format!("{}\n{}", document.json(), template.json()).as_bytes()).to_string()
    }

    /// Whether it still says what was frozen.
    pub fn is_intact(&self) -> bool {
        self.seal == Self::sealed(&self.document, &self.template)
    }
}
