//! Guiding questions, at most four at a time, chosen by what an entry does not say yet.
//!
//! Some ask for what a sub-field holds. The others go deeper: what the curriculum asks, pupils of different strength,
//! whether the plan was carried out, whether another would count the same, what pupils themselves say. No field answers
//! them, so each carries the words by which an answer shows in what was written.

use super::Words;
use super::words::prompts as words;
use crate::record::{Entry, Phase};
use crate::text::fold;

/// A guiding question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Prompt {
    /// The phase it belongs to.
    pub phase: Phase,
    /// The sub-field that answers it; empty if no field does. `blank` and `expectation` stand for an
    /// empty text and for the expectation before an action, `before` for an action that is still ahead.
    pub answered_by: &'static str,
    /// The words, divided by `|` and folded, one of which shows that it is answered; empty where a field does.
    pub shown_by: &'static str,
    /// The question.
    pub words: Words,
}

/// No more than this at a time.
const MOST: usize = 4;

impl Prompt {
    /// Whether it asks for more than a sub-field holds.
    const fn is_deeper(&self) -> bool {
        !self.shown_by.is_empty()
    }

    /// Puts an answer where it belongs in an entry: into the sub-field that is asked for, into the expectation, or below
    /// what the text says. What is said of an action that is still ahead belongs to its plan: with a text it would be done.
    ///
    /// A sub-field that says something already keeps it, and the answer stands below. A [sealed](crate::record::Expectation::sealed)
    /// expectation is not changed: the answer goes into the text.
    pub fn answer(&self, entry: &mut Entry, answer: &str) {
        let ahead = entry.phase == Phase::Action && entry.body.trim().is_empty() && entry.field("done").is_none();
        let field = match (self.phase, self.answered_by) {
            (Phase::Action, "expectation") => {
                let expectation = entry.expectation.get_or_insert_default();
                if expectation.sealed.is_none() {
                    add(&mut expectation.text, answer);
                    return;
                }
                None
            }
            _ if self.is_deeper() => None,
            (_, "" | "blank" | "before") => None,
            // Two questions in one: the second sub-field answers once the first does.
            (Phase::Problem, "explanation") if entry.field("explanation").is_some() => Some("other_explanation"),
            (Phase::Reflection, "change") if entry.field("change").is_some() => Some("enough"),
            (_, field) => Some(field),
        };
        match field.or(ahead.then_some("plan")) {
            Some(field) => add(entry.fields.entry(field.to_owned()).or_default(), answer),
            None => add(&mut entry.body, answer),
        }
    }
}

/// Puts a text below another.
fn add(text: &mut String, more: &str) {
    if !text.trim().is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more.trim());
}

/// The questions worth asking about an entry now: those nothing in it answers, never more than four
/// and never none. Where all are answered, the last of the phase remains.
///
/// Once something is written, one of the four goes deeper than the sub-fields do.
pub fn prompts(entry: &Entry) -> Vec<&'static Prompt> {
    // A note may become anything; it is asked what an observation is asked.
    let asked = |prompt: &&Prompt| match entry.phase {
        Phase::Note => prompt.answered_by == "blank" || prompt.phase == Phase::Observation,
        phase => prompt.phase == phase,
    };
    let said = fold(&entry.words().collect::<Vec<_>>().join("\n"));
    let is_open = |prompt: &&Prompt| !answered(prompt, entry, &said);
    let (deeper, mut open): (Vec<_>, Vec<_>) = PROMPTS
        .iter()
        .filter(asked)
        .filter(is_open)
        .partition(|prompt| prompt.is_deeper());
    let room = if said.trim().is_empty() || deeper.is_empty() {
        MOST
    } else {
        MOST - 1
    };
    open.truncate(room);
    let left = MOST.saturating_sub(open.len());
    open.extend(deeper.into_iter().take(left));
    if open.is_empty() {
        open.extend(PROMPTS.iter().rfind(asked));
    }
    open
}

fn answered(prompt: &Prompt, entry: &Entry, all: &str) -> bool {
    let said = !entry.body.trim().is_empty();
    let has = |field: &str| entry.field(field).is_some();
    let done = said || has("done");
    if prompt.is_deeper() {
        let shown = prompt.shown_by.split('|').any(|word| all.contains(word));
        return shown || prompt.answered_by == "before" && done;
    }
    match (prompt.phase, prompt.answered_by) {
        (_, "") => false,
        (_, "blank") => said,
        // Asked before the action only: an expectation found afterwards is hindsight.
        (Phase::Action, "expectation") => done || entry.expectation.as_ref().is_some_and(|e| !e.text.trim().is_empty()),
        (Phase::Action, "plan" | "people") => done || has(prompt.answered_by),
        (Phase::Action, "done") => done,
        // Asked once there is something to look back on.
        (Phase::Action, "deviation" | "materials") => !done || has(prompt.answered_by),
        (Phase::Observation, "seen") => said || has("seen"),
        (Phase::Problem, "explanation") => has("explanation") && has("other_explanation"),
        (Phase::Reflection, "change") => has("change") && has("enough"),
        (_, field) => has(field),
    }
}

