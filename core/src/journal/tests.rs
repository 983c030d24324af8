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
    // As a store keeps them; a text may look like the id it stands before.
    let own = format!(",\"id\":\"{}\",", first.id());
    let sly = journal.write(RECORD, entry(&own), by(1, 3)).expect("written");
    for revision in [&first, &trashed[0], &sly] {
        let line = revision.to_line();
        assert_eq!(Revision::from_kept_line(line.as_bytes()).as_ref(), Ok(&**revision));
        let changed = line
            .replace("\"state\":\"trashed\"", "\"state\":\"erased\"")
            .replace("96", "97");
        let whole = changed == line;
        assert_eq!(Revision::from_kept_line(changed.as_bytes()).is_ok(), whole, "{changed}");
        // Spelled in another way it is the same revision for everybody.
        let spelled = line.replacen("\"content\":", "\"content\": ", 1);
        assert_eq!(Revision::from_kept_line(spelled.as_bytes()).as_ref(), Ok(&**revision));
    }
    let changed = first.to_line().replace("96", "97");
    assert_eq!(Revision::from_line(changed.as_bytes()), Err(RevisionError::Changed));
    assert_eq!(Revision::from_line(b"{\"v\":2}"), Err(RevisionError::Newer));
    assert_eq!(Revision::from_line(b"[]"), Err(RevisionError::NotJson));
    assert_eq!(Revision::from_line(b"{}"), Err(RevisionError::NotARevision));
    assert_eq!(Revision::from_line(&[0xff]), Err(RevisionError::NotText));
}

#[test]
fn kept_lines_come_back_and_a_torn_one_costs_itself_alone() {
    let mut journal = Journal::new();
    let all: Vec<_> = (1..4)
        .filter_map(|number| journal.write(RECORD, entry(&format!("第{number}稿。")), by(1, number)))
        .collect();
    let lines = write_lines(&all).replacen("第2", "第9", 1);
    let (revisions, damage) = read_kept_lines(lines.as_bytes());
    assert_eq!(revisions.iter().collect::<Vec<_>>(), [&*all[0], &*all[2]]);
    let torn = lines.lines().nth(1).map(|line| line.as_bytes().to_vec());
    assert_eq!(
        damage
            .iter()
            .map(|piece| (Some(piece.bytes.clone()), piece.why))
            .collect::<Vec<_>>(),
        [(torn, RevisionError::Changed)]
    );
}

/// A line as a program would have kept it that spells this content so: its id is the hash of what stands there.
fn kept_with(content: &str) -> String {
    let mut journal = Journal::new();
    let line = journal.write(RECORD, entry("一"), by(1, 1)).expect("written").to_line();
    let (before, rest) = line.split_once("\"content\":").expect("a content");
    let (_, after) = rest.split_once(",\"device\"").expect("a device");
    let (device, after) = after.split_once(",\"id\":\"").expect("an id");
    let (_, after) = after.split_once('"').expect("its end");
    let bare = format!("{before}\"content\":{content},\"device\"{device}{after}");
    let id = crate::RevisionId::of(bare.as_bytes());
    format!("{before}\"content\":{content},\"device\"{device},\"id\":\"{id}\"{after}")
}

