//! Lengths, shares, and sections that are missing or strange.

use super::words::first;
use super::{CheckContext, DiagnosticCode};
use crate::catalog::wordlists::BROAD;
use crate::draft::place::Place;
use crate::record::TextType;
use crate::text::{count, fold};

/// A text shorter than this has no shares yet.
const ENOUGH: usize = 300;

/// Sections that may stay empty.
const OPTIONAL: &[&str] = &[
    "references",
    "appendix",
    "attachments",
    "photos",
    "opinion",
    "literature",
];

impl CheckContext<'_> {
    pub(super) fn sizes(&mut self) {
        let (limits, printed) = (*self.limits, self.length.printed);
        let (least, most) = limits.length;
        if over(printed, most) {
            self.find(
                DiagnosticCode::TooLong,
                Place::Whole,
                &[("n", &printed), ("most", &most)],
            );
        }
        if self.length.body > 0 && under(printed, least) {
            self.find(
                DiagnosticCode::TooShort,
                Place::Whole,
                &[("n", &printed), ("least", &least)],
            );
        }
        self.title(limits.title);
        let (least, most) = limits.summary;
        let n = self.length.summary;
        if n == 0 && (least > 0 || most > 0) {
            self.find_range(DiagnosticCode::NoSummary, Place::Summary, (least, most), &[]);
        } else if under(n, least) {
            self.find(
                DiagnosticCode::ShortSummary,
                Place::Summary,
                &[("n", &n), ("least", &least)],
            );
        } else if over(n, most) {
            self.find(
                DiagnosticCode::LongSummary,
                Place::Summary,
                &[("n", &n), ("most", &most)],
            );
        }
        let (least, most) = limits.keywords;
        let n = self
            .document
            .keywords
            .iter()
            .filter(|word| !word.trim().is_empty())
            .count();
        if under(n, least) {
            self.find(
                DiagnosticCode::FewKeywords,
                Place::Keywords,
                &[("n", &n), ("least", &least)],
            );
        } else if over(n, most) {
            self.find(
                DiagnosticCode::ManyKeywords,
                Place::Keywords,
                &[("n", &n), ("most", &most)],
            );
        }
    }

    fn title(&mut self, most: u32) {
        let title = self.document.title.as_str();
        if title.trim().is_empty() {
            self.find(DiagnosticCode::NoTitle, Place::Title, &[]);
            return;
        }
        let main = title.split("——").next().unwrap_or(title);
        let n = count(main).words;
        if over(n, most) {
            self.find(DiagnosticCode::LongTitle, Place::Title, &[("n", &n), ("most", &most)]);
        }
        let word = first(title, BROAD).and_then(|(from, to)| title.get(from..to));
        if let Some(word) = word
            && TextType::THREE.contains(&self.template.base)
        {
            self.find(DiagnosticCode::BroadTitle, Place::Title, &[("word", &word)]);
        }
    }

    pub(super) fn sections(&mut self) {
        let body = self.length.body;
        let has_shares = self.template.sections.iter().any(|section| section.share.is_some());
        for (at, section) in self.template.sections.iter().enumerate() {
            let n = self.length.of(&section.name);
            let heading = &section.heading;
            if section.most.is_some_and(|most| over(n, most)) {
                let most = section.most.unwrap_or_default();
                self.find_in(
                    DiagnosticCode::LongSection,
                    &section.name,
                    &[("heading", heading), ("n", &n), ("most", &most)],
                );
            }
            if n == 0 {
                let optional = OPTIONAL.contains(&section.name.as_str()) || has_shares && section.share.is_none();
                if body > 0 && !optional {
                    self.find_in(DiagnosticCode::EmptySection, &section.name, &[("heading", heading)]);
                }
                continue;
            }
            if body < ENOUGH {
                continue;
            }
            let p = n * 100 / body;
            if at == 0 && p > 25 && TextType::THREE.contains(&self.template.base) {
                self.find_in(
                    DiagnosticCode::HeavyFront,
                    &section.name,
                    &[("heading", heading), ("p", &p)],
                );
                continue;
            }
            let Some((low, high)) = section.share else { continue };
            let (least, most) = (usize::from(low), usize::from(high));
            let far_off = [
                (p * 2 < least, DiagnosticCode::SmallShare),
                (p * 2 > most * 3 && p > most + 5, DiagnosticCode::LargeShare),
            ];
            for (_, fault) in far_off.into_iter().filter(|(is, _)| *is) {
                let place = Place::Section(section.name.clone());
                self.find_range(
                    fault,
                    place,
                    (low.into(), high.into()),
                    &[("heading", heading), ("p", &p)],
                );
            }
        }
        for (name, n) in self.length.sections.clone() {
            if n > 0 && self.template.section(&name).is_none() {
                self.find_in(DiagnosticCode::StraySection, &name, &[("n", &n)]);
            }
        }
        self.wanting_evidence();
    }

    fn wanting_evidence(&mut self) {
        let document = self.document;
        for (section, passage, it) in document.passages() {
            if it.wants_evidence {
                self.find(
                    DiagnosticCode::WantsEvidence,
                    Place::Passage(section.into(), passage),
                    &[],
                );
            }
        }
    }
}

/// Whether a text shows a figure: digits, or a Chinese number before something counted.
pub(super) fn has_figure(text: &str) -> bool {
    let folded = fold(text);
    let counted = |(at, numeral): (usize, char)| {
        let after = folded.get(at + numeral.len_utf8()..).unwrap_or_default();
        "一二两兩三四五六七八九十百".contains(numeral)
            && after.starts_with([
                '人', '名', '位', '篇', '份', '条', '條', '组', '組', '次', '倍', '成', '半',
            ])
    };
    folded.bytes().any(|byte| byte.is_ascii_digit()) || folded.char_indices().any(counted)
}

fn over(n: usize, most: u32) -> bool {
    most > 0 && u32::try_from(n).map_or(true, |n| n > most)
}

fn under(n: usize, least: u32) -> bool {
    u32::try_from(n).is_ok_and(|n| n < least)
}
