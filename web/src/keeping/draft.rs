//! An unfinished text.

use luoxuan::{Content, Moment, RecordId, RevisionId};
use serde::Deserialize;
use serde_json::{Map, Value};

/// An unfinished text: what somebody is typing, and what they had in view when they began.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Which record it is of.
    pub record: RecordId,
    /// The revisions it follows.
    pub base: Vec<RevisionId>,
    /// What it says.
    pub content: Content,
    /// When it was typed.
    pub at: Moment,
}

#[derive(Deserialize)]
struct Written {
    record: RecordId,
    base: Vec<RevisionId>,
    content: Map<String, Value>,
    at: Moment,
}

impl Draft {
    /// The draft as JSON. What it says is such already, and need not be taken apart at every key.
    pub fn to_text(&self) -> String {
        let base: Vec<String> = self.base.iter().map(|id| format!("\"{id}\"")).collect();
        format!(
            r#"{{"record":"{}","base":[{}],"content":{},"at":[{},{}]}}"#,
            self.record,
            base.join(","),
            self.content.json(),
            self.at.millis(),
            self.at.offset()
        )
    }

    /// Reads a draft; `None` if the text is none.
    pub fn from_text(text: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(text).ok()?;
        Some(Self {
            record: written.record,
            base: written.base,
            content: Content::from_json(&written.content),
            at: written.at,
        })
    }
}
