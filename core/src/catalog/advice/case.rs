//! Advice about improvement cases.

use super::three::{Advice, a};
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
        "问题诊断里没有课堂片段，也没有数据。",
        "問題診斷裡沒有課堂片段，也沒有數據。",
        "The diagnosis shows neither a scene nor a figure.",
    ),
    w(
        "没有“改进前”，就看不出改进。",
        "沒有「改進前」，就看不出改進。",
        "Without a “before” there is no improvement to see.",
    ),
    w(
        "放进改进前的一段师生原话，或者一个数据。",
        "放進改進前的一段師生原話，或者一個數據。",
        "Put in some real words from before, or a figure.",
    ),
);

pub(super) const THEORY_LABEL: Advice = a(
    w(
        "“{word}”这一段没有结合片段，也没有引一句原话。",
        "「{word}」這一段沒有結合片段，也沒有引一句原話。",
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
        "这篇选用了{n}条研究线索的材料。",
        "這篇選用了{n}條研究線索的材料。",
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

pub(super) const NO_SCENE_AFTER: Advice = a(
    w(
        "“改进设计与实施”里没有改进后的课堂片段。",
        "「改進設計與實施」裡沒有改進後的課堂片段。",
        "There is no scene from after the change.",
    ),
    w(
        "前后两个片段放在一起，评委才看得见改了什么。",
        "前後兩個片段放在一起，評審才看得見改了什麼。",
        "Judges see what changed when a scene before and one after stand together.",
    ),
    w(
        "还原改进后的一小段师生原话，三五句就够。",
        "還原改進後的一小段師生原話，三五句就夠。",
        "Give a short exchange from after the change, in real words; a few lines will do.",
    ),
);

pub(super) const CAUSES_UNMET: Advice = a(
    w(
        "“问题诊断”写了{n}条原因，改进里没有一条一条地对上。",
        "「問題診斷」寫了{n}條原因，改進裡沒有一條一條地對上。",
        "The diagnosis has {n} causes, and the redesign does not answer each.",
    ),
    w(
        "原因和措施一一对应，才看得出为什么这样改。",
        "原因和措施一一對應，才看得出為什麼這樣改。",
        "One measure for each cause shows why it was changed so.",
    ),
    w(
        "按原因的次序写措施；这次没有去改的，写明留到以后。",
        "按原因的次序寫措施；這次沒有去改的，寫明留到以後。",
        "Give the measures in the order of the causes, and say which cause was left for later.",
    ),
);

pub(super) const NO_COMPARISON: Advice = a(
    w(
        "“改进效果”里有数据，没有和改进前比。",
        "「改進效果」裡有數據，沒有和改進前比。",
        "The effect has a figure and nothing to set it against.",
    ),
    w(
        "只有改进后的数据，看不出是不是改进带来的。",
        "只有改進後的數據，看不出是不是改進帶來的。",
        "A figure from afterwards alone does not show a change.",
    ),
    w(
        "写成“由……到……”，并写明是不是同一个班、同样的任务。",
        "寫成「由……到……」，並寫明是不是同一個班、同樣的任務。",
        "Write “from… to…”, and say whether it was the same class and the same task.",
    ),
);

pub(super) const OTHER_MEASURE: Advice = a(
    w(
        "改进前按“{a}”计，改进后按“{b}”计。",
        "改進前按「{a}」計，改進後按「{b}」計。",
        "Before, “{a}” is counted; after, “{b}”.",
    ),
    w(
        "前后用的不是同一个指标，就没法比。",
        "前後用的不是同一個指標，就沒法比。",
        "What is not counted alike cannot be compared.",
    ),
    w(
        "在两节里用同一个指标各写一个数据；任务不同也写明。",
        "在兩節裡用同一個指標各寫一個數據；任務不同也寫明。",
        "Give one figure of the same indicator in both sections, and say where the task differed.",
    ),
);
