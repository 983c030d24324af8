//! IndexedDB: the lane that carries the promise. Every write is strict, and counts as kept only
//! after its transaction is complete.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{Either, LocalBoxFuture, Shared, select};
use futures::lock::Mutex;
use js_sys::{Array, Object, Reflect, Uint8Array};
use luoxuan::journal::{read_kept_lines, write_lines};
use luoxuan::session::{DraftText, Settled};
use luoxuan::store::{Chunk, Store, StoreError};
use luoxuan::{BlobId, RecordId, Revision, State};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DomException, IdbCursor, IdbCursorDirection, IdbDatabase, IdbIndexParameters, IdbKeyRange, IdbObjectStore,
    IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbRequestReadyState, IdbTransaction, IdbTransactionMode,
};

use super::clock::sleep;
use super::log;
use super::pictures::function;
use super::random;
use crate::later::{Going, ModuleLoadError, later};

/// The layout of the database. A newer one is refused, not changed.
const LAYOUT: u32 = 1;

/// A browser that does not answer for this long will not answer.
const PATIENCE: Duration = Duration::from_secs(8);

/// A chunk of the log holds about this many bytes: little enough to be handed over within a frame.
const CHUNK: u32 = 512 * 1024;

/// The first chunk holds at most this many values, which may be packs; the others no more than so many.
const FIRST: u32 = 8;
const MOST: u32 = 400;

/// A value of the log holds at most about this many bytes of lines.
const PACK: usize = 256 * 1024;

const LOG: &str = "log";
const DRAFTS: &str = "drafts";
const BLOBS: &str = "blobs";
const META: &str = "meta";
const BY_RECORD: &str = "record";
const MANIFEST: &str = "manifest";

/// Of so many values at the end of each chunk the latest that remembers the whole is asked: what is written while
/// something else is on its way remembers nothing.
const LATEST: usize = 8;

/// What a value of the log says of the drafts its revisions came from. Earlier versions look past it.
const NOTES: &str = "drafts";

/// The database of one journal. Clones share it; with the last of them its connection is closed.
#[derive(Clone)]
pub struct Database(Rc<Inner>);

struct Inner {
    name: String,
    open: RefCell<Option<IdbDatabase>>,
    /// Set while it is being opened: whoever needs it meanwhile waits for the same.
    opening: RefCell<Option<Opening>>,
    /// Which life of the database this page knows: it begins anew when somebody deletes it.
    life: RefCell<Option<String>>,
    /// Set when the database was found to have begun anew since this page read it.
    reborn: Cell<bool>,
    /// Set when the connection is gone: the next use opens another.
    lost: Rc<Cell<bool>>,
    log: Rc<Log>,
    /// One at a time erases: each takes lines out of values that hold those of other records too.
    erasing: Mutex<()>,
    /// How many values the next chunk of the log holds.
    chunk: Cell<u32>,
    /// The latest of this page's drafts that was handed over, by its key.
    handed: RefCell<BTreeMap<String, u64>>,
    /// Gives what the log is to remember of the whole beside what it is given next.
    manifest: RefCell<Option<Remember>>,
    /// The last key of the log that this page knows of.
    last: Cell<u64>,
    /// Called when the browser has closed the connection.
    on_closed: Rc<RefCell<Option<Act>>>,
}

type Act = Box<dyn Fn()>;

/// Gives what a place is to remember of the whole; `None` while it cannot be told.
pub type Remember = Box<dyn Fn() -> Option<String>>;

/// What is known of the browser's own log, which all databases of a site share.
#[derive(Default)]
struct Log {
    /// How often half a record may have been left at its end, and how many of these times a new one has been begun since.
    torn: Cell<u32>,
    mended: Cell<u32>,
    /// One at a time begins a new one.
    mending: Mutex<()>,
    /// Whether this page has taken care of how the last session ended.
    known: Cell<bool>,
    /// Whether something has broken off while this page was there.
    broke: Cell<bool>,
}

thread_local!(static OF_THE_SITE: Rc<Log> = Rc::default());

impl Log {
    fn may_be_torn(&self) {
        self.torn.set(self.torn.get() + 1);
    }

    fn broke_off(&self) {
        self.broke.set(true);
        self.may_be_torn();
    }

    fn is_torn(&self) -> bool {
        self.torn.get() != self.mended.get()
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(open) = self.open.take() {
            open.close();
        }
    }
}

type Opening = Shared<LocalBoxFuture<'static, Result<IdbDatabase, StoreError>>>;

/// A question for pieces of the log that is on its way.
pub struct Asked {
    from: u64,
    to: u64,
    values: IdbRequest,
    last: IdbRequest,
}

impl Asked {
    /// The key behind which the next question asks on.
    pub fn to(&self) -> u64 {
        self.to
    }
}

