//! Words of 设置.

use luoxuan::catalog::Words;

use super::w;

pub const LOOKS: Words = w("语言和外观", "語言和外觀", "Language and looks");
pub const LANGUAGE: Words = w("界面语言", "介面語言", "Language");
pub const THEME: Words = w("亮暗", "亮暗", "Theme");
pub const THEME_SYSTEM: Words = w("跟随系统", "跟隨系統", "As the system");
pub const THEME_LIGHT: Words = w("亮", "亮", "Light");
pub const THEME_DARK: Words = w("暗", "暗", "Dark");
pub const PROMPTS: Words = w(
    "写的时候，旁边显示提示问题",
    "寫的時候，旁邊顯示提示問題",
    "Show questions beside what I write",
);

pub const PROFILE: Words = w("我", "我", "Me");
pub const PROFILE_WHY: Words = w(
    "只存在这台电脑上的手记里。班级填在这里，记一条时就能选；姓名和学校用来检查外发的文稿有没有露出身份。",
    "只存在這臺電腦上的手記裡。班級填在這裡，記一條時就能選；姓名和學校用來檢查外發的文稿有沒有露出身份。",
    "Kept in your journal on this computer only. Classes named here can be chosen when you write; your name and school are used to check that a text you send out does not give you away.",
);
pub const NAME: Words = w("姓名", "姓名", "Name");
pub const SCHOOL: Words = w("学校", "學校", "School");
pub const SUBJECT: Words = w("学科", "學科", "Subject");
pub const GRADE: Words = w("年级", "年級", "Grade");
pub const GROUP: Words = w("教研组", "教研組", "Research group");
pub const TITLE: Words = w("职称", "職稱", "Professional title");
pub const CLASSES: Words = w("班级（一行一个）", "班級（一行一個）", "Classes, one a line");

pub const TERMS: Words = w("学期", "學期", "Terms");
pub const TERMS_WHY: Words = w(
    "填了第一天和最后一天，页面就会说今天是第几周。",
    "填了第一天和最後一天，頁面就會說今天是第幾週。",
    "With a first and a last day set, the page says which teaching week it is.",
);
pub const YEAR: Words = w(
    "学年（开始的那一年）",
    "學年（開始的那一年）",
    "School year (first half)",
);
pub const NUMBER: Words = w("第几学期", "第幾學期", "Term");
pub const FIRST: Words = w("第一学期", "第一學期", "First");
pub const SECOND: Words = w("第二学期", "第二學期", "Second");
pub const THIRD: Words = w("第三学期", "第三學期", "Third");
pub const START: Words = w("第一天", "第一天", "First day");
pub const END: Words = w("最后一天", "最後一天", "Last day");
pub const WEEKS: Words = w("共 {n} 周", "共 {n} 週", "{n} weeks");
pub const WEEK_NOW: Words = w(
    "今天是第 {n} 周，共 {all} 周",
    "今天是第 {n} 週，共 {all} 週",
    "Today is in week {n} of {all}",
);
pub const ORDER: Words = w(
    "最后一天还在第一天前面，先算不出周次。",
    "最後一天還在第一天前面，先算不出週次。",
    "The last day is before the first, so weeks cannot be counted yet.",
);
pub const ADD_TERM: Words = w(
    "添加{term}（{start}至{end}）",
    "添加{term}（{start}至{end}）",
    "Add {term} ({start} to {end})",
);

pub const OURS: Words = w("我们学校", "我們學校", "Our school");
pub const TEXT_TYPES: Words = w("三类文体", "三類文體", "The three text types");
pub const THEMES: Words = w(
    "本学期的学校主题（一行一个）",
    "本學期的學校主題（一行一個）",
    "School themes of the term, one a line",
);
pub const LABELS: Words = w("学校自己的叫法", "學校自己的叫法", "Our own words");
pub const LABELS_WHY: Words = w(
    "同一件事各校叫法不同。填上你们的叫法，页面就跟着叫；清空就用原来的。",
    "同一件事各校叫法不同。填上你們的叫法，頁面就跟著叫；清空就用原來的。",
    "Schools call the same thing by different names. Fill in yours and the page uses it; empty it for the usual one.",
);
pub const RESET_LABELS: Words = w("全部用原来的叫法", "全部用原來的叫法", "Use the usual words for all");
pub const RESET_DONE: Words = w("已换回原来的叫法", "已換回原來的叫法", "The usual words are back");

