//! Turns `data/words` into constants, and keeps what the tool that cuts the module in two needs to know.

#[path = "../core/build/scripts.rs"]
mod scripts;
#[path = "../core/build/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let for_browser = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if for_browser && env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    for read in ["build.rs", "data", "../core/build"] {
        println!("cargo::rerun-if-changed={read}");
    }
    let style = words::Style {
        visibility: "pub",
        by_name: &[],
    };
    let words = style
        .module(Path::new("data/words"))
        .unwrap_or_else(|fault| panic!("data/words: {fault}"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names it"));
    fs::write(out.join("words.rs"), words).expect("cargo's folder can be written");
}
