//! Prose: counting 字数, sentences, folding, finding, and Markdown made safe to show.

mod count;
mod find;
mod fold;
pub mod markdown;
mod sentence;

pub(crate) use count::is_cjk;
pub use count::{Count, count};
pub use find::{Context, Finder, context};
pub use fold::fold;
pub use markdown::{excerpt, plain};
pub use sentence::sentences;
