//! The outside lane: copies of the whole journal as files, by hand or into a chosen folder.

mod folder;
mod making;
mod state;

use std::future::Future;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::{Either, select};
use leptos::prelude::*;
use luoxuan::Timestamp;
use luoxuan::catalog::{Language, Words};
use wasm_bindgen::JsValue;

pub use self::state::{Age, FolderState, Persistence, Work};
use super::{DEMONSTRATION, Keeper, Outside};
use crate::browser::clock;
use crate::browser::files::Folder;
use crate::browser::storage;
use crate::browser::worker::WorkerError;
use crate::i18n::backup as t;
use crate::notebook::Notebook;

/// From a kept change to the copy in the folder: not while the person is in the middle of a sentence.
const SOON: Duration = Duration::from_secs(20);

/// How often somebody who waits looks whether what is under way has ended.
const A_MOMENT: Duration = Duration::from_millis(50);

const COPIED: &str = "copied";
const SINCE: &str = "since";
const FILED: &str = "filed";
const FOLDER: &str = "folder";

type Say = StoredValue<Box<dyn Fn(String)>, LocalStorage>;

/// Copies outside the browser. Cheap to copy; lives as long as the journal's page.
#[derive(Clone, Copy)]
pub struct Backup {
    /// When the last copy was made; `None` if never, or not yet read.
    pub last: RwSignal<Option<Timestamp>>,
    /// What went into it, as far as localStorage remembers.
    pub outside: RwSignal<Option<Outside>>,
    /// Since when there has been something to copy.
    pub since: RwSignal<Option<Timestamp>>,
    /// What is under way; `None` at rest.
    pub work: RwSignal<Option<Work>>,
    /// The chosen folder.
    pub folder: RwSignal<FolderState>,
    /// What the browser said to `navigator.storage.persist()`.
    pub persistence: RwSignal<Persistence>,
    pub(super) notebook: Notebook,
    keeper: StoredValue<Keeper, LocalStorage>,
    language: Signal<Language>,
    say: Say,
    stop: StoredValue<Option<oneshot::Sender<()>>, LocalStorage>,
    handle: StoredValue<Option<Folder>, LocalStorage>,
    asked: StoredValue<bool>,
    planned: StoredValue<bool>,
    own: bool,
}

/// Time as it lies in the database.
fn moment(value: &JsValue) -> Option<Timestamp> {
    #[allow(clippy::cast_possible_truncation)]
    let millis = value.as_f64()? as i64;
    Some(Timestamp::new(millis, clock::now().offset()))
}

#[allow(clippy::cast_precision_loss)]
fn stamp(moment: Timestamp) -> JsValue {
    JsValue::from_f64(moment.millis() as f64)
}

impl Backup {
    /// Provides it to the page of a journal. `say` shows a sentence to the person.
    pub fn provide(notebook: Notebook, language: Signal<Language>, say: impl Fn(String) + 'static) -> Self {
        let keeper = notebook.keeper();
        let backup = Self {
            last: RwSignal::new(None),
            outside: RwSignal::new(None),
            since: RwSignal::new(None),
            work: RwSignal::new(None),
            folder: RwSignal::new(if Folder::possible() {
                FolderState::None
            } else {
                FolderState::Impossible
            }),
            persistence: RwSignal::new(Persistence::default()),
            notebook,
            own: keeper.name() != DEMONSTRATION,
            keeper: StoredValue::new_local(keeper.clone()),
            language,
            say: StoredValue::new_local(Box::new(say)),
            stop: StoredValue::new_local(None),
            handle: StoredValue::new_local(None),
            asked: StoredValue::new(false),
            planned: StoredValue::new(false),
        };
        provide_context(backup);
        if backup.own {
            keeper.set_on_kept(move || backup.kept());
            leptos::task::spawn_local(backup.look(keeper));
        }
        backup
    }

    /// That of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// How old the last copy is, tracked.
    pub fn age(self) -> Age {
        let days = |moment: Timestamp| (clock::today() - moment.date()).max(0);
        match (self.last.get(), self.since.get()) {
            (Some(last), _) => Age::Days(days(last)),
            (None, Some(since)) => Age::Never(days(since)),
            (None, None) => Age::Empty,
        }
    }

    /// Reads what is known of copies: at the start, and when a page shows it.
    async fn look(self, keeper: Keeper) {
        let database = keeper.database();
        let read = async |key| database.meta(key).await.unwrap_or(JsValue::NULL);
        let (mut last, mut since) = (moment(&read(COPIED).await), moment(&read(SINCE).await));
        let mut outside = keeper.outside();
        // Noted by a clock that was ahead: how old it is nobody knows, and it must not count as new until then.
        let now = clock::now();
        let ahead = |at: Timestamp| at.millis() > now.millis();
        if let Some(copy) = outside.as_mut().filter(|copy| ahead(copy.at)) {
            copy.at = now;
            keeper.remember_outside(copy);
        }
        for (known, key) in [(&mut last, COPIED), (&mut since, SINCE)] {
            if known.is_some_and(ahead) {
                *known = Some(now);
                let _ = database.set_meta(key, &stamp(now)).await;
            }
        }
        last = last.max(outside.as_ref().map(|copy| copy.at));
        self.outside.try_set(outside);
        // What this page has just done is newer than what was read.
        self.last.try_update(|known| *known = (*known).max(last));
        self.since.try_update(|known| *known = since.or(*known));
        self.persistence.try_set(storage::persisted().await.into());
        // Once a folder is at hand its state is known better than a question can tell.
        if self.handle.try_with_value(Option::is_some) != Some(false) {
            return;
        }
        if let Some(folder) = Folder::kept(read(FOLDER).await) {
            let permitted = folder.permitted(false).await;
            self.take_folder(folder, permitted);
        }
    }

