//! What an application does with a journal, without a screen and without a clock: what is being typed, and what becomes
//! of it when whoever typed it is gone.
//!
//! A **tab** is one life of a page or a program. It types a [`Draft`] of a record, key by key, and counts its drafts; now
//! and then one becomes a revision. Copies of a draft lie in lanes that forget at different times, so that a tab which
//! dies may leave several: [`last_words`] says which of them hold, and [`take_up`] makes them part of the journal.

mod draft;
mod left;

#[cfg(test)]
mod tests;

pub use draft::{Count, Draft, UnderWay};
pub use left::{last_words, take_up};
