//! 工作总结.

use super::form::{Feed, Form, PLAIN, Pick, h, section};
use crate::catalog::words::forms::term_report as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TermReport,
    name: words::NAME,
    opening: words::HEAD,
    header: &[
        h("term", words::HEADER_TERM),
        h("lessons", words::HEADER_LESSONS),
        h("class", words::HEADER_CLASS),
        h("observed", words::HEADER_OBSERVED),
        h("hours", words::HEADER_HOURS),
    ],
    sections: &[
        section(
            "opening",
            words::OPENING,
            None,
            words::OPENING_GUIDE,
            &[Feed::Entries(Pick::First, Phase::Problem, &["statement", "meaning"])],
        ),
        section(
            "work",
            words::WORK,
            None,
            words::WORK_GUIDE,
            &[Feed::Entries(Pick::All, Phase::Action, &["", "done"])],
        )
        .starter(words::WORK_STARTER),
        section(
            "features",
            words::FEATURES,
            None,
            words::FEATURES_GUIDE,
            &[Feed::Entries(Pick::All, Phase::Reflection, &[""])],
        ),
        section(
            "outcomes",
            words::OUTCOMES,
            None,
            words::OUTCOMES_GUIDE,
            &[Feed::Change],
        )
        .starter(words::OUTCOMES_STARTER),
        section(
            "problems",
            words::PROBLEMS,
            None,
            words::PROBLEMS_GUIDE,
            &[
                Feed::Entries(Pick::All, Phase::NewProblem, &[""]),
                Feed::Captions(&[EvidenceKind::Feedback]),
            ],
        ),
        section("appendix", words::APPENDIX, None, words::APPENDIX_GUIDE, &[]).optional(),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
