//! Open answers: to be read, counted by the codes (类别) they were given, and quoted.

use std::collections::BTreeMap;

use super::answers::is_blank;
use super::sheet::pieces;
use crate::record::{Choice, Item, ItemKind, Survey};

/// An open answer, once, however many gave it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OpenAnswer {
    /// What it says.
    pub text: String,
    /// How many people said just this.
    pub people: u64,
    /// The codes it was given, in their order.
    pub codes: Vec<String>,
}

/// What was answered to an open item, each answer once, in the order in which they came. Of an item with options, what
/// people wrote in behind one of them (其他〖没有时间〗), which has no codes.
///
/// ```
/// use luoxuan::record::{Item, ItemKind};
/// use luoxuan::survey::open_answers;
/// use luoxuan::Survey;
/// let item = Item { sort: ItemKind::Open, ..Item::default() };
/// let row = |text: &str| vec![text.to_owned()];
/// let survey = Survey {
///     items: [("q".into(), item)].into(),
///     columns: vec!["q".into()],
///     rows: vec![row("没东西写"), row("(空)"), row("没东西写 "), row("写不长")],
///     ..Survey::default()
/// };
/// let said: Vec<_> = open_answers(&survey, "q").into_iter().map(|one| (one.text, one.people)).collect();
/// assert_eq!(said, [("没东西写".into(), 2), ("写不长".into(), 1)]);
/// ```
pub fn open_answers(survey: &Survey, name: &str) -> Vec<OpenAnswer> {
    let Some(item) = survey.items.get(name) else {
        return Vec::new();
    };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: Vec<OpenAnswer> = Vec::new();
    for cell in cells(survey, name) {
        let said = match item.sort {
            ItemKind::Open => vec![cell.to_owned()],
            ItemKind::Single | ItemKind::Multiple => own_words(cell),
            ItemKind::Likert5 | ItemKind::Likert4 | ItemKind::Number => Vec::new(),
        };
        for text in said {
            let place = *places.entry(text.clone()).or_insert(all.len());
            match all.get_mut(place) {
                Some(answer) => answer.people += 1,
                None => all.push(OpenAnswer {
                    codes: item.codes(&text).into_iter().map(str::to_owned).collect(),
                    text,
                    people: 1,
                }),
            }
        }
    }
    all
}

/// The cells of an item in which something was answered.
fn cells<'s>(survey: &'s Survey, name: &str) -> impl Iterator<Item = &'s str> {
    let column = survey.columns.iter().position(|column| column == name);
    let of = move |row: &'s Vec<String>| row.get(column?).map(|cell| cell.trim());
    // What a sheet by number says where nothing was written.
    let said = |cell: &&str| !is_blank(cell) && !matches!(*cell, "-2" | "-3");
    survey.rows.iter().filter_map(of).filter(said)
}

/// What was written in behind options, between the brackets in which platforms put it.
fn own_words(cell: &str) -> Vec<String> {
    let words = |piece: &str| {
        let (_, words) = piece.split_once(['〖', '┊'])?;
        let words = words.trim_end_matches('〗').trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    let all = pieces(cell, &['┋', ';', '；', '|']).into_iter();
    all.filter_map(words).collect()
}

/// What coding came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coded {
    /// How many people's answers have each code, in the codes' order.
    pub(super) counts: Vec<u64>,
    /// How many answered.
    pub(super) people: u64,
    /// How many of their answers have no code yet.
    pub(super) uncoded: u64,
    /// How many have more than one.
    pub(super) shared: u64,
}

impl Coded {
    /// Of an open item some of whose answers have codes; `None` of any other.
    pub(super) fn of(survey: &Survey, name: &str, item: &Item) -> Option<Self> {
        if item.sort != ItemKind::Open || item.coded.is_empty() {
            return None;
        }
        let choices = item.choices();
        let mut coded = Self {
            counts: vec![0; choices.len()],
            people: 0,
            uncoded: 0,
            shared: 0,
        };
        for cell in cells(survey, name) {
            let codes = item.codes(cell);
            coded.people += 1;
            coded.uncoded += u64::from(codes.is_empty());
            coded.shared += u64::from(codes.len() > 1);
            for (count, (name, _)) in coded.counts.iter_mut().zip(&choices) {
                *count += u64::from(codes.contains(&name.as_str()));
            }
        }
        (coded.uncoded < coded.people).then_some(coded)
    }
}

