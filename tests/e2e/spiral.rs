//! The first demonstration spiral, written by hand through the page: three turns, kept, taken to
//! another machine.

use std::thread;
use std::time::Duration;

use luoxuan::catalog::{DEPTHS, Labelled, Language, field};
use luoxuan::record::{Fate, Phase};
use luoxuan::{Entry, Evidence, Index, Journal, Measure, Spiral};
use luoxuan_tests::demo;
use rstest::rstest;
use serde_json::json;

use crate::access::{settled, teacher_with_three_spirals};
use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// The look at a problem is filled whenever it stands open, however often it was opened and shut before: several changes
/// come to the page as one event.
#[test]
fn the_look_at_a_problem_is_there_each_time_it_is_opened() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.opens(&format!("#/spiral/{}/{}", demo::id("spiral A"), demo::id("A-P1")));
    settled(&teacher);
    teacher.run(
        "const entry = document.getElementById(arguments[0]); \
         [...entry.querySelectorAll('button')].find((one) => one.textContent.trim() === '修改').click()",
        vec![json!(demo::id("A-P1").to_string())],
    );
    teacher.waits_for_element(".problem-check");
    // Opened and shut again at once, then opened.
    teacher.run(
        "const check = document.querySelector('.problem-check'); check.open = true; check.open = false",
        vec![],
    );
    thread::sleep(Duration::from_millis(200));
    for _ in 0..3 {
        teacher.run("document.querySelector('.problem-check').open = true", vec![]);
        teacher.waits_for_element(".problem-check li");
        teacher.run("document.querySelector('.problem-check').open = false", vec![]);
        thread::sleep(Duration::from_millis(100));
    }
}

/// The demonstration, as its source says it.
fn source() -> Index {
    let mut journal = Journal::new();
    journal.merge(demo::journal().into_iter().map(|revision| (*revision).clone()));
    Index::of(&journal)
}

/// The words of a choice on the page.
pub(crate) fn said(words: impl Labelled) -> &'static str {
    words.label().in_(Language::ZhHans)
}

/// An entry of the demonstration.
pub(crate) fn entry(name: &str) -> Entry {
    source().entry(demo::id(name)).cloned().expect("an entry of that name")
}

/// What an entry of the demonstration rests on.
pub(crate) fn evidence(name: &str) -> Vec<Evidence> {
    let index = source();
    let all = index
        .of_kind::<Evidence>()
        .filter(|(_, evidence)| evidence.entries.contains(&demo::id(name)));
    all.map(|(_, evidence)| evidence.clone()).collect()
}

/// Writes a text: the first sentence with an input method, the rest typed.
fn write(teacher: &Teacher, text: &str, compose: bool) {
    let first = text.find(['，', '。']).map_or(0, |at| at + '。'.len_utf8());
    if compose {
        teacher.composes(&text[..first]);
        teacher.types(&text[first..]);
    } else {
        teacher.types(text);
    }
}

/// Fills in what an entry has besides its text, in the part of the page where it is written.
fn fill_in(teacher: &Teacher, entry: &Entry) {
    if let Some(day) = entry.happened_on {
        teacher.dates("发生日期", &day.to_string());
    }
    if let Some(day) = entry.happened_until {
        teacher.dates("到", &day.to_string());
    }
    if entry.depth > 0 {
        let (name, _) = DEPTHS[usize::from(entry.depth) - 1];
        teacher.chooses("自己看看，这段反思到了哪一步", name.in_(Language::ZhHans));
    }
    if !entry.fields.is_empty() {
        if !teacher.opened("更多栏目") {
            teacher.clicks("更多栏目");
        }
        for (name, text) in &entry.fields {
            let field = field(entry.phase, name).expect("a field of the catalog");
            teacher.writes_in(field.label.in_(Language::ZhHans), text);
        }
    }
}

