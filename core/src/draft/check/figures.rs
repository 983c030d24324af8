//! What goes wrong with percentages, in every text.

use super::words::{MOVES, first, holds};
use super::{CheckContext, DiagnosticCode};
use crate::text::fold;

impl CheckContext<'_> {
    pub(super) fn figures(&mut self) {
        for name in self.section_names() {
            self.bases(name);
            self.points(name);
        }
    }

    /// Percentages with no count in their sentence or the two before it; one finding a passage.
    fn bases(&mut self, section: &str) {
        let document = self.document;
        let Some((section, _)) = document.sections.get_key_value(section) else {
            return;
        };
        let sentences = self.sentences(section);
        let mut found = None;
        for (at, sentence) in sentences.iter().enumerate() {
            if is_note(sentence.text) {
                continue;
            }
            let all = percents(sentence.text);
            let Some((_, from, to)) = all.first() else { continue };
            let near = sentences.get(at.saturating_sub(2)..=at).unwrap_or_default();
            // A table's base stands in its head or caption, wherever that is in the passage.
            let in_table = sentence.text.trim_start().starts_with('|');
            let passage = document.section(section).get(sentence.passage);
            let has_base = near.iter().any(|near| has_base(near.text))
                || in_table && passage.is_some_and(|passage| has_base(&passage.text));
            if !has_base && found != Some(sentence.passage) {
                found = Some(sentence.passage);
                let p = sentence.text.get(*from..*to).unwrap_or_default();
                self.find(
                    DiagnosticCode::PercentWithoutBase,
                    sentence.place(*from, *to),
                    &[("p", &p)],
                );
            }
        }
    }

    /// A rise that is called a percentage and is the difference of two.
    fn points(&mut self, section: &str) {
        let document = self.document;
        let Some((section, _)) = document.sections.get_key_value(section) else {
            return;
        };
        let sentences = self.sentences(section);
        for (index, sentence) in sentences.iter().enumerate() {
            let all = percents(sentence.text);
            // What it rose from and to may stand just before a semicolon.
            let previous = index.checked_sub(1).and_then(|at| sentences.get(at));
            let previous = previous.filter(|previous| previous.passage == sentence.passage);
            let earlier = previous.map_or_else(Vec::new, |previous| percents(previous.text));
            for (at, (value, from, to)) in all.iter().enumerate() {
                let before = sentence.text.get(..*from).unwrap_or_default();
                if !is_moved(before) {
                    continue;
                }
                let others: Vec<_> = all
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .map(|(_, (value, ..))| *value)
                    .chain(earlier.iter().map(|(value, ..)| *value))
                    .collect();
                let is_difference = others.iter().enumerate().any(|(at, a)| {
                    let rest = others.get(at + 1..).unwrap_or_default();
                    rest.iter().any(|b| ((a - b).abs() - value).abs() < 0.15)
                });
                if is_difference {
                    let d = sentence.text.get(*from..*to).unwrap_or_default();
                    let d = d.trim_end_matches(['%', '％', ' ']);
                    self.find(
                        DiagnosticCode::PointsNotPercent,
                        sentence.place(*from, *to),
                        &[("d", &d)],
                    );
                }
            }
        }
    }
}

/// Whether a sentence is a note on sums, as stands below a table: 各项百分比之和为100.1%.
fn is_note(sentence: &str) -> bool {
    let of_a_sum = "四舍五入|四捨五入|之和|合计超过100|合計超過100|rounding|exceed 100|add up to";
    holds(sentence, of_a_sum)
}

/// The percentages in a text, with the bytes they stand in.
pub(super) fn percents(text: &str) -> Vec<(f64, usize, usize)> {
    let signs = text.char_indices().filter(|(_, sign)| matches!(sign, '%' | '％'));
    let found = signs.filter_map(|(at, sign)| {
        let before = text.get(..at)?.trim_end();
        let is_figure = |character: char| character.is_ascii_digit() || character == '.';
        let start = before.trim_end_matches(is_figure).len();
        let value = before.get(start..)?.trim_start_matches('.').parse().ok()?;
        Some((value, start, at + sign.len_utf8()))
    });
    found.collect()
}

/// The sum of shares that ought to be 100 and are not. Fewer than three are no list, and a sum that is far from 100 is
/// none of shares of one question.
pub(super) fn sum_is_off(shares: &[f64]) -> Option<String> {
    let sum: f64 = shares.iter().sum();
    let near = (85.0..=115.0).contains(&sum);
    let right = (99.0..=101.0).contains(&sum);
    (shares.len() > 2 && near && !right).then(|| format!("{sum:.1}"))
}

/// Whether a text says out of how many: `42人`, `n=42`, `22/42`.
fn has_base(text: &str) -> bool {
    let folded = fold(text);
    if folded.contains("n=") || folded.contains("n =") || holds(&folded, "全班|of the |out of ") {
        return true;
    }
    let units = "人名份条條篇次组組个個位题題节節句遍本";
    let mut digits = false;
    for character in folded.chars() {
        if digits && (units.contains(character) || character == '/') {
            return true;
        }
        digits = character.is_ascii_digit() || digits && character == ' ';
    }
    ["pupils", "children", "students", "answers", "questionnaires"]
        .iter()
        .any(|word| folded.contains(word))
}

/// Whether what stands before a percentage says that something rose or fell by it, not to it.
fn is_moved(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix('了').unwrap_or(before).trim_end();
    let tail: String = before
        .chars()
        .rev()
        .take(12)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let Some(mut rest) = first(&tail, MOVES).and_then(|(_, to)| tail.get(to..)) else {
        return false;
    };
    // The last of several such words is the one that counts.
    while let Some(later) = first(rest, MOVES).and_then(|(_, to)| rest.get(to..)) {
        rest = later;
    }
    rest.trim().is_empty()
}
