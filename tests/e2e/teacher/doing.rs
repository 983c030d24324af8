//! What a teacher does.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::key::Key;
use serde_json::json;

use crate::stage::browser::Kind;
use crate::stage::wait_for;

use super::{SOON, Teacher};

impl Teacher {
    /// Clears everything the browser keeps for this site, as its settings do.
    pub(crate) fn wipes_the_site(&self) {
        if self.browser.kind == Kind::Chromium {
            let origin = self.home.trim_end_matches('/');
            self.browser.devtools(
                "Storage.clearDataForOrigin",
                &json!({ "origin": origin, "storageTypes": "all" }),
            );
            return;
        }
        // Firefox has no remote control for that: a page of the site does it, with no app in it.
        self.browser.go(&format!("{}icon.svg", self.home));
        let gone = self.run_until_called(
            "const done = arguments[arguments.length - 1]; localStorage.clear(); \
             (async () => { for (const { name } of await indexedDB.databases()) await new Promise((good, bad) => { \
                const request = indexedDB.deleteDatabase(name); request.onsuccess = good; request.onerror = request.onblocked = bad; }); \
              for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister(); \
              for (const name of await caches.keys()) await caches.delete(name); return 'gone'; })().then(done, (why) => done(String(why)))",
            vec![],
        );
        assert_eq!(gone, json!("gone"));
    }

    /// Clicks a button or a link by its name.
    pub(crate) fn clicks(&self, name: &str) {
        self.clicks_nth(name, 0);
    }

    /// Clicks one of several buttons or links of this name; `-1` is the last.
    pub(crate) fn clicks_nth(&self, name: &str, nth: i32) {
        let mut last = None;
        let clicked = wait_for(SOON, || {
            // Found anew each time: the page may be laying itself out.
            let element = self.finds_nth("press", name, nth);
            self.browser.click(&element).map_err(|error| last = Some(error)).ok()
        });
        assert!(clicked.is_some(), "“{name}” cannot be clicked: {last:?}");
    }

    /// Puts the cursor into the box of this name.
    pub(crate) fn goes_to(&self, name: &str) {
        self.goes_to_nth(name, 0);
    }

    /// Puts the cursor into one of several boxes of this name; `-1` is the last.
    pub(crate) fn goes_to_nth(&self, name: &str, nth: i32) {
        let mut last = None;
        let clicked = wait_for(SOON, || {
            let element = self.finds_nth("box", name, nth);
            self.browser.click(&element).map_err(|error| last = Some(error)).ok()
        });
        assert!(clicked.is_some(), "the box “{name}” cannot be clicked: {last:?}");
    }

    /// Waits until the cursor stands in a box, as it does when the app has opened.
    pub(crate) fn waits_for_the_cursor(&self) {
        let there = wait_for(SOON, || {
            let focused = self.run(
                "return document.activeElement?.matches('textarea, input') ?? false",
                vec![],
            );
            (focused == json!(true)).then_some(())
        });
        let here = || self.run("return document.activeElement?.outerHTML.slice(0, 200)", vec![]);
        assert!(
            there.is_some(),
            "the cursor is in no box but in {}:\n{}",
            here(),
            self.page()
        );
    }

    /// Types where the cursor is.
    pub(crate) fn types(&self, text: &str) {
        let element = self.browser.focused();
        self.browser
            .type_into(&element, text)
            .expect("what has the focus takes text");
    }

    /// Types into the box of this name.
    pub(crate) fn writes_in(&self, name: &str, text: &str) {
        self.goes_to(name);
        self.types(text);
    }

    /// Puts other words in place of those in the box of this name.
    pub(crate) fn writes_over(&self, name: &str, text: &str) {
        self.goes_to(name);
        self.run("document.activeElement.select()", vec![]);
        self.types(text);
    }

    /// Waits until the page is at a place whose hash ends so.
    pub(crate) fn waits_until_at(&self, end: &str) {
        let there = wait_for(SOON, || self.place().ends_with(end).then_some(()));
        assert!(there.is_some(), "the page is at {}, not {end}", self.place());
    }

    /// Writes with an input method where the cursor is: syllables appear, are changed into characters
    /// and taken over, a few at a time. Others have no remote control for that; there it is typed.
    pub(crate) fn composes(&self, text: &str) {
        if self.browser.kind != Kind::Chromium {
            return self.types(text);
        }
        let characters: Vec<char> = text.chars().collect();
        for part in characters.chunks(4) {
            let part: String = part.iter().collect();
            for step in ["p", "pin", "pin'yin", &part] {
                let end = step.encode_utf16().count();
                self.browser.devtools(
                    "Input.imeSetComposition",
                    &json!({ "text": step, "selectionStart": end, "selectionEnd": end }),
                );
            }
            self.browser.devtools("Input.insertText", &json!({ "text": part }));
        }
    }

