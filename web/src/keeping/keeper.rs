//! The one object that carries words down the lanes: it drives a [`Session`], does what that asks for in this browser, and
//! tells it what came of it.

mod loading;
mod recall;
mod whole;

use std::cell::{Cell, Ref, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::{ArcRwSignal, Set, WithUntracked, set_timeout};
use luoxuan::format::media;
use luoxuan::journal::{Corruption, read_lines, write_lines};
use luoxuan::session::{Command, Job, Leftovers, Seen, Session, Status, Ticket};
use luoxuan::store::{Store, StoreError};
use luoxuan::{BlobId, DeviceId, Index, Journal, RecordId, Revision, Timestamp};

use self::recall::Recalled;
use self::whole::Whole;
use crate::browser::clock;
use crate::browser::database::Database;
use crate::browser::local::Local;
use crate::browser::pictures::BlobUrl;
use crate::browser::random;
use crate::browser::tabs::Tabs;

/// So long the start is left alone by what can wait.
const STARTED: Duration = Duration::from_secs(2);

/// The name of the one journal that may be emptied.
pub const DEMONSTRATION: &str = "demo";

struct Inner {
    name: String,
    local: Local,
    database: Database,
    tabs: Tabs,
    session: RefCell<Session>,
    /// What the session says of the words, as a signal.
    status: ArcRwSignal<Status>,
    /// Who waits for what.
    waiting: RefCell<Vec<(Job, oneshot::Sender<()>)>>,
    /// What was read of the drafts that dead tabs left.
    left: RefCell<Leftovers>,
    /// Whether this is the first tab of its journal; not asked of the demonstration.
    first: Cell<bool>,
    /// The last key of the log this tab has read.
    seen: Cell<u64>,
    recalled: Cell<Recalled>,
    damage: RefCell<Vec<Corruption>>,
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
        let tabs = Tabs::join(journal, &tab);
        let session = Session::new(device, tab, local.works());
        let database = Database::new(journal);
        database.ask_ahead();
        Self(Rc::new(Inner {
            name: journal.into(),
            status: ArcRwSignal::new(session.status().clone()),
            session: RefCell::new(session),
            tabs,
            local,
            database,
            waiting: RefCell::default(),
            left: RefCell::default(),
            first: Cell::new(false),
            seen: Cell::new(0),
            recalled: Cell::default(),
            damage: RefCell::default(),
            on_kept: RefCell::default(),
            whole: Whole::default(),
        }))
    }

    /// The device that signs what is written here.
    pub fn device(&self) -> DeviceId {
        self.0.session.borrow().device()
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

    /// Calls `act` each time something has been kept.
    pub fn set_on_kept(&self, act: impl Fn() + 'static) {
        self.0.on_kept.replace(Some(Box::new(act)));
    }

    /// The name of the journal.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Everything this tab knows.
    pub fn journal(&self) -> Ref<'_, Journal> {
        Ref::map(self.0.session.borrow(), Session::journal)
    }

    /// Everything this tab knows, found by what it says, as [`reindex`](Self::reindex) has left it.
    pub fn index(&self) -> Ref<'_, Index> {
        Ref::map(self.0.session.borrow(), Session::indexed)
    }

    /// Has the index take over what has changed; see [`Session::reindex`].
    pub fn reindex(&self, see: &mut dyn FnMut(&Index, RecordId, Seen)) -> BTreeSet<RecordId> {
        self.0.session.borrow_mut().reindex(see)
    }

    /// What only this page holds; see [`Session::not_in_log`].
    pub fn not_in_log(&self, whole: bool) -> Vec<Arc<Revision>> {
        self.0.session.borrow().not_in_log(whole)
    }

    /// Whether something typed is not yet a revision.
    pub fn has_drafts(&self) -> bool {
        self.0.session.borrow().has_drafts()
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
        self.0.session.borrow_mut().forget_all();
        for key in self.0.local.keys("head:").iter().chain(&self.0.local.keys("hot:")) {
            self.0.local.remove(key);
        }
        self.0.database.delete().await
    }

    // Driving.

    /// Has the session do something now, and does what that asks for.
    pub fn act<T>(&self, act: impl FnOnce(&mut Session, Timestamp) -> T) -> T {
        let done = act(&mut self.0.session.borrow_mut(), clock::now());
        self.carry_out_all();
        done
    }

    /// Does what the session asks for, until it asks for nothing more.
    fn carry_out_all(&self) {
        loop {
            let commands = self.0.session.borrow_mut().take_commands();
            if commands.is_empty() {
                break;
            }
            self.show();
            for command in commands {
                self.carry_out(command);
            }
        }
        self.show();
    }

    /// Comes to an end when the job does.
    pub fn finished(&self, job: Option<Job>) -> impl Future<Output = ()> + 'static + use<> {
        let end = job.map(|job| {
            let (tell, end) = oneshot::channel();
            self.0.waiting.borrow_mut().push((job, tell));
            end
        });
        async move {
            if let Some(end) = end {
                let _ = end.await;
            }
        }
    }

    /// Keeps revisions; see [`Session::keep`]. Done once they are kept, or owed.
    pub async fn keep(&self, revisions: &[Arc<Revision>]) {
        let job = self.act(|session, now| session.keep(revisions.to_vec(), now));
        self.finished(job).await;
    }

    /// Writes everything that waits, as far as the page's last moment allows.
    pub fn flush(&self) {
        self.act(Session::flush);
    }

    /// Forgets a draft that came to nothing.
    pub fn drop_draft(&self, record: RecordId) {
        self.act(|session, _| session.drop_draft(record));
    }

    fn carry_out(&self, command: Command) {
        let local = &self.0.local;
        let refused = |key: Option<&str>, error: &StoreError| {
            self.0.session.borrow_mut().small_refused(key, error);
        };
        match command {
            Command::KeepDraft(draft) => {
                if let Err(error) = local.set(&format!("hot:{}", draft.key), &draft.text) {
                    refused(Some(&draft.key), &error);
                }
            }
            Command::ForgetDraft(key) => local.remove(&format!("hot:{key}")),
            Command::KeepHeads(record, heads) => {
                if let Err(error) = local.set_head(&record.to_string(), write_lines(&heads).trim_end()) {
                    refused(None, &error);
                }
            }
            Command::ForgetHeads(record) => local.remove(&format!("head:{record}")),
            Command::Tell(revisions) => self.0.tabs.tell(&write_lines(&revisions)),
            Command::WakeAfter(wait, alarm) => {
                let keeper = self.clone();
                set_timeout(move || keeper.act(|session, now| session.wake(alarm, now)), wait);
            }
            Command::Finished(job) => {
                // Whoever waits is told by its end.
                self.0.waiting.borrow_mut().retain(|(awaited, _)| *awaited != job);
            }
            Command::Kept => {
                self.0.whole.kept();
                if let Some(act) = self.0.on_kept.borrow().as_ref() {
                    act();
                }
            }
            Command::BeganAnew(texts) => {
                self.began_anew(texts);
                self.0.seen.set(0);
                self.0.recalled.set(Recalled::Ended(None));
            }
            Command::Append(ticket, ..)
            | Command::Erase(ticket, _)
            | Command::PutDrafts(ticket, _)
            | Command::LookBack(ticket) => {
                let keeper = self.clone();
                leptos::task::spawn_local(async move { keeper.ask(ticket, command).await });
            }
        }
    }

    async fn ask(&self, ticket: Ticket, command: Command) {
        let database = &self.0.database;
        let outcome = match command {
            Command::Append(_, revisions, settled) => database.append_and_forget(&revisions, &settled).await,
            Command::Erase(_, erasure) => database.erase_later(erasure).await,
            Command::PutDrafts(_, drafts) => database.put_drafts(&drafts).await,
            _ => database.look_back().await,
        };
        let anew = outcome.is_ok() && database.was_reborn();
        self.act(|session, now| session.answer(ticket, outcome, anew, now));
    }

    fn show(&self) {
        let status = self.0.session.borrow().status().clone();
        if self.0.status.with_untracked(|shown| *shown != status) {
            self.0.status.set(status);
        }
    }

    /// Shows on the page what a store has refused.
    pub fn report(&self, error: &StoreError) {
        self.act(|session, _| session.refused(error));
    }

    /// Once the browser has closed the database, what has been shown as kept is held against the disk: on one without room it
    /// may be gone.
    pub fn look_back_when_closed(&self) {
        let keeper = Rc::downgrade(&self.0);
        self.0.database.set_on_closed(move || {
            if let Some(keeper) = keeper.upgrade().map(Self) {
                keeper.act(|session, _| session.closed());
            }
        });
    }

    /// Calls `receive` with what other tabs write; of nothing at all the others mean that the log is to be read.
    pub fn on_receive(&self, receive: impl Fn(Vec<Revision>) + 'static) {
        self.0
            .tabs
            .on_receive(move |lines| receive(read_lines(lines.as_bytes()).0));
    }

    /// Every revision of a record, from the log.
    pub async fn history(&self, record: RecordId) -> Vec<Revision> {
        match self.0.database.history(record).await {
            Ok(history) => history,
            Err(error) => {
                self.act(|session, _| session.unreadable(&error));
                Vec::new()
            }
        }
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
                let anew = self.0.database.was_reborn();
                self.act(|session, now| session.kept_beside(anew, now));
                self.count_pictures().await;
            }
            Err(error) => self.report(error),
        }
        kept
    }

    /// A picture, under an address the page can show.
    pub async fn picture(&self, id: BlobId) -> Option<BlobUrl> {
        let bytes = self.0.database.blob(id).await.ok()??;
        BlobUrl::new(&bytes, media(&bytes)?)
    }
}
