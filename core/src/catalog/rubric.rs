//! The problem check: what makes a starting problem good, and how deep a reflection goes.
//!
//! The first three are the school's own gate: real, meaningful, valuable. The rest follows guides
//! for teacher research. Advice for the writer, never a grade and never a lock.

use super::{Words, w};
use crate::spiral::CheckItem;

/// How much a criterion weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The school's gate asks it.
    Must,
    /// Strongly advised.
    Strongly,
    /// Advised.
    Advised,
}

/// One item of the problem check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Criterion {
    /// Which item.
    pub item: CheckItem,
    /// How much it weighs.
    pub weight: Weight,
    /// What it is called.
    pub name: Words,
    /// The question to ask oneself.
    pub question: Words,
    /// What passing looks like.
    pub good: Words,
    /// What weakness looks like.
    pub weak: Words,
}

/// The twelve items, in order.
pub const RUBRIC: [Criterion; 12] = [
    Criterion {
        item: CheckItem::Real,
        weight: Weight::Must,
        name: w("真实", "真實", "Real"),
        question: w(
            "我能写出至少两次亲眼所见的事实吗？它不是从文件或热词里来的吗？",
            "我能寫出至少兩次親眼所見的事實嗎？它不是從文件或熱詞裡來的嗎？",
            "Can I give at least two facts I saw myself? Is it not borrowed from a document or buzzword?",
        ),
        good: w("有日期的事实、数字", "有日期的事實、數字", "dated facts, counts"),
        weak: w(
            "口号，“根据新课标要求……”",
            "口號，「根據新課標要求……」",
            "slogans, “as the new standard requires…”",
        ),
    },
    Criterion {
        item: CheckItem::Meaningful,
        weight: Weight::Must,
        name: w("有意义", "有意義", "Meaningful"),
        question: w(
            "弄清它，对这些孩子的学习有什么好处？",
            "弄清它，對這些孩子的學習有什麼好處？",
            "If I sort it out, what do these children gain?",
        ),
        good: w("说得出学习上的好处", "說得出學習上的好處", "names a learning gain"),
        weak: w(
            "只图教师方便或得奖",
            "只圖教師方便或得獎",
            "only teacher convenience or prizes",
        ),
    },
    Criterion {
        item: CheckItem::Valuable,
        weight: Weight::Must,
        name: w("有价值", "有價值", "Valuable"),
        question: w(
            "同组老师也会遇到吗？答案别人用得上吗？",
            "同組老師也會遇到嗎？答案別人用得上嗎？",
            "Do colleagues meet it too? Could they use the answer?",
        ),
        good: w("有同事确认也遇到", "有同事確認也遇到", "a colleague confirms"),
        weak: w("纯属个人或只此一次", "純屬個人或只此一次", "purely private or one-off"),
    },
    Criterion {
        item: CheckItem::Specific,
        weight: Weight::Strongly,
        name: w("小而具体", "小而具體", "Specific"),
        question: w(
            "能说出“哪些学生、在什么时候、出现什么表现”吗？",
            "能說出「哪些學生、在什麼時候、出現什麼表現」嗎？",
            "Can I say which pupils, when, what behaviour?",
        ),
        good: w("一个年级、一类任务", "一個年級、一類任務", "one grade, one task type"),
        weak: w(
            "提高学生综合素质",
            "提高學生綜合素質",
            "“raise pupils’ overall quality”",
        ),
    },
    Criterion {
        item: CheckItem::WithinControl,
        weight: Weight::Strongly,
        name: w("我能改", "我能改", "Within my control"),
        question: w(
            "改变它，主要靠我自己能换的做法吗？",
            "改變它，主要靠我自己能換的做法嗎？",
            "Is the lever mainly something I can change myself?",
        ),
        good: w("我的提问、我的任务", "我的提問、我的任務", "my questioning, my task"),
        weak: w(
            "家长、班额、考试制度",
            "家長、班額、考試制度",
            "parents, class size, exam system",
        ),
    },
    Criterion {
        item: CheckItem::Feasible,
        weight: Weight::Advised,
        name: w("做得完", "做得完", "Feasible"),
        question: w(
            "一学期内、不加课时、不加太多作业，做得完吗？",
            "一學期內、不加課時、不加太多作業，做得完嗎？",
            "Can it be done this term without extra lessons or load?",
        ),
        good: w("用平常的课就能做", "用平常的課就能做", "uses ordinary lessons"),
        weak: w(
            "要新设备，要做三年",
            "要新設備，要做三年",
            "needs new equipment or 3 years",
        ),
    },
    Criterion {
        item: CheckItem::Observable,
        weight: Weight::Strongly,
        name: w("看得见", "看得見", "Observable evidence"),
        question: w(
            "改好了，我会看到、听到、数到什么？",
            "改好了，我會看到、聽到、數到什麼？",
            "If it improves, what will I see, hear or count?",
        ),
        good: w("一个指标和起始数据", "一個指標和起始數據", "an indicator + baseline"),
        weak: w(
            "“更有兴趣了”，却没有可看的",
            "「更有興趣了」，卻沒有可看的",
            "“they are keener”, with nothing to look at",
        ),
    },
    Criterion {
        item: CheckItem::Open,
        weight: Weight::Advised,
        name: w("开放", "開放", "Open"),
        question: w(
            "它不是一个“是不是、要不要”的问题吧？答案我事先不知道吧？",
            "它不是一個「是不是、要不要」的問題吧？答案我事先不知道吧？",
            "Not a yes/no question, and I do not already know the answer?",
        ),
        good: w(
            "怎样、哪些、会怎样",
            "怎樣、哪些、會怎樣",
            "how, which, what happens if",
        ),
        weak: w(
            "“是否应该……”，问题里已有结论",
            "「是否應該……」，問題裡已有結論",
            "“whether we should…”, or a conclusion in the question",
        ),
    },
    Criterion {
        item: CheckItem::Unsettled,
        weight: Weight::Advised,
        name: w("没现成答案", "沒現成答案", "Not already settled"),
        question: w(
            "问过同事、翻过书了吗？还缺哪一块？",
            "問過同事、翻過書了嗎？還缺哪一塊？",
            "Have I asked and read? What is still missing?",
        ),
        good: w(
            "说得出一个出处和缺的那一块",
            "說得出一個出處和缺的那一塊",
            "names one source and the gap",
        ),
        weak: w(
            "重新证明早有定论的事",
            "重新證明早有定論的事",
            "re-proving a known result",
        ),
    },
    Criterion {
        item: CheckItem::Clear,
        weight: Weight::Advised,
        name: w("说得清", "說得清", "Clear"),
        question: w(
            "同事读一遍，能用自己的话说出来吗？",
            "同事讀一遍，能用自己的話說出來嗎？",
            "Can a colleague restate it after one reading?",
        ),
        good: w(
            "一句话，不超过40字",
            "一句話，不超過40字",
            "one sentence of at most 40 characters",
        ),
        weak: w(
            "术语堆叠，一句里好几个问题",
            "術語堆疊，一句裡好幾個問題",
            "jargon, several problems in one",
        ),
    },
    Criterion {
        item: CheckItem::Ethical,
        weight: Weight::Advised,
        name: w("不伤害学生", "不傷害學生", "Ethical"),
        question: w(
            "会不会给孩子贴标签、利用孩子，或者泄露隐私？",
            "會不會給孩子貼標籤、利用孩子，或者洩漏隱私？",
            "Could it label or use a child, or give away what is private?",
        ),
        good: w(
            "用化名，人人机会相同",
            "用化名，人人機會相同",
            "pseudonyms, same chances for all",
        ),
        weak: w("拿点了名的孩子作比较", "拿點了名的孩子作比較", "comparing named pupils"),
    },
    Criterion {
        item: CheckItem::Linked,
        weight: Weight::Advised,
        name: w("连得上", "連得上", "Linked"),
        question: w(
            "和学校主题、教研组专题连得上吗？",
            "和學校主題、教研組專題連得上嗎？",
            "Does it connect with the school or group theme?",
        ),
        good: w(
            "标了学校或教研组的主题",
            "標了學校或教研組的主題",
            "a school or group theme is set",
        ),
        weak: w("和谁的主题都不相干", "和誰的主題都不相干", "unconnected with any theme"),
    },
];

