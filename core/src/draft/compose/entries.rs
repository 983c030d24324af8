//! What one entry says under one heading, as a paragraph; and what was expected of an action beside what came of it.

use super::facts::Told;
use super::facts::without_counts;
use super::opening::heading;
use super::{Composer, Draft, Paragraph, closed, is_open, join};
use crate::catalog::{Language, Selection, came, fill, lead, words::telling};
use crate::draft::sources::{EXPECTATION, OUTCOME, source};
use crate::id::RecordId;
use crate::record::{Entry, Expectation, Outcome, Phase};
use crate::spiral::Turn;
use crate::text::{DayWord, calendar_day, day_words, excerpt, sentences};
use crate::time::Date;

/// A text tells of at most so many moves one by one; of more it tells turn by turn.
const MOVES: usize = 4;

/// A name proposed for an action is no longer than this.
const NAME: usize = 12;

impl Composer<'_, '_> {
    /// These parts of an entry as one paragraph that names its day. `None` if they say nothing that has not been told.
    pub(super) fn paragraph(&self, id: RecordId, entry: &Entry, parts: &[&str], told: &Told) -> Option<Paragraph> {
        let mut paragraph = self.undated(id, entry, parts, told)?;
        if let Some(day) = entry.day()
            && !names_a_day(&paragraph.text, day)
            && !paragraph.text.starts_with(['#', '-', '*', '|', '>', '`', '!'])
        {
            let day = self.style.say(day);
            paragraph.text = self.fill(telling::ON_DAY, &[("day", &day), ("said", &paragraph.text)]);
        }
        Some(paragraph)
    }

    /// The same, without its day in front.
    pub(super) fn undated(&self, id: RecordId, entry: &Entry, parts: &[&str], told: &Told) -> Option<Paragraph> {
        let english = self.style.language == Language::En;
        let mut paragraph = Paragraph::default();
        let mut here = Told::default();
        for part in parts {
            let Some(source) = source(self.context.journal, id, part) else {
                continue;
            };
            let dated = self.dated(&source.snapshot, entry.day());
            let mut said = here.without_told(&told.without_told(&dated));
            if !part.is_empty() {
                said = here.without_repeated(&told.without_repeated(&said));
            }
            if said.trim().is_empty() {
                continue;
            }
            here.add(&said);
            // What was planned needs no lead where nothing is said before it.
            let alone = paragraph.text.is_empty() && entry.phase == Phase::Action;
            let lead = lead(entry.phase, part).filter(|_| !alone);
            let said = match lead.filter(|lead| !leads_itself(&said, lead.in_(self.style.language))) {
                Some(lead) => fill(lead.in_(self.style.language), &[("said", &said)]),
                None => said,
            };
            paragraph.text = join(&paragraph.text, &closed(&said, english), english);
            paragraph.sources.push(source);
        }
        (!paragraph.text.is_empty()).then_some(paragraph)
    }

    /// Actions: each with its name as a heading where there are several, the problem that led to it, and what was expected.
    pub(super) fn actions(&mut self, pick: Selection, parts: &[&str], draft: &mut Draft) {
        let picked = self
            .context
            .material
            .picked(pick, Phase::Action, self.context.turning)
            .into_iter();
        let all: Vec<_> = picked.filter(|(_, entry)| is_open(entry.privacy)).collect();
        let by_turn = all.len() > MOVES;
        let mut headed: Option<u32> = None;
        for (at, (id, entry)) in all.iter().enumerate() {
            let turn = self.turn_of(*id);
            let Some(mut paragraph) = self.paragraph(*id, entry, parts, &draft.told) else {
                continue;
            };
            draft.told.add(&paragraph.text);
            let number = turn.map(|turn| turn.number);
            let opens_turn = at == 0
                || number
                    != all
                        .get(at - 1)
                        .and_then(|(id, _)| self.turn_of(*id))
                        .map(|turn| turn.number);
            if all.len() > 1 && (!by_turn || headed != number) {
                let name = turn.filter(|_| by_turn).and_then(|turn| self.named_turn(turn));
                let name = name.unwrap_or_else(|| self.name_of(*id, entry));
                let part = if entry.field("name").is_some() { "name" } else { "" };
                draft.passages.push(heading(
                    &name,
                    source(self.context.journal, *id, part).into_iter().collect(),
                ));
                headed = number;
            }
            if all.len() > 1
                && opens_turn
                && let Some(question) = turn.and_then(|turn| self.leading_question(turn))
            {
                paragraph.text = join(&question.text, &paragraph.text, self.style.language == Language::En);
                paragraph.sources.splice(0..0, question.sources);
            }
            // A picture shows what was done, not what was expected of it.
            self.illustrate(*id, &mut paragraph, draft);
            if let Some(expected) = self.expected(*id, entry) {
                paragraph.text = join(&paragraph.text, &expected.text, self.style.language == Language::En);
                paragraph.sources.extend(expected.sources);
            }
            draft.tell(paragraph);
        }
    }

