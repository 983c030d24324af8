//! The domain of Luoxuan 螺旋手记: the action-research spiral as data.

pub mod catalog;
pub mod format;
pub mod id;
pub mod journal;
pub mod record;
pub mod shelf;
pub mod spiral;
pub mod store;
pub mod text;
pub mod time;

pub use id::{BlobId, DeviceId, RecordId, RevisionId};
pub use journal::{Author, Content, Journal, Merged, Revision, State};
pub use record::{Entry, Evidence, Fate, Measure, Phase, Record, Spiral};
pub use shelf::Shelf;
pub use store::Store;
pub use time::{Date, Moment};
