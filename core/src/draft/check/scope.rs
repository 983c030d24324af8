//! One story, and days that a reader knows.

use std::collections::BTreeMap;

use super::{Desk, Fault};
use crate::draft::Place;
use crate::draft::scope::Scope;
use crate::id::RecordId;
use crate::text::day_words;
use crate::time::Date;

impl Desk<'_> {
    /// Passages of turns that the text does not tell of.
    pub(super) fn turns(&mut self) {
        let (document, index) = (self.document, self.index);
        let scope = Scope::of(document);
        if scope == Scope::ALL {
            return;
        }
        let turns = document.spirals.iter().flat_map(|spiral| index.turns(*spiral));
        let mut numbers: BTreeMap<RecordId, Vec<u32>> = BTreeMap::new();
        for turn in turns {
            // The new problem that opened a turn belongs to both.
            for entry in turn.entries.iter().chain(&turn.problem) {
                numbers.entry(*entry).or_default().push(turn.number);
            }
        }
        for (section, at, passage) in document.passages() {
            let of = passage.sources.iter().filter_map(|source| numbers.get(&source.record));
            let outside = of.filter(|numbers| !numbers.iter().any(|number| scope.contains(*number)));
            if let Some(number) = outside.flatten().next() {
                self.find(Fault::OtherTurn, Place::Passage(section.into(), at), &[("n", number)]);
            }
        }
    }

    /// 今天, 这节课, 昨天: a reader has another today. What stands in quotation marks was said by somebody.
    pub(super) fn days(&mut self) {
        let document = self.document;
        let Some(any) = Date::new(2000, 1, 1) else { return };
        for (section, at, passage) in document.passages() {
            // A questionnaire asks about somebody else’s days.
            if ATTACHED.contains(&section) || passage.text.starts_with("```") || passage.text.starts_with('|') {
                continue;
            }
            for word in day_words(&passage.text, any) {
                let before = &passage.text[..word.start];
                // 五年级上学期 is a term that everybody knows.
                let is_named = before.ends_with(['级', '級', '度', '年']);
                if !is_quoted(before) && !is_named {
                    let said = &passage.text[word.start..word.end];
                    let place = Place::words(section, at, word.start..word.end);
                    self.find(Fault::RelativeDay, place, &[("word", &said)]);
                }
            }
        }
    }
}

/// What is not told by the writer.
const ATTACHED: &[&str] = &["appendix", "attachments", "references"];

/// Whether a quotation is open at the end of a text.
pub(super) fn is_quoted(before: &str) -> bool {
    let opened = before.matches(['“', '「']).count();
    opened > before.matches(['”', '」']).count()
}