/// What a question for pieces of the log was answered.
pub struct Answered {
    /// The lines as they lie there, unread.
    pub pieces: Vec<Uint8Array>,
    /// How many values are there and the browser could not read.
    pub unreadable: usize,
    /// The key the next pieces stand behind; `None` after the last.
    pub next: Option<u64>,
    /// What the last of them remembers of the whole.
    pub manifest: Option<String>,
}

fn error_of(error: Option<&DomException>) -> StoreError {
    let Some(error) = error else { return StoreError::Closed };
    match error.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        "VersionError" => StoreError::Newer,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" | "NotFoundError" => StoreError::Closed,
        // The browser closes a database it cannot write: on a full disk that is the reason to tell.
        "UnknownError" if error.message().contains("NO_SPACE") => StoreError::Full,
        "UnknownError" if error.message().contains("onnection") => StoreError::Closed,
        // Chromium's words where cookies are off.
        "UnknownError" if error.message().contains("denied permission") => StoreError::Blocked,
        name => StoreError::Other(format!("{name}: {}", error.message())),
    }
}

pub(super) fn thrown(error: &JsValue) -> StoreError {
    error.dyn_ref::<DomException>().map_or_else(
        || StoreError::Other(format!("{error:?}")),
        |error| error_of(Some(error)),
    )
}

async fn with_timeout<T>(answer: oneshot::Receiver<T>) -> Result<T, StoreError> {
    let late = std::pin::pin!(sleep(PATIENCE));
    match select(answer, late).await {
        Either::Left((Ok(answer), _)) => Ok(answer),
        Either::Left((Err(_), _)) => Err(StoreError::Closed),
        Either::Right(_) => Err(StoreError::Silent),
    }
}

/// Waits for a request, which may have been answered already.
pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    if request.ready_state() == IdbRequestReadyState::Done {
        return outcome(request);
    }
    let (done, answer) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let listen = {
        let (done, request) = (done.clone(), request.clone());
        Closure::<dyn Fn()>::new(move || {
            if let Some(done) = done.borrow_mut().take() {
                let _ = done.send(outcome(&request));
            }
        })
    };
    request.set_onsuccess(Some(listen.as_ref().unchecked_ref()));
    request.set_onerror(Some(listen.as_ref().unchecked_ref()));
    let outcome = with_timeout(answer).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    outcome?
}

/// What a request was answered with.
fn outcome(request: &IdbRequest) -> Result<JsValue, StoreError> {
    match request.error() {
        Ok(None) => request.result().map_err(|error| thrown(&error)),
        Ok(Some(error)) => Err(error_of(Some(&error))),
        Err(error) => Err(thrown(&error)),
    }
}

/// Waits until a transaction is complete: only then is anything kept.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let (done, answer) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let tell = |outcome: fn(&IdbTransaction) -> Result<(), StoreError>| {
        let (done, transaction) = (done.clone(), transaction.clone());
        Closure::<dyn Fn()>::new(move || {
            if let Some(done) = done.borrow_mut().take() {
                let _ = done.send(outcome(&transaction));
            }
        })
    };
    let (good, bad) = (
        tell(|_| Ok(())),
        tell(|transaction| Err(error_of(transaction.error().as_ref()))),
    );
    transaction.set_oncomplete(Some(good.as_ref().unchecked_ref()));
    transaction.set_onabort(Some(bad.as_ref().unchecked_ref()));
    // Of several transactions under way when the browser closes a database, Chromium tells the first alone.
    let database = transaction.db();
    let closed = database.add_event_listener_with_callback("close", bad.as_ref().unchecked_ref());
    closed.map_err(|error| thrown(&error))?;
    let outcome = with_timeout(answer).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    // It is only told once.
    let _ = database.remove_event_listener_with_callback("close", bad.as_ref().unchecked_ref());
    outcome?
}

pub(super) fn factory() -> Result<web_sys::IdbFactory, StoreError> {
    web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(StoreError::Blocked)
}

fn build(database: &IdbDatabase) -> Result<(), JsValue> {
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    let log = database.create_object_store_with_optional_parameters(LOG, &numbered)?;
    let many = IdbIndexParameters::new();
    many.set_multi_entry(true);
    log.create_index_with_str_and_optional_parameters(BY_RECORD, "records", &many)?;
    for name in [DRAFTS, BLOBS, META] {
        database.create_object_store(name)?;
    }
    Ok(())
}

