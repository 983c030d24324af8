//! 结题报告.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, REFERENCES, REFLECTED, RESULTS, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::FinalReport,
    name: w("结题报告", "結題報告", "Final report"),
    opening: w(
        "题目用立项的课题名称。全文五千字左右，措施是主体。",
        "題目用立項的課題名稱。全文五千字左右，措施是主體。",
        "The title is the project’s as approved. About 5,000 characters, most of them about what was done.",
    ),
    length: (3_000, 8_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("number", w("立项编号", "立項編號", "Project number")),
        h("leader", w("负责人", "負責人", "Leader")),
        h("members", w("成员", "成員", "Members")),
        h("period", w("研究期限", "研究期限", "Period")),
    ],
    sections: &[
        section(
            "overview",
            w("课题概述", "課題概述", "Overview"),
            Some((18, 25)),
            w(
                "背景、相关研究、现实意义、概念界定。可以从申报书取来。",
                "背景、相關研究、現實意義、概念界定。可以從申報書取來。",
                "Background, related research, why it matters, key terms. May come from the application.",
            ),
            &[
                Feed::Entries(
                    Pick::First,
                    Phase::Problem,
                    &["", "facts", "statement", "meaning", "value"],
                ),
                Feed::Baseline,
            ],
        ),
        section(
            "aims",
            w("目标与内容", "目標與內容", "Aims and content"),
            Some((5, 10)),
            w(
                "和申报书一致；改过的写明为什么改。",
                "和申報書一致；改過的寫明為什麼改。",
                "As in the application; what was changed, and why.",
            ),
            &[],
        ),
        section(
            "measures",
            w("方法、过程与措施", "方法、過程與措施", "Methods, process and measures"),
            Some((40, 45)),
            w(
                "一轮一轮写：做了什么，为什么改。措施是全文的核心。",
                "一輪一輪寫：做了什麼，為什麼改。措施是全文的核心。",
                "Turn by turn: what was done, and why it was changed. The measures are the core.",
            ),
            &[Feed::Turns(&[
                (Phase::Action, &["", "done", "deviation"]),
                (Phase::Observation, OBSERVED),
                (Phase::Reflection, &[""]),
            ])],
        ),
        section(
            "results",
            w("结果与结论", "結果與結論", "Results and conclusions"),
            Some((20, 25)),
            w(
                "效果写前后变化；成果写认识与办法。",
                "效果寫前後變化；成果寫認識與辦法。",
                "Effects are changes from before to after; results are insights and ways.",
            ),
            &[
                Feed::Change,
                Feed::Evidence(Pick::After, RESULTS),
                Feed::Entries(Pick::All, Phase::Reflection, REFLECTED),
            ],
        ),
        section(
            "open",
            w("问题与讨论", "問題與討論", "Open questions"),
            Some((5, 10)),
            w(
                "没有做到的，说不清的，接下去的。",
                "沒有做到的，說不清的，接下去的。",
                "What was not reached, what is not clear, what comes next.",
            ),
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
        section(
            "appendix",
            w("附录", "附錄", "Appendix"),
            None,
            w(
                "问卷、观察表、作品、课例。",
                "問卷、觀察表、作品、課例。",
                "Questionnaires, observation sheets, pupils’ work, lessons.",
            ),
            &[Feed::Captions(&[EvidenceKind::Questionnaire, EvidenceKind::Document])],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "前四分之一都在说理论，措施只有几行。",
        "前四分之一都在說理論，措施只有幾行。",
        "A quarter of theory first, and a few lines of what was done.",
    ),
    w(
        "获奖当成了效果。先写学生的变化。",
        "獲獎當成了效果。先寫學生的變化。",
        "Prizes in place of effects. First what changed for pupils.",
    ),
    w(
        "结论比数据走得远。",
        "結論比數據走得遠。",
        "Conclusions that go further than the data.",
    ),
];
