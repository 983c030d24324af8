//! 课题申报书.

use super::form::{ContentSource, Form, PLAIN, RESULTS, Selection, h, section};
use crate::catalog::words::forms::application as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Application,
    name: words::NAME,
    opening: words::HEAD,
    length: (2_000, 5_000),
    title: 20,
    header: &[
        h("leader", words::HEADER_LEADER),
        h("sex", words::HEADER_SEX),
        h("born", words::HEADER_BORN),
        h("post", words::HEADER_POST),
        h("rank", words::HEADER_RANK),
        h("speciality", words::HEADER_SPECIALITY),
        h("unit", words::HEADER_UNIT),
        h("members", words::HEADER_MEMBERS),
        h("period", words::HEADER_PERIOD),
    ],
    sections: &[
        section(
            "significance",
            words::SIGNIFICANCE,
            None,
            words::SIGNIFICANCE_GUIDE,
            &[
                ContentSource::Entries(
                    Selection::First,
                    Phase::Problem,
                    &["", "facts", "statement", "meaning", "value"],
                ),
                ContentSource::Baseline,
            ],
        )
        .loose(),
        section(
            "state",
            words::STATE,
            None,
            words::STATE_GUIDE,
            &[ContentSource::Evidence(Selection::All, &[EvidenceKind::Reading])],
        )
        .loose(),
        section(
            "terms",
            words::TERMS,
            None,
            words::TERMS_GUIDE,
            &[ContentSource::Entries(Selection::First, Phase::Problem, &["indicator"])],
        )
        .loose(),
        section(
            "aims",
            words::AIMS,
            None,
            words::AIMS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::NewProblem, &[""])],
        )
        .loose()
        .starter(words::AIMS_STARTER),
        section(
            "methods",
            words::METHODS,
            None,
            words::METHODS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Action, &["plan", ""])],
        )
        .loose()
        .starter(words::METHODS_STARTER),
        section("results", words::RESULTS, None, words::RESULTS_GUIDE, &[]).loose(),
        section(
            "conditions",
            words::CONDITIONS,
            None,
            words::CONDITIONS_GUIDE,
            &[ContentSource::Change, ContentSource::Captions(RESULTS)],
        ),
        section(
            "references",
            words::REFERENCES,
            None,
            words::REFERENCES_GUIDE,
            &[ContentSource::Captions(&[EvidenceKind::Reading])],
        )
        .loose(),
        section("opinion", words::OPINION, None, words::OPINION_GUIDE, &[]),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
