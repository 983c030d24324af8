//! Laying out an entry that was kept, beside putting a line into a bare list.

use fantoccini::wd::WindowHandle;
use luoxuan_tests::years;
use serde_json::json;

use crate::keys::FRAME;
use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{Outcome, SEED, SLOWED, Stand};

/// How many entries are written in each journal.
const ROUNDS: usize = 20;

const OURS: &str = include_str!("page/kept.js");
const INSERT: &str = include_str!("page/insert.js");

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    let bare = browser.new_tab();
    browser.go(&stand.add_peer("list.html", include_str!("page/list.html"))?);
    let mut rows = Vec::new();
    for count in stand.sizes() {
        let ours = browser.new_tab();
        stand.watch();
        browser.go(&stand.app(count)?);
        stand.wait("the app", "return window.bench?.marks.found ?? null")?;
        browser.run("document.querySelector('dialog.find').close()", vec![]);
        let copied = stand.still("still-kept.html")?;
        let still = browser.new_tab();
        browser.go(&copied);
        let times = laid_out(stand, [(&ours, OURS), (&bare, INSERT), (&still, INSERT)])?;
        for tab in [&ours, &still] {
            browser.to_tab(tab);
            browser.close_tab_for(&bare);
        }
        let [ours, bare, still] = times;
        for (peer, theirs, bar) in [
            ("a line into a bare list", bare, Bar::Within(FRAME)),
            ("a line into our elements without the program", still, Bar::None),
        ] {
            let pair = |speed: usize| (ours[speed].clone(), theirs[speed].clone());
            rows.push(Row {
                what: format!("{count} entries"),
                peer: peer.into(),
                unit: "ms",
                figure: Figure::Median,
                bar,
                full: pair(0),
                slow: pair(1),
            });
        }
    }
    browser.to_tab(&bare);
    browser.close_tab_for(&first);
    Ok(Topic {
        title: "A kept entry",
        text: format!(
            "From Ctrl Enter, pressed as a frame begins, to the end of the frame that shows the entry in the week and a new \
             sheet in the box; beside it a line put into a list of thirty, and the box emptied, in a page with nothing \
             else, and in our own page without its program. {ROUNDS} times each, in turns."
        ),
        rows,
    })
}

/// How long each way takes to show an entry, again and again, at full speed and slowed down.
fn laid_out(stand: &Stand, ways: [(&WindowHandle, &str); 3]) -> Outcome<[[Sample; 2]; 3]> {
    let mut times: [[Sample; 2]; 3] = Default::default();
    #[allow(clippy::needless_range_loop)] // Two tables, by the same number.
    for speed in 0..2 {
        for round in 0..=ROUNDS {
            let text = years::body(SEED + 2, speed * 1000 + round);
            for (at, (tab, script)) in ways.into_iter().enumerate() {
                stand.browser.to_tab(tab);
                stand.browser.devtools("Page.bringToFront", &json!({}));
                stand.slow(if speed == 0 { 1 } else { SLOWED });
                let said = stand.browser.run_until_called(script, vec![json!(text)]);
                let time = said.as_f64().ok_or_else(|| said.to_string())?;
                if round > 0 {
                    times[at][speed].push(time);
                }
            }
        }
    }
    Ok(times)
}