fn add_evidence(teacher: &Teacher, all: &[Evidence]) {
    for evidence in all {
        let place = teacher.adds_evidence();
        teacher.chooses_nth("怎样知道的", place, said(evidence.known));
        teacher.chooses_nth("种类", place, said(evidence.sort));
        teacher.goes_to_nth("说明", place);
        teacher.types(&evidence.caption);
        if !evidence.text.is_empty() {
            teacher.goes_to_nth("看到、听到或数到的", place);
            teacher.types(&evidence.text);
        }
        teacher.presses("Tab");
    }
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn the_first_spiral_is_written_by_hand_and_moves_to_another_machine(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    begin(teacher);
    for turn in ["1", "2", "3"] {
        action(teacher, &format!("A-A{turn}"));
        reflection(teacher, &format!("A-R{turn}"), &format!("A-N{turn}"));
    }
    name_turns(teacher);
    count(teacher);
    teacher.sees_it_kept();

    teacher.reloads();
    for name in names() {
        let text = demo::text(name).expect("a text");
        teacher.sees(&text.chars().take(40).collect::<String>());
    }
    compare(&disk::index(teacher));

    move_house(teacher);
}

fn names() -> [&'static str; 10] {
    [
        "A-P1", "A-A1", "A-R1", "A-N1", "A-A2", "A-R2", "A-N2", "A-A3", "A-R3", "A-N3",
    ]
}

/// The problem, written in 今天, and a spiral begun from it.
fn begin(teacher: &Teacher) {
    let problem = entry("A-P1");
    teacher.waits_for_the_cursor();
    write(teacher, &problem.body, true);
    teacher.presses("Ctrl Enter");
    teacher.opens_to_change();
    teacher.where_the_cursor_is(|| {
        fill_in(teacher, &problem);
        add_evidence(teacher, &evidence("A-P1"));
        teacher.clicks("写好了");
    });
    teacher.begins_a_spiral();
    teacher.goes_to("线索的名字");
    teacher.run("document.activeElement.select()", vec![]);
    teacher.types("起步习作怎样写具体");
    teacher.presses("Tab");
}

/// A name is kept while it is typed, not when its field is left: the browser may die before that.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_name_is_kept_before_its_field_is_left(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    begin(teacher);
    teacher.goes_to("线索的名字");
    teacher.run("document.activeElement.select()", vec![]);
    let name = "写到一半的名字 ";
    teacher.types(name);
    // Two seconds, and the disk.
    thread::sleep(Duration::from_secs(4));
    assert_eq!(teacher.reads_here(), name, "nothing is taken away under the fingers");
    teacher.types("接着写");
    teacher.browser.kill();
    teacher.comes_back();
    teacher.opens("#/spirals");
    teacher.sees(name.trim());
}

fn action(teacher: &Teacher, name: &str) {
    let action = entry(name);
    teacher.inside("接着写", || {
        a_blank_sheet(teacher);
        teacher.chooses("类型", said(Phase::Action));
        if let Some(expectation) = &action.expectation {
            teacher.writes_in("动手前的预期", &expectation.text);
            if let Some(day) = expectation.by {
                teacher.dates("到哪天看得到", &day.to_string());
            }
            teacher.clicks("开始行动，封存预期");
            teacher.sees("封存");
        }
        teacher.goes_to(said(Phase::Action));
        write(teacher, &action.body, name == "A-A2");
        fill_in(teacher, &action);
        add_evidence(teacher, &evidence(name));
        teacher.clicks("写好了");
    });
}

/// Waits until the sheet before is done with and a new one is laid out.
pub(crate) fn a_blank_sheet(teacher: &Teacher) {
    let blank = wait_for(Duration::from_secs(10), || {
        let boxes = teacher.run(
            "return findAll('box', '').filter((box) => box.matches('textarea') && box.value !== '').length",
            vec![],
        );
        (boxes == json!(0)).then_some(())
    });
    assert!(
        blank.is_some(),
        "the sheet at the end is not blank:\n{}",
        teacher.page()
    );
}

/// The reflection, and from it, by one button, the new problem.
fn reflection(teacher: &Teacher, name: &str, new: &str) {
    let reflection = entry(name);
    teacher.inside("接着写", || {
        a_blank_sheet(teacher);
        teacher.chooses("类型", said(Phase::Reflection));
        teacher.goes_to(said(Phase::Reflection));
        write(teacher, &reflection.body, false);
        fill_in(teacher, &reflection);
        add_evidence(teacher, &evidence(name));
        teacher.clicks("发现新问题");
    });
    let problem = entry(new);
    teacher.waits_until_the_cursor_is_in(said(Phase::NewProblem));
    teacher.where_the_cursor_is(|| {
        write(teacher, &problem.body, new == "A-N1");
        fill_in(teacher, &problem);
        if problem.fate != Fate::NextTurn {
            teacher.chooses("这个新问题", said(problem.fate));
        }
        add_evidence(teacher, &evidence(new));
        teacher.clicks("写好了");
    });
}

fn name_turns(teacher: &Teacher) {
    let index = source();
    let spiral = index.spiral(demo::id("spiral A")).expect("the spiral");
    for (number, problem) in ["A-P1", "A-N1", "A-N2"].iter().enumerate() {
        teacher.writes_in(
            &format!("给第 {} 轮起个名字", number + 1),
            &spiral.turn_names[&demo::id(problem)],
        );
        teacher.presses("Tab");
    }
}

