//! An archive on its way out, piece by piece: a journal may be larger than memory.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::sync::Arc;

use crc32fast::Hasher;
use serde_json::json;

use super::super::markdown::copies::{Copies, Planned};
use super::super::markdown::page::PICTURES;
use super::super::{Archive, Picture, readme};
use super::LINES;
use super::pack::Packing;
use super::plan::{Line, Plan};
use crate::catalog::{Heading, Language, heading};
use crate::id::{BlobId, RecordId, RevisionId};
use crate::journal::{HEADER, Revision, State, closing};

/// The lines asked for are not those that were there at first: something was erased meanwhile. Begin again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Changed;

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the journal has changed while it was being written")
    }
}

impl std::error::Error for Changed {}

/// So many bytes of lines are asked for at once.
const BATCH: u64 = 1 << 20;

/// What a part of an archive calls the file that says which part it is.
const PART: &str = "part.json";

/// What that file says first.
const PART_FORMAT: &str = "luoxuan part";

/// What a writer needs to go on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Need {
    /// The revisions at these places, in this order, by [`Writer::lines`].
    Lines(Vec<u64>),
    /// Pictures by [`Writer::picture`], in order of their ids, then [`Writer::no_more_pictures`].
    Pictures,
    /// Nothing: all is written.
    Nothing,
}

/// What a writer gives.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Sent {
    /// The next bytes of the file.
    Bytes(Vec<u8>),
    /// The file is at its end, and the next one begins.
    NextFile,
}

/// An archive on its way out.
pub struct Writer {
    lines: Vec<Line>,
    superseded: BTreeSet<(RecordId, RevisionId)>,
    first: BTreeMap<RecordId, (i64, RevisionId)>,
    aside: BTreeSet<Vec<u8>>,
    language: Language,
    most: u64,
    /// Which file of several this is.
    part: Option<u32>,
    set: String,
    stage: Stage,
    /// Which lines were asked for last.
    asked: Vec<usize>,
    copies: Copies,
    files: VecDeque<Planned>,
    pictures: BTreeMap<BlobId, String>,
    zip: Packing,
    sent: Vec<Sent>,
    /// The last line of the file of lines that is being written.
    closing: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Lines from here on have yet to be begun.
    Begin(usize),
    /// Lines from here on up to there.
    Lines(usize, usize),
    Pictures,
    /// The reading copy: whether a file of it is begun.
    Copies(bool),
    Done,
}

impl Plan {
    /// Begins to write. With `most`, as several files of about so many bytes at most, each an archive of its own.
    pub fn writer(mut self, language: Language, most: Option<u64>) -> Writer {
        self.lines
            .retain(|line| line.state == State::Erased || !self.erased.contains(&line.record));
        self.lines.sort_by_key(|line| (line.at, line.id));
        self.lines.dedup_by_key(|line| (line.at, line.id));
        let mut first: BTreeMap<RecordId, (i64, RevisionId)> = BTreeMap::new();
        let mut set = blake3::Hasher::new();
        for line in &self.lines {
            set.update(line.id.as_bytes());
            if line.state == State::Live && !self.superseded.contains(&(line.record, line.id)) {
                let newest = first.entry(line.record).or_insert((line.at, line.id));
                *newest = (line.at, line.id).max(*newest);
            }
        }
        Writer {
            set: BlobId::of(set.finalize().as_bytes()).to_string(),
            lines: self.lines,
            superseded: self.superseded,
            first,
            aside: self.aside,
            language,
            most: most.unwrap_or(u64::MAX),
            part: most.map(|_| 1),
            stage: Stage::Begin(0),
            asked: Vec::new(),
            copies: Copies::default(),
            files: VecDeque::new(),
            pictures: BTreeMap::new(),
            zip: Packing::default(),
            sent: Vec::new(),
            closing: String::new(),
        }
    }
}

impl Writer {
    /// What it needs next.
    pub fn need(&mut self) -> Need {
        loop {
            match self.stage {
                Stage::Begin(from) => self.begin_lines(from),
                Stage::Lines(from, to) if from < to => return self.ask(from, to),
                Stage::Lines(_, to) => self.end_lines(to),
                Stage::Pictures => return Need::Pictures,
                Stage::Copies(begun) => {
                    if let Some(need) = self.copy(begun) {
                        return need;
                    }
                }
                Stage::Done => return Need::Nothing,
            }
        }
    }