impl Database {
    /// The database of the journal of this name. Opened at first use.
    pub fn new(journal: &str) -> Self {
        Self(Rc::new(Inner {
            name: format!("luoxuan:{journal}"),
            open: RefCell::default(),
            opening: RefCell::default(),
            life: RefCell::default(),
            reborn: Cell::new(false),
            lost: Rc::default(),
            log: OF_THE_SITE.with(Rc::clone),
            erasing: Mutex::default(),
            chunk: Cell::new(FIRST),
            handed: RefCell::default(),
            manifest: RefCell::default(),
            last: Cell::new(0),
            on_closed: Rc::default(),
        }))
    }

    /// Calls `act` each time the browser has closed the connection, which it does after it could not write.
    pub fn set_on_closed(&self, act: impl Fn() + 'static) {
        self.0.on_closed.replace(Some(Box::new(act)));
    }

    /// Has the log remember, beside everything it is given from now on, what `remember` gives then. It lies in the values
    /// themselves: a second store in the transaction would cost a fifth of it.
    pub fn set_manifest(&self, remember: Option<Remember>) {
        self.0.manifest.replace(remember);
    }

    fn manifest(&self) -> Option<String> {
        self.0.manifest.borrow().as_ref()?()
    }

    /// The name of this life of the database, once it has been opened.
    pub fn life(&self) -> Option<String> {
        self.0.life.borrow().clone()
    }

    /// Its name among the databases of the site.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether the database began anew since this page first opened it: somebody cleared the site's
    /// data. Asked once; the page then writes again all it holds.
    pub fn was_reborn(&self) -> bool {
        self.0.reborn.replace(false)
    }

    async fn open(&self) -> Result<IdbDatabase, StoreError> {
        if self.0.lost.take()
            && let Some(lost) = self.0.open.borrow_mut().take()
        {
            lost.close();
        }
        if let Some(open) = self.0.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        // Asked to open what it has just closed on a full disk, Chromium takes what broke off for damage and deletes all.
        if self.0.log.broke.get() {
            self.mend().await?;
        }
        let under_way = self.0.opening.borrow().clone();
        let opening = under_way.unwrap_or_else(|| {
            let database = self.clone();
            let opening = async move {
                let opened = database.open_anew().await;
                if let Err(StoreError::Other(_)) = opened {
                    // So does Chromium on a full disk. The next attempt asks for room first.
                    database.0.log.broke_off();
                }
                database.0.opening.take();
                opened
            };
            let opening = opening.boxed_local().shared();
            self.0.opening.replace(Some(opening.clone()));
            opening
        });
        opening.await
    }

    async fn open_anew(&self) -> Result<IdbDatabase, StoreError> {
        let database = opened(&self.0.name, LAYOUT, build).await?;
        // Somebody wants to delete or change the database: make way, and open it again at next use. Or the browser has
        // closed it, which it does after it could not write.
        for (event, torn) in [("versionchange", false), ("close", true)] {
            let (connection, lost, log) = (database.clone(), self.0.lost.clone(), self.0.log.clone());
            let on_closed = self.0.on_closed.clone();
            let leave = Closure::<dyn Fn()>::new(move || {
                connection.close();
                lost.set(true);
                if torn {
                    log.broke_off();
                    if let Some(act) = on_closed.borrow().as_ref() {
                        act();
                    }
                }
            });
            let heard = database.add_event_listener_with_callback(event, leave.as_ref().unchecked_ref());
            heard.map_err(|error| thrown(&error))?;
            // The connection may live longer than whoever asked for it.
            leave.forget();
        }
        // Nobody writes before it is known to be the one this page has read.
        if let Err(error) = self.check_life(&database).await {
            database.close();
            return Err(error);
        }
        self.0.open.replace(Some(database.clone()));
        Ok(database)
    }

    async fn check_life(&self, database: &IdbDatabase) -> Result<(), StoreError> {
        let (transaction, [meta]) = begin(database, [META], IdbTransactionMode::Readwrite)?;
        let known = result(&meta.get(&"life".into()).map_err(|error| thrown(&error))?)
            .await?
            .as_string();
        let life = match known {
            Some(life) => life,
            None => {
                let life = random::tab_name();
                meta.put_with_key(&life.clone().into(), &"life".into())
                    .map_err(|error| thrown(&error))?;
                life
            }
        };
        complete(&transaction).await?;
        if self
            .0
            .life
            .replace(Some(life.clone()))
            .is_some_and(|before| before != life)
        {
            self.0.reborn.set(true);
            self.0.last.set(0);
        }
        Ok(())
    }

    /// Looks whether what this page knows of is still there, and opens the database again if it was closed. What is not is
    /// as if it had begun anew.
    ///
    /// # Errors
    ///
    /// Says why that cannot be known now.
    pub async fn look_back(&self) -> Result<(), StoreError> {
        let (life, known) = (self.0.life.borrow().clone(), self.0.last.get());
        let last = last_of(self.ask(LOG, last_key).await?);
        // Of one that was opened anew meanwhile it is known already, and has been told.
        if last < known && *self.0.life.borrow() == life {
            self.0.reborn.set(true);
        }
        Ok(())
    }

