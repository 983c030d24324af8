//! Finding: everything written, folded once and scanned at every key.

use std::collections::BTreeMap;

use luoxuan::text::{Context, Finder, context, fold, fold_onto};
use luoxuan::{Entry, Evidence, Measure, RecordId, Shelf, Spiral};

/// Pieces of one record are kept in one text; no query holds this character.
const BETWEEN: &str = "\n";

/// What of a record can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An entry.
    Entry,
    /// A spiral's header.
    Spiral,
    /// Evidence.
    Evidence,
    /// A value with its note.
    Measure,
    /// A text.
    Document,
    /// A survey, by its name.
    Survey,
}

/// One record that holds what is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which record.
    pub record: RecordId,
    /// What it is.
    pub kind: Kind,
    /// The words before the first hit, in its sentence.
    pub before: String,
    /// The hit, as written.
    pub hit: String,
    /// The words after it.
    pub after: String,
}

/// The folded text of every record.
#[derive(Debug, Default)]
pub struct Index(BTreeMap<RecordId, Box<str>>);

/// Everything a person wrote in a record, with what it is.
fn words(shelf: &Shelf, record: RecordId) -> Option<(Kind, Vec<&str>)> {
    if let Some(entry) = shelf.entry(record) {
        let mut pieces: Vec<&str> = entry.words().collect();
        pieces.push(&entry.class);
        return Some((Kind::Entry, pieces));
    }
    if let Some(Spiral {
        title,
        subject,
        class,
        state_note,
        themes,
        indicators,
        turn_names,
        ..
    }) = shelf.spiral(record)
    {
        let mut pieces = vec![title.as_str(), subject, class, state_note];
        pieces.extend(themes.iter().map(String::as_str));
        pieces.extend(
            indicators
                .values()
                .flat_map(|indicator| [indicator.name.as_str(), &indicator.rule]),
        );
        pieces.extend(turn_names.values().map(String::as_str));
        return Some((Kind::Spiral, pieces));
    }
    if let Some(Evidence { caption, text, .. }) = shelf.evidence(record) {
        return Some((Kind::Evidence, vec![caption, text]));
    }
    if let Some(document) = shelf.document(record) {
        let mut pieces = vec![document.title.as_str(), &document.summary];
        pieces.extend(document.keywords.iter().map(String::as_str));
        pieces.extend(document.passages().map(|(.., passage)| passage.text.as_str()));
        return Some((Kind::Document, pieces));
    }
    if let Some(Measure { note, .. }) = shelf.measure(record) {
        return Some((Kind::Measure, vec![note]));
    }
    shelf.survey_title(record).map(|title| (Kind::Survey, vec![title]))
}

impl Index {
    /// Takes over what the shelf now says of a record.
    pub fn update(&mut self, shelf: &Shelf, record: RecordId) {
        let (_, pieces) = words(shelf, record).unzip();
        let pieces = pieces.unwrap_or_default();
        let mut folded = String::with_capacity(pieces.iter().map(|piece| piece.len() + BETWEEN.len()).sum());
        for piece in pieces.iter().filter(|piece| !piece.trim().is_empty()) {
            fold_onto(piece, &mut folded);
            folded.push_str(BETWEEN);
        }
        if folded.is_empty() {
            self.0.remove(&record);
        } else {
            self.0.insert(record, folded.into());
        }
    }

    /// Every record that holds what `finder` looks for, the latest day first.
    pub fn scan(&self, shelf: &Shelf, finder: &Finder) -> Vec<RecordId> {
        let mut found: Vec<_> = self
            .0
            .iter()
            .filter(|(_, folded)| finder.is_in(folded))
            .map(|(record, _)| (day(shelf, *record), *record))
            .collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, record)| record).collect()
    }
}

fn day(shelf: &Shelf, record: RecordId) -> Option<luoxuan::Date> {
    let of_entry = shelf.entry(record).and_then(Entry::day);
    of_entry
        .or_else(|| shelf.evidence(record)?.on)
        .or_else(|| shelf.measure(record)?.on)
}

/// The first hit in a record, with the sentence around it.
pub fn show(shelf: &Shelf, record: RecordId, finder: &Finder) -> Option<Found> {
    const WIDTH: usize = 30;
    let (kind, pieces) = words(shelf, record)?;
    let text = pieces.join(BETWEEN);
    let folded = fold(&text);
    let hit = finder.hits(&folded, &text).next()?;
    let Context { before, hit, after } = context(&text, hit, WIDTH)?;
    Some(Found {
        record,
        kind,
        before: before.into(),
        hit: hit.into(),
        after: after.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use luoxuan::{Author, Content, Date, DeviceId, Journal, Moment};

    #[test]
    fn whatever_was_written_is_found_and_the_latest_stands_first() {
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Moment::new(0, 480),
        };
        let mut journal = Journal::new();
        let id = |n: u8| RecordId::from_bytes([n; 16]);
        let entry = |body: &str, day: u8| {
            Content::of(&Entry {
                body: body.into(),
                happened_on: Date::new(2025, 9, day),
                ..Entry::default()
            })
        };
        journal.write(id(1), entry("我问小组长哪里激烈，她想了很久。", 8), by);
        journal.write(id(2), entry("“就是很激烈。”", 9), by);
        journal.write(
            id(3),
            Content::of(&Spiral {
                title: "ＡＢ写具体".into(),
                ..Spiral::default()
            }),
            by,
        );
        let mut shelf = Shelf::of(&journal);
        let mut index = Index::default();
        for n in 1..=3 {
            index.update(&shelf, id(n));
        }
        let find = |query: &str| Finder::new(query).expect("a query");
        assert_eq!(index.scan(&shelf, &find("激烈")), [id(2), id(1)]);
        assert_eq!(index.scan(&shelf, &find("ab写")), [id(3)]);
        let found = show(&shelf, id(1), &find("激烈")).expect("found");
        assert_eq!((found.before.as_str(), found.hit.as_str()), ("我问小组长哪里", "激烈"));

        journal.trash(id(2), by);
        shelf.update(&journal, id(2));
        index.update(&shelf, id(2));
        assert_eq!(index.scan(&shelf, &find("激烈")), [id(1)]);
    }
}