    /// Begins a file of lines: as many as fit.
    fn begin_lines(&mut self, from: usize) {
        let mut crc = Hasher::new();
        crc.update(HEADER.as_bytes());
        crc.update(b"\n");
        let (mut size, mut to) = (HEADER.len() as u64 + 1, from);
        while let Some(line) = self.lines.get(to) {
            if to > from && size + line.length > self.most {
                break;
            }
            crc.combine(&Hasher::new_with_initial_len(line.crc, line.length));
            size += line.length;
            to += 1;
        }
        let mut lines = to - from;
        if to == self.lines.len() {
            lines += self.aside.len();
            for line in &self.aside {
                crc.update(line);
                crc.update(b"\n");
                size += line.len() as u64 + 1;
            }
        }
        self.closing = closing(lines) + "\n";
        crc.update(self.closing.as_bytes());
        size += self.closing.len() as u64;
        self.zip.store(LINES, crc.finalize(), size);
        self.zip.write(HEADER.as_bytes());
        self.zip.write(b"\n");
        self.stage = Stage::Lines(from, to);
    }

    fn ask(&mut self, from: usize, to: usize) -> Need {
        let mut bytes = 0;
        let fits = |line: &&Line| {
            let first = bytes == 0;
            bytes += line.length;
            first || bytes <= BATCH
        };
        let lines = self.lines.get(from..to).unwrap_or_default();
        let places: Vec<_> = lines.iter().take_while(fits).map(|line| line.place).collect();
        self.asked = (from..from + places.len()).collect();
        Need::Lines(places)
    }

    fn end_lines(&mut self, to: usize) {
        if to < self.lines.len() {
            self.zip.write(self.closing.as_bytes());
            self.next_file();
            self.stage = Stage::Begin(to);
            return;
        }
        for line in std::mem::take(&mut self.aside) {
            self.zip.write(&line);
            self.zip.write(b"\n");
        }
        self.zip.write(self.closing.as_bytes());
        self.zip.stored("README.txt", readme::TEXT.as_bytes());
        self.stage = Stage::Pictures;
    }

    /// Takes the revisions asked for.
    ///
    /// # Errors
    ///
    /// If they are not those that were looked at.
    pub fn lines(&mut self, revisions: &[Arc<Revision>]) -> Result<(), Changed> {
        match self.stage {
            Stage::Lines(from, to) => {
                if revisions.len() != self.asked.len() {
                    return Err(Changed);
                }
                for (at, revision) in self.asked.iter().zip(revisions) {
                    let line = self
                        .lines
                        .get(*at)
                        .filter(|line| line.id == revision.id())
                        .ok_or(Changed)?;
                    self.zip.write(revision.to_line().as_bytes());
                    self.zip.write(b"\n");
                    let head = (line.record, line.id);
                    if line.state == State::Live && !self.superseded.contains(&head) {
                        let first = self.first.get(&line.record) == Some(&(line.at, line.id));
                        self.copies.note(line.place, revision, first);
                    }
                }
                self.stage = Stage::Lines(from + revisions.len(), to);
                Ok(())
            }
            Stage::Copies(_) => {
                // The reading copy leaves nothing out in silence.
                let part = self.files.front().and_then(|file| file.parts.front());
                if part.is_none_or(|part| part.places.len() != revisions.len()) {
                    return Err(Changed);
                }
                self.write_copy(revisions);
                Ok(())
            }
            _ => Err(Changed),
        }
    }

    /// Takes a picture.
    pub fn picture(&mut self, picture: &Picture) {
        let name = picture.file_name();
        if self.pictures.insert(picture.id(), name.clone()).is_some() {
            return;
        }
        if self.zip.written() + picture.bytes().len() as u64 > self.most && self.zip.written() > 0 {
            self.next_file();
        }
        self.zip.stored(&format!("{PICTURES}{name}"), picture.bytes());
    }

    /// There are no more.
    pub fn no_more_pictures(&mut self) {
        self.files = self.copies.files(self.language);
        self.stage = Stage::Copies(false);
    }

    /// Goes on with the reading copy; what it needs for that, if anything.
    fn copy(&mut self, begun: bool) -> Option<Need> {
        let Some(file) = self.files.front() else {
            self.end_file(true);
            self.stage = Stage::Done;
            return None;
        };
        let Some(part) = file.parts.front() else {
            self.zip.end_deflated();
            self.files.pop_front();
            self.stage = Stage::Copies(false);
            return None;
        };
        if !begun {
            let folder = heading(Heading::Reading).in_(self.language);
            let name = format!("{folder}/{}", file.path);
            self.zip.deflate(&name);
            self.stage = Stage::Copies(true);
        }
        if !part.places.is_empty() {
            return Some(Need::Lines(part.places.clone()));
        }
        self.write_copy(&[]);
        None
    }

