//! How a text begins: where it happened, and what the problem was.

use super::facts::has_number;
use super::{Composer, Draft, Paragraph, closed, is_open, join};
use crate::catalog::{ContentSource, Labelled, Language, Selection, words::telling};
use crate::draft::figures;
use crate::draft::sources::source;
use crate::id::RecordId;
use crate::manuscript::numeral;
use crate::record::{Entry, Passage, Phase, Source, Spiral, Vehicle};
use crate::spiral::Turn;
use crate::time::Date;

impl Composer<'_, '_> {
    /// Term, class, number of pupils, subject; from when to when, in how many turns; what the work is done for.
    pub(super) fn background(&self, draft: &mut Draft) {
        let context = self.context;
        let Some(spiral) = context.index.spiral(context.spiral) else {
            return;
        };
        let days: Vec<_> = context
            .material
            .entries
            .iter()
            .filter_map(|(_, entry)| entry.day())
            .collect();
        let (first, last) = (days.iter().min().copied(), days.iter().max().copied());
        let term = first.and_then(|day| self.term_of(day));
        let class = match spiral.pupils {
            Some(n) => self.fill(telling::CLASS_OF, &[("class", &spiral.class.trim()), ("n", &n)]),
            None => spiral.class.trim().to_owned(),
        };
        let subject = match spiral.subject.trim() {
            "" => String::new(),
            subject => self.fill(telling::LESSONS, &[("subject", &subject)]),
        };
        let period = first.zip(last).map(|(first, last)| {
            let turns = u32::try_from(context.material.turns.len()).unwrap_or(u32::MAX);
            let (from, to) = (self.style.say(first), self.style.say(last));
            self.fill(
                telling::PERIOD,
                &[("from", &from), ("to", &to), ("n", &self.several(turns))],
            )
        });
        let where_it_was = self.in_one_sentence([term.unwrap_or_default(), class, subject]);
        let when_it_was = self.in_one_sentence([
            period.unwrap_or_default(),
            self.for_vehicle(spiral).unwrap_or_default(),
            self.for_theme(spiral),
        ]);
        let text = (where_it_was + &when_it_was).trim().to_owned();
        let sources = source(context.journal, context.spiral, "header")
            .into_iter()
            .filter(|source| !source.snapshot.is_empty());
        draft.told.add(&text);
        draft
            .passages
            .extend(crate::draft::assemble::passage(text, sources.collect()));
    }

    fn term_of(&self, day: Date) -> Option<String> {
        let (term, _) = self.context.index.week_of(day)?;
        let (year, number) = (term.year?, self.number(u32::from(term.number)));
        Some(self.fill(telling::TERM, &[("year", &year), ("n", &number)]))
    }

    fn for_vehicle(&self, spiral: &Spiral) -> Option<String> {
        let vehicle = self.context.index.get::<Vehicle>(spiral.vehicle?)?;
        // One that is called as the spiral says nothing by its name.
        let name = match vehicle.name.trim() {
            name if name.is_empty() || name == spiral.title.trim() => vehicle.sort.label().in_(self.style.language),
            name => name,
        };
        Some(self.fill(telling::FOR_VEHICLE, &[("vehicle", &name)]))
    }

    fn for_theme(&self, spiral: &Spiral) -> String {
        let themes: Vec<_> = spiral.themes.iter().map(|theme| theme.trim()).collect();
        let and = match self.style.language {
            Language::En => ", ",
            Language::ZhHans | Language::ZhHant => "、",
        };
        match themes.join(and) {
            none if none.is_empty() => String::new(),
            themes => self.fill(telling::FOR_THEME, &[("theme", &themes)]),
        }
    }

    /// What of these says something, as one sentence.
    fn in_one_sentence(&self, parts: [String; 3]) -> String {
        let (comma, stop) = match self.style.language {
            Language::En => (", ", ". "),
            Language::ZhHans | Language::ZhHant => ("，", "。"),
        };
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        if parts.is_empty() {
            String::new()
        } else {
            parts.join(comma) + stop
        }
    }

    /// How many: Chinese has a word of its own for two of something.
    pub(super) fn several(&self, number: u32) -> String {
        match (self.style.language, number) {
            (Language::ZhHans, 2) => "两".into(),
            (Language::ZhHant, 2) => "兩".into(),
            _ => self.number(number),
        }
    }

    fn number(&self, number: u32) -> String {
        match self.style.language {
            Language::En => number.to_string(),
            Language::ZhHans | Language::ZhHant => numeral(usize::try_from(number).unwrap_or(usize::MAX)),
        }
    }

    /// The problem the text is about, with the shares it began with where it does not tell them itself.
    pub(super) fn problem(&mut self, parts: &[&str], draft: &mut Draft) {
        let Some((id, entry)) = self.context.material.problem_at(self.context.turning) else {
            return;
        };
        self.stated(id, entry, parts, draft);
    }

