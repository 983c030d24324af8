//! What goes wrong in a teaching-improvement case.

use std::collections::BTreeSet;

use super::sections::has_figure;
use super::words::{THEORIES, first};
use super::{CheckContext, DiagnosticCode};
use crate::draft::place::Place;

impl CheckContext<'_> {
    pub(super) fn case(&mut self) {
        let names = self.section_names();
        let all: Vec<_> = names.iter().map(|name| self.printed(name)).collect();
        let (said, quoted) = all.iter().fold((0, 0), |(said, quoted), text| {
            (
                said + text.chars().filter(|c| !c.is_whitespace()).count(),
                quoted + spoken(text),
            )
        });
        if quoted * 100 > said * 60 {
            let p = (quoted * 100).checked_div(said).unwrap_or_default();
            self.find(DiagnosticCode::MostlyDialogue, Place::Whole, &[("p", &p)]);
        }
        let diagnosis = self.printed("diagnosis");
        if !diagnosis.trim().is_empty() && !has_figure(&diagnosis) && spoken(&diagnosis) == 0 {
            self.find_in(DiagnosticCode::NoBefore, "diagnosis", &[]);
        }
        self.change();
        self.theories(&names);
        let sources = self.document.passages().flat_map(|(.., passage)| &passage.sources);
        let spirals: BTreeSet<_> = sources.filter_map(|source| self.spiral_of(source.record)).collect();
        if spirals.len() > 1 {
            self.find(DiagnosticCode::TwoThemes, Place::Whole, &[("n", &spirals.len())]);
        }
    }

    /// Labels in passages that neither quote anybody nor rest on anything.
    fn theories(&mut self, names: &[&str]) {
        let document = self.document;
        for (section, passage, it) in document.passages().filter(|(section, ..)| names.contains(section)) {
            if !it.sources.is_empty() || spoken(&it.text) > 0 {
                continue;
            }
            if let Some((from, to)) = first(&it.text, THEORIES) {
                let word = it.text.get(from..to).unwrap_or_default();
                self.find(
                    DiagnosticCode::TheoryLabel,
                    Place::words(section, passage, from..to),
                    &[("word", &word)],
                );
            }
        }
    }

    fn spiral_of(&self, record: crate::RecordId) -> Option<crate::RecordId> {
        let index = self.index;
        let entry = index.entry(record).and_then(|entry| entry.spiral);
        let evidence = || index.evidence(record).and_then(|evidence| evidence.spiral);
        let measure = || index.measure(record).and_then(|measure| measure.spiral);
        let own = || index.spiral(record).map(|_| record);
        entry.or_else(evidence).or_else(measure).or_else(own)
    }
}

/// How many characters somebody says: those in quotation marks, of sentences rather than of single terms.
pub(super) fn spoken(text: &str) -> usize {
    let mut spoken = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['“', '「']) {
        let inner = rest.get(at + '“'.len_utf8()..).unwrap_or_default();
        let Some(end) = inner.find(['”', '」']) else { break };
        let words = inner.get(..end).unwrap_or_default();
        // A quotation is said; a term in quotation marks has no mark of a sentence in it.
        if words.contains(['。', '？', '！', '，', '…', '?', '!', '.', ',']) {
            spoken += words.chars().filter(|c| !c.is_whitespace()).count();
        }
        rest = inner.get(end..).unwrap_or_default();
    }
    spoken
}
