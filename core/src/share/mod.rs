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
mod described;
mod file;
pub(crate) mod header;
mod merged;
mod offers;
mod pictures;
mod texts;

#[cfg(test)]
mod tests;

pub use clean::Parcel;
pub use file::{NotShared, Sender, Shared, read};
pub use header::is_shared;
pub use merged::{Joined, Member, Merged, MergedSpiral, MergedText};
pub use offers::{Offer, offers};
pub use texts::held_passages;
