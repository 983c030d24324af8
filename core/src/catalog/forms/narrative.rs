//! 教学叙事.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, RESULTS, h, section};
use crate::catalog::{Words, w};
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Narrative,
    name: w("教学叙事", "教學敘事", "Teaching narrative"),
    opening: w(
        "题目像一个故事。讲一件真事，有一处转折；靠人和感受说话，不靠道理。1000–3000字。",
        "題目像一個故事。講一件真事，有一處轉折；靠人和感受說話，不靠道理。1000–3000字。",
        "A title like a story’s. One true episode with a turning point, carried by people and feeling, not by argument. 1,000–3,000 characters.",
    ),
    length: (1_000, 3_000),
    header: &[
        h("date", w("时间", "時間", "Time")),
        h("venue", w("场景", "場景", "Scene")),
        h("characters", w("人物代号", "人物代號", "People, by codes")),
    ],
    sections: &[
        section(
            "opening",
            w("起因", "起因", "Opening"),
            None,
            w(
                "那天发生了什么，让你停下来？",
                "那天發生了什麼，讓你停下來？",
                "What happened that day that made you stop?",
            ),
            &[Feed::Problem(&["", "facts"])],
        ),
        section(
            "conflict",
            w("冲突", "衝突", "Conflict"),
            None,
            w(
                "你和学生想的哪里不一样？你先做错了什么？",
                "你和學生想的哪裡不一樣？你先做錯了什麼？",
                "Where did you and the pupils think differently? What did you do wrong at first?",
            ),
            &[
                Feed::Entries(Pick::First, Phase::Action, &["", "done", "deviation"]),
                Feed::Entries(Pick::First, Phase::Reflection, &["", "pupils_eyes"]),
            ],
        ),
        section(
            "turning_point",
            w("转折", "轉折", "Turning point"),
            None,
            w(
                "哪句话、哪个动作让你看见了不同？",
                "哪句話、哪個動作讓你看見了不同？",
                "Which word, which gesture let you see it differently?",
            ),
            &[
                Feed::Entries(Pick::All, Phase::Observation, OBSERVED),
                Feed::Entries(Pick::All, Phase::Reflection, &["surprise"]),
            ],
        ),
        section(
            "outcome",
            w("结果", "結果", "Outcome"),
            None,
            w(
                "后来怎样？没有圆满也照实写。",
                "後來怎樣？沒有圓滿也照實寫。",
                "What came of it? If it did not end well, say so.",
            ),
            &[Feed::Evidence(Pick::After, RESULTS)],
        ),
        section(
            "understood",
            w("我明白了", "我明白了", "What I understood"),
            None,
            w(
                "一句自己的话，不引名言。",
                "一句自己的話，不引名言。",
                "One sentence of your own, no quotation.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Reflection, &["", "shaken"])],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "没有转折：从头到尾老师都是对的。",
        "沒有轉折：從頭到尾老師都是對的。",
        "No turning point: the teacher is right from beginning to end.",
    ),
    w("道理比故事长。", "道理比故事長。", "More moral than story."),
    w(
        "把别人的事或编的事写成自己的。",
        "把別人的事或編的事寫成自己的。",
        "Somebody else’s event, or an invented one, told as one’s own.",
    ),
];
