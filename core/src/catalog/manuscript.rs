//! The words a finished text carries besides the writer's own.

use super::Words;
use super::words::manuscript as words;
use crate::manuscript::Warning;

/// A word that the layout adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ManuscriptLabel {
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

impl ManuscriptLabel {
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
pub const fn mark(mark: ManuscriptLabel) -> Words {
    match mark {
        ManuscriptLabel::Summary => words::mark::SUMMARY,
        ManuscriptLabel::Keywords => words::mark::KEYWORDS,
        ManuscriptLabel::References => words::mark::REFERENCES,
        ManuscriptLabel::Table => words::mark::TABLE,
        ManuscriptLabel::Figure => words::mark::FIGURE,
        ManuscriptLabel::Notes => words::mark::NOTES,
        ManuscriptLabel::Colon => words::mark::COLON,
        ManuscriptLabel::Between => words::mark::BETWEEN,
        ManuscriptLabel::Missing => words::mark::MISSING,
        ManuscriptLabel::Withheld => words::mark::WITHHELD,
    }
}

/// What to know about a file before it is handed in.
pub const fn warning(warning: &Warning) -> Words {
    match warning {
        Warning::WebP(_) => words::warning::WEB_P,
        Warning::Missing(_) => words::warning::MISSING,
    }
}
