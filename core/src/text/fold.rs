//! Folding: what a person searching would call the same.

/// Folds a text for finding: lower case, full-width letters, digits and marks made half-width, every
/// space a plain one. Characters stay one to one, so that places in both texts correspond.
///
/// ```
/// use luoxuan::text::fold;
/// assert_eq!(fold("ＡＢＣ　５人"), fold("abc 5人"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Folds a text onto the end of another, as [`fold`] does.
pub fn fold_onto(text: &str, folded: &mut String) {
    let (mut from, mut at) = (0, 0);
    // In runs: most characters of a Chinese text stay as they are, and those need not even be put together.
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.bytes().next()
    {
        // U+3000 to U+9FFF is three bytes long, and of all of it only the space is not itself.
        if (0xe3..=0xe9).contains(&first) && !rest.starts_with('\u{3000}') {
            at += 3;
            continue;
        }
        let Some(character) = rest.chars().next() else { break };
        let only = fold_char(character);
        if only != character {
            folded.push_str(text.get(from..at).unwrap_or_default());
            folded.push(only);
            from = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    folded.push_str(text.get(from..).unwrap_or_default());
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
    fn a_text_folds_as_its_characters_do() {
        for text in ["", "ＡＢＣ　５人", "课上，有Ａ4纸İ。ß𠮷Ⓐ", "Straße", "全是汉字", "，，"]
        {
            assert_eq!(fold(text), text.chars().map(fold_char).collect::<String>());
        }
    }
}
