//! A file server for one folder, on this computer only.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::outcome::Outcome;

/// Serves a folder on 127.0.0.1 until the program ends, and says on which port. Port 0 takes any.
///
/// One answer a connection, each in a thread of its own: a browser that keeps connections open and
/// asks nothing can then not keep others waiting.
pub(crate) fn serve(folder: PathBuf, port: u16) -> Outcome<u16> {
    let said = |error: std::io::Error| format!("port {port}: {error}");
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(said)?;
    let port = listener.local_addr().map_err(said)?.port();
    let folder = Arc::new(folder);
    thread::spawn(move || {
        for caller in listener.incoming().flatten() {
            let folder = folder.clone();
            thread::spawn(move || answer(&folder, &caller));
        }
    });
    Ok(port)
}

/// Answers one request. A browser that has gone away needs no answer.
fn answer(folder: &Path, mut caller: &TcpStream) -> Option<()> {
    caller.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    // Longer requests than this are nobody's.
    let mut lines = BufReader::new(caller.take(64 * 1024)).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let mut words = first.split(' ');
    let known = matches!(words.next(), Some("GET" | "HEAD"));
    let file = words
        .next()
        .and_then(safe_path)
        .map(|path| folder.join(path))
        .filter(|_| known);
    let file = file.map(|file| if file.is_dir() { file.join("index.html") } else { file });
    let (status, kind, bytes) = match file.and_then(|file| Some((fs::read(&file).ok()?, file))) {
        Some((bytes, file)) => ("200 OK", media_type(&file), bytes),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"not found".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Content-Security-Policy: frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    caller.write_all(head.as_bytes()).ok()?;
    if first.starts_with("GET") {
        caller.write_all(&bytes).ok()
    } else {
        Some(())
    }
}

/// The path a request asks for, if it stays inside the folder.
fn safe_path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = PathBuf::from(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json" | "jsonl") => "application/json",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(port: u16, request: &str) -> String {
        let mut server = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
        server.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        server.read_to_string(&mut answer).expect("answered");
        answer
    }

    #[test]
    fn a_file_is_served_even_while_a_silent_connection_is_open() {
        let port = serve(PathBuf::from(env!("CARGO_MANIFEST_DIR")), 0).expect("serving");
        let _silent = TcpStream::connect(("127.0.0.1", port)).expect("connected");
        assert!(ask(port, "GET /Cargo.toml HTTP/1.1\r\n\r\n").contains("name = \"xtask\""));
        assert!(ask(port, "HEAD /Cargo.toml HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        assert!(ask(port, "GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask(port, "PUT /Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn no_request_leaves_the_folder() {
        assert_eq!(safe_path("/a/b.js?x#y"), Some(PathBuf::from("a/b.js")));
        assert_eq!(safe_path("/"), Some(PathBuf::new()));
        assert_eq!(safe_path("/../secret"), None);
        assert_eq!(safe_path("/a/../../secret"), None);
    }
}
