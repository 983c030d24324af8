//! What outlives a tab: the store, the small lane, and time.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoxuan::session::{DraftText, Settled};
use luoxuan::snapshot::LaidApart;
use luoxuan::store::StoreError;
use luoxuan::{RecordId, Revision, State};

/// One value of the log.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) revisions: Vec<Arc<Revision>>,
    /// Up to which count the draft of a key went into what stands here.
    notes: Vec<Settled>,
}

/// A store that keeps a transaction whole or not at all, in the order they were begun.
#[derive(Debug, Default)]
pub(super) struct Store {
    log: BTreeMap<u64, Piece>,
    last: u64,
    drafts: BTreeMap<String, String>,
    /// Another one each time somebody has emptied it.
    pub(super) life: u64,
    pub(super) full: bool,
    /// What a tab has laid down for the next start, and the last key of the log that it takes into account.
    pub(super) snapshot: Option<(u64, Vec<LaidApart>)>,
}

impl Store {
    fn room(&self) -> Result<(), StoreError> {
        if self.full { Err(StoreError::Full) } else { Ok(()) }
    }

    pub(super) fn append(
        &mut self,
        revisions: Vec<Arc<Revision>>,
        settled: &[Settled],
        handed: &BTreeMap<String, u64>,
    ) -> Result<(), StoreError> {
        self.room()?;
        for one in settled {
            let handed = handed.get(&one.key);
            // Typed on in the meantime, and that is kept already: it stays.
            if one.foreign || handed.is_some_and(|number| *number <= one.number) {
                self.drafts.remove(&one.key);
            }
        }
        let noted = |one: &&Settled| {
            one.number > 0 && (revisions.is_empty() || revisions.iter().any(|held| held.record() == one.record))
        };
        let notes = settled.iter().filter(noted).cloned().collect();
        self.last += 1;
        self.log.insert(self.last, Piece { revisions, notes });
        Ok(())
    }

    pub(super) fn erase(&mut self, erasure: Arc<Revision>) -> Result<(), StoreError> {
        self.room()?;
        let record = erasure.record();
        self.snapshot = None;
        self.drafts.retain(|key, _| !key.ends_with(&format!(":{record}")));
        for piece in self.log.values_mut() {
            piece
                .revisions
                .retain(|held| held.record() != record || held.state() == State::Erased);
            piece.notes.retain(|note| note.record != record);
        }
        self.append(vec![erasure], &[], &BTreeMap::new())
    }

    pub(super) fn put_drafts(
        &mut self,
        drafts: Vec<DraftText>,
        handed: &mut BTreeMap<String, u64>,
    ) -> Result<(), StoreError> {
        self.room()?;
        for draft in drafts {
            handed.insert(draft.key.clone(), draft.number);
            self.drafts.insert(draft.key, draft.text);
        }
        Ok(())
    }

    /// What lies behind a key of the log, and its last key.
    pub(super) fn behind(&self, key: u64) -> (Vec<Revision>, u64) {
        let pieces = self.log.range(key + 1..);
        let revisions = pieces.flat_map(|(_, piece)| piece.revisions.iter().map(|held| (**held).clone()));
        (revisions.collect(), self.last)
    }

    /// What lies up to a key of the log.
    pub(super) fn up_to(&self, key: u64) -> Vec<Revision> {
        let pieces = self.log.range(..=key);
        let revisions = pieces.flat_map(|(_, piece)| piece.revisions.iter().map(|held| (**held).clone()));
        revisions.collect()
    }

    pub(super) fn history(&self, record: RecordId) -> Vec<Revision> {
        let all = self.log.values().flat_map(|piece| &piece.revisions);
        all.filter(|held| held.record() == record)
            .map(|held| (**held).clone())
            .collect()
    }

    pub(super) fn settled(&self, key: &str) -> Option<u64> {
        let notes = self.log.values().flat_map(|piece| &piece.notes);
        notes.filter(|note| note.key == key).map(|note| note.number).max()
    }

    pub(super) fn drafts(&self) -> Vec<(String, String)> {
        self.drafts.clone().into_iter().collect()
    }

    /// All that stands in it.
    pub(super) fn texts(&self) -> String {
        let log = self.log.values().flat_map(|piece| &piece.revisions);
        let log = log.map(|held| held.content().json().to_owned());
        log.chain(self.drafts.values().cloned()).collect()
    }

    /// Somebody empties it.
    pub(super) fn empty(&mut self) {
        *self = Self {
            life: self.life + 1,
            full: self.full,
            ..Self::default()
        };
    }
}

/// localStorage: all tabs see at once what one writes, and a browser that is killed forgets some of the last of it.
#[derive(Debug, Default)]
pub(super) struct Small {
    now: BTreeMap<String, String>,
    /// What is on the disk.
    safe: BTreeMap<String, String>,
    since: Vec<(String, Option<String>)>,
}

impl Small {
    pub(super) fn set(&mut self, key: String, value: Option<String>) {
        match &value {
            Some(value) => self.now.insert(key.clone(), value.clone()),
            None => self.now.remove(&key),
        };
        self.since.push((key, value));
    }

    pub(super) fn get(&self, key: &str) -> Option<&String> {
        self.now.get(key)
    }

    /// Those whose keys begin so, without what they begin with.
    pub(super) fn all(&self, start: &str) -> Vec<(String, String)> {
        let all = self.now.iter();
        all.filter_map(|(key, value)| Some((key.strip_prefix(start)?.to_owned(), value.clone())))
            .collect()
    }

    /// The browser writes it to the disk, when it likes.
    pub(super) fn flush(&mut self) {
        self.safe.clone_from(&self.now);
        self.since.clear();
    }

    /// The browser is killed: so many of the last changes had reached the disk.
    pub(super) fn falls_back(&mut self, reached: usize) {
        for (key, value) in self.since.drain(..).take(reached) {
            match value {
                Some(value) => self.safe.insert(key, value),
                None => self.safe.remove(&key),
            };
        }
        self.now.clone_from(&self.safe);
    }

    pub(super) fn changes(&self) -> usize {
        self.since.len()
    }

    pub(super) fn empty(&mut self) {
        *self = Self::default();
    }
}

/// A browser, and what survives its end.
#[derive(Debug, Default)]
pub(super) struct Browser {
    pub(super) store: Store,
    pub(super) small: Small,
    /// Milliseconds that never go back; what alarms run by.
    pub(super) elapsed: u64,
    /// What the clock on the wall says, which somebody may set.
    pub(super) wall: i64,
}
