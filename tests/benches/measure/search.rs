//! Finding a substring in everything written.

use fantoccini::wd::WindowHandle;
use luoxuan_tests::years::{COMMON, RARE};
use serde_json::{Value, json};

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{MANY, Outcome, SLOWED, Stand, number, numbers};

/// How often each query is asked.
const ROUNDS: usize = 12;

/// What is looked for: in one entry of a thousand, in one of fifty, in most, in none.
const QUERIES: [&str; 4] = [RARE, COMMON, "具体", "没有写过的话"];

const SEEK: &str = include_str!("page/seek.js");
const INCLUDES: &str = include_str!("page/includes.js");
const MINISEARCH: &str = include_str!("page/minisearch.js");

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let browser = &stand.browser;
    let first = browser.tab();
    let open = |address: &str, ready: &str| -> Outcome<WindowHandle> {
        let tab = browser.new_tab();
        stand.watch();
        browser.go(address);
        stand.wait("the page", &format!("return window.bench?.marks.{ready} ?? null"))?;
        Ok(tab)
    };
    let bare = open(&stand.peer("libraries.html"), "bare")?;
    let wiki = open(&stand.peer(&format!("wiki-{MANY}.html")), "wiki")?;
    let mut rows = Vec::new();
    for count in stand.sizes() {
        let ours = open(&stand.app(count)?, "found")?;
        let mut times: Vec<[(Sample, Sample); 2]> = QUERIES.iter().map(|_| Default::default()).collect();
        let mut scans: Vec<[Sample; 2]> = QUERIES.iter().map(|_| Default::default()).collect();
        let mut wikis: Vec<[Sample; 2]> = QUERIES.iter().map(|_| Default::default()).collect();
        let mut counts = [0_u64; QUERIES.len()];
        for speed in 0..2 {
            for round in 0..=ROUNDS {
                for (place, query) in QUERIES.iter().enumerate() {
                    let ask = |tab: &WindowHandle, script: &str, way: &str| -> Outcome<(f64, u64)> {
                        browser.to_tab(tab);
                        stand.slow(if speed == 0 { 1 } else { SLOWED });
                        let arguments = vec![json!(query), json!(format!("notes-{count}.json")), json!(way)];
                        let said = browser.run_until_called(script, arguments);
                        let found = said[1].as_u64().ok_or_else(|| format!("{query}: {said}"))?;
                        Ok((number(&said[0]), found))
                    };
                    let (mine, shown) = ask(&ours, SEEK, "")?;
                    let (theirs, included) = ask(&bare, INCLUDES, "includes")?;
                    let (alone, found) = ask(&bare, INCLUDES, "ours")?;
                    // Ours looks through titles and captions too, and takes full-width letters for plain ones.
                    if shown < included || found < included {
                        return Err(format!("“{query}”: {shown} shown, {found} found, {included} there").into());
                    }
                    let wiki = if count == MANY && round <= 4 {
                        Some(ask(&wiki, INCLUDES, "TiddlyWiki")?.0)
                    } else {
                        None
                    };
                    if round > 0 {
                        times[place][speed].0.push(mine);
                        times[place][speed].1.push(theirs);
                        scans[place][speed].push(alone);
                        wikis[place][speed].extend(wiki);
                        counts[place] = included;
                    }
                }
            }
        }
        for (place, query) in QUERIES.iter().enumerate() {
            let [full, slow] = times[place].clone();
            let what = format!("{count} entries, “{query}” ({})", counts[place]);
            let row = |what: String, peer: &str, bar, full, slow| Row {
                what,
                peer: peer.into(),
                unit: "ms",
                figure: Figure::Median,
                bar,
                full,
                slow,
            };
            let [scan, scan_slow] = scans[place].clone();
            rows.push(row(
                what.clone(),
                "includes",
                // Below, the clock cannot tell them apart.
                if count < MANY { Bar::None } else { Bar::Times(1.0) },
                (scan, full.1.clone()),
                (scan_slow, slow.1.clone()),
            ));
            let (peer, full, slow) = if count == MANY {
                let [theirs, theirs_slow] = wikis[place].clone();
                ("TiddlyWiki", (full.0, theirs), (slow.0, theirs_slow))
            } else {
                ("includes", full, slow)
            };
            rows.push(row(format!("{what}, on the page"), peer, Bar::None, full, slow));
        }
        browser.to_tab(&ours);
        browser.close_tab_for(&wiki);
    }
    browser.close_tab_for(&bare);
    stand.slow(1);
    let built = minisearch(stand, &mut rows)?;
    browser.close_tab_for(&first);
    Ok(Topic {
        title: "Search",
        text: format!(
            "All records that hold the query, the latest first: ours beside JavaScript's own `includes` over the same texts in \
             memory, both in one page. “On the page” is the whole way, from the query in the field of Ctrl K to its count and \
             its first forty sentences laid out, beside no more than a scan, or than the filter behind TiddlyWiki's search \
             field. In brackets how many entries hold the query. MiniSearch looks up words, which Chinese \
             does not write apart: it is given pairs of characters, and took {built:.0} ms to build its index before it could be \
             asked. {ROUNDS} times each, in turns."
        ),
        rows,
    })
}

/// Asks MiniSearch the same, and says how long it took to build its index.
fn minisearch(stand: &Stand, rows: &mut Vec<Row>) -> Outcome<f64> {
    let arguments = vec![json!(QUERIES), json!(format!("notes-{MANY}.json"))];
    stand.browser.run(&format!("window.answer = null; ((...given) => {{ (function () {{ {MINISEARCH} }})(...given, (answer) => {{ window.answer = answer; }}); }})(...arguments)"), arguments);
    let said: Value = stand.wait("MiniSearch", "return window.answer")?;
    for (place, query) in QUERIES.iter().enumerate() {
        let ours = rows
            .iter()
            .find(|row| row.what.starts_with(&format!("{MANY} entries, “{query}”")))
            .cloned();
        if let Some(mut row) = ours {
            row.peer = "MiniSearch".into();
            row.bar = Bar::None;
            row.full.1 = Sample::default();
            row.full.1.extend(numbers(&said[place + 1]));
            row.slow = Default::default();
            rows.push(row);
        }
    }
    Ok(number(&said[0]))
}
