//! Two people, tabs or devices wrote apart: whatever is chosen, what both wrote can be had again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use luoxuan::format::{Archive, Limits, read, write_jsonl};
use luoxuan::record::Expectation;
use luoxuan::{Content, Entry, Journal, RecordId, Revision, State};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::properties::{by, figure, hold, proved};
use crate::strategies::{Edit, edit, short};

const RECORD: RecordId = RecordId::from_bytes([7; 16]);

/// What a person can do about two versions side by side, and what the journal does by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Choice {
    First,
    Second,
    Both,
    Join,
    Cancel,
}

const CHOICES: [Choice; 5] = [
    Choice::First,
    Choice::Second,
    Choice::Both,
    Choice::Join,
    Choice::Cancel,
];

/// What somebody does to an entry in one go.
#[derive(Debug, Clone)]
struct Change {
    body: Option<Edit>,
    plan: Option<String>,
    expected: Option<String>,
}

impl Change {
    fn of(&self, entry: &Entry) -> Entry {
        let mut entry = entry.clone();
        if let Some(edit) = &self.body {
            entry.body = edit.of(&entry.body);
        }
        if let Some(plan) = &self.plan {
            entry.fields.insert("plan".into(), plan.clone());
        }
        if let Some(text) = &self.expected {
            entry.expectation = Some(Expectation {
                text: text.clone(),
                ..Expectation::default()
            });
        }
        entry
    }
}

fn change() -> impl Strategy<Value = Change> {
    let parts = (
        prop::option::weighted(0.75, edit(short(6))),
        prop::option::of(short(3)),
        prop::option::weighted(0.3, short(2)),
    );
    parts.prop_map(|(body, plan, expected)| Change { body, plan, expected })
}

/// What one side does apart from the other, and whether it puts the entry into the trash then.
type Side = (Vec<Change>, bool);

/// How two came to be apart: the text they had, what each did, and what a third does who has seen no choice.
fn apart() -> impl Strategy<Value = (String, [Side; 2], Change)> {
    let side = || (vec(change(), 1..=3), prop::bool::weighted(0.12));
    (short(6), [side(), side()], change())
}

/// A journal with one record in conflict, and everything it has kept; `None` if the two wrote the same.
fn conflict(body: &str, sides: &[Side; 2]) -> Option<(Journal, Vec<Arc<Revision>>)> {
    let mut kept = Vec::new();
    let mut here = Journal::new();
    let base = Entry {
        body: format!("第一条。{body}"),
        ..Entry::default()
    };
    kept.extend(here.write(RECORD, Content::of(&base), by(1, 0)));
    let mut there = here.clone();
    for ((journal, device), (changes, trashed)) in [(&mut here, 1), (&mut there, 2)].into_iter().zip(sides) {
        let mut entry = base.clone();
        for (minute, change) in (1..).zip(changes) {
            entry = change.of(&entry);
            kept.extend(journal.write(RECORD, Content::of(&entry), by(device, minute)));
        }
        if *trashed {
            kept.extend(journal.trash(RECORD, by(device, 9)));
        }
    }
    here.merge(kept.iter().cloned());
    (here.heads(RECORD).len() == 2).then_some((here, kept))
}

fn entry(revision: &Revision) -> Entry {
    revision.content().read().expect("an entry")
}

fn choose(choice: Choice, journal: &mut Journal, kept: &[Arc<Revision>]) -> Vec<Arc<Revision>> {
    let heads = journal.heads(RECORD).to_vec();
    let seen: Vec<_> = heads.iter().map(|head| head.id()).collect();
    let content = match choice {
        Choice::First => heads[0].content().clone(),
        Choice::Second => heads[1].content().clone(),
        Choice::Both => Content::of(&entry(&heads[0]).both(entry(&heads[1]))),
        Choice::Join => {
            let older = |id| kept.iter().find(|one| one.id() == id).map(|one| one.content().clone());
            return journal.join(RECORD, older);
        }
        Choice::Cancel => return Vec::new(),
    };
    journal
        .write_after(RECORD, &seen, content, by(1, 20))
        .into_iter()
        .collect()
}

