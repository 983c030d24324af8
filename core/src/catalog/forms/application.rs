//! 课题申报书.

use super::form::{Feed, Form, PLAIN, Pick, RESULTS, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Application,
    name: w("课题申报书", "課題申報書", "Project application"),
    opening: w(
        "课题名称写“对象+内容+方法”，一般不超过20个字；不写口号。",
        "課題名稱寫「對象+內容+方法」，一般不超過20個字；不寫口號。",
        "The title names whom, what and how, as a rule in at most 20 characters; no slogans.",
    ),
    length: (2_000, 5_000),
    title: 20,
    header: &[
        h("leader", w("负责人", "負責人", "Leader")),
        h("sex", w("性别", "性別", "Sex")),
        h("born", w("出生年月", "出生年月", "Born")),
        h("post", w("职务", "職務", "Post")),
        h("rank", w("职称", "職稱", "Professional title")),
        h("speciality", w("专长", "專長", "Speciality")),
        h("unit", w("单位", "單位", "School")),
        h("members", w("成员", "成員", "Members")),
        h("period", w("研究期限", "研究期限", "Period")),
    ],
    sections: &[
        section(
            "significance",
            w("研究背景与意义", "研究背景與意義", "Background and significance"),
            None,
            w(
                "真问题：事实与数据；意义；价值。",
                "真問題：事實與數據；意義；價值。",
                "A real problem: facts and figures; why it matters; its worth.",
            ),
            &[
                Feed::Entries(
                    Pick::First,
                    Phase::Problem,
                    &["", "facts", "statement", "meaning", "value"],
                ),
                Feed::Baseline,
            ],
        )
        .loose(),
        section(
            "state",
            w(
                "研究现状与创新点",
                "研究現狀與創新點",
                "State of the art, and what is new",
            ),
            None,
            w(
                "别人做到哪一步？我接着做哪一点？",
                "別人做到哪一步？我接著做哪一點？",
                "How far have others come? At which point do you go on?",
            ),
            &[Feed::Evidence(Pick::All, &[EvidenceKind::Reading])],
        )
        .loose(),
        section(
            "terms",
            w("核心概念界定", "核心概念界定", "Key terms"),
            None,
            w(
                "2–3个，写成能看见、能测量的样子。",
                "2–3個，寫成能看見、能測量的樣子。",
                "Two or three, put so that they can be seen and measured.",
            ),
            &[Feed::Entries(Pick::First, Phase::Problem, &["indicator"])],
        )
        .loose(),
        section(
            "aims",
            w("研究目标与内容", "研究目標與內容", "Aims and content"),
            None,
            w(
                "目标是变化；内容是要做的事，一一对应。",
                "目標是變化；內容是要做的事，一一對應。",
                "Aims are changes; content is what will be done, one for each.",
            ),
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        )
        .loose()
        .starter(w(
            "| 目标（要有什么变化） | 内容（为此做什么） |\n|---|---|\n|  |  |\n|  |  |",
            "| 目標（要有什麼變化） | 內容（為此做什麼） |\n|---|---|\n|  |  |\n|  |  |",
            "| Aim (what is to change) | Content (what is done for it) |\n|---|---|\n|  |  |\n|  |  |",
        )),
        section(
            "methods",
            w("研究方法与步骤", "研究方法與步驟", "Methods and steps"),
            None,
            w(
                "行动研究为主；每一轮做什么、收集什么。",
                "行動研究為主；每一輪做什麼、收集什麼。",
                "Action research in the main; what each turn does, and what it collects.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Action, &["plan", ""])],
        )
        .loose()
        .starter(w(
            "| 时间 | 做什么 | 收集什么 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| 時間 | 做什麼 | 收集什麼 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| Time | What is done | What is collected |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
        )),
        section(
            "results",
            w("预期成果", "預期成果", "Expected results"),
            None,
            w(
                "文体、时间、负责人（活页里不写姓名）。",
                "文體、時間、負責人（活頁裡不寫姓名）。",
                "Kind of text, date, who is in charge (no names on the loose leaf).",
            ),
            &[],
        )
        .loose(),
        section(
            "conditions",
            w("条件与保障", "條件與保障", "Conditions"),
            None,
            w(
                "已有基础、分工、时间、经费。1000字左右。",
                "已有基礎、分工、時間、經費。1000字左右。",
                "Groundwork, who does what, time, money. About 1,000 characters.",
            ),
            &[Feed::Change, Feed::Captions(RESULTS)],
        ),
        section(
            "references",
            w("参考文献", "參考文獻", "References"),
            None,
            w("不超过10条。", "不超過10條。", "Ten at most."),
            &[Feed::Captions(&[EvidenceKind::Reading])],
        )
        .loose(),
        section(
            "opinion",
            w("单位意见", "單位意見", "The school’s opinion"),
            None,
            w(
                "由单位填写并盖章。",
                "由單位填寫並蓋章。",
                "Filled in and sealed by the school.",
            ),
            &[],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "名称是口号，看不出对象和做法。",
        "名稱是口號，看不出對象和做法。",
        "The title is a slogan that names neither whom nor how.",
    ),
    w(
        "目标写成了要做的事，没有说要有什么变化。",
        "目標寫成了要做的事，沒有說要有什麼變化。",
        "Aims that list activities and name no change.",
    ),
    w(
        "活页里露出了姓名、单位或只有本校才有的叫法。",
        "活頁裡露出了姓名、單位或只有本校才有的叫法。",
        "The loose leaf shows a name, the school, or a term only this school uses.",
    ),
    w(
        "步骤按月份排，没有一轮接一轮，也没有写收集什么。",
        "步驟按月份排，沒有一輪接一輪，也沒有寫收集什麼。",
        "Steps by months, not turn by turn, and nothing is collected.",
    ),
];
