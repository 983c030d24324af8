//! A teacher at a computer: what they do and what they see.

mod doing;
mod seeing;

use std::cell::RefCell;
use std::time::Duration;

use serde_json::json;

use crate::stage::browser::{Browser, Kind};
use crate::stage::site::Site;
use crate::stage::tools::setting;
use crate::stage::wait_for;

/// How long a person waits before saying that it does not work.
const SOON: Duration = Duration::from_secs(10);

const PAGE: &str = include_str!("../stage/page.js");

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
