//! 结题报告.

use super::form::{ContentSource, Form, OBSERVED, PLAIN, REFERENCES, REFLECTED, RESULTS, Selection, h, section};
use crate::catalog::words::forms::final_report as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::FinalReport,
    name: words::NAME,
    opening: words::HEAD,
    length: (3_000, 8_000),
    summary: (150, 300),
    keywords: (3, 5),
    header: &[
        h("number", words::HEADER_NUMBER),
        h("leader", words::HEADER_LEADER),
        h("members", words::HEADER_MEMBERS),
        h("period", words::HEADER_PERIOD),
    ],
    sections: &[
        section(
            "overview",
            words::OVERVIEW,
            Some((18, 25)),
            words::OVERVIEW_GUIDE,
            &[
                ContentSource::Entries(
                    Selection::First,
                    Phase::Problem,
                    &["", "facts", "statement", "meaning", "value"],
                ),
                ContentSource::Baseline,
            ],
        ),
        section("aims", words::AIMS, Some((5, 10)), words::AIMS_GUIDE, &[]),
        section(
            "measures",
            words::MEASURES,
            Some((40, 45)),
            words::MEASURES_GUIDE,
            &[ContentSource::Turns(&[
                (Phase::Action, &["", "done", "deviation"]),
                (Phase::Observation, OBSERVED),
                (Phase::Reflection, &[""]),
            ])],
        ),
        section(
            "results",
            words::RESULTS,
            Some((20, 25)),
            words::RESULTS_GUIDE,
            &[
                ContentSource::Change,
                ContentSource::Evidence(Selection::After, RESULTS),
                ContentSource::Entries(Selection::All, Phase::Reflection, REFLECTED),
            ],
        ),
        section(
            "open",
            words::OPEN,
            Some((5, 10)),
            words::OPEN_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
        section(
            "appendix",
            words::APPENDIX,
            None,
            words::APPENDIX_GUIDE,
            &[ContentSource::Captions(&[
                EvidenceKind::Questionnaire,
                EvidenceKind::Document,
            ])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
