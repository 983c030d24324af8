//! The site's page, taken apart and put together again without an address in it.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::close_up::inline_scripts;
use crate::outcome::Outcome;
use crate::site::read;

/// How the page's head names the journal whose words are kept under it. Whoever gives a file out puts an id of its own here.
const JOURNAL: &str = "<meta name=\"journal\" content=\"one-file\">";

/// Where the scripts that only the one file has are.
const SCRIPTS: &str = "web/one_file";

/// What goes into the file besides what the page has.
pub(super) struct Parts {
    /// The names and sizes of what is packed, in its order, as an object of a script.
    pub(super) sizes: String,
    /// What is packed, in base 64.
    pub(super) packed: String,
    /// The module that unpacks it, in base 64.
    pub(super) unpack: String,
    /// That module's glue.
    pub(super) unpack_glue: String,
}

/// A finished site's page, and what it loads.
pub(super) struct Page {
    html: String,
    stem: String,
    later: bool,
    worker: String,
}

impl Page {
    /// Reads the page of a site.
    pub(super) fn read(site: &Path) -> Outcome<Self> {
        let html = read(&site.join("index.html"))?;
        let stem = between(&html, "import init from \"./", ".js\"")?.to_owned();
        let start = between(&html, "<meta name=\"worker\" content=\"", "\"")?;
        let (worker, _) = start.split_once('/').ok_or("the worker is in no folder")?;
        Ok(Self {
            later: html.contains(&format!("./{stem}_later.js")),
            worker: worker.to_owned(),
            stem,
            html,
        })
    }

    /// The module that is needed first.
    pub(super) fn first(&self) -> String {
        format!("{}_bg.wasm", self.stem)
    }

    /// The module that comes once the page stands, if the program was cut in two.
    pub(super) fn second(&self) -> Option<String> {
        self.later.then(|| format!("{}_later.wasm", self.stem))
    }

    /// The folder of the worker.
    pub(super) fn worker(&self) -> &str {
        &self.worker
    }

    /// The one file.
    pub(super) fn with(&self, site: &Path, parts: &Parts) -> Outcome<String> {
        let script = self.script(site, parts)?;
        let worker = self.worker_script(site, parts)?;
        for script in [&script, &worker] {
            if worker.contains("import.meta") || script.contains("</script") || script.contains("<!--") {
                return Err("a script of the one file cannot stand where it is to".into());
            }
        }
        let (html, style) = self.without_addresses(site)?;
        let script = format!("<script type=\"module\" id=\"begin\">{script}</script>\n</body>");
        let html = replaced(&html, "</body>", &script)?;
        let head = format!(
            "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{JOURNAL}",
            policy(&html, &style)
        );
        let html = replaced(&html, "<meta charset=\"utf-8\">", &head)?;
        // No scripts to a browser, so that its policy need not know them.
        let data = [
            ("unpack", &parts.unpack),
            ("packed", &parts.packed),
            ("worker", &worker),
        ]
        .map(|(id, text)| format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n"));
        let begin = "<script type=\"module\" id=\"begin\">";
        replaced(&html, begin, &format!("{}{begin}", data.concat()))
    }

    /// The page with all that it fetched in its place, and its style.
    fn without_addresses(&self, site: &Path) -> Outcome<(String, String)> {
        let mut html = self.html.clone();
        let style = between(&html, "<link rel=\"stylesheet\" href=\"./", "\"")?;
        let style = read(&site.join(style))?;
        let icon = BASE64.encode(read(&site.join("icon.svg"))?);
        let icon = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">");
        let old = "document.body.appendChild(document.createElement(\"script\")).src = \"copies.js\"";
        html = replaced(&html, old, "copies()")?;
        let whole = "addEventListener(\"DOMContentLoaded\", function () { document.getElementById(\"begin\") || show(\"cut-off\"); });";
        let as_file = "if (location.protocol === \"file:\") return show(\"as-file\");";
        html = replaced(&html, as_file, whole)?;
        let cut_off = read(&Path::new(SCRIPTS).join("cut_off.html"))?;
        let copies = format!(
            "<script>function copies() {{\n{}}}</script>\n",
            read(&site.join("copies.js"))?
        );
        let plain = "<!-- Plain: it speaks";
        html = replaced(&html, plain, &format!("{copies}{plain}"))?;
        for (begins, ends, instead) in [
            ("<meta http-equiv=", ">", ""),
            ("<link rel=\"manifest\"", ">", ""),
            ("<link rel=\"apple-touch-icon\"", ">", ""),
            ("<link rel=\"icon\"", ">", &icon),
            ("<link rel=\"preload\"", ">", ""),
            ("<script type=\"module\">", "</script>", ""),
            ("<div id=\"as-file\"", "</div>", &cut_off),
            ("<meta name=\"worker\"", ">", "<meta name=\"worker\">"),
            ("<link rel=\"stylesheet\"", ">", &format!("<style>{style}</style>")),
        ] {
            html = cut(&html, begins, ends, instead)?;
        }
        for (begins, ends) in [("<link rel=\"modulepreload\"", ">"), ("<meta name=\"offline\"", ">")] {
            while html.contains(begins) {
                html = cut(&html, begins, ends, "")?;
            }
        }
        Ok((html, style))
    }

