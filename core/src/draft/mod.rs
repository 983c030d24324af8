//! From the spiral to the finished text: readiness, assembling, sources and what changed since.
//!
//! A teacher picks a spiral; [`readiness`] says which of the three text types it has grown ripe for,
//! [`offer`] lays its own words and figures under each heading, [`skeleton`] pulls them in one go. A
//! pulled passage keeps its [`Source`](crate::record::Source): the record, the revision, and what it said
//! then. So the journal may change without changing the text, and [`changed`] says where the two have
//! parted. [`shared`] says how much two texts have pulled in common.
//!
//! All of it is derived. What is stored is the [`Document`](crate::Document).

mod assemble;
mod check;
mod cite;
mod compare;
mod edit;
mod figures;
mod length;
mod lines;
mod material;
mod place;
mod readiness;
mod sources;
mod support;
mod template;
mod versions;

#[cfg(test)]
mod tests;

pub use assemble::{Offer, offer, skeleton};
pub use check::{Fault, Finding, Limits, check};
pub use cite::{Cited, Edition, citations, cite, cited};
pub use compare::{Change, ChangeKind, Changes, compare, compare_documents};
pub use length::{Length, length};
pub use place::{Bytes, Place};
pub use readiness::{Fit, Need, Readiness, Standing, readiness};
pub use sources::{Changed, REUSE, Use, changed, shared, source, uses};
pub use support::{Overlap, Unsupported, known_mix, mix_sentence, overlaps, reuse, unsupported};
pub use template::{begin, sections_of, template_of};
pub use versions::freeze;
