//! `cargo xtask prove`: kills, fills, breaks and races the built page, and says what came of it as a table.

use std::collections::BTreeMap;
use std::fs;

use crate::outcome::Outcome;
use crate::setup;
use crate::shell::output;
use crate::site::Build;
use crate::tally::Tally;
use crate::test::{Play, Steps, end_to_end, in_the_browser, native};

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
    /// Whether the rows go into the page.
    write: bool,
    /// What an earlier run with so many rounds has printed, instead of a new one.
    read: Option<String>,
    /// Only stories whose names contain one of these; all if there are none.
    only: Vec<String>,
}

impl Options {
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self {
            rounds: 20,
            write: false,
            read: None,
            only: Vec::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--write" => options.write = true,
                "--read" => options.read = Some(words.next().map(ToString::to_string).ok_or("--read needs a file")?),
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

/// Plays everything and prints the rows; those of stories that were played take the place of earlier ones.
pub(crate) fn run(options: &Options) -> Outcome {
    let mut steps = Steps::begin();
    let (mut versions, mut browsers) = (Vec::new(), None);
    steps.step("browsers", |_| {
        let found = setup::browsers()?;
        for program in [&found.chromium, &found.firefox] {
            let version = output(&program.display().to_string(), &["--version"]);
            versions.extend(version.map(|version| version.trim().to_owned()));
        }
        browsers = Some(found);
        Ok(())
    });
    match &options.read {
        Some(log) => {
            let log = fs::read_to_string(log).map_err(|error| format!("{log}: {error}"))?;
            log.lines().for_each(|line| steps.tally.read(line));
        }
        None => play(options, browsers.as_ref(), &mut steps),
    }
    let date = output("date", &["+%Y-%m-%d"]).unwrap_or_default();
    let page = fs::read_to_string(PAGE).map_err(|error| format!("{PAGE}: {error}"))?;
    let (before, old, after) = parts(&page).ok_or_else(|| format!("{PAGE} has no place for the table"))?;
    let table = table(old, date.trim(), &steps.tally);
    println!("\n{table}");
    if options.write {
        let versions = versions.join(", ");
        let page = format!("{before}{BEGIN}\n\nPlayed last with {versions}.\n\n{table}\n{END}{after}");
        fs::write(PAGE, page).map_err(|error| format!("{PAGE}: {error}"))?;
        println!("{PAGE} is written.");
    }
    steps.finish()
}

fn play(options: &Options, browsers: Option<&setup::Browsers>, steps: &mut Steps) {
    let rounds = options.rounds.to_string();
    let mut environment = vec![("LUOXUAN_ROUNDS", rounds.clone())];
    if options.rounds >= FULL {
        environment.push(("LUOXUAN_FULL", "1".into()));
    }
    if options.only.is_empty() {
        native(steps, "-- --nocapture", &environment);
    }
    let Some(browsers) = browsers else { return };
    if options.only.is_empty() {
        in_the_browser(steps, browsers, "-- --nocapture", &environment);
    }
    let mut stories: Vec<&str> = options.only.iter().map(String::as_str).collect();
    if stories.is_empty() {
        stories.extend(STORIES);
    }
    let play = Play {
        environment: vec![("LUOXUAN_ROUNDS", rounds)],
        // What only measures is played too, and each story says what it has shown.
        options: "--include-ignored --nocapture",
        on_disk: true,
    };
    end_to_end(steps, Build::Release, browsers, &stories, &play);
}

/// What stands before the table, the table, and what stands after it.
fn parts(page: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (table, after) = rest.split_once(END)?;
    Some((before, table, after))
}

/// What a row is of, without the numbers in it, which change from run to run.
fn subject(row: &str) -> String {
    let mut cells = row.trim_start_matches("| ").split(" | ");
    let test = cells.next().unwrap_or_default().to_owned();
    let what = cells.next().unwrap_or_default();
    test + &what.chars().filter(|char| !char.is_ascii_digit()).collect::<String>()
}

/// The rows of the old table and of this run, which take the place of older ones of the same subject.
fn table(old: &str, when: &str, tally: &Tally) -> String {
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    let kept = old
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| test"));
    let failed = |name: &str| format!("| – | `{name}` |");
    let played_again = |row: &&str| tally.played.iter().any(|name| row.starts_with(&failed(name)));
    for row in kept.filter(|row| !played_again(row)) {
        rows.insert(subject(row), row.to_owned());
    }
    for row in &tally.proved {
        let row = format!("| {row} | {when} |");
        rows.insert(subject(&row), row);
    }
    for name in &tally.broken {
        rows.insert(name.clone(), format!("{} **FAILED** | {when} |", failed(name)));
    }
    let mut rows: Vec<String> = rows.into_values().collect();
    rows.sort();
    let head = "| test | what was done | what came of it | when |\n|---|---|---|---|\n";
    format!("{head}{}\n", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_take_the_place_of_those_of_the_same_subject() {
        let page = format!(
            "a\n{BEGIN}\n\n| test | x |\n|---|---|\n| T01 | C: 5 kills | fine | old |\n| T02 | C | fine | old |\n\
             | – | `race::x` | **FAILED** | old |\n| – | `race::y` | **FAILED** | old |\n{END}\nb\n"
        );
        let (before, old, after) = parts(&page).expect("it has a table");
        assert_eq!((before, after), ("a\n", "\nb\n"));
        let mut tally = Tally::default();
        tally.read("test race::x ... ok");
        tally.read("test race::z ... FAILED");
        tally.read("proved: T01 | C: 200 kills | better");
        let table = table(old, "new", &tally);
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "| T01 | C: 200 kills | better | new |",
                "| T02 | C | fine | old |",
                "| – | `race::y` | **FAILED** | old |",
                "| – | `race::z` | **FAILED** | new |"
            ]
        );
        assert!(parts("nothing").is_none());
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
