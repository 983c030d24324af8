//! The report of a term (工作总结), from what was written down in it.
//!
//! What counts, and under which part, each [kind](crate::kind) says itself. Every sentence keeps the records it tells of as
//! its sources, so that a number can be followed to what was counted.

mod beside;
mod count;
mod group;
mod handbook;
mod lines;
mod pictures;
mod texts;
mod written;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use count::tally;
use lines::Writer;

use crate::catalog::{Language, fill, report as words};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::kind::Kinds;
use crate::record::{Document, DocumentState, Passage, Term, TextType};
use crate::time::DateRange;

pub use count::{Group, Line};
pub(crate) use count::{hours, is_own};
pub(crate) use group::{Told, report_of_group};
pub use handbook::{Handbook, handbook};
pub use pictures::{HeldPictures, add_pictures, held_pictures};
pub(crate) use texts::{spirals_of, texts_of};

/// What of each kind falls into some days, in the order in which a report tells it: the kinds of the catalog, then a
/// school's own. Kinds of which nothing does are left out, and so are records that are for the teacher's eyes only.
///
/// A record falls into the days its own day lies in, or its span meets; one without a day, those in which it came to a
/// stage.
pub fn lines(index: &Index, span: DateRange) -> Vec<Line> {
    tally(&Kinds::of(index), index, span)
}

/// A first draft of the report of a term; `None` if there is no such term, or it does not say its days.
///
/// Its parts are those of the form [`TextType::TermReport`]: what it rests on, what was done, what came of it, and what is
/// open. 工作特色 is left to the teacher. Where there was a term just before, what there was of the same then is said too.
pub fn report(index: &Index, journal: &Journal, term: RecordId, language: Language) -> Option<Document> {
    let said: &Term = index.get(term)?;
    let span = said.span()?;
    let name = name_of(said, language);
    let before = beside::term_before(index, span).map_or_else(Vec::new, |span| lines(index, span));
    let lines = lines(index, span);
    let writer = Writer {
        index,
        journal,
        span,
        before: &before,
        told: None,
        language,
    };
    let mut sections: BTreeMap<String, Vec<Passage>> = BTreeMap::new();
    let mut put = |section: &str, passages: Vec<Passage>| {
        if !passages.is_empty() {
            sections.insert(section.into(), passages);
        }
    };
    put("opening", writer.opening(&lines));
    put("work", writer.work(&lines));
    put("outcomes", writer.outcomes(&lines));
    put("problems", writer.problems(&lines));
    let mut fields = BTreeMap::from([("term".to_owned(), name.clone())]);
    let observed = lines
        .iter()
        .find(|line| line.kind.name == "observation")
        .map(|line| line.records.len());
    fields.extend(observed.map(|count| ("observed".to_owned(), count.to_string())));
    // What was recognised as training has been attended somewhere: it is not added to that.
    let training = lines
        .iter()
        .find(|line| line.kind.name == "training")
        .map(|line| line.hours);
    let hours = training.unwrap_or_else(|| lines.iter().map(|line| line.hours).sum());
    if hours > 0.0 {
        fields.insert("hours".into(), hours.to_string());
    }
    fields.extend(
        index
            .profile()
            .classes
            .first()
            .map(|class| ("class".to_owned(), class.clone())),
    );
    Some(Document {
        text_type: TextType::TermReport,
        title: fill(words::TITLE.in_(language), &[("term", &name)]),
        state: DocumentState::Outline,
        sections,
        fields,
        ..Document::default()
    })
}

/// What a term is called in a text.
fn name_of(term: &Term, language: Language) -> String {
    fill(
        words::TERM.in_(language),
        &[
            ("year", &term.year.map(|year| year.to_string()).unwrap_or_default()),
            ("number", &ordinal(term.number, language)),
        ],
    )
}

/// The number of a term, as it is said.
fn ordinal(number: u8, language: Language) -> String {
    let said = match (number, language) {
        (1, Language::ZhHans | Language::ZhHant) => "一",
        (2, Language::ZhHans | Language::ZhHant) => "二",
        (3, Language::ZhHans | Language::ZhHant) => "三",
        _ => return number.to_string(),
    };
    said.to_owned()
}
