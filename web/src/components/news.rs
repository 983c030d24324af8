//! What is new, in one line: told once in a browser that ran an older version before, below the box where one writes.

use leptos::prelude::*;
use luoxuan::catalog::Language;

use crate::browser::news::{of_the_running, version};
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::one_file::SEEN;
use crate::prefs::{store, stored};

/// The preference that remembers the last version whose line this browser has shown.
const MARK: &str = "version";

/// The numbers of a version; `None` if it has none.
fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|number| number.parse().ok()).collect()
}

/// Whether the first of two versions came later. What is no version did not.
fn later_than(one: &str, other: &str) -> bool {
    numbers(one) > numbers(other) && numbers(other).is_some()
}

/// What the lines of a site say of a version.
fn line(lines: &str, version: &str, language: Language) -> Option<String> {
    let all: serde_json::Value = serde_json::from_str(lines).ok()?;
    all.get(version)?.get(language.tag())?.as_str().map(str::to_owned)
}

/// What the lines of a site say of its newest version.
pub(super) fn newest_line(lines: &str, language: Language) -> Option<String> {
    let all: serde_json::Value = serde_json::from_str(lines).ok()?;
    let newest = all.as_object()?.keys().max_by_key(|version| numbers(version))?;
    line(lines, newest, language)
}

/// The line that waits to be read, for as long as the page stands.
#[derive(Clone, Copy)]
pub struct News {
    /// The version, and the lines of its site.
    told: RwSignal<Option<(String, String)>>,
}

impl News {
    /// Provides it to the page, and looks whether there is one. To a browser that has never run any version nothing is new.
    pub fn provide() -> Self {
        let news = Self {
            told: RwSignal::new(None),
        };
        provide_context(news);
        let Some(running) = version() else { return news };
        match stored(MARK) {
            None => store(MARK, &running),
            Some(before) if later_than(&running, &before) => leptos::task::spawn_local(async move {
                // Without its lines it is told at the next start.
                if let Some(lines) = of_the_running().await {
                    store(MARK, &running);
                    let _ = news.told.try_set(Some((running, lines)));
                }
            }),
            Some(_) => {}
        }
        news
    }
}

/// The line, until it is closed.
#[component]
pub fn NewsView() -> impl IntoView {
    let locale = Locale::here();
    let told = use_context::<News>().map(|news| news.told);
    let says = move || {
        let (version, lines) = told?.get()?;
        line(&lines, &version, locale.get())
    };
    let close = move |_| {
        if let Some(told) = told {
            told.set(None);
            super::focus("capture");
        }
    };
    move || {
        says().map(|line| {
            view! {
                <p class="news soft">
                    <span>{t::NEWS.in_(locale.get())}{line}</span> " "
                    <button type="button" class="quiet" on:click=close>{locale.say(SEEN)}</button>
                </p>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn versions_are_told_apart_by_their_numbers() {
        assert!(later_than("0.10.0", "0.9.3"));
        assert!(later_than("1.0.0", "0.9"));
        assert!(!later_than("0.9.3", "0.9.3"));
        assert!(!later_than("0.9.2", "0.9.3"));
        assert!(!later_than("dev", "0.9.3"));
        assert!(!later_than("0.9.3", "dev"));
    }

    #[wasm_bindgen_test]
    fn the_newest_line_is_that_of_the_highest_version() {
        let lines = r#"{ "0.9.0": { "en": "old" }, "0.10.0": { "en": "new" }, "0.2.0": { "en": "oldest" } }"#;
        assert_eq!(newest_line(lines, Language::En).as_deref(), Some("new"));
        assert_eq!(newest_line(lines, Language::ZhHans), None);
        assert_eq!(newest_line("<!doctype html>", Language::En), None);
        assert_eq!(line(lines, "0.2.0", Language::En).as_deref(), Some("oldest"));
    }
}
