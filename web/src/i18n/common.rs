//! Words of the frame: names of places, status, undo.

use luoxuan::catalog::Words;

use super::w;

pub const APP: Words = w("螺旋手记", "螺旋手記", "Luoxuan");
pub const TODAY: Words = w("今天", "今天", "Today");
pub const SPIRALS: Words = w("研究线索", "研究線索", "Spirals");
pub const TEXTS: Words = w("文稿", "文稿", "Texts");
pub const TABLE: Words = w("表格", "表格", "Table");
pub const RECORDS: Words = w("档案", "檔案", "Records");
pub const SETTINGS: Words = w("设置", "設定", "Settings");
pub const TRASH: Words = w("废纸篓", "廢紙簍", "Trash");
pub const PLACES: Words = w("主要页面", "主要頁面", "Places");
pub const RUNNING: Words = w("进行中", "進行中", "Running");
pub const FIND: Words = w("搜索任何一个字", "搜尋任何一個字", "Find any word");
pub const SKIP: Words = w("跳到正文", "跳到正文", "Skip to content");
pub const UNDO: Words = w("撤销", "撤銷", "Undo");
pub const DONE: Words = w("写好了", "寫好了", "Done");
pub const CLOSE: Words = w("关闭", "關閉", "Close");
pub const DELETE: Words = w("删除", "刪除", "Delete");
pub const EDIT: Words = w("修改", "修改", "Edit");
pub const CANCEL: Words = w("取消", "取消", "Cancel");
pub const TRASHED: Words = w("已移到废纸篓", "已移到廢紙簍", "Moved to the trash");
pub const REMOVED: Words = w("已去掉", "已去掉", "Removed");
pub const LOADING: Words = w(
    "正在取出以前的条目……",
    "正在取出以前的條目……",
    "Fetching earlier entries…",
);
pub const DEMO_BANNER: Words = w(
    "这是示范手记，可以随便改；它和你自己的手记分开存放。",
    "這是示範手記，可以隨便改；它和你自己的手記分開存放。",
    "This is the demonstration journal. Change anything you like: it is kept apart from your own.",
);
pub const DEMO_LEAVE: Words = w("回到我的手记", "回到我的手記", "Back to my journal");
pub const DEMO_MISSING: Words = w(
    "示范手记没有取到。请联网后重新打开。你自己的手记没有受影响。",
    "示範手記沒有取到。請連網後重新打開。你自己的手記沒有受影響。",
    "The demonstration could not be fetched. Go online and reload. Your own journal is untouched.",
);
pub const UPDATE_READY: Words = w(
    "螺旋手记有新版本。",
    "螺旋手記有新版本。",
    "A new version of Luoxuan is ready.",
);
pub const UPDATE_LATER: Words = w(
    "螺旋手记有新版本。写完这一条，就可以更新。",
    "螺旋手記有新版本。寫完這一條，就可以更新。",
    "A new version of Luoxuan is ready. Finish this entry, then update.",
);
pub const UPDATE: Words = w("更新", "更新", "Update");
pub const WEEK: Words = w("第 {n} 周 · {term}", "第 {n} 週 · {term}", "Week {n} · {term}");
pub const TERM_NAME: Words = w(
    "{year} 学年第 {number} 学期",
    "{year} 學年第 {number} 學期",
    "Term {number}, {year}",
);
pub const ELSEWHERE: Words = w(
    "这里在别处又写过。离开这个输入框，就换上新的；你写的都在。",
    "這裡在別處又寫過。離開這個輸入框，就換上新的；你寫的都在。",
    "This was changed elsewhere. Leave the box to see it; what you wrote is kept.",
);
pub const NOT_FOUND: Words = w(
    "这里没有找到这一条。",
    "這裡沒有找到這一條。",
    "There is no such record here.",
);
pub const NOT_FETCHED: Words = w(
    "这一部分没有取到，可能是断网了。写下的字都在；连上网以后重新打开页面就好。",
    "這一部分沒有取到，可能是斷網了。寫下的字都在；連上網以後重新打開頁面就好。",
    "This part could not be fetched; the network may be off. Everything you wrote is kept: open the page again once you are connected.",
);
pub const AS_SOURCE: Words = w(
    "这段文字嵌套太深或太长，照原样显示。一个字也没有少。",
    "這段文字嵌套太深或太長，照原樣顯示。一個字也沒有少。",
    "This text is nested too deeply or too long to lay out; it is shown as written, complete.",
);
pub const PICTURE_MISSING: Words = w(
    "（图片不在这台电脑上）",
    "（圖片不在這臺電腦上）",
    "(the picture is not on this computer)",
);
