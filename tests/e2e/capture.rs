//! From bell to kept: a line written down between two lessons.

use luoxuan::{Entry, Phase};
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::teacher::Teacher;

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_line_written_down_is_there_tomorrow(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.composes("四十二本习作里，三十一本写到“我们赢了”就停了笔。");
    assert_eq!(teacher.reads_here(), "四十二本习作里，三十一本写到“我们赢了”就停了笔。");
    teacher.presses("Ctrl Enter");
    teacher.sees("已收进手记");
    assert_eq!(
        teacher.reads_here(),
        "",
        "a new sheet is laid out, and the cursor is in it"
    );
    teacher.sees_it_kept();

    teacher.reloads();
    teacher.sees("这一周写下的");
    teacher.sees("三十一本写到“我们赢了”就停了笔");
    teacher.waits_for_the_cursor();
    assert_eq!(teacher.reads_here(), "");

    teacher.browser.quit();
    teacher.browser.start_again();
    teacher.opens_the_app();
    teacher.sees("三十一本写到“我们赢了”就停了笔");
}

/// What is expected of an action is written where the action is, and Control Enter keeps all of it from any field.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn an_action_says_at_once_what_is_expected_of_it(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.composes("从今天起记录单改成两栏。");
    teacher.chooses("类型", "行动");
    teacher.clicks("动手前的预期");
    teacher.writes_in("动手前的预期：", "写出现象和数据的能过半");
    teacher.writes_in("班级", "四（3）班");
    teacher.presses("Ctrl Enter");
    teacher.sees("已收进手记");
    teacher.sees_it_kept();
    let index = disk::index(teacher);
    let (_, action) = index.of_kind::<Entry>().next().expect("it is kept");
    let expected = action.expectation.as_ref().map(|expectation| expectation.text.as_str());
    assert_eq!(
        (action.phase, action.class.as_str(), expected),
        (Phase::Action, "四（3）班", Some("写出现象和数据的能过半"))
    );
    assert!(teacher.reads_here().is_empty(), "a new sheet is laid out");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn what_was_typed_and_not_finished_is_there_too(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.composes("课间问了五个孩子，");
    teacher.types("四个说“不知道还能写什么”。𠮷👩‍🏫");
    teacher.sees_it_kept();
    teacher.reloads();
    teacher.sees("四个说“不知道还能写什么”。𠮷👩‍🏫");
}

#[test]
fn the_cursor_waits_before_the_journal_is_loaded() {
    // The database does not answer at all: the box must not wait for it.
    let site = Site::with_fault("indexedDB.__proto__.open = () => new EventTarget();");
    let teacher = Teacher::visits(&site);
    teacher.waits_for_the_cursor();
    teacher.sees("正在取出");
    assert!(!teacher.is_loaded(), "nobody knows yet what is there");
    teacher.opens("#/spirals");
    teacher.sees("正在取出");
    assert!(!teacher.page().contains("问题库还空着"), "nor what is not");
    teacher.opens("#/today");
    teacher.waits_for_the_cursor();
    teacher.composes("先写下来再说");
    assert_eq!(teacher.reads_here(), "先写下来再说");
}

#[test]
fn nothing_acts_while_an_input_method_is_composing() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_cursor();
    teacher.types("- 看到");
    let compose = |text: &str| {
        let end = text.encode_utf16().count();
        teacher.browser.devtools(
            "Input.imeSetComposition",
            &json!({ "text": text, "selectionStart": end, "selectionEnd": end }),
        );
    };
    compose("ting");
    // Enter takes the candidate over: it belongs to the input method, with and without Control.
    for modifiers in [0, 2] {
        teacher.browser.devtools(
            "Input.dispatchKeyEvent",
            &json!({ "type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": modifiers }),
        );
    }
    compose("听到");
    teacher.browser.devtools("Input.insertText", &json!({ "text": "听到" }));
    assert_eq!(teacher.reads_here(), "- 看到听到");
    teacher.presses("Enter");
    assert_eq!(teacher.reads_here(), "- 看到听到\n- ", "now it is a key like any other");
}

#[test]
fn the_demonstration_can_be_opened_while_the_page_is_still_arriving() {
    let teacher = Teacher::arrives(Kind::Chromium);
    // The parts of the own journal are on their way; they belong to a desk that is left.
    for place in ["#/demo/today", "#/today", "#/demo/spirals"] {
        teacher.opens(place);
    }
    teacher.sees("起步习作怎样写具体");
    teacher.clicks("起步习作怎样写具体");
    teacher.sees("线索资料");
    teacher.sees_no("页面出错了");
}
