//! What a screen reader is told of every place and dialog, and of the drawing of a spiral: Chromium's accessibility tree, a
//! line for each node, held against what was agreed on. Where it says something else and that is right, `cargo insta review` takes it, or
//! `INSTA_UPDATE=always` writes it.

use std::collections::HashMap;
use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::access::{
    EMPTY, gets_odd_records, in_every_dialog, odd_places, places, prefers, settled, teacher_with_three_spirals, text,
};
use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::wait_for;
use crate::teacher::Teacher;
use luoxuan::journal::write_lines;
use luoxuan::{Author, Content, DeviceId, Entry, Journal, Phase, RecordId, Timestamp};
use luoxuan_tests::demo;

/// The part of the tree under the first element of a selector: role and name of each node that is spoken of, indented by its
/// depth.
fn spoken(teacher: &Teacher, selector: &str, how: How) -> String {
    teacher.waits_for_element(selector);
    let devtools = |command: &str, parameters: Value| teacher.browser.devtools(command, &parameters);
    let document = devtools("DOM.getDocument", json!({ "depth": 0 }));
    let found = devtools(
        "DOM.querySelector",
        json!({ "nodeId": document["root"]["nodeId"], "selector": selector }),
    );
    let found = devtools("DOM.describeNode", json!({ "nodeId": found["nodeId"] }));
    let tree = devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree");
    let nodes: Nodes = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let root = nodes
        .values()
        .find(|node| node["backendDOMNodeId"] == found["node"]["backendNodeId"]);
    let mut lines = String::new();
    say(&nodes, root.expect("it is spoken of"), 0, how, &mut lines);
    lines
}

type Nodes<'t> = HashMap<&'t str, &'t Value>;

/// How much is said of a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Role and name.
    Named,
    /// The beginning of the name, and its states; paragraphs, cells and lines of lists without a name are passed over.
    Brief,
}

/// Roles that are never said, or only what makes up the browser's own controls.
const UNSAID: [&str; 9] = [
    "none",
    "LabelText",
    "LineBreak",
    "ListMarker",
    "MenuListPopup",
    "Legend",
    "Figcaption",
    "sectionfooter",
    "sectionheader",
];

/// Roles that say nothing without a name.
const PLAIN: [&str; 9] = [
    "paragraph",
    "listitem",
    "strong",
    "emphasis",
    "mark",
    "row",
    "rowgroup",
    "definition",
    "time",
];

/// The browser's own controls, whose parts it names in its own language.
const WHOLE: [&str; 4] = ["Date", "DateTime", "InputTime", "textbox"];

/// The states that somebody is told of.
const STATES: [&str; 10] = [
    "level", "expanded", "pressed", "checked", "selected", "disabled", "readonly", "required", "live", "modal",
];

fn states(node: &Value) -> String {
    let told = node["properties"].as_array().into_iter().flatten();
    let told = told.filter_map(|property| {
        let (name, value) = (property["name"].as_str()?, &property["value"]["value"]);
        let said = STATES.contains(&name) && !matches!(value, Value::Null) && *value != json!(false);
        said.then(|| {
            format!(
                " {name}={}",
                value.as_str().map_or_else(|| value.to_string(), str::to_owned)
            )
        })
    });
    told.collect()
}

fn say(nodes: &Nodes, node: &Value, depth: usize, how: How, lines: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    // What is only there for the layout is not spoken of, nor is a text once more after the name it gave.
    let silent = node["ignored"] == json!(true)
        || matches!(role, "generic" | "StaticText" | "InlineTextBox")
        || (how == How::Brief && (UNSAID.contains(&role) || (name.is_empty() && PLAIN.contains(&role))))
        // What can be chosen is in each language's own order; what is chosen is said.
        || (how == How::Brief && role == "option" && !states(node).contains("selected"));
    let under = if silent {
        depth
    } else {
        let (name, states) = match how {
            How::Named => (name.to_owned(), String::new()),
            How::Brief => {
                let said = node["description"]["value"].as_str().filter(|said| !said.is_empty());
                let also = said.map(|said| format!(" ({})", said.chars().take(40).collect::<String>()));
                let name = name.chars().take(40).collect();
                (name, states(node) + &also.unwrap_or_default())
            }
        };
        let _ = writeln!(lines, "{}{role} “{name}”{states}", "  ".repeat(depth));
        depth + 1
    };
    if how == How::Brief && WHOLE.contains(&role) {
        return;
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| nodes.get(id)) {
            say(nodes, child, under, how, lines);
        }
    }
}

/// The same once the page has come to rest: its parts come one after the other.
fn spoken_at_rest(teacher: &Teacher, selector: &str) -> String {
    let mut before = String::new();
    let rest = wait_for(Duration::from_secs(10), || {
        let now = spoken(teacher, selector, How::Brief);
        let same = (now == before).then(|| now.clone());
        before = now;
        same
    });
    rest.unwrap_or(before)
}

fn agreed_in(folder: &str) -> insta::Settings {
    let mut agreed = insta::Settings::clone_current();
    agreed.set_snapshot_path(format!("../snapshots/{folder}"));
    agreed.set_prepend_module_to_snapshot(false);
    agreed.set_omit_expression(true);
    agreed
}

