//! Turns `data/` into what the crate holds, and refuses what a person would stumble over.

mod kinds;
mod scripts;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Sections of `data/words` whose sentences are looked up by their names.
const BY_NAME: [&str; 3] = ["pages.keys", "kinds", "report.groups"];

fn main() {
    let data = Path::new("data");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names it"));
    let kinds = kinds::kinds(data).unwrap_or_else(|fault| panic!("{fault}"));
    let style = words::Style {
        visibility: "pub(crate)",
        by_name: &BY_NAME,
    };
    let words = style
        .module(&data.join("words"))
        .unwrap_or_else(|fault| panic!("data/words: {fault}"));
    fs::write(out.join("kinds.json"), kinds.to_string()).expect("cargo's folder can be written");
    fs::write(out.join("words.rs"), words).expect("cargo's folder can be written");
}
