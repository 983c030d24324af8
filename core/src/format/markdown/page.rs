//! One file: front matter and text, from a record and back.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::foreign;
use super::front::{self, Remark};
use crate::format::{CorruptionKind, Limits, MarkdownFile, Origin, encodings};
use crate::id::{BlobId, RecordId, RevisionId};
use crate::journal::{Content, FORMAT_VERSION, Revision, RevisionError};
use crate::record::{Entry, Record};
use crate::text::markdown::SCHEME;
use crate::text::one_line_end;

/// The key under which a page says which record it is. Everything else in front matter is what the record says.
const OURS: &str = "luoxuan";

/// The kind that a file of the reading copy says it is.
const COPY: &str = "copy";

/// The keys of an entry in the order a person looks for them; others follow.
const ORDER: [&str; 9] = [
    "phase",
    "happened_on",
    "happened_until",
    "class",
    "fields",
    "expectation",
    "fate",
    "title",
    "tags",
];

/// Writes a page: `head` with its text as `body`, and the records that stand `with` it.
pub(super) fn write(head: &Revision, with: &[&Revision], body: &str, remark: Remark<'_>) -> String {
    let mut fields = said(head.content());
    if head.content().kind() == Entry::KIND {
        fields.remove("body");
    }
    let mut ours = identity(head);
    ours.insert("version".into(), FORMAT_VERSION.into());
    let with: Vec<Value> = with.iter().map(|revision| beside(revision)).collect();
    if !with.is_empty() {
        ours.insert("with".into(), with.into());
    }
    let mut page = String::from("---\n");
    let place = |key: &str| ORDER.iter().position(|name| *name == key).unwrap_or(ORDER.len());
    let mut keys: Vec<_> = fields.iter().collect();
    keys.sort_by_key(|(key, _)| place(key));
    for (key, value) in keys {
        front::write(&mut page, 0, "", (key, value), remark);
    }
    front::write(&mut page, 0, "", (OURS, &Value::Object(ours)), remark);
    page.push_str("---\n\n");
    page.push_str(body);
    page.push('\n');
    page
}

/// Marks a text as a copy for reading, which says nothing when it is read back.
pub(super) fn copy(text: &str) -> String {
    format!("---\n{OURS}:\n  kind: {COPY}\n---\n\n{text}")
}

fn said(content: &Content) -> Map<String, Value> {
    let mut fields = content.to_json();
    if !content.kind().is_empty() {
        fields.remove("kind");
    }
    fields
}

fn identity(head: &Revision) -> Map<String, Value> {
    let mut ours = Map::new();
    ours.insert("id".into(), head.record().to_string().into());
    if !head.content().kind().is_empty() {
        ours.insert("kind".into(), head.content().kind().into_owned().into());
    }
    ours.insert("revision".into(), head.id().to_string().into());
    ours.insert("seal".into(), seal(head.content()));
    ours
}

fn beside(head: &Revision) -> Value {
    let mut ours = identity(head);
    ours.insert("says".into(), Value::Object(said(head.content())));
    Value::Object(ours)
}

/// The hash of what a record says, by which a page nobody has touched is known again. Line ends at
/// the end of the text do not count: editors add and remove them.
fn seal(content: &Content) -> Value {
    let mut fields = content.to_json();
    if let Some(Value::String(body)) = fields.get_mut("body") {
        body.truncate(body.trim_end().len());
    }
    BlobId::of(Content::from_json(&fields).json().as_bytes())
        .to_string()
        .into()
}

/// Reads a Markdown file.
pub(in crate::format) fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<MarkdownFile>, CorruptionKind> {
    match std::str::from_utf8(bytes) {
        Ok(text) => pages(name, text, limits),
        Err(_) => {
            let (text, _) = encodings::legacy(bytes).ok_or(CorruptionKind::NotText)?;
            pages(name, &text, limits)
        }
    }
}

fn pages(name: &str, text: &str, limits: &Limits) -> Result<Vec<MarkdownFile>, CorruptionKind> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().nth(limits.text).is_some() {
        return Err(CorruptionKind::TooLong);
    }
    // Editors and systems change line ends; a person changes words. What was kept with others and has come out
    // unchanged is still known as it stands.
    let one = one_line_end(text);
    let made = ours(name, &one)?;
    let kept = match (&made, &one) {
        (Some(pages), Cow::Owned(_)) if pages.iter().any(|page| !page.unchanged) => ours(name, text)?,
        _ => None,
    };
    let unchanged = |pages: &Vec<MarkdownFile>| pages.iter().all(|page| page.unchanged);
    Ok(kept
        .filter(unchanged)
        .or(made)
        .unwrap_or_else(|| vec![foreign::note(name, &one)]))
}

