//! What one entry costs does not depend on the journal.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use luoxuan::record::Expectation;
use luoxuan::{Content, Date, Entry, Fate, Index, Journal, Phase, RecordId};
use proptest::prelude::*;

use crate::properties::by;

/// Three days in a row.
const DAYS: [Date; 3] = match Date::new(2026, 1, 5) {
    Some(first) => [first, first.plus_days(1), first.plus_days(2)],
    None => panic!("a day"),
};

fn id(number: u32) -> RecordId {
    let mut id = [0x11; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    RecordId::from_bytes(id)
}

/// So many entries, ten to a spiral.
fn journal(entries: u32) -> Journal {
    let mut journal = Journal::new();
    for number in 0..entries {
        let entry = Entry {
            spiral: Some(id(1_000_000 + number / 10)),
            phase: Phase::Problem,
            happened_on: Date::new(2020, 1, 1),
            body: format!("第{number}条。像在报清单。"),
            ..Entry::default()
        };
        journal.write(id(number), Content::of(&entry), by(1, i64::from(number)));
    }
    journal
}

/// The least time of many, so that whatever else the machine does counts for nothing.
fn least(mut act: impl FnMut()) -> Duration {
    let time = |act: &mut dyn FnMut()| {
        let start = Instant::now();
        act();
        start.elapsed()
    };
    (0..300).map(|_| time(&mut act)).min().unwrap_or_default()
}

#[test]
fn an_entry_among_20_000_costs_what_it_costs_among_100() {
    let cost = |entries: u32| {
        let journal = journal(entries);
        let mut index = Index::of(&journal);
        least(|| {
            for number in 40..50 {
                index.update(&journal, id(number));
                assert_eq!(index.turns(id(1_000_004)).len(), 1);
                assert_eq!(index.between::<Entry>(DAYS[0], DAYS[2]).count(), 0);
                assert_eq!(index.pool().count(), 0);
            }
        })
    };
    let (few, many) = (cost(100), cost(20_000));
    // Work by the size of the journal would be 200 times as much; a deeper tree is not twice.
    assert!(many < few * 8, "{few:?} among 100, {many:?} among 20,000");
}

/// Fields of an entry that are read without the others.
const READ_ALONE: [&str; 9] = [
    "spiral",
    "phase",
    "happened_on",
    "written",
    "fate",
    "body",
    "fields",
    "class",
    "expectation",
];

/// An entry that may stand in the pool or not, and on one of the days or none, and of which a field may be none of ours;
/// `None` for the trash.
fn said() -> impl Strategy<Value = Option<Content>> {
    let entry = (
        0..Phase::ALL.len(),
        0..Fate::ALL.len(),
        any::<bool>(),
        0..5_usize,
        0..18_usize,
    );
    proptest::option::weighted(
        0.8,
        entry.prop_map(|(phase, fate, in_spiral, day, odd)| {
            let content = Content::of(&Entry {
                phase: Phase::ALL[phase],
                fate: Fate::ALL[fate],
                spiral: in_spiral.then(|| id(1_000_000)),
                happened_on: DAYS.get(day).copied(),
                written: (day == 3).then(|| by(1, 0).now),
                body: format!("第{phase}段，“写”了\n{day}行。"),
                class: if in_spiral {
                    "三（2）班".into()
                } else {
                    String::new()
                },
                fields: (0..fate)
                    .map(|number| (format!("f{number}"), format!("{number}\t人")))
                    .collect(),
                expectation: (phase == 1).then(|| Expectation {
                    text: "少于20%。".into(),
                    ..Expectation::default()
                }),
                ..Entry::default()
            });
            let mut fields = content.to_json();
            if let Some(odd) = READ_ALONE.get(odd) {
                fields.insert((*odd).into(), "不是这样写的".into());
            }
            Content::from_json(&fields)
        }),
    )
}

proptest! {
    /// However often an entry changes, its week and the pool are those that a look at every entry finds.
    #[test]
    fn the_week_and_the_pool_follow_what_is_written(acts in prop::collection::vec((0..4_u32, said()), 1..20)) {
        let (mut journal, mut index) = (Journal::new(), Index::default());
        for (at, (number, said)) in (0..).zip(acts) {
            match said {
                Some(content) => drop(journal.write(id(number), content, by(1, at))),
                None => drop(journal.trash(id(number), by(1, at))),
            }
            index.update(&journal, id(number));
            // What is told without reading an entry is what reading it tells.
            let words = |index: &Index| {
                let words = index.words_of_entry(id(number))?;
                Some(words.into_iter().map(String::from).collect::<BTreeSet<_>>())
            };
            let (unread, known) = (words(&index), index.has::<Entry>(id(number)));
            let (spiral, day) = (index.spiral_of(id(number)), index.day_of(id(number)));
            let entry = index.entry(id(number));
            let written = |entry: &Entry| {
                let words = entry.words().chain([&*entry.class]);
                words.filter(|piece| !piece.is_empty()).map(String::from).collect()
            };
            prop_assert_eq!((unread, known), (entry.map(written), entry.is_some()));
            prop_assert_eq!((spiral, day), (entry.and_then(|entry| entry.spiral), entry.and_then(Entry::day)));
            let days: Vec<_> = index.in_spiral::<Entry>(id(1_000_000)).filter_map(|(_, entry)| entry.day()).collect();
            prop_assert_eq!(index.days_of(id(1_000_000)).collect::<Vec<_>>(), days);
            for (first, last) in [(0, 0), (0, 1), (1, 2), (2, 0)] {
                let (first, last) = (DAYS[first], DAYS[last]);
                let mut expected: Vec<_> = index.of_kind::<Entry>().filter_map(|(id, entry)| Some((entry.day()?, id))).collect();
                expected.retain(|(day, _)| first <= *day && *day <= last);
                expected.sort_unstable();
                let found: Vec<_> = index.between::<Entry>(first, last).map(|(id, _)| id).collect();
                prop_assert_eq!(found, expected.into_iter().map(|(_, id)| id).collect::<Vec<_>>());
            }
            let waits = |entry: &Entry| match (entry.phase, entry.fate, entry.spiral) {
                (Phase::Problem, _, None) | (Phase::NewProblem, Fate::Undecided, None) => true,
                (phase, fate, _) => phase == Phase::NewProblem && fate == Fate::Pool,
            };
            let expected: Vec<_> = index.of_kind::<Entry>().filter(|(_, entry)| waits(entry)).map(|(id, _)| id).collect();
            prop_assert_eq!(index.pool().map(|(id, _)| id).collect::<Vec<_>>(), expected);
        }
    }
}
