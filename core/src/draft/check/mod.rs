//! What to look at before a text is handed in. It informs; nothing is held back.
//!
//! Most of it are hints: a list of words cannot read. Each says what was seen, why it matters and what to do, so that
//! the writer can judge, and disagree.

mod case;
mod change;
mod design;
mod experience;
mod figures;
mod items;
mod machine;
mod moves;
mod numbering;
mod numbers;
mod own;
mod references;
mod scope;
mod sections;
mod shown;
mod spelling;
mod survey;
mod words;
mod written;

#[cfg(test)]
mod tests;

use super::length::{Length, length, printed};
use super::lines::lines;
use super::place::Place;
use crate::catalog::{self, Language, fill};
use crate::index::Index;
use crate::record::{Document, Passage, Privacy, Template, TextType};
use crate::text::sentences;

/// What may be wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosticCode {
    /// The whole is longer than allowed.
    TooLong,
    /// The whole is shorter than asked for.
    TooShort,
    /// There is no title.
    NoTitle,
    /// The title is too long.
    LongTitle,
    /// The title is broader than one class can bear.
    BroadTitle,
    /// There is no abstract.
    NoSummary,
    /// The abstract is too short.
    ShortSummary,
    /// The abstract is too long.
    LongSummary,
    /// Too few keywords.
    FewKeywords,
    /// Too many keywords.
    ManyKeywords,
    /// A section is longer than allowed.
    LongSection,
    /// A section takes far less of the text than it should.
    SmallShare,
    /// A section takes far more of the text than it should.
    LargeShare,
    /// Nothing is written in a section.
    EmptySection,
    /// Words stand in a section the form does not have.
    StraySection,
    /// The first section is more than a quarter of the text.
    HeavyFront,
    /// A passage the writer marked as needing evidence.
    WantsEvidence,
    /// A passage from what only the teacher may see.
    PrivateSource,
    /// A passage from what shows a pupil.
    PupilSource,
    /// Days in a row instead of moves with names (流水账).
    WorkReport,
    /// Effects without a figure or evidence.
    EffectWithoutFigure,
    /// Lessons without a reason or a condition.
    NoConditions,
    /// Nothing that did not work.
    OnlySuccesses,
    /// One move, or too many to keep in mind.
    MovesCount,
    /// A move named for when it was, not for what it is.
    StageHeading,
    /// Two moves whose names overlap.
    SameHeadings,
    /// Names of moves that are not parallel (小标题并列).
    UnevenHeadings,
    /// Moves without a lesson or a pupil as an example (课例).
    MoveWithoutExample,
    /// Moves that do not say what they are for (意图).
    MoveWithoutAim,
    /// Moves that do not say what came of them (效果).
    MoveWithoutResult,
    /// Nothing says in what a practice differs from the usual one (创新点).
    NothingNew,
    /// Nothing says where else it would work (推广价值).
    NoTransfer,
    /// How many questionnaires were handed out is not said.
    IssuedMissing,
    /// How many came back is not said.
    ReturnedMissing,
    /// How many were valid is not said.
    ValidMissing,
    /// Shares of a single choice that do not add up.
    SharesDoNotAddUp,
    /// Words of cause beside the figures of one survey.
    CausalWords,
    /// A table or chart that no sentence reads.
    UnreadTable,
    /// The questionnaire is not attached.
    NoQuestionnaire,
    /// Whom the sample stands for is not said (代表性).
    NotRepresentative,
    /// What is meant by the words, and from which sides it was asked, is not said (概念与维度).
    NoDimensions,
    /// No group is set beside another (分组比较).
    NoGroups,
    /// No words of anybody stand beside the figures (原话互证).
    NoVoices,
    /// A proposal that takes up no finding.
    LooseProposal,
    /// Most of it is dialogue.
    MostlyDialogue,
    /// The diagnosis shows neither a scene nor a figure.
    NoBefore,
    /// No scene from after the change (改进后片段).
    NoSceneAfter,
    /// More causes than measures.
    CausesUnmet,
    /// An effect with a figure and nothing to set it against.
    NoComparison,
    /// Before and after are counted in different units.
    OtherMeasure,
    /// A theory's label where an analysis should be.
    TheoryLabel,
    /// It draws on several spirals.
    TwoThemes,
    /// A passage of a turn the text does not tell of.
    OtherTurn,
    /// A word of time that only its day explains.
    RelativeDay,
    /// A percentage without its base.
    PercentWithoutBase,
    /// A difference of percentages that is called a percentage.
    PointsNotPercent,
    /// A figure that no sentence names.
    UnnamedFigure,
    /// A table that no sentence names.
    UnnamedTable,
    /// A number of a figure or table that the text does not have.
    NoSuchFigure,
    /// A cited number that the list does not have.
    NoSuchReference,
    /// A reference that is never cited.
    UncitedReference,
    /// A number with the mark of another style: `1、` for `1.`.
    NumberMark,
    /// Numbers that leave one out.
    NumberGap,
    /// A number of an outer style among those of an inner one.
    NumberOrder,
    /// A misspelt word (错别字).
    Misspelling,
    /// The notice asks for a word about text made by a machine, and there is none (AI 使用说明).
    NoMachineStatement,
    /// Words that the school's own list of faults quotes.
    OwnFault,
}

