//! What is entered for a contest and was entered, awarded or published elsewhere: said before it is handed in, never refused.

use super::{Kinds, STAGE};
use crate::catalog::words::kind::reuse as words;
use crate::catalog::{Language, Words, fill};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::record::Kind;
use crate::text::say_day;
use crate::time::Date;

/// Where a text or a lesson was before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reuse {
    /// The award, the publication or the other entry.
    pub record: RecordId,
    /// What became of it there.
    pub what: Became,
    /// What the notice of this contest says about such work; empty if nothing.
    pub rule: String,
}

/// What became of it there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Became {
    /// It was given a prize: the words for the level and the grade, and the day.
    Awarded(String, String, Option<Date>),
    /// It was published.
    Published(Option<Date>),
    /// It has been entered for this contest too, and nothing has come of it yet.
    Entered(String),
}

impl Reuse {
    /// It as one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let day = |day: &Option<Date>| day.map(|day| say_day(day, true, language)).unwrap_or_default();
        let bracket = |text: String| match (text.is_empty(), language) {
            (true, _) => text,
            (false, Language::En) => format!(" ({text})"),
            (false, _) => format!("（{text}）"),
        };
        let (words, what, on): (Words, String, String) = match &self.what {
            Became::Awarded(level, grade, on) => (words::AWARDED, prize(level, grade, language), bracket(day(on))),
            Became::Published(on) => (words::PUBLISHED, String::new(), bracket(day(on))),
            Became::Entered(contest) => (words::ENTERED, contest.clone(), String::new()),
        };
        let rule = match self.rule.trim().trim_end_matches(['。', '.']) {
            "" => words::ASK.in_(language).to_owned(),
            rule => fill(words::RULE.in_(language), &[("rule", &rule)]),
        };
        fill(words.in_(language), &[("what", &what), ("on", &on), ("rule", &rule)])
    }
}

fn prize(level: &str, grade: &str, language: Language) -> String {
    let some = words::PRIZE.in_(language);
    let said = [level, if grade.is_empty() { some } else { grade }];
    let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
    said.join(if language == Language::En { " " } else { "" })
}

/// What to say of a contest entry before it is handed in: whether its text or lesson was given a prize at the level the
/// contest excludes, was published, or is entered elsewhere at the same time. Going up from school to district to city is the
/// way of contests, and needs no word. `None` for another kind of record, and once it is submitted.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::kind::{Kinds, reuse};
/// use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
/// let (id, award) = (RecordId::from_bytes([2; 16]), RecordId::from_bytes([3; 16]));
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let (entry, outcome) = (Kinds::built_in().named("contest_entry"), Kinds::built_in().named("outcome"));
/// let mut journal = Journal::new();
/// journal.write(id, entry.expect("it is there").begun("把一件事写具体"), author);
/// let won = outcome.expect("it is there").begun("把一件事写具体");
/// journal.write(award, won.with("level", Some("city".into())).with("grade", Some("first".into())), author);
/// let said = reuse(&Index::of(&journal), id, Language::ZhHans).expect("it has won a prize");
/// assert_eq!(said.sentence(Language::ZhHans), "这份得过市级一等奖，交以前先看通知，这样的能不能再交。");
/// ```
pub fn reuse(index: &Index, id: RecordId, language: Language) -> Option<Reuse> {
    let asked = Asked::of(index, id, language)?;
    asked.won().or_else(|| asked.entered())
}

/// What is asked: whether this entry may go to its contest.
struct Asked<'i> {
    index: &'i Index,
    id: RecordId,
    content: &'i Content,
    language: Language,
    entry: &'static Kind,
    outcome: &'static Kind,
    contest: &'static Kind,
    /// What the notice says of work that was somewhere before.
    rule: String,
    /// From this level on, prizes exclude.
    barred: Option<usize>,
}

impl<'i> Asked<'i> {
    fn of(index: &'i Index, id: RecordId, language: Language) -> Option<Self> {
        let kinds = Kinds::built_in();
        let named = |name: &str| kinds.named(name).map(|kind| &**kind);
        let (entry, outcome, contest) = (named("contest_entry")?, named("outcome")?, named("contest")?);
        let content = index.head(id)?.content();
        let is_entry = kinds.of_content(content).is_some_and(|kind| kind.name == entry.name);
        if !is_entry || is_over(entry, content) {
            return None;
        }
        let notice = linked(content, "contest").and_then(|id| Some(index.head(id)?.content()));
        let said = |field: &str| level(contest, notice?, field);
        let barred = said("reuse_level")
            .or_else(|| said("level"))
            .or_else(|| level(contest, content, "level"));
        let rule = notice.and_then(|notice| notice.text("reuse")).unwrap_or_default();
        Some(Self {
            index,
            id,
            content,
            language,
            entry,
            outcome,
            contest,
            rule: rule.into_owned(),
            barred,
        })
    }

