//! What a screen reader is told of the drawing of a spiral: Chromium's accessibility tree, a line for each node, held
//! against what was agreed on. Where it says something else and that is right, `cargo insta review` takes it, or
//! `INSTA_UPDATE=always` writes it.

use std::fmt::Write;

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

#[test]
fn the_drawing_is_spoken_of_as_agreed() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    let mut agreed = insta::Settings::clone_current();
    agreed.set_snapshot_path("../snapshots/spoken");
    agreed.set_prepend_module_to_snapshot(false);
    agreed.set_omit_expression(true);
    agreed.bind(|| {
        for language in ["zh-Hans", "zh-Hant", "en"] {
            prefers(&teacher, language, "light");
            for (name, spiral) in [("full", demo::id("spiral A")), ("empty", EMPTY)] {
                teacher.opens(&format!("#/spiral/{spiral}"));
                settled(&teacher);
                insta::assert_snapshot!(format!("spiral-{name}-{language}"), spoken(&teacher));
            }
        }
    });
}
