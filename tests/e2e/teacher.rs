//! A teacher at a computer: what they do and what they see.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::stage::browser::{Browser, Kind};
use crate::stage::site::Site;
use crate::stage::tools::setting;
use crate::stage::wait_for;

/// How long a person waits before saying that it does not work.
const SOON: Duration = Duration::from_secs(10);

const PAGE: &str = include_str!("stage/page.js");

/// A teacher with a browser of their own.
pub(crate) struct Teacher {
    /// The browser.
    pub(crate) browser: Browser,
    home: String,
    /// The part of the page they are busy with, by its name.
    part: RefCell<Option<String>>,
}

impl Teacher {
    /// A teacher who has opened the app for the first time.
    pub(crate) fn arrives(kind: Kind) -> Self {
        Self::arrives_at(&setting("LUOXUAN_URL"), kind)
    }

    /// A teacher who has opened the app at another address.
    pub(crate) fn arrives_at(address: &str, kind: Kind) -> Self {
        Self::arrives_with(Browser::start(kind), address)
    }

    /// A teacher who has opened the app at this address in a browser that was made ready.
    pub(crate) fn arrives_with(browser: Browser, address: &str) -> Self {
        let teacher = Self {
            browser,
            home: address.into(),
            part: RefCell::default(),
        };
        teacher.browser.resize(1280, 900);
        teacher.browser.go(&teacher.home);
        teacher
    }

    /// A teacher in Chromium who has opened a site of this test's own.
    pub(crate) fn visits(site: &Site) -> Self {
        Self::arrives_at(&site.address(), Kind::Chromium)
    }

    // Going somewhere.

    /// Opens a place by its hash, such as `#/settings`.
    pub(crate) fn opens(&self, place: &str) {
        self.run("location.hash = arguments[0]", vec![json!(place)]);
    }

    /// Opens the app again in this tab.
    pub(crate) fn opens_the_app(&self) {
        self.browser.go(&self.home);
    }

    /// Waits until the box takes words and the journal is there.
    pub(crate) fn waits_for_the_journal(&self) {
        self.waits_for_the_cursor();
        self.sees_it_loaded();
    }

    /// Waits until the page says that the journal has been read.
    pub(crate) fn sees_it_loaded(&self) {
        let loaded = wait_for(Duration::from_mins(1), || self.is_loaded().then_some(()));
        assert!(loaded.is_some(), "the journal is not loaded:\n{}", self.page());
    }

    /// Whether the page says that the journal has been read.
    pub(crate) fn is_loaded(&self) -> bool {
        let busy = "return document.querySelector('nav')?.getAttribute('aria-busy')";
        self.run(busy, vec![]) == json!("false")
    }

    /// Starts the browser again on its profile, opens the app and waits for the journal.
    pub(crate) fn comes_back(&mut self) {
        self.browser.start_again();
        self.opens_the_app();
        self.waits_for_the_journal();
    }

    /// Loads the page again.
    pub(crate) fn reloads(&self) {
        self.browser.reload();
    }

    /// The hash of where they are.
    pub(crate) fn place(&self) -> String {
        self.run("return location.hash", vec![])
            .as_str()
            .unwrap_or_default()
            .into()
    }

    // Seeing.

