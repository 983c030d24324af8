//! The keyboard alone: the first demonstration spiral and a text made of it, with no mouse and no script that puts the
//! focus anywhere. Each control that has the focus shows it, and no action loses it.

use std::time::Duration;

use luoxuan::catalog::{DEPTHS, Labelled, Language, field};
use luoxuan::record::{Fate, Phase};
use luoxuan::{Entry, Evidence, TextType};
use serde_json::json;

use crate::access::teacher_with_three_spirals;
use crate::disk;
use crate::pages::text::passages;
use crate::spiral::{VALUES, a_blank_sheet, compare, entry, evidence, said};
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// Whether what has the keyboard shows it: its own outline or that of what stands around it, or, in a drawing, its line.
const RING: &str = "const outlined = (element) => { const style = getComputedStyle(element); \
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1; }; \
    const probe = document.createElement('i'); probe.style.color = 'var(--focus)'; document.body.append(probe); \
    const colour = getComputedStyle(probe).color; probe.remove(); \
    const ringed = (here) => { \
      if (outlined(here)) return true; \
      for (let up = here.parentElement; up && up !== document.body; up = up.parentElement) if (outlined(up)) return true; \
      return [...here.querySelectorAll('circle, path')].some((line) => getComputedStyle(line).stroke === colour); };";

/// Presses keys; the keyboard is somewhere afterwards.
#[track_caller]
fn press(teacher: &Teacher, keys: &str) {
    teacher.presses(keys);
    let kept = wait_for(Duration::from_secs(2), || {
        let kept = teacher.run(
            "const here = document.activeElement; return here !== null && here !== document.body",
            vec![],
        );
        (kept == json!(true)).then_some(())
    });
    assert!(
        kept.is_some(),
        "after {keys} the keyboard is nowhere:\n{}",
        teacher.page()
    );
}

/// Goes by Tab, or by Shift Tab if that is the way, to a control by its name.
#[track_caller]
fn reach(teacher: &Teacher, kind: &str, name: &str) {
    reach_nth(teacher, kind, name, 0);
}

#[track_caller]
fn reach_nth(teacher: &Teacher, kind: &str, name: &str, nth: i32) {
    // Waits for it: what was pressed before may still be laying it out.
    teacher.finds_nth(kind, name, nth);
    let script = format!(
        "{RING} const to = find(arguments[0], arguments[1], arguments[2]), here = document.activeElement; \
         if (!to) return 'gone'; \
         if (here !== document.body && !here.matches('main, article, section') && !ringed(here)) return 'no ring: ' + here.outerHTML.slice(0, 200); \
         if (to === here) return 'here'; \
         return here.compareDocumentPosition(to) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY) ? 'Tab' : 'Shift Tab'"
    );
    for _ in 0..200 {
        let way = teacher.run(&script, vec![json!(kind), json!(name), json!(nth)]);
        match way.as_str().unwrap_or_default() {
            "here" => return,
            way @ ("Tab" | "Shift Tab") => teacher.presses(way),
            "gone" => {
                teacher.finds_nth(kind, name, nth);
            }
            wrong => panic!("on the way to “{name}”: {wrong}"),
        }
    }
    panic!("the keyboard does not reach “{name}”:\n{}", teacher.page());
}

/// Goes to a button or a link and presses it.
#[track_caller]
fn push(teacher: &Teacher, name: &str) {
    reach(teacher, "press", name);
    press(teacher, "Enter");
}

/// Goes to a box and writes there.
#[track_caller]
fn write_in(teacher: &Teacher, name: &str, text: &str) {
    reach(teacher, "box", name);
    teacher.types(text);
}

/// Chooses an option by the arrows.
#[track_caller]
fn choose(teacher: &Teacher, name: &str, option: &str) {
    choose_nth(teacher, name, 0, option);
}

