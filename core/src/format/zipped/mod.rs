//! The archive as a ZIP.
//!
//! The container is read and written here and not by a library, because what a library gives is a file by its name: of two
//! journals in one ZIP it shows one. Read in pieces it needs a reader that can be left and come back to; written in pieces
//! it needs headers whose checksums are known before the bytes are, or other programs could not read on where a ZIP is cut.
//! The packing itself is `flate2`'s and `deflate64`'s.

mod directory;
mod pack;
mod plan;
mod salvage;
mod unpack;
mod writer;

use std::io::Read;

use self::directory::Entry;
pub use self::plan::Plan;
pub(super) use self::unpack::Unpacked;
pub use self::writer::{Changed, Need, Sent, Writer, write_zip};
use super::reading::{Reading, is_lines};
use super::source::Source;
use super::{CorruptionKind, ImportError};

/// A ZIP while it is being read: by its directory, or, if the directory is not whole or does not agree with what is there,
/// from whatever is still there.
pub(super) enum Unzipping<S> {
    Listed(S, std::vec::IntoIter<Entry>, Budget),
    Salvaged(Box<salvage::Salvage<S>>),
}

impl<S: Source> Unzipping<S> {
    /// Begins. Every file the directory lists is read once to see whether it is whole.
    pub(super) fn begin(name: &str, source: S, reading: &mut Reading<'_>) -> Result<Self, ImportError> {
        let files = directory::number(&source).unwrap_or(0);
        if files > reading.limits.files as u64 {
            return Err(ImportError::TooManyFiles);
        }
        let budget = Budget::of(&source, reading);
        let known = reading.knows_whole();
        let entries = directory::read(&source).filter(|_| known != Some(false));
        let whole = match &entries {
            Some(entries) => known == Some(true) || are_whole(&source, entries, budget)?,
            None => false,
        };
        reading.is_whole(whole);
        if let Some(entries) = entries.filter(|_| whole) {
            return Ok(Self::Listed(source, entries.into_iter(), budget));
        }
        reading.harm(name, &[], CorruptionKind::Torn);
        Ok(Self::Salvaged(Box::new(salvage::Salvage::new(source, budget))))
    }

    /// Reads on. `false` at the end.
    pub(super) fn step(&mut self, reading: &mut Reading<'_>) -> Result<Option<Step<S>>, ImportError> {
        let Self::Listed(source, entries, budget) = self else {
            let Self::Salvaged(salvage) = self else { return Ok(None) };
            return salvage.step(reading);
        };
        let Some(entry) = entries.next() else { return Ok(None) };
        if entry.is_folder() || reading.leaves_out(&entry.name) {
            return Ok(Some(Step::Read));
        }
        if let Some(why) = closed(&entry) {
            reading.count(0)?;
            reading.harm(&entry.name, &[], why);
            return Ok(Some(Step::Read));
        }
        let Some((_, at)) = directory::local(source, entry.at) else {
            return Ok(Some(Step::Read));
        };
        let stream = Unpacked::new(&entry, source, at, at.saturating_add(entry.packed));
        step(entry.name, stream, *budget, reading).map(Some)
    }
}

/// The file that holds the journal.
const LINES: &str = "journal.jsonl";

/// So many bytes tell what a file is.
const HEAD: u64 = 256;

/// What came of a step. One at a time, on its way from one function to the next.
#[allow(clippy::large_enum_variant)]
pub(super) enum Step<S> {
    /// Something was read.
    Read,
    /// The lines of this file come next: those that begin with these bytes, and go on there.
    Lines(String, Vec<u8>, Lines<S>),
}

/// Where lines come from.
#[allow(clippy::large_enum_variant)] // As above.
pub(super) enum Lines<S> {
    /// A file in the ZIP.
    File(Unpacked<S>),
    /// A piece of it, as it lies there.
    Piece(super::source::Section<S>),
}

/// Reads a whole file, or says that its lines are to be read one by one.
fn step<S: Source>(
    name: String,
    mut stream: Unpacked<S>,
    mut budget: Budget,
    reading: &mut Reading<'_>,
) -> Result<Step<S>, ImportError> {
    let (mut bytes, _) = content(&mut stream.by_ref().take(HEAD), &mut budget)?;
    if is_lines(&name, &bytes) {
        return Ok(Step::Lines(name, bytes, Lines::File(stream)));
    }
    bytes.extend(content(&mut stream, &mut budget)?.0);
    reading.count(bytes.len())?;
    reading.file(&name, bytes)?;
    Ok(Step::Read)
}

/// Why a file in a ZIP is not opened.
fn closed(entry: &Entry) -> Option<CorruptionKind> {
    if entry.is_locked() {
        Some(CorruptionKind::Locked)
    } else {
        (!unpack::knows(entry.method)).then_some(CorruptionKind::Packed)
    }
}

/// Whether every file is there and is what it was.
fn are_whole<S: Source>(source: &S, entries: &[Entry], mut budget: Budget) -> Result<bool, ImportError> {
    for entry in entries {
        if entry.is_folder() {
            continue;
        }
        let Some((own, at)) = directory::local(source, entry.at) else {
            return Ok(false);
        };
        // What one changed bit says of it, it does not say of itself.
        if closed(entry) != closed(&own) {
            return Ok(false);
        }
        if closed(entry).is_some() {
            continue;
        }
        if !drain(
            &mut Unpacked::new(entry, source, at, at.saturating_add(entry.packed)),
            &mut budget,
        )? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads a file to its end and holds nothing of it. Whether it is whole.
fn drain(file: &mut impl Read, budget: &mut Budget) -> Result<bool, ImportError> {
    let mut piece = vec![0; 256 << 10];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(true),
            Ok(read) => budget.spend(read)?,
            Err(_) => return Ok(false),
        }
    }
}

/// What a ZIP may still unpack to. It is counted while it unpacks, whatever it declares, so that no more is ever held.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    left: u64,
    beyond: ImportError,
}

impl Budget {
    fn of(source: &impl Source, reading: &Reading<'_>) -> Self {
        let (most, room) = (source.size().saturating_mul(reading.limits.ratio), reading.room());
        let (left, beyond) = if most <= room {
            (most, ImportError::Bomb)
        } else {
            (room, ImportError::TooMuchInside)
        };
        Self { left, beyond }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), ImportError> {
        self.left = self.left.checked_sub(bytes as u64).ok_or(self.beyond)?;
        Ok(())
    }
}

/// What a file holds, as far as it can be read, and whether that is all of it.
fn content(file: &mut impl Read, budget: &mut Budget) -> Result<(Vec<u8>, bool), ImportError> {
    let mut content = Vec::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok((content, true)),
            Ok(length) => {
                budget.spend(length)?;
                content.extend_from_slice(piece.get(..length).unwrap_or_default());
            }
            Err(_) => return Ok((content, false)),
        }
    }
}
