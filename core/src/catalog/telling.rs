//! The few words a draft puts between a teacher's own: when, in which turn, what was expected, and what came of it.

use super::{Words, w};
use crate::record::{Outcome, Phase};

/// A piece of a drafted sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Telling {
    /// What was expected, sealed on a day.
    Sealed,
    /// What was expected, and never sealed.
    Expected,
    /// By when it should show.
    By,
    /// By when and in what it should show.
    BySign,
    /// In what it should show.
    Sign,
    /// Which of several expectations.
    WhichExpectation,
    /// Why it came out so.
    Why,
    /// After which turn, by the name of what was done in it.
    AfterTurn,
    /// After which turn.
    AfterTurnAlone,
    /// The question that leads into a turn outside the text.
    NextTurn,
    /// Where a figure is.
    SeeFigure,
    /// Where a table is.
    SeeTable,
    /// Where a figure is, of one that nothing else speaks of.
    FigureAlone,
    /// Where a table is, of one that nothing else speaks of.
    TableAlone,
    /// A sentence that begins with its day.
    OnDay,
    /// Pupils of a class.
    ClassOf,
    /// A subject's lessons.
    Lessons,
    /// From when to when, in how many turns.
    Period,
    /// What the work is done for.
    ForVehicle,
    /// The school's theme it stands under.
    ForTheme,
    /// The heading of what was seen beside a survey.
    Seen,
    /// What a survey was made for, behind the problem.
    Purpose,
    /// The same where nothing stands before it.
    PurposeFirst,
    /// Whom a survey asked, and what it found first.
    Asked,
    /// The way of a survey, as a keyword.
    Surveyed,
    /// What was used besides.
    Materials,
    /// What was done, by one name.
    Move,
    /// What was done, by several names.
    Moves,
    /// What is still open.
    StillOpen,
    /// A week of a term.
    Week,
    /// A week outside any, by its Monday.
    WeekOf,
    /// A term of a school year.
    Term,
}

impl Telling {
    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 32] = [
        Self::Sealed,
        Self::Expected,
        Self::By,
        Self::BySign,
        Self::Sign,
        Self::WhichExpectation,
        Self::Why,
        Self::AfterTurn,
        Self::AfterTurnAlone,
        Self::NextTurn,
        Self::SeeFigure,
        Self::SeeTable,
        Self::FigureAlone,
        Self::TableAlone,
        Self::OnDay,
        Self::ClassOf,
        Self::Lessons,
        Self::Period,
        Self::ForVehicle,
        Self::ForTheme,
        Self::Seen,
        Self::Purpose,
        Self::PurposeFirst,
        Self::Asked,
        Self::Surveyed,
        Self::Materials,
        Self::Move,
        Self::Moves,
        Self::StillOpen,
        Self::Week,
        Self::WeekOf,
        Self::Term,
    ];
}

