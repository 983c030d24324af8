//! What the parts of a Word file share: its paper, and how far the writing is.

use crate::catalog::Language;
use crate::record::{Layout, ResolvedFont, Role};

/// The namespace of the main parts.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How far the writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// Blocks written,
    pub done: usize,
    /// of so many.
    pub of: usize,
}

/// A layout in a language.
pub(super) struct Paper<'a> {
    pub(super) layout: &'a Layout,
    pub(super) language: Language,
}

impl Paper<'_> {
    pub(super) fn face(&self, role: Role) -> ResolvedFont {
        self.layout.face(role, self.language)
    }

    /// The width between the margins, in twips.
    pub(super) fn width(&self) -> u32 {
        self.layout.room().0
    }

    /// The height between the margins, in twips.
    pub(super) fn height(&self) -> u32 {
        self.layout.room().1
    }
}
