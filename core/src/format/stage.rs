//! An import held against a journal: counted, and ready to be merged.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Import;
use crate::id::{RecordId, RevisionId};
use crate::journal::{Author, Journal, Revision, State};

/// What an import would bring. Nothing has changed yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Staged {
    /// What the journal does not have, for [`Journal::merge`]. Merging can only add.
    pub revisions: Vec<Revision>,
    /// 新增: how many of these there are.
    pub added: usize,
    /// 已有: how many revisions and pages the journal has already.
    pub known: usize,
    /// How many belong to records erased for good. They stay away.
    pub erased: usize,
    /// Records this journal has words of, and the import says were erased for good: merging would
    /// destroy those words, as erasing does everywhere. The only part of an import to ask about first.
    pub erases: Vec<RecordId>,
    /// Records this journal has that will show another version than now. What they show now stays in their history.
    pub changes: Vec<RecordId>,
    /// Records this journal has that will have two versions side by side, because both sides have changed them.
    /// [`Journal::join`] may then make one of them.
    pub apart: Vec<RecordId>,
    /// 损坏: how many pieces could not be read. They are in [`Import::damage`].
    pub damaged: usize,
    /// How many lines a newer version wrote. They are in [`Import::newer`].
    pub newer: usize,
    /// How many characters were cut in half and are now `�`.
    pub repaired: usize,
}

/// Holds an import against `journal` and counts.
///
/// Revisions come as they are. A [`MarkdownFile`](super::MarkdownFile) is taken in as `by`'s writing, after the
/// revision it was written out from:
///
/// - A page that says what a head says, or that nobody has touched since a revision the journal
///   knows, brings nothing.
/// - If that revision is still the head, the page shows as a change, and the text before it in the history.
/// - If the journal has moved on, or the page names no revision, its text stands beside the present
///   one, as a conflict: whoever edited the file had not seen what is there now, so it must not
///   replace it. [`Journal::join`] may then merge what touches different sentences.
pub fn stage(import: &Import, journal: &Journal, by: Author) -> Staged {
    let mut staged = Staged {
        damaged: import.damage.len(),
        newer: import.newer.len(),
        repaired: import.repaired,
        ..Staged::default()
    };
    // Revisions first, so that pages written out from one of them find it.
    let mut after = journal.clone();
    for revision in &import.revisions {
        let record = revision.record();
        if revision.state() == State::Erased && !after.is_erased(record) && !journal.heads(record).is_empty() {
            staged.erases.push(record);
        }
        staged.take(&mut after, revision.clone());
    }
    for page in &import.pages {
        let says_so = |head: &Arc<Revision>| {
            let mut read = std::iter::once(&page.content).chain(&page.first);
            head.state() == State::Live && read.any(|content| head.content().says_the_same(content))
        };
        let seen = page.revision.filter(|seen| after.contains(page.record, *seen));
        if after.heads(page.record).iter().any(says_so) || (page.unchanged && seen.is_some()) {
            staged.known += 1;
        } else {
            let content = page.content.clone();
            let parents = after.allowed_parents(page.record, page.revision.as_slice());
            let revision = Revision::new(page.record, parents, by.device, by.now, State::Live, content);
            staged.take(&mut after, revision);
        }
    }
    staged.added = staged.revisions.len();
    staged.compare(journal, &after);
    staged
}

impl Staged {
    /// Says what the records of the journal will show that they do not show now.
    fn compare(&mut self, before: &Journal, after: &Journal) {
        let touched: BTreeSet<_> = self.revisions.iter().map(Revision::record).collect();
        self.compare_these(touched, before, after);
    }

    fn compare_these(&mut self, touched: BTreeSet<RecordId>, before: &Journal, after: &Journal) {
        for record in touched {
            let (then, now) = (after.heads(record), before.heads(record));
            if now.is_empty() || after.is_erased(record) || then == now {
                continue;
            }
            if then.len() > now.len() {
                self.apart.push(record);
            } else {
                self.changes.push(record);
            }
        }
    }

    fn take(&mut self, journal: &mut Journal, revision: Revision) {
        let merged = journal.merge([revision]);
        self.known += merged.known;
        self.erased += merged.erased;
        self.revisions
            .extend(merged.added.iter().map(|revision| Revision::clone(revision)));
    }
}

/// Holds revisions against a journal, one after the other, and keeps none of what they say: [`stage`] for an import that
/// may be larger than memory.
///
/// First every revision of the journal by [`Staging::has`], then every one that comes by [`Staging::comes`]. Read again,
/// [`Staging::when`] says of each when it is to be taken in.
#[derive(Debug, Default)]
pub struct Staging {
    before: Journal,
    after: Journal,
    added: BTreeSet<RevisionId>,
    touched: BTreeSet<RecordId>,
    staged: Staged,
}

/// When a revision is to be taken in, so that wherever that is interrupted no record shows a version between, which
/// somebody had replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// With what its record will show.
    First,
    /// Once all of these are there.
    Then,
    /// Not at all: it is there, or belongs to what was erased.
    Never,
}

impl Staging {
    /// The journal has this revision.
    pub fn has(&mut self, revision: &Revision) {
        let husk = Arc::new(revision.husk());
        self.before.merge([husk.clone()]);
        self.after.merge([husk]);
    }

    /// This revision comes.
    pub fn comes(&mut self, revision: &Revision) {
        let record = revision.record();
        let has_words = !self.before.heads(record).is_empty() && !self.before.is_erased(record);
        if revision.state() == State::Erased && !self.after.is_erased(record) && has_words {
            self.staged.erases.push(record);
        }
        let merged = self.after.merge([revision.husk()]);
        self.staged.known += merged.known;
        self.staged.erased += merged.erased;
        if !merged.added.is_empty() {
            self.added.insert(revision.id());
            self.touched.insert(record);
        }
    }

    /// What has come so far, counted. [`Staged::revisions`] is empty.
    pub fn staged(&self) -> Staged {
        let mut staged = self.staged.clone();
        staged.added = self.added.len();
        staged.compare_these(self.touched.clone(), &self.before, &self.after);
        staged
    }

    /// How many of the versions a record will show come with the import. They are to be taken in together.
    pub fn coming_heads(&self, record: RecordId) -> usize {
        let heads = self.after.heads(record).iter();
        heads.filter(|head| self.added.contains(&head.id())).count()
    }

    /// When this revision is to be taken in.
    pub fn when(&self, revision: &Revision) -> When {
        if !self.added.contains(&revision.id()) {
            return When::Never;
        }
        let heads = self.after.heads(revision.record());
        let erased = self.after.is_erased(revision.record());
        match heads.iter().any(|head| head.id() == revision.id()) {
            true => When::First,
            // Words that an erasure of the same import destroys.
            false if erased => When::Never,
            false => When::Then,
        }
    }
}
