//! What gives somebody away whoever wrote it: by its form, or by what stands around it.

mod addresses;
mod latin;
mod numbers;
mod persons;
mod phrases;
mod places;
mod schools;

use super::leak::Hit;
use super::letters::Letter;
pub(super) use persons::{Heard, heard};

/// What is found, in no order; it may overlap.
pub(super) fn find(text: &str, letters: &[Letter]) -> Vec<Hit> {
    let mut hits = Vec::new();
    phrases::find(letters, &mut hits);
    persons::find(letters, &mut hits);
    schools::find(letters, &mut hits);
    places::find(letters, &mut hits);
    let plain = plain(text);
    numbers::find(&plain, &mut hits);
    addresses::find(&plain, &mut hits);
    latin::find(&plain, &mut hits);
    hits
}

/// A character of the text in half width, its case kept, and its bytes.
pub(super) type Plain = (char, std::ops::Range<usize>);

/// Numbers and Latin words need the white space that names do without.
fn plain(text: &str) -> Vec<Plain> {
    let half = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        _ => super::script::simplified(character),
    };
    let seen = text.char_indices().filter(|(_, character)| {
        !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    });
    seen.map(|(at, character)| (half(character), at..at + character.len_utf8()))
        .collect()
}

/// The bytes from one character to another, the second not included.
fn bytes(plain: &[Plain], from: usize, until: usize) -> std::ops::Range<usize> {
    let start = plain.get(from).map_or(0, |(_, at)| at.start);
    let end = until
        .checked_sub(1)
        .and_then(|at| plain.get(at))
        .map_or(start, |(_, at)| at.end);
    start..end.max(start)
}

/// The character there, or a line's end where there is none.
fn at(plain: &[Plain], index: usize) -> char {
    plain.get(index).map_or('\n', |(character, _)| *character)
}

/// Whether this stands there, in any case.
fn stands(plain: &[Plain], from: usize, word: &str) -> bool {
    let here = plain
        .iter()
        .skip(from)
        .map(|(character, _)| character.to_ascii_lowercase());
    let count = word.chars().count();
    here.take(count).eq(word.chars())
}
