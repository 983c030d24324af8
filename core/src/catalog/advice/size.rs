//! Advice about length, title, abstract, keywords, sections.

use super::three::{Advice, a};
use crate::catalog::w;

pub(super) const TOO_LONG: Advice = a(
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
);

pub(super) const TOO_SHORT: Advice = a(
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
        "回到研究线索，看哪一节还有材料没有选用。",
        "回到研究線索，看哪一節還有材料沒有選用。",
        "Go back to the spiral and see which section has material left.",
    ),
);

pub(super) const NO_TITLE: Advice = a(
    w("还没有题目。", "還沒有題目。", "There is no title."),
    w("评委先看题目。", "評審先看題目。", "Readers begin with the title."),
    w(
        "写出做法和对象。",
        "寫出做法和對象。",
        "Name the practice and for whom.",
    ),
);

pub(super) const LONG_TITLE: Advice = a(
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
);

pub(super) const BROAD_TITLE: Advice = a(
    w(
        "题目里有“{word}”，这个词很大。",
        "題目裡有「{word}」，這個詞很大。",
        "The title says “{word}”, which is a large word.",
    ),
    w(
        "只在一个班做过，用这么大的词，容易题大文小。",
        "只在一個班做過，用這麼大的詞，容易題大文小。",
        "One class cannot carry so big a claim.",
    ),
    w(
        "换成这篇真正写的那件事。",
        "換成這篇真正寫的那件事。",
        "Put the one thing this text is really about.",
    ),
);

pub(super) const NO_SUMMARY: Advice = a(
    w(
        "还没有摘要，要求{range}字。",
        "還沒有摘要，要求{range}字。",
        "There is no abstract; it takes {range} characters.",
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
);

pub(super) const SHORT_SUMMARY: Advice = a(
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
        "补上少了的那一样，写上一个数据。",
        "補上少了的那一樣，寫上一個數據。",
        "Add the one that is missing, with a figure.",
    ),
);

pub(super) const LONG_SUMMARY: Advice = a(
    w(
        "摘要{n}字，超过了{most}字。",
        "摘要{n}字，超過了{most}字。",
        "The abstract has {n} characters; at most {most} are allowed.",
    ),
    w(
        "摘要太长，要点就被淹没了。",
        "摘要太長，要點就被淹沒了。",
        "Too long, and the point is lost.",
    ),
    w(
        "删去背景，留下问题、做法、成效。",
        "刪去背景，留下問題、做法、成效。",
        "Cut the background; keep problem, practice and effect.",
    ),
);

pub(super) const FEW_KEYWORDS: Advice = a(
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
);

pub(super) const MANY_KEYWORDS: Advice = a(
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
);

pub(super) const LONG_SECTION: Advice = a(
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
);

pub(super) const SMALL_SHARE: Advice = a(
    w(
        "“{heading}”只占全文{p}%，一般占{range}%。",
        "「{heading}」只占全文{p}%，一般占{range}%。",
        "“{heading}” is only {p}% of the text; usually it is {range}%.",
    ),
    w(
        "这一节单薄，读者会觉得没有展开。",
        "這一節單薄，讀者會覺得沒有展開。",
        "Readers will find it thin.",
    ),
    w(
        "看看研究线索里还有什么可以选用。",
        "看看研究線索裡還有什麼可以選用。",
        "See what else of the spiral belongs here.",
    ),
);

pub(super) const LARGE_SHARE: Advice = a(
    w(
        "“{heading}”占了全文{p}%，一般占{range}%。",
        "「{heading}」占了全文{p}%，一般占{range}%。",
        "“{heading}” is {p}% of the text; usually it is {range}%.",
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
);

pub(super) const EMPTY_SECTION: Advice = a(
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
);

pub(super) const STRAY_SECTION: Advice = a(
    w(
        "有{n}字所在的小节，模板里没有。",
        "有{n}字所在的小節，模板裡沒有。",
        "{n} characters stand in a section the template does not have.",
    ),
    w(
        "它会排在最后，读者不知道它属于哪里。",
        "它會排在最後，讀者不知道它屬於哪裡。",
        "It will be printed last, and nobody knows where it belongs.",
    ),
    w(
        "移到别的节，或者把这一节加进模板。",
        "移到別的節，或者把這一節加進模板。",
        "Move it to another section, or add the section to the template.",
    ),
);

pub(super) const HEAVY_FRONT: Advice = a(
    w(
        "第一节“{heading}”占了全文{p}%。",
        "第一節「{heading}」占了全文{p}%。",
        "The first section, “{heading}”, is {p}% of the text.",
    ),
    w(
        "开头超过四分之一，多半是理论和背景写多了。",
        "開頭超過四分之一，多半是理論和背景寫多了。",
        "More than a quarter in front is mostly too much theory or background.",
    ),
    w(
        "留下一两个事实和一个数据，其余删去。",
        "留下一兩個事實和一個數據，其餘刪去。",
        "Keep one or two facts and a figure; cut the rest.",
    ),
);
