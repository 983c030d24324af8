//! The one object that carries words down the lanes.

mod whole;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::lock::Mutex;
use leptos::prelude::{ArcRwSignal, GetUntracked, Set, Update, WithUntracked, set_timeout};
use luoxuan::format::media;
use luoxuan::journal::{Corruption, RevisionError, read_kept_lines, read_lines, write_lines};
use luoxuan::session::{Count, Draft, UnderWay, last_words};
use luoxuan::store::{Store, StoreError};
use luoxuan::{BlobId, DeviceId, RecordId, Revision, RevisionId, State};

use self::whole::Whole;
use super::status::{Status, Trouble};
use crate::browser::clock::{self, TimeSlicer};
use crate::browser::database::{Answered, Database, Settled};
use crate::browser::local::{self, Local};
use crate::browser::pictures::BlobUrl;
use crate::browser::random;
use crate::browser::tabs::Tabs;

/// From a key to localStorage.
const HOT: Duration = Duration::from_millis(250);

/// From a key to the database.
const STRICT: Duration = Duration::from_secs(2);

/// So long the start is left alone by what can wait.
const STARTED: Duration = Duration::from_secs(2);

/// How long to wait before trying again what failed.
const AGAIN: Duration = Duration::from_secs(5);

/// So many revisions are taken in before looking at the clock.
const SOME: usize = 50;

/// So many parts of the log are asked for at once. Reading is the longest part of a start, and the browser's share of it
/// goes on while the page looks at what came before.
const AHEAD: usize = 4;

/// More revisions than this at once come from a file; their texts are left to the database.
const MANY: usize = 200;

/// No more revisions than this in one transaction: that of a journal of many years may take longer than the keeper waits.
pub const PART: usize = 1000;

/// The name of the one journal that may be emptied.
pub const DEMONSTRATION: &str = "demo";

/// A draft on its way, and which lanes it has not reached.
struct Pending {
    draft: Draft,
    hot: bool,
    strict: bool,
}

impl Pending {
    fn number(&self) -> u64 {
        number_of(&self.draft)
    }
}

/// Which of its tab's drafts one is; 0 where nobody counted.
fn number_of(draft: &Draft) -> u64 {
    draft.count.as_ref().map_or(0, |count| count.number)
}

/// A draft that a dead tab left.
pub struct Left {
    /// What it says.
    pub draft: Draft,
    key: String,
    in_database: bool,
}

/// Gives all the page holds.
type Holder = Box<dyn Fn() -> Vec<Arc<Revision>>>;

struct Inner {
    name: String,
    device: DeviceId,
    tab: String,
    local: Local,
    database: Database,
    tabs: Tabs,
    status: ArcRwSignal<Status>,
    pending: RefCell<BTreeMap<RecordId, Pending>>,
    /// How many drafts there have been.
    drafts: Cell<u64>,
    /// What was read of the drafts that dead tabs left, by key.
    left: RefCell<BTreeMap<String, Vec<(String, Draft)>>>,
    /// Revisions on their way to the log, and the drafts they come from.
    revisions: RefCell<UnderWay>,
    settled: RefCell<BTreeMap<RevisionId, Settled>>,
    hot_set: Cell<bool>,
    strict_set: Cell<bool>,
    /// How many times something is on its way to the log just now.
    under_way: Cell<usize>,
    /// Revisions the database refused; tried again until it takes them.
    owed: RefCell<Vec<Arc<Revision>>>,
    /// One at a time tries it.
    paying: Mutex<()>,
    /// Set when the browser has closed the database, until what was kept has been found to be there.
    doubt: Cell<bool>,
    /// What has kept the log from being read to its end. Words kept since do not mend that.
    unread: RefCell<Option<Trouble>>,
    /// The last key of the log this tab has read.
    seen: Cell<u64>,
    damage: RefCell<Vec<Corruption>>,
    /// Asked for writing again what somebody cleared.
    holder: RefCell<Option<Holder>>,
    /// Called after something was kept.
    on_kept: RefCell<Option<Box<dyn Fn()>>>,
    /// What the lanes remember of the whole.
    whole: Whole,
}

