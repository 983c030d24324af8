//! The bytes of a file in a ZIP, as they were before they were packed.

use std::io::{self, BufReader, Read};

use crc32fast::Hasher;
use deflate64::Deflate64Decoder;
use flate2::bufread::DeflateDecoder;

use super::super::source::{Section, Source};
use super::directory::Entry;

const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;
/// What Windows packs files over two gigabytes with.
const DEFLATED_64: u16 = 9;

/// Whether a file packed by this method can be unpacked here.
pub(super) const fn knows(method: u16) -> bool {
    matches!(method, STORED | DEFLATED | DEFLATED_64)
}

/// A file on its way out of a ZIP.
pub(in crate::format) struct Unpacked<S> {
    packed: Packed<S>,
    crc: Hasher,
    size: u64,
    /// What it should come to; not known where it stands behind the file.
    told: Option<(u32, u64)>,
}

enum Packed<S> {
    Stored(Section<S>),
    Deflated(DeflateDecoder<BufReader<Section<S>>>),
    Deflated64(Box<Deflate64Decoder<BufReader<Section<S>>>>),
}

impl<S: Source> Unpacked<S> {
    /// The file that takes the bytes from `at` up to `end`.
    pub(super) fn new(entry: &Entry, source: &S, at: u64, end: u64) -> Self {
        let section = Section::new(source.clone(), at, end);
        let buffered = |section| BufReader::with_capacity(64 << 10, section);
        Self {
            packed: match entry.method {
                DEFLATED => Packed::Deflated(DeflateDecoder::new(buffered(section))),
                DEFLATED_64 => Packed::Deflated64(Box::new(Deflate64Decoder::with_buffer(buffered(section)))),
                _ => Packed::Stored(section),
            },
            crc: Hasher::new(),
            size: 0,
            told: Some((entry.crc, entry.size)),
        }
    }

    /// The same, where what it should come to stands behind it.
    pub(super) fn with_sizes_behind(mut self) -> Self {
        self.told = None;
        self
    }

    /// What has come so far: its checksum and how many bytes.
    pub(super) fn came(&self) -> (u32, u64) {
        (self.crc.clone().finalize(), self.size)
    }

    /// How many packed bytes it took; known of deflated files only.
    pub(super) fn took(&self) -> Option<u64> {
        match &self.packed {
            Packed::Deflated(packed) => Some(packed.total_in()),
            _ => None,
        }
    }
}

impl<S: Source> Read for Unpacked<S> {
    /// Gives the bytes, and an error in the place of the end if they are not those that were packed.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.packed {
            Packed::Stored(packed) => packed.read(into)?,
            Packed::Deflated(packed) => packed.read(into)?,
            Packed::Deflated64(packed) => packed.read(into)?,
        };
        self.crc.update(into.get(..read).unwrap_or_default());
        self.size += read as u64;
        let over = self.told.is_some_and(|(_, size)| self.size > size);
        let ended = read == 0 && !into.is_empty();
        if over || (ended && self.told.is_some_and(|told| told != self.came())) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}
