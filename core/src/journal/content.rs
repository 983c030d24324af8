//! What a record says, before anybody asks what it means.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::fields::{Fields, text};
use super::part::{Apart, MARK, Part};
use crate::text::one_line_end;

/// What a record says: a kind and named fields, as JSON.
///
/// This is the ground state. Typed views (`Entry`, `Spiral`, …) are read from it and written to it;
/// kinds and fields this version does not know are carried through unchanged.
///
/// In memory it is its canonical text and nothing else: of a long journal most is never asked for, and a map of fields
/// weighs as much again as the words in it. What a [snapshot](crate::snapshot) said lies there until it is asked for.
///
/// ```
/// use luoxuan::{Content, Entry, Phase};
/// let entry = Entry { phase: Phase::Problem, body: "平均只写了96字。".into(), ..Entry::default() };
/// let content = Content::of(&entry);
/// assert_eq!(content.kind(), "entry");
/// assert_eq!(content.json(), r#"{"body":"平均只写了96字。","kind":"entry","phase":"problem"}"#);
/// assert_eq!(content.read::<Entry>(), Some(entry));
/// ```
#[derive(Clone)]
pub struct Content(Text);

#[derive(Clone)]
enum Text {
    Own(Box<str>),
    Apart(Apart),
}

impl Default for Content {
    fn default() -> Self {
        Self::from_canonical("{}")
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Content").field(&self.once()).finish()
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.once() == other.once()
    }
}

impl Eq for Content {}

impl Hash for Content {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.once().hash(state);
    }
}

impl Content {
    /// The content a typed record stands for.
    pub fn of<R: crate::record::Record>(record: &R) -> Self {
        let mut fields = record.fields();
        fields.insert("kind".into(), Value::String(R::KIND.into()));
        Self::from_json(&fields)
    }

    /// Content from its JSON object. The object's `kind` says what it is.
    ///
    /// JSON is read to 127 objects and lists within one another, and in a line all this stands within the line's own.
    /// What lies deeper is kept as the text of its JSON.
    pub fn from_json(fields: &Map<String, Value>) -> Self {
        let mut text = String::new();
        canonical_object(fields, DEEPEST, &mut text);
        Self(Text::Own(text.into()))
    }

    /// Content from text that [`Content::json`] gave: nobody looks whether it is canonical.
    pub(crate) fn from_canonical(text: &str) -> Self {
        Self(Text::Own(text.into()))
    }

    /// What a part says in one of its slots.
    pub(crate) fn apart(part: Arc<Part>, slot: usize) -> Self {
        Self(Text::Apart(Apart::new(part, slot)))
    }

    /// The part of a snapshot where its words are held, and its place there. They may be held here too by now.
    pub fn part(&self) -> Option<(&Arc<Part>, usize)> {
        match &self.0 {
            Text::Own(_) => None,
            Text::Apart(apart) => apart.place(),
        }
    }

    /// Its canonical JSON: one object, its keys in byte order, no spaces.
    #[inline(never)]
    pub fn json(&self) -> &str {
        match &self.0 {
            Text::Own(text) => text,
            Text::Apart(apart) => apart.json(),
        }
    }

    /// The same, for whoever needs it once.
    #[inline(never)]
    pub(crate) fn once(&self) -> Cow<'_, str> {
        match &self.0 {
            Text::Own(text) => Cow::Borrowed(text),
            Text::Apart(apart) => apart.once(),
        }
    }

    /// The same without the words that lie apart: what a record is found by.
    pub(crate) fn rest(&self) -> &str {
        match &self.0 {
            Text::Own(text) => text,
            Text::Apart(apart) => apart.rest(),
        }
    }

    /// Whether it says the same words, whatever ends their lines.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let folded = |content: &Self| {
            let fields = content.json().contains("\\r").then(|| content.to_json());
            fields.map(|fields| Self::from_json(&with_one_line_end(fields)))
        };
        self == other || folded(self).as_ref().unwrap_or(self) == folded(other).as_ref().unwrap_or(other)
    }

    /// Its JSON object, taken apart.
    pub fn to_json(&self) -> Map<String, Value> {
        self.parsed().unwrap_or_default()
    }

    pub(super) fn parsed(&self) -> Option<Map<String, Value>> {
        serde_json::from_str(&self.once()).ok()
    }

    /// What kind of record it is; empty if it does not say.
    pub fn kind(&self) -> Cow<'_, str> {
        self.text("kind").unwrap_or_default()
    }

    /// What one field says, if it is there and a text, without taking the others apart. Its name is such as needs no
    /// escaping.
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = field(self.rest(), name)?;
        if value.contains(MARK) {
            return match self.once() {
                Cow::Borrowed(json) => text(field(json, name)?),
                Cow::Owned(json) => Some(text(field(&json, name)?)?.into_owned().into()),
            };
        }
        text(value)
    }

    /// Reads it as a typed record; `None` if it is of another kind.
    ///
    /// Reading is total: what of a field is not understood is kept aside in the record's `other`.
    pub fn read<R: crate::record::Record>(&self) -> Option<R> {
        if self.kind() != R::KIND {
            return None;
        }
        // What cannot be taken apart is no record of nothing, which somebody would write back.
        let mut fields = self.parsed()?;
        fields.remove("kind")?;
        Some(R::from_fields(&fields))
    }
}

fn field<'t>(json: &'t str, name: &str) -> Option<&'t str> {
    Fields::of(json).find(|(next, _)| *next == name).map(|(_, value)| value)
}

