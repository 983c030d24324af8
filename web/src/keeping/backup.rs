//! The outside lane: copies of the whole journal as files, by hand or into a chosen folder.

use std::future::Future;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};
use luoxuan::journal::write_lines;
use luoxuan::{RecordId, Timestamp};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::copies::{KEEP, archive_name, part_name, too_old, words_name};
use super::{DEMONSTRATION, Keeper, Outside};
use crate::browser::clock::{self, yield_now};
use crate::browser::files::{self, Folder, FolderError};
use crate::browser::storage;
use crate::browser::worker::{Job, WorkerError, bytes, verb};
use crate::i18n::backup as t;
use crate::notebook::Notebook;

/// How old the last copy outside is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Nothing was ever written that needs a copy.
    Empty,
    /// There is no copy, and something to lose since so many days.
    Never(i32),
    /// The last copy is so many days old.
    Days(i32),
}

impl Age {
    /// The class that colours it: amber after 7 days, red after 30.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Never(days) | Self::Days(days) if days > 30 => "red",
            Self::Never(days) | Self::Days(days) if days > 7 => "amber",
            _ => "",
        }
    }
}

/// The folder copies go to by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderState {
    /// This browser has no such thing.
    Impossible,
    /// None is chosen.
    None,
    /// Copies go to the folder of this name.
    Ready(String),
    /// The permission for it has lapsed; a click asks for it again.
    Lapsed(String),
    /// The last copy did not get there.
    Failed(String, FolderError),
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// In words.
    pub what: Words,
    /// How much of it is done, from 0 to 1, where that is known.
    pub done: Option<f64>,
}

/// What the browser answered when asked to keep this site's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Persistence {
    /// Not asked yet.
    #[default]
    Unknown,
    /// It keeps it until the person deletes it.
    Granted,
    /// It may throw it away when the disk is full.
    Refused,
}

impl From<Option<bool>> for Persistence {
    fn from(answer: Option<bool>) -> Self {
        match answer {
            Some(true) => Self::Granted,
            Some(false) => Self::Refused,
            None => Self::Unknown,
        }
    }
}

