//! Whether the words are safe.

use crate::store::StoreError;
use crate::time::Timestamp;

/// Something that stands between a word and the disk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// There is no room left. What was kept before has been looked for, and is there.
    Full,
    /// There is no room left, and whether what was kept before is still there cannot be seen now: the store is closed.
    NoRoom,
    /// Nothing may be kept at all.
    Blocked,
    /// Only the small lane works: current texts are kept, without the promise.
    StoreBlocked,
    /// The store was closed or deleted.
    StoreClosed,
    /// The store does not answer.
    StoreSilent,
    /// A newer version of the program has changed the store.
    Newer,
    /// The store was emptied while this tab was there; all the tab held has been written again.
    Cleared,
    /// Something else, in the words of whoever refused.
    Other(String),
}

impl From<&StoreError> for Trouble {
    fn from(error: &StoreError) -> Self {
        match error {
            // Until what was kept before has been looked up.
            StoreError::Full => Self::NoRoom,
            StoreError::Blocked => Self::StoreBlocked,
            StoreError::Closed => Self::StoreClosed,
            StoreError::Newer => Self::Newer,
            StoreError::Silent => Self::StoreSilent,
            StoreError::Missing(_) | StoreError::Io { .. } | StoreError::Other(_) => Self::Other(error.to_string()),
        }
    }
}

/// Whether the words are safe.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Status {
    /// When the store last said that something is kept.
    pub kept: Option<Timestamp>,
    /// Since when something waits to be kept.
    pub waiting: Option<Timestamp>,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
}

/// What may be said of the words, in the header of a page or wherever else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// 已写入本机: everything written and typed up to now is kept, the last of it then.
    Kept(Timestamp),
    /// 正在写入: something waits to be kept.
    Waiting,
    /// Nothing, for something stands in the way: the trouble is to be told.
    InTrouble,
    /// Nothing was written since the start. What was there before is there, if all of it has been read.
    Unwritten,
}

impl Status {
    /// What may be said. Nothing else decides when 已写入本机 is said.
    pub fn assurance(&self) -> Assurance {
        match (&self.trouble, self.waiting, self.kept) {
            (Some(_), ..) => Assurance::InTrouble,
            (None, Some(_), _) => Assurance::Waiting,
            (None, None, Some(at)) => Assurance::Kept(at),
            (None, None, None) => Assurance::Unwritten,
        }
    }

    /// Whether everything written and typed up to now is kept.
    pub fn is_kept(&self) -> bool {
        matches!(self.assurance(), Assurance::Kept(_))
    }
}