    /// Says that half a record may stand at the end of the browser's own log: before the next write it begins a new one.
    pub fn may_be_torn(&self) {
        self.0.log.may_be_torn();
    }

    /// Whether a session begins with this page, which does not know how the last one ended; true once.
    pub fn begins_session(&self) -> bool {
        !self.0.log.known.replace(true)
    }

    /// Takes care that what is written from now on can be read at the next start. Behind half a record it would be
    /// acknowledged and not read again.
    ///
    /// # Errors
    ///
    /// Says why nothing can be written now.
    pub async fn mend(&self) -> Result<(), StoreError> {
        let log = &self.0.log;
        let _one = log.mending.lock().await;
        // Of what is torn meanwhile the next one takes care.
        let torn = log.torn.get();
        if log.is_torn() {
            log::mend(format!("{}:log", self.0.name)).await?;
            log.mended.set(torn);
        }
        Ok(())
    }

    /// Runs `act` in a strict transaction; once more on a fresh connection if this one was lost.
    async fn write<const N: usize>(
        &self,
        names: [&str; N],
        act: impl Fn(&[IdbObjectStore; N]) -> Result<(), JsValue>,
    ) -> Result<(), StoreError> {
        for attempt in 0..2 {
            self.mend().await?;
            let outcome = self.try_write(names, &act).await;
            match outcome {
                Err(StoreError::Other(why)) if attempt == 0 && counts_too_low(&why) => {
                    self.count_on().await?;
                    continue;
                }
                Err(StoreError::Full | StoreError::Silent | StoreError::Other(_)) => self.0.log.broke_off(),
                Err(StoreError::Closed) if attempt == 0 => {
                    self.0.lost.set(true);
                    continue;
                }
                _ => {}
            }
            return outcome;
        }
        Err(StoreError::Closed)
    }

    /// Has the log count its next keys from its last one. After Chromium has put together again a database of which a file
    /// was gone, the counter may be behind what is there, and whatever is added would bear a name that is taken.
    async fn count_on(&self) -> Result<(), StoreError> {
        let database = self.open().await?;
        let (transaction, [log]) = begin(&database, [LOG], IdbTransactionMode::Readwrite)?;
        let last = last_of(result(&last_key(&log).map_err(|error| thrown(&error))?).await?);
        // A value with a name of its own moves the counter behind it. It says nothing, and is in nobody's way.
        #[allow(clippy::cast_precision_loss)]
        let next = JsValue::from_f64((last + 1) as f64);
        value(&[], &[], &Object::new(), None)
            .and_then(|empty| log.add_with_key(&empty, &next))
            .map_err(|error| thrown(&error))?;
        complete(&transaction).await
    }

    async fn try_write<const N: usize>(
        &self,
        names: [&str; N],
        act: &impl Fn(&[IdbObjectStore; N]) -> Result<(), JsValue>,
    ) -> Result<(), StoreError> {
        let database = self.open().await?;
        // Another write may have broken off while this one waited.
        if self.0.log.is_torn() {
            return Err(StoreError::Closed);
        }
        let (transaction, stores) = begin(&database, names, IdbTransactionMode::Readwrite)?;
        if let Err(error) = act(&stores) {
            let _ = transaction.abort();
            return Err(thrown(&error));
        }
        // Not when the page has heard of each request: it may be busy showing what was written. Where there is no such
        // call the browser does it by itself. Called by name: web-sys binds it with an older signature.
        if let Some(commit) = function(&transaction, "commit") {
            let _ = commit.call0(&transaction);
        }
        complete(&transaction).await
    }

