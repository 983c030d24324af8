//! What a teacher gives to the group: chosen record by record, without what is for nobody else, in a file that holds that
//! and nothing more; and such files read again by whoever leads the group.
//!
//! A shared file is no backup. Its records have no history, which may say what was taken out since; they name nothing that
//! does not go along; and reading it writes into nobody's journal ([`Shared`], [`Merged`]).
//!
//! ```
//! use luoxuan::kind::Kinds;
//! use luoxuan::share::{Parcel, Sender, offers, read};
//! use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
//!
//! let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
//! let award = Kinds::built_in().named("outcome").expect("it comes with the crate").begun("把一件事写具体");
//! let mut journal = Journal::new();
//! journal.write(RecordId::from_bytes([2; 16]), award.with("on", Some("2026-10-12".into())), author);
//! let index = Index::of(&journal);
//!
//! let offered = offers(&index, None);
//! assert_eq!(offered.len(), 1);
//! let going = offered.iter().filter(|offer| offer.begins_chosen).map(|offer| offer.record).collect();
//! let file = Parcel::of(&index, &going).file(&Sender { name: "林老师".into(), ..Sender::of(author) });
//!
//! let shared = read(file.as_bytes()).expect("a shared file");
//! assert_eq!(shared[0].sender.name, "林老师");
//! assert_eq!(shared[0].revisions[0].content().text("name").as_deref(), Some("把一件事写具体"));
//! assert!(shared[0].revisions[0].parents().is_empty());
//! ```

mod clean;
mod file;
pub(crate) mod header;
mod merged;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::kind::Kinds;
use crate::record::{Entry, Kind, Privacy, Record, Spiral};
use crate::report::lines;
use crate::time::{Date, DateRange};

pub use clean::Parcel;
pub use file::{NotShared, Sender, Shared, read};
pub use header::is_shared;
pub use merged::{Joined, Member, Merged, MergedSpiral};

/// A record that may go along.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Offer {
    /// Which.
    pub record: RecordId,
    /// The name of its kind, or the word of an entry or a spiral.
    pub kind: String,
    /// What names it; the beginning of an entry.
    pub title: String,
    /// Its day.
    pub day: Option<Date>,
    /// Of an entry: its spiral.
    pub spiral: Option<RecordId>,
    /// Whether it goes along unless the teacher takes it out: records of what was done and reached do. Entries were
    /// written for oneself, so they wait to be put in, but for those that are marked as the group's (组内).
    pub begins_chosen: bool,
}

/// What may go along of these days, or of all: the records that a report counts, then the spirals in which something was
/// written then, each with its entries. What is for the teacher's eyes only, or shows a pupil, is not among them.
pub fn offers(index: &Index, span: Option<DateRange>) -> Vec<Offer> {
    let Some(span) = span.or_else(DateRange::all) else {
        return Vec::new();
    };
    let mut offers = Vec::new();
    for line in lines(index, span) {
        let going = line.records.iter().filter(|head| kind_of(head.content()).is_some());
        offers.extend(going.map(|head| Offer {
            record: head.record(),
            kind: line.kind.name.clone(),
            title: line.kind.title_of(head.content()).trim().to_owned(),
            day: line.kind.day_of(head.content()),
            spiral: None,
            begins_chosen: true,
        }));
    }
    let written: BTreeSet<RecordId> = index
        .between::<Entry>(span.start, span.end)
        .filter_map(|(_, entry)| entry.spiral)
        .collect();
    for id in written {
        offers.extend(of_spiral(index, id));
    }
    offers
}

/// A spiral and its entries, of every term: turns are counted from the first.
fn of_spiral(index: &Index, id: RecordId) -> Vec<Offer> {
    let Some(spiral) = index.get::<Spiral>(id) else {
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
            spiral: Some(id),
            begins_chosen: entry.privacy == Privacy::Group,
        })
        .collect();
    entries.sort_by_key(|offer| (offer.day, offer.record));
    let own = Offer {
        record: id,
        kind: Spiral::KIND.to_owned(),
        title: spiral.title.trim().to_owned(),
        day: None,
        spiral: None,
        begins_chosen: entries.iter().any(|entry| entry.begins_chosen),
    };
    std::iter::once(own).chain(entries).collect()
}

fn may_go(entry: &Entry) -> bool {
    !entry.privacy.is_held_back() && !entry.body.trim().is_empty()
}

/// The kind of a record that a report counts, if it may go along.
fn kind_of(content: &Content) -> Option<&'static Kind> {
    let kind = Kinds::built_in().of_content(content)?;
    let goes = !kind.private && !kind.report.part.is_empty() && !crate::report::is_own(content);
    goes.then_some(&**kind)
}
