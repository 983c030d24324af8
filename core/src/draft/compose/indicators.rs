//! Indicators: one sentence for each, and one drawing of those that have a course worth looking at.

use super::opening::is_step;
use super::{Composer, Draft, Paragraph, join};
use crate::catalog::{ContentSource, Language, Section};
use crate::chart::Chart;
use crate::draft::figures::{self, Reading};
use crate::draft::sources::source;
use crate::draft::surveys::CHART;
use crate::id::RecordId;
use crate::record::{Entry, Indicator, Measure, Source};

/// So many values make a line that shows something; two are told by their sentence.
const LINE: usize = 3;

impl Composer<'_, '_> {
    /// The values of every indicator, in the teacher's order and by day, that a draft may tell.
    pub(super) fn courses(&self) -> Vec<(&Indicator, Vec<(RecordId, &Measure)>)> {
        let Some(spiral) = self.context.index.spiral(self.context.spiral) else {
            return Vec::new();
        };
        let series = self.context.material.series();
        let open = |measure: &Measure| super::is_open(self.context.shown_in(measure.entry.as_slice()));
        let courses = spiral.indicators().into_iter().map(|(key, indicator)| {
            let values = series.get(key).into_iter().flatten().copied();
            (indicator, values.filter(|(_, measure)| open(measure)).collect())
        });
        courses.filter(|(_, values): &(_, Vec<_>)| !values.is_empty()).collect()
    }

    fn reading<'m>(&self, measure: &'m Measure) -> Reading<'m> {
        Reading {
            day: self.context.material.measured_on(measure),
            measure,
        }
    }

    /// The first value of every indicator before anything was tried.
    pub(super) fn first_readings(&self) -> Vec<(&Indicator, Reading<'_>, Source)> {
        let first = self.context.material.first_action();
        let courses = self.courses().into_iter().filter_map(|(indicator, values)| {
            let (before, _) = self.context.material.around(&values, first);
            let (id, measure) = values.first().copied().filter(|_| before.is_some())?;
            Some((indicator, self.reading(measure), source(self.context.journal, id, "")?))
        });
        courses.collect()
    }

    /// How every indicator went, in one paragraph, and a line where it has a course.
    pub(super) fn changes(&mut self, section: &Section, feed: ContentSource, draft: &mut Draft) {
        let english = self.style.language == Language::En;
        let chart = self.chart(section);
        let drawn: Vec<RecordId> = chart
            .iter()
            .flat_map(|chart| chart.sources.iter().map(|source| source.record))
            .collect();
        let chart = chart.and_then(Paragraph::passage);
        let number = chart.as_ref().map(|chart| self.count(chart));
        let mut paragraph = Paragraph::default();
        let mut named = false;
        for (indicator, values) in self.courses() {
            let values = if is_step(feed) { self.step(values) } else { values };
            let readings: Vec<_> = values.iter().map(|(_, measure)| self.reading(measure)).collect();
            // A single value after the change is told alone; one before it stands where the problem does.
            let alone = || {
                let last = readings.last().copied()?;
                (values.len() == 1 && !self.is_before(&last)).then(|| figures::value(indicator, last, self.style))?
            };
            let Some(mut said) = figures::course(indicator, &readings, self.style).or_else(alone) else {
                continue;
            };
            if let Some(number) = number.filter(|_| !named && values.iter().any(|(id, _)| drawn.contains(id))) {
                said = self.see(&said, number);
                named = true;
            }
            paragraph.text = join(&paragraph.text, &said, english);
            paragraph.sources.extend(
                values
                    .iter()
                    .filter_map(|(id, _)| source(self.context.journal, *id, "")),
            );
        }
        draft.told.add(&paragraph.text);
        draft.figures.extend(chart);
        draft.tell(paragraph);
    }

    /// Of a turn's text: the last value before the change and all since.
    fn step<'m>(&self, values: Vec<(RecordId, &'m Measure)>) -> Vec<(RecordId, &'m Measure)> {
        let before = values
            .iter()
            .filter(|(_, measure)| self.is_before(&self.reading(measure)))
            .count();
        values.into_iter().skip(before.saturating_sub(1)).collect()
    }

    fn is_before(&self, reading: &Reading<'_>) -> bool {
        let first = self.context.material.first_action();
        first.is_some_and(|first| reading.day.is_some_and(|day| day < first))
    }

    fn chart(&self, section: &Section) -> Option<Paragraph> {
        if !section.feeds.contains(&ContentSource::Trend) {
            return None;
        }
        let courses: Vec<_> = self
            .courses()
            .into_iter()
            .filter(|(_, values)| values.len() >= LINE)
            .collect();

        let language = self.style.language;
        let chart = match &courses[..] {
            [(indicator, values)] => Chart::of_indicator(indicator, &measures_of(values), language),
            all => {
                let all: Vec<_> = all
                    .iter()
                    .map(|(indicator, values)| (*indicator, measures_of(values)))
                    .collect();
                Chart::of_indicators(&all, language)
            }
        }?;
        let drawn = |indicator: &Indicator| chart.series.contains(&indicator.name);
        let values = courses
            .iter()
            .filter(|(indicator, _)| drawn(indicator))
            .flat_map(|(_, values)| values);
        Some(Paragraph {
            text: chart.write(),
            sources: values
                .filter_map(|(id, _)| source(self.context.journal, *id, CHART))
                .collect(),
        })
    }

    /// The counts that the values reported by an entry, or of its day, tell.
    pub(super) fn counts_of(&self, id: RecordId, entry: &Entry) -> Vec<(u32, u32)> {
        let courses = self.courses();
        let values = courses.iter().flat_map(|(_, values)| values);
        let of_it = values
            .filter(|(_, measure)| measure.entry == Some(id) || measure.on.is_some() && measure.on == entry.day());
        of_it.filter_map(|(_, measure)| measure.count.zip(measure.of)).collect()
    }
}

fn measures_of<'m>(values: &[(RecordId, &'m Measure)]) -> Vec<&'m Measure> {
    values.iter().map(|(_, measure)| *measure).collect()
}
