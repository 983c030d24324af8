//! Citations and references that do not meet.

use std::collections::BTreeSet;

use super::{CheckContext, DiagnosticCode};
use crate::draft::cite::cited;
use crate::draft::place::Place;

impl CheckContext<'_> {
    pub(super) fn references(&mut self) {
        let listed = self.document.references.len();
        let mut used = BTreeSet::new();
        for (place, numbers) in cited(self.document) {
            for number in numbers {
                used.insert(number);
                // Without a list, brackets are whatever the writer means by them.
                if listed > 0 && number > listed {
                    self.find(
                        DiagnosticCode::NoSuchReference,
                        place.clone(),
                        &[("number", &number), ("n", &listed)],
                    );
                }
            }
        }
        for number in (1..=listed).filter(|number| !used.contains(number)) {
            self.find(
                DiagnosticCode::UncitedReference,
                Place::Reference(number),
                &[("number", &number)],
            );
        }
    }
}
