//! AI 使用说明: what a notice asks to be said about text made by a machine.

use super::words::{MACHINES, holds};
use super::{CheckContext, DiagnosticCode};
use crate::draft::place::Place;
use crate::id::RecordId;
use crate::record::Rules;

impl CheckContext<'_> {
    /// Only where the rules the text is held to say something about it: a notice that is silent asks for nothing.
    pub(super) fn machine(&mut self) {
        let id = self.document.rules.parse::<RecordId>().ok();
        let rules = id.and_then(|id| self.index.read::<Rules>(id));
        let Some(rules) = rules.filter(|rules| !rules.machine_text.trim().is_empty()) else {
            return;
        };
        let mut passages = self.document.passages();
        // As a word of its own, AI is in capitals: folded, it is in every “said”.
        let says = |text: &str| text.contains("AI") || holds(text, MACHINES);
        if self.length.body > 0 && !passages.any(|(.., passage)| says(&passage.text)) {
            self.find(
                DiagnosticCode::NoMachineStatement,
                Place::Whole,
                &[("asked", &rules.machine_text.trim())],
            );
        }
    }
}
