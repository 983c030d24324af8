//! The characters of a text that count for a name.

use std::ops::Range;

use super::script::simplified;
use crate::text::fold_char;

/// A character as names are compared: lower case, half width, Simplified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) is: char,
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    /// What stands between it and the letter before.
    pub(super) gap: Gap,
}

/// What stands between two letters without counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space, a middle dot, something unseen.
    Unseen,
    /// The end of a line, a cell or a paragraph.
    Line,
}

/// The letters of a text. White space, unseen characters and the dot inside a name do not hide it, nor does full width,
/// upper case, or the other script.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len() / 3);
    let mut gap = Gap::Line;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if character == '\n' {
            gap = Gap::Line;
            continue;
        }
        let before = letters.last().map_or(' ', |letter| letter.is);
        let after = characters.peek().map_or(' ', |(_, character)| *character);
        if is_unseen(character) || is_joint(character, before, after) {
            gap = gap.max(Gap::Unseen);
            continue;
        }
        letters.push(Letter {
            is: simplified(fold_char(character)),
            at: at..at + character.len_utf8(),
            gap,
        });
        gap = Gap::None;
    }
    letters
}

fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        // 买买提·艾力, by all the dots there are.
        || matches!(character, '·' | '•' | '‧' | '∙' | '⋅' | '・' | '･')
}

/// Xiao-he, Xi’an.
fn is_joint(character: char, before: char, after: char) -> bool {
    matches!(character, '-' | '\'' | '’' | '‐') && before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
}

/// The folded letters of a term, without where they stand.
pub(super) fn spelled(term: &str) -> Vec<char> {
    letters(term).into_iter().map(|letter| letter.is).collect()
}

pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether these letters begin so.
pub(super) fn starts(letters: &[Letter], term: &[char]) -> bool {
    letters.len() >= term.len() && letters.iter().zip(term).all(|(letter, wanted)| letter.is == *wanted)
}

/// Whether these letters begin with this, in one line.
pub(super) fn says(letters: &[Letter], word: &str) -> bool {
    let mut rest = letters.iter().enumerate();
    word.chars().all(|wanted| {
        rest.next()
            .is_some_and(|(at, letter)| letter.is == wanted && (at == 0 || letter.gap < Gap::Line))
    })
}

/// The bytes from one letter to another, both included.
pub(super) fn range(letters: &[Letter], from: usize, until: usize) -> Range<usize> {
    let start = letters.get(from).map_or(0, |letter| letter.at.start);
    let end = until
        .checked_sub(1)
        .and_then(|at| letters.get(at))
        .map_or(start, |letter| letter.at.end);
    start..end.max(start)
}
