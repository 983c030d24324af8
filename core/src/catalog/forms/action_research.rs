//! 行动研究报告.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, REFERENCES, REFLECTED, RESULTS, Selection, h, section};
use crate::catalog::words::forms::action_research as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ActionResearch,
    name: words::NAME,
    opening: words::HEAD,
    length: (3_000, 8_000),
    title: 20,
    summary: (150, 300),
    keywords: (3, 8),
    header: &[h("class", words::HEADER_CLASS), h("dates", words::HEADER_DATES)],
    sections: &[
        section(
            "background",
            words::BACKGROUND,
            None,
            words::BACKGROUND_GUIDE,
            &[
                ContentSource::Header,
                ContentSource::Entries(Selection::First, Phase::Problem, &["meaning", "value", "peer"]),
            ],
        ),
        section(
            "literature",
            words::LITERATURE,
            None,
            words::LITERATURE_GUIDE,
            &[ContentSource::Evidence(Selection::All, &[EvidenceKind::Reading])],
        ),
        section(
            "problem",
            words::PROBLEM,
            None,
            words::PROBLEM_GUIDE,
            &[
                ContentSource::Entries(
                    Selection::First,
                    Phase::Problem,
                    &["", "facts", "statement", "baseline", "indicator"],
                ),
                ContentSource::Baseline,
            ],
        ),
        section(
            "turns",
            words::TURNS,
            None,
            words::TURNS_GUIDE,
            &[ContentSource::Turns(&[
                (Phase::Problem, &["", "facts"]),
                (Phase::Action, &["plan", "", "done", "deviation"]),
                (Phase::Observation, OBSERVED),
                (Phase::Reflection, REFLECTED),
                (Phase::NewProblem, &[""]),
            ])],
        ),
        section(
            "collecting",
            words::COLLECTING,
            None,
            words::COLLECTING_GUIDE,
            &[ContentSource::Captions(RESULTS)],
        ),
        section(
            "analysis",
            words::ANALYSIS,
            None,
            words::ANALYSIS_GUIDE,
            &[ContentSource::Change],
        ),
        section(
            "reflection",
            words::REFLECTION,
            None,
            words::REFLECTION_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Reflection, REFLECTED)],
        ),
        section(
            "next",
            words::NEXT,
            None,
            words::NEXT_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
    ],
    faults: words::FAULTS,
    ..PLAIN
};
