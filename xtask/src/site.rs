//! The static site: what `index.html` asks for, built, named by its content, and closed up.
//!
//! A development build is whole and quick to make; a release is small: optimised for size, cut in two so that what is
//! not needed for the first key comes after it, and without names.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::close_up::{close_up, integrity};
use crate::cut::cut;
use crate::one_file;
use crate::outcome::Outcome;
use crate::page::{Asked, Asset, assets};
use crate::setup::{WASM_TARGET, wasm_target};
use crate::shell::{cargo, run_long, target};
use crate::shorten::shorten;
use crate::wasm::{starts_anywhere, without_features};

/// The folder a release is built into.
pub(crate) const DIST: &str = "dist";

/// Values of the browser's own stand in a list of the glue's: what WebAssembly has for them is newer than Chromium 92. The
/// standard library is built for it all the same, but holds no such value.
pub(crate) const OLDER_MACHINE: &str =
    "target.wasm32-unknown-unknown.rustflags = ['-Ctarget-feature=-reference-types']";

/// How a site is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Quick to make, for the person who changes it.
    Development,
    /// What people get.
    Release,
}

impl Build {
    /// The profile of Cargo.toml.
    pub(crate) const fn profile(self) -> &'static str {
        match self {
            Self::Development => "wasm-dev",
            Self::Release => "wasm-release",
        }
    }

    /// Where the site is, once it is built.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Development => target().join("site"),
            Self::Release => DIST.into(),
        }
    }
}

/// Whether the site puts itself into the browser for when there is no network. Whoever changes it would then not see the
/// change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offline {
    Works,
    Not,
}

/// Sets up what is missing and builds the site. One that stood there before stays until this one is whole.
pub(crate) fn build(build: Build, offline: Offline) -> Outcome<PathBuf> {
    wasm_target()?;
    let html = read(Path::new("index.html"))?;
    let asked = assets(&html)?;
    let compiled = compile(build, &asked)?;
    let site = build.folder();
    // Beside its place, where a move is one step.
    let fresh = site.with_extension("new");
    // What a build that broke off has left is of no use.
    let _ = fs::remove_dir_all(&fresh);
    let said = |error: std::io::Error| format!("{}: {error}", fresh.display());
    fs::create_dir_all(&fresh).map_err(said)?;
    let mut page = html.clone();
    // All in one file: packed together they are a tenth smaller. It stands where the last of them is asked for.
    let mut styles: Vec<&str> = asked.iter().filter_map(|asked| asked.asset.style()).collect();
    for asked in asked.iter().rev() {
        let instead = match asked.asset {
            Asset::Style(_) => style(&std::mem::take(&mut styles), &fresh, build)?,
            Asset::File(path) => copy(path, &fresh)?,
            Asset::Program(name) => program(build, &compiled, name, &fresh)?,
            Asset::Worker(name) => worker(build, &compiled, name, &fresh)?,
        };
        page = page.replacen(asked.tag, &instead, 1);
    }
    write(&fresh.join("index.html"), &page)?;
    close_up(&fresh, offline)?;
    if build == Build::Release {
        one_file::make(&fresh, build)?;
    }
    let _ = fs::remove_dir_all(&site);
    fs::rename(&fresh, &site).map_err(said)?;
    Ok(site)
}

