//! One story, and days that a reader knows.

use std::collections::BTreeMap;

use super::{CheckContext, DiagnosticCode};
use crate::catalog::Language;
use crate::draft::Place;
use crate::draft::days::{RelativeWord, relative_words};
use crate::draft::scope::Scope;
use crate::id::RecordId;

impl CheckContext<'_> {
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
                self.find(
                    DiagnosticCode::OtherTurn,
                    Place::Passage(section.into(), at),
                    &[("n", number)],
                );
            }
        }
    }

    /// 今天, 这节课, 昨天: a reader has another today.
    pub(super) fn days(&mut self) {
        let document = self.document;
        // The words are the same in every language; how they can be said is asked where they are shown.
        for (section, at, _) in document.passages() {
            for RelativeWord { place, word, .. } in relative_words(document, section, at, self.index, Language::ZhHans)
            {
                self.find(DiagnosticCode::RelativeDay, place, &[("word", &word)]);
            }
        }
    }
}
