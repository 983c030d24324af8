//! A text is assembled, written, read through, frozen and handed in.

use std::collections::BTreeMap;
use std::time::Duration;

use luoxuan::TextType;
use luoxuan::catalog::Labelled;
use luoxuan::draft::{ExportOptions, finish};
use luoxuan::office::word;
use luoxuan_tests::demo;
use rstest::rstest;

use crate::access::{settled, teacher_with_three_spirals};
use crate::disk;
use crate::pages::text::{End, assemble, enters_the_first, passages, saying};
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

use super::{ZH, open_text, parts};

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn each_of_the_three_is_made_of_the_first_spiral(#[case] kind: Kind) {
    let teacher = teacher_with_three_spirals(kind);
    for text_type in TextType::THREE {
        let name = text_type.label().in_(ZH);
        assemble(&teacher, text_type);
        // What was assembled says where it is from.
        teacher.sees("月");
        teacher.run("document.querySelector('#text-title').select()", vec![]);
        let title = format!("从“报清单”到“慢镜头”——{name}");
        teacher.writes_over("题目", &title);
        enters_the_first(&teacher, End::First);
        teacher.composes("先说明一点。");

        teacher.clicks("稿次");
        teacher.writes_in("这一稿改了什么", "交教研组互读");
        teacher.clicks("存为一稿");
        teacher.sees("第 1 稿");
        teacher.clicks("交稿");
        let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
        let parts = parts(&file);
        assert!(parts["word/document.xml"].contains("先说明一点。"), "{name}");
        assert!(parts["word/document.xml"].contains("从“报清单”到“慢镜头”"), "{name}");

        // A change of a share is said with days and bases.
        if text_type == TextType::ImprovementCase {
            for said in ["由9月11日的42人中2人（4.8%）", "11月6日的42人中22人（52.4%）"] {
                assert!(parts["word/document.xml"].contains(said), "{said}");
            }
        }

        // The worker's file and that of any program with the core in it are the same, byte for byte.
        let index = disk::index(&teacher);
        let id = open_text(&teacher);
        let finished = finish(&index, id, &ExportOptions::default(), ZH).expect("it is there");
        let made = word(
            &finished.manuscript,
            &finished.rules.layout,
            &BTreeMap::new(),
            ZH,
            &mut |_| {},
        );
        let made = made.expect("it fits").bytes;
        assert_eq!(std::fs::read(&file).expect("a file"), made, "{name}");

        // What was frozen stays as it was, whatever is written afterwards.
        let frozen = index.versions_of(id);
        assert_eq!(frozen.len(), 1);
        assert!(frozen[0].1.is_intact());
        assert_eq!(frozen[0].1.document().title, title);
    }
}

#[test]
fn a_passage_keeps_the_thread_to_its_day() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::Experience);
    let text = teacher.place();
    // From the passage to the day, and back.
    teacher.run("document.querySelector('.passage a.chip').click()", vec![]);
    teacher.sees("第 1 轮");
    let entry = demo::id("A-P1");
    assert!(teacher.place().contains("/spiral/"));
    teacher.opens(&format!("#/entry/{entry}"));
    settled(&teacher);
    teacher.clicks("修改");
    teacher.run(
        "const box = document.querySelector('.write textarea'); box.focus(); box.setSelectionRange(0, 0)",
        vec![],
    );
    teacher.types("后来想起：");
    teacher.keeps_it();
    teacher.opens(&text);
    settled(&teacher);
    teacher.sees("取来以后，原文改过了。");
    teacher.sees_no("后来想起：\n后来想起：");
    teacher.clicks("换成现在的话");
    teacher.sees_no("取来以后，原文改过了。");
    let begins = |text: &String| text.starts_with("9月11日，后来想起：");
    assert!(passages(&teacher).iter().any(begins));
}

