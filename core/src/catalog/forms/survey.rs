//! 专题调查.

use super::form::{Feed, Form, Pick, REFERENCES, RESULTS, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Survey,
    name: w("专题调查", "專題調查", "Topical survey"),
    opening: w(
        "“关于……的调查”或“……现状与建议——以……为例”。",
        "「關於……的調查」或「……現狀與建議——以……為例」。",
        "“A survey of…”, with the sample named.",
    ),
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "question",
            w("问题的提出", "問題的提出", "The question"),
            Some((10, 10)),
            w(
                "为什么要调查？想回答哪2–3个问题？调查清楚了做什么用？",
                "為什麼要調查？想回答哪2–3個問題？調查清楚了做什麼用？",
                "Why a survey? Which 2–3 questions should it answer, and what for?",
            ),
            &[
                Feed::Entries(Pick::All, Phase::Problem, &["", "facts"]),
                Feed::Purpose,
                Feed::Entries(Pick::All, Phase::Reflection, &["enough", "other_causes"]),
            ],
        ),
        section(
            "method",
            w("调查对象与方法", "調查對象與方法", "Subjects and method"),
            Some((15, 20)),
            w(
                "谁、多少人、怎么选；问卷/访谈/观察各怎么做；发放、回收、有效各多少；时间；怎样统计；怎样保护学生。",
                "誰、多少人、怎麼選；問卷/訪談/觀察各怎麼做；發放、回收、有效各多少；時間；怎樣統計；怎樣保護學生。",
                "Who, how many, how chosen; how questionnaire, interview and observation were done; issued, returned, valid; dates; how it was counted; how pupils are protected.",
            ),
            &[
                Feed::Header,
                Feed::Sample,
                Feed::Captions(&[
                    EvidenceKind::Questionnaire,
                    EvidenceKind::Tally,
                    EvidenceKind::Interview,
                    EvidenceKind::Observation,
                    EvidenceKind::Test,
                ]),
            ],
        ),
        section(
            "results",
            w("调查结果与分析", "調查結果與分析", "Results and analysis"),
            Some((40, 45)),
            w(
                "一个小标题说一个发现，先给数据再解释；表或图紧跟文字；百分比都写清分母。",
                "一個小標題說一個發現，先給數據再解釋；表或圖緊跟文字；百分比都寫清分母。",
                "One finding under each heading: the figure first, then its reading; table or chart next to the text; a base for every percentage.",
            ),
            &[
                Feed::Findings,
                Feed::Change,
                Feed::Entries(Pick::All, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::All, RESULTS),
            ],
        ),
        section(
            "discussion",
            w("讨论（原因）", "討論（原因）", "Discussion (causes)"),
            Some((10, 15)),
            w(
                "可能的原因有哪些？哪些数据支持，哪些只是猜？",
                "可能的原因有哪些？哪些數據支持，哪些只是猜？",
                "Which causes are possible? Which do the data support, and which are guesses?",
            ),
            &[
                Feed::Entries(Pick::All, Phase::Problem, &["explanation", "other_explanation"]),
                Feed::Entries(Pick::All, Phase::Reflection, &["", "surprise", "pupils_eyes", "shaken"]),
            ],
        ),
        section(
            "proposals",
            w("结论与建议", "結論與建議", "Conclusions and proposals"),
            Some((15, 15)),
            w(
                "结论以数据为限；建议写给谁、下周能做什么。",
                "結論以數據為限；建議寫給誰、下週能做什麼。",
                "No conclusion beyond the data; proposals to somebody, for next week.",
            ),
            // Asked for: what was tried before is no proposal that follows from these findings.
            &[],
        ),
        section(
            "limits",
            w("局限", "局限", "Limits"),
            Some((3, 5)),
            w(
                "样本、工具、时间上的不足。",
                "樣本、工具、時間上的不足。",
                "What sample, tool and time do not allow.",
            ),
            &[Feed::Limits],
        ),
        section(
            "appendix",
            w("附录", "附錄", "Appendix"),
            None,
            w(
                "问卷、访谈提纲。",
                "問卷、訪談提綱。",
                "Questionnaire, interview guide.",
            ),
            &[Feed::Questionnaire, Feed::Captions(&[EvidenceKind::Questionnaire])],
        ),
        REFERENCES,
    ],
    judging: &[
        (w("选题", "選題", "Choice of topic"), 15),
        (w("设计与方法", "設計與方法", "Design and method"), 25),
        (w("数据与分析", "數據與分析", "Data and analysis"), 30),
        (w("结论与建议", "結論與建議", "Conclusions and proposals"), 20),
        (w("规范与附件", "規範與附件", "Form and appendices"), 10),
    ],
    faults: FAULTS,
};

const FAULTS: &[Words] = &[
    w(
        "没有说清样本：发放、回收、有效，缺了一个。",
        "沒有說清樣本：發放、回收、有效，缺了一個。",
        "The sample is not described: issued, returned or valid is missing.",
    ),
    w(
        "百分比没有分母，或者加起来不是100。",
        "百分比沒有分母，或者加起來不是100。",
        "A percentage without a base, or shares that do not add up to 100.",
    ),
    w(
        "多选题当成了单选题：可多选时，合计会超过100%。",
        "多選題當成了單選題：可多選時，合計會超過100%。",
        "Multiple choice read as single choice: its shares may add up to more than 100%.",
    ),
    w(
        "只调查一次，就用了“导致”“造成”“使得”。有关联，不等于是原因。",
        "只調查一次，就用了「導致」「造成」「使得」。有關聯，不等於是原因。",
        "Words of cause after one survey. What goes together need not be cause and effect.",
    ),
    w(
        "题目有诱导性，或者一题问了两件事。",
        "題目有誘導性，或者一題問了兩件事。",
        "A question that leads, or asks two things at once.",
    ),
    w(
        "文字只重复表中数据，没有分析。",
        "文字只重複表中數據，沒有分析。",
        "The prose repeats the table and does not read it.",
    ),
    w(
        "建议和发现对不上。每条建议至少对应一个发现。",
        "建議和發現對不上。每條建議至少對應一個發現。",
        "Proposals that do not follow. Each rests on at least one finding.",
    ),
    w("没有附问卷。", "沒有附問卷。", "The questionnaire is not attached."),
];
