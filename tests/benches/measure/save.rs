//! From Ctrl Enter to 已写入本机, beside a bare strict put of the same bytes.

use luoxuan_tests::years;
use serde_json::json;

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{Outcome, SEED, SLOWED, Stand, number};

/// How many entries are written in each journal.
const ROUNDS: usize = 30;

const OURS: &str = include_str!("page/save.js");
const BARE: &str = include_str!("page/put.js");

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    let bare = browser.new_tab();
    stand.watch();
    browser.go(&stand.peer("bare.html"));
    stand.wait("the bare page", "return window.bench?.marks.bare ?? null")?;
    let mut rows = Vec::new();
    for count in stand.sizes() {
        let ours = browser.new_tab();
        stand.watch();
        browser.go(&stand.app(count)?);
        stand.wait("the app", "return window.bench?.marks.found ?? null")?;
        browser.run("document.querySelector('dialog.find').close()", vec![]);
        let mut times: [(Sample, Sample); 2] = Default::default();
        for (speed, pair) in times.iter_mut().enumerate() {
            for round in 0..=ROUNDS >> speed {
                let text = years::body(SEED + 1, speed * 1000 + round);
                let save = |tab, script: &str, text: &str| -> Outcome<(f64, String)> {
                    browser.to_tab(tab);
                    browser.devtools("Page.bringToFront", &json!({}));
                    stand.slow(if speed == 0 { 1 } else { SLOWED });
                    let said = browser.run_until_called(script, vec![json!(text)]);
                    let line = said[1].as_str().ok_or_else(|| said.to_string())?.to_owned();
                    Ok((number(&said[0]), line))
                };
                let (mine, line) = save(&ours, OURS, &text)?;
                // The very bytes ours wrote.
                let (theirs, _) = save(&bare, BARE, &line)?;
                if round > 0 {
                    pair.0.push(mine);
                    pair.1.push(theirs);
                }
            }
        }
        browser.to_tab(&ours);
        browser.close_tab();
        let [full, slow] = times;
        rows.push(Row {
            what: format!("{count} entries, an entry kept"),
            peer: "a bare strict put".into(),
            unit: "ms",
            figure: Figure::Median,
            bar: Bar::Times(1.2),
            full,
            slow,
        });
    }
    browser.to_tab(&bare);
    browser.close_tab();
    browser.to_tab(&first);
    Ok(Topic {
        title: "Saving",
        text: format!(
            "From Ctrl Enter to 已写入本机 on the page, with everything on the way: the revision and its hash, localStorage, \
             the other tabs, the strict transaction. Beside it the very bytes that ours wrote, put strictly into IndexedDB by a page that \
             does nothing else, from the call to the end of the transaction. {ROUNDS} entries each (half of that slowed \
             down), in turns, on one disk."
        ),
        rows,
    })
}
