//! The stand on which the page is measured: one browser, journals of several sizes planted in it, and what they are
//! measured against, on addresses of their own.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use luoxuan::{Revision, Timestamp};
use luoxuan_tests::years;
use serde_json::{Value, json};

use crate::stage::browser::{Browser, Kind};
use crate::stage::site::Site;
use crate::stage::tools::{dist, setting};
use crate::stage::wait_for;

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The seed of the journals.
pub(crate) const SEED: u64 = 2026;

/// The size the promises speak of.
pub(crate) const MANY: usize = 20_000;

/// How much slower a school's computer is.
pub(crate) const SLOWED: u32 = 4;

/// No page takes longer than this to do what is waited for.
const PATIENCE: Duration = Duration::from_mins(3);

/// What the app keeps of current texts in localStorage, in bytes.
const HEADS: usize = 3_400_000;

/// A journal of no more entries is read without a snapshot.
const SHORT: usize = 500;

/// Whether the app has written its snapshot.
const SNAPSHOT: &str = "return new Promise((good, bad) => { const request = indexedDB.open('luoxuan:main'); \
    request.onerror = () => bad(request.error); request.onsuccess = () => { const base = request.result, \
    said = base.transaction('meta').objectStore('meta').get('snapshot'); \
    said.onsuccess = () => { base.close(); good(said.result ?? null); }; }; })";

const WATCH: &str = include_str!("page/watch.js");
const PLANT: &str = include_str!("page/plant.js");

/// The browser with everything in it.
pub(crate) struct Stand {
    pub(crate) browser: Browser,
    /// The app, with a journal of so many entries.
    pub(crate) apps: Vec<(usize, Site)>,
    /// The other pages.
    pub(crate) peers: Site,
}

/// A folder of the files made for measuring.
fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there)?;
        } else {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}

/// The app with nothing written in it.
pub(crate) fn empty_app() -> Outcome<Site> {
    Ok(Site::of(folder("site")?))
}

/// How many bytes a page beside ours has.
pub(crate) fn size_of_peer(name: &str) -> Outcome<u64> {
    Ok(fs::metadata(folder("peers")?.join(name))?.len())
}

/// This moment, in China.
pub(crate) fn now() -> Outcome<Timestamp> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
    Ok(Timestamp::new(i64::try_from(now)?, 480))
}

/// Writes the same notes as our lines, as a list of texts, and as a TiddlyWiki in one file.
fn write_journal(site: &Path, peers: &Path, empty_wiki: &str, count: usize) -> Outcome {
    let end = now()?;
    let mut lines = std::io::BufWriter::new(fs::File::create(site.join(format!("lines-{count}.jsonl")))?);
    for revision in years::revisions(SEED, count, end) {
        writeln!(lines, "{}", revision.to_line())?;
    }
    lines.flush()?;
    let notes: Vec<String> = (0..count).map(|number| years::body(SEED, number)).collect();
    fs::write(peers.join(format!("notes-{count}.json")), serde_json::to_vec(&notes)?)?;
    let tiddlers: Vec<Value> = (0..).zip(&notes).map(|(number, text): (u32, _)| {
        let day = Timestamp::new(end.millis() - i64::from(number) * 14_400_000, 480).date();
        let stamp = format!("{}120000000", day.to_string().replace('-', ""));
        json!({ "title": format!("{day} 第{number}条"), "text": text, "tags": "观察", "created": stamp, "modified": stamp })
    }).collect();
    // As TiddlyWiki writes it: JSON in which no tag can begin.
    let store = serde_json::to_string(&tiddlers)?.replace('<', "\\u003C");
    let store = format!("<script class=\"tiddlywiki-tiddler-store\" type=\"application/json\">{store}</script>");
    let mark = "<script class=\"tiddlywiki-tiddler-store\"";
    let (before, after) = empty_wiki.split_once(mark).ok_or("a TiddlyWiki without a store")?;
    fs::write(
        peers.join(format!("wiki-{count}.html")),
        format!("{before}{store}{mark}{after}"),
    )?;
    Ok(())
}

/// An empty TiddlyWiki in one file, as its own command makes it.
fn empty_wiki(modules: &Path) -> Outcome<String> {
    let made = folder("wiki")?;
    let status = Command::new("node")
        .arg(modules.join("tiddlywiki/tiddlywiki.js"))
        .arg(modules.join("tiddlywiki/editions/empty"))
        .arg("--output")
        .arg(&made)
        .args(["--build", "index"])
        .status()?;
    if !status.success() {
        return Err(format!("TiddlyWiki's command: {status}").into());
    }
    Ok(fs::read_to_string(made.join("index.html"))?)
}

