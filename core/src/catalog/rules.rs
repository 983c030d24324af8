//! Rules to begin with: the general ones, and four after notices that were seen.
//!
//! They are examples to copy and change. Every contest writes its own notice, every year; only the notice counts.

use super::words::rules as words;
use super::{Language, Words};
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

/// All of them; the general ones first.
pub const PRESETS: &[Preset] = &[
    Preset {
        key: "general",
        name: words::general::NAME,
        note: words::general::NOTE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[words::FILE],
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
        name: words::district_paper::NAME,
        note: words::EXAMPLE,
        similarity: Some(words::COPIED),
        reuse: Some(words::AWARDED),
        corner: Some(words::CORNER),
        checklist: &[words::FILE, words::LIST],
        rules: |rules| {
            (rules.most, rules.limit) = (Some(6000), Some(8000));
            rules.anonymity = Anonymity::Everything;
            rules.file_name = "{title}".into();
            rules.order = vec![Part::Title, Part::Summary, Part::Keywords, Part::Body, Part::References];
        },
    },
    Preset {
        key: "city_lesson_design",
        name: words::city_lesson_design::NAME,
        note: words::EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[words::PLEDGE, words::COVER, words::PAPER, words::FILE],
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
        name: words::city_story::NAME,
        note: words::EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[words::PAPER, words::FILE],
        rules: |rules| {
            (rules.least, rules.most) = (Some(4000), Some(5000));
            rules.byline = true;
            rules.layout.line_points = Some(24.0);
            fonts(&mut rules.layout, &[(Role::Title, "宋体", "小三")]);
        },
    },
    Preset {
        key: "district_case",
        name: words::district_case::NAME,
        note: words::EXAMPLE,
        similarity: None,
        reuse: None,
        corner: None,
        checklist: &[words::FILE],
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
