//! What is shown is what is kept: pages of many boxes follow the log and the other windows.

use std::fmt::Write;
use std::time::Duration;

use luoxuan::journal::write_lines;
use luoxuan::record::{Choice, Item, Passage};
use luoxuan::{Author, Content, DeviceId, Document, Journal, RecordId, Survey, Timestamp};
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{proved, rounds};
use crate::stage::wait_for;
use crate::teacher::Teacher;

const SURVEY: RecordId = RecordId::from_bytes([0x75; 16]);
const TEXT: RecordId = RecordId::from_bytes([0x76; 16]);

/// Two boxes of a survey.
const NAME: &str = "调查的名字";
const PURPOSE: &str = "想弄清什么";

/// So many questions, each added by a revision of its own.
const QUESTIONS: u32 = 10;

/// The lines of a survey that grew by a question a revision, and of a text.
fn grown() -> Vec<String> {
    let mut journal = Journal::new();
    let mut survey = Survey {
        title: "写作困难".into(),
        valid: Some(42),
        ..Survey::default()
    };
    let mut moment = 1_700_000_000_000;
    let mut by = || {
        moment += 60_000;
        Author {
            device: DeviceId::from_bytes([9; 16]),
            now: Timestamp::new(moment, 480),
        }
    };
    let mut lines = Vec::new();
    for number in 1..=QUESTIONS {
        let choice = |text: &str, count| Choice {
            text: text.into(),
            count: Some(count),
            ..Choice::default()
        };
        let item = Item {
            text: format!("第{number}问：写的时候最难的是什么？"),
            place: number,
            choices: [
                ("a".into(), choice(&format!("开头{number}"), 30)),
                ("b".into(), choice(&format!("细节{number}"), 12)),
            ]
            .into(),
            ..Item::default()
        };
        survey.items.insert(format!("item{number:02}"), item);
        lines.push(write_lines(
            journal.write(SURVEY, Content::of(&survey), by()).as_slice(),
        ));
    }
    let mut text = Document {
        title: "一篇小文".into(),
        ..Document::default()
    };
    let words = Passage {
        text: "第一段。".into(),
        ..Passage::default()
    };
    text.pull("moves", 0, words);
    lines.push(write_lines(journal.write(TEXT, Content::of(&text), by()).as_slice()));
    lines
}

/// A journal with that survey and that text.
fn has_a_survey(teacher: &Teacher) {
    teacher.writes_an_entry("先写一条");
    disk::plant(teacher, &grown().concat());
}

