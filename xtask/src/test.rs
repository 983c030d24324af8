//! `cargo xtask test`: everything, one step after the other, with one summary at the end.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::shell::cargo;
use crate::{Outcome, dist, files, setup};

/// How much to test.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything.
    All,
    /// What an inner loop needs: format, lints, the core's tests.
    Fast,
}

/// What the test runners counted, and how many steps failed without counting anything.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Adds what a line of a test runner's output counts, if it is a summary.
    fn read(&mut self, line: &str) {
        let Some(rest) = line.trim().strip_prefix("test result:") else {
            return;
        };
        let count = |word: &str| -> usize {
            let parts = rest.split([';', '.']).map(str::trim);
            parts
                .filter_map(|part| part.strip_suffix(word)?.trim().parse::<usize>().ok())
                .sum()
        };
        self.passed += count("passed");
        self.failed += count("failed");
    }
}

struct Steps {
    tally: Tally,
    failures: Vec<String>,
}

impl Steps {
    /// Runs one step. A step that fails does not keep the others from being heard.
    fn step(&mut self, name: &str, act: impl FnOnce(&mut Tally) -> Outcome) -> bool {
        println!("\n── {name}");
        let start = Instant::now();
        let before = self.tally.failed;
        let outcome = act(&mut self.tally);
        println!("── {name}: {} s", start.elapsed().as_secs());
        match outcome {
            Ok(()) => {
                self.tally.passed += 1;
                true
            }
            Err(why) => {
                // A runner that counted its failures has been counted already.
                self.tally.failed += usize::from(self.tally.failed == before);
                self.failures.push(format!("{name}: {why}"));
                false
            }
        }
    }

    fn cargo(&mut self, name: &str, arguments: &[&str], environment: &[(&str, String)]) -> bool {
        self.step(name, |tally| {
            let mut command = cargo();
            command
                .args(arguments)
                .envs(environment.iter().map(|(key, value)| (*key, value.as_str())));
            listen(&mut command, tally)
        })
    }
}

/// Runs a program, shows what it prints and counts the test results in it.
fn listen(command: &mut Command, tally: &mut Tally) -> Outcome {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.read(&line);
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("ended with {status}"))
    }
}

