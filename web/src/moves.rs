//! The moves of a spiral, written into the journal.

use leptos::prelude::untrack;
use luoxuan::journal::UndoGroup;
use luoxuan::spiral::{self, Move};
use luoxuan::{Fate, Index, RecordId, Spiral};

use crate::browser::{clock, random};
use crate::notebook::Notebook;

impl Notebook {
    fn now<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        untrack(|| self.of_surroundings(read))
    }

    /// Writes what a move changes, and returns the spiral it leads to.
    fn make(self, made: Move) -> Option<RecordId> {
        for (record, content) in made.changes {
            self.write_content(record, content);
        }
        made.spiral
    }

    /// Begins a spiral from a problem, and returns it. `None` if there is no such entry.
    pub fn begin_spiral(self, problem: RecordId) -> Option<RecordId> {
        self.make(self.now(|index| spiral::begin(index, problem, clock::now(), random::record_id))?)
    }

    /// Decides what becomes of a new problem. Returns the spiral it now has of its own, if it has.
    pub fn decide(self, problem: RecordId, fate: Fate) -> Option<RecordId> {
        self.make(self.now(|index| spiral::decide(index, problem, fate, clock::now(), random::record_id))?)
    }

    /// Puts a spiral into the trash with everything in it.
    pub fn trash_spiral(self, id: RecordId) -> UndoGroup {
        self.trash_all(&self.now(|index| spiral::whole(index, id)))
    }

    /// Changes the header of a spiral.
    pub fn change_spiral(self, id: RecordId, change: impl FnOnce(&mut Spiral)) {
        if let Some(mut spiral) = self.now(|index| index.spiral(id).cloned()) {
            change(&mut spiral);
            self.write(id, &spiral);
        }
    }
}
