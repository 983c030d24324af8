//! An import held against a journal: counted, and ready to be merged.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Import;
use crate::id::RecordId;
use crate::journal::{Author, Journal, Revision, State};

/// What an import would bring. Nothing has changed yet.
#[derive(Debug, Clone, Default, PartialEq)]
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
/// Revisions come as they are. A [`Page`](super::Page) is taken in as `by`'s writing, after the
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
        let seen = page.revision.filter(|seen| after.knows(page.record, *seen));
        if after.heads(page.record).iter().any(says_so) || (page.unchanged && seen.is_some()) {
            staged.known += 1;
        } else {
            let content = page.content.clone();
            let parents = after.may_follow(page.record, page.revision.as_slice());
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
