//! The problem check: twelve items, each remark with its reason. Advice, never a lock.
//!
//! The first three items are the school's gate (真问题, 有意义, 有价值). What a machine can see is
//! little; where the teacher has answered an item, that answer stands beside the remark.

use super::facts::has_facts;
use crate::catalog::{self, Language, wordlists as lists};
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Entry, EvidenceKind, Phase, words};
use crate::text::{count, fold, sentences};
use crate::time::Date;

words! {
    /// An item of the problem check, in order.
    pub enum CheckItem {
        /// 真实.
        #[default]
        Real = "real",
        /// 有意义.
        Meaningful = "meaningful",
        /// 有价值.
        Valuable = "valuable",
        /// 小而具体.
        Specific = "specific",
        /// 我能改.
        WithinControl = "within_control",
        /// 做得完.
        Feasible = "feasible",
        /// 看得见.
        Observable = "observable",
        /// 开放.
        Open = "open",
        /// 没现成答案.
        Unsettled = "unsettled",
        /// 说得清.
        Clear = "clear",
        /// 不伤害学生.
        Ethical = "ethical",
        /// 连得上.
        Linked = "linked",
    }
}

/// What a machine makes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It looks weak.
    Weak,
    /// It cannot be seen from the text.
    Unsure,
    /// It looks good.
    Pass,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident $verdict:ident,)*) => {
        /// Why an item was judged as it was. Each has its sentence in the catalog.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Reason { $($(#[$doc])* $reason,)* }

        impl Reason {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$reason,)*];

            /// What it says of its item.
            pub const fn verdict(self) -> Verdict {
                match self { $(Self::$reason => Verdict::$verdict,)* }
            }
        }
    };
}

reasons! {
    /// Two dates, or a figure.
    DatedFacts Pass,
    /// Neither.
    FewFacts Weak,
    /// Pupils, and a verb of learning.
    LearningGain Pass,
    /// Not both.
    NoLearningGain Unsure,
    /// The peer field is filled.
    PeerConfirms Pass,
    /// It is empty.
    NoPeer Unsure,
    /// No broad word.
    Narrow Pass,
    /// A broad word.
    Broad Weak,
    /// No lever in others' hands.
    OwnLever Pass,
    /// A lever in others' hands.
    OthersLever Weak,
    /// Ends within the term.
    WithinTerm Pass,
    /// Ends after the term.
    BeyondTerm Weak,
    /// No end is given, or no term is set.
    NoDates Unsure,
    /// The indicator field is filled, or the baseline, or the spiral has an indicator.
    HasIndicator Pass,
    /// None of these.
    NoIndicator Weak,
    /// No yes-or-no form.
    OpenQuestion Pass,
    /// A yes-or-no form.
    YesNo Weak,
    /// A form that holds its answer.
    SettledAlready Weak,
    /// Begins with how-to-improve, which two traditions judge differently.
    HowToImprove Unsure,
    /// Names something read or asked, or a colleague confirms it.
    HasSource Pass,
    /// Does not.
    NoSource Unsure,
    /// One sentence of at most 40 characters.
    OneSentence Pass,
    /// Longer.
    TooLong Weak,
    /// Two questions, or a list of three and more.
    SeveralAtOnce Unsure,
    /// No sentence yet.
    NoStatement Unsure,
    /// None of the names to look for.
    NoNames Pass,
    /// There are no names to look for.
    NamesUnknown Unsure,
    /// One of them.
    HasName Weak,
    /// A theme is set.
    HasTheme Pass,
    /// None is.
    NoTheme Unsure,
}

/// A remark on one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Assessment {
    /// Which item.
    pub item: CheckItem,
    /// Why.
    pub reason: Reason,
    /// The word or number that made the difference; empty if none did.
    pub name: String,
    /// The teacher's own answer: 2 yes, 1 unsure, 0 no.
    pub own: Option<u8>,
}

impl Assessment {
    /// What the check makes of the item.
    pub const fn verdict(&self) -> Verdict {
        self.reason.verdict()
    }

    /// The remark as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        catalog::fill(catalog::reason(self.reason).in_(language), &[("name", &self.name)])
    }
}

