//! What another version wrote and this one does not know: shown as far as it can be, kept where it cannot.

use luoxuan::format::{Archive, write_jsonl};
use luoxuan::{Author, Content, DeviceId, Journal, RecordId, Timestamp};
use rstest::rstest;
use serde_json::{Value, json};

use crate::disk;
use crate::spiral::restore;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

const SPIRAL: RecordId = RecordId::from_bytes([0x71; 16]);
const ACTION: RecordId = RecordId::from_bytes([0x72; 16]);
const LANTERN: RecordId = RecordId::from_bytes([0x73; 16]);

fn by(minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_757_552_400_000 + minute * 60_000, 480),
    }
}

fn content(says: &Value) -> Content {
    says.as_object().map(Content::from_json).expect("an object")
}

/// Restores a journal another version wrote.
fn restored(teacher: &Teacher) {
    let mut journal = Journal::new();
    let spiral = content(&json!({
        "kind": "spiral", "title": "写具体", "state": "resting",
        "indicators": {"a": {"name": "有焦点", "direction": "within_range"}, "b": {"name": "字数多少"}},
    }));
    let action = content(&json!({
        "kind": "entry", "phase": "action", "spiral": SPIRAL, "body": "慢镜头纸条。",
        "expectation": {"text": "有细节的人数过半", "by": "someday"},
    }));
    let lantern = content(&json!({
        "kind": "灯笼", "title": "元宵的灯", "colour": ["朱红", "金黄"], "made": {"place": "东操场"},
    }));
    let mut all: Vec<_> = [(SPIRAL, spiral), (ACTION, action), (LANTERN, lantern)]
        .into_iter()
        .zip(1..)
        .filter_map(|((id, content), minute)| journal.write(id, content, by(minute)))
        .collect();
    all.extend(journal.trash(LANTERN, by(9)));
    let archive = Archive {
        revisions: all,
        ..Archive::default()
    };
    let file = teacher.browser.desk().join("another.jsonl");
    std::fs::write(&file, write_jsonl(&archive)).expect("written");
    teacher.waits_for_the_cursor();
    restore(teacher, &file);
}

/// What the log says now of a record.
fn says(teacher: &Teacher, id: RecordId) -> Value {
    let journal = disk::journal(teacher);
    let head = journal.head(id).expect("one head");
    Value::Object(head.content().to_json())
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn one_unknown_word_costs_nobody_but_itself(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    restored(teacher);
    teacher.opens(&format!("#/spiral/{SPIRAL}"));
    teacher.sees("有焦点");
    teacher.sees("字数多少");
    teacher.sees("有细节的人数过半");

    teacher.writes_over("线索的名字", "写得具体");
    teacher.presses("Tab");
    teacher.sees_it_kept();
    let now = wait_for(std::time::Duration::from_secs(10), || {
        Some(says(teacher, SPIRAL)).filter(|now| now["title"] == "写得具体")
    });
    let now = now.expect("the new name is in the log");
    assert_eq!(
        now["indicators"],
        json!({"a": {"name": "有焦点", "direction": "within_range"}, "b": {"name": "字数多少"}})
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_choice_shows_the_word_it_does_not_know_until_another_is_chosen(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let shown = "return [...document.querySelectorAll('label.choice')] \
        .find((label) => label.textContent.startsWith('状态')).querySelector('select').selectedOptions[0].textContent";
    restored(teacher);
    teacher.opens(&format!("#/spiral/{SPIRAL}"));
    teacher.sees("有焦点");
    teacher.clicks("线索资料");
    assert_eq!(teacher.run(shown, vec![]), "resting");
    // What would count without it, so that nothing but the word changes.
    teacher.chooses("状态", "进行中");
    teacher.sees_it_kept();
    let now = wait_for(std::time::Duration::from_secs(10), || {
        Some(says(teacher, SPIRAL)).filter(|now| now["state"] != "resting")
    });
    assert!(now.is_some(), "the word chosen takes its place");
    assert_eq!(teacher.run(shown, vec![]), "进行中");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_record_of_an_unknown_kind_is_called_by_its_own(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    restored(teacher);
    teacher.opens("#/trash");
    teacher.sees("灯笼");
    teacher.sees("元宵的灯");
    teacher.sees_no("证据");
    teacher.clicks("这一版还不认识这种记录");
    for words in ["标题", "colour", "朱红", "金黄", "made", "东操场"] {
        teacher.sees(words);
    }
    teacher.clicks("放回去");
    teacher.sees("废纸篓是空的");
    teacher.sees_it_kept();
    assert_eq!(says(teacher, LANTERN)["made"], json!({"place": "东操场"}));
    // What is not in the trash is shown too.
    teacher.opens("#/settings");
    teacher.sees("另有 1 条记录，这一版还不认识它们的种类");
    teacher.clicks("元宵的灯");
    for words in ["灯笼", "朱红", "东操场"] {
        teacher.sees(words);
    }
}
