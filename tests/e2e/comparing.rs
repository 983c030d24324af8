//! A survey held against the one before it: chosen, read, told in a text.

use std::time::Duration;

use luoxuan::journal::write_lines;
use luoxuan::record::{Choice, Item};
use luoxuan::{Author, Content, DeviceId, Journal, RecordId, Survey, Timestamp};
use rstest::rstest;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

const THEN: RecordId = RecordId::from_bytes([0x71; 16]);
const NOW: RecordId = RecordId::from_bytes([0x72; 16]);

/// So many chose each of three options of one question, and of two of another; another was only asked once.
fn survey(title: &str, day: &str, revise: [u32; 3], like: [u32; 2], once: &str) -> Survey {
    let item = |text: &str, place, options: &[(&str, u32)]| Item {
        text: text.into(),
        place,
        choices: (0..)
            .zip(options)
            .map(|(place, (text, count))| {
                let choice = Choice {
                    text: (*text).into(),
                    count: Some(*count),
                    place,
                    ..Choice::default()
                };
                (place.to_string(), choice)
            })
            .collect(),
        ..Item::default()
    };
    let [always, asked, never] = revise;
    let revise = item(
        "写完以后你会自己改吗？",
        0,
        &[("每次都改", always), ("老师要求才改", asked), ("不改", never)],
    );
    let like = item("你喜欢写作文吗？", 1, &[("喜欢", like[0]), ("不喜欢", like[1])]);
    Survey {
        title: title.into(),
        start: day.parse().ok(),
        valid: Some(always + asked + never),
        items: [
            ("revise".into(), revise),
            ("like".into(), like),
            ("once".into(), item(once, 2, &[("是", 40), ("否", 40)])),
        ]
        .into(),
        ..Survey::default()
    }
}

/// A teacher with two surveys, at the page of the second.
fn surveyed(teacher: &mut Teacher) -> Survey {
    teacher.writes_an_entry("先写一条");
    let by = || Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_700_000_000_000, 480),
    };
    let mut journal = Journal::new();
    let then = survey("秋季调查", "2025-10-20", [14, 83, 24], [52, 69], "家里有书吗？");
    let now = survey("春季调查", "2026-03-02", [30, 70, 18], [55, 63], "去过图书馆吗？");
    let mut lines = write_lines(journal.write(THEN, Content::of(&then), by()).as_slice());
    lines.push_str(&write_lines(journal.write(NOW, Content::of(&now), by()).as_slice()));
    disk::plant(teacher, &lines);
    teacher.opens_the_app();
    teacher.opens(&format!("#/survey/{NOW}"));
    teacher.sees("只查了一次");
    then
}

/// What stands on the sheet that the printer gets.
fn on_paper(teacher: &Teacher) -> String {
    let text = teacher.run("return document.querySelector('.on-paper').textContent", vec![]);
    text.as_str().unwrap_or_default().to_owned()
}

/// In Chromium: Firefox shows what it is to print in a dialog of its own, which no story can answer.
#[test]
fn what_a_survey_came_to_goes_onto_paper_and_so_does_what_it_asks() {
    let mut teacher = Teacher::arrives(Kind::Chromium);
    surveyed(&mut teacher);
    teacher.run("window.printed = 0; window.print = () => { printed += 1; }", vec![]);
    let printed = |teacher: &Teacher, times: u64| {
        let all = wait_for(Duration::from_secs(5), || {
            (teacher.run("return printed", vec![]) == times).then_some(())
        });
        assert!(all.is_some(), "it goes to the printer");
    };
    teacher.clicks("打印结果");
    printed(&teacher, 1);
    let results = on_paper(&teacher);
    for said in [
        "春季调查",
        "有效118份",
        "“老师要求才改”最多（70人，59.3%）",
        "25.4",
        "只查了一次",
    ] {
        assert!(results.contains(said), "{said}: {results}");
    }
    assert!(!results.contains("划记"), "{results}");
    teacher.clicks("打印问卷和划记表");
    printed(&teacher, 2);
    let asked = on_paper(&teacher);
    assert!(asked.contains("□ 每次都改") && !asked.contains("59.3%"), "{asked}");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_survey_is_held_against_the_one_before_it(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let then = surveyed(teacher);
    teacher.clicks("添一次对比");
    teacher.chooses("同哪次调查比", "秋季调查");
    teacher.sees("2025年10月20日与2026年3月2日都问了2题，其中1题的回答有差别，1题看不出差别。");
    teacher.sees("2025年10月20日的121人中选“每次都改”的有14人（11.6%），2026年3月2日的118人中有30人（25.4%），增加13.9个百分点。两次的回答有差别（χ²检验，p＜0.05），但这不说明原因。");
    teacher.sees("增加3.6个百分点。相差没有超出碰巧会有的范围（χ²检验），看不出有差别。");
    teacher.sees("“去过图书馆吗”：“2025年10月20日”没有问这一题");
    teacher.sees("前后两次没有对应到每个人");
    teacher.sees_no("只查了一次");
    teacher.writes_in("那一次叫什么", "秋季");
    teacher.writes_in("这一次叫什么", "春季");
    teacher.sees("秋季与春季都问了2题");
    teacher.chooses("那一次是", "另一个班");
    teacher.sees("两个班（组）原来就可能不一样");
    teacher.chooses("那一次是", "前一次");
    teacher.presses("Tab");
    teacher.clicks("写成专题调查");
    teacher.sees("写完以后你会自己改吗：选“每次都改”的由11.6%到25.4%");
    teacher.sees("两次调查对比");
    teacher.sees("秋季与春季都问了2题，其中1题的回答有差别，1题看不出差别");
    teacher.sees_it_kept();
    let kept = disk::index(teacher).read::<Survey>(NOW).expect("the survey");
    let compared: Vec<_> = kept.compared.values().map(|it| (it.survey, it.that.as_str())).collect();
    assert_eq!(compared, [(Some(THEN), "秋季")]);
    assert_eq!(
        disk::index(teacher).read::<Survey>(THEN),
        Some(then),
        "the other is only read"
    );
}
