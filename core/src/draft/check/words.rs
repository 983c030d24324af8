//! Words the checks look for. Lists, so that a school can argue with them.
//!
//! Words are divided by `|`, in Simplified and Traditional Chinese and English, in lower case: a text is folded before
//! it is searched.

use crate::text::fold;

/// How a work report goes on.
pub(super) const SEQUENCE: &str =
    "首先|其次|再次|然后|然後|接着|接著|最后|最後|之后|之後|first,|then |next,|after that|finally";

/// Reasons and conditions.
pub(super) const CONDITIONS: &str = "因为|因為|条件|條件|适用|適用|前提|原因|由于|由於|因此|所以|取决于|取決於|适合|適合\
    |because|condition|provided|depends|suits";

/// What did not work.
pub(super) const SETBACKS: &str = "没有|沒有|没能|沒能|仍有|仍然|还没|還沒|尚未|未能|未写|未寫|不足|失败|失敗|反例|例外|相反|不能|不会\
    |不會|困难|困難|问题是|問題是|遗憾|遺憾|not |n’t|n't|still |failed|however";

/// Questionnaires handed out, brought back, and usable.
pub(super) const ISSUED: &str = "发放|發放|发出|發出|下发|下發|分发|分發|issued|handed out|distributed";
pub(super) const RETURNED: &str = "回收|收回|交回|returned|came back";
pub(super) const VALID: &str = "有效|valid|usable";
pub(super) const QUESTIONNAIRE: &str = "问卷|問卷|questionnaire";

/// Several answers may be given.
pub(super) const SEVERAL: &str = "多选|多選|可选多|可選多|不止一项|不止一項|multiple choice|more than one";

/// What ends a list of shares: what follows is a sum or a part of it.
pub(super) const SUMS: &str = "合计|合計|共计|共計|总计|總計|两项|兩項|其中|together|in all|total";

/// Words of cause.
pub(super) const CAUSES: &str =
    "导致|導致|造成|使得|引起|决定了|決定了|归因于|歸因於|causes |caused |leads to|led to|results in";

/// What shows that figures are compared.
pub(super) const RELATED: &str = "交叉|相关|相關|关联|關聯|cross|correlat";

/// Theories that are often named and seldom used.
pub(super) const THEORIES: &str = "建构主义|建構主義|最近发展区|最近發展區|多元智能|多元智慧|元认知|元認知|认知负荷|認知負荷|人本主义\
    |人本主義|行为主义|行為主義|深度学习理论|深度學習理論|有意义学习|有意義學習|布鲁姆|布魯姆|皮亚杰|皮亞傑\
    |维果茨基|維果茨基|杜威|constructivis|zone of proximal|multiple intelligences|metacogniti|cognitive load\
    |vygotsky|piaget|bloom’s|dewey";

/// Rising and falling, before a difference.
pub(super) const MOVES: &str =
    "提高|提升|上升|增加|增长|增長|增多|下降|降低|减少|減少|回落|rose by|rose |up by|fell by|increased by|decreased by";

/// Whether a text holds one of these words.
pub(super) fn holds(text: &str, words: &str) -> bool {
    let folded = fold(text);
    words.split('|').any(|word| folded.contains(word))
}

/// How many of these words a text holds.
pub(super) fn times(text: &str, words: &str) -> usize {
    let folded = fold(text);
    words.split('|').map(|word| folded.matches(word).count()).sum()
}

/// The first of these words in a text: its bytes there.
pub(super) fn first(text: &str, words: &str) -> Option<(usize, usize)> {
    let folded = fold(text);
    let hits = words.split('|').filter_map(|word| {
        let finder = crate::text::Finder::new(word)?;
        let hit = finder.hits(&folded, text).next()?;
        Some((hit.start, hit.end))
    });
    hits.min()
}
