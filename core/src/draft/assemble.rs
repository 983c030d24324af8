//! What of a spiral fits under each heading, and a first skeleton of it.

use std::collections::BTreeMap;

use super::compose::Composer;
use super::figures::{self, DayStyle, Reading};
use super::material::Material;
use super::scope::Scope;
use super::sources::source;
use super::surveys;
use crate::catalog::{ContentSource, Form, Heading, Labelled, Language, Selection, fill, heading, words::figure};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::record::{
    Document, DocumentState, Entry, Evidence, EvidenceKind, HowKnown, Measure, Passage, Phase, Privacy, Source, Spiral,
    TextType,
};
use crate::record::{KEYWORDS, SUMMARY};
use crate::spiral::Turn;
use crate::text::excerpt;
use crate::time::Date;

/// A caption from the words of evidence is no longer than this.
const CAPTION: usize = 24;

/// Something from a spiral that fits a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What would be pulled, with its sources.
    pub passage: Passage,
    /// The pictures that belong to it, as one figure.
    pub figure: Option<Passage>,
    /// The day it is from.
    pub day: Option<Date>,
    /// How it is known, if it is evidence.
    pub known: Option<HowKnown>,
    /// Who may see it.
    pub privacy: Privacy,
}

impl Suggestion {
    /// Whether a skeleton leaves it out because a table beside it says the same: a text shows figures once.
    pub fn is_second(&self) -> bool {
        let drawn = |part: &str| part == surveys::CHART || part.ends_with(":chart");
        self.passage.sources.iter().any(|source| drawn(&source.part))
    }

    /// Whether a skeleton leaves it out: what is for the teacher’s eyes, or shows a pupil, enters a text only by hand.
    pub const fn is_held_back(&self) -> bool {
        self.privacy.is_held_back()
    }
}

/// What fits each section of a form, section by section in its order: the spiral’s entries, its evidence, its surveys,
/// and sentences about its indicators.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::offer;
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, Phase, RecordId, Index, TextType};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let (spiral, id) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([2; 16]));
/// let action = Entry {
///     spiral: Some(spiral),
///     phase: Phase::Action,
///     body: "改成“慢镜头纸条”。".into(),
///     ..Entry::default()
/// };
/// journal.write(id, Content::of(&action), author);
///
/// let form = form(TextType::Experience);
/// let offers = offer(&Index::of(&journal), &journal, spiral, form, Language::ZhHans);
/// let (section, moves) = &offers[1];
/// assert_eq!(*section, "moves");
/// assert_eq!(moves[0].passage.text, "改成“慢镜头纸条”。");
/// assert_eq!(moves[0].passage.sources[0].record, id);
/// ```
pub fn offer(
    index: &Index,
    journal: &Journal,
    spiral: RecordId,
    form: &Form,
    language: Language,
) -> Vec<(&'static str, Vec<Suggestion>)> {
    let context = AssemblyContext::of(index, journal, spiral, form, Scope::ALL, language);
    let sections = form.sections.iter();
    sections
        .map(|section| {
            let offers = section.feeds.iter().flat_map(|feed| context.feed(feed));
            (section.name, offers.collect())
        })
        .collect()
}

/// A first draft in one action: everything that fits, under its heading, but for what is
/// [held back](Suggestion::is_held_back) or [said twice](Suggestion::is_second). Every passage has its source, but for the
/// headings of turns.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::skeleton;
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, Phase, RecordId, Index, TextType};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let spiral = RecordId::from_bytes([1; 16]);
/// let problem = Entry {
///     spiral: Some(spiral),
///     phase: Phase::Problem,
///     body: "平均只写了96字。".into(),
///     ..Entry::default()
/// };
/// journal.write(RecordId::from_bytes([2; 16]), Content::of(&problem), author);
///
/// let form = form(TextType::Experience);
/// let document = skeleton(&Index::of(&journal), &journal, spiral, form, Language::ZhHans);
/// assert_eq!(document.section("origin")[0].text, "平均只写了96字。");
/// assert!(document.passages().all(|(_, _, passage)| !passage.sources.is_empty()));
/// ```
pub fn skeleton(index: &Index, journal: &Journal, spiral: RecordId, form: &Form, language: Language) -> Document {
    skeleton_of(index, journal, spiral, form, Scope::ALL, language)
}

