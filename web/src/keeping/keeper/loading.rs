//! Reading what the lanes hold, at the start and later on.

use std::collections::VecDeque;

use luoxuan::journal::{Corruption, MergeReport, RevisionError, read_kept_lines, read_lines};
use luoxuan::session::{Draft, Left, Leftovers};
use luoxuan::store::StoreError;
use luoxuan::{RecordId, Revision, RevisionId};

use super::{DEMONSTRATION, Keeper, STARTED};
use crate::browser::clock::{self, TimeSlicer};
use crate::browser::database::Answered;
use crate::browser::local;

/// So many revisions are taken in before looking at the clock.
const SOME: usize = 50;

/// So many parts of the log are asked for at once. Reading is the longest part of a start, and the browser's share of it
/// goes on while the page looks at what came before.
const AHEAD: usize = 4;

impl Keeper {
    /// Loads what only localStorage still has, once the log is read, and writes it back. `take` is told what was new.
    pub async fn load_rest(&self, mut take: impl FnMut(MergeReport)) {
        let (mut found, mut erasures) = (Vec::new(), Vec::new());
        let mut used = 0;
        let mut bites = TimeSlicer::begin();
        for key in self.0.local.keys("head:") {
            bites.rest().await;
            let Some(lines) = self.0.local.get(&key) else { continue };
            used += local::size(&key, &lines);
            let record: Option<RecordId> = key.strip_prefix("head:").and_then(|record| record.parse().ok());
            // Nearly all of them: reading a line by its name alone spares reading and hashing it.
            let known = |line: &str| {
                let named = record.zip(id_in(line));
                named.is_some_and(|(record, id)| self.journal().contains(record, id))
            };
            if lines.lines().all(known) {
                continue;
            }
            let (revisions, damage) = read_lines(lines.as_bytes());
            self.0.damage.borrow_mut().extend(damage);
            // What a snapshot says only the log can confirm.
            let new = |one: &Revision| !self.journal().contains(one.record(), one.id());
            let new = revisions.into_iter().filter(new).collect();
            let merged = self.0.session.borrow_mut().read(new);
            found.extend(merged.added.iter().cloned());
            erasures.extend(merged.erasures.values().cloned());
            take(merged);
        }
        self.0.local.counted(used);
        self.0.whole.came_back(found.len());
        let job = self.act(|session, now| session.keep_found(&found, now));
        self.finished(job).await;
        self.keep(&erasures).await;
    }

    /// Reads what the log has beyond what this tab has read: other tabs' words, after a sleep too. `take` is told what was
    /// new, a few at a time. Answers whether it has come to the end.
    pub async fn catch_up(&self, take: &mut impl FnMut(MergeReport)) -> bool {
        self.recall_snapshot(take).await;
        let read = self.read_log(self.0.seen.get(), None, take).await;
        self.act(|session, _| session.read_to_end(read.as_ref().copied()));
        read.is_ok()
    }

    /// Reads the log behind a key: up to another, or to its end, which is then what this tab has read.
    pub(super) async fn read_log(
        &self,
        from: u64,
        until: Option<u64>,
        take: &mut impl FnMut(MergeReport),
    ) -> Result<(), StoreError> {
        let mut bites = TimeSlicer::begin();
        let (mut asked, mut ahead) = (VecDeque::new(), 1);
        // One for all: tens of thousands of short lives would leave the memory in pieces.
        let mut bytes = Vec::new();
        let mut from = from;
        loop {
            while asked.len() < ahead {
                let one = self.0.database.ask_on(from).await?;
                from = one.to();
                asked.push_back(one);
            }
            let Some(one) = asked.pop_front() else { return Ok(()) };
            let to = one.to();
            let Answered {
                pieces,
                unreadable,
                next,
                manifest,
            } = self.0.database.answer(one).await?;
            self.0.whole.read_in_log(manifest, until.is_some());
            let Some(next) = next else { return Ok(()) };
            let lost = || Corruption {
                bytes: Vec::new(),
                why: RevisionError::NotJson,
            };
            self.0
                .damage
                .borrow_mut()
                .extend(std::iter::repeat_with(lost).take(unreadable));
            let mut some = Vec::new();
            for (left, piece) in (0..pieces.len()).rev().zip(pieces) {
                bytes.resize(piece.length() as usize, 0);
                piece.copy_to(&mut bytes);
                let (revisions, damage) = read_kept_lines(&bytes);
                self.0.damage.borrow_mut().extend(damage);
                some.extend(revisions);
                if some.len() < SOME && left > 0 {
                    continue;
                }
                let merged = self.0.session.borrow_mut().read(std::mem::take(&mut some));
                take(merged);
                bites.rest().await;
            }
            if until.is_none() {
                self.0.seen.set(next);
            } else if until <= Some(next) {
                return Ok(());
            }
            if next < to {
                // The end, when this was asked. The questions behind it begin beyond what came in between.
                asked.clear();
                (from, ahead) = (next, 1);
            } else {
                ahead = AHEAD.min(ahead + 1);
            }
        }
    }