/// What the check needs to know besides the entry.
#[derive(Debug, Clone, Default)]
pub struct CheckContext {
    /// Last day of the term the problem falls in.
    pub term_end: Option<Date>,
    /// The last day anything about it is planned for.
    pub planned_end: Option<Date>,
    /// Whether the spiral is linked to a theme.
    pub has_theme: bool,
    /// Whether the spiral has an indicator.
    pub has_indicator: bool,
    /// Whether something read stands among the evidence for it.
    pub has_source: bool,
    /// Names that must not appear: a class list, persons known to the journal.
    pub names: Vec<String>,
}

impl CheckContext {
    /// What a journal says around a problem. Names are not in a journal; the caller adds them.
    pub fn of(index: &Index, problem: RecordId) -> Self {
        let Some(entry) = index.entry(problem) else {
            return Self::default();
        };
        let spiral = entry.spiral.and_then(|spiral| index.spiral(spiral));
        let span = entry.day().and_then(|day| {
            index
                .terms()
                .into_iter()
                .find_map(|(_, term)| term.span().filter(|span| span.contains(day)))
        });
        let follows = |other: &Entry| other.phase == Phase::Action && other.after == Some(problem);
        let end = |action: &Entry| {
            let by = action.expectation.as_ref().and_then(|expectation| expectation.by);
            action.happened_until.or(by)
        };
        let around = entry
            .spiral
            .into_iter()
            .flat_map(|spiral| index.in_spiral::<Entry>(spiral));
        Self {
            term_end: span.map(|span| span.end),
            planned_end: around
                .filter(|(_, other)| follows(other))
                .filter_map(|(_, action)| end(action))
                .max(),
            has_theme: spiral.is_some_and(|spiral| !spiral.themes.is_empty()),
            has_indicator: spiral.is_some_and(|spiral| !spiral.indicators.is_empty()),
            has_source: entry.spiral.is_some_and(|spiral| {
                let mut evidence = index.evidence_in(spiral).into_iter();
                evidence.any(|(_, e)| e.sort == EvidenceKind::Reading && e.entries.contains(&problem))
            }),
            names: Vec::new(),
        }
    }
}

/// Checks a problem against all twelve items, in order.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::spiral::{CheckContext, CheckItem, Verdict, check_problem};
/// use luoxuan::{Entry, Phase};
/// let vague = Entry { phase: Phase::Problem, body: "怎样提高学生的综合素质？".into(), ..Entry::default() };
/// let remarks = check_problem(&vague, &CheckContext::default());
/// let specific = remarks.iter().find(|remark| remark.item == CheckItem::Specific).unwrap();
/// assert_eq!(specific.verdict(), Verdict::Weak);
/// assert_eq!(specific.sentence(Language::ZhHans), "“综合素质”太大了。换成哪些学生、什么时候、什么表现。");
/// ```
pub fn check_problem(entry: &Entry, context: &CheckContext) -> Vec<Assessment> {
    let look = Checker {
        entry,
        context,
        // Two pieces never run together into a word that stands in neither.
        all: fold(&entry.words().collect::<Vec<_>>().join("\n")),
        statement: statement(entry),
    };
    CheckItem::ALL
        .iter()
        .map(|item| {
            let (reason, name) = look.at(*item);
            Assessment {
                item: *item,
                reason,
                name,
                own: entry.rubric.get(item.word()).copied(),
            }
        })
        .collect()
}

/// The problem in one sentence: its field, or else the last question in the text.
fn statement(entry: &Entry) -> Option<&str> {
    let asks = |sentence: &&str| {
        sentence
            .trim_end()
            .trim_end_matches(['”', '」', '"'])
            .ends_with(['？', '?'])
    };
    entry
        .field("statement")
        .or_else(|| sentences(&entry.body).filter(asks).last())
        .map(str::trim)
}

struct Checker<'e> {
    entry: &'e Entry,
    context: &'e CheckContext,
    /// Everything written in it, folded.
    all: String,
    /// The problem in one sentence.
    statement: Option<&'e str>,
}

