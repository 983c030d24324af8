//! Surveys held against others, as passages of a text. Each rests on both.

use super::assemble::passage;
use super::sources::source;
use super::surveys::heading;
use crate::catalog::{Language, words::survey::said};
use crate::chart::Chart;
use crate::id::RecordId;
use crate::journal::{Journal, State};
use crate::record::{ComparedAs, Passage, Source, Survey};
use crate::survey::table::say;
use crate::survey::{Comparison, Contrast, SurveyResult, compare};

/// A comparison with the two surveys it is of.
pub(super) struct Held<'j> {
    journal: &'j Journal,
    here: RecordId,
    there: RecordId,
    sort: ComparedAs,
    comparison: Comparison,
    language: Language,
}

/// The comparisons of a survey with those that are still there and may be told of.
pub(super) fn of<'j>(journal: &'j Journal, id: RecordId, survey: &Survey, language: Language) -> Vec<Held<'j>> {
    let held = survey.compared().into_iter().filter_map(|(name, with)| {
        let there = with.survey.filter(|there| *there != id)?;
        let head = journal.head(there).filter(|head| head.state() == State::Live)?;
        let other: Survey = head.content().read()?;
        (!other.privacy.is_held_back()).then(|| Held {
            journal,
            here: id,
            there,
            sort: with.sort,
            comparison: compare(survey, name, with, &other, language),
            language,
        })
    });
    held.collect()
}

/// Whether a finding is one of two surveys.
pub(super) fn is_of(finding: &SurveyResult) -> bool {
    finding.part.starts_with("compared:")
}

impl Held<'_> {
    /// The questions in which the answers differ.
    pub(super) fn changed(&self) -> impl Iterator<Item = &Contrast> {
        let contrasts = self.comparison.contrasts.iter();
        contrasts.filter(|contrast| contrast.differs == Some(true))
    }

    /// What a finding of this comparison rests on; `None` of any other.
    pub(super) fn sources(&self, finding: &SurveyResult, way: &str) -> Option<Vec<Source>> {
        let mut contrasts = self.comparison.contrasts.iter();
        let contrast = contrasts.find(|contrast| contrast.finding.part == finding.part)?;
        Some(self.of_both(&contrast.here, &contrast.there, way))
    }

    fn of_both(&self, here: &str, there: &str, way: &str) -> Vec<Source> {
        let each = [(self.here, here), (self.there, there)];
        let sources = each.map(|(id, item)| source(self.journal, id, &format!("item:{item}:{way}")));
        sources.into_iter().flatten().collect()
    }

    /// All questions that both have, in one table, under a heading.
    pub(super) fn overview(&self) -> Vec<Passage> {
        let head = match self.sort {
            ComparedAs::Earlier => said::BOTH_HEAD,
            ComparedAs::Group => said::GROUPS_HEAD,
        };
        let sources = || {
            let each = [self.here, self.there].map(|id| source(self.journal, id, "rest"));
            each.into_iter().flatten().collect::<Vec<_>>()
        };
        let Some((sentence, table)) = self.comparison.sentence().zip(self.comparison.table()) else {
            return Vec::new();
        };
        let all = [heading(&say(head, self.language, &[])), sentence, table];
        all.into_iter().filter_map(|text| passage(text, sources())).collect()
    }

    /// Every question as sentence, table and chart.
    pub(super) fn all(&self) -> Vec<Passage> {
        let contrasts = self.comparison.contrasts.iter();
        let passages = contrasts.flat_map(|contrast| {
            let finding = &contrast.finding;
            let said = [
                (Some(finding.sentence.clone()), "sentence"),
                (Some(finding.table.clone()), "table"),
                (finding.chart.as_ref().map(Chart::write), "chart"),
            ];
            said.into_iter()
                .filter_map(|(text, way)| passage(text?, self.of_both(&contrast.here, &contrast.there, way)))
                .collect::<Vec<_>>()
        });
        passages.collect()
    }

    /// The questions in which the answers differ, as sentences: what a change rests on.
    pub(super) fn changes(&self) -> Vec<Passage> {
        let told = self.changed().filter_map(|contrast| {
            let sentence = contrast.finding.sentence.clone();
            passage(sentence, self.of_both(&contrast.here, &contrast.there, "sentence"))
        });
        told.collect()
    }
}
