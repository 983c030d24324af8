//! An unfinished text.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::id::{RecordId, RevisionId};
use crate::journal::Content;
use crate::time::Timestamp;

/// Which of a tab's drafts one is. It puts the drafts of one tab in order, which no clock does: clocks are set back, and
/// two keys may fall into one of their ticks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    /// The name of the tab.
    pub tab: String,
    /// How many drafts the tab had handed on by then, this one included.
    pub number: u64,
}

/// An unfinished text: what somebody is typing, and what they had in view when they began.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Draft {
    /// Which record it is of.
    pub record: RecordId,
    /// The revisions it follows.
    pub base: Vec<RevisionId>,
    /// What it says.
    pub content: Content,
    /// When it was typed. For people to read; nothing is decided by it.
    pub at: Timestamp,
    /// Which of its tab's drafts it is; `None` in those of the first versions, which did not count them.
    pub count: Option<Count>,
}

#[derive(Deserialize)]
struct Written {
    record: RecordId,
    base: Vec<RevisionId>,
    content: Map<String, Value>,
    at: Timestamp,
    tab: Option<String>,
    count: Option<u64>,
}

/// Revisions on their way to the disk, each with what it follows.
pub type UnderWay = BTreeMap<RevisionId, Box<[RevisionId]>>;

impl Draft {
    /// Which of its tab's drafts it is; 0 where nobody counted.
    pub fn number(&self) -> u64 {
        self.count.as_ref().map_or(0, |count| count.number)
    }

    /// The draft as one that also follows whatever the revisions it follows come from, as long as these are under way: the
    /// page may die before they are on the disk, and what was typed on after them would stand beside what they followed.
    #[must_use]
    pub fn grounded(mut self, under_way: &UnderWay) -> Self {
        let mut at = 0;
        while let Some(parents) = self.base.get(at).map(|id| under_way.get(id)) {
            for parent in parents.into_iter().flatten() {
                if !self.base.contains(parent) {
                    self.base.push(*parent);
                }
            }
            at += 1;
        }
        self
    }

    /// The draft as JSON. What it says is such already, and need not be taken apart at every key.
    pub fn to_text(&self) -> String {
        let base: Vec<String> = self.base.iter().map(|id| format!("\"{id}\"")).collect();
        let count = self.count.as_ref().map(|count| {
            let tab = Value::from(count.tab.as_str());
            format!(r#","tab":{tab},"count":{}"#, count.number)
        });
        format!(
            r#"{{"record":"{}","base":[{}],"content":{},"at":[{},{}]{}}}"#,
            self.record,
            base.join(","),
            self.content.json(),
            self.at.millis(),
            self.at.offset(),
            count.unwrap_or_default()
        )
    }

    /// Reads a draft; `None` if the text is none.
    pub fn from_text(text: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(text).ok()?;
        let count = written.tab.zip(written.count);
        Some(Self {
            record: written.record,
            base: written.base,
            content: Content::from_json(&written.content),
            at: written.at,
            count: count.map(|(tab, number)| Count { tab, number }),
        })
    }
}
