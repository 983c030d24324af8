//! Luoxuan 螺旋手记 in the browser.
//!
//! A page is a function of the [`notebook`]; what a person types goes down the lanes of [`keeping`];
//! only [`browser`] asks the outside world for anything.
#![allow(missing_docs)] // Each component's arguments are documented; the macro adds items of its own.

pub mod app;
pub mod browser;
pub mod components;
pub mod i18n;
pub mod item;
pub mod keeping;
pub mod laid;
pub mod later;
pub mod markdown_edit;
pub mod moves;
pub mod navigator;
pub mod notebook;
pub mod pages;
pub mod place;
pub mod prefs;
pub mod protocol;
pub mod search;
pub mod sheet;
pub mod startup;
pub mod taking;

// What a crate for browsers promises is tested in one: built for this machine too, it would take minutes more.
#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
