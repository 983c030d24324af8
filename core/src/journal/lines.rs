//! Revisions as lines of JSON: the one written form, in stores, archives and between tabs.

use std::sync::Arc;

use memchr::memchr_iter;

use super::{Revision, RevisionError};

/// Bytes that could not be read as a revision. Kept as they were, never dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Corruption {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What is wrong with them.
    pub why: RevisionError,
}

/// The first line of an archive. It says what follows to whoever opens the file without us; reading
/// needs it for nothing, since every line names its own version.
pub(crate) const HEADER: &str = r#"{"format":"luoxuan journal","version":1}"#;

/// Whether a file begins as an archive does.
pub(crate) fn begins_with_header(bytes: &[u8]) -> bool {
    bytes.starts_with(br#"{"format":"luoxuan journal""#)
}

/// A line of an archive that is no revision.
pub(crate) enum Frame {
    /// What follows is a journal's.
    Opening,
    /// The journal ends here, so many lines after its header.
    Closing(u64),
}

impl Frame {
    /// The header of this or another version, or the closing line, and nothing else: a header whose line feed was lost has
    /// the first revision behind it. Either may stand anywhere, so that archives put one behind the other still read as
    /// one. Who does not know of closing lines takes one for a header, and skips it.
    pub(crate) fn of(line: &[u8]) -> Option<Self> {
        if !begins_with_header(line) {
            return None;
        }
        let says: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(line).ok()?;
        let lines = says.get("lines").and_then(serde_json::Value::as_u64);
        Some(lines.map_or(Self::Opening, Self::Closing))
    }
}

/// The last line of an archive, by which a reader knows that nothing was cut off: it counts the lines between the header
/// and itself.
pub(crate) fn closing(lines: usize) -> String {
    format!(r#"{{"format":"luoxuan journal","lines":{lines},"version":1}}"#)
}

/// Writes revisions as lines, each ended by a line feed.
pub fn write_lines<'r>(revisions: impl IntoIterator<Item = &'r Arc<Revision>>) -> String {
    let mut lines = String::new();
    for revision in revisions {
        lines.push_str(&revision.to_line());
        lines.push('\n');
    }
    lines
}

/// Reads lines. Total: what could be read, and what could not. A line that damage has torn costs
/// that line alone.
pub fn read_lines(bytes: &[u8]) -> (Vec<Revision>, Vec<Corruption>) {
    read(bytes, Revision::from_line)
}

/// Reads lines that [`write_lines`] wrote and a store kept, with less work: each is held against its hash as it
/// stands, where [`read_lines`] first writes it anew, because others may spell the same revision in another way. What
/// does not agree is read as [`read_lines`] reads it.
///
/// Not for lines from elsewhere: that a content is spelt as it should be is taken on trust, since only [`write_lines`]
/// has written here.
pub fn read_kept_lines(bytes: &[u8]) -> (Vec<Revision>, Vec<Corruption>) {
    read(bytes, Revision::from_kept_line)
}

fn read(bytes: &[u8], one: impl Fn(&[u8]) -> Result<Revision, RevisionError>) -> (Vec<Revision>, Vec<Corruption>) {
    let (mut revisions, mut damage) = (Vec::new(), Vec::new());
    let mut from = 0;
    for end in memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        let line = bytes.get(from..end).unwrap_or_default();
        from = end + 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if Frame::of(line).is_some() || line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match one(line) {
            Ok(revision) => revisions.push(revision),
            Err(why) => damage.push(Corruption {
                bytes: line.to_vec(),
                why,
            }),
        }
    }
    (revisions, damage)
}
