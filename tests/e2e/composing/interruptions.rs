//! What comes in between.

use std::time::Duration;

use luoxuan_tests::demo;
use serde_json::json;

use super::ENTRY;
use super::boxes::Sort;
use super::model::Model;
use crate::access::TEXT;
use crate::stage::tools::Dice;
use crate::teacher::Teacher;

/// What comes in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Interruption {
    /// The draft goes to localStorage.
    Saved,
    /// The draft goes to the database too.
    SavedForGood,
    /// Another window writes something else.
    OtherRecord,
    /// Another window changes something else in the same record.
    SameRecord,
    /// The person goes to another place.
    Gone,
    /// Control Enter, Enter and Control Z, which the input method keeps for itself.
    Keys,
    /// The keyboard leaves and comes back.
    Blurred,
    /// The page speaks another language.
    Language,
    /// The page turns dark or light.
    Theme,
    /// The window is hidden and shown again.
    Hidden,
    /// What was taken over is undone and done again.
    Undone,
}

/// Waits for something in the other window; `arguments` end with the function to call.
const OTHER: &str = "const done = arguments[arguments.length - 1], other = window.other; \
    const until = (look, then) => { const found = look(); if (found) then(found); else setTimeout(() => until(look, then), 20); }; \
    const one = (selector) => other.document.querySelector(selector); \
    const says = (box, text, kind) => { box.value = text; box.dispatchEvent(new other.Event(kind, { bubbles: true })); }; \
    const at = (place, selector, then) => { other.location.hash = '#/trash'; \
      until(() => one('main .trash, main .empty') && !one('.write, .passage, .settings'), () => { other.location.hash = place; until(() => one(selector), then); }); };";

impl Interruption {
    pub(super) const ALL: [Self; 11] = [
        Self::Saved,
        Self::SavedForGood,
        Self::OtherRecord,
        Self::SameRecord,
        Self::Gone,
        Self::Keys,
        Self::Blurred,
        Self::Language,
        Self::Theme,
        Self::Hidden,
        Self::Undone,
    ];

    /// Lets it happen. Whether the box is still there.
    pub(super) fn happens(self, teacher: &Teacher, sort: Sort, model: &mut Model, dice: &mut Dice) -> bool {
        match self {
            Self::Saved => std::thread::sleep(Duration::from_millis(300)),
            Self::SavedForGood => std::thread::sleep(Duration::from_millis(2_200)),
            Self::OtherRecord => other_record(teacher),
            Self::SameRecord => same_record(teacher, sort),
            Self::Gone if sort != Sort::Find => {
                teacher.opens("#/trash");
                model.settles();
                return false;
            }
            Self::Language if sort != Sort::Find => return language(teacher, sort, model),
            // Undoing comes later, when there is something to undo.
            Self::Gone | Self::Language | Self::Undone => {}
            // Where nothing is composed any more they are the page's, and Control Enter closes the box.
            Self::Keys if model.composing.is_empty() => {}
            Self::Keys => keys(teacher),
            Self::Blurred => {
                teacher.run("window.box.blur()", vec![]);
                model.settles();
                std::thread::sleep(Duration::from_millis(dice.below(120)));
                teacher.run("window.box.focus()", vec![]);
            }
            Self::Theme => {
                let value = if dice.below(2) == 0 { "dark" } else { "light" };
                teacher.browser.devtools(
                    "Emulation.setEmulatedMedia",
                    &json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
                );
            }
            Self::Hidden => {
                hide(teacher);
                model.settles();
            }
        }
        true
    }
}

fn other_record(teacher: &Teacher) {
    let script = format!(
        "{OTHER} at('#/today', '#capture', (box) => {{ says(box, '别处写下的一条。', 'input'); one('.capture .main').click(); \
           until(() => one('#capture') && one('#capture').value === '', done); }})"
    );
    teacher.run_until_called(&script, vec![]);
}

