//! Advice about surveys.

use super::three::{Advice, a};
use crate::catalog::w;

pub(super) const ISSUED_MISSING: Advice = a(
    w(
        "没有写发放了多少份。",
        "沒有寫發放了多少份。",
        "How many questionnaires were handed out is not said.",
    ),
    w(
        "样本说不清，后面的数据就站不住。",
        "樣本說不清，後面的數據就站不住。",
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
        "这张表或图没有一句话来说明。",
        "這張表或圖沒有一句話來說明。",
        "No sentence speaks of this table or chart.",
    ),
    w(
        "表里只有数据，读者要知道你从中看到了什么。",
        "表裡只有數據，讀者要知道你從中看到了什麼。",
        "A table gives figures; readers want to know what you see in them.",
    ),
    w(
        "在它前面或后面写一两句：最高的、最低的、没想到的；写在前面就带上“（见表1）”。",
        "在它前面或後面寫一兩句：最高的、最低的、沒想到的；寫在前面就帶上「（見表1）」。",
        "Write a sentence or two beside it: the highest, the lowest, the unexpected; before it, with “(Table 1)”.",
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

pub(super) const NOT_REPRESENTATIVE: Advice = a(
    w(
        "还没有写这些人是怎样选的，占总体多少。",
        "還沒有寫這些人是怎樣選的，占總體多少。",
        "How these people were chosen, and out of how many, is not said yet.",
    ),
    w(
        "不知道代表谁，结论就不知道能说到哪里。",
        "不知道代表誰，結論就不知道能說到哪裡。",
        "Without knowing whom they stand for, nobody knows how far the conclusions reach.",
    ),
    w(
        "在“调查对象与方法”里写清总体人数和选法，比如“全年级三个班全部”。",
        "在「調查對象與方法」裡寫清總體人數和選法，比如「全年級三個班全部」。",
        "Give the number in all and the way of choosing, such as “all three classes of the grade”.",
    ),
);

pub(super) const NO_DIMENSIONS: Advice = a(
    w(
        "还没有写清问的概念指什么、从哪几个方面问。",
        "還沒有寫清問的概念指什麼、從哪幾個方面問。",
        "What is meant by the words, and from which sides it was asked, is not said yet.",
    ),
    w(
        "同一个词各人理解不同，题目从哪里来就说不清。",
        "同一個詞各人理解不同，題目從哪裡來就說不清。",
        "People read one word in different ways, and nobody sees where the items come from.",
    ),
    w(
        "写一句“本调查所说的……是指……”，再列出几个方面，各有几道题。",
        "寫一句「本調查所說的……是指……」，再列出幾個方面，各有幾道題。",
        "Say “by … we mean …”, then list the sides and how many items each has.",
    ),
);

pub(super) const NO_GROUPS: Advice = a(
    w(
        "结果里没有把一部分人和另一部分人比一比。",
        "結果裡沒有把一部分人和另一部分人比一比。",
        "The results set no group beside another.",
    ),
    w(
        "只有总的百分比，看不出问题主要在谁身上。",
        "只有總的百分比，看不出問題主要在誰身上。",
        "Totals alone do not show where the problem lies.",
    ),
    w(
        "按年级、性别或基础分开看一道关键的题；人太少就写几人中几人。",
        "按年級、性別或起點分開看一道關鍵的題；人太少就寫幾人中幾人。",
        "Look at one key item by grade, sex or level; with few people, give counts.",
    ),
);

pub(super) const NO_VOICES: Advice = a(
    w(
        "结果和讨论里没有一句被调查者的原话。",
        "結果和討論裡沒有一句受訪者的原話。",
        "Neither results nor discussion have a word of those who were asked.",
    ),
    w(
        "数据说有多少，原话说为什么；两样互相印证才可信。",
        "數據說有多少，原話說為什麼；兩樣互相印證才可信。",
        "Figures tell how many, words tell why; each confirms the other.",
    ),
    w(
        "从访谈或开放题里引一两句，放在相关的数据后面。",
        "從訪談或開放題裡引一兩句，放在相關的數據後面。",
        "Quote a sentence or two from interviews or open items behind the figures they explain.",
    ),
);

pub(super) const LOOSE_PROPOSAL: Advice = a(
    w(
        "建议“{words}”看不出对应哪一个发现。",
        "建議「{words}」看不出對應哪一個發現。",
        "The proposal “{words}” does not show which finding it takes up.",
    ),
    w(
        "和调查结果连不上的建议，不调查也能写。",
        "和調查結果連不上的建議，不調查也能寫。",
        "A proposal that follows from no finding could have been made without a survey.",
    ),
    w(
        "在前面补半句“针对……的发现”，对不上就删去。",
        "在前面補半句「針對……的發現」，對不上就刪去。",
        "Begin it with the finding it answers; if there is none, cut it.",
    ),
);
