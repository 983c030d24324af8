//! Advice in three sentences.

use crate::catalog::Words;

/// Advice about a fault, in three sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// What was seen.
    pub what: Words,
    /// Why it matters.
    pub why: Words,
    /// What to do.
    pub todo: Words,
}

pub(super) const fn a(what: Words, why: Words, todo: Words) -> Advice {
    Advice { what, why, todo }
}
