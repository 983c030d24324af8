//! What the kinds of records are called.

use super::Words;
use super::words::kinds as words;

/// What a kind is called, by its name in the written format; `None` if nobody here knows it: then it is called by that
/// name.
///
/// ```
/// use luoxuan::catalog::{Language, kind};
/// assert_eq!(kind("measure").map(|words| words.in_(Language::ZhHans)), Some("数值"));
/// assert_eq!(kind("lantern"), None);
/// ```
pub fn kind(name: &str) -> Option<Words> {
    words::NAMED
        .iter()
        .find(|(kind, _)| *kind == name)
        .map(|(_, words)| *words)
}
