//! Words of the texts: choosing a form, assembling, writing, versions, handing in.

use luoxuan::catalog::Words;

use super::w;

pub const PROPOSED: Words = w(
    "提议，请改成自己的话",
    "提議，請改成自己的話",
    "Proposed: put it in your own words",
);
pub const WOULD_CHANGE: Words = w(
    "改讲这几轮，会加上 {added} 段，拿掉 {taken} 段；自己写的都留着。",
    "改講這幾輪，會加上 {added} 段，拿掉 {taken} 段；自己寫的都留著。",
    "Telling of these turns adds {added} passages and takes {taken} away; what you wrote yourself stays.",
);
pub const CHANGE_SCOPE: Words = w("改讲这几轮", "改講這幾輪", "Tell of these");
pub const KEEP_SCOPE: Words = w("不改", "不改", "Leave it");
pub const TELLS_OF: Words = w("讲哪几轮", "講哪幾輪", "Turns it tells of");
pub const ALL_TURNS: Words = w("全部", "全部", "All");
pub const ONE_TURN: Words = w("第 {n} 轮", "第 {n} 輪", "Turn {n}");
pub const SOME_TURNS: Words = w("第 {from}–{to} 轮", "第 {from}–{to} 輪", "Turns {from}–{to}");
pub const NEW_TEXT: Words = w("新写一篇", "新寫一篇", "New text");
pub const TEXTS_EMPTY: Words = w(
    "还没有文稿。挑一条线索，它的话和数会先摆到每个小标题下面，再由你来改。",
    "還沒有文稿。挑一條線索，它的話和數會先擺到每個小標題下面，再由你來改。",
    "No texts yet. Pick a spiral: its own words and figures are laid under each heading first, then you rewrite them.",
);
pub const UNTITLED: Words = w("（还没有题目）", "（還沒有題目）", "(no title yet)");
pub const FROM_SPIRAL: Words = w("写哪一条线索", "寫哪一條線索", "Which spiral");
pub const NO_SPIRAL: Words = w(
    "不用线索，从空白写",
    "不用線索，從空白寫",
    "None: start from a blank page",
);
pub const CHOOSE_FORM: Words = w("写成哪一种", "寫成哪一種", "As which text");
pub const BEST: Words = w("最合适", "最合適", "Fits best");
pub const READY: Words = w("材料够了。", "材料夠了。", "There is enough material.");
pub const NOT_READY: Words = w(
    "还可以补这些，也可以先写起来：",
    "還可以補這些，也可以先寫起來：",
    "This would make it stronger; you can begin all the same:",
);
pub const ONE_EXISTS: Words = w(
    "这条线索已经写过一篇",
    "這條線索已經寫過一篇",
    "This spiral has one already",
);
pub const ALL_WANTED: Words = w(
    "学校要求三种都写。",
    "學校要求三種都寫。",
    "The school asks for all three.",
);
pub const ASSEMBLE: Words = w("搭好初稿", "搭好初稿", "Assemble a first draft");
pub const BLANK: Words = w("从空白写", "從空白寫", "Start blank");
pub const OTHER_FORMS: Words = w("别的文体", "別的文體", "Other forms");
pub const OF_MINE: Words = w("我改过的样子", "我改過的樣子", "My own forms");
pub const WORDS: Words = w("{n} 字", "{n} 字", "{n} characters");
pub const TO_TEXT: Words = w("写成文稿", "寫成文稿", "Make a text of it");

