//! What the page shows of copies outside the browser.

use luoxuan::catalog::Words;

use crate::browser::files::FolderError;

/// How old the last copy outside is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Nothing was ever written that needs a copy.
    Empty,
    /// There is no copy, and something to lose since so many days.
    Never(i32),
    /// The last copy is so many days old.
    Days(i32),
}

impl Age {
    /// The class that colours it: amber after 7 days, red after 30.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Never(days) | Self::Days(days) if days > 30 => "red",
            Self::Never(days) | Self::Days(days) if days > 7 => "amber",
            _ => "",
        }
    }
}

/// The folder copies go to by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderState {
    /// This browser has no such thing.
    Impossible,
    /// None is chosen.
    None,
    /// Copies go to the folder of this name.
    Ready(String),
    /// The permission for it has lapsed; a click asks for it again.
    Lapsed(String),
    /// The last copy did not get there.
    Failed(String, FolderError),
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// In words.
    pub what: Words,
    /// How much of it is done, from 0 to 1, where that is known.
    pub done: Option<f64>,
}

/// What the browser answered when asked to keep this site's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Persistence {
    /// Not asked yet.
    #[default]
    Unknown,
    /// It keeps it until the person deletes it.
    Granted,
    /// It may throw it away when the disk is full.
    Refused,
}

impl From<Option<bool>> for Persistence {
    fn from(answer: Option<bool>) -> Self {
        match answer {
            Some(true) => Self::Granted,
            Some(false) => Self::Refused,
            None => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn an_old_copy_turns_amber_and_then_red() {
        for (days, colour) in [(0, ""), (7, ""), (8, "amber"), (30, "amber"), (31, "red")] {
            assert_eq!(Age::Days(days).colour(), colour);
            assert_eq!(Age::Never(days).colour(), colour);
        }
        assert_eq!(Age::Empty.colour(), "");
    }
}
