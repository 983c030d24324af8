//! The problem check: twelve items, each remark with its reason. Advice, never a lock.
//!
//! The first three items are the school's gate (真问题, 有意义, 有价值). What a machine can see is
//! little; where the teacher has answered an item, that answer stands beside the remark.

use crate::catalog::wordlists as lists;
use crate::record::{Entry, words};
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
        /// 不伤人.
        Ethical = "ethical",
        /// 连得上.
        Linked = "linked",
    }
}

/// What a machine makes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The indicator field is filled, or the baseline.
    HasIndicator Pass,
    /// Neither.
    NoIndicator Weak,
    /// No yes-or-no form.
    OpenQuestion Pass,
    /// A yes-or-no form.
    YesNo Weak,
    /// A form that holds its answer.
    SettledAlready Weak,
    /// Begins with how-to-improve, which two traditions judge differently.
    HowToImprove Unsure,
    /// Names something read or asked.
    HasSource Pass,
    /// Does not.
    NoSource Unsure,
    /// One sentence of at most 40 characters.
    OneSentence Pass,
    /// Longer.
    TooLong Weak,
    /// No sentence yet.
    NoStatement Unsure,
    /// None of the names to look for.
    NoNames Pass,
    /// One of them.
    HasName Weak,
    /// A theme is set.
    HasTheme Pass,
    /// None is.
    NoTheme Unsure,
}

/// A remark on one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which item.
    pub item: CheckItem,
    /// Why.
    pub reason: Reason,
    /// The word or number that made the difference; empty if none did.
    pub name: String,
    /// The teacher's own answer: 2 yes, 1 unsure, 0 no.
    pub own: Option<u8>,
}

impl Remark {
    /// What the check makes of the item.
    pub const fn verdict(&self) -> Verdict {
        self.reason.verdict()
    }
}

/// What the check needs to know besides the entry.
#[derive(Debug, Clone, Default)]
pub struct CheckContext {
    /// Last day of the term the problem falls in.
    pub term_end: Option<Date>,
    /// Whether the spiral or the problem is linked to a theme.
    pub has_theme: bool,
    /// Names that must not appear: persons known to the journal.
    pub names: Vec<String>,
}

/// Checks a problem against all twelve items.
///
/// ```
/// use luoxuan::spiral::{CheckContext, CheckItem, Verdict, check_problem};
/// use luoxuan::{Entry, Phase};
/// let vague = Entry { phase: Phase::Problem, body: "怎样提高学生的综合素质？".into(), ..Entry::default() };
/// let remarks = check_problem(&vague, &CheckContext::default());
/// let specific = remarks.iter().find(|remark| remark.item == CheckItem::Specific).unwrap();
/// assert_eq!((specific.verdict(), specific.name.as_str()), (Verdict::Weak, "综合素质"));
/// ```
pub fn check_problem(entry: &Entry, context: &CheckContext) -> Vec<Remark> {
    let all: String = entry.words().collect::<Vec<_>>().join("\n");
    let statement = entry.field("statement").unwrap_or(&entry.body);
    CheckItem::ALL
        .iter()
        .map(|item| {
            let (reason, name) = judge(*item, entry, &all, statement, context);
            Remark {
                item: *item,
                reason,
                name,
                own: entry.rubric.get(item.word()).copied(),
            }
        })
        .collect()
}

fn judge(item: CheckItem, entry: &Entry, all: &str, statement: &str, context: &CheckContext) -> (Reason, String) {
    let plain = |holds: bool, yes: Reason, no: Reason| (if holds { yes } else { no }, String::new());
    let unless = |word: Option<&str>, yes: Reason, no: Reason| match word {
        Some(word) => (no, word.to_owned()),
        None => (yes, String::new()),
    };
    match item {
        CheckItem::Real => plain(
            has_facts(entry.field("facts").unwrap_or(all)),
            Reason::DatedFacts,
            Reason::FewFacts,
        ),
        CheckItem::Meaningful => {
            let gain = first(lists::PUPILS, all).is_some() && first(lists::LEARNING, all).is_some();
            plain(gain, Reason::LearningGain, Reason::NoLearningGain)
        }
        CheckItem::Valuable => plain(entry.field("peer").is_some(), Reason::PeerConfirms, Reason::NoPeer),
        CheckItem::Specific => unless(first(lists::BROAD, statement), Reason::Narrow, Reason::Broad),
        CheckItem::WithinControl => unless(first(lists::OTHERS, all), Reason::OwnLever, Reason::OthersLever),
        CheckItem::Feasible => match (entry.happened_until, context.term_end) {
            (Some(until), Some(end)) => plain(until <= end, Reason::WithinTerm, Reason::BeyondTerm),
            _ => (Reason::NoDates, String::new()),
        },
        CheckItem::Observable => {
            let seen = entry.field("indicator").is_some() || entry.field("baseline").is_some();
            plain(seen, Reason::HasIndicator, Reason::NoIndicator)
        }
        CheckItem::Open => openness(statement),
        CheckItem::Unsettled => plain(
            first(lists::SOURCES, all).is_some(),
            Reason::HasSource,
            Reason::NoSource,
        ),
        CheckItem::Clear => match entry.field("statement") {
            None => (Reason::NoStatement, String::new()),
            Some(statement) => {
                let length = crate::text::count(statement).characters;
                if length > 40 {
                    (Reason::TooLong, length.to_string())
                } else {
                    (Reason::OneSentence, String::new())
                }
            }
        },
        CheckItem::Ethical => {
            let named = context
                .names
                .iter()
                .map(String::as_str)
                .find(|name| !name.is_empty() && all.contains(name));
            unless(named, Reason::NoNames, Reason::HasName)
        }
        CheckItem::Linked => plain(context.has_theme, Reason::HasTheme, Reason::NoTheme),
    }
}

fn openness(statement: &str) -> (Reason, String) {
    let trimmed = statement.trim_end_matches(['？', '?', '。', ' ', '\n']);
    let last = trimmed.rsplit(['。', '！', '？', '\n']).next().unwrap_or_default();
    if let Some(word) = first(lists::YES_NO, statement) {
        (Reason::YesNo, word.into())
    } else if last.ends_with('吗') {
        (Reason::YesNo, "吗".into())
    } else if let Some(word) = first(lists::SETTLED, statement) {
        (Reason::SettledAlready, word.into())
    } else if let Some(word) = first(lists::HOW_TO_IMPROVE, statement) {
        (Reason::HowToImprove, word.into())
    } else {
        (Reason::OpenQuestion, String::new())
    }
}

fn first<'w>(words: &[&'w str], text: &str) -> Option<&'w str> {
    words.iter().copied().find(|word| text.contains(word))
}

/// Two dates (9月17日, 2025-09-17), or one figure that counts something.
fn has_facts(text: &str) -> bool {
    let dates = text.matches('月').count().min(text.matches('日').count());
    let counted = ["人", "次", "%", "字", "条", "组", "本", "题", "个"];
    let digits = text.char_indices().filter(|(_, character)| character.is_ascii_digit());
    let figure = digits.clone().any(|(at, _)| {
        let after = text
            .get(at..)
            .unwrap_or_default()
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        counted.iter().any(|unit| after.starts_with(unit))
    });
    dates >= 2 || figure
}
