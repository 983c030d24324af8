//! What a survey says: its tables, its sentences, its paper, and what to be careful about.

use super::Words;
use super::words::survey as words;
use crate::survey::{CautionKind, PasteWarningKind};

/// The usual words of a point on a scale of agreement; `None` if it has no such point.
pub const fn point(points: u32, score: u32) -> Option<Words> {
    Some(match (points, score) {
        (5, 5) | (4, 4) => words::point::FULLY,
        (5, 4) | (4, 3) => words::point::AGREE,
        (5, 3) => words::point::NEITHER,
        (5 | 4, 2) => words::point::DISAGREE,
        (5 | 4, 1) => words::point::NOT_AT_ALL,
        _ => return None,
    })
}

/// Why something in pasted rows needs a look. `{row}`, `{column}` and `{text}` say where and what.
pub const fn unread(why: PasteWarningKind) -> Words {
    match why {
        PasteWarningKind::Column => words::unread::COLUMN,
        PasteWarningKind::Names => words::unread::NAMES,
        PasteWarningKind::Recorded => words::unread::RECORDED,
        PasteWarningKind::Short => words::unread::SHORT,
        PasteWarningKind::Long => words::unread::LONG,
        PasteWarningKind::Answer => words::unread::ANSWER,
        PasteWarningKind::Quote => words::unread::QUOTE,
    }
}

/// What to be careful about. `{name}` is the item or table, `{n}` and `{of}` the counts, `{word}` the word in question.
pub const fn care(care: CautionKind) -> Words {
    match care {
        CautionKind::FewPeople => words::care::FEW_PEOPLE,
        CautionKind::Impossible => words::care::IMPOSSIBLE,
        CautionKind::NotTheBase => words::care::NOT_THE_BASE,
        CautionKind::MoreTicks => words::care::MORE_TICKS,
        CautionKind::ThinCells => words::care::THIN_CELLS,
        CautionKind::Leading => words::care::LEADING,
        CautionKind::Double => words::care::DOUBLE,
        CautionKind::NoPopulation => words::care::NO_POPULATION,
        CautionKind::NoIssued => words::care::NO_ISSUED,
        CautionKind::NoReturned => words::care::NO_RETURNED,
        CautionKind::NoValid => words::care::NO_VALID,
        CautionKind::NotACause => words::care::NOT_ACAUSE,
        CautionKind::SameTest => words::care::SAME_TEST,
        CautionKind::OneTime => words::care::ONE_TIME,
        CautionKind::Uncoded => words::care::UNCODED,
        CautionKind::Unpaired => words::care::UNPAIRED,
        CautionKind::NotEarlier => words::care::NOT_EARLIER,
        CautionKind::OtherPeople => words::care::OTHER_PEOPLE,
        CautionKind::UnlikeGroups => words::care::UNLIKE_GROUPS,
        CautionKind::NoDay => words::care::NO_DAY,
        CautionKind::OtherNumber => words::care::OTHER_NUMBER,
        CautionKind::SmallSide => words::care::SMALL_SIDE,
        CautionKind::Reworded => words::care::REWORDED,
        CautionKind::Unreadable => words::care::UNREADABLE,
    }
}
