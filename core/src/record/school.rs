//! The surroundings: vehicle, term, profile, school settings.

use std::collections::BTreeMap;

use super::{record, words};
use crate::id::RecordId;
use crate::time::{Date, DateRange};

/// The one profile of a journal. A fixed id, so that two devices write the same record.
pub const PROFILE: RecordId = RecordId::from_bytes(*b"luoxuan:profile_");

/// The one settings record of a journal.
pub const SETTINGS: RecordId = RecordId::from_bytes(*b"luoxuan:settings");

words! {
    /// What kind of concrete work a spiral lives in (载体).
    pub enum VehicleKind {
        /// 做成一件事: the personal improvement project, the default vehicle.
        #[default]
        OneThing = "one_thing",
        /// 教研组专题.
        GroupTopic = "group_topic",
        /// 课题.
        Project = "project",
        /// 学规班.
        RoutineClass = "routine_class",
    }
}

record! {
    /// A vehicle (载体): the concrete work in which the ability to research is trained.
    pub struct Vehicle = "vehicle" {
        /// What kind it is.
        pub sort: VehicleKind,
        /// Its name.
        pub name: String,
        /// What was declared: the problem, why it matters, the plan.
        pub declaration: String,
    }
}

record! {
    /// A school term, set once a term by the teacher.
    pub struct Term = "term" {
        /// The school year it belongs to, by the year it starts in: 2025 is 2025学年.
        pub year: Option<i32>,
        /// Which term of that year, from 1.
        pub number: u8,
        /// First day of teaching.
        pub start: Option<Date>,
        /// Last day of teaching.
        pub end: Option<Date>,
    }
}

impl Term {
    /// Its days, if both ends are set and in order.
    pub fn span(&self) -> Option<DateRange> {
        Some(DateRange {
            start: self.start?,
            end: self.end?,
        })
        .filter(|span| span.start <= span.end)
    }
}

record! {
    /// Who the teacher is. Stays in the journal; the names in it drive the anonymity check.
    pub struct Profile = "profile" {
        /// 姓名.
        pub name: String,
        /// 学校.
        pub school: String,
        /// 学科.
        pub subject: String,
        /// 年级.
        pub grade: String,
        /// 班级, as the teacher calls them.
        pub classes: Vec<String>,
        /// 教研组.
        pub group: String,
        /// 职称.
        pub title: String,
    }
}

words! {
    /// How many of the three text types (三类文体) the school asks for.
    pub enum TextTypes {
        /// 任选一种.
        #[default]
        AnyOne = "any_one",
        /// 三种都写.
        AllThree = "all_three",
    }
}

record! {
    /// What the school calls things and asks for.
    pub struct Settings = "settings" {
        /// 三类文体: any one or all three.
        pub text_types: TextTypes,
        /// The school's own word for a term of the catalog, by the term's name there.
        pub labels: BTreeMap<String, String>,
        /// Words that tell who wrote a text, besides the names in the profile: colleagues, the school's own courses,
        /// places. The anonymity check looks for them.
        pub hidden_words: Vec<String>,
        /// School themes of the term.
        pub themes: Vec<String>,
    }
}
