//! The layout: how a finished text stands on paper.

use std::collections::BTreeMap;

use super::{part, record, words};
use crate::catalog::Language;

words! {
    /// What a stretch of a text is, for its font.
    pub enum Role {
        /// 题目.
        #[default]
        Title = "title",
        /// 副标题.
        Subtitle = "subtitle",
        /// 单位姓名.
        Author = "author",
        /// The words 摘要 and 关键词.
        Label = "label",
        /// 摘要 and 关键词 themselves.
        Summary = "summary",
        /// 一、
        Heading1 = "heading1",
        /// （一）
        Heading2 = "heading2",
        /// 1.
        Heading3 = "heading3",
        /// (1)
        Heading4 = "heading4",
        /// 正文.
        Body = "body",
        /// 引文.
        Quote = "quote",
        /// 表中文字.
        Table = "table",
        /// 表题, 图题.
        Caption = "caption",
        /// 参考文献.
        Reference = "reference",
        /// 脚注.
        Note = "note",
        /// 页眉, 页码 and the corner of the first page.
        Margin = "margin",
    }
}

words! {
    /// Where a line stands.
    pub enum Alignment {
        /// Both edges straight.
        #[default]
        Justified = "justified",
        /// To the left.
        Left = "left",
        /// In the middle.
        Centre = "centre",
        /// To the right.
        Right = "right",
    }
}

words! {
    /// Where the page number stands.
    pub enum PageNumber {
        /// 页脚居中.
        #[default]
        BottomCentre = "bottom_centre",
        /// 页脚右侧.
        BottomRight = "bottom_right",
        /// Nowhere.
        Nowhere = "nowhere",
    }
}

words! {
    /// Which lines a table has.
    pub enum TableLines {
        /// 三线表.
        #[default]
        Three = "three",
        /// Every cell has its frame.
        Grid = "grid",
    }
}

words! {
    /// In which corner of the first page the contest wants its words.
    pub enum Corner {
        /// 左上角.
        #[default]
        TopLeft = "top_left",
        /// 右上角.
        TopRight = "top_right",
    }
}

part! {
    /// What is asked of a font. What it does not say is as in the general layout.
    #[derive(Default)]
    pub struct Font {
        /// The East Asian font by its name: 宋体, 黑体, 楷体, 仿宋, or any other.
        pub family: String,
        /// The Latin font.
        pub latin: String,
        /// 字号 by name (小四), or points (`12`).
        pub size: String,
        /// 加粗.
        pub bold: Option<bool>,
        /// Where its lines stand.
        pub align: Option<Alignment>,
    }
}

/// A font as it is used: everything decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ResolvedFont {
    /// The East Asian font.
    pub family: String,
    /// The Latin font.
    pub latin: String,
    /// Half-points: 小四 is 24.
    pub half_points: u32,
    /// 加粗.
    pub bold: bool,
    /// Where its lines stand.
    pub align: Alignment,
}

/// How far lines are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// So many 240ths of a line: 1.5 lines are 360.
    Multiple(u32),
    /// So many twentieths of a point: 固定值24磅 is 480.
    Exact(u32),
}

record! {
    /// How a text stands on paper. What it leaves open is as in the general layout, so a record holds only what a
    /// notice really says.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::{Font, Layout, Line, Role};
    /// let mut layout = Layout { line_multiple: Some(1.25), ..Layout::default() };
    /// layout.fonts.insert("body".into(), Font { size: "五号".into(), ..Font::default() });
    /// let body = layout.face(Role::Body, Language::ZhHans);
    /// assert_eq!((body.family.as_str(), body.half_points), ("宋体", 21));
    /// assert_eq!(layout.line(), Line::Multiple(300));
    /// assert_eq!(layout.margins(), [1417; 4]);
    /// ```
    pub struct Layout = "layout" {
        /// Fonts, by the word of their [`Role`].
        pub fonts: BTreeMap<String, Font>,
        /// Lines are so many times their height apart.
        pub line_multiple: Option<f64>,
        /// Lines are exactly so many points apart; goes before the multiple.
        pub line_points: Option<f64>,
        /// 首行缩进, in characters.
        pub indent: Option<u8>,
        /// Centimetres above the text.
        pub margin_top: Option<f64>,
        /// Centimetres to the right of it.
        pub margin_right: Option<f64>,
        /// Centimetres below it.
        pub margin_bottom: Option<f64>,
        /// Centimetres to the left of it.
        pub margin_left: Option<f64>,
        /// Where the page number stands.
        pub page_number: PageNumber,
        /// Which lines a table has.
        pub table_lines: TableLines,
        /// In which corner of the first page the contest's words stand.
        pub corner: Corner,
    }
}

