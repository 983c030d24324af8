//! From Markdown to what may be shown, and to the elements that show it.

use luoxuan_tests::years;
use serde_json::json;

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{Outcome, SEED, SLOWED, Stand};

const ROUNDS: usize = 15;

/// The promise: at most this part of markdown-it's time.
const BAR: f64 = 0.2;

const PEERS: [&str; 2] = ["markdown-it", "commonmark.js"];

const MARKDOWN: &str = include_str!("page/markdown.js");

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    browser.new_tab();
    stand.watch();
    browser.go(&stand.peer("libraries.html"));
    stand.wait_for_our_module()?;
    let entries: Vec<String> = (0..60).map(|number| years::body(SEED, number)).collect();
    let long: Vec<String> = entries.chunks(20).map(|some| some.join("\n\n")).collect();
    let mut rows = Vec::new();
    for (length, texts) in [("480", &entries), ("9600", &long)] {
        for deed in ["read", "shown"] {
            let mut times: [[Sample; 3]; 2] = Default::default();
            for (samples, rate) in times.iter_mut().zip([1, SLOWED]) {
                stand.slow(rate);
                for round in 0..=ROUNDS {
                    for (sample, who) in samples.iter_mut().zip(["ours"].iter().chain(&PEERS)) {
                        let way = format!("{who}, {deed}");
                        let said = browser.run_until_called(MARKDOWN, vec![json!(way), json!(texts)]);
                        let time = said.as_f64().ok_or_else(|| format!("{way}: {said}"))?;
                        if round > 0 {
                            sample.push(time);
                        }
                    }
                }
            }
            for (place, peer) in PEERS.iter().enumerate() {
                let pair = |speed: usize| (times[speed][0].clone(), times[speed][place + 1].clone());
                rows.push(Row {
                    what: format!("{length} characters, {deed}"),
                    peer: (*peer).into(),
                    unit: "µs",
                    figure: Figure::Median,
                    bar: if place == 0 { Bar::Times(BAR) } else { Bar::None },
                    full: pair(0),
                    slow: pair(1),
                });
            }
        }
    }
    stand.slow(1);
    browser.close_tab_for(&first);
    Ok(Topic {
        title: "Markdown",
        text: format!(
            "“Read” is from the text to what may be shown: ours the closed list of nodes (links and pictures checked), the others \
             a string of HTML. “Shown” is to the elements on the page: ours the page's own component, the others `innerHTML` of \
             their string, without a layout, and with the same wait for the end of all that was set off. markdown-it with its defaults \
             (tables, struck-out text, no HTML), commonmark.js with `safe` (it has no tables). All in one page, one thread, \
             {ROUNDS} times over the same texts, in turns; per text."
        ),
        rows,
    })
}
