//! Bytes that lie somewhere else, read where they are wanted.

use std::io::{self, Read};

/// A file of any size, of which a piece is read when it is needed. A clone is another handle on the same bytes.
///
/// Text in memory is one; so is a file on a disk, or one that a browser hands out in slices.
pub trait Source: Clone {
    /// How many bytes there are.
    fn size(&self) -> u64;

    /// Reads the bytes from `at` on into `into`, and answers how many these were: 0 only at the end, or for an empty
    /// `into`.
    ///
    /// # Errors
    ///
    /// If they cannot be read now.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize>;
}

impl Source for &[u8] {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(at).ok().and_then(|at| self.get(at..));
        rest.unwrap_or_default().read(into)
    }
}

/// A part of a source, read from its beginning to its end.
#[derive(Clone)]
pub(super) struct Section<S> {
    source: S,
    at: u64,
    end: u64,
}

impl<S: Source> Section<S> {
    /// The bytes from `at` up to `end`, as far as there are such.
    pub(super) fn new(source: S, at: u64, end: u64) -> Self {
        let end = end.min(source.size());
        Self { source, at, end }
    }

    /// The source it is a part of.
    #[cfg(feature = "zip")]
    pub(super) fn into_source(self) -> S {
        self.source
    }

    /// Up to so many bytes of its beginning; fewer only where there are no more, or they cannot be read.
    pub(super) fn peek(&self, most: usize) -> Vec<u8> {
        let (mut bytes, mut piece) = (Vec::new(), self.clone());
        // What cannot be read now says so when it is read.
        let _ = piece.by_ref().take(most as u64).read_to_end(&mut bytes);
        bytes
    }
}

impl<S: Source> Read for Section<S> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let room = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = room.min(into.len());
        let read = self.source.read_at(self.at, into.get_mut(..most).unwrap_or_default())?;
        self.at += read as u64;
        Ok(read)
    }
}
