//! What a spiral still lacks for a text form, and which form fits it.

use super::Words;
use super::words::readiness as words;
use crate::draft::{Fit, Need};

/// What a form asks a spiral for, where it is not there yet. `{n}` is how many it asks for, `{found}` how many
/// there are.
pub const fn lack(need: Need) -> Words {
    match need {
        Need::Actions => words::lack::ACTIONS,
        Need::Comparison => words::lack::COMPARISON,
        Need::Reflection => words::lack::REFLECTION,
        Need::Survey => words::lack::SURVEY,
        Need::Problem => words::lack::PROBLEM,
        Need::Action => words::lack::ACTION,
        Need::SceneBefore => words::lack::SCENE_BEFORE,
        Need::SceneAfter => words::lack::SCENE_AFTER,
    }
}

/// What a form asks a spiral for, in a word or two.
pub const fn need(need: Need) -> Words {
    match need {
        Need::Actions | Need::Action => words::need::ACTIONS_ACTION,
        Need::Comparison => words::need::COMPARISON,
        Need::Reflection => words::need::REFLECTION,
        Need::Survey => words::need::SURVEY,
        Need::Problem => words::need::PROBLEM,
        Need::SceneBefore => words::need::SCENE_BEFORE,
        Need::SceneAfter => words::need::SCENE_AFTER,
    }
}

/// Why a form fits the material best.
pub const fn fit(fit: Fit) -> Words {
    match fit {
        Fit::SeveralTurns => words::fit::SEVERAL_TURNS,
        Fit::OnlyCounts => words::fit::ONLY_COUNTS,
        Fit::BeforeAndAfter => words::fit::BEFORE_AND_AFTER,
    }
}
