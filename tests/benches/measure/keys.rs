//! From a key to the frame that shows what it did.

use std::time::Duration;

use fantoccini::wd::WindowHandle;
use luoxuan_tests::years;
use serde_json::json;

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{MANY, Outcome, SEED, SLOWED, Stand, numbers};

/// So many times each page is typed into, and how many keys each time.
const ROUNDS: usize = 6;
const KEYS: usize = 20;

/// One frame at 60 a second.
const FRAME: f64 = 16.7;

/// Ours: the preview is opened and the cursor put back into the box.
const OPEN_OURS: &str = "const area = document.querySelector('#capture'), press = document.querySelector('.capture .tools [aria-pressed]'); \
    if (press.getAttribute('aria-pressed') !== 'true') press.click(); area.focus(); window.bench.hear(window); return true";
const OPEN_BARE: &str = "document.querySelector('#bare').focus(); window.bench.hear(window); return true";
/// Theirs: a new tiddler with its preview; its text is edited in a frame of its own.
const NEW_TIDDLER: &str = "$tw.wiki.addTiddler({ title: '$:/state/showeditpreview', text: 'yes' }); \
    document.querySelector('.tc-page-controls button[class*=new-tiddler]').click(); return true";
const FRAME_OF_TIDDLER: &str = "const view = document.querySelector('iframe.tc-edit-texteditor-body')?.contentWindow; \
    const area = view?.document.querySelector('textarea'); if (!area) return null; area.focus(); window.bench.hear(view); return true";

/// A page that is typed into.
struct Typed {
    what: String,
    tab: WindowHandle,
    times: [Sample; 2],
}

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    let mut pages = Vec::new();
    let mut open = |what: String, address: &str, ready: &str, prepare: &[&str]| -> Outcome {
        let tab = browser.new_tab();
        stand.watch();
        browser.go(address);
        stand.wait(&what, &format!("return window.bench?.marks.{ready} ?? null"))?;
        for script in prepare {
            stand.wait(&what, script)?;
        }
        // An entry of the usual length stands there, and the keys come after it.
        browser.devtools("Input.insertText", &json!({ "text": years::body(SEED, 4) }));
        pages.push(Typed {
            what,
            tab,
            times: Default::default(),
        });
        Ok(())
    };
    open("a bare textarea".into(), &stand.peer("bare.html"), "bare", &[OPEN_BARE])?;
    let wiki = stand.peer(&format!("wiki-{MANY}.html"));
    open(
        format!("TiddlyWiki, {MANY}"),
        &wiki,
        "wiki",
        &[NEW_TIDDLER, FRAME_OF_TIDDLER],
    )?;
    for count in stand.sizes() {
        let close = "document.querySelector('dialog.find').close(); return true";
        open(
            format!("{count} entries"),
            &stand.app(count)?,
            "found",
            &[close, OPEN_OURS],
        )?;
    }
    for speed in 0..2 {
        // The first time is for the pages to get ready.
        for round in 0..=ROUNDS {
            for page in &mut pages {
                browser.to_tab(&page.tab);
                browser.devtools("Page.bringToFront", &json!({}));
                stand.slow(if speed == 0 { 1 } else { SLOWED });
                let times = type_into(stand, round)?;
                if round > 0 {
                    page.times[speed].extend(times);
                }
            }
        }
    }
    for page in &pages {
        browser.to_tab(&page.tab);
        browser.close_tab_for(&first);
    }
    let (floor, rest) = pages.split_first().ok_or("no page")?;
    let rows = rest.iter().map(|page| {
        let pair = |speed: usize| (page.times[speed].clone(), floor.times[speed].clone());
        Row {
            what: page.what.clone(),
            peer: floor.what.clone(),
            unit: "ms",
            figure: Figure::P95,
            bar: if page.what.starts_with("TiddlyWiki") {
                Bar::None
            } else {
                Bar::More(FRAME)
            },
            full: pair(0),
            slow: pair(1),
        }
    });
    Ok(Topic {
        title: "Keys",
        text: format!(
            "From the time stamp of a real key (`Input.dispatchKeyEvent`) to the frame after it, at the end of a text of some \
             480 characters with the preview open: {} keys each, in turns of {KEYS}. The figures are 95th percentiles, in \
             brackets medians.",
            ROUNDS * KEYS
        ),
        rows: rows.collect(),
    })
}

/// Presses keys as a person does, not in step with the frames.
fn type_into(stand: &Stand, round: usize) -> Outcome<Vec<f64>> {
    let text: Vec<char> = years::body(SEED, 7 + round)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .take(KEYS)
        .collect();
    stand.browser.run("window.bench.keys.length = 0", vec![]);
    for (place, key) in text.iter().enumerate() {
        for sort in ["keyDown", "keyUp"] {
            let text = if sort == "keyDown" {
                key.to_string()
            } else {
                String::new()
            };
            stand.browser.devtools(
                "Input.dispatchKeyEvent",
                &json!({ "type": sort, "key": key.to_string(), "text": text }),
            );
        }
        std::thread::sleep(Duration::from_millis(30 + (place as u64 * 7) % 17));
    }
    let script = format!(
        "return window.bench.keys.length >= {} ? window.bench.keys : null",
        text.len()
    );
    Ok(numbers(&stand.wait("the frames of the keys", &script)?))
}
