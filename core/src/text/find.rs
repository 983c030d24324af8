//! Finding any substring, and showing it in its sentence.

use std::ops::Range;

use super::fold::{fold, other_spellings};
use super::sentence::sentences;

/// What a person is looking for. The caller folds the texts once and scans them often.
///
/// ```
/// use luoxuan::text::{Finder, fold};
/// let finder = Finder::new("Ａ4").expect("something to look for");
/// let text = "发了a4纸，又收回A4纸。";
/// let hits: Vec<_> = finder.hits(&fold(text), text).map(|hit| &text[hit]).collect();
/// assert_eq!(hits, ["a4", "A4"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finder(String);

impl Finder {
    /// Looks for `query`, without the spaces around it; `None` if nothing is left.
    pub fn new(query: &str) -> Option<Self> {
        let folded = fold(query.trim());
        (!folded.is_empty()).then_some(Self(folded))
    }

    /// What is looked for, folded: for those who scan by means of their own.
    pub fn folded(&self) -> &str {
        &self.0
    }

    /// What is looked for, character by character, each with the others that fold to it: for those who scan texts as they were
    /// written.
    pub fn spellings(&self) -> impl Iterator<Item = (char, &'static [char])> {
        self.0.chars().map(|folded| (folded, other_spellings(folded)))
    }

    /// Whether a folded text holds it.
    pub fn is_in(&self, folded: &str) -> bool {
        folded.contains(&self.0)
    }

    /// Where it stands in `text`, whose folded form is `folded`. Hits do not overlap.
    pub fn hits<'t>(&'t self, folded: &'t str, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        // Folding keeps characters one to one, so both texts are walked side by side.
        let mut place = Places {
            folded: folded.char_indices(),
            text: text.char_indices(),
            ends: (folded.len(), text.len()),
        };
        folded
            .match_indices(&self.0)
            .filter_map(move |(at, hit)| Some(place.of(at)?..place.of(at + hit.len())?))
    }
}

struct Places<'t> {
    folded: std::str::CharIndices<'t>,
    text: std::str::CharIndices<'t>,
    ends: (usize, usize),
}

impl Places<'_> {
    /// The byte in the text for a byte in the folded text; asked in rising order.
    fn of(&mut self, at: usize) -> Option<usize> {
        loop {
            let (folded, text) = (self.folded.clone().next(), self.text.clone().next());
            match (folded, text) {
                (Some((here, _)), Some((there, _))) if here >= at => return Some(there),
                (None, _) => return (at >= self.ends.0).then_some(self.ends.1),
                (_, None) => return None,
                _ => {
                    self.folded.next();
                    self.text.next();
                }
            }
        }
    }
}

/// The sentence around a hit, in three parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Context<'t> {
    /// Before the hit.
    pub before: &'t str,
    /// The hit.
    pub hit: &'t str,
    /// After it.
    pub after: &'t str,
}

/// The sentence around `hit`, with at most `width` characters on either side of it.
pub fn context(text: &str, hit: Range<usize>, width: usize) -> Option<Context<'_>> {
    let mut start = 0;
    let mut end = text.len();
    let mut at = 0;
    for sentence in sentences(text) {
        let next = at + sentence.len();
        if at <= hit.start {
            start = at;
        }
        if next >= hit.end {
            end = next;
            break;
        }
        at = next;
    }
    let before = text.get(start..hit.start)?;
    let after = text.get(hit.end..end)?;
    let from = before
        .char_indices()
        .rev()
        .nth(width.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(width).map_or(after.len(), |(at, _)| at);
    Some(Context {
        before: before.get(from..)?.trim_start(),
        hit: text.get(hit)?,
        after: after.get(..to)?.trim_end(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str, text: &str) -> Vec<String> {
        Finder::new(query).map_or_else(Vec::new, |finder| {
            finder.hits(&fold(text), text).map(|hit| text[hit].to_owned()).collect()
        })
    }

    #[test]
    fn any_substring_of_any_length_is_found() {
        assert_eq!(found("写", "写得长，不是写得细"), ["写", "写"]);
        assert_eq!(found("𠮷", "a𠮷b"), ["𠮷"]);
        assert_eq!(found("52.4％", "（５２.4%）"), ["５２.4%"]);
        assert_eq!(found("哈哈", "哈哈哈哈哈"), ["哈哈", "哈哈"]);
        assert_eq!(found("ß", "Straße"), ["ß"]);
        assert_eq!(found("İ", "İstanbul"), ["İ"]);
        assert_eq!(found("末", "始末"), ["末"]);
        assert!(found("  ", "任何").is_empty());
    }

    #[test]
    fn a_hit_is_shown_in_its_sentence() {
        let text = "第一句。我问小组长哪里激烈，她想了很久。第三句。";
        let at = text.find("激烈").expect("there");
        let shown = context(text, at..at + 6, 20).expect("on boundaries");
        assert_eq!(
            (shown.before, shown.hit, shown.after),
            ("我问小组长哪里", "激烈", "，她想了很久。")
        );
        let shown = context(text, at..at + 6, 2).expect("on boundaries");
        assert_eq!((shown.before, shown.after), ("哪里", "，她"));
    }
}
