//! XML for one part of a package.

use std::fmt::Display;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part being written. Writing into memory cannot fail, so nothing here does.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A part with its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.0.write_event(event);
    }

    fn tag<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
        let mut tag = BytesStart::new(name);
        for (key, value) in attributes {
            tag.push_attribute((*key, allowed(value).as_ref()));
        }
        tag
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(Self::tag(name, attributes)));
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without anything in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(Self::tag(name, attributes)));
    }

    /// An empty element with the attribute `w:val`.
    pub(super) fn val(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value.to_string())]);
    }

    /// An empty element with the attribute `val`, as drawings have it.
    pub(super) fn plain(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("val", &value.to_string())]);
    }

    /// An element that holds words.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.close(name);
    }

    /// The part.
    pub(super) fn done(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// Text without the characters XML has no way to write. One of them would make the whole file unreadable.
fn allowed(text: &str) -> std::borrow::Cow<'_, str> {
    let bad = |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(bad) {
        text.replace(bad, "").into()
    } else {
        text.into()
    }
}
