//! 观课记录.

use super::form::{ContentSource, Form, PLAIN, Selection, h, section};
use crate::catalog::words::forms::lesson_observation as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::LessonObservation,
    name: words::NAME,
    opening: words::HEAD,
    header: &[
        h("date", words::HEADER_DATE),
        h("period", words::HEADER_PERIOD),
        h("class", words::HEADER_CLASS),
        h("subject", words::HEADER_SUBJECT),
        h("lesson", words::HEADER_LESSON),
        h("teacher", words::HEADER_TEACHER),
        h("observer", words::HEADER_OBSERVER),
        h("sort", words::HEADER_SORT),
        h("level", words::HEADER_LEVEL),
        h("theme", words::HEADER_THEME),
    ],
    sections: &[
        section("process", words::PROCESS, None, words::PROCESS_GUIDE, &[]).starter(words::PROCESS_STARTER),
        section(
            "points",
            words::POINTS,
            None,
            words::POINTS_GUIDE,
            &[ContentSource::Entries(
                Selection::Last,
                Phase::Observation,
                &["", "seen"],
            )],
        ),
        section(
            "counts",
            words::COUNTS,
            None,
            words::COUNTS_GUIDE,
            &[
                ContentSource::Entries(Selection::Last, Phase::Observation, &["count"]),
                ContentSource::Evidence(Selection::Last, &[EvidenceKind::Tally]),
            ],
        )
        .starter(words::COUNTS_STARTER),
        section("review", words::REVIEW, None, words::REVIEW_GUIDE, &[]).starter(words::REVIEW_STARTER),
        section(
            "clue",
            words::CLUE,
            None,
            words::CLUE_GUIDE,
            &[ContentSource::Problem(&["statement"])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