    async fn ask(
        &self,
        name: &str,
        act: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<JsValue, StoreError> {
        let database = self.open().await?;
        let (_, [store]) = begin(&database, [name], IdbTransactionMode::Readonly)?;
        result(&act(&store).map_err(|error| thrown(&error))?).await
    }

    /// Keeps revisions, forgets the drafts they came from, and notes up to which count each draft went into them, in one
    /// transaction: a lane that forgets late may bring an older copy back.
    ///
    /// # Errors
    ///
    /// Says why nothing was kept.
    pub async fn append_and_forget(&self, revisions: &[Arc<Revision>], settled: &[Settled]) -> Result<(), StoreError> {
        // A transaction that says nothing would have to wait for a new log like any other.
        if revisions.is_empty() && settled.is_empty() {
            return Ok(());
        }
        let (mut packs, manifest, added) = (packs(revisions), self.manifest(), RefCell::new(None));
        if packs.is_empty() && settled.iter().any(|one| one.number > 0) {
            // They came to nothing, or to what is in the log already.
            packs.push((String::new(), settled.iter().map(|one| one.record).collect()));
        }
        let add = |log: &IdbObjectStore| -> Result<(), JsValue> {
            for (left, (bytes, records)) in (0..packs.len()).rev().zip(&packs) {
                let of_these = |one: &&Settled| one.number > 0 && records.contains(&one.record);
                let notes = notes(settled.iter().filter(of_these))?;
                // Only with the last of them the whole is there.
                let manifest = manifest.as_deref().filter(|_| left == 0);
                added.replace(Some(log.add(&value(bytes.as_bytes(), records, &notes, manifest)?)?));
            }
            Ok(())
        };
        // A second store in the transaction costs a fifth of it.
        let in_here = |one: &Settled| one.foreign || self.0.handed.borrow().contains_key(&one.key);
        if settled.iter().any(in_here) {
            self.write([LOG, DRAFTS], |[log, kept]| {
                add(log)?;
                for one in settled {
                    // Typed on in the meantime, and that is kept already: it stays.
                    let later = self
                        .0
                        .handed
                        .borrow()
                        .get(&one.key)
                        .is_some_and(|number| *number > one.number);
                    if !later {
                        kept.delete(&one.key.as_str().into())?;
                    }
                }
                Ok(())
            })
            .await?;
        } else {
            self.write([LOG], |[log]| add(log)).await?;
        }
        let last = key_of(added.into_inner().and_then(|added| outcome(&added).ok()));
        self.0.last.set(last.max(self.0.last.get()));
        Ok(())
    }

    /// Keeps unfinished texts, each by its key and with its count.
    ///
    /// # Errors
    ///
    /// Says why they were not kept.
    pub async fn put_drafts(&self, drafts: &[DraftText]) -> Result<(), StoreError> {
        self.write([DRAFTS], |[kept]| {
            for DraftText { key, number, text } in drafts {
                kept.put_with_key(&text.into(), &key.into())?;
                self.0.handed.borrow_mut().insert(key.clone(), *number);
            }
            Ok(())
        })
        .await
    }

    /// Up to which count the draft of this key went into revisions of its record; `None` if it never did.
    ///
    /// # Errors
    ///
    /// Says why that could not be read.
    pub async fn settled(&self, record: RecordId, key: &str) -> Result<Option<u64>, StoreError> {
        let of_record = JsValue::from(record.to_string());
        let values = self
            .ask(LOG, |log| log.index(BY_RECORD)?.get_all_with_key(&of_record))
            .await?;
        // A count of keys is a whole number far below 2^53.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let note = |value: JsValue| {
            let number = Reflect::get(notes_of(&value)?.as_ref(), &key.into()).ok()?;
            Some(number.as_f64()? as u64)
        };
        Ok(Array::from(&values).iter().filter_map(note).max())
    }

    /// Every unfinished text with its key, those of other tabs included.
    ///
    /// # Errors
    ///
    /// Says why they could not be read.
    pub async fn drafts(&self) -> Result<Vec<(String, String)>, StoreError> {
        let (keys, texts) = self
            .pairs(DRAFTS, |drafts| Ok((drafts.get_all_keys()?, drafts.get_all()?)))
            .await?;
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    }

    /// Keys and values, asked for in one transaction: between two of them somebody might write.
    async fn pairs(
        &self,
        name: &str,
        act: impl Fn(&IdbObjectStore) -> Result<(IdbRequest, IdbRequest), JsValue>,
    ) -> Result<(Array, Array), StoreError> {
        let database = self.open().await?;
        let (_, [store]) = begin(&database, [name], IdbTransactionMode::Readonly)?;
        let (keys, values) = act(&store).map_err(|error| thrown(&error))?;
        let keys = Array::from(&result(&keys).await?);
        Ok((keys, Array::from(&result(&values).await?)))
    }

    /// The pieces of the log behind the key `from`.
    ///
    /// # Errors
    ///
    /// Says why they could not be read.
    pub async fn pieces(&self, from: u64) -> Result<Answered, StoreError> {
        self.answer(self.ask_on(from).await?).await
    }

    /// Asks for the pieces behind the key `from`. Several questions may be on their way at once.
    ///
    /// # Errors
    ///
    /// Says why it could not be asked.
    pub async fn ask_on(&self, from: u64) -> Result<Asked, StoreError> {
        let to = from + u64::from(self.0.chunk.get());
        let range = keys_between(from, to)?;
        let database = self.open().await?;
        let (_, [log]) = begin(&database, [LOG], IdbTransactionMode::Readonly)?;
        let values = log.get_all_with_key(&range).map_err(|e| thrown(&e))?;
        // To ask for the keys beside the values would read everything twice.
        let last = last_key(&log).map_err(|e| thrown(&e))?;
        Ok(Asked { from, to, values, last })
    }

