//! Turns hold every entry once, whatever the order of writing; what nobody here knows is carried along.

use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, markdown, read, read_files, stage, write_jsonl, write_zip};
use luoxuan::spiral::turns;
use luoxuan::{Content, Date, Entry, Fate, Journal, Phase, RecordId};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::properties::{Chance, by, cases, text};

fn id(number: usize) -> RecordId {
    RecordId::from_bytes([u8::try_from(number).expect("few"); 16])
}

/// Entries that follow each other, or nothing, or something unknown, or in a ring.
fn entries(chance: &mut Chance) -> Vec<(RecordId, Entry)> {
    let count = chance.below(14);
    let first: Date = "2025-09-01".parse().expect("a date");
    (0..count)
        .map(|number| {
            let entry = Entry {
                phase: chance.pick(Phase::ALL).copied().unwrap_or_default(),
                fate: chance.pick(Fate::ALL).copied().unwrap_or_default(),
                after: (chance.below(3) > 0).then(|| id(chance.below(count + 1))),
                happened_on: (chance.below(4) > 0)
                    .then(|| first.plus_days(i32::try_from(chance.below(9)).expect("few"))),
                body: text(chance, 2),
                ..Entry::default()
            };
            (id(number), entry)
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn every_entry_is_in_exactly_one_turn_whatever_the_order_of_writing(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let mut entries = entries(&mut chance);
        let these = turns(entries.iter().map(|(id, entry)| (*id, entry)));
        let mut placed: Vec<_> = these.iter().flat_map(|turn| turn.entries.iter().copied()).collect();
        placed.sort();
        prop_assert_eq!(placed, entries.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        prop_assert!(these.iter().zip(1..).all(|(turn, number)| turn.number == number));
        for _ in 0..entries.len() {
            let (a, b) = (chance.below(entries.len()), chance.below(entries.len()));
            entries.swap(a, b);
        }
        prop_assert_eq!(turns(entries.iter().map(|(id, entry)| (*id, entry))), these);
    }
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("JSON has none other", |number| number.is_finite())
            .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[一二三。！？；\n :#'\"|>-]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z一二 :#\"-]{0,6}", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn whatever_a_record_says_goes_out_and_comes_back(
        others in prop::collection::btree_map("[a-z_]{1,8}", json(), 0..5),
        body in any::<String>(),
        kind in prop_oneof![Just("entry"), Just("spiral"), Just("lantern")],
    ) {
        let mut fields: Map<String, Value> = others.into_iter().filter(|(key, _)| key != "luoxuan").collect();
        fields.insert("kind".into(), kind.into());
        if !body.is_empty() {
            fields.insert("body".into(), body.into());
        }
        let content = Content::from_json(&fields);
        let mut journal = Journal::new();
        let written = journal.write(id(1), content.clone(), by(1, 1)).expect("something new");
        let archive = Archive { revisions: vec![written.clone()], ..Archive::default() };
        let plain = write_jsonl(&archive);
        for (name, bytes) in [("a.jsonl", plain.clone()), ("a.zip", write_zip(&archive, Language::En).expect("written"))] {
            let import = read(name, &bytes, &Limits::default()).expect("within the limits");
            prop_assert_eq!(&import.damage, &[]);
            let again = Archive { revisions: import.revisions.into_iter().map(Arc::new).collect(), ..Archive::default() };
            prop_assert_eq!(write_jsonl(&again), plain.clone());
        }
        let files = markdown::files(&archive, Language::ZhHant);
        let files = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
        let import = read_files(files, &Limits::default()).expect("within the limits");
        prop_assert_eq!(import.pages.len(), 1);
        prop_assert_eq!(&import.pages[0].content, &content);
        prop_assert!(import.pages[0].unchanged);
        prop_assert_eq!(stage(&import, &journal, by(2, 2)).added, 0);
    }
}
