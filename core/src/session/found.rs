//! The index of a session: what its journal says, found by what it says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Session;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{MergeReport, Revision};

/// When an index is shown to whoever wants to know what a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The record is found by what it said.
    Before,
    /// It is found by what it says now.
    After,
}

impl Session {
    /// The index, with everything that has changed taken over.
    pub fn index(&mut self) -> &Index {
        self.reindex(&mut |_, _, _| ());
        &self.index
    }

    /// The index as it was left by the last [`reindex`](Self::reindex).
    pub const fn indexed(&self) -> &Index {
        &self.index
    }

    /// Has the index take over what has changed since the last time, and answers which records that are. `see` is shown the
    /// index before and after each: a record may go from one spiral to another, or to the trash. The work is proportional to
    /// what has changed.
    pub fn reindex(&mut self, see: &mut dyn FnMut(&Index, RecordId, Seen)) -> BTreeSet<RecordId> {
        let changed = std::mem::take(&mut self.changed);
        for record in &changed {
            see(&self.index, *record, Seen::Before);
            self.index.update(&self.journal, *record);
            see(&self.index, *record, Seen::After);
        }
        changed
    }

    /// Takes in revisions from anywhere, for the index too.
    pub(super) fn merge<R: Into<Arc<Revision>>>(&mut self, revisions: impl IntoIterator<Item = R>) -> MergeReport {
        let merged = self.journal.merge(revisions);
        self.changed.extend(&merged.changed);
        merged
    }
}
