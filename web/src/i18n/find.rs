//! Words of finding, of the keyboard list and of the trash.

use luoxuan::catalog::Words;

use super::w;

pub const TITLE: Words = w("搜索", "搜尋", "Find");
pub const BOX: Words = w(
    "搜索写过的任何一个字",
    "搜尋寫過的任何一個字",
    "Find anything you wrote",
);
pub const NONE: Words = w("没有找到“{name}”。", "沒有找到「{name}」。", "“{name}” was not found.");
pub const COUNT: Words = w("找到 {n} 条", "找到 {n} 條", "found in {n} records");
pub const MORE: Words = w("再显示 {n} 条", "再顯示 {n} 條", "Show {n} more");
pub const READING: Words = w(
    "还在取出以前的条目，结果可能不全……",
    "還在取出以前的條目，結果可能不全……",
    "Earlier entries are still being fetched; results may be incomplete…",
);
pub const GO: Words = w("去", "去", "Go to");
pub const SPIRAL: Words = w("线索", "線索", "Spiral");
pub const EVIDENCE: Words = w("证据", "證據", "Evidence");

pub const KEYS: Words = w("键盘", "鍵盤", "Keyboard");
pub const KEY_FIND: Words = w(
    "搜索，或者去别的页面",
    "搜尋，或者去別的頁面",
    "Find, or go to another page",
);
pub const KEY_DONE: Words = w("写好了", "寫好了", "Done");
pub const KEY_BOLD: Words = w("加粗", "粗體", "Bold");
pub const KEY_LIST: Words = w(
    "在列表里：接着下一条；空的一条：结束列表",
    "在清單裡：接著下一條；空的一條：結束清單",
    "In a list: the next item; on an empty item: end the list",
);
pub const KEY_ESC: Words = w("关上打开的窗口", "關上打開的視窗", "Close what is open");
pub const KEY_HELP: Words = w(
    "这张表（不在写字时）",
    "這張表（不在寫字時）",
    "This list (when not writing)",
);

pub const TRASH_NOTE: Words = w(
    "移到这里的都还在，可以放回去。只有“彻底删除”会真的抹掉，而且在所有地方抹掉。",
    "移到這裡的都還在，可以放回去。只有「徹底刪除」會真的抹掉，而且在所有地方抹掉。",
    "Everything moved here is still kept and can be put back. Only “Erase for good” destroys it, everywhere.",
);
pub const TRASH_EMPTY: Words = w("废纸篓是空的。", "廢紙簍是空的。", "The trash is empty.");
pub const PUT_BACK: Words = w("放回去", "放回去", "Put back");
pub const TEXT: Words = w("文稿", "文稿", "Text");
pub const SURVEY: Words = w("调查", "調查", "Survey");
pub const SOMETHING: Words = w("一条记录", "一條記錄", "A record");
pub const UNKNOWN: Words = w(
    "这一版还不认识这种记录。里面写的都在：",
    "這一版還不認識這種記錄。裡面寫的都在：",
    "This version does not know this kind of record. All that is written in it is kept:",
);
pub const STILL_IN: Words = w(
    "它的话还抄在这些文稿里。要一起去掉，请先到那里拿掉：",
    "它的話還抄在這些文稿裡。要一起去掉，請先到那裡拿掉：",
    "Its words are also copied in these texts. If they must go too, take them out there first:",
);
pub const ERASE: Words = w("彻底删除", "徹底刪除", "Erase for good");
pub const ERASE_ASK: Words = w(
    "彻底删除“{name}”？这台电脑上的每一个版本都会抹掉，恢复旧备份时也不会再回来。以前下载的备份文件里还有这些字，要保密，请把那些文件也删掉。这一步不能撤销。",
    "徹底刪除「{name}」？這臺電腦上的每一個版本都會抹掉，恢復舊備份時也不會再回來。以前下載的備份檔案裡還有這些字，要保密，請把那些檔案也刪掉。這一步不能撤銷。",
    "Erase “{name}” for good? Every version on this computer goes, and restoring an old backup will not bring it back. Backup files you downloaded earlier still hold these words: delete those too if they must not be read. This cannot be undone.",
);
pub const WITH: Words = w("连同里面的 {n} 条", "連同裡面的 {n} 條", "with the {n} records in it");
pub const TRASHED_ON: Words = w("{when} 移到这里", "{when} 移到這裡", "moved here {when}");
pub const IN_TRASH: Words = w(
    "这一条在废纸篓里。",
    "這一條在廢紙簍裡。",
    "This record is in the trash.",
);
