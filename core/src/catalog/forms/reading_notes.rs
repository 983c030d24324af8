//! 读书心得.

use super::form::{ContentSource, Form, PLAIN, Selection, h, section};
use crate::catalog::words::forms::reading_notes as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ReadingNotes,
    name: words::NAME,
    opening: words::HEAD,
    length: (800, 0),
    header: &[
        h("book", words::HEADER_BOOK),
        h("author", words::HEADER_AUTHOR),
        h("translator", words::HEADER_TRANSLATOR),
        h("publisher", words::HEADER_PUBLISHER),
        h("year", words::HEADER_YEAR),
        h("edition", words::HEADER_EDITION),
        h("from", words::HEADER_FROM),
        h("dates", words::HEADER_DATES),
        h("pages", words::HEADER_PAGES),
    ],
    sections: &[
        section(
            "excerpt",
            words::EXCERPT,
            None,
            words::EXCERPT_GUIDE,
            &[ContentSource::Evidence(Selection::All, &[EvidenceKind::Reading])],
        ),
        section("claim", words::CLAIM, None, words::CLAIM_GUIDE, &[]),
        section(
            "classroom",
            words::CLASSROOM,
            None,
            words::CLASSROOM_GUIDE,
            &[ContentSource::Entries(
                Selection::Last,
                Phase::Reflection,
                &["", "surprise"],
            )],
        ),
        section(
            "doubt",
            words::DOUBT,
            None,
            words::DOUBT_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Reflection, &["shaken"])],
        ),
        section(
            "trial",
            words::TRIAL,
            None,
            words::TRIAL_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Action, &["plan"])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