impl Layout {
    /// The font of a role, with what the record leaves open from the general layout.
    pub fn face(&self, role: Role, language: Language) -> ResolvedFont {
        let (family, size, bold, align) = general(role);
        let asked = self.fonts.get(role.word());
        let said = |text: fn(&Font) -> &str| asked.map(text).map(str::trim).filter(|text| !text.is_empty());
        // No font has a longer name: what is said there is not one, and Word would not open the file.
        let named = |text| said(text).filter(|name| name.chars().count() <= LONGEST_NAME);
        let asked_size = said(|font| &font.size).and_then(half_points);
        ResolvedFont {
            family: named(|font| &font.family)
                .map_or_else(|| in_script(family, language), |name| in_script(name, language)),
            latin: named(|font| &font.latin).unwrap_or("Times New Roman").to_owned(),
            half_points: asked_size.or_else(|| half_points(size)).unwrap_or(24),
            bold: asked.and_then(|font| font.bold).unwrap_or(bold),
            align: asked.and_then(|font| font.align).unwrap_or(align),
        }
    }

    /// How far the lines of the body are apart.
    pub fn line(&self) -> Line {
        let within = |value: Option<f64>, unit: f64| {
            let value = value.filter(|value| value.is_finite() && *value > 0.0)?;
            whole(value * unit, 31_680)
        };
        match (within(self.line_points, 20.0), within(self.line_multiple, 240.0)) {
            (Some(exact), _) => Line::Exact(exact),
            (None, multiple) => Line::Multiple(multiple.unwrap_or(360)),
        }
    }

    /// 首行缩进 in characters; two unless something else is asked.
    pub fn first_line(&self) -> u8 {
        self.indent.unwrap_or(2).min(20)
    }

    /// The margins in twips: top, right, bottom, left. 2.5 cm are 1417.
    pub fn margins(&self) -> [u32; 4] {
        [self.margin_top, self.margin_right, self.margin_bottom, self.margin_left].map(|margin| {
            let centimetres = margin
                .filter(|margin| margin.is_finite() && *margin >= 0.0)
                .unwrap_or(2.5);
            // More would leave no room for a line.
            whole(centimetres * 1440.0 / 2.54, 4_500).unwrap_or(1417)
        })
    }

    /// The width and the height between the margins of an A4 page, in twips.
    pub fn room(&self) -> (u32, u32) {
        let [top, right, bottom, left] = self.margins();
        // Margins leave more; should they ever be allowed to grow, a line still has room for a word.
        let between = |whole: u32, one: u32, other: u32| whole.saturating_sub(one.saturating_add(other)).max(1000);
        (between(A4.0, right, left), between(A4.1, top, bottom))
    }
}

/// How long the name of a font may be, in characters: what Windows and Word hold of one.
const LONGEST_NAME: usize = 31;

/// An A4 page in twips, its width and its height.
pub(crate) const A4: (u32, u32) = (11_906, 16_838);

/// A value rounded to a whole number that is not above `most`.
fn whole(value: f64, most: u32) -> Option<u32> {
    let value = value.round();
    if !value.is_finite() || value < 0.0 {
        return None;
    }
    let value = value.min(f64::from(most));
    // It is whole and within `u32`, by the lines above.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(value as u32)
}