pub const WRITE: Words = w("写", "寫", "Write");
pub const READ: Words = w("通读", "通讀", "Read through");
pub const READ_KEYS: Words = w(
    "点一段就能改。用键盘：↑ ↓ 走，Enter 修改，Alt ↑ ↓ 移动，Backspace 并入上一段，Delete 放到一边。",
    "點一段就能改。用鍵盤：↑ ↓ 走，Enter 修改，Alt ↑ ↓ 移動，Backspace 併入上一段，Delete 放到一邊。",
    "Click a paragraph to change it. By keys: ↑ ↓ go, Enter changes, Alt ↑ ↓ moves, Backspace joins with the one before, Delete puts aside.",
);
pub const JOIN_BEFORE: Words = w("并入上一段", "併入上一段", "Join with the one before");
pub const PUT_ASIDE: Words = w("放到一边", "放到一邊", "Put aside");
pub const LEFT_ASIDE: Words = w(
    "这一段放到了一边，在本页最后",
    "這一段放到了一邊，在本頁最後",
    "The passage was put aside; it is at the end of this page",
);
pub const ASIDE: Words = w("放在一边的（{n}段）", "放在一邊的（{n}段）", "Put aside ({n})");
pub const ASIDE_WHY: Words = w(
    "不进文稿，也不会丢；要用时放回原来的那一部分。",
    "不進文稿，也不會丟；要用時放回原來的那一部分。",
    "Not in the text, and not lost; put it back into its section when you need it.",
);
pub const PUT_BACK: Words = w("放回", "放回", "Put back");
pub const NOTHING_TO_READ: Words = w(
    "还没有写。到“写”里取来或写下第一段。",
    "還沒有寫。到「寫」裡取來或寫下第一段。",
    "Nothing yet. Take or write a first passage under “Write”.",
);
pub const CHECK: Words = w("检查", "檢查", "Check");
pub const VERSIONS: Words = w("稿次", "稿次", "Versions");
pub const OUT: Words = w("交稿", "交稿", "Hand in");
pub const SIDES: Words = w("这篇文稿", "這篇文稿", "This text");
pub const STATE: Words = w("进度", "進度", "Stage");
pub const FORM: Words = w("文体", "文體", "Form");

pub const WHOLE: Words = w("全文", "全文", "The whole text");
pub const TITLE: Words = w("题目", "題目", "Title");
pub const SUMMARY: Words = w("摘要", "摘要", "Abstract");
pub const KEYWORDS: Words = w("关键词", "關鍵詞", "Keywords");
pub const KEYWORDS_HINT: Words = w("用分号隔开", "用分號隔開", "separated by semicolons");
pub const KEYWORDS_LIMIT: Words = w(
    "{n} 个；要求 {range} 个；",
    "{n} 個；要求 {range} 個；",
    "{n}; asked for: {range}; ",
);
pub const OF_LIMIT: Words = w(
    "{n} 字；要求 {range} 字",
    "{n} 字；要求 {range} 字",
    "{n} characters; asked for: {range}",
);
pub const TITLE_LIMIT: Words = w("{n} / {to} 字", "{n} / {to} 字", "{n} / {to} characters");
pub const SHARE: Words = w(
    "{n} 字，占 {share}%；常见 {usual}%",
    "{n} 字，占 {share}%；常見 {usual}%",
    "{n} characters, {share}%; often {usual}%",
);
pub const AT_MOST: Words = w(
    "{n} 字；不超过 {most} 字",
    "{n} 字；不超過 {most} 字",
    "{n} characters; at most {most}",
);
pub const TOTAL: Words = w("全文 {n} 字", "全文 {n} 字", "{n} characters in all");
pub const TARGET: Words = w("要求 {range} 字", "要求 {range} 字", "asked for: {range} characters");
pub const TARGET_OF: Words = w(
    "“{rules}”要求 {range} 字",
    "「{rules}」要求 {range} 字",
    "“{rules}” asks for {range} characters",
);
pub const MISSING: Words = w("还差 {n} 字", "還差 {n} 字", "{n} to go");
pub const OVER: Words = w("超出 {n} 字", "超出 {n} 字", "{n} too many");
pub const FEW: Words = w("还差 {n} 个", "還差 {n} 個", "{n} to go");
pub const MANY: Words = w("多了 {n} 个", "多了 {n} 個", "{n} too many");
pub const AND: Words = w("、", "、", ", ");
pub const EMPTY_SECTIONS: Words = w(
    "这几节还是空的，不会印出来：{names}。",
    "這幾節還是空的，不會印出來：{names}。",
    "These sections are empty and will not be printed: {names}.",
);
pub const OUTLINE: Words = w("提纲", "提綱", "Outline");
pub const ONE_PAGE: Words = w("整篇一起写", "整篇一起寫", "All on one page");
pub const ONE_SECTION: Words = w("一节一节写", "一節一節寫", "One section at a time");
pub const BEFORE: Words = w("上一节", "上一節", "Previous section");
pub const AFTER: Words = w("下一节", "下一節", "Next section");
pub const COMMON_FAULTS: Words = w("常见问题", "常見問題", "Common faults");
pub const JUDGED_BY: Words = w("评审要点", "評審要點", "What it is judged by");

