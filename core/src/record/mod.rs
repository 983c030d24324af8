//! What can be written: typed views on [`Content`](crate::Content).
//!
//! The spine (spiral, entry, evidence, measure, survey, document) is typed. Reading is total, and goes field by field and
//! item by item: what this version does not know or cannot read stays in `other` and is written back unchanged, and its
//! neighbours are read. A field that is changed takes the place of what was kept of it; an item of a list or a map that
//! could not be read stays where it is even then.

use serde_json::{Map, Value};

mod coded;
mod declare;
mod document;
mod entry;
mod evidence;
pub(crate) mod field;
mod items;
mod kind;
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
pub use kind::{FieldSort, Kind, KindAgain, KindChoice, KindField, KindPreset, KindReport, KindStage, Phrase, said};
#[cfg(feature = "docx")]
pub(crate) use layout::A4;
pub use layout::{
    Alignment, Corner, Font, Layout, Line, PageNumber, ResolvedFont, Role, SIZES, TableLines, half_points,
};
pub use reference::{Reference, ReferenceKind};
pub use rules::{Anonymity, CitationStyle, Part, Rules};
pub use school::{PROFILE, Profile, SETTINGS, Settings, Term, TextTypes, Vehicle, VehicleKind};
pub use spiral::{Direction, Indicator, Spiral, SpiralState};
pub use survey::{Choice, Compared, ComparedAs, Cross, Estimate, Item, ItemKind, Paired, Sampling, Survey, SurveyMode};
pub use template::{Template, TemplateCriterion, TemplateField, TemplateSection};
pub use version::Version;

/// A word that is none of a closed list's.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownWord(pub String);

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” is none of the words", self.0)
    }
}

impl std::error::Error for UnknownWord {}

/// A typed view on the content of one kind of record.
pub trait Record: Sized + Send + Sync + 'static {
    /// The word that names the kind in the written format.
    const KIND: &'static str;

    /// Its fields as JSON, without the kind.
    fn fields(&self) -> Map<String, Value>;

    /// Reads it from JSON fields. Total: what does not fit stays in `other`.
    fn from_fields(fields: &Map<String, Value>) -> Self;
}

pub(crate) use declare::{how, part, record, words};
