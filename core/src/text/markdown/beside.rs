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
    let mut marked = String::with_capacity(source.len() + 16);
    let mut before = None;
    let mut rest = source.chars().peekable();
    while let Some(character) = rest.next() {
        if character != '*' && character != '~' {
            marked.push(character);
            before = Some(character);
            continue;
        }
        let mut run = String::from(character);
        while rest.next_if_eq(&character).is_some() {
            run.push(character);
        }
        let after = rest.peek().copied();
        let chinese = |side: Option<char>| side.is_some_and(is_cjk);
        let beside = |side: Option<char>, other: Option<char>| {
            side.is_some_and(|side| side != '\\' && side != '*' && side != '~' && is_punctuation(side))
                && (chinese(side) || chinese(other))
        };
        if beside(before, after) {
            marked.push(MARK);
        }
        marked.push_str(&run);
        if beside(after, before) {
            marked.push(MARK);
        }
        before = Some(character);
    }
    marked.into()
}

/// A text from the parser without the marks.
pub(super) fn unmark(text: &str) -> String {
    text.replace(MARK, "")
}
