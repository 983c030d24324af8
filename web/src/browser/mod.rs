//! The only rooms that ask the browser for time, ids, storage, files and other tabs.

pub mod clock;
pub mod database;
pub mod files;
pub mod local;
pub mod log;
pub mod panic;
pub mod pictures;
pub mod random;
pub mod storage;
pub mod tabs;
pub mod update;
pub mod worker;
