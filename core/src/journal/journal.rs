//! The set of revisions, and the verbs that add to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::merge::merge_contents;
use super::{Content, Revision, State, Tally};
use crate::id::{DeviceId, RecordId, RevisionId};
use crate::time::Timestamp;

/// Who writes, and when. Passed in, because a journal has no clock and no name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Author {
    /// The device.
    pub device: DeviceId,
    /// The time on its clock.
    pub now: Timestamp,
}

/// A revision that joins heads without a person deciding is signed by no device, so that every
/// device that makes it makes the same bytes.
const NOBODY: DeviceId = DeviceId::from_bytes([0; 16]);

/// No record has more heads than this by anybody's writing. Each is held against each other in joining, so that a file
/// made to harm would otherwise occupy whoever opens it for hours.
const MOST_HEADS: usize = 100;

/// What a merge brought.
#[derive(Debug, Clone, Default)]
pub struct MergeReport {
    /// Revisions that were new, in the order they came. The caller keeps them.
    pub added: Vec<Arc<Revision>>,
    /// Records of which something arrived: they may say something else than before.
    pub changed: BTreeSet<RecordId>,
    /// How many were known already.
    pub known: usize,
    /// How many belong to records erased for good, and were turned away.
    pub erased: usize,
    /// Erasures that met words of their record: words that were here, or came with them or after them. Keeping an
    /// erasure destroys nothing; a store that may hold such words must [erase](crate::Store::erase) them.
    pub erasures: BTreeMap<RecordId, Arc<Revision>>,
}

impl MergeReport {
    /// What is to be kept, in parts of about `most` revisions that can each be kept by itself: every record is whole
    /// in its part. Wherever keeping is interrupted, a record is as it was before or as it is now; it never shows one
    /// of the versions between, which somebody had replaced.
    pub fn parts(&self, most: usize) -> Vec<Vec<Arc<Revision>>> {
        let mut records: BTreeMap<RecordId, Vec<Arc<Revision>>> = BTreeMap::new();
        for revision in &self.added {
            records.entry(revision.record()).or_default().push(revision.clone());
        }
        let mut parts: Vec<Vec<Arc<Revision>>> = Vec::new();
        for record in records.into_values() {
            match parts.last_mut() {
                Some(part) if part.len() + record.len() <= most => part.extend(record),
                _ => parts.push(record),
            }
        }
        parts
    }
}

/// What a snapshot says of one record.
#[derive(Debug, Clone)]
pub(crate) struct Recalled {
    pub(crate) record: RecordId,
    pub(crate) heads: Vec<Arc<Revision>>,
    /// Every other known revision, with its parents.
    pub(crate) older: Vec<(RevisionId, Vec<RevisionId>)>,
}

/// A set of revisions: what every record says now, and where it came from.
///
/// Memory holds the heads whole and, of older revisions, only ids and parents. Older texts stay
/// in the store and are fetched for history or as the base of a three-way merge.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    strands: BTreeMap<RecordId, History>,
    tally: Tally,
}

/// The revisions of one record.
#[derive(Debug, Clone, Default, PartialEq)]
struct History {
    /// Revisions that no known revision names as a parent, in order of id.
    heads: Vec<Arc<Revision>>,
    /// Every other known revision with its parents. Most records have one revision, and nothing here.
    older: BTreeMap<RevisionId, Box<[RevisionId]>>,
    /// Revisions that known ones name as parents and that have not arrived: superseded before they are here.
    awaited: BTreeSet<RevisionId>,
}

impl Journal {
    /// A journal without a single word.
    pub fn new() -> Self {
        Self::default()
    }

    /// What `record` says now: its heads in order of id. One head is the record, several are a
    /// conflict to be shown side by side, none means it is unknown.
    pub fn heads(&self, record: RecordId) -> &[Arc<Revision>] {
        self.strands.get(&record).map_or(&[], |strand| &strand.heads)
    }

    /// The head to show first: a live one before a trashed one, then the newest by its own clock,
    /// then the largest id. Where there are several, the others are shown beside it, and only a person says which holds:
    /// which stands on top is all a clock has a say in.
    pub fn head(&self, record: RecordId) -> Option<&Arc<Revision>> {
        self.heads(record)
            .iter()
            .max_by_key(|head| (std::cmp::Reverse(head.state()), head.at().millis(), head.id()))
    }

