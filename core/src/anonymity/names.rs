//! Names, and where they stand in a text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::leak::{Hit, Leak, apart};
use super::letters::{Gap, Letter, is_han, letters, spelled, starts};
use super::patterns;
use crate::catalog::Language;
use crate::catalog::identity::{OPENERS, TEACHERS, TITLES, is_word};

/// Everything that must not be read in an anonymous text.
///
/// Names of the teacher and of the school with the short forms people make of them, and whatever the teacher adds. A name is found in
/// Simplified and Traditional, with white space, dots and unseen characters in it, and across the end of a cell or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Terms by their first letter, the longest first.
    terms: BTreeMap<char, Vec<Term>>,
    pub(super) looked: super::Looked,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    letters: Vec<char>,
    leak: Leak,
    /// Whether it is masked. A form that is a word as well is only shown.
    sure: bool,
}

impl Names {
    /// Adds one term.
    pub fn add(&mut self, term: &str, leak: Leak) {
        self.term(term, leak, true);
    }

    /// Adds a form of a name that may as well be something else: it is shown, and stays.
    pub(super) fn perhaps(&mut self, term: &str, leak: Leak) {
        self.term(term, leak, false);
    }

    fn term(&mut self, term: &str, leak: Leak, sure: bool) {
        let letters = spelled(term);
        // One character is in every text.
        if letters.len() < 2 {
            return;
        }
        let Some(first) = letters.first().copied() else {
            return;
        };
        let same = self.terms.entry(first).or_default();
        match same.iter_mut().find(|known| known.letters == letters) {
            Some(known) => known.sure |= sure,
            None => {
                same.push(Term { letters, leak, sure });
                same.sort_by(|a, b| {
                    let longest = b.letters.len().cmp(&a.letters.len());
                    longest.then_with(|| a.letters.cmp(&b.letters))
                });
            }
        }
    }

    /// What a text gives away, in order, without overlaps. Its lines may be the lines, the cells or the paragraphs of something larger.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        self.find_in(text, &[])
    }

    /// As [`find`](Self::find), where some stretches are references: who is named there is cited, and only what is known of this
    /// teacher, and where one could be reached, gives something away.
    pub(super) fn find_in(&self, text: &str, references: &[Range<usize>]) -> Vec<Hit> {
        let letters = letters(text);
        let mut hits = patterns::find(text, &letters);
        let cited = |at: &Range<usize>| references.iter().any(|range| range.contains(&at.start));
        hits.retain(|hit| {
            let named = matches!(
                hit.leak,
                Leak::Person | Leak::Pupil | Leak::School | Leak::Place | Leak::Studio
            );
            !named || hit.own || !cited(&hit.at)
        });
        self.find_terms(&letters, &mut hits);
        // Who is called by a full name here with a title, and there without one, is the same.
        let own: Vec<Letter> = letters.iter().filter(|letter| !cited(&letter.at)).cloned().collect();
        let heard = patterns::heard(&own);
        if !heard.is_empty() {
            let mut here = Self::default();
            for person in heard {
                here.heard(&person);
            }
            here.find_terms(&letters, &mut hits);
        }
        apart(hits)
    }

    /// Hears whom a text of the journal calls by name: the same person may stand in another text without a title.
    pub fn hear(&mut self, text: &str) {
        for person in patterns::heard(&letters(text)) {
            if self.terms_of(&person.name).is_none() {
                self.looked.heard += 1;
            }
            self.heard(&person);
        }
    }

    /// Somebody who wrote into the journal. What cannot be a name, such as 语文组, is none.
    pub fn author(&mut self, name: &str) {
        let letters: String = spelled(name).into_iter().collect();
        let latin = letters.chars().any(|letter| letter.is_ascii_alphabetic());
        if (latin || super::forms::may_be_name(&letters)) && self.terms_of(name).is_none() {
            self.looked.heard += 1;
            self.person(name);
        }
    }

    /// What these names look for.
    pub const fn looked(&self) -> super::Looked {
        self.looked
    }

    fn terms_of(&self, term: &str) -> Option<&Term> {
        let letters = spelled(term);
        let same = self.terms.get(letters.first()?)?;
        same.iter().find(|known| known.letters == letters)
    }

    /// Takes over what other names hold.
    pub(super) fn take(&mut self, other: Self) {
        for term in other.terms.into_values().flatten() {
            let text: String = term.letters.iter().collect();
            self.term(&text, term.leak, term.sure);
        }
    }

    fn find_terms(&self, letters: &[Letter], hits: &mut Vec<Hit>) {
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let rest = letters.get(at..).unwrap_or_default();
            let stands = |term: &&Term| starts(rest, &term.letters) && stands_alone(letters, at, term.letters.len());
            let Some(term) = self.terms.get(&letter.is).and_then(|terms| terms.iter().find(stands)) else {
                at += 1;
                continue;
            };
            let length = term.letters.len();
            let mut hit = Hit::new(super::letters::range(letters, at, at + length), term.leak);
            hit.sure = term.sure && !is_within_a_word(letters, at, length, term.leak);
            let named = matches!(term.leak, Leak::Person | Leak::Pupil | Leak::Own);
            let more = if named && hit.sure {
                take_title(&mut hit, letters, at, length)
            } else {
                0
            };
            // What is only shown may hold a shorter term that is sure.
            at += if hit.sure { length + more } else { 1 };
            hits.push(hit);
        }
    }

    /// The text without what it gives away.
    pub fn mask(&self, text: &str, language: Language) -> String {
        let mut masked = text.to_owned();
        // What stood beside a name may only be seen once the name is gone.
        for _ in 0..PASSES {
            let next = self.masked_once(&masked, language);
            if next == masked {
                break;
            }
            masked = next;
        }
        masked
    }

    fn masked_once(&self, text: &str, language: Language) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut from = 0;
        for hit in self.find(text) {
            if let Some(instead) = hit.instead(language) {
                masked.push_str(text.get(from..hit.at.start).unwrap_or_default());
                masked.push_str(instead);
                from = hit.at.end;
            }
        }
        masked.push_str(text.get(from..).unwrap_or_default());
        masked
    }
}

