//! A start from a snapshot, and what is looked up in the log afterwards.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Job, Session};
use crate::id::RevisionId;
use crate::journal::{MergeReport, Revision};
use crate::snapshot::Recollection;
use crate::time::Timestamp;

/// What was recalled and is to be looked up in the log.
#[derive(Debug, Default)]
pub(super) struct Recalled {
    /// Whether anything was, and nobody has said that all of the log has been read.
    open: bool,
    /// What the log has not shown yet, by the first bytes of each revision's id: enough to tell them apart, and of a long
    /// journal there are many.
    unseen: BTreeSet<u64>,
}

impl Recalled {
    fn has_seen(&self, id: RevisionId) -> bool {
        !self.unseen.contains(&id.start())
    }
}

/// What looking everything up in the log came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// How many current texts the snapshot alone had. They are on their way into the log again.
    pub back: usize,
    /// Ends once they are kept.
    pub job: Option<Job>,
    /// Whether the snapshot is to go: it says what nobody has written, and the log does not know better.
    pub unfit: bool,
}

impl Session {
    /// Takes in a part of a snapshot, as if the log had been read. That is still [to be done](Self::read), and then
    /// [told](Self::checked).
    pub fn recall(&mut self, part: Recollection) -> MergeReport {
        let mut merged = MergeReport::default();
        self.recalled.open = true;
        for recalled in part.0 {
            merged.changed.insert(recalled.record);
            let unseen = &mut self.recalled.unseen;
            unseen.extend(recalled.heads.iter().map(|head| head.id().start()));
            unseen.extend(recalled.older.iter().map(|(id, _)| id.start()));
            self.journal.recall(recalled);
        }
        self.changed.extend(&merged.changed);
        merged
    }

    /// Takes in what is kept already: a piece of the log. Of what a snapshot has said it is the proof, and where the snapshot
    /// says a text otherwise the log's is taken.
    pub fn read(&mut self, revisions: Vec<Revision>) -> MergeReport {
        if !self.is_recalled() {
            return self.merge(revisions);
        }
        let revisions: Vec<_> = revisions.into_iter().map(Arc::new).collect();
        let mut mended = Vec::new();
        for revision in &revisions {
            self.recalled.unseen.remove(&revision.id().start());
            if self.journal.repair(revision) {
                mended.push(revision.record());
            }
        }
        self.changed.extend(&mended);
        let mut merged = self.merge(revisions);
        merged.changed.extend(mended);
        merged
    }

    /// The log has been read, all of it. What that alone still had of current texts is kept again; of
    /// older versions it has no texts, and they are gone with the log's.
    pub fn checked(&mut self, now: Timestamp) -> Checked {
        let recalled = std::mem::take(&mut self.recalled);
        if recalled.unseen.is_empty() {
            return Checked::default();
        }
        let journal = &mut self.journal;
        let (mut found, mut lost, mut unfit) = (Vec::new(), Vec::new(), false);
        for (record, heads) in journal.records() {
            for head in heads.iter().filter(|head| !recalled.has_seen(head.id())) {
                if head.is_sound() {
                    found.push(Arc::clone(head));
                } else {
                    unfit = true;
                }
            }
            let older = journal.older(record).filter(|(id, _)| !recalled.has_seen(*id));
            lost.extend(older.map(|(id, _)| (record, id)));
        }
        for (record, id) in lost {
            journal.lose(record, id);
        }
        Checked {
            back: found.len(),
            job: self.keep_found(&found, now),
            unfit,
        }
    }

    /// Whether it has begun with a snapshot that has not been looked up in the log.
    pub fn is_recalled(&self) -> bool {
        self.recalled.open
    }
}