    /// Puts text in at once, as a paste of plain text does.
    pub(crate) fn pastes(&self, text: &str) {
        if self.browser.kind == Kind::Chromium {
            self.browser.devtools("Input.insertText", &json!({ "text": text }));
        } else {
            self.run(
                "document.execCommand('insertText', false, arguments[0])",
                vec![json!(text)],
            );
        }
    }

    /// Presses keys together, named as on a key cap: `Ctrl Enter`.
    pub(crate) fn presses(&self, keys: &str) {
        let keys: Vec<char> = keys
            .split(' ')
            .map(|key| match key {
                "Ctrl" => char::from(Key::Control),
                "Shift" => char::from(Key::Shift),
                "Alt" => char::from(Key::Alt),
                "Delete" => char::from(Key::Delete),
                "Enter" => char::from(Key::Enter),
                "Tab" => char::from(Key::Tab),
                "Escape" => char::from(Key::Escape),
                "Backspace" => char::from(Key::Backspace),
                "Down" => char::from(Key::Down),
                "Up" => char::from(Key::Up),
                "Left" => char::from(Key::Left),
                "Right" => char::from(Key::Right),
                "Space" => ' ',
                "End" => char::from(Key::End),
                "Home" => char::from(Key::Home),
                one => one.chars().next().expect("a key"),
            })
            .collect();
        self.browser.chord(&keys);
    }

    /// Chooses an option by its words in the list of this name.
    pub(crate) fn chooses(&self, name: &str, option: &str) {
        self.chooses_nth(name, 0, option);
    }

    /// Chooses an option by its words in one of several lists of this name.
    pub(crate) fn chooses_nth(&self, name: &str, nth: i32, option: &str) {
        let element = self.finds_nth("choice", name, nth);
        let chosen = wait_for(SOON, || {
            let chosen = self.run(
                "const list = arguments[0], option = [...list.options].find((o) => words(o.textContent).startsWith(arguments[1])); \
                 if (!option) return false; list.focus(); list.value = option.value; \
                 list.dispatchEvent(new Event('input', { bubbles: true })); \
                 list.dispatchEvent(new Event('change', { bubbles: true })); return true",
                vec![json!(element), json!(option)],
            );
            (chosen == json!(true)).then_some(())
        });
        assert!(chosen.is_some(), "“{name}” does not offer “{option}”:\n{}", self.page());
    }

    /// Sets a date in the field of this name. Typing a date depends on the system's language; choosing
    /// one in the calendar ends in the same event.
    pub(crate) fn dates(&self, name: &str, day: &str) {
        let element = self.finds("box", name);
        self.run(
            "const field = arguments[0]; field.focus(); field.value = arguments[1]; \
             field.dispatchEvent(new Event('input', { bubbles: true })); \
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(element), json!(day)],
        );
    }

    /// Picks a file where the page asks for one of this name.
    pub(crate) fn picks(&self, name: &str, file: &Path) {
        let element = self.finds("file", name);
        self.browser
            .type_into(&element, &file.to_string_lossy())
            .expect("the page takes a file");
    }

    /// Does something that gives them a file, and waits until it is whole.
    pub(crate) fn downloads(&self, act: impl FnOnce()) -> PathBuf {
        let folder = self.browser.downloads();
        let files = || -> Vec<PathBuf> {
            let entries = std::fs::read_dir(&folder).expect("the folder for downloads");
            entries.flatten().map(|entry| entry.path()).collect()
        };
        let before = files();
        act();
        let end = Instant::now() + Duration::from_secs(30);
        let arrived = wait_for(end - Instant::now(), || {
            let now = files();
            let partial = |path: &PathBuf| {
                let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
                matches!(end, "crdownload" | "part" | "tmp")
                    || path
                        .file_name()
                        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
            };
            if now.iter().any(partial) {
                return None;
            }
            now.into_iter()
                .find(|path| !before.contains(path) && std::fs::metadata(path).is_ok_and(|file| file.len() > 0))
        });
        arrived.unwrap_or_else(|| panic!("no file arrived:\n{}", self.page()))
    }
}
