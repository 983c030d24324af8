//! What many records say, laid apart: what people wrote in one text that somebody else may hold, and the rest here.

use std::any::Any;
use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

use super::content::quote;
use crate::id::RevisionId;

/// The words of many records in one text, wherever that is held: a browser keeps a Chinese character in two bytes, and
/// finds in its own texts several times as fast as anybody else could.
pub trait Words: Any + Debug + Send + Sync {
    /// What stands from one unit of UTF-16 up to another; less where the text ends before.
    fn slice(&self, from: u32, to: u32) -> String;
}

/// Stands in the rest for a text that is laid apart, before the number of its bytes. In JSON it never stands as itself.
pub(crate) const MARK: char = '\u{1}';

/// Ends each text among the words. No query holds it, so that nothing is found across two of them.
pub(crate) const BETWEEN: &str = "\n";

/// What many records say, laid apart.
#[derive(Debug)]
pub struct Part {
    words: Box<dyn Words>,
    /// Each record's JSON, one behind the other, a [`MARK`] where a text is laid apart.
    rest: Box<str>,
    slots: Vec<Slot>,
}

/// Where in a part one record stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    /// In the rest, by bytes.
    pub(crate) rest: (u32, u32),
    /// Among the words, by units of UTF-16.
    pub(crate) words: (u32, u32),
    /// Of its JSON as a whole; see [`check`].
    pub(crate) check: u64,
}

/// What tells whether the JSON of a record is what it was when it was laid apart: the first bytes of its BLAKE3.
pub(crate) fn check(json: &str) -> u64 {
    RevisionId::of(json.as_bytes()).start()
}

impl Part {
    pub(crate) fn new(words: Box<dyn Words>, rest: Box<str>, slots: Vec<Slot>) -> Self {
        Self { words, rest, slots }
    }

    /// The words, for whoever holds them.
    pub fn words(&self) -> &dyn Words {
        &*self.words
    }

    /// Where the words of each record begin, by units of UTF-16.
    pub fn begins(&self) -> impl ExactSizeIterator<Item = u32> {
        self.slots.iter().map(|slot| slot.words.0)
    }

    /// The JSON of a record without the words that are laid apart.
    fn rest(&self, slot: usize) -> &str {
        let slot = self.slots.get(slot).map(|slot| slot.rest);
        let rest = slot.and_then(|(from, to)| self.rest.get(from as usize..to as usize));
        rest.unwrap_or("{}")
    }

    fn has_words(&self, slot: usize) -> bool {
        self.slots.get(slot).is_some_and(|slot| slot.words.0 < slot.words.1)
    }

    /// The JSON of a record; `None` if it is not what was laid apart.
    fn json(&self, slot: usize) -> Option<String> {
        let Slot {
            words, check: known, ..
        } = *self.slots.get(slot)?;
        let json = put_together(self.rest(slot), &self.words.slice(words.0, words.1))?;
        (check(&json) == known).then_some(json)
    }
}

/// Puts texts back where they were taken out.
pub(crate) fn put_together(rest: &str, words: &str) -> Option<String> {
    let mut json = String::with_capacity(rest.len() + words.len());
    let mut pieces = rest.split(MARK);
    // Its quotation marks are written with the text.
    json.push_str(pieces.next()?);
    let mut words = words;
    for piece in pieces {
        json.pop().filter(|mark| *mark == '"')?;
        let (bytes, after) = piece.split_once('"')?;
        let (word, others) = words.split_at_checked(bytes.parse().ok()?)?;
        quote(word, &mut json);
        words = others.strip_prefix(BETWEEN)?;
        json.push_str(after);
    }
    words.is_empty().then_some(json)
}

/// One record in a part, put together when it is first asked for.
#[derive(Debug, Clone)]
pub(super) struct Apart {
    part: Arc<Part>,
    slot: usize,
    read: OnceLock<Box<str>>,
}

/// What stands for a text that is not what was laid apart: nothing is said, and nobody can write it on.
const UNFIT: &str = "{}";

impl Apart {
    pub(super) fn new(part: Arc<Part>, slot: usize) -> Self {
        let read = OnceLock::new();
        Self { part, slot, read }
    }

    /// Its JSON, from then on held here as well.
    pub(super) fn json(&self) -> &str {
        if !self.part.has_words(self.slot) {
            return self.part.rest(self.slot);
        }
        let read = || self.part.json(self.slot).map_or_else(|| UNFIT.into(), Into::into);
        self.read.get_or_init(read)
    }

    /// Its JSON, not held here.
    pub(super) fn once(&self) -> Cow<'_, str> {
        match self.read.get() {
            Some(read) => Cow::Borrowed(read),
            None if self.part.has_words(self.slot) => {
                self.part.json(self.slot).map_or(Cow::Borrowed(UNFIT), Cow::Owned)
            }
            None => Cow::Borrowed(self.part.rest(self.slot)),
        }
    }

    pub(super) fn rest(&self) -> &str {
        self.part.rest(self.slot)
    }

    pub(super) fn place(&self) -> Option<(&Arc<Part>, usize)> {
        self.part.has_words(self.slot).then_some((&self.part, self.slot))
    }
}
