//! A file server for one folder, on this computer only.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::thread;

use tiny_http::{Header, Method, Request, Response, Server};

use crate::Outcome;

/// Serves a folder on 127.0.0.1 until the program ends, and says on which port. Port 0 takes any.
pub(crate) fn serve(folder: PathBuf, port: u16) -> Outcome<u16> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| format!("port {port}: {error}"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    thread::spawn(move || {
        for request in server.incoming_requests() {
            answer(&folder, request);
        }
    });
    Ok(port)
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name.as_bytes(), value.as_bytes()).ok()
}

fn answer(folder: &Path, request: Request) {
    let known = matches!(request.method(), Method::Get | Method::Head);
    let file = safe_path(request.url()).map(|path| folder.join(path)).filter(|_| known);
    let file = file.map(|file| if file.is_dir() { file.join("index.html") } else { file });
    // A browser that has gone away needs no answer.
    let _ = match file.and_then(|file| Some((fs::read(&file).ok()?, file))) {
        Some((bytes, file)) => {
            let mut response = Response::from_data(bytes);
            let headers = [
                header("Content-Type", media_type(&file)),
                header("Cache-Control", "no-cache"),
                header("Content-Security-Policy", "frame-ancestors 'none'"),
                header("X-Content-Type-Options", "nosniff"),
            ];
            for header in headers.into_iter().flatten() {
                response.add_header(header);
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    };
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

    #[test]
    fn no_request_leaves_the_folder() {
        assert_eq!(safe_path("/a/b.js?x#y"), Some(PathBuf::from("a/b.js")));
        assert_eq!(safe_path("/"), Some(PathBuf::new()));
        assert_eq!(safe_path("/../secret"), None);
        assert_eq!(safe_path("/a/../../secret"), None);
    }
}
