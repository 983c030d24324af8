//! Whether the words are safe.

use luoxuan::Timestamp;
use luoxuan::store::StoreError;

/// Something that stands between a word and the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The browser has no room left. What was kept before has been looked for, and is there.
    Full,
    /// There is no room left, and whether what was kept before is still there cannot be seen now: the browser has closed
    /// the database.
    NoRoom,
    /// The browser refuses to keep anything for this page.
    Blocked,
    /// Only the small storage works: current texts are kept, without the promise.
    DatabaseBlocked,
    /// The database was closed or deleted under the page.
    DatabaseClosed,
    /// The database does not answer.
    DatabaseSilent,
    /// A newer version of the app has changed the database.
    Newer,
    /// The site's data was cleared while the page was open; all it held has been written again.
    Cleared,
    /// Something else, in the browser's words.
    Other(String),
}

impl From<&StoreError> for Trouble {
    fn from(error: &StoreError) -> Self {
        match error {
            // Until what was kept before has been looked up.
            StoreError::Full => Self::NoRoom,
            StoreError::Blocked => Self::DatabaseBlocked,
            StoreError::Closed => Self::DatabaseClosed,
            StoreError::Newer => Self::Newer,
            StoreError::Silent => Self::DatabaseSilent,
            StoreError::Missing(why) | StoreError::Other(why) => Self::Other(why.clone()),
        }
    }
}

/// Whether the words are safe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// When something was last written to disk; said only after the transaction was complete.
    pub kept: Option<Timestamp>,
    /// Since when something waits to be written.
    pub waiting: Option<Timestamp>,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// Whether everything has been read, and is all that the lanes remember.
    pub whole: bool,
}
