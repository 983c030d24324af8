//! The browser dies in mid-sentence.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{Dice, rounds};
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// From a key to the disk it takes at most two seconds; what was typed in them may be gone. The rest
/// is for a busy machine.
const WINDOW: Duration = Duration::from_millis(2_600);

/// Types numbered syllables until the time is over; returns what was last shown as kept, and what the
/// box held when.
fn types_for(teacher: &Teacher, mark: &str, time: Duration) -> (String, Vec<(Instant, String)>) {
    let (mut kept, mut held) = (String::new(), Vec::new());
    let end = Instant::now() + time;
    teacher.types(mark);
    let mut number = 0;
    while Instant::now() < end {
        number += 1;
        teacher.types(&format!("{number}字，"));
        // A person pauses now and then; only then can the page say that all is kept.
        if number % 12 == 0 {
            let left = end.saturating_duration_since(Instant::now());
            wait_for(Duration::from_millis(2_500).min(left), || {
                teacher.page().contains("已写入本机").then_some(())
            });
        }
        // One answer: what is said and what stands there at the same moment.
        let now = teacher.run("return [document.activeElement.value, seen()]", vec![]);
        let text = now[0].as_str().unwrap_or_default().to_owned();
        if now[1].as_str().unwrap_or_default().contains("已写入本机") {
            kept.clone_from(&text);
        }
        held.push((Instant::now(), text));
    }
    (kept, held)
}

fn survives(kind: Kind, usual: usize) {
    let mut dice = Dice::new();
    let mut teacher = Teacher::arrives(kind);
    for round in 0..rounds(usual) {
        teacher.waits_for_the_cursor();
        teacher.sees_no("正在取出");
        let mark = format!("第{round}次，");
        let time = Duration::from_millis(2_000 + dice.below(7_000));
        let (kept, held) = types_for(&teacher, &mark, time);
        let killed = Instant::now();
        teacher.browser.kill();
        let safe = held.iter().rfind(|(at, _)| *at + WINDOW < killed);
        let safe = safe.map(|(_, text)| text.clone()).unwrap_or_default();

        teacher.browser.start_again();
        teacher.opens_the_app();
        teacher.waits_for_the_cursor();
        teacher.sees_no("正在取出");
        if kept.is_empty() && safe.is_empty() {
            continue;
        }
        teacher.sees(&mark);
        let back = wait_for(Duration::from_secs(5), || {
            let shelf = disk::shelf(&teacher);
            let found = shelf.entries().find(|(_, entry)| entry.body.starts_with(&mark));
            found.map(|(_, entry)| entry.body.clone())
        });
        let back = back.unwrap_or_default();
        assert!(
            back.starts_with(&kept),
            "round {round}: shown as kept was “{kept}”, and “{back}” is there"
        );
        assert!(
            back.starts_with(&safe),
            "round {round}: “{safe}” was old enough, and “{back}” is there"
        );
        eprintln!(
            "{kind:?} round {round}: killed after {time:?}, {} of {} characters back",
            back.chars().count(),
            held.last().map_or(0, |(_, text)| text.chars().count())
        );
    }
}

#[test]
fn nothing_kept_is_lost_when_chromium_is_killed() {
    survives(Kind::Chromium, 5);
}

#[test]
fn nothing_kept_is_lost_when_firefox_is_killed() {
    survives(Kind::Firefox, 3);
}

#[test]
fn two_windows_past_the_quota_lose_nothing_that_was_kept() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_cursor();
    disk::fill_local(&teacher);
    // A little room: the next texts fit, those after them do not.
    teacher.run(
        "const most = localStorage.getItem('foreign:0'); localStorage.setItem('foreign:0', most.slice(50000))",
        vec![],
    );
    let one = teacher.browser.tab();
    let other = teacher.browser.new_tab();
    teacher.opens_the_app();
    teacher.waits_for_the_cursor();
    let mut kept = Vec::new();
    for number in 0..10 {
        for (tab, name) in [(&one, "甲"), (&other, "乙")] {
            teacher.browser.to_tab(tab);
            let text = format!("{name}{number}：{}", "写细一个瞬间。".repeat(700));
            teacher.goes_to("写下来");
            teacher.pastes(&text);
            teacher.presses("Ctrl Enter");
            teacher.sees_it_kept();
            kept.push(text);
        }
    }
    teacher.reloads();
    teacher.waits_for_the_cursor();
    teacher.sees_no("正在取出");
    let shelf = disk::shelf(&teacher);
    for text in kept {
        let there = shelf.entries().any(|(_, entry)| entry.body == text);
        assert!(there, "{}… was shown as kept", text.chars().take(8).collect::<String>());
    }
    let foreign = teacher.run("return localStorage.getItem('foreign:1') !== null", vec![]);
    assert_eq!(foreign, json!(true), "somebody else's data stay");
}