pub const OWN_WORDS: Words = w("自己写一段", "自己寫一段", "Write a passage");
pub const OPEN_DRAWER: Words = w("从手记里取（{n}）", "從手記裡取（{n}）", "Take from the journal ({n})");
pub const CLOSE_DRAWER: Words = w("收起", "收起", "Close");
pub const DRAWER: Words = w(
    "手记里可用在“{section}”的",
    "手記裡可用在「{section}」的",
    "What the journal has for “{section}”",
);
pub const DRAWER_EMPTY: Words = w(
    "线索里没有别的可以放在这一节。",
    "線索裡沒有別的可以放在這一節。",
    "The spiral has nothing else for this section.",
);
pub const DRAWER_REST: Words = w("别的小节的材料", "別的小節的材料", "Material of other sections");
pub const TAKE: Words = w("取用", "取用", "Take");
pub const TAKEN: Words = w("已取用", "已取用", "Taken");
pub const HELD_BACK: Words = w(
    "写着“{privacy}”，不会自动放进来",
    "寫著「{privacy}」，不會自動放進來",
    "Marked “{privacy}”: never put in by itself",
);
pub const HELD_OWN: Words = w(
    "有 {n} 张图写着“仅自己”，没有放进来。",
    "有 {n} 張圖寫著「僅自己」，沒有放進來。",
    "Pictures marked “Only me” that were not put in: {n}.",
);
pub const HELD_OTHERS: Words = w(
    "还有 {n} 张要先处理，也没有放进来。",
    "還有 {n} 張要先處理，也沒有放進來。",
    "To be dealt with first, and not put in: {n}.",
);
pub const HELD_WHY: Words = w(
    "放之前看一眼：有没有认得出的学生，有没有名字。放进来的会改成“可公开”；不放的，照旧只有你自己看得到。",
    "放之前看一眼：有沒有認得出的學生，有沒有名字。放進來的會改成「可公開」；不放的，照舊只有你自己看得到。",
    "Look first: can a pupil be recognised, is there a name? What you put in is marked “May be shown”; the others stay yours alone.",
);
pub const HELD_PUPIL: Words = w(
    "含可识别学生：先换一张或遮住，再改“谁可以看”",
    "含可識別學生：先換一張或遮住，再改「誰可以看」",
    "A pupil can be recognised: cover it or choose another picture, then change who may see it",
);
pub const HELD_ENTRY: Words = w(
    "它所在的手记写着“仅自己”",
    "它所在的手記寫著「僅自己」",
    "The entry it stands under is marked “Only me”",
);
pub const PUT_IN: Words = w("放进来", "放進來", "Put it in");
pub const PUT_ALL_IN: Words = w("能放的都放进来", "能放的都放進來", "Put in all that can be");
pub const PUT_IN_DONE: Words = w(
    "图放进来了，“谁可以看”改成了“可公开”",
    "圖放進來了，「誰可以看」改成了「可公開」",
    "Put into the text, and marked “May be shown”",
);
pub const PASSAGE: Words = w("{section}，第 {n} 段", "{section}，第 {n} 段", "{section}, passage {n}");
pub const MORE_ORIGINS: Words = w("还有 {n} 处", "還有 {n} 處", "{n} more");
pub const OWN: Words = w("自己的话", "自己的話", "Own words");
pub const GONE: Words = w("（已不在手记里）", "（已不在手記裡）", "(no longer in the journal)");
pub const UP: Words = w("上移", "上移", "Move up");
pub const DOWN: Words = w("下移", "下移", "Move down");
pub const SPLIT: Words = w("从光标处分开", "從游標處分開", "Split at the cursor");
pub const JOIN: Words = w("并入下一段", "併入下一段", "Join with the next");
pub const TO_SECTION: Words = w("移到", "移到", "Move to");
pub const CARRY_OVER: Words = w("移过去", "移過去", "Move it there");
pub const TAKE_OUT: Words = w("拿掉", "拿掉", "Take out");
pub const TAKEN_OUT: Words = w("已拿掉这一段", "已拿掉這一段", "The passage was taken out");
pub const NUMBERS_FOLLOWED: Words = w(
    "图、表变了，{n} 段里“见图”“见表”的编号跟着改了",
    "圖、表變了，{n} 段裡「見圖」「見表」的編號跟著改了",
    "Figures or tables changed; their numbers in {n} passages followed",
);
pub const MORE: Words = w("更多", "更多", "More");
pub const WANTS_EVIDENCE: Words = w("标为“还缺证据”", "標為「還缺證據」", "Mark as “needs evidence”");
pub const WANTS_NO_EVIDENCE: Words = w("去掉“还缺证据”", "去掉「還缺證據」", "Take away “needs evidence”");
pub const LACKS_EVIDENCE: Words = w("还缺证据", "還缺證據", "Needs evidence");
pub const SOURCE_CHANGED: Words = w(
    "取来以后，原文改过了。",
    "取來以後，原文改過了。",
    "What this was taken from has changed since.",
);
pub const SOURCE_GONE: Words = w(
    "原来那一条已不在手记里；这里的话还在。",
    "原來那一條已不在手記裡；這裡的話還在。",
    "What this was taken from is no longer in the journal; the words here stay.",
);
pub const USE_NEW: Words = w("换成现在的话", "換成現在的話", "Use the words of now");
pub const KEEP_OLD: Words = w("照旧，不再提醒", "照舊，不再提醒", "Keep as it is");
pub const WHEN_WAS_IT: Words = w(
    "读者不知道是哪一天，可以换成：",
    "讀者不知道是哪一天，可以換成：",
    "A reader cannot know when that was. It can say:",
);
pub const QUOTED: Words = w("“{word}”", "「{word}」", "“{word}”");
pub const SAY_INSTEAD: Words = w(
    "把“{word}”换成“{said}”",
    "把「{word}」換成「{said}」",
    "Say “{said}” for “{word}”",
);
pub const SAID_INSTEAD: Words = w(
    "“{word}”换成了“{said}”。",
    "「{word}」換成了「{said}」。",
    "It says “{said}” for “{word}” now.",
);
pub const SAY_ALL_DAYS: Words = w(
    "全篇 {n} 处都换成日期",
    "全篇 {n} 處都換成日期",
    "Say all {n} by their days",
);
pub const DAYS_SAID: Words = w(
    "{n} 处换成了日期。",
    "{n} 處換成了日期。",
    "{n} are said by their days now.",
);
pub const UNSUPPORTED: Words = w("没有来源的段落", "沒有來源的段落", "Passages without a source");
pub const SUPPORT: Words = w("证据来源", "證據來源", "How it is known");
pub const REUSE_MAP: Words = w("哪条材料用到了哪里", "哪條材料用到了哪裡", "Which material went where");
pub const REUSE_EMPTY: Words = w(
    "还没有哪条材料用进了文稿。",
    "還沒有哪條材料用進了文稿。",
    "Nothing has been used in a text yet.",
);

