//! An open record: what a person is typing, on its way to a revision.

use std::time::Duration;

use leptos::prelude::*;
use luoxuan::{Content, Document, Entry, Evidence, Moment, Record, RecordId, RevisionId, Survey};

use crate::browser::clock;
use crate::notebook::Notebook;

/// After this long without a key the draft becomes a revision.
const QUIET: Duration = Duration::from_secs(30);

/// What is written on a sheet, over many keys.
pub trait Written: Record + Send + Sync + 'static {
    /// Whether there is no word of it yet.
    fn is_blank(&self) -> bool;

    /// Notes when it was first written, where that is of interest; `anew` if there was no word of it before.
    fn begin(&mut self, _now: Moment, _anew: bool) {}
}

impl Written for Entry {
    fn is_blank(&self) -> bool {
        Self::is_blank(self)
    }

    fn begin(&mut self, now: Moment, anew: bool) {
        Self::begin(self, now, anew);
    }
}

impl Written for Document {
    /// Choosing a form is a decision worth keeping.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Written for Evidence {
    /// It is there as soon as somebody has said that there is some.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Written for Survey {
    fn is_blank(&self) -> bool {
        false
    }
}

/// A record open for writing. The textarea owns its text; this follows it.
pub struct Sheet<R: Written = Entry> {
    /// Which record.
    pub id: RecordId,
    notebook: Notebook,
    entry: RwSignal<R>,
    base: StoredValue<Vec<RevisionId>>,
    dirty: RwSignal<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// What a page must open anew: the heads of a record, as they were when its sheet was opened. What another tab wrote is
/// taken over at once, unless something is being written here: then it is joined. Nor is it drawn under the cursor: `held`
/// says whether that is in one of the page's boxes.
pub fn heads_to_open<R: Written>(
    notebook: Notebook,
    id: RecordId,
    open: StoredValue<Option<Sheet<R>>>,
    held: RwSignal<bool>,
) -> Memo<Vec<RevisionId>> {
    Memo::new(move |before: Option<&Vec<_>>| {
        let now: Vec<_> = notebook.heads(id).iter().map(|head| head.id()).collect();
        let own = held.get() || open.get_value().is_some_and(|sheet| sheet.is_ahead_of(&now));
        before.filter(|_| own).cloned().unwrap_or(now)
    })
}

impl<R: Written> Clone for Sheet<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Written> Copy for Sheet<R> {}

impl<R: Written> Sheet<R> {
    /// Opens a record. `entry` is what it says now, or what a new one starts with. It is settled
    /// when the component that opened it goes away.
    pub fn open(notebook: Notebook, id: RecordId, entry: R) -> Self {
        let sheet = Self {
            id,
            notebook,
            entry: RwSignal::new(entry),
            base: StoredValue::new(notebook.base(id)),
            dirty: RwSignal::new(false),
            timer: StoredValue::new(None),
        };
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Hidden {
                sheet.settle();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            sheet.settle();
        });
        sheet
    }

    /// What it says now, tracked.
    pub fn entry(self) -> R
    where
        R: Clone,
    {
        self.entry.get()
    }

    /// Reads what it says now, tracked.
    pub fn with<T>(self, read: impl FnOnce(&R) -> T) -> T {
        self.entry.with(read)
    }

    /// Reads what it says now, tracked; `None` once the sheet has been put away.
    pub fn try_with<T>(self, read: impl FnOnce(&R) -> T) -> Option<T> {
        self.entry.try_with(read)
    }

    /// Whether it says what these heads say or is being written on, so that it need not be opened anew.
    pub fn is_ahead_of(self, heads: &[RevisionId]) -> bool {
        self.dirty.try_get_untracked() == Some(true)
            || self.base.try_with_value(|base| base.as_slice() == heads) == Some(true)
    }

    /// Whether something typed is not yet a revision, tracked.
    pub fn dirty(self) -> bool {
        self.dirty.get()
    }

    /// Changes what it says and hands the draft to the lanes.
    pub fn update(self, change: impl FnOnce(&mut R)) {
        let new = self.base.with_value(Vec::is_empty);
        self.entry.update(|entry| {
            let anew = new && entry.is_blank();
            change(entry);
            entry.begin(clock::now(), anew);
        });
        self.dirty.set(true);
        self.notebook.draft(
            self.id,
            &self.base.get_value(),
            self.entry.with_untracked(|entry| Content::of(entry)),
        );
        let quiet = set_timeout_with_handle(move || self.settle(), QUIET).ok();
        if let Some(earlier) = self
            .timer
            .try_update_value(|timer| std::mem::replace(timer, quiet))
            .flatten()
        {
            earlier.clear();
        }
    }

    /// Changes what surrounds the text: thread, phase, class. Kept with the next word typed, so that a
    /// blank sheet leaves nothing behind.
    pub fn change_quietly(self, change: impl FnOnce(&mut R)) {
        if self.entry.with_untracked(R::is_blank) {
            self.entry.update(change);
        } else {
            self.update(change);
        }
    }

    /// Makes the entry a record even if nothing is typed yet, so that evidence has something to rest on.
    pub fn establish(self) {
        if self.base.with_value(Vec::is_empty) {
            self.entry.update(|entry| {
                let anew = entry.is_blank();
                entry.begin(clock::now(), anew);
            });
            let next = self
                .notebook
                .write_after(self.id, &[], self.entry.with_untracked(|entry| Content::of(entry)));
            self.base.set_value(next);
            self.dirty.set(false);
        } else {
            self.settle();
        }
    }

    /// Whether there is nothing to keep: no word, and nothing rests on it.
    pub fn is_empty(self) -> bool {
        // A sheet that has been put away holds nothing any more.
        self.base.try_with_value(Vec::is_empty).unwrap_or(true)
            && self.entry.try_with_untracked(R::is_blank).unwrap_or(true)
    }

    /// Turns the draft into a revision, if anything was typed since the last one.
    pub fn settle(self) {
        // Called from late callbacks too, when the owner of these signals may be gone.
        if self.dirty.try_get_untracked() != Some(true) {
            return;
        }
        self.dirty.set(false);
        let content = self.entry.with_untracked(|entry| Content::of(entry));
        if self.is_empty() {
            self.notebook.keeper().drop_draft(self.id);
            return;
        }
        let base = self.base.get_value();
        let next = self.notebook.write_after(self.id, &base, content);
        self.base.set_value(next);
    }
}
