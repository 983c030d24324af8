//! Words of changing a form.

use luoxuan::catalog::Words;

use super::w;

pub const CHANGE_FORM: Words = w(
    "改这个文体的小节和评审要点",
    "改這個文體的小節和評審要點",
    "Change the sections and weights of this form",
);
pub const WHY: Words = w(
    "改的是你自己的一份，以后新写的文稿也能用它；原来的文体不变。",
    "改的是你自己的一份，以後新寫的文稿也能用它；原來的文體不變。",
    "You change a copy of your own, which later texts can use too; the form itself stays as it is.",
);
pub const COPY: Words = w("照它做一份我自己的", "照它做一份我自己的", "Make my own copy");
pub const MINE: Words = w("（我的）", "（我的）", " (mine)");
pub const NAME: Words = w("叫什么", "叫什麼", "Called");
pub const HEADING: Words = w("小节标题", "小節標題", "Heading");
pub const PROMPT: Words = w("写什么", "寫什麼", "What to write");
pub const MOST: Words = w("最多字数", "最多字數", "Most characters");
pub const SHARE: Words = w(
    "占全文的百分比（如 10–15）",
    "占全文的百分比（如 10–15）",
    "Percent of the text (such as 10–15)",
);
pub const LENGTH: Words = w(
    "全文字数（如 1500–6000）",
    "全文字數（如 1500–6000）",
    "Length (such as 1500–6000)",
);
pub const SUMMARY: Words = w("摘要字数", "摘要字數", "Length of the abstract");
pub const KEYWORDS: Words = w("关键词个数", "關鍵詞個數", "Number of keywords");
pub const ADD_SECTION: Words = w("添一节", "添一節", "Add a section");
pub const NEW_SECTION: Words = w("新的一节", "新的一節", "New section");
pub const LEAVE: Words = w("回到原来的文体", "回到原來的文體", "Go back to the form as it was");
pub const JUDGING: Words = w(
    "评审要点和分值（一行一条，如：做法具体可操作 30）",
    "評審要點和配分（一行一條，如：做法具體可操作 30）",
    "What it is judged by (a line each, its points last)",
);
pub const POINTS_IN_ALL: Words = w("合计 {n} 分", "合計 {n} 分", "{n} points in all");
pub const FAULTS: Words = w(
    "常见问题（一行一条；自己加的条目里，引号中的词会在检查时找出来）",
    "常見問題（一行一條；自己加的條目裡，引號中的詞會在檢查時找出來）",
    "Common faults (a line each; words you put in quotation marks are looked for in the text)",
);
