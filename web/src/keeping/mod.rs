//! Carries every word down the lanes: localStorage at once, the database within two seconds, other
//! tabs within one. Says 已写入本机 only once it is true.

mod backup;
mod copies;
mod demo;
mod keeper;
mod outside;
mod paper;
mod restore;

pub use backup::{Age, Backup, FolderState, Persistence, Work};
pub use copies::{KEEP, archive_name};
pub use demo::{fill_demonstration, reset_demonstration};
pub use keeper::{DEMONSTRATION, Keeper};
pub use outside::Outside;
pub use restore::{How, Looked, Staged};
