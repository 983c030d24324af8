//! The only rooms of the page that ask the browser for time, ids, storage, files and other tabs.

pub mod clock;
pub mod database;
pub mod files;
pub mod held;
pub mod local;
pub mod log;
pub mod news;
pub mod panic;
pub mod pictures;
pub mod random;
pub mod share;
pub mod storage;
pub mod tabs;
pub mod update;
pub mod witness;
pub mod worker;

/// What the page's head says under this name. Whatever serves the finished site puts it there.
fn said_in_head(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector(&format!("meta[name={name}]")).ok()??;
    meta.get_attribute("content")
}
