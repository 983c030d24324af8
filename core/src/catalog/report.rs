//! The sentences of a term report.

use super::{Words, w};

pub(crate) const TITLE: Words = w("{term}工作总结", "{term}工作總結", "Report of {term}");
pub(crate) const TERM: Words = w(
    "{year}学年第{number}学期",
    "{year}學年第{number}學期",
    "term {number}, {year}",
);
pub(crate) const THEMES: Words = w(
    "本学期学校的主题是{themes}。",
    "本學期學校的主題是{themes}。",
    "The school’s theme this term was {themes}.",
);
pub(crate) const RESTS_ON: Words = w("依据：{documents}。", "依據：{documents}。", "It rests on {documents}.");
pub(crate) const LINE: Words = w(
    "{line}{count}{unit}{more}：{items}。",
    "{line}{count}{unit}{more}：{items}。",
    "{line}: {count}{unit}{more} – {items}.",
);
pub(crate) const COUNTED: Words = w(
    "{line}{count}{unit}：{counts}。",
    "{line}{count}{unit}：{counts}。",
    "{line}: {count}{unit} – {counts}.",
);
pub(crate) const COUNTED_BARE: Words = w(
    "{line}{count}{unit}。",
    "{line}{count}{unit}。",
    "{line}: {count}{unit}.",
);
pub(crate) const OF_THEM: Words = w("{label}{count}{unit}", "{label}{count}{unit}", "{label} {count}{unit}");
pub(crate) const HOURS: Words = w("，共{hours}学时", "，共{hours}學時", ", {hours} hours in all");
pub(crate) const HOURS_OF_ALL: Words = w(
    "，按人次合计{hours}学时",
    "，按人次合計{hours}學時",
    ", {hours} hours of all together",
);
pub(crate) const COUNTS: Words = w("（{counts}）", "（{counts}）", " ({counts})");
pub(crate) const SPIRALS: Words = w("研究线索", "研究線索", "Spirals");
pub(crate) const SPIRAL: Words = w(
    "“{title}”走到第{turns}轮，写下{entries}条记录。",
    "「{title}」走到第{turns}輪，寫下{entries}條記錄。",
    "“{title}” has come to round {turns}, with {entries} entries.",
);
pub(crate) const TEXTS: Words = w("文稿", "文稿", "Texts");
pub(crate) const TEXT: Words = w("写成{texts}。", "寫成{texts}。", "Written: {texts}.");
pub(crate) const TABLE: Words = w("表：本学期的成果", "表：本學期的成果", "Table: outcomes of the term");
pub(crate) const HEADS: Words = w(
    "| 成果 | 类型 | 级别 | 等第 | 日期 |",
    "| 成果 | 類型 | 級別 | 等第 | 日期 |",
    "| Outcome | Type | Level | Grade | Day |",
);
pub(crate) const GROUP_HEADS: Words = w(
    "| 成果 | 类型 | 级别 | 等第 | 日期 | 教师 |",
    "| 成果 | 類型 | 級別 | 等第 | 日期 | 教師 |",
    "| Outcome | Type | Level | Grade | Day | Teacher |",
);
pub(crate) const GROUP_TITLE: Words = w(
    "{group}{term}工作总结",
    "{group}{term}工作總結",
    "{group} Report of {term}",
);
pub(crate) const MEMBERS: Words = w(
    "本总结汇总了{n}位教师交来的记录：{names}。",
    "本總結彙總了{n}位教師交來的記錄：{names}。",
    "Drawn from what {n} teachers shared: {names}.",
);
pub(crate) const NAMELESS: Words = w("教师{n}（没写姓名）", "教師{n}（沒寫姓名）", "Teacher {n} (no name)");
pub(crate) const CAUSE: Words = w("原因是：{cause}", "原因是：{cause}", "The cause: {cause}");
pub(crate) const PLAN: Words = w("下一步：{plan}", "下一步：{plan}", "Next: {plan}");
pub(crate) const OPEN: Words = w(
    "研究中还没有解决的问题：{problem}",
    "研究中還沒有解決的問題：{problem}",
    "Still open in research: {problem}",
);
pub(crate) const UNSAID: Words = w("未写明", "未寫明", "not said");

