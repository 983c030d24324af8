//! A server of the built site for stories that go offline, meet a new version or break something.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

use super::tools::dist;

/// A script of this name is run before anything else in the page.
const FAULTS: &str = "faults.js";

#[derive(Default)]
struct Shown {
    faults: Option<String>,
    version: Option<String>,
    lost: Option<&'static str>,
}

/// The built site on an address of its own.
pub(crate) struct Site {
    folder: PathBuf,
    port: u16,
    shown: Arc<Mutex<Shown>>,
    open: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl Site {
    /// Serves the built site.
    pub(crate) fn open() -> Self {
        Self::of(dist())
    }

    /// Serves another folder.
    pub(crate) fn of(folder: PathBuf) -> Self {
        let mut site = Self {
            folder,
            port: 0,
            shown: Arc::default(),
            open: None,
        };
        site.comes_back();
        site
    }

    /// Serves the built site with a script that breaks something before the app starts.
    pub(crate) fn with_fault(script: &str) -> Self {
        let site = Self::open();
        site.breaks(script);
        site
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().expect("nobody panicked here")
    }

    /// From the next load on, runs this script before the app starts.
    pub(crate) fn breaks(&self, script: &str) {
        self.shown().faults = Some(script.into());
    }

    /// From now on, what is served is another version of the app.
    pub(crate) fn has_version(&self, version: &str) {
        self.shown().version = Some(version.into());
    }

    /// From now on, this file is not there; or all are again.
    pub(crate) fn lacks(&self, name: Option<&'static str>) {
        self.shown().lost = name;
    }

    /// Answers nobody any more.
    pub(crate) fn goes_down(&mut self) {
        if let Some((stop, thread)) = self.open.take() {
            stop.store(true, Ordering::Relaxed);
            // The last caller, who finds that nobody is there.
            drop(TcpStream::connect(("127.0.0.1", self.port)));
            thread.join().expect("the server ends");
        }
    }

    /// Answers again, at the same address.
    pub(crate) fn comes_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("a free port");
        self.port = listener.local_addr().expect("an address").port();
        let (folder, shown, stop) = (
            self.folder.clone(),
            self.shown.clone(),
            Arc::new(AtomicBool::new(false)),
        );
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let (folder, shown) = (folder.clone(), shown.clone());
                // One answer a connection: none waits for another.
                std::thread::spawn(move || answer(&folder, &shown, &caller));
            }
        });
        self.open = Some((stop, thread));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.goes_down();
    }
}

/// Answers one request. A browser that has gone away needs none.
fn answer(folder: &Path, shown: &Mutex<Shown>, mut caller: &TcpStream) -> Option<()> {
    caller.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let mut lines = BufReader::new(caller).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let path = first
        .split(' ')
        .nth(1)?
        .split(['?', '#'])
        .next()?
        .trim_start_matches('/')
        .to_owned();
    let name = if path.is_empty() { "index.html" } else { &path };
    let (status, bytes) = match file(folder, name, &*shown.lock().ok()?) {
        Some(bytes) => ("200 OK", bytes),
        None => ("404 Not Found", b"not found".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        media_type(name),
        bytes.len()
    );
    caller.write_all(head.as_bytes()).ok()?;
    caller.write_all(&bytes).ok()
}

/// A file of the site as it is shown now.
fn file(folder: &Path, name: &str, shown: &Shown) -> Option<Vec<u8>> {
    if shown.lost == Some(name) {
        return None;
    }
    if name == FAULTS {
        return shown.faults.clone().map(String::into_bytes);
    }
    let path = PathBuf::from(name);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let bytes = fs::read(folder.join(inside.then_some(path)?)).ok()?;
    if name == "index.html" && shown.faults.is_some() {
        let html = String::from_utf8(bytes).ok()?;
        let tagged = html.replacen("</title>", &format!("</title><script src=\"{FAULTS}\"></script>"), 1);
        assert_ne!(tagged, html, "the page has no title to put a script after");
        return Some(tagged.into_bytes());
    }
    if let ("sw.js", Some(version)) = (name, &shown.version) {
        let script = String::from_utf8(bytes).ok()?;
        let (before, rest) = script.split_once("const VERSION = \"")?;
        let (_, after) = rest.split_once('"')?;
        return Some(format!("{before}const VERSION = \"{version}\"{after}").into_bytes());
    }
    Some(bytes)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
