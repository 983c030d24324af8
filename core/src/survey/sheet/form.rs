//! In which form a question was answered, told by the answers.

use super::scale;
use super::values::{Values, is_tick};
use crate::record::{ItemKind, words};
use crate::text::fold;

words! {
    /// In which form a question of a sheet was answered.
    pub enum Form {
        /// 单选.
        #[default]
        Single = "single",
        /// 多选: a column an option, or joined in one cell.
        Multiple = "multiple",
        /// 五点量表.
        Likert5 = "likert5",
        /// 四点量表.
        Likert4 = "likert4",
        /// 数字.
        Number = "number",
        /// 开放题.
        Open = "open",
        /// 排序: a place for each option. It becomes a number for each.
        Order = "order",
    }
}

impl Form {
    /// The kind of the items it becomes.
    pub const fn kind(self) -> ItemKind {
        match self {
            Self::Single => ItemKind::Single,
            Self::Multiple => ItemKind::Multiple,
            Self::Likert5 => ItemKind::Likert5,
            Self::Likert4 => ItemKind::Likert4,
            Self::Number | Self::Order => ItemKind::Number,
            Self::Open => ItemKind::Open,
        }
    }
}

/// What joins several answers in one cell, the surest first.
pub(super) const JOINS: [char; 7] = ['┋', ';', '；', '、', ',', '，', '|'];

/// What stands between options in their order.
pub(super) const ARROWS: [&str; 3] = ["→", "-->", "->"];

/// More different answers than this are no list of options.
const OPTIONS: usize = 15;

/// What a heading says of the form.
pub(super) struct Hint<'h> {
    pub(super) mark: Option<Form>,
    pub(super) text: &'h str,
    /// Whether the sheet gives the numbers of options in place of their words.
    pub(super) by_number: bool,
    /// Scales all of whose points were chosen somewhere in the sheet.
    pub(super) scales: &'h [scale::Words],
}

/// Asks for words, not for one of several.
const WRITTEN: [&str; 14] = [
    "建议",
    "建議",
    "意见",
    "意見",
    "还想说",
    "還想說",
    "想对",
    "想對",
    "说说",
    "說說",
    "写一写",
    "谈谈",
    "感受",
    "还有什么",
];

/// The form of a question that has one column.
pub(super) fn of_one(values: &Values<'_>, hint: &Hint<'_>) -> Form {
    let any = |part: &dyn Fn(&str) -> bool| values.distinct.iter().any(|(text, _)| part(text));
    let scale = hint.mark == Some(Form::Likert5);
    if values.answered == 0 {
        return hint.mark.unwrap_or(Form::Open);
    }
    if any(&|text| text.contains('┋')) {
        return if hint.mark == Some(Form::Order) {
            Form::Order
        } else {
            Form::Multiple
        };
    }
    if any(&|text| arrow(text).is_some()) {
        return Form::Order;
    }
    if values.is_numeric() {
        return of_numbers(values, hint);
    }
    let answers = || values.distinct.iter().map(|(text, _)| *text);
    let known = hint.scales.iter().find(|words| words.hold(answers()));
    if let Some(words) = known.cloned().or_else(|| scale::words(answers(), scale)) {
        return if words.points == 4 {
            Form::Likert4
        } else {
            Form::Likert5
        };
    }
    match hint.mark {
        Some(Form::Likert5 | Form::Likert4) => Form::Single,
        Some(mark) => mark,
        None if WRITTEN.iter().any(|words| hint.text.contains(words)) => Form::Open,
        None if joined(values).is_some() => Form::Multiple,
        None if is_list(values) => Form::Single,
        None => Form::Open,
    }
}

fn of_numbers(values: &Values<'_>, hint: &Hint<'_>) -> Form {
    const COUNTED: [&str; 12] = [
        "几", "幾", "多少", "年龄", "年齡", "岁", "歲", "分数", "分數", "成绩", "分钟", "小时",
    ];
    const RATED: [&str; 8] = ["程度", "打分", "评分", "評分", "符合", "同意", "满意", "滿意"];
    let says = |words: &[&str]| words.iter().any(|word| hint.text.contains(word));
    let Some(whole) = values.whole() else {
        return Form::Number;
    };
    let (least, most) = (
        whole.iter().min().copied().unwrap_or_default(),
        whole.iter().max().copied().unwrap_or_default(),
    );
    // A statement, and five points: how far it is so.
    let stated = hint.by_number && most == 5 && hint.text.ends_with(['。', '.']);
    let rated = hint.mark == Some(Form::Likert5) || (hint.mark.is_none() && (says(&RATED) || stated));
    let listed = hint.mark == Some(Form::Single) || (hint.mark.is_none() && hint.by_number);
    if rated && least >= 1 && most <= 5 && !says(&COUNTED) {
        Form::Likert5
    } else if listed && least >= 1 && most <= 10 {
        Form::Single
    } else {
        Form::Number
    }
}

