//! 教学案例.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, REFLECTED, RESULTS, h, section};
use crate::catalog::{Words, w};
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TeachingCase,
    name: w("教学案例", "教學案例", "Teaching case"),
    opening: w(
        "题目说出这件事，不说大道理。真实、典型、含有问题、有细节、有评析；不一定要有改进前后。",
        "題目說出這件事，不說大道理。真實、典型、含有問題、有細節、有評析；不一定要有改進前後。",
        "The title tells the event, not a doctrine. True, typical, with a problem, in detail, analysed; it need not have a before and an after.",
    ),
    length: (2_000, 6_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("lesson", w("课题", "課題", "Lesson")),
        h("class", w("年级", "年級", "Grade")),
        h("date", w("时间", "時間", "Time")),
        h("characters", w("人物代号", "人物代號", "People, by codes")),
    ],
    sections: &[
        section(
            "background",
            w("背景", "背景", "Background"),
            None,
            w(
                "时间、地点、人物、起因；是常态课还是公开课？",
                "時間、地點、人物、起因；是常態課還是公開課？",
                "When, where, who, how it began; an everyday lesson or an open one?",
            ),
            &[Feed::Header, Feed::Problem(&["facts", "pupils"])],
        )
        .most(300),
        section(
            "theme",
            w("主题", "主題", "Theme"),
            None,
            w(
                "这个案例只想说明一件什么事？",
                "這個案例只想說明一件什麼事？",
                "Which one thing is this case to show?",
            ),
            &[Feed::Problem(&["", "statement"])],
        ),
        section(
            "scene",
            w("情境描述", "情境描述", "Scene and detail"),
            None,
            w(
                "写清从“不会”到“会”的那几步：谁说了什么，做了什么。",
                "寫清從「不會」到「會」的那幾步：誰說了什麼，做了什麼。",
                "The steps from “cannot” to “can”: who said what, who did what.",
            ),
            &[
                Feed::Entries(Pick::All, Phase::Action, &["", "done"]),
                Feed::Entries(Pick::All, Phase::Observation, OBSERVED),
            ],
        ),
        section(
            "result",
            w("结果", "結果", "Result"),
            None,
            w(
                "学生怎样了？有没有没变的？",
                "學生怎樣了？有沒有沒變的？",
                "What became of the pupils? Who did not change?",
            ),
            &[Feed::Change, Feed::Evidence(Pick::After, RESULTS)],
        ),
        section(
            "analysis",
            w("评析与启示", "評析與啓示", "Analysis"),
            None,
            w(
                "道理在哪里？换一个班还成立吗？",
                "道理在哪裡？換一個班還成立嗎？",
                "Where does the reason lie? Would it hold in another class?",
            ),
            &[Feed::Entries(Pick::All, Phase::Reflection, REFLECTED)],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "没有细节：看不到谁说了什么，做了什么。",
        "沒有細節：看不到誰說了什麼，做了什麼。",
        "No detail: nobody says or does anything.",
    ),
    w(
        "一篇里想说明好几件事。",
        "一篇裡想說明好幾件事。",
        "Several things to show in one text.",
    ),
    w(
        "评析和情境连不上，换个故事也能用。",
        "評析和情境連不上，換個故事也能用。",
        "An analysis that would fit any other story.",
    ),
];
