//! The page in `docs/` that says what was measured. What people wrote under the figures stays.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use luoxuan::Moment;
use serde_json::{Value, json};

use crate::report::Topic;
use crate::stage::tools::setting;
use crate::stand::{Outcome, Stand};

/// What is written by people begins here.
const END: &str = "<!-- Measured by `cargo xtask bench`; what follows is written by hand and stays. -->";

/// Writes the page.
pub(crate) fn write(file: &Path, stand: &Stand, topics: &[Topic]) -> Outcome {
    let before = fs::read_to_string(file).unwrap_or_default();
    let by_hand = before.split_once(END).map_or("\n", |(_, rest)| rest);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
    let day = Moment::new(i64::try_from(now)?, 0).date();
    let browser = stand.browser.devtools("Browser.getVersion", &json!({}));
    let verdicts = topics.iter().flat_map(|topic| &topic.rows).flat_map(|row| {
        let (full, slow) = row.verdicts();
        [full, slow].into_iter().flatten()
    });
    let (kept, missed): (Vec<bool>, Vec<bool>) = verdicts.partition(|kept| *kept);
    let mut page = format!(
        "# What takes how long\n\nMeasured on {day} by `cargo xtask bench` in one run: {}, {}; TiddlyWiki {}, MiniSearch {}, markdown-it {}, \
         commonmark.js {}. Every figure is a median with its quartiles in brackets unless a topic says otherwise; ours and theirs \
         took turns in one browser on one disk, so the ratios are what counts. “Slowed” is the processor slowed down 4 times \
         (`Emulation.setCPUThrottlingRate`), as a school's computer is. The journals are made up from a seed: spirals with evidence and values, \
         an entry of 480 characters on average, one in eight revised, each revision a value of its own in the log as if written by \
         hand, and the latest of them in localStorage.\n\nOf {} bars {} are kept and {} missed.\n",
        browser["product"].as_str().unwrap_or_default(),
        computer(),
        version("tiddlywiki")?,
        version("minisearch")?,
        version("markdown-it")?,
        version("commonmark")?,
        kept.len() + missed.len(),
        kept.len(),
        missed.len(),
    );
    for topic in topics {
        page.push('\n');
        page.push_str(&topic.markdown());
    }
    page.push('\n');
    page.push_str(END);
    page.push_str(by_hand);
    fs::write(file, page)?;
    println!("→ {}", file.display());
    Ok(())
}

/// The version of an npm package.
fn version(package: &str) -> Outcome<String> {
    let file = PathBuf::from(setting("LUOXUAN_MODULES"))
        .join(package)
        .join("package.json");
    let about: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    Ok(about["version"].as_str().unwrap_or("?").to_owned())
}

/// What it was measured on.
fn computer() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("a processor without a name", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores of {model}")
}
