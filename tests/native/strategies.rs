//! What properties are tried on: texts, and what people do to them. Made as strategies, so that what fails shrinks to the
//! fewest sentences and steps, and not to another seed.

use std::sync::LazyLock;

use luoxuan::Entry;
use luoxuan::text::sentences;
use luoxuan_tests::demo;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::properties::SENTENCES;

/// Sentences as teachers write them: those of the demonstration journal, beside the short ones made to collide.
static CORPUS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let entries: Vec<Entry> = demo::journal().iter().filter_map(|one| one.content().read()).collect();
    let written = entries.iter().flat_map(|entry| sentences(&entry.body));
    written.chain(SENTENCES).map(str::to_owned).collect()
});

/// At most so many short sentences, made to collide.
pub(crate) fn short(most: usize) -> impl Strategy<Value = String> {
    vec(select(&SENTENCES[..]), 0..=most).prop_map(|all| all.concat())
}

/// At most so many sentences, short ones or such as teachers write.
pub(crate) fn prose(most: usize) -> impl Strategy<Value = String> {
    let one = prop_oneof![
        select(&SENTENCES[..]).prop_map(str::to_owned),
        select(CORPUS.as_slice()),
    ];
    vec(one, 0..=most).prop_map(|all| all.concat())
}

/// What somebody does to a text. Places are counted in sentences, from the beginning again where there are not so many.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// A sentence goes.
    Remove(usize),
    /// A sentence is changed inside.
    Change(usize),
    /// A sentence stands twice.
    Double(usize),
    /// Words come.
    Insert(usize, String),
}

impl Edit {
    /// The text behind it.
    pub(crate) fn of(&self, text: &str) -> String {
        let mut parts: Vec<String> = sentences(text).map(Into::into).collect();
        let inside = |at: &usize| at.checked_rem(parts.len());
        match self {
            Self::Insert(at, words) => {
                let at = at % (parts.len() + 1);
                parts.insert(at, words.clone());
            }
            Self::Remove(at) => {
                if let Some(at) = inside(at) {
                    parts.remove(at);
                }
            }
            Self::Change(at) => {
                if let Some(at) = inside(at) {
                    parts[at] = format!("改{}", parts[at]);
                }
            }
            Self::Double(at) => {
                if let Some(at) = inside(at) {
                    parts.insert(at, parts[at].clone());
                }
            }
        }
        parts.concat()
    }
}

/// Any of them, with these words to come.
pub(crate) fn edit<S: Strategy<Value = String> + 'static>(words: S) -> impl Strategy<Value = Edit> {
    let at = || 0..12_usize;
    prop_oneof![
        1 => at().prop_map(Edit::Remove),
        1 => at().prop_map(Edit::Change),
        1 => at().prop_map(Edit::Double),
        2 => (at(), words).prop_map(|(at, words)| Edit::Insert(at, words)),
    ]
}

/// A text as somebody left it.
pub(crate) fn edited(text: &str, edits: &[Edit]) -> String {
    edits.iter().fold(text.to_owned(), |text, edit| edit.of(&text))
}
