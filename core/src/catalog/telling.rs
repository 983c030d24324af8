//! The few words a draft puts between a teacher's own: when, in which turn, what was expected, and what came of it.

use super::Words;
use super::words::telling as words;
use crate::record::{Outcome, Phase};

/// What is said of an expectation once somebody has judged it; `None` while nobody has.
pub(crate) const fn came(outcome: Outcome) -> Option<Words> {
    Some(match outcome {
        Outcome::Unsaid => return None,
        Outcome::Met => words::came::MET,
        Outcome::Partly => words::came::PARTLY,
        Outcome::NotMet => words::came::NOT_MET,
        Outcome::Unclear => words::came::UNCLEAR,
    })
}

/// What leads from the text of an entry into one of its sub-fields; `None` where none is needed.
pub(crate) fn lead(phase: Phase, field: &str) -> Option<Words> {
    Some(match (phase, field) {
        (Phase::Problem | Phase::NewProblem, "explanation") => words::lead::PROBLEM_EXPLANATION,
        (Phase::Problem | Phase::NewProblem, "other_explanation") => words::lead::PROBLEM_OTHER_EXPLANATION,
        (Phase::Action, "plan") => words::lead::ACTION_PLAN,
        (Phase::Action, "deviation") => words::lead::ACTION_DEVIATION,
        (Phase::Reflection, "surprise") => words::lead::REFLECTION_SURPRISE,
        (Phase::Reflection, "pupils_eyes") => words::lead::REFLECTION_PUPILS_EYES,
        (Phase::Reflection, "shaken") => words::lead::REFLECTION_SHAKEN,
        (Phase::Reflection, "other_causes") => words::lead::REFLECTION_OTHER_CAUSES,
        _ => return None,
    })
}
