use super::*;
use crate::id::{DeviceId, RecordId, RevisionId};
use crate::journal::{Author, Content, Journal, Revision, State};
use crate::record::Entry;
use crate::store::StoreError;
use crate::time::Timestamp;

const RECORD: RecordId = RecordId::from_bytes([7; 16]);
const DEVICE: DeviceId = DeviceId::from_bytes([1; 16]);

fn entry(body: &str) -> Content {
    Content::of(&Entry {
        body: body.into(),
        ..Entry::default()
    })
}

fn draft(body: &str, base: &[RevisionId], at: i64, count: Option<u64>) -> Draft {
    Draft {
        record: RECORD,
        base: base.to_vec(),
        content: entry(body),
        at: Timestamp::new(at, 480),
        count: count.map(|number| Count {
            tab: "tab".into(),
            number,
        }),
    }
}

fn by(at: i64) -> Author {
    Author {
        device: DEVICE,
        now: Timestamp::new(at, 480),
    }
}

fn says(journal: &Journal) -> Vec<String> {
    let heads = journal.heads(RECORD).iter();
    heads
        .filter_map(|head| head.content().read::<Entry>())
        .map(|entry| entry.body)
        .collect()
}

#[test]
fn a_draft_reads_back_as_it_was() {
    let base = [RevisionId::from_bytes([1; 32])];
    for text in ["", "\u{feff}字\r\n\u{2028}\0𠮷👩‍🏫", "{\"a\":1}"] {
        for count in [None, Some(0), Some(u64::MAX)] {
            let mut draft = draft(text, &base, -1, count);
            assert_eq!(Draft::from_text(&draft.to_text()), Some(draft.clone()));
            if let Some(count) = &mut draft.count {
                count.tab = "\"\\".into();
            }
            assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
        }
    }
    assert_eq!(Draft::from_text("{"), None);
}

#[test]
fn the_count_says_which_copy_holds_and_no_clock() {
    for (first, second) in [(9, 1), (1, 9), (5, 5)] {
        let copies = [
            draft("甲", &[], first, Some(1)),
            draft("甲乙", &[], second, Some(2)),
            draft("", &[], second, Some(0)),
        ];
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
            let left = last_words(order.map(|at| copies[at].clone()));
            assert_eq!(left, std::slice::from_ref(&copies[1]));
        }
    }
}

#[test]
fn of_drafts_that_nobody_counted_each_is_kept_that_says_something_else() {
    let (old, new) = (draft("甲", &[], 1, None), draft("甲乙", &[], 9, None));
    let left = last_words([old.clone(), new.clone(), draft("甲", &[], 5, None)]);
    assert_eq!(left, [old, new]);
}

#[test]
fn what_was_typed_last_is_what_the_record_says() {
    for at in [0, 5, 99] {
        let mut journal = Journal::new();
        let base = journal.write(RECORD, entry("甲"), by(5)).expect("new").id();
        let written = take_up(&mut journal, [(draft("甲乙", &[base], at, Some(3)), false)], DEVICE);
        assert_eq!(written.len(), 1);
        assert_eq!(says(&journal), ["甲乙"]);
    }
}

#[test]
fn what_settled_goes_into_the_history_whatever_the_clock_says() {
    for at in [0, 5, 99] {
        let mut journal = Journal::new();
        let base = journal.write(RECORD, entry("甲"), by(5)).expect("new").id();
        journal.write(RECORD, entry("甲乙丙"), by(6));
        let left = draft("甲乙", &[base], at, Some(3));
        let written = take_up(&mut journal, [(left.clone(), true)], DEVICE);
        assert_eq!(says(&journal), ["甲乙丙"], "no conflict");
        assert!(written.iter().any(|revision| *revision.content() == entry("甲乙")));
        // The lane that forgets late brings it again, and again.
        assert!(take_up(&mut journal, [(left, true)], DEVICE).is_empty());
    }
}

#[test]
fn what_settled_takes_nothing_out_of_the_trash_and_out_of_no_conflict() {
    let mut journal = Journal::new();
    let base = journal.write(RECORD, entry("甲"), by(1)).expect("new").id();
    journal.write(RECORD, entry("甲丁"), by(2));
    journal.trash(RECORD, by(3));
    take_up(&mut journal, [(draft("甲乙", &[base], 9, Some(3)), true)], DEVICE);
    assert_eq!(journal.head(RECORD).map(|head| head.state()), Some(State::Trashed));
    assert_eq!(says(&journal), ["甲丁"]);

    let mut journal = Journal::new();
    let base = journal.write(RECORD, entry("甲"), by(1)).expect("new").id();
    journal.write_after(RECORD, &[base], entry("甲丁"), by(2));
    journal.write_after(RECORD, &[base], entry("甲戊"), by(2));
    let mut before = says(&journal);
    take_up(&mut journal, [(draft("甲乙", &[base], 9, Some(3)), true)], DEVICE);
    let mut after = says(&journal);
    before.sort();
    after.sort();
    assert_eq!(after, before, "two stood side by side, and no third stands beside them");

    // An erased record stays so.
    journal.erase(RECORD, by(4));
    assert!(take_up(&mut journal, [(draft("甲乙", &[base], 9, Some(3)), true)], DEVICE).is_empty());
}