/// The same, of some turns only: every section takes from the same ones.
pub fn skeleton_of(
    index: &Index,
    journal: &Journal,
    spiral: RecordId,
    form: &Form,
    scope: Scope,
    language: Language,
) -> Document {
    let header = index.spiral(spiral).cloned().unwrap_or_default();
    let mut document = Document {
        text_type: form.kind,
        title: surveys::title(index, spiral, form, language).unwrap_or(header.title),
        state: DocumentState::Outline,
        spirals: vec![spiral],
        fields: head(form, index.spiral(spiral)),
        ..Document::default()
    };
    scope.mark(&mut document);
    let context = AssemblyContext::of(index, journal, spiral, form, scope, language);
    let mut composer = Composer::new(&context);
    let surveyed = composer.surveyed(form);
    document.summary = composer.proposed_summary(form, surveyed.as_deref());
    document.keywords = composer.proposed_keywords(form, surveyed.as_deref());
    let proposed = [
        (SUMMARY, document.summary.is_empty()),
        (KEYWORDS, document.keywords.is_empty()),
    ];
    document.proposed = proposed
        .iter()
        .filter(|(_, empty)| !empty)
        .map(|(name, _)| (*name).into())
        .collect();
    for section in form.sections {
        let passages = composer.section(section);
        if !passages.is_empty() {
            document.sections.insert(section.name.into(), passages);
        }
    }
    composer.put_numbers(&mut document, &form.template(language));
    document
}

/// What the head of a text says of the class, where its form asks for that.
fn head(form: &Form, spiral: Option<&Spiral>) -> BTreeMap<String, String> {
    let Some(spiral) = spiral else {
        return BTreeMap::new();
    };
    let known = [("class", &spiral.class), ("subject", &spiral.subject)];
    let asked = known.into_iter().filter(|(name, value)| {
        let asks = form.header.iter().any(|field| field.name == *name);
        asks && !value.trim().is_empty()
    });
    asked.map(|(name, value)| (name.into(), value.clone())).collect()
}

/// What a text is assembled from.
pub(super) struct AssemblyContext<'s> {
    pub(super) index: &'s Index,
    pub(super) journal: &'s Journal,
    pub(super) spiral: RecordId,
    /// Of the turns the text tells of.
    pub(super) material: Material<'s>,
    /// All turns of the spiral.
    pub(super) turns: Vec<Turn>,
    pub(super) turning: Option<Date>,
    pub(super) language: Language,
}

impl<'s> AssemblyContext<'s> {
    pub(super) fn of(
        index: &'s Index,
        journal: &'s Journal,
        spiral: RecordId,
        form: &Form,
        scope: Scope,
        language: Language,
    ) -> Self {
        let material = Material::of(index, spiral, scope);
        // A slip is offered where it fits the change that has work on either side; a text begins where it begins.
        let turning = match form.kind {
            TextType::ImprovementCase if scope == Scope::ALL && material.turns.len() == 1 => material.turning_point(),
            _ => material.first_action(),
        };
        Self {
            turns: index.turns(spiral),
            index,
            journal,
            spiral,
            material,
            turning,
            language,
        }
    }

    pub(super) fn feed(&self, feed: &ContentSource) -> Vec<Suggestion> {
        match feed {
            ContentSource::Header | ContentSource::Background => self.header().into_iter().collect(),
            ContentSource::Entries(pick, phase, parts) => {
                let entries = self.material.picked(*pick, *phase, self.turning);
                let offers = entries.into_iter().flat_map(|(id, entry)| self.parts(id, entry, parts));
                offers.collect()
            }
            ContentSource::Problem(parts) => {
                let problem = self.material.problem_at(self.turning);
                problem.map_or_else(Vec::new, |(id, entry)| self.parts(id, entry, parts))
            }
            ContentSource::Evidence(pick, kinds) => self.evidence(*pick, kinds, ""),
            ContentSource::Captions(kinds) => self.evidence(Selection::All, kinds, "caption"),
            ContentSource::Turns(phases) => self.turns(phases),
            ContentSource::Baseline => self.figures(*feed),
            ContentSource::Change | ContentSource::Step => {
                let mut offers = self.figures(*feed);
                offers.extend(surveys::offers(
                    self.index,
                    self.journal,
                    self.spiral,
                    *feed,
                    self.language,
                ));
                offers
            }
            ContentSource::Trend => surveys::trend(self.index, self.journal, self.spiral, self.language),
            ContentSource::Purpose
            | ContentSource::Sample
            | ContentSource::Findings
            | ContentSource::Limits
            | ContentSource::Questionnaire => {
                surveys::offers(self.index, self.journal, self.spiral, *feed, self.language)
            }
        }
    }

