//! What is left of a ZIP that is no longer whole.
//!
//! Lines stand in it as they are, so each whole one is found even where nothing around it is right; other files are taken
//! only if they are whole.

use std::io::Read;

use memchr::memmem::{Finder, find};

use super::super::reading::{Reading, is_lines};
use super::super::source::{Section, Source};
use super::super::{CorruptionKind, ImportError};
use super::directory::{self, FILE, FILE_SIZE, bytes_at};
use super::unpack::{DEFLATED, Unpacked};
use super::{Budget, LINES, Lines, Step, closed, content, drain};
use crate::journal::HEADER;

/// So much is looked through at once for where files begin.
const WINDOW: usize = 1 << 20;

/// So many bytes tell whether lines follow.
const HEAD: usize = 256;

pub(in crate::format) struct Salvage<S> {
    source: S,
    /// Where the next file begins.
    next: Option<u64>,
    marks: Marks<S>,
    /// Marks before this lie inside a file that is whole, such as an archive within this one, and begin nothing.
    behind: u64,
    budget: Budget,
    /// No more marks are tried in vain than there may be files: each costs a look, and a file may be made of nothing else.
    tries: Option<usize>,
}

impl<S: Source> Salvage<S> {
    pub(super) fn new(source: S, budget: Budget) -> Self {
        Self {
            next: Some(0),
            marks: Marks {
                source: source.clone(),
                mark: Finder::new(FILE),
                window: Vec::new(),
                at: 0,
                seen: 0,
                over: false,
            },
            source,
            behind: 0,
            budget,
            tries: None,
        }
    }

    /// Reads the next file.
    pub(super) fn step(&mut self, reading: &mut Reading<'_>) -> Result<Option<Step<S>>, ImportError> {
        let Some(mut at) = self.next.take() else {
            return Ok(None);
        };
        let mut next = self.marks.next();
        // Neither a file nor a line fits between these, and a file may be made of nothing but marks.
        while let Some(close) = next.filter(|next| at > 0 && next - at < FILE_SIZE as u64) {
            at = close;
            next = self.marks.next();
        }
        self.next = next;
        let next = self.next.unwrap_or(self.source.size());
        if at < self.behind {
            return Ok(Some(Step::Read));
        }
        let piece = Section::new(self.source.clone(), at, next);
        let begins = piece.peek(HEAD);
        if holds_lines(&begins) || at == 0 && has_line(&self.source, next) {
            // Without the bytes the ZIP puts before the first.
            let start = find(&piece.peek(WINDOW), b"{\"").unwrap_or(0) as u64;
            let piece = Section::new(self.source.clone(), at + start, next);
            return Ok(Some(Step::Lines(LINES.to_owned(), Vec::new(), Lines::Piece(piece))));
        }
        let tries = self.tries.get_or_insert(reading.limits.files);
        if *tries == 0 {
            return Ok(Some(Step::Read));
        }
        match self.file(at, reading)? {
            Some(step) => return Ok(Some(step)),
            None => self.tries = self.tries.map(|tries| tries - 1),
        }
        Ok(Some(Step::Read))
    }

    /// Reads the file that begins at `at`; `None` if it is not whole.
    fn file(&mut self, at: u64, reading: &mut Reading<'_>) -> Result<Option<Step<S>>, ImportError> {
        let Some((entry, start)) = directory::local(&self.source, at) else {
            return Ok(None);
        };
        if closed(&entry).is_some() {
            return Ok(None);
        }
        let behind = entry.has_sizes_behind();
        if behind && entry.method != DEFLATED {
            // Where it ends is not known.
            return Ok(None);
        }
        let end = if behind {
            self.source.size()
        } else {
            start.saturating_add(entry.packed)
        };
        let open = || {
            let stream = Unpacked::new(&entry, &self.source, start, end);
            if behind { stream.with_sizes_behind() } else { stream }
        };
        let mut stream = open();
        let (mut bytes, _) = content(&mut stream.by_ref().take(HEAD as u64), &mut self.budget)?;
        let lines = is_lines(&entry.name, &bytes);
        // Of lines no more is held than one.
        let mut whole = if lines {
            drain(&mut stream, &mut self.budget)?
        } else {
            let (rest, whole) = content(&mut stream, &mut self.budget)?;
            bytes.extend(rest);
            whole
        };
        let mut ends = end;
        if behind {
            ends = start + stream.took().unwrap_or(0);
            let told = bytes_at(&self.source, ends, 8).unwrap_or_default();
            let crc = stream.came().0.to_le_bytes();
            whole &= told.starts_with(&crc) || told.get(4..) == Some(&crc);
        }
        if whole {
            self.behind = ends;
        }
        if lines && (whole || holds_lines(&bytes)) {
            return Ok(Some(Step::Lines(entry.name.clone(), Vec::new(), Lines::File(open()))));
        }
        reading.count(bytes.len())?;
        if entry.is_folder() {
        } else if whole {
            reading.file(&entry.name, bytes)?;
        } else {
            reading.harm(&entry.name, &bytes, CorruptionKind::Torn);
        }
        Ok(whole.then_some(Step::Read))
    }
}

/// Where files begin in a ZIP, behind its start: at every mark.
struct Marks<S> {
    source: S,
    mark: Finder<'static>,
    window: Vec<u8>,
    /// Where the window begins, and how far it has been looked through.
    at: u64,
    seen: usize,
    over: bool,
}

impl<S: Source> Iterator for Marks<S> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        loop {
            let rest = self.window.get(self.seen..).unwrap_or_default();
            // One right behind another needs no search.
            let next = rest.get(FILE.len() - 1..).unwrap_or_default();
            let found = if next.starts_with(FILE) && !rest.starts_with(FILE) {
                Some(FILE.len() - 1)
            } else {
                self.mark.find(rest)
            };
            if let Some(found) = found {
                let found = self.seen + found;
                self.seen = found + 1;
                return Some(self.at + found as u64);
            }
            if self.over {
                return None;
            }
            // A mark may lie across the end of a window.
            self.at += self.window.len().saturating_sub(FILE.len() - 1) as u64;
            self.window = bytes_at(&self.source, self.at, WINDOW).unwrap_or_default();
            self.over = self.window.len() < WINDOW;
            // The mark at the very start is known.
            self.seen = usize::from(self.at == 0);
        }
    }
}

/// Whether a line stands somewhere before `end`.
fn has_line(source: &impl Source, end: u64) -> bool {
    let mut piece = Section::new(source.clone(), 0, end);
    let mut window = Vec::new();
    loop {
        let kept = window.len().min(8);
        window.drain(..window.len() - kept);
        match piece.by_ref().take(WINDOW as u64).read_to_end(&mut window) {
            Ok(0) | Err(_) => return false,
            Ok(_) if find(&window, b"\n{\"at\":[").is_some() => return true,
            Ok(_) => {}
        }
    }
}

/// Whether a piece of a ZIP holds the journal as it is, told from its beginning. JSON never holds the mark that begins a
/// file, so such a piece is one file.
fn holds_lines(begins: &[u8]) -> bool {
    find(begins, HEADER.as_bytes()).is_some() || find(begins, br#"{"at":["#).is_some()
}
