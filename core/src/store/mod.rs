//! Where revisions are kept: a trait small enough to implement in a page, and two implementations.
//!
//! A store keeps lines and pictures and knows nothing of what they mean. Its methods are async
//! because a browser's are; the ones here never wait, so [`ready`] is enough to call them.

#[cfg(feature = "folder")]
mod folder;
mod manifest;
mod memory;
#[cfg(feature = "conformance")]
pub mod promises;

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

#[cfg(feature = "folder")]
pub use folder::FolderStore;
pub use manifest::{Loss, Manifest, Missing, NotAManifest};
pub use memory::MemoryStore;

use crate::id::{BlobId, RecordId};
use crate::journal::{Corruption, Revision};

/// Why a store could not do what it was asked. Nothing that was kept before has changed, but that some words of a record
/// that was to be erased may be gone already.
///
/// Its sentence for people is [`catalog::store_error`](crate::catalog::store_error).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// The place refuses access: blocked by the browser, or no permission.
    Blocked,
    /// The place has gone away: closed, deleted, or the medium removed.
    Closed,
    /// A newer version has changed the place's layout.
    Newer,
    /// The place does not answer.
    Silent,
    /// There is nothing at this place, which was to be there: a mistyped path, or a stick that was pulled out.
    Missing(String),
    /// The system could not do what it was asked at this place.
    Io {
        /// The path.
        place: String,
        /// What the system says.
        source: Arc<std::io::Error>,
    },
    /// Something else, in the words of whoever refused.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("the store is full"),
            Self::Blocked => f.write_str("the store refuses access"),
            Self::Closed => f.write_str("the store has gone away"),
            Self::Newer => f.write_str("a newer version has changed the store"),
            Self::Silent => f.write_str("the store does not answer"),
            Self::Missing(place) => write!(f, "there is nothing at {place}"),
            Self::Io { place, source } => write!(f, "{place}: {source}"),
            Self::Other(why) => write!(f, "the store failed: {why}"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(&**source),
            _ => None,
        }
    }
}

impl PartialEq for StoreError {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Missing(a), Self::Missing(b)) | (Self::Other(a), Self::Other(b)) => a == b,
            // What a system says cannot be compared, but for its kind.
            (
                Self::Io { place, source },
                Self::Io {
                    place: at,
                    source: says,
                },
            ) => place == at && source.kind() == says.kind(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Eq for StoreError {}

/// A piece of a store's content, read in one go.
#[derive(Debug, Clone, Default)]
pub struct Chunk {
    /// What could be read.
    pub revisions: Vec<Revision>,
    /// What could not; it stays in the store as it was.
    pub damage: Vec<Corruption>,
    /// Where the next piece begins; `None` after the last.
    pub next: Option<u64>,
}

/// How far a store has been read. What it holds only the store knows that answered it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cursor(BTreeMap<String, Mark>);

/// How far one of a store's files has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "folder"), allow(dead_code))] // Only a folder has files.
struct Mark {
    /// Its bytes up to the end of the last whole line.
    length: u64,
    /// The last of these lines, by which a file is known that has changed before it.
    last: BlobId,
}

/// Keeps revisions and pictures.
///
/// One suite holds every implementation to the same promises: `store_conformance!`, with the feature `conformance`, makes
/// a test of each.
// A page has one thread and its handles cannot leave it, so no `Send` is asked of the futures.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Keeps revisions. Done only once they would survive a power cut; all of them or none.
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError>;

    /// Reads the piece that begins at `from`; 0 is the beginning. In pieces, so that a page can paint
    /// in between.
    async fn read(&self, from: u64) -> Result<Chunk, StoreError>;

    /// Reads what was kept since `cursor` was answered, by whatever program, and answers where that ends;
    /// [`Cursor::default`] is the beginning. It may also hold what was read before: merging that again changes nothing.
    ///
    /// Without an implementation of its own a store reads all it holds each time.
    async fn read_new(&self, cursor: &Cursor) -> Result<(Chunk, Cursor), StoreError> {
        let (mut all, mut from) = (Chunk::default(), Some(0));
        while let Some(at) = from {
            let piece = self.read(at).await?;
            all.revisions.extend(piece.revisions);
            all.damage.extend(piece.damage);
            from = piece.next;
        }
        Ok((all, cursor.clone()))
    }

    /// Every revision of one record, each once, however often it was kept.
    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError>;

    /// Destroys every revision of the record the erasure belongs to, and keeps the erasure.
    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError>;

    /// Keeps a picture under the hash of its bytes.
    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError>;

    /// A picture; `None` if there is none, or if its bytes have changed.
    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError>;

    /// Every picture it keeps, in order of id.
    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError>;
}

/// The result of a future that does not wait, such as those of [`MemoryStore`] and [`FolderStore`];
/// `None` if it would have waited.
pub fn ready<T>(future: impl Future<Output = T>) -> Option<T> {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}
