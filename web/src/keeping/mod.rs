//! Carries every word down the lanes: localStorage at once, the database within two seconds, other
//! tabs within one. Says 已写入本机 only once it is true.

mod draft;
mod keeper;
mod status;

pub use draft::Draft;
pub use keeper::Keeper;
pub use status::{Status, Trouble};
