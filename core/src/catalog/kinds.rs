//! What the kinds of records are called.

use super::{Words, w};

/// What a kind is called, by its name in the written format; `None` if nobody here knows it: then it is called by that
/// name.
///
/// ```
/// use luoxuan::catalog::{Language, kind};
/// assert_eq!(kind("measure").map(|words| words.in_(Language::ZhHans)), Some("数值"));
/// assert_eq!(kind("lantern"), None);
/// ```
pub fn kind(name: &str) -> Option<Words> {
    KINDS.iter().find(|(kind, _)| *kind == name).map(|(_, words)| *words)
}

pub(super) const KINDS: &[(&str, Words)] = &[
    ("entry", w("条目", "條目", "Entry")),
    ("spiral", w("线索", "線索", "Spiral")),
    ("evidence", w("证据", "證據", "Evidence")),
    ("measure", w("数值", "數值", "Value")),
    ("survey", w("调查", "調查", "Survey")),
    ("document", w("文稿", "文稿", "Text")),
    ("template", w("文体", "文體", "Form")),
    ("rules", w("评比要求", "評比要求", "Rules")),
    ("version", w("稿次", "稿次", "Version")),
    ("vehicle", w("载体", "載體", "Vehicle")),
    ("term", w("学期", "學期", "Term")),
    ("profile", w("关于自己", "關於自己", "About yourself")),
    ("kind", w("一种档案", "一種檔案", "Kind of record")),
    ("settings", w("学校设置", "學校設定", "School settings")),
];