    /// What [`Database::pieces`] answers.
    ///
    /// # Errors
    ///
    /// Says why they could not be read.
    pub async fn answer(&self, asked: Asked) -> Result<Answered, StoreError> {
        let Asked { from, to, values, last } = asked;
        let (values, last, unreadable) = match result(&values).await {
            Ok(values) => (Array::from(&values), result(&last).await?, 0),
            // One value whose file is gone must not hide what is beside and behind it.
            Err(StoreError::Other(_)) => self.one_by_one(from, to).await?,
            Err(error) => return Err(error),
        };
        let last = last_of(last);
        self.0.last.set(last.max(self.0.last.get()));
        let manifest = values.iter().rev().take(LATEST).find_map(|value| manifest_of(&value));
        let pieces: Vec<_> = values.iter().map(|value| piece_of(&value)).collect();
        // A journal written by hand has values of a line, one from a file has packs.
        let bytes: u32 = pieces.iter().map(Uint8Array::byte_length).sum();
        let fit = u64::from(CHUNK) * (to - from) / u64::from(bytes.max(1));
        self.0
            .chunk
            .set(u32::try_from(fit).unwrap_or(MOST).clamp(FIRST / 4, MOST));
        Ok(Answered {
            pieces,
            unreadable,
            next: (from < last).then_some(to.min(last)),
            manifest,
        })
    }

    /// Values of the log behind the key `from` up to `to`, the last key, and how many of them cannot be read.
    async fn one_by_one(&self, from: u64, to: u64) -> Result<(Array, JsValue, usize), StoreError> {
        let range = keys_between(from, to)?;
        let keys = self.ask(LOG, |log| log.get_all_keys_with_key(&range)).await?;
        let (values, mut unreadable) = (Array::new(), 0);
        for key in Array::from(&keys).iter() {
            match self.ask(LOG, |log| log.get(&key)).await {
                Ok(value) => drop(values.push(&value)),
                Err(StoreError::Other(_)) => unreadable += 1,
                Err(error) => return Err(error),
            }
        }
        Ok((values, self.ask(LOG, last_key).await?, unreadable))
    }

    /// A small value kept beside the journal: a folder handle, the day of the last copy.
    ///
    /// # Errors
    ///
    /// Says why it could not be read.
    pub async fn meta(&self, key: &str) -> Result<JsValue, StoreError> {
        self.ask(META, |store| store.get(&key.into())).await
    }

    /// Keeps such a value.
    ///
    /// # Errors
    ///
    /// Says why it was not kept.
    pub async fn set_meta(&self, key: &str, value: &JsValue) -> Result<(), StoreError> {
        self.write([META], |[store]| store.put_with_key(value, &key.into()).map(drop))
            .await
    }

    /// Has the log remember the whole as it is now, with nothing new beside it.
    ///
    /// # Errors
    ///
    /// Says why it was not kept.
    pub async fn put_manifest(&self) -> Result<(), StoreError> {
        let manifest = self.manifest();
        self.write([LOG], |[log]| {
            log.add(&value(&[], &[], &Object::new(), manifest.as_deref())?)
                .map(drop)
        })
        .await
    }

    /// How many pictures it holds.
    ///
    /// # Errors
    ///
    /// Says why they could not be counted.
    pub async fn count_pictures(&self) -> Result<usize, StoreError> {
        let count = self.ask(BLOBS, IdbObjectStore::count).await?.as_f64();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = count.unwrap_or(0.0) as usize;
        Ok(count)
    }

    /// Deletes the whole database.
    ///
    /// # Errors
    ///
    /// Says why it is still there.
    pub async fn delete(&self) -> Result<(), StoreError> {
        if let Some(open) = self.0.open.borrow_mut().take() {
            open.close();
        }
        self.0.life.take();
        let request = factory()?
            .delete_database(&self.0.name)
            .map_err(|error| thrown(&error))?;
        result(&request).await.map(drop)
    }
}

