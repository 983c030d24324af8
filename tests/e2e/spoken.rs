//! What a screen reader is told of the drawing of a spiral: Chromium's accessibility tree, a line for each node, held
//! against what was agreed on. `LUOXUAN_BLESS=1` writes what is said now.

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::access::{EMPTY, gets_odd_records, prefers, settled, teacher_with_three_spirals};
use crate::stage::browser::Kind;
use crate::teacher::Teacher;
use luoxuan_tests::demo;

/// The tree under the drawing: role and name of each node that is spoken of, indented by its depth.
fn spoken(teacher: &Teacher) -> String {
    teacher.waits_for_element("figure .drawing");
    let devtools = |command: &str, parameters: Value| teacher.browser.devtools(command, &parameters);
    let document = devtools("DOM.getDocument", json!({ "depth": 0 }));
    let figure = devtools(
        "DOM.querySelector",
        json!({ "nodeId": document["root"]["nodeId"], "selector": "figure:has(.drawing)" }),
    );
    let figure = devtools("DOM.describeNode", json!({ "nodeId": figure["nodeId"] }));
    let tree = devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree");
    let root = nodes
        .iter()
        .find(|node| node["backendDOMNodeId"] == figure["node"]["backendNodeId"]);
    let mut lines = String::new();
    say(nodes, root.expect("the drawing is spoken of"), 0, &mut lines);
    lines
}

fn say(nodes: &[Value], node: &Value, depth: usize, lines: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    // What is only there for the layout is not spoken of, nor is a text once more after the name it gave.
    let silent = node["ignored"] == json!(true) || matches!(role, "generic" | "StaticText" | "InlineTextBox");
    let under = if silent {
        depth
    } else {
        let _ = writeln!(lines, "{}{role} “{name}”", "  ".repeat(depth));
        depth + 1
    };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| node["nodeId"] == *child) {
            say(nodes, child, under, lines);
        }
    }
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/golden/spoken")).join(format!("{name}.txt"))
}

/// The lines that differ, each with where it is.
fn difference(agreed: &str, now: &str) -> String {
    let (agreed, now): (Vec<_>, Vec<_>) = (agreed.lines().collect(), now.lines().collect());
    let mut told = String::new();
    for at in 0..agreed.len().max(now.len()) {
        let (agreed, now) = (agreed.get(at), now.get(at));
        if agreed != now {
            // Writing to a text never fails.
            let _ = writeln!(told, "line {}\n  agreed: {agreed:?}\n  now:    {now:?}", at + 1);
        }
    }
    told
}

#[test]
fn the_drawing_is_spoken_of_as_agreed() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    let mut differs = String::new();
    for language in ["zh-Hans", "zh-Hant", "en"] {
        prefers(&teacher, language, "light");
        for (name, spiral) in [("full", demo::id("spiral A")), ("empty", EMPTY)] {
            teacher.opens(&format!("#/spiral/{spiral}"));
            settled(&teacher);
            let now = spoken(&teacher);
            let file = golden(&format!("spiral-{name}-{language}"));
            if std::env::var_os("LUOXUAN_BLESS").is_some() {
                std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                std::fs::write(&file, &now).expect("a file");
            }
            let agreed = std::fs::read_to_string(&file).unwrap_or_default();
            if agreed != now {
                differs += &format!("{}:\n{}", file.display(), difference(&agreed, &now));
            }
        }
    }
    assert!(
        differs.is_empty(),
        "the drawing is spoken of in other words; if they are right, LUOXUAN_BLESS=1 writes them:\n{differs}"
    );
}