#[track_caller]
fn choose_nth(teacher: &Teacher, name: &str, nth: i32, option: &str) {
    reach_nth(teacher, "choice", name, nth);
    for _ in 0..40 {
        let way = teacher.run(
            "const list = document.activeElement, to = [...list.options].findIndex((one) => words(one.textContent).startsWith(arguments[0])); \
             if (to < 0) return 'no'; return Math.sign(to - list.selectedIndex)",
            vec![json!(option)],
        );
        match way.as_i64() {
            Some(0) => return,
            Some(way) => press(teacher, if way > 0 { "Down" } else { "Up" }),
            None => panic!("“{name}” does not offer “{option}”:\n{}", teacher.page()),
        }
    }
    panic!("the arrows do not reach “{option}” in “{name}”");
}

/// Types a date into its field, part by part, in the order in which this browser asks for them.
fn date(teacher: &Teacher, name: &str, day: &str) {
    reach(teacher, "box", name);
    // To its first part: whoever comes from behind is in its last.
    teacher.run("window.field = document.activeElement", vec![]);
    while teacher.run("return document.activeElement === window.field", vec![]) == json!(true) {
        teacher.presses("Shift Tab");
    }
    teacher.presses("Tab");
    // Key by key: WebDriver's way of typing would set the whole value.
    let digits = |part: &str| part.chars().for_each(|digit| teacher.presses(&digit.to_string()));
    let parts: Vec<_> = day.split('-').collect();
    let order = teacher.run(
        "return new Intl.DateTimeFormat().formatToParts().map((part) => ['year', 'month', 'day'].indexOf(part.type)).filter((at) => at >= 0)",
        vec![],
    );
    for at in order.as_array().into_iter().flatten() {
        let at = usize::try_from(at.as_u64().expect("a place")).expect("small");
        digits(parts[at]);
        // A year may have more than four digits: the field waits for them.
        if at == 0 {
            press(teacher, "Right");
        }
    }
    let value = teacher.run("return document.activeElement.value", vec![]);
    assert_eq!(value, json!(day), "the date typed into “{name}”");
}

/// What an entry has besides its text, on the sheet where the cursor is.
fn fill_in(teacher: &Teacher, entry: &Entry) {
    if let Some(day) = entry.happened_on {
        date(teacher, "发生日期", &day.to_string());
    }
    if let Some(day) = entry.happened_until {
        date(teacher, "到", &day.to_string());
    }
    if entry.depth > 0 {
        let (name, _) = DEPTHS[usize::from(entry.depth) - 1];
        choose(teacher, "自己看看，这段反思到了哪一步", name.in_(Language::ZhHans));
    }
    if !entry.fields.is_empty() {
        if !teacher.opened("更多栏目") {
            push(teacher, "更多栏目");
        }
        for (name, text) in &entry.fields {
            let field = field(entry.phase, name).expect("a field of the catalog");
            write_in(teacher, field.label.in_(Language::ZhHans), text);
        }
    }
}

fn add_evidence(teacher: &Teacher, all: &[Evidence]) {
    for evidence in all {
        push(teacher, "加证据");
        // The new one is the one that says nothing yet, wherever it stands.
        let place = teacher.first_empty("说明");
        choose_nth(teacher, "怎样知道的", place, said(evidence.known));
        choose_nth(teacher, "种类", place, said(evidence.sort));
        reach_nth(teacher, "box", "说明", place);
        teacher.types(&evidence.caption);
        if !evidence.text.is_empty() {
            reach_nth(teacher, "box", "看到、听到或数到的", place);
            teacher.types(&evidence.text);
        }
    }
}

fn action(teacher: &Teacher, name: &str) {
    let action = entry(name);
    teacher.inside("接着写", || {
        a_blank_sheet(teacher);
        choose(teacher, "类型", said(Phase::Action));
        if let Some(expectation) = &action.expectation {
            write_in(teacher, "动手前的预期", &expectation.text);
            if let Some(day) = expectation.by {
                date(teacher, "到哪天看得到", &day.to_string());
            }
            push(teacher, "开始行动，封存预期");
            teacher.sees("封存");
        }
        write_in(teacher, said(Phase::Action), &action.body);
        fill_in(teacher, &action);
        add_evidence(teacher, &evidence(name));
        press(teacher, "Ctrl Enter");
    });
}

