//! The snapshot beside the log: a value that says what it takes into account, and one for each of its parts.

use futures::channel::oneshot;
use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use luoxuan::snapshot::{LaidApart, Snapshot};
use luoxuan::store::StoreError;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::idb::{begin, complete, from_js, result};
use super::value::{last_key, last_of};
use super::{Database, LOG, META};

/// What the snapshot takes into account. Its parts are called `snapshot:`, the name of the snapshot, and their number.
const SNAPSHOT: &str = "snapshot";

/// The name of the snapshot that is being written. Whoever erases takes it away, and nothing more is written of it: it may
/// hold what was erased.
const WRITING: &str = "snapshot:writing";

/// A part of a snapshot, as it is kept.
pub struct KeptPart {
    /// What people wrote.
    pub words: JsString,
    /// The rest.
    pub bytes: Uint8Array,
}

/// The keys of everything that belongs to snapshots: first what it takes into account, then the parts.
pub(super) fn all_of_snapshots() -> Result<IdbKeyRange, StoreError> {
    // The sign behind the colon.
    between(SNAPSHOT, "snapshot;")
}

fn between(first: &str, last: &str) -> Result<IdbKeyRange, StoreError> {
    IdbKeyRange::bound(&first.into(), &last.into()).map_err(|error| from_js(&error))
}

fn key(name: &str, number: u32) -> String {
    format!("{SNAPSHOT}:{name}:{number:06}")
}

fn kept(part: &LaidApart) -> Result<JsValue, JsValue> {
    let value = Object::new();
    Reflect::set(&value, &"words".into(), &part.words.as_str().into())?;
    Reflect::set(&value, &"bytes".into(), &Uint8Array::from(part.bytes.as_slice()))?;
    Ok(value.into())
}

/// So many parts are asked for with the snapshot.
const FIRST: u32 = 8;

/// A question for the snapshot and its first parts that is on its way.
pub(super) struct AskedSnapshot {
    keys: IdbRequest,
    values: IdbRequest,
    last: IdbRequest,
}

/// A question for parts of a snapshot that is on its way.
pub struct AskedParts {
    from: u32,
    to: u32,
    values: IdbRequest,
}

impl AskedParts {
    /// The number of the part behind those asked for.
    pub fn to(&self) -> u32 {
        self.to
    }

    /// The parts; `None` if one of them is missing or does not come.
    pub async fn answer(self) -> Option<Vec<KeptPart>> {
        let all = result(&self.values).await.ok()?;
        let parts: Option<Vec<_>> = Array::from(&all).iter().map(|value| KeptPart::of(&value)).collect();
        parts.filter(|parts| parts.len() == (self.to - self.from) as usize)
    }
}

impl KeptPart {
    fn of(value: &JsValue) -> Option<Self> {
        let said = |name: &str| Reflect::get(value, &name.into()).ok();
        Some(Self {
            words: said("words")?.dyn_into().ok()?,
            bytes: said("bytes")?.dyn_into().ok()?,
        })
    }
}

