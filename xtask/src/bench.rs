//! `cargo xtask bench`: what takes how long, each against something people use for the same, run beside it.

use std::fs;
use std::path::PathBuf;

use crate::outcome::Outcome;
use crate::setup;
use crate::shell::{self, cargo, run, run_long};
use crate::site::{self, Build, Names, OLDER_MACHINE, Offline, bind, bytes};

/// What can be measured, in the order it is.
const TOPICS: [&str; 11] = [
    "start", "keys", "long", "search", "save", "kept", "scroll", "markdown", "memory", "file", "word",
];

/// How many entries the journals have.
const SIZES: &str = "100,1000,20000,100000";

/// The page that says what was measured.
const PAGE: &str = "docs/performance.md";

/// What to measure.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options<'a> {
    topics: Vec<&'a str>,
    sizes: &'a str,
    /// Whether the page in `docs/` is to say what came out.
    writes: bool,
}

impl<'a> Options<'a> {
    /// Reads the command line.
    pub(crate) fn read(arguments: &[&'a str]) -> Outcome<Self> {
        let mut options = Self {
            topics: Vec::new(),
            sizes: SIZES,
            writes: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--write" => options.writes = true,
                "--sizes" => options.sizes = rest.next().ok_or("--sizes needs numbers, such as 100,20000")?,
                topic if TOPICS.contains(&topic) => options.topics.push(topic),
                other => return Err(format!("bench does not know {other}; it knows {}", TOPICS.join(", "))),
            }
        }
        if options.topics.is_empty() {
            options.topics = TOPICS.to_vec();
            options.writes |= options.sizes == SIZES;
        }
        Ok(options)
    }
}

/// Sets up, builds and measures. A promise that is not kept is printed, not an error.
pub(crate) fn run_all(options: &Options<'_>) -> Outcome {
    let mut bench = cargo();
    bench.args([
        "bench",
        "--quiet",
        "-p",
        "luoxuan-tests",
        "--bench",
        "measure",
        "--",
        "measure",
    ]);
    bench.arg(options.sizes).args(&options.topics);
    if options.topics.contains(&"word") {
        bench.env("LUOXUAN_PANDOC", setup::pandoc()?);
    }
    if options.topics.iter().any(|topic| *topic != "word") {
        let browsers = setup::browsers()?;
        bench
            .env("LUOXUAN_CHROMIUM", browsers.chromium)
            .env("LUOXUAN_CHROMEDRIVER", browsers.chromedriver)
            .env("LUOXUAN_MODULES", setup::peers()?);
        let site = site::build(Build::Release, Offline::Works)?;
        let site = std::path::absolute(site).map_err(|error| error.to_string())?;
        bench.env("LUOXUAN_SITE", site);
        bench.env("LUOXUAN_OURS", module()?);
    }
    if options.writes {
        bench.env("LUOXUAN_PAGE", shell::root().join(PAGE));
    }
    run(&mut bench)
}

/// The page's ways from Markdown to the screen and from a query to its hits as a module of their own, built as the page is.
fn module() -> Outcome<PathBuf> {
    let profile = Build::Release.profile();
    let mut build = cargo();
    build
        .args(["build", "--quiet", "-p", "luoxuan-tests", "--example", "ours"])
        .args(["--target", setup::WASM_TARGET, "--profile", profile])
        .args(["--config", OLDER_MACHINE]);
    run_long(
        "building the module that shows Markdown and finds",
        "minutes the first time",
        &mut build,
    )?;
    let built = shell::target().join(setup::WASM_TARGET).join(profile);
    let made = shell::target().join("ours");
    bind(
        "ours",
        &bytes(&built.join("examples/ours.wasm"))?,
        &made,
        Names::Dropped,
    )?;
    fs::canonicalize(&made).map_err(|error| format!("{}: {error}", made.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_words_everything_is_measured_and_written_down() {
        let all = Options::read(&[]).expect("everything");
        assert!(all.writes);
        let some = Options::read(&["keys", "--sizes", "100,20000"]).expect("a part");
        assert_eq!((some.topics.as_slice(), some.sizes), (["keys"].as_slice(), "100,20000"));
        assert!(!some.writes);
        assert!(Options::read(&["--write", "keys"]).expect("a part").writes);
        assert!(Options::read(&["speed"]).is_err());
        assert!(Options::read(&["--sizes"]).is_err());
    }
}
