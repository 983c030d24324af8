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
pub(super) const SEVERAL: &str =
    "多选|多選|可选多|可選多|不止一项|不止一項|归入几类|歸入幾類|multiple choice|more than one|several categories";

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

/// What shows that a practice differs from the usual one.
pub(super) const NEW: &str = "创新|創新|新意|新在|不同于|不同於|与以往|與以往|和以往|以往|过去|過去|以前|原先|原来|原來|平时|平時|通常\
    |常见的|常見的|变成|變成|换成|換成|改成|改为|改為|而不是|不再|instead of|rather than|unlike|used to|no longer|new ";

/// What shows where else a practice works.
pub(super) const TRANSFER: &str = "推广|推廣|适用|適用|适合|適合|借鉴|借鑒|借鏡|迁移|遷移|其他班|别的班|別的班|平行班|同年级|同年級|其他学科\
    |其他學科|别的学科|別的學科|别的老师|別的老師|其他老师|其他老師|同组老师|同組老師|照着做|照著做|照做|前提是|transfer|other classes\
    |other subjects|colleagues|suits|on condition|on one condition";

/// Signs of an example: a lesson, a pupil, words that were said.
pub(super) const EXAMPLES: &str = "例如|比如|譬如|为例|為例|课例|課例|一例|有一次|那次|那天|一节课|一節課|课上|課上|一篇|一题|一題|“|「|《\
    |生a|生b|for example|for instance|such as|one lesson|once";

/// Signs of what something is for.
pub(super) const AIMS: &str = "为了|為了|目的|意在|意图|意圖|用意|好让|好讓|是要|想让|想讓|让|讓|使|帮|幫|解决|解決|避免|便于|便於|因为|因為|变成\
    |變成|so that|in order|to help|to let|because|aim";

/// Signs of what came of it.
pub(super) const RESULTS: &str = "结果|結果|于是|於是|后来|後來|变|變|少了|多了|增|减|減|提高|提升|愿意|願意|开始|開始|不再|发现|發現|学会|學會\
    |解决|解決|有效|became|began|no longer|grew|more|fewer|found";

/// Whom a sample stands for.
pub(super) const SAMPLED: &str = "全体|全體|全部|全校|总体|總體|总数|總數|共有|抽样|抽樣|取样|取樣|抽取|随机|隨機|整群|分层|分層|本年级|本年級|每班|各班\
    |所有|占|代表|population|sample|random|all pupils|all of the|every class";

/// What a survey means by its words, and from which sides it asks.
pub(super) const DIMENSIONS: &str =
    "是指|指的是|界定|概念|维度|維度|方面|层面|層面|分为|分為|包括|包含|means |defined|dimension|aspects|includes";

/// What a survey wants to know, before a list of it.
pub(super) const ASKS: &str = "了解|调查|調查|围绕|圍繞|涉及|内容|內容|问了|問了|about|asks|covers";

/// Groups that are compared.
pub(super) const GROUPS: &str = "年级|年級|男生|女生|性别|性別|层次|層次|各班|班之间|班之間|高于|高於|低于|低於|多于|多於|少于|少於|相比|比较|比較|不同\
    |差异|差異|交叉|以上的|以下的|组的|組的|grade|boys|girls|compared|higher than|lower than|more than|less than|fewer than";

/// Words said by somebody, before a quotation.
pub(super) const SAID: &str =
    "说|說|认为|認為|写道|寫道|回答|答道|告诉|告訴|访谈|訪談|原话|原話|提到|said|says|wrote|answered|interview";

/// What ties a proposal to a finding by words.
pub(super) const TIES: &str = "针对|針對|根据|根據|基于|基於|发现|發現|结果|結果|数据|數據|上述|finding|result|shown";

/// Where causes are told.
pub(super) const REASONS: &str = "归因|歸因|原因|causes|reasons";

/// Where a change is set against what was before.
pub(super) const AGAINST: &str =
    "前|原来|原來|原先|上次|上一|由|从|從|比|增|减|減|升|降|多了|少了|before|from|than|more|fewer|rose|fell";

/// Machines that write, and what is said of them.
pub(super) const MACHINES: &str =
    "人工智能|人工智慧|生成式|大模型|大語言模型|chatgpt|deepseek|豆包|文心|通义|通義|kimi";

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
