//! How much of a file is read at all.

use std::fmt;

/// How much an import may be. A file beyond a limit is refused whole, before it can hurt; a piece of
/// it that is too deep or too long is set aside alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file: usize,
    /// Files inside a ZIP, or in a folder.
    pub files: usize,
    /// Bytes of everything inside a ZIP, as declared and as counted while reading.
    pub inside: usize,
    /// How many times larger than the ZIP its content may be.
    pub ratio: usize,
    /// Revisions and Markdown pages.
    pub records: usize,
    /// How deep JSON may nest.
    pub depth: usize,
    /// Characters of one string.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 64 << 20,
            files: 20_000,
            inside: 256 << 20,
            ratio: 200,
            records: 500_000,
            depth: 127,
            text: 2_000_000,
        }
    }
}

impl Limits {
    /// What a computer can bear, for a large archive its owner knows: many years of photographs go
    /// beyond the ordinary limits. Everything that tells a bomb from a journal stays.
    pub const fn own() -> Self {
        Self {
            file: 1 << 30,
            files: 100_000,
            inside: 1 << 30,
            ratio: 20,
            records: 2_000_000,
            depth: 127,
            text: 2_000_000,
        }
    }
}

/// Why a file was not taken in at all. Nothing of it was read, and nothing has changed.
///
/// Its sentence for people is [`catalog::refused`](crate::catalog::refused).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refused {
    /// The file is larger than [`Limits::file`].
    FileTooLarge,
    /// More than [`Limits::files`] files inside.
    TooManyFiles,
    /// More than [`Limits::inside`] bytes inside.
    TooMuchInside,
    /// It would unpack to more than [`Limits::ratio`] times its size.
    Bomb,
    /// More than [`Limits::records`] records.
    TooManyRecords,
    /// Neither lines, nor Markdown, nor a ZIP of them.
    Unknown,
    /// A ZIP, and this build was made without the feature `zip`.
    NoZip,
}

impl Refused {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::FileTooLarge,
        Self::TooManyFiles,
        Self::TooMuchInside,
        Self::Bomb,
        Self::TooManyRecords,
        Self::Unknown,
        Self::NoZip,
    ];
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileTooLarge => "the file is too large",
            Self::TooManyFiles => "there are too many files inside",
            Self::TooMuchInside => "there is too much inside",
            Self::Bomb => "it would unpack to far more than its size",
            Self::TooManyRecords => "there are too many records",
            Self::Unknown => "neither a journal, nor Markdown, nor a ZIP of them",
            Self::NoZip => "a ZIP, which this build does not read",
        })
    }
}

impl std::error::Error for Refused {}
