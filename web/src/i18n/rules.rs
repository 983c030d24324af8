//! Words of contest rules and layout.

use luoxuan::catalog::Words;

use super::w;

pub const RULES_SAY: Words = w("这份要求说什么", "這份要求說什麼", "What these rules say");
pub const COPY: Words = w("照它改一份我自己的", "照它改一份我自己的", "Make my own copy to change");
pub const MINE: Words = w("（我的）", "（我的）", " (mine)");
pub const NAME: Words = w("名称", "名稱", "Name");
pub const ORGANISER: Words = w("主办", "主辦", "Organiser");
pub const LEVEL: Words = w("级别", "級別", "Level");
pub const YEAR: Words = w("年份", "年份", "Year");
pub const DUE_AT_SCHOOL: Words = w("校内截止", "校內截止", "Due at school");
pub const DUE_ABOVE: Words = w("上级截止", "上級截止", "Due above");
pub const LEAST: Words = w("最少字数", "最少字數", "Fewest characters");
pub const MOST: Words = w("最多字数", "最多字數", "Most characters");
pub const LIMIT: Words = w("超过多少字不评", "超過多少字不評", "Not judged beyond");
pub const SUMMARY_MOST: Words = w("摘要最多字数", "摘要最多字數", "Most characters of the abstract");
pub const KEYWORDS_LEAST: Words = w("最少关键词", "最少關鍵詞", "Fewest keywords");
pub const KEYWORDS_MOST: Words = w("最多关键词", "最多關鍵詞", "Most keywords");
pub const FILE_NAME: Words = w(
    "文件名：{title} 换成题目，{name} 姓名，{school} 学校，{subject} 学科，{type} 文体",
    "檔案名：{title} 換成題目，{name} 姓名，{school} 學校，{subject} 學科，{type} 文體",
    "File name: {title}, {name}, {school}, {subject} and {type} are filled in",
);
pub const MORE_RULES: Words = w("更多要求", "更多要求", "More rules");
pub const CORNER: Words = w("首页角上的字", "首頁角上的字", "Words in the corner of the first page");
pub const HEADER: Words = w("页眉", "頁眉", "Page header");
pub const ELIGIBLE: Words = w("谁能参加", "誰能參加", "Who may enter");
pub const AUTHORS: Words = w("最多几位作者", "最多幾位作者", "Most authors");
pub const SIMILARITY: Words = w("查重要求", "查重要求", "Similarity");
pub const MACHINE_TEXT: Words = w("对机器代写的要求", "對機器代寫的要求", "Text made by a machine");
pub const REUSE: Words = w("对用过的文章的要求", "對用過的文章的要求", "Texts used before");
pub const CONTACT: Words = w("联系谁", "聯絡誰", "Contact");
pub const NOTE: Words = w("其他", "其他", "Other");
pub const ANONYMITY: Words = w("匿名要求", "匿名要求", "Anonymity");
pub const CITATION: Words = w("参考文献按", "參考文獻按", "References after");
pub const BYLINE: Words = w(
    "题目下写单位和姓名",
    "題目下寫單位和姓名",
    "Unit and name under the title",
);
pub const LAYOUT: Words = w("版式", "版式", "Layout");
pub const FAMILY: Words = w("字体", "字體", "Font");
pub const SIZE: Words = w("字号", "字號", "Size");
pub const LINE_MULTIPLE: Words = w(
    "行距（倍；不填是 1.5）",
    "行距（倍；不填是 1.5）",
    "Line spacing (times; 1.5 if empty)",
);
pub const LINE_POINTS: Words = w("固定行距（磅）", "固定行距（點）", "Exact line spacing (points)");
pub const INDENT: Words = w(
    "首行缩进（字；不填是 2）",
    "首行縮排（字；不填是 2）",
    "First-line indent (characters; 2 if empty)",
);
pub const MARGIN_TOP: Words = w(
    "上边距（厘米；不填是 2.5）",
    "上邊距（公分；不填是 2.5）",
    "Top margin (cm; 2.5 if empty)",
);
pub const MARGIN_BOTTOM: Words = w(
    "下边距（厘米；不填是 2.5）",
    "下邊距（公分；不填是 2.5）",
    "Bottom margin (cm; 2.5 if empty)",
);
pub const MARGIN_LEFT: Words = w(
    "左边距（厘米；不填是 2.5）",
    "左邊距（公分；不填是 2.5）",
    "Left margin (cm; 2.5 if empty)",
);
pub const MARGIN_RIGHT: Words = w(
    "右边距（厘米；不填是 2.5）",
    "右邊距（公分；不填是 2.5）",
    "Right margin (cm; 2.5 if empty)",
);
pub const PAGE_NUMBER: Words = w("页码", "頁碼", "Page number");
pub const TABLE_LINES: Words = w("表格线", "表格線", "Table lines");