/// 字号 in half-points, by name or by points.
///
/// ```
/// use luoxuan::record::half_points;
/// assert_eq!(["三号", "小四", "五號", "10.5", "14磅"].map(half_points), [Some(32), Some(24), Some(21), Some(21), Some(28)]);
/// assert_eq!(half_points("很大"), None);
/// ```
pub fn half_points(size: &str) -> Option<u32> {
    let name = size.trim().replace('號', "号");
    let named = SIZES.iter().find(|(known, _)| *known == name).map(|(_, half)| *half);
    named.or_else(|| {
        let points = name.trim_end_matches(['磅', 'p', 't', ' ']).parse::<f64>().ok()?;
        whole(points * 2.0, 400).filter(|half| *half >= 8)
    })
}

/// The names of sizes and their half-points.
pub const SIZES: [(&str, u32); 14] = [
    ("初号", 84),
    ("小初", 72),
    ("一号", 52),
    ("小一", 48),
    ("二号", 44),
    ("小二", 36),
    ("三号", 32),
    ("小三", 30),
    ("四号", 28),
    ("小四", 24),
    ("五号", 21),
    ("小五", 18),
    ("六号", 15),
    ("小六", 13),
];

/// The general layout of a role: family, size, bold, alignment.
const fn general(role: Role) -> (&'static str, &'static str, bool, Alignment) {
    use Alignment::{Centre, Justified, Left};
    match role {
        Role::Title => ("黑体", "三号", false, Centre),
        Role::Subtitle => ("黑体", "小四", false, Centre),
        Role::Author => ("楷体", "小四", false, Centre),
        Role::Label => ("黑体", "五号", false, Justified),
        Role::Summary => ("楷体", "五号", false, Justified),
        Role::Heading1 => ("黑体", "四号", false, Left),
        Role::Heading2 => ("黑体", "小四", false, Left),
        Role::Heading3 => ("宋体", "小四", true, Left),
        Role::Heading4 => ("宋体", "小四", false, Left),
        Role::Body => ("宋体", "小四", false, Justified),
        Role::Quote => ("楷体", "小四", false, Justified),
        Role::Table => ("宋体", "五号", false, Left),
        Role::Caption => ("黑体", "五号", false, Centre),
        Role::Reference => ("宋体", "五号", false, Justified),
        Role::Note => ("宋体", "小五", false, Justified),
        Role::Margin => ("宋体", "小五", false, Centre),
    }
}

/// A family by the name it has where the language is written: no computer in Taiwan has 宋体.
fn in_script(family: &str, language: Language) -> String {
    let name = match (family, language) {
        ("宋体", Language::ZhHant) => "新細明體",
        ("黑体", Language::ZhHant) => "微軟正黑體",
        ("楷体" | "仿宋", Language::ZhHant) => "標楷體",
        _ => family,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    #[test]
    fn no_number_a_person_types_breaks_a_page() {
        for value in [f64::NAN, f64::INFINITY, -3.0, 0.0, 1e300] {
            let layout = Layout {
                line_multiple: Some(value),
                line_points: Some(value),
                margin_left: Some(value),
                indent: Some(255),
                ..Layout::default()
            };
            let (Line::Exact(line) | Line::Multiple(line)) = layout.line();
            assert!((1..=31_680).contains(&line), "{value}");
            assert!(layout.margins()[3] <= 4_500);
            assert_eq!(layout.first_line(), 20);
        }
    }

    #[test]
    fn a_font_has_a_name_that_word_can_hold_and_a_size_that_fits_a_page() {
        let face = |name: &str, size: &str| {
            let font = Font {
                family: name.into(),
                latin: name.into(),
                size: size.into(),
                ..Font::default()
            };
            let layout = Layout {
                fonts: [("body".to_owned(), font)].into(),
                ..Layout::default()
            };
            layout.face(Role::Body, Language::ZhHans)
        };
        let longest = "字".repeat(31);
        assert_eq!(face(&longest, "").family, longest);
        let beyond = face(&"字".repeat(32), "999999");
        assert_eq!((&*beyond.family, &*beyond.latin), ("宋体", "Times New Roman"));
        assert_eq!(beyond.half_points, 400);
    }

    #[test]
    fn what_a_layout_leaves_open_is_not_written() {
        assert!(Layout::default().fields().is_empty());
    }
}
