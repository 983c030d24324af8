//! Guiding questions, at most four at a time, chosen by what an entry does not say yet.

use super::{Words, w};
use crate::record::{Entry, Phase};

/// A guiding question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prompt {
    /// The phase it belongs to.
    pub phase: Phase,
    /// The sub-field that answers it; empty if no field does. `blank` and `expectation` stand for an
    /// empty text and for the expectation before an action.
    pub answered_by: &'static str,
    /// The question.
    pub words: Words,
}

/// No more than this at a time.
const MOST: usize = 4;

/// The questions worth asking about an entry now: those nothing in it answers, never more than four
/// and never none. Where all are answered, the last of the phase remains.
pub fn prompts(entry: &Entry) -> Vec<&'static Prompt> {
    // A note may become anything; it is asked what an observation is asked.
    let asked = |prompt: &&Prompt| match entry.phase {
        Phase::Note => prompt.answered_by == "blank" || prompt.phase == Phase::Observation,
        phase => prompt.phase == phase,
    };
    let mut open: Vec<_> = PROMPTS
        .iter()
        .filter(asked)
        .filter(|prompt| !answered(prompt, entry))
        .take(MOST)
        .collect();
    if open.is_empty() {
        open.extend(PROMPTS.iter().rfind(asked));
    }
    open
}

fn answered(prompt: &Prompt, entry: &Entry) -> bool {
    let said = !entry.body.trim().is_empty();
    let has = |field: &str| entry.field(field).is_some();
    let done = said || has("done");
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
        words,
    }
}

pub(super) const PROMPTS: &[Prompt] = &[
    p(
        Phase::Problem,
        "blank",
        w(
            "最近哪件事让你在课后还放不下？",
            "最近哪件事讓你在課後還放不下？",
            "What from recent lessons is still on your mind?",
        ),
    ),
    p(
        Phase::Problem,
        "facts",
        w(
            "它出现过几次？说出两次具体的时间和情形。",
            "它出現過幾次？說出兩次具體的時間和情形。",
            "How often has it happened? Give two dated instances.",
        ),
    ),
    p(
        Phase::Problem,
        "pupils",
        w(
            "涉及哪些学生？他们做了什么、没做到什么？",
            "涉及哪些學生？他們做了什麼、沒做到什麼？",
            "Which pupils? What did they do, or fail to do?",
        ),
    ),
    p(
        Phase::Problem,
        "meaning",
        w(
            "如果不管它，学生会失去什么？",
            "如果不管它，學生會失去什麼？",
            "If you leave it, what do pupils lose?",
        ),
    ),
    p(
        Phase::Problem,
        "explanation",
        w(
            "你现在的解释是什么？有没有另一种解释？",
            "你現在的解釋是什麼？有沒有另一種解釋？",
            "What is your explanation now? Is there another?",
        ),
    ),
    p(
        Phase::Problem,
        "baseline",
        w(
            "现在的“底数”是多少？用什么数出来的？",
            "現在的「底數」是多少？用什麼數出來的？",
            "What is the starting figure, and how was it counted?",
        ),
    ),
    p(
        Phase::Action,
        "plan",
        w(
            "下周，你打算把哪一个做法换成什么？",
            "下週，你打算把哪一個做法換成什麼？",
            "Which one practice will you change next week, and into what?",
        ),
    ),
    p(
        Phase::Action,
        "expectation",
        w(
            "看到什么，你就承认它有用？看到什么，你就承认它没用？",
            "看到什麼，你就承認它有用？看到什麼，你就承認它沒用？",
            "What would convince you it works? And that it does not?",
        ),
    ),
    p(
        Phase::Action,
        "people",
        w(
            "谁能帮你看一眼（听课、数数、收集作业）？",
            "誰能幫你看一眼（聽課、數數、收集作業）？",
            "Who can look for you (observe, count, collect work)?",
        ),
    ),
    p(
        Phase::Action,
        "done",
        w(
            "哪天、哪节课、做了哪几步？",
            "哪天、哪節課、做了哪幾步？",
            "Which day, which lesson, which steps?",
        ),
    ),
    p(
        Phase::Action,
        "deviation",
        w(
            "和原计划不一样的地方在哪里？为什么改？",
            "和原計劃不一樣的地方在哪裡？為什麼改？",
            "Where did it differ from plan, and why?",
        ),
    ),
    p(
        Phase::Action,
        "materials",
        w(
            "留下了哪些材料？存在哪里？",
            "留下了哪些材料？存在哪裡？",
            "What materials remain, and where?",
        ),
    ),
    p(
        Phase::Observation,
        "seen",
        w(
            "只写看到和听到的：谁说了什么、做了什么？",
            "只寫看到和聽到的：誰說了什麼、做了什麼？",
            "Only what was seen or heard: who said or did what?",
        ),
    ),
    p(
        Phase::Observation,
        "count",
        w(
            "数一数：做到的几人，没做到的几人？",
            "數一數：做到的幾人，沒做到的幾人？",
            "Count: how many did, how many did not?",
        ),
    ),
    p(
        Phase::Observation,
        "",
        w(
            "有没有和你期待相反的例子？",
            "有沒有和你期待相反的例子？",
            "Any case that goes against your hope?",
        ),
    ),
    p(
        Phase::Reflection,
        "change",
        w(
            "变化了什么？证据够不够？够在哪、缺在哪？",
            "變化了什麼？證據夠不夠？夠在哪、缺在哪？",
            "What changed? Is the evidence enough, and where not?",
        ),
    ),
    p(
        Phase::Reflection,
        "surprise",
        w(
            "最意外的一点是什么？",
            "最意外的一點是什麼？",
            "What surprised you most?",
        ),
    ),
    p(
        Phase::Reflection,
        "pupils_eyes",
        w(
            "换成学生的眼睛，这节课是什么样？",
            "換成學生的眼睛，這節課是什麼樣？",
            "How did it look through pupils’ eyes?",
        ),
    ),
    p(
        Phase::Reflection,
        "shaken",
        w(
            "你原先的哪个想法被动摇了？",
            "你原先的哪個想法被動搖了？",
            "Which earlier belief was shaken?",
        ),
    ),
    p(
        Phase::Reflection,
        "other_causes",
        w(
            "除了你的做法，还有什么也可能造成这个变化？",
            "除了你的做法，還有什麼也可能造成這個變化？",
            "What else could have caused the change?",
        ),
    ),
    p(
        Phase::NewProblem,
        "",
        w(
            "旧问题解决了几成？剩下的是什么？",
            "舊問題解決了幾成？剩下的是什麼？",
            "How much is solved, what is left?",
        ),
    ),
    p(
        Phase::NewProblem,
        "",
        w(
            "这一轮冒出来的问题里，哪个更小、更像你能改的？",
            "這一輪冒出來的問題裡，哪個更小、更像你能改的？",
            "Among new problems, which is smaller and more yours to change?",
        ),
    ),
    p(
        Phase::NewProblem,
        "indicator",
        w(
            "下一轮沿用哪个指标，才能前后对得上？",
            "下一輪沿用哪個指標，才能前後對得上？",
            "Which measure will you keep so turns can be compared?",
        ),
    ),
];