/// Opens a database, which `build` lays out if there is none of this layout yet.
pub(super) async fn opened(
    name: &str,
    layout: u32,
    build: impl Fn(&IdbDatabase) -> Result<(), JsValue> + 'static,
) -> Result<IdbDatabase, StoreError> {
    let request: IdbOpenDbRequest = factory()?.open_with_u32(name, layout).map_err(|error| thrown(&error))?;
    let upgrade = {
        let request = request.clone();
        Closure::<dyn Fn()>::new(move || {
            let made = request
                .result()
                .ok()
                .and_then(|made| made.dyn_into::<IdbDatabase>().ok());
            if let Some(made) = made {
                // If building fails the transaction aborts and the request reports it.
                let _ = build(&made);
            }
        })
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    result(&request).await?.dyn_into().map_err(|_| StoreError::Closed)
}

pub(super) fn begin<const N: usize>(
    database: &IdbDatabase,
    names: [&str; N],
    mode: IdbTransactionMode,
) -> Result<(IdbTransaction, [IdbObjectStore; N]), StoreError> {
    let all: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    let mode: &str = if mode == IdbTransactionMode::Readonly {
        "readonly"
    } else {
        "readwrite"
    };
    // Called by name: the binding for the durability hint is not a stable part of web-sys.
    let strict = Object::new();
    Reflect::set(&strict, &"durability".into(), &"strict".into()).map_err(|error| thrown(&error))?;
    let transaction: IdbTransaction = function(database, "transaction")
        .ok_or(StoreError::Closed)?
        .call3(database, &all, &mode.into(), &strict)
        .map_err(|error| thrown(&error))?
        .dyn_into()
        .map_err(|_| StoreError::Closed)?;
    let mut stores = Vec::with_capacity(N);
    for name in names {
        stores.push(transaction.object_store(name).map_err(|error| thrown(&error))?);
    }
    let stores = stores.try_into().map_err(|_| StoreError::Closed)?;
    Ok((transaction, stores))
}

/// Lines in packs of bounded size, each with the records it speaks of.
fn packs(revisions: &[Arc<Revision>]) -> Vec<(String, Vec<RecordId>)> {
    let mut packs: Vec<(String, Vec<RecordId>)> = Vec::new();
    for revision in revisions {
        let line = write_lines([revision]);
        match packs.last_mut() {
            Some((bytes, records)) if bytes.len() + line.len() <= PACK => {
                bytes.push_str(&line);
                records.push(revision.record());
            }
            _ => packs.push((line, vec![revision.record()])),
        }
    }
    for (_, records) in &mut packs {
        records.sort_unstable();
        records.dedup();
    }
    packs
}

/// The keys of the log behind `from` up to `to`.
fn keys_between(from: u64, to: u64) -> Result<IdbKeyRange, StoreError> {
    // They are whole numbers counted from 1, far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    let (after, until) = (JsValue::from_f64(from as f64), JsValue::from_f64(to as f64));
    IdbKeyRange::bound_with_lower_open_and_upper_open(&after, &until, true, false).map_err(|error| thrown(&error))
}

/// Whether a key was taken already that nobody had chosen.
fn counts_too_low(why: &str) -> bool {
    why.starts_with("ConstraintError")
}

fn last_key(log: &IdbObjectStore) -> Result<IdbRequest, JsValue> {
    log.open_key_cursor_with_range_and_direction(&JsValue::UNDEFINED, IdbCursorDirection::Prev)
}

/// The key that [`last_key`] was answered with; 0 if there is none.
fn last_of(cursor: JsValue) -> u64 {
    let cursor = cursor.dyn_into::<IdbCursor>().ok();
    key_of(cursor.and_then(|last| last.key().ok()))
}

fn key_of(key: Option<JsValue>) -> u64 {
    // A whole number counted from 1, far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let key = key.and_then(|key| key.as_f64()).unwrap_or(0.0) as u64;
    key
}

/// Up to which count drafts went into revisions, by their keys.
fn notes<'a>(settled: impl Iterator<Item = &'a Settled>) -> Result<Object, JsValue> {
    let notes = Object::new();
    for one in settled {
        // Far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let number = JsValue::from_f64(one.number as f64);
        Reflect::set(&notes, &one.key.as_str().into(), &number)?;
    }
    Ok(notes)
}

fn notes_of(value: &JsValue) -> Option<Object> {
    Reflect::get(value, &NOTES.into()).ok()?.dyn_into().ok()
}

fn value(lines: &[u8], records: &[RecordId], notes: &Object, manifest: Option<&str>) -> Result<JsValue, JsValue> {
    let value = Object::new();
    if Object::keys(notes).length() > 0 {
        Reflect::set(&value, &NOTES.into(), notes)?;
    }
    Reflect::set(&value, &"bytes".into(), &Uint8Array::from(lines))?;
    let records: Array = records.iter().map(|record| JsValue::from(record.to_string())).collect();
    Reflect::set(&value, &"records".into(), &records)?;
    if let Some(manifest) = manifest {
        Reflect::set(&value, &MANIFEST.into(), &manifest.into())?;
    }
    Ok(value.into())
}

/// Whether a draft's key is of the record of this name.
fn is_of(key: &JsValue, name: &str) -> bool {
    key.as_string().is_some_and(|key| key.ends_with(name))
}

fn manifest_of(value: &JsValue) -> Option<String> {
    Reflect::get(value, &MANIFEST.into()).ok()?.as_string()
}