impl Stand {
    /// Makes everything and plants it.
    pub(crate) fn new(sizes: &[usize]) -> Outcome<Self> {
        let modules = PathBuf::from(setting("LUOXUAN_MODULES"));
        let (site, peers) = (folder("site")?, folder("peers")?);
        copy(&dist(), &site)?;
        for (name, from) in [
            ("minisearch.js", "minisearch/dist/umd/index.js"),
            ("commonmark.js", "commonmark/dist/commonmark.min.js"),
            ("markdown-it.js", "markdown-it/dist/browser/markdown-it.umd.min.js"),
        ] {
            fs::copy(modules.join(from), peers.join(name)).map_err(|error| format!("{from}: {error}"))?;
        }
        let wiki = empty_wiki(&modules)?;
        fs::write(peers.join("bare.html"), include_str!("page/bare.html"))?;
        fs::write(peers.join("empty-wiki.html"), &wiki)?;
        fs::write(peers.join("libraries.html"), include_str!("page/libraries.html"))?;
        copy(Path::new(&setting("LUOXUAN_OURS")), &peers.join("ours"))?;
        for count in sizes {
            write_journal(&site, &peers, &wiki, *count)?;
        }
        let stand = Self {
            browser: Browser::start(Kind::Chromium),
            apps: sizes.iter().map(|count| (*count, Site::of(site.clone()))).collect(),
            peers: Site::of(peers),
        };
        stand.watch();
        for (count, app) in &stand.apps {
            stand.plant(&format!("lines-{count}.jsonl"), &app.address(), *count)?;
        }
        Ok(stand)
    }

    /// Lets every page opened in this tab from now on be watched.
    pub(crate) fn watch(&self) {
        self.browser.resize(1280, 900);
        self.browser.devtools("Page.enable", &json!({}));
        self.browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }));
    }

    /// The same, but finding is not opened by itself.
    pub(crate) fn watch_without_finding(&self) {
        self.browser.devtools("Page.enable", &json!({}));
        let source = format!("window.noFinding = true;\n{WATCH}");
        self.browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }));
    }

    /// Slows this tab down so many times; 1 is full speed.
    pub(crate) fn slow(&self, times: u32) {
        self.browser
            .devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
    }

    /// Waits until a script returns something other than null.
    pub(crate) fn wait(&self, what: &str, script: &str) -> Outcome<Value> {
        let found = wait_for(PATIENCE, || {
            let value = self.browser.try_run(script, vec![]).ok()?;
            (!value.is_null()).then_some(value)
        });
        found.ok_or_else(|| format!("{what} does not come").into())
    }

    /// Waits until the page of libraries has loaded ours.
    pub(crate) fn wait_for_our_module(&self) -> Outcome {
        self.wait("our module", "return window.ours ? true : null").map(drop)
    }

    /// The app with a journal of these revisions. The tab is one that is watched.
    pub(crate) fn app_with(&self, name: &str, revisions: &[Revision]) -> Outcome<Site> {
        let folder = folder("site")?;
        let lines: String = revisions.iter().map(|revision| revision.to_line() + "\n").collect();
        fs::write(folder.join(name), lines)?;
        let app = Site::of(folder);
        self.plant(name, &app.address(), revisions.len())?;
        Ok(app)
    }

    /// Puts so many entries or more into the app's journal, and leaves it as it is a while after a start.
    fn plant(&self, lines: &str, home: &str, count: usize) -> Outcome {
        self.browser.go(home);
        self.wait("the app", "return window.bench?.marks.found")?;
        // A page of the site without the app in it.
        self.browser.go(&format!("{home}icon.svg"));
        let arguments = vec![json!(lines), json!(HEADS)];
        self.browser.run(PLANT, arguments);
        let end = self.wait("the planted journal", "return window.planted || null")?;
        if end != json!("planted") {
            return Err(end.to_string().into());
        }
        self.browser.go(home);
        self.wait("the journal", "return window.bench?.marks.found")?;
        if count > SHORT {
            self.wait("the snapshot", SNAPSHOT)?;
        }
        Ok(())
    }

    /// Where the app with a journal of so many entries is.
    pub(crate) fn app(&self, count: usize) -> Outcome<String> {
        let app = self.apps.iter().find(|(size, _)| *size == count);
        Ok(app.ok_or("no journal of this size")?.1.address())
    }

    /// The sizes of the journals.
    pub(crate) fn sizes(&self) -> Vec<usize> {
        self.apps.iter().map(|(count, _)| *count).collect()
    }

    /// Puts a page beside the others.
    pub(crate) fn add_peer(&self, name: &str, html: &str) -> Outcome<String> {
        fs::write(folder("peers")?.join(name), html)?;
        Ok(self.peer(name))
    }

    /// The address of another page.
    pub(crate) fn peer(&self, name: &str) -> String {
        format!("{}{name}", self.peers.address())
    }
}

/// A number a script returned.
pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Numbers a script returned.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .map(|all| all.iter().map(number).collect())
        .unwrap_or_default()
}
