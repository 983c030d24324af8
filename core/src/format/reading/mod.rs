//! Files while they are being read, piece by piece.

mod sort;

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, BufRead, BufReader, Cursor, Read};

use super::lines::{self, Line};
use super::markdown::page;
use super::source::{Section, Source};
#[cfg(feature = "zip")]
use super::zipped::{Lines as InZip, Step, Unzipping};
use super::{CorruptionKind, Damaged, Ending, Found, ImportError, Limits, Origin, Picture};

pub(super) use sort::is_lines;
use sort::{Sort, claimed, extension, part, sort};

use crate::id::{BlobId, RevisionId};
use crate::journal::Frame;
use crate::share::header::is_shared;

/// How every file in a ZIP begins.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";

/// So many bytes tell what a file is.
const HEAD: usize = 256;

/// No more than so many bytes of a damaged file are set aside; the file is still where it was.
const ASIDE: usize = 1 << 20;

/// Whether a file is a ZIP; by its name too, since its first bytes may be the ones that have changed.
fn is_zip(name: &str, head: &[u8]) -> bool {
    head.starts_with(ZIP) || head.starts_with(EMPTY_ZIP) || extension(name) == "zip"
}

/// Reads files of any size and gives what stands in them one by one, holding no more of them than that.
///
/// It goes on where something is damaged, and ends with an error only where a file is beyond a limit, or nothing in the
/// files can be a journal's. What was found before then counts for nothing.
pub struct Reader<'l, S> {
    reading: Reading<'l>,
    waiting: VecDeque<(String, S)>,
    #[cfg(feature = "zip")]
    zip: Option<Unzipping<S>>,
    lines: Option<Lines<S>>,
    ended: bool,
}

impl<'l, S: Source> Reader<'l, S> {
    /// Reads these files, each by its name or its path in a folder.
    pub fn new(files: impl IntoIterator<Item = (String, S)>, limits: &'l Limits) -> Self {
        Self {
            reading: Reading::new(limits),
            waiting: files.into_iter().collect(),
            #[cfg(feature = "zip")]
            zip: None,
            lines: None,
            ended: false,
        }
    }

    /// The same without what is told by its name to be of that kind: it need not be read to know that it is not wanted.
    #[must_use]
    pub fn without(mut self, what: Without) -> Self {
        self.reading.without = Some(what);
        self
    }

    /// Which ZIP was whole, in order, as far as they have been read.
    pub fn were_whole(&self) -> Vec<bool> {
        self.reading.whole.clone()
    }

    /// The same files read again: what a first reading told by [`Reader::were_whole`] is not found out anew.
    #[must_use]
    pub fn knowing(mut self, whole: Vec<bool>) -> Self {
        self.reading.known_whole = whole.into();
        self
    }

    /// Reads on. `false` at the end.
    fn step(&mut self) -> Result<bool, ImportError> {
        if let Some(lines) = &mut self.lines {
            if !lines.read_one(&mut self.reading)? {
                self.lines = None;
            }
            return Ok(true);
        }
        #[cfg(feature = "zip")]
        if let Some(zip) = &mut self.zip {
            match zip.step(&mut self.reading)? {
                Some(Step::Read) => {}
                Some(Step::Lines(name, head, rest)) => {
                    let rest = match rest {
                        InZip::File(file) => Stream::Unpacked(Box::new(file)),
                        InZip::Piece(piece) => Stream::Section(piece),
                    };
                    self.lines = Some(Lines::begin(name, head, rest, &mut self.reading)?);
                }
                None => self.zip = None,
            }
            return Ok(true);
        }
        let Some((name, source)) = self.waiting.pop_front() else {
            return Ok(false);
        };
        self.open(name, source)?;
        Ok(true)
    }

    fn open(&mut self, name: String, source: S) -> Result<(), ImportError> {
        let size = source.size();
        if size > self.reading.limits.file {
            return Err(ImportError::FileTooLarge);
        }
        let mut section = Section::new(source, 0, size);
        let head = section.peek(HEAD);
        if is_zip(&name, &head) {
            #[cfg(feature = "zip")]
            {
                self.zip = Some(Unzipping::begin(&name, section.into_source(), &mut self.reading)?);
                return Ok(());
            }
            #[cfg(not(feature = "zip"))]
            return Err(ImportError::NoZip);
        }
        if is_shared(&head) {
            return Err(ImportError::Shared);
        }
        if is_lines(&name, &head) {
            self.lines = Some(Lines::begin(
                name,
                Vec::new(),
                Stream::Section(section),
                &mut self.reading,
            )?);
            return Ok(());
        }
        if size > self.reading.room() {
            return Err(ImportError::TooMuchInside);
        }
        let mut bytes = Vec::new();
        let whole = section.read_to_end(&mut bytes).is_ok();
        self.reading.count(bytes.len())?;
        if whole {
            self.reading.file(&name, bytes)
        } else {
            self.reading.harm(&name, &bytes, CorruptionKind::Torn);
            Ok(())
        }
    }
}