    fn write_copy(&mut self, revisions: &[Arc<Revision>]) {
        let part = self.files.front_mut().and_then(|file| file.parts.pop_front());
        if let Some(part) = part {
            let text = self.copies.text(&part, revisions, &self.pictures, self.language);
            self.zip.deflated(text.as_bytes());
        }
    }

    fn next_file(&mut self) {
        self.end_file(false);
        self.sent.push(Sent::NextFile);
        self.zip = Packing::default();
        self.part = self.part.map(|part| part + 1);
    }

    fn end_file(&mut self, last: bool) {
        if let Some(part) = self.part {
            let mut says = json!({"format": PART_FORMAT, "version": 1, "set": self.set, "part": part});
            if last {
                says["last"] = true.into();
            }
            self.zip.stored(PART, says.to_string().as_bytes());
        }
        self.zip.finish();
        self.flush();
    }

    fn flush(&mut self) {
        let bytes = self.zip.take();
        if !bytes.is_empty() {
            self.sent.push(Sent::Bytes(bytes));
        }
    }

    /// What is to be sent on by now.
    pub fn take(&mut self) -> Vec<Sent> {
        self.flush();
        std::mem::take(&mut self.sent)
    }
}

/// Writes an archive as a ZIP: `journal.jsonl`, `README.txt`, `pictures/`, and, for reading without us,
/// each spiral as one Markdown file in `language`.
///
/// The lines are not compressed. A changed byte then costs one line and not all that follow, and a cut
/// archive still gives every whole line; the price, measured on the demonstration journal, is 3.2 times
/// the size of deflated lines. The Markdown is only a copy, and is deflated.
///
/// All of it is in memory; [`Plan`] writes what is not.
///
/// # Errors
///
/// Never: what lies in memory does not change meanwhile.
pub fn write_zip(archive: &Archive, language: Language) -> Result<Vec<u8>, Changed> {
    let mut plan = Plan::default();
    for (place, revision) in archive.revisions.iter().enumerate() {
        plan.look(place as u64, revision);
    }
    archive.aside.iter().for_each(|line| plan.aside(line.clone()));
    let mut pictures: Vec<_> = archive.pictures.iter().collect();
    pictures.sort_by_key(|picture| picture.id());
    let mut writer = plan.writer(language, None);
    let (mut file, mut over) = (Vec::new(), false);
    while !over {
        match writer.need() {
            Need::Lines(places) => {
                let at = |place: &u64| archive.revisions.get(usize::try_from(*place).ok()?).cloned();
                writer.lines(&places.iter().filter_map(at).collect::<Vec<_>>())?;
            }
            Need::Pictures => {
                for picture in &pictures {
                    writer.picture(picture);
                }
                writer.no_more_pictures();
            }
            Need::Nothing => over = true,
        }
        for sent in writer.take() {
            if let Sent::Bytes(bytes) = sent {
                file.extend_from_slice(&bytes);
            }
        }
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Author, Content, DeviceId, Entry, Journal, Timestamp};

    #[test]
    fn no_part_of_the_reading_copy_is_written_without_all_it_tells_of() {
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(0, 480),
        };
        let mut journal = Journal::new();
        for number in 0..3 {
            let note = Entry {
                body: format!("第{number}条"),
                ..Entry::default()
            };
            journal.write(RecordId::from_bytes([number; 16]), Content::of(&note), by);
        }
        let revisions: Vec<_> = journal.records().flat_map(|(_, heads)| heads.to_vec()).collect();
        let mut plan = Plan::default();
        for (place, revision) in (0..).zip(&revisions) {
            plan.look(place, revision);
        }
        let mut writer = plan.writer(Language::ZhHans, None);
        let mut asked = 0;
        loop {
            match writer.need() {
                Need::Lines(places) => {
                    let at = |place: &u64| revisions[usize::try_from(*place).expect("small")].clone();
                    let mut lines: Vec<_> = places.iter().map(at).collect();
                    asked += 1;
                    if asked == 2 {
                        lines.pop();
                        assert_eq!(writer.lines(&lines), Err(Changed), "one is missing");
                        return;
                    }
                    assert_eq!(writer.lines(&lines), Ok(()));
                }
                Need::Pictures => writer.no_more_pictures(),
                Need::Nothing => panic!("the reading copy asks for what it tells of"),
            }
        }
    }
}
