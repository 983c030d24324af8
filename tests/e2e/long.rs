//! Much at once, and for long.

use luoxuan::Entry;
use std::time::Duration;

use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::tools::{proved, rounds};
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// Notes how long the page was busy without a pause.
const WATCH: &str = "window.busy = 0; new PerformanceObserver((list) => { \
    for (const one of list.getEntries()) window.busy = Math.max(window.busy, one.duration); }).observe({ type: 'longtask' })";

/// What a paste of three megabytes costs a page with nothing on it but a box.
fn bare_paste(text: &str) -> f64 {
    let site = Site::open();
    let teacher = Teacher::arrives_at(&format!("{}icon.svg", site.address()), Kind::Chromium);
    let folder = teacher.browser.desk().to_owned();
    std::fs::write(
        folder.join("bare.html"),
        "<!doctype html><meta charset=utf-8><textarea rows=9 autofocus></textarea>",
    )
    .expect("a page");
    teacher
        .browser
        .go(&format!("file://{}", folder.join("bare.html").display()));
    teacher.waits_for_the_cursor();
    busy_for(&teacher, || puts_in(&teacher, text))
}

/// Puts text in as a paste does; the remote control would need a minute for so much.
fn puts_in(teacher: &Teacher, text: &str) {
    teacher.run(
        "const box = document.activeElement; box.setRangeText(arguments[0], box.selectionStart, box.selectionEnd, 'end'); \
         box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))",
        vec![json!(text)],
    );
}

fn busy_for(teacher: &Teacher, act: impl FnOnce()) -> f64 {
    teacher.run(WATCH, vec![]);
    act();
    std::thread::sleep(Duration::from_secs(3));
    teacher.run("return window.busy", vec![]).as_f64().unwrap_or_default()
}

#[test]
fn three_megabytes_pasted_and_a_hundred_steps_undone_lose_nothing() {
    let text: String = "今天的课上，孩子们把观察到的一个瞬间写成了四句话。\n"
        .chars()
        .cycle()
        .take(1_000_000)
        .collect();
    let bare = bare_paste(&text);
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_cursor();
    let ours = busy_for(&teacher, || puts_in(&teacher, &text));
    teacher.sees_it_kept();
    let held = |text: &str| {
        let there = teacher.run(
            "return document.activeElement.value === arguments[0]",
            vec![json!(text)],
        );
        there == json!(true)
    };
    assert!(held(&text), "all of it is in the box");
    teacher.keeps_it();
    let whole = disk::index(&teacher)
        .of_kind::<Entry>()
        .any(|(_, entry)| entry.body == text);
    assert!(whole, "all of it is on the disk");

    // In a text of usual length: a hundred steps, each undone and done again.
    teacher.waits_for_the_cursor();
    for number in 0..100 {
        teacher.pastes(&format!("第{number}步，"));
    }
    let typed = teacher.reads_here();
    for _ in 0..100 {
        teacher.presses("Ctrl z");
    }
    let undone = teacher.reads_here();
    for _ in 0..100 {
        teacher.presses("Ctrl Shift z");
    }
    assert!(undone.chars().count() < typed.chars().count(), "something was undone");
    assert_eq!(teacher.reads_here(), typed, "and all of it done again");
    teacher.sees_it_kept();
    teacher.reloads();
    let back = wait_for(Duration::from_secs(10), || {
        let index = disk::index(&teacher);
        let found = index.of_kind::<Entry>().any(|(_, entry)| entry.body == typed);
        found.then_some(())
    });
    assert!(back.is_some(), "what was done again is kept");
    proved(
        "T14",
        "Chromium: 3 MB of Chinese pasted at once; 100 steps undone and done again",
        &format!(
            "nothing lost; the longest task of the paste {ours:.0} ms, of a page with nothing but a box {bare:.0} ms"
        ),
    );
}

/// How much memory a window uses after what nobody needs was collected.
fn heap(teacher: &Teacher, tab: &WindowHandle) -> f64 {
    teacher.browser.to_tab(tab);
    teacher.browser.devtools("HeapProfiler.enable", &json!({}));
    teacher.browser.devtools("HeapProfiler.collectGarbage", &json!({}));
    let usage = teacher.browser.devtools("Runtime.getHeapUsage", &json!({}));
    usage["usedSize"].as_f64().unwrap_or_default() + usage["backingStorageSize"].as_f64().unwrap_or_default()
}

/// The window there is and two more, each with the whole journal.
fn three_windows(teacher: &Teacher) -> Vec<WindowHandle> {
    let mut tabs = vec![teacher.browser.tab()];
    for _ in 0..2 {
        tabs.push(teacher.browser.new_tab());
        teacher.opens_the_app();
        teacher.waits_for_the_cursor();
        teacher.sees_it_loaded();
    }
    tabs
}

/// How many edits of a long day are kept.
fn edits_on_the_disk(teacher: &Teacher) -> usize {
    let index = disk::index(teacher);
    let written = index
        .of_kind::<Entry>()
        .filter(|(_, entry)| entry.body.starts_with("长日"));
    written.map(|(_, entry)| entry.body.matches("长日").count()).sum()
}

#[test]
#[ignore = "takes a quarter of an hour; part of `cargo xtask prove`"]
fn a_long_day_in_three_windows_does_not_fill_the_memory() {
    const STOCK: u32 = 10_000;
    let edits = rounds(200, 5_000);
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("先有一条");
    disk::plant(
        &teacher,
        &disk::entries(STOCK, |number| format!("第{number}条。{}", "写细一个瞬间。".repeat(40))),
    );
    teacher.reloads();
    teacher.sees_it_loaded();
    let tabs = three_windows(&teacher);
    let warm = edits / 10;
    let mut first = 0.0;
    for number in 0..edits {
        if number % 10 == 0 {
            teacher.browser.to_tab(&tabs[number / 10 % 3]);
            teacher.waits_for_the_cursor();
        }
        teacher.pastes(&format!("长日{number}，"));
        // Ten edits make an entry; then it is the next window's turn.
        if number % 10 == 9 {
            teacher.presses("Ctrl Enter");
            let empty = wait_for(Duration::from_secs(10), || {
                teacher.reads("写下来").is_empty().then_some(())
            });
            assert!(empty.is_some(), "edit {number} is taken");
        }
        if number == warm {
            first = heap(&teacher, &tabs[0]);
            teacher.browser.to_tab(&tabs[number / 10 % 3]);
        }
    }
    let last = heap(&teacher, &tabs[0]);
    for tab in &tabs {
        teacher.browser.to_tab(tab);
        teacher.sees_it_kept();
    }
    let all = edits_on_the_disk(&teacher);
    assert_eq!(all, edits, "every edit is there");
    teacher.browser.go("about:blank");
    teacher.opens_the_app();
    let start = std::time::Instant::now();
    teacher.waits_for_the_cursor();
    let boot = start.elapsed();
    proved(
        "T16",
        &format!("Chromium: {edits} edits in three windows over {STOCK} entries (not for 24 h)"),
        &format!(
            "all {edits} there; memory of the first window after a tenth {:.1} MB, at the end {:.1} MB; cursor {} ms after loading",
            first / 1e6,
            last / 1e6,
            boot.as_millis()
        ),
    );
    assert!(last < first * 1.2 + 4e6, "memory grew from {first} to {last}");
}
