//! Backups that something has changed: never a panic, nothing that was there changes, and what is whole comes in.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use luoxuan::catalog::Language;
use luoxuan::format::{stage, write_jsonl, write_zip};
use luoxuan::{Journal, Revision, RevisionId};
use luoxuan_tests::harm::{archive, harmed};

use crate::damage::{ids, opened};
use crate::properties::{Chance, by, every, figure, proved};

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
    let archive = archive();
    let mut journal = Journal::new();
    journal.merge(archive.revisions.iter().cloned());
    Backup {
        journal,
        known: archive.revisions.iter().map(|one| one.id()).collect(),
        plain: write_jsonl(&archive),
        zip: write_zip(&archive, Language::En).expect("written"),
    }
});

fn a_changed_backup(seed: usize) {
    let mut chance = Chance::new(seed as u64);
    let in_zip = seed.is_multiple_of(2);
    let bytes = harmed(if in_zip { &BACKUP.zip } else { &BACKUP.plain }, &mut chance);
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
    assert!(
        staged.erases.is_empty(),
        "seed {seed}: nothing is erased by what was changed"
    );
    if new > 0 {
        let mut after = BACKUP.journal.clone();
        after.merge(staged.revisions);
        for (record, heads) in BACKUP.journal.records() {
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
