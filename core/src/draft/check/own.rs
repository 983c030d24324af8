//! What the school's own list of faults names.

use super::{CheckContext, DiagnosticCode};
use crate::catalog::{Language, form};
use crate::text::{Finder, fold};

/// What opens a quotation, and what closes it.
const QUOTES: [(char, char); 3] = [('“', '”'), ('「', '」'), ('"', '"')];

impl CheckContext<'_> {
    /// Words in quotation marks on a line the school wrote itself. The form's own lines have checks of their own, and
    /// quote what ought to be there as well as what ought not.
    pub(super) fn own_faults(&mut self) {
        let template = self.template;
        let shipped = |line: &String| {
            let faults = form(template.base).faults.iter();
            let mut said = faults.flat_map(|fault| Language::ALL.map(|language| fault.in_(language)));
            said.any(|fault| fault == line)
        };
        for line in template.faults.iter().filter(|line| !shipped(line)) {
            for word in quoted(line) {
                let Some(finder) = Finder::new(word) else { continue };
                for (place, text) in self.written() {
                    if let Some(hit) = finder.hits(&fold(text), text).next() {
                        let said = text.get(hit.clone()).unwrap_or_default();
                        let place = place.place(hit.start, hit.end);
                        self.find(DiagnosticCode::OwnFault, place, &[("said", &said), ("line", line)]);
                    }
                }
            }
        }
    }
}

/// What stands in quotation marks.
fn quoted(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in QUOTES {
        let mut rest = line;
        while let Some((_, inner)) = rest.split_once(open) {
            let Some((word, after)) = inner.split_once(close) else {
                break;
            };
            if !word.trim().is_empty() {
                found.push(word.trim());
            }
            rest = after;
        }
    }
    found
}
