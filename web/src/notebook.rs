//! The one handle on application state: reads are tracked, intents are calls.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join;
use leptos::prelude::*;
use luoxuan::journal::oldest_first;
use luoxuan::session::Written;
use luoxuan::text::Finder;
use luoxuan::{Content, Evidence, Index, Journal, Record, RecordId, Revision, RevisionId, State};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::browser::clock::{self, TimeSlicer};
use crate::browser::random;
use crate::finding::{self, Find, Found, FullText};
use crate::keeping::Keeper;
use crate::later::{Going, later};
use crate::place::View;

/// What a reader on the page depends on. A change wakes only those who read what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    /// One record: its heads.
    Record(RecordId),
    /// Everything that belongs to one spiral.
    Members(RecordId),
    /// Spirals, vehicles, terms, profile, settings: the few records every page may need.
    Surroundings,
    /// Any entry, evidence or measure.
    Entries,
}

/// While many records come in, lists are told after so long, in milliseconds, and then each time after twice as long.
const TELL: f64 = 250.0;

/// Adds whom a record concerns, besides those who show it alone; nobody if it is not in the index. At the start each record
/// passes here: none is read.
fn add_topics(index: &Index, record: RecordId, topics: &mut Vec<Topic>) {
    let spiral = index.spiral_of(record).map(Topic::Members);
    if index.surrounds(record) {
        topics.push(Topic::Surroundings);
        topics.extend(spiral);
    } else if index.has_any(record) {
        topics.push(Topic::Entries);
        topics.extend(spiral);
        // Only evidence names the entries that rest on it, and looking for them goes through all that a record says.
        if index.has::<Evidence>(record) {
            let named = index.links(record).into_iter();
            for (_, id) in named.filter(|(field, _)| *field == "entries") {
                topics.push(Topic::Record(id));
                // Their spiral rests on it, whatever it says itself.
                topics.extend(index.spiral_of(id).map(Topic::Members));
            }
        }
    }
}

struct Inner {
    index: RefCell<Index>,
    keeper: Keeper,
    listeners: RefCell<BTreeMap<Topic, ArcTrigger>>,
    loading: ArcRwSignal<bool>,
    damaged: ArcRwSignal<usize>,
    /// Everything written, folded; built when somebody first looks for something.
    full_text: RefCell<Option<Box<dyn Find>>>,
    findable: ArcRwSignal<bool>,
    /// The record whose field somebody is in, and what it said when they came.
    looked_at: RefCell<Option<(RecordId, Vec<RevisionId>)>>,
}

// What goes on after a wait works on this and not on the notebook, which may have been left by then.
impl Inner {
    fn changed(&self, records: &BTreeSet<RecordId>) {
        self.wake(&self.take_over(records));
    }

    /// Takes over what the journal now says of these records, and tells which topics that somebody listens to it
    /// concerns: of a journal on its way in nearly all concerns nobody.
    fn take_over(&self, records: &BTreeSet<RecordId>) -> BTreeSet<Topic> {
        let listeners = self.listeners.borrow();
        let (mut topics, mut concerned) = (BTreeSet::new(), Vec::new());
        for record in records {
            // Before and after: a record may move from one spiral to another, or to the trash.
            add_topics(&self.index.borrow(), *record, &mut concerned);
            self.index.borrow_mut().update(&self.keeper.journal(), *record);
            add_topics(&self.index.borrow(), *record, &mut concerned);
            if concerned.is_empty() {
                // It was out of sight and still is: of concern to those who show what is.
                concerned.push(Topic::Surroundings);
            }
            concerned.push(Topic::Record(*record));
            topics.extend(concerned.drain(..).filter(|topic| listeners.contains_key(topic)));
        }
        if let Some(full_text) = self.full_text.borrow_mut().as_mut() {
            full_text.update(&self.index.borrow(), &mut records.iter().copied());
        }
        topics
    }

    fn wake(&self, topics: &BTreeSet<Topic>) {
        let listeners = self.listeners.borrow();
        let awake: Vec<_> = topics
            .iter()
            .filter_map(|topic| listeners.get(topic).cloned())
            .collect();
        drop(listeners);
        for listener in awake {
            listener.notify();
        }
    }

