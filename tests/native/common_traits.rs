//! What a stranger expects of public types: they can be put into sets and threads, read from words and given to serde.

use std::collections::HashSet;
use std::thread;

use luoxuan::record::{Phase, UnknownWord};
use luoxuan::serde_json::{self, json};
use luoxuan::store::{MemoryStore, ready};
use luoxuan::{Entry, Evidence, Journal, Revision, Store, spiral};
use luoxuan_tests::demo;

#[test]
fn a_word_is_read_and_written_everywhere_alike() {
    for phase in Phase::ALL {
        assert_eq!(phase.to_string(), phase.word());
        assert_eq!(phase.word().parse(), Ok(*phase));
        assert_eq!(serde_json::to_value(phase).expect("a word"), json!(phase.word()));
        assert_eq!(
            serde_json::from_value::<Phase>(json!(phase.word())).expect("a word"),
            *phase
        );
    }
    assert_eq!("lantern".parse::<Phase>(), Err(UnknownWord("lantern".into())));
    assert!(serde_json::from_str::<Phase>("\"lantern\"").is_err());
    assert_eq!(format!("{:>9}", Phase::Note), "     note");
}

#[test]
fn a_record_goes_through_serde_with_all_it_carries() {
    let fields = json!({
        "phase": "problem",
        "body": "四个说“不知道还能写什么”。",
        "fate": "a fate of tomorrow",
        "lantern": [1, 2],
    });
    let entry: Entry = serde_json::from_value(fields.clone()).expect("an object");
    assert_eq!(
        (entry.phase, entry.unknown_word("fate")),
        (Phase::Problem, Some("a fate of tomorrow"))
    );
    assert_eq!(serde_json::to_value(&entry).expect("fields"), fields);
    assert!(serde_json::from_str::<Entry>("[]").is_err());
}

#[test]
fn a_journal_is_collected_from_its_revisions() {
    let all = demo::journal();
    let collected: Journal = all.iter().cloned().collect();
    let mut extended = Journal::new();
    extended.extend(all.iter().rev().cloned());
    assert_eq!(collected, extended, "in whatever order");
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), collected.len());
    let index = luoxuan::Index::of(&collected);
    let (spiral, _) = index.of_kind::<luoxuan::Spiral>().next().expect("a spiral");
    let turns = serde_json::to_value(index.turns(spiral)).expect("turns");
    assert_eq!((&turns[0]["number"], &turns[0]["state"]), (&json!(1), &json!("closed")));
    assert_eq!(
        serde_json::to_value(spiral::Step::CarryOut).expect("a step"),
        json!("carry_out")
    );
}

#[test]
fn a_store_in_memory_is_shared_between_threads() {
    let store = MemoryStore::default();
    let writers: Vec<_> = demo::journal()
        .chunks(20)
        .map(|some| {
            let (store, some) = (store.clone(), some.to_vec());
            thread::spawn(move || ready(store.append(&some)).expect("it never waits").expect("it is kept"))
        })
        .collect();
    for writer in writers {
        writer.join().expect("it ends");
    }
    let kept = ready(store.read(0))
        .expect("it never waits")
        .expect("it is read")
        .revisions;
    let ids = |all: &[Revision]| all.iter().map(Revision::id).collect::<HashSet<_>>();
    let all: Vec<Revision> = demo::journal().iter().map(|one| Revision::clone(one)).collect();
    assert_eq!(ids(&kept), ids(&all));
}

/// What is behind a trait of its own holds for all of them: a type that loses it does not compile.
#[test]
fn what_is_public_goes_to_other_threads() {
    fn goes<T: Send + Sync>() {}
    goes::<(Journal, luoxuan::Index, Revision)>();
    goes::<(Entry, Evidence, MemoryStore)>();
    goes::<luoxuan::store::StoreError>();
}
