//! What to say when a file could not be taken in.

use super::Words;
use super::words::archive as words;
use crate::format::{CorruptionKind, ImportError};
use crate::journal::RevisionError;

/// Why a file was not taken in. `{name}` is the file. Each sentence ends with what is safe.
pub const fn refused(why: ImportError) -> Words {
    match why {
        ImportError::FileTooLarge => words::refused::FILE_TOO_LARGE,
        ImportError::TooManyFiles => words::refused::TOO_MANY_FILES,
        ImportError::TooMuchInside => words::refused::TOO_MUCH_INSIDE,
        ImportError::Bomb => words::refused::BOMB,
        ImportError::TooManyRecords => words::refused::TOO_MANY_RECORDS,
        ImportError::Unknown => words::refused::UNKNOWN,
        ImportError::Shared => words::refused::SHARED,
        ImportError::NoZip => words::refused::NO_ZIP,
    }
}

/// What is wrong with a piece of an import. The piece is kept aside as it was.
pub const fn harm(why: CorruptionKind) -> Words {
    match why {
        CorruptionKind::Line(RevisionError::NotText) | CorruptionKind::NotText => words::harm::LINE_NOT_TEXT,
        CorruptionKind::Line(RevisionError::NotJson) => words::harm::LINE_NOT_JSON,
        CorruptionKind::Line(RevisionError::NotARevision) => words::harm::LINE_NOT_AREVISION,
        CorruptionKind::Line(RevisionError::Changed) => words::harm::LINE_CHANGED,
        CorruptionKind::Line(RevisionError::Newer) => words::harm::LINE_NEWER,
        CorruptionKind::Torn => words::harm::TORN,
        CorruptionKind::Picture => words::harm::PICTURE,
        CorruptionKind::TooDeep => words::harm::TOO_DEEP,
        CorruptionKind::TooLong => words::harm::TOO_LONG,
        CorruptionKind::Nested => words::harm::NESTED,
        CorruptionKind::Packed => words::harm::PACKED,
        CorruptionKind::Locked => words::harm::LOCKED,
    }
}
