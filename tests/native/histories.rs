//! Five devices, a thousand actions, lost and repeated and late packs: all agree in the end, and no word is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoxuan::{Content, Entry, Journal, RecordId, Revision, RevisionId, State};
use proptest::prelude::*;

use crate::properties::{Chance, by, entry, figure, hold, proved, text};

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

    fn hear(&mut self, pack: impl IntoIterator<Item = Arc<Revision>>) {
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

fn edited(body: &str, chance: &mut Chance) -> String {
    let mut parts: Vec<String> = luoxuan::text::sentences(body).map(Into::into).collect();
    let at = chance.below(parts.len() + 1);
    match chance.below(3) {
        0 if at < parts.len() => parts[at] = format!("又{}", parts[at]),
        1 if parts.len() > 6 => {
            parts.remove(at.min(5));
        }
        _ => parts.insert(at, text(chance, 2)),
    }
    parts.concat()
}

/// Acts at random; answers the id of every revision a person wrote.
fn act(devices: &mut [Device], chance: &mut Chance) -> Vec<RevisionId> {
    let mut written = Vec::new();
    for minute in 0..ACTIONS {
        let who = chance.below(DEVICES);
        let author = by(u8::try_from(who + 1).expect("few"), i64::try_from(minute).expect("few"));
        let record = RecordId::from_bytes([u8::try_from(chance.below(RECORDS.into())).expect("few"); 16]);
        let device = &mut devices[who];
        let body = device
            .journal
            .head(record)
            .and_then(|head| head.content().read::<Entry>())
            .unwrap_or_default()
            .body;
        let added: Vec<_> = match chance.below(100) {
            0..=54 => device
                .journal
                .write(record, entry(&edited(&body, chance)), author)
                .into_iter()
                .collect(),
            // A draft that was begun before other revisions arrived.
            55..=64 => {
                let of_record = |revision: &&Arc<Revision>| revision.record() == record;
                let seen: Vec<_> = device
                    .log
                    .iter()
                    .rev()
                    .filter(of_record)
                    .take(8)
                    .map(|revision| revision.id())
                    .collect();
                let parents: Vec<_> = chance.pick(&seen).copied().into_iter().collect();
                device
                    .journal
                    .write_after(record, &parents, entry(&edited(&body, chance)), author)
                    .into_iter()
                    .collect()
            }
            65..=67 => device.journal.trash(record, author),
            68..=70 => device.journal.restore(record, author),
            71 if chance.below(20) == 0 => device.journal.erase(record, author).into_iter().collect(),
            // Closed and opened again: what it had kept is all it knows.
            72 | 73 => {
                let mut opened = Journal::new();
                opened.merge(device.log.iter().cloned());
                assert!(opened == device.journal, "what was kept is what was there");
                device.journal = opened;
                Vec::new()
            }
            // A remark on it, as a kind that this version does not know.
            74..=77 => {
                let mut remark = serde_json::Map::new();
                remark.insert("kind".into(), "remark".into());
                remark.insert("about".into(), record.to_string().into());
                remark.insert("text".into(), text(chance, 2).into());
                let mut id = *record.as_bytes();
                id[15] = 0xff;
                let remark = Content::from_json(&remark);
                device
                    .journal
                    .write(RecordId::from_bytes(id), remark, author)
                    .into_iter()
                    .collect()
            }
            _ => {
                let from = chance.below(DEVICES);
                let log = &devices[from].log;
                let (start, length) = (chance.below(log.len()), chance.below(60));
                // A pack: some of what the other has, late, out of order, perhaps the second time.
                let mut pack: Vec<_> = log.iter().skip(start).take(length).cloned().collect();
                if chance.below(2) == 0 {
                    pack.reverse();
                }
                devices[who].hear(pack);
                Vec::new()
            }
        };
        written.extend(added.iter().map(|revision| revision.id()));
        devices[who].keep(added);
    }
    written
}

fn history(seed: u64) -> Result<(), TestCaseError> {
    let mut chance = Chance::new(seed);
    let mut devices: Vec<Device> = (0..DEVICES).map(|_| Device::default()).collect();
    let written = act(&mut devices, &mut chance);
    for _ in 0..2 {
        for who in 0..DEVICES {
            for from in (0..DEVICES).filter(|from| *from != who) {
                let pack = devices[from].log.clone();
                devices[who].hear(pack);
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
    let number = hold(figure(1000, 10_000), any::<u64>, history);
    proved(
        "T22",
        format!(
            "{number} histories of {DEVICES} devices x {} actions",
            ACTIONS / DEVICES
        ),
        "all agree, no written text is gone",
    );
}
