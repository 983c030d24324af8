//! What may go along, as a list to choose from.

use super::texts;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::kind::Kinds;
use crate::record::{Document, Entry, Kind, Privacy, Record, Spiral};
use crate::report::{Line, is_own, lines, spirals_of, texts_of};
use crate::time::{Date, DateRange};

/// A record that may go along.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Which.
    pub record: RecordId,
    /// The name of its kind, or the word of an entry, a spiral, a text, or a kind of the school's own.
    pub kind: String,
    /// What names it; the beginning of an entry.
    pub title: String,
    /// Its day.
    pub day: Option<Date>,
    /// What it is nothing without: the spiral of an entry, the kind of a record where that is the school's own.
    pub within: Option<RecordId>,
    /// Whether it goes along unless the teacher takes it out: records of what was done and reached do. Entries were
    /// written for oneself, what a school's own kind holds nobody here can know, and a text may not be finished, so they
    /// wait to be put in, but for entries that are marked as the group's (组内).
    pub begins_chosen: bool,
}

/// What may go along of these days, or of all: the records that a report counts, each behind its kind where that is the
/// school's own, then the spirals in which something was written then, each with its entries, then the texts of these days.
/// What is for the teacher's eyes only, or shows a pupil, is not among them.
pub fn offers(index: &Index, span: Option<DateRange>) -> Vec<Offer> {
    let Some(span) = span.or_else(DateRange::all) else {
        return Vec::new();
    };
    let mut offers = Vec::new();
    for line in lines(index, span) {
        offers.extend(of_line(index, &line));
    }
    for id in spirals_of(index, span) {
        offers.extend(of_spiral(index, id));
    }
    let texts = texts_of(index, span).filter(|(id, _)| texts::may_go(index, *id));
    offers.extend(texts.map(|(record, text)| Offer {
        record,
        kind: Document::KIND.to_owned(),
        title: text.title.trim().to_owned(),
        day: None,
        within: None,
        begins_chosen: false,
    }));
    offers
}

/// What of a kind may go, behind the kind itself where it is the school's own.
fn of_line(index: &Index, line: &Line) -> Vec<Offer> {
    let within = of_own_kind(index, &line.kind);
    if within.is_some_and(|kind| own_kind(index, kind).is_none()) {
        return Vec::new();
    }
    let records = line.records.iter().map(|head| Offer {
        record: head.record(),
        kind: line.kind.name.clone(),
        title: line.kind.title_of(head.content()).trim().to_owned(),
        day: line.kind.day_of(head.content()),
        within,
        begins_chosen: within.is_none(),
    });
    let mut offers: Vec<Offer> = records.collect();
    if let Some(record) = within.filter(|_| !offers.is_empty()) {
        let label = crate::record::said(&line.kind.label, crate::catalog::Language::ZhHans);
        let own = Offer {
            record,
            kind: Kind::KIND.to_owned(),
            title: label.to_owned(),
            day: None,
            within: None,
            begins_chosen: false,
        };
        offers.insert(0, own);
    }
    offers
}

/// A spiral and its entries, of every term: turns are counted from the first.
fn of_spiral(index: &Index, id: RecordId) -> Vec<Offer> {
    let Some(spiral) = open_spiral(index, id) else {
        return Vec::new();
    };
    let mut entries: Vec<Offer> = index
        .in_spiral::<Entry>(id)
        .filter(|(_, entry)| may_go(entry))
        .map(|(record, entry)| Offer {
            record,
            kind: Entry::KIND.to_owned(),
            title: entry.body.trim().to_owned(),
            day: entry.happened_on,
            within: Some(id),
            begins_chosen: entry.privacy == Privacy::Group,
        })
        .collect();
    entries.sort_by_key(|offer| (offer.day, offer.record));
    let own = Offer {
        record: id,
        kind: Spiral::KIND.to_owned(),
        title: spiral.title.trim().to_owned(),
        day: None,
        within: None,
        begins_chosen: entries.iter().any(|entry| entry.begins_chosen),
    };
    std::iter::once(own).chain(entries).collect()
}

/// A spiral that a later version has not marked as held back.
pub(super) fn open_spiral(index: &Index, id: RecordId) -> Option<&Spiral> {
    let open = index.head(id).is_some_and(|head| !is_own(head.content()));
    index.spiral(id).filter(|_| open)
}

pub(super) fn may_go(entry: &Entry) -> bool {
    !entry.privacy.is_held_back() && !entry.body.trim().is_empty()
}

/// The kind of a record that a report counts, if it may go along.
pub(super) fn kind_of<'k>(kinds: &'k Kinds, content: &Content) -> Option<&'k Kind> {
    let kind = kinds.of_content(content)?;
    is_shared(kind).then_some(&**kind)
}

fn is_shared(kind: &Kind) -> bool {
    !kind.private && !kind.report.part.is_empty()
}

/// The record that a kind of the school's own stands in.
pub(super) fn of_own_kind(index: &Index, kind: &Kind) -> Option<RecordId> {
    let id = kind.name.parse().ok()?;
    index.has::<Kind>(id).then_some(id)
}

/// A kind of the school's own whose records may go along.
pub(super) fn own_kind(index: &Index, record: RecordId) -> Option<&Kind> {
    let kind = index.get::<Kind>(record)?;
    // Its records say its name, so that it must be found by it.
    let named = kind.name == record.to_string() && kind.of.is_empty();
    let open = index.head(record).is_some_and(|head| !is_own(head.content()));
    (named && open && is_shared(kind)).then_some(kind)
}
