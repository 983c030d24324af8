//! From a spiral's slips to paragraphs.
//!
//! Nothing is invented. What a teacher wrote is placed, dated, joined and counted, by rules: what one entry says under one
//! heading is one paragraph; a fact is told once in a section; a word of time that only its day explains becomes the day;
//! a count is told with its day and its base; what was expected stands beside what came of it.

mod entries;
mod evidence;
mod facts;
mod front;
mod indicators;
mod opening;

use std::collections::BTreeMap;

use super::assemble::{AssemblyContext, Suggestion};
use super::days::say_when;
use super::figures::DayStyle;
use super::numbering::{Moves, Numbered, Shown, follow, name_those_behind, numbered, see, shown_by};
use super::surveys;
use crate::catalog::{ContentSource, Section, Words, fill, words::telling};
use crate::id::RecordId;
use crate::record::{Document, EvidenceKind, Passage, Phase, Privacy, Source, Survey, Template};
use crate::text::dated;
use crate::time::Date;
#[cfg(test)]
mod tests;

pub use entries::proposed_name;
use facts::Told;

/// Composes one text, section by section in its order.
pub(super) struct Composer<'d, 's> {
    context: &'d AssemblyContext<'s>,
    style: DayStyle,
    /// Figures and tables so far, in the order in which they were named.
    numbered: Vec<Numbered>,
    /// Pictures are shown once; their numbers.
    shown: BTreeMap<RecordId, usize>,
}

/// One section in the making.
#[derive(Default)]
struct Draft {
    passages: Vec<Passage>,
    /// Charts and pictures: they stand behind the paragraph that names them.
    figures: Vec<Passage>,
    told: Told,
}

impl Draft {
    /// Puts a paragraph down, and behind it the figures it names.
    fn tell(&mut self, paragraph: Paragraph) {
        self.passages.extend(paragraph.passage());
        self.passages.append(&mut self.figures);
    }
}

