//! 课例研究.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, REFLECTED, Selection, h, section};
use crate::catalog::words::forms::lesson_study as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::LessonStudy,
    name: words::NAME,
    opening: words::HEAD,
    length: (2_000, 6_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("lesson", words::HEADER_LESSON),
        h("class", words::HEADER_CLASS),
        h("teacher", words::HEADER_TEACHER),
        h("observers", words::HEADER_OBSERVERS),
        h("recorder", words::HEADER_RECORDER),
        h("chair", words::HEADER_CHAIR),
    ],
    sections: &[
        section(
            "theme",
            words::THEME,
            None,
            words::THEME_GUIDE,
            &[ContentSource::Problem(&["", "statement", "facts", "meaning"])],
        ),
        section(
            "design",
            words::DESIGN,
            None,
            words::DESIGN_GUIDE,
            &[ContentSource::Entries(Selection::First, Phase::Action, &["plan"])],
        ),
        section(
            "first",
            words::FIRST,
            None,
            words::FIRST_GUIDE,
            &[ContentSource::Entries(
                Selection::First,
                Phase::Action,
                &["", "done", "deviation"],
            )],
        )
        .starter(words::FIRST_STARTER),
        section(
            "review",
            words::REVIEW,
            None,
            words::REVIEW_GUIDE,
            &[
                ContentSource::Entries(Selection::First, Phase::Reflection, REFLECTED),
                ContentSource::Entries(Selection::First, Phase::NewProblem, &[""]),
            ],
        ),
        section(
            "second",
            words::SECOND,
            None,
            words::SECOND_GUIDE,
            &[
                ContentSource::Entries(Selection::Last, Phase::Action, &["", "done", "deviation"]),
                ContentSource::Entries(Selection::Last, Phase::Observation, OBSERVED),
            ],
        )
        .starter(words::SECOND_STARTER),
        section(
            "comparison",
            words::COMPARISON,
            None,
            words::COMPARISON_GUIDE,
            &[ContentSource::Change],
        )
        .starter(words::COMPARISON_STARTER),
        section(
            "conclusions",
            words::CONCLUSIONS,
            None,
            words::CONCLUSIONS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Reflection, REFLECTED)],
        ),
        section(
            "attachments",
            words::ATTACHMENTS,
            None,
            words::ATTACHMENTS_GUIDE,
            &[ContentSource::Captions(&[
                EvidenceKind::Document,
                EvidenceKind::PupilWork,
                EvidenceKind::Recording,
            ])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
