//! Installs what is missing. Tools go to cargo's own home, so that every clone shares them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::outcome::Outcome;
use crate::shell::{cargo, command, output, run, run_long, which};

/// What the page is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What building the page needs.
pub(crate) fn wasm_target() -> Outcome {
    let installed = output("rustup", &["target", "list", "--installed"]).unwrap_or_default();
    if installed.lines().any(|line| line.trim() == WASM_TARGET) {
        return Ok(());
    }
    run_long(
        "adding the WebAssembly target",
        "seconds",
        &mut command("rustup", &["target", "add", WASM_TARGET]),
    )
}

/// What runs tests that were compiled for a browser: it comes with wasm-bindgen's command line.
pub(crate) fn browser_test_runner() -> Outcome {
    let bindgen = locked("wasm-bindgen")?;
    if says("wasm-bindgen-test-runner", &["--version"], &bindgen) {
        return Ok(());
    }
    let install = |locked: &[&str]| {
        let mut cargo = cargo();
        cargo
            .args(["install", "wasm-bindgen-cli", "--bin", "wasm-bindgen-test-runner"])
            .args(["--version", &bindgen])
            .args(locked)
            // It works through megabytes, but the wait for its best is longer than what that saves.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        run_long("installing wasm-bindgen's test runner", "about 2 minutes", &mut cargo)
    };
    // With its own lock file first; a package index that lags behind it may not have every version yet.
    install(&["--locked"]).or_else(|_| install(&[]))
}

/// Installs a program that copies files, calls others or reads lists: without optimisation and without what only a
/// debugger needs, which halves the wait.
fn quick_install(arguments: &[&str]) -> Command {
    let mut cargo = cargo();
    cargo
        .args(["install", "--debug"])
        .args(arguments)
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo
}

/// What looks at the licences and sources of all that is built in.
pub(crate) fn supply_chain_tool() -> Outcome {
    if output("cargo-deny", &["--version"]).is_some() {
        return Ok(());
    }
    run_long(
        "installing cargo-deny, which reads licences and sources",
        "about 4 minutes",
        &mut quick_install(&["cargo-deny", "--locked"]),
    )
}

fn says(program: &str, arguments: &[&str], version: &str) -> bool {
    output(program, arguments).is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// The version of a package in the lock file.
fn locked(package: &str) -> Outcome<String> {
    let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("Cargo.lock: {error}"))?;
    version_in(&lock, package).ok_or_else(|| format!("{package} is not in Cargo.lock"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

/// The programs the browser tests drive.
pub(crate) struct Browsers {
    /// Chromium.
    pub(crate) chromium: PathBuf,
    /// Its driver.
    pub(crate) chromedriver: PathBuf,
    /// Firefox.
    pub(crate) firefox: PathBuf,
    /// Its driver.
    pub(crate) geckodriver: PathBuf,
    /// The accessibility checker, a JavaScript file.
    pub(crate) axe: PathBuf,
}

fn first(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| which(program))
}

/// Installs Debian packages that are missing, or says how to.
pub(crate) fn packages(who: &str, missing: &[&str]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install -y {}", missing.join(" "));
    let root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !root || which("apt-get").is_none() {
        return Err(format!(
            "{who} need {}; install them, for example: sudo {line}",
            missing.join(", ")
        ));
    }
    let install = format!("apt-get update -qq && DEBIAN_FRONTEND=noninteractive {line} -qq");
    run_long(
        &format!("installing {}", missing.join(", ")),
        "a few minutes",
        &mut command("sh", &["-c", &install]),
    )
}

/// What making Word files is measured against.
pub(crate) fn pandoc() -> Outcome<PathBuf> {
    if which("pandoc").is_none() {
        packages("the measurements", &["pandoc"])?;
    }
    which("pandoc").ok_or_else(|| "pandoc is not on the path".to_owned())
}

/// What the page is measured against, as npm packages. Returns their folder.
pub(crate) fn peers() -> Outcome<PathBuf> {
    let packages = [
        ("tiddlywiki", "5.4.1"),
        ("minisearch", "7.2.0"),
        ("markdown-it", "15.0.3"),
        ("commonmark", "0.31.2"),
    ];
    modules("what the page is measured against", &packages)?;
    fs::canonicalize(MODULES).map_err(|error| format!("{MODULES}: {error}"))
}

/// Where npm packages go.
pub(crate) const MODULES: &str = "target/npm/node_modules";

/// Installs npm packages of these versions, unless they are there.
fn modules(what: &str, packages: &[(&str, &str)]) -> Outcome {
    let there = packages.iter().all(|(name, version)| {
        let about = fs::read_to_string(PathBuf::from(MODULES).join(name).join("package.json"));
        about.is_ok_and(|about| about.contains(&format!("\"version\": \"{version}\"")))
    });
    if there {
        return Ok(());
    }
    run(npm_install(what, "seconds")?.args(packages.iter().map(|(name, version)| format!("{name}@{version}"))))
}

/// What browsers know since when, as MDN has gathered it.
pub(crate) fn compatibility_data() -> Outcome {
    if which("npm").is_none() {
        packages("the lint for older browsers", &["npm"])?;
    }
    modules("MDN's data about browsers", &[("@mdn/browser-compat-data", "8.1.9")])
}

/// npm, about to install what it is given, which is said first.
pub(crate) fn npm_install(what: &str, about: &str) -> Outcome<Command> {
    fs::create_dir_all("target/npm").map_err(|error| error.to_string())?;
    println!("→ installing {what} ({about})");
    let mut npm = command("npm", &["install", "--prefix", "target/npm"]);
    npm.args(["--no-audit", "--no-fund", "--silent"]);
    Ok(npm)
}

/// What testing in real browsers needs.
pub(crate) fn browsers() -> Outcome<Browsers> {
    let missing: Vec<&str> = [
        (
            "chromium",
            first(&["chromium", "chromium-browser", "google-chrome"]).is_none(),
        ),
        ("chromium-driver", which("chromedriver").is_none()),
        ("firefox-esr", first(&["firefox-esr", "firefox"]).is_none()),
        ("npm", which("npm").is_none()),
        (
            "fonts-noto-cjk",
            output("fc-list", &[":lang=zh"]).is_none_or(|fonts| fonts.trim().is_empty()),
        ),
    ]
    .into_iter()
    .filter(|(_, missing)| *missing)
    .map(|(package, _)| package)
    .collect();
    packages("the browser tests", &missing)?;
    if which("geckodriver").is_none() {
        run_long(
            "installing geckodriver",
            "about a minute",
            &mut quick_install(&["geckodriver", "--locked"]),
        )?;
    }
    let axe = PathBuf::from(MODULES).join("axe-core/axe.min.js");
    modules("axe-core, the accessibility checker", &[("axe-core", "4.10.3")])?;
    let found = |program: Option<PathBuf>, name: &str| program.ok_or_else(|| format!("{name} is not on the path"));
    Ok(Browsers {
        chromium: found(first(&["chromium", "chromium-browser", "google-chrome"]), "chromium")?,
        chromedriver: found(which("chromedriver"), "chromedriver")?,
        firefox: found(first(&["firefox-esr", "firefox"]), "firefox")?,
        geckodriver: found(which("geckodriver"), "geckodriver")?,
        axe: fs::canonicalize(&axe).map_err(|error| format!("{}: {error}", axe.display()))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_locked_package_is_found() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "serde"), None);
    }
}
