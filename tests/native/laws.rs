//! Merging is set union, and joining texts loses nothing.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use luoxuan::journal::merge_texts;
use luoxuan::text::sentences;
use luoxuan::{Journal, RecordId, Revision, State};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::properties::{Chance, by, entry, figure, hold, proved, text};
use crate::strategies::{Edit, edit, edited, prose};

/// Two hundred small worlds: revisions of three records in every kind of lineage, some trashed, a few erased.
pub(crate) static WORLDS: LazyLock<Vec<Vec<Arc<Revision>>>> = LazyLock::new(|| (0..200).map(world).collect());

fn world(seed: u64) -> Vec<Arc<Revision>> {
    let mut chance = Chance::new(seed);
    let mut all: Vec<Arc<Revision>> = Vec::new();
    for number in 0..12_i64 {
        let record = RecordId::from_bytes([u8::try_from(chance.below(3)).expect("small"); 16]);
        let earlier: Vec<_> = all
            .iter()
            .filter(|revision| revision.record() == record)
            .map(|revision| revision.id())
            .collect();
        let parents = (0..chance.below(3))
            .filter_map(|_| chance.pick(&earlier).copied())
            .collect::<Vec<_>>();
        let state = match chance.below(20) {
            0 => State::Erased,
            1..=3 => State::Trashed,
            _ => State::Live,
        };
        let parents = if state == State::Erased { Vec::new() } else { parents };
        let by = by(1, number);
        let revision = Revision::new(record, parents, by.device, by.now, state, entry(&text(&mut chance, 3)));
        all.push(Arc::new(revision));
    }
    all
}

pub(crate) fn journal(of: &[Arc<Revision>], places: &[usize]) -> Journal {
    let mut journal = Journal::new();
    journal.merge(places.iter().filter_map(|place| of.get(*place)).cloned());
    journal
}

pub(crate) fn with(mut journal: Journal, of: &[Arc<Revision>], places: &[usize]) -> Journal {
    journal.merge(places.iter().filter_map(|place| of.get(*place)).cloned());
    journal
}

pub(crate) fn places(most: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..12_usize, 0..most)
}

#[test]
fn merging_is_commutative_associative_and_idempotent() {
    let number = hold(
        100_000,
        || (0..200_usize, places(10), places(10), places(6)),
        |(world, a, b, c)| {
            let world = &WORLDS[world];
            let ab = with(journal(world, &a), world, &b);
            prop_assert_eq!(&ab, &with(journal(world, &b), world, &a));
            let bc = [b.clone(), c.clone()].concat();
            prop_assert_eq!(&with(ab.clone(), world, &c), &with(journal(world, &a), world, &bc));
            prop_assert_eq!(&ab, &with(ab.clone(), world, &a));
            let mut backwards = [a.clone(), b.clone()].concat();
            backwards.reverse();
            prop_assert_eq!(&ab, &journal(world, &backwards));
            Ok(())
        },
    );
    proved(
        "T21",
        format!("{number} random logs"),
        "merging is commutative, associative and idempotent",
    );
}

/// Stretches of sentences of which none stood in the base: what somebody wrote in one place.
fn new_runs(base: &str, side: &str) -> Vec<String> {
    let old: BTreeSet<_> = sentences(base).collect();
    let parts: Vec<_> = sentences(side).collect();
    let runs = parts.split(|sentence| old.contains(sentence));
    runs.filter(|run| !run.is_empty()).map(<[&str]>::concat).collect()
}

/// A text, and what two did to it apart.
fn apart() -> impl Strategy<Value = (String, Vec<Edit>, Vec<Edit>)> {
    let edits = || vec(edit(prose(2)), 0..4);
    (prose(6), edits(), edits())
}

fn nothing_is_lost((base, here, there): (String, Vec<Edit>, Vec<Edit>)) -> TestCaseResult {
    let (a, b) = (edited(&base, &here), edited(&base, &there));
    prop_assert_eq!(merge_texts(&base, &a, &a), Some(a.clone()));
    prop_assert_eq!(merge_texts(&base, &base, &b), Some(b.clone()));
    let merged = merge_texts(&base, &a, &b);
    prop_assert_eq!(&merged, &merge_texts(&base, &b, &a), "{:?} {:?} {:?}", base, a, b);
    let Some(merged) = merged else { return Ok(()) };
    for run in new_runs(&base, &a).iter().chain(&new_runs(&base, &b)) {
        prop_assert!(merged.contains(run), "{:?} {:?} {:?} {:?}", base, a, b, merged);
    }
    let count = |text: &str, sentence: &str| sentences(text).filter(|there| *there == sentence).count();
    for sentence in sentences(&base) {
        let stays = |side: &str| sentences(side).any(|there| there == sentence);
        let shared = count(&a, sentence).min(count(&b, sentence));
        prop_assert!(
            count(&merged, sentence) >= shared,
            "{:?} {:?} {:?} {:?}",
            base,
            a,
            b,
            merged
        );
        if !stays(&a) && !stays(&b) {
            prop_assert!(
                sentences(&merged).all(|there| there != sentence),
                "{:?} {:?} {:?} {:?}",
                base,
                a,
                b,
                merged
            );
        }
    }
    Ok(())
}

#[test]
fn a_merged_text_holds_what_either_side_wrote() {
    let number = hold(figure(50_000, 1_000_000), apart, nothing_is_lost);
    proved(
        "T23",
        format!("{number} pairs of edits of one text"),
        "symmetric, and each run either side wrote is there, or both are shown",
    );
}
