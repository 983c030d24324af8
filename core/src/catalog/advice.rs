//! What the checks before handing in say: what is wrong, why it matters, what to do.

use super::{Words, w};
use crate::draft::Fault;

/// Advice about a fault, in three sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// What was seen.
    pub what: Words,
    /// Why it matters.
    pub why: Words,
    /// What to do.
    pub todo: Words,
}

const fn a(what: Words, why: Words, todo: Words) -> Advice {
    Advice { what, why, todo }
}

/// The advice about a fault. Slots in braces are filled by the finding.
///
/// ```
/// use luoxuan::catalog::{Language, advice};
/// use luoxuan::draft::Fault;
/// let advice = advice(Fault::OnlySuccesses);
/// assert_eq!(advice.todo.in_(Language::ZhHans), "放进一条相反的例子：哪几个学生没有变，哪一步没有用。");
/// ```
pub const fn advice(fault: Fault) -> Advice {
    match fault {
        Fault::TooLong => a(
            w(
                "全文{n}字，超过了{most}字。",
                "全文{n}字，超過了{most}字。",
                "{n} characters in all; at most {most} are allowed.",
            ),
            w(
                "超出的部分评委往往不看，有的评比直接不评。",
                "超出的部分評審往往不看，有的評比直接不評。",
                "What goes over the limit is often not read, or the text is not judged.",
            ),
            w(
                "先删重复的例子和第一节的理论。",
                "先刪重複的例子和第一節的理論。",
                "First cut examples that repeat, and theory in the first section.",
            ),
        ),
        Fault::TooShort => a(
            w(
                "全文{n}字，不到{least}字。",
                "全文{n}字，不到{least}字。",
                "{n} characters in all; at least {least} are asked for.",
            ),
            w(
                "篇幅太短，多半缺过程、缺证据。",
                "篇幅太短，多半缺過程、缺證據。",
                "Short texts usually lack process and evidence.",
            ),
            w(
                "回到研究线索，看哪一节还有材料没有取用。",
                "回到研究線索，看哪一節還有材料沒有取用。",
                "Go back to the spiral and see which section has material left.",
            ),
        ),
        Fault::NoTitle => a(
            w("还没有题目。", "還沒有題目。", "There is no title."),
            w("读的人先看题目。", "讀的人先看題目。", "Readers begin with the title."),
            w(
                "写出做法和对象。",
                "寫出做法和對象。",
                "Name the practice and for whom.",
            ),
        ),
        Fault::LongTitle => a(
            w(
                "主标题{n}字，超过了{most}字。",
                "主標題{n}字，超過了{most}字。",
                "The title has {n} characters; at most {most} are allowed.",
            ),
            w(
                "题目长了，看不出说的是哪一件事。",
                "題目長了，看不出說的是哪一件事。",
                "A long title hides what it is about.",
            ),
            w(
                "把课例、对象放进“——”后面的副标题。",
                "把課例、對象放進「——」後面的副標題。",
                "Put lesson and class into a subtitle after “——”.",
            ),
        ),
        Fault::BroadTitle => a(
            w(
                "题目里有“{word}”，这个词很大。",
                "題目裡有「{word}」，這個詞很大。",
                "The title says “{word}”, which is a large word.",
            ),
            w(
                "一个班的事撑不起大词，读的人会觉得题大文小。",
                "一個班的事撐不起大詞，讀的人會覺得題大文小。",
                "One class cannot bear it; readers find a big title over small content.",
            ),
            w(
                "换成这篇真正做的那一件事。",
                "換成這篇真正做的那一件事。",
                "Put the one thing this text is really about.",
            ),
        ),
        Fault::NoSummary => a(
            w(
                "还没有摘要，要{least}–{most}字。",
                "還沒有摘要，要{least}–{most}字。",
                "There is no abstract; it takes {least}–{most} characters.",
            ),
            w(
                "评委先读摘要，再决定怎样读全文。",
                "評審先讀摘要，再決定怎樣讀全文。",
                "Judges read the abstract first, and the text in its light.",
            ),
            w(
                "写清问题、做法、成效，各一两句。",
                "寫清問題、做法、成效，各一兩句。",
                "Problem, practice and effect, a sentence or two each.",
            ),
        ),
        Fault::ShortSummary => a(
            w(
                "摘要{n}字，不到{least}字。",
                "摘要{n}字，不到{least}字。",
                "The abstract has {n} characters; at least {least} are asked for.",
            ),
            w(
                "问题、做法、成效里多半少了一样。",
                "問題、做法、成效裡多半少了一樣。",
                "Problem, practice or effect is probably missing.",
            ),
            w(
                "补上少了的那一样，带一个数。",
                "補上少了的那一樣，帶一個數。",
                "Add the one that is missing, with a figure.",
            ),
        ),
        Fault::LongSummary => a(
            w(
                "摘要{n}字，超过了{most}字。",
                "摘要{n}字，超過了{most}字。",
                "The abstract has {n} characters; at most {most} are allowed.",
            ),
            w(
                "摘要长了就不是摘要。",
                "摘要長了就不是摘要。",
                "A long abstract is none.",
            ),
            w(
                "删去背景，留下问题、做法、成效。",
                "刪去背景，留下問題、做法、成效。",
                "Cut the background; keep problem, practice and effect.",
            ),
        ),
        Fault::FewKeywords => a(
            w(
                "关键词{n}个，要{least}个以上。",
                "關鍵詞{n}個，要{least}個以上。",
                "{n} keywords; at least {least} are asked for.",
            ),
            w(
                "别人靠关键词找到这篇。",
                "別人靠關鍵詞找到這篇。",
                "Others find the text by them.",
            ),
            w(
                "写对象、做法、内容各一个词。",
                "寫對象、做法、內容各一個詞。",
                "One word each for whom, how and what.",
            ),
        ),
        Fault::ManyKeywords => a(
            w(
                "关键词{n}个，超过了{most}个。",
                "關鍵詞{n}個，超過了{most}個。",
                "{n} keywords; at most {most} are allowed.",
            ),
            w(
                "词多了，重点就散了。",
                "詞多了，重點就散了。",
                "Too many hide the point.",
            ),
            w(
                "留下题目里也有的几个。",
                "留下題目裡也有的幾個。",
                "Keep those the title has too.",
            ),
        ),
        Fault::LongSection => a(
            w(
                "“{heading}”{n}字，超过了{most}字。",
                "「{heading}」{n}字，超過了{most}字。",
                "“{heading}” has {n} characters; at most {most} are allowed.",
            ),
            w(
                "这一节有字数的要求，超过了会挤掉后面的内容。",
                "這一節有字數的要求，超過了會擠掉後面的內容。",
                "This section has a limit, and its length is taken from the others.",
            ),
            w(
                "只留下读懂后面所必需的。",
                "只留下讀懂後面所必需的。",
                "Keep only what the rest cannot be understood without.",
            ),
        ),
        Fault::SmallShare => a(
            w(
                "“{heading}”只占全文{p}%，一般占{least}–{most}%。",
                "「{heading}」只占全文{p}%，一般占{least}–{most}%。",
                "“{heading}” is only {p}% of the text; as a rule it is {least}–{most}%.",
            ),
            w(
                "这一节薄了，读的人会觉得没有展开。",
                "這一節薄了，讀的人會覺得沒有展開。",
                "Readers will find it thin.",
            ),
            w(
                "看看研究线索里还有什么可以放进来。",
                "看看研究線索裡還有什麼可以放進來。",
                "See what else of the spiral belongs here.",
            ),
        ),
        Fault::LargeShare => a(
            w(
                "“{heading}”占了全文{p}%，一般占{least}–{most}%。",
                "「{heading}」占了全文{p}%，一般占{least}–{most}%。",
                "“{heading}” is {p}% of the text; as a rule it is {least}–{most}%.",
            ),
            w(
                "这一节重了，别的节就被挤薄。",
                "這一節重了，別的節就被擠薄。",
                "What it takes is taken from the others.",
            ),
            w(
                "把例子减到一个，或者把一部分移到别的节。",
                "把例子減到一個，或者把一部分移到別的節。",
                "Keep one example, or move a part to another section.",
            ),
        ),
        Fault::EmptySection => a(
            w(
                "“{heading}”还是空的。",
                "「{heading}」還是空的。",
                "“{heading}” is empty.",
            ),
            w(
                "这种文体的读者会找这一节。",
                "這種文體的讀者會找這一節。",
                "Readers of this kind of text look for it.",
            ),
            w(
                "写一两句，或者在模板里删去这一节。",
                "寫一兩句，或者在模板裡刪去這一節。",
                "Write a sentence or two, or take the section out of the template.",
            ),
        ),
        Fault::StraySection => a(
            w(
                "有{n}字写在模板没有的一节里。",
                "有{n}字寫在模板沒有的一節裡。",
                "{n} characters stand in a section the template does not have.",
            ),
            w(
                "它会排在最后，读的人不知道它属于哪里。",
                "它會排在最後，讀的人不知道它屬於哪裡。",
                "It will be printed last, and nobody knows where it belongs.",
            ),
            w(
                "移到别的节，或者把这一节加进模板。",
                "移到別的節，或者把這一節加進模板。",
                "Move it to another section, or add the section to the template.",
            ),
        ),
        Fault::HeavyFront => a(
            w(
                "第一节“{heading}”占了全文{p}%。",
                "第一節「{heading}」占了全文{p}%。",
                "The first section, “{heading}”, is {p}% of the text.",
            ),
            w(
                "开头超过四分之一，多半是抄来的理论或背景。",
                "開頭超過四分之一，多半是抄來的理論或背景。",
                "More than a quarter in front is mostly theory or background taken from elsewhere.",
            ),
            w(
                "留下一两个事实和一个数，其余删去。",
                "留下一兩個事實和一個數，其餘刪去。",
                "Keep one or two facts and a figure; cut the rest.",
            ),
        ),
        Fault::WantsEvidence => a(
            w(
                "这一段标了“需要证据”。",
                "這一段標了「需要證據」。",
                "This passage is marked as needing evidence.",
            ),
            w(
                "说法没有依据，评委很难相信。",
                "說法沒有依據，評審很難相信。",
                "Claims without evidence are not believed.",
            ),
            w(
                "从研究线索取一条证据，或者改成自己的看法，再去掉标记。",
                "從研究線索取一條證據，或者改成自己的看法，再去掉標記。",
                "Pull evidence from the spiral, or say that it is your view; then take the mark away.",
            ),
        ),
        Fault::WorkReport => a(
            w(
                "这里有{joints}处“首先”“然后”一类的话和{days}个日期，没有一条起了名字的做法。",
                "這裡有{joints}處「首先」「然後」一類的話和{days}個日期，沒有一條起了名字的做法。",
                "{joints} words like “first” and “then”, {days} days, and no move that has a name.",
            ),
            w(
                "按日子写像流水账，别人学不走。",
                "按日子寫像流水賬，別人學不走。",
                "Day by day it is a work report, and nobody can take it over.",
            ),
            w(
                "提炼成2–4条做法，每条一个小标题。",
                "提煉成2–4條做法，每條一個小標題。",
                "Make it 2–4 moves, each with a heading of its own.",
            ),
        ),
        Fault::EffectWithoutFigure => a(
            w(
                "成效里没有一个数，也没有连着证据。",
                "成效裡沒有一個數，也沒有連著證據。",
                "The effects have no figure and rest on no evidence.",
            ),
            w(
                "说有效要让人看得见。",
                "說有效要讓人看得見。",
                "An effect must be seen.",
            ),
            w(
                "放进前后的数，或者一个孩子的作品。",
                "放進前後的數，或者一個孩子的作品。",
                "Give figures before and after, or a pupil’s work.",
            ),
        ),
        Fault::NoConditions => a(
            w(
                "体会里没有说因为什么、在什么条件下有用。",
                "體會裡沒有說因為什麼、在什麼條件下有用。",
                "The lessons name neither a reason nor a condition.",
            ),
            w(
                "没有道理和条件，就只是做过的事。",
                "沒有道理和條件，就只是做過的事。",
                "Without them it is only what was done.",
            ),
            w(
                "补一句“因为……”，一句“前提是……”。",
                "補一句「因為……」，一句「前提是……」。",
                "Add a “because…” and an “on condition that…”.",
            ),
        ),
        Fault::PrivateSource => a(
            w(
                "这一段取自标着“仅自己”的记录。",
                "這一段取自標著「僅自己」的記錄。",
                "This passage is from a record marked “Only me”.",
            ),
            w(
                "当时写给自己看的话，未必合适交出去。",
                "當時寫給自己看的話，未必合適交出去。",
                "What was written for your own eyes may not be fit to hand in.",
            ),
            w(
                "看一遍再决定：改写、拿掉，或者把那条记录改成可以公开。",
                "看一遍再決定：改寫、拿掉，或者把那條記錄改成可以公開。",
                "Read it again: reword it, take it out, or open the record to others.",
            ),
        ),
        Fault::PupilSource => a(
            w(
                "这一段取自标着“含可识别学生”的记录。",
                "這一段取自標著「含可識別學生」的記錄。",
                "This passage is from a record in which a pupil can be recognised.",
            ),
            w(
                "学生的信息要先处理，才能离开这台电脑。",
                "學生的資訊要先處理，才能離開這臺電腦。",
                "What tells of a pupil must be dealt with before it leaves this computer.",
            ),
            w(
                "换成代号，去掉认得出是谁的细节。",
                "換成代號，去掉認得出是誰的細節。",
                "Use a code, and leave out details by which the pupil is known.",
            ),
        ),
        Fault::OnlySuccesses => a(
            w(
                "成效和体会里看不到没有做成的事。",
                "成效和體會裡看不到沒有做成的事。",
                "Effects and lessons show nothing that did not work.",
            ),
            w(
                "只写成功，读的人反而不信。",
                "只寫成功，讀的人反而不信。",
                "Only successes are hard to believe.",
            ),
            w(
                "放进一条相反的例子：哪几个学生没有变，哪一步没有用。",
                "放進一條相反的例子：哪幾個學生沒有變，哪一步沒有用。",
                "Put in one case that goes against it: which pupils did not change, which step did not help.",
            ),
        ),
        Fault::IssuedMissing => a(
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
        ),
        Fault::ReturnedMissing => a(
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
        ),
        Fault::ValidMissing => a(
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
        ),
        Fault::SharesDoNotAddUp => a(
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
        ),
        Fault::CausalWords => a(
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
        ),
        Fault::UnreadTable => a(
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
        ),
        Fault::NoQuestionnaire => a(
            w("没有附问卷。", "沒有附問卷。", "The questionnaire is not attached."),
            w(
                "不知道问了什么，就没法判断答案。",
                "不知道問了什麼，就沒法判斷答案。",
                "Answers cannot be judged without the questions.",
            ),
            w("把问卷放进附录。", "把問卷放進附錄。", "Put it into the appendix."),
        ),
        Fault::MostlyDialogue => a(
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
        ),
        Fault::NoBefore => a(
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
        ),
        Fault::TheoryLabel => a(
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
        ),
        Fault::OtherTurn => a(
            w(
                "这一段出自第{n}轮，不在这篇文稿讲的几轮里。",
                "這一段出自第{n}輪，不在這篇文稿講的幾輪裡。",
                "This passage is from turn {n}, which the text does not tell of.",
            ),
            w(
                "一篇文章讲一件事：一轮的诊断配另一轮的成效，评委看不出是怎样变好的。",
                "一篇文章講一件事：一輪的診斷配另一輪的成效，評審看不出是怎樣變好的。",
                "A text has one story: one turn’s diagnosis beside another’s effect shows nobody how it came about.",
            ),
            w(
                "删去这一段，或者改一改这篇讲哪几轮。",
                "刪去這一段，或者改一改這篇講哪幾輪。",
                "Take it out, or change which turns the text tells of.",
            ),
        ),
        Fault::RelativeDay => a(
            w(
                "“{word}”是哪一天，读者不知道。",
                "「{word}」是哪一天，讀者不知道。",
                "A reader cannot know when “{word}” was.",
            ),
            w(
                "文章是几个月以后读的，前后两次离了多久，也要靠日期看。",
                "文章是幾個月以後讀的，前後兩次離了多久，也要靠日期看。",
                "It is read months later, and only days tell how far apart two events were.",
            ),
            w(
                "改成日期，或者写第几周。",
                "改成日期，或者寫第幾週。",
                "Write the day, or the week of the term.",
            ),
        ),
        Fault::TwoThemes => a(
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
        ),
        Fault::PercentWithoutBase => a(
            w(
                "{p}旁边没有写多少人里的多少人。",
                "{p}旁邊沒有寫多少人裡的多少人。",
                "{p} stands without the number it is a share of.",
            ),
            w(
                "没有分母，读的人不知道是3个人还是300个人。",
                "沒有分母，讀的人不知道是3個人還是300個人。",
                "Without a base nobody knows whether it is 3 people or 300.",
            ),
            w(
                "在旁边写上人数或“n=……”。",
                "在旁邊寫上人數或「n=……」。",
                "Give the count beside it, or “n = …”.",
            ),
        ),
        Fault::PointsNotPercent => a(
            w(
                "两个百分比相差{d}，写成了{d}%。",
                "兩個百分比相差{d}，寫成了{d}%。",
                "Two percentages differ by {d}, and it says {d}%.",
            ),
            w(
                "百分比的差叫百分点；写成%，意思就变了。",
                "百分比的差叫百分點；寫成%，意思就變了。",
                "Such a difference is in percentage points; with % it means something else.",
            ),
            w(
                "改成“{d}个百分点”。",
                "改成「{d}個百分點」。",
                "Write “{d} percentage points”.",
            ),
        ),
        Fault::NoSuchReference => a(
            w(
                "这里引了[{number}]，参考文献只有{n}条。",
                "這裡引了[{number}]，參考文獻只有{n}條。",
                "It cites [{number}], and the list has {n}.",
            ),
            w(
                "读的人找不到出处。",
                "讀的人找不到出處。",
                "Readers cannot find the source.",
            ),
            w(
                "补上这一条，或者改正编号。",
                "補上這一條，或者改正編號。",
                "Add it, or correct the number.",
            ),
        ),
        Fault::UncitedReference => a(
            w(
                "参考文献[{number}]正文里没有引到。",
                "參考文獻[{number}]正文裡沒有引到。",
                "Reference [{number}] is never cited.",
            ),
            w(
                "只列真正用过的，列而不引会被当成凑数。",
                "只列真正用過的，列而不引會被當成湊數。",
                "The list is for what was used; the rest looks like padding.",
            ),
            w(
                "在用到的地方标上[{number}]，或者删去这一条。",
                "在用到的地方標上[{number}]，或者刪去這一條。",
                "Put [{number}] where it was used, or take it off the list.",
            ),
        ),
    }
}
