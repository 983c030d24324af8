//! 序号体例: how items are numbered.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::{Number, Style, numbers};
use super::{CheckContext, DiagnosticCode};
use crate::draft::place::Place;

impl CheckContext<'_> {
    /// Numbers with the wrong mark, out of order, or the inner outside the outer.
    pub(super) fn numbering(&mut self) {
        for section in self.section_names() {
            let mut seen = Seen::default();
            for (at, passage) in self.passages(section).iter().enumerate() {
                for number in numbers(&passage.text) {
                    let said = passage.text.get(number.from..number.to).unwrap_or_default();
                    let place = Place::words(section, at, number.from..number.to);
                    let right = number.style.write(number.value);
                    if is_marked_wrong(&number, said) && seen.wrong.insert(number.style) {
                        self.find(
                            DiagnosticCode::NumberMark,
                            place.clone(),
                            &[("said", &said), ("right", &right)],
                        );
                    }
                    if let Some((fault, before)) = seen.take(&number) {
                        self.find(fault, place, &[("said", &right), ("before", &before)]);
                    }
                }
            }
        }
    }
}

/// The numbers of a section so far.
#[derive(Default)]
struct Seen {
    wrong: BTreeSet<Style>,
    last: BTreeMap<Style, u32>,
    /// The outermost style that began inside an open item of this one.
    began_inside: BTreeMap<Style, (Style, u32)>,
}

impl Seen {
    /// What is wrong with the next number, and the number before it that shows it.
    fn take(&mut self, number: &Number) -> Option<(DiagnosticCode, String)> {
        if number.style == Style::Spoken {
            return None;
        }
        let before = self.last.get(&number.style).copied();
        let inside = self.began_inside.get(&number.style).copied();
        if number.value == 1 {
            // It begins anew, inside whatever is open.
            self.began_inside.remove(&number.style);
            let open = self.last.keys().copied().filter(|style| *style > number.style);
            for inner in open.collect::<Vec<_>>() {
                self.began_inside.entry(inner).or_insert((number.style, 1));
            }
        }
        self.last.insert(number.style, number.value);
        let before = before.filter(|_| number.value > 1)?;
        if let Some((outer, value)) = inside {
            self.began_inside.remove(&number.style);
            return Some((DiagnosticCode::NumberOrder, outer.write(value)));
        }
        (number.value != before + 1).then(|| (DiagnosticCode::NumberGap, number.style.write(before)))
    }
}

/// Whether the mark behind a number is another than its style has: `1、`, `（一）、`, `一.`.
fn is_marked_wrong(number: &Number, said: &str) -> bool {
    let ends = |signs: &[char]| said.ends_with(signs);
    match number.style {
        Style::Comma => !ends(&['、']),
        Style::Bracket => !ends(&['）', ')']),
        Style::Dot => !ends(&['.', '．']),
        Style::Round => said.ends_with(['、', '.', '．']),
        Style::Circle | Style::Spoken => false,
    }
}
