//! What needs a look in a survey, and what to be careful about.

use super::super::{Words, w};
use crate::survey::{CautionKind, Unread};

/// Why something in pasted rows needs a look. `{row}`, `{column}` and `{text}` say where and what.
pub const fn unread(why: Unread) -> Words {
    match why {
        Unread::Column => w(
            "第{column}列“{text}”没有对应的题目：留着，没有计数。",
            "第{column}欄「{text}」沒有對應的題目：留著，沒有計數。",
            "Column {column}, “{text}”, belongs to no item: kept, not counted.",
        ),
        Unread::Names => w(
            "第{column}列“{text}”没有收进来：问卷不留姓名。",
            "第{column}欄「{text}」沒有收進來：問卷不留姓名。",
            "Column {column}, “{text}”, was left out: a survey keeps no names.",
        ),
        Unread::Recorded => w(
            "第{column}列“{text}”是平台自己记的，不是回答，没有收。",
            "第{column}列「{text}」是平台自己記的，不是回答，沒有收。",
            "Column {column}, “{text}”, was written by the platform, not by people; left out.",
        ),
        Unread::Short => w(
            "第{row}行只有{column}格，后面的按没有回答算。",
            "第{row}列只有{column}格，後面的按沒有回答算。",
            "Row {row} has only {column} cells; the others count as not answered.",
        ),
        Unread::Long => w(
            "第{row}行从第{column}格起多出“{text}”：留着，没有计数。",
            "第{row}列從第{column}格起多出「{text}」：留著，沒有計數。",
            "Row {row} has more from cell {column} on, “{text}”: kept, not counted.",
        ),
        Unread::Answer => w(
            "第{row}行第{column}列“{text}”不在选项里：原样留着，没有计数。",
            "第{row}列第{column}欄「{text}」不在選項裡：原樣留著，沒有計數。",
            "Row {row}, column {column}: “{text}” is none of the options; kept as it is, not counted.",
        ),
        Unread::Quote => w(
            "有一个英文引号没有配对，它后面的内容都读进了一格。请看第{row}行以后。",
            "有一個英文引號沒有配對，它後面的內容都讀進了一格。請看第{row}列以後。",
            "A quotation mark never closes, and all after it went into one cell. Look at row {row} and on.",
        ),
    }
}

