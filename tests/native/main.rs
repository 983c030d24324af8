//! Promises that need no browser.
#![cfg(not(target_arch = "wasm32"))]

mod archive;
mod demo;
mod markdown;
