//! Chromium's log of a database, and the half record that may stand at its end.
//!
//! Chromium keeps the databases of a site in LevelDB. A power cut or a full disk can leave its log with half a record
//! at the end, or zeros. It is opened all the same, and what is written from then on is appended after that, strictly
//! flushed, acknowledged, and **not read at the next start**: reading stops where the half record stands. Seen in
//! Chromium 156 (`tests/e2e/kill.rs`, `tests/e2e/damage.rs`). More bytes than LevelDB keeps in memory make it begin a
//! new log and put all it holds into a table of its own; then nothing stands in the way.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use crate::later::{ModuleLoadError, later};
use futures::future::LocalBoxFuture;
use js_sys::Uint8Array;
use luoxuan::store::StoreError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, DomException, IdbDatabase, IdbTransactionMode, Response};

use super::database::{begin, complete, factory, from_js, opened, result};
use super::random::tab_name;

/// LevelDB keeps up to 4 MB in memory. A value of more than 64 kB would be a file beside it, and one that is all zeros
/// would be packed.
const VALUES: u32 = 75;
const SIZE: u32 = 60_000;

/// A new log takes the old log, a table made of it, and both once more while the table is tidied up: 20 MB, tried a
/// megabyte at a time so that keys are heard in between.
const ROOM: u32 = 20;
const PIECE: u32 = 17 * SIZE;

const ALL: &str = "all";

/// Whether the databases of this browser lie in LevelDB.
fn is_chromium() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Chrom"))
}

/// Makes Chromium begin a new log for the databases of this site, if there is room for one. `name` is of a database
/// that comes and goes. Elsewhere it does nothing.
///
/// # Errors
///
/// [`StoreError::Full`] if there is no room: nothing was written then. Others say why it could not be done.
pub async fn begin_new_log(name: &str) -> Result<(), StoreError> {
    if !is_chromium() {
        return Ok(());
    }
    has_room(name).await?;
    let database = opened(name, 1, |made| made.create_object_store(ALL).map(drop)).await?;
    let written = fill(&database).await;
    database.close();
    let gone = factory()?.delete_database(name).map_err(|error| from_js(&error))?;
    result(&gone).await?;
    written
}

fn random(value: &Uint8Array) -> Result<(), JsValue> {
    let crypto = web_sys::window().ok_or(JsValue::NULL)?.crypto()?;
    crypto.get_random_values_with_array_buffer_view(value).map(drop)
}

/// Tries the room in a cache, whose files are no database's: a log that breaks off a second time would be taken for
/// damage, and Chromium deletes a damaged database.
async fn has_room(name: &str) -> Result<(), StoreError> {
    let caches = web_sys::window().and_then(|window| window.caches().ok());
    // Where the page is not secure there is none.
    let Some(caches) = caches.filter(JsCast::is_instance_of::<web_sys::CacheStorage>) else {
        return Ok(());
    };
    // What an earlier try could not write whole may be in the way of the same name.
    let mark = tab_name();
    let keys = || (0..ROOM).map(|number| format!("{mark}-{number}"));
    let tried = async {
        let cache: Cache = JsFuture::from(caches.open(name)).await?.dyn_into()?;
        let tried = fill_cache(&cache, keys()).await;
        // First what it holds: its files stay for as long as somebody knows the cache.
        for key in keys() {
            JsFuture::from(cache.delete_with_str(&key)).await?;
        }
        tried
    };
    let refused = tried.await.err();
    // An empty cache is in nobody's way.
    let _ = JsFuture::from(caches.delete(name)).await;
    let refused = refused.and_then(|error: JsValue| error.dyn_into::<DomException>().ok());
    match refused.map(|error| error.name()).as_deref() {
        // The others are what Chromium says of a file it could not write, and of one that it could not write whole before.
        Some("QuotaExceededError" | "UnknownError" | "InvalidAccessError") => Err(StoreError::Full),
        // A page that may have no cache, or put nothing into it, cannot ask.
        _ => Ok(()),
    }
}

async fn fill_cache(cache: &Cache, keys: impl Iterator<Item = String>) -> Result<(), JsValue> {
    let value = Uint8Array::new_with_length(SIZE);
    random(&value)?;
    let piece = Uint8Array::new_with_length(PIECE);
    (0..PIECE).step_by(SIZE as usize).for_each(|at| piece.set(&value, at));
    for key in keys {
        let response = Response::new_with_opt_js_u8_array(Some(&piece))?;
        JsFuture::from(cache.put_with_str(&key, &response)).await?;
    }
    Ok(())
}

async fn fill(database: &IdbDatabase) -> Result<(), StoreError> {
    let (transaction, [all]) = begin(database, [ALL], IdbTransactionMode::Readwrite)?;
    let value = Uint8Array::new_with_length(SIZE);
    for key in 0..VALUES {
        random(&value)
            .and_then(|()| all.put_with_key(&value, &JsValue::from(key)))
            .map_err(|error| from_js(&error))?;
    }
    complete(&transaction).await?;
    // The log changes before the write after it was full.
    let (transaction, [all]) = begin(database, [ALL], IdbTransactionMode::Readwrite)?;
    all.clear().map_err(|error| from_js(&error))?;
    complete(&transaction).await
}

later! {
    /// Makes the browser begin a new log for its databases.
    pub fn new_log(name: String) -> LocalBoxFuture<'static, Result<(), StoreError>> {
        Box::pin(async move { begin_new_log(&name).await })
    }
}

/// Makes the browser begin a new log for its databases; `name` is of one that comes and goes.
///
/// # Errors
///
/// As [`begin_new_log`], and [`StoreError::Closed`] if the second module cannot be fetched now.
pub async fn repair(name: String) -> Result<(), StoreError> {
    new_log(name).await.map_err(|ModuleLoadError| StoreError::Closed)?.await
}
