//! A sheet of answers, as a platform for questionnaires or a spreadsheet gives it out, taken as it comes.
//!
//! A [`Grid`] is its cells as text. [`propose`] reads from headings and answers what was asked and how it was answered;
//! a person looks at the [`Proposal`], corrects it, and [`Proposal::take`] makes items and rows of it. Into a survey that
//! has its questions already, [`answers`](super::answers) puts the rows where the questions match.
//!
//! ```
//! use luoxuan::survey::sheet::{Form, Grid, propose};
//! let text = "序号,1、你喜欢写作文吗？,\"2、你喜欢写什么？（可多选）(景物)\",(人物)\n\
//!     1,喜欢,1,0\n2,不喜欢,0,1\n3,喜欢,1,1\n4,喜欢,(跳过),(跳过)\n";
//! let proposal = propose(&Grid::of_text(text).expect("a sheet").0);
//! let [like, what] = &proposal.questions[..] else { panic!("two") };
//! assert_eq!((like.form, like.choices.join("/").as_str()), (Form::Single, "喜欢/不喜欢"));
//! assert_eq!((what.form, what.answered, what.skipped), (Form::Multiple, 3, 1));
//!
//! let taken = proposal.take("q");
//! assert_eq!(taken.rows, [["喜欢", "景物"], ["不喜欢", "人物"], ["喜欢", "景物┋人物"], ["喜欢", ""]]);
//! ```

mod choices;
mod columns;
#[cfg(feature = "sheets")]
mod file;
mod form;
mod grid;
mod group;
mod heading;
mod layout;
mod notes;
mod platform;
mod propose;
mod scale;
mod take;
mod values;

pub use form::Form;
pub use grid::{Grid, SheetError};
pub use notes::{LeftOut, Note, Why};
pub use propose::{Part, Proposal, Question, propose};
pub use take::Taken;

pub(super) use columns::{Asked, Column, Role, columns};
pub(super) use form::pieces;
pub(super) use grid::Row;
pub(super) use heading::words_of;
pub(super) use layout::Layout;
pub(super) use take::several;
pub(super) use values::Values;
