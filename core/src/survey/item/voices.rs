//! What people said in their own words, of one open item.

use super::Told;
use crate::catalog::{Language, words::survey::said};
use crate::survey::table::literal;
use crate::survey::tally::{Counted, Tally};

/// The words of so many codes are told.
const TOLD: usize = 3;

/// So many answers speak for a code.
const EACH: usize = 2;

impl Told<'_> {
    /// Words from the largest codes, as a sentence; empty if there are none.
    pub(super) fn voices(&self, tally: &Tally) -> String {
        let mut largest: Vec<&Counted> = tally.choices.iter().filter(|choice| choice.count > 0).collect();
        largest.sort_by_key(|choice| std::cmp::Reverse(choice.count));
        let clauses = largest.into_iter().take(TOLD).filter_map(|choice| {
            let said = self.quotes.get(&choice.name)?;
            let quotes = self.quoted(said.iter().take(EACH));
            Some(self.say(said::VOICES, &[("choice", &literal(&choice.text)), ("quotes", &quotes)]))
        });
        let clauses: Vec<String> = clauses.collect();
        if clauses.is_empty() {
            return String::new();
        }
        clauses.join(&self.say(said::SEMICOLON, &[])) + &self.say(said::STOP, &[])
    }

    /// Some quotations one after another.
    pub(super) fn quoted<'q>(&self, quotes: impl Iterator<Item = &'q String>) -> String {
        let said = quotes.map(|quote| {
            // Whoever quotes closes the sentence.
            let quote = quote.trim().trim_end_matches(['。', '．', '.']);
            self.say(said::QUOTE, &[("quote", &literal(quote))])
        });
        let between = match self.language {
            Language::En => " ",
            Language::ZhHans | Language::ZhHant => "",
        };
        said.collect::<Vec<_>>().join(between)
    }
}
