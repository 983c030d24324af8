//! Five devices, a thousand actions, lost and repeated and late packs: all agree in the end, and no word is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoxuan::{Author, Content, Entry, Journal, RecordId, Revision, RevisionId, State};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::properties::{by, entry, figure, hold, proved};
use crate::strategies::{Edit, edit, short};

const DEVICES: usize = 5;
const ACTIONS: usize = 200 * DEVICES;
const RECORDS: u8 = 40;

/// A device: its journal, and every revision it has kept, in the order they came.
#[derive(Default)]
struct Device {
    journal: Journal,
    log: Vec<Arc<Revision>>,
    kept: BTreeMap<RevisionId, Arc<Revision>>,
}

impl Device {
    fn keep(&mut self, revisions: impl IntoIterator<Item = Arc<Revision>>) {
        for revision in revisions {
            if self.kept.insert(revision.id(), revision.clone()).is_none() {
                self.log.push(revision);
            }
        }
    }

    fn receive(&mut self, pack: impl IntoIterator<Item = Arc<Revision>>) {
        let merged = self.journal.merge(pack);
        self.keep(merged.added);
        for record in merged.changed {
            if self.journal.heads(record).len() > 1 {
                let joined = self
                    .journal
                    .join(record, |id| self.kept.get(&id).map(|older| older.content().clone()));
                self.keep(joined);
            }
        }
    }
}

/// What happens on a device. The parents of a stale write and the start of a pack are counted from the latest, as far as
/// there are so many.
#[derive(Debug, Clone)]
enum Action {
    Write(Edit),
    /// A draft that was begun before other revisions arrived.
    WriteStale(usize, Edit),
    Trash,
    Restore,
    Erase,
    /// Closed and opened again: what it had kept is all it knows.
    Reopen,
    /// A remark on it, as a kind that this version does not know.
    Assessment(String),
    /// A pack: some of what another device has, late, out of order, perhaps the second time.
    Receive {
        from: usize,
        start: usize,
        length: usize,
        reversed: bool,
    },
}

fn action() -> impl Strategy<Value = Action> {
    let pack = (0..DEVICES, 0..ACTIONS, 0..60_usize, any::<bool>());
    prop_oneof![
        1100 => edit(short(2)).prop_map(Action::Write),
        200 => (0..8_usize, edit(short(2))).prop_map(|(seen, edit)| Action::WriteStale(seen, edit)),
        60 => Just(Action::Trash),
        60 => Just(Action::Restore),
        1 => Just(Action::Erase),
        40 => Just(Action::Reopen),
        80 => short(2).prop_map(Action::Assessment),
        440 => pack.prop_map(|(from, start, length, reversed)| Action::Receive { from, start, length, reversed }),
    ]
}

/// A device does something with a record.
type Step = (usize, u8, Action);

/// So many steps, but for a few. Where a history shrinks it first ends sooner, and then single steps are left out.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop::option::weighted(0.999, (0..DEVICES, 0..RECORDS, action()));
    let all = (0..100 * ACTIONS, vec(step, ACTIONS));
    all.prop_map(|(end, steps)| steps.into_iter().take(end).flatten().collect())
}

