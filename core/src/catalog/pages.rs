//! The words of the Markdown export: what each field of the written format is called, and headings.

use super::{Words, w};

/// What a field of a record is called, by its name in the written format.
pub fn key(name: &str) -> Option<Words> {
    KEYS.iter().find(|(key, _)| *key == name).map(|(_, words)| *words)
}

pub(super) const KEYS: &[(&str, Words)] = &[
    ("phase", w("阶段", "階段", "Phase")),
    ("happened_on", w("发生在", "發生在", "Happened on")),
    ("happened_until", w("到", "到", "Until")),
    ("written", w("写于", "寫於", "Written")),
    ("class", w("班级", "班級", "Class")),
    ("spiral", w("研究线索", "研究線索", "Spiral")),
    ("after", w("接着", "接著", "Follows")),
    ("leads_to", w("另开的线索", "另開的線索", "Its own spiral")),
    ("origin", w("出自", "出自", "Came from")),
    ("fate", w("去向", "去向", "What becomes of it")),
    ("expectation", w("预期", "預期", "Expectation")),
    ("sign", w("怎样看出来", "怎樣看出來", "Seen by")),
    ("outcome", w("预期怎样了", "預期怎樣了", "What came of it")),
    ("by", w("到哪天", "到哪天", "By when")),
    ("sealed", w("封存于", "封存於", "Sealed")),
    ("rubric", w("问题自查", "問題自查", "Problem check")),
    ("depth", w("反思深度", "反思深度", "Depth of reflection")),
    ("privacy", w("谁能看", "誰能看", "Who may see it")),
    ("author", w("作者", "作者", "Author")),
    ("evidence", w("证据", "證據", "Evidence")),
    ("entries", w("支持的条目", "支持的條目", "Entries resting on it")),
    ("sort", w("种类", "種類", "Sort")),
    ("known", w("怎么知道的", "怎麼知道的", "How it is known")),
    ("caption", w("说明", "說明", "Caption")),
    ("on", w("日期", "日期", "Day")),
    ("blob", w("图片", "圖片", "Picture")),
    ("count", w("有多少", "有多少", "How many")),
    ("of", w("总数", "總數", "Out of")),
    ("figure", w("数值", "數值", "Figure")),
    ("entry", w("出自", "出自", "Reported in")),
    ("note", w("备注", "備註", "Note")),
    ("title", w("标题", "標題", "Title")),
    ("tags", w("标签", "標籤", "Tags")),
    ("pupils", w("人数", "人數", "Pupils")),
    ("place", w("次序", "次序", "Order")),
    ("indicator", w("指标", "指標", "Indicator")),
    ("subject", w("学科", "學科", "Subject")),
    ("vehicle", w("载体", "載體", "Vehicle")),
    ("themes", w("学校主题", "學校主題", "School themes")),
    ("state", w("状态", "狀態", "State")),
    ("state_note", w("状态说明", "狀態說明", "About its state")),
    ("branched_from", w("从哪条分出", "從哪條分出", "Branched from")),
    ("indicators", w("指标", "指標", "Indicators")),
    ("turn_names", w("各轮的名字", "各輪的名字", "Names of turns")),
    ("rule", w("怎么算一个", "怎麼算一個", "What counts as one")),
    ("text_type", w("文体", "文體", "Text type")),
    ("summary", w("摘要", "摘要", "Abstract")),
    ("keywords", w("关键词", "關鍵詞", "Keywords")),
    ("sections", w("各节", "各節", "Sections")),
    ("spirals", w("研究线索", "研究線索", "Spirals")),
    ("template", w("模板", "模板", "Template")),
    ("rules", w("依据的规则", "依據的規則", "Rules it is held to")),
    ("judging", w("评审要点", "評審要點", "Judged by")),
    ("points", w("分值", "分值", "Points")),
    ("faults", w("常见问题", "常見問題", "Common faults")),
    ("references", w("参考文献", "參考文獻", "References")),
    ("purpose", w("想查清什么", "想查清什麼", "To find out")),
    ("respondents", w("调查对象", "調查對象", "Who was asked")),
    ("population", w("总体人数", "總體人數", "How many in all")),
    ("sampling", w("取样", "取樣", "How they were chosen")),
    ("mode", w("方式", "方式", "How it was asked")),
    ("start", w("开始", "開始", "First day")),
    ("end", w("结束", "結束", "Last day")),
    ("issued", w("发放", "發放", "Issued")),
    ("returned", w("回收", "回收", "Returned")),
    ("valid", w("有效", "有效", "Valid")),
    ("invalid", w("无效的原因", "無效的原因", "Why not valid")),
    (
        "protection",
        w("怎样保护学生", "怎樣保護學生", "How pupils are protected"),
    ),
    ("items", w("题目", "題目", "Items")),
    ("choices", w("选项", "選項", "Options")),
    ("columns", w("各列", "各欄", "Columns")),
    ("rows", w("各行", "各列", "Rows")),
    ("crosses", w("交叉表", "交叉表", "Two-way tables")),
    ("paired", w("前后测", "前後測", "Before and after")),
    ("direction", w("方向", "方向", "Direction")),
    ("base", w("总数", "總數", "Out of")),
    (
        "luoxuan",
        w("给程序看的，请留着", "給程式看的，請留著", "For programs; please keep"),
    ),
];

/// A heading or name in the Markdown export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The file that tells a whole spiral, and its folder's first.
    Spiral,
    /// The folder of entries without a spiral.
    Loose,
    /// The folder of everything that is not an entry.
    About,
    /// `{n}`: a turn.
    Turn,
    /// The table of values.
    Values,
    /// The first column of that table.
    Day,
    /// `{n}`: how many pupils.
    Pupils,
    /// What a file without words is called.
    Untitled,
    /// Another version of the same record, where two stand side by side.
    Beside,
    /// `{n}`: written that many days late.
    Late,
    /// The page is made from the entries.
    Made,
    /// The folder of Markdown in an archive.
    Reading,
}

impl Heading {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Spiral,
        Self::Loose,
        Self::About,
        Self::Turn,
        Self::Values,
        Self::Day,
        Self::Pupils,
        Self::Untitled,
        Self::Beside,
        Self::Late,
        Self::Made,
        Self::Reading,
    ];
}

/// What it says.
pub const fn heading(heading: Heading) -> Words {
    match heading {
        Heading::Spiral => w("研究线索", "研究線索", "Spiral"),
        Heading::Loose => w("随记与问题", "隨記與問題", "Notes and problems"),
        Heading::About => w("资料", "資料", "About"),
        Heading::Turn => w("第 {n} 轮", "第 {n} 輪", "Turn {n}"),
        Heading::Values => w("指标", "指標", "Indicators"),
        Heading::Day => w("日期", "日期", "Day"),
        Heading::Pupils => w("{n} 人", "{n} 人", "{n} pupils"),
        Heading::Untitled => w("未写", "未寫", "Untitled"),
        Heading::Beside => w("另一份", "另一份", "the other version"),
        Heading::Late => w("补记（晚 {n} 天）", "補記（晚 {n} 天）", "Added later ({n} days)"),
        Heading::Reading => w("阅读", "閱讀", "Reading"),
        Heading::Made => w(
            "这一页由各条目拼成，供阅读；要改，请改条目。",
            "這一頁由各條目拼成，供閱讀；要改，請改條目。",
            "This page is put together from the entries, for reading. To change something, change the entry.",
        ),
    }
}