    /// The new problem of the turn before, where it is a part of the text and led into this one.
    fn leading_question(&self, turn: &Turn) -> Option<Paragraph> {
        let first = self.context.material.turns.first()?;
        let id = turn.problem.filter(|_| turn.number > first.number)?;
        let entry = self.context.index.entry(id).filter(|entry| is_open(entry.privacy))?;
        let mut question = self.undated(id, entry, &[""], &Told::default())?;
        // What follows the question was a plan; what was done stands behind it.
        let asks = |text: &&str| text.contains(['？', '?']);
        let until = sentences(&question.text)
            .position(|sentence| asks(&sentence))
            .unwrap_or(0);
        let asked: String = sentences(&question.text).take(until + 1).collect();
        asked.trim_end().clone_into(&mut question.text);
        Some(question)
    }

    /// What was expected, sealed on which day, by which sign.
    fn expected(&self, id: RecordId, entry: &Entry) -> Option<Paragraph> {
        let expectation = entry.expectation.as_ref().filter(|it| !it.text.trim().is_empty())?;
        let text = closed(&self.by_when(expectation, entry), self.style.language == Language::En);
        let text = match expectation.sealed {
            Some(sealed) => self.fill(
                telling::SEALED,
                &[("day", &self.style.say(sealed.date())), ("text", &text)],
            ),
            None => self.fill(telling::EXPECTED, &[("text", &text)]),
        };
        Some(Paragraph {
            text,
            sources: source(self.context.journal, id, EXPECTATION).into_iter().collect(),
        })
    }

    fn by_when(&self, expectation: &Expectation, entry: &Entry) -> String {
        let text = self.dated(expectation.text.trim(), entry.day());
        let sign = expectation.sign.trim();
        let day = expectation.by.map(|day| self.style.say(day));
        match (day, sign.is_empty()) {
            (Some(day), true) => self.fill(telling::BY, &[("day", &day), ("text", &text)]),
            (Some(day), false) => self.fill(telling::BY_SIGN, &[("day", &day), ("sign", &sign), ("text", &text)]),
            (None, false) => self.fill(telling::SIGN, &[("sign", &sign), ("text", &text)]),
            (None, true) => text,
        }
    }

    /// What was seen, turn by turn, and how far what was expected came true. Counts that an indicator tells are left to it.
    pub(super) fn observations(&mut self, pick: Selection, parts: &[&str], draft: &mut Draft) {
        let picked = self
            .context
            .material
            .picked(pick, Phase::Observation, self.context.turning);
        let expectations: Vec<u32> = self.expecting_turns();
        for turn in self.context.material.turns.clone() {
            let mut paragraph = Paragraph::default();
            let english = self.style.language == Language::En;
            for (id, entry) in picked
                .iter()
                .filter(|(id, entry)| turn.entries.contains(id) && is_open(entry.privacy))
            {
                let counts = self.counts_of(*id, entry);
                let said = self.undated(*id, entry, parts, &draft.told).map(|said| Paragraph {
                    text: without_counts(&said.text, &counts),
                    ..said
                });
                if let Some(mut said) = said.filter(|said| !said.text.is_empty()) {
                    if let Some(day) = entry.day().filter(|day| !names_a_day(&said.text, *day)) {
                        let day = self.style.say(day);
                        said.text = self.fill(telling::ON_DAY, &[("day", &day), ("said", &said.text)]);
                    }
                    draft.told.add(&said.text);
                    self.illustrate(*id, &mut said, draft);
                    paragraph.text = join(&paragraph.text, &said.text, english);
                    paragraph.sources.extend(said.sources);
                }
            }
            // Before the change nothing has come of it.
            let came = self.outcome(&turn, &expectations).filter(|_| pick != Selection::Before);
            if let Some(came) = came {
                paragraph.text = join(&paragraph.text, &came.text, english);
                paragraph.sources.extend(came.sources);
            }
            draft.tell(paragraph);
        }
    }

