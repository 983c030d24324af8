//! Advice about surveys.

use super::{Advice, a};
use crate::catalog::w;

pub(super) const ISSUED_MISSING: Advice = a(
    w(
        "没有写发放了多少份。",
        "沒有寫發放了多少份。",
        "How many questionnaires were handed out is not said.",
    ),
    w(
        "样本说不清，后面的数就站不住。",
        "樣本說不清，後面的數就站不住。",
        "Without the sample the figures have nothing to stand on.",
    ),
    w(
        "写清发放、回收、有效各多少。",
        "寫清發放、回收、有效各多少。",
        "Say how many were issued, returned and valid.",
    ),
);

pub(super) const RETURNED_MISSING: Advice = a(
    w(
        "没有写回收了多少份。",
        "沒有寫回收了多少份。",
        "How many questionnaires came back is not said.",
    ),
    w(
        "回收率低，结果就可能偏。",
        "回收率低，結果就可能偏。",
        "If few came back, the results may be one-sided.",
    ),
    w(
        "写清发放、回收、有效各多少。",
        "寫清發放、回收、有效各多少。",
        "Say how many were issued, returned and valid.",
    ),
);

pub(super) const VALID_MISSING: Advice = a(
    w(
        "没有写有效多少份。",
        "沒有寫有效多少份。",
        "How many questionnaires were valid is not said.",
    ),
    w(
        "百分比的分母是有效份数。",
        "百分比的分母是有效份數。",
        "The valid ones are the base of every percentage.",
    ),
    w(
        "写清发放、回收、有效各多少，怎样算无效。",
        "寫清發放、回收、有效各多少，怎樣算無效。",
        "Say how many were issued, returned and valid, and what made one invalid.",
    ),
);

pub(super) const SHARES_DO_NOT_ADD_UP: Advice = a(
    w(
        "这几个百分比加起来是{sum}%。",
        "這幾個百分比加起來是{sum}%。",
        "These percentages add up to {sum}%.",
    ),
    w(
        "单选题加起来该是100%，四舍五入也只差一点。",
        "單選題加起來該是100%，四捨五入也只差一點。",
        "Those of a single choice make 100%, give or take the rounding.",
    ),
    w(
        "核对一遍；如果是多选题，就写明“可多选”。",
        "核對一遍；如果是多選題，就寫明「可多選」。",
        "Check them; if several answers were allowed, say so.",
    ),
);

pub(super) const CAUSAL_WORDS: Advice = a(
    w(
        "数据旁边用了“{word}”。",
        "數據旁邊用了「{word}」。",
        "“{word}” stands beside the figures.",
    ),
    w(
        "一次调查只看得出关联，看不出谁是因、谁是果。",
        "一次調查只看得出關聯，看不出誰是因、誰是果。",
        "One survey shows what goes together, not what is cause and what effect.",
    ),
    w(
        "改成“有关联”，并写出还可能是什么原因。",
        "改成「有關聯」，並寫出還可能是什麼原因。",
        "Say that they go together, and what else may be the cause.",
    ),
);

pub(super) const UNREAD_TABLE: Advice = a(
    w(
        "这张表或图后面没有一句解释。",
        "這張表或圖後面沒有一句解釋。",
        "No sentence follows this table or chart.",
    ),
    w(
        "表给出数，读的人要知道你从里面看到什么。",
        "表給出數，讀的人要知道你從裡面看到什麼。",
        "A table gives figures; readers want to know what you see in them.",
    ),
    w(
        "紧跟着写一两句：最高的、最低的、没想到的。",
        "緊跟著寫一兩句：最高的、最低的、沒想到的。",
        "Write a sentence or two right after it: the highest, the lowest, the unexpected.",
    ),
);

pub(super) const NO_QUESTIONNAIRE: Advice = a(
    w("没有附问卷。", "沒有附問卷。", "The questionnaire is not attached."),
    w(
        "不知道问了什么，就没法判断答案。",
        "不知道問了什麼，就沒法判斷答案。",
        "Answers cannot be judged without the questions.",
    ),
    w("把问卷放进附录。", "把問卷放進附錄。", "Put it into the appendix."),
);
