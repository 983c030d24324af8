//! A journal of many years, made up from a seed: spirals of problems, actions, observations, reflections and new
//! problems, notes between them, evidence and values. An entry has about 480 characters.

use std::fmt::Write as _;

use luoxuan::record::{Indicator, SpiralState};
use luoxuan::{
    Content, DeviceId, Entry, Evidence, Measure, Phase, Record, RecordId, Revision, RevisionId, Spiral, State,
    Timestamp,
};

use crate::texts::Seeded;

/// Stands in one entry of a thousand, the last of each thousand.
pub const RARE: &str = "翠鸟";

/// Stands in every fiftieth entry.
pub const COMMON: &str = "脚后跟";

/// So many entries are one spiral with the notes written beside it.
const SPIRAL: usize = 40;

/// From one entry to the next, in milliseconds: six a day.
const APART: i64 = 4 * 3_600_000;

const DEVICE: DeviceId = DeviceId::from_bytes([9; 16]);

const NAMES: &[&str] = &[
    "小宇", "阿洁", "子涵", "佳怡", "浩然", "小满", "思远", "一诺", "文博", "雨桐", "家豪", "若溪", "志强", "欣妍",
    "大林", "阿青",
];
const LESSONS: &[&str] = &[
    "习作课",
    "阅读课",
    "口语交际课",
    "班会",
    "公开课",
    "第二节课",
    "午读",
    "社团活动",
    "复习课",
    "写话课",
    "讲评课",
    "晨读",
];
const TASKS: &[&str] = &[
    "写一个三秒钟的动作",
    "画出故事的路线",
    "给同桌讲一遍",
    "把一句话改成四句",
    "圈出自己最满意的地方",
    "按顺序说清楚怎么做",
    "找出文中两处对照",
    "用自己的话概括第三段",
    "听写二十个词",
    "列一张提问清单",
    "给结尾换一种写法",
    "用表格整理人物",
];
const SEEN: &[&str] = &[
    "说不知道还能写什么",
    "写完就举手说好了",
    "在旁边悄悄擦掉了三次",
    "第一次主动读给全组听",
    "把“很好看”换成了具体的样子",
    "问我可不可以写得跟别人不一样",
    "只抄了黑板上的例子",
    "对着窗外愣了一会儿才动笔",
    "把同桌的建议记在了本子边上",
    "讲得比写得好",
];
const WHY: &[&str] = &[
    "格子太多，反而不知道先填哪一个",
    "题目离他们的生活远",
    "例文一出来，大家就照着写",
    "小组里总是同一个人说话",
    "时间给得不够，收尾都很匆忙",
    "评价只说好不好，没有说哪里好",
    "我讲得太多，留给他们的太少",
    "前一天的作业已经练过一遍",
];
const NEXT: &[&str] = &[
    "把支架减到一个再试一次",
    "先让他们说两分钟再写",
    "下周换到另一个班看看是不是一样",
    "请同组的老师来听，专门看中间那十几个孩子",
    "把评分表交给学生自己用",
    "只改一个地方，其余不动",
    "留下每一稿，期末放在一起看",
    "课后找三个孩子聊一聊",
];

fn id(sort: u8, number: usize) -> RecordId {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let mut bytes = [sort; 16];
    // Spread as random ids are: neighbours in time are no neighbours in a sorted map.
    bytes[..4].copy_from_slice(&number.wrapping_mul(0x9e37_79b1).to_be_bytes());
    bytes[4..8].copy_from_slice(&number.to_be_bytes());
    RecordId::from_bytes(bytes)
}

fn sentence(dice: &mut Seeded, text: &mut String) {
    let (name, other, lesson) = (dice.pick(NAMES), dice.pick(NAMES), dice.pick(LESSONS));
    let (task, seen, why, next) = (dice.pick(TASKS), dice.pick(SEEN), dice.pick(WHY), dice.pick(NEXT));
    let (part, all) = (dice.below(30), 38 + dice.below(8));
    // A text being built takes every character.
    let _ = match dice.below(9) {
        0 => write!(text, "今天的{lesson}上，我请他们{task}，{name}{seen}。"),
        1 => write!(
            text,
            "全班{all}人，能做到的有{part}人（{}%），比上次多{}人。",
            part * 100 / all,
            dice.below(9)
        ),
        2 => write!(text, "我想，{why}；也可能是{}。", dice.pick(WHY)),
        3 => write!(
            text,
            "{name}对{other}说：“你这里可以再写细一点。”{other}{}。",
            dice.pick(SEEN)
        ),
        4 => write!(text, "**{why}**，这一点在{lesson}上看得最清楚。"),
        5 => write!(
            text,
            "下课以后{name}留了下来，{seen}，我们一起又{}分钟。",
            3 + dice.below(20)
        ),
        6 => write!(text, "打算：{next}。"),
        7 => write!(
            text,
            "平均字数由{}字到{}字，可是有细节的只有{part}人，写长不等于写细。",
            80 + part,
            110 + part
        ),
        _ => write!(
            text,
            "{name}和{other}把{}的记录放在一起看，发现{why}。",
            dice.pick(LESSONS)
        ),
    };
}

