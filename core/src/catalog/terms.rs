//! Local terms: words one school uses and the next may call something else.

use super::words::terms as words;
use super::{Language, Words};
use crate::record::Settings;

/// A term of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    n("one_thing", words::ONE_THING),
    n("group_topic", words::GROUP_TOPIC),
    n("project", words::PROJECT),
    n("routine_class", words::ROUTINE_CLASS),
    n("routines", words::ROUTINES),
    n("model_class", words::MODEL_CLASS),
    n("standard_class", words::STANDARD_CLASS),
    n("text_types", words::TEXT_TYPES),
    n("experience", words::EXPERIENCE),
    n("survey", words::SURVEY),
    n("improvement_case", words::IMPROVEMENT_CASE),
    n("research_group", words::RESEARCH_GROUP),
    n("research_office", words::RESEARCH_OFFICE),
    n("school_theme", words::SCHOOL_THEME),
    n("school_training", words::SCHOOL_TRAINING),
    n("reading_salon", words::READING_SALON),
    n("spiral", words::SPIRAL),
    n("problem_pool", words::PROBLEM_POOL),
];