impl Database {
    /// Asks for the snapshot and its first parts while nobody can read them yet: what does is still on its way, and the
    /// browser has the time. Whoever reads it first has the answer.
    pub fn ask_ahead(&self) {
        let (tell, asked) = oneshot::channel();
        self.0.asked.replace(Some(asked));
        let database = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            // Whoever asked may have gone.
            let _ = tell.send(database.ask_snapshot().await);
        });
    }

    async fn ask_snapshot(&self) -> Option<AskedSnapshot> {
        let all = all_of_snapshots().ok()?;
        let database = self.open().await.ok()?;
        let (_, [meta, log]) = begin(&database, [META, LOG], IdbTransactionMode::Readonly).ok()?;
        Some(AskedSnapshot {
            keys: meta.get_all_keys_with_key_and_limit(&all, 1 + FIRST).ok()?,
            values: meta.get_all_with_key_and_limit(&all, 1 + FIRST).ok()?,
            last: last_key(&log).ok()?,
        })
    }

    /// The snapshot and its first parts, if there is one that fits what the database holds.
    pub async fn snapshot(&self) -> Option<(Snapshot, Vec<KeptPart>)> {
        let ahead = self.0.asked.take();
        let asked = match ahead {
            Some(asked) => asked.await.ok().flatten(),
            None => self.ask_snapshot().await,
        }?;
        let values = Array::from(&result(&asked.values).await.ok()?);
        let snapshot: Snapshot = values.get(0).as_string()?.parse().ok()?;
        let last = last_of(result(&asked.last).await.ok()?);
        // Where one of the first is missing, others stand in its place.
        let keys = Array::from(&result(&asked.keys).await.ok()?);
        let known = (0..snapshot.parts().min(FIRST)).map(|number| Some(key(snapshot.name(), number)));
        let in_order = keys.iter().skip(1).map(|key| key.as_string()).eq(known);
        let fits = in_order && snapshot.fits(&self.life()?, last);
        let parts: Option<Vec<_>> = values.iter().skip(1).map(|value| KeptPart::of(&value)).collect();
        Some(snapshot).filter(|_| fits).zip(parts)
    }

    /// Asks for the parts of a snapshot from a number on, at most `most`; `None` where they cannot be asked for. Several
    /// questions may be on their way at once.
    pub async fn ask_parts(&self, of: &Snapshot, from: u32, most: u32) -> Option<AskedParts> {
        let to = of.parts().min(from + most);
        let range = between(&key(of.name(), from), &key(of.name(), to.checked_sub(1)?)).ok()?;
        let database = self.open().await.ok()?;
        let (_, [meta]) = begin(&database, [META], IdbTransactionMode::Readonly).ok()?;
        let values = meta.get_all_with_key(&range).ok()?;
        Some(AskedParts { from, to, values })
    }

    /// Forgets every snapshot.
    ///
    /// # Errors
    ///
    /// Says why one may still be there.
    pub async fn forget_snapshot(&self) -> Result<(), StoreError> {
        let all = all_of_snapshots()?;
        self.write([META], |[meta]| meta.delete(&all).map(drop)).await
    }

    /// Begins to write a snapshot of this name, in place of any other.
    ///
    /// # Errors
    ///
    /// Says why that cannot be done.
    pub async fn begin_snapshot(&self, name: &str) -> Result<(), StoreError> {
        let all = all_of_snapshots()?;
        self.write([META], |[meta]| {
            meta.delete(&all)?;
            meta.put_with_key(&name.into(), &WRITING.into()).map(drop)
        })
        .await
    }

    /// Keeps parts of the snapshot that is being written, the first of them under this number. Answers whether it still is.
    ///
    /// # Errors
    ///
    /// Says why they were not kept.
    pub async fn put_parts(&self, name: &str, from: u32, parts: &[LaidApart]) -> Result<bool, StoreError> {
        self.write_on(name, |meta| {
            for (number, part) in (from..).zip(parts) {
                meta.put_with_key(&kept(part)?, &key(name, number).into())?;
            }
            Ok(())
        })
        .await
    }

    /// All parts of a snapshot are kept: from now on it counts. Answers whether it does.
    ///
    /// # Errors
    ///
    /// Says why not.
    pub async fn end_snapshot(&self, snapshot: &Snapshot) -> Result<bool, StoreError> {
        self.write_on(snapshot.name(), |meta| {
            meta.delete(&WRITING.into())?;
            meta.put_with_key(&snapshot.to_string().into(), &SNAPSHOT.into())
                .map(drop)
        })
        .await
    }

    /// Goes on writing a snapshot, if nobody has taken it away.
    async fn write_on(
        &self,
        name: &str,
        act: impl Fn(&IdbObjectStore) -> Result<(), JsValue>,
    ) -> Result<bool, StoreError> {
        self.repair().await?;
        let _one = self.0.log.writing.lock().await;
        let written = self.try_to_write_on(name, act).await;
        if let Err(StoreError::Full | StoreError::Silent | StoreError::Other(_)) = written {
            self.0.log.broke_off();
        }
        written
    }

    async fn try_to_write_on(
        &self,
        name: &str,
        act: impl Fn(&IdbObjectStore) -> Result<(), JsValue>,
    ) -> Result<bool, StoreError> {
        let database = self.open().await?;
        if self.0.log.is_torn() {
            return Err(StoreError::Closed);
        }
        let (transaction, [meta]) = begin(&database, [META], IdbTransactionMode::Readwrite)?;
        let writing = result(&meta.get(&WRITING.into()).map_err(|error| from_js(&error))?).await?;
        if writing.as_string().as_deref() != Some(name) {
            let _ = transaction.abort();
            return Ok(false);
        }
        if let Err(error) = act(&meta) {
            let _ = transaction.abort();
            return Err(from_js(&error));
        }
        complete(&transaction).await.map(|()| true)
    }
}