/// One indicator with its four values.
fn count(teacher: &Teacher) {
    teacher.clicks("加一个指标");
    teacher.writes_in("数什么", "有细节");
    teacher.writes_in("怎样算一个", "至少一处动作、语言或感官描写");
    teacher.writes_in("单位", "人");
    teacher.writes_in("总数（平均数就空着）", "42");
    teacher.clicks_nth("加一个指标", -1);
    teacher.clicks("记一个数");
    for (day, value) in VALUES {
        teacher.run(
            "for (const box of [find('box', '数'), find('box', '总数')]) box.value = ''",
            vec![],
        );
        teacher.writes_in("数", value);
        teacher.writes_in("总数", "42");
        teacher.dates("哪天", day);
        teacher.clicks("记下");
        teacher.sees(&format!("{value}/42"));
    }
}

/// The values of its first indicator: day and count.
pub(crate) const VALUES: [(&str, &str); 4] = [
    ("2025-09-11", "11"),
    ("2025-10-09", "30"),
    ("2025-11-06", "34"),
    ("2025-12-11", "38"),
];

/// Holds what is on the disk against the source.
pub(crate) fn compare(index: &Index) {
    let source = source();
    let (spiral, header) = index.of_kind::<Spiral>().next().expect("a spiral");
    assert_eq!(header.title, "起步习作怎样写具体");
    for name in names() {
        let wanted = entry(name);
        let found = index.of_kind::<Entry>().find(|(_, entry)| entry.body == wanted.body);
        let (id, found) = found.unwrap_or_else(|| panic!("{name} is not there word for word"));
        let parts = |entry: &Entry| {
            let expectation = entry.expectation.clone();
            (
                entry.phase,
                (entry.happened_on, entry.happened_until),
                entry.fields.clone(),
                entry.fate,
                entry.depth,
                expectation.map(|expectation| (expectation.text, expectation.by, expectation.sealed.is_some())),
            )
        };
        assert_eq!(parts(found), parts(&wanted), "{name}");
        assert_eq!(found.spiral, Some(spiral), "{name}");
        let rests = |index: &Index, id| {
            let all = index
                .of_kind::<Evidence>()
                .filter(|(_, evidence)| evidence.entries.contains(&id));
            let mut all: Vec<_> = all
                .map(|(_, one)| (one.sort.word(), one.known.word(), one.caption.clone(), one.text.clone()))
                .collect();
            all.sort();
            all
        };
        assert_eq!(rests(index, id), rests(&source, demo::id(name)), "{name}");
    }
    let turns = |index: &Index, spiral| -> Vec<Vec<String>> {
        let body = |id| {
            index
                .entry(id)
                .map(|entry| entry.body.chars().take(12).collect::<String>())
        };
        let turns = index.turns(spiral);
        turns
            .iter()
            .map(|turn| turn.entries.iter().filter_map(|id| body(*id)).collect())
            .collect()
    };
    assert_eq!(turns(index, spiral), turns(&source, demo::id("spiral A")), "the turns");
    let mut names: Vec<_> = header.turn_names.values().map(String::as_str).collect();
    names.sort_unstable();
    let mut wanted = ["五感观察单", "慢镜头纸条", "两星一问"];
    wanted.sort_unstable();
    assert_eq!(names, wanted);
    let values: Vec<_> = index
        .in_spiral::<Measure>(spiral)
        .map(|(_, measure)| (measure.on.map(|day| day.to_string()), measure.count, measure.of))
        .collect();
    let wanted = VALUES.map(|(day, value)| (Some(day.to_owned()), value.parse().ok(), Some(42)));
    assert_eq!(values, wanted);
}

/// Takes a copy, restores it on a machine that has nothing, and takes a copy there: the same bytes.
fn move_house(teacher: &Teacher) {
    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let bytes = std::fs::read(&copy).expect("the copy");

    let elsewhere = Teacher::arrives(teacher.browser.kind);
    restore(&elsewhere, &copy);
    let again = elsewhere.downloads(|| elsewhere.clicks("下载备份"));
    assert_eq!(
        std::fs::read(again).expect("the second copy"),
        bytes,
        "equal to the byte"
    );
    compare(&disk::index(&elsewhere));

    // The same machine, wiped. The app must not be open, or it would write again what it holds.
    teacher.browser.go("about:blank");
    teacher.wipes_the_site();
    teacher.opens_the_app();
    teacher.waits_for_the_cursor();
    teacher.sees("这一周还没有写下什么");
    restore(teacher, &copy);
    let again = teacher.downloads(|| teacher.clicks("下载备份"));
    assert_eq!(
        std::fs::read(again).expect("the third copy"),
        bytes,
        "equal to the byte"
    );
}

pub(crate) fn restore(teacher: &Teacher, copy: &std::path::Path) {
    teacher.opens("#/settings");
    teacher.picks("选文件来恢复", copy);
    teacher.sees("损坏 0");
    teacher.clicks("收进手记");
    teacher.sees("收进了");
    teacher.sees_it_kept();
}
