//! Words of what is gone from the lanes: what happened, what came back, what is missing, where the last copy is.

use super::words::loss as words;
pub use super::words::loss::*;
use luoxuan::catalog::Language;
use luoxuan::store::{Loss, Missing};

use super::fill;
use crate::browser::clock;
use crate::keeping::Outside;

fn what(missing: Missing, language: Language) -> String {
    let each = [
        (missing.texts, words::TEXTS),
        (missing.versions, words::VERSIONS),
        (missing.pictures, words::PICTURES),
    ];
    let named = each.into_iter().filter(|(number, _)| *number > 0);
    let named: Vec<_> = named
        .map(|(number, words)| fill(words.in_(language), &[("n", &number)]))
        .collect();
    named.join(words::AND.in_(language))
}

/// What is gone, in sentences; `copy` is the last one outside.
pub fn loss_text(loss: Loss, copy: Option<&Outside>, language: Language) -> String {
    let happened = match (loss.small, loss.large) {
        (true, true) => words::BOTH,
        (false, true) => words::LARGE,
        (true, false) => words::SMALL,
        (false, false) => words::NEITHER,
    };
    let mut sentences = vec![happened.in_(language).to_owned()];
    if loss.back > 0 && loss.large {
        sentences.push(fill(words::BACK.in_(language), &[("n", &loss.back)]));
    }
    if loss.missing.is_nothing() {
        sentences.extend([words::NOTHING, words::TAKE_COPY].map(|words| words.in_(language).to_owned()));
    } else {
        sentences.push(fill(
            words::MISSING.in_(language),
            &[("what", &what(loss.missing, language))],
        ));
        sentences.push(copy.map_or_else(
            || words::FROM_ANY_COPY.in_(language).to_owned(),
            |copy| {
                let figures: [(&str, &dyn std::fmt::Display); 3] = [
                    ("when", &clock::moment_text(copy.at, language)),
                    ("texts", &copy.manifest.tally.records),
                    ("pictures", &copy.manifest.pictures),
                ];
                fill(words::FROM_COPY.in_(language), &figures)
            },
        ));
    }
    sentences.join(if language == Language::En { " " } else { "" })
}