pub const REFERENCES: Words = w("参考文献", "參考文獻", "References");
pub const BY_PARTS: Words = w("参考文献，按格式填", "參考文獻，按格式填", "References, by their parts");
pub const ADD_REFERENCE: Words = w("添加一条文献", "添加一條文獻", "Add a reference");
pub const REFERENCE_HINT: Words = w(
    "正文里写 [1]、[2]，交稿时会变成上标。",
    "正文裡寫 [1]、[2]，交稿時會變成上標。",
    "Write [1], [2] in the text; they become superscripts.",
);
pub const KIND: Words = w("类型", "類型", "Kind");
pub const AUTHORS: Words = w(
    "作者（用分号隔开）",
    "作者（用分號隔開）",
    "Authors (separated by semicolons)",
);
pub const REFERENCE_TITLE: Words = w("题名", "題名", "Title");
pub const CONTAINER: Words = w(
    "刊名、报名、论文集名；一章所在的书名",
    "刊名、報名、論文集名；一章所在的書名",
    "Journal, newspaper, proceedings; of a chapter, the book",
);
pub const EDITORS: Words = w(
    "编者（论文集、书）",
    "編者（論文集、書）",
    "Editors (of proceedings or book)",
);
pub const NUMBER: Words = w("报告或标准的编号", "報告或標準的編號", "Number (report, standard)");
pub const BOOK_EDITION: Words = w("版次（第一版不写）", "版次（第一版不寫）", "Edition (if not the first)");
pub const PLACE: Words = w("出版地", "出版地", "Place");
pub const PUBLISHER: Words = w("出版社", "出版社", "Publisher");
pub const YEAR: Words = w("年", "年", "Year");
pub const VOLUME: Words = w("卷", "卷", "Volume");
pub const ISSUE: Words = w("期", "期", "Issue");
pub const PAGES: Words = w("页码", "頁碼", "Pages");
pub const URL: Words = w("网址", "網址", "Address");
pub const PUBLISHED: Words = w("发布日期", "發布日期", "Published");
pub const ACCESSED: Words = w("引用日期", "引用日期", "Accessed");
pub const DOI: Words = w("DOI", "DOI", "DOI");
pub const REFERENCE_REMOVED: Words = w("已拿掉这条文献", "已拿掉這條文獻", "The reference was taken out");

