//! What was written apart, and joined.

use super::*;

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

#[test]
fn the_head_shown_first_is_live_before_trashed_and_then_the_newest() {
    let (mut journal, [ours, theirs]) = two_versions();
    assert_eq!(journal.head(RECORD), Some(&theirs));
    let heads: Vec<_> = journal.heads(RECORD).iter().map(|head| head.id()).collect();
    let mut sorted = heads.clone();
    sorted.sort_unstable();
    assert_eq!(heads, sorted, "heads stand in order of id");
    assert!(journal.contains(RECORD, ours.id()) && !journal.contains(RecordId::from_bytes([8; 16]), ours.id()));
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