pub const COPIES: Words = w("备份和恢复", "備份和恢復", "Backup and restore");
pub const COPIES_WHY: Words = w(
    "一份备份里有写下的每一个版本、全部图片，还有一份不用螺旋手记也能读的文字。请放到 U 盘或另一台电脑上。",
    "一份備份裡有寫下的每一個版本、全部圖片，還有一份不用螺旋手記也能讀的文字。請放到隨身碟或另一臺電腦上。",
    "A backup holds every version of everything written, all pictures, and a text copy that can be read without Luoxuan. Keep it on a stick or another computer.",
);
pub const DOWNLOAD: Words = w("下载备份", "下載備份", "Download a backup");
pub const LAST: Words = w("上次备份：{when}", "上次備份：{when}", "Last backup: {when}");
pub const NO_LAST: Words = w("还没有备份过。", "還沒有備份過。", "There is no backup yet.");
pub const FOLDER_WHY: Words = w(
    "选一个文件夹（U 盘或网盘的也行），以后每天写过东西就自动放一份，读回来核对，每台电脑留自己最新的 {n} 份。",
    "選一個資料夾（隨身碟或網盤的也行），以後每天寫過東西就自動放一份，讀回來核對，每台電腦留自己最新的 {n} 份。",
    "Choose a folder, on a stick or in a synced drive too. Each day you write, a copy goes there by itself and is read back and checked; of each computer the newest {n} stay.",
);
pub const CHOOSE_FOLDER: Words = w("选择备份文件夹", "選擇備份資料夾", "Choose a backup folder");
pub const FOLDER_IS: Words = w(
    "每天自动备份到文件夹“{name}”。",
    "每天自動備份到資料夾「{name}」。",
    "Copies go to the folder “{name}” each day.",
);
pub const FOLDER_LAPSED: Words = w(
    "浏览器要你再同意一次，才能继续写进文件夹“{name}”。",
    "瀏覽器要你再同意一次，才能繼續寫進資料夾「{name}」。",
    "The browser needs your consent again before it writes to the folder “{name}”.",
);
pub const FOLDER_FAILED: Words = w(
    "上一次没能写进文件夹“{name}”，自动备份先停了。",
    "上一次沒能寫進資料夾「{name}」，自動備份先停了。",
    "The last copy did not get into the folder “{name}”; automatic copies have stopped.",
);
pub const FILE_NOW: Words = w("现在备份到文件夹", "現在備份到資料夾", "Copy to the folder now");
pub const ALLOW: Words = w("同意，并现在备份", "同意，並現在備份", "Allow, and copy now");
pub const LEAVE_FOLDER: Words = w("不再自动备份", "不再自動備份", "Stop automatic copies");
pub const RESTORE_WHY: Words = w(
    "选备份文件（.zip 或 .jsonl）或 Markdown 文件，也可以把文件拖到这一页。先看里面有什么、会改动什么，再决定收不收；现在的版本都留着。",
    "選備份檔案（.zip 或 .jsonl）或 Markdown 檔案，也可以把檔案拖到這一頁。先看裡面有什麼、會改動什麼，再決定收不收；現在的版本都留著。",
    "Choose backups (.zip or .jsonl) or Markdown files, or drop them on this page. First see what is inside and what it will change, then decide; every version that is here now stays.",
);
pub const RESTORE: Words = w("选文件来恢复", "選檔案來恢復", "Choose files to restore");
pub const STAGED: Words = w(
    "新增 {added}，已有 {known}，损坏 {damaged}，图片 {pictures} 张。",
    "新增 {added}，已有 {known}，損壞 {damaged}，圖片 {pictures} 張。",
    "New {added}, already here {known}, damaged {damaged}, pictures {pictures}.",
);
pub const STAGED_ERASES: Words = w(
    "其中 {n} 条在备份里已经永久删除，收进来以后这里的也会永久删除。",
    "其中 {n} 條在備份裡已經永久刪除，收進來以後這裡的也會永久刪除。",
    "{n} records were erased for good in the backup; taking it in erases them here too.",
);
pub const STAGED_CHANGES: Words = w(
    "{n} 条会换成另一个版本；现在的版本留在它的历史里。",
    "{n} 條會換成另一個版本；現在的版本留在它的歷史裡。",
    "{n} records will show another version; what they say now stays in their history.",
);
pub const STAGED_APART: Words = w(
    "{n} 条两边都改过：能合的会合起来，合不了的两个版本并排列着，由你来定。",
    "{n} 條兩邊都改過：能合的會合起來，合不了的兩個版本並排列著，由你來定。",
    "{n} records were changed on both sides: what can be joined is joined, the others stand side by side for you to settle.",
);
pub const STAGED_LONG: Words = w(
    "{n} 段文字特别长，先没有读。要是文件是你自己的，可以接着读完。",
    "{n} 段文字特別長，先沒有讀。要是檔案是你自己的，可以接著讀完。",
    "{n} texts are very long and were not read yet. If the file is your own, have it read to its end.",
);
pub const READ_ALL: Words = w("接着读完", "接著讀完", "Read to the end");
pub const STAGED_ERASED: Words = w(
    "{n} 个版本属于这里已永久删除的条目，不会收进来。",
    "{n} 個版本屬於這裡已永久刪除的條目，不會收進來。",
    "{n} versions belong to records erased here for good and stay out.",
);
pub const STAGED_NEWER: Words = w(
    "{n} 行由更高版本的螺旋手记写下，这一版读不了；更新以后再收一次。",
    "{n} 行由更高版本的螺旋手記寫下，這一版讀不了；更新以後再收一次。",
    "{n} lines were written by a newer Luoxuan and cannot be read here; update and take them in again.",
);
pub const STAGED_UNREAD: Words = w(
    "{n} 个文件不是手记，没有读。",
    "{n} 個檔案不是手記，沒有讀。",
    "{n} files are no part of a journal and were not read.",
);
pub const STAGED_NOTHING: Words = w(
    "里面的内容，这里都已经有了。",
    "裡面的內容，這裡都已經有了。",
    "Everything in it is here already.",
);
pub const STAGED_EMPTY: Words = w(
    "没有读到能收进来的内容。",
    "沒有讀到能收進來的內容。",
    "Nothing was found that can be taken in.",
);
pub const STAGED_ADRIFT: Words = w(
    "{n} 个 Markdown 文件的编号坏了，认不出原来是哪一条，文字当作新笔记。",
    "{n} 個 Markdown 檔案的編號壞了，認不出原來是哪一條，文字當作新筆記。",
    "The ids of {n} Markdown files are damaged; which records they were cannot be told, and their words come as new notes.",
);
pub const STAGED_COPIES: Words = w(
    "手记本身不在里面，或者坏了一些；供阅读的文字有 {n} 篇，可以当作笔记收进来。",
    "手記本身不在裡面，或者壞了一些；供閱讀的文字有 {n} 篇，可以當作筆記收進來。",
    "The journal itself is missing or partly damaged; its reading copy has {n} texts, which can come in as notes.",
);
pub const TAKE_COPIES: Words = w("当作笔记来收", "當作筆記來收", "Take them as notes");
pub const DOWNLOAD_WORDS: Words = w("只备份文字", "只備份文字", "Words only");
pub const SAVE_FIRST: Words = w(
    "收进来以前，先下载一份现在的备份",
    "收進來以前，先下載一份現在的備份",
    "First download a backup of what is here now",
);
pub const TAKE_IN: Words = w("收进手记", "收進手記", "Take it in");
pub const TAKEN_IN: Words = w("收进了 {n} 个版本。", "收進了 {n} 個版本。", "Took in {n} versions.");
pub const SAVE_DAMAGED: Words = w(
    "把损坏的部分存成文件",
    "把損壞的部分存成檔案",
    "Save the damaged part as a file",
);

