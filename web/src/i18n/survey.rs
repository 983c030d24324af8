//! Words of surveys.

use luoxuan::catalog::Words;

use super::w;

pub const SURVEYS: Words = w("调查", "調查", "Surveys");
pub const SURVEY: Words = w("调查", "調查", "Survey");
pub const NEW_SURVEY: Words = w("新做一个调查", "新做一個調查", "New survey");
pub const SURVEYS_EMPTY: Words = w(
    "还没有调查。专题调查要站在数上：先把问卷或举手的数记在这里。",
    "還沒有調查。專題調查要站在數上：先把問卷或舉手的數記在這裡。",
    "No surveys yet. A topical survey stands on counts: put those of a questionnaire or a show of hands here first.",
);
pub const UNTITLED: Words = w(
    "（还没有名字的调查）",
    "（還沒有名字的調查）",
    "(a survey without a name yet)",
);
pub const TITLE: Words = w("调查的名字", "調查的名字", "Name of the survey");
pub const SPIRAL: Words = w("属于哪条线索", "屬於哪條線索", "Which spiral it belongs to");
pub const NO_SPIRAL: Words = w("（不属于哪一条）", "（不屬於哪一條）", "(none)");
pub const SAMPLE: Words = w("对象与方法", "對象與方法", "Subjects and method");
pub const PURPOSE: Words = w("想弄清什么", "想弄清什麼", "What it is to find out");
pub const RESPONDENTS: Words = w("问谁", "問誰", "Who was asked");
pub const POPULATION: Words = w("总体人数", "總體人數", "Population");
pub const SAMPLING: Words = w("抽样方式", "抽樣方式", "How they were chosen");
pub const MODE: Words = w("作答方式", "作答方式", "How they answered");
pub const UNSAID: Words = w("（没有写）", "（沒有寫）", "(not said)");
pub const START: Words = w("从哪天", "從哪天", "From");
pub const END: Words = w("到哪天", "到哪天", "To");
pub const ISSUED: Words = w("发放", "發放", "Issued");
pub const RETURNED: Words = w("回收", "回收", "Returned");
pub const VALID: Words = w("有效", "有效", "Valid");
pub const INVALID: Words = w("无效的原因", "無效的原因", "Why others are not valid");
pub const PROTECTION: Words = w("怎样保护学生", "怎樣保護學生", "How pupils are protected");
pub const ITEMS: Words = w("题目与结果", "題目與結果", "Items and results");
pub const ADD_ITEM: Words = w("添一道题", "添一道題", "Add an item");
pub const QUESTION: Words = w("第 {n} 题", "第 {n} 題", "Item {n}");
pub const ASKED: Words = w("问什么", "問什麼", "What is asked");
pub const SHORT: Words = w("表里叫什么", "表裡叫什麼", "Its name in tables");
pub const KIND: Words = w("题型", "題型", "Kind");
pub const REVERSED: Words = w("反向计分", "反向計分", "Scored in reverse");
pub const BASE: Words = w(
    "多少人答（不填就是有效份数）",
    "多少人答（不填就是有效份數）",
    "How many answered (else the valid ones)",
);
pub const OPTION: Words = w("选项", "選項", "Option");
pub const COUNT: Words = w("人数", "人數", "How many");
pub const ADD_OPTION: Words = w("添一个选项", "添一個選項", "Add an option");
pub const ADD_CODE: Words = w("添一个类别", "添一個類別", "Add a category");
pub const NUMBERS: Words = w(
    "每个人的数（用空格或逗号隔开）",
    "每個人的數（用空格或逗號隔開）",
    "Everybody’s number (separated by spaces or commas)",
);
pub const BANDS: Words = w(
    "分数段从哪里起（如 60 70 80）",
    "分數段從哪裡起（如 60 70 80）",
    "Where bands begin (such as 60 70 80)",
);
pub const QUOTES: Words = w(
    "原话（一行一句）",
    "原話（一行一句）",
    "In their own words (one a line)",
);
pub const ESTIMATE: Words = w(
    "先估计一下：哪一项",
    "先估計一下：哪一項",
    "Before you know: which option",
);
pub const ABOUT_PERCENT: Words = w("约百分之几的人选", "約百分之幾的人選", "chosen by about … per cent");
pub const ESTIMATE_WHY: Words = w(
    "结果出来以前估计一次，有了数就不再改。同结果相差10个百分点以上的，会写明，写进文稿时排在前面。",
    "結果出來以前估計一次，有了數就不再改。同結果相差10個百分點以上的，會寫明，寫進文稿時排在前面。",
    "Said once before the results, and not changed after. What comes out ten percentage points off or more is told, and a text leads with it.",
);
pub const ESTIMATED: Words = w(
    "事先估计：选“{choice}”的约{e}%。",
    "事先估計：選「{choice}」的約{e}%。",
    "Expected before: about {e}% choose “{choice}”.",
);
pub const CATEGORIES: Words = w("类别", "類別", "Categories");
pub const CATEGORY: Words = w("类别 {n}", "類別 {n}", "Category {n}");
pub const NEW_CATEGORY: Words = w("新类别叫什么", "新類別叫什麼", "Name of a new category");
pub const CATEGORY_FOR: Words = w(
    "“{text}…”归入的新类别",
    "「{text}…」歸入的新類別",
    "New category for “{text}…”",
);
pub const ADD_CATEGORY: Words = w("添加", "新增", "Add");
pub const CATEGORY_COUNT: Words = w("{n}人（{p}%）", "{n}人（{p}%）", "{n} ({p}%)");
pub const JOIN: Words = w("并入…", "併入…", "Join to…");
pub const JOIN_CATEGORY: Words = w("把类别 {n} 并入", "把類別 {n} 併入", "Join category {n} to");
pub const REMOVE_CATEGORY: Words = w("去掉类别 {n}", "去掉類別 {n}", "Remove category {n}");
pub const CATEGORIES_JOINED: Words = w(
    "已把“{one}”并入“{other}”",
    "已把「{one}」併入「{other}」",
    "“{one}” was joined to “{other}”",
);
pub const CATEGORY_REMOVED: Words = w(
    "已去掉类别“{name}”，其中只归这一类的回答又成了没有归类的",
    "已去掉類別「{name}」，其中只歸這一類的回答又成了沒有歸類的",
    "The category “{name}” was removed; answers that had no other are in none again",
);
pub const CODE_GIVEN: Words = w("已归入“{name}”", "已歸入「{name}」", "Put into “{name}”");
pub const CODE_TAKEN: Words = w("已移出“{name}”", "已移出「{name}」", "Taken out of “{name}”");
pub const CODES_TAKEN: Words = w(
    "这条回答已从各类中移出",
    "這條回答已從各類中移出",
    "The answer was taken out of its categories",
);
pub const CODED_SO_FAR: Words = w(
    "{of}人回答，{n}人的已归类，还有{left}人的没有归类",
    "{of}人回答，{n}人的已歸類，還有{left}人的沒有歸類",
    "{of} answered; {n} are in a category, {left} are in none yet",
);
pub const ALL_CODED: Words = w(
    "{of}人回答，都已归类",
    "{of}人回答，都已歸類",
    "{of} answered; all are in a category",
);
pub const WHICH_ANSWERS: Words = w("看", "看", "Show");
pub const ALL_ANSWERS: Words = w("全部回答", "全部回答", "all answers");
pub const UNCODED: Words = w("还没有归类的", "還沒有歸類的", "those in no category");
pub const MORE_ANSWERS: Words = w("还有{n}条，再看一些", "還有{n}條，再看一些", "Show more of {n}");
pub const ANSWER_UNCODED: Words = w(
    "第{n}条：{text}（没有归类）",
    "第{n}條：{text}（沒有歸類）",
    "Answer {n}: {text} (in no category)",
);
pub const ANSWER_CODED: Words = w(
    "第{n}条：{text}（{names}）",
    "第{n}條：{text}（{names}）",
    "Answer {n}: {text} ({names})",
);
pub const QUOTE_IT: Words = w("引用", "引用", "Quote");
pub const QUOTED: Words = w("引用", "引用", "quoted");
pub const CODING_KEYS: Words = w(
    "点一条回答，再点它下面的类别，或者按类别的数字键，就归入那一类，再来一次移出；一条可以归入几类。按下一个没用过的数字，就新添一类。↑ ↓ 换一条，N 到下一条没归类的，0 全部移出。也可以把回答拖到类别上。",
    "點一條回答，再點它下面的類別，或者按類別的數字鍵，就歸入那一類，再來一次移出；一條可以歸入幾類。按下一個沒用過的數字，就新增一類。↑ ↓ 換一條，N 到下一條沒歸類的，0 全部移出。也可以把回答拖到類別上。",
    "Choose an answer, then a category below it, or press the category’s number key: it is put there, once more takes it out; it may be in several. The next free number makes a new one. ↑ ↓ go on, N goes to the next in none, 0 takes it out of all. Answers can be dragged onto a category too.",
);
pub const QUOTING: Words = w(
    "写进文稿时，人数最多的三类各引一两句原话：选只归这一类、8到60个字里最短的。想自己选，就在那条回答上按 Q。回答本身不会改动。",
    "寫進文稿時，人數最多的三類各引一兩句原話：選只歸這一類、8到60個字裡最短的。想自己選，就在那條回答上按 Q。回答本身不會改動。",
    "A text quotes one or two answers of each of the three largest categories: the shortest of 8 to 60 characters that are in no other. To choose yourself, press Q on an answer. The answers themselves are never changed.",
);
pub const OWN_WORDS: Words = w("另外写的", "另外寫的", "Written in");
pub const JUDGED: Words = w(
    "另一个人也独立归类了几条",
    "另一個人也獨立歸類了幾條",
    "How many a second person sorted as well",
);
pub const AGREED: Words = w("其中几条归得一样", "其中幾條歸得一樣", "How many of these alike");
pub const ITEM_REMOVED: Words = w("已拿掉这道题", "已拿掉這道題", "The item was taken out");
pub const FROM_ROWS: Words = w(
    "这道题的数是从下面一行行的答案里数出来的。",
    "這道題的數是從下面一行行的答案裡數出來的。",
    "These counts are taken from the answers below, row by row.",
);
pub const SHEET: Words = w("答卷表", "答卷表", "Sheet of answers");
pub const SHEET_WHY: Words = w(
    "有现成的答卷表（问卷平台导出的 .xlsx、.xls、.csv，或自己做的表格），就拖到这一页，或复制了贴进来：题目、题型、选项会先列出来给您看。姓名、学号、IP 不收。",
    "有現成的答卷表（問卷平台匯出的 .xlsx、.xls、.csv，或自己做的試算表），就拖到這一頁，或複製了貼進來：題目、題型、選項會先列出來給您看。姓名、學號、IP 不收。",
    "If you have a sheet of answers (.xlsx, .xls or .csv from a questionnaire platform, or one of your own), drop it on this page or paste it: questions, kinds and options are shown first. Names, pupil numbers and addresses are not taken.",
);
pub const SHEET_MORE: Words = w(
    "又收到一批答卷，就把表拖到这一页，或复制了贴进来：和上面的题目对得上的答案会添在后面。姓名、学号、IP 不收。",
    "又收到一批答卷，就把表拖到這一頁，或複製了貼進來：和上面的題目對得上的答案會添在後面。姓名、學號、IP 不收。",
    "If more answers came in, drop the sheet on this page or paste it: those that match the questions above are added. Names, pupil numbers and addresses are not taken.",
);
pub const SHEET_HERE: Words = w("把表格贴在这里", "把試算表貼在這裡", "Paste the sheet here");
pub const SHEET_CHOOSE: Words = w("选一个文件…", "選一個檔案…", "Choose a file…");
pub const SHEET_READ: Words = w("读这些", "讀這些", "Read this");
pub const SHEET_READING: Words = w("正在读这张表…", "正在讀這張表…", "Reading the sheet…");
pub const SHEET_NO_WORKER: Words = w(
    "现在读不了表格：请连上网，重新打开这一页再试。什么也没有动。",
    "現在讀不了試算表：請連上網路，重新打開這一頁再試。什麼也沒有動。",
    "Sheets cannot be read now: please go online and open this page again. Nothing has changed.",
);
pub const SHEET_STOPPED: Words = w(
    "这张表没能读出来，可能坏了，或是太大。什么也没有动。",
    "這張表沒能讀出來，可能壞了，或是太大。什麼也沒有動。",
    "This sheet could not be read; it may be damaged or too large. Nothing has changed.",
);
pub const SHEET_FOUND: Words = w(
    "读出{items}道题，{n}份答卷。请看一看，不对的改过来，再采用。",
    "讀出{items}道題，{n}份答卷。請看一看，不對的改過來，再採用。",
    "{items} questions, {n} answer sheets. Please look them over, correct what is wrong, and take them.",
);
pub const SHEET_CHOICES: Words = w("选项", "選項", "Options");
pub const SHEET_ANSWERED: Words = w("几人答", "幾人答", "Answered");
pub const SHEET_EXAMPLE: Words = w("例子", "例子", "Example");
pub const SHEET_SKIPPED: Words = w("（{n}份没答）", "（{n}份沒答）", "({n} did not)");
pub const SHEET_WORDS: Words = w("选项的文字", "選項的文字", "Words of the options");
pub const SHEET_LEAVE: Words = w("（不收）", "（不收）", "(leave out)");
pub const SHEET_TAKE: Words = w("采用这张表", "採用這張表", "Take this sheet");
pub const SHEET_ADD: Words = w("添上这些答卷", "添上這些答卷", "Add these answers");
pub const SHEET_AWAY: Words = w("不用了", "不用了", "Never mind");
pub const SHEET_FITS: Words = w(
    "表里有{n}份答卷，对上了{matched}道题（这份问卷共{of}道）。",
    "表裡有{n}份答卷，對上了{matched}道題（這份問卷共{of}道）。",
    "{n} answer sheets; {matched} of the {of} questions here match.",
);
pub const SHEET_KNOWN: Words = w(
    "这{n}份答卷已经都在里面了，没有再添。",
    "這{n}份答卷已經都在裡面了，沒有再添。",
    "These {n} answer sheets are all here already; nothing was added.",
);
pub const SHEET_FOREIGN: Words = w(
    "这张表里没有一道题和这份问卷对得上，什么也没有动。要收这张表，请新做一个调查。",
    "這張表裡沒有一道題和這份問卷對得上，什麼也沒有動。要收這張表，請新做一個調查。",
    "No question in this sheet matches this survey, and nothing has changed. To take the sheet, start a new survey.",
);
pub const SHEET_TAKEN: Words = w(
    "已采用：{items}道题，{n}份答卷",
    "已採用：{items}道題，{n}份答卷",
    "Taken: {items} items, {n} answer sheets",
);
pub const SHEET_ADDED: Words = w("已添上{n}份答卷", "已添上{n}份答卷", "{n} answer sheets were added");
pub const MORE_PLACES: Words = w("还有{n}处。", "還有{n}處。", "And {n} more places.");
pub const ROWS_READ: Words = w(
    "现在有 {n} 份答案。",
    "現在有 {n} 份答案。",
    "There are {n} answers now.",
);
pub const DROP_ROWS: Words = w("清掉这些答案", "清掉這些答案", "Clear these answers");
pub const ROWS_DROPPED: Words = w("答案已清掉", "答案已清掉", "The answers were cleared");
pub const CROSSES: Words = w("交叉表", "交叉表", "Two-way tables");
pub const ADD_CROSS: Words = w("添一张交叉表", "添一張交叉表", "Add a two-way table");
pub const CROSS_DOWN: Words = w("横行是哪一题", "橫列是哪一題", "Rows are");
pub const CROSS_ACROSS: Words = w("竖列是哪一题", "直欄是哪一題", "Columns are");
pub const BY_HAND: Words = w("（自己填）", "（自己填）", "(typed by hand)");
pub const ROW_NAMES: Words = w("横行（一行一个）", "橫列（一行一個）", "Rows (one a line)");
pub const COLUMN_NAMES: Words = w("竖列（一行一个）", "直欄（一行一個）", "Columns (one a line)");
pub const CELLS: Words = w(
    "人数：一行对一行，中间用空格",
    "人數：一列對一列，中間用空格",
    "Counts: row by row, separated by spaces",
);
pub const PAIRED: Words = w("前后测", "前後測", "Before and after");
pub const ADD_PAIRED: Words = w("添一次前后测", "添一次前後測", "Add a comparison");
pub const MEASURED: Words = w("测的是什么", "測的是什麼", "What was measured");
pub const PAIRS: Words = w(
    "一行一个学生：前、后两个数",
    "一行一個學生：前、後兩個數",
    "One pupil a line: the number before, the number after",
);
pub const THRESHOLDS: Words = w(
    "合格线、优秀线（如 60 80）",
    "合格線、優秀線（如 60 80）",
    "Thresholds (such as 60 80)",
);
pub const COMPARED: Words = w("同另一次调查对比", "同另一次調查對比", "Beside another survey");
pub const COMPARED_WHY: Words = w(
    "同以前做过的那次比，或同另一个班比：问法和选项都一样的题才放在一起；人数够做检验，而且检验通过，才说有差别。同一次调查里几个班相比，请用上面的交叉表。",
    "同以前做過的那次比，或同另一個班比：問法和選項都一樣的題才放在一起；人數夠做檢驗，而且檢驗通過，才說有差別。同一次調查裡幾個班相比，請用上面的交叉表。",
    "With an earlier one, or with another class: only questions with the same words and options are put side by side, and a difference is told only where there are enough people for a test and it shows one. Classes within one survey are compared by a two-way table above.",
);
pub const ADD_COMPARED: Words = w("添一次对比", "添一次對比", "Add a comparison with another survey");
pub const COMPARED_WITH: Words = w("同哪次调查比", "同哪次調查比", "With which survey");
pub const COMPARED_AS: Words = w("那一次是", "那一次是", "The other one is");
pub const EARLIER: Words = w("前一次", "前一次", "an earlier one");
pub const OTHER_CLASS: Words = w("另一个班", "另一個班", "of another class");
pub const CALLED_THAT: Words = w(
    "那一次叫什么（不填就用日期或对象）",
    "那一次叫什麼（不填就用日期或對象）",
    "What the other is called (else its day or its people)",
);
pub const CALLED_THIS: Words = w("这一次叫什么", "這一次叫什麼", "What this one is called");
pub const COMPARED_REMOVED: Words = w("已拿掉这次对比", "已拿掉這次對比", "The comparison was taken out");
pub const NOTHING_SHARED: Words = w(
    "两边没有一道题的问法和选项都相同，没有可以对比的。",
    "兩邊沒有一道題的問法和選項都相同，沒有可以對比的。",
    "No question has the same words and options in both; there is nothing to compare.",
);
pub const NOT_SHARED: Words = w(
    "没有放在一起比的题",
    "沒有放在一起比的題",
    "Questions that are not compared",
);
pub const NO_OTHER_SURVEY: Words = w(
    "还没有别的调查可以对比。",
    "還沒有別的調查可以對比。",
    "There is no other survey yet.",
);
pub const PRINT_PAPER: Words = w(
    "打印问卷和划记表",
    "列印問卷和劃記表",
    "Print questionnaire and tally sheet",
);
pub const PRINT_RESULTS: Words = w("打印结果", "列印結果", "Print the results");
pub const TALLY: Words = w("划记表", "劃記表", "Tally sheet");
pub const TO_TEXT: Words = w("写成专题调查", "寫成專題調查", "Write it up as a topical survey");
pub const WARNINGS: Words = w("请看一看", "請看一看", "Please look at");
pub const TRASHED: Words = w(
    "调查已移到废纸篓",
    "調查已移到廢紙簍",
    "The survey was moved to the trash",
);
