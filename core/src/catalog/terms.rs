//! Local terms: words one school uses and the next may call something else.

use super::{Words, w};

/// A term a school may rename.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermName {
    /// Its name in [`Settings::labels`](crate::record::Settings::labels). Never changes.
    pub name: &'static str,
    /// What it is called unless a school says otherwise.
    pub words: Words,
}

/// What a term is called, if it is one a school may rename.
pub fn term(name: &str) -> Option<Words> {
    TERMS.iter().find(|term| term.name == name).map(|term| term.words)
}

const fn n(name: &'static str, words: Words) -> TermName {
    TermName { name, words }
}

/// Every term a school may rename.
pub const TERMS: &[TermName] = &[
    n("one_thing", w("做成一件事", "做成一件事", "Get One Thing Done")),
    n("group_topic", w("教研组专题", "教研組專題", "Group research topic")),
    n("project", w("课题", "課題", "Research project")),
    n("routine_class", w("学规班", "學規班", "Learning-routine class")),
    n("text_types", w("三类文体", "三類文體", "The three text types")),
    n("experience", w("经验总结", "經驗總結", "Experience summary")),
    n("survey", w("专题调查", "專題調查", "Topical survey")),
    n(
        "improvement_case",
        w("教学改进案例", "教學改進案例", "Teaching-improvement case"),
    ),
    n("research_group", w("教研组", "教研組", "Subject research group")),
    n("research_office", w("教科室", "教科室", "Research office")),
    n("school_theme", w("学校主题", "學校主題", "School theme")),
];
