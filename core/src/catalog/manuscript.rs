//! The words a finished text carries besides the writer's own.

use super::Words;
use super::words::manuscript as words;
use crate::manuscript::Warning;

/// A word that the layout adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// 摘要.
    Summary,
    /// 关键词.
    Keywords,
    /// 参考文献.
    References,
    /// Before the number of a table.
    Table,
    /// Before the number of a figure.
    Figure,
    /// Over the footnotes, where there are no pages to stand at the foot of.
    Notes,
    /// Between a label and its words.
    Colon,
    /// Between keywords.
    Between,
    /// A picture that is not there.
    Missing,
    /// A picture that must not leave.
    Withheld,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Summary,
        Self::Keywords,
        Self::References,
        Self::Table,
        Self::Figure,
        Self::Notes,
        Self::Colon,
        Self::Between,
        Self::Missing,
        Self::Withheld,
    ];
}

/// What it says.
pub const fn mark(mark: Mark) -> Words {
    match mark {
        Mark::Summary => words::mark::SUMMARY,
        Mark::Keywords => words::mark::KEYWORDS,
        Mark::References => words::mark::REFERENCES,
        Mark::Table => words::mark::TABLE,
        Mark::Figure => words::mark::FIGURE,
        Mark::Notes => words::mark::NOTES,
        Mark::Colon => words::mark::COLON,
        Mark::Between => words::mark::BETWEEN,
        Mark::Missing => words::mark::MISSING,
        Mark::Withheld => words::mark::WITHHELD,
    }
}

/// What to know about a file before it is handed in.
pub const fn warning(warning: &Warning) -> Words {
    match warning {
        Warning::WebP(_) => words::warning::WEB_P,
        Warning::Missing(_) => words::warning::MISSING,
    }
}
