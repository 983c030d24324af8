//! Promises that need no browser.
#![cfg(not(target_arch = "wasm32"))]

mod archive;
mod damage;
mod demo;
mod draft;
mod golden;
mod histories;
mod hostile;
mod laws;
mod markdown;
mod properties;
mod shelf;
mod survey;
mod texts;
mod turns;
mod word;
