//! 行动研究报告.

use super::form::{Feed, Form, OBSERVED, PLAIN, Pick, REFERENCES, REFLECTED, RESULTS, h, section};
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
                Feed::Header,
                Feed::Entries(Pick::First, Phase::Problem, &["meaning", "value", "peer"]),
            ],
        ),
        section(
            "literature",
            words::LITERATURE,
            None,
            words::LITERATURE_GUIDE,
            &[Feed::Evidence(Pick::All, &[EvidenceKind::Reading])],
        ),
        section(
            "problem",
            words::PROBLEM,
            None,
            words::PROBLEM_GUIDE,
            &[
                Feed::Entries(
                    Pick::First,
                    Phase::Problem,
                    &["", "facts", "statement", "baseline", "indicator"],
                ),
                Feed::Baseline,
            ],
        ),
        section(
            "turns",
            words::TURNS,
            None,
            words::TURNS_GUIDE,
            &[Feed::Turns(&[
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
            &[Feed::Captions(RESULTS)],
        ),
        section(
            "analysis",
            words::ANALYSIS,
            None,
            words::ANALYSIS_GUIDE,
            &[Feed::Change],
        ),
        section(
            "reflection",
            words::REFLECTION,
            None,
            words::REFLECTION_GUIDE,
            &[Feed::Entries(Pick::Last, Phase::Reflection, REFLECTED)],
        ),
        section(
            "next",
            words::NEXT,
            None,
            words::NEXT_GUIDE,
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
    ],
    faults: words::FAULTS,
    ..PLAIN
};
