//! 观课记录.

use super::form::{Feed, Form, PLAIN, Pick, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::LessonObservation,
    name: w(
"观课记录",
"觀課記錄",
"Lesson-observation record"),
    opening: w(
"先定观察主题再进教室：带着一个问题去看，不去评这节课好不好。",
"先定觀察主題再進教室：帶著一個問題去看，不去評這節課好不好。",
"Settle the theme before you go in: look with a question, do not judge the lesson."),
    header: &[
        h("date", w(
"日期",
"日期",
"Date")),
        h("period", w(
"节次",
"節次",
"Period")),
        h("class", w(
"学校、班级",
"學校、班級",
"School, class")),
        h("subject", w(
"学科",
"學科",
"Subject")),
        h("lesson", w(
"课题",
"課題",
"Lesson")),
        h("teacher", w(
"执教者",
"執教者",
"Teacher")),
        h("observer", w(
"观课者",
"觀課者",
"Observer")),
        h("sort", w(
"课的性质（常态课、研究课、公开课、展示课）",
"課的性質（常態課、研究課、公開授課、展示課）",
"Sort of lesson (everyday, research, open, demonstration)")),
        h("level", w(
"级别",
"級別",
"Level")),
        h("theme", w(
"观察主题",
"觀察主題",
"Theme observed")),
    ],
    sections: &[
        section("process", w(
"过程",
"過程",
"Process"), None, w(
"边看边记；即时想法单独一栏，不和看到的混在一起。",
"邊看邊記；即時想法單獨一欄，不和看到的混在一起。",
"Note while you look; thoughts have a column of their own, apart from what was seen."), &[]).starter(w(
"| 时间（分） | 环节 | 教师行为 | 学生行为 | 即时想法 |\n|---|---|---|---|---|\n|  |  |  |  |  |\n|  |  |  |  |  |\n|  |  |  |  |  |",
"| 時間（分） | 環節 | 教師行為 | 學生行為 | 即時想法 |\n|---|---|---|---|---|\n|  |  |  |  |  |\n|  |  |  |  |  |\n|  |  |  |  |  |",
"| Minute | Step | What the teacher does | What pupils do | Thoughts |\n|---|---|---|---|---|\n|  |  |  |  |  |\n|  |  |  |  |  |\n|  |  |  |  |  |")),
        section("points", w(
"观察点",
"觀察點",
"Points observed"), None, w(
"先选好一两点：准备、倾听、互动、自主、达成；或环节、呈示、对话、指导、机智。",
"先選好一兩點：準備、傾聽、互動、自主、達成；或環節、呈示、對話、指導、機智。",
"One or two chosen before: preparation, listening, interaction, autonomy, attainment; or steps, presentation, dialogue, guidance, resourcefulness."), &[Feed::Entries(Pick::Last, Phase::Observation, &["", "seen"])]),
        section("counts", w(
"计数",
"計數",
"Counts"), None, w(
"数什么、怎样算一个，先写清。",
"數什麼、怎樣算一個，先寫清。",
"First say what is counted, and what makes one."), &[Feed::Entries(Pick::Last, Phase::Observation, &["count"]), Feed::Evidence(Pick::Last, &[EvidenceKind::Tally])]).starter(w(
"| 数什么 | 多少 |\n|---|---|\n| 提问次数 |  |\n| 举手人数 |  |\n| 等待秒数 |  |\n| 小组参与人数 |  |",
"| 數什麼 | 多少 |\n|---|---|\n| 提問次數 |  |\n| 舉手人數 |  |\n| 等待秒數 |  |\n| 小組參與人數 |  |",
"| What is counted | How many |\n|---|---|\n| Questions asked |  |\n| Hands raised |  |\n| Seconds waited |  |\n| Pupils taking part in groups |  |")),
        section("review", w(
"评议",
"評議",
"Review"), None, w(
"亮点、疑问、建议、“如果我来上”。",
"亮點、疑問、建議、「如果我來上」。",
"What stood out, what is unclear, proposals, “if I were to teach it”."), &[]).starter(w(
"**亮点**\n\n**疑问**\n\n**建议**\n\n**如果我来上**",
"**亮點**\n\n**疑問**\n\n**建議**\n\n**如果我來上**",
"**What stood out**\n\n**What is unclear**\n\n**Proposals**\n\n**If I were to teach it**")),
        section("clue", w(
"对我的线索",
"對我的線索",
"What it gives my spiral"), None, w(
"它说明了我的哪个问题？可以记成证据。",
"它說明了我的哪個問題？可以記成證據。",
"Which problem of yours does it speak to? It may be kept as evidence."), &[Feed::Problem(&["statement"])]),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "没有观察主题，什么都记，什么都没看清。",
        "沒有觀察主題，什麼都記，什麼都沒看清。",
        "No theme: everything noted, nothing seen.",
    ),
    w(
        "只记老师，没有记学生。",
        "只記老師，沒有記學生。",
        "The teacher is noted, the pupils are not.",
    ),
    w(
        "评语代替了事实：“气氛活跃”，看不到谁做了什么。",
        "評語代替了事實：「氣氛活躍」，看不到誰做了什麼。",
        "Verdicts for facts: “lively”, and nobody does anything.",
    ),
];
