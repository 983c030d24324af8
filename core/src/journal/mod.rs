//! The ground state: a set of immutable revisions, and the few verbs that add to it.
//!
//! A **record** is a thing with an id. A **revision** is what it said at a moment: whole, immutable,
//! addressed by the hash of its canonical bytes, naming its parents. A **journal** is a set of
//! revisions; merging two journals is set union, so tabs, backups and devices are one mechanism.

mod content;
mod fields;
#[allow(clippy::module_inception)]
mod journal;
mod lines;
mod merge;
mod order;
mod part;
mod revision;
mod tally;
mod undo;

#[cfg(test)]
mod tests;

pub use content::Content;
pub(crate) use fields::{Fields, items, moment, text, unquoted, within};
pub(crate) use journal::Recalled;
pub use journal::{Author, Journal, MergeReport};
pub use lines::{Corruption, read_kept_lines, read_lines, write_lines};
pub(crate) use lines::{Frame, HEADER, begins_with_header, closing};
pub use merge::{merge_contents, merge_texts};
pub use order::oldest_first;
pub(crate) use part::{BETWEEN, MARK, Slot, check, put_together};
pub use part::{Part, Words};
pub use revision::{FORMAT_VERSION, Revision, RevisionError, State};
pub use tally::Tally;
pub use undo::UndoGroup;
