//! The entry: one thing a teacher wrote down.

use std::collections::BTreeMap;

use super::{Privacy, part, record, words};
use crate::id::RecordId;
use crate::time::{Date, Timestamp};

words! {
    /// Where in a turn an entry stands. A suggestion, never a lock.
    pub enum Phase {
        /// 问题: what is not as it should be.
        Problem = "problem",
        /// 行动: what was tried, with the plan and the expectation before it.
        Action = "action",
        /// 观察: what was seen, heard and counted.
        Observation = "observation",
        /// 反思: what changed, why, and what was unexpected.
        Reflection = "reflection",
        /// 新问题: what came up, and may open the next turn.
        NewProblem = "new_problem",
        /// 随记: a note that stands in no phase.
        #[default]
        Note = "note",
    }
}

words! {
    /// What becomes of a new problem (domain rule: undecided until the teacher says).
    pub enum Fate {
        /// 未定: not decided yet.
        #[default]
        Undecided = "undecided",
        /// 进入下一轮: it is the problem of the next turn.
        NextTurn = "next_turn",
        /// 另开线索: it has its own spiral.
        OwnSpiral = "own_spiral",
        /// 进问题库: parked, waiting.
        Pool = "pool",
        /// 不再追: let go.
        LetGo = "let_go",
    }
}

words! {
    /// How far what was expected came true, as the teacher sees it (达到 / 部分达到 / 没有达到 / 看不出).
    pub enum Outcome {
        /// Nobody has said yet.
        #[default]
        Unsaid = "unsaid",
        /// 达到.
        Met = "met",
        /// 部分达到.
        Partly = "partly",
        /// 没有达到.
        NotMet = "not_met",
        /// 看不出.
        Unclear = "unclear",
    }
}

part! {
    /// What the teacher thinks will change, said before the action starts.
    ///
    /// Once sealed it is not rewritten, so that what happened can be held against what was expected.
    #[derive(Default)]
    pub struct Expectation {
        /// 预期看到: “I think … will change”.
        pub text: String = always,
        /// 怎样看出来: in what it should be visible.
        pub sign: String,
        /// By when it should be visible.
        pub by: Option<Date>,
        /// When the action started and the expectation was closed to changes.
        pub sealed: Option<Timestamp>,
    }
}

record! {
    /// One thing a teacher wrote down: a problem, an action, an observation, a reflection, a new
    /// problem, or a free note.
    ///
    /// `happened_on` and `written` are two things: an entry written more than seven days late is
    /// 补记 ([`Entry::late_by`]).
    pub struct Entry = "entry" {
        /// The spiral it belongs to; `None` for notes and for problems still waiting in the pool.
        pub spiral: Option<RecordId>,
        /// Where in a turn it stands.
        pub phase: Phase,
        /// The entry it follows: an action its problem, a reflection its action, a new problem its
        /// reflection. Turns are derived from this.
        pub after: Option<RecordId>,
        /// The day it happened, or the first day.
        pub happened_on: Option<Date>,
        /// The last day, for what took several.
        pub happened_until: Option<Date>,
        /// When it was first written down.
        pub written: Option<Timestamp>,
        /// What it is called, where it was called anything: a file that was taken in has a title.
        pub title: String,
        /// The text, in Markdown.
        pub body: String,
        /// Tags, as they were given to a file that was taken in.
        pub tags: Vec<String>,
        /// Sub-fields by their name in the catalog, all optional, in Markdown.
        pub fields: BTreeMap<String, String>,
        /// The class it happened in, as the teacher calls it.
        pub class: String,
        /// Of an action: what was expected before it started.
        pub expectation: Option<Expectation>,
        /// Of an observation or a reflection: how far the expectation of its turn came true.
        pub outcome: Outcome,
        /// Of a new problem: what becomes of it.
        pub fate: Fate,
        /// Of a new problem with its own spiral: that spiral.
        pub leads_to: Option<RecordId>,
        /// What it came from around the spirals: a visit, a meeting, a remark, a reading.
        pub origin: Option<RecordId>,
        /// Of a problem: the teacher's own answers to the problem check, 2 yes, 1 unsure, 0 no, by item.
        pub rubric: BTreeMap<String, u8>,
        /// Of a reflection: the teacher's own judgement of its depth, 1–4; 0 if not judged.
        pub depth: u8,
        /// Who may see it.
        pub privacy: Privacy,
        /// Who wrote it, where several write into one spiral.
        pub author: String,
    }
}

impl Entry {
    /// The day it stands under: when it happened, or else when it was written.
    pub fn day(&self) -> Option<Date> {
        self.happened_on.or_else(|| self.written.map(Timestamp::date))
    }

    /// Notes the first key of it: when that was, and that day, unless somebody has said on which it happened. `anew` says
    /// that there was no word of it before: what was typed and taken back is nobody's first key.
    ///
    /// ```
    /// use luoxuan::{Entry, Timestamp};
    /// // A page that was opened in the evening and first written on after midnight.
    /// let midnight = Timestamp::new(1_757_520_000_000, 480);
    /// let mut entry = Entry::default();
    /// entry.begin(midnight.saturating_add(1), true);
    /// entry.begin(midnight.saturating_add(86_400_000), false);
    /// assert_eq!(entry.happened_on, Some(midnight.date()));
    /// assert_eq!(entry.written, Some(midnight.saturating_add(1)));
    /// ```
    pub fn begin(&mut self, now: Timestamp, anew: bool) {
        if anew {
            let noted = self.written.take().map(Timestamp::date);
            self.happened_on.take_if(|day| Some(*day) == noted);
            self.happened_on.get_or_insert(now.date());
        }
        self.written.get_or_insert(now);
    }

