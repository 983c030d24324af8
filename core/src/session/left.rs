//! What a tab that is gone has left, and what becomes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Draft, Settled};
use crate::id::DeviceId;
use crate::journal::{Author, Corruption, Journal, Revision, RevisionError};

/// A draft that a tab which is gone has left.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Left {
    /// What it says.
    pub draft: Draft,
    /// Its key in both lanes.
    pub key: String,
    in_store: bool,
}

impl Left {
    /// Whether it went into a revision before its tab died, or what was typed on after it did, as the store notes: up to
    /// which count the drafts of this key did. The small lane forgets late: a page that is killed brings back drafts that
    /// had become revisions long ago.
    ///
    /// `None` of a draft that nobody counted: of it [`went_on`](Self::went_on) tells.
    pub fn is_settled(&self, up_to: Option<u64>) -> Option<bool> {
        self.draft.count.as_ref()?;
        Some(up_to.is_some_and(|up_to| self.draft.number() <= up_to))
    }

    /// The same of one that was not counted, from the history of its record and the device of the lanes.
    pub fn went_on<'a>(&self, history: impl IntoIterator<Item = &'a Revision>, device: DeviceId) -> bool {
        // The store forgot a draft in the transaction that kept what became of it.
        !self.in_store && self.draft.went_on_in(history, device)
    }
}

/// What lies in the lanes of drafts that tabs which are gone have left.
#[derive(Debug, Default)]
pub struct Leftovers {
    read: BTreeMap<String, Vec<(String, Draft)>>,
    in_store: BTreeSet<String>,
    /// What is no draft. It stays where it is.
    pub damage: Vec<Corruption>,
}

impl Leftovers {
    /// Reads what both lanes hold, each text with its key. Those of tabs that are `alive` are theirs.
    pub fn read(
        store: Vec<(String, String)>,
        small: impl IntoIterator<Item = (String, String)>,
        alive: &[String],
    ) -> Self {
        let mut left = Self {
            in_store: store.iter().map(|(key, _)| key.clone()).collect(),
            ..Self::default()
        };
        let dead = |key: &str| {
            key.split_once(':')
                .is_some_and(|(tab, _)| !alive.iter().any(|name| name == tab))
        };
        for (key, text) in store.into_iter().chain(small).filter(|(key, _)| dead(key)) {
            match Draft::from_text(&text) {
                Some(draft) => left.read.entry(key).or_default().push((text, draft)),
                None => left.damage.push(Corruption {
                    bytes: text.into_bytes(),
                    why: RevisionError::NotJson,
                }),
            }
        }
        left
    }

    /// Of each tab and record the last draft. Two tabs may have left two drafts of one record, and both were somebody's
    /// words.
    pub fn last(&self) -> Vec<Left> {
        let of_one = |(key, copies): (&String, &Vec<(String, Draft)>)| {
            let (key, in_store) = (key.clone(), self.in_store.contains(key));
            let last = last_words(copies.iter().map(|(_, draft)| draft.clone()));
            last.into_iter().map(move |draft| Left {
                draft,
                key: key.clone(),
                in_store,
            })
        };
        self.read.iter().flat_map(of_one).collect()
    }

    /// The keys that were read.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.read.keys().map(String::as_str)
    }

    /// Whether this text was read under this key.
    pub fn was_read(&self, key: &str, text: &str) -> bool {
        let read = self.read.get(key).into_iter().flatten();
        read.into_iter().any(|(known, _)| known == text)
    }

    /// What the store may forget once all of it is kept. Nothing of what is not as it was read: its tab is alive after all.
    /// `store` is what the store holds now.
    pub fn to_forget(&self, store: &[(String, String)]) -> Vec<Settled> {
        let changed = |key: &String| {
            store
                .iter()
                .any(|(known, text)| known == key && !self.was_read(key, text))
        };
        let unchanged = self.read.iter().filter(|(key, _)| !changed(key));
        unchanged
            .filter_map(|(key, copies)| {
                Some(Settled {
                    record: copies.first()?.1.record,
                    key: key.clone(),
                    number: copies.iter().map(|(_, draft)| draft.number()).max()?,
                    foreign: true,
                })
            })
            .collect()
    }
}

