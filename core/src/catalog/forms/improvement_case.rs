//! 教学改进案例.

use super::form::{Feed, Form, Pick, RESULTS, section};
use crate::catalog::{Words, w};
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ImprovementCase,
    name: w("教学改进案例", "教學改進案例", "Teaching-improvement case"),
    opening: w(
        "主标题写改进点，副标题写课例。",
        "主標題寫改進點，副標題寫課例。",
        "The title says what was improved, the subtitle in which lesson.",
    ),
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "background",
            w("案例背景", "案例背景", "Background"),
            Some((8, 10)),
            w(
                "年级、人数、课题、学情、为什么选它。300字以内。",
                "年級、人數、課題、學情、為什麼選它。300字以內。",
                "Grade, number of pupils, lesson, where pupils stand, why this one. At most 300 characters.",
            ),
            &[Feed::Background, Feed::Problem(&["statement", "pupils", "meaning"])],
        )
        .most(300),
        section(
            "diagnosis",
            w("问题诊断", "問題診斷", "Diagnosis"),
            Some((20, 25)),
            w(
                "还原改进前的一个片段（师生原话），给出一个数据，再归因2–3条，区分“看到的”和“猜想的”。",
                "還原改進前的一個片段（師生原話），給出一個數據，再歸因2–3條，區分「看到的」和「猜想的」。",
                "One scene before, in real words; one figure; 2–3 causes, with what was seen apart from what is guessed.",
            ),
            &[
                Feed::Problem(&["", "facts", "explanation", "other_explanation"]),
                Feed::Baseline,
                Feed::Entries(Pick::Before, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::Before, RESULTS),
            ],
        ),
        section(
            "redesign",
            w("改进设计与实施", "改進設計與實施", "Redesign and teaching"),
            Some((35, 40)),
            w(
                "改了哪一步、为什么；还原改进后的片段；可写第一次、第二次改进；同一学生前后对照。",
                "改了哪一步、為什麼；還原改進後的片段；可寫第一次、第二次改進；同一學生前後對照。",
                "Which step was changed and why; a scene after; perhaps a first and a second try; the same pupil before and after.",
            ),
            &[Feed::Entries(
                Pick::All,
                Phase::Action,
                &["plan", "", "done", "deviation"],
            )],
        ),
        section(
            "effect",
            w("改进效果", "改進效果", "Effect"),
            Some((10, 15)),
            w(
                "同一指标前后对比；写出没有改善的人。",
                "同一指標前後對比；寫出沒有改善的人。",
                "The same indicator before and after; who did not improve.",
            ),
            &[
                Feed::Step,
                Feed::Trend,
                Feed::Entries(Pick::After, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::After, RESULTS),
            ],
        ),
        section(
            "reflection",
            w("反思与启示", "反思與啟示", "Reflection"),
            Some((15, 20)),
            w(
                "为什么有效？哪里可能看错？别的课能用吗？新问题是什么？",
                "為什麼有效？哪裡可能看錯？別的課能用嗎？新問題是什麼？",
                "Why did it work? Where may I be wrong? Would it work elsewhere? What is the new problem?",
            ),
            &[
                Feed::Entries(
                    Pick::All,
                    Phase::Reflection,
                    &["", "surprise", "pupils_eyes", "shaken", "other_causes"],
                ),
                Feed::Entries(Pick::After, Phase::NewProblem, &[""]),
            ],
        ),
    ],
    judging: &[
        (w("问题诊断", "問題診斷", "Diagnosis"), 20),
        (w("改进过程与细节", "改進過程與細節", "Process and detail"), 30),
        (w("效果证据", "效果證據", "Evidence of the effect"), 20),
        (w("反思启示", "反思啟示", "Reflection"), 20),
        (w("表达与规范", "表達與規範", "Language and form"), 10),
    ],
    faults: FAULTS,
};

const FAULTS: &[Words] = &[
    w(
        "贴了教案或实录：对话占了大半。",
        "貼了教案或實錄：對話占了大半。",
        "A lesson plan or transcript was pasted in: dialogue fills most of it.",
    ),
    w(
        "没有“改进前”，也就看不出改进。第二节要有一个片段或一个数据。",
        "沒有「改進前」，也就看不出改進。第二節要有一個片段或一個數據。",
        "Without a “before” there is no improvement. The diagnosis needs a scene or a figure.",
    ),
    w(
        "对话是编的，学生说得太完美。只写听到的原话。",
        "對話是編的，學生說得太完美。只寫聽到的原話。",
        "Invented dialogue, model pupils. Write only words that were heard.",
    ),
    w(
        "贴理论标签代替分析，没有结合片段。",
        "貼理論標籤代替分析，沒有結合片段。",
        "A theory’s label in place of analysis, with no link to the scene.",
    ),
    w(
        "一篇里有两个主题。只留一个。",
        "一篇裡有兩個主題。只留一個。",
        "Two themes in one text. Keep one.",
    ),
    w(
        "写了学生真名或校名。学生换成代号，学校写“我校”。",
        "寫了學生真名或校名。學生換成代號，學校寫「我校」。",
        "Real names of pupils or the school. Give pupils codes, and write “our school”.",
    ),
];
