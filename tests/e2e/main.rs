//! What a teacher does, start to finish, in real browsers on the built files.
//!
//! `cargo xtask test` builds the site, serves it, finds the browsers and runs these. One file is one
//! story. Every test has a browser profile of its own, so they may run side by side.
#![cfg(not(target_arch = "wasm32"))]

mod access;
mod capture;
mod disk;
mod hostile;
mod kill;
mod many;
mod offline;
mod pictures;
mod screens;
mod spiral;
mod stage;
mod tabs;
mod teacher;
mod texts;
mod trouble;
