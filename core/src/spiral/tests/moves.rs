use super::{Book, day};
use crate::spiral::{Move, begin, decide, whole};
use crate::{Entry, Evidence, Fate, Index, Phase, RecordId, Timestamp};

const NOW: Timestamp = Timestamp::new(1_760_000_000_000, 480);

fn ids() -> impl FnMut() -> RecordId {
    let mut next = 200;
    move || {
        next += 1;
        RecordId::from_bytes([next; 16])
    }
}

impl Book {
    fn carry_out(&mut self, made: &Move) -> Index {
        let author = crate::Author {
            device: crate::DeviceId::from_bytes([1; 16]),
            now: NOW,
        };
        for (record, content) in &made.changes {
            self.journal.write(*record, content.clone(), author);
        }
        Index::of(&self.journal)
    }
}

#[test]
fn a_loose_problem_begins_a_spiral_and_its_evidence_comes_along() {
    let mut book = Book::default();
    let problem = book.entry(Phase::Problem, None, |entry| {
        entry.spiral = None;
        entry.body = "二十七篇里有十九篇没有一个动作。明天再数一次。".into();
        entry.class = "三（2）班".into();
    });
    let counted = Evidence {
        entries: vec![problem],
        ..Evidence::default()
    };
    let counted = book.put(50, &counted);
    let begun = begin(&Index::of(&book.journal), problem, NOW, ids()).expect("there is such an entry");
    let (spiral, index) = (begun.spiral.expect("a spiral"), book.carry_out(&begun));
    let header = index.spiral(spiral).expect("it is there");
    assert_eq!(
        (header.title.as_str(), header.class.as_str()),
        ("二十七篇里有十九篇没有一个动作。", "三（2）班")
    );
    assert_eq!(header.branched_from, None);
    assert_eq!(index.entry(problem).expect("it is there").spiral, Some(spiral));
    let mut all = whole(&index, spiral);
    all.sort_unstable();
    assert_eq!(all, [counted, problem, spiral], "what the trash takes");
}

#[test]
fn a_new_problem_stays_where_it_is_and_is_said_again() {
    let mut book = Book::default();
    book.put(255, &book.spiral.clone());
    let new = book.entry(Phase::NewProblem, None, |entry| entry.body = "听的人没有事做。".into());
    let made = decide(&Index::of(&book.journal), new, Fate::OwnSpiral, NOW, ids()).expect("there is such an entry");
    let (spiral, index) = (made.spiral.expect("a spiral"), book.carry_out(&made));
    let stays = index.entry(new).expect("it is there");
    assert_eq!(
        (stays.spiral, stays.fate, stays.leads_to),
        (Some(Book::SPIRAL), Fate::OwnSpiral, Some(spiral))
    );
    assert_eq!(index.spiral(spiral).expect("it is there").branched_from, Some(new));
    let again: Vec<&Entry> = index.in_spiral::<Entry>(spiral).map(|(_, entry)| entry).collect();
    let [again] = again.as_slice() else {
        panic!("one entry: {again:?}")
    };
    assert_eq!((again.phase, again.body.as_str()), (Phase::Problem, "听的人没有事做。"));
    assert_eq!((again.happened_on, again.fate), (Some(NOW.date()), Fate::Undecided));
    assert_ne!(again.happened_on, Some(day(1)), "it is said again today");

    let once_more = decide(&index, new, Fate::OwnSpiral, NOW, ids()).expect("there is such an entry");
    assert_eq!(once_more.spiral, Some(spiral), "going there is not beginning another");
    assert_eq!(once_more.changes.len(), 1);
    let let_go = decide(&index, new, Fate::LetGo, NOW, ids()).expect("there is such an entry");
    assert_eq!(let_go.spiral, None);
    assert_eq!(
        book.carry_out(&let_go).entry(new).expect("it is there").fate,
        Fate::LetGo
    );
}

#[test]
fn what_is_not_there_becomes_nothing() {
    let (index, none) = (Index::default(), RecordId::from_bytes([9; 16]));
    assert_eq!(begin(&index, none, NOW, ids()), None);
    assert_eq!(decide(&index, none, Fate::OwnSpiral, NOW, ids()), None);
    assert_eq!(whole(&index, none), [none]);
}
