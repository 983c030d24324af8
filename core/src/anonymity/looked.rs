//! What a check looked for, and what no program can see: said beside every clean result.

use crate::catalog::{Language, fill, looked};

/// What was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Looked {
    /// The teacher's name.
    pub name: bool,
    /// The school, with its places.
    pub school: bool,
    /// The class or classes.
    pub class: bool,
    /// How many words of the teacher's list.
    pub listed: usize,
    /// How many people whom the journal calls by name.
    pub heard: usize,
}

impl Looked {
    /// What was looked for, what was not because the profile does not say it, and what cannot be found: a sentence each, the second
    /// empty if nothing is missing.
    pub fn sentences(&self, language: Language) -> [String; 3] {
        let words = looked();
        let say = |words: crate::catalog::Words| words.in_(language);
        let own = [
            (self.name, words.name),
            (self.school, words.school),
            (self.class, words.class),
        ];
        let said = |wanted: bool| {
            own.iter()
                .filter(move |(said, _)| *said == wanted)
                .map(move |(_, words)| say(*words).to_owned())
        };
        let counted = [(self.listed, words.listed), (self.heard, words.heard)];
        let counted = counted.iter().filter(|(count, _)| *count > 0);
        let counted = counted.map(|(count, words)| fill(say(*words), &[("n", count)]));
        let what: Vec<String> = said(true).chain(counted).chain([say(words.forms).to_owned()]).collect();
        let missing: Vec<String> = said(false).collect();
        let between = say(words.between);
        let missing = match missing.as_slice() {
            [] => String::new(),
            all => fill(say(words.missing), &[("what", &all.join(between))]),
        };
        [
            fill(say(words.looked), &[("what", &what.join(between))]),
            missing,
            say(words.cannot).to_owned(),
        ]
    }
}
