//! What the checks before handing in say: what is wrong, why it matters, what to do.

mod case;
mod every;
mod experience;
mod size;
mod survey;
mod three;

use crate::draft::Fault;

pub use three::Advice;

/// The advice about a fault. Slots in braces are filled by the finding.
///
/// ```
/// use luoxuan::catalog::{Language, advice};
/// use luoxuan::draft::Fault;
/// let advice = advice(Fault::OnlySuccesses);
/// assert_eq!(advice.todo.in_(Language::ZhHans), "放进一条相反的例子：哪几个学生没有变，哪一步没有用。");
/// ```
pub const fn advice(fault: Fault) -> Advice {
    match fault {
        Fault::TooLong => size::TOO_LONG,
        Fault::TooShort => size::TOO_SHORT,
        Fault::NoTitle => size::NO_TITLE,
        Fault::LongTitle => size::LONG_TITLE,
        Fault::BroadTitle => size::BROAD_TITLE,
        Fault::NoSummary => size::NO_SUMMARY,
        Fault::ShortSummary => size::SHORT_SUMMARY,
        Fault::LongSummary => size::LONG_SUMMARY,
        Fault::FewKeywords => size::FEW_KEYWORDS,
        Fault::ManyKeywords => size::MANY_KEYWORDS,
        Fault::LongSection => size::LONG_SECTION,
        Fault::SmallShare => size::SMALL_SHARE,
        Fault::LargeShare => size::LARGE_SHARE,
        Fault::EmptySection => size::EMPTY_SECTION,
        Fault::StraySection => size::STRAY_SECTION,
        Fault::HeavyFront => size::HEAVY_FRONT,
        Fault::WantsEvidence => every::WANTS_EVIDENCE,
        Fault::WorkReport => experience::WORK_REPORT,
        Fault::EffectWithoutFigure => experience::EFFECT_WITHOUT_FIGURE,
        Fault::NoConditions => experience::NO_CONDITIONS,
        Fault::PrivateSource => every::PRIVATE_SOURCE,
        Fault::PupilSource => every::PUPIL_SOURCE,
        Fault::OnlySuccesses => experience::ONLY_SUCCESSES,
        Fault::IssuedMissing => survey::ISSUED_MISSING,
        Fault::ReturnedMissing => survey::RETURNED_MISSING,
        Fault::ValidMissing => survey::VALID_MISSING,
        Fault::SharesDoNotAddUp => survey::SHARES_DO_NOT_ADD_UP,
        Fault::CausalWords => survey::CAUSAL_WORDS,
        Fault::UnreadTable => survey::UNREAD_TABLE,
        Fault::NoQuestionnaire => survey::NO_QUESTIONNAIRE,
        Fault::MostlyDialogue => case::MOSTLY_DIALOGUE,
        Fault::NoBefore => case::NO_BEFORE,
        Fault::TheoryLabel => case::THEORY_LABEL,
        Fault::OtherTurn => every::OTHER_TURN,
        Fault::RelativeDay => every::RELATIVE_DAY,
        Fault::TwoThemes => case::TWO_THEMES,
        Fault::PercentWithoutBase => every::PERCENT_WITHOUT_BASE,
        Fault::PointsNotPercent => every::POINTS_NOT_PERCENT,
        Fault::NoSuchReference => every::NO_SUCH_REFERENCE,
        Fault::UnnamedFigure => every::UNNAMED_FIGURE,
        Fault::UnnamedTable => every::UNNAMED_TABLE,
        Fault::NoSuchFigure => every::NO_SUCH_FIGURE,
        Fault::UncitedReference => every::UNCITED_REFERENCE,
        Fault::MovesCount => experience::MOVES_COUNT,
        Fault::StageHeading => experience::STAGE_HEADING,
        Fault::SameHeadings => experience::SAME_HEADINGS,
        Fault::UnevenHeadings => experience::UNEVEN_HEADINGS,
        Fault::MoveWithoutExample => experience::MOVE_WITHOUT_EXAMPLE,
        Fault::MoveWithoutAim => experience::MOVE_WITHOUT_AIM,
        Fault::MoveWithoutResult => experience::MOVE_WITHOUT_RESULT,
        Fault::NothingNew => experience::NOTHING_NEW,
        Fault::NoTransfer => experience::NO_TRANSFER,
        Fault::NotRepresentative => survey::NOT_REPRESENTATIVE,
        Fault::NoDimensions => survey::NO_DIMENSIONS,
        Fault::NoGroups => survey::NO_GROUPS,
        Fault::NoVoices => survey::NO_VOICES,
        Fault::LooseProposal => survey::LOOSE_PROPOSAL,
        Fault::NoSceneAfter => case::NO_SCENE_AFTER,
        Fault::CausesUnmet => case::CAUSES_UNMET,
        Fault::NoComparison => case::NO_COMPARISON,
        Fault::OtherMeasure => case::OTHER_MEASURE,
        Fault::NumberMark => every::NUMBER_MARK,
        Fault::NumberGap => every::NUMBER_GAP,
        Fault::NumberOrder => every::NUMBER_ORDER,
        Fault::Misspelling => every::MISSPELLING,
        Fault::NoMachineStatement => every::NO_MACHINE_STATEMENT,
        Fault::OwnFault => every::OWN_FAULT,
    }
}
