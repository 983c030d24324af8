//! Cuts the page's module in two: what the first key needs, and what is fetched after it.
//!
//! The functions that `luoxuan-web` marks in `later.rs` are the places to cut. What only they reach
//! becomes the second module.

use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::outcome::Outcome;
use crate::shell::target;
use crate::site::{Names, bind, bytes, put, read, write};
use crate::wasm::{canonical, starts_anywhere};

/// Cuts a module and writes both parts with their glue into the site: the first as `stem`, the second as `stem_later`.
/// Returns the name of the script that fetches the second.
pub(crate) fn cut(module: &[u8], stem: &str, site: &Path) -> Outcome<String> {
    let desk = target().join("cut");
    let main = desk.join("main.wasm");
    let (glue, link) = (format!("./{stem}.js"), format!("{stem}_later.js"));
    let linked = format!("./{link}");
    let mut options = Options::new(module);
    options.output_dir = &desk;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.link_name = &linked;
    transform(options).map_err(|error| format!("cutting the module: {error}"))?;
    bind(stem, &bytes(&main)?, site, Names::Dropped)?;

    let second = bytes(&desk.join("split_later.wasm"))?;
    let second = canonical(&second).map_err(|error| format!("the second module: {error}"))?;
    starts_anywhere("the second module", &second)?;
    // Named after the rest, so that no cache ever pairs two builds.
    let name = format!("{stem}_later.wasm");
    put(&site.join(&name), &second)?;
    let linking = read(&desk.join(&link))?;
    write(
        &site.join(&link),
        &anywhere(&linking)?.replace("split_later.wasm", &name),
    )?;
    Ok(link)
}

/// The glue of the second module, for any server. Streaming keeps what the browser has compiled for the next start, but
/// refuses a server that does not know what a .wasm file is; bytes are bytes everywhere.
fn anywhere(linking: &str) -> Outcome<String> {
    let streaming = "WebAssembly.instantiateStreaming(src, imports)";
    let either = "(await src).headers.get(\"content-type\") === \"application/wasm\" ? \
        WebAssembly.instantiateStreaming(src, imports) : \
        WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    if !linking.contains(streaming) {
        return Err("the cutting tool's glue has changed: it no longer streams the second module".into());
    }
    Ok(linking.replace(streaming, either))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_does_not_know_modules_serves_the_second_too() {
        let glue = "x = WebAssembly.instantiateStreaming(src, imports);";
        let fixed = anywhere(glue).expect("it is that glue");
        assert!(fixed.contains("arrayBuffer()") && fixed.contains("instantiateStreaming"));
        assert!(anywhere("x = WebAssembly.compile(src)").is_err());
    }
}