#[test]
fn what_settled_in_a_revision_that_is_lost_is_what_the_record_says() {
    // The log has lost the revision: nothing but the draft still says what was typed.
    let mut journal = Journal::new();
    let base = journal.write(RECORD, entry("甲"), by(1)).expect("new").id();
    take_up(&mut journal, [(draft("甲乙", &[base], 9, Some(3)), true)], DEVICE);
    assert_eq!(says(&journal), ["甲乙"]);
}

#[test]
fn an_uncounted_draft_that_its_device_went_on_from_is_known_by_its_parents() {
    let mut journal = Journal::new();
    let first = journal.write(RECORD, entry("甲"), by(9)).expect("new");
    let second = journal.write(RECORD, entry("甲乙丙"), by(1)).expect("new");
    let history = [&*first, &*second];
    let left = draft("甲乙", &[first.id()], 5, None);
    assert!(left.went_on_in(history, DEVICE));
    assert!(!left.went_on_in(history, DeviceId::from_bytes([2; 16])));
    assert!(!draft("甲乙丙丁", &[second.id()], 0, None).went_on_in(history, DEVICE));
}

#[test]
fn what_settled_in_one_tab_is_in_the_way_of_no_other() {
    let mut journal = Journal::new();
    let base = journal.write(RECORD, entry("甲"), by(1)).expect("new").id();
    let settled = draft("", &[], 9, Some(3));
    let typed_on = draft("甲乙", &[base], 5, Some(1));
    take_up(&mut journal, [(settled, true), (typed_on, false)], DEVICE);
    assert_eq!(says(&journal), ["甲乙"]);
}

#[test]
fn a_draft_stands_on_what_the_disk_has() {
    let mut journal = Journal::new();
    let first = journal.write(RECORD, entry("甲"), by(1)).expect("new");
    let kept = journal.clone();
    let second = journal.write(RECORD, entry("甲乙"), by(2)).expect("new");
    let third = journal.write(RECORD, entry("甲乙丙"), by(3)).expect("new");
    let under_way = [&second, &third].map(|one| (one.id(), one.parents().into()));
    let typed = draft("甲乙丙丁", &[third.id()], 4, Some(9)).grounded(&under_way.into());
    assert_eq!(typed.base, [third.id(), second.id(), first.id()]);
    // The page dies before either is on the disk.
    let mut journal = kept;
    take_up(&mut journal, [(typed, false)], DEVICE);
    assert_eq!(says(&journal), ["甲乙丙丁"]);
}

/// What the session has asked the store last.
fn asked(commands: &[Command]) -> Ticket {
    let of = |command: &Command| match command {
        Command::Append(ticket, ..) | Command::LookBack(ticket) => Some(*ticket),
        _ => None,
    };
    commands.iter().rev().find_map(of).expect("it asks for something")
}

#[test]
fn that_the_store_began_anew_is_not_forgotten_with_what_it_then_refuses() {
    let now = |at: i64| Timestamp::new(at, 480);
    let mut session = Session::new(DEVICE, "tab".into(), true);
    let other = RecordId::from_bytes([8; 16]);
    assert!(session.write_after(other, &[], entry("以前的"), now(1)).is_some());
    let append = asked(&session.take_commands());
    session.answer(append, Ok(()), false, now(2));
    // The store is closed, opened again and empty, and then has no room.
    session.closed();
    assert!(session.write_after(RECORD, &[], entry("后来的"), now(3)).is_some());
    let look_back = asked(&session.take_commands());
    session.answer(look_back, Ok(()), true, now(4));
    let append = asked(&session.take_commands());
    session.answer(append, Err(StoreError::Silent), false, now(5));
    let commands = session.take_commands();
    let again = commands.iter().filter_map(|command| match command {
        Command::Append(_, revisions, _) => Some(revisions),
        _ => None,
    });
    let again: Vec<_> = again.flatten().map(|revision| revision.record()).collect();
    assert!(again.contains(&other), "what was in it is written again: {commands:?}");
}

fn kept(session: &mut Session, now: Timestamp) {
    loop {
        let commands = session.take_commands();
        if commands.is_empty() {
            return;
        }
        for command in commands {
            if let Command::Append(ticket, ..) | Command::LookBack(ticket) = command {
                session.answer(ticket, Ok(()), false, now);
            }
        }
    }
}