/// Runs the tests of this scope and prints `N passed, N failed` last.
pub(crate) fn run(scope: Scope) -> Outcome {
    let start = Instant::now();
    let mut steps = Steps {
        tally: Tally::default(),
        failures: Vec::new(),
    };
    let deny = ["--", "-D", "warnings"];
    let with = |arguments: &[&'static str]| -> Vec<&'static str> { [arguments, &deny].concat() };
    let wasm = ["--target", "wasm32-unknown-unknown"];

    steps.step("setting up", |_| setup::build_tools());
    steps.cargo("format", &["fmt", "--all", "--check"], &[]);
    steps.cargo(
        "lints, native",
        &with(&[
            "clippy",
            "--workspace",
            "--exclude",
            "luoxuan-web",
            "--all-targets",
            "--all-features",
        ]),
        &[],
    );
    steps.cargo(
        "lints, WebAssembly",
        &with(&[
            "clippy",
            "-p",
            "luoxuan-web",
            "-p",
            "luoxuan-tests",
            "--all-targets",
            wasm[0],
            wasm[1],
        ]),
        &[],
    );
    if scope == Scope::Fast {
        steps.cargo("the core", &["test", "-p", "luoxuan", "--all-features"], &[]);
        return finish(&steps, start);
    }
    // A workspace build unifies features and would hide an impurity; the core is checked alone.
    for features in ["", "zip", "docx", "folder", "conformance"] {
        steps.cargo(
            &format!("the core alone, features [{features}]"),
            &[
                "check",
                "-p",
                "luoxuan",
                "--no-default-features",
                "--features",
                features,
            ],
            &[],
        );
    }
    steps.cargo(
        "native tests",
        &["test", "--workspace", "--exclude", "luoxuan-tests", "--all-features"],
        &[],
    );
    steps.cargo(
        "properties and golden files",
        &["test", "-p", "luoxuan-tests", "--test", "native"],
        &[],
    );
    // With all features, as the tests before: what is built already is not built again.
    for example in ["two_devices", "word"] {
        steps.cargo(
            &format!("the example {example}"),
            &["run", "-q", "-p", "luoxuan", "--all-features", "--example", example],
            &[],
        );
    }
    steps.cargo(
        "documentation",
        &["doc", "--no-deps", "-p", "luoxuan", "--all-features"],
        &[("RUSTDOCFLAGS", "-D warnings".into())],
    );

    let mut browsers = None;
    steps.step("browsers", |_| setup::browsers().map(|found| browsers = Some(found)));
    if let Some(browsers) = browsers {
        let driver = ("CHROMEDRIVER", browsers.chromedriver.display().to_string());
        steps.cargo(
            "in the browser",
            &["test", "-p", "luoxuan-tests", "--test", "browser", wasm[0], wasm[1]],
            &[driver],
        );
        end_to_end(&mut steps, &browsers, &[], None);
    }
    finish(&steps, start)
}

/// Builds and weighs the site, serves it, and plays the stories of these names to it; all of them if none is named.
fn end_to_end(steps: &mut Steps, browsers: &setup::Browsers, stories: &[&str], rounds: Option<&str>) {
    if !steps.step("the site", |_| dist::build()) {
        return;
    }
    steps.step("size", |_| dist::weigh());
    let port = match files::serve(PathBuf::from(dist::DIST), 0) {
        Ok(port) => port,
        Err(why) => {
            steps.step("end to end", |_| Err(why));
            return;
        }
    };
    let mut environment = vec![
        ("LUOXUAN_URL", format!("http://localhost:{port}/")),
        ("LUOXUAN_CHROMIUM", browsers.chromium.display().to_string()),
        ("LUOXUAN_CHROMEDRIVER", browsers.chromedriver.display().to_string()),
        ("LUOXUAN_FIREFOX", browsers.firefox.display().to_string()),
        ("LUOXUAN_GECKODRIVER", browsers.geckodriver.display().to_string()),
        ("LUOXUAN_AXE", browsers.axe.display().to_string()),
    ];
    let mut arguments = vec!["test", "-p", "luoxuan-tests", "--test", "e2e", "--", "--test-threads=2"];
    if let Some(rounds) = rounds {
        environment.push(("LUOXUAN_ROUNDS", rounds.to_owned()));
        // Each round says what came back.
        arguments.push("--nocapture");
    }
    arguments.extend(stories);
    steps.cargo("end to end", &arguments, &environment);
}

/// Kills, fills, breaks and races the built page, as often as asked.
pub(crate) fn prove(rounds: &str) -> Outcome {
    if rounds.parse::<u32>().is_err() {
        return Err("--rounds needs a whole number".into());
    }
    let start = Instant::now();
    let mut steps = Steps {
        tally: Tally::default(),
        failures: Vec::new(),
    };
    let mut browsers = None;
    steps.step("browsers", |_| setup::browsers().map(|found| browsers = Some(found)));
    if let Some(browsers) = browsers {
        end_to_end(&mut steps, &browsers, &["kill::", "tabs::", "trouble::"], Some(rounds));
    }
    finish(&steps, start)
}

fn finish(steps: &Steps, start: Instant) -> Outcome {
    println!("\n{} minutes", start.elapsed().as_secs().div_ceil(60));
    for failure in &steps.failures {
        println!("FAILED {failure}");
    }
    println!("{} passed, {} failed", steps.tally.passed, steps.tally.failed);
    if steps.failures.is_empty() {
        Ok(())
    } else {
        Err("not everything passed".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runners_count_is_added_up() {
        let mut tally = Tally::default();
        tally.read("test result: ok. 23 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.12s");
        tally.read("test result: FAILED. 1 passed; 2 failed; 0 ignored");
        tally.read("test a ... ok");
        assert_eq!(tally, Tally { passed: 24, failed: 2 });
    }
}
