//! A place in a document.

use std::ops::Range;

/// Where in a document something is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The document as a whole.
    Whole,
    /// 题目.
    Title,
    /// 摘要.
    Summary,
    /// 关键词.
    Keywords,
    /// A value in its head, by name.
    Header(String),
    /// A section, by name.
    Section(String),
    /// A passage of a section, by its place there.
    Passage(String, usize),
    /// Some bytes of a passage's text.
    Words(String, usize, Bytes),
    /// 参考文献; the number of one, from 1, or 0 for the list.
    Reference(usize),
}

/// From and to which byte.
pub type Bytes = (usize, usize);

impl Place {
    /// These bytes of a passage.
    pub(super) fn words(section: &str, passage: usize, range: Range<usize>) -> Self {
        Self::Words(section.into(), passage, (range.start, range.end))
    }

    /// The section it is in, if it is in one.
    pub fn section(&self) -> Option<&str> {
        match self {
            Self::Section(section) | Self::Passage(section, _) | Self::Words(section, ..) => Some(section),
            _ => None,
        }
    }
}
