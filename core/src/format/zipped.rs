//! The archive as a ZIP.

use std::fmt;
use std::io::{Cursor, Read, Write};

use zip::read::read_zipfile_from_stream;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::markdown::page::PICTURES;
use super::reading::{Reading, ZIP};
use super::{Archive, Harm, Refused, markdown, readme, write_plain};
use crate::catalog::{Heading, Language, heading};
use crate::journal::HEADER;

/// The archive would not fit into a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannotZip(String);

impl fmt::Display for CannotZip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the archive does not fit into a ZIP: {}", self.0)
    }
}

impl std::error::Error for CannotZip {}

/// The file that holds the journal.
const LINES: &str = "journal.jsonl";

/// Writes an archive as a ZIP: `journal.jsonl`, `README.txt`, `pictures/`, and, for reading without us,
/// each spiral as one Markdown file in `language`.
///
/// The lines are not compressed. A changed byte then costs one line and not all that follow, and a cut
/// archive still gives every whole line; the price, measured on the demonstration journal, is 3.2 times
/// the size of deflated lines. The Markdown is only a copy, and is deflated.
///
/// # Errors
///
/// If the content is beyond what a ZIP can hold.
pub fn write_zip(archive: &Archive, language: Language) -> Result<Vec<u8>, CannotZip> {
    write(archive, language).map_err(|error| CannotZip(error.to_string()))
}

fn write(archive: &Archive, language: Language) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day a ZIP can name: the archive has no clock, and the same journal gives the same bytes.
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let deflated = stored.compression_method(CompressionMethod::Deflated);
    let mut add = |name: &str, bytes: &[u8], how: SimpleFileOptions| -> zip::result::ZipResult<()> {
        zip.start_file(name, how.large_file(u32::try_from(bytes.len()).is_err()))?;
        zip.write_all(bytes)?;
        Ok(())
    };
    // First, so that a cut archive still has it.
    add(LINES, &write_plain(archive), stored)?;
    add("README.txt", readme::TEXT.as_bytes(), stored)?;
    let mut pictures: Vec<_> = archive.pictures.iter().collect();
    pictures.sort_by_key(|picture| picture.id());
    pictures.dedup_by_key(|picture| picture.id());
    for picture in pictures {
        add(&format!("{PICTURES}{}", picture.file_name()), picture.bytes(), stored)?;
    }
    let folder = heading(Heading::Reading).in_(language);
    for (path, text) in markdown::stories(archive, language) {
        add(&format!("{folder}/{path}"), text.as_bytes(), deflated)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Reads a ZIP by its directory, or, if the directory is not whole or does not agree with what is
/// there, from whatever is still there.
pub(super) fn read(name: &str, bytes: &[u8], reading: &mut Reading<'_>) -> Result<(), Refused> {
    let before = reading.clone();
    if by_directory(bytes, reading)? {
        return Ok(());
    }
    *reading = before;
    salvage(name, bytes, reading)
}

/// Reads every file the directory names; `false` if any of them is not whole.
fn by_directory(bytes: &[u8], reading: &mut Reading<'_>) -> Result<bool, Refused> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(false);
    };
    // A directory that is not this file's own belongs to an archive within it, which is not to be opened.
    if zip.offset() != 0 {
        return Ok(false);
    }
    if zip.len() > reading.limits.files {
        return Err(Refused::TooManyFiles);
    }
    // What the directory says of sizes refuses nothing: one changed bit in it must not cost the whole backup.
    let mut budget = Budget::of(bytes, reading);
    for index in 0..zip.len() {
        let Ok(mut file) = zip.by_index(index) else {
            return Ok(false);
        };
        if file.is_dir() {
            continue;
        }
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else {
            return Ok(false);
        };
        let (content, whole) = content(&mut file, &mut budget)?;
        if !whole {
            return Ok(false);
        }
        reading.count(content.len())?;
        reading.file(&name, &content)?;
    }
    Ok(true)
}

/// How much a ZIP of so many bytes may unpack to.
fn most(bytes: &[u8], reading: &Reading<'_>) -> u64 {
    (bytes.len() as u64).saturating_mul(reading.limits.ratio)
}