/// Found by reading: a content nested deeper than JSON is read was kept by its hash and then said nothing, and the next
/// edit of its record wrote that nothing over it.
#[test]
fn a_kept_content_that_nobody_can_take_apart_is_told_as_damage() {
    let nested = |depth: usize| {
        format!(
            "{{\"body\":\"字\",\"kind\":\"entry\",\"x\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    let read = kept_with(&nested(DEEPEST - 1));
    let (revisions, damage) = read_kept_lines(read.as_bytes());
    assert_eq!(damage, []);
    assert_eq!(
        revisions[0].content().read::<crate::Entry>().map(|entry| entry.body),
        Some("字".into())
    );
    assert_eq!(revisions[0].to_line(), read);
    for content in [nested(DEEPEST), nested(DEEPEST + 1), nested(100_000)] {
        let line = kept_with(&content);
        let (revisions, damage) = read_kept_lines(line.as_bytes());
        assert_eq!(revisions, []);
        let why = RevisionError::NotJson;
        assert_eq!(
            damage,
            [Corruption {
                bytes: line.into_bytes(),
                why
            }]
        );
    }
    // Spelled with spaces it would be of no kind, and every backup of it would be told as damaged.
    let spaced = kept_with(r#"{"body": "字", "kind": "entry"}"#);
    let why = read_kept_lines(spaced.as_bytes()).1.first().map(|damage| damage.why);
    assert_eq!(why, Some(RevisionError::Changed));
}

/// The spelling of a number is part of its revision's id, so that of the library may never change: a line would be told
/// as damaged.
#[test]
fn numbers_are_spelled_as_they_always_were() {
    let spelled = [
        "0.1",
        "1.0",
        "-0.0",
        "1000000000000000.0",
        "1e+16",
        "1.2345678901234568e+17",
        "1e+21",
        "0.00001",
        "0.00009",
        "9e-6",
        "1e-7",
        "5e-324",
        "1.7976931348623157e+308",
        "18446744073709551615",
        "-9223372036854775808",
        "1.8446744073709552e+19",
    ];
    for number in spelled {
        let text = format!("{{\"n\":{number}}}");
        let content = Content::from_json(&serde_json::from_str(&text).expect("json"));
        assert_eq!(content.json(), text);
    }
}

#[test]
fn writing_the_same_again_writes_nothing() {
    let mut journal = Journal::new();
    assert!(journal.write(RECORD, entry("一"), by(1, 1)).is_some());
    assert!(journal.write(RECORD, entry("一"), by(1, 2)).is_none());
    assert_eq!(journal.len(), 1);
    assert_eq!(journal.conflicts().count(), 0);
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
    let late = journal.merge([first.clone()]);
    assert_eq!((late.erased, late.erasures), (1, [(RECORD, erasure)].into()));
}

#[test]
fn erasures_that_met_words_are_told_because_a_store_may_hold_them() {
    let mut writer = Journal::new();
    let first = writer.write(RECORD, entry("生A的家事"), by(1, 1)).expect("written");
    let erasure = writer.erase(RECORD, by(1, 2)).expect("erased");
    let told = [(RECORD, erasure.clone())].into();
    let mut here = Journal::new();
    here.merge([first.clone()]);
    assert_eq!(here.merge([erasure.clone()]).erasures, told, "words that were here");
    let mut here = Journal::new();
    assert_eq!(
        here.merge([first.clone(), erasure.clone()]).erasures,
        told,
        "that came with it"
    );
    let mut here = Journal::new();
    assert_eq!(here.merge([erasure.clone()]).erasures.len(), 0, "it met none");
    assert_eq!(here.merge([erasure.clone()]).erasures.len(), 0, "it is known");
    let again = Revision::new(
        RECORD,
        [],
        by(2, 3).device,
        by(2, 3).now,
        State::Erased,
        Content::default(),
    );
    assert_eq!(here.merge([again]).erasures.len(), 0, "nor did another's");
    let late = here.merge([first]).erasures;
    assert!(late.keys().eq([&RECORD]), "that came after it");
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
            Content::from_json(&fields),
        )
        .to_line()
    };
    let revision = Revision::from_line(line.as_bytes()).expect("read");
    let mut entry: Entry = revision.content().read().expect("an entry");
    assert_eq!(entry.phase, Phase::Note);
    entry.body = "y".into();
    let again = Content::of(&entry);
    assert_eq!(
        again.json(),
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

#[test]
fn edits_beside_each_other_are_both_taken() {
    let merged = merge_texts("一。二。三。", "一甲。二。三丙。", "一。二乙。三。");
    assert_eq!(merged.as_deref(), Some("一甲。二乙。三丙。"));
    let merged = merge_texts("一。二。三。四。五。", "一。三。四。五。", "一。二。三。五。");
    assert_eq!(merged.as_deref(), Some("一。三。五。"), "what each took out is gone");
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

#[test]
fn the_head_shown_first_is_live_before_trashed_and_then_the_newest() {
    let (mut journal, [ours, theirs]) = two_versions();
    assert_eq!(journal.head(RECORD), Some(&theirs));
    let heads: Vec<_> = journal.heads(RECORD).iter().map(|head| head.id()).collect();
    let mut sorted = heads.clone();
    sorted.sort_unstable();
    assert_eq!(heads, sorted, "heads stand in order of id");
    assert!(journal.knows(RECORD, ours.id()) && !journal.knows(RecordId::from_bytes([8; 16]), ours.id()));
    assert_eq!(
        (journal.len(), journal.is_empty(), Journal::new().is_empty()),
        (3, false, true)
    );
    // One of the two goes into the trash elsewhere: the other is shown, and both are still in conflict.
    let trashed = Revision::new(
        RECORD,
        [theirs.id()],
        by(2, 4).device,
        by(2, 4).now,
        State::Trashed,
        theirs.content().clone(),
    );
    let merged = journal.merge([trashed.clone(), trashed]);
    assert_eq!((merged.added.len(), merged.known, merged.erased), (1, 1, 0));
    assert_eq!(merged.changed.into_iter().collect::<Vec<_>>(), [RECORD]);
    assert_eq!(journal.head(RECORD), Some(&ours));
    assert_eq!(journal.conflicts().collect::<Vec<_>>(), [RECORD]);
    assert_eq!(journal.trash(RECORD, by(1, 5)).len(), 1, "only what is not there yet");
    assert_eq!(journal.restore(RECORD, by(1, 6)).len(), 2, "both come back");
    assert!(journal.restore(RECORD, by(1, 7)).is_empty());
}

#[test]
fn two_erasures_are_no_conflict() {
    let mut here = Journal::new();
    here.write(RECORD, entry("一。"), by(1, 1));
    let mut there = here.clone();
    here.erase(RECORD, by(1, 2));
    let theirs = there.erase(RECORD, by(2, 3)).expect("erased");
    assert!(there.erase(RECORD, by(2, 4)).is_none());
    here.merge([theirs]);
    assert_eq!(here.heads(RECORD).len(), 2);
    assert_eq!(here.conflicts().count(), 0);
    assert!(here.join(RECORD, |_| None).is_empty(), "nothing is left to be joined");
}

#[test]
fn what_was_thrown_away_says_what_it_said_and_can_be_written_again() {
    let mut journal = Journal::new();
    journal.write(RECORD, entry("一。"), by(1, 1));
    journal.trash(RECORD, by(1, 2));
    assert!(
        journal.write(RECORD, entry("一。"), by(1, 3)).is_some(),
        "writing takes it out of the trash"
    );
    assert_eq!(journal.head(RECORD).map(|head| head.state()), Some(State::Live));
    // In a conflict, saying what one side says settles it.
    let (mut journal, [ours, _]) = two_versions();
    assert!(journal.write(RECORD, ours.content().clone(), by(1, 4)).is_some());
    assert_eq!(journal.heads(RECORD).len(), 1);
}

#[test]
fn a_base_is_the_closest_and_the_only_one() {
    let (journal, [ours, theirs]) = two_versions();
    let first = ours.parents()[0];
    assert_eq!(journal.base(RECORD, ours.id(), theirs.id()), Some(first));
    assert_eq!(
        journal.base(RecordId::from_bytes([8; 16]), ours.id(), theirs.id()),
        None
    );
    // As long as what one of them comes from has not arrived, there may be a closer one behind it.
    let (device, now) = (by(3, 4).device, by(3, 4).now);
    let missing = Revision::new(RECORD, [theirs.id()], device, now, State::Live, entry("二。"));
    let on_it = Revision::new(
        RECORD,
        [ours.id(), missing.id()],
        device,
        now,
        State::Live,
        entry("三。"),
    );
    let beside = Revision::new(RECORD, [theirs.id()], device, now, State::Live, entry("四。"));
    let mut gap = journal.clone();
    gap.merge([on_it.clone(), beside.clone()]);
    assert_eq!(gap.base(RECORD, on_it.id(), beside.id()), None);
    gap.merge([missing]);
    assert_eq!(gap.base(RECORD, on_it.id(), beside.id()), Some(theirs.id()));
    // Two people each settle the same conflict: both versions are a base, and only they can say which holds.
    let (mut here, mut there) = (journal.clone(), journal);
    let a = here.write(RECORD, entry("二。三。"), by(1, 5)).expect("written");
    let b = there.write(RECORD, entry("三。二。"), by(2, 5)).expect("written");
    here.merge([b.clone()]);
    assert_eq!(here.base(RECORD, a.id(), b.id()), None);
    assert!(here.join(RECORD, |_| Some(entry("一。"))).is_empty());
}

#[test]
fn two_who_say_the_same_are_joined_and_say_it() {
    let (mut journal, [ours, theirs]) = two_versions();
    let settle = |parent: &Revision, minute| {
        let by = by(3, minute);
        Revision::new(RECORD, [parent.id()], by.device, by.now, State::Live, entry("同。"))
    };
    journal.merge([settle(&ours, 7), settle(&theirs, 9)]);
    let joined = journal.join(RECORD, |_| None);
    assert_eq!(joined.len(), 1);
    assert_eq!(joined[0].device(), DeviceId::from_bytes([0; 16]), "nobody decided");
    assert_eq!(joined[0].at(), by(3, 9).now, "as late as the later");
    assert_eq!(body(&journal, RECORD), "同。");
}

/// The same revision as a newer version would have written it.
fn as_newer(revision: &Revision) -> Revision {
    let line = revision.to_line().replace("\"v\":1", "\"v\":2");
    let id = format!("\"id\":\"{}\",", revision.id());
    let hash = crate::RevisionId::of(line.replace(&id, "").as_bytes());
    let line = line.replace(&revision.id().to_string(), &hash.to_string());
    let newer = Revision::from_line(line.as_bytes()).expect("another version of the same");
    assert!(newer.is_newer() && !revision.is_newer());
    assert_eq!(newer.to_line(), line);
    newer
}

#[test]
fn what_a_newer_version_wrote_is_joined_by_nobody() {
    let (mut journal, [ours, _]) = two_versions();
    journal.merge([as_newer(&ours)]);
    assert!(
        journal
            .join(RECORD, |_| Some(entry("")))
            .iter()
            .all(|one| !one.is_newer())
    );
    assert!(journal.heads(RECORD).iter().any(|head| head.is_newer()));
}

#[test]
fn nothing_is_written_over_what_a_newer_version_wrote() {
    let mut theirs = Journal::new();
    let first = theirs.write(RECORD, entry("新的说法。"), by(1, 0)).expect("written");
    let newer = as_newer(&first);
    let mut journal = Journal::new();
    journal.merge([newer.clone()]);
    let written = journal
        .write(RECORD, entry("旧的软件里改的。"), by(2, 1))
        .expect("kept");
    assert_eq!(written.parents(), [], "it stands beside it");
    assert_eq!(journal.heads(RECORD).len(), 2);
    // Who goes on writing goes on from what he wrote.
    let next = journal.write_after(RECORD, &[written.id()], entry("旧的软件里改的。又改。"), by(2, 2));
    assert_eq!(next.expect("kept").parents(), [written.id()]);
    assert!(journal.heads(RECORD).iter().any(|head| **head == newer));
    // Nor is it by a page that was written out from it and edited.
    let import = crate::format::Import {
        pages: vec![crate::format::Page {
            origin: crate::format::Origin::Record,
            record: RECORD,
            revision: Some(newer.id()),
            unchanged: false,
            content: entry("在文件里改的。"),
            first: None,
        }],
        ..Default::default()
    };
    let staged = crate::format::stage(&import, &journal, by(2, 3));
    assert_eq!(staged.revisions[0].parents(), []);
    // Thrown away it goes whole, and comes back so.
    journal.trash(RECORD, by(2, 3));
    journal.restore(RECORD, by(2, 4));
    let said: Vec<_> = journal
        .heads(RECORD)
        .iter()
        .map(|head| head.content().clone())
        .collect();
    assert!(said.contains(newer.content()) && said.len() == 2);
}

/// Found by a bomb: each head is held against each other, and a file of twenty thousand took hours.
#[test]
fn a_hundred_heads_are_joined_and_more_are_left() {
    let heads = |number: i64| {
        let mut journal = Journal::new();
        journal.merge((0..number).map(|minute| {
            let by = by(1, minute);
            Revision::new(RECORD, [], by.device, by.now, State::Live, entry("同。"))
        }));
        journal
    };
    let mut hundred = heads(100);
    assert_eq!(hundred.join(RECORD, |_| None).len(), 99);
    assert_eq!(hundred.heads(RECORD).len(), 1);
    let mut more = heads(101);
    assert!(more.join(RECORD, |_| None).is_empty());
    assert_eq!(more.heads(RECORD).len(), 101);
}

#[test]
fn what_is_kept_in_parts_splits_no_record() {
    let mut journal = Journal::new();
    let mut all = Vec::new();
    for minute in 0..4 {
        for record in [1, 2, 3] {
            let record = RecordId::from_bytes([record; 16]);
            all.extend(journal.write(record, entry(&format!("{minute}")), by(1, minute)));
        }
    }
    let merged = Journal::new().merge(all.iter().cloned());
    let sizes = |most| merged.parts(most).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(8), [8, 4]);
    assert_eq!(sizes(7), [4, 4, 4]);
    assert_eq!(sizes(1), [4, 4, 4], "a record is larger than a part");
    assert_eq!(sizes(100), [12]);
    let mut back = Journal::new();
    back.merge(merged.parts(8).into_iter().flatten());
    assert_eq!(back, journal);
    assert!(Journal::new().merge::<Revision>([]).parts(8).is_empty());
}

#[test]
fn fields_are_merged_one_by_one() {
    let content = |text: &str| Content::from_json(&serde_json::from_str(text).expect("json"));
    let merged = |base: &str, a: &str, b: &str| merge_contents(&content(base), &content(a), &content(b));
    for (base, a, b, both) in [
        // Each changed another field; one was taken out, one put in.
        (
            r#"{"a":1,"b":2,"gone":3}"#,
            r#"{"a":9,"b":2,"gone":3}"#,
            r#"{"a":1,"b":8,"new":4}"#,
            r#"{"a":9,"b":8,"new":4}"#,
        ),
        // Within a field that holds fields.
        (
            r#"{"fields":{"plan":"一。","people":"二。"}}"#,
            r#"{"fields":{"plan":"一。三。","people":"二。"}}"#,
            r#"{"fields":{"plan":"一。","people":"四。二。"}}"#,
            r#"{"fields":{"plan":"一。三。","people":"四。二。"}}"#,
        ),
        (
            "{}",
            r#"{"fields":{"x":1}}"#,
            r#"{"fields":{"y":2}}"#,
            r#"{"fields":{"x":1,"y":2}}"#,
        ),
        (r#"{"a":[1]}"#, r#"{"a":[2]}"#, r#"{"a":[2]}"#, r#"{"a":[2]}"#),
    ] {
        assert_eq!(merged(base, a, b), Some(content(both)), "{base} {a} {b}");
        assert_eq!(merged(base, b, a), Some(content(both)), "{base} {b} {a}");
    }
    for (base, a, b) in [
        (r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":3}"#),
        (r#"{"a":[1]}"#, r#"{"a":[1,2]}"#, r#"{"a":[1,3]}"#),
        (r#"{"a":"一。"}"#, r#"{"a":"二。"}"#, "{}"),
        ("{}", r#"{"a":"二。"}"#, r#"{"a":"三。"}"#),
        (r#"{"a":1}"#, r#"{"a":"二。"}"#, r#"{"a":"三。"}"#),
        (r#"{"a":{"x":1}}"#, r#"{"a":{"x":2}}"#, r#"{"a":{"x":3}}"#),
    ] {
        assert_eq!(merged(base, a, b), None, "{base} {a} {b}");
        assert_eq!(merged(base, b, a), None, "{base} {b} {a}");
    }
}

#[test]
fn edits_that_touch_are_for_a_person_and_edits_apart_are_joined() {
    let base = "甲。乙。丙。丁。";
    for (a, b, both) in [
        ("甲改。乙。丙。丁。", "甲。乙。丙。丁改。", Some("甲改。乙。丙。丁改。")),
        // Neighbours that were both changed, and an end beside a change.
        ("甲改。乙。丙。丁。", "甲。乙改。丙。丁。", Some("甲改。乙改。丙。丁。")),
        ("甲。乙。丙。丁。戊。", "甲。乙。丙。", None),
        ("甲。新。乙。丙。丁。", "甲改。乙。丙。丁。", None),
        ("甲。新。乙。丙。丁。", "甲。乙改。丙。丁。", None),
        (
            "甲。新。乙。丙。丁。",
            "甲。乙。丙改。丁。",
            Some("甲。新。乙。丙改。丁。"),
        ),
        (
            "甲。新。乙。丙。丁。",
            "甲。乙。新。丙。丁。",
            Some("甲。新。乙。新。丙。丁。"),
        ),
        // The same edit twice is one.
        (
            "甲。新。乙。丙。丁。",
            "甲。新。乙。丙。丁。",
            Some("甲。新。乙。丙。丁。"),
        ),
        ("甲。新。乙。丙。丁。", "甲。旧。乙。丙。丁。", None),
        ("甲。丙。丁。", "甲。乙。丙。", Some("甲。丙。")),
        ("甲。丁。", "甲。乙。丁。", None),
        ("甲。一。丙。丁。", "甲。二。丁。", None),
        ("", base, Some("")),
        ("", "甲改。乙。丙。丁。", None),
    ] {
        assert_eq!(merge_texts(base, a, b).as_deref(), both, "{a} {b}");
        assert_eq!(merge_texts(base, b, a).as_deref(), both, "{b} {a}");
    }
}

#[test]
fn equal_values_have_equal_bytes() {
    let text = r#"{"z":[],"list":[1,[2,3],{"b":1,"a":[]}],"\"":"\u0001\n","a":{}}"#;
    let content = Content::from_json(&serde_json::from_str(text).expect("json"));
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Live, content).to_line();
    assert!(
        line.contains(r#""content":{"\"":"\u0001\n","a":{},"list":[1,[2,3],{"a":[],"b":1}],"z":[]}"#),
        "{line}"
    );
}

#[test]
fn every_way_a_line_can_be_wrong_is_told() {
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Trashed, entry("一")).to_line();
    let read = |from: &str, to: &str| {
        assert!(line.contains(from), "{from}");
        Revision::from_line(line.replace(from, to).as_bytes())
    };
    assert_eq!(read("\"v\":1", "\"v\":0"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"v\":1", "\"v\":2"), Err(RevisionError::Changed));
    assert_eq!(read("\"v\":1", "\"v\":true"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"trashed\"", "\"shredded\""), Err(RevisionError::NotARevision));
    assert_eq!(
        read("\"trashed\"", "\"live\""),
        Err(RevisionError::NotARevision),
        "it is absent while live"
    );
    assert_eq!(read("\"trashed\"", "\"erased\""), Err(RevisionError::Changed));
    assert_eq!(read("\"trashed\"", "1"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"content\":", "\"contents\":"), Err(RevisionError::NotARevision));
    assert_eq!(
        read("\"parents\":[]", "\"parents\":{}"),
        Err(RevisionError::NotARevision)
    );
    let words: std::collections::BTreeSet<_> = [
        RevisionError::NotText,
        RevisionError::NotJson,
        RevisionError::NotARevision,
        RevisionError::Changed,
        RevisionError::Newer,
    ]
    .map(|why| why.to_string())
    .into();
    assert!(
        words.len() == 5 && words.iter().all(|word| word.len() > 10),
        "{words:?}"
    );
}

/// Found by flipping every bit of a log: a header whose line feed was harmed took the first revision with it, untold.
#[test]
fn a_header_is_a_line_of_its_own() {
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Live, entry("一")).to_line();
    let (revisions, damage) = read_lines(format!("{HEADER}\r\n\n  \n{line}\r\n").as_bytes());
    assert_eq!((revisions.len(), damage.len()), (1, 0));
    assert_eq!(write_lines(&[revisions[0].clone().into()]), format!("{line}\n"));
    let glued = format!("{HEADER}{line}");
    let (revisions, damage) = read_lines(format!("{glued}\n{line}\n{{}}\n").as_bytes());
    assert_eq!(revisions.len(), 1);
    let kept: Vec<_> = damage.iter().map(|damage| damage.bytes.clone()).collect();
    assert_eq!(kept, [glued.into_bytes(), b"{}".to_vec()]);
}
