//! Backups that something has changed: never a panic, nothing that was there changes, and what is whole comes in.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Picture, stage, write_plain, write_zip};
use luoxuan::{Journal, Revision, RevisionId};
use luoxuan_tests::demo;

use crate::damage::{ids, opened};
use crate::properties::{Chance, by, every, figure, proved};

/// Where something stands in the bytes, counted on from a place drawn at random.
fn somewhere(bytes: &[u8], what: &[u8], chance: &mut Chance) -> Option<usize> {
    let from = chance.below(bytes.len());
    let find = |from: usize| bytes[from..].windows(what.len()).position(|window| window == what);
    find(from).map(|at| from + at).or_else(|| find(0))
}

/// What bit rot, a broken copy or a careless program does, once.
fn harm(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let to = (at + chance.below(300)).min(bytes.len());
    match chance.below(12) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..to)),
        2 => bytes.extend_from_within(at..to),
        3 => bytes[at..to].fill(0),
        4 => bytes[at..to].reverse(),
        5 => bytes.insert(at, u8::try_from(chance.below(256)).expect("a byte")),
        6 => {
            // The values of one field in two lines, exchanged.
            let names: [&[u8]; 4] = [b"\"record\":\"", b"\"device\":\"", b"\"parents\":[", b"\"body\":\""];
            let name = chance.pick(&names).copied().unwrap_or_default();
            let places = [somewhere(bytes, name, chance), somewhere(bytes, name, chance)];
            let value = |at: Option<usize>| {
                let from = at? + name.len();
                let length = bytes.get(from..)?.iter().position(|byte| b"\"]".contains(byte))?;
                Some(from..from + length)
            };
            if let [Some(one), Some(other)] = places.map(value)
                && one.end <= other.start
            {
                let (early, late) = (bytes[one.clone()].to_vec(), bytes[other.clone()].to_vec());
                bytes.splice(other, early);
                bytes.splice(one, late);
            }
        }
        7 => {
            // A key twice, with the same value or another.
            let twice: [&[u8]; 4] = [b"\"v\":1,", b"\"v\":7,", b"\"state\":\"erased\",", b"\"at\":[0,0],"];
            let twice = chance.pick(&twice).copied().unwrap_or_default();
            let name: &[u8] = if chance.below(2) == 0 { b"\"v\":" } else { b"\"at\":" };
            if let Some(place) = somewhere(bytes, name, chance) {
                bytes.splice(place..place, twice.iter().copied());
            }
        }
        8 => {
            // Half a character, as JavaScript writes it.
            if let Some(place) = somewhere(bytes, b"\"body\":\"", chance) {
                let half: &[u8] = if chance.below(2) == 0 { b"\\ud83d" } else { b"\\uDE00" };
                bytes.splice(place + 8..place + 8, half.iter().copied());
            }
        }
        9 | 10 => {
            // A number in a header of a ZIP: sizes, offsets, methods, names that are longer than they are.
            if let Some(place) = somewhere(bytes, b"PK", chance) {
                let place = place + 4 + chance.below(28);
                for byte in bytes.iter_mut().skip(place).take(1 + chance.below(4)) {
                    *byte = u8::try_from(chance.below(256)).expect("a byte");
                }
            }
        }
        _ => bytes[at] ^= 1 << chance.below(8),
    }
}

fn mutated(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        if !bytes.is_empty() {
            harm(&mut bytes, chance);
        }
    }
    bytes
}

/// The originals of which a whole line still stands in the bytes.
fn intact(bytes: &[u8]) -> BTreeSet<RevisionId> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines
        .filter_map(|line| Revision::from_line(line).ok())
        .map(|revision| revision.id())
        .collect()
}

/// A journal, and its backup both ways.
struct Backup {
    journal: Journal,
    known: BTreeSet<RevisionId>,
    plain: Vec<u8>,
    zip: Vec<u8>,
}

static BACKUP: LazyLock<Backup> = LazyLock::new(|| {
    let archive = Archive {
        revisions: demo::journal(),
        pictures: vec![Picture::new([b"\xff\xd8\xff".as_slice(), &[7; 3000]].concat())],
        ..Archive::default()
    };
    let mut journal = Journal::new();
    journal.merge(archive.revisions.iter().cloned());
    Backup {
        journal,
        known: archive.revisions.iter().map(|one| one.id()).collect(),
        plain: write_plain(&archive),
        zip: write_zip(&archive, Language::En).expect("written"),
    }
});

fn a_changed_backup(seed: usize) {
    let mut chance = Chance::new(seed as u64);
    let in_zip = seed.is_multiple_of(2);
    let bytes = mutated(if in_zip { &BACKUP.zip } else { &BACKUP.plain }, &mut chance);
    let import = opened(if in_zip { "a.zip" } else { "a.jsonl" }, &bytes);
    let there = ids(&import);
    let new = there.difference(&BACKUP.known).count();
    assert!(
        new <= import.repaired,
        "seed {seed}: nothing comes that was never written, but for lines in which a character was mended"
    );
    let whole = intact(&bytes);
    let lost: Vec<_> = whole.difference(&there).collect();
    assert!(
        lost.is_empty(),
        "seed {seed}: {lost:?} of {} whole records",
        whole.len()
    );
    if !in_zip {
        let lines = bytes
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.iter().all(u8::is_ascii_whitespace));
        let counted = lines
            .filter(|line| *line != br#"{"format":"luoxuan journal","version":1}"#)
            .count();
        let told = import.revisions.len() + import.damage.len() + import.newer.len();
        assert!(
            told <= counted && counted - told <= 8,
            "seed {seed}: each line is told, a repeated one once"
        );
    }
    let staged = stage(&import, &BACKUP.journal, by(9, 0));
    assert_eq!(
        (
            staged.added,
            staged.known + staged.erased,
            staged.damaged,
            staged.repaired
        ),
        (new, there.len() - new, import.damage.len(), import.repaired),
        "seed {seed}"
    );
    if new > 0 {
        let mut after = BACKUP.journal.clone();
        after.merge(staged.revisions);
        for (record, heads) in BACKUP
            .journal
            .records()
            .filter(|(record, _)| !staged.erases.contains(record))
        {
            let there = after.heads(record);
            assert!(heads.iter().all(|head| there.contains(head)), "seed {seed}: {record}");
        }
    }
}

#[test]
fn a_changed_backup_never_changes_what_is_there() {
    let number = figure(1000, 10_000);
    every(0..number, a_changed_backup);
    proved(
        "T28",
        format!("{number} changed backups, plain and ZIP"),
        "no panic, nothing there changed, every whole record came, each count right",
    );
}
