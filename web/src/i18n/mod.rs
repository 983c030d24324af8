//! The page's words in three languages, from `data/words`. A text without one of them does not compile.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};

pub use luoxuan::catalog::fill;

pub mod backup;
pub mod loss;
pub mod words;

pub use words::{
    capture, common, editor, find, form, group, one_file, records, rules, settings, shared, spiral, status, survey,
    text,
};

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
