//! A store that lasts as long as the program: for tests, and for a page whose storage is blocked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::{Chunk, Store, StoreError};
use crate::id::{BlobId, RecordId};
use crate::journal::Revision;

/// A store in memory. Clones share what they keep.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    revisions: Rc<RefCell<Vec<Arc<Revision>>>>,
    blobs: Rc<RefCell<BTreeMap<BlobId, Vec<u8>>>>,
}

impl Store for MemoryStore {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        self.revisions.borrow_mut().extend(revisions.iter().cloned());
        Ok(())
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        let kept = self.revisions.borrow();
        let start = usize::try_from(from).unwrap_or(usize::MAX).min(kept.len());
        let revisions = kept.iter().skip(start).map(|revision| (**revision).clone()).collect();
        Ok(Chunk {
            revisions,
            ..Chunk::default()
        })
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let kept = self.revisions.borrow();
        let mut known = BTreeSet::new();
        Ok(kept
            .iter()
            .filter(|revision| revision.record() == record && known.insert(revision.id()))
            .map(|revision| (**revision).clone())
            .collect())
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        let mut kept = self.revisions.borrow_mut();
        kept.retain(|revision| revision.record() != erasure.record());
        kept.push(erasure.clone());
        Ok(())
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        self.blobs.borrow_mut().insert(id, bytes.to_vec());
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.blobs.borrow().get(&id).cloned())
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        Ok(self.blobs.borrow().keys().copied().collect())
    }
}
