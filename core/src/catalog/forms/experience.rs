//! 经验总结.

use super::form::{ContentSource, Form, REFERENCES, RESULTS, Selection, section};
use crate::catalog::words::forms::experience as words;
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Experience,
    name: words::NAME,
    opening: words::HEAD,
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "origin",
            words::ORIGIN,
            Some((10, 15)),
            words::ORIGIN_GUIDE,
            &[
                ContentSource::Entries(
                    Selection::First,
                    Phase::Problem,
                    &["", "facts", "baseline", "explanation", "other_explanation"],
                ),
                ContentSource::Baseline,
            ],
        ),
        section(
            "moves",
            words::MOVES,
            Some((40, 50)),
            words::MOVES_GUIDE,
            &[ContentSource::Entries(
                Selection::All,
                Phase::Action,
                &["", "done", "deviation"],
            )],
        ),
        section(
            "effects",
            words::EFFECTS,
            Some((15, 20)),
            words::EFFECTS_GUIDE,
            &[
                ContentSource::Change,
                ContentSource::Trend,
                ContentSource::Entries(Selection::After, Phase::Observation, &["", "seen", "count"]),
                ContentSource::Evidence(Selection::After, RESULTS),
            ],
        ),
        section(
            "lessons",
            words::LESSONS,
            Some((15, 20)),
            words::LESSONS_GUIDE,
            &[ContentSource::Entries(
                Selection::All,
                Phase::Reflection,
                &["", "surprise", "pupils_eyes", "shaken", "other_causes"],
            )],
        ),
        section(
            "open",
            words::OPEN,
            Some((5, 10)),
            words::OPEN_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
    ],
    judging: &[
        (words::JUDGING[0], 15),
        (words::JUDGING[1], 30),
        (words::JUDGING[2], 20),
        (words::JUDGING[3], 20),
        (words::JUDGING[4], 15),
    ],
    faults: words::FAULTS,
};