    fn script(&self, site: &Path, parts: &Parts) -> Outcome<String> {
        let (stem, first) = (&self.stem, self.first());
        let mut glue = read(&site.join(format!("{stem}.js")))?;
        let mut later = String::new();
        if self.later {
            // Each asks for the other: the second for the first's memory once it is there.
            let linking = format!("import * as import1 from \"./{stem}_later.js\"");
            glue = replaced(&glue, &linking, "const import1 = later;")?;
            later = read(&site.join(format!("{stem}_later.js")))?;
            let linking = format!("import {{ initSync }} from \"./{stem}.js\";");
            later = replaced(
                &later,
                &linking,
                "const initSync = (...given) => main.initSync(...given);",
            )?;
            let load = "__wasm_split_load_later =";
            later = replaced(&later, &format!("export const {load}"), &format!("later.{load}"))?;
        }
        Ok(format!(
            "\nconst SIZES = {};\nconst FIRST = {first:?};\nconst unpack = {{}}, main = {{}}, later = {{}};\n\
             {{\n{}}}\n{{\n{later}}}\n{{\n{}}}\n{}{}",
            parts.sizes,
            closed("unpack", &parts.unpack_glue)?,
            closed("main", &glue)?,
            read(&Path::new(SCRIPTS).join("unpacking.js"))?,
            read(&Path::new(SCRIPTS).join("page.js"))?,
        ))
    }

    fn worker_script(&self, site: &Path, parts: &Parts) -> Outcome<String> {
        // Chromium makes no module of a text that a page from the disk hands to a worker.
        Ok(format!(
            "\"use strict\";\nconst SIZES = {};\nconst unpack = {{}}, worker = {{}};\n{{\n{}}}\n{{\n{}}}\n{}{}",
            parts.sizes,
            closed("unpack", &parts.unpack_glue)?,
            closed("worker", &read(&site.join(&self.worker).join("worker.js"))?)?,
            read(&Path::new(SCRIPTS).join("unpacking.js"))?,
            read(&Path::new(SCRIPTS).join("worker.js"))?,
        ))
    }
}

/// A module's glue as the block of a script: what it exports goes into the object of this name.
fn closed(object: &str, glue: &str) -> Outcome<String> {
    let mut exported = vec!["initSync".to_owned(), "default: __wbg_init".to_owned()];
    let mut block = String::new();
    let list = "export { initSync, __wbg_init as default };";
    if !glue.contains(list) {
        return Err(format!("the glue of {object} does not export what it did"));
    }
    for line in glue.replacen(list, "", 1).lines() {
        if let Some(class) = line.strip_prefix("export class ") {
            exported.extend(class.split([' ', '{']).next().map(str::to_owned));
        } else if line.starts_with("export ") || line.starts_with("import ") {
            return Err(format!("the glue of {object} says “{line}”, which nobody here expects"));
        }
        block += line.strip_prefix("export ").unwrap_or(line);
        block += "\n";
    }
    Ok(format!(
        "{block}Object.assign({object}, {{ {} }});\n",
        exported.join(", ")
    ))
}

/// Nothing from anywhere: scripts and the style that stand in the page, by their hashes, and what they make themselves.
fn policy(html: &str, style: &str) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())));
    let scripts: String = inline_scripts(html).map(hash).collect();
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' 'unsafe-eval'{scripts}; style-src{}; img-src blob: data:; \
         connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'",
        hash(style)
    )
}

fn missing(what: &str) -> String {
    format!("index.html has no {what}, which the one file puts something else in the place of")
}

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Outcome<&'a str> {
    let (_, rest) = text.split_once(before).ok_or_else(|| missing(before))?;
    rest.split_once(after)
        .map(|(found, _)| found)
        .ok_or_else(|| missing(after))
}

/// The text with another in the place of one that stands there.
fn replaced(text: &str, old: &str, new: &str) -> Outcome<String> {
    let (before, after) = text.split_once(old).ok_or_else(|| missing(old))?;
    Ok(format!("{before}{new}{after}"))
}

/// The text with another in the place of one that begins and ends so.
fn cut(text: &str, begins: &str, ends: &str, instead: &str) -> Outcome<String> {
    let inside = between(text, begins, ends)?;
    replaced(text, &format!("{begins}{inside}{ends}"), instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_becomes_a_block_that_hands_on_what_it_exported() {
        let glue = "export class Unpacking {\n}\nfunction initSync() {}\nexport { initSync, __wbg_init as default };\n";
        let block = closed("unpack", glue).expect("it is glue");
        assert!(block.starts_with("class Unpacking {\n"), "{block}");
        assert!(block.ends_with("Object.assign(unpack, { initSync, default: __wbg_init, Unpacking });\n"));
        assert!(closed("main", &format!("import * as a from \"./a.js\"\n{glue}")).is_err());
        assert!(closed("main", "export function other() {}").is_err());
    }

    #[test]
    fn the_policy_names_no_address() {
        let policy = policy("<script>go()</script>", "a{}");
        assert!(!policy.contains("self") && !policy.contains("http") && !policy.contains("unsafe-inline"));
        assert!(policy.contains("connect-src 'none'"));
    }

    #[test]
    fn what_is_not_there_is_said() {
        assert_eq!(cut("a<b c>d", "<b", ">", "-").as_deref(), Ok("a-d"));
        assert!(cut("a<b c", "<b", ">", "-").is_err_and(|why| why.contains("index.html has no >")));
        assert!(replaced("a", "b", "c").is_err());
    }
}
