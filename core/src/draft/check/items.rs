//! The items of a section: what stands under each of its sub-headings or numbers.

use super::CheckContext;
use super::numbers::{Style, numbers};
use crate::draft::place::Place;

/// A part of a section under a heading of its own.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its heading, without a number; empty if it has none.
    pub(super) heading: String,
    /// Where it begins.
    pub(super) place: Place,
    /// All it says, its heading included.
    pub(super) text: String,
}

/// A heading is no longer than this; a longer beginning is a sentence.
const LONGEST: usize = 24;

impl CheckContext<'_> {
    /// The items of a section: by its sub-headings, or else by its outermost numbers. None if it is one piece.
    pub(super) fn items(&self, section: &str) -> Vec<Item> {
        let texts: Vec<_> = self
            .passages(section)
            .iter()
            .map(|passage| passage.text.as_str())
            .collect();
        let cuts = |text: &str| headings(text);
        let mut all: Vec<_> = texts.iter().map(|text| cuts(text)).collect();
        if all.iter().all(Vec::is_empty) {
            let numbered: Vec<_> = texts.iter().map(|text| numbers(text)).collect();
            let has = |style: &Style| {
                numbered
                    .iter()
                    .flatten()
                    .filter(|number| number.style == *style)
                    .count()
                    > 1
            };
            let Some(style) = Style::ALL.into_iter().find(has) else {
                return Vec::new();
            };
            all = texts
                .iter()
                .zip(numbered)
                .map(|(text, numbers)| {
                    let own = numbers.into_iter().filter(|number| number.style == style);
                    own.map(|number| (number.from, beginning(text.get(number.to..).unwrap_or_default())))
                        .collect()
                })
                .collect();
        }
        let mut items: Vec<Item> = Vec::new();
        for (passage, (text, cuts)) in texts.iter().zip(all).enumerate() {
            let first = cuts.first().map_or(text.len(), |(from, _)| *from);
            if let Some(last) = items.last_mut() {
                last.text.push('\n');
                last.text.push_str(text.get(..first).unwrap_or_default());
            }
            for (at, (from, heading)) in cuts.iter().enumerate() {
                let to = cuts.get(at + 1).map_or(text.len(), |(next, _)| *next);
                items.push(Item {
                    heading: heading.clone(),
                    place: Place::Passage(section.into(), passage),
                    text: text.get(*from..to).unwrap_or_default().to_owned(),
                });
            }
        }
        items
    }
}

/// The outermost sub-headings of a text, with the byte each begins at.
fn headings(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for line in crate::draft::lines::lines(text).filter(|line| !line.fenced) {
        let words = line.text.trim_start_matches('#');
        let level = line.text.len() - words.len();
        let is_bold = || words.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
        if level > 0 && words.starts_with(' ') {
            found.push((level, line.start, named(words)));
        } else if let Some(bold) = is_bold() {
            found.push((7, line.start, named(bold)));
        }
    }
    let outermost = found.iter().map(|(level, ..)| *level).min();
    let outer = found.into_iter().filter(|(level, ..)| Some(*level) == outermost);
    outer.map(|(_, from, heading)| (from, heading)).collect()
}

/// A heading without its number.
fn named(heading: &str) -> String {
    let heading = heading.trim();
    let first = numbers(heading).into_iter().next();
    let to = first.filter(|number| number.from == 0).map_or(0, |number| number.to);
    heading.get(to..).unwrap_or_default().trim().to_owned()
}

/// What an item begins with, if it is short enough for a heading.
fn beginning(text: &str) -> String {
    let end = text
        .find(['。', '：', ':', '；', '，', '\n', '？', '！', '.'])
        .unwrap_or(text.len());
    let heading = text.get(..end).unwrap_or_default().trim().trim_matches('*');
    if heading.chars().count() > LONGEST {
        return String::new();
    }
    heading.to_owned()
}
