//! What a teacher does: each is written at once, shown, and kept.

use std::collections::BTreeSet;

use leptos::prelude::*;
use luoxuan::journal::{UndoGroup, oldest_first};
use luoxuan::session::Written;
use luoxuan::{Content, Record, RecordId, Revision, RevisionId, State};

use super::Notebook;
use super::joining::join_later;
use crate::browser::random;

impl Notebook {
    /// Somebody came into a field of this record, or left the one they were in.
    pub fn looks_at(self, id: Option<RecordId>) {
        if let Some(inner) = self.0.try_get_value() {
            inner.looked_at.replace(id.map(|id| (id, self.base(id))));
        }
    }

    /// Writes what a record says and keeps it. Whoever is in a field of it goes on from what it said when they came, if it
    /// said anything.
    pub fn write<R: Record>(self, id: RecordId, record: &R) {
        self.write_content(id, Content::of(record));
    }

    /// The same of a record whose kind is data.
    pub fn write_content(self, id: RecordId, content: Content) {
        let inner = self.inner();
        let seen = inner.looked_at.borrow().clone().filter(|(known, _)| *known == id);
        let in_it = seen.is_some();
        let base = seen.map(|(_, base)| base).filter(|base| !base.is_empty());
        let next = self.write_after(id, &base.unwrap_or_else(|| self.base(id)), content);
        if in_it {
            inner.looked_at.replace(Some((id, next)));
        }
    }

    /// Changes a record that no page may hold any more, if it is still there and no newer version wrote it.
    pub fn change_late<R: Record>(self, id: RecordId, change: impl FnOnce(&mut R)) {
        let now = untrack(|| {
            self.of_source(id, |journal| {
                let head = journal.head(id).filter(|head| head.state() == State::Live)?;
                head.content().read::<R>()
            })
        });
        if let Some(mut record) = now.filter(|_| !untrack(|| self.is_newer(id))) {
            change(&mut record);
            self.write(id, &record);
        }
    }

    /// Writes a new record and keeps it.
    #[allow(clippy::should_implement_trait)] // A record is added to a notebook, not to a number.
    pub fn add<R: Record>(self, record: &R) -> RecordId {
        let id = random::record_id();
        self.write(id, record);
        id
    }

    /// The same of a record whose kind is data.
    pub fn add_content(self, content: Content) -> RecordId {
        let id = random::record_id();
        self.write_content(id, content);
        id
    }

    /// Writes new records and keeps them together.
    pub fn add_all(self, contents: Vec<Content>) -> UndoGroup {
        let records = contents.into_iter().map(|one| (random::record_id(), one)).collect();
        self.show(self.keeper().act(|session, now| session.write_all(records, now)))
    }

    /// Writes what a record says after the revisions the writer had in view, and keeps it.
    /// Returns the ids to write after next.
    pub fn write_after(self, id: RecordId, base: &[RevisionId], content: Content) -> Vec<RevisionId> {
        let keeper = self.keeper();
        let Some(written) = keeper.act(|session, now| session.write_after(id, base, content, now)) else {
            return self.base(id);
        };
        let next = written.revisions.iter().map(|revision| revision.id()).collect();
        self.show(written);
        next
    }

    /// Hands an unfinished text to the lanes. Work is proportional to this text alone.
    pub fn draft(self, id: RecordId, base: &[RevisionId], content: Content) {
        self.keeper().act(|session, now| session.draft(id, base, content, now));
    }

    /// Puts a record into the trash.
    pub fn trash(self, id: RecordId) -> UndoGroup {
        self.trash_all(&[id])
    }

    /// Puts records into the trash together: at one moment, by which they are known to belong together.
    pub fn trash_all(self, ids: &[RecordId]) -> UndoGroup {
        self.show(self.keeper().act(|session, now| session.trash(ids, now)))
    }

    /// Takes back what was written together, where nobody has changed it since.
    pub fn undo(self, group: &UndoGroup) {
        self.show(self.keeper().act(|session, now| session.undo(group, now)));
    }

    /// Takes a record out of the trash.
    pub fn restore(self, id: RecordId) {
        self.restore_all(&[id]);
    }

    /// Takes records out of the trash.
    pub fn restore_all(self, ids: &[RecordId]) {
        self.show(self.keeper().act(|session, now| session.restore(ids, now)));
    }

    /// Erases a record for good, in every lane.
    pub fn erase(self, id: RecordId) {
        self.show(self.keeper().act(|session, now| session.erase(id, now)));
    }

    /// Every revision of a record, oldest first, from storage.
    pub async fn history(self, id: RecordId) -> Vec<Revision> {
        let Some(inner) = self.0.try_get_value() else {
            return Vec::new();
        };
        oldest_first(inner.keeper.history(id).await)
    }

    /// Takes in revisions from a file: keeps them, then joins what can be joined.
    pub async fn import(self, revisions: Vec<Revision>) -> usize {
        let Some(inner) = self.0.try_get_value() else { return 0 };
        let (merged, job) = inner.keeper.act(|session, now| session.import(revisions, now));
        inner.keeper.finished(job).await;
        inner.changed();
        join_later(self, merged.changed).await;
        merged.added.len()
    }

    /// Shows what was written, joins what came apart by it once it is kept, and says how it is taken back.
    fn show(self, written: Written) -> UndoGroup {
        let inner = self.inner();
        // Collecting would sort, by code that the start does without.
        let mut changed = BTreeSet::new();
        changed.extend(written.revisions.iter().map(|revision| revision.record()));
        if changed.is_empty() {
            return written.undo;
        }
        let kept = inner.keeper.finished(written.job);
        leptos::task::spawn_local(async move {
            kept.await;
            // A write on an older base has opened a conflict; often nothing but a join is needed.
            join_later(self, changed).await;
        });
        inner.changed();
        written.undo
    }

    /// Takes in revisions that another tab keeps.
    pub fn receive(self, revisions: Vec<Revision>) {
        // Other tabs speak to a page that may have gone on to another journal.
        let Some(inner) = self.0.try_get_value() else { return };
        let merged = inner.keeper.act(|session, _| session.receive(revisions));
        if merged.changed.is_empty() {
            return;
        }
        inner.changed();
        leptos::task::spawn_local(join_later(self, merged.changed));
    }
}