pub const STORAGE: Words = w("存在哪里", "存在哪裡", "Where it is kept");
pub const DATABASE: Words = w("数据库", "資料庫", "Database");
pub const DATABASE_HOLDS: Words = w(
    "{records} 条，{revisions} 个版本",
    "{records} 條，{revisions} 個版本",
    "{records} records, {revisions} versions",
);
pub const UNKNOWN_KINDS: Words = w(
    "另有 {n} 条记录，这一版还不认识它们的种类。都照原样存着，备份里也有。",
    "另有 {n} 條記錄，這一版還不認識它們的種類。都照原樣存著，備份裡也有。",
    "{n} more records are of kinds this version does not know. They are kept as they are, in backups too.",
);
pub const LOCAL: Words = w("小存储（第二份）", "小儲存（第二份）", "Small storage (second copy)");
pub const WORKS: Words = w("能用", "能用", "Works");
pub const BLOCKED: Words = w("用不了", "用不了", "Blocked");
pub const PERSISTENCE: Words = w("长期保留", "長期保留", "Kept for good");
pub const PERSISTED: Words = w(
    "浏览器答应了：除非你自己删除，不会清掉。",
    "瀏覽器答應了：除非你自己刪除，不會清掉。",
    "The browser has promised: only you can delete it.",
);
pub const NOT_PERSISTED: Words = w(
    "浏览器没有答应：电脑空间紧张时可能清掉。请常备份；把螺旋手记安装到桌面，浏览器多半会答应。",
    "瀏覽器沒有答應：電腦空間緊張時可能清掉。請常備份；把螺旋手記安裝到桌面，瀏覽器多半會答應。",
    "The browser has not promised: it may clear it when the disk is full. Back up often; with Luoxuan installed as an app it usually agrees.",
);
pub const NOT_ASKED: Words = w(
    "写下第一条以后会问浏览器。",
    "寫下第一條以後會問瀏覽器。",
    "It will be asked after your first entry.",
);
pub const ASK_AGAIN: Words = w("再问一次", "再問一次", "Ask again");
pub const ROOM: Words = w("空间", "空間", "Room");
pub const ROOM_USED: Words = w(
    "已用 {used} MB，共可用 {quota} MB",
    "已用 {used} MB，共可用 {quota} MB",
    "{used} MB of {quota} MB",
);
pub const DAMAGED: Words = w(
    "读取时遇到 {n} 处损坏。它们原样留着，没有影响别的条目。",
    "讀取時遇到 {n} 處損壞。它們原樣留著，沒有影響別的條目。",
    "{n} damaged pieces were met while loading. They are left as they were, and nothing else is affected.",
);

