//! The sub-fields of each phase. All optional; the text itself is the only thing asked for.

use super::{Words, w};
use crate::record::Phase;

/// A sub-field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The phase whose entries have it.
    pub phase: Phase,
    /// Its name in [`Entry::fields`](crate::Entry::fields). Never changes.
    pub name: &'static str,
    /// What it is called.
    pub label: Words,
}

/// The sub-fields of a phase, in the order they are offered.
pub fn fields(phase: Phase) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| field.phase == phase)
}

/// What a sub-field is called, if the catalog knows it.
pub fn field(phase: Phase, name: &str) -> Option<&'static Field> {
    fields(phase).find(|field| field.name == name)
}

const fn f(phase: Phase, name: &'static str, label: Words) -> Field {
    Field { phase, name, label }
}

const FIELDS: &[Field] = &[
    f(
        Phase::Problem,
        "facts",
        w(
            "事实（至少两条，带日期）",
            "事實（至少兩條，帶日期）",
            "Facts (at least two, dated)",
        ),
    ),
    f(
        Phase::Problem,
        "pupils",
        w(
            "涉及学生（代号或人数）",
            "涉及學生（代號或人數）",
            "Pupils (codes or number)",
        ),
    ),
    f(
        Phase::Problem,
        "explanation",
        w("现有解释", "現有解釋", "My explanation now"),
    ),
    f(
        Phase::Problem,
        "other_explanation",
        w("另一种解释", "另一種解釋", "Another explanation"),
    ),
    f(Phase::Problem, "baseline", w("底数", "底數", "Baseline")),
    f(Phase::Problem, "indicator", w("指标", "指標", "Indicator")),
    f(
        Phase::Problem,
        "meaning",
        w("为何有意义", "為何有意義", "Why it is meaningful"),
    ),
    f(
        Phase::Problem,
        "value",
        w("为何有价值", "為何有價值", "Why it is valuable"),
    ),
    f(
        Phase::Problem,
        "peer",
        w("同伴确认", "同伴確認", "A colleague confirms"),
    ),
    f(
        Phase::Problem,
        "statement",
        w("一句话问题", "一句話問題", "The problem in one sentence"),
    ),
    f(
        Phase::Action,
        "plan",
        w("打算怎么做", "打算怎麼做", "What I plan to do"),
    ),
    f(Phase::Action, "done", w("实际做法", "實際做法", "What was really done")),
    f(
        Phase::Action,
        "deviation",
        w("与计划的不同", "與計劃的不同", "What differed from the plan"),
    ),
    f(Phase::Action, "people", w("参与人", "參與人", "Who took part")),
    f(Phase::Action, "materials", w("材料", "材料", "Materials")),
    f(Phase::Observation, "place", w("时间地点", "時間地點", "Time and place")),
    f(
        Phase::Observation,
        "seen",
        w("看到听到（事实）", "看到聽到（事實）", "Seen and heard (facts)"),
    ),
    f(Phase::Observation, "thoughts", w("想法", "想法", "Thoughts")),
    f(Phase::Observation, "count", w("计数", "計數", "Counts")),
    f(Phase::Reflection, "change", w("变化", "變化", "What changed")),
    f(
        Phase::Reflection,
        "enough",
        w("证据够不够", "證據夠不夠", "Whether the evidence is enough"),
    ),
    f(Phase::Reflection, "surprise", w("意外", "意外", "Surprise")),
    f(
        Phase::Reflection,
        "pupils_eyes",
        w("学生视角", "學生視角", "Through pupils’ eyes"),
    ),
    f(
        Phase::Reflection,
        "shaken",
        w("动摇了的想法", "動搖了的想法", "A belief that was shaken"),
    ),
    f(
        Phase::Reflection,
        "other_causes",
        w("其他可能原因", "其他可能原因", "Other possible causes"),
    ),
    f(Phase::Reflection, "shortfall", w("不足", "不足", "What fell short")),
    f(
        Phase::NewProblem,
        "statement",
        w("一句话问题", "一句話問題", "The problem in one sentence"),
    ),
    f(
        Phase::NewProblem,
        "indicator",
        w("沿用指标", "沿用指標", "Indicator kept"),
    ),
];