pub(crate) const MORE: Words = w(
    "比上学期的{before}{unit}多{count}{unit}。",
    "比上學期的{before}{unit}多{count}{unit}。",
    "That is {count}{unit} more than the {before}{unit} of last term.",
);
pub(crate) const FEWER: Words = w(
    "比上学期的{before}{unit}少{count}{unit}。",
    "比上學期的{before}{unit}少{count}{unit}。",
    "That is {count}{unit} fewer than the {before}{unit} of last term.",
);
pub(crate) const AS_MANY: Words = w("和上学期一样多。", "和上學期一樣多。", "That is as many as last term.");
pub(crate) const CERTIFICATES: Words = w("证书", "證書", "Certificates");
pub(crate) const IN_LESSONS: Words = w("课堂", "課堂", "Lessons");
pub(crate) const HANDBOOK: Words = w("教师成长手册", "教師成長手冊", "Growth handbook");
pub(crate) const ALL_YEARS: Words = w("历年个人成果一览", "歷年個人成果一覽", "All years");
pub(crate) const NUMBER: Words = w("序号", "序號", "No.");
pub(crate) const STAGE: Words = w("阶段", "階段", "Stage");
pub(crate) const FROM_TO: Words = w("起止时间", "起止時間", "From – to");
pub(crate) const COUNTED_HOURS: Words = w(
    "{line}{count}{unit}{more}",
    "{line}{count}{unit}{more}",
    "{line}: {count}{unit}{more}",
);
pub(crate) const SUBJECT: Words = w("任教学科", "任教學科", "Subject");
pub(crate) const CLASSES: Words = w("任教班级", "任教班級", "Classes");
pub(crate) const GROUP: Words = w("教研组", "教研組", "Research group");
pub(crate) const RANK: Words = w("职称", "職稱", "Rank");
/// The parts of a growth handbook, by the group of their kinds.
pub(crate) const GROUPS: [(&str, Words); 7] = [
    ("vehicles", w("教育科研", "教育科研", "Research")),
    ("lessons", w("课堂教学", "課堂教學", "Lessons")),
    ("learning", w("读书与培训", "讀書與培訓", "Reading and training")),
    ("contests", w("评比与指导", "評比與指導", "Contests and coaching")),
    ("outcomes", w("成果与获奖", "成果與獲獎", "Outcomes")),
    ("school", w("学校工作", "學校工作", "School")),
    ("own", w("其他", "其他", "Other")),
];

#[cfg(test)]
pub(super) const ALL: &[Words] = &[
    TITLE,
    TERM,
    THEMES,
    RESTS_ON,
    LINE,
    COUNTED,
    COUNTED_BARE,
    OF_THEM,
    HOURS,
    HOURS_OF_ALL,
    COUNTS,
    SPIRALS,
    SPIRAL,
    TEXTS,
    TEXT,
    TABLE,
    HEADS,
    GROUP_HEADS,
    GROUP_TITLE,
    MEMBERS,
    NAMELESS,
    CAUSE,
    PLAN,
    OPEN,
    UNSAID,
    MORE,
    FEWER,
    AS_MANY,
    CERTIFICATES,
    IN_LESSONS,
    HANDBOOK,
    ALL_YEARS,
    NUMBER,
    STAGE,
    FROM_TO,
    COUNTED_HOURS,
    SUBJECT,
    CLASSES,
    GROUP,
    RANK,
    GROUPS[0].1,
    GROUPS[1].1,
    GROUPS[2].1,
    GROUPS[3].1,
    GROUPS[4].1,
    GROUPS[5].1,
    GROUPS[6].1,
];