impl<S: Source> Iterator for Reader<'_, S> {
    type Item = Result<Found, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.reading.found.pop_front() {
                return Some(Ok(found));
            }
            if self.ended {
                return None;
            }
            match self.step() {
                Ok(true) => {}
                Ok(false) => {
                    self.ended = true;
                    return self.reading.is_nothing().then_some(Err(ImportError::Unknown));
                }
                Err(why) => {
                    self.ended = true;
                    self.reading.found.clear();
                    return Some(Err(why));
                }
            }
        }
    }
}

/// Where lines come from.
enum Stream<S> {
    Section(Section<S>),
    #[cfg(feature = "zip")]
    Unpacked(Box<super::zipped::Unpacked<S>>),
}

impl<S: Source> Read for Stream<S> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Section(section) => section.read(into),
            #[cfg(feature = "zip")]
            Self::Unpacked(file) => file.read(into),
        }
    }
}

/// A file of lines while it is being read.
struct Lines<S> {
    place: String,
    stream: BufReader<io::Chain<Cursor<Vec<u8>>, Stream<S>>>,
    first: bool,
    line: Vec<u8>,
    run: Run,
}

/// What has been read of a file of lines since its header, or since the closing line of what stood before.
#[derive(Default)]
struct Run {
    lines: u64,
    /// Whether a closing line was the last.
    closed: bool,
}

impl<S: Source> Lines<S> {
    fn begin(place: String, head: Vec<u8>, rest: Stream<S>, reading: &mut Reading<'_>) -> Result<Self, ImportError> {
        reading.ours = true;
        reading.count(0)?;
        Ok(Self {
            place,
            stream: BufReader::with_capacity(256 << 10, Cursor::new(head).chain(rest)),
            first: true,
            line: Vec::new(),
            run: Run::default(),
        })
    }

    /// Reads a line. `false` at the end, which is also where nothing more can be read.
    fn read_one(&mut self, reading: &mut Reading<'_>) -> Result<bool, ImportError> {
        // Characters of six bytes each, as escapes are, in two texts as long as may be.
        let most = reading.limits.text.saturating_mul(12).saturating_add(1 << 20);
        self.line.clear();
        let read = self.stream.by_ref().take(most as u64).read_until(b'\n', &mut self.line);
        let mut length = self.line.len();
        let ended = self.line.last() != Some(&b'\n');
        let long = ended && length >= most;
        if long {
            // Nothing can be done with it, and no more of it is held.
            length += skip_line(&mut self.stream);
        }
        reading.spend(length as u64)?;
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = if std::mem::take(&mut self.first) {
            line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
        } else {
            line
        };
        if long {
            self.run.lines += 1;
            reading.harm(&self.place, line, CorruptionKind::TooLong);
            reading.not_too_many()?;
        } else {
            reading.line(&self.place, line, &mut self.run)?;
        }
        let goes_on = (!ended || long) && read.is_ok();
        if !goes_on {
            reading.end(&self.place, &mut self.run);
        }
        Ok(goes_on)
    }
}

/// Goes on behind the next line feed. How many bytes that was.
fn skip_line(stream: &mut impl BufRead) -> usize {
    let mut skipped = 0;
    loop {
        let Ok(some) = stream.fill_buf() else { return skipped };
        let end = memchr::memchr(b'\n', some).map(|at| at + 1);
        let (length, over) = (end.unwrap_or(some.len()), end.is_some() || some.is_empty());
        stream.consume(length);
        skipped += length;
        if over {
            return skipped;
        }
    }
}

/// What is left out of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Without {
    /// Pictures under the hash of their bytes.
    Pictures,
    /// Lines and Markdown.
    Words,
}

/// What has been read, counted and held against the limits.
pub(super) struct Reading<'l> {
    pub(super) limits: &'l Limits,
    found: VecDeque<Found>,
    known: BTreeSet<RevisionId>,
    pictures: BTreeSet<BlobId>,
    records: usize,
    files: usize,
    inside: u64,
    /// Whether any file was a journal's, however damaged or empty.
    ours: bool,
    without: Option<Without>,
    /// Which ZIP was whole, and what is known of that from before.
    whole: Vec<bool>,
    known_whole: VecDeque<bool>,
}

