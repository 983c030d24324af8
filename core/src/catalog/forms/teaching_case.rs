//! 教学案例.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, REFLECTED, RESULTS, Selection, h, section};
use crate::catalog::words::forms::teaching_case as words;
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::TeachingCase,
    name: words::NAME,
    opening: words::HEAD,
    length: (2_000, 6_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("lesson", words::HEADER_LESSON),
        h("class", words::HEADER_CLASS),
        h("date", words::HEADER_DATE),
        h("characters", words::HEADER_CHARACTERS),
    ],
    sections: &[
        section(
            "background",
            words::BACKGROUND,
            None,
            words::BACKGROUND_GUIDE,
            &[ContentSource::Header, ContentSource::Problem(&["facts", "pupils"])],
        )
        .most(300),
        section(
            "theme",
            words::THEME,
            None,
            words::THEME_GUIDE,
            &[ContentSource::Problem(&["", "statement"])],
        ),
        section(
            "scene",
            words::SCENE,
            None,
            words::SCENE_GUIDE,
            &[
                ContentSource::Entries(Selection::All, Phase::Action, &["", "done"]),
                ContentSource::Entries(Selection::All, Phase::Observation, OBSERVED),
            ],
        ),
        section(
            "result",
            words::RESULT,
            None,
            words::RESULT_GUIDE,
            &[
                ContentSource::Change,
                ContentSource::Evidence(Selection::After, RESULTS),
            ],
        ),
        section(
            "analysis",
            words::ANALYSIS,
            None,
            words::ANALYSIS_GUIDE,
            &[ContentSource::Entries(Selection::All, Phase::Reflection, REFLECTED)],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
