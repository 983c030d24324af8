//! A driver for Chromiums that are older than what their driver of today can drive: WebDriver in front, as much of it as
//! the stories use, and the DevTools protocol behind.

mod pipe;
mod session;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use serde_json::{Value, json};

use session::{Failure, Session};

/// A driver that hears on a port of its own.
pub(crate) struct Driver {
    /// The port.
    pub(crate) port: u16,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Driver {
    /// Hears from now on; the browser is started when a session is asked for.
    pub(crate) fn start(program: String, folder: &Path, log: PathBuf) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (stop, folder) = (Arc::new(AtomicBool::new(false)), folder.to_owned());
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            let mut session = None;
            for caller in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                answer(&caller, |method, path, body| {
                    if let (true, ["session"]) = (method == "POST", path) {
                        let begun = Session::begin(&program, &folder, &log)?;
                        let version = begun.version.clone();
                        session = Some(begun);
                        return Ok(json!({ "sessionId": "older", "capabilities": { "browserVersion": version } }));
                    }
                    let ["session", "older", path @ ..] = path else {
                        return Err(Failure::unknown(method, path));
                    };
                    let Some(open) = session.as_mut() else {
                        return Err(Failure::new("invalid session id", "there is no session"));
                    };
                    if let ("DELETE", []) = (method, path) {
                        session = None;
                        return Ok(Value::Null);
                    }
                    open.act(method, path, body)
                });
            }
        });
        Self {
            port,
            stop,
            thread: Some(thread),
        }
    }

    /// Ends it, and its browser with it.
    pub(crate) fn end(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.stop.store(true, Ordering::Relaxed);
            // The last caller, who finds that nobody is there.
            drop(TcpStream::connect(("127.0.0.1", self.port)));
            // What went wrong in it has been answered.
            let _ = thread.join();
        }
    }
}

/// Hears one request, and answers with what `act` makes of its method, the parts of its path and its body.
fn answer(mut caller: &TcpStream, act: impl FnOnce(&str, &[&str], &Value) -> Result<Value, Failure>) -> Option<()> {
    let mut reader = BufReader::new(caller);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let mut words = first.split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let path: Vec<&str> = path.trim_matches('/').split('/').collect();
    let (status, value) = match act(method, &path, &serde_json::from_slice(&body).unwrap_or_default()) {
        Ok(value) => ("200 OK", value),
        Err(failure) => (failure.status(), failure.into_value()),
    };
    let text = json!({ "value": value }).to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        text.len()
    );
    caller.write_all(head.as_bytes()).ok()?;
    caller.write_all(text.as_bytes()).ok()
}