/// What a ZIP may still unpack to. It is counted while it unpacks, whatever it declares, so that no more is ever held.
struct Budget {
    left: u64,
    beyond: Refused,
}

impl Budget {
    fn of(bytes: &[u8], reading: &Reading<'_>) -> Self {
        let (most, room) = (most(bytes, reading), reading.room());
        let (left, beyond) = if most <= room {
            (most, Refused::Bomb)
        } else {
            (room, Refused::TooMuchInside)
        };
        Self { left, beyond }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Refused> {
        self.left = self.left.checked_sub(bytes as u64).ok_or(self.beyond)?;
        Ok(())
    }
}

/// What a file holds, as far as it can be read, and whether that is all of it.
fn content(file: &mut impl Read, budget: &mut Budget) -> Result<(Vec<u8>, bool), Refused> {
    let mut content = Vec::new();
    let mut piece = [0; 16 << 10];
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

/// Reads what is left of a ZIP. Lines stand in it as they are, so each whole one is found even where
/// nothing around it is right; other files are taken only if they are whole.
fn salvage(name: &str, bytes: &[u8], reading: &mut Reading<'_>) -> Result<(), Refused> {
    reading.harm(name, &[], Harm::Torn);
    let marks = marks(bytes);
    let mut budget = Budget::of(bytes, reading);
    let mut behind = 0;
    // No more marks are tried in vain than there may be files: each costs a look, and a file may be made of nothing else.
    let mut tries = reading.limits.files;
    for (place, at) in marks.iter().enumerate() {
        let next = marks.get(place + 1).copied().unwrap_or(bytes.len());
        let piece = bytes.get(*at..next).unwrap_or_default();
        // Marks inside a file that is whole, such as an archive within this one, begin nothing.
        if *at < behind {
            continue;
        }
        if holds_lines(piece) || place == 0 && has(piece, b"\n{\"at\":[") {
            reading.ours = true;
            reading.count(piece.len())?;
            for line in own_lines(piece) {
                reading.line(LINES, line)?;
            }
        } else if tries > 0 {
            let mut stream = bytes.get(*at..).unwrap_or_default();
            if file(&mut stream, &mut budget, reading)? {
                behind = bytes.len() - stream.len();
            } else {
                tries -= 1;
            }
        }
    }
    Ok(())
}

/// Where files begin in a ZIP: at its start, and at every mark.
fn marks(bytes: &[u8]) -> Vec<usize> {
    let mut marks = vec![0];
    let mut at = 1;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| *byte == b'P'))
    {
        at += found;
        if bytes.get(at..).is_some_and(|rest| rest.starts_with(ZIP)) {
            marks.push(at);
        }
        at += 1;
    }
    marks
}

fn has(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Reads the file a stream begins with; `false` if it is not whole.
fn file(stream: &mut &[u8], budget: &mut Budget, reading: &mut Reading<'_>) -> Result<bool, Refused> {
    let Ok(Some(mut file)) = read_zipfile_from_stream(stream) else {
        return Ok(false);
    };
    let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else {
        return Ok(false);
    };
    let (content, whole) = content(&mut file, budget)?;
    reading.count(content.len())?;
    if name.ends_with('/') {
        return Ok(whole);
    }
    if whole || holds_lines(&content) {
        reading.file(&name, &content)?;
    } else {
        reading.harm(&name, &content, Harm::Torn);
    }
    Ok(whole)
}

/// Whether a piece of a ZIP holds the journal as it is. JSON never holds the mark that begins a file,
/// so such a piece is one file.
fn holds_lines(piece: &[u8]) -> bool {
    let start = piece.get(..256).unwrap_or(piece);
    has(start, HEADER.as_bytes()) || has(start, br#"{"at":["#)
}

/// The lines in a piece of a ZIP, without the bytes the ZIP puts before the first.
fn own_lines(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    let start = piece.windows(2).position(|window| window == b"{\"").unwrap_or(0);
    piece.get(start..).unwrap_or_default().split(|byte| *byte == b'\n')
}