    /// The turns in which something was expected.
    fn expecting_turns(&self) -> Vec<u32> {
        let expects = |turn: &&Turn| {
            let actions = turn.entries.iter().filter_map(|id| self.context.index.entry(*id));
            let mut expectations = actions
                .filter(|entry| is_open(entry.privacy))
                .filter_map(|entry| entry.expectation.as_ref());
            expectations.any(|expectation| !expectation.text.trim().is_empty())
        };
        self.context
            .material
            .turns
            .iter()
            .filter(expects)
            .map(|turn| turn.number)
            .collect()
    }

    /// What the teacher says came of the expectation of a turn; the last who said so counts.
    fn outcome(&self, turn: &Turn, expecting: &[u32]) -> Option<Paragraph> {
        let which = expecting.iter().position(|number| *number == turn.number)?;
        let entries = turn
            .entries
            .iter()
            .rev()
            .filter_map(|id| Some((*id, self.context.index.entry(*id)?)));
        let (id, entry) = entries
            .filter(|(_, entry)| is_open(entry.privacy))
            .find(|(_, entry)| entry.outcome != Outcome::Unsaid)?;
        let english = self.style.language == Language::En;
        let mut said = came(entry.outcome)?.in_(self.style.language).to_owned();
        if expecting.len() > 1 {
            said = self.fill(
                telling::WHICH_EXPECTATION,
                &[("n", &self.nth(which + 1)), ("said", &said)],
            );
        }
        let mut sources: Vec<_> = source(self.context.journal, id, OUTCOME).into_iter().collect();
        if let Some(why) = entry.field("outcome_why") {
            let why = self.dated(why.trim(), entry.day());
            said = self.fill(telling::WHY, &[("said", &said), ("why", &why)]);
            sources.extend(source(self.context.journal, id, "outcome_why"));
        }
        Some(Paragraph {
            text: closed(&said, english),
            sources,
        })
    }

    fn nth(&self, number: usize) -> String {
        match self.style.language {
            Language::En => number.to_string(),
            Language::ZhHans | Language::ZhHant => crate::manuscript::numeral(number),
        }
    }

    /// Reflections: of several turns each says after which.
    pub(super) fn reflections(&mut self, pick: Selection, parts: &[&str], draft: &mut Draft) {
        let picked = self
            .context
            .material
            .picked(pick, Phase::Reflection, self.context.turning);
        let several = self.context.material.turns.len() > 1;
        let context = self.context;
        for turn in &context.material.turns {
            let mut first = true;
            for (id, entry) in picked
                .iter()
                .filter(|(id, entry)| turn.entries.contains(id) && is_open(entry.privacy))
            {
                let Some(mut paragraph) = self.undated(*id, entry, parts, &draft.told) else {
                    continue;
                };
                draft.told.add(&paragraph.text);
                if several && first {
                    paragraph.text = self.after_turn(turn, &paragraph.text);
                }
                first = false;
                self.illustrate(*id, &mut paragraph, draft);
                draft.tell(paragraph);
            }
        }
    }

