//! Going on: what the page says comes next, where one comes back to, and what stands beside a box.

use std::time::Duration;

use rstest::rstest;
use serde_json::json;

use crate::access::{settled, teacher_with_three_spirals};
use crate::pages::text::assemble;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;
use luoxuan::journal::write_lines;
use luoxuan::{Author, Content, DeviceId, Entry, Journal, Phase, RecordId, TextType, Timestamp};
use luoxuan_tests::demo;

/// Whether a part of the page is in view.
fn in_view(teacher: &Teacher, selector: &str) -> bool {
    let box_of = "const box = document.querySelector(arguments[0])?.getBoundingClientRect(); \
                  return Boolean(box && box.height && box.top < innerHeight && box.bottom > 0)";
    teacher.run(box_of, vec![json!(selector)]) == json!(true)
}

fn soon(what: &str, so: impl Fn() -> bool) {
    let came = wait_for(Duration::from_secs(10), || so().then_some(()));
    assert!(came.is_some(), "{what}");
}

#[test]
fn what_comes_after_the_first_words_stands_on_the_page_until_it_is_done() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_cursor();
    teacher.composes("四十二本习作里，三十一本写到“我们赢了”就停了笔。");
    teacher.keeps_it();
    teacher.sees("下一步：让这个问题成为一条研究线索");
    teacher.reloads();
    teacher.sees("下一步：让这个问题成为一条研究线索");
    teacher.begins_a_spiral();
    teacher.opens("#/today");
    teacher.sees("下一步：试一个做法");
    teacher.sees_no("让这个问题成为一条研究线索");
}

#[test]
fn whoever_comes_back_to_a_spiral_comes_to_where_one_writes() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.clicks("二声部合唱里低声部怎样站得住");
    soon("the box is in view", || in_view(&teacher, ".next-sheet textarea"));
    let at = "return Boolean(document.activeElement.closest('.next-sheet'))";
    soon("the cursor is in it", || teacher.run(at, vec![]) == json!(true));
    // An entry that is asked for is shown.
    teacher.opens(&format!("#/spiral/{}/{}", demo::id("spiral A"), demo::id("A-P1")));
    settled(&teacher);
    soon("the entry is in view", || in_view(&teacher, ".entry.here"));
}

/// The questions are about what is being written; when that is put away, about what comes next.
#[test]
fn the_questions_are_about_what_is_being_written() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.opens(&format!("#/spiral/{}/{}", demo::id("spiral A"), demo::id("A-A2")));
    settled(&teacher);
    let asks = || teacher.run("return document.querySelector('aside h2').textContent", vec![]);
    let before = asks();
    teacher.run("document.querySelector('.entry.here button').click()", vec![]);
    soon("the action is asked about", || {
        asks() == json!("写“行动”时，可以想一想")
    });
    teacher.waits_for_element(".rail .write textarea");
    teacher.run("document.querySelector('.rail .write textarea').focus()", vec![]);
    teacher.presses("Ctrl Enter");
    soon("what comes next is asked about again", || asks() == before);
    assert_ne!(
        teacher.run("return document.querySelectorAll('aside ol li').length", vec![]),
        json!(0)
    );
}

#[test]
fn on_a_narrow_page_what_stands_beside_the_text_is_one_press_away() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.browser.resize(500, 800);
    teacher.opens(&format!("#/spiral/{}/{}", demo::id("spiral A"), demo::id("A-P1")));
    settled(&teacher);
    teacher.run("document.querySelector('.entry.here button').click()", vec![]);
    teacher.waits_for_element(".rail .write textarea");
    assert!(!in_view(&teacher, "aside ol"));
    // The places at the foot lie over what is scrolled under them.
    let link = "document.querySelector('.rail .beside-box').scrollIntoView({ block: 'center' })";
    teacher.run(link, vec![]);
    teacher.clicks("看提问、提醒和指标");
    soon("the questions are in view", || in_view(&teacher, "aside ol"));
    teacher.clicks("回到正在写的地方");
    soon("the box is in view", || in_view(&teacher, ".rail .write textarea"));
    let at = "return Boolean(document.activeElement.closest('.rail .write'))";
    assert_eq!(teacher.run(at, vec![]), json!(true));
}

