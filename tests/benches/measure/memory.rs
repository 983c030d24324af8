//! What a page takes of the computer's memory.

use std::fs;
use std::time::Duration;

use serde_json::json;

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stage::processes;
use crate::stand::{MANY, Outcome, Stand};

/// How often each page is opened in a browser of its own.
const ROUNDS: usize = 3;

pub(crate) fn measure(stand: &mut Stand) -> Outcome<Topic> {
    let sizes = stand.sizes();
    let mut pages: Vec<(String, &str, String, Sample)> = Vec::new();
    for count in &sizes {
        let ours = stand.app(*count)?;
        pages.push((
            format!("{count} entries, loaded"),
            "all",
            ours.clone(),
            Sample::default(),
        ));
        pages.push((format!("{count} entries, findable"), "found", ours, Sample::default()));
        let wiki = stand.peer(&format!("wiki-{count}.html"));
        pages.push((format!("TiddlyWiki, {count}"), "wiki", wiki, Sample::default()));
    }
    for _ in 0..ROUNDS {
        for (_, ready, address, taken) in &mut pages {
            stand.browser.start_again();
            if *ready == "all" {
                // The journal alone: nobody opens the field for finding.
                stand.watch_without_finding();
            } else {
                stand.watch();
            }
            stand.browser.go(address);
            stand.wait("the page", &format!("return window.bench?.marks.{ready} ?? null"))?;
            // Two seconds after its start the page looks its snapshot up in the log.
            std::thread::sleep(Duration::from_secs(10));
            stand.browser.devtools("HeapProfiler.collectGarbage", &json!({}));
            std::thread::sleep(Duration::from_millis(500));
            taken.push(renderer(stand)?);
        }
    }
    let rows = pages.chunks(3).zip(&sizes).flat_map(|(three, count)| {
        let [loaded, findable, wiki] = three else {
            return Vec::new();
        };
        let bar = || match *count {
            MANY => Bar::Times(1.0),
            100_000 => Bar::Times(0.7),
            _ => Bar::None,
        };
        let row = |of: &(String, &str, String, Sample)| Row {
            what: of.0.clone(),
            peer: wiki.0.clone(),
            unit: "MB",
            figure: Figure::Median,
            bar: bar(),
            full: (of.3.clone(), wiki.3.clone()),
            slow: <(Sample, Sample)>::default(),
        };
        vec![row(loaded), row(findable)]
    });
    Ok(Topic {
        title: "Memory",
        text: format!(
            "The proportional set size (PSS) of the page's process ten seconds after it is ready, when ours has looked its \
             snapshot up in the log, and after a forced garbage collection, WebAssembly's memory included; {ROUNDS} times, each in a browser started anew. “Loaded” is the journal \
             there, “findable” after Ctrl K has read all of it; both begun with the snapshot, as above."
        ),
        rows: rows.collect(),
    })
}

/// The memory of the largest page process of the browser, in megabytes.
pub(crate) fn renderer(stand: &Stand) -> Outcome<f64> {
    let size = |id: u32| -> Option<f64> {
        let line = fs::read(format!("/proc/{id}/cmdline")).ok()?;
        let renders = String::from_utf8_lossy(&line).contains("--type=renderer");
        let memory = fs::read_to_string(format!("/proc/{id}/smaps_rollup"))
            .ok()
            .filter(|_| renders)?;
        let line = memory.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    let all = processes::of_profile(&stand.browser.profile())
        .into_iter()
        .filter_map(size);
    let largest = all.fold(0.0, f64::max);
    if largest > 0.0 {
        Ok(largest / 1024.0)
    } else {
        Err("no process of a page".into())
    }
}
