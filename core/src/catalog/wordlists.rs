//! Words the problem check looks for. Lists, so that a school can argue with them.
//!
//! Each list holds Simplified and Traditional Chinese and English, in lower case: a text is folded
//! before it is searched. Words are divided by `|`; longer words stand before the shorter ones they contain.

/// Too broad to be one teacher's problem of one term.
pub(crate) const BROAD: &str = "综合素质|綜合素質|核心素养|核心素養|综合能力|綜合能力|全面发展|全面發展|全面|素质|素質\
    |素养|素養|能力的培养|能力的培養|有效性研究|实效性|實效性|教学质量|教學質量|教育质量|教育質量\
    |教学效率|教學效率|整体提高|整體提高|学习兴趣|學習興趣|overall quality|core competenc|whole child\
    |quality of teaching|quality of education";

/// Levers in others' hands.
pub(crate) const OTHERS: &str = "家长不重视|家長不重視|家长不配合|家長不配合|家长不管|家長不管|基础太差|基礎太差|基础差|基礎差|底子差\
    |班额太大|班額太大|班额大|班額大|人数太多|人數太多|考试制度|考試制度|课时不够|課時不夠|生源|智力\
    |parents do not|parents don’t|parents don't|class size|exam system|weak foundation";

/// Yes-or-no forms.
pub(crate) const YES_NO: &str = "是否|应不应该|應不應該|要不要|能不能|是不是|可不可以|该不该|該不該|whether ";

/// How an English yes-or-no question begins.
pub(crate) const YES_NO_OPENERS: &str = "is |are |was |were |do |does |did |can |could |should |will |would ";

/// Forms that hold the answer already.
pub(crate) const SETTLED: &str =
    "必须|必須|毫无疑问|毫無疑問|众所周知|眾所周知|当然应该|當然應該|of course|undoubtedly";

/// Pupils.
pub(crate) const PUPILS: &str = "学生|學生|孩子|同学|同學|小组|小組|全班|生a|生b|女生|男生|pupil|student|child";

/// What pupils do when they learn. Whole words: 学 alone would find 学生.
pub(crate) const LEARNING: &str = "学会|學會|学习|學習|学到|學到|自学|自學|理解|弄懂|读懂|讀懂|听懂|聽懂|表达|表達|观察|觀察|思考|提问\
    |提問|质疑|質疑|交流|合作|倾听|傾聽|修改|练习|練習|掌握|记住|記住|运用|運用|解决|解決|发言|發言|解释\
    |解釋|做对|做對|答对|答對|算对|算對|算清|说清|說清|看清|想清|写清|寫清|写细|寫細|写具体|寫具體|写出\
    |寫出|写得|寫得|说出|說出|读出|讀出|画出|畫出|编出|編出|唱准|唱準|边唱边听|邊唱邊聽|一边唱|一邊唱\
    |习作|習作|作文|阅读|閱讀|learn|understand|write|writing|reading| read |explain|observe|solve|practise|revise\
    |listen";

/// Signs of having read or asked.
pub(crate) const SOURCES: &str = "读过|讀過|翻过|翻過|书上|書上|书里|書裡|书中|書中|文献|文獻|文章|论文|論文|查过|查過|查了资料\
    |查了資料|请教|請教|问过同|問過同|问了同|問了同|问过老师|問過老師|和同事|讨论过|討論過|i have read\
    |i asked a colleague|according to";

/// The way of asking that two traditions judge differently.
pub(crate) const HOW_TO_IMPROVE: &str = "怎样才能提高|怎樣才能提高|如何提高|怎样提高|怎樣提高|如何提升|怎样提升|怎樣提升|how can i improve\
    |how do i improve";

/// Joints of a list. Many of them in one sentence are several problems.
pub(crate) const JOINTS: &str = "、|和|以及| and ";

/// What can be counted, after a number.
pub(crate) const UNITS: &str =
    "人|名|个|個|位|次|字|条|條|组|組|本|篇|题|題|分|节|節|句|遍|%|pupil|student|child|time|of ";

/// What pushes the one who answers.
pub(crate) const LEADING: &str = "绝大多数|絕大多數|难道|難道|众所周知|眾所周知|大家都认为|大家都認為|专家认为|專家認為|你应该|你應該\
    |you should |most people agree|as everybody contains|don’t you think|don't you think";

/// What makes two questions of one. A word that may stand in a single question, such as 和, is not among them.
pub(crate) const DOUBLE: &str = "并且|並且|以及|而且|同时又|同時又| and also | as well as ";
