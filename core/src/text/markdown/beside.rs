//! Emphasis beside Chinese punctuation.
//!
//! CommonMark lets `**` close after punctuation only if a space or more punctuation follows, because
//! Latin text puts spaces there. Chinese has none, so `**重要。**后面` would keep its stars. A
//! character that is neither space nor punctuation, put between the mark and the stars before
//! parsing and taken out of the result, tells the parser what a Chinese reader sees.

use std::borrow::Cow;

use crate::text::count::is_cjk;

/// A code point that Unicode guarantees never to assign, so that no text means it.
const MARK: char = '\u{fdd0}';

fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation() || (is_cjk(character) && !character.is_alphanumeric())
}

/// The source with marks beside runs of `*` and `~` where they touch punctuation in Chinese prose.
pub(super) fn mark(source: &str) -> Cow<'_, str> {
    // A text that holds the mark already is somebody's test; it is parsed as it stands.
    if !source.contains(['*', '~']) || source.contains(MARK) {
        return source.into();
    }
    let mut marked = String::new();
    let (mut copied, mut from) = (0, 0);
    while let Some((start, star)) = stars(source, from) {
        let end = source.len() - source.get(start..).unwrap_or_default().trim_start_matches(star).len();
        let before = source.get(..start).unwrap_or_default().chars().next_back();
        let after = source.get(end..).unwrap_or_default().chars().next();
        let chinese = |side: Option<char>| side.is_some_and(is_cjk);
        let beside = |side: Option<char>, other: Option<char>| {
            side.is_some_and(|side| side != '\\' && side != '*' && side != '~' && is_punctuation(side))
                && (chinese(side) || chinese(other))
        };
        for (place, needed) in [(start, beside(before, after)), (end, beside(after, before))] {
            if needed {
                marked.push_str(source.get(copied..place).unwrap_or_default());
                marked.push(MARK);
                copied = place;
            }
        }
        from = end;
    }
    if marked.is_empty() {
        // No star needs one, as in most texts: nothing is to be taken out again.
        return source.into();
    }
    marked.push_str(source.get(copied..).unwrap_or_default());
    marked.into()
}

/// The next star or wave from a place on. Both are one byte, and no part of another character.
fn stars(source: &str, from: usize) -> Option<(usize, char)> {
    let mut rest = source.as_bytes().get(from..)?.iter();
    let at = rest.position(|byte| matches!(byte, b'*' | b'~'))? + from;
    Some((at, char::from(*source.as_bytes().get(at)?)))
}

/// A text from the parser without the marks.
pub(super) fn unmark(text: &str) -> String {
    text.replace(MARK, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_stars_touch_punctuation_in_chinese() {
        for (source, marked) in [
            ("**重要。**后面", "**重要。|**后面"),
            ("前面**“重要”**，~~。~~", "前面**|“重要”|**|，|~~|。|~~"),
            ("a **b.** c", "a **b.** c"),
            ("没有", "没有"),
            ("**", "**"),
            ("。*~重~*。", "。|*~重~*|。"),
            (r"重\***。", r"重\***|。"),
        ] {
            assert_eq!(mark(source), marked.replace('|', "\u{fdd0}"), "{source}");
        }
    }
}
