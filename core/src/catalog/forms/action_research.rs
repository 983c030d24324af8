//! 行动研究报告.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, REFERENCES, REFLECTED, RESULTS, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ActionResearch,
    name: w("行动研究报告", "行動研究報告", "Action-research report"),
    opening: w(
        "题目20字以内，可以写明“行动研究”；摘要200字左右；关键词3–8个。",
        "題目20字以內，可以寫明「行動研究」；摘要200字左右；關鍵詞3–8個。",
        "Title of at most 20 characters, which may say “action research”; abstract of about 200; 3–8 keywords.",
    ),
    length: (3_000, 8_000),
    title: 20,
    summary: (150, 300),
    keywords: (3, 8),
    header: &[
        h("class", w("班级", "班級", "Class")),
        h("dates", w("研究时间", "研究時間", "Time of the study")),
    ],
    sections: &[
        section(
            "background",
            w("研究背景", "研究背景", "Background"),
            None,
            w(
                "什么处境下，什么事让你停下来？",
                "什麼處境下，什麼事讓你停下來？",
                "In which situation, and what made you stop?",
            ),
            &[
                Feed::Header,
                Feed::Entries(Pick::First, Phase::Problem, &["meaning", "value", "peer"]),
            ],
        ),
        section(
            "literature",
            w("已有研究", "已有研究", "What others found"),
            None,
            w(
                "别人做到哪一步？和我的班有什么不同？",
                "別人做到哪一步？和我的班有什麼不同？",
                "How far have others come? How does your class differ?",
            ),
            &[Feed::Evidence(Pick::All, &[EvidenceKind::Reading])],
        ),
        section(
            "problem",
            w("研究问题", "研究問題", "Problem"),
            None,
            w(
                "一句话的问题，两条事实，一个起始数据。",
                "一句話的問題，兩條事實，一個起始數據。",
                "The problem in a sentence, two facts, one baseline.",
            ),
            &[
                Feed::Entries(
                    Pick::First,
                    Phase::Problem,
                    &["", "facts", "statement", "baseline", "indicator"],
                ),
                Feed::Baseline,
            ],
        ),
        section(
            "turns",
            w("行动与反思", "行動與反思", "Action and reflection"),
            None,
            w(
                "一轮一节：这一轮的问题、行动、看到的、反思、新问题。",
                "一輪一節：這一輪的問題、行動、看到的、反思、新問題。",
                "One part to each turn: its problem, action, what was seen, reflection, new problem.",
            ),
            &[Feed::Turns(&[
                (Phase::Problem, &["", "facts"]),
                (Phase::Action, &["plan", "", "done", "deviation"]),
                (Phase::Observation, OBSERVED),
                (Phase::Reflection, REFLECTED),
                (Phase::NewProblem, &[""]),
            ])],
        ),
        section(
            "collecting",
            w("资料收集", "資料收集", "Collecting data"),
            None,
            w(
                "收集了什么，怎么数的，谁数的？",
                "收集了什麼，怎麼數的，誰數的？",
                "What was collected, how was it counted, and by whom?",
            ),
            &[Feed::Captions(RESULTS)],
        ),
        section(
            "analysis",
            w("结果与分析", "結果與分析", "Results and analysis"),
            None,
            w(
                "同一把尺子，各轮相比；写出没有改善的人。",
                "同一把尺子，各輪相比；寫出沒有改善的人。",
                "One measure across the turns; who did not improve.",
            ),
            &[Feed::Change],
        ),
        section(
            "reflection",
            w("总的反思", "總的反思", "Looking back"),
            None,
            w(
                "为什么会这样？还可能是什么原因？哪里可能看错？",
                "為什麼會這樣？還可能是什麼原因？哪裡可能看錯？",
                "Why did it turn out so? What else may be the cause? Where may you be wrong?",
            ),
            &[Feed::Entries(Pick::Last, Phase::Reflection, REFLECTED)],
        ),
        section(
            "next",
            w("后续", "後續", "What comes next"),
            None,
            w(
                "没解决的、下一轮要做的。",
                "沒解決的、下一輪要做的。",
                "What remains, and what the next turn will do.",
            ),
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "只有一轮：计划、实施、成功。后一轮该是前一轮逼出来的。",
        "只有一輪：計劃、實施、成功。後一輪該是前一輪逼出來的。",
        "One turn: plan, action, success. A later turn is what an earlier one forced.",
    ),
    w(
        "各轮换了指标，前后比不了。",
        "各輪換了指標，前後比不了。",
        "The indicator changed from turn to turn, so nothing can be compared.",
    ),
    w(
        "反思只写收获，不写哪里可能看错。",
        "反思只寫收穫，不寫哪裡可能看錯。",
        "The reflection tells gains and never where it may be wrong.",
    ),
];
