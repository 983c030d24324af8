//! A server of the built site for stories that go offline, meet a new version or break something.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response, Server};

use super::tools::dist;

/// A script of this name is run before anything else in the page; it does nothing until it is set.
const FAULTS: &str = "faults.js";

#[derive(Default)]
struct Shown {
    files: BTreeMap<String, Vec<u8>>,
    version: Option<String>,
    asked: Vec<String>,
}

/// The built site on an address of its own.
pub(crate) struct Site {
    port: u16,
    shown: Arc<Mutex<Shown>>,
    open: Option<(Arc<Server>, JoinHandle<()>)>,
}

impl Site {
    /// Serves the built site.
    pub(crate) fn open() -> Self {
        let mut site = Self {
            port: 0,
            shown: Arc::default(),
            open: None,
        };
        site.show(FAULTS, b"");
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

    /// Shows these bytes under this name from now on.
    pub(crate) fn show(&self, name: &str, bytes: &[u8]) {
        self.shown().files.insert(name.to_owned(), bytes.to_vec());
    }

    /// From the next load on, runs this script before the app starts.
    pub(crate) fn breaks(&self, script: &str) {
        self.show(FAULTS, script.as_bytes());
    }

    /// From now on, what is served is another version of the app.
    pub(crate) fn has_version(&self, version: &str) {
        self.shown().version = Some(version.into());
    }

    /// What has been asked for so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.shown().asked.clone()
    }

    /// Answers nobody any more.
    pub(crate) fn goes_down(&mut self) {
        if let Some((server, thread)) = self.open.take() {
            server.unblock();
            thread.join().expect("the server ends");
        }
    }

    /// Answers again, at the same address.
    pub(crate) fn comes_back(&mut self) {
        let server = Arc::new(Server::http(("127.0.0.1", self.port)).expect("a free port"));
        self.port = server.server_addr().to_ip().expect("an address").port();
        let (folder, shown, serving) = (dist(), self.shown.clone(), server.clone());
        let thread = std::thread::spawn(move || {
            for request in serving.incoming_requests() {
                answer(&folder, &shown, request);
            }
        });
        self.open = Some((server, thread));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some((server, _)) = self.open.take() {
            server.unblock();
        }
    }
}

fn answer(folder: &Path, shown: &Mutex<Shown>, request: Request) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let name = path.trim_start_matches('/').to_owned();
    let name = if name.is_empty() { "index.html".to_owned() } else { name };
    let file = {
        let mut shown = shown.lock().expect("nobody panicked here");
        shown.asked.push(name.clone());
        match shown.files.get(&name) {
            Some(bytes) => Some(bytes.clone()),
            None => built(folder, &name, shown.version.as_deref()),
        }
    };
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a header");
    // A browser that has gone away needs no answer.
    let _ = match file {
        Some(bytes) => request.respond(
            Response::from_data(bytes)
                .with_header(header("Content-Type", media_type(&name)))
                .with_header(header("Cache-Control", "no-store")),
        ),
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    };
}

/// A file of the built site. The page gets the tag that lets a story break something.
fn built(folder: &Path, name: &str, version: Option<&str>) -> Option<Vec<u8>> {
    let path = PathBuf::from(name);
    let inside = path
        .components()
        .all(|part| matches!(part, std::path::Component::Normal(_)));
    let bytes = fs::read(folder.join(inside.then_some(path)?)).ok()?;
    match (name, version) {
        ("index.html", _) => {
            let html = String::from_utf8(bytes).ok()?;
            let tagged = html.replacen("</title>", &format!("</title><script src=\"{FAULTS}\"></script>"), 1);
            assert_ne!(tagged, html, "the page has no title to put a script after");
            Some(tagged.into_bytes())
        }
        ("sw.js", Some(version)) => {
            let script = String::from_utf8(bytes).ok()?;
            let (before, rest) = script.split_once("const VERSION = \"")?;
            let (_, after) = rest.split_once('"')?;
            Some(format!("{before}const VERSION = \"{version}\"{after}").into_bytes())
        }
        _ => Some(bytes),
    }
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