impl<'l> Reading<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            found: VecDeque::new(),
            known: BTreeSet::new(),
            pictures: BTreeSet::new(),
            records: 0,
            files: 0,
            inside: 0,
            ours: false,
            without: None,
            whole: Vec::new(),
            known_whole: VecDeque::new(),
        }
    }

    /// Whether a ZIP is whole, if that is known from before.
    #[cfg(feature = "zip")]
    pub(super) fn knows_whole(&mut self) -> Option<bool> {
        self.known_whole.pop_front()
    }

    /// Takes note of whether a ZIP is whole.
    #[cfg(feature = "zip")]
    pub(super) fn is_whole(&mut self, whole: bool) {
        self.whole.push(whole);
    }

    /// Whether a file is left out, told from its name.
    #[cfg(feature = "zip")]
    pub(super) fn leaves_out(&self, name: &str) -> bool {
        match self.without {
            Some(Without::Pictures) => claimed(name).is_some(),
            Some(Without::Words) => matches!(&*extension(name), "jsonl" | "md"),
            None => false,
        }
    }

    /// Counts a file of so many bytes.
    pub(super) fn count(&mut self, bytes: usize) -> Result<(), ImportError> {
        self.files += 1;
        if self.files > self.limits.files {
            return Err(ImportError::TooManyFiles);
        }
        self.spend(bytes as u64)
    }

    fn spend(&mut self, bytes: u64) -> Result<(), ImportError> {
        self.inside = self.inside.saturating_add(bytes);
        if self.inside > self.limits.inside {
            return Err(ImportError::TooMuchInside);
        }
        Ok(())
    }

    /// How many bytes more there may be.
    pub(super) fn room(&self) -> u64 {
        self.limits.inside.saturating_sub(self.inside)
    }

    pub(super) fn harm(&mut self, place: &str, bytes: &[u8], why: CorruptionKind) {
        self.ours = true;
        self.records += 1;
        self.found.push_back(Found::Damaged(Damaged {
            place: place.to_owned(),
            bytes: bytes.to_vec(),
            why,
        }));
    }

    /// The same of a file that may be of any size.
    fn harm_of_file(&mut self, place: &str, bytes: &[u8], why: CorruptionKind) {
        self.harm(place, bytes.get(..ASIDE).unwrap_or(bytes), why);
    }

    /// Reads a whole file that does not hold lines by what it is, told from its name and its first bytes.
    pub(super) fn file(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), ImportError> {
        match sort(name, &bytes) {
            Sort::Page => {
                self.ours = true;
                match page::read(name, &bytes, self.limits) {
                    Ok(pages) => {
                        self.records += pages.len();
                        self.found.extend(pages.into_iter().map(|page| match page.origin {
                            Origin::Copy => Found::Copy(page),
                            _ => Found::Page(page),
                        }));
                    }
                    Err(why) => self.harm_of_file(name, &bytes, why),
                }
                self.not_too_many()?;
            }
            Sort::Picture => self.picture(name, bytes),
            Sort::Archive => self.harm_of_file(name, &bytes, CorruptionKind::Nested),
            Sort::Part => match part(&bytes) {
                Some(part) => self.found.push_back(Found::Part(part)),
                None => self.found.push_back(Found::Unread(name.to_owned())),
            },
            Sort::Readme | Sort::Lines => {}
            Sort::Other => self.found.push_back(Found::Unread(name.to_owned())),
        }
        Ok(())
    }

    fn line(&mut self, place: &str, whole: &[u8], run: &mut Run) -> Result<(), ImportError> {
        let line = whole.strip_suffix(b"\r").unwrap_or(whole);
        if line.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        match Frame::of(line) {
            Some(Frame::Opening) => {
                // Archives put one behind the other.
                if run.lines > 0 {
                    self.end(place, run);
                }
                *run = Run::default();
                return Ok(());
            }
            Some(Frame::Closing(said)) => {
                self.ended(place, run, Some(said));
                return Ok(());
            }
            None => (run.lines, run.closed) = (run.lines + 1, false),
        }
        match lines::read(line, self.limits) {
            Line::Revision(revision, mended) => {
                if self.known.insert(revision.id()) {
                    self.records += 1;
                    if mended > 0 {
                        self.found.push_back(Found::Repaired(mended));
                    }
                    self.found.push_back(Found::Revision(*revision));
                }
            }
            // What is kept aside is kept to the byte, whatever ends its line.
            Line::Newer => {
                self.records += 1;
                self.found.push_back(Found::Newer(whole.to_vec()));
            }
            Line::Bad(why) => self.harm(place, whole, why),
        }
        self.not_too_many()
    }

    /// The end of a file of lines, or of one of several put one behind the other.
    fn end(&mut self, place: &str, run: &mut Run) {
        if !run.closed {
            self.ended(place, run, None);
        }
    }

    fn ended(&mut self, place: &str, run: &mut Run, said: Option<u64>) {
        self.found.push_back(Found::Ended(Ending {
            place: place.to_owned(),
            said,
            read: run.lines,
        }));
        *run = Run { lines: 0, closed: true };
    }

    fn not_too_many(&self) -> Result<(), ImportError> {
        if self.records > self.limits.records {
            return Err(ImportError::TooManyRecords);
        }
        Ok(())
    }

    /// A file named by the hash of its bytes must have it; any other is taken if it is a picture.
    fn picture(&mut self, name: &str, bytes: Vec<u8>) {
        let picture = Picture::new(bytes);
        match claimed(name) {
            Some(claimed) if claimed != picture.id() => {
                self.harm_of_file(name, picture.bytes(), CorruptionKind::Picture);
            }
            _ => {
                self.ours = true;
                if self.pictures.insert(picture.id()) {
                    self.found.push_back(Found::Picture(picture));
                }
            }
        }
    }

    fn is_nothing(&self) -> bool {
        // What is left out may be all there is.
        !self.ours && self.without.is_none()
    }
}
