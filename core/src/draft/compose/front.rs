//! What stands before the first section, proposed from problem, moves, change and what is still open.

use super::{Composer, closed, is_open};
use crate::catalog::{Form, Language, Selection, words::telling};
use crate::draft::figures::{self, Reading};
use crate::draft::surveys;
use crate::id::RecordId;
use crate::record::{Direction, Entry, Indicator, Measure, Phase, TextType};
use crate::text::sentences;

/// Nouns that say nothing of what a text is about.
const PLAIN: [&str; 14] = [
    "学生", "學生", "孩子", "同学", "同學", "人", "人数", "人數", "次数", "次數", "篇数", "篇數", "比例", "成绩",
];

/// In the teacher's order, but what is only watched behind what should move: it says least of what came of the work.
fn aimed_first<'i, T>(mut all: Vec<T>, indicator: impl Fn(&T) -> &'i Indicator) -> Vec<T> {
    all.sort_by_key(|one| indicator(one).direction == Direction::Watch);
    all
}

/// Whether a sentence counts people or things itself, and not only within what it quotes.
fn counts_something(sentence: &str) -> bool {
    let mut quoted = 0_usize;
    let mut own = String::new();
    for c in sentence.chars() {
        match c {
            '“' | '「' => quoted += 1,
            '”' | '」' => quoted = quoted.saturating_sub(1),
            _ if quoted == 0 => own.push(c),
            _ => {}
        }
    }
    own.contains(|c: char| c.is_ascii_digit())
}

impl Composer<'_, '_> {
    /// An abstract, from what the text tells; empty where the form has none or there is too little.
    pub(in crate::draft) fn proposed_summary(&self, form: &Form, surveyed: Option<&str>) -> String {
        if form.summary.1 == 0 {
            return String::new();
        }
        if let Some(survey) = surveyed {
            return survey.to_owned();
        }
        let english = self.style.language == Language::En;
        let problem = self.problem_in_short().unwrap_or_default();
        let moves = self.move_names();
        let change = self.change_in_short().unwrap_or_default();
        if moves.is_empty() || change.is_empty() {
            return String::new();
        }
        let count = u32::try_from(moves.len()).unwrap_or(u32::MAX);
        let names = moves.join(if english { ", " } else { "、" });
        let moved = if count > 1 {
            self.fill(telling::MOVES, &[("names", &names), ("n", &self.several(count))])
        } else {
            self.fill(telling::MOVE, &[("names", &names)])
        };
        let open = self
            .still_open()
            .map(|said| self.fill(telling::STILL_OPEN, &[("said", &said)]));
        let gap = if english { " " } else { "" };
        let parts = [problem, moved + &change, open.unwrap_or_default()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(gap)
    }

    /// The abstract of a topical survey that has one.
    pub(in crate::draft) fn surveyed(&self, form: &Form) -> Option<String> {
        let of_survey = form.kind == TextType::Survey;
        of_survey.then(|| {
            surveys::in_short(
                self.context.index,
                self.context.journal,
                self.context.spiral,
                self.style.language,
            )
        })?
    }

    /// Keywords: the subject, what is counted, what was done.
    pub(in crate::draft) fn proposed_keywords(&self, form: &Form, surveyed: Option<&str>) -> Vec<String> {
        let Some(spiral) = self.context.index.spiral(self.context.spiral) else {
            return Vec::new();
        };
        // Whom or what is counted, where that is more than a pupil or a number.
        let counted = aimed_first(spiral.indicators(), |(_, indicator)| indicator);
        let counted = counted.into_iter().filter_map(|(_, indicator)| {
            let name = indicator.name.trim();
            let noun = name.rsplit('的').next().unwrap_or(name);
            (!PLAIN.contains(&noun)).then(|| noun.to_owned())
        });
        let mut words: Vec<String> = Vec::new();
        let all = spiral.themes.iter().cloned().chain([spiral.subject.clone()]);
        let told = if surveyed.is_some() {
            vec![telling::SURVEYED.in_(self.style.language).to_owned()]
        } else {
            counted.take(1).chain(self.move_names()).collect()
        };
        for word in all.chain(told) {
            let word = word.trim().to_owned();
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        words.truncate(usize::try_from(form.keywords.1).unwrap_or(usize::MAX));
        words
    }

    /// The sentence of the problem that gives its numbers, or else its first.
    fn problem_in_short(&self) -> Option<String> {
        let (_, entry) = self.context.material.problem_at(self.context.turning)?;
        if !is_open(entry.privacy) || entry.body.contains('\n') {
            return None;
        }
        let text = self.dated(entry.body.trim(), entry.day());
        let all: Vec<&str> = sentences(&text).collect();
        let at = all.iter().position(|sentence| counts_something(sentence)).unwrap_or(0);
        // Behind one sentence that leads to it; of more only the one that counts.
        let said = all.get(if at < 2 { 0..=at } else { at..=at })?.concat();
        Some(closed(said.trim(), self.style.language == Language::En))
    }

    /// What the moves are called, in their order; of more than a text can name, none.
    fn move_names(&self) -> Vec<String> {
        let actions = self
            .context
            .material
            .picked(Selection::All, Phase::Action, self.context.turning);
        let open: Vec<(RecordId, &Entry)> = actions
            .into_iter()
            .filter(|(_, entry)| is_open(entry.privacy))
            .collect();
        let mut names: Vec<String> = Vec::new();
        for (id, entry) in open {
            let name = self.name_of(id, entry);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// How the first indicator went from its first value to its last.
    fn change_in_short(&self) -> Option<String> {
        let courses = aimed_first(self.courses(), |(indicator, _)| indicator);
        courses.into_iter().find_map(|(indicator, values)| {
            let ends = [values.first()?, values.last()?].map(|(_, measure)| Measure {
                // What a reader must know of one value stands in the text.
                note: String::new(),
                ..Measure::clone(measure)
            });
            let readings = ends.each_ref().map(|measure| Reading { day: None, measure });
            (values.len() > 1).then(|| figures::course(indicator, &readings, self.style))?
        })
    }

    /// What is still open: a new problem nobody has worked on.
    fn still_open(&self) -> Option<String> {
        let problems = self
            .context
            .material
            .picked(Selection::All, Phase::NewProblem, self.context.turning);
        let (_, entry) = problems.into_iter().rev().find(|(id, entry)| {
            let worked_on = |turn: &&crate::spiral::Turn| turn.problem == Some(*id) && turn.entries.len() > 1;
            is_open(entry.privacy) && !self.context.material.turns.iter().any(|turn| worked_on(&turn))
        })?;
        let text = self.dated(entry.body.trim(), entry.day());
        let said = sentences(&text).next()?.trim().to_owned();
        Some(closed(&said, self.style.language == Language::En))
    }
}
