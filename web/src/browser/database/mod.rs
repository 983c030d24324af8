//! IndexedDB: the lane that carries the promise. Every write is strict, and counts as kept only
//! after its transaction is complete.

mod broken_off;
mod drafts;
mod idb;
mod pieces;
mod snapshot;
mod store;
mod value;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{LocalBoxFuture, Shared};
use futures::lock::Mutex;
use js_sys::{Array, Object};
use luoxuan::store::StoreError;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    IdbDatabase, IdbIndexParameters, IdbObjectStore, IdbObjectStoreParameters, IdbRequest, IdbTransactionMode,
};

use self::broken_off::{Log, OF_THE_SITE};
pub(super) use self::idb::{begin, complete, factory, from_js, opened, result};
pub use self::pieces::{Answered, Asked};
use self::snapshot::AskedSnapshot;
pub use self::snapshot::{AskedParts, KeptPart};
use self::value::{counts_too_low, last_key, last_of, value};
use super::pictures::function;
use super::{log, random};

/// The layout of the database. A newer one is refused, not changed.
const LAYOUT: u32 = 1;

const LOG: &str = "log";
const DRAFTS: &str = "drafts";
const BLOBS: &str = "blobs";
const META: &str = "meta";
const BY_RECORD: &str = "record";

/// The first chunk of the log that is read holds at most this many values, which may be packs.
const FIRST: u32 = 8;

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
    /// What was asked while nobody could read it yet.
    asked: RefCell<Option<oneshot::Receiver<Option<AskedSnapshot>>>>,
}

type Act = Box<dyn Fn()>;

/// Gives what a place is to remember of the whole; `None` while it cannot be told.
pub type Remember = Box<dyn Fn() -> Option<String>>;

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(open) = self.open.take() {
            open.close();
        }
    }
}

type Opening = Shared<LocalBoxFuture<'static, Result<IdbDatabase, StoreError>>>;

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
            asked: RefCell::default(),
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
            self.repair().await?;
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
            heard.map_err(|error| from_js(&error))?;
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
        let known = result(&meta.get(&"life".into()).map_err(|error| from_js(&error))?)
            .await?
            .as_string();
        let life = match known {
            Some(life) => life,
            None => {
                let life = random::tab_name();
                meta.put_with_key(&life.clone().into(), &"life".into())
                    .map_err(|error| from_js(&error))?;
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
    pub async fn repair(&self) -> Result<(), StoreError> {
        let log = &self.0.log;
        let _one = log.repairing.lock().await;
        // Of what is torn meanwhile the next one takes care.
        let torn = log.torn.get();
        if log.is_torn() {
            log::repair(format!("{}:log", self.0.name)).await?;
            log.repaired.set(torn);
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
            self.repair().await?;
            let _one = self.0.log.writing.lock().await;
            let outcome = self.try_write(names, &act).await;
            match outcome {
                Err(StoreError::Other(why)) if attempt == 0 && counts_too_low(&why) => {
                    self.count_on().await?;
                    continue;
                }
                Err(StoreError::Full | StoreError::Silent | StoreError::Other(_)) => self.0.log.broke_off(),
                Err(StoreError::Closed) if attempt == 0 => {
                    // A transaction that breaks off with the connection may be told of before the connection is.
                    if !self.0.lost.replace(true) {
                        self.0.log.broke_off();
                    }
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
        let last = last_of(result(&last_key(&log).map_err(|error| from_js(&error))?).await?);
        // A value with a name of its own moves the counter behind it. It says nothing, and is in nobody's way.
        #[allow(clippy::cast_precision_loss)]
        let next = JsValue::from_f64((last + 1) as f64);
        value(&[], &[], &Object::new(), None)
            .and_then(|empty| log.add_with_key(&empty, &next))
            .map_err(|error| from_js(&error))?;
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
            return Err(from_js(&error));
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
        result(&act(&store).map_err(|error| from_js(&error))?).await
    }

    /// Keys and values, asked for in one transaction: between two of them somebody might write.
    async fn pairs(
        &self,
        name: &str,
        act: impl Fn(&IdbObjectStore) -> Result<(IdbRequest, IdbRequest), JsValue>,
    ) -> Result<(Array, Array), StoreError> {
        let database = self.open().await?;
        let (_, [store]) = begin(&database, [name], IdbTransactionMode::Readonly)?;
        let (keys, values) = act(&store).map_err(|error| from_js(&error))?;
        let keys = Array::from(&result(&keys).await?);
        Ok((keys, Array::from(&result(&values).await?)))
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
            .map_err(|error| from_js(&error))?;
        result(&request).await.map(drop)
    }
}
