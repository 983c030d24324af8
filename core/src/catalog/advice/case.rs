//! Advice about improvement cases.

use super::{Advice, a};
use crate::catalog::w;

pub(super) const MOSTLY_DIALOGUE: Advice = a(
    w("全文{p}%是对话。", "全文{p}%是對話。", "{p}% of the text is dialogue."),
    w(
        "对话占了大半就成了课堂实录，看不到分析。",
        "對話占了大半就成了課堂實錄，看不到分析。",
        "With that much of it, this is a transcript and not an analysis.",
    ),
    w(
        "只留最关键的几句，其余用自己的话概括。",
        "只留最關鍵的幾句，其餘用自己的話概括。",
        "Keep the few lines that matter; tell the rest in your own words.",
    ),
);

pub(super) const NO_BEFORE: Advice = a(
    w(
        "问题诊断里没有一个片段，也没有一个数。",
        "問題診斷裡沒有一個片段，也沒有一個數。",
        "The diagnosis shows neither a scene nor a figure.",
    ),
    w(
        "没有“改进前”，就看不出改进。",
        "沒有「改進前」，就看不出改進。",
        "Without a “before” there is no improvement to see.",
    ),
    w(
        "放进改进前的一段师生原话，或者一个数。",
        "放進改進前的一段師生原話，或者一個數。",
        "Put in some real words from before, or a figure.",
    ),
);

pub(super) const THEORY_LABEL: Advice = a(
    w(
        "“{word}”这一段没有连着片段，也没有引一句话。",
        "「{word}」這一段沒有連著片段，也沒有引一句話。",
        "“{word}” stands in a passage that quotes nobody and rests on nothing.",
    ),
    w(
        "贴上理论的名字不等于分析。",
        "貼上理論的名字不等於分析。",
        "The name of a theory is no analysis.",
    ),
    w(
        "说清它解释了哪一个片段，说不清就删去。",
        "說清它解釋了哪一個片段，說不清就刪去。",
        "Say which scene it explains; if none, cut it.",
    ),
);

pub(super) const TWO_THEMES: Advice = a(
    w(
        "这篇取用了{n}条研究线索的材料。",
        "這篇取用了{n}條研究線索的材料。",
        "It draws on {n} spirals.",
    ),
    w(
        "一个案例只说得清一件事。",
        "一個案例只說得清一件事。",
        "A case can make one thing clear.",
    ),
    w(
        "只留一个主题，另一个另写一篇。",
        "只留一個主題，另一個另寫一篇。",
        "Keep one theme, and write another text on the other.",
    ),
);
