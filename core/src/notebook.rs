//! A journal open on a store, for programs that write a record at a time: a bot, a script, a server.
//!
//! What [`Session`](crate::session::Session) is to a page that keeps what is being typed, [`Notebook`] is to a program whose
//! writes are whole. It changes in memory only after the store has said that a write is kept, so that a refused one can be
//! tried again; what is written together is one [group](Notebook::write), kept together and undone together.
//!
//! ```
//! use luoxuan::notebook::{Notebook, World};
//! use luoxuan::store::{MemoryStore, ready};
//! use luoxuan::{DeviceId, Entry, Phase, Timestamp};
//!
//! /// The clock and the chance of a program; here both only count.
//! struct Counted(u8);
//! impl World for Counted {
//!     fn now(&mut self) -> Timestamp { Timestamp::new(1_757_552_400_000 + i64::from(self.0), 480) }
//!     fn random(&mut self) -> [u8; 16] { self.0 += 1; [self.0; 16] }
//! }
//!
//! let evening = async {
//!     let (store, device) = (MemoryStore::default(), DeviceId::from_bytes([9; 16]));
//!     let mut notebook = Notebook::open(store, Counted(0), device).await?;
//!     let body = "二十七篇里有十九篇没有一个动作。".to_owned();
//!     let problem = notebook.add(&Entry { phase: Phase::Problem, body, ..Entry::default() }).await?;
//!     let spiral = notebook.begin(problem).await?.expect("there is such an entry");
//!     let next = notebook.next(spiral).expect("a spiral that goes on");
//!     assert_eq!(next.asked[0].words.zh_hans, "下周，你打算把哪一个做法换成什么？");
//!
//!     notebook.undo().await?;
//!     assert!(notebook.index().spiral(spiral).is_none(), "the spiral and its first problem go together");
//!     assert!(notebook.index().entry(problem).is_some());
//!     Ok::<_, luoxuan::store::StoreError>(())
//! };
//! ready(evening).expect("a store in memory never waits")?;
//! # Ok::<_, luoxuan::store::StoreError>(())
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::id::{DeviceId, RecordId, RevisionId};
use crate::index::Index;
use crate::journal::{Author, Content, Corruption, Journal, Revision, State, UndoGroup};
use crate::record::{Fate, Record};
use crate::spiral::{self, Move, Next};
use crate::store::{Cursor, Store, StoreError};
use crate::time::Timestamp;

/// What the core never asks for by itself, and a program has.
pub trait World {
    /// The time, with the offset of the place the teacher is at.
    fn now(&mut self) -> Timestamp;

    /// Sixteen bytes that nobody can guess or has drawn before.
    fn random(&mut self) -> [u8; 16];
}

/// A journal, its index, and the store they were read from.
#[derive(Debug)]
pub struct Notebook<S, W> {
    store: S,
    world: W,
    device: DeviceId,
    journal: Journal,
    index: Index,
    cursor: Cursor,
    damage: Vec<Corruption>,
    /// What has come and is not told, erased or joined yet: a store may refuse in between.
    changed: BTreeSet<RecordId>,
    erasures: BTreeMap<RecordId, Arc<Revision>>,
    apart: BTreeSet<RecordId>,
    /// The last time it has told.
    told: Option<Timestamp>,
    /// What was written here, group by group.
    done: Vec<UndoGroup>,
}

impl<S: Store, W: World> Notebook<S, W> {
    /// Reads what the store holds. `device` is this program's own: no other may write under it.
    ///
    /// # Errors
    ///
    /// Says why it could not be read.
    pub async fn open(store: S, world: W, device: DeviceId) -> Result<Self, StoreError> {
        let mut notebook = Self {
            store,
            world,
            device,
            journal: Journal::new(),
            index: Index::default(),
            cursor: Cursor::default(),
            damage: Vec::new(),
            changed: BTreeSet::new(),
            erasures: BTreeMap::new(),
            apart: BTreeSet::new(),
            told: None,
            done: Vec::new(),
        };
        notebook.refresh().await?;
        Ok(notebook)
    }

    /// What the records say, ready to be asked.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Where they come from.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// What in the store could not be read. It stays there as it was.
    pub fn damage(&self) -> &[Corruption] {
        &self.damage
    }

    /// The store, for pictures.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// The time, later than every time this notebook has told before: what is written one after the other stands in that
    /// order, however fast it comes and whatever becomes of the clock.
    pub fn now(&mut self) -> Timestamp {
        let now = self.world.now();
        let now = match self.told {
            Some(told) if now.millis() <= told.millis() => {
                Timestamp::new(told.millis().saturating_add(1), now.offset())
            }
            _ => now,
        };
        self.told = Some(now);
        now
    }

    fn author(&mut self) -> Author {
        Author {
            device: self.device,
            now: self.now(),
        }
    }

    /// Reads what other programs have written since, joins what was changed in two places where nothing gets lost by it, and
    /// answers which records say something else now.
    ///
    /// # Errors
    ///
    /// Says why it could not be read, or what was joined could not be kept.
    pub async fn refresh(&mut self) -> Result<BTreeSet<RecordId>, StoreError> {
        let (new, cursor) = self.store.read_new(&self.cursor).await?;
        for damage in new.damage {
            // What is read once more is told once.
            if !self.damage.contains(&damage) {
                self.damage.push(damage);
            }
        }
        let report = self.journal.merge(new.revisions);
        self.cursor = cursor;
        for record in &report.changed {
            self.index.update(&self.journal, *record);
        }
        self.erasures.extend(report.erasures);
        let apart = report
            .changed
            .iter()
            .filter(|record| self.journal.heads(**record).len() > 1);
        self.apart.extend(apart);
        self.changed.extend(report.changed);
        while let Some((record, erasure)) = self.erasures.first_key_value() {
            let record = *record;
            self.store.erase(erasure).await?;
            self.erasures.remove(&record);
        }
        while let Some(record) = self.apart.first().copied() {
            self.join(record).await?;
            self.apart.remove(&record);
        }
        Ok(std::mem::take(&mut self.changed))
    }

