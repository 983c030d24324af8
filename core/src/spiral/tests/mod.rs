use crate::catalog::Language;
use crate::record::EvidenceKind;
use crate::spiral::{Hint, Rule};
use crate::{
    Author, Content, Date, DeviceId, Entry, Evidence, Index, Journal, Measure, Phase, Record, RecordId, Spiral,
    Timestamp,
};

mod check;
mod hints;
mod moves;
mod turns;

fn day(number: i32) -> Date {
    Date::new(2025, 9, 1).expect("a day").plus_days(number)
}

/// A spiral under construction.
#[derive(Default)]
struct Book {
    journal: Journal,
    spiral: Spiral,
    entries: u8,
    others: u8,
}

impl Book {
    const SPIRAL: RecordId = RecordId::from_bytes([255; 16]);

    fn put<R: Record>(&mut self, id: u8, record: &R) -> RecordId {
        let id = RecordId::from_bytes([id; 16]);
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::default(),
        };
        self.journal.write(id, Content::of(record), author);
        id
    }

    fn entry(&mut self, phase: Phase, after: Option<RecordId>, change: impl FnOnce(&mut Entry)) -> RecordId {
        self.entries += 1;
        let mut entry = Entry {
            spiral: Some(Self::SPIRAL),
            phase,
            after,
            happened_on: Some(day(i32::from(self.entries))),
            body: "写了".into(),
            ..Entry::default()
        };
        change(&mut entry);
        self.put(self.entries + 100, &entry)
    }

    fn evidence(&mut self, sort: EvidenceKind, entry: RecordId) {
        self.others += 1;
        let evidence = Evidence {
            spiral: Some(Self::SPIRAL),
            entries: vec![entry],
            sort,
            ..Evidence::default()
        };
        self.put(self.others, &evidence);
    }

    /// The same of evidence that names no spiral.
    fn loose_evidence(&mut self, sort: EvidenceKind, entry: RecordId) {
        self.others += 1;
        let evidence = Evidence {
            entries: vec![entry],
            sort,
            ..Evidence::default()
        };
        self.put(self.others, &evidence);
    }

    fn measure(&mut self, count: u32, of: Option<u32>, note: &str) {
        self.others += 1;
        let measure = Measure {
            spiral: Some(Self::SPIRAL),
            indicator: "focus".into(),
            count: Some(count),
            of,
            note: note.into(),
            ..Measure::default()
        };
        self.put(self.others, &measure);
    }

    /// Problem, action, reflection.
    fn turn() -> (Self, [RecordId; 3]) {
        let mut book = Self::default();
        let problem = book.entry(Phase::Problem, None, |_| {});
        let action = book.entry(Phase::Action, Some(problem), |_| {});
        let reflection = book.entry(Phase::Reflection, Some(action), |_| {});
        (book, [problem, action, reflection])
    }

    fn index(&mut self) -> Index {
        let spiral = self.spiral.clone();
        self.put(255, &spiral);
        Index::of(&self.journal)
    }

    fn hints(&mut self) -> Vec<Hint> {
        let hints = crate::spiral::hints(&self.index(), Self::SPIRAL, day(60));
        for hint in &hints {
            for language in Language::ALL {
                assert!(!hint.sentence(language).contains('{'));
            }
        }
        hints
    }

    fn says(&mut self, rule: Rule) -> bool {
        self.hints().iter().any(|hint| hint.rule == rule)
    }
}
