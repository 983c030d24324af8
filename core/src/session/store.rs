//! What goes to the store, and what it answers.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::recall::Recalled;
use super::session::{AGAIN, MANY, PART, STORE, Session};
use super::{Alarm, Command, DraftText, Job, Settled, Ticket, Trouble};
use crate::id::RecordId;
use crate::journal::{Revision, State};
use crate::store::StoreError;
use crate::time::Timestamp;

/// What a ticket stands for.
#[derive(Debug)]
pub(super) enum Asked {
    /// Looking back before a part is given to a store that was closed.
    Doubted(Work),
    Append(Work, Vec<Settled>),
    Erase(Work),
    Drafts(Vec<(RecordId, u64)>),
    Dropped,
    /// Looking back before anything else is written.
    Doubt,
    /// Looking whether what was kept is there, after there was no room; and when something was kept last by then.
    Room(Option<Timestamp>),
}

/// A part of what is to be kept, on its way.
#[derive(Debug)]
pub(super) struct Work {
    revisions: Vec<Arc<Revision>>,
    /// Still to be erased, the last one first.
    erasures: Vec<Arc<Revision>>,
    /// The store has begun anew on the way.
    anew: bool,
    then: Then,
}

#[derive(Debug)]
enum Then {
    /// What is new: further parts follow.
    New(Parts),
    /// What was refused before.
    Owed,
}

/// Parts of one job.
#[derive(Debug)]
pub(super) struct Parts {
    job: Option<Job>,
    /// Those that follow, the last one first.
    rest: Vec<Vec<Arc<Revision>>>,
    /// Whether each part is new, to the small lane and to other tabs too.
    new: bool,
    /// Whether the rest is owed once a part was refused.
    stops: bool,
}

impl Session {
    // Keeping revisions.

    /// Takes in revisions, and keeps them: current texts in the small lane, the other tabs, then the store. What that
    /// refuses is tried again until it takes it. What is erased goes in every lane and every tab. `None` if there is nothing
    /// to keep.
    pub fn keep(&mut self, revisions: Vec<Arc<Revision>>, now: Timestamp) -> Option<Job> {
        self.merge(revisions.iter().cloned());
        self.begin_job(vec![revisions], true, now)
    }

    /// Keeps parts, one after another. `new` says whether they are to other tabs and to the small lane too.
    pub(super) fn begin_job(&mut self, mut rest: Vec<Vec<Arc<Revision>>>, new: bool, now: Timestamp) -> Option<Job> {
        rest.retain(|part| !part.is_empty());
        if rest.is_empty() {
            return None;
        }
        rest.reverse();
        let job = Job(self.number());
        let parts = Parts {
            job: Some(job),
            rest,
            new,
            stops: false,
        };
        self.append_parts(parts, now);
        Some(job)
    }

    fn append_parts(&mut self, parts: Parts, now: Timestamp) {
        if !parts.rest.is_empty() {
            self.waiting(now);
        }
        self.under_way += parts.rest.len();
        self.next_part(parts, now);
    }

    fn next_part(&mut self, mut parts: Parts, now: Timestamp) {
        let Some(revisions) = parts.rest.pop() else {
            self.commands.extend(parts.job.map(Command::Finished));
            return;
        };
        if parts.new {
            self.spread(&revisions);
        }
        self.begin(revisions, Then::New(parts), now);
    }

    /// Gives new revisions to the small lane and to other tabs, and lets go of the drafts they come from.
    fn spread(&mut self, revisions: &[Arc<Revision>]) {
        let few = revisions.len() <= MANY;
        for revision in revisions {
            if revision.state() == State::Erased {
                self.forget(revision.record());
            } else if few {
                self.keep_heads(revision.record());
            }
        }
        if few {
            self.commands.push(Command::Tell(revisions.to_vec()));
        }
        for revision in revisions {
            self.revisions.insert(revision.id(), revision.parents().into());
            // What a revision holds needs no draft any more, unless the person has typed on since.
            let held = self.pending.get(&revision.record());
            if let Some(held) = held.filter(|held| held.draft.content == *revision.content()) {
                let settled = self.settled_by(held);
                self.settled.insert(revision.id(), settled);
                self.pending.remove(&revision.record());
            }
        }
    }

    fn keep_heads(&mut self, record: RecordId) {
        let heads = self.journal.heads(record).to_vec();
        self.commands.push(Command::KeepHeads(record, heads));
    }

    fn begin(&mut self, revisions: Vec<Arc<Revision>>, then: Then, now: Timestamp) {
        let erasures = revisions.iter().rev();
        let erasures = erasures.filter(|revision| revision.state() == State::Erased);
        let work = Work {
            erasures: erasures.cloned().collect(),
            revisions,
            anew: false,
            then,
        };
        if self.doubt {
            // Nothing more is said to be kept before it is known what became of the rest.
            self.ask(Asked::Doubted(work), Command::LookBack);
        } else {
            self.append(work, now);
        }
    }

