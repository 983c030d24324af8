//! The sentences of the problem check.

use super::Words;
use super::words::problem_check::reason as words;
use crate::spiral::Reason;

/// Why an item passes or is weak. `{name}` is the word that made the difference.
pub const fn reason(reason: Reason) -> Words {
    match reason {
        Reason::DatedFacts => words::DATED_FACTS,
        Reason::FewFacts => words::FEW_FACTS,
        Reason::LearningGain => words::LEARNING_GAIN,
        Reason::NoLearningGain => words::NO_LEARNING_GAIN,
        Reason::PeerConfirms => words::PEER_CONFIRMS,
        Reason::NoPeer => words::NO_PEER,
        Reason::Narrow => words::NARROW,
        Reason::Broad => words::BROAD,
        Reason::OwnLever => words::OWN_LEVER,
        Reason::OthersLever => words::OTHERS_LEVER,
        Reason::WithinTerm => words::WITHIN_TERM,
        Reason::BeyondTerm => words::BEYOND_TERM,
        Reason::NoDates => words::NO_DATES,
        Reason::HasIndicator => words::HAS_INDICATOR,
        Reason::NoIndicator => words::NO_INDICATOR,
        Reason::OpenQuestion => words::OPEN_QUESTION,
        Reason::YesNo => words::YES_NO,
        Reason::SettledAlready => words::SETTLED_ALREADY,
        Reason::HasSource => words::HAS_SOURCE,
        Reason::NoSource => words::NO_SOURCE,
        Reason::OneSentence => words::ONE_SENTENCE,
        Reason::TooLong => words::TOO_LONG,
        Reason::SeveralAtOnce => words::SEVERAL_AT_ONCE,
        Reason::NoStatement => words::NO_STATEMENT,
        Reason::NoNames => words::NO_NAMES,
        Reason::NamesUnknown => words::NAMES_UNKNOWN,
        Reason::HasName => words::HAS_NAME,
        Reason::HasTheme => words::HAS_THEME,
        Reason::NoTheme => words::NO_THEME,
        Reason::HowToImprove => words::HOW_TO_IMPROVE,
    }
}