    fn after_turn(&self, turn: &Turn, said: &str) -> String {
        let n = self.nth(usize::try_from(turn.number).unwrap_or(usize::MAX));
        match self.named_turn(turn) {
            Some(name) => self.fill(telling::AFTER_TURN, &[("n", &n), ("name", &name), ("said", &said)]),
            None => self.fill(telling::AFTER_TURN_ALONE, &[("n", &n), ("said", &said)]),
        }
    }

    fn turn_of(&self, entry: RecordId) -> Option<&Turn> {
        self.context
            .material
            .turns
            .iter()
            .find(|turn| turn.entries.contains(&entry))
    }

    /// What an action is called: by the teacher, or as its turn if it is the only one in it, or else by its first words.
    pub(super) fn name_of(&self, id: RecordId, entry: &Entry) -> String {
        if let Some(name) = entry.field("name") {
            return name.trim().to_owned();
        }
        let alone = self.turn_of(id).filter(|turn| {
            let entries = turn.entries.iter().filter_map(|id| self.context.index.entry(*id));
            entries.filter(|entry| entry.phase == Phase::Action).count() == 1
        });
        alone
            .and_then(|turn| self.named_turn(turn))
            .unwrap_or_else(|| proposed_name(&entry.body))
    }

    /// What a turn is called: by the teacher, or else by the first action that has a name.
    fn named_turn(&self, turn: &Turn) -> Option<String> {
        let spiral = self.context.index.spiral(self.context.spiral)?;
        let own = turn
            .problem
            .and_then(|id| spiral.turn_names.get(&id))
            .map(|name| name.trim().to_owned());
        let actions = turn.entries.iter().filter_map(|id| self.context.index.entry(*id));
        let mut actions = actions.filter(|entry| entry.phase == Phase::Action && is_open(entry.privacy));
        own.filter(|name| !name.is_empty())
            .or_else(|| actions.find_map(|entry| entry.field("name").map(|name| name.trim().to_owned())))
    }
}

/// A name for an action, from what stands in quotation marks in it, or else from its first words.
///
/// ```
/// use luoxuan::draft::proposed_name;
/// assert_eq!(proposed_name("改成“慢镜头纸条”，一句写一个动作。"), "慢镜头纸条");
/// assert_eq!(proposed_name("11月18日先测底数：每人编一道题。"), "先测底数");
/// assert_eq!(proposed_name("从今天起记录单改成两栏：左边“我看到”，右边“我想”。"), "记录单改成两栏");
/// ```
pub fn proposed_name(body: &str) -> String {
    let text = excerpt(body, 80);
    let first = text
        .split(['。', '；', '！', '？', '：', ':', '.', ';'])
        .next()
        .unwrap_or_default();
    for (open, close) in [('“', '”'), ('「', '」'), ('《', '》')] {
        if let Some((name, _)) = first.split_once(open).and_then(|(_, rest)| rest.split_once(close)) {
            let length = name.chars().count();
            if (2..=NAME).contains(&length) {
                return name.to_owned();
            }
        }
    }
    // Which day it was does not matter: a name tells none.
    let mut words = first;
    if let Some(any) = Date::new(2000, 1, 1) {
        let near = |word: &DayWord| word.start <= '从'.len_utf8();
        let word = day_words(words, any).into_iter().find(near).map(|word| word.end);
        let end = calendar_day(words, any).map(|(length, _)| length).or(word);
        let rest = words.get(end.unwrap_or(0)..).unwrap_or(words);
        words = rest.trim_start_matches(['起', '，', ',', ' ']);
    }
    let clause = words.split(['，', ',']).next().unwrap_or(words).trim();
    clause.chars().take(NAME).collect()
}

/// Whether a text says this day, so that it needs no day in front.
fn names_a_day(text: &str, day: Date) -> bool {
    let (_, month, number) = day.ymd();
    text.contains(&format!("{month}月{number}日")) || text.contains(&day.to_string()) || {
        let english = crate::text::say_day(day, false, Language::En);
        text.contains(&english)
    }
}

/// Whether words already begin as their lead would.
fn leads_itself(said: &str, lead: &str) -> bool {
    let first: String = lead.chars().take(3).collect();
    said.trim_start().starts_with(&first)
}
