//! What the styles ask of a browser (`docs/browsers.md`): nothing bare that the oldest ones do not know.

use std::fs;
use std::path::Path;

/// Newer than Chromium 99, Firefox 115 or Safari 16.4, and with them goes the whole value or the whole block.
const NEWER: [&str; 12] = [
    "light-dark(",
    "color-mix(",
    "oklch(",
    "contrast-color(",
    "@container",
    "@scope",
    "@starting-style",
    "@property",
    "subgrid",
    "anchor(",
    "interpolate-size",
    ":popover-open",
];

fn styles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/styles");
    let files = fs::read_dir(folder).expect("the styles").flatten();
    let read = |path: &Path| {
        let css = fs::read_to_string(path).expect("a style");
        (path.display().to_string(), without_comments(&css))
    };
    files.map(|file| read(&file.path())).collect()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once("*/").map_or("", |(_, after)| after)
    })
}

/// What each block is about: the text between the brace or semicolon before it and its own brace.
fn heads(css: &str) -> impl Iterator<Item = &str> {
    css.split('{')
        .map(|before| before.rsplit(['}', ';']).next().unwrap_or_default().trim())
}

#[test]
fn styles_use_nothing_bare_that_the_oldest_browsers_do_not_know() {
    let styles = styles();
    assert!(styles.len() >= 5);
    for (file, css) in &styles {
        for line in css.lines().filter(|line| !line.contains("@supports")) {
            let newer = NEWER.iter().find(|newer| line.contains(**newer));
            assert_eq!(newer, None, "{file} uses it without @supports: {line}");
        }
    }
}

#[test]
fn a_selector_that_old_browsers_do_not_know_takes_no_other_with_it() {
    for (file, css) in styles() {
        for head in heads(&css).filter(|head| head.contains(":has(") && !head.starts_with('@')) {
            assert!(!head.contains(','), "{file}: in a list, `{head}` is dropped whole");
        }
    }
}
