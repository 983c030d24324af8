//! Stars and waves beside Chinese punctuation, and stars that multiply.
//!
//! CommonMark lets `**` close after punctuation only if a space or more punctuation follows, because Latin text puts
//! spaces there. Chinese has none, so `**重要。**后面` would keep its stars. And it lets a star open and close anywhere
//! between letters, which turns the middle of `2*3*4` into emphasis.

use super::{Sign, Signs};
use crate::text::count::is_cjk;

fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation() || (is_cjk(character) && !character.is_alphanumeric())
}

/// Whether something stands there that can be multiplied, or what closes it; not in Chinese, which has no other way to
/// emphasise inside a sentence.
fn is_operand(character: char, bracket: [char; 2]) -> bool {
    character.is_alphanumeric() && !is_cjk(character) || bracket.contains(&character)
}

/// So many stars in a row are no emphasis, but each of them would be tried as one.
const LONGEST: usize = 16;

/// Whether nothing else stands in the line: then they are a line across.
fn is_alone(source: &str, start: usize, end: usize) -> bool {
    let blank = [' ', '\t', '>'];
    let before = source.get(..start).unwrap_or_default().trim_end_matches(blank);
    let after = source.get(end..).unwrap_or_default().trim_start_matches(blank);
    (before.is_empty() || before.ends_with(['\n', '\r'])) && (after.is_empty() || after.starts_with(['\n', '\r']))
}

/// The signs that `*` and `~` need.
pub(super) fn signs(source: &str) -> Signs {
    let mut signs = Vec::new();
    let mut from = 0;
    while let Some((start, star)) = stars(source, from) {
        let run = source.get(start..).unwrap_or_default();
        let end = source.len() - run.trim_start_matches(star).len();
        let before = source.get(..start).unwrap_or_default().chars().next_back();
        let after = source.get(end..).unwrap_or_default().chars().next();
        let beside = |side: Option<char>, other: Option<char>| {
            let chinese = |side: Option<char>| side.is_some_and(is_cjk);
            side.is_some_and(|side| side != '\\' && side != '*' && side != '~' && is_punctuation(side))
                && (chinese(side) || chinese(other))
        };
        let between =
            |is: fn(char) -> bool, other: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(other);
        let multiplies = match end - start {
            1 => between(|c| is_operand(c, [')', ']']), |c| is_operand(c, ['(', '['])),
            // Two of them raise to a power; between letters they make bold what stands between.
            _ => between(|c| c.is_ascii_digit(), |c| c.is_ascii_digit()),
        };
        let endless = end - start > LONGEST && !is_alone(source, start, end);
        if star == '*' && (multiplies || endless) {
            signs.extend((start..end).map(|at| (at, Sign::Star)));
        } else {
            let needed = [(start, beside(before, after)), (end, beside(after, before))];
            signs.extend(
                needed
                    .iter()
                    .filter(|(_, needed)| *needed)
                    .map(|(at, _)| (*at, Sign::Glue)),
            );
        }
        from = end;
    }
    signs
}

/// The next star or wave from a place on. Both are one byte, and no part of another character.
fn stars(source: &str, from: usize) -> Option<(usize, char)> {
    let mut rest = source.as_bytes().get(from..)?.iter();
    let at = rest.position(|byte| matches!(byte, b'*' | b'~'))? + from;
    Some((at, char::from(*source.as_bytes().get(at)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stand_where_stars_touch_punctuation_in_chinese_and_for_stars_that_multiply() {
        for (source, signed) in [
            ("**重要。**后面", "**重要。|**后面"),
            ("前面**“重要”**，~~。~~", "前面**|“重要”|**|，|~~|。|~~"),
            ("a **b.** c", "a **b.** c"),
            ("没有", "没有"),
            ("**", "**"),
            ("。*~重~*。", "。|*~重~*|。"),
            (r"重\***。", r"重\***|。"),
            ("2*3*4=24", "2x3x4=24"),
            ("a*b*c, 2**3**4", "axbxc, 2xx3xx4"),
            ("(a+b)*c*(d)", "(a+b)xcx(d)"),
            (r"2\*3", r"2\*3"),
            ("**bold**text", "**bold**text"),
            ("外*内*外", "外*内*外"),
            ("a*****************", "axxxxxxxxxxxxxxxxx"),
            ("> *****************\n", "> *****************\n"),
        ] {
            let mut text = source.to_owned();
            for (at, sign) in signs(source).into_iter().rev() {
                if sign == Sign::Star {
                    text.replace_range(at..=at, "x");
                } else {
                    text.insert(at, '|');
                }
            }
            assert_eq!(text, signed, "{source}");
        }
    }
}
