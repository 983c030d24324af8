//! What is said of a sheet of answers that is taken in.

use super::{Words, w};
use crate::survey::sheet::{Note, SheetError, Why};

/// What stands between things that are listed.
pub(crate) const BETWEEN: Words = w("、", "、", ", ");

/// Why a sheet is not taken. `{most}` is the limit, `{row}` where it is.
pub(crate) const fn sheet_error(error: SheetError) -> Words {
    match error {
        SheetError::Empty => w(
            "这张表是空的，没有可收的内容。",
            "這張表是空的，沒有可收的內容。",
            "There is nothing in this sheet.",
        ),
        SheetError::Large => w(
            "这个文件超过{most} MB，没有收：请只留下答卷那一张表。",
            "這個檔案超過{most} MB，沒有收：請只留下答卷那一張表。",
            "This file is larger than {most} MB and was not taken: leave only the sheet of answers in it.",
        ),
        SheetError::Rows => w(
            "这张表超过{most}行，没有收：请分成几张。",
            "這張表超過{most}行，沒有收：請分成幾張。",
            "This sheet has more than {most} rows and was not taken: please divide it.",
        ),
        SheetError::Columns => w(
            "这张表超过{most}列，没有收：请删去不用的列。",
            "這張表超過{most}列，沒有收：請刪去不用的列。",
            "This sheet has more than {most} columns and was not taken: please remove those you do not need.",
        ),
        SheetError::Cell(_) => w(
            "第{row}行有一格超过{most}个字，没有收：请看看那里是不是缺了一个引号。",
            "第{row}行有一格超過{most}個字，沒有收：請看看那裡是不是缺了一個引號。",
            "A cell in row {row} has more than {most} characters, and nothing was taken: is a quotation mark missing there?",
        ),
        SheetError::Locked => w(
            "这张表有密码，打不开：请先在表格软件里去掉密码，再放进来。",
            "這張表有密碼，打不開：請先在試算表軟體裡去掉密碼，再放進來。",
            "This sheet is locked with a password: please take the password off in your spreadsheet program first.",
        ),
        SheetError::Foreign => w(
            "这不是能读的表格：请用 .xlsx、.xls 或 .csv。",
            "這不是能讀的表格：請用 .xlsx、.xls 或 .csv。",
            "This is no sheet that can be read: please use .xlsx, .xls or .csv.",
        ),
        SheetError::Broken => w(
            "这张表坏了，读不出来：请从问卷平台重新下载一次。",
            "這張表壞了，讀不出來：請從問卷平台重新下載一次。",
            "This sheet is damaged and cannot be read: please download it again.",
        ),
    }
}

/// What of a sheet is not taken, and why. `{n}` says how many, `{what}` which.
pub(crate) const fn left_out(why: Why) -> Words {
    match why {
        Why::Recorded => w(
            "平台自己记的{n}列不是回答，没有收：{what}。",
            "平台自己記的{n}欄不是回答，沒有收：{what}。",
            "Not taken, because the platform wrote them ({n}): {what}.",
        ),
        Why::Telling => w(
            "能认出是谁的{n}列没有收，问卷不留姓名：{what}。",
            "能認出是誰的{n}欄沒有收，問卷不留姓名：{what}。",
            "Not taken, because they tell who somebody is ({n}): {what}.",
        ),
        Why::Above => w(
            "题目上面的{n}行没有当作回答：{what}。",
            "題目上面的{n}列沒有當作回答：{what}。",
            "Rows above the questions that are no answers ({n}): {what}.",
        ),
        Why::Below => w(
            "最下面的{n}行没有当作回答：{what}。",
            "最下面的{n}列沒有當作回答：{what}。",
            "Rows at the end that are no answers ({n}): {what}.",
        ),
        Why::Bare => w(
            "有{n}列是空的，没有收。",
            "有{n}欄是空的，沒有收。",
            "Empty columns that were not taken: {n}.",
        ),
    }
}

/// What to know of a question before it is taken. `{n}` is a number that belongs to it.
pub(crate) const fn note(note: Note) -> Words {
    match note {
        Note::Numbers => w(
            "表里只有选项的编号：请按 1、2、3 的顺序写上选项的文字。",
            "表裡只有選項的編號：請按 1、2、3 的順序寫上選項的文字。",
            "The sheet has only the options’ numbers: please write their words, in the order of 1, 2, 3.",
        ),
        Note::Same(_) => w(
            "有几列的题目一样，这是从左数第{n}列。",
            "有幾欄的題目一樣，這是從左數第{n}欄。",
            "Several columns have this heading; this is number {n} from the left.",
        ),
        Note::Places => w(
            "每个选项记成一个名次：平均名次越小，排得越靠前。",
            "每個選項記成一個名次：平均名次越小，排得越靠前。",
            "Each option becomes a number, its place: the lower the mean, the further in front.",
        ),
        Note::Matrix(_) => w(
            "一行收成一道题，共{n}道。",
            "一列收成一道題，共{n}道。",
            "Each row becomes an item, {n} in all.",
        ),
        Note::Own(_) => w(
            "有{n}人在选项后面另写了几句，都留着。",
            "有{n}人在選項後面另寫了幾句，都留著。",
            "Words that people added behind an option are kept: {n}.",
        ),
    }
}
