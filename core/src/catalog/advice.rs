//! What the checks before handing in say: what is wrong, why it matters, what to do.

use super::Words;
use super::words::advice as words;
use crate::draft::DiagnosticCode;

/// Advice about a fault, in three sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Explanation {
    /// What was seen.
    pub what: Words,
    /// Why it matters.
    pub why: Words,
    /// What to do.
    pub todo: Words,
}

macro_rules! advice {
    ($($text:ident { $($fault:ident $section:ident;)* })*) => {
        /// The advice about a fault. Slots in braces are filled by the finding.
        ///
        /// ```
        /// use luoxuan::catalog::{Language, advice};
        /// use luoxuan::draft::DiagnosticCode;
        /// let advice = advice(DiagnosticCode::OnlySuccesses);
        /// assert_eq!(advice.todo.in_(Language::ZhHans), "放进一条相反的例子：哪几个学生没有变，哪一步没有用。");
        /// ```
        pub const fn advice(fault: DiagnosticCode) -> Explanation {
            match fault {
                $($(DiagnosticCode::$fault => Explanation {
                    what: words::$text::$section::WHAT,
                    why: words::$text::$section::WHY,
                    todo: words::$text::$section::TODO,
                },)*)*
            }
        }
    };
}

// Each fault with its section of the words: `[advice.size.too_long]`.
advice! {
    size {
        TooLong too_long;
        TooShort too_short;
        NoTitle no_title;
        LongTitle long_title;
        BroadTitle broad_title;
        NoSummary no_summary;
        ShortSummary short_summary;
        LongSummary long_summary;
        FewKeywords few_keywords;
        ManyKeywords many_keywords;
        LongSection long_section;
        SmallShare small_share;
        LargeShare large_share;
        EmptySection empty_section;
        StraySection stray_section;
        HeavyFront heavy_front;
    }
    every {
        WantsEvidence wants_evidence;
        PrivateSource private_source;
        PupilSource pupil_source;
        OtherTurn other_turn;
        RelativeDay relative_day;
        PercentWithoutBase percent_without_base;
        PointsNotPercent points_not_percent;
        NoSuchReference no_such_reference;
        UnnamedFigure unnamed_figure;
        UnnamedTable unnamed_table;
        NoSuchFigure no_such_figure;
        UncitedReference uncited_reference;
        NumberMark number_mark;
        NumberGap number_gap;
        NumberOrder number_order;
        Misspelling misspelling;
        NoMachineStatement no_machine_statement;
        OwnFault own_fault;
    }
    experience {
        WorkReport work_report;
        EffectWithoutFigure effect_without_figure;
        NoConditions no_conditions;
        OnlySuccesses only_successes;
        MovesCount moves_count;
        StageHeading stage_heading;
        SameHeadings same_headings;
        UnevenHeadings uneven_headings;
        MoveWithoutExample move_without_example;
        MoveWithoutAim move_without_aim;
        MoveWithoutResult move_without_result;
        NothingNew nothing_new;
        NoTransfer no_transfer;
    }
    survey {
        IssuedMissing issued_missing;
        ReturnedMissing returned_missing;
        ValidMissing valid_missing;
        SharesDoNotAddUp shares_do_not_add_up;
        CausalWords causal_words;
        UnreadTable unread_table;
        NoQuestionnaire no_questionnaire;
        NotRepresentative not_representative;
        NoDimensions no_dimensions;
        NoGroups no_groups;
        NoVoices no_voices;
        LooseProposal loose_proposal;
    }
    case {
        MostlyDialogue mostly_dialogue;
        NoBefore no_before;
        TheoryLabel theory_label;
        TwoThemes two_themes;
        NoSceneAfter no_scene_after;
        CausesUnmet causes_unmet;
        NoComparison no_comparison;
        OtherMeasure other_measure;
    }
}
