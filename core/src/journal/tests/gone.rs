//! The trash, and what is erased.

use super::*;

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
