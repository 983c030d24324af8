//! Where the user is, and the ways from there.

use leptos::prelude::*;

use crate::place::{Place, View};

/// Where the user is, as a signal that follows the hash.
#[derive(Clone, Copy)]
pub struct Navigator {
    place: Memo<Place>,
    /// Whether whoever goes to a place comes to write there.
    cursor: StoredValue<bool>,
    /// What whoever goes to a place wants to see of it.
    target: StoredValue<Option<Target>>,
}

/// An element by its id, and the stretch of its text that is meant.
pub type Target = (String, Option<(u32, u32)>);

impl Navigator {
    /// Provides it to the page, from the place it is at.
    pub fn provide(place: ReadSignal<Place>) {
        provide_context(Self {
            place: Memo::new(move |_| place.get()),
            cursor: StoredValue::new(false),
            target: StoredValue::new(None),
        });
    }

    /// The place of the page this is called in.
    #[allow(clippy::self_named_constructors)] // Every provided thing is asked for by `here`.
    pub fn here() -> Self {
        expect_context()
    }

    /// The place, tracked.
    pub fn get(self) -> Place {
        self.place.get()
    }

    /// The address of another view of the same journal, tracked.
    pub fn link(self, view: View) -> String {
        self.place.get().at(view).hash()
    }

    /// The address of another view of the same journal, as things are now.
    pub fn link_now(self, view: View) -> String {
        self.place.get_untracked().at(view).hash()
    }

    /// Goes to another view of the same journal, to write there.
    pub fn go_and_write(self, view: View) {
        self.cursor.set_value(true);
        self.go(view);
    }

    /// Whether somebody came to write: true once for each time.
    pub fn takes_cursor(self) -> bool {
        self.cursor.try_update_value(std::mem::take).unwrap_or(false)
    }

    /// Goes to another view of the same journal, to something in it.
    pub fn go_to(self, view: View, target: Target) {
        self.target.set_value(Some(target));
        self.go(view);
    }

    /// What somebody came to see: once for each time.
    pub fn takes_target(self) -> Option<Target> {
        self.target.try_update_value(Option::take).flatten()
    }

    /// Goes to another view of the same journal.
    pub fn go(self, view: View) {
        // The hash is the state; the listener does the rest.
        let _ = window().location().set_hash(&self.link_now(view));
    }
}