/// How often what is left is looked at again.
pub(super) const PASSES: usize = 4;

/// Looks at what a name ends with or what follows it: 林校长 becomes X校长, 林晓禾老师 becomes X老师. Gives how many more letters
/// belong to the hit.
pub(super) fn take_title(hit: &mut Hit, letters: &[Letter], at: usize, length: usize) -> usize {
    let term: String = letters.iter().skip(at).take(length).map(|letter| letter.is).collect();
    let title_bytes = |title: &str| {
        let count = title.chars().count();
        let first = letters.get((at + length).saturating_sub(count));
        first.map_or(hit.at.end, |letter| letter.at.start)
    };
    if let Some(title) = TITLES
        .iter()
        .find(|title| term.ends_with(*title) && term.len() > title.len())
    {
        hit.at.end = title_bytes(title);
        hit.titled = true;
        return 0;
    }
    let after = letters.get(at + length..).unwrap_or_default();
    let follows = |title: &&&str| {
        let near = after.first().is_some_and(|letter| letter.gap < Gap::Line);
        near && super::letters::says(after, title)
    };
    if hit.leak == Leak::Person
        && let Some(title) = TEACHERS.iter().find(follows)
    {
        let count = title.chars().count();
        hit.at.end = super::letters::range(letters, at, at + length + count).end;
        return count;
    }
    hit.titled = hit.leak != Leak::Own
        && (TITLES.iter().any(|title| follows(&title))
            || (hit.leak == Leak::Pupil && TEACHERS.iter().any(|title| follows(&title))));
    0
}

/// Whether a Latin name or a number is not a piece of a longer one.
fn stands_alone(letters: &[Letter], at: usize, length: usize) -> bool {
    let joins = |left: Option<&Letter>, right: Option<&Letter>| match (left, right) {
        (Some(left), Some(right)) => {
            right.gap == Gap::None && left.is.is_ascii_alphanumeric() && right.is.is_ascii_alphanumeric()
        }
        _ => false,
    };
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    let last = (at + length).checked_sub(1).and_then(|at| letters.get(at));
    !joins(before, letters.get(at)) && !joins(last, letters.get(at + length))
}

/// Whether a Chinese name only seems to stand there: 王芳 in 女王芳香. What is left of it alone says more: a name follows a word, a
/// word does not begin before one.
fn is_within_a_word(letters: &[Letter], at: usize, length: usize, leak: Leak) -> bool {
    // Three characters in a row are no accident.
    if length != 2 || !matches!(leak, Leak::Person | Leak::Pupil | Leak::Place | Leak::Own) {
        return false;
    }
    let (Some(first), Some(last)) = (letters.get(at), letters.get(at + 1)) else {
        return false;
    };
    let before = at
        .checked_sub(1)
        .and_then(|at| letters.get(at))
        .filter(|letter| first.gap == Gap::None && is_han(letter.is));
    let after = letters
        .get(at + 2)
        .filter(|letter| letter.gap == Gap::None && is_han(letter.is));
    let Some(before) = before else {
        return false;
    };
    if is_word(before.is, first.is) {
        return true;
    }
    after.is_some_and(|after| is_word(last.is, after.is)) && !OPENERS.contains(before.is)
}
