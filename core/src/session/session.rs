//! The session itself: what somebody does, and what becomes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use super::recall::Recalled;
use super::store::Asked;
use super::{Alarm, Command, Count, Draft, DraftText, Job, Settled, Status, Ticket, Trouble, UnderWay, take_up};
use crate::id::{DeviceId, RecordId, RevisionId};
use crate::index::Index;
use crate::journal::{Author, Content, Journal, MergeReport, Revision, State, UndoGroup};
use crate::store::StoreError;
use crate::time::Timestamp;

/// From a key to the small lane.
pub const SMALL: Duration = Duration::from_millis(250);

/// From a key to the store.
pub const STORE: Duration = Duration::from_secs(2);

/// How long to wait before trying again what was refused.
pub const AGAIN: Duration = Duration::from_secs(5);

/// More revisions than this at once come from a file; their texts are left to the store.
pub const MANY: usize = 200;

/// No more revisions than this in one transaction: that of a journal of many years may take longer than anybody waits.
pub const PART: usize = 1000;

/// A draft on its way, and which lanes it has not reached.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) draft: Draft,
    pub(super) small: bool,
    pub(super) store: bool,
}

impl Pending {
    pub(super) fn number(&self) -> u64 {
        self.draft.number()
    }
}

/// What was written at once, and the job of keeping it.
#[derive(Debug)]
#[must_use = "what was written has still to be shown"]
pub struct Written {
    /// The new revisions.
    pub revisions: Vec<Arc<Revision>>,
    /// Ends with [`Command::Finished`]; `None` if there was nothing to write.
    pub job: Option<Job>,
    /// What [`Session::undo`] takes it back by. Empty for what nobody wrote here: what came from elsewhere or was joined; and for
    /// what was erased, which nothing brings back.
    pub undo: UndoGroup,
}

/// What one tab does with a journal: what is typed and written, how it goes down the lanes, and what may be said of it.
///
/// A session has no clock, no disk and no thread. Whoever drives it calls its methods and after each does what
/// [`take_commands`](Self::take_commands) gives; what came of a command goes back in with [`answer`](Self::answer).
#[derive(Debug)]
pub struct Session {
    pub(super) device: DeviceId,
    pub(super) tab: String,
    pub(super) journal: Journal,
    pub(super) index: Index,
    /// What the journal says otherwise than the index.
    pub(super) changed: BTreeSet<RecordId>,
    pub(super) status: Status,
    pub(super) commands: Vec<Command>,
    pub(super) pending: BTreeMap<RecordId, Pending>,
    /// How many drafts there have been.
    drafts: u64,
    /// Revisions on their way to the store, and the drafts they come from.
    pub(super) revisions: UnderWay,
    pub(super) settled: BTreeMap<RevisionId, Settled>,
    /// What it comes to where the store may not be used: without a small lane nothing can be kept.
    blocked: Trouble,
    /// What it is to be woken for.
    alarms: Vec<Alarm>,
    /// What the store was asked and has not answered: never much.
    pub(super) asked: Vec<(Ticket, Asked)>,
    last_number: u64,
    /// How many parts are on their way to the store just now.
    pub(super) under_way: usize,
    /// Revisions the store refused; tried again until it takes them.
    pub(super) owed: Vec<Arc<Revision>>,
    /// One at a time tries it.
    pub(super) paying: bool,
    /// Set when the store was closed from outside, until what was kept has been found to be there.
    pub(super) doubt: bool,
    /// What has kept the log from being read to its end. Words kept since do not mend that.
    pub(super) unread: Option<Trouble>,
    /// The store has begun anew, and what this tab holds is on its way into it again.
    pub(super) writing_again: bool,
    /// What a snapshot has said and the log has not confirmed.
    pub(super) recalled: Recalled,
}

