//! Merging is set union, and joining texts loses nothing.

use std::sync::{Arc, LazyLock};

use luoxuan::journal::merge_texts;
use luoxuan::text::sentences;
use luoxuan::{Journal, RecordId, Revision, State};
use proptest::prelude::*;

use crate::properties::{Chance, by, cases, entry, text};

/// Two hundred small worlds: revisions of three records in every kind of lineage, some trashed, a few erased.
static WORLDS: LazyLock<Vec<Vec<Arc<Revision>>>> = LazyLock::new(|| (0..200).map(world).collect());

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

fn journal(of: &[Arc<Revision>], places: &[usize]) -> Journal {
    let mut journal = Journal::new();
    journal.merge(places.iter().filter_map(|place| of.get(*place)).cloned());
    journal
}

fn with(mut journal: Journal, of: &[Arc<Revision>], places: &[usize]) -> Journal {
    journal.merge(places.iter().filter_map(|place| of.get(*place)).cloned());
    journal
}

proptest! {
    #![proptest_config(cases(100_000))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        world in 0..200_usize,
        a in prop::collection::vec(0..12_usize, 0..10),
        b in prop::collection::vec(0..12_usize, 0..10),
        c in prop::collection::vec(0..12_usize, 0..6),
    ) {
        let world = &WORLDS[world];
        let ab = with(journal(world, &a), world, &b);
        prop_assert_eq!(&ab, &with(journal(world, &b), world, &a));
        let bc = [b.clone(), c.clone()].concat();
        prop_assert_eq!(&with(ab.clone(), world, &c), &with(journal(world, &a), world, &bc));
        prop_assert_eq!(&ab, &with(ab.clone(), world, &a));
        let mut backwards = [a.clone(), b.clone()].concat();
        backwards.reverse();
        prop_assert_eq!(&ab, &journal(world, &backwards));
    }
}

/// `base` as somebody else left it: sentences taken out, put in, put twice, changed inside.
fn edited(base: &str, chance: &mut Chance) -> String {
    let mut parts: Vec<String> = sentences(base).map(Into::into).collect();
    for _ in 0..chance.below(4) {
        let at = chance.below(parts.len() + 1);
        match chance.below(5) {
            0 if at < parts.len() => {
                parts.remove(at);
            }
            1 if at < parts.len() => parts[at] = format!("改{}", parts[at]),
            2 if at < parts.len() => parts.insert(at, parts[at].clone()),
            _ => parts.insert(at, text(chance, 2)),
        }
    }
    parts.concat()
}

proptest! {
    #![proptest_config(cases(50_000))]

    #[test]
    fn a_merged_text_holds_what_either_side_wrote(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let base = text(&mut chance, 6);
        let (a, b) = (edited(&base, &mut chance), edited(&base, &mut chance));
        prop_assert_eq!(merge_texts(&base, &a, &a), Some(a.clone()));
        prop_assert_eq!(merge_texts(&base, &base, &b), Some(b.clone()));
        let merged = merge_texts(&base, &a, &b);
        prop_assert_eq!(&merged, &merge_texts(&base, &b, &a), "{:?} {:?} {:?}", base, a, b);
        if let Some(merged) = merged {
            for sentence in sentences(&a).chain(sentences(&b)) {
                let new = sentences(&base).all(|old| old != sentence);
                prop_assert!(!new || merged.contains(sentence), "{:?} {:?} {:?} {:?}", base, a, b, merged);
            }
            let count = |text: &str, sentence: &str| sentences(text).filter(|there| *there == sentence).count();
            for sentence in sentences(&base) {
                let stays = |side: &str| sentences(side).any(|there| there == sentence);
                let shared = count(&a, sentence).min(count(&b, sentence));
                prop_assert!(count(&merged, sentence) >= shared, "{:?} {:?} {:?} {:?}", base, a, b, merged);
                if !stays(&a) && !stays(&b) {
                    prop_assert!(sentences(&merged).all(|there| there != sentence), "{:?} {:?} {:?} {:?}", base, a, b, merged);
                }
            }
        }
    }
}
