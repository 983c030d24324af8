//! The drivers of the browsers: started, told what browser is wanted, and ended.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::browser::{Kind, PATIENCE};
use super::tools::{Scratch, setting};
use super::{older, wait_for};

/// So often a driver is started before it is given up. `ChromeDriver` asks the system for any port of IPv6 and
/// then wants the same one of IPv4; where another process has that, it ends.
const DRIVER_STARTS: usize = 5;

/// Starts a driver, and by it a browser on the profile in this folder.
pub(super) fn open(kind: Kind, folder: &Path, runtime: &Runtime, start: u32) -> (Driver, Client) {
    let log = folder.join(format!("driver-{start}.log"));
    let Some((mut driver, port)) = (0..DRIVER_STARTS).find_map(|_| Driver::start(kind, folder, &log)) else {
        panic!(
            "the driver does not start: {}",
            std::fs::read_to_string(&log).unwrap_or_default()
        );
    };
    let wanted = match kind {
        Kind::Chromium => chromium(folder),
        Kind::Firefox => firefox(folder),
        Kind::Older(_) => json!({ "unhandledPromptBehavior": "accept" }),
        Kind::WebKit => webkit(folder),
    };
    let client = runtime.block_on(async {
        let address = format!("http://127.0.0.1:{port}/");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let wanted = wanted.as_object().cloned().unwrap_or_default();
        tokio::time::timeout(PATIENCE, builder.capabilities(wanted).connect(&address)).await
    });
    match client {
        Ok(Ok(client)) => (driver, client),
        other => {
            driver.end();
            let why = other.map(|client| client.err().map(|error| error.to_string()));
            panic!(
                "the browser does not start: {why:?}\n{}",
                std::fs::read_to_string(&log).unwrap_or_default()
            );
        }
    }
}

/// A driver: a program, with the screen it needs, or one of this crate.
pub(super) enum Driver {
    Programs(Vec<Child>),
    Older(older::Driver),
}

impl Driver {
    /// Starts the driver and waits for the port it hears on; nothing if it ends before that, or keeps silent.
    fn start(kind: Kind, folder: &Path, log: &Path) -> Option<(Self, u16)> {
        let mut command = match kind {
            Kind::Older(version) => {
                let program = setting(&format!("LUOXUAN_CHROMIUM_{version}"));
                let driver = older::Driver::start(program, folder, log.to_owned());
                let port = driver.port;
                return Some((Self::Older(driver), port));
            }
            Kind::Chromium => {
                let mut command = Command::new(setting("LUOXUAN_CHROMEDRIVER"));
                command.arg("--port=0");
                command
            }
            Kind::Firefox => {
                let mut command = Command::new(setting("LUOXUAN_GECKODRIVER"));
                command
                    .args(["--port", "0", "--binary"])
                    .arg(setting("LUOXUAN_FIREFOX"));
                command
            }
            Kind::WebKit => return webkit_driver(folder, log),
        };
        let mut driver = Self::Programs(vec![spawned(&mut command, log)]);
        let said = wait_for(PATIENCE, || {
            if driver.has_ended() {
                return Some(None);
            }
            port_in(&std::fs::read_to_string(log).unwrap_or_default()).map(Some)
        });
        let Some(port) = said.flatten() else {
            driver.end();
            return None;
        };
        Some((driver, port))
    }

    fn has_ended(&mut self) -> bool {
        match self {
            Self::Programs(programs) => programs.iter_mut().any(|one| !matches!(one.try_wait(), Ok(None))),
            Self::Older(_) => false,
        }
    }

    /// Ends it.
    pub(super) fn end(&mut self) {
        match self {
            Self::Programs(programs) => {
                for program in programs.iter_mut().rev() {
                    // It may have ended with its browser.
                    let _ = program.kill();
                    let _ = program.wait();
                }
            }
            Self::Older(driver) => driver.end(),
        }
    }
}

fn spawned(command: &mut Command, log: &Path) -> Child {
    let output = File::create(log).expect("a log file");
    command
        // A place and a language, so that a test says the same on every machine.
        .env("TZ", "Asia/Shanghai")
        .env("LANGUAGE", "zh_CN")
        .stdin(Stdio::null())
        .stderr(output.try_clone().expect("a log file"))
        .stdout(output)
        .spawn()
        .expect("the driver starts")
}

/// A screen that nobody sees, and its number.
fn screen() -> (Child, Option<String>) {
    let mut screen = Command::new(setting("LUOXUAN_XVFB"))
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the screen starts");
    let mut number = String::new();
    // It says which it is once it is ready.
    let says = screen.stdout.take();
    let heard = says.map(|says| BufReader::new(says).read_line(&mut number));
    let number = matches!(heard, Some(Ok(_))).then(|| number.trim().to_owned());
    (screen, number)
}

