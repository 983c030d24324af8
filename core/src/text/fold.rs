//! Folding: what a person searching would call the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Folds a text for finding: lower case, full-width letters, digits and marks made half-width, every
/// space a plain one. Characters stay one to one, so that places in both texts correspond.
///
/// ```
/// use luoxuan::text::fold;
/// assert_eq!(fold("ＡＢＣ　５人"), fold("abc 5人"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    // In runs: most characters of a Chinese text stay as they are, and those need not even be put together.
    while let Some(first) = bytes.get(at) {
        match first {
            // U+3000 to U+9FFF is three bytes long, and of all of it only the space is not itself.
            0xe3..=0xe9 if *first != 0xe3 || bytes.get(at + 1) != Some(&0x80) || bytes.get(at + 2) != Some(&0x80) => {
                at += 3;
            }
            b'A'..=b'Z' | 0x80.. => {
                let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                    break;
                };
                let only = fold_char(character);
                if only != character {
                    folded.push_str(text.get(from..at).unwrap_or_default());
                    folded.push(only);
                    from = at + character.len_utf8();
                }
                at += character.len_utf8();
            }
            _ => at += 1,
        }
    }
    folded.push_str(text.get(from..).unwrap_or_default());
    folded
}

/// Behind this character no script has capitals.
const LAST: u32 = 0x1_ffff;

/// Every character that folds to another, by that.
static SPELLINGS: LazyLock<BTreeMap<char, Vec<char>>> = LazyLock::new(|| {
    let mut spellings: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for character in (0..=LAST).filter_map(char::from_u32) {
        let folded = fold_char(character);
        if folded != character {
            spellings.entry(folded).or_default().push(character);
        }
    }
    spellings
});

/// Every other character that folds to this one.
pub(crate) fn other_spellings(folded: char) -> &'static [char] {
    SPELLINGS.get(&folded).map_or(&[], Vec::as_slice)
}

pub(crate) fn fold_char(character: char) -> char {
    match character {
        'A'..='Z' => character.to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' => ' ',
        // From the radicals to Yi and Vai no script has capitals, which spares looking up nearly every character.
        '\0'..='\u{7f}' | '\u{2e80}'..='\u{a63f}' => character,
        // Full-width forms stand at a fixed distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(character as u32 - 0xfee0).map_or(character, |half| half.to_ascii_lowercase())
        }
        _ => {
            let mut lower = character.to_lowercase();
            // The few letters whose lower case is longer stay as they are, to keep one to one.
            match (lower.next(), lower.next()) {
                (Some(only), None) => only,
                _ => character,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_that_are_not_looked_up_have_no_capitals() {
        for character in ('\u{2e80}'..='\u{a63f}').filter(|character| *character != '\u{3000}') {
            assert!(character.to_lowercase().eq([character]), "{character}");
        }
    }

    #[test]
    fn every_spelling_of_a_character_is_known() {
        for character in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let folded = fold_char(character);
            let known = folded == character || other_spellings(folded).contains(&character);
            assert!(known, "{character}");
        }
        assert_eq!(other_spellings('a'), ['A', 'Ａ', 'ａ']);
        assert_eq!(other_spellings('具'), []);
        assert_eq!(other_spellings('，'), [], "its folded form is a comma");
    }

    #[test]
    fn a_text_folds_as_its_characters_do() {
        for text in [
            "",
            "ＡＢＣ　５人",
            "课上，有Ａ4纸İ。ß𠮷Ⓐ",
            "Straße",
            "全是汉字",
            "，，",
            "〇\u{3000}\u{3001}、\u{8000}",
        ] {
            let one_by_one: String = text.chars().map(fold_char).collect();
            assert_eq!(fold(text), one_by_one);
        }
    }
}
