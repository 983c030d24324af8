//! Freezing a document as a version.

use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Document, Record, Template, Version};
use crate::time::Timestamp;

/// The document as it stands, with the form it has, sealed. The caller writes it as a record of its own and never again.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::freeze;
/// use luoxuan::{Document, Timestamp, RecordId, TextType};
/// let (id, document) = (RecordId::from_bytes([9; 16]), Document::default());
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let mut version = freeze(id, &document, &template, 2, "补了反例", Timestamp::new(0, 480));
/// assert!(version.is_intact());
/// version.document.insert("title".into(), "别的题目".into());
/// assert!(!version.is_intact());
/// ```
pub fn freeze(
    id: RecordId,
    document: &Document,
    template: &Template,
    number: u32,
    note: &str,
    now: Timestamp,
) -> Version {
    let (fields, form) = (document.fields(), template.fields());
    Version {
        of: Some(id),
        number,
        at: Some(now),
        state: document.state,
        note: note.into(),
        seal: Version::sealed(&fields, &form),
        document: fields,
        template: form,
        ..Version::default()
    }
}

/// The number the next version of a document has: one more than the largest so far.
pub fn next_number(index: &Index, document: RecordId) -> u32 {
    let versions = index.versions_of(document);
    let last = versions.last().map_or(0, |(_, version)| version.number);
    last.saturating_add(1)
}
