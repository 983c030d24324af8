//! What a survey (调查) comes to: counts into tables, charts and sentences, never a percentage without its base.
//!
//! A [`Survey`](crate::Survey) holds what was asked, and answers in one of two ways: counts that were typed, from paper
//! or a show of hands, or raw rows, [pasted](paste) from a spreadsheet. Everything else is derived here. [`findings`] says
//! each item, two-way table and comparison as a sentence, a Markdown table and a [`Chart`](crate::chart::Chart);
//! [`cautions`] says what a reader must be told; [`facts`] what a part of it says, whatever the language, so that a text
//! can tell whether its source has changed.
//!
//! ```
//! use luoxuan::catalog::Language;
//! use luoxuan::record::{Choice, Item};
//! use luoxuan::survey::findings;
//! use luoxuan::Survey;
//! let choice = |text: &str, place, count| Choice { text: text.into(), place, count: Some(count), ..Choice::default() };
//! let choices = [
//!     ("a".into(), choice("每次都改", 0, 14)),
//!     ("b".into(), choice("老师要求才改", 1, 83)),
//!     ("c".into(), choice("不改", 2, 24)),
//! ];
//! let item = Item { name: "修改".into(), choices: choices.into(), ..Item::default() };
//! let survey = Survey { items: [("revise".into(), item)].into(), valid: Some(121), ..Survey::default() };
//!
//! let [finding] = &findings(&survey, Language::ZhHans)[..] else { panic!("one") };
//! assert_eq!(
//!     finding.sentence,
//!     "关于“修改”，在121人中，选“老师要求才改”的最多，83人（68.6%）；24人（19.8%）选“不改”，14人（11.6%）选“每次都改”。"
//! );
//! assert!(finding.table.starts_with("表：修改（n=121）\n\n| 选项 | 人数 | 百分比（%） |\n"));
//! ```

mod answers;
mod caution;
mod caution_kind;
mod change;
mod compare;
mod cross;
mod estimate;
mod facts;
mod figure;
mod finding;
mod item;
mod limits;
mod numbers;
mod open;
mod paper;
mod paste;
mod sample;
mod scale;
mod share;
pub mod sheet;
pub(crate) mod table;
mod tally;
mod typed;
mod unread;
mod who;

pub use caution::{Caution, cautions};
pub use caution_kind::CautionKind;
pub use change::Change;
pub use compare::{Comparison, Contrast, Match, Unmatched, compare, matches};
pub use cross::{CrossTab, Gap};
pub use estimate::Estimated;
pub use facts::facts;
pub use figure::{decimal, percent, short};
pub use finding::{SurveyResult, findings, leading, rest_table};
pub use limits::limits;
pub use numbers::{Numbers, Pairs};
pub use open::{OpenAnswer, open_answers, quotes};
pub use paper::{Questionnaire, QuestionnaireItem};
pub use paste::{PasteWarning, Pasted, answers, paste, rows_as_text};
pub(crate) use sample::asked_in_short;
pub use sample::{sample, sample_table};
pub use scale::Scale;
pub use share::{Rates, Share, agreement};
pub use tally::{Counted, Tally};
pub use typed::{numbers, pairs};
pub use unread::PasteWarningKind;
pub(crate) use who::tells_who;
