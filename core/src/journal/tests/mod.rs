mod apart;
mod gone;
mod lines;
mod newer;

use super::content::DEEPEST;
use super::*;
use crate::id::{DeviceId, RecordId};
use crate::record::{Entry, Phase};
use crate::time::Timestamp;

fn by(device: u8, minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([device; 16]),
        now: Timestamp::new(minute * 60_000, 480),
    }
}

fn entry(body: &str) -> Content {
    Content::of(&Entry {
        phase: Phase::Reflection,
        body: body.into(),
        ..Entry::default()
    })
}

fn body(journal: &Journal, record: RecordId) -> String {
    journal
        .head(record)
        .and_then(|head| head.content().read::<Entry>())
        .map(|entry| entry.body)
        .unwrap_or_default()
}

const RECORD: RecordId = RecordId::from_bytes([7; 16]);

#[test]
fn writing_the_same_again_writes_nothing() {
    let mut journal = Journal::new();
    assert!(journal.write(RECORD, entry("一"), by(1, 1)).is_some());
    assert!(journal.write(RECORD, entry("一"), by(1, 2)).is_none());
    assert_eq!(journal.len(), 1);
    assert_eq!(journal.conflicts().count(), 0);
}

fn two_versions() -> (Journal, [std::sync::Arc<Revision>; 2]) {
    let mut here = Journal::new();
    here.write(RECORD, entry("一。"), by(1, 1));
    let mut there = here.clone();
    let ours = here.write(RECORD, entry("二。"), by(1, 2)).expect("written");
    let theirs = there.write(RECORD, entry("三。"), by(2, 3)).expect("written");
    here.merge([theirs.clone()]);
    (here, [ours, theirs])
}
