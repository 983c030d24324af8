//! Figures and tables, and the sentences that name them.

use std::collections::BTreeSet;

use super::{CheckContext, DiagnosticCode};
use crate::draft::numbering::{Named, Numbered, Shown, named, numbered, numbers};
use crate::draft::place::Place;

impl CheckContext<'_> {
    /// Every figure and table is named by its number, and no number leads nowhere.
    pub(super) fn shown(&mut self) {
        let all = numbered(self.document, self.template);
        let mut seen = BTreeSet::new();
        let document = self.document;
        for (section, passage, it) in document.passages() {
            for one in named(&it.text) {
                let place = Place::words(section, passage, one.at.clone());
                match one.number.filter(|number| is_there(&all, one.shown, *number)) {
                    Some(number) => {
                        seen.insert((one.shown, number));
                    }
                    None if leads_nowhere(&it.text, &one, &all) => {
                        let name = it.text.get(..one.at.end).unwrap_or_default();
                        let name = name.get(name_start(name)..).unwrap_or_default();
                        self.find(DiagnosticCode::NoSuchFigure, place, &[("name", &name)]);
                    }
                    None => {}
                }
            }
        }
        for (number, one) in numbers(&all) {
            if !seen.contains(&(one.shown, number)) {
                let fault = match one.shown {
                    Shown::Figure => DiagnosticCode::UnnamedFigure,
                    Shown::Table => DiagnosticCode::UnnamedTable,
                };
                self.find(
                    fault,
                    Place::Passage(one.section.clone(), one.passage),
                    &[("n", &number)],
                );
            }
        }
    }
}

fn is_there(all: &[Numbered], shown: Shown, number: usize) -> bool {
    numbers(all).any(|(own, one)| own == number && one.shown == shown)
}

/// Whether a number that is not there was meant to be: the text shows such things, or sends its reader to one. A figure of a
/// textbook is nobody’s fault.
fn leads_nowhere(text: &str, one: &Named, all: &[Numbered]) -> bool {
    let before = text.get(..one.at.start).unwrap_or_default();
    let before = before.get(..name_start(before)).unwrap_or_default().trim_end();
    let sends = ["见", "見", "如", "（", "(", "see"]
        .iter()
        .any(|sign| before.ends_with(sign));
    let begins = before.is_empty() || before.ends_with(['。', '！', '？', '；', '，', '由', '从', '從', '.', ',']);
    one.number.is_none() || sends || begins && all.iter().any(|own| own.shown == one.shown)
}

/// Where the name in front of a number begins.
fn name_start(text: &str) -> usize {
    let text = text.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '?' | '？'));
    let text = text.trim_end();
    let word = text.trim_end_matches(|sign: char| sign.is_ascii_alphabetic() || sign == '.');
    let name = text.len() - word.len();
    let sign = word.chars().next_back().map_or(0, char::len_utf8);
    text.len() - if name > 0 { name } else { sign }
}