#[test]
fn the_drawing_is_spoken_of_as_agreed() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    agreed_in("spoken").bind(|| {
        for language in ["zh-Hans", "zh-Hant", "en"] {
            prefers(&teacher, language, "light");
            for (name, spiral) in [("full", demo::id("spiral A")), ("empty", EMPTY)] {
                teacher.opens(&format!("#/spiral/{spiral}"));
                settled(&teacher);
                insta::assert_snapshot!(
                    format!("spiral-{name}-{language}"),
                    spoken(&teacher, "figure:has(.drawing)", How::Named)
                );
            }
        }
    });
}

/// The same day whenever it is played, on which the clock goes on: 4 March 2026, ten in the morning.
const ONE_DAY: &str = "const real = Date, realNow = Date.now.bind(Date); \
    const shift = Number(sessionStorage.shift ??= new real(2026, 2, 4, 10).getTime() - realNow()); \
    Date.now = () => realNow() + shift; \
    window.Date = new Proxy(real, { \
        construct: (real, given) => given.length ? new real(...given) : new real(Date.now()), \
        apply: (real) => new real(Date.now()).toString() });";

/// What is said of a place without what its language decides: roles and states, but not what is chosen in a list.
fn shape(spoken: &str) -> Vec<String> {
    let line = |line: &str| {
        let (role, rest) = line.split_once('“').unwrap_or((line, ""));
        let states = rest.rsplit('”').next().unwrap_or_default();
        format!("{role}{}", states.split(" (").next().unwrap_or_default())
    };
    let told = spoken.lines().filter(|line| !line.trim_start().starts_with("option"));
    told.map(line).collect()
}

/// Each place has its landmarks, one heading of the first level, and where things are said as they happen.
fn is_in_order(name: &str, spoken: &str) {
    let number = |wanted: &str| {
        spoken
            .lines()
            .filter(|line| line.trim_start().starts_with(wanted))
            .count()
    };
    assert_eq!(number("main “"), 1, "{name}:\n{spoken}");
    assert!(
        number("navigation “") >= 1 && number("banner “") == 1,
        "{name}:\n{spoken}"
    );
    let first = spoken
        .lines()
        .filter(|line| line.contains("heading “") && line.contains("level=1"));
    assert_eq!(first.count(), 1, "{name} has one first heading:\n{spoken}");
    let live = spoken
        .lines()
        .filter(|line| line.contains("status “") && line.contains("live=polite"));
    assert!(live.count() >= 1, "{name} says what happens:\n{spoken}");
    for role in ["button", "link", "textbox", "combobox", "checkbox", "img"] {
        assert_eq!(
            number(&format!("{role} “”")),
            0,
            "{name}: a {role} without a name:\n{spoken}"
        );
    }
}

/// Plants a journal whose records have the same ids whenever it is made: lists are in their order.
fn gets_the_same_journal(teacher: &Teacher) {
    teacher.waits_for_the_journal();
    let entry = Entry {
        phase: Phase::Problem,
        happened_on: Some(Timestamp::new(1_772_500_000_000, 480).date()),
        body: "本周的一条".into(),
        ..Entry::default()
    };
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_772_500_000_000, 480),
    };
    let written = Journal::new().write(RecordId::from_bytes([0x74; 16]), Content::of(&entry), by);
    disk::plant(teacher, &write_lines(&demo::journal()));
    disk::plant(teacher, &write_lines(text().as_slice()));
    disk::plant(teacher, &write_lines(written.as_slice()));
    gets_odd_records(teacher);
    teacher.reloads();
    teacher.sees("二声部合唱里低声部怎样站得住");
}

#[test]
fn every_place_and_dialog_is_spoken_of_as_agreed() {
    let site = Site::with_fault(ONE_DAY);
    let teacher = Teacher::visits(&site);
    gets_the_same_journal(&teacher);
    prefers(&teacher, "zh-Hans", "light");
    let all = || places().into_iter().chain(odd_places());
    let mut heard = HashMap::new();
    agreed_in("spoken_places").bind(|| {
        for (name, hash) in all() {
            teacher.opens(&hash);
            settled(&teacher);
            let spoken = spoken_at_rest(&teacher, "body");
            is_in_order(name, &spoken);
            insta::assert_snapshot!(name.replace([' ', ','], "-"), spoken);
            heard.insert(name, spoken);
        }
        in_every_dialog(&teacher, |name| {
            let spoken = spoken_at_rest(&teacher, "dialog[open]");
            insta::assert_snapshot!(format!("dialog-{name}"), spoken);
        });
    });
    for language in ["zh-Hant", "en"] {
        prefers(&teacher, language, "light");
        for (name, hash) in all() {
            teacher.opens(&hash);
            settled(&teacher);
            let same = wait_for(Duration::from_secs(3), || {
                (shape(&spoken_at_rest(&teacher, "body")) == shape(&heard[name])).then_some(())
            });
            assert!(
                same.is_some(),
                "{name} is another page in {language}:\n{}",
                spoken_at_rest(&teacher, "body")
            );
        }
    }
}
