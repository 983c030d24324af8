//! Local terms: words one school uses and the next may call something else.

use super::{Language, Words, w};
use crate::record::Settings;

/// A term of the field.
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

/// What this school calls a term: its own word, in every language, or else the catalog's.
/// Empty if neither knows the term.
///
/// ```
/// use luoxuan::catalog::{Language, called};
/// use luoxuan::record::Settings;
/// let mut school = Settings::default();
/// assert_eq!(called(&school, "one_thing", Language::ZhHans), "做成一件事");
/// school.labels.insert("one_thing".into(), "一师一题".into());
/// assert_eq!(called(&school, "one_thing", Language::ZhHans), "一师一题");
/// ```
pub fn called<'s>(settings: &'s Settings, name: &str, language: Language) -> &'s str {
    settings
        .labels
        .get(name)
        .map(|label| label.trim())
        .filter(|label| !label.is_empty())
        .or_else(|| term(name).map(|words| words.in_(language)))
        .unwrap_or_default()
}

pub(super) const fn n(name: &'static str, words: Words) -> TermName {
    TermName { name, words }
}

/// Every term a school may rename. Vehicles stand here under [their words](crate::record::VehicleKind::word).
pub const TERMS: &[TermName] = &[
    n("one_thing", w("做成一件事", "做成一件事", "Get One Thing Done")),
    n("group_topic", w("教研组专题", "教研組專題", "Group research topic")),
    n("project", w("课题", "課題", "Research project")),
    n("routine_class", w("学规班", "學規班", "Learning-routine class")),
    n("routines", w("学规", "學規", "Learning routines")),
    n("model_class", w("示范班", "示範班", "Model class")),
    n("standard_class", w("达标班", "達標班", "Standard class")),
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
    n("school_training", w("校本培训", "校本培訓", "School-based training")),
    n("reading_salon", w("读书沙龙", "讀書沙龍", "Reading salon")),
    n("spiral", w("研究线索", "研究線索", "Spiral")),
    n("problem_pool", w("问题库", "問題庫", "Problem pool")),
];