    /// Reads the log from where this tab has come to. Lists are told a few times: each time they look through
    /// everything, and there may be many years of it.
    ///
    /// Answers which records came apart, and whether it has come to the end.
    async fn read_on(&self) -> (BTreeSet<RecordId>, bool) {
        let (mut torn, mut topics, mut erasures) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        let (mut told, mut wait) = (clock::elapsed(), TELL);
        let whole = self
            .keeper
            .catch_up(&mut |merged| {
                topics.extend(self.take_over(&merged.changed));
                // Looked for here, a few at a time: of a hundred thousand at the end no key would be heard meanwhile.
                let journal = self.keeper.journal();
                let apart = |record: &RecordId| journal.heads(*record).len() > 1;
                torn.extend(merged.changed.into_iter().filter(apart));
                erasures.extend(merged.erasures);
                drop(journal);
                if clock::elapsed() - told > wait {
                    self.wake(&std::mem::take(&mut topics));
                    (told, wait) = (clock::elapsed(), wait * 2.0);
                }
            })
            .await;
        self.wake(&topics);
        // Words the log still has of what was erased: a tab that slept has written them, or an erasure was broken off.
        self.keeper.keep(&erasures.into_values().collect::<Vec<_>>()).await;
        (torn, whole)
    }
}

/// The open journal. Cheap to copy; lives as long as the page that opened it.
#[derive(Clone, Copy)]
pub struct Notebook(StoredValue<Rc<Inner>, LocalStorage>);

