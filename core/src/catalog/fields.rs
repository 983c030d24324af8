//! The phases and their sub-fields. All optional; the text itself is the only thing asked for.

use super::words::fields as words;
use std::collections::BTreeMap;

use super::Words;
use crate::record::Phase;

/// A sub-field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
        Phase::Problem => words::purpose::PROBLEM,
        Phase::Action => words::purpose::ACTION,
        Phase::Observation => words::purpose::OBSERVATION,
        Phase::Reflection => words::purpose::REFLECTION,
        Phase::NewProblem => words::purpose::NEW_PROBLEM,
        Phase::Note => words::purpose::NOTE,
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
        words::problem::FACTS,
        words::problem::FACTS_HINT,
    ),
    f(
        Phase::Problem,
        "pupils",
        words::problem::PUPILS,
        words::problem::PUPILS_HINT,
    ),
    f(
        Phase::Problem,
        "explanation",
        words::problem::EXPLANATION,
        words::problem::EXPLANATION_HINT,
    ),
    f(
        Phase::Problem,
        "other_explanation",
        words::problem::OTHER_EXPLANATION,
        words::problem::OTHER_EXPLANATION_HINT,
    ),
    f(
        Phase::Problem,
        "baseline",
        words::problem::BASELINE,
        words::problem::BASELINE_HINT,
    ),
    f(
        Phase::Problem,
        "indicator",
        words::problem::INDICATOR,
        words::problem::INDICATOR_HINT,
    ),
    f(
        Phase::Problem,
        "meaning",
        words::problem::MEANING,
        words::problem::MEANING_HINT,
    ),
    f(
        Phase::Problem,
        "value",
        words::problem::VALUE,
        words::problem::VALUE_HINT,
    ),
    f(Phase::Problem, "peer", words::problem::PEER, words::problem::PEER_HINT),
    f(
        Phase::Problem,
        "statement",
        words::problem::STATEMENT,
        words::problem::STATEMENT_HINT,
    ),
    f(Phase::Action, "name", words::action::NAME, words::action::NAME_HINT),
    f(Phase::Action, "plan", words::action::PLAN, words::action::PLAN_HINT),
    f(Phase::Action, "done", words::action::DONE, words::action::DONE_HINT),
    f(
        Phase::Action,
        "deviation",
        words::action::DEVIATION,
        words::action::DEVIATION_HINT,
    ),
    f(
        Phase::Action,
        "people",
        words::action::PEOPLE,
        words::action::PEOPLE_HINT,
    ),
    f(
        Phase::Action,
        "materials",
        words::action::MATERIALS,
        words::action::MATERIALS_HINT,
    ),
    f(
        Phase::Observation,
        "place",
        words::observation::PLACE,
        words::observation::PLACE_HINT,
    ),
    f(
        Phase::Observation,
        "seen",
        words::observation::SEEN,
        words::observation::SEEN_HINT,
    ),
    f(
        Phase::Observation,
        "outcome_why",
        words::observation::OUTCOME_WHY,
        words::observation::OUTCOME_WHY_HINT,
    ),
    f(
        Phase::Observation,
        "thoughts",
        words::observation::THOUGHTS,
        words::observation::THOUGHTS_HINT,
    ),
    f(
        Phase::Observation,
        "count",
        words::observation::COUNT,
        words::observation::COUNT_HINT,
    ),
    f(
        Phase::Reflection,
        "outcome_why",
        words::reflection::OUTCOME_WHY,
        words::reflection::OUTCOME_WHY_HINT,
    ),
    f(
        Phase::Reflection,
        "change",
        words::reflection::CHANGE,
        words::reflection::CHANGE_HINT,
    ),
    f(
        Phase::Reflection,
        "enough",
        words::reflection::ENOUGH,
        words::reflection::ENOUGH_HINT,
    ),
    f(
        Phase::Reflection,
        "surprise",
        words::reflection::SURPRISE,
        words::reflection::SURPRISE_HINT,
    ),
    f(
        Phase::Reflection,
        "pupils_eyes",
        words::reflection::PUPILS_EYES,
        words::reflection::PUPILS_EYES_HINT,
    ),
    f(
        Phase::Reflection,
        "shaken",
        words::reflection::SHAKEN,
        words::reflection::SHAKEN_HINT,
    ),
    f(
        Phase::Reflection,
        "other_causes",
        words::reflection::OTHER_CAUSES,
        words::reflection::OTHER_CAUSES_HINT,
    ),
    f(
        Phase::Reflection,
        "shortfall",
        words::reflection::SHORTFALL,
        words::reflection::SHORTFALL_HINT,
    ),
    f(
        Phase::NewProblem,
        "statement",
        words::new_problem::STATEMENT,
        words::new_problem::STATEMENT_HINT,
    ),
    f(
        Phase::NewProblem,
        "indicator",
        words::new_problem::INDICATOR,
        words::new_problem::INDICATOR_HINT,
    ),
];
