//! `cargo xtask prove`: kills, fills, breaks and races the built page, and says what came of it as a table.

use std::fs;

use crate::shell::output;
use crate::test::{Steps, end_to_end};
use crate::{Outcome, setup};

/// The page that the table belongs to, and the lines between which it stands.
const PAGE: &str = "docs/reliability.md";
const BEGIN: &str = "<!-- The table below is written by `cargo xtask prove --write`. -->";
const END: &str = "<!-- The table above is written by `cargo xtask prove --write`. -->";

/// The stories that belong to it, by the names of their files.
const STORIES: [&str; 13] = [
    "clock::",
    "composing::",
    "damage::",
    "facts::",
    "importing::",
    "kill::",
    "long::",
    "offline::",
    "race::",
    "room::",
    "tabs::",
    "torture::",
    "trouble::",
];

/// With so many rounds the data model is tried to its full figures too.
const FULL: u32 = 200;

/// What to play, and what to do with the table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// Rounds of kills in Chromium; the other figures go with them, and are full at 200.
    rounds: u32,
    /// Whether the table goes into the page.
    write: bool,
    /// Only stories whose names contain one of these; all if there are none.
    only: Vec<String>,
}

impl Options {
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self {
            rounds: 20,
            write: false,
            only: Vec::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--write" => options.write = true,
                "--rounds" => {
                    let number = words.next().and_then(|word| word.parse().ok());
                    options.rounds = number
                        .filter(|rounds| *rounds > 0)
                        .ok_or("--rounds needs a whole number")?;
                }
                word if word.starts_with('-') => return Err(format!("prove does not know {word}")),
                word => options.only.push(word.into()),
            }
        }
        Ok(options)
    }
}

/// Plays everything and prints the table.
pub(crate) fn run(options: &Options) -> Outcome {
    let mut steps = Steps::begin();
    let rounds = options.rounds.to_string();
    let mut environment = vec![("LUOXUAN_ROUNDS", rounds.clone())];
    if options.rounds >= FULL {
        environment.push(("LUOXUAN_FULL", "1".into()));
    }
    if options.only.is_empty() {
        let native = ["test", "-p", "luoxuan-tests", "--test", "native", "--", "--nocapture"];
        steps.cargo("the data model", &native, &environment);
    }
    let mut browsers = None;
    steps.step("browsers", |_| setup::browsers().map(|found| browsers = Some(found)));
    let mut versions = Vec::new();
    if let Some(browsers) = &browsers {
        for program in [&browsers.chromium, &browsers.firefox] {
            versions.extend(
                output(&program.display().to_string(), &["--version"]).map(|version| version.trim().to_owned()),
            );
        }
        if options.only.is_empty() {
            let mut environment = environment.clone();
            environment.push(("CHROMEDRIVER", browsers.chromedriver.display().to_string()));
            let target = ["--target", "wasm32-unknown-unknown"];
            let browser = [
                &["test", "-p", "luoxuan-tests", "--test", "browser"][..],
                &target,
                &["--", "--nocapture"],
            ]
            .concat();
            steps.cargo("in the browser", &browser, &environment);
        }
        let mut stories: Vec<&str> = options.only.iter().map(String::as_str).collect();
        if stories.is_empty() {
            stories.extend(STORIES);
        }
        end_to_end(&mut steps, browsers, &stories, Some(&rounds));
    }
    let date = output("date", &["+%Y-%m-%d"]).unwrap_or_default();
    let table = table(
        date.trim(),
        &versions,
        &rounds,
        &steps.tally.proved,
        &steps.tally.broken,
    );
    println!("\n{table}");
    if options.write {
        let page = fs::read_to_string(PAGE).map_err(|error| format!("{PAGE}: {error}"))?;
        let page = with_table(&page, &table).ok_or_else(|| format!("{PAGE} has no place for the table"))?;
        fs::write(PAGE, page).map_err(|error| format!("{PAGE}: {error}"))?;
        println!("{PAGE} is written.");
    }
    steps.finish()
}

/// The table of what was proved, and of what failed.
fn table(date: &str, versions: &[String], rounds: &str, proved: &[String], broken: &[String]) -> String {
    let mut rows: Vec<&str> = proved.iter().map(String::as_str).collect();
    rows.sort_unstable();
    let mut table = format!(
        "{date}, {}, `--rounds {rounds}`.\n\n| test | what was done | what came of it |\n|---|---|---|\n",
        versions.join(", ")
    );
    for row in rows {
        table.push_str(&format!("| {row} |\n"));
    }
    for name in broken {
        table.push_str(&format!("| – | `{name}` | **FAILED** |\n"));
    }
    table
}

/// The page with this table in place of the one it has.
fn with_table(page: &str, table: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let page = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        let proved = ["T02 | b | c".to_owned(), "T01 | a | b".to_owned()];
        let table = table("2026-01-01", &["C 1".into()], "5", &proved, &["race::x".into()]);
        let page = with_table(&page, &table).expect("it has a place");
        let place = |part: &str| page.find(part).expect("it is there");
        assert!(place("T01 | a") < place("T02 | b") && place("T02 | b") < place("`race::x` | **FAILED**"));
        assert!(!page.contains("old") && page.ends_with("b\n"));
        assert_eq!(with_table("nothing", "x"), None);
    }

    #[test]
    fn options_are_read() {
        let read = Options::read(&["--rounds", "200", "--write", "kill::"]).expect("they are right");
        assert_eq!(
            (read.rounds, read.write, read.only),
            (200, true, vec!["kill::".to_owned()])
        );
        assert!(Options::read(&["--rounds", "x"]).is_err());
        assert!(Options::read(&["--rounds", "0"]).is_err());
    }
}
