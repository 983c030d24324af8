//! Words of copies outside the browser, of taking them back in, and of trouble with keeping.

use super::words::backup as words;
pub use super::words::backup::*;
use luoxuan::catalog::Words;

use super::{Locale, fill};
use crate::browser::files::FolderError;
use luoxuan::session::Trouble;

use crate::keeping::Age;

/// Why a copy did not reach the folder.
pub const fn folder_error(why: FolderError) -> Words {
    match why {
        FolderError::Unverified => words::folder_error::UNVERIFIED,
        FolderError::NoPermission => words::folder_error::NO_PERMISSION,
        FolderError::Cancelled | FolderError::Failed => words::folder_error::FAILED,
    }
}

/// The age of the last copy, in words; nothing while there is nothing to copy.
pub fn age_words(age: Age, locale: Locale) -> String {
    let language = locale.get();
    match age {
        Age::Empty => String::new(),
        Age::Never(_) => words::NEVER.in_(language).into(),
        Age::Days(0) => words::TODAY.in_(language).into(),
        Age::Days(days) => fill(words::DAYS.in_(language), &[("n", &days)]),
    }
}

/// What a person can do about trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Take a copy out: [`Backup::save`](crate::keeping::Backup::save).
    Export,
    /// Load the page again: [`reload`](crate::browser::update::reload).
    Reload,
}

impl Way {
    /// What its button says.
    pub const fn words(self) -> Words {
        match self {
            Self::Export => words::way::EXPORT,
            Self::Reload => words::way::RELOAD,
        }
    }
}

/// What happened, what is safe, what to do; and the button that does it. `{why}` is the browser's own
/// message, to be filled in by [`trouble_text`].
pub const fn trouble_words(trouble: &Trouble) -> (Words, Way) {
    match trouble {
        Trouble::Full => (words::trouble_words::FULL, Way::Export),
        Trouble::NoRoom => (words::trouble_words::NO_ROOM, Way::Export),
        Trouble::Blocked => (words::trouble_words::BLOCKED, Way::Export),
        Trouble::StoreBlocked => (words::trouble_words::STORE_BLOCKED, Way::Export),
        Trouble::StoreClosed => (words::trouble_words::STORE_CLOSED, Way::Export),
        Trouble::StoreSilent => (words::trouble_words::STORE_SILENT, Way::Export),
        Trouble::Newer => (words::trouble_words::NEWER, Way::Reload),
        Trouble::Cleared => (words::trouble_words::CLEARED, Way::Export),
        Trouble::Other(_) => (words::trouble_words::OTHER, Way::Export),
    }
}

/// The sentence of a trouble, in the page's language.
pub fn trouble_text(trouble: &Trouble, locale: Locale) -> String {
    let sentence = trouble_words(trouble).0.in_(locale.get());
    match trouble {
        Trouble::Other(why) => fill(sentence, &[("why", why)]),
        _ => sentence.into(),
    }
}