#[test]
fn an_older_version_comes_back_and_nothing_is_lost() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::ImprovementCase);
    teacher.writes_over("题目", "第一个题目");
    teacher.clicks("稿次");
    teacher.clicks("存为一稿");
    teacher.sees("第 1 稿");
    teacher.clicks("写");
    teacher.waits_until_at("/write");
    teacher.writes_over("题目", "第二个题目");
    teacher.clicks("稿次");
    teacher.waits_until_at("/versions");
    teacher.sees("去掉 1 字，添上 1 字");
    teacher.clicks("恢复到这一稿");
    teacher.sees("已恢复到第 1 稿");
    let index = disk::index(&teacher);
    let id = open_text(&teacher);
    assert_eq!(
        index.document(id).map(|document| document.title.as_str()),
        Some("第一个题目")
    );
    let titles: Vec<_> = index
        .versions_of(id)
        .iter()
        .map(|(_, version)| version.document().title)
        .collect();
    assert_eq!(titles, ["第一个题目", "第二个题目"]);
}

/// 通读: a paragraph is changed where it stands, moved, joined, put aside and given back; from its words one goes to the
/// day they are of, and comes back to it.
#[test]
fn a_text_is_read_through_and_changed_where_it_stands() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::Experience);
    teacher.clicks("通读");
    teacher.waits_for_element(".reading .stretch");
    teacher.run("document.querySelector('.reading .stretch').focus()", vec![]);
    let first = focused(&teacher);
    teacher.presses("Down");
    assert_ne!(focused(&teacher), first, "an arrow goes on");
    teacher.presses("Up");
    assert_eq!(focused(&teacher), first);
    changes_and_moves_the_first(&teacher);
    joins_a_second_to_the_one_before(&teacher);
    puts_the_first_aside_and_back(&teacher);
    goes_to_a_day_and_back(&teacher);
}

/// The paragraphs of the text that is read through.
fn stretches(teacher: &Teacher) -> Vec<String> {
    let all = teacher.run(
        "return [...document.querySelectorAll('.reading .stretch')].map((one) => words(one.firstElementChild.textContent))",
        vec![],
    );
    serde_json::from_value(all).expect("texts")
}

/// The id of what has the keyboard.
fn focused(teacher: &Teacher) -> serde_json::Value {
    teacher.run("return document.activeElement.id", vec![])
}

/// Changed where it stands; past the end of its section it goes into the next, and back.
fn changes_and_moves_the_first(teacher: &Teacher) {
    let (before, first) = (stretches(teacher), focused(teacher));
    teacher.presses("Enter");
    teacher.waits_for_the_cursor();
    teacher.presses("Ctrl Home");
    teacher.composes("先说明一点。");
    teacher.presses("Escape");
    let changed = stretches(teacher);
    assert_eq!(changed[0], format!("先说明一点。{}", before[0]));
    assert_eq!(changed[1..], before[1..]);
    assert_eq!(focused(teacher), first, "the keyboard is where it was");

    teacher.presses("Alt Down");
    let moved = stretches(teacher);
    assert_eq!(moved.len(), before.len());
    assert!(moved.contains(&changed[0]));
    teacher.presses("Alt Up");
    assert_eq!(stretches(teacher), changed);
}

/// The second joins the first of its section, where there are two.
fn joins_a_second_to_the_one_before(teacher: &Teacher) {
    let before = stretches(teacher).len();
    let second = teacher.run(
        "const one = document.querySelector('[id^=read-][id$=\"-1\"]'); one.focus(); return one.id",
        vec![],
    );
    teacher.presses("Backspace");
    let joined = wait_for(Duration::from_secs(5), || {
        (stretches(teacher).len() + 1 == before).then_some(())
    });
    assert!(joined.is_some(), "{second} joins the one before it");
}

/// Put aside, kept, and put back.
fn puts_the_first_aside_and_back(teacher: &Teacher) {
    teacher.run("document.querySelector('.reading .stretch').focus()", vec![]);
    let before = stretches(teacher);
    teacher.presses("Delete");
    teacher.sees("放在一边的（1段）");
    assert_eq!(stretches(teacher).len(), before.len() - 1);
    teacher.reloads();
    teacher.sees("放在一边的（1段）");
    teacher.clicks("放回");
    teacher.sees_no("放在一边的");
    let back = stretches(teacher);
    assert_eq!(back.len(), before.len());
    assert!(back.contains(&before[0]), "nothing of it is lost");
}

