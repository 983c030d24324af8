//! How a journal leaves and comes back: the archive, and Markdown that anybody can read.
//!
//! **Out.** An [`Archive`] is written as one plain file of JSON lines ([`write_jsonl`]) or as a ZIP that
//! also holds the pictures, a page saying how to read it, and the whole journal as Markdown
//! (`write_zip`, feature `zip`). Neither asks a clock: the same journal gives the same bytes.
//! [`markdown`] writes one spiral as one readable file, or everything as a tree of files.
//!
//! Neither need be in memory: a `Plan` looks at every revision once and its `Writer` then asks for them in order and
//! gives bytes to send on; a [`Reader`] gives what stands in a [`Source`] one by one, and [`Staging`] holds that against a
//! journal.
//!
//! **In.** [`read`] takes any one file, [`read_files`] a folder of Markdown; both answer with an
//! [`Import`]: what could be read, and what could not, whatever the bytes; [`Import::verify`] says whether it is whole. [`stage`] then holds it
//! against a journal and counts (新增 n，已有 m，损坏 k). Nothing has changed until the caller merges
//! [`Staged::revisions`], and merging can only add.
//!
//! ```
//! use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, RecordId};
//! use luoxuan::format::{Archive, Limits, read, stage, write_jsonl};
//!
//! let by = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
//! let mut journal = Journal::new();
//! let note = Entry { body: "平均只写了96字。".into(), ..Entry::default() };
//! let kept = journal.write(RecordId::from_bytes([2; 16]), Content::of(&note), by);
//! let file = write_jsonl(&Archive { revisions: kept.into_iter().collect(), ..Archive::default() });
//!
//! let import = read("journal.jsonl", &file, &Limits::default())?;
//! assert_eq!(stage(&import, &journal, by).known, 1);
//! let elsewhere = stage(&import, &Journal::new(), by);
//! assert_eq!((elsewhere.added, elsewhere.damaged), (1, 0));
//!
//! let mut restored = Journal::new();
//! restored.merge(elsewhere.revisions);
//! assert_eq!(restored, journal);
//! # Ok::<(), luoxuan::format::ImportError>(())
//! ```

mod archive;
mod encodings;
mod found;
mod import;
mod limits;
mod lines;
pub mod markdown;
mod reading;
#[cfg(feature = "zip")]
mod readme;
mod source;
mod stage;
mod verify;
#[cfg(feature = "zip")]
mod zipped;

pub use archive::{Archive, Picture, media, write_jsonl};
#[cfg(feature = "sheets")]
pub(crate) use encodings::text_of;
pub use found::{CorruptionKind, Damaged, Ending, Found, MarkdownFile, Origin, Part, missing_parts};
pub use import::{Import, read, read_files};
pub use limits::{ImportError, Limits};
pub use reading::{Reader, Without};
pub use source::Source;
pub use stage::{Staged, Staging, When, stage};
pub use verify::{Soundness, Verified};
#[cfg(feature = "zip")]
pub use zipped::{Changed, Need, Plan, Sent, Writer, write_zip};
