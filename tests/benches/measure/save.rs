//! From Ctrl Enter to 已写入本机, beside a bare strict put of the same bytes.

use fantoccini::wd::WindowHandle;
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
        let [shown, stored] = in_turns(stand, &ours, &bare)?;
        browser.to_tab(&ours);
        browser.close_tab_for(&bare);
        for (what, [full, slow]) in [("an entry shown as kept", shown), ("its transaction alone", stored)] {
            rows.push(Row {
                what: format!("{count} entries, {what}"),
                peer: "a bare strict put".into(),
                unit: "ms",
                figure: Figure::Median,
                bar: Bar::Times(1.2),
                full,
                slow,
            });
        }
    }
    browser.close_tab_for(&first);
    Ok(Topic {
        title: "Saving",
        text: format!(
            "From Ctrl Enter to 已写入本机 on the page, with everything on the way: the revision and its hash, localStorage, \
             the other tabs, the strict transaction, and laying out the new entry, which the page is busy with when the \
             transaction is complete. Then the same transaction once more, with a page that has nothing to show. Beside both the very bytes that ours wrote, put strictly into IndexedDB by a page that \
             does nothing else, from the call to the end of the transaction. {ROUNDS} entries each (half of that slowed \
             down), in turns, on one disk."
        ),
        rows,
    })
}

/// Saves entries, and the very bytes of each on the bare page: until an entry is shown as kept, and its transaction alone,
/// each beside theirs, at full speed and slowed down.
fn in_turns(stand: &Stand, ours: &WindowHandle, bare: &WindowHandle) -> Outcome<[[(Sample, Sample); 2]; 2]> {
    let mut shown: [(Sample, Sample); 2] = Default::default();
    let mut stored = shown.clone();
    for speed in 0..2 {
        for round in 0..=ROUNDS >> speed {
            let text = years::body(SEED + 1, speed * 1000 + round);
            let save = |tab: &WindowHandle, script: &str, text: &str| -> Outcome<(f64, String, f64)> {
                stand.browser.to_tab(tab);
                stand.browser.devtools("Page.bringToFront", &json!({}));
                stand.slow(if speed == 0 { 1 } else { SLOWED });
                let said = stand.browser.run_until_called(script, vec![json!(text)]);
                let line = said[1].as_str().ok_or_else(|| said.to_string())?.to_owned();
                Ok((number(&said[0]), line, number(&said[2])))
            };
            let (mine, line, alone) = save(ours, OURS, &text)?;
            // The very bytes ours wrote.
            let (theirs, ..) = save(bare, BARE, &line)?;
            if round > 0 {
                for (of, ours) in [(&mut shown, mine), (&mut stored, alone)] {
                    of[speed].0.push(ours);
                    of[speed].1.push(theirs);
                }
            }
        }
    }
    Ok([shown, stored])
}
