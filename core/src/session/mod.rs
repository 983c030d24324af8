//! What an application does with a journal, without a screen, a clock or a disk: what is typed and written, how it goes down
//! the lanes, what may be said of it, and what becomes of it when whoever typed it is gone.
//!
//! A **tab** is one life of a page or a program. It types a [`Draft`] of a record, key by key, and counts its drafts; now
//! and then one becomes a revision. Both go down two **lanes**: a **small** one that answers at once and forgets late (a
//! browser's localStorage; a file beside the journal; none at all), and the **store**, which says when something would
//! survive a power cut. A [`Session`] is driven: somebody calls what happened, and carries out the [`Command`]s it gives
//! back. [`Status::assurance`] says when 已写入本机 may be said; nothing else may say it.
//!
//! Copies of a draft lie in lanes that forget at different times, so that a tab which dies may leave several:
//! [`Leftovers`] says which of them hold, and [`take_up`] makes them part of the journal.
//!
//! [`Session::index`] finds what it knows, and [`Session::reindex`] says what a change concerns.
//!
//! Everything that is written here says how it is taken back ([`Written::undo`]): together, and only where nobody has changed
//! it since ([`Session::undo`]).
//!
//! # One evening, with a crash in the middle
//!
//! ```
//! use luoxuan::session::{Alarm, Command, Leftovers, Session, Ticket};
//! use luoxuan::{Content, DeviceId, Entry, RecordId, Revision, Timestamp};
//! use std::collections::BTreeMap;
//! use std::sync::Arc;
//!
//! /// What survives: the lines of a store, and the drafts both lanes hold.
//! #[derive(Default)]
//! struct Disk {
//!     log: Vec<Arc<Revision>>,
//!     drafts: BTreeMap<String, String>,
//!     small: BTreeMap<String, String>,
//! }
//!
//! /// Carries out what the session asks for. Everything succeeds here, and at once.
//! fn drive(session: &mut Session, disk: &mut Disk, now: Timestamp) {
//!     loop {
//!         let commands = session.take_commands();
//!         if commands.is_empty() { return }
//!         for command in commands {
//!             let answered: Option<Ticket> = match command {
//!                 Command::KeepDraft(draft) => { disk.small.insert(draft.key, draft.text); None }
//!                 Command::ForgetDraft(key) => { disk.small.remove(&key); None }
//!                 Command::Append(ticket, revisions, settled) => {
//!                     disk.log.extend(revisions);
//!                     settled.iter().for_each(|one| drop(disk.drafts.remove(&one.key)));
//!                     Some(ticket)
//!                 }
//!                 Command::PutDrafts(ticket, drafts) => {
//!                     disk.drafts.extend(drafts.into_iter().map(|draft| (draft.key, draft.text)));
//!                     Some(ticket)
//!                 }
//!                 Command::LookBack(ticket) | Command::Erase(ticket, _) => Some(ticket),
//!                 // Heads in the small lane, other tabs, alarms: this evening has none of them.
//!                 _ => None,
//!             };
//!             if let Some(ticket) = answered {
//!                 session.answer(ticket, Ok(()), false, now);
//!             }
//!         }
//!     }
//! }
//!
//! let device = DeviceId::from_bytes([1; 16]);
//! let at = |seconds: i64| Timestamp::new(1_760_000_000_000 + seconds * 1000, 480);
//! let says = |body: &str| Content::of(&Entry { body: body.into(), ..Entry::default() });
//! let (first, second) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([2; 16]));
//! let mut disk = Disk::default();
//!
//! // She writes an entry and is done with it.
//! let mut session = Session::new(device, "evening".into(), true);
//! session.write_after(first, &[], says("全班42人，有细节的只有11人。"), at(0)).expect("it is new");
//! assert!(!session.status().is_kept(), "not before the store has said so");
//! drive(&mut session, &mut disk, at(0));
//! assert!(session.status().is_kept());
//!
//! // She types the next one. Two seconds later the store has what she typed, and then the computer dies.
//! session.draft(second, &[], says("先教怎样观察"), at(60));
//! session.wake(Alarm::Store, at(62));
//! drive(&mut session, &mut disk, at(62));
//! assert!(session.status().is_kept());
//! drop(session);
//!
//! // A new start reads the log, and what the dead tab left becomes what it was on the way to be.
//! let mut session = Session::new(device, "later".into(), true);
//! session.read(disk.log.iter().map(|one| (**one).clone()).collect());
//! let left = Leftovers::read(disk.drafts.clone().into_iter().collect(), disk.small.clone(), &["later".into()]);
//! let drafts = left.last().into_iter().map(|left| (left.draft, false));
//! let written = session.take_up(drafts, at(600));
//! assert_eq!(written.revisions.len(), 1);
//! drive(&mut session, &mut disk, at(600));
//! let head = session.journal().head(second).expect("it is there");
//! assert_eq!(head.content(), &says("先教怎样观察"));
//! assert_eq!(disk.log.len(), 2);
//! ```

mod command;
mod draft;
mod found;
mod left;
mod recall;
// The name of the type it holds; nothing else of the folder is of its size.
#[allow(clippy::module_inception)]
mod session;
mod status;
mod store;

#[cfg(test)]
mod tests;

pub use command::{Alarm, Command, DraftText, Job, Settled, Ticket};
pub use draft::{Count, Draft, UnderWay};
pub use found::Seen;
pub use left::{Left, Leftovers, last_words, take_up};
pub use recall::Checked;
pub use session::{AGAIN, MANY, PART, SMALL, STORE, Session, Written};
pub use status::{Assurance, Status, Trouble};
