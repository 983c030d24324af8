//! Promises that need no browser.
#![cfg(not(target_arch = "wasm32"))]

mod anonymity;
mod archive;
mod backup;
mod bombs;
mod conflicts;
mod damage;
mod demo;
mod draft;
mod drafts;
mod edits;
mod every_field;
mod fields;
mod fourth;
mod fuzz;
mod golden;
mod histories;
mod hostile;
mod index;
mod interrupted;
mod large;
mod laws;
mod manifest;
mod markdown;
mod mutated;
mod properties;
mod random;
mod reading;
mod sheets;
mod styles;
mod survey;
mod texts;
mod turns;
mod unknown;
mod unreadable;
mod word;
