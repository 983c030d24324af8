//! What a ZIP says of the files in it: its directory, and the header before each file.

use std::io;

use super::super::source::Source;

/// How every file in a ZIP begins.
pub(in crate::format) const FILE: &[u8; 4] = b"PK\x03\x04";
pub(super) const LISTED: &[u8; 4] = b"PK\x01\x02";
pub(super) const END: &[u8; 4] = b"PK\x05\x06";
pub(super) const END_64: &[u8; 4] = b"PK\x06\x06";
pub(super) const LOCATOR_64: &[u8; 4] = b"PK\x06\x07";

/// Sizes of what stands at fixed places.
const END_SIZE: u64 = 22;
const LOCATOR_SIZE: u64 = 20;
pub(super) const FILE_SIZE: usize = 30;
const LISTED_SIZE: usize = 46;

/// The bit that says that a file's sizes stand behind it.
pub(super) const SIZES_BEHIND: u16 = 1 << 3;
/// The bit that says that a name is UTF-8.
pub(super) const UTF_8: u16 = 1 << 11;
/// The bits that say that a file is encrypted.
const LOCKED: u16 = 1 | 1 << 6;

/// The block that holds what does not fit into 32 bits.
pub(super) const LARGE: u16 = 1;

/// A file in a ZIP, as it is listed or as it says of itself.
#[derive(Debug, Clone, Default)]
pub(in crate::format) struct Entry {
    pub(super) name: String,
    pub(super) method: u16,
    flags: u16,
    pub(super) crc: u32,
    /// How many bytes it takes.
    pub(super) packed: u64,
    /// How many bytes it is.
    pub(super) size: u64,
    /// Where its header begins.
    pub(super) at: u64,
}

impl Entry {
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }

    pub(super) fn is_locked(&self) -> bool {
        self.flags & LOCKED != 0
    }

    pub(super) fn has_sizes_behind(&self) -> bool {
        self.flags & SIZES_BEHIND != 0
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// So many bytes from `at` on; fewer at the end.
pub(super) fn bytes_at(source: &impl Source, at: u64, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; most];
    let mut filled = 0;
    while let Some(room) = bytes.get_mut(filled..).filter(|room| !room.is_empty()) {
        match source.read_at(at + filled as u64, room)? {
            0 => break,
            read => filled += read,
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

/// Where the directory lies, how long it is, and how many files it lists; `None` if it is not whole or not this file's own.
fn place(source: &impl Source) -> Option<(u64, u64, u64)> {
    let size = source.size();
    // The end may have a comment behind it.
    let most = size.min(END_SIZE + u64::from(u16::MAX));
    let tail = bytes_at(source, size - most, usize::try_from(most).ok()?).ok()?;
    let found = (0..tail.len().checked_sub(21)?).rev().find(|at| {
        let end = tail.get(*at..).unwrap_or_default();
        let comment = u16_at(end, 20).map(usize::from);
        end.starts_with(END) && comment.is_some_and(|comment| comment + 22 == end.len())
    })?;
    let end = tail.get(found..)?;
    let behind = size - most + found as u64;
    let (files, long, at) = (u16_at(end, 10)?, u32_at(end, 12)?, u32_at(end, 16)?);
    if files != u16::MAX && long != u32::MAX && at != u32::MAX {
        return (u64::from(at) + u64::from(long) == behind).then_some((at.into(), long.into(), files.into()));
    }
    let locator = bytes_at(source, behind.checked_sub(LOCATOR_SIZE)?, 20).ok()?;
    let large = locator.starts_with(LOCATOR_64).then(|| u64_at(&locator, 8))??;
    let end = bytes_at(source, large, 56).ok()?;
    if !end.starts_with(END_64) {
        return None;
    }
    let (files, long, at) = (u64_at(&end, 32)?, u64_at(&end, 40)?, u64_at(&end, 48)?);
    (at.checked_add(long)? == large).then_some((at, long, files))
}

/// How many files the directory lists; `None` if there is none that is this file's own.
pub(super) fn number(source: &impl Source) -> Option<u64> {
    place(source).map(|(_, _, files)| files)
}

/// Every file the directory lists, in order; `None` if it is not whole.
///
/// What it says refuses nothing: one changed bit in it must not cost the whole backup.
pub(super) fn read(source: &impl Source) -> Option<Vec<Entry>> {
    let (at, long, files) = place(source)?;
    let bytes = bytes_at(source, at, usize::try_from(long).ok()?).ok()?;
    let (mut entries, mut from) = (Vec::new(), 0);
    while from < bytes.len() {
        let one = bytes.get(from..)?;
        let [name, extra, comment] = [28, 30, 32].map(|at| u16_at(one, at).map(usize::from));
        let (name, extra, comment) = (name?, extra?, comment?);
        let mut entry = Entry {
            name: name_of(u16_at(one, 8)?, one.get(LISTED_SIZE..LISTED_SIZE + name)?),
            flags: u16_at(one, 8)?,
            method: u16_at(one, 10)?,
            crc: u32_at(one, 16)?,
            packed: u32_at(one, 20)?.into(),
            size: u32_at(one, 24)?.into(),
            at: u32_at(one, 42)?.into(),
        };
        let Entry { size, packed, at, .. } = &mut entry;
        let behind = LISTED_SIZE + name;
        large(one.get(behind..behind + extra)?, [size, packed, at]);
        if !one.starts_with(LISTED) {
            return None;
        }
        entries.push(entry);
        from += behind + extra + comment;
    }
    (entries.len() as u64 == files).then_some(entries)
}

/// What the file that begins at `at` says of itself, and where its bytes begin; `None` if none begins there.
pub(super) fn local(source: &impl Source, at: u64) -> Option<(Entry, u64)> {
    let head = bytes_at(source, at, FILE_SIZE).ok()?;
    if !head.starts_with(FILE) {
        return None;
    }
    let (name, extra) = (u16_at(&head, 26)?.into(), usize::from(u16_at(&head, 28)?));
    let rest = bytes_at(source, at + FILE_SIZE as u64, name + extra).ok()?;
    let mut entry = Entry {
        name: name_of(u16_at(&head, 6)?, rest.get(..name)?),
        flags: u16_at(&head, 6)?,
        method: u16_at(&head, 8)?,
        crc: u32_at(&head, 14)?,
        packed: u32_at(&head, 18)?.into(),
        size: u32_at(&head, 22)?.into(),
        at,
    };
    let (size, packed) = (&mut entry.size, &mut entry.packed);
    large(rest.get(name..)?, [size, packed]);
    Some((entry, at + (FILE_SIZE + name + extra) as u64))
}

/// Puts the numbers that did not fit into 32 bits in their places.
fn large<const N: usize>(mut extra: &[u8], numbers: [&mut u64; N]) {
    while let (Some(id), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let length = usize::from(length);
        if id == LARGE {
            let mut block = extra.get(4..).unwrap_or_default();
            for number in numbers {
                if *number == u64::from(u32::MAX)
                    && let Some(whole) = u64_at(block, 0)
                {
                    *number = whole;
                    block = block.get(8..).unwrap_or_default();
                }
            }
            return;
        }
        extra = extra.get(4 + length..).unwrap_or_default();
    }
}

/// A name in whatever it was written: UTF-8, or what Windows in Chinese writes.
fn name_of(flags: u16, bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) if flags & UTF_8 != 0 => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => super::super::encodings::legacy(bytes)
            .map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |(name, _)| name),
    }
}
