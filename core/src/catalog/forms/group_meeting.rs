//! 教研活动记录.

use super::form::{ContentSource, Form, PLAIN, Selection, h, section};
use crate::catalog::words::forms::group_meeting as words;
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::GroupMeeting,
    name: words::NAME,
    opening: words::HEAD,
    header: &[
        h("date", words::HEADER_DATE),
        h("venue", words::HEADER_VENUE),
        h("chair", words::HEADER_CHAIR),
        h("preparer", words::HEADER_PREPARER),
        h("commentator", words::HEADER_COMMENTATOR),
        h("speaker", words::HEADER_SPEAKER),
        h("expected", words::HEADER_EXPECTED),
        h("present", words::HEADER_PRESENT),
        h("theme", words::HEADER_THEME),
    ],
    sections: &[
        section(
            "process",
            words::PROCESS,
            None,
            words::PROCESS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Problem, &["", "facts"])],
        )
        .starter(words::PROCESS_STARTER),
        section("agreed", words::AGREED, None, words::AGREED_GUIDE, &[]),
        section("disputed", words::DISPUTED, None, words::DISPUTED_GUIDE, &[]),
        section(
            "tasks",
            words::TASKS,
            None,
            words::TASKS_GUIDE,
            &[ContentSource::Entries(Selection::Last, Phase::Action, &["plan"])],
        )
        .starter(words::TASKS_STARTER),
        section(
            "photos",
            words::PHOTOS,
            None,
            words::PHOTOS_GUIDE,
            &[ContentSource::Captions(&[EvidenceKind::Photo])],
        ),
    ],
    faults: words::FAULTS,
    ..PLAIN
};