/// To the day a sentence is of, and back to the sentence.
fn goes_to_a_day_and_back(teacher: &Teacher) {
    let from = teacher.run(
        "const one = [...document.querySelectorAll('.reading .stretch')].find((one) => one.querySelector('a.chip')); \
         one.focus(); one.querySelector('a.chip').click(); return one.id",
        vec![],
    );
    let day = wait_for(Duration::from_secs(5), || {
        teacher.place().contains("/spiral/").then_some(())
    });
    assert!(day.is_some(), "the day of {from}");
    teacher.run("history.back()", vec![]);
    teacher.waits_for_element(".reading .stretch");
    let here = wait_for(Duration::from_secs(5), || (focused(teacher) == from).then_some(()));
    assert!(here.is_some(), "back at {from}, not at {}", focused(teacher));
}

#[test]
fn what_was_taken_out_comes_back_even_from_another_place() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::Experience);
    let before = passages(&teacher);
    teacher.clicks("更多");
    teacher.clicks("拿掉");
    teacher.sees("已拿掉这一段");
    assert_ne!(passages(&teacher), before);
    teacher.clicks("撤销");
    teacher.sees_no("已拿掉这一段");
    assert_eq!(passages(&teacher), before);
    // The notice stays when the page is left; what it gives back is there on return.
    teacher.clicks("更多");
    teacher.clicks("拿掉");
    let text = teacher.place();
    teacher.opens("#/today");
    teacher.clicks("撤销");
    teacher.opens(&text);
    settled(&teacher);
    assert_eq!(passages(&teacher), before);
    teacher.sees_no("页面出错了");
}

#[test]
fn an_anonymous_file_says_no_name_anywhere() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.opens("#/settings");
    settled(&teacher);
    teacher.writes_over("姓名", "林晓禾");
    teacher.writes_over("学校", "青禾市清溪区晨光小学");
    teacher.presses("Tab");
    assemble(&teacher, TextType::Experience);
    teacher.writes_over("题目", "晨光小学的三步做法");
    enters_the_first(&teacher, End::First);
    teacher.types("林老师在晨光小学教三年级。陈雨桐说不难。");
    teacher.clicks("检查");
    teacher.sees("匿名检查");
    teacher.sees("晨光小学");
    teacher.sees("匿名稿里会自动换掉");
    teacher.sees("查不出的");
    // What may be a name is asked about; a press puts it on the list, and it goes like the others.
    teacher.sees("“陈雨桐”可能是人名");
    teacher.clicks("加进词表，匿名稿里换掉");
    teacher.sees("词表里的“陈雨桐”");
    teacher.clicks("交稿");
    teacher.run(
        "[...document.querySelectorAll('input[name=signed]')].at(1).click()",
        vec![],
    );
    teacher.sees_no("林晓禾");
    let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    assert!(!name.contains("晨光"), "{name}");
    for (part, text) in parts(&file) {
        for told in ["林晓禾", "林老师", "晨光", "青禾", "清溪", "陈雨桐"] {
            assert!(!text.contains(told), "{part} says {told}");
        }
    }
}

#[test]
fn a_text_tells_of_other_turns_and_says_what_that_adds_and_takes() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::ImprovementCase);
    let says = |words: &str| saying(&teacher, words) > 0;
    assert!(says("慢镜头纸条") && says("五感观察单"));
    teacher.chooses("讲哪几轮", "第 2 轮");
    teacher.sees("自己写的都留着。");
    teacher.clicks("改讲这几轮");
    teacher.sees_no("自己写的都留着。");
    assert!(says("慢镜头纸条") && !says("五感观察单"));
    assert!(says(
        "由10月9日的42人中6人（14.3%）增加到11月6日的42人中22人（52.4%）。"
    ));
}
