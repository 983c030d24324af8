//! 教学反思.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, Selection, h, section};
use crate::catalog::words::forms::teaching_reflection as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TeachingReflection,
    name: words::NAME,
    opening: words::HEAD,
    length: (200, 600),
    header: &[
        h("date", words::HEADER_DATE),
        h("lesson", words::HEADER_LESSON),
        h("class", words::HEADER_CLASS),
        h("period", words::HEADER_PERIOD),
    ],
    sections: &[
        section(
            "intended",
            words::INTENDED,
            None,
            words::INTENDED_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Action, &["plan"])],
        ),
        section(
            "happened",
            words::HAPPENED,
            None,
            words::HAPPENED_GUIDE,
            &[ContentSource::Entries(
                Selection::Last,
                Phase::Action,
                &["", "done", "deviation"],
            )],
        ),
        section(
            "pupils",
            words::PUPILS,
            None,
            words::PUPILS_GUIDE,
            &[
                ContentSource::Entries(Selection::Last, Phase::Observation, OBSERVED),
                ContentSource::Evidence(
                    Selection::Last,
                    &[EvidenceKind::PupilWork, EvidenceKind::Observation, EvidenceKind::Tally],
                ),
            ],
        ),
        section(
            "gain_and_loss",
            words::GAIN_AND_LOSS,
            None,
            words::GAIN_AND_LOSS_GUIDE,
            &[ContentSource::Entries(
                Selection::Last,
                Phase::Reflection,
                &["", "surprise", "pupils_eyes", "shaken"],
            )],
        ),
        section("again", words::AGAIN, None, words::AGAIN_GUIDE, &[]),
        section(
            "doubts",
            words::DOUBTS,
            None,
            words::DOUBTS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::NewProblem, &[""])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
