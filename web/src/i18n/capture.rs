//! Words of 今天 and of writing an entry.

use luoxuan::catalog::Words;

use super::w;

pub const BOX: Words = w(
    "这节课后，什么还放不下？一句也行。",
    "這節課後，什麼還放不下？一句也行。",
    "What from this lesson is still on your mind? One line will do.",
);
pub const BOX_LABEL: Words = w("写下来", "寫下來", "Write it down");
pub const PHASE: Words = w("类型", "類型", "Kind");
pub const THREAD: Words = w("研究线索", "研究線索", "Spiral");
pub const NO_THREAD: Words = w("先不归入", "先不歸入", "None yet");
pub const CLASS: Words = w("班级", "班級", "Class");
pub const HAPPENED: Words = w("发生日期", "發生日期", "Happened on");
pub const UNTIL: Words = w("到", "到", "until");
pub const KEPT: Words = w(
    "写好了，已收进手记。",
    "寫好了，已收進手記。",
    "Done, and in your journal.",
);
pub const OPEN: Words = w("打开", "打開", "Open");
pub const RUNNING: Words = w("进行中的线索", "進行中的線索", "Running spirals");
pub const THIS_WEEK: Words = w("这一周写下的", "這一週寫下的", "Written this week");
pub const NOTHING_THIS_WEEK: Words = w(
    "这一周还没有写下什么。",
    "這一週還沒有寫下什麼。",
    "Nothing written this week yet.",
);
pub const NEXT: Words = w("下一步：{step}", "下一步：{step}", "Next: {step}");
pub const TURN: Words = w("第 {n} 轮", "第 {n} 輪", "Turn {n}");
pub const EMPTY: Words = w(
    "一条研究线索从一个放不下的问题开始。比如：“四十二本习作里，三十一本写到‘我们赢了’就停了笔。”",
    "一條研究線索從一個放不下的問題開始。比如：「四十二本習作裡，三十一本寫到『我們贏了』就停了筆。」",
    "A spiral starts from a problem that stays on your mind. For example: “Of 42 essays, 31 stop at ‘we won’.”",
);
pub const NEWS: Words = w("本次更新：", "這次更新：", "New in this version: ");
pub const SEE_DEMO: Words = w("看看示范手记", "看看示範手記", "See the demonstration journal");
pub const START_SPIRAL: Words = w(
    "从这个问题开始一条研究线索",
    "從這個問題開始一條研究線索",
    "Start a spiral from this problem",
);
pub const STEP_SPIRAL: Words = w(
    "让这个问题成为一条研究线索",
    "讓這個問題成為一條研究線索",
    "make this problem a spiral",
);
pub const FIRST_PROBLEM: Words = w(
    "从写下的里面挑一个放不下的，在上面写成一个问题；研究线索从它开始。",
    "從寫下的裡面挑一個放不下的，在上面寫成一個問題；研究線索從它開始。",
    "Pick what stays on your mind and write it above as a problem: a spiral starts from it.",
);
pub const STEP_REST: Words = w("这一轮已收束", "這一輪已收束", "this turn is closed");
pub const MORE: Words = w("更多栏目", "更多欄目", "More fields");
pub const ENDS_BEFORE: Words = w(
    "结束的日子在开始之前，看看是不是填反了。已经照样记下。",
    "結束的日子在開始之前，看看是不是填反了。已經照樣記下。",
    "It ends before it begins: are the days the wrong way round? They are kept as they are.",
);
pub const NOT_YET: Words = w(
    "这一天还没有到。已经照样记下。",
    "這一天還沒有到。已經照樣記下。",
    "This day has not come yet. It is kept as it is.",
);
pub const UNFINISHED: Words = w("没写完的收好了。", "沒寫完的收好了。", "What you had begun is kept.");
pub const GO_ON: Words = w("接着写", "接著寫", "Go on writing");
pub const THIS_ONE: Words = w("现在这一版", "現在這一版", "the present version");
pub const EXPECT: Words = w(
    "动手前的预期：我想会有什么变化？看到什么就算数？",
    "動手前的預期：我想會有什麼變化？看到什麼就算數？",
    "Before acting: what do I think will change, and what would show it?",
);
pub const EXPECT_FIRST: Words = w("动手前的预期", "動手前的預期", "What I expect");
pub const EXPECT_BY: Words = w("到哪天看得到", "到哪天看得到", "Visible by");
pub const EXPECT_SIGN: Words = w(
    "怎样看出来（如：数记录单）",
    "怎樣看出來（如：數記錄單）",
    "Seen by (such as counting sheets)",
);
pub const OUTCOME: Words = w(
    "当初的预期，现在看",
    "當初的預期，現在看",
    "What was expected, seen now",
);
pub const SEAL: Words = w("开始行动，封存预期", "開始行動，封存預期", "Start acting and seal this");
pub const SEALED: Words = w("{date} 封存", "{date} 封存", "sealed {date}");
pub const TAGS: Words = w("标签", "標籤", "Tags");
pub const EVIDENCE: Words = w("证据", "證據", "Evidence");
pub const ADD_EVIDENCE: Words = w("加证据", "加證據", "Add evidence");
pub const EVIDENCE_TEXT: Words = w(
    "看到、听到或数到的",
    "看到、聽到或數到的",
    "What was seen, heard or counted",
);
pub const CAPTION: Words = w("说明", "說明", "Caption");
pub const HOW_KNOWN: Words = w("怎样知道的", "怎樣知道的", "How it is known");
pub const SORT: Words = w("种类", "種類", "Kind");
pub const WHO_SEES: Words = w("谁可以看", "誰可以看", "Who may see it");
pub const CHOOSE_PICTURE: Words = w("选图片", "選圖片", "Choose pictures");
pub const TAKE_PICTURE: Words = w("拍照", "拍照", "Take a photo");
pub const DROP_HERE: Words = w(
    "也可以把图片拖到这里，或者粘贴。",
    "也可以把圖片拖到這裡，或者貼上。",
    "Or drop pictures here, or paste them.",
);
pub const DROP_PICTURE: Words = w("拿掉这张", "拿掉這張", "Take it out");
pub const PICTURE_DROPPED: Words = w("图片拿掉了。", "圖片拿掉了。", "The picture was taken out.");
pub const HELD_BACK: Words = w(
    "“{privacy}”的图片不会自动进文稿。要在文稿里用，就改成“可公开”或“组内”。",
    "「{privacy}」的圖片不會自動進文稿。要在文稿裡用，就改成「可公開」或「組內」。",
    "Pictures marked “{privacy}” do not enter a text by themselves. To use one there, choose “May be shown” or “Group only”.",
);
pub const PICTURE_BAD: Words = w(
    "这个文件不是能用的图片（可用 JPEG、PNG、WebP、GIF）。文字没有受影响。",
    "這個檔案不是能用的圖片（可用 JPEG、PNG、WebP、GIF）。文字沒有受影響。",
    "This file is not a usable picture (JPEG, PNG, WebP or GIF). Your text is unchanged.",
);
pub const HISTORY: Words = w("以前的版本", "以前的版本", "Earlier versions");
pub const RESTORE_THIS: Words = w("恢复成这一版", "恢復成這一版", "Restore this version");
pub const RESTORED: Words = w(
    "已恢复，原来的那一版也还在。",
    "已恢復，原來的那一版也還在。",
    "Restored. The version before is still here.",
);
pub const CONFLICT: Words = w(
    "这一条在两个地方改过，合不到一起。两个版本都在，请选一个，或者合写成一个。",
    "這一條在兩個地方改過，合不到一起。兩個版本都在，請選一個，或者合寫成一個。",
    "This entry was changed in two places and cannot be joined. Both versions are here: choose one, or write one from both.",
);
pub const VERSION: Words = w("版本 {n} · {when}", "版本 {n} · {when}", "Version {n} · {when}");
pub const TAKE_THIS: Words = w("用这一版", "用這一版", "Use this version");
pub const TAKE_BOTH: Words = w("两版都留，接着改", "兩版都留，接著改", "Keep both texts and edit");
pub const NEWER: Words = w(
    "这是用更高版本的螺旋手记写的，这里只能看，不能改。请更新后再改；内容一个字也不会少。",
    "這是用更高版本的螺旋手記寫的，這裡只能看，不能改。請更新後再改；內容一個字也不會少。",
    "A newer Luoxuan wrote this: here it can be read, not changed. Update to edit it; not a word is lost.",
);
pub const SEE_BOTH: Words = w("有两个版本，看一看", "有兩個版本，看一看", "Two versions: have a look");
