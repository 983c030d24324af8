//! Rules to begin with: the general ones, and four after notices that were seen.
//!
//! They are examples to copy and change. Every contest writes its own notice, every year; only the notice counts.

use super::{Language, Words, w};
use crate::record::{Alignment, Anonymity, Font, Layout, Part, Role, Rules};

/// Rules that come with the catalog.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// The name a document remembers them by. Never changes.
    pub key: &'static str,
    /// What they are called.
    pub name: Words,
    /// Where they are from.
    pub note: Words,
    /// What is said about similarity.
    pub similarity: Option<Words>,
    /// What is said about texts that were entered before.
    pub reuse: Option<Words>,
    /// The words in the corner of the first page.
    pub corner: Option<Words>,
    /// What must be handed in.
    pub checklist: &'static [Words],
    /// What else they ask.
    rules: fn(&mut Rules),
}

const EXAMPLE: Words = w(
    "示例：照看到过的一份通知整理，只作起点。以当年的通知为准。",
    "示例：照看到過的一份通知整理，只作起點。以當年的通知為準。",
    "An example after a notice that was seen, to begin with. The notice of the year decides.",
);
const PLEDGE: Words = w("原创承诺书", "原創承諾書", "Pledge of originality");
const COVER: Words = w(
    "封面（单位、姓名只写在这里）",
    "封面（單位、姓名只寫在這裡）",
    "Cover sheet, the only place for unit and name",
);
const FILE: Words = w("电子稿", "電子稿", "The file");
const LIST: Words = w("汇总表", "匯總表", "List of entries");
const PAPER: Words = w("纸质稿", "紙質稿", "Paper copies");
const COPIED: Words = w(
    "重复率达到 30% 视为疑似抄袭，取消资格并通报。",
    "重複率達到 30% 視為疑似抄襲，取消資格並通報。",
    "A similarity of 30% counts as suspected copying: disqualified and reported.",
);
const AWARDED: Words = w(
    "已在区级以上获奖或公开发表的不再参评。",
    "已在區級以上獲獎或公開發表的不再參評。",
    "Not for texts that were published, or given a prize in the district or above.",
);
const CORNER: Words = w(
    "参评论文（{subject}）",
    "參評論文（{subject}）",
    "Contest entry ({subject})",
);

/// All of them; the general ones first.
pub const PRESETS: &[Preset] = &[
    Preset {
        key: "general",
        name: w("通用", "通用", "General"),
        note: w(
            "没有指定格式时用：A4，小四宋体，1.5 倍行距，首行缩进两字。",
            "沒有指定格式時用：A4，小四宋體，1.5 倍行距，首行縮進兩字。",
            "Where no format is asked for: A4, 12-point Song, 1.5 lines, first line indented by two characters.",
        ),
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[FILE],
        rules: |rules| {
            rules.byline = true;
            rules.summary_most = Some(300);
            (rules.keywords_least, rules.keywords_most) = (Some(3), Some(5));
            rules.order = vec![
                Part::Title,
                Part::Byline,
                Part::Summary,
                Part::Keywords,
                Part::Body,
                Part::References,
            ];
        },
    },
    Preset {
        key: "district_paper",
        name: w(
            "区论文评比（仿余杭）",
            "區論文評比（仿餘杭）",
            "District papers (after Yuhang)",
        ),
        note: EXAMPLE,
        similarity: Some(COPIED),
        reuse: Some(AWARDED),
        corner: Some(CORNER),
        checklist: &[FILE, LIST],
        rules: |rules| {
            (rules.most, rules.limit) = (Some(6000), Some(8000));
            rules.anonymity = Anonymity::Everything;
            rules.file_name = "{title}".into();
            rules.order = vec![Part::Title, Part::Summary, Part::Keywords, Part::Body, Part::References];
        },
    },
    Preset {
        key: "city_lesson_design",
        name: w(
            "市教学设计评比（仿温州）",
            "市教學設計評比（仿溫州）",
            "City lesson designs (after Wenzhou)",
        ),
        note: EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[PLEDGE, COVER, PAPER, FILE],
        rules: |rules| {
            rules.most = Some(4000);
            rules.anonymity = Anonymity::Body;
            rules.layout.line_multiple = Some(1.25);
            fonts(
                &mut rules.layout,
                &[
                    (Role::Heading1, "黑体", "小四"),
                    (Role::Heading2, "黑体", "五号"),
                    (Role::Heading3, "宋体", "五号"),
                    (Role::Heading4, "宋体", "五号"),
                    (Role::Body, "宋体", "五号"),
                    (Role::Quote, "楷体", "五号"),
                    (Role::Table, "宋体", "小五"),
                    (Role::Caption, "黑体", "小五"),
                    (Role::Reference, "宋体", "小五"),
                ],
            );
        },
    },
    Preset {
        key: "city_story",
        name: w(
            "市教育故事征集（仿宁波）",
            "市教育故事徵集（仿寧波）",
            "City stories (after Ningbo)",
        ),
        note: EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[PAPER, FILE],
        rules: |rules| {
            (rules.least, rules.most) = (Some(4000), Some(5000));
            rules.byline = true;
            rules.layout.line_points = Some(24.0);
            fonts(&mut rules.layout, &[(Role::Title, "宋体", "小三")]);
        },
    },
    Preset {
        key: "district_case",
        name: w(
            "区案例与叙事评比（仿江宁）",
            "區案例與敘事評比（仿江寧）",
            "District cases (after Jiangning)",
        ),
        note: EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[FILE],
        rules: |rules| {
            (rules.least, rules.most) = (Some(2000), Some(6000));
            rules.anonymity = Anonymity::Everything;
            rules.authors = Some(1);
            rules.layout.indent = Some(2);
            rules.layout.line_multiple = Some(1.5);
            fonts(
                &mut rules.layout,
                &[
                    (Role::Body, "宋体", "四号"),
                    (Role::Heading2, "黑体", "四号"),
                    (Role::Heading3, "宋体", "四号"),
                    (Role::Heading4, "宋体", "四号"),
                    (Role::Quote, "楷体", "四号"),
                ],
            );
        },
    },
];

/// Asks for these fonts and sizes.
fn fonts(layout: &mut Layout, asked: &[(Role, &str, &str)]) {
    for (role, family, size) in asked {
        let font = Font {
            family: (*family).into(),
            size: (*size).into(),
            align: (*role == Role::Title).then_some(Alignment::Centre),
            ..Font::default()
        };
        layout.fonts.insert(role.word().into(), font);
    }
}

impl Preset {
    /// The rules as a record, ready to be kept and changed.
    ///
    /// ```
    /// use luoxuan::catalog::{Language, preset};
    /// let rules = preset("district_paper").unwrap().rules(Language::ZhHans);
    /// assert_eq!((rules.most, rules.limit), (Some(6000), Some(8000)));
    /// assert!(rules.note.starts_with("示例"));
    /// ```
    pub fn rules(&self, language: Language) -> Rules {
        let say = |words: Option<Words>| words.map(|words| words.in_(language).to_owned()).unwrap_or_default();
        let mut rules = Rules {
            name: self.name.in_(language).into(),
            note: self.note.in_(language).into(),
            similarity: say(self.similarity),
            reuse: say(self.reuse),
            corner: say(self.corner),
            checklist: self.checklist.iter().map(|words| words.in_(language).into()).collect(),
            ..Rules::default()
        };
        (self.rules)(&mut rules);
        rules
    }
}

/// The rules with this key.
pub fn preset(key: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.key == key)
}
