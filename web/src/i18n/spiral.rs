//! Words of one spiral and of the list of spirals.

use luoxuan::catalog::Words;

use super::w;

pub const NEW_SPIRAL: Words = w("新开一条线索", "新開一條線索", "New spiral");
pub const NEW_TITLE: Words = w(
    "（还没有名字的线索）",
    "（還沒有名字的線索）",
    "(a spiral without a name yet)",
);
pub const TITLE: Words = w("线索的名字", "線索的名字", "Name of the spiral");
pub const TITLE_HINT: Words = w(
    "用一句话说这条线索在追什么",
    "用一句話說這條線索在追什麼",
    "In one sentence: what this spiral is after",
);
pub const SINCE: Words = w("{date}起", "{date}起", "since {date}");
pub const PUPILS: Words = w("{n} 人", "{n} 人", "{n} pupils");
pub const BRANCH_OF: Words = w("从“{name}”分出来", "從「{name}」分出來", "Branched from “{name}”");
pub const TURN_NAME: Words = w("给第 {n} 轮起个名字", "給第 {n} 輪起個名字", "Name turn {n}");
pub const HANDED_ON: Words = w(
    "接着上一轮的新问题：",
    "接著上一輪的新問題：",
    "From the last turn’s new problem: ",
);
pub const DETAILS: Words = w("线索资料", "線索資料", "About this spiral");
pub const SUBJECT: Words = w("学科", "學科", "Subject");
pub const PUPIL_COUNT: Words = w("人数", "人數", "Number of pupils");
pub const VEHICLE: Words = w("载体", "載體", "Vehicle");
pub const NO_VEHICLE: Words = w("没有", "沒有", "None");
pub const VEHICLE_NAME: Words = w("载体的名字", "載體的名字", "Name of the vehicle");
pub const THEMES: Words = w(
    "主题（用顿号分开）",
    "主題（用頓號分開）",
    "Themes (separated by commas)",
);
pub const STATE: Words = w("状态", "狀態", "State");
pub const STATE_NOTE: Words = w("为什么，或者转到哪里", "為什麼，或者轉到哪裡", "Why, or where it went");
pub const FIND_NEW_PROBLEM: Words = w("发现新问题", "發現新問題", "A new problem came up");
pub const FATE: Words = w("这个新问题", "這個新問題", "This new problem");
pub const TO_NEXT_TURN: Words = w("新问题 → 第 {n} 轮", "新問題 → 第 {n} 輪", "New problem → turn {n}");
pub const BRANCH: Words = w("另开一条线索", "另開一條線索", "Give it its own spiral");
pub const GO_THERE: Words = w("去那条线索", "去那條線索", "Go to its spiral");
pub const WRITE_MORE: Words = w("接着写", "接著寫", "Write on");
pub const LATE: Words = w("补记 · 晚 {n} 天", "補記 · 晚 {n} 天", "Added later · {n} days");
pub const EXPECTED: Words = w("动手前的预期", "動手前的預期", "Expected beforehand");
pub const SEALED_ON: Words = w("（{date}封存）", "（{date}封存）", " (sealed {date})");
pub const NOT_SEALED: Words = w("（还没有封存）", "（還沒有封存）", " (not sealed yet)");
pub const BY_DAY: Words = w("{date}看得到", "{date}看得到", "visible by {date}");
pub const DEPTH: Words = w(
    "自己看看，这段反思到了哪一步",
    "自己看看，這段反思到了哪一步",
    "For your own eyes: how far does this reflection go?",
);
pub const DEPTH_NONE: Words = w("先不看", "先不看", "Not now");
pub const ASK_TITLE: Words = w(
    "写“{phase}”时，可以想一想",
    "寫「{phase}」時，可以想一想",
    "Questions for this: {phase}",
);
pub const TO_ASIDE: Words = w(
    "看提问、提醒和指标",
    "看提問、提醒和指標",
    "Questions, reminders, indicators",
);
pub const TO_BOX: Words = w("回到正在写的地方", "回到正在寫的地方", "Back to what I am writing");
pub const HIDE_PROMPTS: Words = w("不再显示提问", "不再顯示提問", "Hide these questions");
pub const SHOW_PROMPTS: Words = w("显示提问", "顯示提問", "Show questions");
pub const CHECK: Words = w("看看这个问题", "看看這個問題", "Look at this problem");
pub const CHECK_NOTE: Words = w(
    "前三条是学校立项看的；都只是提醒，不打分。",
    "前三條是學校立項看的；都只是提醒，不打分。",
    "The first three are the school’s gate. All are reminders, not marks.",
);
pub const FRAME: Words = w("一句话框架", "一句話框架", "One-sentence frame");
pub const OWN_ANSWER: Words = w("我自己看", "我自己看", "My own answer");
pub const YES: Words = w("是", "是", "Yes");
pub const UNSURE: Words = w("说不清", "說不清", "Unsure");
pub const NO: Words = w("否", "否", "No");
pub const UNANSWERED: Words = w("–", "–", "–");
pub const HINTS: Words = w("提醒", "提醒", "Reminders");
pub const IN_TURN: Words = w("第 {n} 轮：", "第 {n} 輪：", "Turn {n}: ");
pub const NO_NEW_PROBLEM: Words = w(
    "没有新问题，这条线索结束",
    "沒有新問題，這條線索結束",
    "None: this spiral ends here",
);
pub const INDICATORS: Words = w("指标", "指標", "Indicators");
pub const ADD_INDICATOR: Words = w("加一个指标", "加一個指標", "Add an indicator");
pub const INDICATOR_NAME: Words = w("数什么", "數什麼", "What is counted");
pub const INDICATOR_RULE: Words = w("怎样算一个", "怎樣算一個", "What makes one count");
pub const INDICATOR_UNIT: Words = w("单位", "單位", "Unit");
pub const INDICATOR_BASE: Words = w(
    "总数（平均数就空着）",
    "總數（平均數就空著）",
    "Out of (leave empty for a mean)",
);
pub const DIRECTION: Words = w("往哪边算好", "往哪邊算好", "Which way is better");
pub const ADD_VALUE: Words = w("记一个数", "記一個數", "Record a value");
pub const VALUE: Words = w("数", "數", "Value");
pub const OUT_OF: Words = w("总数", "總數", "Out of");
pub const ON_DAY: Words = w("哪天", "哪天", "Day");
pub const FROM_ENTRY: Words = w("写在哪一条", "寫在哪一條", "Reported by");
pub const NOTE: Words = w("说明", "說明", "Note");
pub const KEEP_VALUE: Words = w("记下", "記下", "Keep");
pub const VALUES: Words = w("所有的数", "所有的數", "All values");
pub const BAD_NUMBER: Words = w(
    "“数”要是一个数字，而且不能比总数大。已填的还在。",
    "「數」要是一個數字，而且不能比總數大。已填的還在。",
    "The value must be a number, no larger than the base. What you filled in is still there.",
);
pub const DRAWING: Words = w(
    "这条线索的螺旋：{n} 轮，{m} 条",
    "這條線索的螺旋：{n} 輪，{m} 條",
    "The spiral: {n} turns, {m} entries",
);
pub const DRAWING_HELP: Words = w(
    "指着一个点，看是哪一条；点一下就到那里。",
    "指著一個點，看是哪一條；點一下就到那裡。",
    "Point at a dot to see which entry it is; click to go there.",
);
pub const SAVE_SVG: Words = w("存成 SVG", "存成 SVG", "Save as SVG");
pub const SAVE_PNG: Words = w("存成 PNG", "存成 PNG", "Save as PNG");
pub const SAVE_MARKDOWN: Words = w(
    "把这条线索存成文字（Markdown）",
    "把這條線索存成文字（Markdown）",
    "Save this spiral as text (Markdown)",
);
pub const SAVE_FAILED: Words = w(
    "浏览器没能做出这张图片。可以先存成 SVG。",
    "瀏覽器沒能做出這張圖片。可以先存成 SVG。",
    "The browser could not make this picture. Save it as SVG instead.",
);
pub const EMPTY_LIST: Words = w(
    "还没有研究线索。在“今天”写下一个放不下的问题，再从它开始一条线索。",
    "還沒有研究線索。在「今天」寫下一個放不下的問題，再從它開始一條線索。",
    "No spirals yet. Write a problem that stays on your mind under Today, then start a spiral from it.",
);
pub const POOL_EMPTY: Words = w(
    "问题库还空着。没有归入线索的问题，和反思里“进问题库”的新问题，都在这里等着。",
    "問題庫還空著。沒有歸入線索的問題，和反思裡「進問題庫」的新問題，都在這裡等著。",
    "The pool is empty. Problems without a spiral, and new problems that wait, gather here.",
);
pub const TORN: Words = w(
    "这几条在两处改过，等你来合：",
    "這幾條在兩處改過，等你來合：",
    "Changed in two places, waiting for you:",
);
pub const REMOVE_SPIRAL: Words = w(
    "把整条线索移到废纸篓",
    "把整條線索移到廢紙簍",
    "Move the whole spiral to the trash",
);
pub const LAST_DAY: Words = w("最近 {date}", "最近 {date}", "last {date}");
