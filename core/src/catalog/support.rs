//! Sentences about what a text rests on.

use super::{Words, w};

/// A sentence about what a text rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Support {
    /// `{counts}`: how its evidence is known.
    Mix,
    /// There is none.
    Nothing,
    /// `{title}`, `{p}`: another text has pulled the same.
    Overlap,
    /// What a text without a title is called.
    Untitled,
}

impl Support {
    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 4] = [Self::Mix, Self::Nothing, Self::Overlap, Self::Untitled];
}

/// What it says.
pub(crate) const fn support(sentence: Support) -> Words {
    match sentence {
        Support::Mix => w(
            "这篇文稿所依据的证据：{counts}。",
            "這篇文稿所依據的證據：{counts}。",
            "The evidence this text rests on: {counts}.",
        ),
        Support::Nothing => w(
            "这篇文稿还没有连着任何证据。",
            "這篇文稿還沒有連著任何證據。",
            "This text rests on no evidence yet.",
        ),
        Support::Overlap => w(
            "取用的文字有{p}%和另一篇（{kind}《{title}》）相同。评比大多不收已获奖、已发表的内容：交之前换材料，或者只交一篇。",
            "取用的文字有{p}%和另一篇（{kind}《{title}》）相同。評比大多不收已獲獎、已發表的內容：交之前換材料，或者只交一篇。",
            "{p}% of what it pulled is also in another text ({kind}, “{title}”). Most contests refuse what was awarded or published before: take other material, or hand in one of the two.",
        ),
        Support::Untitled => w("未写题目", "未寫題目", "Untitled"),
    }
}
