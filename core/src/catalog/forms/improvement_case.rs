//! 教学改进案例.

use super::form::{ContentSource, Form, RESULTS, Selection, section};
use crate::catalog::words::forms::improvement_case as words;
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ImprovementCase,
    name: words::NAME,
    opening: words::HEAD,
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "background",
            words::BACKGROUND,
            Some((8, 10)),
            words::BACKGROUND_GUIDE,
            &[
                ContentSource::Background,
                ContentSource::Problem(&["statement", "pupils", "meaning"]),
            ],
        )
        .most(300),
        section(
            "diagnosis",
            words::DIAGNOSIS,
            Some((20, 25)),
            words::DIAGNOSIS_GUIDE,
            &[
                ContentSource::Problem(&["", "facts", "explanation", "other_explanation"]),
                ContentSource::Baseline,
                ContentSource::Entries(Selection::Before, Phase::Observation, &["", "seen", "count"]),
                ContentSource::Evidence(Selection::Before, RESULTS),
            ],
        ),
        section(
            "redesign",
            words::REDESIGN,
            Some((35, 40)),
            words::REDESIGN_GUIDE,
            &[ContentSource::Entries(
                Selection::All,
                Phase::Action,
                &["plan", "", "done", "deviation"],
            )],
        ),
        section(
            "effect",
            words::EFFECT,
            Some((10, 15)),
            words::EFFECT_GUIDE,
            &[
                ContentSource::Step,
                ContentSource::Trend,
                ContentSource::Entries(Selection::After, Phase::Observation, &["", "seen", "count"]),
                ContentSource::Evidence(Selection::After, RESULTS),
            ],
        ),
        section(
            "reflection",
            words::REFLECTION,
            Some((15, 20)),
            words::REFLECTION_GUIDE,
            &[
                ContentSource::Entries(
                    Selection::All,
                    Phase::Reflection,
                    &["", "surprise", "pupils_eyes", "shaken", "other_causes"],
                ),
                ContentSource::Entries(Selection::After, Phase::NewProblem, &[""]),
            ],
        ),
    ],
    judging: &[
        (words::JUDGING[0], 20),
        (words::JUDGING[1], 30),
        (words::JUDGING[2], 20),
        (words::JUDGING[3], 20),
        (words::JUDGING[4], 10),
    ],
    faults: words::FAULTS,
};