/// Whether answers come again and again, as those chosen from a list do.
fn is_list(values: &Values<'_>) -> bool {
    let different = values.distinct.len();
    let brief = values.distinct.iter().all(|(text, _)| text.chars().count() <= 40);
    // One's own words behind an option make an answer of their own.
    let options = different - values.distinct.iter().filter(|(text, _)| text.contains('〖')).count();
    brief && options <= OPTIONS && (different * 2 <= values.answered || (different <= 5 && different < values.answered))
}

/// The mark that joins several answers in one cell, where the parts come again and again.
pub(super) fn joined(values: &Values<'_>) -> Option<char> {
    JOINS.into_iter().find(|mark| {
        let mut parts = std::collections::BTreeMap::<&str, usize>::new();
        let mut several = 0;
        for (text, count) in &values.distinct {
            let pieces = pieces(text, &[*mark]);
            several += if pieces.len() > 1 { *count } else { 0 };
            for piece in pieces {
                *parts.entry(piece).or_default() += count;
            }
        }
        let brief = parts.keys().all(|part| part.chars().count() <= 20);
        let ticks: usize = parts.values().sum();
        several * 5 >= values.answered && brief && parts.len() <= OPTIONS && parts.len() * 2 <= ticks
    })
}

/// A cell's parts at these marks. What stands between 〖〗 is somebody's own words, and one piece.
pub(in crate::survey) fn pieces<'t>(text: &'t str, marks: &[char]) -> Vec<&'t str> {
    let mut inside = false;
    let parts = text.split(|c: char| {
        match c {
            '〖' => inside = true,
            '〗' => inside = false,
            _ => {}
        }
        !inside && marks.contains(&c)
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The arrow that stands in a cell.
pub(super) fn arrow(text: &str) -> Option<&'static str> {
    ARROWS.into_iter().find(|arrow| text.contains(arrow))
}

/// The form of a question that has several columns, one an option or one a row. `places` says that everybody gave every
/// column another number.
pub(super) fn of_several(parts: &[(&Values<'_>, &str)], places: bool, hint: &Hint<'_>) -> Form {
    let answered = || parts.iter().filter(|(values, _)| values.answered > 0);
    let ticks = answered().filter(|(values, label)| is_option(values, label)).count();
    let all = answered().count();
    if hint.mark == Some(Form::Order) || places {
        return Form::Order;
    }
    // The column of somebody's own words may be among them.
    if all > 0 && (ticks == all || (ticks + 1 == all && ticks > 1 && hint.mark != Some(Form::Likert5))) {
        return Form::Multiple;
    }
    let whole: Option<Vec<i64>> = answered()
        .map(|(values, _)| values.whole())
        .collect::<Option<Vec<_>>>()
        .map(|all| all.concat());
    if let Some(whole) = whole.filter(|whole| !whole.is_empty()) {
        let most = whole.iter().max().copied().unwrap_or_default();
        return match (whole.iter().all(|number| *number >= 1), most) {
            (true, ..=3) => Form::Single,
            (true, 4) => Form::Likert4,
            (true, 5) => Form::Likert5,
            _ => Form::Number,
        };
    }
    let mut words: Vec<&str> = answered()
        .flat_map(|(values, _)| values.distinct.iter().map(|(text, _)| *text))
        .collect();
    words.sort_unstable();
    words.dedup();
    if let Some(words) = scale::words(words.into_iter(), true) {
        return if words.points == 4 {
            Form::Likert4
        } else {
            Form::Likert5
        };
    }
    answered().next().map_or(Form::Open, |(values, _)| of_one(values, hint))
}

/// Whether a column only says of one option that it was chosen: by a tick, or by its own words.
fn is_option(values: &Values<'_>, label: &str) -> bool {
    let label = fold(label);
    let says = |text: &str| is_tick(text).is_some() || fold(text).starts_with(&label) && !label.is_empty();
    values.distinct.iter().all(|(text, _)| says(text))
}

/// What a cell of an option's column says: nothing, ticked, or in one's own words.
pub(in crate::survey) fn ticked(cell: &str, label: &str) -> Option<String> {
    match is_tick(cell) {
        Some(true) => Some(label.to_owned()),
        Some(false) => None,
        None if fold(cell).starts_with(&fold(label)) => Some(cell.to_owned()),
        None => Some(format!("{label}〖{cell}〗")),
    }
}
