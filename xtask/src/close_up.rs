//! What closes a site up: a content security policy, the version with its line of news, and a service worker that knows every
//! file by its content.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384};

use crate::news;
use crate::outcome::Outcome;
use crate::site::{Offline, bytes, files_below, read, short, write};

/// The version of everything here.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Adds the policy and the version, and the list of files that are there without a network.
pub(crate) fn close_up(site: &Path, offline: Offline) -> Outcome {
    let page = site.join("index.html");
    let html = read(&page)?;
    news::tells(&read(&site.join(news::NAME))?, VERSION)?;
    let policy = policy(&html);
    let mut head = format!(
        "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"version\" content=\"{VERSION}\">"
    );
    if offline == Offline::Works {
        head += "<meta name=\"offline\" content=\"sw.js\">";
    }
    let closed = html.replacen("<meta charset=\"utf-8\">", &head, 1);
    if closed == html {
        return Err("index.html has no <meta charset=\"utf-8\"> to put the policy after".into());
    }
    write(&page, &closed)?;

    let mut names = files_below(site)?;
    names.retain(|name| name != "sw.js");
    let mut version = Vec::new();
    for name in &names {
        version.extend_from_slice(name.as_bytes());
        version.extend_from_slice(&Sha256::digest(bytes(&site.join(name))?));
    }
    let list: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
    let worker = site.join("sw.js");
    let source = read(&worker)?;
    let filled = source
        .replace("__VERSION__", &short(&version))
        .replace("[\"__FILES__\"]", &format!("[{}]", list.join(", ")));
    if filled.contains("__VERSION__") || filled.contains("__FILES__") || filled == source {
        return Err("sw.js has no place for its version and files".into());
    }
    write(&worker, &filled)
}

/// What an integrity attribute says of these bytes.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// The content security policy for a page: nothing from anywhere else, and of scripts in the page
/// only those that are there now, by their hashes. Before `'wasm-unsafe-eval'` WebAssembly wanted `'unsafe-eval'`, which the
/// page's first script takes away again where it is not needed.
fn policy(html: &str) -> String {
    let hashes: Vec<_> = inline_scripts(html)
        .map(|script| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(script.as_bytes()))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'{}; style-src 'self'; img-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.concat()
    )
}

/// The text of every script that stands in the page itself.
pub(crate) fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (tag, body) = rest.split_once('>')?;
        let (script, _) = body.split_once("</script>")?;
        (!tag.contains(" src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_that_stand_in_the_page_are_hashed() {
        let page = r#"<head><script type="module">go()</script><script src="c.js"></script></head>"#;
        assert_eq!(inline_scripts(page).collect::<Vec<_>>(), ["go()"]);
        assert!(policy(page).contains("'sha256-"));
        assert!(!policy(page).contains("unsafe-inline"));
    }
}