    fn append(&mut self, work: Work, now: Timestamp) {
        let stays = |revision: &&Arc<Revision>| revision.state() != State::Erased;
        let rest: Vec<_> = work.revisions.iter().filter(stays).cloned().collect();
        if rest.is_empty() {
            return self.erase_next(work, now);
        }
        let settled = rest.iter().filter_map(|revision| self.settled.get(&revision.id()));
        let settled: Vec<_> = settled.cloned().collect();
        let asked = Asked::Append(work, settled.clone());
        self.ask(asked, |ticket| Command::Append(ticket, rest, settled));
    }

    fn erase_next(&mut self, mut work: Work, now: Timestamp) {
        if let Some(erasure) = work.erasures.pop() {
            return self.ask(Asked::Erase(work), |ticket| Command::Erase(ticket, erasure));
        }
        for revision in &work.revisions {
            self.revisions.remove(&revision.id());
            self.settled.remove(&revision.id());
        }
        match work.then {
            Then::New(parts) => {
                self.under_way = self.under_way.saturating_sub(1);
                if parts.new {
                    // Somebody has gone on: it has been said for long enough.
                    self.status.trouble.take_if(|trouble| *trouble == Trouble::Cleared);
                }
                self.kept(work.anew, now);
                if parts.new && work.revisions.len() > MANY {
                    // Too much for a message; the others read the log.
                    self.commands.push(Command::Tell(Vec::new()));
                }
                self.next_part(parts, now);
            }
            Then::Owed => {
                // Put in one by one, here and below: collecting would sort, by four kilobytes of the page's start.
                let mut paid = BTreeSet::new();
                paid.extend(work.revisions.iter().map(|revision| revision.id()));
                self.owed.retain(|held| !paid.contains(&held.id()));
                self.kept(work.anew, now);
                self.pay_next(now);
            }
        }
    }

    fn refused_work(&mut self, work: Work, error: &StoreError, now: Timestamp) {
        if work.anew {
            // It was said of a step before this one, and nobody says it again.
            self.write_again(now);
        }
        match work.then {
            Then::New(mut parts) => {
                self.under_way = self.under_way.saturating_sub(1);
                self.owed.extend(work.revisions);
                if parts.stops {
                    self.under_way = self.under_way.saturating_sub(parts.rest.len());
                    self.owed.extend(parts.rest.drain(..).flatten());
                }
                self.refused(error);
                self.next_part(parts, now);
            }
            Then::Owed => {
                self.paying = false;
                self.refused(error);
                self.put_drafts();
            }
        }
    }

    /// Lets go of every word of a record that is erased.
    pub(super) fn forget(&mut self, record: RecordId) {
        self.pending.remove(&record);
        self.owed
            .retain(|held| held.record() != record || held.state() == State::Erased);
        self.settled.retain(|_, settled| settled.record != record);
        let key = self.draft_key(record);
        self.commands
            .extend([Command::ForgetHeads(record), Command::ForgetDraft(key)]);
    }

    // Drafts, and what is owed.

    pub(super) fn write_store(&mut self, now: Timestamp) {
        if self.doubt {
            self.ask(Asked::Doubt, Command::LookBack);
        } else {
            self.pay(now);
        }
    }

    fn pay(&mut self, now: Timestamp) {
        // Whoever comes while somebody pays would pay the same.
        if self.paying {
            self.put_drafts();
        } else {
            self.paying = true;
            self.pay_next(now);
        }
    }

    fn pay_next(&mut self, now: Timestamp) {
        let part: Vec<_> = self.owed.iter().take(PART).cloned().collect();
        if part.is_empty() {
            self.paying = false;
            self.put_drafts();
        } else {
            self.begin(part, Then::Owed, now);
        }
    }

    fn put_drafts(&mut self) {
        let open = self.pending.values().filter(|pending| pending.store);
        let (drafts, texts): (Vec<_>, Vec<_>) = open
            .map(|pending| {
                let record = pending.draft.record;
                let text = DraftText {
                    key: self.draft_key(record),
                    number: pending.number(),
                    text: pending.draft.to_text(),
                };
                ((record, text.number), text)
            })
            .unzip();
        if !texts.is_empty() {
            self.ask(Asked::Drafts(drafts), |ticket| Command::PutDrafts(ticket, texts));
        }
    }

    fn drafts_put(&mut self, drafts: Vec<(RecordId, u64)>) {
        for (record, number) in drafts {
            // Typed on in the meantime: that is another draft, and still on its way.
            if let Some(pending) = self.pending.get_mut(&record)
                && pending.number() == number
            {
                pending.store = false;
            }
        }
    }

    fn plan_rest(&mut self) {
        if self.pending.values().any(|pending| pending.store) {
            self.plan(STORE, Alarm::Store);
        }
    }

    // Answers.

    /// What came of a command: the store has acknowledged it, strictly, or refused. `anew` says whether the store has begun
    /// anew since it last answered, because somebody emptied it: then all that this tab holds is written again.
    pub fn answer(&mut self, ticket: Ticket, outcome: Result<(), StoreError>, anew: bool, now: Timestamp) {
        let Some(at) = self.asked.iter().position(|(asked, _)| *asked == ticket) else {
            return;
        };
        let (_, asked) = self.asked.swap_remove(at);
        match outcome {
            Ok(()) => self.done(asked, anew, now),
            Err(error) => self.not_done(asked, &error, now),
        }
    }

