//! The computer's clock is wrong, and jumps.

use std::thread;
use std::time::Duration;

use luoxuan::Entry;
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{Dice, proved, rounds};
use crate::stage::wait_for;
use crate::teacher::Teacher;
use crate::wrong_clock::{Clock, Set};

const TEN_YEARS: i64 = 10 * 365 * 24 * 3_600_000;

/// Changes the open entry into this text and finishes.
fn change(teacher: &Teacher, text: &str) {
    teacher.clicks("修改");
    teacher.waits_for_the_cursor();
    teacher.run("document.activeElement.select()", vec![]);
    teacher.pastes(text);
    teacher.keeps_it();
}

fn jumps(kind: Kind) {
    let clock = Clock::right();
    let teacher = Teacher::arrives_at(&clock.address(), kind);
    teacher.writes_an_entry("第一版");
    teacher.clicks("打开");
    let mut texts = vec!["第一版".to_owned()];
    for (number, by) in [TEN_YEARS, -TEN_YEARS, 0, -1, TEN_YEARS, 0].into_iter().enumerate() {
        clock.is_set(&teacher, Set::By(by));
        let text = format!("时钟跳过以后的第{}版", number + 2);
        change(&teacher, &text);
        let journal = disk::journal(&teacher);
        let index = disk::index(&teacher);
        assert_eq!(journal.conflicts().count(), 0, "a clock does not tear an entry");
        let now: Vec<_> = index.of_kind::<Entry>().map(|(_, entry)| entry.body.clone()).collect();
        assert_eq!(
            now,
            std::slice::from_ref(&text),
            "what was written last is what it says"
        );
        texts.push(text);
    }
    // In mid-typing: what was called kept before the jump is there after it, and what came later too.
    teacher.opens("#/today");
    teacher.waits_for_the_cursor();
    clock.is_set(&teacher, Set::By(TEN_YEARS));
    teacher.types("跳以前写的，");
    teacher.sees_it_kept();
    clock.is_set(&teacher, Set::By(-TEN_YEARS));
    teacher.types("跳以后写的。");
    teacher.sees_it_kept();
    if kind == Kind::Chromium {
        let zone = json!({ "timezoneId": "America/Los_Angeles" });
        teacher.browser.devtools("Emulation.setTimezoneOverride", &zone);
    }
    teacher.types("换了时区。");
    teacher.sees_it_kept();
    teacher.reloads();
    teacher.waits_for_the_cursor();
    let whole = wait_for(Duration::from_secs(10), || {
        let index = disk::index(&teacher);
        let found = index
            .of_kind::<Entry>()
            .any(|(_, entry)| entry.body == "跳以前写的，跳以后写的。换了时区。");
        found.then_some(())
    });
    assert!(whole.is_some(), "{:?}", disk::log_lines(&teacher));
    let all = disk::log_lines(&teacher).concat();
    for text in &texts {
        assert!(all.contains(text.as_str()), "“{text}” is in the history");
    }
    proved(
        "T19",
        &format!(
            "{kind:?}: the clock jumps ten years back and forth between versions and while typing; another time zone"
        ),
        "order and text as written, no conflict, nothing lost",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
#[case::firefox(Kind::Firefox)]
fn a_wrong_clock_changes_nothing(#[case] kind: Kind) {
    jumps(kind);
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const YEAR: i64 = 365 * 24 * HOUR;

/// How the clock is wrong, before it is put right or after it was right.
const WRONG: [Set; 8] = [
    Set::By(HOUR),
    Set::By(MINUTE),
    Set::By(-HOUR),
    Set::By(-MINUTE),
    Set::By(YEAR),
    Set::By(-YEAR),
    // 2999, and 1970.
    Set::To(32_472_144_000_000),
    Set::To(3_600_000),
];

/// When the browser is killed, after the clock was set and more was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Killed {
    /// Once that was shown as kept.
    Kept,
    /// Once the entry was finished, and that was shown as kept.
    Finished,
    /// Before anything of it can be on the disk.
    AtOnce,
    /// Once localStorage has it and the database does not.
    Hot,
    /// While the finished entry is on its way.
    Finishing,
}

const KILLED: [Killed; 5] = [
    Killed::Kept,
    Killed::Hot,
    Killed::Finished,
    Killed::AtOnce,
    Killed::Finishing,
];

/// The clock is set between two sentences, and the browser killed after the second.
fn is_killed(kind: Kind, rounds: usize) {
    let clock = Clock::right();
    let mut teacher = Teacher::arrives_at(&clock.address(), kind);
    let mut dice = Dice::new();
    for round in 0..rounds {
        let wrong = WRONG[round / 2 % WRONG.len()];
        // Each way of being wrong meets each kill.
        let killed = KILLED[(round + round / 16) % KILLED.len()];
        let (before, after) = if round % 2 == 0 {
            (wrong, Set::By(0))
        } else {
            (Set::By(0), wrong)
        };
        let which = format!("round {round}: from {before:?} to {after:?}, killed {killed:?}");
        teacher.waits_for_the_journal();
        clock.is_set(&teacher, before);
        let first = format!("第{round}次写的甲");
        teacher.types(&first);
        teacher.sees_it_kept();
        // Long enough for localStorage to come to the disk, or not.
        thread::sleep(Duration::from_millis(dice.below(7_000)));
        clock.is_set(&teacher, after);
        teacher.types("，还有乙");
        let both = format!("{first}，还有乙");
        match killed {
            Killed::AtOnce => {}
            Killed::Hot => thread::sleep(Duration::from_millis(600)),
            Killed::Kept => kept_as_draft(&teacher, &both),
            Killed::Finishing => teacher.presses("Ctrl Enter"),
            Killed::Finished => {
                teacher.presses("Ctrl Enter");
                kept_as_revision(&teacher, &both);
            }
        }
        teacher.browser.kill();
        teacher.comes_back();
        let promised = if matches!(killed, Killed::Kept | Killed::Finished) {
            &both
        } else {
            &first
        };
        is_there(&teacher, &first, promised, &which);
    }
    proved(
        "T19",
        &format!(
            "{kind:?}: the clock set by a minute, an hour, a year, to 1970 and 2999, back and forth between two sentences, \
             and SIGKILL at once, with the second in one lane, in both, while the entry is finished, and after"
        ),
        &format!("{rounds} rounds: no acknowledged character lost, no conflict that is none"),
    );
}

/// What was promised is kept, in the entry that begins so, and nothing stands against it.
fn is_there(teacher: &Teacher, begins: &str, promised: &str, which: &str) {
    let said = wait_for(Duration::from_secs(10), || {
        let index = disk::index(teacher);
        let said = index
            .of_kind::<Entry>()
            .find(|(_, entry)| entry.body.starts_with(begins));
        said.map(|(_, entry)| entry.body.clone())
            .filter(|body| body.starts_with(promised))
    });
    assert!(
        said.is_some(),
        "{which}: “{promised}” was kept:\n{}",
        disk::log_lines(teacher).concat()
    );
    let journal = disk::journal(teacher);
    assert_eq!(journal.conflicts().count(), 0, "{which}: a conflict that is none");
}

/// Waits until the draft is in the database: the page may still show that the first sentence is kept.
fn kept_as_draft(teacher: &Teacher, text: &str) {
    let there = wait_for(Duration::from_secs(10), || {
        let drafts = disk::drafts(teacher).concat();
        drafts.contains(text).then_some(())
    });
    assert!(there.is_some(), "the draft does not come to the disk");
    teacher.sees_it_kept();
}

/// Waits until the finished entry is in the log.
fn kept_as_revision(teacher: &Teacher, text: &str) {
    let there = wait_for(Duration::from_secs(10), || {
        disk::log_lines(teacher).concat().contains(text).then_some(())
    });
    assert!(there.is_some(), "the entry does not come to the disk");
    teacher.sees_it_kept();
}

#[rstest]
#[case::chromium(Kind::Chromium, rounds(4, 80))]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
#[case::firefox(Kind::Firefox, rounds(4, 80))]
fn a_clock_that_is_set_costs_no_word_when_the_browser_is_killed(#[case] kind: Kind, #[case] rounds: usize) {
    is_killed(kind, rounds);
}

/// The entry that begins so, as the disk has it.
fn written(teacher: &Teacher, text: &str) -> Entry {
    let found = wait_for(Duration::from_secs(10), || {
        let index = disk::index(teacher);
        let found = index.of_kind::<Entry>().find(|(_, entry)| entry.body.starts_with(text));
        found.map(|(_, entry)| entry.clone())
    });
    found.unwrap_or_else(|| panic!("“{text}” is not on the disk:\n{}", disk::log_lines(teacher).concat()))
}

/// The day the page's own clock shows.
fn day(teacher: &Teacher) -> String {
    // Firefox runs a story's script with a clock of its own; the page's is the window's.
    let day = teacher.run(
        "const now = new window.Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()] \
            .map((part) => String(part).padStart(2, '0')).join('-')",
        vec![],
    );
    day.as_str().unwrap_or_default().to_owned()
}

/// A page is left open over night, and written on after midnight.
fn goes_past_midnight(teacher: &Teacher, clock: &Clock) {
    teacher.waits_for_the_journal();
    clock.is_set_today(teacher, 23, 50);
    // Laid out in the evening, after an entry.
    teacher.types("晚上写完的");
    teacher.keeps_it();
    let evening = day(teacher);
    teacher.types("晚上开始写的");
    teacher.sees_it_kept();
    clock.goes_on(teacher, 20);
    let morning = day(teacher);
    assert_ne!(morning, evening);
    teacher.types("，过了半夜写完");
    teacher.presses("Ctrl Enter");
    let on = |text: &str| written(teacher, text).day().map(|day| day.to_string());
    assert_eq!(
        on("晚上开始写的").as_ref(),
        Some(&evening),
        "its first key was pressed in the evening"
    );
    // And one laid out in the evening that nobody had begun.
    clock.is_set_today(teacher, 23, 50);
    teacher.opens("#/today");
    teacher.waits_for_the_cursor();
    teacher.reloads();
    teacher.waits_for_the_journal();
    clock.goes_on(teacher, 20);
    teacher.types("半夜以后才开始写的");
    teacher.presses("Ctrl Enter");
    assert_eq!(on("半夜以后才开始写的").as_ref(), Some(&morning));
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn an_entry_is_of_the_day_of_its_first_key(#[case] kind: Kind) {
    let clock = Clock::right();
    let teacher = Teacher::arrives_at(&clock.address(), kind);
    goes_past_midnight(&teacher, &clock);
}

/// What stands on an open page as today follows the clock.
#[test]
fn a_page_left_open_over_night_shows_the_day_that_is() {
    let clock = Clock::right();
    let teacher = Teacher::arrives_at(&clock.address(), Kind::Chromium);
    teacher.waits_for_the_journal();
    clock.is_set_today(&teacher, 23, 50);
    teacher.types("怎样让孩子写细？");
    teacher.keeps_it();
    teacher.clicks("打开");
    teacher.begins_a_spiral();
    let evening = day(&teacher);
    let shown = |name: &str| teacher.reads(name);
    let wait = |day: &str| {
        let there = wait_for(Duration::from_secs(40), || (shown("发生日期") == day).then_some(()));
        assert!(there.is_some(), "{} is shown on {day}", shown("发生日期"));
    };
    wait(&evening);
    clock.goes_on(&teacher, 20);
    let morning = day(&teacher);
    assert_ne!(morning, evening);
    wait(&morning);
}

/// A copy made while the clock was a year ahead does not count as new for a year.
#[test]
fn the_age_of_a_backup_follows_no_clock_that_was_wrong() {
    let clock = Clock::right();
    let teacher = Teacher::arrives_at(&clock.address(), Kind::Chromium);
    teacher.waits_for_the_cursor();
    clock.is_set(&teacher, Set::By(365 * DAY));
    teacher.types("备份以前写的");
    teacher.keeps_it();
    teacher.opens("#/settings");
    teacher.downloads(|| teacher.clicks("下载备份"));
    teacher.sees("已备份（今天）");

    clock.is_set(&teacher, Set::By(0));
    teacher.reloads();
    teacher.sees("已备份（今天）");
    // Ten days on it is ten days old, whatever was noted then.
    clock.is_set(&teacher, Set::By(10 * DAY));
    teacher.reloads();
    teacher.sees("已备份（10 天前）");
    // And a clock that goes back does not make it younger than it can be.
    clock.is_set(&teacher, Set::By(-3 * DAY));
    teacher.reloads();
    teacher.sees("已备份（今天）");
}

/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
