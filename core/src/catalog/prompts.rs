//! Guiding questions, at most four at a time, chosen by what an entry does not say yet.
//!
//! Some ask for what a sub-field holds. The others go deeper: what the curriculum asks, pupils of different strength,
//! whether the plan was carried out, whether another would count the same, what pupils themselves say. No field answers
//! them, so each carries the words by which an answer shows in what was written.

use super::{Words, w};
use crate::record::{Entry, Phase};
use crate::text::fold;

/// A guiding question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
            "如果先不管它，到期末，哪些学生会在哪一步跟不上？",
            "如果先不管它，到期末，哪些學生會在哪一步跟不上？",
            "If you leave it until the end of term, which pupils will fall behind, and at which step?",
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
            "现在的起始数据是多少？怎样数出来的？",
            "現在的起始數據是多少？怎樣數出來的？",
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
            "留下的材料里，哪一样最能让没到场的人看清这节课？存在哪里？",
            "留下的材料裡，哪一樣最能讓沒到場的人看清這節課？存在哪裡？",
            "Which of what remains would best show this lesson to somebody who was not there? Where is it?",
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
            "最意外的一点是什么？为什么意外？",
            "最意外的一點是什麼？為什麼意外？",
            "What surprised you most, and why?",
        ),
    ),
    p(
        Phase::Reflection,
        "pupils_eyes",
        w(
            "坐在最后一排的孩子，看到的是怎样的一节课？",
            "坐在最後一排的孩子，看到的是怎樣的一節課？",
            "What lesson did the child in the last row see?",
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
            "对照起始数据，原来的问题解决到哪一步了？还剩下什么？",
            "對照起始數據，原來的問題解決到哪一步了？還剩下什麼？",
            "Against the figure at the start, how far has the old problem come, and what is left?",
        ),
    ),
    p(
        Phase::NewProblem,
        "",
        w(
            "这一轮冒出来的问题里，哪个更小，更是自己改得动的？",
            "這一輪冒出來的問題裡，哪個更小，更是自己改得動的？",
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
    deeper(
        Phase::Problem,
        "问了|问过|問了|問過|访谈|訪談|学生说|學生說|孩子说|孩子說|说：|說：|i asked|told me|said",
        w(
            "问过一两个学生吗？他们自己怎么说？",
            "問過一兩個學生嗎？他們自己怎麼說？",
            "Have you asked a pupil or two? What do they say themselves?",
        ),
    ),
    deeper(
        Phase::Problem,
        "没有这个问题|沒有這個問題|没有困难|沒有困難|例外|做得到的|写得好的|寫得好的|做得好的|already can|the others can",
        w(
            "哪几个孩子没有这个问题？他们是怎么做到的？",
            "哪幾個孩子沒有這個問題？他們是怎麼做到的？",
            "Which pupils do not have this problem? How do they manage?",
        ),
    ),
    deeper(
        Phase::Problem,
        "课标|課標|课程标准|課程標準|课纲|課綱|教材|课本|課本|curriculum|textbook",
        w(
            "课标和教材对这一点的要求是什么，差在哪里？",
            "課綱和教材對這一點的要求是什麼，差在哪裡？",
            "What do the curriculum and the textbook ask here, and where is the gap?",
        ),
    ),
    deeper(
        Phase::Action,
        "而不是|没有选|沒有選|没选|沒選|放弃|放棄|本来想|本來想|rather than|instead of",
        w(
            "为什么选这个做法？放弃了哪个别的做法？",
            "為什麼選這個做法？放棄了哪個別的做法？",
            "Why this practice? Which other one did you give up for it?",
        ),
    ),
    before(
        "不变|不變|照旧|照舊|不换|不換|只改|只换|只換|其他都|其余都|其餘都|unchanged|only change",
        w(
            "不换的是什么？（一次只改一样）",
            "不換的是什麼？（一次只改一樣）",
            "What stays as it is? (Change one thing at a time.)",
        ),
    ),
    before(
        "至少|最少|才算|at least",
        w(
            "最少做到哪几步，才算真的做了？",
            "最少做到哪幾步，才算真的做了？",
            "Which steps at least must be taken before it counts as done?",
        ),
    ),
    deeper(
        Phase::Action,
        "学得慢|學得慢|跟不上|台阶|臺階|分层|分層|另给|另給|slower|extra step",
        w(
            "这一步对学得慢的孩子公平吗？要不要另给台阶？",
            "這一步對學得慢的孩子公平嗎？要不要另給臺階？",
            "Is this step fair to those who learn slowly? Do they need a step in between?",
        ),
    ),
    deeper(
        Phase::Observation,
        "“|「|原话|原話|\"",
        w(
            "哪一刻学生的表现和平时不同？原话是什么？",
            "哪一刻學生的表現和平時不同？原話是什麼？",
            "When were pupils different from usual? What were their words?",
        ),
    ),
    deeper(
        Phase::Observation,
        "中等|学得慢|學得慢|学得快|學得快|层次|層次|基础好|基礎好|stronger|weaker",
        w(
            "挑好、中、弱各一名学生，这节课各做了什么？",
            "挑好、中、弱各一名學生，這節課各做了什麼？",
            "Take one strong, one middling and one weak pupil: what did each do in this lesson?",
        ),
    ),
    deeper(
        Phase::Observation,
        "换个人|換個人|另一位|另请|另請|各自判断|各自判斷|各数|各數|一起数|一起數|复核|複核|second count|counted again",
        w(
            "换个人来数，会数出一样的结果吗？",
            "換個人來數，會數出一樣的結果嗎？",
            "Would somebody else count the same?",
        ),
    ),
    deeper(
        Phase::Reflection,
        "做足|做到位|没做完|沒做完|没有做完|沒有做完|漏了|省了|落下|carried out|skipped",
        w(
            "打算的几步，实际做足了吗？没效果，是做法不行还是没做到位？",
            "打算的幾步，實際做足了嗎？沒效果，是做法不行還是沒做到位？",
            "Were all the planned steps really taken? Where it did not work, was it the practice or how it was done?",
        ),
    ),
    deeper(
        Phase::Reflection,
        "中等|学得慢|學得慢|学得快|學得快|层次|層次|基础好|基礎好|stronger|weaker",
        w(
            "好、中、弱三类学生，变化一样吗？",
            "好、中、弱三類學生，變化一樣嗎？",
            "Did strong, middling and weak pupils change alike?",
        ),
    ),
    deeper(
        Phase::Reflection,
        "别的老师|別的老師|别的班|別的班|平行班|照着做|照著做|other classes|colleagues",
        w(
            "别的老师照着做，最少要交代清哪三句话？",
            "別的老師照著做，最少要交代清哪三句話？",
            "For a colleague who wants to do the same: which three sentences are the least to tell?",
        ),
    ),
    deeper(
        Phase::NewProblem,
        "0|1|2|3|4|5|6|7|8|9|“|「|看到|数了|數了|saw|counted",
        w(
            "它是证据里看到的，还是心里想的？指出那一条证据。",
            "它是證據裡看到的，還是心裡想的？指出那一條證據。",
            "Was it seen in the evidence, or is it a thought? Point at that piece of evidence.",
        ),
    ),
    deeper(
        Phase::NewProblem,
        "先弄清|先看|先试|先試|先做|四周|四週|begin with|first find",
        w(
            "如果只剩四周，先弄清哪一小块？",
            "如果只剩四週，先弄清哪一小塊？",
            "With four weeks left, which small part would you find out first?",
        ),
    ),
];