/// So many objects and lists within one another, itself counted, can be read again wherever a content stands in a line.
pub(super) const DEEPEST: usize = 126;

/// Writes JSON in its canonical form: object keys in byte order, no spaces, each number and string
/// in serde_json's shortest spelling. Equal values have equal bytes. Of objects and lists within one another so many as
/// `deepest` says; what lies deeper as the text of its JSON.
pub(super) fn canonical(value: &Value, deepest: usize, into: &mut String) {
    match value {
        Value::Object(_) | Value::Array(_) if deepest == 0 => quote(&value.to_string(), into),
        Value::Object(fields) => canonical_object(fields, deepest, into),
        Value::Array(items) => {
            into.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                canonical(item, deepest - 1, into);
            }
            into.push(']');
        }
        Value::String(text) => quote(text, into),
        // Value's own printing is compact.
        scalar => into.push_str(&scalar.to_string()),
    }
}

fn canonical_object(fields: &Map<String, Value>, deepest: usize, into: &mut String) {
    let fields = fields.iter().map(|(key, item)| (key.as_str(), item));
    object(fields.collect(), |item, into| canonical(item, deepest - 1, into), into);
}

/// Writes an object whose fields `write` knows how to write.
pub(super) fn object<T>(mut fields: Vec<(&str, T)>, write: impl Fn(T, &mut String), into: &mut String) {
    // Sorted here as well, so that a build which turns on serde_json's `preserve_order` keeps the same bytes.
    fields.sort_unstable_by_key(|(key, _)| *key);
    into.push('{');
    for (index, (key, item)) in fields.into_iter().enumerate() {
        if index > 0 {
            into.push(',');
        }
        quote(key, into);
        into.push(':');
        write(item, into);
    }
    into.push('}');
}

/// Writes a string, escaping only what JSON requires. As serde_json does, but in runs and without a text in between: at
/// the start each word of the journal passes here.
pub(super) fn quote(text: &str, into: &mut String) {
    /// The highest bit of each of eight bytes.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    into.push('"');
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        if *byte >= 0x80 {
            // Nothing in eight bytes of Chinese needs escaping; they pass at once.
            let some = bytes.get(at..at + 8).and_then(|some| some.try_into().ok());
            let chinese = some.is_some_and(|some| u64::from_ne_bytes(some) & HIGH == HIGH);
            at += if chinese { 8 } else { 1 };
            continue;
        }
        at += 1;
        if *byte >= 0x20 && *byte != b'"' && *byte != b'\\' {
            continue;
        }
        into.push_str(text.get(from..at - 1).unwrap_or_default());
        from = at;
        match *byte {
            b'"' => into.push_str("\\\""),
            b'\\' => into.push_str("\\\\"),
            b'\n' => into.push_str("\\n"),
            b'\r' => into.push_str("\\r"),
            b'\t' => into.push_str("\\t"),
            0x08 => into.push_str("\\b"),
            0x0c => into.push_str("\\f"),
            control => into.push_str(&format!("\\u{control:04x}")),
        }
    }
    into.push_str(text.get(from..).unwrap_or_default());
    into.push('"');
}

/// Fields with every text in them ended line by line in one way.
fn with_one_line_end(fields: Map<String, Value>) -> Map<String, Value> {
    fn each(value: &mut Value) {
        match value {
            Value::String(text) => *text = one_line_end(text).into_owned(),
            Value::Array(items) => items.iter_mut().for_each(each),
            Value::Object(fields) => fields.values_mut().for_each(each),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut fields = fields;
    fields.values_mut().for_each(each);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_too_deep_is_kept_as_text() {
        let within = |depth: usize| {
            (1..depth).fold(Value::from("字\""), |inner, at| match at % 2 {
                0 => Value::from(vec![inner]),
                _ => Map::from_iter([("在".to_owned(), inner)]).into(),
            })
        };
        let content = |depth| Content::from_json(&Map::from_iter([("x".to_owned(), within(depth))]));
        let line = |content: &Content| {
            let (record, device) = (
                crate::RecordId::from_bytes([1; 16]),
                crate::DeviceId::from_bytes([2; 16]),
            );
            let state = crate::State::Live;
            crate::Revision::new(record, [], device, crate::Timestamp::new(0, 0), state, content.clone()).to_line()
        };
        for depth in [1, DEEPEST, DEEPEST + 1, DEEPEST + 2, DEEPEST + 9] {
            let content = content(depth);
            assert_eq!(Content::from_json(&content.to_json()), content, "{depth}");
            let read = crate::Revision::from_line(line(&content).as_bytes()).expect("it is read again");
            assert_eq!(*read.content(), content);
            assert!(content.json().contains('字'));
            assert_eq!(
                content.to_json().get("x") == Some(&within(depth)),
                depth <= DEEPEST,
                "{depth}"
            );
        }
    }

    #[test]
    fn strings_are_written_as_the_library_writes_them() {
        let all: String = (0..0x300).chain(0x2020..0x2040).filter_map(char::from_u32).collect();
        let long = format!("{all}字\"{all}𠮷\\");
        // Ends in the byte 0x80, with what must be escaped behind it.
        let low = format!("\u{2000}{}", "\0".repeat(8));
        for text in all.chars().map(String::from).chain([String::new(), long, low]) {
            let mut written = String::new();
            quote(&text, &mut written);
            assert_eq!(written, Value::String(text).to_string());
        }
    }
}