impl Session {
    /// A session of a tab that writes for this device. No two tabs may ever have one name.
    ///
    /// `small_works` says whether there is a small lane.
    pub fn new(device: DeviceId, tab: String, small_works: bool) -> Self {
        Self {
            device,
            tab,
            journal: Journal::new(),
            index: Index::default(),
            changed: BTreeSet::new(),
            status: Status {
                trouble: (!small_works).then_some(Trouble::Blocked),
                ..Status::default()
            },
            commands: Vec::new(),
            pending: BTreeMap::new(),
            drafts: 0,
            revisions: UnderWay::new(),
            settled: BTreeMap::new(),
            blocked: if small_works {
                Trouble::StoreBlocked
            } else {
                Trouble::Blocked
            },
            alarms: Vec::new(),
            asked: Vec::new(),
            last_number: 0,
            under_way: 0,
            owed: Vec::new(),
            paying: false,
            doubt: false,
            unread: None,
            writing_again: false,
            recalled: Recalled::default(),
        }
    }

    /// What is to be done now, in order. Empty the next time.
    #[must_use = "what is not done is lost"]
    pub fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.commands)
    }

    pub(super) fn ask(&mut self, what: Asked, command: impl FnOnce(Ticket) -> Command) {
        let ticket = Ticket(self.number());
        self.asked.push((ticket, what));
        self.commands.push(command(ticket));
    }

    pub(super) fn number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    // Reading.

    /// Everything this tab knows.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Whether the words are safe.
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// The device that signs what is written here.
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The name of the tab.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// Whether something typed is not yet a revision.
    pub fn has_drafts(&self) -> bool {
        !self.pending.is_empty()
    }

    /// How many parts are on their way to the store just now.
    pub const fn under_way(&self) -> usize {
        self.under_way
    }

    /// Whether the store has refused something that it is to be given again.
    pub fn owes(&self) -> bool {
        !self.owed.is_empty()
    }

    /// What only this tab holds: what the store has refused; in trouble also drafts, as the revisions they would become;
    /// and if the log could not be read `whole`, every current text.
    pub fn not_in_log(&self, whole: bool) -> Vec<Arc<Revision>> {
        let mut all = self.owed.clone();
        if !whole {
            all.extend(self.heads());
        }
        // In good times a draft is on its way into the log; as a revision of its own it would one day
        // stand beside what became of it.
        if !whole || self.status.trouble.is_some() {
            all.extend(self.pending.values().map(|Pending { draft, .. }| {
                let (base, content) = (draft.base.iter().copied(), draft.content.clone());
                Arc::new(Revision::new(
                    draft.record,
                    base,
                    self.device,
                    draft.at,
                    State::Live,
                    content,
                ))
            }));
        }
        all
    }

    /// The heads of every record.
    pub fn heads(&self) -> impl Iterator<Item = Arc<Revision>> {
        self.journal.records().flat_map(|(_, heads)| heads.iter().cloned())
    }

    // Typing.

    pub(super) fn draft_key(&self, record: RecordId) -> String {
        format!("{}:{record}", self.tab)
    }

    /// Takes an unfinished text, typed after the revisions `base`: in the small lane within 250 ms, in the store within 2 s.
    /// The work is proportional to this text, whatever the size of the journal.
    pub fn draft(&mut self, record: RecordId, base: &[RevisionId], content: Content, now: Timestamp) {
        self.waiting(now);
        self.drafts += 1;
        let count = Some(Count {
            tab: self.tab.clone(),
            number: self.drafts,
        });
        let draft = Draft {
            record,
            // As the revision that it becomes.
            base: self.journal.allowed_parents(record, base),
            content,
            at: now,
            count,
        };
        let pending = Pending {
            draft: draft.grounded(&self.revisions),
            small: true,
            store: true,
        };
        self.pending.insert(record, pending);
        self.plan(SMALL, Alarm::Small);
        self.plan(STORE, Alarm::Store);
    }

    pub(super) fn plan(&mut self, wait: Duration, alarm: Alarm) {
        if !self.alarms.contains(&alarm) {
            self.alarms.push(alarm);
            self.commands.push(Command::WakeAfter(wait, alarm));
        }
    }

    /// The time that a [`Command::WakeAfter`] asked for has come.
    pub fn wake(&mut self, alarm: Alarm, now: Timestamp) {
        self.alarms.retain(|set| *set != alarm);
        match alarm {
            Alarm::Small => self.write_small(),
            Alarm::Store => self.write_store(now),
        }
    }

    /// Writes everything that waits now: the page may not come back.
    pub fn flush(&mut self, now: Timestamp) {
        self.write_small();
        self.write_store(now);
    }

    /// Gives the small lane what was typed.
    pub(super) fn write_small(&mut self) {
        let tab = &self.tab;
        let open = self.pending.values_mut().filter(|pending| pending.small);
        self.commands.extend(open.map(|pending| {
            pending.small = false;
            Command::KeepDraft(DraftText {
                key: format!("{tab}:{}", pending.draft.record),
                number: pending.number(),
                text: pending.draft.to_text(),
            })
        }));
    }

    /// The small lane has refused a text: a draft, of which the key is told, or what a record says.
    pub fn small_refused(&mut self, draft: Option<&str>, error: &StoreError) {
        let id = draft.and_then(|key| key.rsplit(':').next()?.parse().ok());
        if let Some(pending) = id.and_then(|id| self.pending.get_mut(&id)) {
            pending.small = true;
        }
        // A blocked small lane is said once, when it is opened; a full one must be said now.
        if *error == StoreError::Full {
            self.refused(error);
        }
    }

    /// Forgets a draft that came to nothing.
    pub fn drop_draft(&mut self, record: RecordId) {
        let Some(held) = self.pending.remove(&record) else {
            return;
        };
        let settled = self.settled_by(&held);
        self.commands.push(Command::ForgetDraft(settled.key.clone()));
        self.ask(Asked::Dropped, |ticket| {
            Command::Append(ticket, Vec::new(), vec![settled])
        });
    }

    pub(super) fn settled_by(&self, held: &Pending) -> Settled {
        let record = held.draft.record;
        Settled {
            record,
            key: self.draft_key(record),
            number: held.number(),
            foreign: false,
        }
    }

    // Writing.

    fn by(&self, now: Timestamp) -> Author {
        Author {
            device: self.device,
            now,
        }
    }

    /// Writes what a record says after the revisions the writer had in view. `None` if it says so already: then whatever was
    /// typed of it came to nothing.
    pub fn write_after(
        &mut self,
        record: RecordId,
        base: &[RevisionId],
        content: Content,
        now: Timestamp,
    ) -> Option<Written> {
        let before = self.journal.head(record).cloned();
        let written = self.journal.write_after(record, base, content, self.by(now));
        if written.is_none() {
            self.drop_draft(record);
        }
        let mut undo = UndoGroup::default();
        undo.add(before, written?);
        Some(self.undoable(undo, now))
    }

    /// Writes new records together, under these ids.
    pub fn write_all(&mut self, records: Vec<(RecordId, Content)>, now: Timestamp) -> Written {
        let by = self.by(now);
        let mut undo = UndoGroup::default();
        for (record, content) in records {
            if let Some(written) = self.journal.write_after(record, &[], content, by) {
                undo.add(None, written);
            }
        }
        self.undoable(undo, now)
    }

    /// Puts records into the trash together: at one moment, by which they are known to belong together.
    pub fn trash(&mut self, records: &[RecordId], now: Timestamp) -> Written {
        self.moved(records, Journal::trash, now)
    }

    /// Takes records out of the trash.
    pub fn restore(&mut self, records: &[RecordId], now: Timestamp) -> Written {
        self.moved(records, Journal::restore, now)
    }

    fn moved(
        &mut self,
        records: &[RecordId],
        verb: fn(&mut Journal, RecordId, Author) -> Vec<Arc<Revision>>,
        now: Timestamp,
    ) -> Written {
        let (by, mut undo) = (self.by(now), UndoGroup::default());
        for record in records {
            let heads = self.journal.heads(*record).to_vec();
            for revision in verb(&mut self.journal, *record, by) {
                let before = heads.iter().find(|head| revision.parents().contains(&head.id()));
                undo.add(before.cloned(), revision);
            }
        }
        self.undoable(undo, now)
    }

    /// Takes back what was written together, as [`UndoGroup::reverted`] says. That can be taken back, too.
    pub fn undo(&mut self, group: &UndoGroup, now: Timestamp) -> Written {
        let back = group.reverted(&self.journal, self.by(now));
        self.journal.merge(back.revisions());
        self.undoable(back, now)
    }

    /// Erases a record for good, in every lane and in every tab.
    pub fn erase(&mut self, record: RecordId, now: Timestamp) -> Written {
        let revision = self.journal.erase(record, self.by(now));
        self.written(revision.into_iter().collect(), now)
    }

    /// Joins what two places made of a record, wherever nothing gets lost. `older` finds what an older revision said.
    pub fn join(&mut self, record: RecordId, older: impl Fn(RevisionId) -> Option<Content>, now: Timestamp) -> Written {
        let revisions = self.journal.join(record, older);
        self.written(revisions, now)
    }

    fn written(&mut self, revisions: Vec<Arc<Revision>>, now: Timestamp) -> Written {
        self.changed.extend(revisions.iter().map(|revision| revision.record()));
        let job = self.begin_job(vec![revisions.clone()], true, now);
        Written {
            revisions,
            job,
            undo: UndoGroup::default(),
        }
    }

    /// The same of what was written here, which can be taken back.
    fn undoable(&mut self, undo: UndoGroup, now: Timestamp) -> Written {
        let written = self.written(undo.revisions(), now);
        Written { undo, ..written }
    }

    /// Takes in revisions from a file, and keeps them in parts. Only with the last of them it is whole.
    pub fn import(&mut self, revisions: Vec<Revision>, now: Timestamp) -> (MergeReport, Option<Job>) {
        let merged = self.merge(revisions);
        let job = self.begin_job(merged.parts(PART), true, now);
        (merged, job)
    }

    // Loading, and hearing of others.

    /// The log was read to its end, or why not.
    pub fn read_to_end(&mut self, outcome: Result<(), &StoreError>) {
        let unread = outcome.err().map(Trouble::from);
        let before = std::mem::replace(&mut self.unread, unread.clone());
        match unread {
            Some(trouble) => self.trouble(trouble),
            None if before.is_some() && self.status.trouble == before => self.status.trouble = None,
            None => {}
        }
    }

    /// The history of a record could not be read.
    pub fn unreadable(&mut self, error: &StoreError) {
        self.trouble(Trouble::from(error));
    }

    /// Keeps what only the small lane still had. Before that has come to an end no draft that led to it is forgotten.
    pub fn keep_found(&mut self, found: &[Arc<Revision>], now: Timestamp) -> Option<Job> {
        let parts = found.chunks(PART).map(<[_]>::to_vec).collect();
        self.begin_job(parts, false, now)
    }

    /// Makes the drafts that tabs which are gone left part of the journal; see [`take_up`].
    pub fn take_up(&mut self, left: impl IntoIterator<Item = (Draft, bool)>, now: Timestamp) -> Written {
        let revisions = take_up(&mut self.journal, left, self.device);
        self.written(revisions, now)
    }

    /// Takes in what another tab tells, which keeps it. What it has erased goes from here too.
    pub fn receive(&mut self, revisions: Vec<Revision>) -> MergeReport {
        for revision in &revisions {
            if revision.state() == State::Erased {
                self.forget(revision.record());
            }
        }
        self.settle_waiting();
        self.merge(revisions)
    }

    /// Lets go of everything that is on its way, for a journal that is to be emptied. What is told to other places stays.
    pub fn forget_all(&mut self) {
        self.pending.clear();
        self.settled.clear();
        self.owed.clear();
        self.recalled = Recalled::default();
        self.journal = Journal::new();
        self.index = Index::default();
        self.changed.clear();
    }

    // Status.

    pub(super) fn waiting(&mut self, since: Timestamp) {
        self.status.waiting.get_or_insert(since);
    }

    pub(super) fn trouble(&mut self, trouble: Trouble) {
        // Both lanes gone is more than either.
        let blocked = trouble == Trouble::StoreBlocked;
        self.status.trouble = Some(if blocked { self.blocked.clone() } else { trouble });
    }
}
