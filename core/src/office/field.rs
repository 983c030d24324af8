//! Figures and tables by fields: Word counts them itself, and what names one follows when another is put in or moved.
//!
//! Each field holds the number as it is now, for programs that know no fields and until somebody has them counted anew.

use super::body::Body;
use crate::catalog::ManuscriptLabel;
use crate::manuscript::{Shown, TextStyle, named_in};

impl Body<'_> {
    /// The line that says what a figure or a table is: 图1　….
    pub(super) fn caption(&mut self, word: ManuscriptLabel, number: usize, caption: &str) {
        self.open_paragraph("Caption");
        if word == ManuscriptLabel::Table {
            self.xml.val("w:keepNext", 1);
        }
        self.caption_distance();
        self.xml.close("w:pPr");
        let called = self.say(word);
        self.text(called, TextStyle::default(), None);
        let shown = if word == ManuscriptLabel::Table {
            Shown::Table
        } else {
            Shown::Figure
        };
        self.bookmarks += 1;
        let id = self.bookmarks.to_string();
        let name = bookmark(shown, number);
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        self.field(
            &format!("SEQ {} \\* ARABIC", called.trim()),
            &number.to_string(),
            TextStyle::default(),
        );
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        let caption = format!("　{caption}");
        self.text(caption.trim_end(), TextStyle::default(), None);
        self.xml.close("w:p");
    }

    /// Words of the text, in which the numbers of its figures and tables are fields. What names none of them is words.
    pub(super) fn told(&mut self, text: &str, look: TextStyle) {
        let mut at = 0;
        for one in named_in(text) {
            let there = |number: &usize| (1..=self.shown.of(one.shown)).contains(number);
            let Some(number) = one.number.filter(there) else {
                continue;
            };
            self.text(text.get(at..one.at.start).unwrap_or_default(), look, None);
            let name = bookmark(one.shown, number);
            let said = text.get(one.at.clone()).unwrap_or_default();
            self.field(&format!("REF {name} \\h"), said, look);
            at = one.at.end;
        }
        self.text(text.get(at..).unwrap_or_default(), look, None);
    }

    fn field(&mut self, instruction: &str, now: &str, look: TextStyle) {
        let instruction = format!(" {instruction} ");
        self.xml.open("w:fldSimple", &[("w:instr", &instruction)]);
        self.text(now, look, None);
        self.xml.close("w:fldSimple");
    }
}

/// The name of the bookmark around the number of a figure or table. Word hides those that begin so.
fn bookmark(shown: Shown, number: usize) -> String {
    let kind = match shown {
        Shown::Figure => "Figure",
        Shown::Table => "Table",
    };
    format!("_Ref{kind}{number}")
}
