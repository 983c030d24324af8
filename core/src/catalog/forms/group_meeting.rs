//! 教研活动记录.

use super::form::{Feed, Form, PLAIN, Pick, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::GroupMeeting,
    name: w(
"教研活动记录",
"教研活動記錄",
"Group-meeting record"),
    opening: w(
"题目写这次的主题。当天记，签到和照片一并留着。",
"題目寫這次的主題。當天記，簽到和照片一併留著。",
"The title is the theme of the meeting. Written the same day; keep the sign-in sheet and photos with it."),
    header: &[
        h("date", w(
"时间",
"時間",
"Time")),
        h("venue", w(
"地点",
"地點",
"Place")),
        h("chair", w(
"主持",
"主持",
"Chair")),
        h("preparer", w(
"主备",
"主備",
"Lead preparer")),
        h("commentator", w(
"主评",
"主評",
"Lead commentator")),
        h("speaker", w(
"主讲",
"主講",
"Speaker")),
        h("expected", w(
"应到",
"應到",
"Expected")),
        h("present", w(
"实到",
"實到",
"Present")),
        h("theme", w(
"主题",
"主題",
"Theme")),
    ],
    sections: &[
        section("process", w(
"过程",
"過程",
"Process"), None, w(
"谁说了什么；只记要点和例子。",
"誰說了什麼；只記要點和例子。",
"Who said what; the points and the examples."), &[Feed::Entries(Pick::Last, Phase::Problem, &["", "facts"])]).starter(w(
"| 谁 | 说了什么 | 依据（课、数、作品） |\n|---|---|---|\n|  |  |  |\n|  |  |  |\n|  |  |  |",
"| 誰 | 說了什麼 | 依據（課、數、作品） |\n|---|---|---|\n|  |  |  |\n|  |  |  |\n|  |  |  |",
"| Who | What was said | What it rests on (lesson, figure, work) |\n|---|---|---|\n|  |  |  |\n|  |  |  |\n|  |  |  |")),
        section("agreed", w(
"共识",
"共識",
"Agreed"), None, w(
"大家同意试什么？",
"大家同意試什麼？",
"What did all agree to try?"), &[]),
        section("disputed", w(
"分歧",
"分歧",
"Disputed"), None, w(
"哪里没有谈拢？要看到什么才分得清？",
"哪裡沒有談攏？要看到什麼才分得清？",
"Where was there no agreement? What would settle it?"), &[]),
        section("tasks", w(
"下次任务",
"下次任務",
"Tasks for next time"), None, w(
"谁、做什么、到哪天。",
"誰、做什麼、到哪天。",
"Who does what, by when."), &[Feed::Entries(Pick::Last, Phase::Action, &["plan"])]).starter(w(
"| 谁 | 做什么 | 到哪天 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
"| 誰 | 做什麼 | 到哪天 |\n|---|---|---|\n|  |  |  |\n|  |  |  |",
"| Who | What | By when |\n|---|---|---|\n|  |  |  |\n|  |  |  |")),
        section("photos", w(
"照片",
"照片",
"Photos"), None, w(
"签到、现场；有学生的先处理。",
"簽到、現場；有學生的先處理。",
"Sign-in, the meeting; first deal with any that show pupils."), &[Feed::Captions(&[EvidenceKind::Photo])]),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "只有通知和表扬，没有一个例子。",
        "只有通知和表揚，沒有一個例子。",
        "Notices and praise, and not one example.",
    ),
    w(
        "没有分歧，也没有下次谁做什么。",
        "沒有分歧，也沒有下次誰做什麼。",
        "No dispute, and nobody has a task.",
    ),
];