impl DiagnosticCode {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::TooLong,
        Self::TooShort,
        Self::NoTitle,
        Self::LongTitle,
        Self::BroadTitle,
        Self::NoSummary,
        Self::ShortSummary,
        Self::LongSummary,
        Self::FewKeywords,
        Self::ManyKeywords,
        Self::LongSection,
        Self::SmallShare,
        Self::LargeShare,
        Self::EmptySection,
        Self::StraySection,
        Self::HeavyFront,
        Self::WantsEvidence,
        Self::PrivateSource,
        Self::PupilSource,
        Self::WorkReport,
        Self::EffectWithoutFigure,
        Self::NoConditions,
        Self::OnlySuccesses,
        Self::MovesCount,
        Self::StageHeading,
        Self::SameHeadings,
        Self::UnevenHeadings,
        Self::MoveWithoutExample,
        Self::MoveWithoutAim,
        Self::MoveWithoutResult,
        Self::NothingNew,
        Self::NoTransfer,
        Self::IssuedMissing,
        Self::ReturnedMissing,
        Self::ValidMissing,
        Self::SharesDoNotAddUp,
        Self::CausalWords,
        Self::UnreadTable,
        Self::NoQuestionnaire,
        Self::NotRepresentative,
        Self::NoDimensions,
        Self::NoGroups,
        Self::NoVoices,
        Self::LooseProposal,
        Self::MostlyDialogue,
        Self::NoBefore,
        Self::NoSceneAfter,
        Self::CausesUnmet,
        Self::NoComparison,
        Self::OtherMeasure,
        Self::TheoryLabel,
        Self::TwoThemes,
        Self::OtherTurn,
        Self::RelativeDay,
        Self::PercentWithoutBase,
        Self::PointsNotPercent,
        Self::UnnamedFigure,
        Self::UnnamedTable,
        Self::NoSuchFigure,
        Self::NoSuchReference,
        Self::UncitedReference,
        Self::NumberMark,
        Self::NumberGap,
        Self::NumberOrder,
        Self::Misspelling,
        Self::NoMachineStatement,
        Self::OwnFault,
    ];
}

/// Something to look at, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What may be wrong.
    pub fault: DiagnosticCode,
    /// Where.
    pub place: Place,
    /// What its sentences speak of, by the names of their slots.
    pub values: Vec<(&'static str, String)>,
    /// Fewest and most of what is asked for, in the slot `range`; 0 where there is no limit.
    pub range: (u32, u32),
}

impl Diagnostic {
    /// What is wrong, why it matters and what to do: three sentences.
    pub fn sentences(&self, language: Language) -> [String; 3] {
        let advice = catalog::advice(self.fault);
        let range = catalog::range(self.range, language);
        let values = self.values.iter().map(|(name, value)| (*name, value as _));
        let values: Vec<_> = values.chain([("range", &range as _)]).collect();
        [advice.what, advice.why, advice.todo].map(|words| fill(words.in_(language), &values))
    }
}

/// What a text is held to; 0 where there is no limit. A contest's own rules go before the form's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DiagnosticsConfig {
    /// Fewest and most characters of all that is printed.
    pub length: (u32, u32),
    /// Most characters of the title, without its subtitle.
    pub title: u32,
    /// Fewest and most characters of the abstract.
    pub summary: (u32, u32),
    /// Fewest and most keywords.
    pub keywords: (u32, u32),
}

impl DiagnosticsConfig {
    /// Those of a template.
    pub const fn of(template: &Template) -> Self {
        Self {
            length: template.length,
            title: template.title,
            summary: template.summary,
            keywords: template.keywords,
        }
    }
}

