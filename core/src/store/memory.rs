//! A store that lasts as long as the program: for tests, and for a page whose storage is blocked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Chunk, Store, StoreError};
use crate::id::{BlobId, RecordId};
use crate::journal::Revision;

/// A store in memory. Clones share what they keep, in other threads too.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    revisions: Arc<Mutex<Vec<Arc<Revision>>>>,
    blobs: Arc<Mutex<BTreeMap<BlobId, Vec<u8>>>>,
}

/// What a thread that panicked has left is whole: nothing here is changed in two steps.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store for MemoryStore {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        locked(&self.revisions).extend(revisions.iter().cloned());
        Ok(())
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        let kept = locked(&self.revisions);
        let start = usize::try_from(from).unwrap_or(usize::MAX).min(kept.len());
        let revisions = kept.iter().skip(start).map(|revision| (**revision).clone()).collect();
        Ok(Chunk {
            revisions,
            ..Chunk::default()
        })
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let kept = locked(&self.revisions);
        let mut known = BTreeSet::new();
        Ok(kept
            .iter()
            .filter(|revision| revision.record() == record && known.insert(revision.id()))
            .map(|revision| (**revision).clone())
            .collect())
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        let mut kept = locked(&self.revisions);
        kept.retain(|revision| revision.record() != erasure.record());
        kept.push(erasure.clone());
        Ok(())
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        locked(&self.blobs).insert(id, bytes.to_vec());
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(locked(&self.blobs).get(&id).cloned())
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        Ok(locked(&self.blobs).keys().copied().collect())
    }
}