/// Everything the two sides last wrote, out of an archive of what is kept, as a person finds it: in the history, and
/// back in sight once it is taken from there.
fn both_can_be_had_again(choice: Choice, sides: &[Arc<Revision>], kept: &[Arc<Revision>]) {
    let file = write_jsonl(&Archive {
        revisions: kept.to_vec(),
        ..Archive::default()
    });
    let import = read("journal.jsonl", &file, &Limits::default()).expect("within the limits");
    let mut restored = Journal::new();
    restored.merge(import.revisions.iter().cloned());
    for (minute, side) in sides.iter().enumerate() {
        let old = import.revisions.iter().find(|one| one.id() == side.id());
        let old = old.unwrap_or_else(|| panic!("{choice:?}: in the history"));
        let minute = i64::try_from(minute).expect("few") + 30;
        // `None` where it is what the record says anyway.
        restored.write(RECORD, old.content().clone(), by(1, minute));
        let [head] = restored.heads(RECORD) else {
            panic!("{choice:?}: one head")
        };
        assert_eq!(head.state(), State::Live, "{choice:?}");
        assert_eq!(head.content(), side.content(), "{choice:?}: back in sight");
    }
}

fn every_choice(journal: &Journal, kept: &[Arc<Revision>], late: &Change) {
    let sides = journal.heads(RECORD).to_vec();
    for choice in CHOICES {
        let (mut journal, mut kept) = (journal.clone(), kept.to_vec());
        let made = choose(choice, &mut journal, &kept);
        let shown: Vec<Entry> = journal.heads(RECORD).iter().map(|head| entry(head)).collect();
        match choice {
            Choice::Cancel => assert_eq!(journal.heads(RECORD), sides),
            Choice::Join if made.is_empty() => assert_eq!(journal.heads(RECORD), sides, "both stay in sight"),
            _ => assert_eq!(shown.len(), 1, "{choice:?}: settled"),
        }
        if choice == Choice::Both {
            let shown: Vec<_> = shown[0].words().collect();
            for word in sides
                .iter()
                .flat_map(|side| entry(side).words().map(str::to_owned).collect::<Vec<_>>())
            {
                let there = shown.iter().any(|text| text.contains(&word));
                assert!(there || word.trim().is_empty(), "{word:?} in {shown:?}");
            }
        }
        kept.extend(made);
        both_can_be_had_again(choice, &sides, &kept);
        // Somebody who has not seen the choice writes on: another version beside it, nothing over it.
        let on = Content::of(&late.of(&entry(&sides[1])));
        let settled = journal.heads(RECORD).to_vec();
        if let Some(late) = Journal::clone(&journal).write_after(RECORD, &[sides[1].id()], on, by(3, 25)) {
            journal.merge([late.clone()]);
            let heads = journal.heads(RECORD);
            let replaced = |head: &Arc<Revision>| late.parents().contains(&head.id());
            assert!(heads.contains(&late), "{choice:?}");
            assert!(settled.iter().all(|head| heads.contains(head) || replaced(head)));
        }
    }
}

#[test]
fn whatever_is_chosen_what_both_wrote_can_be_had_again() {
    let torn = AtomicU32::new(0);
    let number = hold(figure(1000, 20_000), apart, |(body, sides, late)| {
        if let Some((journal, kept)) = conflict(&body, &sides) {
            torn.fetch_add(1, Ordering::Relaxed);
            every_choice(&journal, &kept, &late);
        }
        Ok(())
    });
    let torn = torn.into_inner();
    assert!(torn > number / 2, "{torn} conflicts of {number}");
    proved(
        "T24",
        format!("{torn} conflicts x {} choices", CHOICES.len()),
        "both texts can be had again, and a late third overwrites neither",
    );
}