    /// What is below is the way up; what does not say its level may be anything.
    fn counts(&self, at: Option<usize>) -> bool {
        at.is_none() || self.barred.is_none() || at >= self.barred
    }

    fn said(&self, record: RecordId, what: Became) -> Reuse {
        let rule = self.rule.clone();
        Reuse { record, what, rule }
    }

    /// The highest of what it has won, or where it was published.
    fn won(&self) -> Option<Reuse> {
        let all = self.outcome.records(self.index).filter_map(|head| {
            let other = head.content();
            let is_nothing = other.text("grade").is_some_and(|grade| grade == "none");
            let is_of_this = linked(other, "contest_entry") == Some(self.id);
            if is_nothing || is_of_this || !is_same((self.entry, self.content), (self.outcome, other)) {
                return None;
            }
            let at = level(self.contest, other, "level");
            let day = self.outcome.day_of(other);
            if other.text("sort").is_some_and(|sort| sort == "published") {
                return Some((at, self.said(head.record(), Became::Published(day))));
            }
            let label = |field: &str| label(self.outcome, other, field, self.language);
            let what = Became::Awarded(label("level"), label("grade"), day);
            self.counts(at).then(|| (at, self.said(head.record(), what)))
        });
        let highest = all.max_by_key(|(at, reuse)| (*at, reuse.record))?;
        Some(highest.1)
    }

    /// Another contest it is on its way to.
    fn entered(&self) -> Option<Reuse> {
        let to = |content: &Content| linked(content, "contest");
        let other = self.entry.records(self.index).find(|head| {
            let other = head.content();
            head.record() != self.id
                && to(other) != to(self.content)
                && is_entered(other)
                && is_same((self.entry, self.content), (self.entry, other))
                && self.counts(level(self.contest, other, "level"))
        })?;
        let notice = to(other.content()).and_then(|id| Some(self.index.head(id)?.content()));
        let title = notice.map(|notice| self.contest.title_of(notice).trim().to_owned());
        let unnamed = words::UNNAMED.in_(self.language);
        let title = title
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| unnamed.to_owned());
        Some(self.said(other.record(), Became::Entered(title)))
    }
}

fn linked(content: &Content, field: &str) -> Option<RecordId> {
    content.text(field)?.parse().ok()
}

/// The level that stands in a field, counted from school up.
fn level(contest: &Kind, content: &Content, field: &str) -> Option<usize> {
    let word = content.text(field)?;
    let choices = &contest.field("level")?.choices;
    choices.iter().position(|choice| choice.word == word)
}

/// Whether it has been handed in to the organiser, or will not be.
fn is_over(entry: &Kind, content: &Content) -> bool {
    let at = |word: &str| entry.stages.iter().position(|stage| stage.word == word);
    let stage = content.text(STAGE).unwrap_or_default();
    stage == "not_sent" || at(&stage).is_some_and(|now| Some(now) >= at("submitted"))
}

/// Whether an entry is under way, and not only known of.
fn is_entered(content: &Content) -> bool {
    let stage = content.text(STAGE).unwrap_or_default();
    !["", "announced", "not_sent", "result", "archived"].contains(&&*stage)
}

/// Whether two records are of one text or lesson: by what they are linked with, or else by their titles.
fn is_same((kind, content): (&Kind, &Content), (other_kind, other): (&Kind, &Content)) -> bool {
    for field in ["document", "lesson"] {
        if let (Some(one), Some(two)) = (content.text(field), other.text(field)) {
            return one == two;
        }
    }
    let (one, two) = (kind.title_of(content), other_kind.title_of(other));
    !one.trim().is_empty() && one.trim() == two.trim()
}

fn label(kind: &Kind, content: &Content, field: &str, language: Language) -> String {
    let word = content.text(field).unwrap_or_default();
    let field = kind.field(field);
    field.map_or("", |field| field.choice_label(&word, language)).to_owned()
}
