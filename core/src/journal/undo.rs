//! Taking back what was written together.

use std::sync::Arc;

use super::{Author, Journal, Revision, State};

/// What was written together, and what stood in its place before: one step of undo. A session gives one
/// [with everything it writes](crate::session::Written::undo).
#[derive(Debug, Clone, Default)]
pub struct UndoGroup(Vec<Undoable>);

#[derive(Debug, Clone)]
struct Undoable {
    /// `None` if the record was new.
    before: Option<Arc<Revision>>,
    after: Arc<Revision>,
}

impl UndoGroup {
    /// Adds a revision that was written where `before` was the head. What was written in between in the same group is passed
    /// over.
    pub fn add(&mut self, before: Option<Arc<Revision>>, after: Arc<Revision>) {
        let between = before.as_ref().map(|before| before.id());
        match self.0.iter_mut().find(|one| Some(one.after.id()) == between) {
            Some(one) => one.after = after,
            None => self.0.push(Undoable { before, after }),
        }
    }

    /// Adds what another group holds, which was written later.
    pub fn append(&mut self, later: Self) {
        for one in later.0 {
            self.add(one.before, one.after);
        }
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many records were written; one in conflict counts for each of its heads.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What was written, in the order it was.
    pub fn revisions(&self) -> Vec<Arc<Revision>> {
        self.0.iter().map(|one| Arc::clone(&one.after)).collect()
    }

    /// What takes it back, not written yet: each record says again what it said before, and stands where it stood; a new one
    /// goes into the trash. What somebody has changed since stays as it is, and what somebody wrote beside it stays, too.
    #[must_use]
    pub fn reverted(&self, journal: &Journal, by: Author) -> Self {
        let mut back = Self::default();
        for Undoable { before, after } in &self.0 {
            let record = after.record();
            if !journal.heads(record).iter().any(|head| head.id() == after.id()) {
                continue;
            }
            let (state, content) = match before {
                Some(before) => (before.state(), before.content()),
                None => (State::Trashed, after.content()),
            };
            let revision = Revision::new(record, [after.id()], by.device, by.now, state, content.clone());
            back.add(Some(Arc::clone(after)), revision.into());
        }
        back
    }
}
