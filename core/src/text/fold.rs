//! Folding: what a person searching would call the same.

/// Folds a text for finding: lower case, full-width letters, digits and marks made half-width, every
/// space a plain one. Characters stay one to one, so that places in both texts correspond.
///
/// ```
/// use luoxuan::text::fold;
/// assert_eq!(fold("ＡＢＣ　５人"), fold("abc 5人"));
/// ```
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

pub(crate) fn fold_char(character: char) -> char {
    match character {
        'A'..='Z' => character.to_ascii_lowercase(),
        '\0'..='\u{7f}' => character,
        '\u{3000}' | '\u{a0}' => ' ',
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
