//! 教学改进案例.

use super::form::{Feed, Form, Pick, RESULTS, section};
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
            &[Feed::Background, Feed::Problem(&["statement", "pupils", "meaning"])],
        )
        .most(300),
        section(
            "diagnosis",
            words::DIAGNOSIS,
            Some((20, 25)),
            words::DIAGNOSIS_GUIDE,
            &[
                Feed::Problem(&["", "facts", "explanation", "other_explanation"]),
                Feed::Baseline,
                Feed::Entries(Pick::Before, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::Before, RESULTS),
            ],
        ),
        section(
            "redesign",
            words::REDESIGN,
            Some((35, 40)),
            words::REDESIGN_GUIDE,
            &[Feed::Entries(
                Pick::All,
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
                Feed::Step,
                Feed::Trend,
                Feed::Entries(Pick::After, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::After, RESULTS),
            ],
        ),
        section(
            "reflection",
            words::REFLECTION,
            Some((15, 20)),
            words::REFLECTION_GUIDE,
            &[
                Feed::Entries(
                    Pick::All,
                    Phase::Reflection,
                    &["", "surprise", "pupils_eyes", "shaken", "other_causes"],
                ),
                Feed::Entries(Pick::After, Phase::NewProblem, &[""]),
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