/// The reflection, and from it, by one button, the new problem.
fn reflection(teacher: &Teacher, name: &str, new: &str) {
    let reflection = entry(name);
    teacher.inside("接着写", || {
        a_blank_sheet(teacher);
        choose(teacher, "类型", said(Phase::Reflection));
        write_in(teacher, said(Phase::Reflection), &reflection.body);
        fill_in(teacher, &reflection);
        add_evidence(teacher, &evidence(name));
        push(teacher, "发现新问题");
    });
    let problem = entry(new);
    teacher.waits_until_the_cursor_is_in(said(Phase::NewProblem));
    teacher.where_the_cursor_is(|| {
        teacher.types(&problem.body);
        fill_in(teacher, &problem);
        if problem.fate != Fate::NextTurn {
            choose(teacher, "这个新问题", said(problem.fate));
        }
        add_evidence(teacher, &evidence(new));
        press(teacher, "Ctrl Enter");
    });
}

/// The indicator with its values.
fn count(teacher: &Teacher) {
    push(teacher, "加一个指标");
    write_in(teacher, "数什么", "有细节");
    write_in(teacher, "怎样算一个", "至少一处动作、语言或感官描写");
    write_in(teacher, "单位", "人");
    write_in(teacher, "总数（平均数就空着）", "42");
    press(teacher, "Enter");
    push(teacher, "记一个数");
    for (day, value) in VALUES {
        write_in(teacher, "数", value);
        reach(teacher, "box", "总数");
        if teacher.reads_here().is_empty() {
            teacher.types("42");
        }
        date(teacher, "哪天", day);
        push(teacher, "记下");
        teacher.sees(&format!("{value}/42"));
    }
}

#[test]
fn the_first_spiral_is_written_by_the_keyboard_alone() {
    let teacher = &Teacher::arrives(Kind::Chromium);
    let problem = entry("A-P1");
    teacher.waits_for_the_cursor();
    teacher.types(&problem.body);
    press(teacher, "Ctrl Enter");
    push(teacher, "打开");
    push(teacher, "修改");
    teacher.where_the_cursor_is(|| {
        fill_in(teacher, &problem);
        add_evidence(teacher, &evidence("A-P1"));
        push(teacher, "写好了");
    });
    push(teacher, "从这个问题开始一条研究线索");
    teacher.sees("第 1 轮");
    reach(teacher, "box", "线索的名字");
    press(teacher, "Ctrl a");
    teacher.types("起步习作怎样写具体");
    for turn in ["1", "2", "3"] {
        action(teacher, &format!("A-A{turn}"));
        reflection(teacher, &format!("A-R{turn}"), &format!("A-N{turn}"));
    }
    for (number, name) in ["五感观察单", "慢镜头纸条", "两星一问"].iter().enumerate() {
        write_in(teacher, &format!("给第 {} 轮起个名字", number + 1), name);
    }
    count(teacher);
    teacher.sees_it_kept();
    compare(&disk::index(teacher));

    // A dot of the drawing leads to its entry, and finding leads there too.
    reach(teacher, "link", "反思 2025年12月12日");
    press(teacher, "Enter");
    press(teacher, "Ctrl k");
    teacher.waits_for_the_cursor();
    teacher.types("报清单");
    teacher.sees("找到 1 条");
    press(teacher, "Enter");
    teacher.sees_no("找到 1 条");
    press(teacher, "?");
    push(teacher, "关闭");
}

#[test]
fn a_text_is_made_by_the_keyboard_alone() {
    let teacher = &teacher_with_three_spirals(Kind::Chromium);
    push(teacher, "研究线索");
    push(teacher, "起步习作怎样写具体");
    push(teacher, "写成文稿");
    let form = TextType::Experience.label().in_(Language::ZhHans);
    teacher.inside(form, || push(teacher, "搭好初稿"));
    teacher.waits_until_at("/write");
    teacher.sees("从手记里取");
    write_in(teacher, "题目", "从“报清单”到“慢镜头”");
    write_in(teacher, "关键词", "习作；观察");

    takes_one_from_the_drawer(teacher);
    let first = teacher.run("return nameOf(document.querySelector('.passage textarea'))", vec![]);
    let first = first.as_str().unwrap_or_default();
    splits_moves_and_joins(teacher, first);
    takes_out_and_gives_back(teacher, first);
    moves_to_the_last_section(teacher, first);
    keeps_a_version_and_goes_back(teacher);

    // Handed in without a name.
    push(teacher, "交稿");
    reach(teacher, "tick", "署名");
    press(teacher, "Right");
    let file = teacher.downloads(|| push(teacher, "下载 Word 文件"));
    assert!(file.extension().is_some_and(|end| end == "docx"), "{}", file.display());

    // A box to tick.
    push(teacher, "设置");
    reach(teacher, "tick", "写");
    press(teacher, "Space");
}

