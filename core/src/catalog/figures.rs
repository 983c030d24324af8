//! Sentences about figures. A percentage never stands without its base.

use super::{Words, w};

/// A piece of a sentence about an indicator's value. Public in the crate: texts are made of them in `draft`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// Thirty pupils or more.
    Share,
    /// Fewer than thirty, or not pupils: the count first.
    Count,
    /// A mean or single figure of so many.
    MeanOf,
    /// A mean or single figure.
    Mean,
    /// On which day, in front.
    On,
    /// More than before, as a count and in percentage points.
    More,
    /// Fewer than before, as a count and in percentage points.
    Fewer,
    /// More, in percentage points alone.
    MorePoints,
    /// Fewer, in percentage points alone.
    FewerPoints,
    /// As before.
    Same,
    /// What is counted, where its name says what pupils do.
    Pupil,
    /// What is counted, where its name is none that a sentence can begin with.
    Named,
    /// Those who are counted.
    Those,
    /// A count with its base and share.
    AmountShare,
    /// A mean of so many.
    AmountOf,
    /// A mean or a single figure.
    Amount,
    /// The day of a value.
    OnDay,
    /// The first value.
    From,
    /// The next value, more than the first.
    RoseTo,
    /// The next value, less than the first.
    FellTo,
    /// The next value, the same way.
    Then,
    /// The next value, more again after less.
    RoseAgain,
    /// The next value, less again after more.
    FellAgain,
    /// The next value, the same.
    Stayed,
    /// Two values with different bases.
    TwoBases,
    /// Several values with different bases.
    OtherBases,
    /// A share at the start, less than half, without its base.
    Only,
    /// The same, with its base.
    OnlyOf,
    /// A share at the start, without its base.
    Part,
    /// The same, with its base.
    PartOf,
    /// A remark on the value.
    Remark,
    /// How many pupils.
    Pupils,
}

impl Figure {
    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 32] = [
        Self::Share,
        Self::Count,
        Self::MeanOf,
        Self::Mean,
        Self::On,
        Self::More,
        Self::Fewer,
        Self::MorePoints,
        Self::FewerPoints,
        Self::Same,
        Self::Pupil,
        Self::Named,
        Self::Those,
        Self::AmountShare,
        Self::AmountOf,
        Self::Amount,
        Self::OnDay,
        Self::From,
        Self::RoseTo,
        Self::FellTo,
        Self::Then,
        Self::RoseAgain,
        Self::FellAgain,
        Self::Stayed,
        Self::TwoBases,
        Self::OtherBases,
        Self::Only,
        Self::OnlyOf,
        Self::Part,
        Self::PartOf,
        Self::Remark,
        Self::Pupils,
    ];
}

/// The words of such a piece.
pub(crate) const fn figure(figure: Figure) -> Words {
    match figure {
        Figure::Share => w(
            "在{n}名学生中，{k}人（{p}%）{name}",
            "在{n}名學生中，{k}人（{p}%）{name}",
            "Of {n} pupils, {k} ({p}%): {name}",
        ),
        Figure::Count => w(
            "“{name}”：{n}{unit}中{k}{unit}（{p}%）",
            "「{name}」：{n}{unit}中{k}{unit}（{p}%）",
            "“{name}”: of {n} {unit}, {k} {unit} ({p}%)",
        ),
        Figure::MeanOf => w(
            "“{name}”为{k}{unit}（n={n}）",
            "「{name}」為{k}{unit}（n={n}）",
            "“{name}”: {k} {unit} (n = {n})",
        ),
        Figure::Mean => w("“{name}”为{k}{unit}", "「{name}」為{k}{unit}", "“{name}”: {k} {unit}"),
        Figure::On => w("{day}，{said}", "{day}，{said}", "{day}. {said}"),
        Figure::More => w(
            "增加{d}{unit}（{dp}个百分点）",
            "增加{d}{unit}（{dp}個百分點）",
            "{d} {unit} more ({dp} percentage points)",
        ),
        Figure::Fewer => w(
            "减少{d}{unit}（{dp}个百分点）",
            "減少{d}{unit}（{dp}個百分點）",
            "{d} {unit} fewer ({dp} percentage points)",
        ),
        Figure::MorePoints => w("增加{dp}个百分点", "增加{dp}個百分點", "{dp} percentage points more"),
        Figure::FewerPoints => w("减少{dp}个百分点", "減少{dp}個百分點", "{dp} percentage points fewer"),
        Figure::Same => w("没有变化", "沒有變化", "no change"),
        Figure::Pupil => w("{name}的学生", "{name}的學生", "{name}"),
        Figure::Named => w("“{name}”", "「{name}」", "“{name}”"),
        Figure::Those => w("{name}的", "{name}的", "{name}"),
        Figure::AmountShare => w("{n}中{k}（{p}%）", "{n}中{k}（{p}%）", "{k} of {n} ({p}%)"),
        Figure::AmountOf => w("{k}{unit}（n={n}）", "{k}{unit}（n={n}）", "{k} {unit} (n = {n})"),
        Figure::Amount => w("{k}{unit}", "{k}{unit}", "{k} {unit}"),
        Figure::OnDay => w("{day}的", "{day}的", " on {day}"),
        Figure::From => w("由{day}{value}", "由{day}{value}", ": from {value}{day}"),
        Figure::RoseTo => w("增加到{day}{value}", "增加到{day}{value}", " up to {value}{day}"),
        Figure::FellTo => w("减少到{day}{value}", "減少到{day}{value}", " down to {value}{day}"),
        Figure::Then => w("、{day}{value}", "、{day}{value}", ", {value}{day}"),
        Figure::RoseAgain => w(
            "，又增加到{day}{value}",
            "，又增加到{day}{value}",
            ", then up to {value}{day}",
        ),
        Figure::FellAgain => w(
            "，又减少到{day}{value}",
            "，又減少到{day}{value}",
            ", then down to {value}{day}",
        ),
        Figure::Stayed => w("，{on}仍是{value}", "，{on}仍是{value}", ", still {value} on {on}"),
        Figure::TwoBases => w(
            "；两次总数不同，只比百分比",
            "；兩次總數不同，只比百分比",
            "; the totals differ, so only percentages are compared",
        ),
        Figure::OtherBases => w(
            "；各次总数不同，只比百分比",
            "；各次總數不同，只比百分比",
            "; the totals differ, so only percentages are compared",
        ),
        Figure::Only => w(
            "{those}只有{k}（{p}%）",
            "{those}只有{k}（{p}%）",
            "only {k} ({p}%): {those}",
        ),
        Figure::OnlyOf => w(
            "{n}中，{those}只有{k}（{p}%）",
            "{n}中，{those}只有{k}（{p}%）",
            "of {n}, only {k} ({p}%): {those}",
        ),
        Figure::Part => w("{those}有{k}（{p}%）", "{those}有{k}（{p}%）", "{k} ({p}%): {those}"),
        Figure::PartOf => w(
            "{n}中，{those}有{k}（{p}%）",
            "{n}中，{those}有{k}（{p}%）",
            "of {n}, {k} ({p}%): {those}",
        ),
        Figure::Remark => w("（{note}）", "（{note}）", " ({note})"),
        Figure::Pupils => w("{n}名学生", "{n}名學生", "{n} pupils"),
    }
}