const fn p(phase: Phase, answered_by: &'static str, words: Words) -> Prompt {
    Prompt {
        phase,
        answered_by,
        shown_by: "",
        words,
    }
}

/// A question that goes deeper, by the words that show an answer.
const fn deeper(phase: Phase, shown_by: &'static str, words: Words) -> Prompt {
    Prompt {
        shown_by,
        ..p(phase, "", words)
    }
}

/// One about an action that is still ahead.
const fn before(shown_by: &'static str, words: Words) -> Prompt {
    Prompt {
        shown_by,
        ..p(Phase::Action, "before", words)
    }
}

pub(super) const PROMPTS: &[Prompt] = &[
    p(Phase::Problem, "blank", words::problem::BLANK),
    p(Phase::Problem, "facts", words::problem::FACTS),
    p(Phase::Problem, "pupils", words::problem::PUPILS),
    p(Phase::Problem, "meaning", words::problem::MEANING),
    p(Phase::Problem, "explanation", words::problem::EXPLANATION),
    p(Phase::Problem, "baseline", words::problem::BASELINE),
    p(Phase::Action, "plan", words::action::PLAN),
    p(Phase::Action, "expectation", words::action::EXPECTATION),
    p(Phase::Action, "people", words::action::PEOPLE),
    p(Phase::Action, "done", words::action::DONE),
    p(Phase::Action, "deviation", words::action::DEVIATION),
    p(Phase::Action, "materials", words::action::MATERIALS),
    p(Phase::Observation, "seen", words::observation::SEEN),
    p(Phase::Observation, "count", words::observation::COUNT),
    p(Phase::Observation, "", words::observation::THOUGHTS),
    p(Phase::Reflection, "change", words::reflection::CHANGE),
    p(Phase::Reflection, "surprise", words::reflection::SURPRISE),
    p(Phase::Reflection, "pupils_eyes", words::reflection::PUPILS_EYES),
    p(Phase::Reflection, "shaken", words::reflection::SHAKEN),
    p(Phase::Reflection, "other_causes", words::reflection::OTHER_CAUSES),
    p(Phase::NewProblem, "", words::new_problem::ANSWERED),
    p(Phase::NewProblem, "", words::new_problem::WHICH_NEXT),
    p(Phase::NewProblem, "indicator", words::new_problem::INDICATOR),
    deeper(
        Phase::Problem,
        "问了|问过|問了|問過|访谈|訪談|学生说|學生說|孩子说|孩子說|说：|說：|i asked|told me|said",
        words::problem::ASKED_PUPILS,
    ),
    deeper(
        Phase::Problem,
        "没有这个问题|沒有這個問題|没有困难|沒有困難|例外|做得到的|写得好的|寫得好的|做得好的|already can|the others can",
        words::problem::WHERE_IT_IS_NOT,
    ),
    deeper(
        Phase::Problem,
        "课标|課標|课程标准|課程標準|课纲|課綱|教材|课本|課本|curriculum|textbook",
        words::problem::CURRICULUM,
    ),
    deeper(
        Phase::Action,
        "而不是|没有选|沒有選|没选|沒選|放弃|放棄|本来想|本來想|rather than|instead of",
        words::action::REJECTED,
    ),
    before(
        "不变|不變|照旧|照舊|不换|不換|只改|只换|只換|其他都|其余都|其餘都|unchanged|only change",
        words::action::KEPT_THE_SAME,
    ),
    before("至少|最少|才算|at least", words::action::COUNTS_AS),
    deeper(
        Phase::Action,
        "学得慢|學得慢|跟不上|台阶|臺階|分层|分層|另给|另給|slower|extra step",
        words::action::OTHER_PUPILS,
    ),
    deeper(Phase::Observation, "“|「|原话|原話|\"", words::observation::OWN_WORDS),
    deeper(
        Phase::Observation,
        "中等|学得慢|學得慢|学得快|學得快|层次|層次|基础好|基礎好|stronger|weaker",
        words::observation::OTHER_LEVELS,
    ),
    deeper(
        Phase::Observation,
        "换个人|換個人|另一位|另请|另請|各自判断|各自判斷|各数|各數|一起数|一起數|复核|複核|second count|counted again",
        words::observation::SECOND_COUNTER,
    ),
    deeper(
        Phase::Reflection,
        "做足|做到位|没做完|沒做完|没有做完|沒有做完|漏了|省了|落下|carried out|skipped",
        words::reflection::CARRIED_OUT,
    ),
    deeper(
        Phase::Reflection,
        "中等|学得慢|學得慢|学得快|學得快|层次|層次|基础好|基礎好|stronger|weaker",
        words::reflection::WHO_GAINED,
    ),
    deeper(
        Phase::Reflection,
        "别的老师|別的老師|别的班|別的班|平行班|照着做|照著做|other classes|colleagues",
        words::reflection::OTHER_CLASSES,
    ),
    deeper(
        Phase::NewProblem,
        "0|1|2|3|4|5|6|7|8|9|“|「|看到|数了|數了|saw|counted",
        words::new_problem::WHAT_WAS_SEEN,
    ),
    deeper(
        Phase::NewProblem,
        "先弄清|先看|先试|先試|先做|四周|四週|begin with|first find",
        words::new_problem::FIRST_STEP,
    ),
];