/// The records of a file of ours; `None` if it is not.
fn ours(name: &str, text: &str) -> Result<Option<Vec<MarkdownFile>>, CorruptionKind> {
    let (front, body) = front::split(text);
    let mut fields = front.and_then(front::read).unwrap_or_default();
    let Some(Value::Object(mut ours)) = fields.remove(OURS) else {
        return Ok(None);
    };
    if ours.get("version").and_then(Value::as_u64) > Some(FORMAT_VERSION) {
        return Err(CorruptionKind::Line(RevisionError::Newer));
    }
    if ours.get("kind").and_then(Value::as_str) == Some(COPY) {
        return Ok(Some(vec![MarkdownFile {
            origin: Origin::Copy,
            ..foreign::note(name, body)
        }]));
    }
    let with = ours.remove("with");
    let body = body.strip_prefix('\n').unwrap_or(body);
    let body = body.strip_suffix('\n').unwrap_or(body);
    if ours.get("kind").and_then(Value::as_str) == Some(Entry::KIND) {
        let body = own_pictures(body);
        if !body.is_empty() {
            fields.insert("body".into(), body.into());
        }
    }
    let with = with.as_ref().and_then(Value::as_array).into_iter().flatten();
    let with = with.filter_map(|item| {
        let mut ours = item.as_object()?.clone();
        match ours.remove("says") {
            Some(Value::Object(says)) => Some(page(&ours, says)),
            _ => None,
        }
    });
    let own = page(&ours, fields);
    let own = if own.origin == Origin::Adrift {
        // Its text, and its front matter as it stands, by which a person may tell what it was.
        MarkdownFile {
            origin: Origin::Adrift,
            ..foreign::note(name, text)
        }
    } else {
        own
    };
    Ok(Some([own].into_iter().chain(with).collect()))
}

/// What a page says it is. Where its id cannot be read it is a record of its own, made from what it says.
fn page(ours: &Map<String, Value>, mut fields: Map<String, Value>) -> MarkdownFile {
    let text = |key: &str| ours.get(key).and_then(Value::as_str);
    let record = text("id").and_then(|id| id.parse::<RecordId>().ok());
    let revision: Option<RevisionId> = text("revision").and_then(|id| id.parse().ok());
    if let Some(kind) = text("kind") {
        fields.insert("kind".into(), kind.into());
    }
    let content = Content::from_json(&fields);
    let unchanged = ours.get("seal") == Some(&seal(&content));
    match record {
        Some(record) => MarkdownFile {
            record,
            revision,
            unchanged,
            content,
            first: None,
            origin: Origin::Record,
        },
        None => MarkdownFile {
            record: made_of(&content),
            revision: None,
            unchanged: false,
            content,
            first: None,
            origin: Origin::Adrift,
        },
    }
}

/// An id that is the same each time the same is read.
pub(super) fn made_of(content: &Content) -> RecordId {
    let hash = BlobId::of(format!("luoxuan markdown: {}", content.json()).as_bytes());
    let mut record = [0; 16];
    record.copy_from_slice(hash.as_bytes().first_chunk::<16>().unwrap_or(&[0; 16]));
    RecordId::from_bytes(record)
}

/// The folder pictures lie in, beside the Markdown.
pub(in crate::format) const PICTURES: &str = "pictures/";

/// Splits what follows `](` into an address and what stands behind its bracket; `None` if it is longer than any of the
/// journal's own. To look further for the bracket of every link would take for ever where none is closed.
pub(super) fn address(link: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 80;
    let end = link.bytes().take(LONGEST).position(|byte| byte == b')')?;
    Some((link.get(..end)?, link.get(end + 1..)?))
}

/// Turns links to files in `pictures/` back into the journal's own.
pub(super) fn own_pictures(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find("](") {
        let (before, link) = rest.split_at(at + 2);
        text.push_str(before);
        rest = link;
        let path = link.trim_start_matches("../").strip_prefix(PICTURES);
        let named = path.and_then(address).and_then(|(file, after)| {
            let (id, _) = file.split_once('.')?;
            Some((id.parse::<BlobId>().ok()?, after))
        });
        if let Some((id, after)) = named {
            text.push_str(&format!("{SCHEME}{id})"));
            rest = after;
        }
    }
    text.push_str(rest);
    text
}