    /// Turn by turn: a heading that numbers it, then what each phase of it says.
    fn turns(&self, phases: &[(Phase, &[&str])]) -> Vec<Suggestion> {
        let mut offers = Vec::new();
        for (at, turn) in self.material.turns.iter().enumerate() {
            let mut told = Vec::new();
            for (phase, parts) in phases {
                let entries = self.material.of_phase(*phase);
                for (id, entry) in entries.filter(|(id, _)| turn.entries.contains(id)) {
                    told.extend(self.parts(id, entry, parts));
                }
            }
            if told.is_empty() {
                continue;
            }
            let number = fill(heading(Heading::Turn).in_(self.language), &[("n", &(at + 1))]);
            offers.push(Suggestion {
                passage: Passage {
                    text: format!("### {number}"),
                    ..Passage::default()
                },
                figure: None,
                day: None,
                known: None,
                privacy: Privacy::Public,
            });
            offers.append(&mut told);
        }
        offers
    }

    /// Those parts of an entry in which something is written.
    fn parts(&self, id: RecordId, entry: &Entry, parts: &[&str]) -> Vec<Suggestion> {
        let offers = parts.iter().filter_map(|part| {
            Some(Suggestion {
                passage: self.words(id, part)?,
                figure: None,
                day: entry.day(),
                known: None,
                privacy: entry.privacy,
            })
        });
        offers.collect()
    }

    /// A part of a record in its own words, if it says anything.
    fn words(&self, id: RecordId, part: &str) -> Option<Passage> {
        let source = source(self.journal, id, part)?;
        passage(source.snapshot.clone(), vec![source])
    }

    fn evidence(&self, pick: Selection, kinds: &[EvidenceKind], part: &str) -> Vec<Suggestion> {
        let picked = self.material.picked_evidence(pick, kinds, self.turning);
        let offers = picked.into_iter().filter_map(|(id, evidence)| {
            let mut figure = self.figure(id, evidence).filter(|_| part.is_empty());
            // Pictures without a word are the whole of it.
            let mut passage = self.words(id, part).or_else(|| figure.take())?;
            if part.is_empty() && !self.said(evidence).is_empty() {
                passage.text = self.said(evidence);
            }
            Some(Suggestion {
                passage,
                figure,
                day: self.material.day_of(evidence),
                known: Some(evidence.known),
                privacy: evidence.privacy.max(self.shown_in(&evidence.entries)),
            })
        });
        offers.collect()
    }

    /// Evidence as a sentence: what it is, and what it says.
    pub(super) fn said(&self, evidence: &Evidence) -> String {
        let (caption, text) = (evidence.caption.trim(), evidence.text.trim());
        let colon = if self.language == Language::En { ": " } else { "：" };
        match (caption.is_empty(), text.is_empty()) {
            (false, false) if caption.ends_with(|last: char| "。！？：；.!?:;”」".contains(last)) => {
                format!("{caption}{text}")
            }
            (false, false) => format!("{caption}{colon}{text}"),
            _ => format!("{caption}{text}"),
        }
    }

    /// What stands below the pictures of evidence: its caption, or else how its words begin, or what it is and from which
    /// day.
    pub(super) fn caption(&self, evidence: &Evidence) -> String {
        let caption = evidence.caption.trim();
        if !caption.is_empty() {
            return caption.to_owned();
        }
        let words = excerpt(&evidence.text, CAPTION);
        if !words.is_empty() {
            return words;
        }
        let sort = evidence.sort.label().in_(self.language);
        let style = DayStyle {
            language: self.language,
            year: false,
        };
        match (self.material.day_of(evidence), self.language) {
            (None, _) => sort.to_owned(),
            (Some(day), Language::En) => format!("{sort} ({})", style.say(day)),
            (Some(day), _) => format!("{}的{sort}", style.say(day)),
        }
    }