    /// Reads again what other tabs may have done.
    pub fn refresh(self) {
        if self.own {
            leptos::task::spawn_local(self.look(self.keeper.get_value()));
        }
    }

    fn take_folder(self, folder: Folder, permitted: bool) {
        let name = folder.name();
        self.handle.try_set_value(Some(folder));
        self.folder.try_set(if permitted {
            FolderState::Ready(name)
        } else {
            FolderState::Lapsed(name)
        });
    }

    pub(super) fn keeper(self) -> Option<Keeper> {
        self.keeper.try_get_value()
    }

    pub(super) fn language(self) -> Language {
        self.language.try_get_untracked().unwrap_or_default()
    }

    pub(super) fn words(self, words: Words) -> &'static str {
        words.in_(self.language())
    }

    fn tell(self, words: Words) {
        self.tell_text(self.words(words).into());
    }

    pub(super) fn tell_text(self, text: String) {
        self.say.try_with_value(|say| say(text));
    }

    pub(super) fn tell_no_answer(self, why: WorkerError) {
        match why {
            WorkerError::Failed => self.tell(t::NO_WORKER),
            WorkerError::Stopped => self.tell(t::STOPPED),
            WorkerError::NotWritten(_) => self.tell(t::NOT_WRITTEN),
            WorkerError::Refused(text) | WorkerError::Hesitates(text) => self.tell_text(text),
        }
    }

    pub(super) fn progress(self, what: Words, done: Option<f64>) {
        self.work.try_set(Some(Work { what, done }));
    }

    /// As [`Backup::alone`], once nothing else is under way: what a person has chosen meanwhile is not passed over without a
    /// word.
    pub(super) async fn in_turn<T>(self, what: Words, work: impl Future<Output = T>) -> Option<T> {
        while self.work.try_get_untracked()?.is_some() {
            clock::sleep(A_MOMENT).await;
        }
        self.alone(what, work).await
    }

    /// Does one thing at a time, and lets the person stop it.
    pub(super) async fn alone<T>(self, what: Words, work: impl Future<Output = T>) -> Option<T> {
        if self.work.try_get_untracked()?.is_some() {
            return None;
        }
        self.progress(what, None);
        let (stop, stopped) = oneshot::channel();
        self.stop.try_set_value(Some(stop));
        let outcome = match select(std::pin::pin!(work), stopped).await {
            Either::Left((outcome, _)) => Some(outcome),
            Either::Right(_) => None,
        };
        self.work.try_set(None);
        outcome
    }

    /// Stops what is under way. Nothing is left half done.
    pub fn cancel(self) {
        if let Some(stop) = self.stop.try_update_value(Option::take).flatten() {
            // It may have ended this very moment.
            let _ = stop.send(());
        }
    }

    async fn copied(self, keeper: &Keeper, now: Timestamp) {
        self.last.try_set(Some(now));
        if let Some(outside) = keeper.note_outside(now) {
            self.outside.try_set(Some(outside));
        }
        // In trouble there is nowhere to note it; the copy is there all the same.
        let _ = keeper.database().set_meta(COPIED, &stamp(now)).await;
    }

    fn kept(self) {
        if self.since.try_get_untracked() == Some(None) {
            let now = clock::now();
            self.since.set(Some(now));
            let database = self.keeper.get_value().database();
            leptos::task::spawn_local(async move {
                let known = database.meta(SINCE).await;
                if known.is_ok_and(|known| known.as_f64().is_none()) {
                    let _ = database.set_meta(SINCE, &stamp(now)).await;
                }
            });
        }
        if self.asked.try_get_value() == Some(false) {
            self.asked.set_value(true);
            leptos::task::spawn_local(async move {
                if storage::persisted().await == Some(false) {
                    self.persistence.try_set(storage::persist().await.into());
                }
            });
        }
        let ready = self
            .folder
            .try_with_untracked(|folder| matches!(folder, FolderState::Ready(_)));
        if ready == Some(true) && self.planned.try_get_value() == Some(false) {
            self.planned.set_value(true);
            set_timeout(move || leptos::task::spawn_local(self.file_daily()), SOON);
        }
    }

    /// Asks the browser again to keep this site's data.
    pub fn ask_to_persist(self) {
        leptos::task::spawn_local(async move {
            self.persistence.try_set(storage::persist().await.into());
        });
    }
}
