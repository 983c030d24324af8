//! Words about what another program shared with the page.

use luoxuan::catalog::Words;

use super::w;

pub const SHARED: Words = w("分享过来的", "分享過來的", "Shared with your journal");
pub const KEEP: Words = w("记成一条", "記成一條", "Keep as an entry");
pub const KEEP_IN: Words = w("放到", "放到", "Put it in");
pub const NEW_ENTRY: Words = w("新的一条", "新的一條", "A new entry");
pub const AS_EVIDENCE: Words = w("作为这一条的证据", "作為這一條的證據", "Keep as its evidence");
pub const PICTURES: Words = w("分享来的图片", "分享來的圖片", "Pictures shared here");
pub const LOOK: Words = w("看看文件里有什么", "看看檔案裡有什麼", "See what the files hold");
pub const ROWS: Words = w("把表格收进来", "把表格收進來", "Take in the spreadsheet");
pub const ROWS_OF_WHAT: Words = w(
    "“{name}”里是哪一种？点开那一种，先看每一列放到哪里，再收。是问卷的答卷，就打开那次调查。",
    "「{name}」裡是哪一種？點開那一種，先看每一列放到哪裡，再收。是問卷的答卷，就打開那次調查。",
    "What does “{name}” hold? Open its kind below to see where each column goes before anything is taken. Answers to a questionnaire belong to their survey: open that.",
);
pub const ROWS_AWAY: Words = w("不收这张表", "不收這張表", "Leave this spreadsheet");
pub const STRANGE: Words = w(
    "“{name}”收不了：手记能收图片、表格（.xlsx、.xls、.csv）、备份（.zip、.jsonl）和 .md、.txt 文件。",
    "「{name}」收不了：手記能收圖片、試算表（.xlsx、.xls、.csv）、備份（.zip、.jsonl）和 .md、.txt 檔案。",
    "“{name}” cannot be taken: the journal takes pictures, spreadsheets (.xlsx, .xls, .csv), backups (.zip, .jsonl) and .md and .txt files.",
);
pub const REFUSED: Words = w(
    "分享来的文件太大，或者浏览器没有地方放，没有收下。可以在“设置”里直接选文件。",
    "分享來的檔案太大，或者瀏覽器沒有地方放，沒有收下。可以在「設定」裡直接選檔案。",
    "The files shared here were too large, or the browser had no room for them. Choose them in Settings instead.",
);
pub const LEAVE: Words = w("不要", "不要", "Leave it");
