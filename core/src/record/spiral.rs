//! The spiral (研究线索): a thread of inquiry.

use std::collections::BTreeMap;

use super::{part, record, words};
use crate::id::RecordId;

words! {
    /// How a spiral stands. Only the teacher changes it.
    pub enum SpiralState {
        /// 进行中.
        #[default]
        Running = "running",
        /// 暂停.
        Paused = "paused",
        /// 待续（转下学期）.
        Carried = "carried",
        /// 已结束·基本解决.
        Solved = "solved",
        /// 已结束·放弃, with the reason in `state_note`.
        GivenUp = "given_up",
        /// 转课题: it goes on as a research project.
        ToProject = "to_project",
        /// 转教研组: the subject group goes on with it.
        ToGroup = "to_group",
    }
}

impl SpiralState {
    /// Whether work on it goes on here.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Running | Self::Paused | Self::Carried)
    }
}

words! {
    /// Which way an indicator should move.
    pub enum Direction {
        /// More is better.
        #[default]
        Up = "up",
        /// Less is better.
        Down = "down",
        /// Neither: it is watched.
        Watch = "watch",
    }
}

part! {
    /// An indicator (指标): what is counted, by which rule. It belongs to the spiral, not to a turn,
    /// so that values line up across turns.
    #[derive(Default)]
    pub struct Indicator {
        /// 名称, such as 有焦点.
        pub name: String = always,
        /// The counting rule: what makes one count.
        pub rule: String,
        /// The unit, such as 人 or 字.
        pub unit: String,
        /// Which way it should move.
        pub direction: Direction = always,
        /// The base n it is counted out of; `None` if each value brings its own or it is a mean.
        pub base: Option<u32>,
        /// Its place among the spiral's indicators.
        pub place: u32 = always,
    }
}

record! {
    /// A spiral (研究线索): a chain of turns 问题 → 行动 → 反思 → 新问题.
    pub struct Spiral = "spiral" {
        /// What it is about, as one sentence or a few words.
        pub title: String,
        /// School subject.
        pub subject: String,
        /// The class it is about, as the teacher calls it.
        pub class: String,
        /// How many pupils that is.
        pub pupils: Option<u32>,
        /// The vehicle (载体) it lives in.
        pub vehicle: Option<RecordId>,
        /// School themes it connects with.
        pub themes: Vec<String>,
        /// How it stands.
        pub state: SpiralState,
        /// Why it was given up, or where it went.
        pub state_note: String,
        /// The new problem it branched from.
        pub branched_from: Option<RecordId>,
        /// What is counted, by a short name that measures refer to.
        pub indicators: BTreeMap<String, Indicator>,
        /// A name for each turn the teacher cared to name, by the id of the problem that opens it.
        pub turn_names: BTreeMap<RecordId, String>,
    }
}

impl Spiral {
    /// Its indicators in the order the teacher put them.
    pub fn indicators(&self) -> Vec<(&str, &Indicator)> {
        let mut all: Vec<_> = self
            .indicators
            .iter()
            .map(|(key, indicator)| (key.as_str(), indicator))
            .collect();
        all.sort_by_key(|(key, indicator)| (indicator.place, *key));
        all
    }
}
