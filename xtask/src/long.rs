//! Rust files that are too long to be read at once.

use std::path::Path;

use crate::outcome::Outcome;
use crate::site::{files_below, read};

/// So many lines a file may have.
const MOST: usize = 500;

/// Where the sources are.
const ROOTS: [&str; 4] = ["core", "web", "xtask", "tests"];

/// Fails on a file of more lines.
pub(crate) fn long_files() -> Outcome {
    let mut found = Vec::new();
    for root in ROOTS {
        for file in files_below(Path::new(root))? {
            if is_source(&file) {
                let name = format!("{root}/{file}");
                found.extend(too_long(&name, &read(Path::new(&name))?));
            }
        }
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(found.join("\n"))
    }
}

/// Whether it is written by hand: what is built into a folder of its own is not.
fn is_source(file: &str) -> bool {
    let built = file.split('/').any(|folder| folder == "target");
    Path::new(file).extension().is_some_and(|end| end == "rs") && !built
}

/// What to say of a file that is too long.
fn too_long(name: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let is_long = lines > MOST;
    is_long.then(|| format!("{name} has {lines} lines, {MOST} at most: cut it by subject"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_hundred_lines_are_enough() {
        let text = "\n".repeat(MOST);
        assert_eq!(too_long("core/src/a.rs", &text), None);
        let said = too_long("core/src/a.rs", &format!("{text}\n")).expect("one more");
        assert_eq!(said, "core/src/a.rs has 501 lines, 500 at most: cut it by subject");
        assert!(is_source("src/a.rs") && !is_source("fuzz/target/debug/a.rs") && !is_source("src/a.css"));
    }
}