#[test]
fn what_was_written_together_is_taken_back_together() {
    let [one, two, new] = [1, 2, 3].map(|byte| RecordId::from_bytes([byte; 16]));
    let mut session = Session::new(DEVICE, "tab".into(), true);
    let at = |seconds| by(seconds).now;
    let _ = session.write_all(vec![(one, entry("第一条")), (two, entry("第二条"))], at(0));
    let mut group = session.trash(&[one, two], at(1)).undo;
    group.append(
        session
            .write_after(new, &[], entry("新的"), at(2))
            .expect("it is new")
            .undo,
    );
    assert_eq!(group.len(), 3);

    let state = |session: &Session, record| session.journal().head(record).map(|head| head.state());
    let back = session.undo(&group, at(3));
    assert_eq!(back.revisions.len(), 3);
    assert_eq!(state(&session, one), Some(State::Live));
    assert_eq!(state(&session, two), Some(State::Live));
    assert_eq!(state(&session, new), Some(State::Trashed), "all its words stay");
    kept(&mut session, at(4));
    assert!(session.status().is_kept());

    // Once more what was taken back, by the same verb.
    let again = session.undo(&back.undo, at(5));
    assert_eq!(again.revisions.len(), 3);
    assert_eq!(state(&session, one), Some(State::Trashed));
    assert_eq!(state(&session, new), Some(State::Live));
}

#[test]
fn what_somebody_has_changed_since_is_not_taken_back() {
    let [one, two] = [1, 2].map(|byte| RecordId::from_bytes([byte; 16]));
    let mut session = Session::new(DEVICE, "tab".into(), true);
    let at = |seconds| by(seconds).now;
    let before = session.write_all(vec![(one, entry("第一条")), (two, entry("第二条"))], at(0));
    let said = |index: usize| [before.revisions[index].id()];
    let mut group = session
        .write_after(one, &said(0), entry("改过"), at(1))
        .expect("it is new")
        .undo;
    let second = session
        .write_after(two, &said(1), entry("也改过"), at(1))
        .expect("it is new");
    group.append(second.undo);
    // Another tab goes on from the second.
    let on = Revision::new(
        two,
        [second.revisions[0].id()],
        DeviceId::from_bytes([9; 16]),
        at(2),
        State::Live,
        entry("别处又改"),
    );
    session.receive(vec![on]);
    let back = session.undo(&group, at(3));
    assert_eq!(back.revisions.len(), 1);
    let says = |record| session.journal().head(record).map(|head| head.content().clone());
    assert_eq!([says(one), says(two)], [entry("第一条"), entry("别处又改")].map(Some));
}

#[test]
fn what_somebody_wrote_beside_it_does_not_keep_a_record_in_the_trash() {
    let mut session = Session::new(DEVICE, "tab".into(), true);
    let at = |seconds| by(seconds).now;
    let first = session.write_all(vec![(RECORD, entry("第一条"))], at(0));
    let trashed = session.trash(&[RECORD], at(1));
    // Another tab, which had not heard of it, goes on.
    let beside = Revision::new(
        RECORD,
        [first.revisions[0].id()],
        DeviceId::from_bytes([9; 16]),
        at(2),
        State::Live,
        entry("别处又改"),
    );
    session.receive(vec![beside]);
    let back = session.undo(&trashed.undo, at(3));
    assert_eq!(back.revisions.len(), 1);
    let heads = session.journal().heads(RECORD);
    assert!(heads.iter().all(|head| head.state() == State::Live), "{heads:?}");
    let mut said = says(session.journal());
    said.sort();
    assert_eq!(said, ["别处又改", "第一条"]);
}

#[test]
fn the_index_takes_over_what_has_changed_and_shows_it_before_and_after() {
    let [one, two] = [1, 2].map(|byte| RecordId::from_bytes([byte; 16]));
    let mut session = Session::new(DEVICE, "tab".into(), true);
    let at = |seconds| by(seconds).now;
    let _ = session.write_all(vec![(one, entry("第一条")), (two, entry("第二条"))], at(0));
    assert_eq!(session.indexed().entry(one), None, "nobody has asked");
    assert_eq!(session.index().entry(one).map(|entry| &*entry.body), Some("第一条"));

    let _ = session.trash(&[one], at(1));
    let mut shown = Vec::new();
    let changed = session.reindex(&mut |index, record, seen| shown.push((record, seen, index.has_any(record))));
    assert_eq!(shown, [(one, Seen::Before, true), (one, Seen::After, false)]);
    assert_eq!(changed, [one].into());
    assert_eq!(session.reindex(&mut |_, _, _| ()), [].into(), "once");

    // What comes from the log, from another tab and out of a file.
    let from = |record, said: &str| Revision::new(record, [], DEVICE, at(2), State::Live, entry(said));
    let [third, fourth, fifth] = [3, 4, 5].map(|byte| RecordId::from_bytes([byte; 16]));
    session.read(vec![from(third, "第三条")]);
    session.receive(vec![from(fourth, "第四条")]);
    let _ = session.import(vec![from(fifth, "第五条")], at(3));
    assert_eq!(session.index().of_kind::<Entry>().count(), 4);
    let _ = session.erase(two, at(4));
    assert!(!session.index().has_any(two));
    session.forget_all();
    assert_eq!(session.index().kinds().count(), 0);
}
