//! Whether a copy is all that was written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Import, missing_parts};
use crate::id::{BlobId, RecordId, RevisionId};
use crate::journal::{Revision, State};
use crate::record::{Evidence, Record};

/// What may be said of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Soundness {
    /// All that was written is there.
    Whole,
    /// Nothing in it is wrong, and nothing says where it ends: it was written before archives had closing lines, is a
    /// folder of Markdown, or was cut off at the end of a line.
    Unclosed,
    /// Some of it is gone or damaged.
    Harmed,
}

/// What was found of a copy that was read. Nothing of a journal is needed for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Verified {
    /// Files of lines that end without a closing line.
    pub unclosed: Vec<String>,
    /// So many lines are gone, by what closing lines say.
    pub missing_lines: u64,
    /// Of backups in several files which are missing; see [`missing_parts`].
    pub missing_parts: Vec<(Vec<u32>, bool)>,
    /// Revisions that others follow and that are not there: of these records an earlier version is gone.
    pub missing_parents: BTreeMap<RevisionId, RecordId>,
    /// Pictures that evidence names and that are not there.
    pub missing_pictures: BTreeSet<BlobId>,
    /// So many pieces could not be read.
    pub damaged: usize,
    /// Whether there is not a line, a page or a picture in it.
    pub empty: bool,
}

impl Import {
    /// Says whether it is all that was written.
    ///
    /// ```
    /// use luoxuan::format::{Archive, Limits, Soundness, read, write_jsonl};
    /// # use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, RecordId};
    /// # let by = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
    /// # let note = Entry { body: "平均只写了96字。".into(), ..Entry::default() };
    /// # let revisions = Journal::new().write(RecordId::from_bytes([2; 16]), Content::of(&note), by).into_iter().collect();
    /// let file = write_jsonl(&Archive { revisions, ..Archive::default() });
    /// let sound = |file: &[u8]| read("a.jsonl", file, &Limits::default()).map(|import| import.verify().soundness());
    /// assert_eq!(sound(&file)?, Soundness::Whole);
    /// // What is cut off at the end of a line reads as well as ever.
    /// let lines: Vec<_> = file.split_inclusive(|byte| *byte == b'\n').collect();
    /// assert_eq!(sound(&lines[..2].concat())?, Soundness::Unclosed);
    /// // Here a line in the middle is gone.
    /// assert_eq!(sound(&[lines[0], lines[2]].concat())?, Soundness::Harmed);
    /// # Ok::<(), luoxuan::format::ImportError>(())
    /// ```
    pub fn verify(&self) -> Verified {
        let unclosed = self.endings.iter().filter(|ending| ending.said.is_none());
        let erased: BTreeSet<_> = self
            .revisions
            .iter()
            .filter(|revision| revision.state() == State::Erased)
            .map(Revision::record)
            .collect();
        Verified {
            unclosed: unclosed.map(|ending| ending.place.clone()).collect(),
            missing_lines: self.endings.iter().map(super::Ending::missing).sum(),
            missing_parts: missing_parts(&self.parts),
            missing_parents: self.missing_parents(&erased),
            missing_pictures: self.missing_pictures(&erased),
            damaged: self.damage.len(),
            empty: self.revisions.is_empty()
                && self.pages.is_empty()
                && self.pictures.is_empty()
                && self.newer.is_empty(),
        }
    }

    /// An erasure takes all versions along, so that of an erased record none is missed.
    fn missing_parents(&self, erased: &BTreeSet<RecordId>) -> BTreeMap<RevisionId, RecordId> {
        let here: BTreeSet<_> = self.revisions.iter().map(Revision::id).collect();
        let named = self.revisions.iter().flat_map(|revision| {
            let parents = revision.parents().iter();
            parents.map(|parent| (*parent, revision.record()))
        });
        named
            .filter(|(parent, record)| !here.contains(parent) && !erased.contains(record))
            .collect()
    }

    fn missing_pictures(&self, erased: &BTreeSet<RecordId>) -> BTreeSet<BlobId> {
        let here: BTreeSet<_> = self.pictures.iter().map(super::Picture::id).collect();
        let followed: BTreeSet<_> = self.revisions.iter().flat_map(Revision::parents).collect();
        let heads = self
            .revisions
            .iter()
            .filter(|revision| !followed.contains(&revision.id()) && !erased.contains(&revision.record()));
        let evidence = heads
            .filter(|head| head.content().kind() == Evidence::KIND)
            .filter_map(|head| head.content().read::<Evidence>());
        let named = evidence.flat_map(|evidence| evidence.pictures().map(|picture| picture.id).collect::<Vec<_>>());
        named.filter(|id| !here.contains(id)).collect()
    }
}

impl Verified {
    /// All of it in a word.
    pub fn soundness(&self) -> Soundness {
        let gone = self.missing_lines > 0
            || !self.missing_parts.is_empty()
            || !self.missing_parents.is_empty()
            || !self.missing_pictures.is_empty();
        if gone || self.damaged > 0 {
            Soundness::Harmed
        } else if self.empty || !self.unclosed.is_empty() {
            Soundness::Unclosed
        } else {
            Soundness::Whole
        }
    }
}
