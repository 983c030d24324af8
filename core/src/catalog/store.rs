//! What is said where a store could not do what it was asked.

use super::words::store as words;
use super::{Language, fill};
use crate::store::StoreError;

/// Why a store could not do what it was asked, as a sentence for people: what happened, and what they can do.
///
/// ```
/// use luoxuan::catalog::{Language, store_error};
/// use luoxuan::store::StoreError;
/// let missing = StoreError::Missing("/media/stick/手记".into());
/// let said = store_error(&missing, Language::ZhHans);
/// assert_eq!(said, "这里没有手记：/media/stick/手记。请看一看路径，或者把 U 盘插好。");
/// ```
pub fn store_error(error: &StoreError, language: Language) -> String {
    let say = |words: super::Words| words.in_(language);
    match error {
        StoreError::Full => say(words::FULL).into(),
        StoreError::Blocked => say(words::BLOCKED).into(),
        StoreError::Closed => say(words::CLOSED).into(),
        StoreError::Newer => say(words::NEWER).into(),
        StoreError::Silent => say(words::SILENT).into(),
        StoreError::Missing(place) => fill(say(words::MISSING), &[("place", place)]),
        StoreError::Io { place, source } => fill(say(words::IO), &[("place", place), ("why", source)]),
        StoreError::Other(why) => fill(say(words::OTHER), &[("why", why)]),
    }
}
