//! The spiral a person looked at last: what they most likely mean elsewhere.

use leptos::prelude::*;
use luoxuan::RecordId;

/// The spiral looked at last, as long as the journal is open.
#[derive(Clone, Copy)]
pub struct Lately(StoredValue<Option<RecordId>>);

impl Lately {
    /// Provides it to the pages of a journal.
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// Notes a spiral.
    pub fn look_at(self, spiral: RecordId) {
        self.0.set_value(Some(spiral));
    }

    /// The last one.
    pub fn spiral(self) -> Option<RecordId> {
        self.0.get_value()
    }
}
