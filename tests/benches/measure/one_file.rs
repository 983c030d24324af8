//! The program in one file: its bytes, its start and its memory, beside an empty TiddlyWiki in one file.

use std::fs;
use std::time::Duration;

use serde_json::json;

use crate::memory::renderer;
use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stage::tools::dist;
use crate::stand::{Outcome, Stand, empty_app, number, size_of_peer};

/// How often each page is opened in a browser of its own.
const ROUNDS: usize = 5;

/// No larger than this, in megabytes.
const LARGEST: f64 = 3.0;

pub(crate) fn measure(stand: &mut Stand) -> Outcome<Topic> {
    let file = dist().join("luoxuan.html");
    let (ours, wiki) = (format!("file://{}", file.display()), stand.peer("empty-wiki.html"));
    let site = empty_app()?;
    let pages = [
        ("luoxuan.html", ours, "box"),
        ("the site", site.address(), "box"),
        ("TiddlyWiki, empty", wiki.clone(), "wiki"),
    ];
    let mut starts: [Sample; 3] = Default::default();
    let mut memory: [Sample; 3] = Default::default();
    for round in 0..=ROUNDS {
        for (at, (what, address, mark)) in pages.iter().enumerate() {
            stand.browser.start_again();
            stand.watch_without_finding();
            stand.browser.go(address);
            let time = stand.wait(what, &format!("return window.bench?.marks.{mark} ?? null"))?;
            std::thread::sleep(Duration::from_secs(2));
            stand.browser.devtools("HeapProfiler.collectGarbage", &json!({}));
            std::thread::sleep(Duration::from_millis(500));
            // The first time a browser compiles it and fills its caches.
            if round > 0 {
                starts[at].push(number(&time));
                memory[at].push(renderer(stand)?);
            }
        }
    }
    let size = |bytes: u64| {
        let mut sample = Sample::default();
        // A few million bytes are a figure that a float holds whole.
        #[allow(clippy::cast_precision_loss)]
        sample.push(bytes as f64 / 1_000_000.0);
        sample
    };
    let sizes = [size(fs::metadata(&file)?.len()), size(size_of_peer("empty-wiki.html")?)];
    let row = |what: &str, peer: &str, unit, bar, ours: &Sample, theirs: &Sample| Row {
        what: what.into(),
        peer: peer.into(),
        unit,
        figure: Figure::Median,
        bar,
        full: (ours.clone(), theirs.clone()),
        slow: <(Sample, Sample)>::default(),
    };
    let wiki = "TiddlyWiki, empty";
    Ok(Topic {
        title: "One file",
        text: format!(
            "`luoxuan.html`, opened from the disk with nothing written in it, beside the site, and beside an empty TiddlyWiki, \
             which is one file too: {ROUNDS} times, each in a browser started anew; memory as above."
        ),
        rows: vec![
            row("on the disk", wiki, "MB", Bar::AtMost(LARGEST), &sizes[0], &sizes[1]),
            row("memory", wiki, "MB", Bar::None, &memory[0], &memory[2]),
            row("memory", "the site", "MB", Bar::None, &memory[0], &memory[1]),
            row("cursor in the box", wiki, "ms", Bar::None, &starts[0], &starts[2]),
            row("cursor in the box", "the site", "ms", Bar::None, &starts[0], &starts[1]),
        ],
    })
}
