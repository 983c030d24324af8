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
pub(crate) const FRAME: f64 = 16.7;

/// Ours: the preview is opened and the cursor put back into the box.
const OPEN_OURS: &str = "const area = document.querySelector('#capture'), press = document.querySelector('.capture .tools [aria-pressed]'); \
    if (press.getAttribute('aria-pressed') !== 'true') press.click(); area.focus(); window.bench.hear(window); return true";
const OPEN_BARE: &str = "document.querySelector('#bare').focus(); window.bench.hear(window); return true";
const OPEN_STILL: &str = "if (document.readyState !== 'complete') return null; \
    document.querySelector('#capture').focus(); window.bench.hear(window); return true";
/// Theirs: a new tiddler with its preview; its text is edited in a frame of its own.
const NEW_TIDDLER: &str = "$tw.wiki.addTiddler({ title: '$:/state/showeditpreview', text: 'yes' }); \
    document.querySelector('.tc-page-controls button[class*=new-tiddler]').click(); return true";
const FRAME_OF_TIDDLER: &str = "const view = document.querySelector('iframe.tc-edit-texteditor-body')?.contentWindow; \
    const area = view?.document.querySelector('textarea'); if (!area) return null; area.focus(); window.bench.hear(view); return true";

/// A page that is typed into.
pub(crate) struct Typed {
    pub(crate) what: String,
    tab: WindowHandle,
    /// At full speed, and slowed down.
    pub(crate) times: [Sample; 2],
}

impl Typed {
    /// Opens a page, gets it ready and puts a text into it, after which the keys come.
    pub(crate) fn open(stand: &Stand, what: &str, address: &str, prepare: &[&str], text: &str) -> Outcome<Self> {
        let browser = &stand.browser;
        let tab = browser.new_tab();
        stand.watch();
        browser.go(address);
        for script in prepare {
            stand.wait(what, script)?;
        }
        browser.devtools("Input.insertText", &json!({ "text": text }));
        Ok(Self {
            what: what.into(),
            tab,
            times: Default::default(),
        })
    }

    /// A textarea and nothing else.
    pub(crate) fn bare(stand: &Stand, what: &str, text: &str) -> Outcome<Self> {
        let ready = "return window.bench?.marks.bare ?? null";
        Self::open(stand, what, &stand.peer("bare.html"), &[ready, OPEN_BARE], text)
    }

    /// Ours, with the preview open.
    pub(crate) fn ours(stand: &Stand, what: &str, count: usize, text: &str) -> Outcome<Self> {
        let ready = "return window.bench?.marks.found ?? null";
        let close = "document.querySelector('dialog.find').close(); return true";
        Self::open(stand, what, &stand.app(count)?, &[ready, close, OPEN_OURS], text)
    }

    /// The elements and styles of a page that has just been opened, without its program.
    pub(crate) fn still(stand: &Stand, what: &str, of: &Self, text: &str) -> Outcome<Self> {
        let browser = &stand.browser;
        browser.to_tab(&of.tab);
        // The preview is laid out by then.
        std::thread::sleep(Duration::from_secs(1));
        let address = stand.still("still-keys.html")?;
        Self::open(stand, what, &address, &[OPEN_STILL], text)
    }
}

/// Types into all of them, in turns, at both speeds.
pub(crate) fn type_into_all(stand: &Stand, pages: &mut [Typed]) -> Outcome {
    let browser = &stand.browser;
    for speed in 0..2 {
        // The first time is for the pages to get ready.
        for round in 0..=ROUNDS {
            for page in &mut *pages {
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
    Ok(())
}

/// Closes them and goes back to another tab.
pub(crate) fn close_all(stand: &Stand, pages: &[Typed], first: &WindowHandle) {
    for page in pages {
        stand.browser.to_tab(&page.tab);
        stand.browser.close_tab_for(first);
    }
}

/// How many keys each page gets.
pub(crate) const ALL: usize = ROUNDS * KEYS;

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let first = stand.browser.tab();
    // An entry of the usual length.
    let text = years::body(SEED, 4);
    let mut pages = vec![Typed::bare(stand, "a bare textarea", &text)?];
    let wiki = stand.peer(&format!("wiki-{MANY}.html"));
    let ready = "return window.bench?.marks.wiki ?? null";
    let prepare = [ready, NEW_TIDDLER, FRAME_OF_TIDDLER];
    pages.push(Typed::open(
        stand,
        &format!("TiddlyWiki, {MANY}"),
        &wiki,
        &prepare,
        &text,
    )?);
    for count in stand.sizes() {
        pages.push(Typed::ours(stand, &format!("{count} entries"), count, &text)?);
    }
    let of = pages.last().ok_or("no journal")?;
    let still = format!("our elements without the program, {}", of.what);
    let still = Typed::still(stand, &still, of, &text)?;
    pages.push(still);
    type_into_all(stand, &mut pages)?;
    close_all(stand, &pages, &first);
    let (floor, rest) = pages.split_first().ok_or("no page")?;
    let rows = rest.iter().map(|page| {
        let pair = |speed: usize| (page.times[speed].clone(), floor.times[speed].clone());
        Row {
            what: page.what.clone(),
            peer: floor.what.clone(),
            unit: "ms",
            figure: Figure::P95,
            bar: if page.what.ends_with("entries") && !page.what.starts_with("our") {
                Bar::More(FRAME)
            } else {
                Bar::None
            },
            full: pair(0),
            slow: pair(1),
        }
    });
    Ok(Topic {
        title: "Keys",
        text: format!(
            "From the time stamp of a real key (`Input.dispatchKeyEvent`) to the frame after it, at the end of a text of some \
             480 characters with the preview open: {ALL} keys each, in turns of {KEYS}. The figures are 95th percentiles, in \
             brackets medians. “Our elements without the program” is the page as it stood, copied with its styles: what a \
             browser takes for a page as full as ours."
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
