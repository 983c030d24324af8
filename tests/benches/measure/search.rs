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

/// What one query took, at full speed and slowed down.
#[derive(Clone, Default)]
struct Asked {
    /// Our scan alone.
    scan: [Sample; 2],
    /// Ours, to the sentences on the page.
    shown: [Sample; 2],
    includes: [Sample; 2],
    wiki: [Sample; 2],
    /// How many entries hold it.
    held: u64,
}

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
    stand.wait_for_our_module()?;
    let wiki = open(&stand.peer(&format!("wiki-{MANY}.html")), "wiki")?;
    let mut rows = Vec::new();
    for count in stand.sizes() {
        let ours = open(&stand.app(count)?, "found")?;
        let answers = in_turns(stand, [&ours, &bare, &wiki], count)?;
        for (query, asked) in answers {
            rows.extend(rows_of(count, query, asked));
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

/// Asks ours, `includes` and the wiki each query, again and again, at full speed and slowed down.
fn in_turns(
    stand: &Stand,
    [ours, bare, wiki]: [&WindowHandle; 3],
    count: usize,
) -> Outcome<Vec<(&'static str, Asked)>> {
    let mut answers: Vec<(&str, Asked)> = QUERIES.iter().map(|query| (*query, Asked::default())).collect();
    for speed in 0..2 {
        for round in 0..=ROUNDS {
            for (query, asked) in &mut answers {
                let ask = |tab: &WindowHandle, script: &str, way: &str| -> Outcome<(f64, u64)> {
                    stand.browser.to_tab(tab);
                    stand.slow(if speed == 0 { 1 } else { SLOWED });
                    let arguments = vec![json!(query), json!(format!("notes-{count}.json")), json!(way)];
                    let said = stand.browser.run_until_called(script, arguments);
                    let found = said[1].as_u64().ok_or_else(|| format!("{query}: {said}"))?;
                    Ok((number(&said[0]), found))
                };
                let (mine, shown) = ask(ours, SEEK, "")?;
                let (theirs, included) = ask(bare, INCLUDES, "includes")?;
                let (alone, found) = ask(bare, INCLUDES, "ours")?;
                // Ours looks through titles and captions too, and takes full-width letters for plain ones.
                if shown < included || found < included {
                    return Err(format!("“{query}”: {shown} shown, {found} found, {included} there").into());
                }
                let wiki = if count == MANY && round <= 4 {
                    Some(ask(wiki, INCLUDES, "TiddlyWiki")?.0)
                } else {
                    None
                };
                if round > 0 {
                    asked.scan[speed].push(alone);
                    asked.shown[speed].push(mine);
                    asked.includes[speed].push(theirs);
                    asked.wiki[speed].extend(wiki);
                    asked.held = included;
                }
            }
        }
    }
    Ok(answers)
}

/// Our scan beside `includes`, and the whole way to the page beside the wiki or no more than a scan.
fn rows_of(count: usize, query: &str, asked: Asked) -> [Row; 2] {
    let what = format!("{count} entries, “{query}” ({})", asked.held);
    let row = |what: String, peer: &str, bar, [full, slow]: [Sample; 2], [theirs, theirs_slow]: [Sample; 2]| Row {
        what,
        peer: peer.into(),
        unit: "ms",
        figure: Figure::Median,
        bar,
        full: (full, theirs),
        slow: (slow, theirs_slow),
    };
    // Below, the clock cannot tell them apart.
    let bar = if count < MANY { Bar::None } else { Bar::Times(1.0) };
    let scan = row(what.clone(), "includes", bar, asked.scan, asked.includes.clone());
    let (peer, theirs) = if count == MANY {
        ("TiddlyWiki", asked.wiki)
    } else {
        ("includes", asked.includes)
    };
    let shown = row(format!("{what}, on the page"), peer, Bar::None, asked.shown, theirs);
    [scan, shown]
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
