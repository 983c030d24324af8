//! A start from a snapshot, and what is looked up in the log afterwards.

use std::sync::Arc;

use super::{Job, Session};
use crate::id::RevisionId;
use crate::journal::{MergeReport, Revision};
use crate::snapshot::Recollection;
use crate::time::Timestamp;

/// What was recalled and the log has not shown yet, by the first bytes of each revision's id, in order: enough to tell them
/// apart, and of a long journal there are many.
#[derive(Debug, Default)]
pub(super) struct Recalled {
    marks: Vec<u64>,
    /// Which of them the log has shown.
    seen: Vec<bool>,
}

impl Recalled {
    fn see(&mut self, id: RevisionId) {
        let place = self.marks.binary_search(&id.start());
        if let Some(seen) = place.ok().and_then(|place| self.seen.get_mut(place)) {
            *seen = true;
        }
    }

    fn has_seen(&self, id: RevisionId) -> bool {
        let place = self.marks.binary_search(&id.start());
        place.is_err() || place.is_ok_and(|place| self.seen.get(place) == Some(&true))
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
    /// [told](Self::checked). Behind the last part [`end_recall`](Self::end_recall) is called.
    pub fn recall(&mut self, part: Recollection) -> MergeReport {
        let mut merged = MergeReport::default();
        for recalled in part.0 {
            merged.changed.insert(recalled.record);
            let marks = &mut self.recalled.marks;
            marks.extend(recalled.heads.iter().map(|head| head.id().start()));
            marks.extend(recalled.older.iter().map(|(id, _)| id.start()));
            self.journal.recall(recalled);
        }
        merged
    }

    /// No further part of the snapshot follows: from now on what the log says is held against it.
    pub fn end_recall(&mut self) {
        let Recalled { marks, seen } = &mut self.recalled;
        marks.sort_unstable();
        marks.dedup();
        *seen = vec![false; marks.len()];
    }

    /// Takes in what is kept already: a piece of the log. Of what a snapshot has said it is the proof, and where the snapshot
    /// says a text otherwise the log's is taken.
    pub fn read(&mut self, revisions: Vec<Revision>) -> MergeReport {
        if !self.is_recalled() {
            return self.journal.merge(revisions);
        }
        let revisions: Vec<_> = revisions.into_iter().map(Arc::new).collect();
        let mut mended = Vec::new();
        for revision in &revisions {
            self.recalled.see(revision.id());
            if self.journal.mend(revision) {
                mended.push(revision.record());
            }
        }
        let mut merged = self.journal.merge(revisions);
        merged.changed.extend(mended);
        merged
    }

    /// The log has been read, all of it. What that alone still had of current texts is kept again; of
    /// older versions it has no texts, and they are gone with the log's.
    pub fn checked(&mut self, now: Timestamp) -> Checked {
        let recalled = std::mem::take(&mut self.recalled);
        if recalled.seen.iter().all(|seen| *seen) {
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
        !self.recalled.marks.is_empty()
    }
}
