//! A record on a page of many boxes: drawn anew when something is put elsewhere, never by a key.

use leptos::prelude::*;

use crate::notebook::Notebook;
use crate::sheet::{Sheet, Written};

/// A record open for writing in many boxes at once.
pub struct Laid<R: Written> {
    /// What is typed goes here, and draws nothing.
    pub sheet: Sheet<R>,
    notebook: Notebook,
    /// Counts the changes of what stands where, so that no box is drawn anew under the cursor.
    changes: RwSignal<u32>,
}

impl<R: Written> Clone for Laid<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Written> Copy for Laid<R> {}

impl<R: Written> Laid<R> {
    /// Lays out the record on a sheet.
    pub fn on(sheet: Sheet<R>) -> Self {
        Self {
            sheet,
            notebook: Notebook::here(),
            changes: RwSignal::new(0),
        }
    }

    /// Changes what stands where, keeps it, and draws it.
    pub fn change(self, change: impl FnOnce(&mut R)) {
        self.sheet.update(change);
        self.sheet.settle();
        self.changes.update(|changes| *changes = changes.wrapping_add(1));
    }

    /// The same from a notice, which may outlive the page.
    pub fn change_late(self, change: impl FnOnce(&mut R)) {
        if self.changes.try_get_untracked().is_some() {
            self.change(change);
            return;
        }
        self.notebook.change_late(self.sheet.id, change);
    }

    /// Which arrangement this is, counted from the first; `None` once the page is left.
    pub fn arrangement(self) -> Option<u32> {
        self.changes.try_get_untracked()
    }

    /// Reads it as it stands, to be drawn: tracked by what stands where, not by every key.
    pub fn read<T>(self, read: impl FnOnce(&R) -> T) -> T {
        self.changes.track();
        untrack(|| self.sheet.with(read))
    }
}
