//! The words a finished text carries besides the writer's own.

use super::{Words, w};

/// A word that the layout adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Summary,
        Self::Keywords,
        Self::References,
        Self::Table,
        Self::Figure,
        Self::Notes,
        Self::Colon,
        Self::Between,
        Self::Missing,
    ];
}

/// What it says.
pub const fn mark(mark: Mark) -> Words {
    match mark {
        Mark::Summary => w("摘要", "摘要", "Abstract"),
        Mark::Keywords => w("关键词", "關鍵詞", "Keywords"),
        Mark::References => w("参考文献", "參考文獻", "References"),
        Mark::Table => w("表", "表", "Table "),
        Mark::Figure => w("图", "圖", "Figure "),
        Mark::Notes => w("注释", "註釋", "Notes"),
        Mark::Colon => w("：", "：", ": "),
        Mark::Between => w("；", "；", "; "),
        Mark::Missing => w(
            "（图片不在本机）",
            "（圖片不在本機）",
            "(The picture is not on this device)",
        ),
    }
}
