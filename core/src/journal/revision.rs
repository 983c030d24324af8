//! One thing said at one moment.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Content;
use super::content::{DEEPEST, canonical, object};
use super::fields::{Fields, moment, unquoted, within};
use crate::id::{DeviceId, RecordId, RevisionId};
use crate::time::Timestamp;

/// The version of the written format this build writes. It reads every version up to this one,
/// and keeps newer revisions without touching them.
pub const FORMAT_VERSION: u64 = 1;

/// Whether a record is in use, in the trash, or erased for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum State {
    /// In use.
    #[default]
    Live,
    /// In the trash: out of sight, all words kept, restorable.
    Trashed,
    /// Erased on purpose: its words are gone, and stay gone wherever this revision arrives.
    Erased,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Trashed => "trashed",
            Self::Erased => "erased",
        }
    }
}

/// What a record said at a moment: whole, immutable, addressed by the hash of its canonical bytes.
///
/// The canonical bytes are a JSON object in UTF-8 with keys in byte order and no spaces:
/// `at`, `content`, `device`, `parents`, `record`, `state` (absent while live) and `v`, plus any
/// field a newer version added. A written line is the same object with `id` in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Revision {
    id: RevisionId,
    record: RecordId,
    parents: Vec<RevisionId>,
    device: DeviceId,
    at: Timestamp,
    state: State,
    content: Content,
    version: u64,
    other: Map<String, Value>,
}

/// Why bytes could not be read as a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevisionError {
    /// Not UTF-8.
    NotText,
    /// Not one JSON object.
    NotJson,
    /// JSON, but a field that every revision has is missing or has another shape.
    NotARevision,
    /// The bytes do not have the hash they claim: something changed on the way.
    Changed,
    /// Written by a newer version in a shape this one cannot read. Nothing is wrong with it.
    Newer,
}

impl fmt::Display for RevisionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotText => "not UTF-8 text",
            Self::NotJson => "not one JSON object",
            Self::NotARevision => "not a revision: a required field is missing or has another shape",
            Self::Changed => "the bytes do not match their hash",
            Self::Newer => "written by a newer version",
        })
    }
}

impl std::error::Error for RevisionError {}

impl Revision {
    /// A revision of `record` that follows `parents`. Erased revisions carry no content.
    pub fn new(
        record: RecordId,
        parents: impl IntoIterator<Item = RevisionId>,
        device: DeviceId,
        at: Timestamp,
        state: State,
        content: Content,
    ) -> Self {
        let mut parents: Vec<_> = parents.into_iter().collect();
        parents.sort_unstable();
        parents.dedup();
        let content = if state == State::Erased {
            Content::default()
        } else {
            content
        };
        let mut revision = Self {
            id: RevisionId::from_bytes([0; 32]),
            record,
            parents,
            device,
            at,
            state,
            content,
            version: FORMAT_VERSION,
            other: Map::new(),
        };
        revision.id = revision.hash();
        revision
    }

    /// What it is without what it says: enough to know it and what it follows, at a fraction of the weight.
    #[must_use]
    pub(crate) fn husk(&self) -> Self {
        Self {
            content: Content::default(),
            other: Map::new(),
            parents: self.parents.clone(),
            ..*self
        }
    }

    /// A revision in use, of this version, as somebody has laid it down with its id: nobody looks whether that is its hash.
    pub(crate) fn recalled(
        id: RevisionId,
        record: RecordId,
        parents: Vec<RevisionId>,
        device: DeviceId,
        at: Timestamp,
        content: Content,
    ) -> Self {
        Self {
            id,
            record,
            parents,
            device,
            at,
            state: State::Live,
            content,
            version: FORMAT_VERSION,
            other: Map::new(),
        }
    }

    /// Whether it is what [`Revision::recalled`] makes, and can be laid down so.
    pub(crate) fn is_plain(&self) -> bool {
        self.state == State::Live && self.version == FORMAT_VERSION && self.other.is_empty()
    }

    /// Whether its id is the hash of what it says.
    pub(crate) fn is_sound(&self) -> bool {
        self.hash() == self.id
    }

    /// The hash of its canonical bytes.
    pub const fn id(&self) -> RevisionId {
        self.id
    }

    /// Which record it is a revision of.
    pub const fn record(&self) -> RecordId {
        self.record
    }

    /// The revisions it follows, in order of their ids. Empty for the first.
    pub fn parents(&self) -> &[RevisionId] {
        &self.parents
    }

    /// Which device wrote it.
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// When it was written, by that device's clock. For people; it never decides anything.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Live, trashed or erased.
    pub const fn state(&self) -> State {
        self.state
    }

    /// What the record said.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// Whether a newer version wrote it: it may be shown, but this version must not write over it.
    pub const fn is_newer(&self) -> bool {
        self.version > FORMAT_VERSION
    }

    /// The revision as one line of JSON, without the line feed.
    pub fn to_line(&self) -> String {
        self.canonical(Some(self.id))
    }