fn piece_of(value: &JsValue) -> Uint8Array {
    Reflect::get(value, &"bytes".into())
        .ok()
        .and_then(|bytes| bytes.dyn_into().ok())
        .unwrap_or_default()
}

fn lines_of(value: &JsValue) -> Vec<u8> {
    piece_of(value).to_vec()
}

impl Store for Database {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        self.append_and_forget(revisions, &[]).await
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        let answered = self.pieces(from).await?;
        let mut chunk = Chunk {
            next: answered.next,
            ..Chunk::default()
        };
        for piece in answered.pieces {
            let (revisions, damage) = read_kept_lines(&piece.to_vec());
            chunk.revisions.extend(revisions);
            chunk.damage.extend(damage);
        }
        Ok(chunk)
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let key = JsValue::from(record.to_string());
        let values = self
            .ask(LOG, |log| log.index(BY_RECORD)?.get_all_with_key(&key))
            .await?;
        let mut history: Vec<Revision> = Vec::new();
        for value in Array::from(&values).iter() {
            for revision in read_kept_lines(&lines_of(&value)).0 {
                if revision.record() == record && history.iter().all(|known| known.id() != revision.id()) {
                    history.push(revision);
                }
            }
        }
        Ok(history)
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        let _one = self.0.erasing.lock().await;
        let record = erasure.record();
        let name = record.to_string();
        let key = JsValue::from(&name);
        let (keys, values) = self
            .pairs(LOG, |log| {
                let log = log.index(BY_RECORD)?;
                Ok((log.get_all_keys_with_key(&key)?, log.get_all_with_key(&key)?))
            })
            .await?;
        let drafts = Array::from(&self.ask(DRAFTS, IdbObjectStore::get_all_keys).await?);
        let drafts: Vec<_> = drafts.iter().filter(|key| is_of(key, &name)).collect();
        let kept: Vec<(JsValue, Vec<u8>, Vec<RecordId>, Object)> = keys
            .iter()
            .zip(values.iter())
            .map(|(key, value)| {
                let bytes = lines_of(&value);
                let (mut lines, mut records) = (Vec::new(), Vec::new());
                for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                    match Revision::from_line(line.trim_ascii()) {
                        Ok(revision) if revision.record() == record && revision.state() != State::Erased => {}
                        other => {
                            records.extend(other.ok().map(|revision| revision.record()));
                            lines.extend_from_slice(line);
                        }
                    }
                }
                let notes = notes_of(&value).unwrap_or_default();
                for key in Object::keys(&notes).iter() {
                    if is_of(&key, &name) {
                        // A plain object lets go of any property.
                        let _ = Reflect::delete_property(&notes, &key);
                    }
                    let of = key
                        .as_string()
                        .and_then(|key| key.rsplit(':').next()?.parse::<RecordId>().ok());
                    records.extend(of.filter(|of| *of != record));
                }
                (key, lines, records, notes)
            })
            .collect();
        let (added, manifest) = (write_lines([erasure]), self.manifest());
        self.write([LOG, DRAFTS], |[log, unfinished]| {
            for key in &drafts {
                unfinished.delete(key)?;
            }
            for (key, lines, records, notes) in &kept {
                if lines.is_empty() && Object::keys(notes).length() == 0 {
                    log.delete(key)?;
                } else {
                    log.put_with_key(&value(lines, records, notes, None)?, key)?;
                }
            }
            log.add(&value(
                added.as_bytes(),
                &[record],
                &Object::new(),
                manifest.as_deref(),
            )?)
            .map(drop)
        })
        .await
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        let kept = Uint8Array::from(bytes);
        self.write([BLOBS], |[blobs]| {
            blobs.put_with_key(&kept, &id.to_string().into()).map(drop)
        })
        .await?;
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.ask(BLOBS, |blobs| blobs.get(&id.to_string().into())).await?;
        let bytes = found.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
        Ok(bytes.filter(|bytes| BlobId::of(bytes) == id))
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        let keys = Array::from(&self.ask(BLOBS, IdbObjectStore::get_all_keys).await?);
        Ok(keys.iter().filter_map(|key| key.as_string()?.parse().ok()).collect())
    }
}

later! {
    /// Destroys the words of a record.
    pub fn erasing(arguments: (Database, Arc<Revision>)) -> Going<Result<(), StoreError>> {
        let (database, erasure) = arguments;
        Box::pin(async move { database.erase(&erasure).await })
    }
}

impl Database {
    /// As [`Store::erase`], by the second module.
    ///
    /// # Errors
    ///
    /// Also [`StoreError::Closed`] if that cannot be fetched now.
    pub async fn erase_later(&self, erasure: Arc<Revision>) -> Result<(), StoreError> {
        let going = erasing((self.clone(), erasure)).await;
        going.map_err(|ModuleLoadError| StoreError::Closed)?.await
    }
}
