//! The text forms: what each section is called, asks for, and is fed from.
//!
//! Weights and shares are defaults of ours, not of any contest; a contest's own profile goes first.

use super::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

mod experience;
mod improvement_case;
mod survey;

/// One text form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Which text type it is.
    pub kind: TextType,
    /// What it is called, unless the school [calls it something else](super::called).
    pub name: Words,
    /// What to write into title, abstract and keywords.
    pub opening: Words,
    /// Most characters of the title.
    pub title: usize,
    /// Fewest and most characters of the abstract.
    pub summary: (usize, usize),
    /// Fewest and most keywords.
    pub keywords: (usize, usize),
    /// Its sections, in order.
    pub sections: &'static [Section],
    /// What it is judged by, in points of 100.
    pub judging: &'static [(Words, u8)],
    /// What goes wrong often, as advice.
    pub faults: &'static [Words],
}

/// One section of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its name in [`Document::sections`](crate::Document::sections). Never changes.
    pub name: &'static str,
    /// Its heading, without a number.
    pub heading: Words,
    /// What to write there.
    pub prompt: Words,
    /// From how many to how many percent of the text; `None` where it does not count.
    pub share: Option<(u8, u8)>,
    /// Most characters, where there is a limit.
    pub most: Option<usize>,
    /// What of a spiral belongs there.
    pub feeds: &'static [Feed],
}

/// A kind of thing from a spiral that belongs in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// Who it is about: class, number of pupils, subject.
    Header,
    /// These parts of the entries of a phase: sub-fields by name, `""` for the text itself.
    Entries(Pick, Phase, &'static [&'static str]),
    /// These parts of the problem that the action at the turning point answers: the new problem of the turn before is
    /// the problem of its own.
    Problem(&'static [&'static str]),
    /// The caption and words of evidence of these kinds.
    Evidence(Pick, &'static [EvidenceKind]),
    /// Only the captions of such evidence: what was used, not what came out.
    Captions(&'static [EvidenceKind]),
    /// Of every indicator, the last value before the turning point.
    Baseline,
    /// Of every indicator, the last value against the first.
    Change,
    /// Of every indicator that has both, the first value after the turning point against the last before it.
    Step,
}

/// Which of several, by their days. The turning point is the action a text is about: the first one,
/// and for an improvement case the first that has a scene or pupils’ work on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The first.
    First,
    /// The last.
    Last,
    /// All of them.
    All,
    /// Those before the turning point.
    Before,
    /// Those since the turning point.
    After,
}

/// The form of a text type.
///
/// ```
/// use luoxuan::TextType;
/// use luoxuan::catalog::{Language, form};
/// let form = form(TextType::Experience);
/// let headings: Vec<_> = form.sections.iter().map(|section| section.heading.in_(Language::ZhHans)).collect();
/// assert_eq!(headings, ["问题缘起", "主要做法", "实践成效", "经验体会", "问题与展望", "参考文献"]);
/// ```
pub const fn form(kind: TextType) -> &'static Form {
    match kind {
        TextType::Experience => &experience::FORM,
        TextType::Survey => &survey::FORM,
        TextType::ImprovementCase => &improvement_case::FORM,
    }
}

impl Form {
    /// One of its sections.
    pub fn section(&self, name: &str) -> Option<&'static Section> {
        self.sections.iter().find(|section| section.name == name)
    }
}

/// A section without a limit of its own.
const fn section(
    name: &'static str,
    heading: Words,
    share: Option<(u8, u8)>,
    prompt: Words,
    feeds: &'static [Feed],
) -> Section {
    Section {
        name,
        heading,
        prompt,
        share,
        most: None,
        feeds,
    }
}

/// Evidence that shows how pupils are doing, as against plans, worksheets and readings.
const RESULTS: &[EvidenceKind] = &[
    EvidenceKind::Observation,
    EvidenceKind::Tally,
    EvidenceKind::PupilWork,
    EvidenceKind::Photo,
    EvidenceKind::Recording,
    EvidenceKind::Interview,
    EvidenceKind::Questionnaire,
    EvidenceKind::Test,
    EvidenceKind::Rating,
    EvidenceKind::Feedback,
];
