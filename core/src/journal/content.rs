//! What a record says, before anybody asks what it means.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What a record says: a kind and named fields, as JSON.
///
/// This is the ground state. Typed views (`Entry`, `Spiral`, …) are read from it and written to it;
/// kinds and fields this version does not know are carried through unchanged.
///
/// ```
/// use luoxuan::{Content, Entry, Phase};
/// let entry = Entry { phase: Phase::Problem, body: "平均只写了96字。".into(), ..Entry::default() };
/// let content = Content::of(&entry);
/// assert_eq!(content.kind(), "entry");
/// assert_eq!(content.read::<Entry>(), Some(entry));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content(Map<String, Value>);

impl Content {
    /// The content a typed record stands for.
    pub fn of<R: crate::record::Record>(record: &R) -> Self {
        let mut fields = record.fields();
        fields.insert("kind".into(), Value::String(R::KIND.into()));
        Self(fields)
    }

    /// Content from its JSON object. The object's `kind` says what it is.
    pub fn from_json(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// Its JSON object.
    pub fn as_json(&self) -> &Map<String, Value> {
        &self.0
    }

    /// What kind of record it is; empty if it does not say.
    pub fn kind(&self) -> &str {
        self.0.get("kind").and_then(Value::as_str).unwrap_or_default()
    }

    /// Reads it as a typed record; `None` if it is of another kind.
    ///
    /// Reading is total: fields of an unexpected shape are kept aside in the record's `other`.
    pub fn read<R: crate::record::Record>(&self) -> Option<R> {
        if self.kind() != R::KIND {
            return None;
        }
        let mut fields = self.0.clone();
        fields.remove("kind");
        Some(R::from_fields(fields))
    }
}

/// Takes a field out of `fields` if it has the expected shape; leaves it there otherwise.
pub(crate) fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    let read = T::deserialize(fields.get(name)?).ok()?;
    fields.remove(name);
    Some(read)
}

/// Writes a field unless it says nothing, so that an absent field and an empty one have the same bytes.
pub(crate) fn put<T: Serialize + Default + PartialEq>(fields: &mut Map<String, Value>, name: &str, value: &T) {
    if *value == T::default() {
        return;
    }
    if let Ok(value) = serde_json::to_value(value) {
        fields.insert(name.into(), value);
    }
}

/// Writes JSON in its canonical form: object keys in byte order, no spaces, each number and string
/// in serde_json's shortest spelling. Equal values have equal bytes.
fn canonical(value: &Value, into: &mut String) {
    match value {
        Value::Object(fields) => canonical_object(fields, into),
        Value::Array(items) => {
            into.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                canonical(item, into);
            }
            into.push(']');
        }
        // Value's own printing is compact and escapes only what JSON requires.
        scalar => into.push_str(&scalar.to_string()),
    }
}

pub(crate) fn canonical_object(fields: &Map<String, Value>, into: &mut String) {
    canonical_fields(fields.iter().map(|(name, value)| (name, Said::Value(value))), into);
}

/// What stands in a field.
#[derive(Clone, Copy)]
pub(super) enum Said<'v> {
    Value(&'v Value),
    Object(&'v Map<String, Value>),
}

pub(super) fn canonical_fields<'v>(fields: impl Iterator<Item = (&'v String, Said<'v>)>, into: &mut String) {
    // Sorted here as well, so that a build which turns on serde_json's `preserve_order` keeps the same bytes.
    let mut keys: Vec<_> = fields.collect();
    keys.sort_unstable_by_key(|(key, _)| key.as_str());
    into.push('{');
    for (index, (key, item)) in keys.into_iter().enumerate() {
        if index > 0 {
            into.push(',');
        }
        into.push_str(&Value::String(key.clone()).to_string());
        into.push(':');
        match item {
            Said::Value(value) => canonical(value, into),
            Said::Object(fields) => canonical_object(fields, into),
        }
    }
    into.push('}');
}
