//! How much of a file is read at all.

use std::fmt;

/// How much an import may be. A file beyond a limit is refused whole, before it can hurt; a piece of
/// it that is too deep or too long is set aside alone.
///
/// Limits guard time and memory, and cannot tell whose file it is. Whoever asks a person can first read with
/// [`Limits::own`] and, where [`ImportError::may_go_on`] or [`CorruptionKind::TooLong`](super::CorruptionKind::TooLong) stands in the way, offer to
/// read on with [`Limits::none`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file: u64,
    /// Files inside a ZIP, or in a folder.
    pub files: usize,
    /// Bytes of everything inside a ZIP, as counted while reading.
    pub inside: u64,
    /// How many times larger than the ZIP its content may be.
    pub ratio: u64,
    /// Revisions and Markdown pages.
    pub records: usize,
    /// How deep JSON may nest.
    pub depth: usize,
    /// Characters of one string.
    pub text: usize,
}

/// As deep as what this program writes may nest, and as deep as it can be read back.
const DEPTH: usize = 127;

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 64 << 20,
            files: 20_000,
            inside: 256 << 20,
            ratio: 200,
            records: 500_000,
            depth: DEPTH,
            text: 32 << 20,
        }
    }
}

impl Limits {
    /// What a computer can bear: the photographs of a whole working life. Everything that tells a bomb from a journal
    /// stays.
    pub const fn own() -> Self {
        Self {
            file: 64 << 30,
            files: 1_000_000,
            inside: 64 << 30,
            ratio: 200,
            records: 5_000_000,
            depth: DEPTH,
            text: 32 << 20,
        }
    }

    /// None but the depth: for a file its owner knows, after having been asked.
    pub const fn none() -> Self {
        Self {
            file: u64::MAX,
            files: usize::MAX,
            inside: u64::MAX,
            ratio: u64::MAX,
            records: usize::MAX,
            depth: DEPTH,
            text: usize::MAX,
        }
    }
}

/// Why a file was not taken in at all. Nothing of it was read, and nothing has changed.
///
/// Its sentence for people is [`catalog::refused`](crate::catalog::refused).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportError {
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
    /// What another teacher shared with a group ([`crate::share`]): it is read there, and is part of nobody's journal.
    Shared,
}

impl ImportError {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::FileTooLarge,
        Self::TooManyFiles,
        Self::TooMuchInside,
        Self::Bomb,
        Self::TooManyRecords,
        Self::Unknown,
        Self::NoZip,
        Self::Shared,
    ];

    /// Whether only a limit stands in the way: its owner may say that it is to be read all the same.
    pub const fn may_go_on(self) -> bool {
        !matches!(self, Self::Unknown | Self::NoZip | Self::Shared)
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileTooLarge => "the file is too large",
            Self::TooManyFiles => "there are too many files inside",
            Self::TooMuchInside => "there is too much inside",
            Self::Bomb => "it would unpack to far more than its size",
            Self::TooManyRecords => "there are too many records",
            Self::Unknown => "neither a journal, nor Markdown, nor a ZIP of them",
            Self::NoZip => "a ZIP, which this build does not read",
            Self::Shared => "a file that was shared with a group",
        })
    }
}

impl std::error::Error for ImportError {}
