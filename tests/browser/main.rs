//! Promises that need a browser but no built site: the web store, the editor, prose, and what one
//! key press costs. Runs in headless Chromium through wasm-bindgen's test runner.
#![cfg(target_arch = "wasm32")]

mod bench;
mod clock;
mod counting;
mod database;
mod drafts;
mod editor;
mod keeping;
mod local;
mod pages;
mod paste;
mod prose;
mod search;
mod snapshot;
mod whole;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
