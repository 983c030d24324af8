//! What the browser says about this site's storage: how much, and whether it may throw it away.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Bytes this site uses, and bytes it may use. The browser's own estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// In use.
    pub used: f64,
    /// In all.
    pub quota: f64,
}

/// What a file that was opened from a disk calls its journal. Browsers have one storage for all such files, or one for each
/// place; those of a site are alone in theirs.
pub fn journal() -> Option<String> {
    super::said_in_head("journal")
}

fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    // Where the page is not secure there is none.
    manager.is_object().then_some(manager)
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}

/// Asks the browser not to throw this site's data away. Some ask the person, others decide alone.
pub async fn persist() -> Option<bool> {
    answer(manager()?.persist()).await?.as_bool()
}

/// Whether it has promised that.
pub async fn persisted() -> Option<bool> {
    answer(manager()?.persisted()).await?.as_bool()
}

/// How much room there is.
pub async fn room() -> Option<Room> {
    let estimate: StorageEstimate = answer(manager()?.estimate()).await?.unchecked_into();
    Some(Room {
        used: estimate.get_usage()?,
        quota: estimate.get_quota()?,
    })
}