/// Carries every word down the lanes. Clones share it; whatever is on its way holds one. With the last of them the
/// journal is left: its database is closed, and to other tabs this one is gone.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

impl Keeper {
    /// Opens the lanes of the journal of this name. Never fails: what does not work is in the status.
    pub fn open(journal: &str) -> Self {
        let local = Local::open(journal);
        let device = local
            .get("device")
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| {
                let device = random::device_id();
                // Without storage the device is new at each start, and its copies in a folder are nobody's to clear away.
                let _ = local.set("device", &device.to_string());
                device
            });
        let tab = random::tab_name();
        let status = Status {
            trouble: (!local.works()).then_some(Trouble::Blocked),
            ..Status::default()
        };
        Self(Rc::new(Inner {
            name: journal.into(),
            device,
            tabs: Tabs::join(journal, &tab),
            tab,
            local,
            database: Database::new(journal),
            status: ArcRwSignal::new(status),
            pending: RefCell::default(),
            drafts: Cell::new(0),
            left: RefCell::default(),
            revisions: RefCell::default(),
            settled: RefCell::default(),
            hot_set: Cell::new(false),
            strict_set: Cell::new(false),
            under_way: Cell::new(0),
            owed: RefCell::default(),
            paying: Mutex::default(),
            doubt: Cell::new(false),
            unread: RefCell::default(),
            seen: Cell::new(0),
            damage: RefCell::default(),
            holder: RefCell::default(),
            on_kept: RefCell::default(),
            whole: Whole::default(),
        }))
    }

    /// The device that signs what is written here.
    pub fn device(&self) -> DeviceId {
        self.0.device
    }

    /// Whether the words are safe, as a signal.
    pub fn status(&self) -> ArcRwSignal<Status> {
        self.0.status.clone()
    }

    /// The database, for what is kept beside the journal.
    pub fn database(&self) -> Database {
        self.0.database.clone()
    }

    /// Whether localStorage works.
    pub fn local_works(&self) -> bool {
        self.0.local.works()
    }

    /// Damaged records met so far; their bytes are still where they were.
    pub fn damage(&self) -> Vec<Corruption> {
        self.0.damage.borrow().clone()
    }

    /// Gives the keeper a way to ask for all the page holds.
    pub fn set_holder(&self, holder: impl Fn() -> Vec<Arc<Revision>> + 'static) {
        self.0.holder.replace(Some(Box::new(holder)));
    }

    /// Calls `act` each time something has been kept.
    pub fn set_on_kept(&self, act: impl Fn() + 'static) {
        self.0.on_kept.replace(Some(Box::new(act)));
    }

    /// The name of the journal.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What only this page holds: what the database has refused; in trouble also drafts, as the
    /// revisions they would become; and if the log could not be read `whole`, every current text.
    pub fn not_in_log(&self, whole: bool) -> Vec<Arc<Revision>> {
        let mut all = self.0.owed.borrow().clone();
        if let Some(holder) = self.0.holder.borrow().as_ref().filter(|_| !whole) {
            all.extend(holder());
        }
        // In good times a draft is on its way into the log; as a revision of its own it would one day
        // stand beside what became of it.
        if !whole || self.0.status.with_untracked(|status| status.trouble.is_some()) {
            let pending = self.0.pending.borrow();
            all.extend(pending.values().map(|Pending { draft, .. }| {
                let (base, content) = (draft.base.iter().copied(), draft.content.clone());
                Arc::new(Revision::new(
                    draft.record,
                    base,
                    self.0.device,
                    draft.at,
                    State::Live,
                    content,
                ))
            }));
        }
        all
    }

    /// Empties every lane of the demonstration journal. Any other journal refuses.
    ///
    /// # Errors
    ///
    /// If the browser does not delete its database.
    pub async fn wipe_demonstration(&self) -> Result<(), StoreError> {
        if self.0.name != DEMONSTRATION {
            return Err(StoreError::Blocked);
        }
        self.0.pending.borrow_mut().clear();
        self.0.settled.borrow_mut().clear();
        self.0.owed.borrow_mut().clear();
        self.0.holder.take();
        for key in self.0.local.keys("head:").iter().chain(&self.0.local.keys("hot:")) {
            self.0.local.remove(key);
        }
        self.0.database.delete().await
    }

    /// Calls `hear` with what other tabs write.
    pub fn on_hear(&self, hear: impl Fn(Vec<Revision>) + 'static) {
        // It holds this, and is not to be held by it.
        let keeper = Rc::downgrade(&self.0);
        self.0.tabs.on_hear(move |lines| {
            let (revisions, _) = read_lines(lines.as_bytes());
            let Some(keeper) = keeper.upgrade().map(Self) else {
                return;
            };
            for revision in revisions.iter().filter(|revision| revision.state() == State::Erased) {
                keeper.forget(revision.record());
            }
            hear(revisions);
        });
    }

    // Loading.

    /// Loads what only localStorage still has, once the log is read, and writes it back. `knows` says
    /// what the log had; `take` returns what was new to it.
    ///
    /// Returns the drafts that tabs which are gone left behind.
    pub async fn load_rest(
        &self,
        knows: impl Fn(RecordId, RevisionId) -> bool,
        mut take: impl FnMut(Vec<Revision>) -> Vec<Arc<Revision>>,
    ) -> Vec<Left> {
        let mut only_local = Vec::new();
        let mut used = 0;
        let mut bites = TimeSlicer::begin();
        for key in self.0.local.keys("head:") {
            bites.rest().await;
            let Some(line) = self.0.local.get(&key) else { continue };
            used += local::size(&key, &line);
            let record = key.strip_prefix("head:").and_then(|record| record.parse().ok());
            // Nearly all of them: reading a line by its name alone spares reading and hashing it.
            if record.zip(id_in(&line)).is_some_and(|(record, id)| knows(record, id)) {
                continue;
            }
            let (revisions, damage) = read_lines(line.as_bytes());
            self.0.damage.borrow_mut().extend(damage);
            only_local.extend(take(revisions));
        }
        self.0.local.counted(used);
        self.0.whole.came_back(only_local.len());
        for part in only_local.chunks(PART) {
            self.append(part).await;
        }
        self.left_behind().await
    }

    /// Reads what the log has beyond what this tab has read: other tabs' words, after a sleep too. Answers whether it has
    /// come to the end.
    pub async fn catch_up(&self, take: &mut impl FnMut(Vec<Revision>)) -> bool {
        let read = self.read_on(take).await;
        let unread = read.as_ref().err().map(Trouble::from);
        let before = self.0.unread.replace(unread.clone());
        match unread {
            Some(trouble) => self.trouble(trouble),
            None if before.is_some() => self.0.status.update(|status| {
                status.trouble.take_if(|trouble| before.as_ref() == Some(trouble));
            }),
            None => {}
        }
        read.is_ok()
    }

    async fn read_on(&self, take: &mut impl FnMut(Vec<Revision>)) -> Result<(), StoreError> {
        let mut bites = TimeSlicer::begin();
        let (mut asked, mut ahead) = (VecDeque::new(), 1);
        // One for all: tens of thousands of short lives would leave the memory in pieces.
        let mut bytes = Vec::new();
        let mut from = self.0.seen.get();
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
            self.0.whole.read_in_log(manifest);
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
                take(std::mem::take(&mut some));
                bites.rest().await;
            }
            self.0.seen.set(next);
            if next < to {
                // The end, when this was asked. The questions behind it begin beyond what came in between.
                asked.clear();
                (from, ahead) = (next, 1);
            } else {
                ahead = AHEAD.min(ahead + 1);
            }
        }
    }

    /// Every draft that a dead tab left: of each tab and record the last. Two dead tabs may have left two
    /// drafts of one record, and both were somebody's words.
    async fn left_behind(&self) -> Vec<Left> {
        let alive = self.0.tabs.alive().await.unwrap_or_else(|| vec![self.0.tab.clone()]);
        let dead = |key: &str| {
            key.split_once(':')
                .is_some_and(|(tab, _)| !alive.iter().any(|name| name == tab))
        };
        let kept = self.0.database.drafts().await;
        if let Err(error) = &kept {
            self.report(error);
        }
        let mut texts = kept.unwrap_or_default();
        let in_database: BTreeSet<String> = texts.iter().map(|(key, _)| key.clone()).collect();
        texts.extend(
            self.0
                .local
                .keys("hot:")
                .into_iter()
                .filter_map(|key| Some((key.strip_prefix("hot:")?.to_owned(), self.0.local.get(&key)?))),
        );
        let mut read: BTreeMap<String, Vec<(String, Draft)>> = BTreeMap::new();
        for (key, text) in texts.into_iter().filter(|(key, _)| dead(key)) {
            match Draft::from_text(&text) {
                Some(draft) => read.entry(key).or_default().push((text, draft)),
                // It stays where it is; the person can take its bytes.
                None => self.0.damage.borrow_mut().push(Corruption {
                    bytes: text.into_bytes(),
                    why: RevisionError::NotJson,
                }),
            }
        }
        let mut left = Vec::new();
        for (key, copies) in &read {
            let last = last_words(copies.iter().map(|(_, draft)| draft.clone()));
            left.extend(last.into_iter().map(|draft| Left {
                draft,
                key: key.clone(),
                in_database: in_database.contains(key),
            }));
        }
        self.0.left.replace(read);
        left
    }

    /// Whether a draft that a dead tab left went into a revision before the tab died, or what was typed on after it did.
    /// localStorage forgets late: a browser that is killed brings back drafts that had become revisions long ago.
    pub async fn is_settled(&self, left: &Left) -> bool {
        let Left { draft, key, .. } = left;
        if draft.count.is_some() {
            let settled = self.0.database.settled(draft.record, key).await;
            return settled.is_ok_and(|up_to| up_to.is_some_and(|up_to| number_of(draft) <= up_to));
        }
        // The database forgot a draft in the transaction that kept what became of it.
        !left.in_database && draft.went_on_in(&self.history(draft.record).await, self.0.device)
    }

    /// Forgets the drafts that were read from tabs that are gone, once what they said is kept. Nothing else:
    /// a tab may have died since, and nobody has read its drafts.
    pub async fn forget_left_behind(&self) {
        if !self.0.owed.borrow().is_empty() {
            return;
        }
        let left = self.0.left.take();
        let was_read = |key: &str, text: &str| {
            let read = left.get(key).into_iter().flatten();
            read.into_iter().any(|(known, _)| known == text)
        };
        let kept = self.0.database.drafts().await.unwrap_or_default();
        // One that is not as it was read belongs to somebody who is alive after all.
        let changed = |key: &String| kept.iter().any(|(known, text)| known == key && !was_read(key, text));
        let settled = left
            .iter()
            .filter(|(key, _)| !changed(key))
            .filter_map(|(key, copies)| {
                let number = copies.iter().map(|(_, draft)| number_of(draft)).max()?;
                Some(Settled {
                    record: copies.first()?.1.record,
                    key: key.clone(),
                    number,
                    foreign: true,
                })
            });
        let settled: Vec<_> = settled.collect();
        if self.0.database.append_and_forget(&[], &settled).await.is_ok() {
            for key in left.keys() {
                let hot = format!("hot:{key}");
                if self.0.local.get(&hot).is_some_and(|text| was_read(key, &text)) {
                    self.0.local.remove(&hot);
                }
            }
        }
    }

    /// Before anything is written. The first tab does not know how the last one ended: a power cut may have left half
    /// a record at the end of the browser's own log.
    pub async fn begin_session(&self) {
        // The first tab stays the first whenever it comes back to the journal.
        if self.0.name != DEMONSTRATION && self.0.tabs.is_first().await && self.0.database.begins_session() {
            self.0.database.may_be_torn();
        }
    }

    /// Does what the first write would have to wait for, once the start is over.
    pub async fn make_ready(&self) {
        clock::sleep(STARTED).await;
        if let Err(error) = self.0.database.mend().await {
            self.refused(&error);
        }
    }

    // Drafts.

    fn draft_key(&self, record: RecordId) -> String {
        format!("{}:{record}", self.0.tab)
    }

    /// Takes an unfinished text: in localStorage within 250 ms, in the database within 2 s. The work
    /// is proportional to this text, whatever the size of the journal.
    pub fn draft(&self, draft: Draft) {
        self.waiting(draft.at);
        let number = self.0.drafts.get() + 1;
        self.0.drafts.set(number);
        let count = Some(Count {
            tab: self.0.tab.clone(),
            number,
        });
        let mut pending = self.0.pending.borrow_mut();
        pending.insert(
            draft.record,
            Pending {
                draft: Draft { count, ..draft }.grounded(&self.0.revisions.borrow()),
                hot: true,
                strict: true,
            },
        );
        drop(pending);
        if !self.0.hot_set.replace(true) {
            let keeper = self.clone();
            later(HOT, move || {
                keeper.0.hot_set.set(false);
                keeper.write_hot();
            });
        }
        self.plan_strict(STRICT);
    }

    fn plan_strict(&self, wait: Duration) {
        if !self.0.strict_set.replace(true) {
            let keeper = self.clone();
            later(wait, move || {
                keeper.0.strict_set.set(false);
                leptos::task::spawn_local(async move { keeper.write_strict().await });
            });
        }
    }

    /// Writes drafts to localStorage now.
    fn write_hot(&self) {
        let mut full = None;
        for pending in self.0.pending.borrow_mut().values_mut().filter(|pending| pending.hot) {
            let key = format!("hot:{}", self.draft_key(pending.draft.record));
            match self.0.local.set(&key, &pending.draft.to_text()) {
                Ok(()) => pending.hot = false,
                Err(error) => full = Some(error),
            }
        }
        // A blocked localStorage is said once, when it is opened; a full one must be said now.
        if let Some(full @ StoreError::Full) = full {
            self.refused(&full);
        }
    }

    async fn write_strict(&self) {
        if self.0.doubt.get() && !self.look_back().await {
            return;
        }
        self.pay_owed().await;
        let (records, texts): (Vec<_>, Vec<_>) = {
            let pending = self.0.pending.borrow();
            let open = pending.values().filter(|pending| pending.strict);
            open.map(|pending| {
                let draft = &pending.draft;
                let text = (self.draft_key(draft.record), pending.number(), draft.to_text());
                (draft.record, text)
            })
            .unzip()
        };
        if texts.is_empty() {
            return;
        }
        match self.0.database.put_drafts(&texts).await {
            Ok(()) => {
                for (record, (_, number, _)) in records.into_iter().zip(&texts) {
                    // Typed on in the meantime: that is another draft, and still on its way.
                    if let Some(pending) = self.0.pending.borrow_mut().get_mut(&record)
                        && pending.number() == *number
                    {
                        pending.strict = false;
                    }
                }
                self.kept();
            }
            Err(error) => self.refused(&error),
        }
        if self.0.pending.borrow().values().any(|pending| pending.strict) {
            self.plan_strict(STRICT);
        }
    }

    /// Writes everything that waits, as far as the page's last moment allows.
    pub fn flush(&self) {
        self.write_hot();
        let keeper = self.clone();
        leptos::task::spawn_local(async move { keeper.write_strict().await });
    }

    /// Forgets a draft that came to nothing.
    pub fn drop_draft(&self, record: RecordId) {
        let Some(held) = self.0.pending.borrow_mut().remove(&record) else {
            return;
        };
        self.0.local.remove(&format!("hot:{}", self.draft_key(record)));
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            let settled = [keeper.settled(&held)];
            if keeper.0.database.append_and_forget(&[], &settled).await.is_ok() {
                keeper.settle_waiting();
            }
        });
    }

    fn settled(&self, held: &Pending) -> Settled {
        let record = held.draft.record;
        Settled {
            record,
            key: self.draft_key(record),
            number: held.number(),
            foreign: false,
        }
    }

    /// Notes that what was typed of a record up to now has become this revision. Called at once: more may be typed while
    /// it is on its way.
    pub fn settles(&self, revision: &Revision) {
        let pending = self.0.pending.borrow();
        let held = pending.get(&revision.record());
        if let Some(held) = held.filter(|held| held.draft.content == *revision.content()) {
            let settled = self.settled(held);
            self.0.settled.borrow_mut().insert(revision.id(), settled);
        }
    }

    /// Whether something typed is not yet a revision.
    pub fn has_drafts(&self) -> bool {
        !self.0.pending.borrow().is_empty()
    }

    // Revisions.

    /// Keeps revisions: current texts in localStorage, the other tabs, then the log, strictly. What the database refuses is
    /// tried again until it takes it. What is erased goes in every lane and every tab.
    pub async fn keep(&self, revisions: &[Arc<Revision>]) {
        if revisions.is_empty() {
            return;
        }
        self.waiting(clock::now());
        for revision in revisions {
            if revision.state() == State::Erased {
                self.forget(revision.record());
            } else if revisions.len() <= MANY {
                self.set_head(revision);
            }
        }
        if revisions.len() <= MANY {
            self.0.tabs.tell(&write_lines(revisions));
        }
        // What a revision holds needs no draft any more, unless the person has typed on since.
        for revision in revisions {
            let parents = revision.parents().into();
            self.0.revisions.borrow_mut().insert(revision.id(), parents);
            self.settles(revision);
            let (settled, mut pending) = (self.0.settled.borrow(), self.0.pending.borrow_mut());
            let into_it = settled.get(&revision.id()).map(|settled| settled.number);
            let held = pending.get(&revision.record()).map(Pending::number);
            if held.zip(into_it).is_some_and(|(held, into_it)| held <= into_it) {
                pending.remove(&revision.record());
            }
        }
        self.append(revisions).await;
        if revisions.len() > MANY {
            // Too much for a message; the others read the log.
            self.0.tabs.tell("");
        }
    }

    /// Keeps what comes in parts. Only with the last of them is it whole.
    pub async fn keep_parts(&self, parts: Vec<Vec<Arc<Revision>>>) {
        let others = parts.len().saturating_sub(1);
        self.0.under_way.update(|number| number + others);
        for (left, part) in (0..parts.len()).rev().zip(parts) {
            self.keep(&part).await;
            self.0.under_way.update(|number| number - usize::from(left > 0));
        }
    }

    fn set_head(&self, revision: &Revision) {
        let line = revision.to_line();
        if let Err(full @ StoreError::Full) = self.0.local.set_head(&revision.record().to_string(), &line) {
            self.refused(&full);
        }
    }

    async fn append(&self, revisions: &[Arc<Revision>]) -> bool {
        self.0.under_way.update(|number| number + 1);
        let outcome = self.put(revisions).await;
        self.0.under_way.update(|number| number - 1);
        match outcome {
            Ok(()) => {
                self.kept();
                true
            }
            Err(error) => {
                self.0.owed.borrow_mut().extend(revisions.iter().cloned());
                self.refused(&error);
                false
            }
        }
    }

    /// Has the database keep what stays and destroy what goes, and both lanes forget the drafts it came from.
    async fn put(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        let (erasures, rest): (Vec<_>, Vec<_>) = revisions
            .iter()
            .cloned()
            .partition(|revision| revision.state() == State::Erased);
        if self.0.doubt.get() {
            // Nothing more is said to be kept before it is known what became of the rest.
            self.0.database.look_back().await?;
            self.0.doubt.set(false);
        }
        let settled: Vec<_> = {
            let settled = self.0.settled.borrow();
            let of = |revision: &Arc<Revision>| settled.get(&revision.id()).cloned();
            rest.iter().filter_map(of).collect()
        };
        self.0.database.append_and_forget(&rest, &settled).await?;
        for one in &settled {
            // Typed on since: the next draft lies there or takes its place.
            if !self.0.pending.borrow().contains_key(&one.record) {
                self.0.local.remove(&format!("hot:{}", one.key));
            }
        }
        for revision in revisions {
            self.0.revisions.borrow_mut().remove(&revision.id());
            self.0.settled.borrow_mut().remove(&revision.id());
        }
        for erasure in &erasures {
            self.0.database.erase(erasure).await?;
        }
        Ok(())
    }

    async fn pay_owed(&self) {
        // Whoever comes while somebody pays would pay the same.
        let Some(_one) = self.0.paying.try_lock() else { return };
        let owed: Vec<_> = self.0.owed.borrow().clone();
        for part in owed.chunks(PART) {
            match self.put(part).await {
                Ok(()) => {
                    let paid: BTreeSet<_> = part.iter().map(|revision| revision.id()).collect();
                    self.0.owed.borrow_mut().retain(|held| !paid.contains(&held.id()));
                    self.kept();
                }
                Err(error) => return self.refused(&error),
            }
        }
    }

    /// Every revision of a record, from the log.
    pub async fn history(&self, record: RecordId) -> Vec<Revision> {
        match self.0.database.history(record).await {
            Ok(history) => history,
            Err(error) => {
                self.trouble(Trouble::from(&error));
                Vec::new()
            }
        }
    }

    fn forget(&self, record: RecordId) {
        self.0.pending.borrow_mut().remove(&record);
        let goes = |held: &Arc<Revision>| held.record() == record && held.state() != State::Erased;
        self.0.owed.borrow_mut().retain(|held| !goes(held));
        self.0
            .settled
            .borrow_mut()
            .retain(|_, settled| settled.record != record);
        self.0.local.remove(&format!("head:{record}"));
        self.0.local.remove(&format!("hot:{}", self.draft_key(record)));
    }

    // Pictures.

    /// Keeps a picture.
    ///
    /// # Errors
    ///
    /// Says why it was not kept; the page has been told too.
    pub async fn put_picture(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let kept = self.0.database.put_blob(bytes).await;
        match &kept {
            Ok(_) => {
                self.kept();
                self.count_pictures().await;
            }
            Err(error) => self.refused(error),
        }
        kept
    }

    /// A picture, under an address the page can show.
    pub async fn picture(&self, id: BlobId) -> Option<BlobUrl> {
        let bytes = self.0.database.blob(id).await.ok()??;
        BlobUrl::new(&bytes, media(&bytes)?)
    }

    // Status.

    fn waiting(&self, since: luoxuan::Timestamp) {
        if self.0.status.get_untracked().waiting.is_none() {
            self.0.status.update(|status| status.waiting = Some(since));
        }
    }

    /// Something is on disk. What still waits keeps waiting.
    fn kept(&self) {
        let waits = self.waits();
        let cleared = self.0.database.was_reborn();
        self.0.status.update(|status| {
            status.kept = Some(clock::now());
            if !waits {
                status.waiting = None;
            }
            // A full localStorage is over once its own lane works again, which the next key shows.
            status.trouble.clone_from(&self.0.unread.borrow());
        });
        if cleared {
            self.write_again();
        }
        self.0.whole.kept();
        if let Some(act) = self.0.on_kept.borrow().as_ref() {
            act();
        }
    }

    fn waits(&self) -> bool {
        self.0.under_way.get() > 0
            || !self.0.owed.borrow().is_empty()
            || self.0.pending.borrow().values().any(|pending| pending.strict)
    }

    fn settle_waiting(&self) {
        if !self.waits() {
            self.0.status.update(|status| status.waiting = None);
        }
    }

    /// The database has begun anew, and this page holds what was in it.
    fn write_again(&self) {
        let Some(all) = self.0.holder.borrow().as_ref().map(|holder| holder()) else {
            return;
        };
        self.began_anew(all.len());
        // The keys of its log begin anew too, and drafts it had kept are gone.
        self.0.seen.set(0);
        for pending in self.0.pending.borrow_mut().values_mut() {
            (pending.hot, pending.strict) = (true, true);
        }
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            for revision in all.iter().take(MANY) {
                keeper.set_head(revision);
            }
            let mut parts = all.chunks(PART);
            for part in parts.by_ref() {
                if !keeper.append(part).await {
                    break;
                }
            }
            let rest: Vec<_> = parts.flatten().cloned().collect();
            keeper.0.owed.borrow_mut().extend(rest);
            keeper.write_hot();
            keeper.write_strict().await;
            if !keeper.waits() {
                keeper.trouble(Trouble::Cleared);
            }
        });
    }

    /// Shows on the page what a store has refused.
    pub fn report(&self, error: &StoreError) {
        self.refused(error);
    }

    fn refused(&self, error: &StoreError) {
        self.plan_strict(AGAIN);
        if *error == StoreError::Full {
            let (keeper, before) = (self.clone(), self.0.status.with_untracked(|status| status.kept));
            // What is said of earlier words is looked up first.
            leptos::task::spawn_local(async move {
                let there = keeper.0.database.look_back().await.is_ok();
                // It may have been kept since.
                if keeper.0.status.with_untracked(|status| status.kept) == before {
                    keeper.trouble(if there { Trouble::Full } else { Trouble::NoRoom });
                }
            });
        } else {
            self.trouble(Trouble::from(error));
        }
    }

    /// Once the browser has closed the database, what has been shown as kept is held against the disk: on one without room it
    /// may be gone.
    pub fn look_back_when_closed(&self) {
        let keeper = Rc::downgrade(&self.0);
        self.0.database.set_on_closed(move || {
            if let Some(keeper) = keeper.upgrade().map(Self) {
                keeper.0.doubt.set(true);
                keeper.plan_strict(Duration::ZERO);
            }
        });
    }

    async fn look_back(&self) -> bool {
        match self.0.database.look_back().await {
            Ok(()) => {
                self.0.doubt.set(false);
                self.kept();
                true
            }
            Err(error) => {
                self.refused(&error);
                false
            }
        }
    }

    fn trouble(&self, trouble: Trouble) {
        // Both lanes gone is more than either.
        let trouble = if trouble == Trouble::DatabaseBlocked && !self.0.local.works() {
            Trouble::Blocked
        } else {
            trouble
        };
        let mut status = self.0.status.get_untracked();
        if status.trouble.as_ref() != Some(&trouble) {
            status.trouble = Some(trouble);
            self.0.status.set(status);
        }
    }
}

/// The id a line gives itself. Inside a text the quotes would be escaped, and what it says of pictures
/// stands before it.
fn id_in(line: &str) -> Option<RevisionId> {
    line.rsplit_once("\"id\":\"")?.1.split('"').next()?.parse().ok()
}

fn later(wait: Duration, act: impl FnOnce() + 'static) {
    set_timeout(act, wait);
}
