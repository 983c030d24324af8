//! Words in a line: runs, citations, footnotes.

use super::body::Body;
use super::xml::Xml;
use crate::manuscript::{Inline, TextStyle};

impl Body<'_> {
    pub(super) fn runs(&mut self, runs: &[Inline]) {
        for run in runs {
            match run {
                Inline::Text(text, look) => self.told(text, *look),
                Inline::Citation(text) => self.text(text, TextStyle::default(), Some("Citation")),
                Inline::Picture(blob, words) => self.picture(*blob, words),
                Inline::Break => write_break(&mut self.xml),
                Inline::Note(note) => self.note(note),
            }
        }
    }

    /// A run of words.
    pub(super) fn text(&mut self, text: &str, look: TextStyle, style: Option<&str>) {
        write_text(&mut self.xml, text, look, style);
    }

    fn note(&mut self, note: &[Inline]) {
        self.note_count += 1;
        let id = self.note_count.to_string();
        self.xml.open("w:r", &[]);
        properties(&mut self.xml, "", TextStyle::default(), Some("FootnoteReference"));
        self.xml.empty("w:footnoteReference", &[("w:id", &id)]);
        self.xml.close("w:r");
        let notes = &mut self.notes;
        notes.open("w:footnote", &[("w:id", &id)]);
        notes.open("w:p", &[]);
        notes.open("w:pPr", &[]);
        notes.val("w:pStyle", "FootnoteText");
        notes.close("w:pPr");
        notes.open("w:r", &[]);
        properties(notes, "", TextStyle::default(), Some("FootnoteReference"));
        notes.empty("w:footnoteRef", &[]);
        notes.close("w:r");
        write_text(notes, " ", TextStyle::default(), None);
        for run in note {
            match run {
                Inline::Text(text, look) => write_text(notes, text, *look, None),
                Inline::Citation(text) => write_text(notes, text, TextStyle::default(), Some("Citation")),
                // A part of its own, which holds no pictures.
                Inline::Picture(_, words) => write_text(notes, words, TextStyle::default(), None),
                Inline::Break => write_break(notes),
                Inline::Note(_) => {}
            }
        }
        notes.close("w:p");
        notes.close("w:footnote");
    }
}

fn write_text(xml: &mut Xml, text: &str, look: TextStyle, style: Option<&str>) {
    if text.is_empty() {
        return;
    }
    xml.open("w:r", &[]);
    properties(xml, text, look, style);
    xml.leaf("w:t", &[("xml:space", "preserve")], text);
    xml.close("w:r");
}

fn write_break(xml: &mut Xml) {
    xml.open("w:r", &[]);
    xml.empty("w:br", &[]);
    xml.close("w:r");
}

/// Quotation marks, dashes and dots that Chinese shares with Latin: without a hint Word sets them in the Latin font.
fn is_shared(character: char) -> bool {
    matches!(character, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '×' | '÷' | '±' | '°' | '①'..='⑳' | 'Ⅰ'..='Ⅻ')
}

fn properties(xml: &mut Xml, text: &str, look: TextStyle, style: Option<&str>) {
    let hint = text.contains(is_shared) && text.chars().any(crate::text::is_cjk);
    if !hint && look == TextStyle::default() && style.is_none() {
        return;
    }
    xml.open("w:rPr", &[]);
    if let Some(style) = style {
        xml.val("w:rStyle", style);
    }
    if hint {
        xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
    }
    if look.bold {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if look.emphasis {
        xml.empty("w:i", &[]);
        xml.empty("w:iCs", &[]);
    }
    if look.struck {
        xml.empty("w:strike", &[]);
    }
    xml.close("w:rPr");
}
