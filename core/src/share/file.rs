//! The shared file: a line that says who gives it, then a line for each record.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::header::{FORMAT, HEADER, is_shared};
use crate::id::DeviceId;
use crate::journal::{Author, Revision, State, read_lines, write_lines};
use crate::time::{DateRange, Timestamp};

const VERSION: u64 = 1;

/// Who gives a shared file, and of which days.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sender {
    /// 姓名; empty if the teacher has not said it.
    pub name: String,
    /// The device it was made on: a later file of it takes the place of an earlier one of the same days.
    pub device: DeviceId,
    /// When it was made.
    pub at: Timestamp,
    /// Of which days; of all if none.
    pub span: Option<DateRange>,
}

impl Sender {
    /// Somebody who has not said a name, of all days.
    pub const fn of(author: Author) -> Self {
        Self {
            name: String::new(),
            device: author.device,
            at: author.now,
            span: None,
        }
    }

    pub(super) fn header(&self) -> String {
        let mut said = Map::from_iter([
            ("at".to_owned(), json!([self.at.millis(), self.at.offset()])),
            ("device".to_owned(), self.device.to_string().into()),
            ("name".to_owned(), self.name.as_str().into()),
            ("version".to_owned(), VERSION.into()),
        ]);
        if let Some(span) = self.span {
            said.insert("from".into(), span.start.to_string().into());
            said.insert("until".into(), span.end.to_string().into());
        }
        let said = Value::Object(said).to_string();
        // The format comes first, so that the first bytes of a file tell what it is.
        format!("{{\"format\":\"{FORMAT}\",{}", said.strip_prefix('{').unwrap_or(&said))
    }

    fn read(line: &[u8]) -> Option<Self> {
        let said: Map<String, Value> = serde_json::from_slice(line).ok()?;
        let text = |name: &str| said.get(name).and_then(Value::as_str);
        let at = said.get("at").and_then(Value::as_array).map(Vec::as_slice);
        let at = match at {
            Some([millis, offset]) => Timestamp::new(millis.as_i64()?, i16::try_from(offset.as_i64()?).ok()?),
            _ => return None,
        };
        let day = |name: &str| text(name)?.parse().ok();
        let span = day("from").zip(day("until"));
        Some(Self {
            name: text("name").unwrap_or_default().trim().to_owned(),
            device: text("device")?.parse().ok()?,
            at,
            span: span.map(|(start, end)| DateRange { start, end }),
        })
    }
}

/// What one teacher gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shared {
    /// Who.
    pub sender: Sender,
    /// The records, each as it was said when the file was made.
    pub revisions: Vec<Arc<Revision>>,
    /// So many lines could not be read.
    pub damaged: usize,
}

impl Shared {
    /// It as a file again, without what could not be read.
    pub fn write(&self) -> String {
        let mut file = self.sender.header();
        file.push('\n');
        file.push_str(&write_lines(&self.revisions));
        file
    }
}

/// A file that is no shared one: a backup, which may hold what nobody chose to share, or something else. Nothing of it
/// was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NotShared;

impl fmt::Display for NotShared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a file that was made to be shared")
    }
}

impl std::error::Error for NotShared {}

/// Reads a shared file, or several put one behind the other. What cannot be read costs itself alone.
///
/// # Errors
///
/// If it does not begin as a shared file does.
pub fn read(bytes: &[u8]) -> Result<Vec<Shared>, NotShared> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if !is_shared(bytes) {
        return Err(NotShared);
    }
    let mut all: Vec<Shared> = Vec::new();
    let mut lost = 0;
    for line in bytes.split(|byte| *byte == b'\n') {
        if line.starts_with(HEADER) {
            match Sender::read(line) {
                Some(sender) => all.push(Shared {
                    sender,
                    revisions: Vec::new(),
                    damaged: 0,
                }),
                // Whose they are is not known, so nobody's are they said to be.
                None => return Err(NotShared),
            }
            continue;
        }
        let Some(shared) = all.last_mut() else { continue };
        let (revisions, damaged) = read_lines(line);
        let kept = revisions.into_iter().filter(|revision| revision.state() == State::Live);
        shared.revisions.extend(kept.map(Arc::new));
        shared.damaged += damaged.len();
        lost += damaged.len();
    }
    // A file of nothing but damage is no file.
    if lost > 0 && all.iter().all(|shared| shared.revisions.is_empty()) {
        return Err(NotShared);
    }
    Ok(all)
}