impl<'d, 's> Composer<'d, 's> {
    pub(super) fn new(context: &'d AssemblyContext<'s>) -> Self {
        let years = context
            .material
            .entries
            .iter()
            .filter_map(|(_, entry)| entry.day().map(|day| day.ymd().0));
        let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| {
            (first.min(year), last.max(year))
        });
        let style = DayStyle {
            language: context.language,
            year: first < last,
        };
        Self {
            context,
            style,
            numbered: Vec::new(),
            shown: BTreeMap::new(),
        }
    }

    /// The passages of a section.
    pub(super) fn section(&mut self, section: &Section) -> Vec<Passage> {
        let mut draft = Draft::default();
        let mut headed = None;
        for feed in section.feeds {
            if *feed == ContentSource::Findings {
                self.findings(&mut draft);
                let is_heading = |passage: &Passage| passage.text.starts_with('#');
                headed = draft.passages.iter().any(is_heading).then_some(draft.passages.len());
                continue;
            }
            match feed {
                ContentSource::Background => self.background(&mut draft),
                ContentSource::Problem(parts) => self.problem(parts, &mut draft),
                ContentSource::Entries(pick, Phase::Action, parts) => self.actions(*pick, parts, &mut draft),
                ContentSource::Entries(pick, Phase::Observation, parts) => self.observations(*pick, parts, &mut draft),
                ContentSource::Entries(pick, Phase::Reflection, parts) => self.reflections(*pick, parts, &mut draft),
                ContentSource::Entries(pick, Phase::NewProblem, parts) => self.new_problems(*pick, parts, &mut draft),
                ContentSource::Entries(pick, phase, parts) => self.plainly(*pick, *phase, parts, &mut draft),
                ContentSource::Evidence(pick, kinds) => self.evidence(*pick, kinds, &mut draft),
                // A reference is a line of its own.
                ContentSource::Captions(kinds) if !kinds.contains(&EvidenceKind::Reading) => {
                    self.materials(kinds, &mut draft);
                }
                ContentSource::Baseline => self.baseline(&mut draft),
                ContentSource::Change | ContentSource::Step => self.changes(section, *feed, &mut draft),
                // Drawn with the sentences that tell it.
                ContentSource::Trend
                    if section
                        .feeds
                        .iter()
                        .any(|feed| matches!(feed, ContentSource::Change | ContentSource::Step)) => {}
                // A survey says itself whom it asked: not only this class.
                ContentSource::Header
                    if section.feeds.contains(&ContentSource::Sample)
                        && !self.slips(&ContentSource::Sample).is_empty() => {}
                _ => {
                    let mut slips = self.slips(feed);
                    name_those_behind(&mut slips, &mut self.numbered, self.style.language);
                    draft.passages.append(&mut slips);
                }
            }
        }
        // What was seen in class is not under the heading of the last finding.
        if let Some(at) = headed
            && let Some(sources) = draft.passages.get(at).map(|passage| passage.sources.clone())
        {
            let name = telling::SEEN.in_(self.style.language);
            draft.passages.insert(at, opening::heading(name, sources));
        }
        draft.passages
    }

    /// Has the numbers in the words be those in which everything stands: what a teacher wrote may show things too.
    pub(super) fn put_numbers(&self, document: &mut Document, template: &Template) {
        let moves = Moves::between(&self.numbered, &numbered(document, template));
        follow(document, &moves, |_, _| true);
    }

    /// What other feeds offer, as it is.
    fn slips(&self, feed: &ContentSource) -> Vec<Passage> {
        let offers = self
            .context
            .feed(feed)
            .into_iter()
            .filter(|offer| !offer.is_held_back() && !offer.is_second());
        let mut passages: Vec<_> = offers.map(|offer: Suggestion| offer.passage).collect();
        // A turn whose every word is held back leaves no heading behind.
        let said: Vec<_> = passages.iter().map(|passage| !passage.sources.is_empty()).collect();
        let mut at = 0;
        passages.retain(|_| {
            at += 1;
            said.get(at - 1) == Some(&true) || said.get(at) == Some(&true)
        });
        passages
    }

    /// Words with their words of time told as days.
    fn dated(&self, text: &str, on: Option<Date>) -> String {
        let Some(on) = on else { return text.to_owned() };
        let DayStyle { language, year } = self.style;
        dated(text, on, language, &|when, language| {
            say_when(when, self.context.index, DayStyle { language, year })
        })
    }

    fn fill(&self, piece: Words, slots: &[(&str, &dyn std::fmt::Display)]) -> String {
        fill(piece.in_(self.style.language), slots)
    }

    /// “（见图2）” before the mark a text ends with, or behind a closing quote.
    fn see(&self, text: &str, figure: usize) -> String {
        see(text, telling::SEE_FIGURE, figure, self.style.language)
    }

    /// Counts a figure that is to stand behind the next paragraph; its number.
    fn count(&mut self, figure: &Passage) -> usize {
        self.numbered.extend(shown_by(figure));
        let figures = self.numbered.iter().filter(|one| one.shown == Shown::Figure);
        figures.count()
    }

    /// What the surveys came to.
    fn findings(&mut self, draft: &mut Draft) {
        for (id, survey) in self.context.index.in_spiral::<Survey>(self.context.spiral) {
            if is_open(survey.privacy) {
                let mut told = surveys::told(self.context.journal, id, survey, self.style.language);
                name_those_behind(&mut told, &mut self.numbered, self.style.language);
                draft.passages.append(&mut told);
            }
        }
    }
}

/// Whether a draft may pull it.
const fn is_open(privacy: Privacy) -> bool {
    !privacy.is_held_back()
}

/// Two stretches of prose as one; what has lines of its own, such as a list, stays apart.
fn join(before: &str, after: &str, spaced: bool) -> String {
    let (before, after) = (before.trim_end(), after.trim_start());
    if before.is_empty() || after.is_empty() {
        return format!("{before}{after}");
    }
    if before.contains('\n') || after.contains('\n') {
        return format!("{before}\n\n{after}");
    }
    let gap = if spaced { " " } else { "" };
    format!("{before}{gap}{after}")
}

/// Prose that ends as a sentence does.
fn closed(text: &str, english: bool) -> String {
    let text = text.trim_end();
    let ends = |last: char| "。！？；…”’」』）.!?;:：)”\"".contains(last);
    if text.is_empty() || text.contains('\n') || text.ends_with(ends) {
        return text.to_owned();
    }
    format!("{text}{}", if english { '.' } else { '。' })
}

/// A paragraph in the making: words, and what they rest on.
#[derive(Debug, Default, Clone)]
struct Paragraph {
    text: String,
    sources: Vec<Source>,
}

impl Paragraph {
    fn passage(self) -> Option<Passage> {
        super::assemble::passage(self.text, self.sources)
    }
}
