//! Death in the middle of a restore.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{Dice, copy_folder, proved, rounds};
use crate::teacher::Teacher;

const ENTRIES: u32 = 3_000;

/// The texts of the log, in order.
fn texts(teacher: &Teacher) -> Vec<String> {
    let shelf = disk::shelf(teacher);
    let mut texts: Vec<_> = shelf.entries().map(|(_, entry)| entry.body.clone()).collect();
    texts.sort();
    texts
}

fn killed(kind: Kind, rounds: usize) {
    let mut teacher = Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.types("恢复以前就有的一条");
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
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

#[test]
fn a_restore_that_was_killed_is_finished_by_the_next_in_chromium() {
    killed(Kind::Chromium, rounds(1, 100));
}

#[test]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
fn a_restore_that_was_killed_is_finished_by_the_next_in_firefox() {
    killed(Kind::Firefox, rounds(1, 20));
}
