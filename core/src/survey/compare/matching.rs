//! Which question of one survey is which of another.

use crate::catalog::Language;
use crate::record::{Item, Survey};
use crate::survey::answers::label;
use crate::survey::sheet::words_of;
use crate::text::fold;

/// A question that two surveys have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Match {
    /// Its short name in the survey.
    pub here: String,
    /// Its short name in the other.
    pub there: String,
    /// Of each option of it, its place in the other.
    pub options: Vec<usize>,
    /// Whether only its name in tables is the same, and what was asked is worded otherwise.
    pub reworded: bool,
}

/// Why a question stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unmatched {
    /// The other survey does not ask it.
    OnlyHere,
    /// Only the other survey asks it.
    OnlyThere,
    /// It is of another kind there.
    OtherKind,
    /// It has other options there.
    OtherOptions,
    /// In one of the two nobody has counted it.
    NotCounted,
}

/// The questions that both have, in this survey's order, and the others with why: first those of this survey.
pub fn matches(survey: &Survey, other: &Survey) -> (Vec<Match>, Vec<(String, Unmatched)>) {
    let (mut pairs, mut left): (Vec<Match>, Vec<(String, Unmatched)>) = Default::default();
    let theirs = other.items();
    for (name, item) in survey.items() {
        let free = || {
            let taken = |there: &str| pairs.iter().any(|pair| pair.there == there);
            theirs.iter().filter(move |(there, _)| !taken(there))
        };
        let by = |of: &dyn Fn(&Item) -> String| {
            let said = of(item);
            free().find(|(_, other)| !said.is_empty() && of(other) == said)
        };
        let same = by(&|item| bare(&item.text)).map(|found| (found, false));
        let Some(((there, its), reworded)) = same.or_else(|| Some((by(&|item| bare(&item.name))?, true))) else {
            left.push((item.called().to_owned(), Unmatched::OnlyHere));
            continue;
        };
        match options(item, its) {
            Ok(options) => pairs.push(Match {
                here: name.to_owned(),
                there: (*there).to_owned(),
                options,
                reworded,
            }),
            Err(why) => left.push((item.called().to_owned(), why)),
        }
    }
    let known = |there: &str| pairs.iter().any(|pair| pair.there == there);
    let differ: Vec<String> = left.iter().map(|(called, _)| called.clone()).collect();
    let only = theirs
        .iter()
        .filter(|(there, item)| !known(there) && !differ.iter().any(|called| called == item.called()));
    left.extend(only.map(|(_, item)| (item.called().to_owned(), Unmatched::OnlyThere)));
    (pairs, left)
}

/// What was asked, without numbers, marks and the question mark.
fn bare(text: &str) -> String {
    let folded = fold(words_of(text).trim());
    folded.trim_end_matches(['?', '。', '.', ':']).trim().to_owned()
}

/// Of each option its place among the other's.
fn options(item: &Item, other: &Item) -> Result<Vec<usize>, Unmatched> {
    if item.sort != other.sort {
        return Err(Unmatched::OtherKind);
    }
    // The usual words of a scale are the same in every language.
    let labels = |item: &Item| -> Vec<String> {
        let choices = item.choices().into_iter();
        choices
            .map(|(name, choice)| fold(label(item.sort, &name, &choice, Language::ZhHans).trim()))
            .collect()
    };
    let (mine, theirs) = (labels(item), labels(other));
    let place = |label: &String| theirs.iter().position(|other| other == label);
    let places: Option<Vec<usize>> = mine.iter().map(place).collect();
    let mut distinct = places.clone().unwrap_or_default();
    distinct.sort_unstable();
    distinct.dedup();
    places
        .filter(|places| {
            places.len() == theirs.len() && distinct.len() == places.len() && item.reversed == other.reversed
        })
        .ok_or(Unmatched::OtherOptions)
}
