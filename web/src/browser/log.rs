//! Chromium's log of a database, and the half record that may stand at its end.
//!
//! Chromium keeps the databases of a site in LevelDB. A power cut or a full disk can leave its log with half a record
//! at the end, or zeros. It is opened all the same, and what is written from then on is appended after that, strictly
//! flushed, acknowledged, and **not read at the next start**: reading stops where the half record stands. Seen in
//! Chromium 156 (`tests/e2e/kill.rs`, `tests/e2e/damage.rs`). More bytes than LevelDB keeps in memory make it begin a
//! new log and put all it holds into a table of its own; then nothing stands in the way.

use js_sys::Uint8Array;
use luoxuan::store::StoreError;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransactionMode};

use super::database::{begin, complete, factory, opened, result, thrown};

/// LevelDB keeps up to 4 MB in memory. A value of more than 64 kB would be a file beside it, and one that is all zeros
/// would be packed.
const VALUES: u32 = 75;
const SIZE: u32 = 60_000;

const ALL: &str = "all";

fn is_chromium() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Chrom"))
}

/// Makes Chromium begin a new log for the databases of this site. Elsewhere it does nothing.
///
/// # Errors
///
/// Says why it could not be done; all is as it was then.
pub async fn begin_new_log(journal: &str) -> Result<(), StoreError> {
    if !is_chromium() {
        return Ok(());
    }
    let name = format!("luoxuan:{journal}:log");
    let database = opened(&name, 1, |made| made.create_object_store(ALL).map(drop)).await?;
    let written = fill(&database).await;
    database.close();
    let gone = factory()?.delete_database(&name).map_err(|error| thrown(&error))?;
    result(&gone).await?;
    written
}

async fn fill(database: &IdbDatabase) -> Result<(), StoreError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let crypto = crypto.ok_or(StoreError::Blocked)?;
    let (transaction, [all]) = begin(database, [ALL], IdbTransactionMode::Readwrite)?;
    let value = Uint8Array::new_with_length(SIZE);
    for key in 0..VALUES {
        crypto
            .get_random_values_with_array_buffer_view(&value)
            .and_then(|_| all.put_with_key(&value, &JsValue::from(key)))
            .map_err(|error| thrown(&error))?;
    }
    complete(&transaction).await?;
    // The log changes before the write after it was full.
    let (transaction, [all]) = begin(database, [ALL], IdbTransactionMode::Readwrite)?;
    all.clear().map_err(|error| thrown(&error))?;
    complete(&transaction).await
}