impl Device {
    fn write(&mut self, record: RecordId, action: &Action, author: Author) -> Vec<Arc<Revision>> {
        let head = self.journal.head(record);
        let body = head
            .and_then(|head| head.content().read::<Entry>())
            .unwrap_or_default()
            .body;
        match action {
            Action::Write(edit) => {
                let written = self.journal.write(record, entry(&edit.of(&body)), author);
                written.into_iter().collect()
            }
            Action::WriteStale(seen, edit) => {
                let mut of_record = self.log.iter().rev().filter(|revision| revision.record() == record);
                let parents: Vec<_> = of_record.nth(*seen).map(|revision| revision.id()).into_iter().collect();
                let written = self
                    .journal
                    .write_after(record, &parents, entry(&edit.of(&body)), author);
                written.into_iter().collect()
            }
            Action::Trash => self.journal.trash(record, author),
            Action::Restore => self.journal.restore(record, author),
            Action::Erase => self.journal.erase(record, author).into_iter().collect(),
            Action::Assessment(text) => {
                let mut remark = serde_json::Map::new();
                remark.insert("kind".into(), "remark".into());
                remark.insert("about".into(), record.to_string().into());
                remark.insert("text".into(), text.clone().into());
                let mut id = *record.as_bytes();
                id[15] = 0xff;
                let remark = Content::from_json(&remark);
                let written = self.journal.write(RecordId::from_bytes(id), remark, author);
                written.into_iter().collect()
            }
            Action::Reopen => {
                let mut opened = Journal::new();
                opened.merge(self.log.iter().cloned());
                assert!(opened == self.journal, "what was kept is what was there");
                self.journal = opened;
                Vec::new()
            }
            Action::Receive { .. } => Vec::new(),
        }
    }
}

/// Goes through the steps; answers the id of every revision a person wrote.
fn go_through(devices: &mut [Device], steps: &[Step]) -> Vec<RevisionId> {
    let mut written = Vec::new();
    for (minute, (who, record, action)) in (0..).zip(steps) {
        let author = by(u8::try_from(who + 1).expect("few"), minute);
        if let Action::Receive {
            from,
            start,
            length,
            reversed,
        } = action
        {
            let log = &devices[*from].log;
            let mut pack: Vec<_> = log
                .iter()
                .skip(start % (log.len() + 1))
                .take(*length)
                .cloned()
                .collect();
            if *reversed {
                pack.reverse();
            }
            devices[*who].receive(pack);
            continue;
        }
        let added = devices[*who].write(RecordId::from_bytes([*record; 16]), action, author);
        written.extend(added.iter().map(|revision| revision.id()));
        devices[*who].keep(added);
    }
    written
}

fn history(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut devices: Vec<Device> = (0..DEVICES).map(|_| Device::default()).collect();
    let written = go_through(&mut devices, steps);
    for _ in 0..2 {
        for who in 0..DEVICES {
            for from in (0..DEVICES).filter(|from| *from != who) {
                let pack = devices[from].log.clone();
                devices[who].receive(pack);
            }
        }
    }
    let [first, others @ ..] = devices.as_slice() else {
        return Ok(());
    };
    for other in others {
        prop_assert!(first.journal == other.journal, "all devices agree");
    }
    let erased: BTreeSet<_> = first
        .log
        .iter()
        .filter(|one| one.state() == State::Erased)
        .map(|one| one.record())
        .collect();
    let by_id: BTreeMap<_, _> = devices.iter().flat_map(|device| &device.kept).collect();
    for id in written {
        let record = by_id.get(&id).map(|revision| revision.record());
        let gone = record.is_some_and(|record| erased.contains(&record));
        prop_assert!(gone || first.kept.contains_key(&id), "every text ever written is there");
    }
    // What nobody wrote over is in sight: it is what the heads are.
    let over: BTreeSet<_> = first.log.iter().flat_map(|one| one.parents()).collect();
    for (record, heads) in first.journal.records() {
        let last = first
            .log
            .iter()
            .filter(|one| one.record() == record && !over.contains(&one.id()));
        let last: BTreeSet<_> = last.map(|one| one.id()).collect();
        let shown: BTreeSet<_> = heads.iter().map(|head| head.id()).collect();
        prop_assert!(
            erased.contains(&record) || last == shown,
            "{} last, {} shown",
            last.len(),
            shown.len()
        );
        prop_assert_eq!(
            heads.iter().any(|head| head.state() == State::Erased),
            erased.contains(&record)
        );
    }
    Ok(())
}

#[test]
fn devices_converge_and_lose_nothing() {
    let number = hold(figure(1000, 10_000), steps, |steps| history(&steps));
    proved(
        "T22",
        format!(
            "{number} histories of {DEVICES} devices x {} actions",
            ACTIONS / DEVICES
        ),
        "all agree, no written text is gone",
    );
}
