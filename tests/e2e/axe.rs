//! axe finds nothing wrong with any place or dialog, in three languages and both themes.
//!
//! The structure of a page is the same in both themes: every rule is tried on paper, and at night those that look at
//! colours. Each language is a test of its own, so that two run side by side.

use serde_json::{Value, json};

use crate::access::{gets_odd_records, gets_three_spirals, in_every_dialog, odd_places, opens_everything};
use crate::access::{places, prefers, settled};
use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::setting;
use crate::teacher::Teacher;
use luoxuan_tests::demo;

/// Looks at the page with axe, and notes what it finds.
struct Look<'t> {
    teacher: &'t Teacher,
    axe: String,
    found: Vec<String>,
    seen: usize,
}

impl Look<'_> {
    /// Looks at the page as it is, in both themes.
    fn at(&mut self, name: &str) {
        self.seen += 1;
        if self.teacher.run("return !window.axe", vec![]) == json!(true) {
            self.teacher.run(&self.axe, vec![]);
        }
        // Of the passages of a section, and of what a drawer offers, two stand for the others.
        // Every rule on paper, those of colours at night; the attribute is what the setting sets.
        for (theme, rules) in [("light", json!({})), ("dark", json!({ "runOnly": ["color-contrast"] }))] {
            let found = self.teacher.browser.run_long_until_called(
                "const [theme, rules, done] = arguments, root = document.documentElement, before = root.dataset.theme; \
                 root.dataset.theme = theme; \
                 axe.run({ exclude: ['.passage ~ .passage ~ .passage', '.offered ~ .offered ~ .offered'] }, { resultTypes: ['violations'], preload: false, ...rules }).then((all) => { \
                   root.dataset.theme = before; \
                   done(all.violations.map((one) => one.id + ': ' + one.help + ' ' + \
                     one.nodes.slice(0, 3).map((node) => node.html + ' ' + node.any.map((why) => why.message).join(' ')).join(' '))); }, \
                   (why) => done([String(why)]))",
                vec![json!(theme), rules],
            );
            let Value::Array(found) = found else {
                panic!("axe says {found}");
            };
            let found = found.iter().map(|one| one.as_str().unwrap_or_default());
            self.found.extend(found.map(|one| format!("{name} ({theme}): {one}")));
        }
    }

    /// Goes to a place, opens what can be opened there, and looks.
    fn goes(&mut self, name: &str, place: &str) {
        self.teacher.opens(place);
        settled(self.teacher);
        opens_everything(self.teacher);
        self.at(name);
    }

    /// Clicks what a selector names, in whatever language.
    fn clicks(&self, selector: &str) {
        self.teacher.waits_for_element(selector);
        self.teacher
            .run("document.querySelector(arguments[0]).click()", vec![json!(selector)]);
    }
}

fn axe_finds_nothing_in(language: &str) {
    let teacher = Teacher::arrives(Kind::Chromium);
    // A colour on its way to another is neither.
    teacher.browser.devtools(
        "Emulation.setEmulatedMedia",
        &json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
    );
    let mut look = Look {
        teacher: &teacher,
        axe: std::fs::read_to_string(setting("LUOXUAN_AXE")).expect("axe"),
        found: Vec::new(),
        seen: 0,
    };
    prefers(&teacher, language, "light");
    for place in ["#/today", "#/spirals", "#/texts", "#/trash"] {
        look.goes(&format!("first run, {place}"), place);
    }
    prefers(&teacher, "zh-Hans", "light");
    teacher.opens("#/today");
    gets_three_spirals(&teacher);
    gets_odd_records(&teacher);
    prefers(&teacher, language, "light");
    assert_eq!(
        teacher.run("return document.documentElement.lang", vec![]),
        json!(language)
    );
    for (name, place) in places().into_iter().chain(odd_places()) {
        look.goes(name, &place);
    }
    written(&mut look);
    sheets(&mut look);
    restored(&mut look);
    in_every_dialog(&teacher, |dialog| look.at(dialog));
    let Look { found, seen, .. } = look;
    assert!(found.is_empty(), "axe finds in {language}:\n{}", found.join("\n"));
    println!("axe looked at {seen} states of the page in {language}, in both themes");
}

/// 今天 with a text in the box and its preview.
fn written(look: &mut Look) {
    look.teacher.opens("#/today");
    look.teacher.waits_for_element("#capture");
    look.teacher.run("document.querySelector('#capture').focus()", vec![]);
    look.teacher
        .pastes("# 一堂课\n\n- [ ] 看\n\n| 谁 | 几个 |\n| --- | ---: |\n| 三班 | 11 |\n\n## 后来\n\n### 再后来\n\n> 他说\n\n```\n数\n```\n");
    look.clicks(".tools button[aria-pressed]");
    look.teacher.waits_for_element(".preview table");
    look.at("today, with a preview");
    look.teacher.run(
        "const box = document.querySelector('#capture'); box.focus(); box.select()",
        vec![],
    );
    look.teacher.presses("Backspace");
}

/// The sheet of each phase with all its fields and a piece of evidence, and a notice.
fn sheets(look: &mut Look) {
    look.teacher.opens(&format!("#/spiral/{}", demo::id("spiral C")));
    settled(look.teacher);
    for phase in ["problem", "action", "observation", "reflection", "new_problem"] {
        look.teacher.waits_for_element(".next-sheet select");
        look.teacher.run(
            "const list = document.querySelector('.next-sheet select'); list.value = arguments[0]; \
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(phase)],
        );
        opens_everything(look.teacher);
        look.at(&format!("sheet, {phase}"));
    }
    look.teacher.opens(&format!("#/entry/{}", demo::id("A-P1")));
    settled(look.teacher);
    look.clicks(".entry .actions button:not(.quiet)");
    look.clicks(".write .evidence > button");
    look.teacher.waits_for_element(".evidence-item");
    opens_everything(look.teacher);
    look.at("entry, being changed");
    look.clicks(".evidence-item button.quiet");
    look.teacher.waits_for_element(".notice #undo");
    look.at("notice");
}

/// Settings, asked to restore a copy.
fn restored(look: &mut Look) {
    let copy = look.teacher.browser.desk().join("copy.jsonl");
    let lines = disk::entries(2, |number| format!("别处写的第 {number} 条"));
    let header = "{\"format\":\"luoxuan journal\",\"version\":1}\n";
    std::fs::write(&copy, format!("{header}{lines}not a line\n")).expect("a file");
    look.teacher.opens("#/settings");
    settled(look.teacher);
    let picker = look.teacher.run(
        "return document.querySelector('input[type=file][accept*=\".zip\"]')",
        vec![],
    );
    let picker = look.teacher.browser.element(&picker).expect("where a copy is picked");
    look.teacher
        .browser
        .type_into(&picker, &copy.to_string_lossy())
        .expect("the page takes a file");
    look.teacher.waits_for_element("main .empty[role=group]");
    look.at("settings, about to restore");
}

#[test]
fn axe_finds_nothing_in_simplified_chinese() {
    axe_finds_nothing_in("zh-Hans");
}

#[test]
fn axe_finds_nothing_in_traditional_chinese() {
    axe_finds_nothing_in("zh-Hant");
}

#[test]
fn axe_finds_nothing_in_english() {
    axe_finds_nothing_in("en");
}