    /// The pictures of evidence as one figure with its caption; `None` if it has none.
    pub(super) fn figure(&self, id: RecordId, evidence: &Evidence) -> Option<Passage> {
        evidence.blob.as_ref()?;
        let mut caption = self.caption(evidence).replace(['[', ']', '\n'], " ");
        let pictures = evidence.pictures().map(|picture| {
            // Only the first one has words: the others belong to it.
            format!("![{}](luoxuan:{})", std::mem::take(&mut caption), picture.id)
        });
        Some(Passage {
            text: pictures.collect::<Vec<_>>().join(" "),
            sources: source(self.journal, id, "caption").into_iter().collect(),
            ..Passage::default()
        })
    }

    /// Who may see what stands under these entries: whoever may see one of them.
    pub(super) fn shown_in(&self, entries: &[RecordId]) -> Privacy {
        shown_in(self.index, entries)
    }

    fn header(&self) -> Option<Suggestion> {
        let spiral = self.index.spiral(self.spiral)?;
        let english = self.language == Language::En;
        let pupils = spiral
            .pupils
            .map(|n| fill(figure::PUPILS.in_(self.language), &[("n", &n)]));
        let parts = [spiral.class.clone(), pupils.unwrap_or_default(), spiral.subject.clone()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        let (comma, stop) = if english { (", ", ".") } else { ("，", "。") };
        let source = source(self.journal, self.spiral, "header").filter(|source| !source.snapshot.is_empty())?;
        Some(Suggestion {
            passage: passage(parts.join(comma) + stop, vec![source])?,
            figure: None,
            day: None,
            known: None,
            privacy: Privacy::Public,
        })
    }

    /// A sentence for each indicator, in the order the teacher put them.
    fn figures(&self, feed: ContentSource) -> Vec<Suggestion> {
        let Some(spiral) = self.index.spiral(self.spiral) else {
            return Vec::new();
        };
        let series = self.material.series();
        let style = DayStyle {
            language: self.language,
            year: true,
        };
        let reading = |(_, measure): (RecordId, &'_ Measure)| self.material.measured_on(measure);
        let offers = spiral.indicators().into_iter().filter_map(|(key, indicator)| {
            let values = series.get(key)?;
            let (before, after) = self.material.around(values, self.turning);
            let (earlier, now) = match feed {
                ContentSource::Baseline => (None, before?),
                ContentSource::Step => (Some(before?), after?),
                _ => (values.first().copied(), values.last().copied()?),
            };
            let earlier = earlier.filter(|(id, _)| *id != now.0);
            let readings: Vec<_> = earlier
                .into_iter()
                .chain([now])
                .map(|value| Reading {
                    day: reading(value),
                    measure: value.1,
                })
                .collect();
            let text = figures::course(indicator, &readings, style)
                .or_else(|| figures::value(indicator, readings.last().copied()?, style));
            let measures = [Some(now), earlier].into_iter().flatten();
            let sources: Vec<Source> = measures.filter_map(|(id, _)| source(self.journal, id, "")).collect();
            Some(Suggestion {
                passage: passage(text?, sources)?,
                figure: None,
                day: now.1.on,
                known: Some(HowKnown::Counted),
                privacy: self.shown_in(now.1.entry.as_slice()),
            })
        });
        offers.collect()
    }
}

/// Who may see what stands under these entries: whoever may see one of them.
pub(crate) fn shown_in(index: &Index, entries: &[RecordId]) -> Privacy {
    let entries = entries.iter().filter_map(|id| index.entry(*id));
    entries.map(|entry| entry.privacy).min().unwrap_or_default()
}

/// A passage that says something and has a source.
pub(super) fn passage(text: String, sources: Vec<Source>) -> Option<Passage> {
    let worth = !text.trim().is_empty() && !sources.is_empty();
    worth.then(|| Passage {
        text,
        sources,
        ..Passage::default()
    })
}
