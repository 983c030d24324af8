//! The database as a store of the core's.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use futures::future::LocalBoxFuture;
use std::sync::Arc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use luoxuan::journal::{read_kept_lines, write_lines};
use luoxuan::store::{Chunk, Store, StoreError};
use luoxuan::{BlobId, RecordId, Revision, State};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbObjectStore;

use super::snapshot::all_of_snapshots;
use super::value::{is_of, lines_of, notes_of, value};
use super::{BLOBS, BY_RECORD, DRAFTS, Database, LOG, META};
use crate::later::{ModuleLoadError, later};

impl Store for Database {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        self.append_and_forget(revisions, &[]).await
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        let answered = self.pieces(from).await?;
        let mut chunk = Chunk {
            next: answered.next,
            ..Chunk::default()
        };
        for piece in answered.pieces {
            let (revisions, damage) = read_kept_lines(&piece.to_vec());
            chunk.revisions.extend(revisions);
            chunk.damage.extend(damage);
        }
        Ok(chunk)
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let key = JsValue::from(record.to_string());
        let values = self
            .ask(LOG, |log| log.index(BY_RECORD)?.get_all_with_key(&key))
            .await?;
        let mut history: Vec<Revision> = Vec::new();
        for value in Array::from(&values).iter() {
            for revision in read_kept_lines(&lines_of(&value)).0 {
                if revision.record() == record && history.iter().all(|known| known.id() != revision.id()) {
                    history.push(revision);
                }
            }
        }
        Ok(history)
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        let _one = self.0.erasing.lock().await;
        let record = erasure.record();
        let name = record.to_string();
        let key = JsValue::from(&name);
        let (keys, values) = self
            .pairs(LOG, |log| {
                let log = log.index(BY_RECORD)?;
                Ok((log.get_all_keys_with_key(&key)?, log.get_all_with_key(&key)?))
            })
            .await?;
        let drafts = Array::from(&self.ask(DRAFTS, IdbObjectStore::get_all_keys).await?);
        let drafts: Vec<_> = drafts.iter().filter(|key| is_of(key, &name)).collect();
        let values = keys.iter().zip(values.iter());
        let kept: Vec<_> = values
            .map(|(key, value)| (key, Kept::without(record, &name, &value)))
            .collect();
        let (added, manifest) = (write_lines([erasure]), self.manifest());
        let snapshot = all_of_snapshots()?;
        self.write([LOG, DRAFTS, META], |[log, unfinished, meta]| {
            // It holds the words too.
            meta.delete(&snapshot)?;
            for key in &drafts {
                unfinished.delete(key)?;
            }
            for (key, kept) in &kept {
                if kept.is_nothing() {
                    log.delete(key)?;
                } else {
                    log.put_with_key(&value(&kept.lines, &kept.records, &kept.notes, None)?, key)?;
                }
            }
            log.add(&value(
                added.as_bytes(),
                &[record],
                &Object::new(),
                manifest.as_deref(),
            )?)
            .map(drop)
        })
        .await
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        let kept = Uint8Array::from(bytes);
        self.write([BLOBS], |[blobs]| {
            blobs.put_with_key(&kept, &id.to_string().into()).map(drop)
        })
        .await?;
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.ask(BLOBS, |blobs| blobs.get(&id.to_string().into())).await?;
        let bytes = found.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
        Ok(bytes.filter(|bytes| BlobId::of(bytes) == id))
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        let keys = Array::from(&self.ask(BLOBS, IdbObjectStore::get_all_keys).await?);
        Ok(keys.iter().filter_map(|key| key.as_string()?.parse().ok()).collect())
    }
}

/// What stays of a value of the log when one record's words are taken out of it.
struct Kept {
    lines: Vec<u8>,
    /// The records that it still speaks of.
    records: Vec<RecordId>,
    notes: Object,
}

impl Kept {
    /// What stays of `value` without a record, which keys of drafts end in as `name`.
    fn without(record: RecordId, name: &str, value: &JsValue) -> Self {
        let (mut lines, mut records) = (Vec::new(), Vec::new());
        for line in lines_of(value).split_inclusive(|byte| *byte == b'\n') {
            match Revision::from_line(line.trim_ascii()) {
                Ok(revision) if revision.record() == record && revision.state() != State::Erased => {}
                other => {
                    records.extend(other.ok().map(|revision| revision.record()));
                    lines.extend_from_slice(line);
                }
            }
        }
        let notes = notes_of(value).unwrap_or_default();
        for key in Object::keys(&notes).iter() {
            if is_of(&key, name) {
                // A plain object lets go of any property.
                let _ = Reflect::delete_property(&notes, &key);
            }
            let of = key
                .as_string()
                .and_then(|key| key.rsplit(':').next()?.parse::<RecordId>().ok());
            records.extend(of.filter(|of| *of != record));
        }
        Self { lines, records, notes }
    }

    fn is_nothing(&self) -> bool {
        self.lines.is_empty() && Object::keys(&self.notes).length() == 0
    }
}

later! {
    /// Destroys the words of a record.
    fn erasing(arguments: (Database, Arc<Revision>)) -> LocalBoxFuture<'static, Result<(), StoreError>> {
        let (database, erasure) = arguments;
        Box::pin(async move { database.erase(&erasure).await })
    }
}

impl Database {
    /// As [`Store::erase`], by the second module.
    ///
    /// # Errors
    ///
    /// Also [`StoreError::Closed`] if that cannot be fetched now.
    pub async fn erase_later(&self, erasure: Arc<Revision>) -> Result<(), StoreError> {
        let going = erasing((self.clone(), erasure)).await;
        going.map_err(|ModuleLoadError| StoreError::Closed)?.await
    }
}
