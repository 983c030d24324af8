//! The words a finished text carries besides the writer's own.

use super::{Words, w};
use crate::manuscript::Warning;

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
        Mark::Withheld => w(
            "（图略：涉及隐私）",
            "（圖略：涉及隱私）",
            "(Picture left out for reasons of privacy)",
        ),
    }
}

/// What to know about a file before it is handed in.
pub const fn warning(warning: &Warning) -> Words {
    match warning {
        Warning::WebP(_) => w(
            "有一张 WebP 图片，旧版 Word 和 WPS 可能不显示。请换成 JPEG 或 PNG。",
            "有一張 WebP 圖片，舊版 Word 和 WPS 可能不顯示。請換成 JPEG 或 PNG。",
            "One picture is WebP, which older versions of Word and WPS may not show. Use JPEG or PNG instead.",
        ),
        Warning::Missing(_) => w(
            "有一张图片不在本机，文件里留了说明。请在有这张图片的设备上再导出一次。",
            "有一張圖片不在本機，檔案裡留了說明。請在有這張圖片的裝置上再匯出一次。",
            "One picture is not on this device; the file says so in its place. Export again where the picture is.",
        ),
    }
}
