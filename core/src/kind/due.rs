//! What has to be done by a day.

use std::sync::Arc;

use super::Kinds;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::record::{Kind, KindField};
use crate::time::Date;

/// A day by which something is to be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// What is due.
    pub record: RecordId,
    /// The field that says the day.
    pub field: String,
    /// The kind of the record.
    pub kind: Arc<Kind>,
}

/// What is due up to a day and not settled, the earliest first: a deadline is settled by the stage its field names. One
/// that no stage settles is over when its day is, and days before `from` are left out.
///
/// ```
/// use luoxuan::kind::{Kinds, due};
/// use luoxuan::{Author, Date, DeviceId, Index, Journal, RecordId, Timestamp};
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let day = |text: &str| text.parse::<Date>().expect("a day");
/// let kinds = Kinds::built_in();
/// let entry = kinds.named("contest_entry").expect("it comes with the crate");
/// let content = entry.begun("把一件事写具体").with("due_school", Some("2026-12-04".into()));
/// let mut journal = Journal::new();
/// journal.write(RecordId::from_bytes([2; 16]), content.clone(), author);
/// let found = due(&kinds, &Index::of(&journal), day("2026-11-30"), day("2026-12-14"));
/// assert_eq!((found[0].day, found[0].field.as_str()), (day("2026-12-04"), "due_school"));
///
/// journal.write(RecordId::from_bytes([2; 16]), entry.at_stage(&content, "handed_in", None), author);
/// assert_eq!(due(&kinds, &Index::of(&journal), day("2026-11-30"), day("2026-12-14")), []);
/// ```
pub fn due(kinds: &Kinds, index: &Index, from: Date, to: Date) -> Vec<Due> {
    let mut all = Vec::new();
    for kind in kinds.iter() {
        let fields: Vec<&KindField> = kind.fields.iter().filter(|field| !field.due.is_empty()).collect();
        if fields.is_empty() {
            continue;
        }
        for head in kind.records(index) {
            let day = |field: &&KindField| {
                let day: Date = head.content().text(&field.name)?.parse().ok()?;
                let open = day <= to && !is_settled(kind, field, head.content(), day < from);
                open.then(|| Due {
                    day,
                    record: head.record(),
                    field: field.name.clone(),
                    kind: Arc::clone(kind),
                })
            };
            all.extend(fields.iter().filter_map(day));
        }
    }
    all.sort_by(|a, b| (a.day, a.record, &a.field).cmp(&(b.day, b.record, &b.field)));
    all
}

fn is_settled(kind: &Kind, field: &KindField, content: &Content, is_past: bool) -> bool {
    let at = |word: &str| kind.stages.iter().position(|stage| stage.word == word);
    let Some(settles) = at(&field.due) else { return is_past };
    let stage = kind.stage_of(content);
    let now = stage.and_then(|stage| at(&stage.word));
    // Where nothing follows and nothing has been done, it has been given up.
    now.is_some_and(|now| now >= settles) || stage.is_some_and(|stage| stage.next.is_empty())
}
