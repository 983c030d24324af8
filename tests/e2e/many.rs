//! A journal of many years.

use std::time::{Duration, Instant};

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

const MANY: u32 = 20_000;

#[test]
fn the_box_is_usable_while_twenty_thousand_entries_load_and_all_of_them_are_found() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("先有一条");
    // About 480 characters each; the kingfisher is in one of a thousand.
    let lines = disk::entries(MANY, |number| {
        let rare = if number % 1_000 == 999 {
            "窗外飞过一只翠鸟。"
        } else {
            ""
        };
        format!(
            "第{number}条。{rare}{}",
            "今天的课上，孩子们把观察到的一个瞬间写成了四句话。".repeat(18)
        )
    });
    disk::plant(&teacher, &lines);

    teacher.reloads();
    let start = Instant::now();
    teacher.waits_for_the_cursor();
    teacher.types("还没取完就写");
    let typed = start.elapsed();
    let loading = !teacher.is_loaded();
    assert_eq!(teacher.reads("写下来"), "还没取完就写");
    let loaded = wait_for(Duration::from_mins(1), || teacher.is_loaded().then(|| start.elapsed()));
    let loaded = loaded.expect("it loads");
    eprintln!(
        "typed after {typed:?}, {} loading; all there after {loaded:?}",
        if loading { "while" } else { "after" }
    );
    assert!(
        loading || loaded < Duration::from_secs(1),
        "typing had to wait for the journal"
    );
    assert_eq!(
        teacher.reads("写下来"),
        "还没取完就写",
        "loading does not touch the box"
    );

    teacher.presses("Ctrl k");
    teacher.waits_for_the_cursor();
    teacher.types("翠鸟");
    teacher.sees("找到 20 条");
    teacher.sees("窗外飞过一只");
    teacher.run("document.activeElement.select()", vec![]);
    teacher.types("第19999条");
    teacher.sees("找到 1 条");
    teacher.presses("Escape");
}

#[test]
fn another_journal_can_be_opened_while_this_one_loads() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("先有一条");
    disk::plant(
        &teacher,
        &disk::entries(6_000, |number| format!("第{number}条。{}", "写细一个瞬间。".repeat(40))),
    );
    teacher.reloads();
    teacher.waits_for_the_cursor();
    teacher.types("还没写完");
    teacher.opens("#/demo/spirals");
    teacher.sees("起步习作怎样写具体");
    teacher.opens("#/today");
    teacher.sees("还没写完");
    assert!(!teacher.page().contains("页面出错了"), "{}", teacher.page());
}
