//! A ZIP on its way out: every file's header is complete before its bytes, and nothing written is gone back to.

use std::io::Write;

use crc32fast::Hasher;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::directory::{END, END_64, FILE, LARGE, LISTED, LOCATOR_64, SIZES_BEHIND, UTF_8};
use super::unpack::DEFLATED;

/// What stands before the sizes that stand behind a file.
const BEHIND: &[u8; 4] = b"PK\x07\x08";

/// Which programs can read it: those that know folders, or those that know sizes over 32 bits.
const PLAIN: u16 = 20;
const WITH_LARGE: u16 = 45;
/// Made as on Unix: a file that its owner may write and everybody read.
const MADE_BY: u16 = 3 << 8 | WITH_LARGE;
const MODE: u32 = 0o100_644 << 16;

/// The first day a ZIP can name: the archive has no clock, and the same journal gives the same bytes.
const DAY: u16 = 1 << 5 | 1;

/// A ZIP on its way out.
#[derive(Default)]
pub(super) struct Packing {
    /// Bytes to be sent on.
    pub(super) out: Vec<u8>,
    /// How many stood before the bytes that wait to be sent on.
    sent: u64,
    listed: Vec<Listed>,
    deflating: Option<Deflating>,
}

struct Listed {
    name: String,
    method: u16,
    flags: u16,
    crc: u32,
    packed: u64,
    size: u64,
    at: u64,
}

struct Deflating {
    encoder: DeflateEncoder<Vec<u8>>,
    crc: Hasher,
    size: u64,
    packed: u64,
}

impl Packing {
    /// How many bytes the ZIP has so far.
    pub(super) fn written(&self) -> u64 {
        self.sent + self.out.len() as u64
    }

    /// The bytes to be sent on.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.sent += self.out.len() as u64;
        std::mem::take(&mut self.out)
    }

    /// Begins a file that is not packed, of so many bytes with this checksum. [`Packing::write`] gives them.
    pub(super) fn store(&mut self, name: &str, crc: u32, size: u64) {
        self.begin(Listed {
            name: name.to_owned(),
            method: 0,
            flags: UTF_8,
            crc,
            packed: size,
            size,
            at: self.written(),
        });
    }

    pub(super) fn write(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// Writes a whole file that is not packed.
    pub(super) fn stored(&mut self, name: &str, bytes: &[u8]) {
        self.store(name, crc32fast::hash(bytes), bytes.len() as u64);
        self.write(bytes);
    }

    /// Begins a file that is packed: what it comes to stands behind it.
    pub(super) fn deflate(&mut self, name: &str) {
        self.begin(Listed {
            name: name.to_owned(),
            method: DEFLATED,
            flags: UTF_8 | SIZES_BEHIND,
            crc: 0,
            packed: 0,
            size: 0,
            at: self.written(),
        });
        self.deflating = Some(Deflating {
            encoder: DeflateEncoder::new(Vec::new(), Compression::default()),
            crc: Hasher::new(),
            size: 0,
            packed: 0,
        });
    }

    /// Goes on with a file that is packed.
    pub(super) fn deflated(&mut self, bytes: &[u8]) {
        let Some(deflating) = &mut self.deflating else { return };
        deflating.crc.update(bytes);
        deflating.size += bytes.len() as u64;
        // Memory takes what it is given.
        let _ = deflating.encoder.write_all(bytes);
        let packed = std::mem::take(deflating.encoder.get_mut());
        deflating.packed += packed.len() as u64;
        self.out.extend_from_slice(&packed);
    }

    /// Ends it.
    pub(super) fn end_deflated(&mut self) {
        let Some(deflating) = self.deflating.take() else { return };
        let rest = deflating.encoder.finish().unwrap_or_default();
        let packed = deflating.packed + rest.len() as u64;
        self.out.extend_from_slice(&rest);
        let crc = deflating.crc.finalize();
        self.out.extend_from_slice(BEHIND);
        self.u32(crc);
        self.u32(small(packed));
        self.u32(small(deflating.size));
        if let Some(listed) = self.listed.last_mut() {
            (listed.crc, listed.packed, listed.size) = (crc, packed, deflating.size);
        }
    }

    fn begin(&mut self, file: Listed) {
        let large = file.size >= u64::from(u32::MAX);
        self.out.extend_from_slice(FILE);
        self.u16(if large { WITH_LARGE } else { PLAIN });
        self.described(&file);
        self.u16(short(file.name.len()));
        self.u16(if large { 20 } else { 0 });
        self.out.extend_from_slice(file.name.as_bytes());
        if large {
            self.large(&[file.size, file.packed]);
        }
        self.listed.push(file);
    }

    /// Flags, method, time, checksum and sizes, as they stand before a file and in the directory.
    fn described(&mut self, file: &Listed) {
        self.u16(file.flags);
        self.u16(file.method);
        self.u16(0);
        self.u16(DAY);
        self.u32(file.crc);
        self.u32(small(file.packed));
        self.u32(small(file.size));
    }

    /// Writes the directory, which ends the ZIP.
    pub(super) fn finish(&mut self) {
        let begins = self.written();
        let listed = std::mem::take(&mut self.listed);
        for file in &listed {
            let numbers: Vec<u64> = [file.size, file.packed, file.at]
                .into_iter()
                .filter(|number| *number >= u64::from(u32::MAX))
                .collect();
            self.out.extend_from_slice(LISTED);
            self.u16(MADE_BY);
            self.u16(if numbers.is_empty() { PLAIN } else { WITH_LARGE });
            self.described(file);
            self.u16(short(file.name.len()));
            self.u16(if numbers.is_empty() {
                0
            } else {
                4 + 8 * short(numbers.len())
            });
            // No comment, on the first disk, no attributes inside.
            self.out.extend_from_slice(&[0; 6]);
            self.u32(MODE);
            self.u32(small(file.at));
            self.out.extend_from_slice(file.name.as_bytes());
            if !numbers.is_empty() {
                self.large(&numbers);
            }
        }
        let ends = self.written();
        let (files, long) = (listed.len() as u64, ends - begins);
        if files >= u64::from(u16::MAX) || ends >= u64::from(u32::MAX) {
            self.out.extend_from_slice(END_64);
            self.u64(44);
            self.u16(MADE_BY);
            self.u16(WITH_LARGE);
            self.out.extend_from_slice(&[0; 8]);
            for number in [files, files, long, begins] {
                self.u64(number);
            }
            self.out.extend_from_slice(LOCATOR_64);
            self.u32(0);
            self.u64(ends);
            self.u32(1);
        }
        self.out.extend_from_slice(END);
        self.out.extend_from_slice(&[0; 4]);
        let files = u16::try_from(files).unwrap_or(u16::MAX);
        self.u16(files);
        self.u16(files);
        self.u32(small(long));
        self.u32(small(begins));
        self.u16(0);
    }

    fn large(&mut self, numbers: &[u64]) {
        self.u16(LARGE);
        self.u16(8 * short(numbers.len()));
        for number in numbers {
            self.u64(*number);
        }
    }

    fn u16(&mut self, number: u16) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }

    fn u32(&mut self, number: u32) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }

    fn u64(&mut self, number: u64) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }
}

/// A number in 32 bits, or the mark that says that it stands elsewhere.
fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
