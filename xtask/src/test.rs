//! `cargo xtask test`: everything, one step after the other, with one summary at the end.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::outcome::Outcome;
use crate::scratch::Scratch;
use crate::shell::{self, cargo, output, target};
use crate::site::{self, Build, Offline};
use crate::tally::Tally;
use crate::weigh::weigh;
use crate::{circles, files, floor, long, one_file, others, setup};

/// How much to test.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything.
    All,
    /// Format and lints.
    Lints,
    /// The core's own tests, natively.
    Core,
    /// The suites beside the core, natively: those whose names contain one of these, all of them if there are none.
    Native(Vec<String>),
    /// The page's parts, in a browser.
    Page,
    /// Stories whose names contain one of these, on a development build; all of them if there are none.
    EndToEnd(Vec<String>),
}

impl Scope {
    /// Reads the command line.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let named = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        match words {
            [] => Ok(Self::All),
            ["lints"] => Ok(Self::Lints),
            ["core"] => Ok(Self::Core),
            ["page"] => Ok(Self::Page),
            ["native", suites @ ..] => Ok(Self::Native(named(suites))),
            ["e2e", stories @ ..] => Ok(Self::EndToEnd(named(stories))),
            _ => Err("test takes lints, core, page, native and names of suites, or e2e and names of stories".into()),
        }
    }
}

/// Steps one after the other, with one summary at the end.
pub(crate) struct Steps {
    /// What they have counted so far.
    pub(crate) tally: Tally,
    failures: Vec<String>,
    start: Instant,
}

impl Steps {
    /// Begins to count and to time.
    pub(crate) fn begin() -> Self {
        Self {
            tally: Tally::default(),
            failures: Vec::new(),
            start: Instant::now(),
        }
    }