/// The words of such a piece.
pub(crate) const fn telling(piece: Telling) -> Words {
    match piece {
        Telling::Sealed => w(
            "动手之前（{day}封存）的预期：{text}",
            "動手之前（{day}封存）的預期：{text}",
            "Expected beforehand (sealed on {day}): {text}",
        ),
        Telling::Expected => w(
            "动手之前的预期：{text}",
            "動手之前的預期：{text}",
            "Expected beforehand: {text}",
        ),
        Telling::By => w("到{day}，{text}", "到{day}，{text}", "by {day}, {text}"),
        Telling::BySign => w(
            "到{day}{sign}，{text}",
            "到{day}{sign}，{text}",
            "by {day}, seen by {sign}, {text}",
        ),
        Telling::Sign => w("{sign}，{text}", "{sign}，{text}", "seen by {sign}, {text}"),
        Telling::WhichExpectation => w("第{n}次的{said}", "第{n}次的{said}", "Expectation {n}: {said}"),
        Telling::Why => w("{said}：{why}", "{said}：{why}", "{said}: {why}"),
        Telling::AfterTurn => w(
            "第{n}轮（{name}）之后：{said}",
            "第{n}輪（{name}）之後：{said}",
            "After turn {n} ({name}): {said}",
        ),
        Telling::AfterTurnAlone => w("第{n}轮之后：{said}", "第{n}輪之後：{said}", "After turn {n}: {said}"),
        Telling::NextTurn => w(
            "下一轮的问题：{said}",
            "下一輪的問題：{said}",
            "The problem of the next turn: {said}",
        ),
        Telling::SeeFigure => w("（见图{n}）", "（見圖{n}）", " (Figure {n})"),
        Telling::SeeTable => w("（见表{n}）", "（見表{n}）", " (Table {n})"),
        Telling::FigureAlone => w("{said}见图{n}。", "{said}見圖{n}。", "{said}: Figure {n}."),
        Telling::TableAlone => w("{said}见表{n}。", "{said}見表{n}。", "{said}: Table {n}."),
        Telling::OnDay => w("{day}，{said}", "{day}，{said}", "{day}: {said}"),
        Telling::ClassOf => w("{class}{n}人", "{class}{n}人", "{class}, {n} pupils"),
        Telling::Lessons => w("{subject}课", "{subject}課", "{subject}"),
        Telling::Period => w(
            "{from}至{to}，共{n}轮",
            "{from}至{to}，共{n}輪",
            "From {from} to {to}, {n} turn(s)",
        ),
        Telling::ForVehicle => w("载体：{vehicle}", "載體：{vehicle}", "as part of {vehicle}"),
        Telling::ForTheme => w("学校主题：{theme}", "學校主題：{theme}", "school theme: {theme}"),
        Telling::Seen => w("课堂上的观察", "課堂上的觀察", "Seen in class"),
        Telling::Purpose => w(
            "为此作了调查，目的是：{purpose}。",
            "為此作了調查，目的是：{purpose}。",
            "A survey was made for this purpose: {purpose}.",
        ),
        Telling::PurposeFirst => w(
            "调查目的：{purpose}。",
            "調查目的：{purpose}。",
            "Purpose of the survey: {purpose}. ",
        ),
        Telling::Asked => w(
            "{asked}。结果显示，{found}。",
            "{asked}。結果顯示，{found}。",
            "{asked}. Findings: {found}.",
        ),
        Telling::Surveyed => w("问卷调查", "問卷調查", "survey"),
        Telling::Materials => w(
            "另外用到的材料：{list}。",
            "另外用到的材料：{list}。",
            "Also used: {list}.",
        ),
        Telling::Move => w("用{names}的做法，", "用{names}的做法，", "By way of {names}: "),
        Telling::Moves => w(
            "先后用{names}{n}种做法，",
            "先後用{names}{n}種做法，",
            "In {n} steps, {names}: ",
        ),
        Telling::StillOpen => w("还没有解决的是：{said}", "還沒有解決的是：{said}", "Still open: {said}"),
        Telling::Week => w("第{n}周", "第{n}週", "week {n}"),
        Telling::WeekOf => w("{day}那一周", "{day}那一週", "the week of {day}"),
        Telling::Term => w("{year}学年第{n}学期", "{year}學年第{n}學期", "Term {n} of {year}"),
    }
}

/// What is said of an expectation once somebody has judged it; `None` while nobody has.
pub(crate) const fn came(outcome: Outcome) -> Option<Words> {
    Some(match outcome {
        Outcome::Unsaid => return None,
        Outcome::Met => w("预期达到了", "預期達到了", "What was expected came true"),
        Outcome::Partly => w(
            "预期部分达到了",
            "預期部分達到了",
            "What was expected came true in part",
        ),
        Outcome::NotMet => w("预期没有达到", "預期沒有達到", "What was expected did not come true"),
        Outcome::Unclear => w(
            "预期是否达到，还看不出来",
            "預期是否達到，還看不出來",
            "Whether what was expected came true cannot be seen yet",
        ),
    })
}

/// What leads from the text of an entry into one of its sub-fields; `None` where none is needed.
pub(crate) fn lead(phase: Phase, field: &str) -> Option<Words> {
    Some(match (phase, field) {
        (Phase::Problem | Phase::NewProblem, "explanation") => w(
            "我那时的解释是：{said}",
            "我那時的解釋是：{said}",
            "My explanation then: {said}",
        ),
        (Phase::Problem | Phase::NewProblem, "other_explanation") => {
            w("也可能是：{said}", "也可能是：{said}", "It may also be: {said}")
        }
        (Phase::Action, "plan") => w("原来的打算是：{said}", "原來的打算是：{said}", "The plan was: {said}"),
        (Phase::Action, "deviation") => w(
            "和打算不一样的是：{said}",
            "和打算不一樣的是：{said}",
            "What differed from the plan: {said}",
        ),
        (Phase::Reflection, "surprise") => w("没有想到的是：{said}", "沒有想到的是：{said}", "Unexpected: {said}"),
        (Phase::Reflection, "pupils_eyes") => w(
            "从学生那边看：{said}",
            "從學生那邊看：{said}",
            "As pupils saw it: {said}",
        ),
        (Phase::Reflection, "shaken") => w(
            "改变了的想法是：{said}",
            "改變了的想法是：{said}",
            "What I think differently now: {said}",
        ),
        (Phase::Reflection, "other_causes") => w(
            "也可能有别的原因：{said}",
            "也可能有別的原因：{said}",
            "There may be other causes: {said}",
        ),
        _ => return None,
    })
}
