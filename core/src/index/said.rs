//! What a record is found by, read off its content without the rest of it.

use std::borrow::Cow;

use crate::id::RecordId;
use crate::journal::{Fields, moment, text, unquoted, within};
use crate::record::{Entry, Fate, Phase, Record, Survey, Term};
use crate::time::{Date, Timestamp};

/// What a record is found by, read without the rest of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said<'c> {
    pub(super) kind: Cow<'c, str>,
    pub(super) spiral: Option<RecordId>,
    pub(super) day: Option<Date>,
    pub(super) pool: bool,
    pub(super) links: Vec<(&'c str, RecordId)>,
}

impl<'c> Said<'c> {
    /// Reads it off the JSON of a content, with or without the words that lie apart.
    pub(crate) fn by(json: &'c str) -> Self {
        let mut said = Self::default();
        let (mut on, mut start, mut happened_on, mut written) = (None, None, None, None);
        let (mut phase, mut fate) = (Phase::default(), Fate::default());
        for (name, value) in Fields::of(json) {
            let links = &mut said.links;
            if let Some(id) = id(value) {
                links.push((name, id));
            } else if let Some(list) = within(value) {
                // Ids have no commas. What else stands in a list is none.
                links.extend(list.split(',').filter_map(|item| Some((name, id(item)?))));
            }
            match name {
                "kind" => said.kind = text(value).unwrap_or_default(),
                "phase" => phase = word(value, Phase::from_word).unwrap_or_default(),
                "fate" => fate = word(value, Fate::from_word).unwrap_or_default(),
                "happened_on" => happened_on = date(value),
                "on" => on = date(value),
                "start" => start = date(value),
                "written" => written = moment(value),
                _ => {}
            }
        }
        let links = &said.links;
        said.spiral = links.iter().find_map(|(name, id)| (*name == "spiral").then_some(*id));
        let day = match &*said.kind {
            Survey::KIND | Term::KIND => start,
            Entry::KIND => happened_on,
            // Evidence, measures, and what is written down around the spirals.
            _ => on,
        };
        said.day = day.or(written.map(Timestamp::date));
        said.pool = said.kind == Entry::KIND && waits(phase, fate, said.spiral.is_some());
        said
    }
}

fn word<T>(value: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    read(&text(value)?)
}

fn date(value: &str) -> Option<Date> {
    word(value, |day| day.parse().ok())
}

/// The record that a value names.
fn id(value: &str) -> Option<RecordId> {
    unquoted(value)?.parse().ok()
}

/// What a person wrote in an entry: what [`Entry::words`] tells of the one that is read, and its class.
pub(crate) fn words(json: &str) -> Vec<Cow<'_, str>> {
    let (mut words, mut class) = (Vec::new(), None);
    for (name, value) in Fields::of(json) {
        match name {
            "title" | "body" => words.extend(text(value)),
            "tags" => {
                let tags: Vec<String> = serde_json::from_str(value).unwrap_or_default();
                words.extend(tags.into_iter().map(Cow::Owned));
            }
            "class" => class = text(value),
            "expectation" => {
                let said = Fields::of(value).find(|(name, _)| *name == "text");
                words.extend(said.and_then(|(_, said)| text(said)));
            }
            "fields" => {
                let said: Option<Vec<_>> = Fields::of(value).map(|(_, said)| text(said)).collect();
                words.extend(said.unwrap_or_default());
            }
            _ => {}
        }
    }
    words.extend(class);
    words
}

/// Whether an entry waits in the pool.
fn waits(phase: Phase, fate: Fate, in_spiral: bool) -> bool {
    match phase {
        Phase::Problem => !in_spiral,
        Phase::NewProblem => fate == Fate::Pool || (!in_spiral && fate == Fate::Undecided),
        _ => false,
    }
}
