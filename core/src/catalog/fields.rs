//! The phases and their sub-fields. All optional; the text itself is the only thing asked for.

use std::collections::BTreeMap;

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
    /// What belongs in it, for the empty field.
    pub hint: Words,
}

/// What a phase is for, in one sentence.
pub const fn purpose(phase: Phase) -> Words {
    match phase {
        Phase::Problem => w(
            "一件放不下的事：看见了什么，数到了什么，想弄清什么。",
            "一件放不下的事：看見了什麼，數到了什麼，想弄清什麼。",
            "Something that stays on your mind: what you saw, what you counted, what you want to find out.",
        ),
        Phase::Action => w(
            "换一个做法试试：先说打算和预期，再记真正做了什么。",
            "換一個做法試試：先說打算和預期，再記真正做了什麼。",
            "Try one change: first the plan and what you expect, then what was really done.",
        ),
        Phase::Observation => w(
            "只记看到、听到、数到的；想法另写一栏。",
            "只記看到、聽到、數到的；想法另寫一欄。",
            "Only what was seen, heard and counted; thoughts have their own place.",
        ),
        Phase::Reflection => w(
            "对着证据想：变了什么，为什么，哪里没想到，哪里可能看错。",
            "對著證據想：變了什麼，為什麼，哪裡沒想到，哪裡可能看錯。",
            "Thinking with the evidence at hand: what changed, why, what surprised you, where you may be wrong.",
        ),
        Phase::NewProblem => w(
            "这一轮冒出来的问题：接着做、另开线索、放进问题库，或者不再追，都可以。",
            "這一輪冒出來的問題：接著做、另開線索、放進問題庫，或者不再追，都可以。",
            "What came up in this turn: go on with it, give it its own spiral, let it wait in the pool, or let it go.",
        ),
        Phase::Note => w(
            "先记一句，它属于哪里以后再说。",
            "先記一句，它屬於哪裡以後再說。",
            "One line now; where it belongs can wait.",
        ),
    }
}

/// The sub-fields of a phase, in the order they are offered.
pub fn fields(phase: Phase) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| field.phase == phase)
}

/// One sub-field of a phase, if the catalog knows it.
pub fn field(phase: Phase, name: &str) -> Option<&'static Field> {
    fields(phase).find(|field| field.name == name)
}

/// What is written in an entry's sub-fields, in the order the phase offers them; then those the catalog does not know.
pub fn in_order(phase: Phase, written: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    let known = fields(phase).filter_map(move |field| written.get_key_value(field.name));
    let others = written.iter().filter(move |(name, _)| field(phase, name).is_none());
    known.chain(others)
}

