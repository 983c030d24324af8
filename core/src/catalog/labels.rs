//! What each value of a closed list is called.

use super::{Words, w};
use crate::record::{
    Anonymity, Direction, DocumentState, Edition, EvidenceKind, Fate, HowKnown, ItemKind, Outcome, PageNumber, Phase,
    Privacy, ReferenceKind, Role, Sampling, SpiralState, SurveyMode, TableLines, TextType, TextTypes, VehicleKind,
};
use crate::spiral::{Step, TurnState};
use crate::survey::sheet::Form;

/// A closed list whose values have names people read.
pub trait Labelled {
    /// What it is called.
    fn label(self) -> Words;
}

macro_rules! labels {
    ($($list:ident { $($value:ident $words:expr;)* })*) => {
        $(impl Labelled for $list {
            fn label(self) -> Words {
                match self { $(Self::$value => $words,)* }
            }
        })*
    };
}

labels! {
    Phase {
        Problem w("问题", "問題", "Problem");
        Action w("行动", "行動", "Action");
        Observation w("观察", "觀察", "Observation");
        Reflection w("反思", "反思", "Reflection");
        NewProblem w("新问题", "新問題", "New problem");
        Note w("随记", "隨記", "Note");
    }
    Fate {
        Undecided w("未定", "未定", "Undecided");
        NextTurn w("进入下一轮", "進入下一輪", "Opens the next turn");
        OwnSpiral w("另开线索", "另開線索", "Gets its own spiral");
        Pool w("进问题库", "進問題庫", "Waits in the pool");
        LetGo w("不再追", "不再追", "Let go");
    }
    Outcome {
        Unsaid w("还没有说", "還沒有說", "Not said yet");
        Met w("达到", "達到", "Came true");
        Partly w("部分达到", "部分達到", "Came true in part");
        NotMet w("没有达到", "沒有達到", "Did not come true");
        Unclear w("看不出", "看不出", "Cannot be seen");
    }
    TurnState {
        Problem w("提出问题", "提出問題", "Stating the problem");
        Planning w("计划中", "計劃中", "Planning");
        Acting w("行动中", "行動中", "Acting");
        Reflecting w("反思中", "反思中", "Reflecting");
        Closed w("已收束", "已收束", "Closed");
    }
    SpiralState {
        Running w("进行中", "進行中", "Running");
        Paused w("暂停", "暫停", "Paused");
        Carried w("待续（转下学期）", "待續（轉下學期）", "Carried over");
        Solved w("已结束·基本解决", "已結束·基本解決", "Ended: mostly solved");
        GivenUp w("已结束·放弃", "已結束·放棄", "Ended: given up");
        ToProject w("转课题", "轉課題", "Became a project");
        ToGroup w("转教研组", "轉教研組", "Taken on by the group");
    }
    Direction {
        Up w("越多越好", "越多越好", "More is better");
        Down w("越少越好", "越少越好", "Less is better");
        Watch w("只看变化", "只看變化", "Only watched");
    }
    HowKnown {
        Seen w("看到", "看到", "Seen");
        Counted w("数过", "數過", "Counted");
        PupilWork w("学生作品", "學生作品", "Pupil’s work");
        Told w("听说", "聽說", "Told");
        Remembered w("事后回忆", "事後回憶", "Remembered later");
    }
    EvidenceKind {
        Observation w("观察记录", "觀察記錄", "Observation note");
        Tally w("计数", "計數", "Count");
        PupilWork w("学生作品", "學生作品", "Pupil’s work");
        Photo w("照片", "照片", "Photo");
        Recording w("录音录像", "錄音錄像", "Recording");
        Interview w("访谈", "訪談", "Interview");
        Questionnaire w("问卷", "問卷", "Questionnaire");
        Test w("测验成绩", "測驗成績", "Test");
        Rating w("等级评定", "等級評定", "Rating");
        Document w("文本资料", "文本資料", "Document");
        Feedback w("他人反馈", "他人反饋", "Feedback");
        Reading w("阅读摘录", "閱讀摘錄", "Reading");
    }
    Privacy {
        Public w("可公开", "可公開", "May be shown");
        Group w("组内", "組內", "Group only");
        Own w("仅自己", "僅自己", "Only me");
        Identifiable w("含可识别学生", "含可識別學生", "A pupil can be recognised");
    }
    VehicleKind {
        OneThing w("做成一件事", "做成一件事", "Get One Thing Done");
        GroupTopic w("教研组专题", "教研組專題", "Group research topic");
        Project w("课题", "課題", "Research project");
        RoutineClass w("学规班", "學規班", "Learning-routine class");
    }
    Anonymity {
        Signed w("署名", "署名", "Signed");
        Body w("正文不署名", "正文不署名", "No name in the text");
        Everything w("正文、文件名和属性都不署名", "正文、檔案名和屬性都不署名", "No name in the text, the file’s name and its properties");
    }
    Edition {
        Gbt2025 w("GB/T 7714—2025", "GB/T 7714—2025", "GB/T 7714—2025");
        Gbt2015 w("GB/T 7714—2015", "GB/T 7714—2015", "GB/T 7714—2015");
    }
    PageNumber {
        BottomCentre w("页脚居中", "頁尾置中", "Bottom centre");
        BottomRight w("页脚靠右", "頁尾靠右", "Bottom right");
        Nowhere w("不要页码", "不要頁碼", "None");
    }
    TableLines {
        Three w("三线表", "三線表", "Three lines");
        Grid w("每格都有框", "每格都有框", "A frame round every cell");
    }
    Role {
        Title w("题目", "題目", "Title");
        Subtitle w("副标题", "副標題", "Subtitle");
        Author w("单位姓名", "單位姓名", "Unit and name");
        Label w("“摘要”“关键词”", "「摘要」「關鍵詞」", "The words “Abstract” and “Keywords”");
        Summary w("摘要和关键词", "摘要和關鍵詞", "Abstract and keywords");
        Heading1 w("一级标题", "一級標題", "Heading 1");
        Heading2 w("二级标题", "二級標題", "Heading 2");
        Heading3 w("三级标题", "三級標題", "Heading 3");
        Heading4 w("四级标题", "四級標題", "Heading 4");
        Body w("正文", "正文", "Body");
        Quote w("引文", "引文", "Quotation");
        Table w("表中文字", "表中文字", "Table text");
        Caption w("表题图题", "表題圖題", "Captions");
        Reference w("参考文献", "參考文獻", "References");
        Note w("脚注", "腳註", "Footnotes");
        Margin w("页眉页码", "頁首頁碼", "Header and page number");
    }
    TextTypes {
        AnyOne w("任选一种", "任選一種", "Any one");
        AllThree w("三种都写", "三種都寫", "All three");
    }
    Sampling {
        Whole w("全体", "全體", "Everybody");
        Cluster w("整群", "整群", "Whole groups");
        Random w("随机", "隨機", "At random");
        Convenience w("方便", "方便", "Those at hand");
    }
    SurveyMode {
        Paper w("纸笔", "紙筆", "On paper");
        Hands w("举手", "舉手", "Show of hands");
        Online w("在线", "線上", "Online");
        Interview w("访谈", "訪談", "Interview");
    }
    ItemKind {
        Single w("单选", "單選", "One answer");
        Multiple w("多选", "多選", "Several answers");
        Likert5 w("五点量表", "五點量表", "Five-point scale");
        Likert4 w("四点量表", "四點量表", "Four-point scale");
        Number w("数字", "數字", "Number");
        Open w("开放题", "開放題", "Open question");
    }
    TextType {
        Experience w("经验总结", "經驗總結", "Experience summary");
        Survey w("专题调查", "專題調查", "Topical survey");
        ImprovementCase w("教学改进案例", "教學改進案例", "Teaching-improvement case");
        TeachingReflection w(
"教学反思",
"教學反思",
"Teaching reflection");
        TeachingCase w(
"教学案例",
"教學案例",
"Teaching case");
        LessonStudy w(
"课例研究",
"課例研究",
"Lesson study");
        ReadingNotes w(
"读书心得",
"讀書心得",
"Reading reflection");
        Narrative w(
"教学叙事",
"教學敘事",
"Teaching narrative");
        ActionResearch w(
"行动研究报告",
"行動研究報告",
"Action-research report");
        Application w(
"课题申报书",
"課題申報書",
"Project application");
        FinalReport w(
"结题报告",
"結題報告",
"Final report");
        LessonObservation w(
"观课记录",
"觀課記錄",
"Lesson-observation record");
        GroupMeeting w(
"教研活动记录",
"教研活動記錄",
"Group-meeting record");
        TermReport w(
"工作总结",
"工作總結",
"Term report");
    }
    ReferenceKind {
        Journal w(
"期刊文章",
"期刊文章",
"Journal article");
        Book w(
"专著",
"專著",
"Book");
        Thesis w(
"学位论文",
"學位論文",
"Thesis");
        Proceedings w(
"会议文集",
"會議文集",
"Proceedings");
        Newspaper w(
"报纸文章",
"報紙文章",
"Newspaper article");
        Report w(
"报告",
"報告",
"Report");
        Standard w(
"标准",
"標準",
"Standard");
        Web w(
"网络资源",
"網絡資源",
"Web page");
        Dataset w(
"数据集",
"數據集",
"Dataset");
        Preprint w(
"预印本",
"預印本",
"Preprint");
    }
    DocumentState {
        Choosing w("选题", "選題", "Choosing a topic");
        Outline w("提纲", "提綱", "Outline");
        FirstDraft w("初稿", "初稿", "First draft");
        PeerReading w("互读", "互讀", "Peer reading");
        Revising w("修改", "修改", "Revising");
        Final w("定稿", "定稿", "Final");
        Used w("已用", "已用", "Used");
    }
}

impl Labelled for Form {
    fn label(self) -> Words {
        match self {
            Self::Order => w("排序", "排序", "Order"),
            // What becomes an item is called as the item is.
            other => other.kind().label(),
        }
    }
}

impl Labelled for Step {
    fn label(self) -> Words {
        match self {
            Self::StateProblem => w("写清问题", "寫清問題", "state the problem"),
            Self::Act => w("试一个做法", "試一個做法", "try something"),
            Self::CarryOut => w("写下实际做了什么", "寫下實際做了什麼", "write what was really done"),
            Self::Reflect => w("反思", "反思", "reflect"),
            Self::FindNewProblem => w("找新问题", "找新問題", "find the new problem"),
            Self::DecideFate(_) => w(
                "给新问题一个去向",
                "給新問題一個去向",
                "decide what becomes of the new problem",
            ),
        }
    }
}
