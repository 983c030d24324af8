//! The journal as Markdown, readable without us.
//!
//! An entry is a file: its text under front matter that holds everything else under the names of the
//! written format, so that it reads back to the record it was. Evidence and values stand in the front
//! matter of the entry they belong to. Comments in it say in the person's language what each line is.

mod around;
pub(super) mod copies;
mod day;
mod foreign;
mod front;
mod names;
pub(super) mod page;
mod remark;
mod story;
mod tree;

pub use story::spiral;
pub use tree::{files, stories};