    /// Every record with its heads, in order of record id.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &[Arc<Revision>])> {
        self.strands
            .iter()
            .map(|(record, strand)| (*record, strand.heads.as_slice()))
    }

    /// Records with more than one head.
    pub fn conflicts(&self) -> impl Iterator<Item = RecordId> {
        self.records()
            .filter(|(_, heads)| heads.len() > 1 && heads.iter().all(|head| head.state() != State::Erased))
            .map(|(record, _)| record)
    }

    /// Whether this revision of `record` has arrived.
    pub fn contains(&self, record: RecordId, revision: RevisionId) -> bool {
        self.strands
            .get(&record)
            .is_some_and(|strand| strand.parents(&revision).is_some())
    }

    /// The number of revisions it holds.
    pub fn len(&self) -> usize {
        self.tally.revisions
    }

    /// What it comes to in figures.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.strands.is_empty()
    }

    /// Writes what `record` says, as a child of all its current heads: with several heads, this is
    /// how a person settles a conflict.
    ///
    /// `None` if the record says exactly that already, or has been erased.
    pub fn write(&mut self, record: RecordId, content: Content, by: Author) -> Option<Arc<Revision>> {
        let parents: Vec<_> = self.heads(record).iter().map(|head| head.id()).collect();
        self.write_after(record, &parents, content, by)
    }

    /// Writes what `record` says, as a child of `parents`: the revisions the writer had in view.
    ///
    /// If the record has moved on since, this opens a conflict instead of overwriting what the
    /// writer never saw. So does writing after a revision that [is newer](Revision::is_newer): who
    /// cannot tell all it says stands beside it. `None` if the only head says exactly that already,
    /// or the record is erased.
    pub fn write_after(
        &mut self,
        record: RecordId,
        parents: &[RevisionId],
        content: Content,
        by: Author,
    ) -> Option<Arc<Revision>> {
        self.add(self.next(record, parents, content, by)?.into())
    }

    /// The revision that [`Journal::write_after`] would add, without adding it: for whoever adds it only once a store has
    /// said that it is kept.
    pub fn next(&self, record: RecordId, parents: &[RevisionId], content: Content, by: Author) -> Option<Revision> {
        if self.is_erased(record) {
            return None;
        }
        if let [head] = self.heads(record)
            && head.state() == State::Live
            && *head.content() == content
        {
            return None;
        }
        let parents = self.allowed_parents(record, parents);
        Some(Revision::new(record, parents, by.device, by.now, State::Live, content))
    }

    /// Of the revisions a writer has in view those that what is written here may name as its parents: nobody follows one
    /// that [is newer](Revision::is_newer).
    pub fn allowed_parents(&self, record: RecordId, seen: &[RevisionId]) -> Vec<RevisionId> {
        let heads = self.heads(record);
        let newer = |id: &RevisionId| heads.iter().any(|head| head.is_newer() && head.id() == *id);
        seen.iter().copied().filter(|id| !newer(id)).collect()
    }

    /// Puts a record into the trash. All its words stay. Of a record in conflict each head goes,
    /// so that restoring brings both back. What it says is carried over as it stands, of a newer version too.
    pub fn trash(&mut self, record: RecordId, by: Author) -> Vec<Arc<Revision>> {
        self.restate(record, State::Live, State::Trashed, by)
    }

    /// Takes a record out of the trash.
    pub fn restore(&mut self, record: RecordId, by: Author) -> Vec<Arc<Revision>> {
        self.restate(record, State::Trashed, State::Live, by)
    }

    fn restate(&mut self, record: RecordId, from: State, to: State, by: Author) -> Vec<Arc<Revision>> {
        let next = self.restated(record, from, to, by);
        next.into_iter()
            .filter_map(|revision| self.add(revision.into()))
            .collect()
    }

    /// What puts the heads of a record from one state into another, without adding it: as [`Journal::next`].
    pub(crate) fn restated(&self, record: RecordId, from: State, to: State, by: Author) -> Vec<Revision> {
        let heads = self.heads(record).iter().filter(|head| head.state() == from);
        heads
            .map(|head| Revision::new(record, [head.id()], by.device, by.now, to, head.content().clone()))
            .collect()
    }

    /// Erases a record for good, everywhere this revision arrives: the one verb that destroys words.
    ///
    /// The returned revision names no parents, so that not even a hash of the text remains in it.
    /// The caller must also have its store erase the record. `None` if it is erased already.
    pub fn erase(&mut self, record: RecordId, by: Author) -> Option<Arc<Revision>> {
        self.add(self.erasure(record, by)?.into())
    }

    /// The revision that [`Journal::erase`] would add, without adding it.
    pub(crate) fn erasure(&self, record: RecordId, by: Author) -> Option<Revision> {
        let erasure = || Revision::new(record, [], by.device, by.now, State::Erased, Content::default());
        (!self.is_erased(record)).then(erasure)
    }

    /// Whether the record has been erased for good.
    pub fn is_erased(&self, record: RecordId) -> bool {
        self.heads(record)
            .first()
            .is_some_and(|head| head.state() == State::Erased)
    }

    /// Takes in revisions from anywhere: a store, a file, another tab, another device. This is the
    /// one way in. The result does not depend on the order or on how often they arrive.
    pub fn merge<R: Into<Arc<Revision>>>(&mut self, revisions: impl IntoIterator<Item = R>) -> MergeReport {
        let mut merged = MergeReport::default();
        for revision in revisions {
            self.take_in(revision.into(), &mut merged);
        }
        merged
    }

    fn take_in(&mut self, revision: Arc<Revision>, merged: &mut MergeReport) {
        let record = revision.record();
        if self.contains(record, revision.id()) {
            merged.known += 1;
            return;
        }
        let meets_words =
            revision.state() == State::Erased && !self.heads(record).is_empty() && !self.is_erased(record);
        let Some(revision) = self.add(revision) else {
            merged.erased += 1;
            if let Some(erasure) = self.head(record) {
                merged.erasures.insert(record, erasure.clone());
            }
            return;
        };
        if meets_words {
            merged.erasures.insert(record, revision.clone());
        }
        merged.added.push(revision);
        merged.changed.insert(record);
    }

    fn add(&mut self, revision: Arc<Revision>) -> Option<Arc<Revision>> {
        let erased = self.is_erased(revision.record());
        let strand = self.strands.entry(revision.record()).or_default();
        if strand.parents(&revision.id()).is_some() || (erased && revision.state() != State::Erased) {
            return None;
        }
        self.tally.records += usize::from(strand.heads.is_empty() && strand.older.is_empty());
        self.tally.revisions += 1;
        if revision.state() == State::Erased && !erased {
            self.tally.erased += 1;
            self.tally.loses_words(&strand.heads, strand.older.len());
            *strand = History::default();
        }
        let id = revision.id();
        for parent in revision.parents() {
            if let Ok(place) = strand.place(parent) {
                let superseded = strand.heads.remove(place);
                self.tally.loses_head(parent);
                strand.older.insert(*parent, superseded.parents().into());
            } else if !strand.older.contains_key(parent) {
                strand.awaited.insert(*parent);
            }
        }
        // Revisions may arrive children first: then this one is superseded before it is known.
        if strand.awaited.remove(&id) {
            strand.older.insert(id, revision.parents().into());
        } else if let Err(place) = strand.place(&id) {
            strand.heads.insert(place, revision.clone());
            self.tally.gains_head(&id);
        }
        Some(revision)
    }

    /// Takes in what a snapshot says of a record: as merging all its revisions would, without what the older ones said.
    pub(crate) fn recall(&mut self, recalled: Recalled) {
        for (id, parents) in recalled.older {
            // Whatever follows it comes behind it, and only then what it says would be asked for.
            let (by, at) = (NOBODY, Timestamp::new(0, 0));
            let husk = Revision::recalled(id, recalled.record, parents, by, at, Content::default());
            self.add(husk.into());
        }
        for head in recalled.heads {
            self.add(head);
        }
    }

    /// Every known revision of a record that another has replaced, with its parents.
    pub(crate) fn older(&self, record: RecordId) -> impl Iterator<Item = (RevisionId, &[RevisionId])> {
        let strand = self.strands.get(&record);
        let older = strand.into_iter().flat_map(|strand| &strand.older);
        older.map(|(id, parents)| (*id, &**parents))
    }

    /// Takes a head for another of the same id, whose text has been found to be sound where this one's was not. Answers
    /// whether it had to.
    pub(crate) fn repair(&mut self, sound: &Arc<Revision>) -> bool {
        let strand = self.strands.get_mut(&sound.record());
        let known = strand.and_then(|strand| Some((strand.place(&sound.id()).ok()?, strand)));
        let head = known.and_then(|(place, strand)| strand.heads.get_mut(place));
        let unsound = head.filter(|head| head.content() != sound.content());
        unsound.map(|head| *head = Arc::clone(sound)).is_some()
    }

    /// Forgets that an older revision is known: no store has it any more, and it only was in the way of whoever counts.
    pub(crate) fn lose(&mut self, record: RecordId, id: RevisionId) {
        let strand = self.strands.get_mut(&record);
        let lost = strand.and_then(|strand| Some((strand.older.remove(&id)?, strand)));
        if let Some((_, strand)) = lost {
            strand.awaited.insert(id);
            self.tally.revisions -= 1;
        }
    }

    /// The closest revision that two revisions of `record` both come from; `None` if there is none,
    /// or more than one: two people each settled the same conflict, and only they can say what holds.
    ///
    /// `None` too as long as something that only one of them comes from has not arrived: what it comes from may be closer.
    pub fn base(&self, record: RecordId, a: RevisionId, b: RevisionId) -> Option<RevisionId> {
        let strand = self.strands.get(&record)?;
        let (of_a, of_b) = (strand.ancestors(a), strand.ancestors(b));
        if of_a.symmetric_difference(&of_b).any(|id| strand.parents(id).is_none()) {
            return None;
        }
        let shared: BTreeSet<_> = of_a.intersection(&of_b).copied().collect();
        // Whatever a shared revision comes from is shared too, so the closest are those no shared one follows.
        let mut closest = shared.clone();
        for parent in shared.iter().filter_map(|id| strand.parents(id)).flatten() {
            closest.remove(parent);
        }
        (closest.len() == 1).then(|| closest.pop_first())?
    }

    /// Joins the heads of a record in conflict wherever nothing either side wrote gets lost, and
    /// returns the joining revisions. Where it is not certain, the heads stay as they are; so do more than a hundred.
    ///
    /// `older` finds what an older revision said; it may answer `None`, then both heads stay.
    /// Every device that joins the same heads writes the same revision, so joining converges too.
    pub fn join(&mut self, record: RecordId, older: impl Fn(RevisionId) -> Option<Content>) -> Vec<Arc<Revision>> {
        let mut joined = Vec::new();
        'again: loop {
            let heads = self.heads(record).to_vec();
            if heads.len() > MOST_HEADS {
                return joined;
            }
            for (index, a) in heads.iter().enumerate() {
                for b in heads.iter().skip(index + 1) {
                    if let Some(revision) = self
                        .join_two(a, b, &older)
                        .and_then(|revision| self.add(revision.into()))
                    {
                        joined.push(revision);
                        continue 'again;
                    }
                }
            }
            return joined;
        }
    }

    fn join_two(&self, a: &Revision, b: &Revision, older: impl Fn(RevisionId) -> Option<Content>) -> Option<Revision> {
        if a.state() == State::Erased || a.is_newer() || b.is_newer() {
            return None;
        }
        let content = if a.content() == b.content() {
            a.content().clone()
        } else {
            merge_contents(
                &older(self.base(a.record(), a.id(), b.id())?)?,
                a.content(),
                b.content(),
            )?
        };
        // Words outlive the trash: what one side edited while the other threw it away stays in sight.
        let state = a.state().min(b.state());
        let at = a.at().max(b.at());
        Some(Revision::new(a.record(), [a.id(), b.id()], NOBODY, at, state, content))
    }
}

