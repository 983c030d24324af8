//! What a form is made of, and what forms have in common.

use crate::catalog::Words;
use crate::catalog::words::forms::shared as words;
use crate::record::{EvidenceKind, Phase, TextType};

/// One text form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Form {
    /// Which text type it is.
    pub kind: TextType,
    /// What it is called, unless the school [calls it something else](crate::catalog::called).
    pub name: Words,
    /// What to write into title, abstract and keywords.
    pub opening: Words,
    /// Fewest and most characters of the whole, as seen in contests and schools; 0 where nothing is known.
    pub length: (u32, u32),
    /// Most characters of the title.
    pub title: u32,
    /// Fewest and most characters of the abstract; both 0 where the text has none.
    pub summary: (u32, u32),
    /// Fewest and most keywords; both 0 where the text has none.
    pub keywords: (u32, u32),
    /// What stands in its head, in order.
    pub header: &'static [HeaderField],
    /// Its sections, in order.
    pub sections: &'static [Section],
    /// What it is judged by, in points of 100; empty where nobody judges it.
    pub judging: &'static [(Words, u8)],
    /// What goes wrong often, as advice.
    pub faults: &'static [Words],
}

/// A value in the head of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HeaderField {
    /// Its name in [`Document::fields`](crate::Document::fields). Never changes.
    pub name: &'static str,
    /// What it is called.
    pub label: Words,
}

/// One section of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    pub most: Option<u32>,
    /// What stands there when a text is begun, in Markdown: a table to fill in, a list of what belongs there.
    pub starter: Option<Words>,
    /// Whether it belongs to the anonymous loose leaf (论证活页).
    pub loose_leaf: bool,
    /// Whether a text is whole without it.
    pub optional: bool,
    /// What of a spiral belongs there.
    pub feeds: &'static [ContentSource],
}

/// A kind of thing from a spiral that belongs in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContentSource {
    /// Who it is about: class, number of pupils, subject.
    Header,
    /// Where and when it was: term, class, pupils, subject, from when to when, in how many turns, for what.
    Background,
    /// These parts of the entries of a phase: sub-fields by name, `""` for the text itself.
    Entries(Selection, Phase, &'static [&'static str]),
    /// These parts of the problem that the action at the turning point answers: the new problem of the turn before is
    /// the problem of its own.
    Problem(&'static [&'static str]),
    /// The caption and words of evidence of these kinds.
    Evidence(Selection, &'static [EvidenceKind]),
    /// Only the captions of such evidence: what was used, not what came out.
    Captions(&'static [EvidenceKind]),
    /// Of every indicator, the last value before the turning point.
    Baseline,
    /// Of every indicator, the last value against the first.
    Change,
    /// Turn by turn, after a heading that numbers it: these parts of its entries of each phase.
    Turns(&'static [(Phase, &'static [&'static str])]),
    /// Of every indicator that has both, the first value after the turning point against the last before it.
    Step,
    /// The values of all indicators as one table, and as a chart.
    Trend,
    /// Of every survey, what it was made for.
    Purpose,
    /// Of every survey, whom it asked and how.
    Sample,
    /// Of every survey, what it came to: what stands out most first, the rest in one table.
    Findings,
    /// Of every survey, what it cannot say.
    Limits,
    /// Of every survey, what was asked.
    Questionnaire,
}

/// Which of several, by their days. The turning point is the action a text is about: the first one,
/// and for an improvement case the first that has a scene or pupils’ work on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Selection {
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

impl Form {
    /// One of its sections.
    pub fn section(&self, name: &str) -> Option<&'static Section> {
        self.sections.iter().find(|section| section.name == name)
    }
}

impl Section {
    pub(super) const fn most(self, most: u32) -> Self {
        Self {
            most: Some(most),
            ..self
        }
    }

    pub(super) const fn starter(self, starter: Words) -> Self {
        Self {
            starter: Some(starter),
            ..self
        }
    }

    /// Makes it one that may be left out.
    pub(super) const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Puts it on the anonymous loose leaf.
    pub(super) const fn loose(self) -> Self {
        Self {
            loose_leaf: true,
            ..self
        }
    }
}

pub(super) const fn h(name: &'static str, label: Words) -> HeaderField {
    HeaderField { name, label }
}

/// No words.
const NOTHING: Words = Words {
    zh_hans: "",
    zh_hant: "",
    en: "",
};

/// What a form has that names none of it: the neighbours of the three text types have no shares and are not judged.
pub(super) const PLAIN: Form = Form {
    kind: TextType::Experience,
    name: NOTHING,
    opening: NOTHING,
    length: (0, 0),
    title: 25,
    summary: (0, 0),
    keywords: (0, 0),
    header: &[],
    sections: &[],
    judging: &[],
    faults: &[],
};

/// The parts of a reflection, as a text pulls them.
pub(super) const REFLECTED: &[&str] = &["", "surprise", "pupils_eyes", "shaken", "other_causes"];

/// The parts of an observation.
pub(super) const OBSERVED: &[&str] = &["", "seen", "count"];

/// A section without a limit of its own.
pub(super) const fn section(
    name: &'static str,
    heading: Words,
    share: Option<(u8, u8)>,
    prompt: Words,
    feeds: &'static [ContentSource],
) -> Section {
    Section {
        name,
        heading,
        prompt,
        share,
        most: None,
        starter: None,
        loose_leaf: false,
        optional: false,
        feeds,
    }
}

/// The list of references, fed by what was read.
pub(super) const REFERENCES: Section = section(
    "references",
    words::REFERENCES,
    None,
    words::REFERENCES_GUIDE,
    &[ContentSource::Captions(&[EvidenceKind::Reading])],
);

/// Evidence that shows how pupils are doing, as against plans, worksheets and readings.
pub(super) const RESULTS: &[EvidenceKind] = &[
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