/// Prints a place of the demonstration as `WebKit` prints it, once these words stand there: its driver knows no printing.
/// The text of each sheet.
pub(crate) fn webkit_prints(address: &str, place: &str, words: &str) -> Vec<String> {
    let folder = Scratch::new("paper");
    let file = folder.path().join("paper.pdf");
    let (screen, number) = screen();
    let mut drawn = Driver::Programs(vec![screen]);
    let printed = Command::new(setting("LUOXUAN_PYTHON"))
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/e2e/stage/webkit_print.py"))
        .args([address, place, words])
        .arg(&file)
        .env("DISPLAY", format!(":{}", number.expect("the screen says which it is")))
        .env("HOME", folder.path())
        .output()
        .expect("it prints");
    drawn.end();
    let why = String::from_utf8_lossy(&printed.stderr);
    assert!(file.is_file(), "nothing is printed: {why}");
    let read = Command::new(setting("LUOXUAN_PDFTOTEXT"))
        .arg(&file)
        .arg("-")
        .output()
        .expect("it is read");
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    let sheets = text.split('\u{c}').map(|sheet| sheet.trim().to_owned());
    sheets.filter(|sheet| !sheet.is_empty()).collect()
}

/// `WebKit`'s driver on a screen of its own: its browser has no other way to draw.
fn webkit_driver(folder: &Path, log: &Path) -> Option<(Driver, u16)> {
    let (screen, number) = screen();
    let mut driver = Driver::Programs(vec![screen]);
    // Asked for any port it would not say which it got.
    let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr());
    let (Some(number), Ok(port)) = (number, port.map(|address| address.port())) else {
        driver.end();
        return None;
    };
    let (home, downloads) = (folder.join("profile"), folder.join("downloads"));
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    let kept = std::fs::create_dir_all(home.join(".config"))
        .and_then(|()| std::fs::write(home.join(".config/user-dirs.dirs"), folders));
    kept.expect("a place for settings");
    let mut command = Command::new(setting("LUOXUAN_WEBKITDRIVER"));
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{number}"))
        .env("HOME", &home)
        .env_remove("XDG_CONFIG_HOME");
    if let Driver::Programs(programs) = &mut driver {
        programs.push(spawned(&mut command, log));
    }
    let hears = wait_for(PATIENCE, || {
        let ended = driver.has_ended();
        (ended || TcpStream::connect(("127.0.0.1", port)).is_ok()).then_some(!ended)
    });
    if hears != Some(true) {
        driver.end();
        return None;
    }
    Some((driver, port))
}

/// The port a driver's own words name; nothing while that line is still being written.
fn port_in(said: &str) -> Option<u16> {
    let marks = ["successfully on port ", "Listening on 127.0.0.1:"];
    let rest = marks.iter().find_map(|mark| said.split_once(mark))?.1;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (rest.len() > digits.len()).then(|| digits.parse().ok()).flatten()
}

fn chromium(folder: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "timeouts": { "script": 180_000 },
        "unhandledPromptBehavior": "accept",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": setting("LUOXUAN_CHROMIUM"),
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--lang=zh-CN", "--accept-lang=zh-CN",
                "--window-size=1280,900",
                format!("--user-data-dir={}", folder.join("profile").display()),
            ],
            "prefs": {
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.automatic_downloads": 1,
                "intl.accept_languages": "zh-CN",
            },
        },
    })
}

fn firefox(folder: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "unhandledPromptBehavior": "accept",
        "moz:firefoxOptions": {
            "args": ["--headless", "-profile", folder.join("profile")],
            "prefs": {
                "intl.accept_languages": "zh-CN",
                "browser.download.folderList": 2,
                "browser.download.dir": folder.join("downloads"),
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/zip,application/json,application/x-ndjson,text/markdown,image/png,image/svg+xml,application/octet-stream",
                "browser.download.alwaysOpenPanel": false,
                "devtools.console.stdout.content": true,
                "app.update.disabledForTesting": true,
                "browser.aboutwelcome.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "dom.disable_open_during_load": false,
                // As people have it; its driver would have all files share one storage.
                "security.fileuri.strict_origin_policy": true,
            },
        },
    })
}

fn webkit(folder: &Path) -> Value {
    json!({
        "unhandledPromptBehavior": "accept",
        "webkitgtk:browserOptions": {
            "binary": setting("LUOXUAN_MINIBROWSER"),
            // The second names the profile on its command line, by which its processes are known.
            "args": ["--automation", format!("--cookies-file={}", folder.join("profile/cookies").display())],
        },
    })
}
