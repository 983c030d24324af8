//! What a journal comes to in a few figures, so that it is noticed when some of it is gone, and how much.

use std::sync::Arc;

use super::Revision;
use crate::id::RevisionId;

/// The figures of a journal. Kept up revision by revision: asking for them costs nothing, whatever its size.
///
/// One that has lost a head and gained another comes to as many, and to another sum of heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub struct Tally {
    /// Records, those in the trash and those erased for good included: their number never falls.
    pub records: usize,
    /// Of them those erased for good. What an erasure took along is in none of these figures.
    pub erased: usize,
    /// Revisions, the heads among them.
    pub revisions: usize,
    /// The heads, as a sum of their ids: the same in whatever order they came.
    pub heads: u64,
}

impl Tally {
    pub(super) fn gains_head(&mut self, id: &RevisionId) {
        self.heads = self.heads.wrapping_add(id.start());
    }

    pub(super) fn loses_head(&mut self, id: &RevisionId) {
        self.heads = self.heads.wrapping_sub(id.start());
    }

    /// Takes out what an erasure destroys.
    pub(super) fn loses_words(&mut self, heads: &[Arc<Revision>], older: usize) {
        self.revisions -= heads.len() + older;
        for head in heads {
            self.loses_head(&head.id());
        }
    }
}
