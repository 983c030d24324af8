//! The other window, and the app open at a page.

use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::{document, window};
use luoxuan::catalog::{Language, Words};
use luoxuan::journal::{read_lines, write_lines};
use luoxuan::store::Store;
use luoxuan::{Author, Content, DeviceId, Journal, RecordId, Revision, Timestamp};
use luoxuan_tests::newer::from_the_future;
use luoxuan_web::app::App;
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::database::Database;
use luoxuan_web::browser::tabs::Tabs;
use luoxuan_web::i18n::common::ELSEWHERE;
use luoxuan_web::place::Book;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::kinds::{ALL, Page, words};
use crate::bench::{js, own_element, wait_for};

/// The journal as another window has it, and the log that all share.
pub(super) struct Elsewhere {
    pub(super) journal: Journal,
    store: Database,
    tabs: Tabs,
    moment: i64,
}

impl Elsewhere {
    /// An empty journal, and one revision of everything the pages need.
    pub(super) async fn begin() -> Self {
        let name = &Book::Own.name();
        let store = Database::new(name);
        store.delete().await.expect("deleted");
        let storage = window().local_storage().ok().flatten().expect("localStorage");
        storage.clear().expect("cleared");
        let mut elsewhere = Self {
            journal: Journal::new(),
            store,
            tabs: Tabs::join(name, "another"),
            moment: 1_764_000_000_000,
        };
        for (record, says) in ALL {
            elsewhere.write(record, says(&words(0))).await;
        }
        elsewhere
    }

    /// Writes a revision into the log, and tells nobody.
    pub(super) async fn write(&mut self, record: RecordId, content: Content) -> Arc<Revision> {
        self.moment += 1000;
        let by = self.by();
        let written = self.journal.write(record, content, by).expect("it says something else");
        self.store.append(std::slice::from_ref(&written)).await.expect("kept");
        written
    }

    /// Writes a revision as a newer version of the app would, and reads the log on.
    pub(super) async fn newer(&mut self, record: RecordId, content: Content) {
        let mut journal = self.journal.clone();
        self.moment += 1000;
        let written = journal
            .write(record, content, self.by())
            .expect("it says something else");
        let line = from_the_future(&write_lines(&[written]));
        let (newer, damage) = read_lines(line.as_bytes());
        assert!(damage.is_empty() && newer[0].is_newer(), "{damage:?}");
        let newer: Vec<_> = newer.into_iter().map(Arc::new).collect();
        self.store.append(&newer).await.expect("kept");
        happens("visibilitychange");
    }

    /// What the log says of a record: its heads.
    pub(super) async fn heads<R: luoxuan::Record>(&self, record: RecordId) -> Vec<R> {
        let mut journal = Journal::new();
        journal.merge(self.store.read(0).await.expect("it reads").revisions);
        let heads = journal.heads(record).iter();
        heads.filter_map(|head| head.content().read()).collect()
    }

    /// Reads what the page has written.
    pub(super) async fn reads_on(&mut self) {
        self.journal
            .merge(self.store.read(0).await.expect("it reads").revisions);
    }

    fn by(&self) -> Author {
        Author {
            device: DeviceId::from_bytes([5; 16]),
            now: Timestamp::new(self.moment, 480),
        }
    }

    /// The page is looked at again and reads the log on.
    pub(super) async fn log(&mut self, record: RecordId, content: Content) {
        self.write(record, content).await;
        happens("visibilitychange");
    }

    /// Another tab writes and says so.
    pub(super) async fn tell(&mut self, record: RecordId, content: Content) {
        let written = self.write(record, content).await;
        self.tabs.tell(&write_lines(&[written]));
    }
}

pub(super) fn happens(name: &str) {
    let fire = js("name", "document.dispatchEvent(new Event(name, { bubbles: true }))");
    fire.call1(&JsValue::NULL, &name.into()).expect("it is heard");
}

/// The app, open at a page.
pub(super) struct Open {
    pub(super) root: HtmlElement,
    app: Option<Box<dyn std::any::Any>>,
}

impl Open {
    /// The app, as it opens.
    pub(super) async fn without_waiting(page: &Page) -> Self {
        window().location().set_hash(&page.place).expect("it goes there");
        let root = own_element();
        let app = mount_to(root.clone(), App);
        leptos::task::tick().await;
        Self {
            root,
            app: Some(Box::new(app)),
        }
    }

    /// The app, once the page shows what it says at first.
    pub(super) async fn at(page: &Page) -> Self {
        let open = Self::without_waiting(page).await;
        if let Some(button) = page.opens {
            wait_for("the button 修改", || open.find(button)).await.click();
        }
        open.shows(page, 0).await;
        // An editor that opens has the cursor.
        if let Some(here) = document()
            .active_element()
            .and_then(|here| here.dyn_into::<HtmlElement>().ok())
        {
            here.blur().expect("it lets go");
        }
        open
    }

    pub(super) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    pub(super) fn reads(&self, page: &Page) -> Option<String> {
        let area = self.find(page.shows)?;
        js_sys::Reflect::get(&area, &"value".into()).ok()?.as_string()
    }

    pub(super) async fn shows(&self, page: &Page, number: i32) {
        let (wanted, what) = (
            words(number),
            format!("{} {} {}", page.place, page.shows, words(number)),
        );
        wait_for(&what, || (self.reads(page)? == wanted).then_some(())).await;
    }

    pub(super) async fn comes_to_say_so(&self, page: &Page) {
        let end = js_sys::Date::now() + 5_000.0;
        while !self.says_so() {
            let here = document().active_element().map(|here| here.outer_html());
            assert!(
                js_sys::Date::now() < end,
                "{} {} does not say so; it shows {:?} with the cursor in {here:?}",
                page.place,
                page.shows,
                self.reads(page)
            );
            sleep(Duration::from_millis(10)).await;
        }
    }

    pub(super) fn says_so(&self) -> bool {
        self.says(ELSEWHERE)
    }

    /// Whether this is said on the page, in the language of this browser.
    pub(super) fn says(&self, words: Words) -> bool {
        let said = self.root.text_content().unwrap_or_default();
        Language::ALL.iter().any(|language| said.contains(words.in_(*language)))
    }

    /// What stands in all boxes.
    pub(super) fn boxes(&self) -> Vec<String> {
        let read = js(
            "root",
            "return [...root.querySelectorAll('input, textarea')].map((box) => box.value)",
        );
        let all: js_sys::Array = read.call1(&JsValue::NULL, &self.root).expect("it runs").into();
        all.iter().filter_map(|one| one.as_string()).collect()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.app.take();
        self.root.remove();
        // Whoever comes after finds the place they look for.
        let _ = window().location().set_hash("");
    }
}
