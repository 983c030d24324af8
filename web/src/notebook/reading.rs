//! What the page reads: each of these is tracked, to be called inside a closure of the view or a memo.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::{Index, Journal, RecordId, Revision, RevisionId, State};

use super::{Notebook, Topic};

impl Notebook {
    /// Whether older entries are still on their way from storage.
    pub fn loading(self) -> bool {
        self.inner().loading.get()
    }

    /// How many damaged records were met while loading. They are kept as they were.
    pub fn damaged(self) -> usize {
        self.inner().damaged.get()
    }

    fn track(self, topic: Topic) {
        let inner = self.inner();
        let listener = inner.listeners.borrow_mut().entry(topic).or_default().clone();
        listener.track();
    }

    /// Reads from the index what concerns one record.
    pub fn of_record<T>(self, id: RecordId, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Record(id));
        read(&self.inner().keeper.index())
    }

    /// Reads from the index what concerns one spiral and its members.
    pub fn of_spiral<T>(self, id: RecordId, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Record(id));
        self.track(Topic::Members(id));
        read(&self.inner().keeper.index())
    }

    /// Reads from the index what concerns spirals, vehicles, terms, the profile or the settings.
    pub fn of_surroundings<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Surroundings);
        read(&self.inner().keeper.index())
    }

    /// Reads from the index what may concern any entry. Wakes on every change: for lists, not for rows.
    pub fn of_all<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        read(&self.inner().keeper.index())
    }

    /// Reads from the journal itself: trash, conflicts, counts. Wakes on every change.
    pub fn of_journal<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        read(&self.inner().keeper.journal())
    }

    /// Reads from the journal what concerns one record.
    pub fn of_source<T>(self, id: RecordId, read: impl FnOnce(&Journal) -> T) -> T {
        self.track(Topic::Record(id));
        read(&self.inner().keeper.journal())
    }

    /// Reads what is put together from both: a text rests on what the journal says and on how it is sorted. Wakes on
    /// every change.
    pub fn of_both<T>(self, read: impl FnOnce(&Index, &Journal) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        let inner = self.inner();
        read(&inner.keeper.index(), &inner.keeper.journal())
    }

    /// The heads of one record: one is the record, several are a conflict.
    pub fn heads(self, id: RecordId) -> Vec<Arc<Revision>> {
        self.track(Topic::Record(id));
        self.inner().keeper.journal().heads(id).to_vec()
    }

    /// The head of a record to show first, tracked.
    pub fn head(self, id: RecordId) -> Option<Arc<Revision>> {
        self.of_source(id, |journal| journal.head(id).cloned())
    }

    /// Whether a newer version of the app wrote a record: here it can be read, not changed. Tracked.
    pub fn is_newer(self, id: RecordId) -> bool {
        self.heads(id).iter().any(|head| head.is_newer())
    }

    /// The ids of the heads now, untracked: what a writer who starts now has in view.
    pub fn base(self, id: RecordId) -> Vec<RevisionId> {
        self.inner()
            .keeper
            .journal()
            .heads(id)
            .iter()
            .map(|head| head.id())
            .collect()
    }

    /// Whether nothing was ever written in it, as far as it has loaded; untracked.
    pub fn is_empty(self) -> bool {
        self.inner().keeper.journal().is_empty()
    }

    /// Records in the trash, the newest first.
    pub fn trashed(self) -> Vec<Arc<Revision>> {
        self.of_journal(|journal| {
            let mut trashed: Vec<_> = journal
                .records()
                .filter_map(|(id, _)| journal.head(id).filter(|head| head.state() == State::Trashed).cloned())
                .collect();
            trashed.sort_by_key(|head| std::cmp::Reverse(head.at().millis()));
            trashed
        })
    }
}