const fn f(phase: Phase, name: &'static str, label: Words, hint: Words) -> Field {
    Field {
        phase,
        name,
        label,
        hint,
    }
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
        w(
            "哪天、哪节课，看到或听到什么；有数就写数。",
            "哪天、哪節課，看到或聽到什麼；有數就寫數。",
            "Which day, which lesson, what was seen or heard; the figure, if there is one.",
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
        w(
            "写代号或人数，不写真名。",
            "寫代號或人數，不寫真名。",
            "Codes or a number, never names.",
        ),
    ),
    f(
        Phase::Problem,
        "explanation",
        w("现有解释", "現有解釋", "My explanation now"),
        w(
            "我现在觉得，是因为……",
            "我現在覺得，是因為……",
            "For now I think it is because…",
        ),
    ),
    f(
        Phase::Problem,
        "other_explanation",
        w("另一种解释", "另一種解釋", "Another explanation"),
        w(
            "也可能是……怎样才分得清是哪一种？",
            "也可能是……怎樣才分得清是哪一種？",
            "It may also be… How could I tell which?",
        ),
    ),
    f(
        Phase::Problem,
        "baseline",
        w("起始数据", "起始數據", "Baseline"),
        w(
            "开始时的数：几人中几人，怎么数的。",
            "開始時的數：幾人中幾人，怎麼數的。",
            "The figure at the start: how many of how many, and how they were counted.",
        ),
    ),
    f(
        Phase::Problem,
        "indicator",
        w("指标", "指標", "Indicator"),
        w(
            "改好了会看到、听到、数到什么？怎样算一个？",
            "改好了會看到、聽到、數到什麼？怎樣算一個？",
            "What will you see, hear or count when it is better? What makes one count?",
        ),
    ),
    f(
        Phase::Problem,
        "meaning",
        w("为何有意义", "為何有意義", "Why it is meaningful"),
        w(
            "弄清它，这些孩子的学习会得到什么？",
            "弄清它，這些孩子的學習會得到什麼？",
            "What do these children gain for their learning?",
        ),
    ),
    f(
        Phase::Problem,
        "value",
        w("为何有价值", "為何有價值", "Why it is valuable"),
        w(
            "同组老师也会遇到吗？答案别人用得上吗？",
            "同組老師也會遇到嗎？答案別人用得上嗎？",
            "Do colleagues meet it too? Could they use the answer?",
        ),
    ),
    f(
        Phase::Problem,
        "peer",
        w("同伴确认", "同伴確認", "A colleague confirms"),
        w(
            "谁、哪天、说他也遇到过什么。",
            "誰、哪天、說他也遇到過什麼。",
            "Who, which day, and what they have met too.",
        ),
    ),
    f(
        Phase::Problem,
        "statement",
        w("一句话问题", "一句話問題", "The problem in one sentence"),
        w(
            "40字以内，用“怎样”“哪些”来问。",
            "40字以內，用「怎樣」「哪些」來問。",
            "At most 40 characters, asking how or which.",
        ),
    ),
    f(
        Phase::Action,
        "name",
        w("做法的名字", "做法的名字", "A name for it"),
        w(
            "几个字，别人一听就懂，比如“两栏记录单”。文章里用它做小标题。",
            "幾個字，別人一聽就懂，比如「兩欄記錄單」。文章裡用它做小標題。",
            "A few words that others understand at once; a text uses them as a heading.",
        ),
    ),
    f(
        Phase::Action,
        "plan",
        w("打算怎么做", "打算怎麼做", "What I plan to do"),
        w(
            "换掉的一个做法，分几步，放在哪几节课。",
            "換掉的一個做法，分幾步，放在哪幾節課。",
            "The one practice to change, in which steps and lessons.",
        ),
    ),
    f(
        Phase::Action,
        "done",
        w("实际做法", "實際做法", "What was really done"),
        w(
            "哪天、哪节课、做了哪几步；只写真正做了的。",
            "哪天、哪節課、做了哪幾步；只寫真正做了的。",
            "Which day, which lesson, which steps; only what was really done.",
        ),
    ),
    f(
        Phase::Action,
        "deviation",
        w("与计划的不同", "與計劃的不同", "What differed from the plan"),
        w(
            "哪里没有照计划做，为什么改。",
            "哪裡沒有照計劃做，為什麼改。",
            "Where it left the plan, and why.",
        ),
    ),
    f(
        Phase::Action,
        "people",
        w("参与人", "參與人", "Who took part"),
        w(
            "谁听课、谁数、谁收作业；学生写代号。",
            "誰聽課、誰數、誰收作業；學生寫代號。",
            "Who observed, counted, collected work; pupils by code.",
        ),
    ),
    f(
        Phase::Action,
        "materials",
        w("材料", "材料", "Materials"),
        w(
            "单子、课件、录音、草稿，存在哪里。",
            "單子、課件、錄音、草稿，存在哪裡。",
            "Worksheets, slides, recordings, drafts, and where they are.",
        ),
    ),
    f(
        Phase::Observation,
        "place",
        w("时间地点", "時間地點", "Time and place"),
        w(
            "哪天第几节，什么课，在哪里。",
            "哪天第幾節，什麼課，在哪裡。",
            "Which day and lesson, what subject, where.",
        ),
    ),
    f(
        Phase::Observation,
        "seen",
        w("看到听到（事实）", "看到聽到（事實）", "Seen and heard (facts)"),
        w(
            "谁说了什么、做了什么；原话照写。",
            "誰說了什麼、做了什麼；原話照寫。",
            "Who said or did what; their own words.",
        ),
    ),
    f(
        Phase::Observation,
        "outcome_why",
        w("预期为什么这样", "預期為什麼這樣", "Why it came out so"),
        w(
            "达到、没有达到，你看是因为什么？",
            "達到、沒有達到，你看是因為什麼？",
            "Why did what was expected come true, or not?",
        ),
    ),
    f(
        Phase::Observation,
        "thoughts",
        w("想法", "想法", "Thoughts"),
        w(
            "猜想和判断写在这里，不和事实混在一起。",
            "猜想和判斷寫在這裡，不和事實混在一起。",
            "Guesses and judgements, kept apart from the facts.",
        ),
    ),
    f(
        Phase::Observation,
        "count",
        w("计数", "計數", "Counts"),
        w(
            "数什么，怎样算一个；几人中几人。",
            "數什麼，怎樣算一個；幾人中幾人。",
            "What is counted, what makes one count; how many of how many.",
        ),
    ),
    f(
        Phase::Reflection,
        "outcome_why",
        w("预期为什么这样", "預期為什麼這樣", "Why it came out so"),
        w(
            "达到、没有达到，你看是因为什么？",
            "達到、沒有達到，你看是因為什麼？",
            "Why did what was expected come true, or not?",
        ),
    ),
    f(
        Phase::Reflection,
        "change",
        w("变化", "變化", "What changed"),
        w(
            "和行动前比，哪里变了，变了多少。",
            "和行動前比，哪裡變了，變了多少。",
            "Compared with before: what changed, and by how much.",
        ),
    ),
    f(
        Phase::Reflection,
        "enough",
        w("证据够不够", "證據夠不夠", "Whether the evidence is enough"),
        w(
            "够在哪里，缺在哪里，有没有反例。",
            "夠在哪裡，缺在哪裡，有沒有反例。",
            "Where it is enough, where not, and any counter-example.",
        ),
    ),
    f(
        Phase::Reflection,
        "surprise",
        w("意外", "意外", "Surprise"),
        w(
            "一句话：最没想到的是什么。",
            "一句話：最沒想到的是什麼。",
            "One line: what you least expected.",
        ),
    ),
    f(
        Phase::Reflection,
        "pupils_eyes",
        w("学生视角", "學生視角", "Through pupils’ eyes"),
        w(
            "坐在最后一排的孩子，看到的是怎样的一节课？",
            "坐在最後一排的孩子，看到的是怎樣的一節課？",
            "What lesson did the child in the last row see?",
        ),
    ),
    f(
        Phase::Reflection,
        "shaken",
        w("动摇了的想法", "動搖了的想法", "A belief that was shaken"),
        w("我原来以为……现在……", "我原來以為……現在……", "I used to think… Now…"),
    ),
    f(
        Phase::Reflection,
        "other_causes",
        w("其他可能原因", "其他可能原因", "Other possible causes"),
        w(
            "除了我的做法，还有什么也会带来这个变化？",
            "除了我的做法，還有什麼也會帶來這個變化？",
            "What else, besides what I did, could have brought this change?",
        ),
    ),
    f(
        Phase::Reflection,
        "shortfall",
        w("不足", "不足", "What fell short"),
        w(
            "谁没有变化，哪里做得不够，什么还不能说。",
            "誰沒有變化，哪裡做得不夠，什麼還不能說。",
            "Who did not change, what was not enough, what cannot be said yet.",
        ),
    ),
    f(
        Phase::NewProblem,
        "statement",
        w("一句话问题", "一句話問題", "The problem in one sentence"),
        w(
            "比原来的更小，更像自己能改的。",
            "比原來的更小，更像自己能改的。",
            "Smaller than the last, and more yours to change.",
        ),
    ),
    f(
        Phase::NewProblem,
        "indicator",
        w("沿用指标", "沿用指標", "Indicator kept"),
        w(
            "下一轮接着数哪一个，起始数据是多少。",
            "下一輪接著數哪一個，起始數據是多少。",
            "Which one to go on counting, and from what figure.",
        ),
    ),
];
