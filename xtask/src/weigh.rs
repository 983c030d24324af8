//! What the first load weighs.

use std::path::Path;

use crate::outcome::Outcome;
use crate::site::{bytes, read};

/// What everything before the cursor blinks may weigh at most, in bytes after brotli.
const BUDGET: usize = 250_000;

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
pub(crate) fn weigh(site: &Path) -> Outcome {
    let html = read(&site.join("index.html"))?;
    let mut total = 0;
    for name in first_load(&html) {
        let bytes = bytes(&site.join(&name))?;
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
    println!("  first load: {total} bytes after brotli of {BUDGET}");
    match total.checked_sub(BUDGET) {
        None | Some(0) => Ok(()),
        Some(over) => Err(format!("the first load is {over} bytes over its budget")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_page_asks_for_at_once() {
        let page = r#"<html><head><meta charset="utf-8"><link rel="stylesheet" href="./a.css">
            <link rel="modulepreload" href="./b.js"><link rel="manifest" href="m"><script type="module">go()</script>
            <script src="c.js"></script></head></html>"#;
        assert_eq!(first_load(page), ["a.css", "b.js", "c.js", "index.html"]);
    }
}
