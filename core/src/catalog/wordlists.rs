//! Words the problem check looks for. Lists, so that a school can argue with them.

/// Too broad to be one teacher's problem of one term.
pub(crate) const BROAD: &[&str] = &[
    "综合素质",
    "核心素养",
    "素质",
    "能力的培养",
    "全面",
    "有效性研究",
    "教学质量",
    "教育质量",
    "整体提高",
    "全面发展",
];

/// Levers in others' hands.
pub(crate) const OTHERS: &[&str] = &[
    "家长不重视",
    "家长不配合",
    "基础差",
    "基础太差",
    "班额大",
    "班额太大",
    "考试制度",
    "课时不够",
    "智力",
    "生源",
];

/// Yes-or-no forms.
pub(crate) const YES_NO: &[&str] = &["是否", "应不应该", "要不要", "能不能", "是不是", "可不可以"];

/// Forms that hold the answer already.
pub(crate) const SETTLED: &[&str] = &["必须", "毫无疑问", "众所周知", "当然应该"];

/// Pupils.
pub(crate) const PUPILS: &[&str] = &["学生", "孩子", "生A", "生B", "同学", "小组", "全班", "人"];

/// What pupils do when they learn.
pub(crate) const LEARNING: &[&str] = &[
    "学", "写", "读", "说", "算", "画", "唱", "问", "改", "想", "做", "答", "观察", "理解", "表达", "合作", "倾听",
];

/// Signs of having read or asked.
pub(crate) const SOURCES: &[&str] = &["书", "文章", "文献", "问过", "问了", "同事", "老师说", "读过", "《"];

/// The way of asking that two traditions judge differently.
pub(crate) const HOW_TO_IMPROVE: &[&str] = &["怎样才能提高", "如何提高", "怎样提高", "如何提升"];
