//! 教学反思.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TeachingReflection,
    name: w("教学反思", "教學反思", "Teaching reflection"),
    opening: w(
        "题目写课题。一课或一个单元写一篇，200–600字，只写最放不下的一处。",
        "題目寫課題。一課或一個單元寫一篇，200–600字，只寫最放不下的一處。",
        "The title names the lesson. One for a lesson or a unit, 200–600 characters, about the one thing that stays on your mind.",
    ),
    length: (200, 600),
    header: &[
        h("date", w("日期", "日期", "Date")),
        h("lesson", w("课题", "課題", "Lesson")),
        h("class", w("班级", "班級", "Class")),
        h("period", w("课时", "課時", "Period")),
    ],
    sections: &[
        section(
            "intended",
            w("我原本想", "我原本想", "What I meant"),
            None,
            w(
                "这节课最想让学生得到的一样东西是什么？",
                "這節課最想讓學生得到的一樣東西是什麼？",
                "The one thing pupils should take away.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Action, &["plan"])],
        ),
        section(
            "happened",
            w("实际发生", "實際發生", "What happened"),
            None,
            w(
                "哪个环节和预想最不同？只写看到的。",
                "哪個環節和預想最不同？只寫看到的。",
                "Which part differed most from the plan? Only what was seen.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Action, &["", "done", "deviation"])],
        ),
        section(
            "pupils",
            w("学生的反应", "學生的反應", "What pupils did"),
            None,
            w(
                "一句原话、一份作业或一个数字。",
                "一句原話、一份作業或一個數字。",
                "One utterance, one piece of work, or one number.",
            ),
            &[
                Feed::Entries(Pick::Last, Phase::Observation, OBSERVED),
                Feed::Evidence(
                    Pick::Last,
                    &[EvidenceKind::PupilWork, EvidenceKind::Observation, EvidenceKind::Tally],
                ),
            ],
        ),
        section(
            "gain_and_loss",
            w("得与失", "得與失", "Gain and loss"),
            None,
            w(
                "一处得、一处失，各说原因。",
                "一處得、一處失，各說原因。",
                "One gain and one loss, each with its reason.",
            ),
            &[Feed::Entries(
                Pick::Last,
                Phase::Reflection,
                &["", "surprise", "pupils_eyes", "shaken"],
            )],
        ),
        section(
            "again",
            w("再教设计", "再教設計", "Taught again"),
            None,
            w(
                "如果明天重上，我改哪一步？",
                "如果明天重上，我改哪一步？",
                "If I taught it again tomorrow, which step would I change?",
            ),
            &[],
        ),
        section(
            "doubts",
            w("存疑", "存疑", "Still open"),
            None,
            w(
                "想继续追的问题。可以记成新问题。",
                "想繼續追的問題。可以記成新問題。",
                "A question to pursue. It may become a new problem.",
            ),
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "写成了上课经过：没有一处是没想到的。",
        "寫成了上課經過：沒有一處是沒想到的。",
        "An account of the lesson in which nothing was unexpected.",
    ),
    w(
        "只有“学生积极参与”一类的话，没有一句原话或一个数。",
        "只有「學生積極參與」一類的話，沒有一句原話或一個數。",
        "“Pupils took an active part”, and not one utterance or number.",
    ),
    w(
        "不足写在别人身上，没有自己下次要改的一步。",
        "不足寫在別人身上，沒有自己下次要改的一步。",
        "What went wrong lies with others; no step of one’s own to change.",
    ),
];