impl Notebook {
    /// The notebook of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// A notebook on what `keeper` keeps. Nothing is loaded yet, and writing works at once.
    pub fn new(keeper: Keeper) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            index: RefCell::default(),
            keeper,
            listeners: RefCell::default(),
            loading: ArcRwSignal::new(true),
            damaged: ArcRwSignal::new(0),
            full_text: RefCell::default(),
            findable: ArcRwSignal::new(false),
            looked_at: RefCell::default(),
        })))
    }

    fn inner(self) -> Rc<Inner> {
        self.0.get_value()
    }

    /// What keeps the words.
    pub fn keeper(self) -> Keeper {
        self.inner().keeper.clone()
    }

    // Reading. Each of these is tracked: call it inside a closure of the view or a memo.

    /// Whether older entries are still on their way from storage.
    pub fn loading(self) -> bool {
        self.inner().loading.get()
    }

    /// How many damaged records were met while loading. They are kept as they were.
    pub fn damaged(self) -> usize {
        self.inner().damaged.get()
    }

    fn track(self, topic: Topic) {
        let inner = self.inner();
        let listener = inner.listeners.borrow_mut().entry(topic).or_default().clone();
        listener.track();
    }

    /// Reads from the index what concerns one record.
    pub fn of_record<T>(self, id: RecordId, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Record(id));
        read(&self.inner().index.borrow())
    }

    /// Reads from the index what concerns one spiral and its members.
    pub fn of_spiral<T>(self, id: RecordId, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Record(id));
        self.track(Topic::Members(id));
        read(&self.inner().index.borrow())
    }

    /// Reads from the index what concerns spirals, vehicles, terms, the profile or the settings.
    pub fn of_surroundings<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Surroundings);
        read(&self.inner().index.borrow())
    }

    /// Reads from the index what may concern any entry. Wakes on every change: for lists, not for rows.
    pub fn of_all<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        read(&self.inner().index.borrow())
    }

    /// Reads from the journal itself: trash, conflicts, counts. Wakes on every change.
    pub fn of_journal<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        read(&self.inner().keeper.journal())
    }

    /// Reads from the journal what concerns one record.
    pub fn of_source<T>(self, id: RecordId, read: impl FnOnce(&Journal) -> T) -> T {
        self.track(Topic::Record(id));
        read(&self.inner().keeper.journal())
    }

    /// Reads what is put together from both: a text rests on what the journal says and on how it is sorted. Wakes on
    /// every change.
    pub fn of_both<T>(self, read: impl FnOnce(&Index, &Journal) -> T) -> T {
        self.track(Topic::Entries);
        self.track(Topic::Surroundings);
        let inner = self.inner();
        read(&inner.index.borrow(), &inner.keeper.journal())
    }

    /// The heads of one record: one is the record, several are a conflict.
    pub fn heads(self, id: RecordId) -> Vec<Arc<Revision>> {
        self.track(Topic::Record(id));
        self.inner().keeper.journal().heads(id).to_vec()
    }

    /// The head of a record to show first, tracked.
    pub fn head(self, id: RecordId) -> Option<Arc<Revision>> {
        self.of_source(id, |journal| journal.head(id).cloned())
    }

    /// Whether a newer version of the app wrote a record: here it can be read, not changed. Tracked.
    pub fn is_newer(self, id: RecordId) -> bool {
        self.heads(id).iter().any(|head| head.is_newer())
    }

    /// The ids of the heads now, untracked: what a writer who starts now has in view.
    pub fn base(self, id: RecordId) -> Vec<RevisionId> {
        self.inner()
            .keeper
            .journal()
            .heads(id)
            .iter()
            .map(|head| head.id())
            .collect()
    }

    // Finding.

    /// Makes everything findable, a piece at a time, so that keys are heard in between. Done once.
    pub fn begin_finding(self) {
        let inner = self.inner();
        if inner.full_text.borrow().is_some() {
            return;
        }
        // From now on every change reaches the full text; what is there already follows piece by piece.
        inner.full_text.replace(Some(Box::new(FullText::default())));
        let records: Vec<RecordId> = inner.keeper.journal().records().map(|(record, _)| record).collect();
        leptos::task::spawn_local(async move {
            let mut bites = TimeSlicer::begin();
            for piece in records.chunks(100) {
                if let Some(full_text) = inner.full_text.borrow_mut().as_mut() {
                    full_text.update(&inner.index.borrow(), &mut piece.iter().copied());
                }
                bites.rest().await;
            }
            inner.findable.set(true);
        });
    }

    /// Whether everything that is loaded can be found, tracked.
    pub fn can_find(self) -> bool {
        self.inner().findable.get()
    }

    /// Every record that holds what `finder` looks for, the latest first; tracked.
    pub fn find(self, finder: &Finder) -> Vec<RecordId> {
        let inner = self.inner();
        inner.findable.track();
        self.of_all(|_| {
            inner
                .full_text
                .borrow()
                .as_ref()
                .map(|full_text| full_text.scan(finder))
        })
        .unwrap_or_default()
    }

    /// Found records with the sentence around the hit, and where each leads.
    pub fn show_found(self, records: impl Iterator<Item = RecordId>, finder: &Finder) -> Vec<(Found, View)> {
        let inner = self.inner();
        let index = inner.index.borrow();
        records
            .filter_map(|record| {
                let found = finding::show(&index, record, finder)?;
                Some((found, View::of(&index, record).unwrap_or_default()))
            })
            .collect()
    }

    /// Whether nothing was ever written in it, as far as it has loaded; untracked.
    pub fn is_empty(self) -> bool {
        self.inner().keeper.journal().is_empty()
    }

    // Acting.

    /// Somebody came into a field of this record, or left the one they were in.
    pub fn looks_at(self, id: Option<RecordId>) {
        if let Some(inner) = self.0.try_get_value() {
            inner.looked_at.replace(id.map(|id| (id, self.base(id))));
        }
    }

    /// Writes what a record says and keeps it. Whoever is in a field of it goes on from what it said when they came, if it
    /// said anything.
    pub fn write<R: Record>(self, id: RecordId, record: &R) {
        self.write_content(id, Content::of(record));
    }

    /// The same of a record whose kind is data.
    pub fn write_content(self, id: RecordId, content: Content) {
        let inner = self.inner();
        let seen = inner.looked_at.borrow().clone().filter(|(known, _)| *known == id);
        let in_it = seen.is_some();
        let base = seen.map(|(_, base)| base).filter(|base| !base.is_empty());
        let next = self.write_after(id, &base.unwrap_or_else(|| self.base(id)), content);
        if in_it {
            inner.looked_at.replace(Some((id, next)));
        }
    }

    /// Changes a record that no page may hold any more, if it is still there and no newer version wrote it.
    pub fn change_late<R: Record>(self, id: RecordId, change: impl FnOnce(&mut R)) {
        let now = untrack(|| {
            self.of_source(id, |journal| {
                let head = journal.head(id).filter(|head| head.state() == State::Live)?;
                head.content().read::<R>()
            })
        });
        if let Some(mut record) = now.filter(|_| !untrack(|| self.is_newer(id))) {
            change(&mut record);
            self.write(id, &record);
        }
    }

    /// Writes a new record and keeps it.
    #[allow(clippy::should_implement_trait)] // A record is added to a notebook, not to a number.
    pub fn add<R: Record>(self, record: &R) -> RecordId {
        let id = random::record_id();
        self.write(id, record);
        id
    }

    /// The same of a record whose kind is data.
    pub fn add_content(self, content: Content) -> RecordId {
        let id = random::record_id();
        self.write_content(id, content);
        id
    }

    /// Writes new records and keeps them together.
    pub fn add_all(self, contents: Vec<Content>) -> Vec<RecordId> {
        let records: Vec<_> = contents.into_iter().map(|one| (random::record_id(), one)).collect();
        let ids = records.iter().map(|(id, _)| *id).collect();
        self.show(&self.keeper().act(|session, now| session.write_all(records, now)));
        ids
    }

    /// Writes what a record says after the revisions the writer had in view, and keeps it.
    /// Returns the ids to write after next.
    pub fn write_after(self, id: RecordId, base: &[RevisionId], content: Content) -> Vec<RevisionId> {
        let keeper = self.keeper();
        let Some(written) = keeper.act(|session, now| session.write_after(id, base, content, now)) else {
            return self.base(id);
        };
        let next = written.revisions.iter().map(|revision| revision.id()).collect();
        self.show(&written);
        next
    }

    /// Hands an unfinished text to the lanes. Work is proportional to this text alone.
    pub fn draft(self, id: RecordId, base: &[RevisionId], content: Content) {
        self.keeper().act(|session, now| session.draft(id, base, content, now));
    }

    /// Puts a record into the trash.
    pub fn trash(self, id: RecordId) {
        self.trash_all(&[id]);
    }

    /// Puts records into the trash together: at one moment, by which they are known to belong together.
    pub fn trash_all(self, ids: &[RecordId]) {
        self.show(&self.keeper().act(|session, now| session.trash(ids, now)));
    }

    /// Takes a record out of the trash.
    pub fn restore(self, id: RecordId) {
        self.restore_all(&[id]);
    }

    /// Takes records out of the trash.
    pub fn restore_all(self, ids: &[RecordId]) {
        self.show(&self.keeper().act(|session, now| session.restore(ids, now)));
    }

    /// Erases a record for good, in every lane.
    pub fn erase(self, id: RecordId) {
        self.show(&self.keeper().act(|session, now| session.erase(id, now)));
    }

    /// Every revision of a record, oldest first, from storage.
    pub async fn history(self, id: RecordId) -> Vec<Revision> {
        let Some(inner) = self.0.try_get_value() else {
            return Vec::new();
        };
        oldest_first(inner.keeper.history(id).await)
    }

    /// Takes in revisions from a file: keeps them, then joins what can be joined.
    pub async fn import(self, revisions: Vec<Revision>) -> usize {
        let Some(inner) = self.0.try_get_value() else { return 0 };
        let (merged, job) = inner.keeper.act(|session, now| session.import(revisions, now));
        inner.keeper.finished(job).await;
        inner.changed(&merged.changed);
        join_later(self, merged.changed).await;
        merged.added.len()
    }

    /// Shows what was written, and joins what came apart by it once it is kept.
    fn show(self, written: &Written) {
        let inner = self.inner();
        let changed: BTreeSet<_> = written.revisions.iter().map(|revision| revision.record()).collect();
        if changed.is_empty() {
            return;
        }
        let (kept, joined) = (inner.keeper.finished(written.job), changed.clone());
        leptos::task::spawn_local(async move {
            kept.await;
            // A write on an older base has opened a conflict; often nothing but a join is needed.
            join_later(self, joined).await;
        });
        inner.changed(&changed);
    }

    /// Takes in revisions that another tab keeps.
    pub fn hear(self, revisions: Vec<Revision>) {
        // Other tabs speak to a page that may have gone on to another journal.
        let Some(inner) = self.0.try_get_value() else { return };
        let merged = inner.keeper.act(|session, _| session.hear(revisions));
        if merged.changed.is_empty() {
            return;
        }
        inner.changed(&merged.changed);
        leptos::task::spawn_local(join_later(self, merged.changed));
    }

    /// Joins records that two places changed, wherever nothing gets lost.
    pub async fn join_now(self, records: BTreeSet<RecordId>) {
        let Some(inner) = self.0.try_get_value() else { return };
        let torn: Vec<_> = records
            .into_iter()
            .filter(|record| inner.keeper.journal().heads(*record).len() > 1)
            .collect();
        for record in torn {
            let older: BTreeMap<_, _> = inner
                .keeper
                .history(record)
                .await
                .into_iter()
                .map(|revision| (revision.id(), revision.content().clone()))
                .collect();
            let older = |id| older.get(&id).cloned();
            let joined = inner.keeper.act(|session, now| session.join(record, older, now));
            if !joined.revisions.is_empty() {
                inner.changed(&BTreeSet::from([record]));
                inner.keeper.finished(joined.job).await;
            }
        }
    }

    /// Begins to load and to listen, and does something once everything has loaded. Called once, when
    /// the journal's page opens.
    pub fn start_then(self, then: impl Future<Output = ()> + 'static) {
        let inner = self.inner();
        inner.keeper.look_back_when_closed();
        let asleep = StoredValue::new(false);
        for (name, sleeps) in [("freeze", true), ("resume", false)] {
            let heard = Closure::<dyn Fn()>::new(move || {
                if asleep.try_set_value(sleeps).is_none() && !sleeps {
                    self.look_again();
                }
            });
            // The document alone is told.
            let _ = document().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
            let heard = StoredValue::new_local(heard);
            on_cleanup(move || {
                heard.try_with_value(|heard| {
                    document().remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref())
                });
            });
        }
        inner.keeper.on_hear(move |revisions| {
            // Messages reach a page that was put to sleep, and answers of the database do not: what it begins to read would
            // be closed to all others. Awake again it reads what it missed.
            if asleep.try_get_value() != Some(false) {
                return;
            }
            // An empty message says: too much to send, read the log.
            if revisions.is_empty() {
                self.look_again();
            }
            self.hear(revisions);
        });
        let seen = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Visible {
                // A tab that slept heard nothing.
                self.look_again();
            } else {
                self.keeper().flush();
            }
        });
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.keeper().flush());
        on_cleanup(move || {
            seen.remove();
            left.remove();
        });
        leptos::task::spawn_local(async move {
            self.load().await;
            if self.0.try_get_value().is_some() {
                then.await;
            }
        });
    }

    fn look_again(self) {
        leptos::task::spawn_local(async move {
            self.read_log().await;
        });
    }

    /// Reads the log on and joins what came apart. Answers whether nothing is left to read.
    async fn read_log(self) -> bool {
        let Some(inner) = self.0.try_get_value() else {
            return true;
        };
        let (torn, whole) = inner.read_on().await;
        join_later(self, torn).await;
        whole
    }

    /// Goes on reading where the database did not answer or could not be opened, as long as somebody has the journal open.
    async fn read_the_rest(self) {
        let mut wait = Duration::from_secs(5);
        loop {
            clock::sleep(wait).await;
            if self.read_log().await {
                return;
            }
            wait = (wait * 2).min(Duration::from_mins(1));
        }
    }

    async fn load(self) {
        let Some(inner) = self.0.try_get_value() else { return };
        let begin = join(inner.keeper.begin_session(), inner.keeper.recall());
        let (_, (mut torn, whole)) = join(begin, inner.read_on()).await;
        inner
            .keeper
            .load_rest(|merged| {
                inner.changed(&merged.changed);
                torn.extend(merged.changed);
            })
            .await;
        // A draft left by a tab that is gone is what the teacher last typed: it becomes a revision.
        let left = inner.keeper.left_behind().await;
        let last_words = inner.keeper.act(|session, now| session.take_up(left, now));
        let said: BTreeSet<_> = last_words.revisions.iter().map(|revision| revision.record()).collect();
        torn.extend(said.iter().copied());
        inner.changed(&said);
        inner.keeper.finished(last_words.job).await;
        inner.keeper.forget_left_behind().await;
        inner.damaged.set(inner.keeper.damage().len());
        inner.loading.set(false);
        join_later(self, torn).await;
        if whole {
            self.look_for_loss().await;
        }
        leptos::task::spawn_local(async move {
            inner.keeper.make_ready().await;
            if !whole {
                self.read_the_rest().await;
                self.look_for_loss().await;
            }
        });
    }

    /// Holds what is there against what the lanes remember, and has them remember it from now on.
    async fn look_for_loss(self) {
        let Some(inner) = self.0.try_get_value() else { return };
        let mut loss = inner.keeper.look_for_loss().await;
        if !loss.is_nothing() {
            self.read_log().await;
            loss = inner.keeper.look_for_loss().await;
        }
        inner.keeper.begin_to_remember(loss).await;
    }

    /// Records in the trash, the newest first.
    pub fn trashed(self) -> Vec<Arc<Revision>> {
        self.of_journal(|journal| {
            let mut trashed: Vec<_> = journal
                .records()
                .filter_map(|(id, _)| journal.head(id).filter(|head| head.state() == State::Trashed).cloned())
                .collect();
            trashed.sort_by_key(|head| std::cmp::Reverse(head.at().millis()));
            trashed
        })
    }
}

later! {
    /// Joins records that two places changed, wherever nothing gets lost.
    pub fn joining(arguments: (Notebook, BTreeSet<RecordId>)) -> Going<()> {
        let (notebook, records) = arguments;
        Box::pin(notebook.join_now(records))
    }
}

/// Joins records that two places changed. What cannot be fetched now is joined the next time.
async fn join_later(notebook: Notebook, records: BTreeSet<RecordId>) {
    if let Ok(going) = joining((notebook, records)).await {
        going.await;
    }
}
