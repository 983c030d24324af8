//! What is written down around the spirals: added in a line, followed through its stages, linked with the spirals, and
//! told at the end of term.

mod kinds;
mod many;
mod reports;

use luoxuan::journal::write_lines;
use luoxuan::kind::Kinds;
use luoxuan::record::Term;
use luoxuan::{Author, Content, DeviceId, Journal, RecordId, Timestamp};

use crate::access::settled;
use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

pub(crate) fn of_kind(teacher: &Teacher, name: &str) -> Vec<(RecordId, Content)> {
    let index = disk::index(teacher);
    let kinds = Kinds::of(&index);
    let kind = kinds.named(name).expect("such a kind");
    let heads = kind.records(&index);
    heads.map(|head| (head.record(), head.content().clone())).collect()
}

/// Takes rows in that are pasted as a spreadsheet gives them out.
pub(crate) fn takes_in(teacher: &Teacher, kind: &str, rows: &str, count: usize) {
    teacher.opens(&format!("#/records/{kind}"));
    settled(teacher);
    teacher.clicks("从表格收进来");
    teacher.pastes_a_sheet(rows);
    teacher.clicks(&format!("收进这 {count} 条"));
    teacher.sees(&format!("收进了 {count} 条"));
}

/// A teacher whose term says its days.
pub(crate) fn arrives_in_a_term() -> Teacher {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("新学期开始了。");
    disk::plant(&teacher, &term());
    teacher.reloads();
    teacher
}

/// The first term of 2026 and the one before it, as the settings make them.
fn term() -> String {
    let term = |year, number, start: &str, end: &str| Term {
        year: Some(year),
        number,
        start: start.parse().ok(),
        end: end.parse().ok(),
        ..Term::default()
    };
    let terms = [
        (0x55, term(2026, 1, "2026-09-01", "2027-01-31")),
        (0x54, term(2025, 2, "2026-02-20", "2026-06-30")),
    ];
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    let mut journal = Journal::new();
    let written: Vec<_> = terms
        .into_iter()
        .filter_map(|(id, term)| journal.write(RecordId::from_bytes([id; 16]), Content::of(&term), by))
        .collect();
    write_lines(&written)
}
