//! Prose: counting 字数, sentences, folding, finding, and Markdown made safe to show.

pub mod cells;
mod count;
mod days;
mod ends;
mod escape;
mod find;
mod fold;
pub mod markdown;
mod pairs;
pub mod rtf;
mod sentence;

pub(crate) use count::is_cjk;
pub use count::{Count, count};
pub use days::{DayWord, When, dated, day_words, say_day, say_third};
pub(crate) use days::{Edit, calendar_day, day_words_by, edits, is_quoted};
pub use ends::one_line_end;
pub(crate) use escape::escaped;
pub use find::{Context, Finder, context};
pub use fold::fold;
pub(crate) use fold::fold_char;
pub use markdown::{excerpt, plain};
pub(crate) use pairs::pairs;
pub use sentence::sentences;
