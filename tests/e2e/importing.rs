//! Restoring what has been harmed, and death in the middle of a restore.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::Duration;

use luoxuan::catalog::Language;
use luoxuan::format::{Import, Limits, Picture, read, stage, write_jsonl, write_zip};
use luoxuan::{Author, BlobId, DeviceId, Entry, Journal, Timestamp};
use luoxuan_tests::harm::{Chance, archive, harmed};
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{Dice, copy_folder, proved, rounds};
use crate::teacher::Teacher;

const ENTRIES: u32 = 3_000;

/// The texts of the log, in order.
fn texts(teacher: &Teacher) -> Vec<String> {
    let index = disk::index(teacher);
    let mut texts: Vec<_> = index.of_kind::<Entry>().map(|(_, entry)| entry.body.clone()).collect();
    texts.sort();
    texts
}

fn killed(kind: Kind, rounds: usize) {
    let mut teacher = Teacher::arrives(kind);
    teacher.writes_an_entry("恢复以前就有的一条");
    let file = disk::copy_of(&teacher, ENTRIES);
    teacher.browser.quit();
    let (profile, before) = (teacher.browser.profile(), teacher.browser.desk().join("before"));
    copy_folder(&profile, &before);

    let mut dice = Dice::new();
    let mut halfway = 0;
    for round in 0..rounds {
        copy_folder(&before, &profile);
        teacher.browser.start_again();
        teacher.opens_the_app();
        teacher.waits_for_the_cursor();
        teacher.opens("#/settings");
        teacher.picks("选文件来恢复", &file);
        teacher.sees("损坏 0");
        teacher.clicks("收进手记");
        thread::sleep(Duration::from_millis(dice.below(1_500)));
        teacher.browser.kill();
        teacher.comes_back();
        let there = texts(&teacher);
        assert!(
            there.contains(&"恢复以前就有的一条".to_owned()),
            "round {round}: what was there is there"
        );
        let damage = luoxuan::journal::read_lines(disk::log_lines(&teacher).concat().as_bytes()).1;
        assert!(damage.is_empty(), "round {round}: nothing is half written: {damage:?}");
        let unique: BTreeSet<_> = there.iter().collect();
        assert_eq!(unique.len(), there.len(), "round {round}: nothing came twice");
        halfway += usize::from(there.len() > 1 && there.len() <= ENTRIES as usize);
        // Again: what is missing comes, and nothing comes twice.
        if there.len() <= ENTRIES as usize {
            crate::spiral::restore(&teacher, &file);
        }
        assert_eq!(texts(&teacher).len(), ENTRIES as usize + 1, "round {round}");
        teacher.browser.kill();
    }
    proved(
        "T31",
        &format!("{kind:?}: SIGKILL within 1.5 s of restoring {ENTRIES} entries, then restored again"),
        &format!(
            "{rounds} rounds, {halfway} of them halfway: each record whole or not there, complete after the second time"
        ),
    );
}

#[rstest]
#[case::chromium(Kind::Chromium, rounds(1, 100))]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
#[case::firefox(Kind::Firefox, rounds(1, 20))]
fn a_restore_that_was_killed_is_finished_by_the_next(#[case] kind: Kind, #[case] rounds: usize) {
    killed(kind, rounds);
}

/// A line of this backup was mended and then believed when it said that its record is erased.
const ERASED_ONCE: [usize; 1] = [431];

/// The page counts what a file brings as the core alone does: so many revisions are new, and these pictures.
fn is_counted(
    teacher: &Teacher,
    import: &Import,
    before: &Journal,
    brought: &BTreeSet<BlobId>,
) -> (usize, BTreeSet<BlobId>) {
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(0, 480),
    };
    let staged = stage(import, before, by);
    let new = import
        .pictures
        .iter()
        .map(Picture::id)
        .filter(|id| !brought.contains(id));
    let new: BTreeSet<_> = new.collect();
    teacher.sees(&format!(
        "新增 {}，已有 {}，损坏 {}，图片 {} 张。",
        staged.added,
        staged.known,
        staged.damaged,
        new.len()
    ));
    (staged.added, new)
}

/// Takes in what was looked into; what was there before is there afterwards.
fn takes_in(teacher: &Teacher, before: &Journal, seed: usize) {
    teacher.clicks("收进手记");
    teacher.sees_no("收进手记");
    // It asks for the next one when it has done with this.
    teacher.waits_for_element(".button input[type=file]:not(:disabled)");
    teacher.sees_it_kept();
    let after = disk::journal(teacher);
    for (record, heads) in before.records() {
        let there = heads.iter().all(|head| after.contains(record, head.id()));
        assert!(there, "seed {seed}: {record}");
    }
    assert!(after.len() >= before.len(), "seed {seed}: what comes is added");
}

/// Restores so many backups that something has changed, each by hand.
fn replayed(kind: Kind, number: usize) {
    let archive = archive();
    let (plain, zip) = (
        write_jsonl(&archive),
        write_zip(&archive, Language::En).expect("written"),
    );
    let teacher = Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    let sound = teacher.browser.desk().join("sound.jsonl");
    fs::write(&sound, &plain).expect("written");
    crate::spiral::restore(&teacher, &sound);
    let (mut refused, mut taken) = (0, 0);
    // A picture that one of them has brought is not new in the next.
    let mut brought = BTreeSet::new();
    for seed in ERASED_ONCE.into_iter().chain(0..number) {
        let (name, whole) = match seed % 2 {
            0 => (format!("{seed}.zip"), &zip),
            _ => (format!("{seed}.jsonl"), &plain),
        };
        let bytes = harmed(whole, &mut Chance::new(seed as u64));
        let file = teacher.browser.desk().join(&name);
        fs::write(&file, &bytes).expect("written");
        let before = disk::journal(&teacher);
        teacher.picks("选文件来恢复", &file);
        let Ok(import) = read(&name, &bytes, &Limits::default()) else {
            // A clear sentence, which names the file.
            teacher.sees(&name);
            assert_eq!(disk::journal(&teacher), before, "seed {seed}");
            refused += 1;
            continue;
        };
        let (added, new) = is_counted(&teacher, &import, &before, &brought);
        if added + new.len() == 0 {
            teacher.clicks("取消");
            assert_eq!(disk::journal(&teacher), before, "seed {seed}");
            continue;
        }
        if taken == 0 {
            // No copy of what is here now before each of them.
            let first = teacher.finds("tick", "收进来以前，先下载一份现在的备份");
            teacher.run("arguments[0].click()", vec![json!(first)]);
        }
        takes_in(&teacher, &before, seed);
        brought.extend(new);
        taken += 1;
    }
    proved(
        "T28",
        &format!("{kind:?}: {number} changed backups, plain and ZIP, restored by hand"),
        &format!(
            "{refused} refused with a sentence, {taken} taken in; each counted as the core alone counts it, nothing there changed"
        ),
    );
}

#[test]
fn changed_backups_change_nothing_in_chromium() {
    replayed(Kind::Chromium, rounds(8, 500));
}