/// The one-sentence frame to offer for a problem.
pub const FRAME: Words = w(
    "在【情境】中，【哪些学生】出现【可见的表现】，起始数据是【数字】；我想弄清/试试【我能改的做法】会带来什么变化。",
    "在【情境】中，【哪些學生】出現【可見的表現】，起始數據是【數字】；我想弄清/試試【我能改的做法】會帶來什麼變化。",
    "In [situation], [which pupils] show [visible behaviour], currently [figure]; I want to find out what changes if I [a practice I can change].",
);

/// Four depths of reflection, for the writer's own eyes (after Hatton and Smith's levels; wording ours).
pub const DEPTHS: [(Words, Words); 4] = [
    (
        w("记事", "記事", "Told"),
        w(
            "我只写了发生了什么。",
            "我只寫了發生了什麼。",
            "I only told what happened.",
        ),
    ),
    (
        w("记事+理由", "記事+理由", "Told, with reasons"),
        w(
            "我说了为什么，但只有我的一种看法。",
            "我說了為什麼，但只有我的一種看法。",
            "I gave reasons, but only mine.",
        ),
    ),
    (
        w("对话", "對話", "Dialogue"),
        w(
            "我退一步比较了几种解释，也写了反例或学生、同伴的看法。",
            "我退一步比較了幾種解釋，也寫了反例或學生、同伴的看法。",
            "I stepped back, weighed several explanations, with counter-examples or others’ views.",
        ),
    ),
    (
        w("追问", "追問", "Questioned"),
        w(
            "我追到了自己的观念、规则或公平问题，并说明它会怎样改变我的做法。",
            "我追到了自己的觀念、規則或公平問題，並說明它會怎樣改變我的做法。",
            "I reached my own beliefs, rules or fairness, and what that changes.",
        ),
    ),
];