/// Of the copies that lanes hold of one tab's draft of one record, those that hold: of counted ones that with the highest
/// count, for all others are what the person had typed on the way to it. Those of versions that did not count are put in
/// order by nothing: of them each that says something else.
pub fn last_words(copies: impl IntoIterator<Item = Draft>) -> Vec<Draft> {
    let (mut last, mut uncounted) = (None::<(u64, Draft)>, Vec::<Draft>::new());
    for draft in copies {
        match draft.count.as_ref().map(|count| count.number) {
            Some(number) if last.as_ref().is_none_or(|(highest, _)| *highest < number) => last = Some((number, draft)),
            Some(_) => {}
            None => {
                let said = |known: &Draft| known.content == draft.content && known.base == draft.base;
                if !uncounted.iter().any(said) {
                    uncounted.push(draft);
                }
            }
        }
    }
    uncounted.into_iter().chain(last.map(|(_, draft)| draft)).collect()
}

impl Draft {
    /// Whether the device went on in the same place: one of these revisions of the record is its own and follows what the
    /// draft follows. So it is told of a draft that was not counted and that only the lane that forgets late still has.
    pub fn went_on_in<'a>(&self, history: impl IntoIterator<Item = &'a Revision>, device: DeviceId) -> bool {
        let base: BTreeSet<_> = self.base.iter().collect();
        history
            .into_iter()
            .any(|revision| revision.device() == device && revision.parents().iter().collect::<BTreeSet<_>>() == base)
    }
}

/// Makes the drafts that dead tabs left part of the journal, and returns what is to be kept; nothing of one that its record
/// says already. Each comes with whether it `settled`.
///
/// A draft that never became a revision is what the person last typed: it becomes what the record says, beside what it
/// says if that went on elsewhere. Of one that `settled`, because its tab made a revision of it or of what it had typed on
/// after it, a lane has only forgotten to forget: it goes into the history, and the record says what it said.
pub fn take_up(
    journal: &mut Journal,
    left: impl IntoIterator<Item = (Draft, bool)>,
    device: DeviceId,
) -> Vec<Arc<Revision>> {
    let mut left: Vec<_> = left.into_iter().collect();
    // First those that go on from what is there: where one has settled, what the record says is said once more.
    left.sort_by_key(|(_, settled)| *settled);
    let written = left.into_iter();
    written
        .flat_map(|(draft, settled)| take_up_one(journal, draft, settled, device))
        .collect()
}

fn take_up_one(journal: &mut Journal, draft: Draft, settled: bool, device: DeviceId) -> Vec<Arc<Revision>> {
    let before = journal.heads(draft.record).to_vec();
    if before.iter().any(|head| *head.content() == draft.content) {
        return Vec::new();
    }
    let by = Author { device, now: draft.at };
    let follows_newer = settled && before.iter().any(|head| head.is_newer());
    if follows_newer {
        // Nobody writes over what it cannot read, and beside it would be a conflict that is none.
        return Vec::new();
    }
    let record = draft.record;
    let mut written: Vec<_> = journal
        .write_after(record, &draft.base, draft.content, by)
        .into_iter()
        .collect();
    let heads = journal.heads(record);
    // If nothing but the draft is left of what the record said, it is what the record says.
    let said = heads
        .iter()
        .find(|head| before.iter().any(|known| known.id() == head.id()));
    let own = written
        .first()
        .filter(|own| heads.iter().any(|head| head.id() == own.id()));
    if let (true, Some(said), Some(own)) = (settled, said, own) {
        let over = Revision::new(
            record,
            [own.id(), said.id()],
            device,
            draft.at,
            said.state(),
            said.content().clone(),
        );
        written.extend(journal.merge([over]).added);
    }
    written
}
