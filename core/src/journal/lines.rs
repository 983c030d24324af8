//! Revisions as lines of JSON: the one written form, in stores, archives and between tabs.

use std::sync::Arc;

use super::{BadRevision, Revision};

/// Bytes that could not be read as a revision. Kept as they were, never dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What is wrong with them.
    pub why: BadRevision,
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
pub fn read_lines(bytes: &[u8]) -> (Vec<Revision>, Vec<Damage>) {
    let (mut revisions, mut damage) = (Vec::new(), Vec::new());
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match Revision::from_line(line) {
            Ok(revision) => revisions.push(revision),
            Err(why) => damage.push(Damage {
                bytes: line.to_vec(),
                why,
            }),
        }
    }
    (revisions, damage)
}
