//! The page in `docs/` that says what was measured. What people wrote under the figures stays.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use luoxuan::Timestamp;
use serde_json::{Value, json};

use crate::report::Topic;
use crate::stage::browser::Browser;
use crate::stage::tools::setting;
use crate::stand::Outcome;

/// The parts of the page.
const ORDER: [&str; 11] = [
    "Start",
    "Keys",
    "A long text",
    "Saving",
    "A kept entry",
    "Scrolling",
    "Search",
    "Markdown",
    "Memory",
    "One file",
    "A Word file",
];

/// What is measured beside ours, and its package.
const PEERS: [(&str, &str); 4] = [
    ("TiddlyWiki", "tiddlywiki"),
    ("MiniSearch", "minisearch"),
    ("markdown-it", "markdown-it"),
    ("commonmark.js", "commonmark"),
];

/// What is written by people begins here.
const END: &str = "<!-- Measured by `cargo xtask bench`; what follows is written by hand and stays. -->";

/// How the figures came about, for all of them.
const ABOUT: &str = "# What takes how long

Measured by `cargo xtask bench --write`, which puts each part in its place and leaves the others as they were. Every
figure is a median with its quartiles in brackets unless the part says otherwise; ours and theirs took turns in one
browser on one disk, so the ratios are what counts. “Slowed” is the processor slowed down 4 times
(`Emulation.setCPUThrottlingRate`), as a school's computer is. The journals are made up from a seed: spirals with
evidence and values, an entry of 480 characters on average, one in eight revised, each revision a value of its own in
the log as if written by hand, and the latest of them in localStorage.
";

/// Puts what was measured into the page, in place of what it said of the same before.
pub(crate) fn write(file: &Path, browser: Option<&Browser>, topic: &Topic) -> Outcome {
    let before = fs::read_to_string(file).unwrap_or_default();
    let (measured, by_hand) = before.split_once(END).unwrap_or(("", "\n"));
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
    let mut on = format!("{}, {}", Timestamp::new(i64::try_from(now)?, 0).date(), computer());
    if let Some(browser) = browser {
        let version = browser.devtools("Browser.getVersion", &json!({}));
        on.push_str(", ");
        on.push_str(version["product"].as_str().unwrap_or_default());
        for (name, package) in PEERS {
            on.push_str(&format!(", {name} {}", package_version(package)?));
        }
    }
    let mut parts: Vec<(String, String)> = measured
        .split("\n## ")
        .skip(1)
        .filter_map(|part| part.split_once('\n'))
        .map(|(title, text)| (title.to_owned(), text.trim().to_owned()))
        .filter(|(title, _)| title != topic.title)
        .collect();
    parts.push((topic.title.to_owned(), format!("{on}.\n\n{}", topic.markdown().trim())));
    parts.sort_by_key(|(title, _)| ORDER.iter().position(|known| known == title));
    let count = |word: &str| parts.iter().map(|(_, text)| text.matches(word).count()).sum::<usize>();
    let (kept, missed) = (count("| kept "), count("| **NOT kept** "));
    let mut page = format!(
        "{ABOUT}\nOf {} bars {kept} are kept and {missed} missed.\n",
        kept + missed
    );
    for (title, text) in &parts {
        page.push_str(&format!("\n## {title}\n\n{text}\n"));
    }
    fs::write(file, format!("{page}\n{END}{by_hand}"))?;
    println!("→ {}", file.display());
    Ok(())
}

/// The version of an npm package.
fn package_version(package: &str) -> Outcome<String> {
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