/// Something else in the record that is written here: a day, who may see it, how far a text is, a school.
fn same_record(teacher: &Teacher, sort: Sort) {
    let (place, act) = match sort {
        Sort::Body | Sort::Field => (
            format!("#/entry/{ENTRY}"),
            "'main .entry .actions button:not(.quiet)', (button) => { button.click(); until(() => one('.write input[type=date]'), (day) => { \
               const next = day.value === '2026-01-05' ? '2026-01-06' : '2026-01-05'; says(day, next, 'change'); one('.write .main').click(); done(next); }); }",
        ),
        Sort::Caption | Sort::Words => (
            format!("#/entry/{ENTRY}"),
            "'main .entry .actions button:not(.quiet)', (button) => { button.click(); until(() => one('.evidence-item select'), (list) => { \
               const next = list.options[(list.selectedIndex + 1) % list.options.length].value; says(list, next, 'change'); one('.write .main').click(); done(next); }); }",
        ),
        Sort::NewProblem => (
            format!("#/spiral/{}", demo::id("spiral C")),
            "'.turn-name', (name) => { says(name, name.value + '又', 'change'); done(true); }",
        ),
        Sort::Passage => (
            format!("#/text/{TEXT}/write"),
            "'.text-head select', (list) => { says(list, list.options[(list.selectedIndex + 1) % list.options.length].value, 'change'); done(true); }",
        ),
        Sort::Line => (
            "#/settings".into(),
            "'.settings .grid label + label input', (school) => { says(school, school.value + '又', 'change'); done(true); }",
        ),
        Sort::Capture | Sort::Find => return other_record(teacher),
    };
    teacher.run_until_called(&format!("{OTHER} at(arguments[0], {act})"), vec![json!(place)]);
}

/// Another language, chosen where it is chosen: in the settings, to which the person goes. Whether the box is still there.
fn language(teacher: &Teacher, sort: Sort, model: &mut Model) -> bool {
    let stays = sort == Sort::Line;
    if !stays {
        teacher.opens("#/settings");
        model.settles();
    }
    for language in ["en", "zh-Hant", "zh-Hans"] {
        teacher.run_until_called(
            "const [language, done] = arguments; const look = () => { \
               const list = [...document.querySelectorAll('.settings select')].find((list) => [...list.options].some((one) => one.value === language)); \
               if (!list) return setTimeout(look, 20); list.value = language; list.dispatchEvent(new Event('change', { bubbles: true })); \
               const wait = () => document.documentElement.lang === language ? done(true) : setTimeout(wait, 10); wait(); }; look()",
            vec![json!(language)],
        );
    }
    stays
}

/// Keys as an input method leaves them to the page: known by their code, 229, or by the composition that is going on.
fn keys(teacher: &Teacher) {
    for (key, code, number, modifiers) in [
        ("Process", "Enter", 229, 0),
        ("Process", "Enter", 229, 2),
        ("Enter", "Enter", 13, 2),
        ("Process", "KeyB", 229, 2),
        ("Process", "KeyK", 229, 2),
        ("Process", "ArrowDown", 229, 0),
    ] {
        for kind in ["rawKeyDown", "keyUp"] {
            teacher.browser.devtools(
                "Input.dispatchKeyEvent",
                &json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers }),
            );
        }
    }
}

/// The other window comes to the front, and this one again.
fn hide(teacher: &Teacher) {
    let (here, all) = (teacher.browser.tab(), teacher.browser.tabs());
    let other = all.into_iter().find(|tab| *tab != here).expect("the other window");
    teacher.browser.to_tab(&other);
    teacher.browser.devtools("Page.bringToFront", &json!({}));
    std::thread::sleep(Duration::from_millis(60));
    teacher.browser.to_tab(&here);
    teacher.browser.devtools("Page.bringToFront", &json!({}));
}

/// Undoes, and does again, what was taken over last.
pub(super) fn undo(teacher: &Teacher, model: &mut Model) -> Result<(), String> {
    let press = |command: &str, modifiers: u32| {
        for kind in ["rawKeyDown", "keyUp"] {
            teacher.browser.devtools(
                "Input.dispatchKeyEvent",
                &json!({ "type": kind, "key": "z", "code": "KeyZ", "windowsVirtualKeyCode": 90, "modifiers": modifiers, "commands": [command] }),
            );
        }
    };
    press("undo", 2);
    model.was_once(teacher)?;
    press("redo", 10);
    model.follows_caret(teacher)
}
