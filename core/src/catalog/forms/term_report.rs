//! 工作总结.

use super::form::{ContentSource, Form, PLAIN, Selection, h, section};
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
            &[ContentSource::Entries(
                Selection::First,
                Phase::Problem,
                &["statement", "meaning"],
            )],
        ),
        section(
            "work",
            words::WORK,
            None,
            words::WORK_GUIDE,
            &[ContentSource::Entries(Selection::All, Phase::Action, &["", "done"])],
        )
        .starter(words::WORK_STARTER),
        section(
            "features",
            words::FEATURES,
            None,
            words::FEATURES_GUIDE,
            &[ContentSource::Entries(Selection::All, Phase::Reflection, &[""])],
        ),
        section(
            "outcomes",
            words::OUTCOMES,
            None,
            words::OUTCOMES_GUIDE,
            &[ContentSource::Change],
        )
        .starter(words::OUTCOMES_STARTER),
        section(
            "problems",
            words::PROBLEMS,
            None,
            words::PROBLEMS_GUIDE,
            &[
                ContentSource::Entries(Selection::All, Phase::NewProblem, &[""]),
                ContentSource::Captions(&[EvidenceKind::Feedback]),
            ],
        ),
        section("appendix", words::APPENDIX, None, words::APPENDIX_GUIDE, &[]).optional(),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