/// An answer that is quoted by itself has at least so many characters: fewer say nothing.
const BRIEF: usize = 8;

/// And at most so many: more is a passage of its own.
const LONG: usize = 60;

/// So many answers speak for a code.
const QUOTED: usize = 2;

/// Words to quote for each code of an open item, by its short name: those a teacher chose, or else two of its answers.
///
/// These are the shortest of eight characters or more, up to sixty: what says one thing, and says it. Answers that have
/// only this code come before those that have others too, and each is quoted once, under the code most were given. Where
/// no answer is long enough, the longest speaks.
///
/// ```
/// use luoxuan::record::{Choice, Item, ItemKind};
/// use luoxuan::survey::quotes;
/// use luoxuan::Survey;
/// let choices = [("a".into(), Choice { text: "没东西写".into(), ..Choice::default() })].into();
/// let mut item = Item { sort: ItemKind::Open, choices, ..Item::default() };
/// let said = ["没有", "坐半天也想不出写什么", "每天都一样，没有什么可写的事"];
/// said.iter().for_each(|answer| item.give(answer, "a"));
/// let survey = Survey {
///     items: [("q".into(), item)].into(),
///     columns: vec!["q".into()],
///     rows: said.iter().map(|answer| vec![(*answer).to_owned()]).collect(),
///     ..Survey::default()
/// };
/// assert_eq!(quotes(&survey, "q")["a"], ["坐半天也想不出写什么", "每天都一样，没有什么可写的事"]);
/// ```
pub fn quotes(survey: &Survey, name: &str) -> BTreeMap<String, Vec<String>> {
    let Some(item) = survey.items.get(name).filter(|item| item.sort == ItemKind::Open) else {
        return BTreeMap::new();
    };
    let answers = open_answers(survey, name);
    let people = |code: &str| -> u64 {
        let of_it = answers
            .iter()
            .filter(|answer| answer.codes.iter().any(|one| one == code));
        of_it.map(|answer| answer.people).sum()
    };
    let mut codes: Vec<(String, Choice)> = item.choices();
    codes.sort_by_key(|(code, _)| std::cmp::Reverse(people(code)));
    let mut quoted: Vec<String> = Vec::new();
    let mut all = BTreeMap::new();
    for (code, choice) in codes {
        let said: Vec<String> = if choice.quotes.is_empty() {
            let of_it = answers
                .iter()
                .filter(|answer| answer.codes.contains(&code) && !quoted.contains(&answer.text));
            chosen(of_it.collect())
        } else {
            choice.quotes
        };
        if !said.is_empty() {
            quoted.extend(said.iter().cloned());
            all.insert(code, said);
        }
    }
    all
}

/// Those of a code's answers that are quoted.
fn chosen(mut answers: Vec<&OpenAnswer>) -> Vec<String> {
    let long = |answer: &OpenAnswer| answer.text.chars().count();
    answers.sort_by_key(|answer| (answer.codes.len() > 1, long(answer)));
    let fitting = |answer: &&&OpenAnswer| (BRIEF..=LONG).contains(&long(answer));
    let said: Vec<String> = answers
        .iter()
        .filter(fitting)
        .take(QUOTED)
        .map(|answer| answer.text.clone())
        .collect();
    if !said.is_empty() {
        return said;
    }
    let brief = answers.iter().filter(|answer| long(answer) < BRIEF);
    let longest = brief.max_by_key(|answer| (long(answer), answer.codes.len() == 1));
    longest.map(|answer| answer.text.clone()).into_iter().collect()
}
