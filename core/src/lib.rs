//! wip
pub mod id;
pub mod time;
pub use id::{BlobId, DeviceId, RecordId, RevisionId};
pub use time::{Date, Moment};
