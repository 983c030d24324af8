//! Reading the log, piece by piece.

use js_sys::{Array, Uint8Array};
use luoxuan::store::StoreError;
use wasm_bindgen::JsValue;
use web_sys::{IdbRequest, IdbTransactionMode};

use super::idb::{begin, from_js, result};
use super::value::{keys_between, last_key, last_of, manifest_of, piece_of};
use super::{Database, FIRST, LOG};

/// A chunk of the log holds about this many bytes: little enough to be handed over within a frame.
const CHUNK: u32 = 512 * 1024;

/// A chunk holds no more than so many values.
const MOST: u32 = 400;

/// Of so many values at the end of each chunk the latest that remembers the whole is asked: what is written while
/// something else is on its way remembers nothing.
const LATEST: usize = 8;

/// A question for pieces of the log that is on its way.
pub struct Asked {
    from: u64,
    to: u64,
    values: IdbRequest,
    last: IdbRequest,
}

impl Asked {
    /// The key behind which the next question asks on.
    pub fn to(&self) -> u64 {
        self.to
    }
}

/// What a question for pieces of the log was answered.
pub struct Answered {
    /// The lines as they lie there, unread.
    pub pieces: Vec<Uint8Array>,
    /// How many values are there and the browser could not read.
    pub unreadable: usize,
    /// The key the next pieces stand behind; `None` after the last.
    pub next: Option<u64>,
    /// What the last of them remembers of the whole.
    pub manifest: Option<String>,
}

impl Database {
    /// The pieces of the log behind the key `from`.
    ///
    /// # Errors
    ///
    /// Says why they could not be read.
    pub async fn pieces(&self, from: u64) -> Result<Answered, StoreError> {
        self.answer(self.ask_on(from).await?).await
    }

    /// Asks for the pieces behind the key `from`. Several questions may be on their way at once.
    ///
    /// # Errors
    ///
    /// Says why it could not be asked.
    pub async fn ask_on(&self, from: u64) -> Result<Asked, StoreError> {
        let to = from + u64::from(self.0.chunk.get());
        let range = keys_between(from, to)?;
        let database = self.open().await?;
        let (_, [log]) = begin(&database, [LOG], IdbTransactionMode::Readonly)?;
        let values = log.get_all_with_key(&range).map_err(|e| from_js(&e))?;
        // To ask for the keys beside the values would read everything twice.
        let last = last_key(&log).map_err(|e| from_js(&e))?;
        Ok(Asked { from, to, values, last })
    }

    /// What [`Database::pieces`] answers.
    ///
    /// # Errors
    ///
    /// Says why they could not be read.
    pub async fn answer(&self, asked: Asked) -> Result<Answered, StoreError> {
        let Asked { from, to, values, last } = asked;
        let (values, last, unreadable) = match result(&values).await {
            Ok(values) => (Array::from(&values), result(&last).await?, 0),
            // One value whose file is gone must not hide what is beside and behind it.
            Err(StoreError::Other(_)) => self.one_by_one(from, to).await?,
            Err(error) => return Err(error),
        };
        let last = last_of(last);
        self.0.last.set(last.max(self.0.last.get()));
        let manifest = values.iter().rev().take(LATEST).find_map(|value| manifest_of(&value));
        let pieces: Vec<_> = values.iter().map(|value| piece_of(&value)).collect();
        // A journal written by hand has values of a line, one from a file has packs.
        let bytes: u32 = pieces.iter().map(Uint8Array::byte_length).sum();
        let fit = u64::from(CHUNK) * (to - from) / u64::from(bytes.max(1));
        self.0
            .chunk
            .set(u32::try_from(fit).unwrap_or(MOST).clamp(FIRST / 4, MOST));
        Ok(Answered {
            pieces,
            unreadable,
            next: (from < last).then_some(to.min(last)),
            manifest,
        })
    }

    /// Values of the log behind the key `from` up to `to`, the last key, and how many of them cannot be read.
    async fn one_by_one(&self, from: u64, to: u64) -> Result<(Array, JsValue, usize), StoreError> {
        let range = keys_between(from, to)?;
        let keys = self.ask(LOG, |log| log.get_all_keys_with_key(&range)).await?;
        let (values, mut unreadable) = (Array::new(), 0);
        for key in Array::from(&keys).iter() {
            match self.ask(LOG, |log| log.get(&key)).await {
                Ok(value) => drop(values.push(&value)),
                Err(StoreError::Other(_)) => unreadable += 1,
                Err(error) => return Err(error),
            }
        }
        Ok((values, self.ask(LOG, last_key).await?, unreadable))
    }
}
