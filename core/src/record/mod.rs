//! What can be written: typed views on [`Content`](crate::Content).
//!
//! The spine (spiral, entry, evidence, measure, survey, document) is typed. Reading is total: a field of a shape this
//! version does not expect stays in `other` and is written back unchanged, and so are fields it
//! has never heard of.

use serde_json::{Map, Value};

mod document;
mod entry;
mod evidence;
mod layout;
mod reference;
mod rules;
mod school;
mod spiral;
mod survey;
mod template;
mod version;

pub use document::{Document, DocumentState, KEYWORDS, Passage, SUMMARY, Source, TextType};
pub use entry::{Entry, Expectation, Fate, Outcome, Phase};
pub use evidence::{BlobRef, Evidence, EvidenceKind, HowKnown, Measure, Privacy};
pub use layout::{Alignment, Corner, Face, Font, Layout, Line, PageNumber, Role, SIZES, TableLines, half_points};
pub use reference::{Reference, ReferenceKind};
pub use rules::{Anonymity, Edition, Part, Rules};
pub use school::{PROFILE, Profile, SETTINGS, Settings, Term, TextTypes, Vehicle, VehicleKind};
pub use spiral::{Direction, Indicator, Spiral, SpiralState};
pub use survey::{Choice, Cross, Item, ItemKind, Paired, Sampling, Survey, SurveyMode};
pub use template::{Template, TemplateField, TemplateSection};
pub use version::Version;

/// A typed view on the content of one kind of record.
pub trait Record: Sized {
    /// The word that names the kind in the written format.
    const KIND: &'static str;

    /// Its fields as JSON, without the kind.
    fn fields(&self) -> Map<String, Value>;

    /// Reads it from JSON fields. Total: what does not fit stays in `other`.
    fn from_fields(fields: &Map<String, Value>) -> Self;
}

/// Declares a record: a struct whose fields are read and written by name, and `other` for the rest.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident = $kind:literal { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// Fields this version does not know or could not read, carried through unchanged.
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl $crate::record::Record for $name {
            const KIND: &'static str = $kind;

            fn fields(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut fields = self.other.clone();
                $($crate::journal::put(&mut fields, stringify!($field), &self.$field);)*
                fields
            }

            fn from_fields(fields: &serde_json::Map<String, serde_json::Value>) -> Self {
                let mut record = Self::default();
                for (name, value) in fields {
                    let read = match name.as_str() {
                        $(stringify!($field) => $crate::journal::read_into(value, &mut record.$field),)*
                        _ => false,
                    };
                    if !read {
                        record.other.insert(name.clone(), value.clone());
                    }
                }
                record
            }
        }
    };
}

/// Declares a part of a record: like one, but within another and without a kind of its own. One part that cannot be
/// read does not take its neighbours with it.
macro_rules! part {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(from = "serde_json::Map<String, serde_json::Value>", into = "serde_json::Map<String, serde_json::Value>")]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// Fields this version does not know or could not read, carried through unchanged.
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl From<serde_json::Map<String, serde_json::Value>> for $name {
            fn from(mut fields: serde_json::Map<String, serde_json::Value>) -> Self {
                Self {
                    $($field: $crate::journal::take(&mut fields, stringify!($field)).unwrap_or_default(),)*
                    other: fields,
                }
            }
        }

        impl From<$name> for serde_json::Map<String, serde_json::Value> {
            fn from(part: $name) -> Self {
                let mut fields = part.other;
                $($crate::journal::put(&mut fields, stringify!($field), &part.$field);)*
                fields
            }
        }
    };
}

/// Declares a closed list of words: an enum written as snake-case text, with all its values in order.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$value_doc])* #[serde(rename = $word)] $value,)* }

        impl $name {
            /// All of them, in the order a person meets them.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The word that stands for it in the written format and in the catalog.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)* }
            }

            /// The value this word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$value),)* _ => None }
            }
        }
    };
}

pub(crate) use {part, record, words};