pub const DEMO: Words = w("示范手记", "示範手記", "Demonstration journal");
pub const DEMO_WHY: Words = w(
    "一位语文老师一个学期的三条研究线索。它和你的手记分开存放，可以随便改。",
    "一位語文老師一個學期的三條研究線索。它和你的手記分開存放，可以隨便改。",
    "One Chinese teacher’s three spirals of a term. It is kept apart from yours; change anything you like.",
);
pub const DEMO_RESET: Words = w("恢复成原样", "恢復成原樣", "Start it anew");

pub const ABOUT: Words = w("关于", "關於", "About");
pub const VERSION: Words = w(
    "螺旋手记 {version}，许可证 MIT 或 Apache-2.0",
    "螺旋手記 {version}，授權條款 MIT 或 Apache-2.0",
    "Luoxuan {version}, licence MIT or Apache-2.0",
);
pub const OFFLINE: Words = w("断网也能用。", "斷網也能用。", "Works without the network.");
pub const ONLINE: Words = w(
    "现在还要联网才能打开；再打开一次，断网也能用。用 http 地址打开的除外。",
    "現在還要連網才能打開；再打開一次，斷網也能用。用 http 位址打開的除外。",
    "Needs the network for now; open it once more and it works without. Not so when opened from a plain http address.",
);