/// What the entry of this number says: three to five paragraphs of Markdown, at times with a list, a quotation or a table.
pub fn body(seed: u64, number: usize) -> String {
    let mut dice = Seeded::new(seed ^ (number as u64 + 1).wrapping_mul(0x2545_f491_4f6c_dd1d));
    let mut text = String::with_capacity(1600);
    let wanted = 400 + dice.below(110);
    let (mut written, mut paragraph) = (0, 0);
    if number % 1000 == 999 {
        let _ = write!(text, "窗外飞过一只{RARE}，{}个孩子同时抬起头。", 2 + dice.below(20));
    }
    if number % 50 == 49 {
        text.push_str("他写道：“绳子猛地一顿，我的脚后跟在地上犁出一道印。”");
    }
    while written < wanted {
        let before = text.len();
        match dice.below(12) {
            0 if paragraph > 0 => {
                for _ in 0..3 {
                    let _ = writeln!(text, "- {}：{}", dice.pick(NAMES), dice.pick(SEEN));
                }
            }
            1 if paragraph > 0 => {
                let _ = writeln!(text, "> {}说，{}。", dice.pick(NAMES), dice.pick(WHY));
            }
            2 if paragraph == 2 => {
                text.push_str("| 项目 | 前测（人） | 后测（人） |\n|---|--:|--:|\n");
                for row in ["有焦点", "有细节", "会修改"] {
                    let _ = writeln!(text, "| {row} | {} | {} |", dice.below(20), 20 + dice.below(20));
                }
            }
            _ => {
                for _ in 0..2 + dice.below(3) {
                    sentence(&mut dice, &mut text);
                }
                text.push('\n');
            }
        }
        text.push('\n');
        paragraph += 1;
        written += text.get(before..).unwrap_or_default().chars().count();
    }
    text.truncate(text.trim_end().len());
    text
}

/// One record's revisions, oldest first.
fn said<R: Record>(record: RecordId, at: Timestamp, drafts: &[&R]) -> Vec<Revision> {
    let mut parent: Option<RevisionId> = None;
    let mut all = Vec::new();
    for (number, draft) in (0_i64..).zip(drafts) {
        let at = Timestamp::new(at.millis() + number * 60_000, at.offset());
        let revision = Revision::new(record, parent, DEVICE, at, State::Live, Content::of(*draft));
        parent = Some(revision.id());
        all.push(revision);
    }
    all
}

/// The phases an entry of a spiral goes through, again and again.
const PHASES: [Phase; 8] = [
    Phase::Problem,
    Phase::Action,
    Phase::Observation,
    Phase::Observation,
    Phase::Reflection,
    Phase::NewProblem,
    Phase::Note,
    Phase::Note,
];

/// The revisions of a journal of so many entries whose last was written at `end`, in the order they were written. One
/// entry in eight was taken up again later, so that there is more than one revision of it.
pub fn revisions(seed: u64, count: usize, end: Timestamp) -> impl Iterator<Item = Revision> {
    (0..count).flat_map(move |number| {
        let back = i64::try_from(count - 1 - number).unwrap_or(0) * APART;
        let now = Timestamp::new(end.millis() - back, end.offset());
        let (spiral, place) = (number / SPIRAL, number % SPIRAL);
        let mut all = Vec::new();
        if place == 0 {
            // A teacher follows a few at a time; the others have ended.
            let state = if (spiral + 3) * SPIRAL > count {
                SpiralState::Running
            } else {
                SpiralState::Solved
            };
            all.extend(said(id(0x53, spiral), now, &[&header(spiral, state)]));
        }
        let first = entry(seed, number, now);
        let mut entry = first.clone();
        if number % 8 == 3 {
            entry.body.push_str("\n\n后来又补了一句：再看一遍，当时没有问清楚。");
            all.extend(said(id(0x45, number), now, &[&first, &entry]));
        } else {
            all.extend(said(id(0x45, number), now, &[&entry]));
        }
        if entry.phase == Phase::Observation && place % 4 == 2 {
            let evidence = Evidence {
                spiral: entry.spiral,
                entries: vec![id(0x45, number)],
                caption: format!("第{number}次课堂记录"),
                text: "五分钟里有六个孩子停笔，三个在看窗外，两个在翻前一页。".into(),
                on: Some(now.date()),
                ..Evidence::default()
            };
            all.extend(said(id(0x56, number), now, &[&evidence]));
        }
        if entry.phase == Phase::Reflection {
            let measure = Measure {
                spiral: entry.spiral,
                indicator: "focus".into(),
                on: Some(now.date()),
                count: Some(u32::try_from(number % 42).unwrap_or(0)),
                of: Some(42),
                ..Measure::default()
            };
            all.extend(said(id(0x4d, number), now, &[&measure]));
        }
        all
    })
}

fn header(spiral: usize, state: SpiralState) -> Spiral {
    let indicator = Indicator {
        name: "有焦点".into(),
        unit: "人".into(),
        base: Some(42),
        ..Indicator::default()
    };
    Spiral {
        title: format!(
            "{}里怎样{}（{}）",
            LESSONS[spiral % 12],
            TASKS[spiral * 5 % 12],
            spiral + 1
        ),
        subject: "语文".into(),
        class: "三（2）班".into(),
        pupils: Some(42),
        state,
        indicators: [("focus".into(), indicator)].into(),
        ..Spiral::default()
    }
}

fn entry(seed: u64, number: usize, now: Timestamp) -> Entry {
    let (spiral, place) = (number / SPIRAL, number % SPIRAL);
    let phase = PHASES[place % PHASES.len()];
    let follows = !matches!(phase, Phase::Note) && place % PHASES.len() > 0;
    Entry {
        body: body(seed, number),
        phase,
        spiral: (phase != Phase::Note).then(|| id(0x53, spiral)),
        after: follows.then(|| id(0x45, number - 1)),
        happened_on: Some(now.date()),
        written: Some(now),
        class: "三（2）班".into(),
        ..Entry::default()
    }
}