    fn canonical(&self, id: Option<RevisionId>) -> String {
        let quoted = |id: &dyn fmt::Display| Cow::Owned(format!("\"{id}\""));
        let parents: Vec<_> = self.parents.iter().map(|parent| quoted(parent)).collect();
        let mut fields = vec![
            ("at", format!("[{},{}]", self.at.millis(), self.at.offset()).into()),
            ("content", self.content.once()),
            ("device", quoted(&self.device)),
            ("parents", format!("[{}]", parents.join(",")).into()),
            ("record", quoted(&self.record)),
            ("v", self.version.to_string().into()),
        ];
        if self.state != State::Live {
            fields.push(("state", quoted(&self.state.word())));
        }
        fields.extend(id.map(|id| ("id", quoted(&id))));
        fields.extend(self.other.iter().map(|(name, value)| {
            let mut said = String::new();
            canonical(value, DEEPEST, &mut said);
            (name.as_str(), said.into())
        }));
        let mut text = String::with_capacity(fields.iter().map(|(name, said)| name.len() + said.len() + 4).sum());
        object(fields, |said, text| text.push_str(&said), &mut text);
        text
    }

    /// Reads one line written by [`Revision::to_line`], of this or an older version, and checks its hash.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the bytes; the caller keeps them.
    pub fn from_line(line: &[u8]) -> Result<Self, RevisionError> {
        Self::parse(text_of(line)?)?.checked()
    }

    fn checked(self) -> Result<Self, RevisionError> {
        if self.is_sound() {
            Ok(self)
        } else {
            Err(RevisionError::Changed)
        }
    }

    /// Reads a line that [`Revision::to_line`] wrote, byte for byte. Such a line without its id is what was hashed, and
    /// what it says need not be taken apart.
    pub(crate) fn from_kept_line(line: &[u8]) -> Result<Self, RevisionError> {
        let text = text_of(line)?;
        Self::plain(text).map_or_else(|| Self::parse(text)?.checked(), Ok)
    }

    /// Reads what nearly every line is: in use, of this version, with nothing a newer one added, and with the hash it
    /// names.
    fn plain(line: &str) -> Option<Self> {
        let mut fields = Fields::of(line);
        let at = moment(fields.expect("at")?)?;
        let content = fields.expect("content").filter(|content| content.starts_with('{'))?;
        let device = unquoted(fields.expect("device")?)?;
        let (before, _) = fields.parts();
        let id = unquoted(fields.expect("id")?)?;
        let (_, after) = fields.parts();
        let parents = within(fields.expect("parents")?)?;
        let record = unquoted(fields.expect("record")?)?;
        let version = fields
            .expect("v")?
            .parse()
            .ok()
            .filter(|version| *version == FORMAT_VERSION)?;
        let id: RevisionId = id
            .parse()
            .ok()
            .filter(|id| fields.is_done() && *id == RevisionId::of_two(before, after))?;
        let parents = parents.split(',').filter(|parent| !parent.is_empty());
        Some(Self {
            id,
            record: record.parse().ok()?,
            parents: parents
                .map(|parent| unquoted(parent)?.parse().ok())
                .collect::<Option<_>>()?,
            device: device.parse().ok()?,
            at,
            state: State::Live,
            content: Content::from_canonical(content),
            version,
            other: Map::new(),
        })
    }

    /// Reads a line in which characters were mended. If it no longer has its hash it is another
    /// revision, and says so by its id. What has been harmed is not believed when it says that words are to go.
    pub(crate) fn from_mended_line(line: &[u8]) -> Result<Self, RevisionError> {
        let mut revision = Self::parse(text_of(line)?)?;
        if revision.state == State::Erased {
            return Err(RevisionError::Changed);
        }
        revision.id = revision.hash();
        Ok(revision)
    }

    fn hash(&self) -> RevisionId {
        RevisionId::of(self.canonical(None).as_bytes())
    }

    /// Reads a line as it stands. Here older versions are told apart: each keeps its own bytes for ever,
    /// because its id is their hash, so a line is understood by its version and never rewritten.
    /// Version 1 is the first.
    fn parse(line: &str) -> Result<Self, RevisionError> {
        let mut fields: Map<String, Value> = serde_json::from_str(line).map_err(|_| RevisionError::NotJson)?;
        let version = fields.remove("v").and_then(|version| version.as_u64());
        let bad = match version.ok_or(RevisionError::NotARevision)? {
            1..=FORMAT_VERSION => RevisionError::NotARevision,
            0 => return Err(RevisionError::NotARevision),
            _ => RevisionError::Newer,
        };
        let state = match fields.remove("state") {
            None => State::Live,
            Some(state) => match state.as_str() {
                Some("trashed") => State::Trashed,
                Some("erased") => State::Erased,
                _ => return Err(bad),
            },
        };
        let parents = match fields.remove("parents") {
            Some(Value::Array(parents)) => parents.iter().map(id_in).collect::<Option<_>>(),
            _ => None,
        };
        let at = fields.remove("at").and_then(|at| Timestamp::deserialize(at).ok());
        let mut id = |name: &str| fields.remove(name);
        let (own, record, device) = (id("id"), id("record"), id("device"));
        Ok(Self {
            id: own.as_ref().and_then(id_in).ok_or(bad)?,
            record: record.as_ref().and_then(id_in).ok_or(bad)?,
            parents: parents.ok_or(bad)?,
            device: device.as_ref().and_then(id_in).ok_or(bad)?,
            at: at.ok_or(bad)?,
            state,
            content: match fields.remove("content") {
                Some(Value::Object(content)) => Content::from_json(&content),
                _ => return Err(bad),
            },
            version: version.ok_or(bad)?,
            other: fields,
        })
    }
}

fn text_of(line: &[u8]) -> Result<&str, RevisionError> {
    std::str::from_utf8(line).map_err(|_| RevisionError::NotText)
}

/// An id, if the value is one.
fn id_in<T: FromStr>(value: &Value) -> Option<T> {
    value.as_str()?.parse().ok()
}