pub const ALL_GOOD: Words = w(
    "没有看出要改的地方。请再通读一遍，出声读最有用。",
    "沒有看出要改的地方。請再通讀一遍，出聲讀最有用。",
    "Nothing to mend was found. Read it through once more; reading aloud helps most.",
);
pub const CHECK_WHY: Words = w(
    "这些只是提醒，不拦你交稿。点一条，就到那个地方。",
    "這些只是提醒，不攔你交稿。點一條，就到那個地方。",
    "These are reminders; nothing is locked. Each leads to its place.",
);
pub const TO_MEND: Words = w("提醒（{n}）", "提醒（{n}）", "To look at ({n})");
pub const ANONYMITY: Words = w("匿名检查", "匿名檢查", "Anonymity");
pub const ANONYMITY_CLEAN: Words = w(
    "没有找到会露出是谁的地方。",
    "沒有找到會露出是誰的地方。",
    "Nothing was found that tells who wrote it.",
);
pub const TO_DECIDE: Words = w("请你判断（{n}）", "請你判斷（{n}）", "For you to decide ({n})");
pub const WILL_GO: Words = w(
    "匿名稿里会自动换掉（{n}）",
    "匿名稿裡會自動換掉（{n}）",
    "Replaced in an anonymous text ({n})",
);
pub const HIDE_WORD: Words = w(
    "加进词表，匿名稿里换掉",
    "加進詞表，匿名稿裡換掉",
    "Add to the list and replace it",
);
pub const MORE_NAMES: Words = w(
    "词表：还有哪些词不能出现（一行一个）",
    "詞表：還有哪些詞不能出現（一行一個）",
    "The list: other words that must not appear (one a line)",
);

