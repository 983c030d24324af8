//! For everybody: axe finds nothing on any place, the keyboard is enough, and nothing runs off a
//! narrow page.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::setting;
use crate::teacher::Teacher;
use luoxuan::catalog::{Language, form};
use luoxuan::draft::skeleton;
use luoxuan::{Author, Content, DeviceId, Journal, Moment, RecordId, Revision, Shelf, TextType};
use luoxuan_tests::demo;

/// A teacher whose own journal holds the demonstration's three spirals.
pub(crate) fn teacher_with_three_spirals(kind: Kind) -> Teacher {
    let teacher = Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.types("本周的一条");
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
    disk::plant(&teacher, &luoxuan::journal::write_lines(&demo::journal()));
    disk::plant(&teacher, &luoxuan::journal::write_lines(text().as_slice()));
    teacher.reloads();
    teacher.sees("二声部合唱里低声部怎样站得住");
    teacher
}

/// The text that was begun from the first spiral.
const TEXT: RecordId = RecordId::from_bytes([0x99; 16]);

fn text() -> Option<Arc<Revision>> {
    let mut journal = Journal::new();
    journal.merge(demo::journal().iter().map(|revision| Revision::clone(revision)));
    let (shelf, form) = (Shelf::of(&journal), form(TextType::Survey));
    let document = skeleton(&shelf, &journal, demo::id("spiral A"), form, Language::ZhHans);
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Moment::new(1_770_000_000_000, 480),
    };
    journal.write(TEXT, Content::of(&document), by)
}

/// Every place, by name and hash.
pub(crate) fn places() -> Vec<(&'static str, String)> {
    vec![
        ("today", "#/today".into()),
        ("spirals", "#/spirals".into()),
        ("spiral", format!("#/spiral/{}", demo::id("spiral A"))),
        ("running", format!("#/spiral/{}", demo::id("spiral C"))),
        ("entry", format!("#/entry/{}", demo::id("A-A1"))),
        ("texts", format!("#/texts/{}", demo::id("spiral A"))),
        ("text", format!("#/text/{TEXT}/write")),
        ("text checked", format!("#/text/{TEXT}/check")),
        ("text versions", format!("#/text/{TEXT}/versions")),
        ("text out", format!("#/text/{TEXT}/out")),
        ("survey", format!("#/survey/{}", demo::id("survey A"))),
        ("settings", "#/settings".into()),
        ("trash", "#/trash".into()),
    ]
}

/// Chooses language and theme as this browser's preferences, and loads the page again.
pub(crate) fn prefers(teacher: &Teacher, language: &str, theme: &str) {
    teacher.run(
        "localStorage.setItem('luoxuan:prefs:language', JSON.stringify(arguments[0])); \
         localStorage.setItem('luoxuan:prefs:theme', JSON.stringify(arguments[1]))",
        vec![json!(language), json!(theme)],
    );
    teacher.reloads();
    settled(teacher);
}

/// Waits until the page has its heading and is not loading.
pub(crate) fn settled(teacher: &Teacher) {
    let ready = crate::stage::wait_for(std::time::Duration::from_secs(10), || {
        let ready = teacher.run(
            "return document.querySelector('main h1') !== null && !/正在取出|Fetching/.test(document.body.innerText)",
            vec![],
        );
        (ready == json!(true)).then_some(())
    });
    assert!(ready.is_some(), "the page does not settle:\n{}", teacher.page());
}

/// What axe finds wrong with the page as it is.
fn wrongs(teacher: &Teacher, axe: &str) -> Vec<String> {
    let found = teacher.run_until_called(
        &format!(
            "const done = arguments[arguments.length - 1]; if (!window.axe) {{ {axe} }} \
             window.axe.run(document, {{ resultTypes: ['violations'] }}).then((all) => done(all.violations), (why) => done(String(why)))"
        ),
        vec![],
    );
    let Value::Array(found) = found else {
        return vec![found.to_string()];
    };
    found
        .iter()
        .map(|one| {
            let nodes = one["nodes"].as_array().cloned().unwrap_or_default();
            let nodes: Vec<_> = nodes.iter().take(3).map(|node| node["html"].to_string()).collect();
            format!("{}: {} {}", one["id"], one["help"], nodes.join(" "))
        })
        .collect()
}