    /// Runs a script that may use `find` and `seen`.
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.run(&self.with_page(script), arguments)
    }

    fn with_page(&self, script: &str) -> String {
        let part = json!(*self.part.borrow());
        format!("const PART = {part};\n{PAGE}\n{script}")
    }

    /// Does something in one part of the page, named by its label or its heading.
    pub(crate) fn inside<T>(&self, part: &str, act: impl FnOnce() -> T) -> T {
        let before = self.part.replace(Some(part.into()));
        let outcome = act();
        self.part.replace(before);
        outcome
    }

    /// Does something in the part of the page where the cursor is now.
    pub(crate) fn where_the_cursor_is<T>(&self, act: impl FnOnce() -> T) -> T {
        self.waits_for_the_cursor();
        self.run(
            "window.partWithTheCursor = document.activeElement.closest('section, form, fieldset') ?? document",
            vec![],
        );
        self.inside("@cursor", act)
    }

    /// Runs a script that may use `find` and `seen` and whose last argument is called with the answer.
    pub(crate) fn run_until_called(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.run_until_called(&self.with_page(script), arguments)
    }

    /// All that can be read on the page, in boxes too.
    pub(crate) fn page(&self) -> String {
        let page = self.browser.try_run(&self.with_page("return seen()"), vec![]);
        page.map_or_else(
            |error| format!("({error})"),
            |text| text.as_str().unwrap_or_default().into(),
        )
    }

    /// Sees these words, or waits for them.
    pub(crate) fn sees(&self, words: &str) {
        self.sees_within(SOON, words);
    }

    /// Sees these words before the time is over.
    pub(crate) fn sees_within(&self, time: Duration, words: &str) {
        let found = wait_for(time, || self.page().contains(words).then_some(()));
        assert!(
            found.is_some(),
            "“{words}” is not on the page after {time:?}:\n{}",
            self.page()
        );
    }

    /// Does not see these words, or waits until they are gone.
    pub(crate) fn sees_no(&self, words: &str) {
        let gone = wait_for(SOON, || (!self.page().contains(words)).then_some(()));
        assert!(gone.is_some(), "“{words}” is still on the page:\n{}", self.page());
    }

    /// Sees that everything typed is on the disk.
    pub(crate) fn sees_it_kept(&self) {
        self.sees("已写入本机");
    }

    /// The element of this kind and name, or waits for it.
    pub(crate) fn finds(&self, kind: &str, name: &str) -> Element {
        self.finds_nth(kind, name, 0)
    }

    /// One of several elements of this kind and name; `-1` is the last.
    pub(crate) fn finds_nth(&self, kind: &str, name: &str, nth: i32) -> Element {
        let found = wait_for(SOON, || {
            let value = self.run(
                "return find(arguments[0], arguments[1], arguments[2])",
                vec![json!(kind), json!(name), json!(nth)],
            );
            self.browser.element(&value)
        });
        found.unwrap_or_else(|| panic!("there is no {kind} “{name}” on the page:\n{}", self.page()))
    }

    /// Waits until an element that this selector names is there, whatever language the page speaks.
    pub(crate) fn waits_for_element(&self, selector: &str) {
        let there = wait_for(SOON, || {
            let there = self.run(
                "return document.querySelector(arguments[0]) !== null",
                vec![json!(selector)],
            );
            (there == json!(true)).then_some(())
        });
        assert!(there.is_some(), "there is no {selector}:\n{}", self.page());
    }

    /// Whether there is an element of this kind and name now.
    pub(crate) fn has(&self, kind: &str, name: &str) -> bool {
        let found = self.run(
            "return find(arguments[0], arguments[1]) !== null",
            vec![json!(kind), json!(name)],
        );
        found == json!(true)
    }

    /// What stands in the box of this name.
    pub(crate) fn reads(&self, name: &str) -> String {
        let element = self.finds("box", name);
        self.value_of(&element)
    }

    fn value_of(&self, element: &Element) -> String {
        let value = self.run("return arguments[0].value", vec![json!(element)]);
        value.as_str().unwrap_or_default().into()
    }

    /// What stands in the box that has the cursor.
    pub(crate) fn reads_here(&self) -> String {
        let value = self.run("return document.activeElement?.value ?? ''", vec![]);
        value.as_str().unwrap_or_default().into()
    }

    /// Whether a part that can be opened, such as more fields, is open.
    pub(crate) fn opened(&self, name: &str) -> bool {
        let open = self.run(
            "return find('button', arguments[0])?.parentElement?.open ?? false",
            vec![json!(name)],
        );
        open == json!(true)
    }

    /// Which of several boxes of this name says nothing yet, or waits for one that does.
    pub(crate) fn first_empty(&self, name: &str) -> i32 {
        let place = wait_for(SOON, || {
            let place = self.run(
                "return findAll('box', arguments[0]).findIndex((box) => box.value === '')",
                vec![json!(name)],
            );
            place.as_i64().filter(|place| *place >= 0)
        });
        let place = place.unwrap_or_else(|| panic!("no box “{name}” is empty:\n{}", self.page()));
        i32::try_from(place).expect("not that many boxes")
    }

    /// Waits until the cursor is in the box of this name, as it is in a sheet that was just laid out.
    pub(crate) fn waits_until_the_cursor_is_in(&self, name: &str) {
        let there = wait_for(SOON, || {
            let here = self.run("return nameOf(document.activeElement)", vec![]);
            (here == json!(name)).then_some(())
        });
        assert!(there.is_some(), "the cursor is not in “{name}”:\n{}", self.page());
    }

    // Doing.

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

impl Drop for Teacher {
    fn drop(&mut self) {
        if std::thread::panicking() && self.browser.is_running() {
            let place = self.browser.try_run("return location.href", vec![]);
            // A page that does not answer this will not answer more.
            if let Ok(place) = &place {
                eprintln!("── the page at {place} says:\n{}", self.page());
            }
            eprintln!("── the console says:");
            for line in self.browser.log("browser") {
                eprintln!("{}", line["message"].as_str().unwrap_or_default());
            }
        }
    }
}
