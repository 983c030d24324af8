//! Whether half a record may stand at the end of the browser's own log.

use std::cell::Cell;
use std::rc::Rc;

use futures::lock::Mutex;

/// What is known of the browser's own log, which all databases of a site share.
#[derive(Default)]
pub(super) struct Log {
    /// How often half a record may have been left at its end, and how many of these times a new one has been begun since.
    pub(super) torn: Cell<u32>,
    pub(super) repaired: Cell<u32>,
    /// One at a time begins a new one.
    pub(super) repairing: Mutex<()>,
    /// One at a time writes. Where a write breaks off, Chromium goes on to the next that waits, which breaks off too; then it
    /// takes the database for damaged, and deletes it.
    pub(super) writing: Mutex<()>,
    /// Whether this page has taken care of how the last session ended.
    pub(super) known: Cell<bool>,
    /// Whether something has broken off while this page was there.
    pub(super) broke: Cell<bool>,
}

thread_local!(pub(super) static OF_THE_SITE: Rc<Log> = Rc::default());

impl Log {
    pub(super) fn may_be_torn(&self) {
        self.torn.set(self.torn.get() + 1);
    }

    pub(super) fn broke_off(&self) {
        self.broke.set(true);
        self.may_be_torn();
    }

    pub(super) fn is_torn(&self) -> bool {
        self.torn.get() != self.repaired.get()
    }
}
