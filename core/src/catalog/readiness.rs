//! What a spiral still lacks for a text form, and which form fits it.

use super::Words;
use super::words::readiness as words;
use crate::draft::{Recommendation, Requirement};

/// What a form asks a spiral for, where it is not there yet. `{n}` is how many it asks for, `{found}` how many
/// there are.
pub const fn lack(need: Requirement) -> Words {
    match need {
        Requirement::Actions => words::lack::ACTIONS,
        Requirement::Comparison => words::lack::COMPARISON,
        Requirement::Reflection => words::lack::REFLECTION,
        Requirement::Survey => words::lack::SURVEY,
        Requirement::Problem => words::lack::PROBLEM,
        Requirement::Action => words::lack::ACTION,
        Requirement::SceneBefore => words::lack::SCENE_BEFORE,
        Requirement::SceneAfter => words::lack::SCENE_AFTER,
    }
}

/// What a form asks a spiral for, in a word or two.
pub const fn need(need: Requirement) -> Words {
    match need {
        Requirement::Actions | Requirement::Action => words::need::ACTIONS_ACTION,
        Requirement::Comparison => words::need::COMPARISON,
        Requirement::Reflection => words::need::REFLECTION,
        Requirement::Survey => words::need::SURVEY,
        Requirement::Problem => words::need::PROBLEM,
        Requirement::SceneBefore => words::need::SCENE_BEFORE,
        Requirement::SceneAfter => words::need::SCENE_AFTER,
    }
}

/// Why a form fits the material best.
pub const fn fit(fit: Recommendation) -> Words {
    match fit {
        Recommendation::SeveralTurns => words::fit::SEVERAL_TURNS,
        Recommendation::OnlyCounts => words::fit::ONLY_COUNTS,
        Recommendation::BeforeAndAfter => words::fit::BEFORE_AND_AFTER,
    }
}
