//! What several teachers shared, side by side: each told as theirs, what two of them brought once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

mod found;
mod own_kinds;

#[cfg(test)]
mod tests;

use found::Found;
use own_kinds::OwnKinds;

use super::Shared;
use crate::catalog::{Language, fill, report as words};
use crate::id::{DeviceId, RecordId};
use crate::index::Index;
use crate::journal::{Journal, Revision};
use crate::record::{Document, Entry, Spiral, Term};
use crate::report::{Told, report_of_group};
use crate::spiral::Turn;
use crate::time::Date;

/// What the members of a group shared, side by side. It is read and told of, and is part of nobody's journal.
#[derive(Debug, Default)]
pub struct Merged {
    index: Index,
    journal: Journal,
    members: Vec<Member>,
    whose: BTreeMap<RecordId, Vec<String>>,
    hours: BTreeMap<RecordId, f64>,
    joined: Vec<Joined>,
}

/// A teacher who shared something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Member {
    /// What the teacher is called, or was numbered for want of a name.
    pub name: String,
    /// So many records were shared.
    pub records: usize,
    /// On which devices the files were made.
    pub devices: Vec<DeviceId>,
}

/// A record that several brought, and which counts once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Joined {
    /// What names it.
    pub title: String,
    /// Who brought it.
    pub whose: Vec<String>,
}

/// A spiral of the group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MergedSpiral {
    /// What it is about.
    pub title: String,
    /// Whose it is.
    pub whose: Vec<String>,
    /// Its turns, as far as their entries were shared.
    pub turns: Vec<Turn>,
}

/// A text of the group.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedText {
    /// Which.
    pub record: RecordId,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub whose: Vec<String>,
}

impl Merged {
    /// Of these files, in this order. A later one takes the place of an earlier one of the same device and days; of a
    /// record that stands in several the latest says what it is.
    pub fn of(files: &[Shared], language: Language) -> Self {
        let files = latest(files);
        let names = names(&files, language);
        let mut merged = Self::default();
        let newest = newest(&files);
        let own = OwnKinds::among(newest.values().map(|(_, head)| *head));
        let kinds = own.kinds();
        let mut found = Found::default();
        let mut counts: BTreeMap<&str, BTreeSet<RecordId>> = BTreeMap::new();
        for (shared, name) in files.iter().zip(&names) {
            for head in &shared.revisions {
                counts.entry(name).or_default().insert(head.record());
                if let Some((_, head)) = newest.get(&head.record()).filter(|(_, head)| !own.is_other(head)) {
                    found.bring(&kinds, &own.as_first(head), name);
                }
            }
        }
        for (shared, name) in files.iter().zip(&names) {
            let device = shared.sender.device;
            match merged.members.iter_mut().find(|member| member.name == *name) {
                Some(member) if member.devices.contains(&device) => {}
                Some(member) => member.devices.push(device),
                None => merged.members.push(Member {
                    name: name.clone(),
                    records: counts.get(name.as_str()).map_or(0, BTreeSet::len),
                    devices: vec![device],
                }),
            }
        }
        for brought in found.all {
            if brought.whose.len() > 1
                && let Some(kind) = kinds.of_content(brought.head.content())
            {
                merged.joined.push(Joined {
                    title: kind.title_of(brought.head.content()).trim().to_owned(),
                    whose: brought.whose.clone(),
                });
            }
            merged.whose.insert(brought.head.record(), brought.whose);
            merged.hours.insert(brought.head.record(), brought.hours);
            merged.journal.merge([brought.head]);
        }
        merged.index = Index::of(&merged.journal);
        merged
    }

    /// Who shared something, in the order of their files.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// What several brought, counted once.
    pub fn joined(&self) -> &[Joined] {
        &self.joined
    }

    /// Its records, by kind and spiral.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Its spirals, by title.
    pub fn spirals(&self) -> Vec<MergedSpiral> {
        let all = self.index.of_kind::<Spiral>().map(|(id, spiral)| MergedSpiral {
            title: spiral.title.clone(),
            whose: self.whose.get(&id).cloned().unwrap_or_default(),
            turns: self.index.turns(id),
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by(|one, two| one.title.cmp(&two.title));
        all
    }

    /// Its texts, by title.
    pub fn texts(&self) -> Vec<MergedText> {
        let all = self.index.of_kind::<Document>().map(|(record, text)| MergedText {
            record,
            title: text.title.trim().to_owned(),
            whose: self.whose.get(&record).cloned().unwrap_or_default(),
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by(|one, two| one.title.cmp(&two.title));
        all
    }

    /// What an entry of it says.
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        self.index.entry(id)
    }

    /// A first draft of the group's report of a term; `None` if the term does not say its days. Each line says whose it is.
    /// The records are not the reader's own: no sentence names them as its source.
    pub fn report(&self, called: &str, term: &Term, language: Language) -> Option<Document> {
        let names: Vec<String> = self.members.iter().map(|member| member.name.clone()).collect();
        let told = Told {
            called,
            names: &names,
            whose: &self.whose,
            hours: &self.hours,
        };
        report_of_group(&self.index, &self.journal, &told, term, language)
    }
}

/// Without those that a later one takes the place of.
fn latest(files: &[Shared]) -> Vec<&Shared> {
    type Key = (DeviceId, Option<(Date, Date)>);
    let key = |shared: &Shared| -> Key {
        let span = shared.sender.span.map(|span| (span.start, span.end));
        (shared.sender.device, span)
    };
    let mut latest: Vec<&Shared> = Vec::new();
    for shared in files {
        match latest.iter_mut().find(|known| key(known) == key(shared)) {
            Some(known) if known.sender.at.millis() <= shared.sender.at.millis() => *known = shared,
            Some(_) => {}
            None => latest.push(shared),
        }
    }
    latest
}

/// What each record says in the latest file it stands in.
fn newest<'f>(files: &[&'f Shared]) -> BTreeMap<RecordId, (i64, &'f Arc<Revision>)> {
    let mut newest = BTreeMap::new();
    for shared in files {
        let at = shared.sender.at.millis();
        for head in &shared.revisions {
            let known = newest.entry(head.record()).or_insert((at, head));
            if at >= known.0 {
                *known = (at, head);
            }
        }
    }
    newest
}

/// What each is called: two devices of one name are one teacher's; those without a name are numbered.
fn names(files: &[&Shared], language: Language) -> Vec<String> {
    let mut nameless: Vec<DeviceId> = Vec::new();
    let name = |shared: &&Shared| {
        if !shared.sender.name.is_empty() {
            return shared.sender.name.clone();
        }
        let device = shared.sender.device;
        let at = nameless.iter().position(|known| *known == device).unwrap_or_else(|| {
            nameless.push(device);
            nameless.len() - 1
        });
        fill(words::NAMELESS.in_(language), &[("n", &(at + 1))])
    };
    files.iter().map(name).collect()
}
