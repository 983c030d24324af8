//! 教学叙事.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, RESULTS, Selection, h, section};
use crate::catalog::words::forms::narrative as words;
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Narrative,
    name: words::NAME,
    opening: words::HEAD,
    length: (1_000, 3_000),
    header: &[
        h("date", words::HEADER_DATE),
        h("venue", words::HEADER_VENUE),
        h("characters", words::HEADER_CHARACTERS),
    ],
    sections: &[
        section(
            "opening",
            words::OPENING,
            None,
            words::OPENING_GUIDE,
            &[ContentSource::Problem(&["", "facts"])],
        ),
        section(
            "conflict",
            words::CONFLICT,
            None,
            words::CONFLICT_GUIDE,
            &[
                ContentSource::Entries(Selection::First, Phase::Action, &["", "done", "deviation"]),
                ContentSource::Entries(Selection::First, Phase::Reflection, &["", "pupils_eyes"]),
            ],
        ),
        section(
            "turning_point",
            words::TURNING_POINT,
            None,
            words::TURNING_POINT_GUIDE,
            &[
                ContentSource::Entries(Selection::All, Phase::Observation, OBSERVED),
                ContentSource::Entries(Selection::All, Phase::Reflection, &["surprise"]),
            ],
        ),
        section(
            "outcome",
            words::OUTCOME,
            None,
            words::OUTCOME_GUIDE,
            &[ContentSource::Evidence(Selection::After, RESULTS)],
        ),
        section(
            "understood",
            words::UNDERSTOOD,
            None,
            words::UNDERSTOOD_GUIDE,
            &[ContentSource::Entries(
                Selection::Last,
                Phase::Reflection,
                &["", "shaken"],
            )],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
