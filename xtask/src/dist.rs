//! The static site in `dist/`: built by Trunk, then closed up with a content security policy and a
//! service worker that knows every file by its content.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384};

use crate::Outcome;
use crate::cut::cut;
use crate::setup;
use crate::shell::{command, run_long};

/// The folder the site is built into.
pub(crate) const DIST: &str = "dist";

/// What everything before the cursor blinks may weigh, in bytes after brotli.
const BUDGET: usize = 250_000;

/// Sets up, builds in release, and closes up.
pub(crate) fn build() -> Outcome {
    setup::build_tools()?;
    let mut trunk = command(
        "trunk",
        &["build", "--offline", "--release", "--cargo-profile", "wasm-release"],
    );
    // Colour switches of other programs confuse Trunk's own.
    trunk.env_remove("NO_COLOR");
    run_long("building the page", "minutes the first time", &mut trunk)?;
    let dist = Path::new(DIST);
    cut(dist)?;
    close_up(dist)
}

/// Adds the policy, the worker's place and the precache list to what Trunk made.
pub(crate) fn close_up(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = drop_names(dist, &read(&page)?)?;
    let policy = policy(&html);
    let worker = settle_worker(dist)?;
    let html = html.replace(
        "<meta charset=\"utf-8\">",
        &format!(
            "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <meta name=\"worker\" content=\"{worker}\">"
        ),
    );
    if !html.contains("Content-Security-Policy") {
        return Err("index.html has no <meta charset=\"utf-8\"> to put the policy after".into());
    }
    write(&page, &html)?;

    let mut names = Vec::new();
    collect(dist, dist, &mut names)?;
    names.retain(|name| name != "sw.js");
    names.sort();
    let mut version = Sha256::new();
    for name in &names {
        version.update(name.as_bytes());
        version.update(fs::read(dist.join(name)).map_err(|error| format!("{name}: {error}"))?);
    }
    let version = short(version);
    let list: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
    let worker = dist.join("sw.js");
    let source = read(&worker)?;
    let filled = source
        .replace("__VERSION__", &version)
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

/// Takes the names of functions out of every module: a fifth of what travels, and of use only to
/// a debugger. Returns the page with its integrity attributes put right.
fn drop_names(dist: &Path, html: &str) -> Outcome<String> {
    let mut html = html.to_owned();
    let mut names = Vec::new();
    collect(dist, dist, &mut names)?;
    for name in names
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "wasm"))
    {
        let path = dist.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
        let smaller = without_names(&bytes).ok_or_else(|| format!("{name} is not a WebAssembly module"))?;
        html = html.replace(&integrity(&bytes), &integrity(&smaller));
        fs::write(&path, smaller).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(html)
}

/// A WebAssembly module without its `name` section. `None` if its sections do not add up.
fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    let (mut kept, mut rest) = module.split_at_checked(8).map(|(head, rest)| (head.to_vec(), rest))?;
    while let Some(id) = rest.first() {
        let (size, digits) = leb128(rest.get(1..)?)?;
        let (section, after) = rest.split_at_checked(1 + digits + size)?;
        let names = *id == 0 && section.get(1 + digits..)?.starts_with(b"\x04name");
        if !names {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Some(kept)
}

/// A number as WebAssembly writes it, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

/// The files of the worker, as Trunk names them: without a hash, because Trunk does not tell the page.
const WORKER: [&str; 3] = ["worker_loader.js", "worker.js", "worker_bg.wasm"];

/// Puts the worker into a folder named by its content and says where it starts. A browser that still
/// holds the files of an earlier version can then never mix them with this one.
fn settle_worker(dist: &Path) -> Outcome<String> {
    let mut hash = Sha256::new();
    for name in WORKER {
        hash.update(fs::read(dist.join(name)).map_err(|error| format!("{name}: {error}"))?);
    }
    let folder = format!("worker-{}", short(hash));
    fs::create_dir_all(dist.join(&folder)).map_err(|error| format!("{folder}: {error}"))?;
    for name in WORKER {
        fs::rename(dist.join(name), dist.join(&folder).join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(format!("{folder}/{}", WORKER[0]))
}

fn short(hash: Sha256) -> String {
    hash.finalize()
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn collect(root: &Path, folder: &Path, names: &mut Vec<String>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path: PathBuf = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            collect(root, &path, names)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            names.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// The content security policy for a page: nothing from anywhere else, and of scripts in the page
/// only those that are there now, by their hashes.
pub(crate) fn policy(html: &str) -> String {
    let hashes: Vec<_> = inline_scripts(html)
        .map(|script| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(script.as_bytes()))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.concat()
    )
}

/// The text of every script that stands in the page itself.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (tag, body) = rest.split_once('>')?;
        let (script, _) = body.split_once("</script>")?;
        (!tag.contains(" src=")).then_some(script)
    })
}

/// The files of the first load: everything index.html asks for at once, and itself.
fn first_load(html: &str) -> Vec<String> {
    let mut names = vec!["index.html".to_owned()];
    for tag in html
        .split('<')
        .filter(|tag| tag.starts_with("link ") || tag.starts_with("script "))
    {
        let loads = ["stylesheet", "modulepreload", "preload"]
            .iter()
            .any(|kind| tag.contains(&format!("rel=\"{kind}\"")));
        if !loads && !tag.starts_with("script ") {
            continue;
        }
        for attribute in ["href=\"", "src=\""] {
            if let Some(address) = tag.split_once(attribute).and_then(|(_, rest)| rest.split('"').next()) {
                names.push(address.trim_start_matches("./").to_owned());
            }
        }
    }
    names.sort();
    names.dedup();
    names
}

/// Weighs the first load after brotli and prints it.
pub(crate) fn weigh() -> Outcome {
    let html = read(&Path::new(DIST).join("index.html"))?;
    let mut total = 0;
    for name in first_load(&html) {
        let bytes = fs::read(Path::new(DIST).join(&name)).map_err(|error| format!("{name}: {error}"))?;
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &parameters).map_err(|error| error.to_string())?;
        println!("  {:>9} → {:>7}  {name}", bytes.len(), packed.len());
        total += packed.len();
    }
    println!("  first load: {total} bytes after brotli, budget {BUDGET}");
    if total <= BUDGET {
        Ok(())
    } else {
        Err(format!("the first load is {} bytes over its budget", total - BUDGET))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><meta charset="utf-8"><link rel="stylesheet" href="./a.css"/>
        <link rel="modulepreload" href="./b.js"><link rel="manifest" href="m"><script type="module">go()</script><script src="c.js"></script></head></html>"#;

    #[test]
    fn only_scripts_that_stand_in_the_page_are_hashed() {
        assert_eq!(inline_scripts(PAGE).collect::<Vec<_>>(), ["go()"]);
        assert!(policy(PAGE).contains("'sha256-"));
        assert!(!policy(PAGE).contains("unsafe-inline"));
    }

    #[test]
    fn a_module_loses_its_names_and_nothing_else() {
        let head = b"\0asm\x01\0\0\0";
        let (types, names, features) = (b"\x01\x02\x01\x60", b"\x00\x07\x04nameab", b"\x00\x05\x04feat");
        let whole = [head.as_slice(), types, names, features].concat();
        assert_eq!(without_names(&whole), Some([head.as_slice(), types, features].concat()));
        assert_eq!(without_names(&whole[..whole.len() - 1]), None);
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26]), Some((624_485, 3)));
    }

    #[test]
    fn the_first_load_is_what_the_page_asks_for_at_once() {
        assert_eq!(first_load(PAGE), ["a.css", "b.js", "c.js", "index.html"]);
    }
}