    /// Runs one step. A step that fails does not keep the others from being heard.
    pub(crate) fn step(&mut self, name: &str, act: impl FnOnce(&mut Tally) -> Outcome) -> bool {
        println!("\n── {name}");
        let start = Instant::now();
        let before = self.tally.failed;
        let outcome = act(&mut self.tally);
        let seconds = start.elapsed().as_secs();
        match &outcome {
            Ok(()) => println!("── {name}: {seconds} s"),
            // Said here too: who breaks a run off sees no summary.
            Err(why) => println!("── {name}: {seconds} s, failed: {why}"),
        }
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

    /// Runs one step of cargo, its words parted by spaces, and counts the tests in what it prints.
    pub(crate) fn cargo(&mut self, name: &str, line: &str, environment: &[(&str, String)]) -> bool {
        self.step(name, |tally| {
            let mut command = cargo();
            command
                .args(line.split_whitespace())
                .envs(environment.iter().map(|(key, value)| (*key, value.as_str())));
            listen(&mut command, tally)
        })
    }

    /// Prints what failed and `N passed, N failed` last.
    pub(crate) fn finish(&self) -> Outcome {
        println!("\n{} minutes", self.start.elapsed().as_secs().div_ceil(60));
        for failure in &self.failures {
            println!("FAILED {failure}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.failures.is_empty() {
            Ok(())
        } else {
            Err("not everything passed".into())
        }
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

/// What is built for this machine, always with the same features: for every other set of them cargo would build the
/// core again, which takes a minute.
const NATIVE: &str = "-p luoxuan -p luoxuan-tests --all-features";

/// What is built for browsers.
const WASM: &str = "-p luoxuan-web -p luoxuan-tests --target wasm32-unknown-unknown";

/// Runs the tests of this scope and prints `N passed, N failed` last.
pub(crate) fn run(scope: &Scope) -> Outcome {
    let mut steps = Steps::begin();
    match scope {
        Scope::All => everything(&mut steps),
        Scope::Lints => {
            steps.step("setting up", |_| setup::wasm_target());
            lints(&mut steps);
        }
        // With the features of the suites, so that cargo need not build the core again for them.
        Scope::Core => {
            steps.cargo("the core", &format!("test {NATIVE} --lib"), &[]);
        }
        Scope::Native(suites) => {
            steps.cargo(
                "native tests",
                &format!("test {NATIVE} --test native -- {}", suites.join(" ")),
                &[],
            );
        }
        Scope::Page => with_browsers(&mut steps, |steps, browsers| in_the_browser(steps, browsers, "", &[])),
        Scope::EndToEnd(stories) => with_browsers(&mut steps, |steps, browsers| {
            let stories: Vec<&str> = stories.iter().map(String::as_str).collect();
            end_to_end(steps, Build::Development, browsers, &stories, &Play::default());
        }),
    }
    steps.finish()
}

fn everything(steps: &mut Steps) {
    steps.step("setting up", |_| setup::wasm_target());
    // Half of it is one processor's work: link-time optimisation of the page.
    let mut site = None;
    steps.step("the site, beside what follows", |_| {
        Beside::begin("dist").map(|begun| site = Some(begun))
    });
    lints(steps);
    supply_chain(steps);
    // A workspace build unifies features and would hide an impurity; the core is checked alone.
    for features in ["", "zip", "docx", "folder", "conformance"] {
        let line = format!("check -p luoxuan --no-default-features --features={features}");
        steps.cargo(&format!("the core alone, features [{features}]"), &line, &[]);
    }
    native(steps, "", &[]);
    steps.cargo("examples in the documentation", &format!("test {NATIVE} --doc"), &[]);
    steps.cargo("examples", &format!("build {NATIVE} --examples"), &[]);
    for example in ["two_devices", "word"] {
        steps.step(&format!("the example {example}"), |_| {
            shell::run(&mut Command::new(target().join("debug/examples").join(example)))
        });
    }
    steps.step("the example bot", |_| evening_with_the_bot());
    steps.cargo("these commands", "test -p xtask", &[]);
    let warnings = ("RUSTDOCFLAGS", "-D warnings".into());
    steps.cargo("documentation", "doc --no-deps -p luoxuan --all-features", &[warnings]);
    with_browsers(steps, |steps, browsers| {
        in_the_browser(steps, browsers, "", &[]);
        if let Some(site) = site
            && steps.step("the site", |_| site.wait())
        {
            stories(steps, Build::Release, browsers, &[], &Play::default());
        }
    });
}

/// Talks to the bot for one round of the spiral, in a folder of its own, and then asks another program what is there.
fn evening_with_the_bot() -> Outcome {
    let examples = target().join("debug/examples");
    let scratch = Scratch::new()?;
    let folder = scratch.path().join("journal");
    let said = [
        "听的人没有事做。",
        "/next",
        "明天一人说一人画。",
        "/undo",
        "一人说，一人照着画。",
        "/next",
        "照着画了，二十七人里有二十人画对。",
        "/next",
        "画的人说出了三个动作。",
        "/next",
        "写的时候又忘了。",
        "/next",
        "进下一轮",
    ];
    let mut bot = Command::new(examples.join("bot"))
        .arg(&folder)
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    if let Some(mut stdin) = bot.stdin.take() {
        stdin
            .write_all(said.join("\n").as_bytes())
            .map_err(|error| error.to_string())?;
    }
    let status = bot.wait().map_err(|error| error.to_string())?;
    let (program, folder) = (examples.join("journal"), folder.display().to_string());
    let listed = output(&program.display().to_string(), &[&folder, "list"]).unwrap_or_default();
    println!("{listed}");
    // The new problem has opened the next turn.
    if status.success() && listed.contains("(2 turns)") {
        Ok(())
    } else {
        Err(format!("ended with {status}, and the journal says: {listed}"))
    }
}

/// One of these commands that runs beside the steps. What it says is kept, so that two do not speak at once.
struct Beside {
    child: Child,
    said: PathBuf,
}

impl Beside {
    fn begin(word: &str) -> Outcome<Self> {
        let said = target().join(format!("{word}.log"));
        let failed = |error: std::io::Error| format!("{}: {error}", said.display());
        fs::create_dir_all(target()).map_err(failed)?;
        let log = File::create(&said).map_err(failed)?;
        let errors = log.try_clone().map_err(failed)?;
        let this = std::env::current_exe().map_err(|error| error.to_string())?;
        let child = Command::new(this).arg(word).stdout(log).stderr(errors).spawn();
        let child = child.map_err(|error| format!("{word}: {error}"))?;
        Ok(Self { child, said })
    }

    /// Waits for its end and says what it said.
    fn wait(mut self) -> Outcome {
        let status = self.child.wait().map_err(|error| error.to_string())?;
        print!("{}", fs::read_to_string(&self.said).unwrap_or_default());
        if status.success() {
            Ok(())
        } else {
            Err(format!("ended with {status}"))
        }
    }
}

/// Whoever stops waiting for it does not want it.
impl Drop for Beside {
    fn drop(&mut self) {
        // Neither fails but for a program that has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lints(steps: &mut Steps) {
    steps.cargo("format", "fmt --all --check", &[]);
    for (name, what) in [
        ("lints, native", "--workspace --exclude luoxuan-web --all-features"),
        ("lints, WebAssembly", WASM),
    ] {
        steps.cargo(name, &format!("clippy {what} --all-targets -- -D warnings"), &[]);
    }
    steps.step("circles", |_| circles::circles());
    steps.step("long files", |_| long::long_files());
    steps.step("the oldest browsers", |_| floor::sources());
}

/// Finds or installs the browsers and plays what needs them.
fn with_browsers(steps: &mut Steps, play: impl FnOnce(&mut Steps, &setup::Browsers)) {
    let mut found = None;
    steps.step("browsers", |_| setup::browsers().map(|browsers| found = Some(browsers)));
    if let Some(browsers) = found {
        play(steps, &browsers);
    }
}

/// The tests of the core, the properties and the golden files; `more` is for their runner.
pub(crate) fn native(steps: &mut Steps, more: &str, environment: &[(&str, String)]) {
    let line = format!("test {NATIVE} --lib --test stores --test native {more}");
    steps.cargo("native tests", &line, environment);
}

/// The tests that need a browser but no built site; `more` is for their runner.
pub(crate) fn in_the_browser(
    steps: &mut Steps,
    browsers: &setup::Browsers,
    more: &str,
    environment: &[(&str, String)],
) {
    if !steps.step("the test runner", |_| {
        setup::wasm_target().and_then(|()| setup::browser_test_runner())
    }) {
        return;
    }
    let Some(scratch) = room(steps) else { return };
    let ours = [
        ("CHROMEDRIVER", browsers.chromedriver.display().to_string()),
        ("TMPDIR", scratch.path().display().to_string()),
    ];
    let line = format!("test {WASM} --lib --bin worker --test browser {more}");
    steps.cargo("in the browser", &line, &[environment, &ours].concat());
}

/// A folder for the profiles of browsers.
fn room(steps: &mut Steps) -> Option<Scratch> {
    let mut scratch = None;
    steps.step("room for profiles", |_| {
        Scratch::new().map(|found| scratch = Some(found))
    });
    scratch
}

/// Licences, duplicates and sources of all that is built in; known weaknesses where their list can be had.
fn supply_chain(steps: &mut Steps) {
    if !steps.step("setting up cargo-deny", |_| setup::supply_chain_tool()) {
        return;
    }
    steps.cargo("licences and sources", "deny --locked check licenses bans sources", &[]);
    steps.step("known weaknesses", |tally| {
        if output("cargo", &["deny", "--locked", "fetch", "db"]).is_none() {
            println!("Their list cannot be fetched from here: not checked.");
            return Ok(());
        }
        listen(
            cargo().args(["deny", "--locked", "--offline", "check", "advisories"]),
            tally,
        )
    });
}

/// How stories are played.
#[derive(Debug, Clone, Default)]
pub(crate) struct Play {
    /// What they are told, beside where the site and the browsers are.
    pub(crate) environment: Vec<(&'static str, String)>,
    /// What the test runner is told.
    pub(crate) options: &'static str,
    /// Whether they fill more than memory has room for.
    pub(crate) on_disk: bool,
}

/// Builds the site and plays the stories of these names to it; all of them if none is named.
pub(crate) fn end_to_end(steps: &mut Steps, build: Build, browsers: &setup::Browsers, names: &[&str], play: &Play) {
    if steps.step("the site", |_| site::build(build, Offline::Works).map(|_| ())) {
        stories(steps, build, browsers, names, play);
    }
}

/// Weighs the built site if it is what people get, serves it, and plays the stories of these names to it.
fn stories(steps: &mut Steps, build: Build, browsers: &setup::Browsers, names: &[&str], play: &Play) {
    let mut others = Vec::new();
    if !steps.step("other browsers", |_| others::environment().map(|found| others = found)) {
        return;
    }
    if build == Build::Development && !steps.step("the one file", |_| one_file::make(&build.folder(), build)) {
        return;
    }
    if build == Build::Release {
        steps.step("the oldest browsers, scripts", |_| floor::glue(&build.folder()));
        steps.step("size", |_| weigh(&build.folder()));
    }
    let site = std::path::absolute(build.folder()).map_err(|error| error.to_string());
    let served = site.and_then(|site| Ok((files::serve(site.clone(), 0)?, site)));
    let (port, site) = match served {
        Ok(served) => served,
        Err(why) => {
            steps.step("end to end", |_| Err(why));
            return;
        }
    };
    let mut environment = vec![
        ("LUOXUAN_URL", format!("http://localhost:{port}/")),
        ("LUOXUAN_SITE", site.display().to_string()),
        ("LUOXUAN_CHROMIUM", browsers.chromium.display().to_string()),
        ("LUOXUAN_CHROMEDRIVER", browsers.chromedriver.display().to_string()),
        ("LUOXUAN_FIREFOX", browsers.firefox.display().to_string()),
        ("LUOXUAN_GECKODRIVER", browsers.geckodriver.display().to_string()),
        ("LUOXUAN_AXE", browsers.axe.display().to_string()),
    ];
    let scratch = if play.on_disk {
        None
    } else {
        let Some(scratch) = room(steps) else { return };
        environment.push(("TMPDIR", scratch.path().display().to_string()));
        Some(scratch)
    };
    environment.extend(others.iter().map(|(name, program)| (name.as_str(), program.clone())));
    environment.extend(play.environment.iter().cloned());
    let mut line = format!("test {NATIVE} --test e2e -- --test-threads=2 {}", play.options);
    for name in names {
        line = line + " " + name;
    }
    steps.cargo("end to end", &line, &environment);
    drop(scratch);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tier_is_named() {
        assert_eq!(Scope::read(&[]), Ok(Scope::All));
        assert_eq!(
            Scope::read(&["e2e", "kill::"]),
            Ok(Scope::EndToEnd(vec!["kill::".into()]))
        );
        assert_eq!(Scope::read(&["native"]), Ok(Scope::Native(Vec::new())));
        assert!(Scope::read(&["fast"]).is_err());
    }
}
