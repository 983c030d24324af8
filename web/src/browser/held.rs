//! Texts that stay with the browser.

use js_sys::JsString;
use luoxuan::journal::Words;
use send_wrapper::SendWrapper;

/// Words in a text of the browser's own. There is one thread here.
#[derive(Debug)]
pub struct Held(SendWrapper<JsString>);

impl Held {
    /// These words.
    pub fn new(words: JsString) -> Self {
        Self(SendWrapper::new(words))
    }

    /// The text.
    pub fn text(&self) -> &JsString {
        &self.0
    }
}

impl Words for Held {
    fn slice(&self, from: u32, to: u32) -> String {
        self.0.substring(from, to).into()
    }
}
