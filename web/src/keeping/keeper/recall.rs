//! A start from the snapshot, what is looked up in the log afterwards, and a new snapshot.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use futures::future::LocalBoxFuture;
use std::collections::VecDeque;
use std::rc::Rc;

use futures::lock::Mutex;
use luoxuan::RecordId;
use luoxuan::journal::MergeReport;
use luoxuan::session::Session;
use luoxuan::snapshot::{Snapshot, lay_apart, recollect};
use luoxuan::store::StoreError;

use super::Keeper;
use crate::browser::clock::TimeSlicer;
use crate::browser::database::{AskedParts, Database, KeptPart};
use crate::browser::held::Held;
use crate::browser::{random, storage};
use crate::later::later;

/// So many parts are asked for at once: to ask costs the page as much as to take in a part.
const ASKED: u32 = 24;

/// So many parts are written in one transaction.
const SOME: usize = 8;

/// So many records are a part.
const PART: usize = 100;

/// A journal of fewer revisions is read as quickly without.
const LEAST: usize = 500;

/// So many values of the log behind the snapshot are worth a new one; of a long journal a twentieth of it.
const BEHIND: u64 = 200;

/// A snapshot is written where there is so much more room than the database takes already, in bytes.
const ROOM: f64 = 64e6;

/// How far the start from a snapshot has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Recalled {
    /// Nobody has asked for one.
    #[default]
    Untried,
    /// It is being read.
    UnderWay,
    /// It has been read, up to this key of the log; `None` if there was none, or only a part of it.
    Ended(Option<u64>),
}

/// Takes in the next part of the snapshot; `None` behind the last, and where one is missing or does not fit.
type Next = Box<dyn Fn() -> LocalBoxFuture<'static, Option<MergeReport>>>;

later! {
    /// Begins to take in the snapshot.
    fn recalling(keeper: Keeper) -> Next {
        let left = Rc::new(Mutex::new(Left::default()));
        Box::new(move || {
            let (keeper, left) = (keeper.clone(), Rc::clone(&left));
            Box::pin(async move { keeper.recall_part(&mut *left.lock().await).await })
        })
    }

    /// Tells what looking everything up came to.
    fn confirming(keeper: Keeper) -> LocalBoxFuture<'static, ()> {
        Box::pin(async move { keeper.confirm().await })
    }

    /// Writes a new snapshot.
    fn laying_apart(keeper: Keeper) -> LocalBoxFuture<'static, ()> {
        Box::pin(async move { keeper.write_snapshot().await })
    }
}

/// What is left to take in.
#[derive(Default)]
struct Left {
    snapshot: Option<Snapshot>,
    /// Parts that have been read.
    parts: VecDeque<KeptPart>,
    /// Further ones are on their way while these are taken in.
    asked: Option<AskedParts>,
    /// The number of the next to be asked for.
    next: u32,
}

impl Left {
    /// Asks for the parts behind those that are known; `None` behind the last, too.
    async fn ask_on(&self, database: &Database, snapshot: &Snapshot) -> Option<AskedParts> {
        if self.next == snapshot.parts() {
            return None;
        }
        database.ask_parts(snapshot, self.next, ASKED).await
    }
}

impl Keeper {
    /// Takes in the snapshot, if there is one that fits. `take` is told what was new, a few at a time. What lies in the log
    /// behind it is read next; where a part is missing or does not fit, all of the log.
    pub(super) async fn recall_snapshot(&self, take: &mut impl FnMut(MergeReport)) {
        if !matches!(self.0.recalled.get(), Recalled::Untried) {
            return;
        }
        self.0.recalled.set(Recalled::UnderWay);
        if let Ok(next) = recalling(self.clone()).await {
            let mut bites = TimeSlicer::begin();
            while let Some(merged) = next().await {
                take(merged);
                bites.rest().await;
            }
        }
        if let Recalled::UnderWay = self.0.recalled.get() {
            self.0.recalled.set(Recalled::Ended(None));
        }
    }

