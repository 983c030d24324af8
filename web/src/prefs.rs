//! What one browser prefers: language, theme, whether prompts are shown. Not part of the journal.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use luoxuan::catalog::Language;

use crate::i18n::Locale;

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Paper.
    Light,
    /// Night.
    Dark,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme` on the root element.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The preferences of this browser, as signals.
#[derive(Debug, Clone, Copy)]
pub struct Prefs {
    /// The page's language.
    pub locale: Locale,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Whether prompts stand beside the text.
    pub prompts: RwSignal<bool>,
}

const PREFIX: &str = "luoxuan:prefs:";

/// A preference. Storage may be blocked, or its file damaged, and then Firefox fails at every call, which gloo's own `get` does not
/// expect; preferences last as long as the page then.
pub(crate) fn stored(name: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    let value = storage.get_item(&format!("{PREFIX}{name}")).ok()??;
    serde_json::from_str(&value).ok()
}

/// Remembers a preference.
pub(crate) fn store(name: &str, value: &str) {
    if window().local_storage().ok().flatten().is_some() {
        // A full store keeps the words and forgets the preference.
        let _ = LocalStorage::set(format!("{PREFIX}{name}"), value);
    }
}

impl Prefs {
    /// Reads them, provides them to the page and keeps `<html>` and the storage in step.
    pub fn provide() -> Self {
        let language = stored("language")
            .as_deref()
            .and_then(Language::from_tag)
            .or_else(|| window().navigator().language().as_deref().and_then(Language::from_tag))
            .unwrap_or(Language::ZhHans);
        let theme = stored("theme")
            .and_then(|word| Theme::ALL.into_iter().find(|theme| theme.word() == word))
            .unwrap_or_default();
        let prefs = Self {
            locale: Locale(RwSignal::new(language)),
            theme: RwSignal::new(theme),
            prompts: RwSignal::new(stored("prompts").as_deref() != Some("hidden")),
        };
        provide_context(prefs);
        provide_context(prefs.locale);
        Effect::new(move |before: Option<()>| {
            let tag = prefs.locale.get().tag();
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("lang", tag);
            }
            if before.is_some() {
                store("language", tag);
            }
        });
        Effect::new(move |before: Option<()>| {
            let word = prefs.theme.get().word();
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-theme", word);
            }
            if before.is_some() {
                store("theme", word);
            }
        });
        Effect::new(move |before: Option<()>| {
            let word = if prefs.prompts.get() { "shown" } else { "hidden" };
            if before.is_some() {
                store("prompts", word);
            }
        });
        prefs
    }

    /// The preferences of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }
}