/// The drawer: opened, one thing taken, closed.
fn takes_one_from_the_drawer(teacher: &Teacher) {
    let before = passages(teacher).len();
    push(teacher, "从手记里取");
    push(teacher, "取用");
    assert_eq!(passages(teacher).len(), before + 1, "one was taken");
    push(teacher, "收起");
}

/// Does something with a passage, by the button behind its 更多.
#[track_caller]
fn on_passage(teacher: &Teacher, name: &str, act: &str) {
    reach(teacher, "box", name);
    if !teacher.opened("更多") {
        push(teacher, "更多");
    }
    push(teacher, act);
}

/// A passage: split where the cursor is, moved down and up, and joined again.
fn splits_moves_and_joins(teacher: &Teacher, first: &str) {
    let before = passages(teacher);
    reach(teacher, "box", first);
    press(teacher, "Ctrl Home");
    for _ in 0..3 {
        press(teacher, "Right");
    }
    on_passage(teacher, first, "从光标处分开");
    let split = passages(teacher);
    assert_eq!(split.len(), before.len() + 1);
    assert_eq!(split[0].chars().count(), 3);
    on_passage(teacher, first, "下移");
    assert_eq!(passages(teacher)[1], split[0]);
    on_passage(teacher, first, "下移");
    assert_eq!(passages(teacher), split);
    on_passage(teacher, first, "并入下一段");
    let joined = passages(teacher);
    assert_eq!(joined.len(), before.len());
    assert_eq!(joined[0].replace('\n', ""), before[0].replace('\n', ""));
}

/// Marked; taken out and given back.
fn takes_out_and_gives_back(teacher: &Teacher, first: &str) {
    on_passage(teacher, first, "标为“还缺证据”");
    teacher.sees("还缺证据");
    let before = passages(teacher);
    on_passage(teacher, first, "拿掉");
    teacher.sees("已拿掉这一段");
    assert_eq!(passages(teacher).len(), before.len() - 1);
    push(teacher, "撤销");
    assert_eq!(passages(teacher), before);
}

/// To another section, by a list and a button.
fn moves_to_the_last_section(teacher: &Teacher, first: &str) {
    let before = passages(teacher);
    reach(teacher, "box", first);
    push(teacher, "更多");
    let sections = teacher.run(
        "return [...find('choice', '移到').options].map((one) => words(one.textContent))",
        vec![],
    );
    let last = sections
        .as_array()
        .and_then(|all| all.last()?.as_str())
        .unwrap_or_default()
        .to_owned();
    choose(teacher, "移到", &last);
    assert_eq!(passages(teacher), before, "the arrows only choose");
    push(teacher, "移过去");
    let mut moved = before;
    let carried = moved.remove(0);
    moved.push(carried);
    assert_eq!(passages(teacher), moved);
}

/// A version kept, and gone back to.
fn keeps_a_version_and_goes_back(teacher: &Teacher) {
    push(teacher, "稿次");
    write_in(teacher, "这一稿改了什么", "交教研组互读");
    push(teacher, "存为一稿");
    teacher.sees("第 1 稿");
    push(teacher, "写");
    teacher.waits_until_at("/write");
    reach(teacher, "box", "题目");
    press(teacher, "Ctrl a");
    teacher.types("第二个题目");
    push(teacher, "稿次");
    teacher.waits_until_at("/versions");
    push(teacher, "恢复到这一稿");
    teacher.sees("已恢复到第 1 稿");
}
