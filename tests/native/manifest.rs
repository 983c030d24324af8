//! What the lanes remember, held against what is there.

use luoxuan::store::{Loss, Manifest, Missing};
use luoxuan::{Journal, State};
use proptest::prelude::*;

use crate::laws::{WORLDS, journal, places, with};
use crate::properties::hold;

fn kept(of: &Journal, pictures: usize) -> Manifest {
    Manifest {
        tally: of.tally(),
        pictures,
        small: "a4dq".into(),
        large: "7hw2".into(),
    }
}

#[test]
fn the_figures_of_a_journal_are_those_a_count_comes_to() {
    hold(
        5_000,
        || (0..200_usize, places(14)),
        |(world, some)| {
            let (world, there) = (&WORLDS[world], journal(&WORLDS[world], &some));
            let erased = there.records().filter(|(record, _)| there.is_erased(*record)).count();
            let known =
                |revision: &&std::sync::Arc<luoxuan::Revision>| there.contains(revision.record(), revision.id());
            let mut revisions: Vec<_> = world.iter().filter(known).map(|revision| revision.id()).collect();
            revisions.sort_unstable();
            revisions.dedup();
            let heads = there.records().flat_map(|(_, heads)| heads);
            let heads = heads.fold(0_u64, |sum, head| {
                let first: [u8; 8] = head.id().as_bytes()[..8].try_into().expect("eight of 32");
                sum.wrapping_add(u64::from_be_bytes(first))
            });
            let tally = there.tally();
            prop_assert_eq!(
                (tally.records, tally.erased, tally.revisions, tally.heads),
                (there.records().count(), erased, revisions.len(), heads)
            );
            Ok(())
        },
    );
}

#[test]
fn more_than_was_kept_is_never_taken_for_a_loss_and_less_always_is() {
    hold(
        20_000,
        || (0..200_usize, places(10), places(6)),
        |(world, some, more)| {
            let world = &WORLDS[world];
            let less = journal(world, &some);
            let all = with(less.clone(), world, &more);
            prop_assert!(kept(&less, 2).missing_in(&kept(&all, 3)).is_nothing());
            let missing = kept(&all, 3).missing_in(&kept(&less, 3));
            // Whoever has seen an erasure cannot tell how many versions it took along.
            let erasures = |journal: &Journal| journal.tally().erased;
            if erasures(&less) == erasures(&all) {
                prop_assert_eq!(missing.is_nothing(), less == all);
                prop_assert_eq!(missing.texts + missing.versions, all.len() - less.len());
            }
            prop_assert_eq!(missing.texts, all.records().count() - less.records().count());
            Ok(())
        },
    );
}

#[test]
fn one_that_has_come_since_does_not_stand_in_for_one_that_is_gone() {
    let world = WORLDS
        .iter()
        .find(|world| world.iter().all(|revision| revision.state() != State::Erased))
        .expect("most have none");
    let all: Vec<usize> = (0..world.len()).collect();
    let (was, is) = (journal(world, &all[1..]), journal(world, &all[..all.len() - 1]));
    assert_eq!(was.len(), is.len());
    assert_ne!(was, is);
    assert!(!kept(&was, 0).missing_in(&kept(&is, 0)).is_nothing());
}

fn manifest(text: &str) -> Manifest {
    text.parse().expect("a manifest")
}

#[test]
fn every_place_is_asked_and_what_is_told_is_all_that_is_missing() {
    let now = manifest("7 0 9 00000000000000ff 1 a4dq x5ne");
    let [small, large] = [
        "27 0 81 9f86d081884c7d65 3 a4dq 7hw2",
        "20 0 90 9f86d081884c7d65 2 b5er -",
    ]
    .map(manifest);
    let loss = Loss::found(&now, &[small, large], 4);
    let missing = Missing {
        texts: 20,
        versions: 68,
        pictures: 2,
    };
    let both = Loss {
        small: true,
        large: true,
        back: 4,
        missing,
    };
    assert_eq!(loss, both);
    // The lanes that remember the same are the same; one that has no name is nobody else.
    let same = manifest("7 0 9 00000000000000ff 1 - x5ne");
    assert!(Loss::found(&now, &[same, now.clone()], 0).is_nothing());
    // What was found before stays until somebody has seen to it.
    assert_eq!(loss.and(Loss::default()), loss);

    let after = manifest("25 0 40 00000000000000aa 3 a4dq x5ne");
    let left = loss.missing.after_restoring(&now, &after);
    let expected = Missing {
        texts: 2,
        versions: 55,
        pictures: 0,
    };
    assert_eq!(left, expected);
}

#[test]
fn what_is_no_manifest_is_none() {
    for text in [
        "",
        "27",
        "27 0 81 9f86 3",
        "27 0 81 xyz 3 a b",
        "-1 0 0 0 0 a b",
        "a b c d e f g",
    ] {
        assert!(text.parse::<Manifest>().is_err(), "{text}");
    }
    // A later version may say more behind it.
    assert!("27 0 81 9f86 3 a b more".parse::<Manifest>().is_ok());
    assert!("3 4 20".parse::<Loss>().is_err());
}