#[test]
fn the_trash_is_a_place_of_its_own() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.clicks("废纸篓");
    teacher.waits_until_at("/trash");
    let current = "return [...document.querySelectorAll('nav a[aria-current]')].map((link) => link.textContent)";
    soon("it is the place one is at", || {
        teacher.run(current, vec![]) == json!(["废纸篓"])
    });
    assert_eq!(teacher.run("return document.title", vec![]), json!("废纸篓 · 螺旋手记"));
}

/// What a notice asks for stands beside the text it is written for, and what is attached has no number there.
#[test]
fn the_outline_counts_against_the_notice_that_was_chosen() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::Survey);
    teacher.sees("要求 1500–6000 字");
    teacher.clicks("交稿");
    teacher.waits_until_at("/out");
    teacher.chooses("按哪种格式要求排版", "市教育故事征集（仿宁波）");
    teacher.clicks("写");
    teacher.waits_until_at("/write");
    teacher.sees("“市教育故事征集（仿宁波）”要求 4000–5000 字");
    teacher.sees("/ 400–500");
    let unnumbered =
        "return [...document.querySelectorAll('.outline .unnumbered button')].map((one) => one.textContent)";
    assert_eq!(
        teacher.run(unnumbered, vec![]),
        json!(["摘要", "关键词", "附录", "参考文献"])
    );
}

/// Forty problems that wait for a spiral.
fn problems() -> Vec<std::sync::Arc<luoxuan::Revision>> {
    let mut journal = Journal::new();
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    let problem = |number: u8| {
        let entry = Entry {
            phase: Phase::Problem,
            body: format!("放不下的第 {number} 个问题"),
            ..Entry::default()
        };
        journal.write(RecordId::from_bytes([0x40 + number; 16]), Content::of(&entry), by)
    };
    (0..40).filter_map(problem).collect()
}

/// A list that is long on a small screen, a link far down in it, and back.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn whoever_goes_back_comes_to_the_line_they_left(#[case] kind: Kind) {
    let teacher = teacher_with_three_spirals(kind);
    crate::access::gets_odd_records(&teacher);
    crate::disk::plant(&teacher, &write_lines(&problems()));
    teacher.browser.resize(700, 600);
    teacher.reloads();
    teacher.sees_it_loaded();
    let spiral = format!("#/spiral/{}", demo::id("spiral A"));
    let down = || {
        teacher
            .run("return Math.round(scrollY)", vec![])
            .as_i64()
            .unwrap_or_default()
    };
    for (place, link) in [
        ("#/spirals", "main a[href*='/entry/']"),
        (spiral.as_str(), "main a[href*='/text'], main a[href*='/entry/']"),
    ] {
        teacher.opens(place);
        settled(&teacher);
        soon("the list is longer than the screen", || {
            teacher.run("return document.documentElement.scrollHeight > 2 * innerHeight", vec![]) == json!(true)
        });
        // What comes with the cursor has come.
        std::thread::sleep(Duration::from_millis(500));
        let far = "const all = [...document.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length); \
            const link = all[Math.floor(all.length / 2)]; if (!link) return null; \
            link.scrollIntoView({ block: 'center' }); return link.href";
        assert_ne!(
            teacher.run(far, vec![json!(link)]),
            json!(null),
            "{place} has no {link}"
        );
        let line = down();
        assert!(line > 100, "{place}: the link is at the top");
        let here = teacher.run("return location.hash", vec![]);
        teacher.run("const all = [...document.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length); all[Math.floor(all.length / 2)].click()", vec![json!(link)]);
        soon("it is another place", || {
            teacher.run("return location.hash", vec![]) != here
        });
        settled(&teacher);
        soon("which begins at its top", || down() < line);
        teacher.run("history.back()", vec![]);
        soon("it is the place again", || {
            teacher.run("return location.hash", vec![]) == here
        });
        soon("at the line", || down().abs_diff(line) <= 2);
        std::thread::sleep(Duration::from_millis(500));
        assert!(
            down().abs_diff(line) <= 2,
            "{place} does not stay at {line}: {}",
            down()
        );
    }
}