/// What stands in the box of this name, once it is that.
fn shows(teacher: &Teacher, name: &str, words: &str) {
    let there = wait_for(Duration::from_secs(10), || (teacher.reads(name) == words).then_some(()));
    assert!(
        there.is_some(),
        "“{name}” says {:?}, not {words:?}",
        teacher.reads(name)
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn what_another_window_writes_in_a_survey_a_text_or_the_settings_appears_here(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    has_a_survey(teacher);
    let one = teacher.browser.tab();
    let other = teacher.browser.new_tab();
    let places = [
        (format!("#/survey/{SURVEY}"), NAME, "写作困难"),
        (format!("#/text/{TEXT}/write"), "题目", "一篇小文"),
        ("#/settings".into(), "姓名", ""),
    ];
    for (place, name, before) in places {
        for tab in [&one, &other] {
            teacher.browser.to_tab(tab);
            teacher.opens_the_app();
            teacher.opens(&place);
            shows(teacher, name, before);
        }
        // In the one it is written, in the other it is read.
        teacher.browser.to_tab(&one);
        teacher.writes_over(name, "在第一个窗口里改的");
        teacher.presses("Tab");
        teacher.browser.to_tab(&other);
        shows(teacher, name, "在第一个窗口里改的");
        // Somebody stands in the box there: nothing moves under the cursor, and the page says why.
        teacher.goes_to(name);
        teacher.browser.to_tab(&one);
        teacher.writes_over(name, "又改了一次");
        teacher.presses("Tab");
        teacher.browser.to_tab(&other);
        teacher.sees("这里在别处又写过");
        assert_eq!(teacher.reads_here(), "在第一个窗口里改的");
        teacher.run("document.activeElement.blur()", vec![]);
        shows(teacher, name, "又改了一次");
        teacher.sees_no("这里在别处又写过");
    }
    // What only one of them wrote, while the other was writing too, is in both.
    for tab in [&other, &one] {
        teacher.browser.to_tab(tab);
        teacher.opens(&format!("#/survey/{SURVEY}"));
        shows(teacher, NAME, "又改了一次");
    }
    teacher.writes_over(NAME, "名字在这里改");
    teacher.browser.to_tab(&other);
    teacher.writes_in(PURPOSE, "用处在那里写");
    teacher.presses("Tab");
    teacher.run("document.activeElement.blur()", vec![]);
    teacher.browser.to_tab(&one);
    teacher.run("document.activeElement.blur()", vec![]);
    for tab in [&one, &other] {
        teacher.browser.to_tab(tab);
        shows(teacher, NAME, "名字在这里改");
        shows(teacher, PURPOSE, "用处在那里写");
    }
    assert_eq!(disk::journal(teacher).conflicts().count(), 0);
}

/// Opens the survey's address anew and answers how many of its questions it comes to show.
fn questions(teacher: &Teacher) -> usize {
    teacher.reloads();
    teacher.sees_it_loaded();
    let all = || {
        let seen = teacher.page();
        let shown = (1..=QUESTIONS).filter(|number| {
            let (mut asked, mut first, mut second) = (String::new(), String::new(), String::new());
            let _ = write!(asked, "第{number}问：");
            let _ = write!(first, "开头{number}");
            let _ = write!(second, "细节{number}");
            seen.contains(&asked) && seen.contains(&first) && seen.contains(&second)
        });
        shown.count()
    };
    let whole = wait_for(Duration::from_secs(10), || (all() == QUESTIONS as usize).then_some(()));
    if whole.is_some() { QUESTIONS as usize } else { all() }
}

#[test]
fn a_survey_is_whole_after_each_load_on_a_slow_computer() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("先写一条");
    // Each revision is a value of the log of its own, with other work between.
    let other = disk::entries(QUESTIONS * 60, |number| {
        format!("第{number}条：{}", "写细一个瞬间。".repeat(20))
    });
    let other: Vec<&str> = other.split_inclusive('\n').collect();
    let others = other.chunks(60);
    for (line, others) in grown().iter().zip(others) {
        disk::plant(&teacher, line);
        disk::plant(&teacher, &others.concat());
    }
    teacher.opens(&format!("#/survey/{SURVEY}"));
    teacher
        .browser
        .devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 8 }));
    let loads = rounds(6, 100);
    let shown: Vec<usize> = (0..loads).map(|_| questions(&teacher)).collect();
    assert!(shown.iter().all(|shown| *shown == QUESTIONS as usize), "{shown:?}");
    teacher
        .browser
        .devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
    proved(
        "T20",
        "Chromium, its processor slowed 8 times: a survey of ten revisions opened by its address",
        &format!("{loads} loads, each time all ten questions with their answers"),
    );
}

#[test]
fn a_survey_in_a_window_that_slept_is_whole_when_it_wakes() {
    let teacher = Teacher::arrives(Kind::Chromium);
    has_a_survey(&teacher);
    teacher.reloads();
    let place = format!("#/survey/{SURVEY}");
    teacher.opens(&place);
    shows(&teacher, NAME, "写作困难");
    let asleep = teacher.browser.tab();
    let other = teacher.browser.new_tab();
    teacher.opens_the_app();
    teacher.opens(&place);
    shows(&teacher, NAME, "写作困难");
    teacher.browser.to_tab(&asleep);
    teacher
        .browser
        .devtools("Page.setWebLifecycleState", &json!({ "state": "frozen" }));
    teacher.browser.to_tab(&other);
    teacher.writes_over(NAME, "别的窗口里改的题目");
    teacher.presses("Tab");
    teacher.sees_it_kept();
    teacher.browser.to_tab(&asleep);
    teacher
        .browser
        .devtools("Page.setWebLifecycleState", &json!({ "state": "active" }));
    shows(&teacher, NAME, "别的窗口里改的题目");
}