    /// How many days late it was written, if later than the seven days after which it counts as
    /// 补记 (added later).
    pub fn late_by(&self) -> Option<u32> {
        let happened = self.happened_until.or(self.happened_on)?;
        let days = self.written?.date() - happened;
        u32::try_from(days).ok().filter(|days| *days > 7)
    }

    /// A sub-field, if anything is written in it.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }

    /// Its title, unless the text begins with a heading that says the same.
    pub fn heading(&self) -> Option<&str> {
        let title = Some(self.title.trim()).filter(|title| !title.is_empty())?;
        let first = self.body.trim_start().lines().next().unwrap_or_default();
        let said = first.trim_matches(|mark: char| mark == '#' || mark.is_whitespace());
        (!first.starts_with('#') || said != title).then_some(title)
    }

    /// What to call it in a list: its title, or else its text.
    ///
    /// ```
    /// use luoxuan::Entry;
    /// let mut entry = Entry { body: "像在填空。".into(), ..Entry::default() };
    /// assert_eq!(entry.opening(), "像在填空。");
    /// entry.title = "晨读".into();
    /// assert_eq!((entry.opening(), entry.heading()), ("晨读", Some("晨读")));
    /// entry.body = "# 晨读\n\n像在填空。".into();
    /// assert_eq!(entry.heading(), None, "it is there already");
    /// ```
    pub fn opening(&self) -> &str {
        self.heading().unwrap_or(&self.body)
    }

    /// Everything a person wrote in it, for finding and counting: the title, the body, then the sub-fields and the rest.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let expectation = self.expectation.iter().map(|expectation| expectation.text.as_str());
        [self.title.as_str(), self.body.as_str()]
            .into_iter()
            .chain(self.fields.values().map(String::as_str))
            .chain(expectation)
            .chain(self.tags.iter().map(String::as_str))
    }

    /// Whether nobody has written anything in it yet.
    pub fn is_blank(&self) -> bool {
        self.words().all(|text| text.trim().is_empty())
    }

    /// Two versions of one entry as one: their words one after the other wherever they differ, so that nothing either of
    /// them says is left out. Everything else is as in the first.
    ///
    /// ```
    /// use luoxuan::Entry;
    /// let version = |body: &str| Entry { body: body.into(), ..Entry::default() };
    /// assert_eq!(version("像在做题。").both(version("像在报清单。")).body, "像在做题。\n\n---\n\n像在报清单。");
    /// ```
    #[must_use]
    pub fn both(mut self, other: Self) -> Self {
        fn add(to: &mut String, text: &str) {
            if to.trim().is_empty() {
                text.clone_into(to);
            } else if to != text && !text.trim().is_empty() {
                to.push_str("\n\n---\n\n");
                to.push_str(text);
            }
        }
        if self.title.trim().is_empty() {
            self.title = other.title;
        } else if self.title != other.title {
            add(&mut self.body, &other.title);
        }
        add(&mut self.body, &other.body);
        let more = other.tags.into_iter().filter(|tag| !self.tags.contains(tag));
        self.tags.extend(more.collect::<Vec<_>>());
        for (name, text) in other.fields {
            add(self.fields.entry(name).or_default(), &text);
        }
        match (&self.expectation, other.expectation) {
            (None, theirs) => self.expectation = theirs,
            // A sealed expectation is not rewritten: the words of the other stand in the text.
            (Some(ours), Some(theirs)) if ours.text != theirs.text => add(&mut self.body, &theirs.text),
            _ => {}
        }
        for (name, value) in other.other {
            self.other.entry(name).or_insert(value);
        }
        self
    }

    /// Closes the expectation to changes, if there is one that is still open.
    pub fn seal(&mut self, now: Timestamp) {
        if let Some(expectation) = &mut self.expectation
            && expectation.sealed.is_none()
            && !expectation.text.trim().is_empty()
        {
            expectation.sealed = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENING: Timestamp = Timestamp::new(1_757_519_990_000, 480);
    const AFTER_MIDNIGHT: Timestamp = Timestamp::new(1_757_520_600_000, 480);

    #[test]
    fn the_day_is_that_of_the_first_key_unless_somebody_has_said_another() {
        let mut entry = Entry::default();
        entry.begin(EVENING, true);
        entry.begin(AFTER_MIDNIGHT, false);
        assert_eq!(entry.day(), Some(EVENING.date()));

        let said = EVENING.date().plus_days(-3);
        let mut entry = Entry {
            happened_on: Some(said),
            ..Entry::default()
        };
        entry.begin(AFTER_MIDNIGHT, true);
        assert_eq!(entry.day(), Some(said));
        assert_eq!(entry.written, Some(AFTER_MIDNIGHT));
    }

    #[test]
    fn what_was_typed_and_taken_back_is_not_the_first_key() {
        let mut entry = Entry::default();
        entry.begin(EVENING, true);
        entry.begin(AFTER_MIDNIGHT, true);
        assert_eq!(entry.day(), Some(AFTER_MIDNIGHT.date()));
        assert_eq!(entry.written, Some(AFTER_MIDNIGHT));
    }
}
