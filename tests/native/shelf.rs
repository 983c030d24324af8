//! What one entry costs does not depend on the journal.

use std::time::{Duration, Instant};

use luoxuan::{Content, Entry, Journal, Phase, RecordId, Shelf};

use crate::properties::by;

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
            phase: Phase::Reflection,
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
        let mut shelf = Shelf::of(&journal);
        least(|| {
            for number in 40..50 {
                shelf.update(&journal, id(number));
                assert_eq!(shelf.turns(id(1_000_004)).len(), 1);
            }
        })
    };
    let (few, many) = (cost(100), cost(20_000));
    // Work by the size of the journal would be 200 times as much; a deeper tree is not twice.
    assert!(many < few * 8, "{few:?} among 100, {many:?} among 20,000");
}