    /// Makes one text of two that were changed apart, where that loses nothing; otherwise both stay.
    async fn join(&mut self, record: RecordId) -> Result<(), StoreError> {
        let history = self.store.history(record).await?;
        let older: BTreeMap<RevisionId, Content> = history.iter().map(|it| (it.id(), it.content().clone())).collect();
        let mut journal = Journal::new();
        journal.merge(history);
        let joined = journal.join(record, |id| older.get(&id).cloned());
        self.keep(joined).await
    }

    /// Keeps revisions, and only then knows them.
    async fn keep(&mut self, revisions: Vec<Arc<Revision>>) -> Result<(), StoreError> {
        if revisions.is_empty() {
            return Ok(());
        }
        self.store.append(&revisions).await?;
        for record in self.journal.merge(revisions).changed {
            self.index.update(&self.journal, record);
        }
        Ok(())
    }

    /// Writes what records are to say, all or none, as one group for [`Notebook::undo`]. Of several for one record the last
    /// holds. Answers how many of them say something new.
    ///
    /// # Errors
    ///
    /// Says why nothing was kept. The notebook is then as it was, and writing again tries again.
    pub async fn write(&mut self, says: impl IntoIterator<Item = (RecordId, Content)>) -> Result<usize, StoreError> {
        let by = self.author();
        let says: BTreeMap<RecordId, Content> = says.into_iter().collect();
        let mut group = UndoGroup::default();
        for (record, content) in says {
            let parents: Vec<_> = self.journal.heads(record).iter().map(|head| head.id()).collect();
            if let Some(next) = self.journal.next(record, &parents, content, by) {
                group.add(self.journal.head(record).cloned(), next.into());
            }
        }
        let count = group.len();
        self.keep(group.revisions()).await?;
        if count > 0 {
            self.done.push(group);
        }
        Ok(count)
    }

    /// Writes a new record.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`].
    pub async fn add<R: Record>(&mut self, record: &R) -> Result<RecordId, StoreError> {
        let id = RecordId::from_bytes(self.world.random());
        self.write([(id, Content::of(record))]).await?;
        Ok(id)
    }

    /// Writes what a record is to say.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`].
    pub async fn put<R: Record>(&mut self, id: RecordId, record: &R) -> Result<(), StoreError> {
        self.write([(id, Content::of(record))]).await.map(drop)
    }

    /// Begins a spiral from a problem, as [`spiral::begin`] says; `None` if there is no such entry.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`].
    pub async fn begin(&mut self, problem: RecordId) -> Result<Option<RecordId>, StoreError> {
        let (now, world) = (self.now(), &mut self.world);
        let begun = spiral::begin(&self.index, problem, now, || RecordId::from_bytes(world.random()));
        self.make(begun).await
    }

    /// Decides what becomes of a new problem, as [`spiral::decide`] says. Answers the spiral it now has of its own.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`].
    pub async fn decide(&mut self, problem: RecordId, fate: Fate) -> Result<Option<RecordId>, StoreError> {
        let (now, world) = (self.now(), &mut self.world);
        let decided = spiral::decide(&self.index, problem, fate, now, || RecordId::from_bytes(world.random()));
        self.make(decided).await
    }

    async fn make(&mut self, made: Option<Move>) -> Result<Option<RecordId>, StoreError> {
        let made = made.unwrap_or_default();
        self.write(made.changes).await?;
        Ok(made.spiral)
    }

    /// What could be written next in a spiral, as [`spiral::next`] says.
    pub fn next(&self, spiral: RecordId) -> Option<Next> {
        spiral::next(&self.index, spiral)
    }

    /// Takes back the last group that was written here, as [`UndoGroup::reverted`] says. Answers which records were taken
    /// back; none if nothing is left to undo.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`]; the group can then still be undone.
    pub async fn undo(&mut self) -> Result<Vec<RecordId>, StoreError> {
        let by = self.author();
        let Some(group) = self.done.last() else {
            return Ok(Vec::new());
        };
        let back = group.reverted(&self.journal, by).revisions();
        let records = back.iter().map(|revision| revision.record()).collect();
        self.keep(back).await?;
        self.done.pop();
        Ok(records)
    }

    /// Puts records into the trash. All their words stay.
    ///
    /// # Errors
    ///
    /// As [`Notebook::write`].
    pub async fn trash(&mut self, records: &[RecordId]) -> Result<(), StoreError> {
        let by = self.author();
        let restated = |record: &RecordId| self.journal.restated(*record, State::Live, State::Trashed, by);
        let trashed = records.iter().flat_map(restated).map(Arc::new).collect();
        self.keep(trashed).await
    }

    /// Destroys the words of a record for good, in the store too.
    ///
    /// # Errors
    ///
    /// Says why the store did not; some of its words may be gone already.
    pub async fn erase(&mut self, record: RecordId) -> Result<(), StoreError> {
        let by = self.author();
        let Some(erasure) = self.journal.erasure(record, by).map(Arc::new) else {
            return Ok(());
        };
        self.store.erase(&erasure).await?;
        self.journal.merge([erasure]);
        self.index.update(&self.journal, record);
        Ok(())
    }
}
