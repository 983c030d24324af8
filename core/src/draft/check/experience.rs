//! What goes wrong in an experience summary.

use super::sections::has_figure;
use super::words::{CONDITIONS, SEQUENCE, SETBACKS, holds, times};
use super::{CheckContext, DiagnosticCode};

/// Few enough joints and days are a story, not a report.
const JOINTS: usize = 4;
const DAYS: usize = 3;

impl CheckContext<'_> {
    pub(super) fn experience(&mut self) {
        let moves = self.printed("moves");
        let (joints, days) = (times(&moves, SEQUENCE), days(&moves));
        if joints >= JOINTS && days >= DAYS && !self.has_named_moves() {
            self.find_in(
                DiagnosticCode::WorkReport,
                "moves",
                &[("joints", &joints), ("days", &days)],
            );
        }
        let effects = self.printed("effects");
        let rests = self.passages("effects").iter().any(|it| !it.sources.is_empty());
        if !effects.trim().is_empty() && !has_figure(&effects) && !rests {
            self.find_in(DiagnosticCode::EffectWithoutFigure, "effects", &[]);
        }
        let lessons = self.printed("lessons");
        if !lessons.trim().is_empty() && !holds(&lessons, CONDITIONS) {
            self.find_in(DiagnosticCode::NoConditions, "lessons", &[]);
        }
        let all = [effects, lessons, self.printed("open")].join("\n");
        if self.length.of("effects") > 0 && !holds(&all, SETBACKS) {
            self.find_in(DiagnosticCode::OnlySuccesses, "effects", &[]);
        }
        self.moves();
    }

    /// Whether some moves have names: headings, numbered or bold beginnings.
    fn has_named_moves(&self) -> bool {
        let lines = self.passages("moves").iter().flat_map(|passage| passage.text.lines());
        lines.map(str::trim_start).any(|line| {
            let numbered = ["（一）", "(一)", "一是", "其一", "第一步", "1.", "1、", "1）"];
            line.starts_with('#') || line.starts_with("**") || numbered.iter().any(|sign| line.starts_with(sign))
        })
    }
}

/// How many days or weeks a text names: `9月17日`, `第3周`, `2025-09-17`.
fn days(text: &str) -> usize {
    let signs = ["日", "周", "週"];
    let characters: Vec<_> = text.chars().collect();
    let named = characters.windows(2).filter(|pair| {
        let [number, sign] = pair else { return false };
        number.is_ascii_digit() && signs.iter().any(|known| known.starts_with(*sign))
    });
    let words = text.split(|character: char| !character.is_ascii_digit() && character != '-');
    named.count() + words.filter(|word| word.parse::<crate::Date>().is_ok()).count()
}