/// Compiles the programs that the page asks for and returns the folder they are in.
fn compile(build: Build, asked: &[Asked<'_>]) -> Outcome<PathBuf> {
    let compile = |what: &str, wanted: fn(&Asset<'_>) -> bool, features: &[&str]| {
        let wanted = asked.iter().map(|asked| &asked.asset).filter(|asset| wanted(asset));
        let mut cargo = cargo();
        cargo
            .args(["build", "-p", "luoxuan-web", "--target", WASM_TARGET])
            .args(["--profile", build.profile()])
            .args(["--config", OLDER_MACHINE])
            .args(wanted.filter_map(Asset::bin).flat_map(|bin| ["--bin".to_owned(), bin]))
            .args(features);
        run_long(what, "minutes the first time", &mut cargo)
    };
    match build {
        Build::Development => compile("building the page and its worker", |_| true, &[])?,
        // Apart, because the marks where the page is cut would keep all of it in the worker.
        Build::Release => {
            compile("building the worker", |asset| matches!(asset, Asset::Worker(_)), &[])?;
            let split = ["--features", "split"];
            compile("building the page", |asset| matches!(asset, Asset::Program(_)), &split)?;
        }
    }
    Ok(target().join(WASM_TARGET).join(build.profile()))
}

/// Puts the styles into the site, in their order, and returns the tag that loads them; nothing if there are none.
fn style(paths: &[&str], site: &Path, build: Build) -> Outcome<String> {
    let mut text = String::new();
    for path in paths {
        let style = read(Path::new(path))?;
        if build == Build::Release {
            text.push_str(&minified(&style).map_err(|error| format!("{path}: {error}"))?);
        } else {
            text.push_str(&style);
        }
        text.push('\n');
    }
    if text.is_empty() {
        return Ok(text);
    }
    let name = format!("style-{}.css", short(text.as_bytes()));
    write(&site.join(&name), &text)?;
    let integrity = integrity(text.as_bytes());
    Ok(format!(
        "<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">"
    ))
}

/// A style without what only people read. Of a property of our own that is empty the space is kept: before Chromium 93 it was
/// the least that could be said.
fn minified(style: &str) -> Outcome<String> {
    let minified = minifier::css::minify(style)?;
    Ok(minified.to_string().replace(":;", ": ;"))
}

fn copy(path: &str, site: &Path) -> Outcome<String> {
    let name = Path::new(path).file_name().unwrap_or_default();
    put(&site.join(name), &bytes(Path::new(path))?)?;
    Ok(String::new())
}

/// Puts the page's program into the site and returns the tags that load it.
fn program(build: Build, compiled: &Path, name: &str, site: &Path) -> Outcome<String> {
    let module = bytes(&compiled.join(name).with_extension("wasm"))?;
    let stem = format!("{name}-{}", short(&module));
    let mut scripts = vec![format!("{stem}.js")];
    match build {
        Build::Development => bind(&stem, &module, site, Names::Kept)?,
        Build::Release => scripts.push(cut(&module, &stem, site)?),
    }
    let mut tags = String::new();
    for script in scripts {
        let integrity = integrity(&bytes(&site.join(&script))?);
        tags += &format!(
            "<link rel=\"modulepreload\" href=\"./{script}\" crossorigin=\"anonymous\" integrity=\"{integrity}\">"
        );
    }
    let wasm = format!("./{stem}_bg.wasm");
    tags += &format!(
        "<link rel=\"preload\" href=\"{wasm}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">"
    );
    tags += &format!(
        "<script type=\"module\">import init from \"./{stem}.js\"; \
         self.tooOld || init({{ module_or_path: \"{wasm}\" }});</script>"
    );
    Ok(tags)
}

/// Puts the worker into a folder named by its content and returns the tag that says where it starts. A browser that still
/// holds the files of an earlier version can then never mix them with this one.
fn worker(build: Build, compiled: &Path, name: &str, site: &Path) -> Outcome<String> {
    let module = bytes(&compiled.join(name).with_extension("wasm"))?;
    let folder = format!("{name}-{}", short(&module));
    let names = match build {
        Build::Development => Names::Kept,
        Build::Release => Names::Dropped,
    };
    bind(name, &module, &site.join(&folder), names)?;
    let start = format!("{folder}/{name}_loader.js");
    let loader = format!(
        "import init from \"./{name}.js\";\ninit({{ module_or_path: new URL(\"./{name}_bg.wasm\", import.meta.url) }});\n"
    );
    write(&site.join(&start), &loader)?;
    Ok(format!("<meta name=\"worker\" content=\"{start}\">"))
}

/// Whether a module keeps the names of its functions and imports: a fifth of what travels, and of use only to a debugger.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Kept,
    Dropped,
}

/// Writes a module and its glue into a folder, as `stem_bg.wasm` and `stem.js`.
pub(crate) fn bind(stem: &str, module: &[u8], folder: &Path, names: Names) -> Outcome {
    let plain = without_features(module).map_err(|error| format!("{stem}: {error}"))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(stem, plain)
        .typescript(false)
        .remove_name_section(names == Names::Dropped)
        // The second module finds the table of functions among the exports of the first.
        .keep_lld_exports(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("binding {stem}: {error:#}"))?;
    let (module, glue) = (
        folder.join(format!("{stem}_bg.wasm")),
        folder.join(format!("{stem}.js")),
    );
    if names == Names::Dropped {
        let (shorter, renamed) = shorten(&bytes(&module)?, &read(&glue)?)?;
        put(&module, &shorter)?;
        write(&glue, &renamed)?;
        // Five seconds for a development build, which the stories start in the oldest browsers anyway.
        starts_anywhere(stem, &shorter)?;
    }
    Ok(())
}

/// The beginning of the hash of these bytes, for a name.
pub(crate) fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

pub(crate) fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn put(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    put(path, text.as_bytes())
}

/// The files below a folder, by their paths from it.
pub(crate) fn files_below(root: &Path) -> Outcome<Vec<String>> {
    fn walk(root: &Path, folder: &Path, names: &mut Vec<String>) -> Outcome {
        for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                walk(root, &path, names)?;
            } else if let Ok(name) = path.strip_prefix(root) {
                names.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
        Ok(())
    }
    let mut names = Vec::new();
    walk(root, root, &mut names)?;
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minified_style_says_nothing_in_a_space() {
        let style = "a {\n  --night: ;\n  color: red; /* ink */\n}\n";
        assert_eq!(minified(style).as_deref(), Ok("a{--night: ;color:red;}"));
    }
}
