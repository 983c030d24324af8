//! Words of 档案: what is written down around the spirals.

use luoxuan::catalog::Words;

use super::w;

pub const ABOUT: Words = w(
    "研究线索周围的事都记在这里：读的书、听的课、参加的评比、得的奖。学期末写总结时，它们自己排好。",
    "研究線索周圍的事都記在這裡：讀的書、聽的課、參加的評比、得的獎。學期末寫總結時，它們自己排好。",
    "What goes on around your spirals: books read, lessons watched, contests, awards. At the end of term they line up for the report.",
);
pub const VEHICLES: Words = w("研究的载体", "研究的載體", "Where research lives");
pub const CONTESTS: Words = w("评比与指导", "評比與指導", "Contests and coaching");
pub const LESSONS: Words = w("课", "課", "Lessons");
pub const LEARNING: Words = w("读书与培训", "讀書與培訓", "Reading and training");
pub const OUTCOMES: Words = w("成果", "成果", "Outcomes");
pub const SCHOOL: Words = w("学校", "學校", "School");
pub const OWN: Words = w("自己加的", "自己加的", "Your own");
pub const UNKNOWN: Words = w("这一版还不认识的", "這一版還不認識的", "Not known to this version");
pub const NEW_KIND: Words = w("加一种档案", "加一種檔案", "Add a kind");
pub const NEW_KIND_NAME: Words = w(
    "叫什么？例如：家访",
    "叫什麼？例如：家訪",
    "Called what? Such as: home visit",
);
pub const KIND_NAME: Words = w("名称", "名稱", "Name");
pub const DAY: Words = w("日期", "日期", "Day");
pub const TITLE: Words = w("标题", "標題", "Title");
pub const BODY: Words = w("记录", "記錄", "Record");
pub const ADD: Words = w("记下", "記下", "Add");
pub const ADDED: Words = w("已记下", "已記下", "Added");
pub const OPEN: Words = w("打开", "打開", "Open");
pub const FILTER: Words = w("筛选", "篩選", "Filter");
pub const ALL_STAGES: Words = w("所有阶段", "所有階段", "Every stage");
pub const ALL_TERMS: Words = w("所有学期", "所有學期", "Every term");
pub const STAGE: Words = w("阶段", "階段", "Stage");
pub const TERM: Words = w("学期", "學期", "Term");
pub const EMPTY: Words = w(
    "还没有。上面写一行就有了。",
    "還沒有。上面寫一行就有了。",
    "Nothing yet. One line above begins it.",
);
pub const NONE_SHOWN: Words = w("没有符合筛选的。", "沒有符合篩選的。", "Nothing passes the filter.");
pub const COUNT: Words = w("共 {n} 条", "共 {n} 條", "{n} records");
pub const TABLE_OUT: Words = w("下载表格（CSV）", "下載表格（CSV）", "Download as a table (CSV)");
pub const PICTURE: Words = w(
    "拍证书，或选图片",
    "拍證書，或選圖片",
    "Photograph a certificate, or choose a picture",
);
pub const UNTITLED: Words = w("还没有标题", "還沒有標題", "No title yet");
pub const PAGE_BACK: Words = w("前一页", "前一頁", "Previous page");
pub const PAGE_ON: Words = w("后一页", "後一頁", "Next page");
pub const PAGE_OF: Words = w("第 {first}–{last} 条", "第 {first}–{last} 條", "{first} to {last}");
pub const NO_DAY: Words = w("没有日期", "沒有日期", "No day");
pub const NO_CHOICE: Words = w("—", "—", "—");
pub const PACKAGE: Words = w("材料齐了没有", "材料齊了沒有", "What is ready");
pub const AGAIN: Words = w(
    "这个周期结束了：{stage}。下一周期：{step}，{day}起。",
    "這個週期結束了：{stage}。下一週期：{step}，{day}起。",
    "This cycle has ended: {stage}. The next: {step}, from {day}.",
);
pub const AGAIN_BARE: Words = w(
    "这个周期结束了：{stage}。下一周期：{step}。",
    "這個週期結束了：{stage}。下一週期：{step}。",
    "This cycle has ended: {stage}. The next: {step}.",
);
pub const AGAIN_BEGIN: Words = w("开始下一周期", "開始下一週期", "Begin the next cycle");
pub const BEYOND: Words = w(
    "到“{stage}”以前，一般还有：{between}。已经照你的意思记下。",
    "到「{stage}」以前，一般還有：{between}。已經照你的意思記下。",
    "Before “{stage}” there is usually: {between}. Kept as you said.",
);
pub const MOVED: Words = w("到了“{stage}”", "到了「{stage}」", "Now at “{stage}”");
pub const REACHED: Words = w("{stage}的日期", "{stage}的日期", "Day of “{stage}”");
pub const ADD_ROW: Words = w("加一行", "加一行", "Add a row");
pub const DROP_ROW: Words = w("去掉这一行", "去掉這一行", "Remove this row");
pub const LINKED: Words = w("连着的", "連著的", "Linked");
pub const ADD_LINKED: Words = w("＋ {kind}", "＋ {kind}", "+ {kind}");
pub const SPIRAL: Words = w("研究线索", "研究線索", "Spiral");
pub const BECOMES: Words = w("变成……", "變成……", "Make it…");
pub const TO_PROBLEM: Words = w("一个问题", "一個問題", "a problem");
pub const TO_ACTION: Words = w("一次行动", "一次行動", "an action");
pub const TO_EVIDENCE: Words = w("一份证据", "一份證據", "evidence");
pub const BECAME: Words = w(
    "已经记下，连着这一条。",
    "已經記下，連著這一條。",
    "Kept, and linked to this record.",
);
pub const CAME_FROM: Words = w("出自", "出自", "Came from");
pub const REPORT: Words = w("工作总结", "工作總結", "Term report");
pub const REPORT_ABOUT: Words = w(
    "点一个学期，用这里记下的起草一份。每个数字都连着它数的那几条；工作特色留给你写。",
    "點一個學期，用這裡記下的起草一份。每個數字都連著它數的那幾條；工作特色留給你寫。",
    "Choose a term: a report is drafted from what is kept here. Each number is linked to the records it counts; the distinctive features are yours to write.",
);
pub const REPORT_NO_TERM: Words = w(
    "先在设置里写下学期的起止日期",
    "先在設定裡寫下學期的起止日期",
    "First set the days of a term in the settings",
);
pub const REPORT_PICTURES: Words = w(
    "附上证书和课堂的照片",
    "附上證書和課堂的照片",
    "Attach pictures of certificates and lessons",
);
pub const PICTURES_HELD: Words = w(
    "{n} 张照片标着只给自己看，或能认出学生，不会附上：",
    "{n} 張照片標著只給自己看，或能認出學生，不會附上：",
    "{n} pictures are for your eyes only or show pupils, and will not be attached:",
);
pub const PICTURE_OPEN: Words = w("这张可以公开", "這張可以公開", "May be shown");
pub const PICTURE_OPENED: Words = w("改成可公开了", "改成可公開了", "It may be shown now");
pub const PICTURE_PUPIL: Words = w(
    "能认出学生：先换一张，或者遮住再拍",
    "能認出學生：先換一張，或者遮住再拍",
    "A pupil can be recognised: use another picture, or cover it first",
);
pub const HANDBOOK: Words = w("成长手册", "成長手冊", "Growth handbook");
pub const HANDBOOK_ABOUT: Words = w(
    "把一个学期或历年的记录做成 Word 文件：每种档案一张表，列是学校常要的那几项。只给自己看的不放进去。",
    "把一個學期或歷年的記錄做成 Word 檔案：每種檔案一張表，欄位是學校常要的那幾項。只給自己看的不放進去。",
    "The records of a term or of all years as a Word file: a table for each kind, with the columns that schools ask for. What is for your eyes only stays out.",
);
pub const HANDBOOK_MAKE: Words = w(
    "下载成长手册（Word）",
    "下載成長手冊（Word）",
    "Download the handbook (Word)",
);
pub const HANDBOOK_EMPTY: Words = w(
    "这段时间还没有可以放进成长手册的记录。",
    "這段時間還沒有可以放進成長手冊的記錄。",
    "No records of these days can go into the handbook yet.",
);
pub const HANDBOOK_FAILED: Words = w(
    "现在做不了文件：请连上网，重新打开这一页再试。什么也没有动。",
    "現在做不了檔案：請連上網路，重新打開這一頁再試。什麼也沒有動。",
    "The file cannot be made now: please go online and open this page again. Nothing has changed.",
);
pub const SHEET: Words = w("从表格收进来", "從表格收進來", "Take in a spreadsheet");
pub const SHEET_ABOUT: Words = w(
    "选一个表格文件，或者拖到这一页，也可以把表格里的几行粘到这里。先看每一列放到哪里，点了才收；收错了，一次就能全部撤回。",
    "選一個表格檔案，或者拖到這一頁，也可以把表格裡的幾行貼到這裡。先看每一列放到哪裡，點了才收；收錯了，一次就能全部撤回。",
    "Choose a spreadsheet, drop it on this page, or paste rows of one here. First see where each column goes; nothing is taken before you press, and one undo takes it all back.",
);
pub const COLUMN: Words = w("第{n}列", "第{n}列", "Column {n}");
pub const TO_NOTE: Words = w("记在备注里", "記在備註裡", "Into the note");
pub const LEAVE_OUT: Words = w("不要这一列", "不要這一列", "Leave out");
pub const SHEET_TAKE: Words = w("收进这 {n} 条", "收進這 {n} 條", "Take in these {n}");
pub const SHEET_TAKEN: Words = w("收进了 {n} 条", "收進了 {n} 條", "{n} records taken in");
pub const REPEATED: Words = w(
    "有 {n} 行和已经有的一样，不再收。",
    "有 {n} 行和已經有的一樣，不再收。",
    "{n} rows say what is there already and are left out.",
);
pub const PRESETS: Words = w("从现成的开始", "從現成的開始", "Begin with one of these");
pub const HOURS: Words = w("学时进度", "學時進度", "Hours so far");
pub const HOURS_NO_RULE: Words = w(
    "先选一种学时规则，这里就会算出还差多少",
    "先選一種學時規則，這裡就會算出還差多少",
    "Choose a rule of hours first: then what is lacking is worked out here",
);
pub const HOURS_NO_CYCLE: Words = w(
    "这条规则还没有写周期从哪天开始、有几年。",
    "這條規則還沒有寫週期從哪天開始、有幾年。",
    "This rule does not say yet when its cycle begins and how many years it has.",
);
pub const HOURS_SUM: Words = w(
    "这个周期算到 {counted}，要 {total}，还差 {lacking}。",
    "這個週期算到 {counted}，要 {total}，還差 {lacking}。",
    "In this cycle {counted} of {total} count; {lacking} are lacking.",
);
pub const HOURS_DONE: Words = w(
    "这个周期算到 {counted}，要 {total}，够了。",
    "這個週期算到 {counted}，要 {total}，夠了。",
    "In this cycle {counted} of {total} count: enough.",
);
pub const HOURS_WAITING: Words = w(
    "还有 {n} 等认定。",
    "還有 {n} 等認定。",
    "{n} more are to be recognised.",
);
pub const HOURS_LACK: Words = w("还差 {n}", "還差 {n}", "{n} lacking");
pub const HOURS_YEAR: Words = w("年度", "年度", "Year");
pub const HOURS_COUNTED: Words = w("算到", "算到", "Counts");
pub const HOURS_SORT: Words = w("{sort}：{counted}", "{sort}：{counted}", "{sort}: {counted}");
pub const HOURS_CAPPED: Words = w(
    "{sort}：认定 {granted}，按规则算 {counted}",
    "{sort}：認定 {granted}，按規則算 {counted}",
    "{sort}: {granted} recognised, {counted} count by the rule",
);
pub const HOURS_NO_SORT: Words = w("没有写类别", "沒有寫類別", "No sort");
pub const CALENDAR: Words = w(
    "放进手机日历（.ics）",
    "放進手機日曆（.ics）",
    "Into a phone’s calendar (.ics)",
);
pub const CALENDAR_FILE: Words = w("螺旋手记日历", "螺旋手記日曆", "Luoxuan-calendar");
pub const WEEKS: Words = w("{term}，一周一周", "{term}，一週一週", "{term}, week by week");
pub const WEEK: Words = w("第 {n} 周", "第 {n} 週", "Week {n}");
pub const WROTE: Words = w("写了 {n} 条", "寫了 {n} 條", "{n} entries");
pub const DUE: Words = w("快到期的", "快到期的", "Due soon");
pub const DUE_TODAY: Words = w("就是今天", "就是今天", "today");
pub const DUE_IN: Words = w("还有{n}天", "還有{n}天", "in {n} days");
pub const DUE_PAST: Words = w("过了{n}天", "過了{n}天", "{n} days ago");
pub const SEE: Words = w("去看", "去看", "See it");
pub const PRIVATE: Words = w("只给自己看", "只給自己看", "For your eyes only");
pub const PROOF: Words = w("证明和照片", "證明和照片", "Proof and pictures");
pub const KIND_FIELDS: Words = w("这种档案有哪些项", "這種檔案有哪些項", "What this kind asks for");
pub const ADD_FIELD: Words = w("加一项", "加一項", "Add a field");
pub const FIELD_NAME: Words = w("这一项叫什么", "這一項叫什麼", "Name of the field");
pub const KIND_COUNTS: Words = w("写进工作总结", "寫進工作總結", "Counts in the report of a term");
pub const ADD_STAGE: Words = w("加一个阶段", "加一個階段", "Add a stage");
pub const STAGE_NAME: Words = w("阶段叫什么", "階段叫什麼", "Name of the stage");
pub const DROP_FIELD: Words = w("去掉", "去掉", "Remove");
pub const DROPPED: Words = w(
    "已去掉“{name}”。写过的还在，加回来就能看到。",
    "已去掉「{name}」。寫過的還在，加回來就能看到。",
    "“{name}” is removed. What was written stays, and comes back with it.",
);
pub const AS_LINE: Words = w("一行字", "一行字", "A line");
pub const AS_PROSE: Words = w("一段话", "一段話", "Paragraphs");
pub const AS_DAY: Words = w("日期", "日期", "A day");
pub const AS_NUMBER: Words = w("数字", "數字", "A number");
pub const AS_FLAG: Words = w("是或否", "是或否", "Yes or no");
pub const AS_LINES: Words = w("几行字", "幾行字", "Several lines");
pub const WHAT: Words = w("写什么", "寫什麼", "What it holds");