/// From a kept change to the copy in the folder: not while the person is in the middle of a sentence.
const SOON: Duration = Duration::from_secs(20);

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
            WorkerError::Refused(why) if why.starts_with(verb::NOT_WRITTEN) => self.tell(t::NOT_WRITTEN),
            WorkerError::Refused(text) | WorkerError::Hesitates(text) => self.tell_text(text),
        }
    }

    pub(super) fn tag(self) -> JsValue {
        self.language().tag().into()
    }

    pub(super) fn progress(self, what: Words, done: Option<f64>) {
        self.work.try_set(Some(Work { what, done }));
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

    /// Hands every line of the log to a worker, a piece at a time, and what only this page holds. Answers whether the whole
    /// log could be read.
    pub(super) async fn give_lines(self, keeper: &Keeper, job: &Job) -> bool {
        let database = keeper.database();
        let (mut next, mut whole) = (Some(0), true);
        while let Some(from) = next.take() {
            match database.pieces(from).await {
                Ok(answered) => {
                    whole &= answered.unreadable == 0;
                    for piece in answered.pieces {
                        job.give(verb::LINES, &[piece.into()]);
                    }
                    next = answered.next;
                }
                Err(_) => whole = false,
            }
        }
        for some in keeper.not_in_log(whole).chunks(200) {
            let lines = write_lines(some);
            job.give(verb::LINES, &[Uint8Array::from(lines.as_bytes()).into()]);
            yield_now().await;
        }
        whole
    }

    /// Has a worker make a copy, which goes where it is told to. What waits to be handed on, and whether everything could be
    /// read.
    async fn copy(self, keeper: &Keeper, wish: &Wish) -> Result<(Vec<Blob>, bool), WorkerError> {
        files::clear_desk().await;
        let mut sound = keeper.status().with_untracked(|status| status.trouble.is_none());
        loop {
            let job = Job::start().await?;
            // The worker reads the log; what is not in it only this page has.
            for some in keeper.not_in_log(sound).chunks(200) {
                let lines = write_lines(some);
                job.give(verb::LINES, &[Uint8Array::from(lines.as_bytes()).into()]);
                yield_now().await;
            }
            let with = [
                self.tag(),
                keeper.database().name().into(),
                wish.name.as_str().into(),
                wish.pictures.into(),
                wish.to.clone(),
                wish.folder.into(),
            ];
            let progress = |done| self.progress(t::COPYING, Some(done));
            let answer = job.ask_and_watch(verb::COPY, &with, progress).await?;
            let whole = answer.get(0).is_truthy();
            if whole || !sound {
                let waiting = Array::from(&answer.get(1));
                return Ok((waiting.iter().filter_map(|file| file.dyn_into().ok()).collect(), whole));
            }
            // Once more, with every text this page holds.
            sound = false;
        }
    }

    /// Makes a copy of everything and hands it to the person as a file.
    pub fn save(self) {
        leptos::task::spawn_local(async move {
            self.download().await;
        });
    }

    /// The same, for those who wait for it. Whether there is a copy now.
    pub async fn download(self) -> bool {
        let Some(keeper) = self.keeper.try_get_value() else {
            return false;
        };
        let now = clock::now();
        let name = archive_name(now, keeper.device());
        // What is large goes straight where it is to stay: on its way through the browser it would need its room twice.
        let large = storage::room().await.is_some_and(|room| room.used > LARGE);
        let to = if large && files::can_pick() {
            match files::pick(&name).await {
                Ok(to) => to,
                Err(FolderError::Cancelled) => return false,
                // Too long after the click, or not here.
                Err(_) => JsValue::UNDEFINED,
            }
        } else {
            JsValue::UNDEFINED
        };
        let picked = to.is_object();
        let wish = Wish {
            name,
            pictures: true,
            to,
            folder: false,
        };
        let made = self.alone(t::COPYING, self.copy(&keeper, &wish)).await;
        match made {
            Some(Ok((waiting, whole))) if hand_on(&wish.name, &waiting).is_some() => {
                if whole {
                    self.copied(&keeper, now).await;
                    self.tell(match waiting.len() {
                        0 if picked => t::PICKED,
                        0 | 1 => t::DOWNLOADED,
                        _ => t::DOWNLOADED_IN_PARTS,
                    });
                } else {
                    self.tell(t::INCOMPLETE);
                }
                true
            }
            Some(Err(why)) => {
                self.tell_no_answer(why);
                false
            }
            _ => false,
        }
    }

    /// Makes a copy of the words alone. It is small, and there is always a way to it: where the worker cannot, the lines go
    /// out as they lie in the log.
    pub fn save_words(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let name = words_name(clock::now(), keeper.device());
            let wish = Wish {
                name,
                pictures: false,
                to: JsValue::UNDEFINED,
                folder: false,
            };
            let work = async {
                match self.copy(&keeper, &wish).await {
                    Ok((waiting, whole)) => hand_on(&wish.name, &waiting).map(|()| whole),
                    Err(_) => self.save_lines(&keeper, &wish.name).await,
                }
            };
            match self.alone(t::COPYING, work).await {
                Some(Some(true)) => self.tell(t::WORDS_SAVED),
                Some(Some(false)) => self.tell(t::INCOMPLETE),
                Some(None) => self.tell(t::NO_WORKER),
                None => {}
            }
        });
    }

    /// The lines of the log as a file, without a worker.
    async fn save_lines(self, keeper: &Keeper, name: &str) -> Option<bool> {
        let (lines, database) = (Array::new(), keeper.database());
        let (mut next, mut whole) = (Some(0), true);
        while let Some(from) = next.take() {
            match database.pieces(from).await {
                Ok(answered) => {
                    whole &= answered.unreadable == 0;
                    for piece in &answered.pieces {
                        lines.push(piece);
                    }
                    next = answered.next;
                }
                Err(_) => whole = false,
            }
        }
        for some in keeper.not_in_log(whole).chunks(200) {
            lines.push(&Uint8Array::from(write_lines(some).as_bytes()));
        }
        let file = Blob::new_with_u8_array_sequence(&lines).ok()?;
        files::hand_on(&name.replace(".zip", ".jsonl"), &file)?;
        Some(whole)
    }

    async fn copied(self, keeper: &Keeper, now: Timestamp) {
        self.last.try_set(Some(now));
        if let Some(outside) = keeper.note_outside(now) {
            self.outside.try_set(Some(outside));
        }
        // In trouble there is nowhere to note it; the copy is there all the same.
        let _ = keeper.database().set_meta(COPIED, &stamp(now)).await;
    }

    /// Writes one spiral as a Markdown file and hands it to the person.
    pub fn save_spiral(self, id: RecordId, title: String) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let work = async {
                let job = Job::start().await?;
                self.give_lines(&keeper, &job).await;
                job.ask(verb::SPIRAL, &[id.to_string().into(), self.tag()]).await
            };
            match self.alone(t::COPYING, work).await {
                Some(Ok(answer)) => {
                    let name: String = title
                        .chars()
                        .map(|c| {
                            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                                ' '
                            } else {
                                c
                            }
                        })
                        .take(60)
                        .collect();
                    files::download(&format!("{}.md", name.trim()), "text/markdown", &bytes(&answer.get(0)));
                }
                Some(Err(why)) => self.tell_no_answer(why),
                None => {}
            }
        });
    }

    // After something was kept.

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

    // The folder.

    /// Lets the person choose a folder, and makes a first copy there. Must be called from a click.
    pub fn choose_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            match Folder::choose().await {
                Ok(folder) => {
                    let _ = keeper.database().set_meta(FOLDER, folder.to_keep()).await;
                    self.take_folder(folder, true);
                    self.file(&keeper).await;
                }
                Err(FolderError::Cancelled) => {}
                Err(why) => self.tell(t::folder_error(why)),
            }
        });
    }

    /// Makes a copy in the chosen folder now, asking for permission if it has lapsed. Must be called
    /// from a click.
    pub fn save_to_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let Some(folder) = self.handle.try_get_value().flatten() else {
                return;
            };
            let permitted = folder.permitted(true).await;
            self.take_folder(folder, permitted);
            if permitted && self.file(&keeper).await {
                self.tell(t::FILED);
            }
        });
    }

    /// Stops copying to the folder. What is in it stays.
    pub fn leave_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        self.handle.set_value(None);
        self.folder.set(FolderState::None);
        leptos::task::spawn_local(async move {
            let _ = keeper.database().set_meta(FOLDER, &JsValue::NULL).await;
        });
    }

    async fn file_daily(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        let filed = keeper.database().meta(FILED).await;
        let today = |filed: Timestamp| filed.date() == clock::now().date();
        if !filed.is_ok_and(|filed| moment(&filed).is_some_and(today)) {
            self.file(&keeper).await;
        }
        self.planned.try_set_value(false);
    }

    /// Writes a copy to the folder, reads it back, then lets the oldest go.
    async fn file(self, keeper: &Keeper) -> bool {
        let Some(folder) = self.handle.try_get_value().flatten() else {
            return false;
        };
        let now = clock::now();
        let name = archive_name(now, keeper.device());
        let work = async {
            if !folder.permitted(false).await {
                return Err(FolderError::NoPermission);
            }
            let wish = Wish {
                name: name.clone(),
                pictures: true,
                to: folder.to_keep().clone(),
                folder: true,
            };
            match self.copy(keeper, &wish).await {
                Ok((_, whole)) => Ok(Some(whole)),
                Err(WorkerError::Refused(why)) if why.starts_with(verb::NOT_WRITTEN) => Err(folder_error(&why)),
                Err(why) => {
                    self.tell_no_answer(why);
                    Ok(None)
                }
            }
        };
        match self.alone(t::COPYING, work).await {
            Some(Ok(Some(whole))) => {
                let _ = keeper.database().set_meta(FILED, &stamp(now)).await;
                if !whole {
                    self.tell(t::INCOMPLETE);
                    return false;
                }
                self.copied(keeper, now).await;
                let names = folder.names().await.unwrap_or_default();
                for old in too_old(names, KEEP, &name, keeper.device()) {
                    // An old copy that cannot go is no harm.
                    let _ = folder.remove(&old).await;
                }
                true
            }
            Some(Err(FolderError::NoPermission)) => {
                self.take_folder(folder, false);
                false
            }
            Some(Err(why)) => {
                self.folder.try_set(FolderState::Failed(folder.name(), why));
                self.tell(t::folder_error(why));
                false
            }
            _ => false,
        }
    }
}