    fn done(&mut self, asked: Asked, anew: bool, now: Timestamp) {
        match asked {
            Asked::Doubted(mut work) => {
                self.doubt = false;
                work.anew |= anew;
                self.append(work, now);
            }
            Asked::Append(mut work, settled) => {
                work.anew |= anew;
                for one in settled {
                    // Typed on since: the next draft lies there or takes its place.
                    if !self.pending.contains_key(&one.record) {
                        self.commands.push(Command::ForgetDraft(one.key));
                    }
                }
                self.erase_next(work, now);
            }
            Asked::Erase(mut work) => {
                work.anew |= anew;
                self.erase_next(work, now);
            }
            Asked::Drafts(drafts) => {
                self.drafts_put(drafts);
                self.kept(anew, now);
                self.plan_rest();
            }
            Asked::Dropped if anew => self.kept(anew, now),
            Asked::Dropped => self.settle_waiting(),
            Asked::Doubt => {
                self.doubt = false;
                if anew {
                    self.write_again(now);
                } else {
                    self.trouble_is_over();
                }
                self.pay(now);
            }
            Asked::Room(before) => {
                if anew {
                    self.write_again(now);
                } else if self.status.kept == before {
                    self.trouble(Trouble::Full);
                }
            }
        }
    }

    fn not_done(&mut self, asked: Asked, error: &StoreError, now: Timestamp) {
        match asked {
            Asked::Doubted(work) | Asked::Append(work, _) | Asked::Erase(work) => self.refused_work(work, error, now),
            Asked::Drafts(_) => {
                self.refused(error);
                self.plan_rest();
            }
            // Nothing waits for it: a draft that is not forgotten comes back, at worst, as a revision beside the others.
            Asked::Dropped => self.settle_waiting(),
            Asked::Doubt => self.refused(error),
            // It may have been kept since.
            Asked::Room(before) if self.status.kept == before => self.trouble(Trouble::NoRoom),
            Asked::Room(_) => {}
        }
    }

    /// The store has kept something that is none of the session's own, such as a picture.
    pub fn kept_beside(&mut self, anew: bool, now: Timestamp) {
        self.kept(anew, now);
    }

    /// The store has been closed from outside, which browsers do after they could not write: what was kept is looked for
    /// before anything more is said to be.
    pub fn closed(&mut self) {
        self.doubt = true;
        self.plan(Duration::ZERO, Alarm::Store);
    }

    // Status.

    /// Something is on disk. What still waits keeps waiting.
    fn kept(&mut self, anew: bool, now: Timestamp) {
        if anew {
            self.write_again(now);
        }
        let waits = self.waits();
        self.status.kept = Some(now);
        self.trouble_is_over();
        if !waits {
            self.status.waiting = None;
            if std::mem::take(&mut self.writing_again) {
                self.trouble(Trouble::Cleared);
            }
        }
        self.commands.push(Command::Kept);
    }

    /// The store answers. A full small lane is over once it works again, which the next key shows; that the store was
    /// emptied is said until something new is kept.
    fn trouble_is_over(&mut self) {
        if self.status.trouble != Some(Trouble::Cleared) {
            self.status.trouble.clone_from(&self.unread);
        }
    }

    fn waits(&self) -> bool {
        self.under_way > 0 || !self.owed.is_empty() || self.pending.values().any(|pending| pending.store)
    }

    /// Where what waited has come to nothing, nothing waits.
    pub(super) fn settle_waiting(&mut self) {
        if !self.waits() {
            self.status.waiting = None;
        }
    }

    /// The store has begun anew, and this tab holds what was in it.
    fn write_again(&mut self, now: Timestamp) {
        // A text of a snapshot that is not what its id says nobody has written.
        let sound = |head: &Arc<Revision>| head.content().part().is_none() || head.is_sound();
        let all: Vec<_> = self.heads().filter(sound).collect();
        self.recalled = Recalled::default();
        self.writing_again = true;
        self.commands.push(Command::BeganAnew(all.len()));
        let mut records = BTreeSet::new();
        records.extend(all.iter().take(MANY).map(|head| head.record()));
        for record in records {
            self.keep_heads(record);
        }
        // Drafts it had kept are gone too.
        for pending in self.pending.values_mut() {
            (pending.small, pending.store) = (true, true);
        }
        self.write_small();
        self.plan(Duration::ZERO, Alarm::Store);
        let parts = Parts {
            job: None,
            rest: all.rchunks(PART).map(<[_]>::to_vec).collect(),
            new: false,
            stops: true,
        };
        self.append_parts(parts, now);
    }

    /// Shows what the store has refused, and tries again later.
    pub fn refused(&mut self, error: &StoreError) {
        self.plan(AGAIN, Alarm::Store);
        if *error == StoreError::Full {
            // What is said of earlier words is looked up first.
            self.ask(Asked::Room(self.status.kept), Command::LookBack);
        } else {
            self.trouble(Trouble::from(error));
        }
    }
}