#[test]
fn axe_finds_nothing_on_any_place() {
    let axe = std::fs::read_to_string(setting("LUOXUAN_AXE")).expect("axe");
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    let mut found = Vec::new();
    for (language, theme) in [
        ("zh-Hans", "light"),
        ("zh-Hans", "dark"),
        ("zh-Hant", "light"),
        ("en", "dark"),
    ] {
        prefers(&teacher, language, theme);
        assert_eq!(
            teacher.run("return document.documentElement.lang", vec![]),
            json!(language)
        );
        for (name, place) in places() {
            teacher.opens(&place);
            settled(&teacher);
            for wrong in wrongs(&teacher, &axe) {
                found.push(format!("{name} ({language}, {theme}): {wrong}"));
            }
        }
        // The dialogs, over the last place.
        teacher.presses("Ctrl k");
        teacher.waits_for_the_cursor();
        teacher.types("a");
        for wrong in wrongs(&teacher, &axe) {
            found.push(format!("find ({language}, {theme}): {wrong}"));
        }
        teacher.presses("Escape");
    }
    assert!(found.is_empty(), "axe finds:\n{}", found.join("\n"));
}

#[test]
fn nothing_runs_off_a_narrow_page_or_at_twice_the_size() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    let mut wide = Vec::new();
    // A telephone; a window of 1,280 at 200 %.
    for (name, width, scale) in [("360 px", 360, 1), ("200 %", 640, 2)] {
        teacher.browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": 760, "deviceScaleFactor": scale, "mobile": false }),
        );
        for language in ["zh-Hans", "en"] {
            prefers(&teacher, language, "light");
            for (place, hash) in places() {
                teacher.opens(&hash);
                settled(&teacher);
                let over = teacher.run(
                    "const root = document.documentElement, over = root.scrollWidth - root.clientWidth; if (over <= 0) return null; \
                     const far = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.table, pre')); \
                     return over + ' px: ' + far.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(' ')",
                    vec![],
                );
                if !over.is_null() {
                    wide.push(format!("{place} ({name}, {language}): {over}"));
                }
            }
        }
    }
    assert!(wide.is_empty(), "too wide:\n{}", wide.join("\n"));
}

#[test]
fn another_language_is_there_at_once() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.opens("#/settings");
    teacher.run("window.sameDocument = true", vec![]);
    teacher.chooses("界面语言", "English");
    teacher.sees("Backup and restore");
    assert_eq!(teacher.run("return document.documentElement.lang", vec![]), json!("en"));
    teacher.chooses("Language", "繁體中文");
    teacher.sees("備份和恢復");
    assert_eq!(
        teacher.run("return document.documentElement.lang", vec![]),
        json!("zh-Hant")
    );
    assert_eq!(
        teacher.run("return window.sameDocument === true", vec![]),
        json!(true),
        "without loading the page again"
    );
    teacher.reloads();
    teacher.sees("備份和恢復");
}

/// Presses Tab until the control of this name has the focus.
fn tabs_to(teacher: &Teacher, name: &str) {
    for _ in 0..120 {
        let here = teacher.run("return nameOf(document.activeElement)", vec![]);
        if here.as_str().unwrap_or_default().starts_with(name) {
            let ring = teacher.run(
                "const style = getComputedStyle(document.activeElement); \
                 return document.activeElement.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.borderColor !== '')",
                vec![],
            );
            assert_eq!(ring, json!(true), "“{name}” has the keyboard and does not show it");
            return;
        }
        teacher.presses("Tab");
    }
    panic!("the keyboard does not reach “{name}”:\n{}", teacher.page());
}

#[test]
fn the_keyboard_alone_is_enough() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_cursor();
    teacher.composes("有细节的只有十一人。");
    teacher.presses("Ctrl Enter");
    teacher.sees("已收进手记");
    tabs_to(&teacher, "打开");
    teacher.presses("Enter");
    tabs_to(&teacher, "从这个问题开始一条研究线索");
    teacher.presses("Enter");
    teacher.sees("第 1 轮");
    tabs_to(&teacher, "行动");
    teacher.composes("每天观察三分钟。");
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
    tabs_to(&teacher, "反思");
    teacher.composes("观察单像报清单。");
    tabs_to(&teacher, "发现新问题");
    teacher.presses("Enter");
    teacher.waits_until_the_cursor_is_in("新问题");
    teacher.composes("怎样选定一个瞬间？");
    teacher.presses("Ctrl Enter");
    teacher.sees("新问题 → 第 2 轮");
    teacher.presses("Ctrl k");
    teacher.waits_for_the_cursor();
    teacher.types("报清单");
    teacher.sees("找到 1 条");
    teacher.presses("Enter");
    teacher.sees_no("找到 1 条");
    assert!(teacher.place().starts_with("#/spiral/"));
    let shelf = disk::shelf(&teacher);
    let (spiral, _) = shelf.spirals().next().expect("a spiral");
    assert_eq!(shelf.turns(spiral).len(), 2);
}
