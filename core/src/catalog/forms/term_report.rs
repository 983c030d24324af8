//! 工作总结.

use super::form::{Feed, Form, PLAIN, Pick, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TermReport,
    name: w(
"工作总结",
"工作總結",
"Term report"),
    opening: w(
"题目写学期和谁的总结。对着学期初的计划一项一项地答，不把各处的材料拼在一起。",
"題目寫學期和誰的總結。對著學期初的計劃一項一項地答，不把各處的材料拼在一起。",
"The title names the term and whose report it is. Answer the plan of the start of term point by point; do not paste reports together."),
    header: &[
        h("term", w(
"学期",
"學期",
"Term")),
        h("lessons", w(
"课时",
"課時",
"Lessons a week")),
        h("class", w(
"班级",
"班級",
"Class")),
        h("observed", w(
"听课节数",
"聽課節數",
"Lessons observed")),
        h("hours", w(
"学时",
"學時",
"Training hours")),
    ],
    sections: &[
        section("opening", w(
"引言",
"引言",
"Opening"), None, w(
"依据、主题、出发点，三四行。",
"依據、主題、出發點，三四行。",
"What it rests on, its theme, where it starts from: three or four lines."), &[Feed::Entries(Pick::First, Phase::Problem, &["statement", "meaning"])]),
        section("work", w(
"工作内容",
"工作內容",
"What was done"), None, w(
"一条工作一小节：做了什么，多少次，多少人。",
"一條工作一小節：做了什麼，多少次，多少人。",
"A part for each line of work: what, how often, how many people."), &[Feed::Entries(Pick::All, Phase::Action, &["", "done"])]).starter(w(
"### 师德\n\n### 学规\n\n### 科研载体\n\n### 读书",
"### 師德\n\n### 學規\n\n### 科研載體\n\n### 讀書",
"### Professional ethics\n\n### Learning routines\n\n### Research\n\n### Reading")),
        section("features", w(
"工作特色",
"工作特色",
"Distinctive features"), None, w(
"两三条“以……促……”，每条一个例子。",
"兩三條「以……促……」，每條一個例子。",
"Two or three claims, each with an example."), &[Feed::Entries(Pick::All, Phase::Reflection, &[""])]),
        section("outcomes", w(
"主要成效",
"主要成效",
"Main outcomes"), None, w(
"先写学生的变化；再按级别和等第列成果：公开课、优质课、优课、课题、论文案例、称号。",
"先寫學生的變化；再按級別和等第列成果：公開課、優質課、優課、課題、論文案例、稱號。",
"First what changed for pupils; then outcomes by level and grade: open lessons, lesson contests, projects, papers and cases, titles."), &[Feed::Change]).starter(w(
"| 成果 | 级别 | 等第 | 日期 |\n|---|---|---|---|\n|  |  |  |  |",
"| 成果 | 級別 | 等第 | 日期 |\n|---|---|---|---|\n|  |  |  |  |",
"| Outcome | Level | Grade | Date |\n|---|---|---|---|\n|  |  |  |  |")),
        section("problems", w(
"问题反思",
"問題反思",
"Problems and reflection"), None, w(
"一到三个问题，原因，下一步。",
"一到三個問題，原因，下一步。",
"One to three problems, their causes, the next step."), &[Feed::Entries(Pick::All, Phase::NewProblem, &[""]), Feed::Captions(&[EvidenceKind::Feedback])]),
        section("appendix", w(
"附录",
"附錄",
"Appendix"), None, w(
"证书、课堂照片；不附就空着。",
"證書、課堂照片；不附就空著。",
"Certificates and photographs of lessons; leave it empty if there are none."), &[]).optional(),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w(
        "只列了做过的事，没有对着计划答。",
        "只列了做過的事，沒有對著計劃答。",
        "A list of activities that does not answer the plan.",
    ),
    w(
        "各处的材料拼在一起，口气和数字对不上。",
        "各處的材料拼在一起，口氣和數字對不上。",
        "Pasted from several reports; tone and figures do not agree.",
    ),
    w(
        "问题一笔带过，没有原因和下一步。",
        "問題一筆帶過，沒有原因和下一步。",
        "Problems in passing, without cause or next step.",
    ),
];