/// What to be careful about. `{name}` is the item or table, `{n}` and `{of}` the counts, `{word}` the word in question.
pub const fn care(care: CautionKind) -> Words {
    match care {
        CautionKind::FewPeople => w(
            "“{name}”只有{n}人：先说几人中有几人，再说百分比。",
            "「{name}」只有{n}人：先說幾人中有幾人，再說百分比。",
            "“{name}” has only {n} people: give the count first, then the percentage.",
        ),
        CautionKind::Impossible => w(
            "数对不上：后面的{n}份比前面的{of}份还多。有效不能多于回收，回收不能多于发放。",
            "數對不上：後面的{n}份比前面的{of}份還多。有效不能多於回收，回收不能多於發放。",
            "The numbers cannot be: {n} after {of}. Valid cannot exceed returned, nor returned issued.",
        ),
        CautionKind::NotTheBase => w(
            "“{name}”各项合计{n}人，分母是{of}人：有人没答，还是漏数了？",
            "「{name}」各項合計{n}人，分母是{of}人：有人沒答，還是漏數了？",
            "“{name}” adds up to {n}, its base is {of}: did some not answer, or was one missed in counting?",
        ),
        CautionKind::MoreTicks => w(
            "“{name}”各项合计{n}，多于{of}人：如果可以多选，请改成多选题。",
            "「{name}」各項合計{n}，多於{of}人：如果可以多選，請改成多選題。",
            "“{name}” adds up to {n}, more than its {of} people: if several answers were allowed, make it multiple choice.",
        ),
        CautionKind::ThinCells => w(
            "“{name}”有的格子不足5人，那里的百分比只供参考。",
            "「{name}」有的格子不足5人，那裡的百分比只供參考。",
            "“{name}” has cells with fewer than 5 people; their percentages say little.",
        ),
        CautionKind::Leading => w(
            "“{name}”里有“{word}”，像在引导人怎么答。",
            "「{name}」裡有「{word}」，像在引導人怎麼答。",
            "“{name}” says “{word}”, which leads the one who answers.",
        ),
        CautionKind::Double => w(
            "“{name}”里有“{word}”，像是一题问了两件事。",
            "「{name}」裡有「{word}」，像是一題問了兩件事。",
            "“{name}” says “{word}”: it may be two questions in one.",
        ),
        CautionKind::NoPopulation => w(
            "还没写总体有多少人。",
            "還沒寫總體有多少人。",
            "It does not say yet how many people there are in all.",
        ),
        CautionKind::NoIssued => w(
            "还没写发放多少份。",
            "還沒寫發放多少份。",
            "It does not say yet how many were issued.",
        ),
        CautionKind::NoReturned => w(
            "还没写回收多少份。",
            "還沒寫回收多少份。",
            "It does not say yet how many were returned.",
        ),
        CautionKind::NoValid => w(
            "还没写有效多少份。",
            "還沒寫有效多少份。",
            "It does not say yet how many are valid.",
        ),
        CautionKind::NotACause => w(
            "“{name}”：有关联，不等于谁是因、谁是果。",
            "「{name}」：有關聯，不等於誰是因、誰是果。",
            "“{name}”: what goes together need not be cause and effect.",
        ),
        CautionKind::SameTest => w(
            "“{name}”前后两次用的是同一份题吗？进步里可能有练过的成分。",
            "「{name}」前後兩次用的是同一份題嗎？進步裡可能有練過的成分。",
            "“{name}”: was it the same test twice? Some of the gain may be practice.",
        ),
        CautionKind::OneTime => w(
            "只查了一次：能说现状，不能说变化，也不能说“导致”“使得”。",
            "只查了一次：能說現狀，不能說變化，也不能說「導致」「使得」。",
            "One survey at one time shows how things stand, not how they changed, nor what caused them.",
        ),
        CautionKind::Uncoded => w(
            "“{name}”的{of}条回答里还有{n}条没有归类：归完再引用这些数，或者在文中说明。",
            "「{name}」的{of}條回答裡還有{n}條沒有歸類：歸完再引用這些數，或者在文中說明。",
            "“{name}”: {n} of {of} answers are in no category yet. Finish before you quote these figures, or say so in the text.",
        ),
        CautionKind::Unpaired => w(
            "前后两次没有对应到每个人：只能比全体，不能说是谁变了。要看每个人的变化，请用“前后测”。",
            "前後兩次沒有對應到每個人：只能比全體，不能說是誰變了。要看每個人的變化，請用「前後測」。",
            "The two do not say who is who: they compare all with all, not anybody with themselves. For that, use before and after.",
        ),
        CautionKind::NotEarlier => w(
            "要对比的那次调查并不早于这一次：请核对日期，或者打开较晚的那次调查来对比。",
            "要對比的那次調查並不早於這一次：請核對日期，或者打開較晚的那次調查來對比。",
            "The other survey is not earlier than this one: check the days, or compare from the later one.",
        ),
        CautionKind::OtherPeople => w(
            "两次的调查对象写得不同（“{word}”和“{name}”）：如果不是同一批人，差别也可能来自换了人。",
            "兩次的調查對象寫得不同（「{word}」和「{name}」）：如果不是同一批人，差別也可能來自換了人。",
            "The two asked different people (“{word}”, “{name}”): a difference may come from that.",
        ),
        CautionKind::UnlikeGroups => w(
            "两个班（组）原来就可能不一样：有起始数据请一并给出；有差别不等于教法起了作用。",
            "兩個班（組）原來就可能不一樣：有起始數據請一併給出；有差別不等於教法起了作用。",
            "The two groups may have differed from the start: give what is known of that. A difference is not the effect of teaching.",
        ),
        CautionKind::NoDay => w(
            "两次调查有一次没写日期：补上日期，读者才知道比的是什么时候。",
            "兩次調查有一次沒寫日期：補上日期，讀者才知道比的是什麼時候。",
            "One of the two has no day: readers must know what times are compared.",
        ),
        CautionKind::OtherNumber => w(
            "两边人数相差较多（{n}人和{of}人）：走了谁、来了谁，会影响百分比。",
            "兩邊人數相差較多（{n}人和{of}人）：走了誰、來了誰，會影響百分比。",
            "The two differ in size ({n} and {of} people): who left and who came changes the percentages.",
        ),
        CautionKind::SmallSide => w(
            "有一边只有{n}人：先说几人中有几人，再说百分比。",
            "有一邊只有{n}人：先說幾人中有幾人，再說百分比。",
            "One side has only {n} people: give the counts first, then the percentages.",
        ),
        CautionKind::Reworded => w(
            "两边的问法不一样（“{word}”和“{name}”）：问法不同，回答也会不同。",
            "兩邊的問法不一樣（「{word}」和「{name}」）：問法不同，回答也會不同。",
            "The two word it differently (“{word}”, “{name}”): other words, other answers.",
        ),
        CautionKind::Unreadable => w(
            "“{name}”有{n}个回答没能读懂，没有计数。",
            "「{name}」有{n}個回答沒能讀懂，沒有計數。",
            "“{name}” has {n} answers that could not be read and are not counted.",
        ),
    }
}