impl<R: Into<Arc<Revision>>> Extend<R> for Journal {
    fn extend<I: IntoIterator<Item = R>>(&mut self, revisions: I) {
        self.merge(revisions);
    }
}

impl<R: Into<Arc<Revision>>> FromIterator<R> for Journal {
    fn from_iter<I: IntoIterator<Item = R>>(revisions: I) -> Self {
        let mut journal = Self::new();
        journal.extend(revisions);
        journal
    }
}

impl History {
    /// Where among the heads a revision stands, or would stand.
    fn place(&self, id: &RevisionId) -> Result<usize, usize> {
        self.heads.binary_search_by_key(id, |head| head.id())
    }

    /// The parents of a known revision; `None` if it is not known.
    fn parents(&self, id: &RevisionId) -> Option<&[RevisionId]> {
        match self.place(id) {
            Ok(place) => self.heads.get(place).map(|head| head.parents()),
            Err(_) => self.older.get(id).map(|parents| &**parents),
        }
    }

    /// A revision and everything it comes from, as far as it has arrived or is named.
    fn ancestors(&self, id: RevisionId) -> BTreeSet<RevisionId> {
        let mut found = BTreeSet::from([id]);
        let mut rest = vec![id];
        while let Some(id) = rest.pop() {
            for parent in self.parents(&id).unwrap_or_default() {
                if found.insert(*parent) {
                    rest.push(*parent);
                }
            }
        }
        found
    }
}
