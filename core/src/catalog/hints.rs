//! The sentences of the soft rules.

use super::Words;
use super::words::hints::rule as words;
use crate::spiral::Rule;

/// What a hint says. `{n}` is a number, `{name}` a name.
pub const fn rule(rule: Rule) -> Words {
    match rule {
        Rule::AddedLater => words::ADDED_LATER,
        Rule::NoEvidence => words::NO_EVIDENCE,
        Rule::OneKindOfEvidence => words::ONE_KIND_OF_EVIDENCE,
        Rule::NoNewProblem => words::NO_NEW_PROBLEM,
        Rule::TwoNextTurns => words::TWO_NEXT_TURNS,
        Rule::ClosedWithoutReflection => words::CLOSED_WITHOUT_REFLECTION,
        Rule::GivenUpWithoutReason => words::GIVEN_UP_WITHOUT_REASON,
        Rule::ExpectationDue => words::EXPECTATION_DUE,
        Rule::MeasureWithoutBase => words::MEASURE_WITHOUT_BASE,
        Rule::BaseChanged => words::BASE_CHANGED,
        Rule::NoProblem => words::NO_PROBLEM,
    }
}
