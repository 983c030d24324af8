//! 课例研究.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, REFLECTED, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::LessonStudy,
    name: w("课例研究", "課例研究", "Lesson study"),
    opening: w(
        "题目写研究的问题和课例。两次实践用同一把尺子比；教案的第一稿留着。",
        "題目寫研究的問題和課例。兩次實踐用同一把尺子比；教案的第一稿留著。",
        "The title names the question and the lesson. Both teachings are measured alike; the first draft of the plan is kept.",
    ),
    length: (2_000, 6_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("lesson", w("课题", "課題", "Lesson")),
        h("class", w("班级", "班級", "Classes")),
        h("teacher", w("执教", "執教", "Teacher")),
        h("observers", w("观察", "觀察", "Observers")),
        h("recorder", w("记录", "記錄", "Recorder")),
        h("chair", w("主持", "主持", "Chair")),
    ],
    sections: &[
        section(
            "theme",
            w("研究主题", "研究主題", "Theme"),
            None,
            w(
                "研究哪个问题？为什么这节课看得出来？",
                "研究哪個問題？為什麼這節課看得出來？",
                "Which question? Why can this lesson show it?",
            ),
            &[Feed::Problem(&["", "statement", "facts", "meaning"])],
        ),
        section(
            "design",
            w("教学设计", "教學設計", "Lesson design"),
            None,
            w(
                "怎样教，为什么这样教；保留第一稿。",
                "怎樣教，為什麼這樣教；保留第一稿。",
                "How it is to be taught, and why; keep the first draft.",
            ),
            &[Feed::Entries(Pick::First, Phase::Action, &["plan"])],
        ),
        section(
            "first",
            w("第一次实践", "第一次實踐", "First teaching"),
            None,
            w(
                "日期、班级、执教、谁观察什么；记录看到的。",
                "日期、班級、執教、誰觀察什麼；記錄看到的。",
                "Date, class, teacher, who observes what; a record of what was seen.",
            ),
            &[Feed::Entries(Pick::First, Phase::Action, &["", "done", "deviation"])],
        )
        .starter(w(
            "| 观察点 | 观察者 | 看到的 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| 觀察點 | 觀察者 | 看到的 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| Point observed | Observer | What was seen |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
        )),
        section(
            "review",
            w("第一次议课", "第一次議課", "First review"),
            None,
            w(
                "对着主题，看到了什么？商定改哪一步？",
                "對著主題，看到了什麼？商定改哪一步？",
                "Held against the theme, what was found? Which step was agreed to change?",
            ),
            &[
                Feed::Entries(Pick::First, Phase::Reflection, REFLECTED),
                Feed::Entries(Pick::First, Phase::NewProblem, &[""]),
            ],
        ),
        section(
            "second",
            w(
                "第二次实践（平行班）",
                "第二次實踐（平行班）",
                "Second teaching (parallel class)",
            ),
            None,
            w(
                "改了哪几步；记录同样的观察点。",
                "改了哪幾步；記錄同樣的觀察點。",
                "Which steps were changed; the same points observed.",
            ),
            &[
                Feed::Entries(Pick::Last, Phase::Action, &["", "done", "deviation"]),
                Feed::Entries(Pick::Last, Phase::Observation, OBSERVED),
            ],
        )
        .starter(w(
            "| 观察点 | 观察者 | 看到的 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| 觀察點 | 觀察者 | 看到的 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
            "| Point observed | Observer | What was seen |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
        )),
        section(
            "comparison",
            w("对比与讨论", "對比與討論", "Comparison"),
            None,
            w(
                "两个班，同一个指标。两个班本来一样吗？",
                "兩個班，同一個指標。兩個班本來一樣嗎？",
                "Both classes, the same indicator. Were they alike to begin with?",
            ),
            &[Feed::Change],
        )
        .starter(w(
            "| 指标 | 第一次 | 第二次 |\n|---|---|---|\n|  |  |  |",
            "| 指標 | 第一次 | 第二次 |\n|---|---|---|\n|  |  |  |",
            "| Indicator | First | Second |\n|---|---|---|\n|  |  |  |",
        )),
        section(
            "conclusions",
            w("结论与启示", "結論與啓示", "Conclusions"),
            None,
            w(
                "什么站得住，什么还不知道？同一节课不必没完没了地磨。",
                "什麼站得住，什麼還不知道？同一節課不必沒完沒了地磨。",
                "What holds, and what is not known yet? One lesson need not be polished for ever.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Reflection, REFLECTED)],
        ),
        section(
            "attachments",
            w("附件", "附件", "Attachments"),
            None,
            w(
                "教案两稿、观察表、学生作品。",
                "教案兩稿、觀察表、學生作品。",
                "Both drafts of the plan, observation sheets, pupils’ work.",
            ),
            &[Feed::Captions(&[
                EvidenceKind::Document,
                EvidenceKind::PupilWork,
                EvidenceKind::Recording,
            ])],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "写成了评课：说谁上得好，没有回答研究的问题。",
        "寫成了評課：說誰上得好，沒有回答研究的問題。",
        "It judges the lesson and does not answer the question.",
    ),
    w(
        "两次实践用了两把尺子，比不出来。",
        "兩次實踐用了兩把尺子，比不出來。",
        "Two teachings, two measures: nothing can be compared.",
    ),
    w(
        "第一稿没有留，看不出改了哪里。",
        "第一稿沒有留，看不出改了哪裡。",
        "The first draft is gone, so nobody sees what was changed.",
    ),
];