/// What to look at before a text is handed in, in the order it is printed within each kind.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::{DiagnosticCode, DiagnosticsConfig, check};
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, Index, TextType};
/// let mut document = Document::default();
/// let text = "有焦点的由14.3%升到52.4%，提高38.1%（n=42）。";
/// document.pull("effects", 0, Passage { text: text.into(), ..Passage::default() });
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let found = check(&document, &template, &DiagnosticsConfig::of(&template), &Index::default());
/// let points = found.iter().find(|finding| finding.fault == DiagnosticCode::PointsNotPercent).expect("it is there");
/// assert_eq!(points.sentences(Language::ZhHans)[2], "改成“38.1个百分点”。");
/// ```
pub fn check(document: &Document, template: &Template, limits: &DiagnosticsConfig, index: &Index) -> Vec<Diagnostic> {
    let mut context = CheckContext {
        document,
        template,
        limits,
        index,
        // Headings of sections are printed in the template's words; only a stray one has none.
        length: length(document, template, Language::ZhHans),
        findings: Vec::new(),
    };
    context.sizes();
    context.sections();
    match template.base {
        TextType::Experience => context.experience(),
        TextType::Survey => context.survey(),
        TextType::ImprovementCase => context.case(),
        _ => {}
    }
    context.privacy();
    context.turns();
    context.days();
    context.figures();
    context.shown();
    context.references();
    context.numbering();
    context.spelling();
    context.machine();
    context.own_faults();
    context.findings
}

struct CheckContext<'d> {
    document: &'d Document,
    template: &'d Template,
    limits: &'d DiagnosticsConfig,
    index: &'d Index,
    length: Length,
    findings: Vec<Diagnostic>,
}

/// A sentence of a passage, with where it stands.
struct Sentence<'d> {
    text: &'d str,
    section: &'d str,
    passage: usize,
    start: usize,
}

impl Sentence<'_> {
    /// The place of some bytes of it.
    fn place(&self, from: usize, to: usize) -> Place {
        Place::words(self.section, self.passage, self.start + from..self.start + to)
    }

    fn whole(&self) -> Place {
        self.place(0, self.text.len())
    }
}

impl<'d> CheckContext<'d> {
    fn find(&mut self, fault: DiagnosticCode, place: Place, values: &[(&'static str, &dyn std::fmt::Display)]) {
        let values = values.iter().map(|(name, value)| (*name, value.to_string()));
        self.findings.push(Diagnostic {
            fault,
            place,
            values: values.collect(),
            range: (0, 0),
        });
    }

    /// With the range that is asked for.
    fn find_range(
        &mut self,
        fault: DiagnosticCode,
        place: Place,
        range: (u32, u32),
        values: &[(&'static str, &dyn std::fmt::Display)],
    ) {
        self.find(fault, place, values);
        if let Some(last) = self.findings.last_mut() {
            last.range = range;
        }
    }

    /// What is private stays private unless somebody decides otherwise with open eyes.
    fn privacy(&mut self) {
        let (document, index) = (self.document, self.index);
        for (section, at, passage) in document.passages() {
            let of = |record| {
                let entry = index.entry(record).map(|entry| entry.privacy);
                entry.or_else(|| index.evidence(record).map(|evidence| evidence.privacy))
            };
            let most = passage.sources.iter().filter_map(|source| of(source.record)).max();
            if let Some(privacy) = most.filter(|privacy| privacy.is_held_back()) {
                let value = if privacy == Privacy::Own {
                    DiagnosticCode::PrivateSource
                } else {
                    DiagnosticCode::PupilSource
                };
                self.find(value, Place::Passage(section.into(), at), &[]);
            }
        }
    }

    fn find_in(&mut self, fault: DiagnosticCode, section: &str, values: &[(&'static str, &dyn std::fmt::Display)]) {
        self.find(fault, Place::Section(section.into()), values);
    }

    fn passages(&self, section: &str) -> &'d [Passage] {
        self.document.section(section)
    }

    /// What is printed of a section.
    fn printed(&self, section: &str) -> String {
        let passages = self.passages(section).iter();
        passages
            .map(|passage| printed(&passage.text))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The sentences of a section, passage by passage; a chart's data are none.
    fn sentences(&self, section: &'d str) -> Vec<Sentence<'d>> {
        let mut all = Vec::new();
        for (passage, it) in self.passages(section).iter().enumerate() {
            for line in lines(&it.text).filter(|line| !line.fenced) {
                let mut start = line.start;
                for text in sentences(line.text) {
                    all.push(Sentence {
                        text,
                        section,
                        passage,
                        start,
                    });
                    start += text.len();
                }
            }
        }
        all
    }

    fn section_names(&self) -> Vec<&'d str> {
        let (document, template) = (self.document, self.template);
        let named = template.sections.iter().map(|section| section.name.as_str());
        let stray = document.sections.keys().map(String::as_str);
        named
            .chain(stray.filter(|name| template.section(name).is_none()))
            .collect()
    }
}
