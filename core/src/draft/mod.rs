//! From the spiral to the finished text: readiness, assembling, sources and what changed since.
//!
//! A teacher picks a spiral; [`readiness`] says which of the three text types it has grown ripe for,
//! [`offer`] lays its own words and figures under each heading, [`skeleton`] pulls them in one go. A
//! pulled passage keeps its [`Source`](crate::record::Source): the record, the revision, and what it said
//! then. So the journal may change without changing the text, and [`changed`] says where the two have
//! parted. [`shared`] says how much two texts have pulled in common.
//!
//! Before a text goes out, [`check`](fn@check) says what to look at, [`compare`](fn@compare) what has changed since, and
//! [`freeze`] keeps it as it stands: a [`Version`](crate::Version) that nothing reaches any more.
//!
//! All else is derived. What is stored is the [`Document`](crate::Document), its versions, and the teacher's own
//! [`Template`](crate::Template)s.

mod asked;
mod assemble;
mod check;
mod cite;
mod compare;
mod comparisons;
mod compose;
mod days;
mod edit;
mod figures;
mod finish;
mod held;
mod illustrate;
mod length;
mod lines;
mod material;
mod numbering;
mod place;
mod readiness;
mod rescope;
mod scope;
mod sections;
mod sources;
mod support;
mod surveys;
mod take;
mod template;
mod typed;
mod versions;

#[cfg(test)]
mod tests;

pub use asked::{Off, asked, limits, off};
pub(crate) use assemble::shown_in;
pub use assemble::{Suggestion, offer, skeleton, skeleton_of};
pub use check::{Diagnostic, DiagnosticCode, DiagnosticsConfig, check};
pub use cite::{Cited, citations, cite, cited};
pub use compare::{Change, ChangeKind, Changes, compare, compare_documents};
pub use compose::proposed_name;
pub use days::{RelativeWord, Way, relative_words, tell_days, told_by_day};
pub use finish::{ExportOptions, ExportedText, all_rules, finish, rules_of};
pub use held::{HeldBack, held_back, put_in, take_out};
pub use illustrate::{captions, illustrate};
pub use length::{Length, length};
pub use numbering::keeping_numbers;
pub use place::{Bytes, Place};
pub use readiness::{Readiness, Recommendation, Requirement, RequirementStatus, readiness};
pub use rescope::{Rescoped, rescope};
pub use scope::Scope;
pub use sections::{REFERENCES, sections_of, split_loose_leaf};
pub use sources::{Changed, REUSE, Use, changed, find_references, shared, source};
pub use support::{Overlap, Unsupported, known_mix, mix_sentence, overlaps, reuse, unsupported};
pub use surveys::of_survey;
pub use take::take;
pub use template::{begin, template_of};
pub use typed::{Numbering, differ_in_figures};
pub use versions::{freeze, next_number};
