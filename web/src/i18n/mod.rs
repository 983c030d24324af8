//! The page's words in three languages. A text without one of them does not compile.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};

pub use luoxuan::catalog::fill;

pub mod backup;
pub mod capture;
pub mod common;
pub mod editor;
pub mod find;
pub mod form;
pub mod group;
pub mod loss;
pub mod one_file;
pub mod records;
pub mod rules;
pub mod settings;
pub mod shared;
pub mod spiral;
pub mod status;
pub mod survey;
pub mod text;

/// The language of the page: a signal, so that switching it needs no reload.
#[derive(Debug, Clone, Copy)]
pub struct Locale(pub RwSignal<Language>);

impl Locale {
    /// The language of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// The language, tracked.
    pub fn get(self) -> Language {
        self.0.get()
    }

    /// These words in the page's language, following it.
    pub fn say(self, words: Words) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || words.in_(self.0.get())
    }
}

/// These words: Simplified Chinese, Traditional Chinese, English.
pub const fn w(zh_hans: &'static str, zh_hant: &'static str, en: &'static str) -> Words {
    Words { zh_hans, zh_hant, en }
}
