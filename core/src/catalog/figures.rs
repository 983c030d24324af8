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
    /// Against an earlier count of the same base.
    AgainstShare,
    /// Against an earlier count of another base.
    AgainstOther,
    /// Against an earlier mean.
    AgainstMean,
    /// More than before, as a count and in percentage points.
    More,
    /// Fewer than before, as a count and in percentage points.
    Fewer,
    /// A mean that rose.
    Higher,
    /// A mean that fell.
    Lower,
    /// More, in percentage points alone.
    MorePoints,
    /// Fewer, in percentage points alone.
    FewerPoints,
    /// As before.
    Same,
    /// A remark on the value.
    Remark,
    /// How many pupils.
    Pupils,
}

impl Figure {
    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 17] = [
        Self::Share,
        Self::Count,
        Self::MeanOf,
        Self::Mean,
        Self::On,
        Self::AgainstShare,
        Self::AgainstOther,
        Self::AgainstMean,
        Self::More,
        Self::Fewer,
        Self::Higher,
        Self::Lower,
        Self::MorePoints,
        Self::FewerPoints,
        Self::Same,
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
        Figure::AgainstShare => w(
            "，与{day}的{k0}{unit}（{p0}%）相比，{change}",
            "，與{day}的{k0}{unit}（{p0}%）相比，{change}",
            "; against {k0} {unit} ({p0}%) on {day}, {change}",
        ),
        Figure::AgainstOther => w(
            "，与{day}的{n0}{unit}中{k0}{unit}（{p0}%）总数不同，只比百分比，{change}",
            "，與{day}的{n0}{unit}中{k0}{unit}（{p0}%）總數不同，只比百分比，{change}",
            "; on {day}, with another base of {n0} {unit}, it was {k0} {unit} ({p0}%): {change}",
        ),
        Figure::AgainstMean => w(
            "，与{day}的{k0}{unit}相比，{change}",
            "，與{day}的{k0}{unit}相比，{change}",
            "; against {k0} {unit} on {day}, {change}",
        ),
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
        Figure::Higher => w("增加{d}{unit}", "增加{d}{unit}", "{d} {unit} more"),
        Figure::Lower => w("减少{d}{unit}", "減少{d}{unit}", "{d} {unit} fewer"),
        Figure::MorePoints => w("增加{dp}个百分点", "增加{dp}個百分點", "{dp} percentage points more"),
        Figure::FewerPoints => w("减少{dp}个百分点", "減少{dp}個百分點", "{dp} percentage points fewer"),
        Figure::Same => w("没有变化", "沒有變化", "no change"),
        Figure::Remark => w("（{note}）", "（{note}）", " ({note})"),
        Figure::Pupils => w("{n}名学生", "{n}名學生", "{n} pupils"),
    }
}
