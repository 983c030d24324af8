//! Cuts the page's module in two: what the first key needs, and what is fetched after it.
//!
//! The functions that `luoxuan-web` marks in `later.rs` are the places to cut. What only they reach
//! becomes the second module.

use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::Outcome;
use crate::dist::{integrity, read, write};
use crate::shell::{command, run, target};

/// Replaces the module and its glue that Trunk put into `dist` by those of the cut one.
pub(crate) fn cut(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = read(&page)?;
    let stem = stem(&html).ok_or("index.html does not load luoxuan-web")?;
    let built = target().join("wasm32-unknown-unknown/wasm-release/luoxuan-web.wasm");
    let module = fs::read(&built).map_err(|error| format!("{}: {error}", built.display()))?;

    let desk = target().join("cut");
    let main = desk.join("main.wasm");
    let (glue, link) = (format!("./{stem}.js"), format!("./{stem}_later.js"));
    let mut options = Options::new(&module);
    options.output_dir = &desk;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.link_name = &link;
    transform(options).map_err(|error| format!("cutting the module: {error}"))?;

    let (main, bound) = (main.display().to_string(), desk.join("bound").display().to_string());
    let arguments = [
        "--target",
        "web",
        "--no-typescript",
        // The second module finds the table of functions among the exports of the first.
        "--keep-lld-exports",
        "--out-dir",
        &bound,
        "--out-name",
        stem,
        &main,
    ];
    run(&mut command("wasm-bindgen", &arguments))?;

    let mut fresh = html.clone();
    for name in [format!("{stem}.js"), format!("{stem}_bg.wasm")] {
        let before = bytes(&dist.join(&name))?;
        let after = bytes(&Path::new(&bound).join(&name))?;
        fresh = fresh.replace(&integrity(&before), &integrity(&after));
        put(&dist.join(&name), &after)?;
    }
    // Named after the rest, so that no cache ever pairs two builds.
    let second = format!("{stem}_later.wasm");
    let streaming = "WebAssembly.instantiateStreaming(src, imports)";
    // Streaming keeps what the browser has compiled for the next start, but refuses a server that does not know what a
    // .wasm file is; bytes are bytes everywhere.
    let anywhere = "(await src).headers.get(\"content-type\") === \"application/wasm\" ? \
        WebAssembly.instantiateStreaming(src, imports) : \
        WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    let linking = read(&desk.join(format!("{stem}_later.js")))?;
    if !linking.contains(streaming) {
        return Err("the cutting tool's glue has changed: it no longer streams the second module".into());
    }
    let linking = linking
        .replace("split_later.wasm", &second)
        .replace(streaming, anywhere);
    write(&dist.join(format!("{stem}_later.js")), &linking)?;
    put(&dist.join(&second), &bytes(&desk.join("split_later.wasm"))?)?;
    let preload = format!(
        "<link rel=\"modulepreload\" href=\"{link}\" crossorigin=\"anonymous\" integrity=\"{}\">",
        integrity(linking.as_bytes())
    );
    write(&page, &fresh.replacen("</head>", &format!("{preload}</head>"), 1))
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn put(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// The name Trunk gave the module, with the hash of what it holds.
fn stem(html: &str) -> Option<&str> {
    let start = html.find("luoxuan-web-")?;
    let name = html.get(start..)?;
    name.get(..name.find(".js").min(name.find("_bg.wasm"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_known_by_its_name_in_the_page() {
        let glue_first =
            r#"<link rel="modulepreload" href="./luoxuan-web-9ab.js"><link href="./luoxuan-web-9ab_bg.wasm">"#;
        let module_first = r#"<link href="./luoxuan-web-9ab_bg.wasm"><script>import "./luoxuan-web-9ab.js"</script>"#;
        assert_eq!(stem(glue_first), Some("luoxuan-web-9ab"));
        assert_eq!(stem(module_first), Some("luoxuan-web-9ab"));
        assert_eq!(stem("<html></html>"), None);
    }
}
