//! 专题调查.

use super::form::{ContentSource, Form, REFERENCES, RESULTS, Selection, section};
use crate::catalog::words::forms::survey as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Survey,
    name: words::NAME,
    opening: words::HEAD,
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "question",
            words::QUESTION,
            Some((10, 10)),
            words::QUESTION_GUIDE,
            &[
                ContentSource::Entries(Selection::All, Phase::Problem, &["", "facts"]),
                ContentSource::Purpose,
                ContentSource::Entries(Selection::All, Phase::Reflection, &["enough", "other_causes"]),
            ],
        ),
        section(
            "method",
            words::METHOD,
            Some((15, 20)),
            words::METHOD_GUIDE,
            &[
                ContentSource::Header,
                ContentSource::Sample,
                ContentSource::Captions(&[
                    EvidenceKind::Questionnaire,
                    EvidenceKind::Tally,
                    EvidenceKind::Interview,
                    EvidenceKind::Observation,
                    EvidenceKind::Test,
                ]),
            ],
        ),
        section(
            "results",
            words::RESULTS,
            Some((40, 45)),
            words::RESULTS_GUIDE,
            &[
                ContentSource::Findings,
                ContentSource::Change,
                ContentSource::Entries(Selection::All, Phase::Observation, &["", "seen", "count"]),
                ContentSource::Evidence(Selection::All, RESULTS),
            ],
        ),
        section(
            "discussion",
            words::DISCUSSION,
            Some((10, 15)),
            words::DISCUSSION_GUIDE,
            &[
                ContentSource::Entries(Selection::All, Phase::Problem, &["explanation", "other_explanation"]),
                ContentSource::Entries(
                    Selection::All,
                    Phase::Reflection,
                    &["", "surprise", "pupils_eyes", "shaken"],
                ),
            ],
        ),
        section(
            "proposals",
            words::PROPOSALS,
            Some((15, 15)),
            words::PROPOSALS_GUIDE,
            // Asked for: what was tried before is no proposal that follows from these findings.
            &[],
        ),
        section(
            "limits",
            words::LIMITS,
            Some((3, 5)),
            words::LIMITS_GUIDE,
            &[ContentSource::Limits],
        ),
        section(
            "appendix",
            words::APPENDIX,
            None,
            words::APPENDIX_GUIDE,
            &[
                ContentSource::Questionnaire,
                ContentSource::Captions(&[EvidenceKind::Questionnaire]),
            ],
        ),
        REFERENCES,
    ],
    judging: &[
        (words::JUDGING[0], 15),
        (words::JUDGING[1], 25),
        (words::JUDGING[2], 30),
        (words::JUDGING[3], 20),
        (words::JUDGING[4], 10),
    ],
    faults: words::FAULTS,
};
