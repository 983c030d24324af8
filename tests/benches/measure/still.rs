//! The same elements without the program: what a browser takes for a page as full as ours, whoever wrote it.

use crate::stand::{Outcome, Stand};

const STILL: &str = include_str!("page/still.js");

impl Stand {
    /// Copies the elements and styles of the page that is open to an address of their own.
    pub(crate) fn still(&self, name: &str) -> Outcome<String> {
        let html = self.browser.run(STILL, vec![]);
        self.add_peer(name, html.as_str().ok_or("a page without elements")?)
    }
}