    pub(super) fn stated(&mut self, id: RecordId, entry: &Entry, parts: &[&str], draft: &mut Draft) {
        if !is_open(entry.privacy) {
            return;
        }
        // The shares stand behind the teacher's own account and before any explanation of it.
        let (account, reasons): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| !part.ends_with("explanation"));
        // A question put in one sentence is of no day.
        let dated = parts.contains(&"");
        let account = if dated {
            self.paragraph(id, entry, &account, &draft.told)
        } else {
            self.undated(id, entry, &account, &draft.told)
        };
        let mut paragraph = account.unwrap_or_default();
        if dated {
            self.put_baseline(entry, &mut paragraph);
        }
        draft.told.add(&paragraph.text);
        if let Some(why) = self.undated(id, entry, &reasons, &draft.told) {
            paragraph.text = join(&paragraph.text, &why.text, self.style.language == Language::En);
            draft.told.add(&why.text);
            paragraph.sources.extend(why.sources);
        }
        if dated && !paragraph.text.is_empty() {
            self.illustrate(id, &mut paragraph, draft);
        }
        draft.tell(paragraph);
    }

    /// Puts the first shares behind the words that tell of them.
    fn put_baseline(&self, entry: &Entry, paragraph: &mut Paragraph) {
        if paragraph.text.is_empty() || paragraph.text.contains('\n') {
            return;
        }
        for (indicator, reading, source) in self.first_readings() {
            let (Some(k), Some(n)) = (reading.measure.count, reading.measure.of) else {
                continue;
            };
            // Told already, or of another day than the words it would stand behind.
            if has_number(&paragraph.text, k) || reading.day != entry.day() {
                continue;
            }
            let told = has_number(&paragraph.text, n);
            let Some(clause) = figures::baseline(indicator, reading.measure, told, self.style.language) else {
                continue;
            };
            let english = self.style.language == Language::En;
            let (mark, stop) = if english { ("; ", ".") } else { ("；", "。") };
            let text = paragraph.text.trim_end();
            paragraph.text = match text.strip_suffix(['。', '.']) {
                Some(text) => format!("{text}{mark}{clause}{stop}"),
                None => join(text, &format!("{clause}{stop}"), english),
            };
            paragraph.sources.push(source);
        }
    }

    /// The shares at the start that no paragraph tells, each as a sentence with its day.
    pub(super) fn baseline(&self, draft: &mut Draft) {
        let told: Vec<_> = draft
            .passages
            .iter()
            .flat_map(|passage| &passage.sources)
            .map(|source| source.record)
            .collect();
        let text: String = draft.passages.iter().map(|passage| passage.text.as_str()).collect();
        let mut paragraph = Paragraph::default();
        for (indicator, reading, source) in self.first_readings() {
            let counted = reading.measure.count.zip(reading.measure.of);
            let stands = match counted {
                Some((k, n)) => has_number(&text, k) && has_number(&text, n),
                None => reading.measure.value().is_some_and(|value| says(&text, value)),
            };
            if told.contains(&source.record) || stands {
                continue;
            }
            let Some(said) = figures::value(indicator, reading, self.style) else {
                continue;
            };
            paragraph.text = join(&paragraph.text, &said, self.style.language == Language::En);
            paragraph.sources.push(source);
        }
        draft.told.add(&paragraph.text);
        draft.passages.extend(paragraph.passage());
    }

    /// New problems: what stays open. One that opened a turn the text does not tell of says so.
    pub(super) fn new_problems(&mut self, pick: Selection, parts: &[&str], draft: &mut Draft) {
        for (id, entry) in self
            .context
            .material
            .picked(pick, Phase::NewProblem, self.context.turning)
        {
            let opens = |turn: &&Turn| turn.problem == Some(id);
            // Within the text it has become the problem of a turn that was worked on, and is told there.
            let mut within = self.context.material.turns.iter().filter(opens);
            let worked_on = within.any(|turn| turn.entries.iter().any(|entry| *entry != id));
            if !is_open(entry.privacy) || worked_on {
                continue;
            }
            let Some(mut paragraph) = self.undated(id, entry, parts, &draft.told) else {
                continue;
            };
            if self.context.turns.iter().any(|turn| opens(&turn)) {
                paragraph.text = self.fill(telling::NEXT_TURN, &[("said", &paragraph.text)]);
            }
            draft.told.add(&paragraph.text);
            self.illustrate(id, &mut paragraph, draft);
            draft.tell(paragraph);
        }
    }

    /// Entries of any other phase: a paragraph each.
    pub(super) fn plainly(&mut self, pick: Selection, phase: Phase, parts: &[&str], draft: &mut Draft) {
        for (id, entry) in self.context.material.picked(pick, phase, self.context.turning) {
            if phase == Phase::Problem {
                self.stated(id, entry, parts, draft);
            } else if is_open(entry.privacy)
                && let Some(mut paragraph) = self.paragraph(id, entry, parts, &draft.told)
            {
                draft.told.add(&paragraph.text);
                self.illustrate(id, &mut paragraph, draft);
                draft.tell(paragraph);
            }
        }
    }
}

/// Whether a figure stands in a text.
fn says(text: &str, value: f64) -> bool {
    let value = value.to_string();
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .any(|number| number.trim_matches('.') == value)
}

/// A heading of the second level, which the layout numbers.
pub(super) fn heading(name: &str, sources: Vec<Source>) -> Passage {
    Passage {
        text: format!("## {}", closed(name, false).trim_end_matches(['。', '.'])),
        sources,
        ..Passage::default()
    }
}

/// Which feed asks for what stands before the change.
pub(super) const fn is_step(feed: ContentSource) -> bool {
    matches!(feed, ContentSource::Step)
}