impl Checker<'_> {
    fn at(&self, item: CheckItem) -> (Reason, String) {
        let Self {
            entry, context, all, ..
        } = self;
        let has = |field: &str| entry.field(field).is_some();
        match item {
            CheckItem::Real => {
                let facts = entry.field("facts").map_or_else(|| all.clone(), fold);
                either(has_facts(&facts), Reason::DatedFacts, Reason::FewFacts)
            }
            CheckItem::Meaningful => {
                let gain = first(lists::PUPILS, all).is_some() && first(lists::LEARNING, all).is_some();
                either(gain, Reason::LearningGain, Reason::NoLearningGain)
            }
            CheckItem::Valuable => either(has("peer"), Reason::PeerConfirms, Reason::NoPeer),
            CheckItem::Specific => {
                let text = self.statement.map_or_else(|| all.clone(), fold);
                unless(first(lists::BROAD, &text), Reason::Narrow, Reason::Broad)
            }
            CheckItem::WithinControl => unless(first(lists::OTHERS, all), Reason::OwnLever, Reason::OthersLever),
            CheckItem::Feasible => match (context.planned_end.or(entry.happened_until), context.term_end) {
                (Some(until), Some(end)) => either(until <= end, Reason::WithinTerm, Reason::BeyondTerm),
                _ => (Reason::NoDates, String::new()),
            },
            CheckItem::Observable => {
                let seen = has("indicator") || has("baseline") || context.has_indicator;
                either(seen, Reason::HasIndicator, Reason::NoIndicator)
            }
            CheckItem::Open => self.statement.map_or((Reason::NoStatement, String::new()), openness),
            CheckItem::Unsettled => {
                let asked = has("peer") || context.has_source || first(lists::SOURCES, all).is_some();
                either(asked, Reason::HasSource, Reason::NoSource)
            }
            CheckItem::Clear => self.statement.map_or((Reason::NoStatement, String::new()), clarity),
            CheckItem::Ethical => {
                // A name of one character is found in half of all words.
                let mut names = context
                    .names
                    .iter()
                    .filter(|name| name.trim().chars().count() > 1)
                    .peekable();
                if names.peek().is_none() {
                    return (Reason::NamesUnknown, String::new());
                }
                let named = names.map(|name| name.trim()).find(|name| all.contains(&fold(name)));
                unless(named, Reason::NoNames, Reason::HasName)
            }
            CheckItem::Linked => either(context.has_theme, Reason::HasTheme, Reason::NoTheme),
        }
    }
}

fn either(holds: bool, yes: Reason, no: Reason) -> (Reason, String) {
    (if holds { yes } else { no }, String::new())
}

fn unless(word: Option<&str>, yes: Reason, no: Reason) -> (Reason, String) {
    word.map_or((yes, String::new()), |word| (no, word.trim().into()))
}

fn openness(statement: &str) -> (Reason, String) {
    let statement = &*fold(statement);
    let bare = statement.trim_end_matches(['?', '。', '.', '”', '」', '"', ' ']);
    let ends_in = ["吗", "嗎"].into_iter().find(|word| bare.ends_with(word));
    let opens_with = lists::YES_NO_OPENERS
        .split('|')
        .find(|word| statement.starts_with(word));
    if let Some(word) = first(lists::YES_NO, statement).or(ends_in).or(opens_with) {
        (Reason::YesNo, word.trim().into())
    } else if let Some(word) = first(lists::SETTLED, statement) {
        (Reason::SettledAlready, word.into())
    } else if let Some(word) = first(lists::HOW_TO_IMPROVE, statement) {
        (Reason::HowToImprove, word.into())
    } else {
        (Reason::OpenQuestion, String::new())
    }
}

/// One sentence of at most 40 字 that does not list several things.
fn clarity(statement: &str) -> (Reason, String) {
    let length = count(statement).words;
    let folded = fold(statement);
    let joints: usize = lists::JOINTS
        .split('|')
        .map(|joint| folded.matches(joint).count())
        .sum();
    if length > 40 {
        (Reason::TooLong, length.to_string())
    } else if joints > 2 || sentences(statement).count() > 1 {
        (Reason::SeveralAtOnce, String::new())
    } else {
        (Reason::OneSentence, String::new())
    }
}

fn first<'w>(list: &'w str, text: &str) -> Option<&'w str> {
    list.split('|').find(|word| text.contains(word))
}
