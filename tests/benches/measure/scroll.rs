//! Scrolling what is long: a spiral, a questionnaire.

use fantoccini::wd::WindowHandle;
use luoxuan_tests::long;
use serde_json::json;

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{Outcome, SEED, SLOWED, Stand, now};

/// How often each page is scrolled.
const ROUNDS: usize = 8;

/// So far in a frame, in pixels: some 7,000 a second.
const STEP: usize = 120;

/// So many frames.
const FRAMES: usize = 180;

/// Of a hundred frames one may come late: other programs run as well.
const LATE: f64 = 1.0;

const SCROLL: &str = include_str!("page/scroll.js");

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    let mut all = long::spiral(SEED, 200, now()?);
    all.push(long::survey(40, now()?));
    let app = stand.app_with("lines-long.jsonl", &all)?;
    let places = [
        (
            "a spiral of 200 entries",
            format!("#/spiral/{}", long::SPIRAL),
            ".entry",
            200,
        ),
        (
            "a survey of 40 questions",
            format!("#/survey/{}", long::SURVEY),
            ".survey-item",
            40,
        ),
    ];
    let mut rows = Vec::new();
    for (what, place, part, count) in places {
        let ours = browser.new_tab();
        stand.watch_without_finding();
        browser.go(&format!("{}{place}", app.address()));
        let there = format!("return document.querySelectorAll('main {part}').length >= {count} || null");
        stand.wait(what, &there)?;
        std::thread::sleep(std::time::Duration::from_secs(1));
        let copied = stand.still("still-scroll.html")?;
        let still = browser.new_tab();
        browser.go(&copied);
        let late = late(stand, [&ours, &still])?;
        for tab in [&still, &ours] {
            browser.to_tab(tab);
            browser.close_tab_for(&first);
        }
        let [ours, theirs] = late;
        rows.push(Row {
            what: what.into(),
            peer: "its elements without the program".into(),
            unit: "%",
            figure: Figure::Median,
            bar: Bar::More(LATE),
            full: (ours[0].clone(), theirs[0].clone()),
            slow: (ours[1].clone(), theirs[1].clone()),
        });
    }
    Ok(Topic {
        title: "Scrolling",
        text: format!(
            "How many of a hundred frames come later than 60 a second ask for, while the page is scrolled {STEP} px a frame \
             for {FRAMES} frames; beside it the same elements and styles without the program. {ROUNDS} times each, in turns."
        ),
        rows,
    })
}

/// How many of a hundred frames come late in each of two pages, again and again, at full speed and slowed down.
fn late(stand: &Stand, tabs: [&WindowHandle; 2]) -> Outcome<[[Sample; 2]; 2]> {
    let mut late: [[Sample; 2]; 2] = Default::default();
    #[allow(clippy::needless_range_loop)] // Two tables, by the same number.
    for speed in 0..2 {
        for round in 0..=ROUNDS {
            for (at, tab) in tabs.into_iter().enumerate() {
                stand.browser.to_tab(tab);
                stand.browser.devtools("Page.bringToFront", &json!({}));
                stand.slow(if speed == 0 { 1 } else { SLOWED });
                let share = stand.browser.run_until_called(SCROLL, vec![json!(STEP), json!(FRAMES)]);
                if round > 0 {
                    late[at][speed].push(share.as_f64().ok_or_else(|| share.to_string())?);
                }
            }
        }
    }
    Ok(late)
}
