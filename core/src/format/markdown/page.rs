//! One file: front matter and text, from a record and back.

use serde_json::{Map, Value};

use super::front::{self, Remark};
use crate::format::{Damaged, Harm, Import, Limits, Page};
use crate::id::{BlobId, RecordId, RevisionId};
use crate::journal::{BadRevision, Content, FORMAT_VERSION, Revision};
use crate::record::{Entry, Record};
use crate::text::markdown::SCHEME;
use crate::time::Date;

/// The key under which a page says which record it is. Everything else in front matter is what the record says.
const OURS: &str = "luoxuan";

/// The keys of an entry in the order a person looks for them; others follow.
const ORDER: [&str; 8] = [
    "phase",
    "happened_on",
    "happened_until",
    "class",
    "fields",
    "expectation",
    "fate",
    "title",
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
    format!("---\n{OURS}:\n  kind: copy\n---\n\n{text}")
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

/// Reads a Markdown file into `import`.
pub(in crate::format) fn read(name: &str, bytes: &[u8], limits: &Limits, import: &mut Import) {
    let read = std::str::from_utf8(bytes)
        .map_err(|_| Harm::NotText)
        .and_then(|text| pages(name, text, limits));
    match read {
        Ok(pages) => import.pages.extend(pages),
        Err(why) => import.damage.push(Damaged {
            place: name.to_owned(),
            bytes: bytes.to_vec(),
            why,
        }),
    }
}

fn pages(name: &str, text: &str, limits: &Limits) -> Result<Vec<Page>, Harm> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().nth(limits.text).is_some() {
        return Err(Harm::TooLong);
    }
    // An editor on Windows changes every line end; a text that holds both kinds was written so.
    let lines = text.matches('\n').count();
    let text = if lines > 0 && lines == text.matches("\r\n").count() {
        &text.replace("\r\n", "\n")
    } else {
        text
    };
    let (front, body) = front::split(text);
    let mut fields = front.and_then(front::read).unwrap_or_default();
    let Some(Value::Object(mut ours)) = fields.remove(OURS) else {
        return Ok(vec![note(name, front, body)]);
    };
    if ours.get("version").and_then(Value::as_u64) > Some(FORMAT_VERSION) {
        return Err(Harm::Line(BadRevision::Newer));
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
            Some(Value::Object(says)) => page(&ours, says),
            _ => None,
        }
    });
    Ok(page(&ours, fields).into_iter().chain(with).collect())
}

fn page(ours: &Map<String, Value>, mut fields: Map<String, Value>) -> Option<Page> {
    let text = |key: &str| ours.get(key).and_then(Value::as_str);
    let record: RecordId = text("id")?.parse().ok()?;
    let revision: Option<RevisionId> = text("revision").and_then(|id| id.parse().ok());
    if let Some(kind) = text("kind") {
        fields.insert("kind".into(), kind.into());
    }
    let content = Content::from_json(&fields);
    let unchanged = ours.get("seal") == Some(&seal(&content));
    Some(Page {
        record,
        revision,
        unchanged,
        content,
    })
}

/// A file that was not ours is a note, of the day its front matter or its name gives. Its front matter
/// and its name are kept with it.
fn note(name: &str, front: Option<&str>, body: &str) -> Page {
    let mut fields = match front.map(front::read) {
        Some(Some(fields)) => fields,
        // Beyond what we read: kept as it stands.
        Some(None) => Map::from_iter([("front_matter".to_owned(), front.unwrap_or_default().into())]),
        None => Map::new(),
    };
    // The two names that every entry has are not to be taken by chance.
    for taken in ["kind", "body"] {
        if let Some(value) = fields.remove(taken) {
            fields.insert(format!("front_{taken}"), value);
        }
    }
    let day = |text: &str| (0..text.len()).find_map(|at| text.get(at..at + 10)?.parse::<Date>().ok());
    let dated = fields.get("date").and_then(Value::as_str).and_then(day);
    if let Some(date) = dated.or_else(|| day(name))
        && !fields.contains_key("happened_on")
    {
        fields.insert("happened_on".into(), date.to_string().into());
    }
    fields.insert("file".into(), name.into());
    let body = body.trim_matches('\n');
    if !body.is_empty() {
        fields.insert("body".into(), own_pictures(body).into());
    }
    fields.insert("kind".into(), Entry::KIND.into());
    let content = Content::from_json(&fields);
    let hash = BlobId::of(format!("luoxuan markdown: {}", content.json()).as_bytes());
    let mut record = [0; 16];
    record.copy_from_slice(hash.as_bytes().first_chunk::<16>().unwrap_or(&[0; 16]));
    Page {
        record: RecordId::from_bytes(record),
        revision: None,
        unchanged: false,
        content,
    }
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
fn own_pictures(body: &str) -> String {
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
