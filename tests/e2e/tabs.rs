//! Two windows on one journal.

use std::time::Duration;

use fantoccini::wd::WindowHandle;
use rstest::rstest;

use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn what_one_window_writes_appears_in_the_other(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let one = teacher.browser.tab();
    let other = teacher.browser.new_tab();
    teacher.opens_the_app();
    teacher.waits_for_the_cursor();
    // Somebody is typing there: what arrives must not disturb it.
    teacher.types("另一个窗口里写到一半");
    teacher.browser.to_tab(&one);
    teacher.waits_for_the_cursor();
    teacher.types("这一句从第一个窗口来");
    teacher.presses("Ctrl Enter");
    teacher.browser.to_tab(&other);
    teacher.sees_within(Duration::from_secs(1), "这一句从第一个窗口来");
    assert_eq!(teacher.reads("写下来"), "另一个窗口里写到一半");
    teacher.writes_in("写下来", "，接着写完");
    teacher.presses("Ctrl Enter");
    teacher.browser.to_tab(&one);
    teacher.sees_within(Duration::from_secs(1), "另一个窗口里写到一半，接着写完");
}

/// Writes an entry, opens it in two windows for changing, and returns their handles.
fn open_twice(teacher: &Teacher, text: &str) -> [WindowHandle; 2] {
    teacher.waits_for_the_cursor();
    teacher.pastes(text);
    teacher.keeps_it();
    teacher.opens_to_change();
    let place = teacher.place();
    let one = teacher.browser.tab();
    let other = teacher.browser.new_tab();
    teacher.opens_the_app();
    teacher.opens(&place);
    teacher.clicks("修改");
    [one, other]
}

/// Changes the open entry into this text and finishes.
fn change(teacher: &Teacher, text: &str) {
    teacher.goes_to("问题");
    teacher.run("document.activeElement.select()", vec![]);
    teacher.pastes(text);
    teacher.keeps_it();
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn two_windows_change_different_sentences_and_both_changes_stay(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let [one, other] = open_twice(teacher, "平均只写了96字。\n有细节的只有11人。\n我想弄清为什么。");
    change(
        teacher,
        "平均只写了96字。\n有细节的只有11人。\n我想弄清：是不会看，还是不想写？",
    );
    teacher.browser.to_tab(&one);
    change(
        teacher,
        "全班42人，平均只写了96字。\n有细节的只有11人。\n我想弄清为什么。",
    );
    for tab in [one, other] {
        teacher.browser.to_tab(&tab);
        teacher.sees("全班42人，平均只写了96字。");
        teacher.sees("是不会看，还是不想写？");
        assert!(!teacher.page().contains("合不到一起"));
    }
    assert_eq!(disk::journal(teacher).conflicts().count(), 0);
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn two_windows_change_the_same_sentence_and_both_are_shown(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let [one, other] = open_twice(teacher, "平均只写了96字。");
    change(teacher, "平均只写了一百来字，多数停在“很高兴”。");
    teacher.browser.to_tab(&one);
    change(teacher, "四十二个人，每人九十六个字。");
    for tab in [&one, &other] {
        teacher.browser.to_tab(tab);
        teacher.sees("这一条在两个地方改过");
        teacher.sees("平均只写了一百来字，多数停在“很高兴”。");
        teacher.sees("四十二个人，每人九十六个字。");
    }
    teacher.clicks("两版都留，接着改");
    for tab in [&one, &other] {
        teacher.browser.to_tab(tab);
        teacher.sees_no("这一条在两个地方改过");
        teacher.sees("平均只写了一百来字，多数停在“很高兴”。");
        teacher.sees("四十二个人，每人九十六个字。");
    }
}