    async fn recall_part(&self, left: &mut Left) -> Option<MergeReport> {
        let database = &self.0.database;
        if left.snapshot.is_none() {
            let (snapshot, first) = database.snapshot().await?;
            left.next = u32::try_from(first.len()).ok()?;
            left.parts.extend(first);
            left.asked = left.ask_on(database, &snapshot).await;
            left.snapshot = Some(snapshot);
        }
        let snapshot = left.snapshot.as_ref()?;
        if left.parts.is_empty() {
            if left.next == snapshot.parts() {
                // All of it: what somebody else on this page has read of the log meanwhile may be more.
                self.0.seen.set(snapshot.last().max(self.0.seen.get()));
                self.0.recalled.set(Recalled::Ended(Some(snapshot.last())));
                return None;
            }
            let asked = left.asked.take()?;
            left.next = asked.to();
            left.asked = left.ask_on(database, snapshot).await;
            left.parts.extend(asked.answer().await?);
        }
        let part = left.parts.pop_front()?;
        let part = recollect(Box::new(Held::new(part.words)), &part.bytes.to_vec()).ok()?;
        Some(self.0.session.borrow_mut().recall(part))
    }

    /// Whether what is known was recalled, and has not been looked up in the log.
    pub fn is_recalled(&self) -> bool {
        self.0.session.borrow().is_recalled()
    }

    /// Looks up in the log what was recalled. `take` is told what that says otherwise. Answers whether it has come to the end.
    pub async fn look_up(&self, take: &mut impl FnMut(MergeReport)) -> bool {
        match self.0.recalled.get() {
            Recalled::Ended(Some(until)) if self.read_log(0, Some(until), take).await.is_err() => return false,
            // Where it was not whole, the log has been read from its beginning.
            Recalled::Ended(_) => {}
            Recalled::Untried | Recalled::UnderWay => return false,
        }
        match confirming(self.clone()).await {
            Ok(confirming) => confirming.await,
            Err(_) => return false,
        }
        true
    }

    async fn confirm(&self) {
        let checked = self.act(Session::checked);
        self.0.whole.came_back(checked.back);
        self.finished(checked.job).await;
        if checked.unfit {
            // Where that fails the next start finds the same, and tries again.
            let _ = self.0.database.forget_snapshot().await;
            self.0.recalled.set(Recalled::Ended(None));
        }
    }

    /// Writes a new snapshot once the start is over, if it is worth one: for the next start, when nothing else is to be done.
    pub async fn renew_snapshot(&self) {
        let behind = match self.0.recalled.get() {
            Recalled::Ended(Some(last)) => Some(self.0.seen.get().saturating_sub(last)),
            _ => None,
        };
        let revisions = self.journal().len();
        let worth = behind.is_none_or(|behind| behind > BEHIND.max(revisions as u64 / 20));
        if !worth || revisions < LEAST || !self.0.first.get() {
            return;
        }
        if let Ok(writing) = laying_apart(self.clone()).await {
            writing.await;
        }
    }

    async fn write_snapshot(&self) {
        let room = storage::room().await;
        if room.is_none_or(|room| room.quota - room.used < room.used + ROOM) {
            return;
        }
        // No word is in it alone, and nobody need be told: the next start reads the log.
        let _ = self.try_to_write_snapshot().await;
    }

    async fn try_to_write_snapshot(&self) -> Result<(), StoreError> {
        let database = &self.0.database;
        // What is read or written from now on may be in it or not, and is looked for behind this.
        let (last, name) = (self.0.seen.get(), random::tab_name());
        let Some(life) = database.life() else { return Ok(()) };
        let records: Vec<RecordId> = self.journal().records().map(|(record, _)| record).collect();
        database.begin_snapshot(&name).await?;
        let mut number = 0;
        for some in records.chunks(PART * SOME) {
            let mut parts = Vec::new();
            let mut bites = TimeSlicer::begin();
            for part in some.chunks(PART) {
                parts.push(lay_apart(&self.journal(), part));
                bites.rest().await;
            }
            if !database.put_parts(&name, number, &parts).await? {
                return Ok(());
            }
            number += u32::try_from(parts.len()).unwrap_or(u32::MAX);
        }
        let snapshot = Snapshot::new(&life, last, &name, number);
        if database.end_snapshot(&snapshot).await? {
            self.0.recalled.set(Recalled::Ended(Some(last)));
        }
        Ok(())
    }
}
