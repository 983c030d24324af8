//! Texts written to do harm, under the policy of the built site.

use std::time::Duration;

use luoxuan_tests::hostile::inputs;
use serde_json::json;

use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// At least as many as the corpus must have.
const ENOUGH: usize = 300;

fn unharmed(teacher: &Teacher) {
    assert_eq!(teacher.run("return window.ran", vec![]), json!(0), "a script ran");
    assert_eq!(
        teacher.run("return window.broken", vec![]),
        json!([]),
        "the policy was broken"
    );
}

#[test]
fn no_script_runs_no_policy_is_broken_and_no_request_leaves() {
    let inputs = inputs();
    assert!(inputs.len() >= ENOUGH, "only {} inputs", inputs.len());
    let all = inputs
        .iter()
        .filter(|input| input.len() < 2_000)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n\n");
    let teacher = Teacher::arrives(Kind::Chromium);
    // In every document from now on, before anything else.
    teacher.browser.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": "window.ran = 0; window.broken = []; window.alert = () => { window.ran += 1; }; \
            document.addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective + ' ' + event.blockedURI))" }),
    );
    teacher.reloads();
    teacher.waits_for_the_cursor();
    teacher.clicks("预览");
    // What was loaded so far is the app itself.
    teacher.browser.log("performance");
    // Bombs come one by one: a text that is shown as source shows what else is in it as source too.
    let (short, long): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|input| input.len() < 2_000);
    for text in short.chunks(12).map(|some| some.join("\n\n")).chain(long) {
        is_shown_in_the_preview(&teacher, &text);
    }
    teacher.goes_to("写下来");
    teacher.run("document.activeElement.select()", vec![]);
    teacher.pastes(&all);
    teacher.goes_to("写下来");
    teacher.keeps_it();
    teacher.clicks("打开");
    teacher.sees("以前的版本");
    unharmed(&teacher);
    teacher.reloads();
    teacher.sees("以前的版本");

    unharmed(&teacher);
    no_request_has_left(&teacher);
}

fn is_shown_in_the_preview(teacher: &Teacher, text: &str) {
    // Set as a paste sets it: typed by remote control, many lines take Chromium itself minutes.
    teacher.run(
        "const box = find('box', '写下来'); box.focus(); box.value = arguments[0]; \
         box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }))",
        vec![json!(text)],
    );
    let shown = wait_for(Duration::from_secs(10), || {
        let shown = teacher.run(
            "return document.querySelector('.preview .prose')?.childNodes.length ?? 0",
            vec![],
        );
        (shown.as_u64() > Some(0)).then_some(())
    });
    assert!(shown.is_some(), "the preview shows nothing of {:?}", text.get(..100));
}

/// Whatever was asked for since the log was read last, it was asked of this site.
fn no_request_has_left(teacher: &Teacher) {
    let home = teacher.run("return location.origin", vec![]);
    let home = home.as_str().unwrap_or_default().to_owned();
    let mut asked = 0;
    for line in teacher.browser.log("performance") {
        let message: serde_json::Value =
            serde_json::from_str(line["message"].as_str().unwrap_or_default()).unwrap_or_default();
        if message["message"]["method"] == "Network.requestWillBeSent" {
            asked += 1;
            let url = message["message"]["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default();
            assert!(
                url.starts_with(&home) || url.starts_with("blob:") || url.starts_with("data:application/wasm"),
                "a request left for {url}"
            );
        }
    }
    assert!(asked > 0, "the log of the network was read: the page was loaded again");
}

#[test]
fn no_part_of_the_app_writes_html() {
    fn walk(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                for line in code {
                    for name in [
                        "inner_html",
                        "innerHTML",
                        "insert_adjacent_html",
                        "outer_html(",
                        "document.write",
                        "set_outer_html",
                    ] {
                        if line.contains(name) {
                            found.push(format!("{}: {line}", path.display()));
                        }
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(
        std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/src")),
        &mut found,
    );
    assert_eq!(found, Vec::<String>::new());
}
