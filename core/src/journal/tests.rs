use super::*;
use crate::id::{DeviceId, RecordId};
use crate::record::{Entry, Phase};
use crate::time::Moment;

fn by(device: u8, minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([device; 16]),
        now: Moment::new(minute * 60_000, 480),
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
fn a_line_reads_back_as_the_revision_it_was() {
    let mut journal = Journal::new();
    let first = journal
        .write(RECORD, entry("平均96字。\n“就是很激烈。”𠮷👩‍🏫"), by(1, 1))
        .expect("written");
    let trashed = journal.trash(RECORD, by(1, 2));
    for revision in [&first, &trashed[0]] {
        assert_eq!(
            Revision::from_line(revision.to_line().as_bytes()).as_ref(),
            Ok(&**revision)
        );
    }
    let changed = first.to_line().replace("96", "97");
    assert_eq!(Revision::from_line(changed.as_bytes()), Err(BadRevision::Changed));
    assert_eq!(Revision::from_line(b"{\"v\":2}"), Err(BadRevision::Newer));
    assert_eq!(Revision::from_line(b"[]"), Err(BadRevision::NotJson));
    assert_eq!(Revision::from_line(b"{}"), Err(BadRevision::NotARevision));
    assert_eq!(Revision::from_line(&[0xff]), Err(BadRevision::NotText));
}

#[test]
fn writing_the_same_again_writes_nothing() {
    let mut journal = Journal::new();
    assert!(journal.write(RECORD, entry("一"), by(1, 1)).is_some());
    assert!(journal.write(RECORD, entry("一"), by(1, 2)).is_none());
    assert_eq!(journal.len(), 1);
}

#[test]
fn two_devices_that_wrote_apart_keep_both_until_joined() {
    let mut here = Journal::new();
    let base = here
        .write(RECORD, entry("字多了。像在填空。"), by(1, 1))
        .expect("written");
    let mut there = here.clone();
    let ours = here
        .write(RECORD, entry("字多了一倍。像在填空。"), by(1, 2))
        .expect("written");
    let theirs = there
        .write(RECORD, entry("字多了。像在逐格填空。"), by(2, 3))
        .expect("written");
    here.merge([(*theirs).clone()]);
    there.merge([(*ours).clone()]);
    assert_eq!(here, there);
    assert_eq!(here.conflicts().collect::<Vec<_>>(), [RECORD]);

    let older = |id| (id == base.id()).then(|| base.content().clone());
    assert_eq!(here.join(RECORD, older).len(), 1);
    assert_eq!(there.join(RECORD, older).len(), 1);
    assert_eq!(here, there, "both devices joined to the same bytes");
    assert_eq!(body(&here, RECORD), "字多了一倍。像在逐格填空。");
}

#[test]
fn what_cannot_be_joined_stays_side_by_side_until_a_person_settles_it() {
    let mut here = Journal::new();
    let base = here.write(RECORD, entry("像在填空。"), by(1, 1)).expect("written");
    let mut there = here.clone();
    here.write(RECORD, entry("像在报清单。"), by(1, 2));
    here.merge([(*there.write(RECORD, entry("像在做题。"), by(2, 3)).expect("written")).clone()]);
    assert!(here.join(RECORD, |_| Some(base.content().clone())).is_empty());
    assert_eq!(here.heads(RECORD).len(), 2);
    here.write(RECORD, entry("像在报清单，也像在做题。"), by(1, 4));
    assert_eq!(here.heads(RECORD).len(), 1);
}

#[test]
fn the_trash_gives_everything_back() {
    let mut journal = Journal::new();
    journal.write(RECORD, entry("舍得只写一下"), by(1, 1));
    journal.trash(RECORD, by(1, 2));
    assert_eq!(journal.head(RECORD).map(|head| head.state()), Some(State::Trashed));
    journal.restore(RECORD, by(1, 3));
    assert_eq!(journal.head(RECORD).map(|head| head.state()), Some(State::Live));
    assert_eq!(body(&journal, RECORD), "舍得只写一下");
}

#[test]
fn an_edit_made_elsewhere_outlives_the_trash() {
    let mut here = Journal::new();
    let base = here.write(RECORD, entry("一。"), by(1, 1)).expect("written");
    let mut there = here.clone();
    here.trash(RECORD, by(1, 2));
    here.merge([(*there.write(RECORD, entry("一。二。"), by(2, 2)).expect("written")).clone()]);
    here.join(RECORD, |_| Some(base.content().clone()));
    assert_eq!(here.head(RECORD).map(|head| head.state()), Some(State::Live));
    assert_eq!(body(&here, RECORD), "一。二。");
}

#[test]
fn erasure_wins_whenever_it_arrives() {
    let mut journal = Journal::new();
    let first = journal.write(RECORD, entry("生A的家事"), by(1, 1)).expect("written");
    let second = journal
        .write(RECORD, entry("生A的家事，续"), by(1, 2))
        .expect("written");
    let mut other = Journal::new();
    let erasure = journal.erase(RECORD, by(1, 3)).expect("erased");
    assert!(erasure.parents().is_empty());
    other.merge([(*second).clone(), (*erasure).clone(), (*first).clone()]);
    assert_eq!(journal, other);
    assert!(journal.write(RECORD, entry("再写"), by(1, 4)).is_none());
    assert_eq!(journal.merge([(*first).clone()]).erased, 1);
}

#[test]
fn fields_this_version_does_not_know_are_carried_through() {
    let line = {
        let text = r#"{"body":"x","kind":"entry","mood":{"z":1.5,"a":[null,true]},"phase":"dance","privacy":9}"#;
        let fields = serde_json::from_str(text).expect("json");
        Revision::new(
            RECORD,
            [],
            by(1, 1).device,
            by(1, 1).now,
            State::Live,
            Content::from_json(fields),
        )
        .to_line()
    };
    let revision = Revision::from_line(line.as_bytes()).expect("read");
    let mut entry: Entry = revision.content().read().expect("an entry");
    assert_eq!(entry.phase, Phase::Note);
    entry.body = "y".into();
    let again = Content::of(&entry);
    assert_eq!(
        serde_json::to_string(again.as_json()).expect("json"),
        r#"{"body":"y","kind":"entry","mood":{"a":[null,true],"z":1.5},"phase":"dance","privacy":9}"#
    );
}

#[test]
fn a_record_revised_ten_thousand_times_arrives_in_any_order() {
    let mut journal = Journal::new();
    let all: Vec<_> = (0..10_000)
        .map(|number| {
            let written = journal.write(RECORD, entry(&format!("第{number}稿。")), by(1, number));
            written.expect("something new")
        })
        .collect();
    let start = std::time::Instant::now();
    let mut other = Journal::new();
    other.merge(all.iter().rev().cloned());
    assert_eq!(other, journal);
    assert_eq!(
        other.base(RECORD, all[9_999].id(), all[9_998].id()),
        Some(all[9_998].id())
    );
    // Half a minute when each arrival looked at all the others; the bound only tells the two apart.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

/// Found by a property test: each side took out one of two equal sentences, and both were gone.
#[test]
fn a_sentence_that_both_sides_kept_is_kept() {
    let merged = merge_texts("甲。乙。丙。丙。丁。", "甲。丁。甲。乙。丙。丁。", "甲。乙。丙。丁。");
    assert!(merged.is_none_or(|merged| merged.contains('丙')));
}