pub const FREEZE: Words = w("存为一稿", "存為一稿", "Keep as a version");
pub const FREEZE_WHY: Words = w(
    "存下的一稿永远不再变；以后怎样改，都能拿来比、拿回来。",
    "存下的一稿永遠不再變；以後怎樣改，都能拿來比、拿回來。",
    "A version that is kept never changes. Whatever you write later, you can compare with it and take it back.",
);
pub const NOTE: Words = w("这一稿改了什么", "這一稿改了什麼", "What is new in it");
pub const FROZEN: Words = w("第 {n} 稿已存下", "第 {n} 稿已存下", "Version {n} is kept");
pub const VERSION: Words = w("第 {n} 稿", "第 {n} 稿", "Version {n}");
pub const VERSIONS_EMPTY: Words = w("还没有存过稿。", "還沒有存過稿。", "No version is kept yet.");
pub const NOW: Words = w("当前稿", "當前稿", "As it is now");
pub const COMPARE: Words = w("对照", "對照", "Compare");
pub const COMPARE_FROM: Words = w("从", "從", "From");
pub const COMPARE_TO: Words = w("到", "到", "To");
pub const SAME: Words = w("两稿一字不差。", "兩稿一字不差。", "The two say exactly the same.");
pub const REMOVED_ADDED: Words = w(
    "去掉 {removed} 字，添上 {added} 字",
    "去掉 {removed} 字，添上 {added} 字",
    "{removed} characters out, {added} in",
);
pub const TAKE_BACK: Words = w("恢复到这一稿", "恢復到這一稿", "Take this version back");
pub const TOOK_BACK: Words = w(
    "已恢复到第 {n} 稿；恢复之前的也存成了一稿",
    "已恢復到第 {n} 稿；恢復之前的也存成了一稿",
    "Version {n} is back; what was there before is kept as a version",
);
pub const ALTERED: Words = w(
    "这一稿和存下时的指纹对不上，可能被别的程序改过。",
    "這一稿和存下時的指紋對不上，可能被別的程式改過。",
    "This version does not match its seal; another program may have changed it.",
);

pub const RULES: Words = w("按哪种格式要求排版", "按哪種格式要求排版", "After which rules");
pub const SIGNED: Words = w("署名", "署名", "Signed");
pub const ANONYMOUS: Words = w("匿名", "匿名", "Anonymous");
pub const WITH_NAME: Words = w("署名还是匿名", "署名還是匿名", "Signed or anonymous");
pub const WHICH: Words = w("哪一稿", "哪一稿", "Which version");
pub const WORD: Words = w("下载 Word 文件", "下載 Word 檔案", "Download Word file");
pub const WORD_LOOSE: Words = w(
    "下载论证活页（匿名）",
    "下載論證活頁（匿名）",
    "Download the anonymous loose leaf",
);
pub const PRINT: Words = w("打印或存成 PDF", "列印或存成 PDF", "Print or save as PDF");
pub const MARKDOWN: Words = w("下载 Markdown", "下載 Markdown", "Download Markdown");
pub const HTML: Words = w("下载网页文件", "下載網頁檔案", "Download web page");
pub const COPY: Words = w("复制带格式的全文", "複製帶格式的全文", "Copy with formatting");
pub const COPIED: Words = w(
    "已复制。到 WPS 或公众号编辑器里粘贴。",
    "已複製。到 WPS 或公眾號編輯器裡貼上。",
    "Copied. Paste it into WPS or the editor of your page.",
);
pub const NOT_COPIED: Words = w(
    "浏览器不让复制。请下载网页文件，打开后全选复制。",
    "瀏覽器不讓複製。請下載網頁檔案，打開後全選複製。",
    "The browser did not allow it. Download the web page, open it, select all and copy.",
);
pub const MAKING: Words = w("正在排版……", "正在排版……", "Laying it out…");
pub const MADE: Words = w("已下载 {name}", "已下載 {name}", "{name} was downloaded");
pub const PREVIEW: Words = w("排好的样子", "排好的樣子", "As it will be laid out");
pub const LEFT_TO_DO: Words = w(
    "匿名稿里还有 {n} 处程序拿不准，请你判断",
    "匿名稿裡還有 {n} 處程式拿不準，請你判斷",
    "The anonymous text has {n} places for you to decide",
);
pub const NOTHING_LEFT: Words = w(
    "匿名稿里能找到的都已换掉。",
    "匿名稿裡能找到的都已換掉。",
    "What could be found was replaced in the anonymous text.",
);
pub const TEXT_TRASHED: Words = w(
    "文稿已移到废纸篓",
    "文稿已移到廢紙簍",
    "The text was moved to the trash",
);