/// What kind of copy, and where it goes.
struct Wish {
    name: String,
    pictures: bool,
    /// A file or a folder the person chose; nothing for a download.
    to: JsValue,
    folder: bool,
}

/// A journal with its pictures is large from so many bytes on.
const LARGE: f64 = 200_000_000.0;

/// Why a folder did not take a copy, from what the worker says.
fn folder_error(why: &str) -> FolderError {
    match why.strip_prefix(verb::NOT_WRITTEN) {
        Some("NotAllowedError" | "SecurityError") => FolderError::NoPermission,
        Some(verb::UNVERIFIED) => FolderError::Unverified,
        _ => FolderError::Failed,
    }
}

/// Hands on what waits: one file, or several with their numbers.
fn hand_on(name: &str, waiting: &[Blob]) -> Option<()> {
    match waiting {
        [file] => files::hand_on(name, file),
        _ => {
            for (number, file) in (1..).zip(waiting) {
                files::hand_on(&part_name(name, number), file)?;
            }
            Some(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn an_old_copy_turns_amber_and_then_red() {
        for (days, colour) in [(0, ""), (7, ""), (8, "amber"), (30, "amber"), (31, "red")] {
            assert_eq!(Age::Days(days).colour(), colour);
            assert_eq!(Age::Never(days).colour(), colour);
        }
        assert_eq!(Age::Empty.colour(), "");
    }
}