    /// Every draft that a dead tab left, and whether it settled before; see [`Leftovers`].
    pub async fn left_behind(&self) -> Vec<(Draft, bool)> {
        let tab = || self.0.session.borrow().tab().to_owned();
        let alive = self.0.tabs.alive().await.unwrap_or_else(|| vec![tab()]);
        let kept = self.0.database.drafts().await;
        if let Err(error) = &kept {
            self.report(error);
        }
        let local = &self.0.local;
        let hot = local.keys("hot:").into_iter();
        let hot = hot.filter_map(|key| Some((key.strip_prefix("hot:")?.to_owned(), local.get(&key)?)));
        let mut left = Leftovers::read(kept.unwrap_or_default(), hot, &alive);
        // It stays where it is; the person can take its bytes.
        self.0.damage.borrow_mut().append(&mut left.damage);
        let mut drafts = Vec::new();
        for one in left.last() {
            let settled = self.is_settled(&one).await;
            drafts.push((one.draft, settled));
        }
        self.0.left.replace(left);
        drafts
    }

    async fn is_settled(&self, left: &Left) -> bool {
        let record = left.draft.record;
        if left.draft.count.is_none() {
            return left.went_on(&self.history(record).await, self.device());
        }
        let up_to = self.0.database.settled(record, &left.key).await;
        up_to.is_ok_and(|up_to| left.is_settled(up_to) == Some(true))
    }

    /// Forgets the drafts that were read from tabs that are gone, once what they said is kept. Nothing else:
    /// a tab may have died since, and nobody has read its drafts.
    pub async fn forget_left_behind(&self) {
        if self.0.session.borrow().owes() {
            return;
        }
        let left = self.0.left.take();
        let settled = left.to_forget(&self.0.database.drafts().await.unwrap_or_default());
        if self.0.database.append_and_forget(&[], &settled).await.is_ok() {
            for key in left.keys() {
                let hot = format!("hot:{key}");
                if self.0.local.get(&hot).is_some_and(|text| left.was_read(key, &text)) {
                    self.0.local.remove(&hot);
                }
            }
        }
    }

    /// Before anything is written. The first tab does not know how the last one ended: a power cut may have left half
    /// a record at the end of the browser's own log.
    pub async fn begin_session(&self) {
        // The first tab stays the first whenever it comes back to the journal.
        if self.0.name != DEMONSTRATION && self.0.tabs.is_first().await {
            self.0.first.set(true);
            if self.0.database.begins_session() {
                self.0.database.may_be_torn();
            }
        }
    }

    /// Does what the first write would have to wait for, once the start is over.
    pub async fn make_ready(&self) {
        clock::sleep(STARTED).await;
        if let Err(error) = self.0.database.repair().await {
            self.report(&error);
        }
    }
}

/// The id a line gives itself. Inside a text the quotes would be escaped, and what it says of pictures
/// stands before it.
fn id_in(line: &str) -> Option<RevisionId> {
    line.rsplit_once("\"id\":\"")?.1.split('"').next()?.parse().ok()
}
