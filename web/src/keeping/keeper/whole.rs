//! What each lane remembers of the whole, held at a start against what could be read.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use leptos::prelude::{ArcRwSignal, GetUntracked, Set, set_timeout};
use luoxuan::Timestamp;
use luoxuan::journal::write_lines;
use luoxuan::store::{Loss, Manifest, Missing};

use super::super::Outside;
use super::{DEMONSTRATION, Inner, Keeper};
use crate::browser::clock::TimeSlicer;
use crate::browser::witness;

/// Where localStorage remembers the whole, and what was found missing and nobody has seen to yet.
const MANIFEST: &str = "manifest";
const LOSS: &str = "loss";

/// What the person has seen to: a lane may go on remembering what there was until the next word is kept.
const SEEN: &str = "seen";

/// Where it remembers the last copy outside.
const OUTSIDE: &str = "outside";

/// From a change to the witness: it stands beside both lanes and need not be as quick as either.
const WITNESS: Duration = Duration::from_secs(5);

/// What is remembered of the whole.
#[derive(Default)]
pub(super) struct Whole {
    /// How many pictures the database holds; known once everything has been read and held against what was remembered.
    /// Before that nothing is remembered anew.
    pictures: Cell<Option<usize>>,
    /// What the lanes remembered when this page began.
    remembered: RefCell<Vec<Manifest>>,
    /// The latest that the log remembers, and whether that was found behind the snapshot.
    in_log: RefCell<Manifest>,
    behind: Cell<bool>,
    /// How many texts only localStorage or the snapshot had.
    back: Cell<usize>,
    /// What localStorage was last given to remember.
    given: RefCell<String>,
    /// Whether the witness is to be told.
    planned: Cell<bool>,
    /// Called after something was kept.
    remember: RefCell<Option<Box<dyn Fn()>>>,
    loss: ArcRwSignal<Option<Loss>>,
    /// Whether everything has been read, and is all that the lanes remember.
    sound: ArcRwSignal<bool>,
}

impl Whole {
    /// Takes over what a chunk of the log remembers. What stands there `before` a snapshot's end is read last of all.
    pub(super) fn read_in_log(&self, manifest: Option<String>, before: bool) {
        if let Some(read) = manifest.and_then(|text| text.parse().ok())
            && !(before && self.behind.get())
        {
            self.in_log.replace(read);
            self.behind.set(!before);
        }
    }

    pub(super) fn came_back(&self, texts: usize) {
        self.back.set(self.back.get() + texts);
    }

    /// After something was kept.
    pub(super) fn kept(&self) {
        if let Some(remember) = self.remember.borrow().as_ref() {
            remember();
        }
    }
}

impl Keeper {
    /// What was found missing, as a signal; `None` if nothing was, or the person has seen to it.
    pub fn loss(&self) -> ArcRwSignal<Option<Loss>> {
        self.0.whole.loss.clone()
    }

    /// Whether everything has been read, and is all that the lanes remember; as a signal.
    pub fn is_whole(&self) -> ArcRwSignal<bool> {
        self.0.whole.sound.clone()
    }

    /// What the whole comes to now. Known once it has been read to its end.
    pub fn manifest(&self) -> Option<Manifest> {
        Some(self.figures(self.0.whole.pictures.get()?))
    }

    fn figures(&self, pictures: usize) -> Manifest {
        // Without storage the device is new at each start, and no name of a lane.
        let small = self.0.local.works().then(|| self.device().to_string());
        Manifest {
            tally: self.journal().tally(),
            pictures,
            small: small.unwrap_or_default(),
            large: self.0.database.life().unwrap_or_default(),
        }
    }

    /// Reads what localStorage and the witness remember.
    pub async fn recall(&self) {
        if self.0.name == DEMONSTRATION {
            return;
        }
        let whole = &self.0.whole;
        let texts = [self.0.local.get(MANIFEST), witness::said(&self.0.name).await];
        let read = texts.iter().flatten().filter_map(|text| text.parse().ok());
        whole.remembered.borrow_mut().extend(read);
        let loss = self.0.local.get(LOSS).and_then(|text| text.parse().ok());
        whole.loss.set(loss);
    }

    /// Holds what was remembered against what the page has read, all of it. Answers what is missing. What another window has
    /// kept since the log was read may seem to be: before it is told, read on and look again.
    pub async fn look_for_loss(&self) -> Loss {
        let whole = &self.0.whole;
        let Ok(pictures) = self.0.database.count_pictures().await else {
            return Loss::default();
        };
        let mut remembered = whole.remembered.borrow().clone();
        remembered.push(whole.in_log.borrow().clone());
        Loss::found(&self.figures(pictures), &remembered, whole.back.get())
    }

    /// Tells what was found, and begins to remember the whole anew.
    pub async fn begin_to_remember(&self, found: Loss) {
        let whole = &self.0.whole;
        if self.0.name == DEMONSTRATION {
            // What a person may do with it at will is not missed.
            whole.sound.set(true);
            return;
        }
        let Ok(pictures) = self.0.database.count_pictures().await else {
            return;
        };
        if found.is_nothing() {
            self.0.local.remove(SEEN);
        } else if self.0.local.get(SEEN) != Some(seen(found)) {
            let earlier = whole.loss.get_untracked().unwrap_or_default();
            self.set_loss(Some(earlier.and(found)));
        }
        if self.0.local.get(MANIFEST).is_none() {
            self.fill_local().await;
        }
        whole.pictures.set(Some(pictures));
        whole.sound.set(whole.loss.get_untracked().is_none());
        let keeper = Rc::downgrade(&self.0);
        self.0.database.set_manifest(Some(Box::new({
            let keeper = keeper.clone();
            move || settled(&keeper)?.manifest_beside(1)
        })));
        whole.remember.replace(Some(Box::new(move || {
            if let Some(keeper) = settled(&keeper) {
                keeper.remember();
            }
        })));
        self.remember();
        if !found.is_nothing() {
            // So that nobody goes on remembering what there was. Where that fails it is told once more.
            self.tell_witness().await;
            let _ = self.0.database.put_manifest().await;
        }
    }

    /// What is to be remembered beside at most so many writes that are under way; `None` if there are more.
    fn manifest_beside(&self, writes: usize) -> Option<String> {
        let alone = self.0.session.borrow().under_way() <= writes;
        self.manifest().filter(|_| alone).map(|manifest| manifest.to_string())
    }

    /// Has localStorage remember what the database has acknowledged, and a little later the witness.
    fn remember(&self) {
        let Some(manifest) = self.manifest_beside(0) else {
            return;
        };
        let whole = &self.0.whole;
        if *whole.given.borrow() == manifest {
            return;
        }
        // A full localStorage has been told by whoever wrote a text.
        let _ = self.0.local.set(MANIFEST, &manifest);
        whole.given.replace(manifest);
        if !whole.planned.replace(true) {
            // A journal that is left meanwhile is not held for its sake.
            let keeper = Rc::downgrade(&self.0);
            let tell = move || {
                if let Some(keeper) = keeper.upgrade().map(Keeper) {
                    keeper.0.whole.planned.set(false);
                    leptos::task::spawn_local(async move { keeper.tell_witness().await });
                }
            };
            set_timeout(tell, WITNESS);
        }
    }

    async fn tell_witness(&self) {
        let given = self.0.whole.given.borrow().clone();
        witness::tell(&self.0.name, &given).await;
    }

    /// Lays the current texts into a localStorage that has none, the latest first.
    async fn fill_local(&self) {
        let mut all: Vec<_> = self
            .journal()
            .records()
            .map(|(record, heads)| (record, heads.to_vec()))
            .collect();
        all.sort_unstable_by_key(|(_, heads)| std::cmp::Reverse(heads.iter().map(|head| head.at().millis()).max()));
        let mut bites = TimeSlicer::begin();
        for (record, heads) in all {
            bites.rest().await;
            let (record, lines) = (record.to_string(), write_lines(&heads));
            // Another window may have written a later one just now.
            if self.0.local.get(&format!("head:{record}")).is_some() {
                continue;
            }
            let lines = lines.trim_end();
            if !self.0.local.has_room_for_head(&record, lines) || self.0.local.set_head(&record, lines).is_err() {
                break;
            }
        }
    }

    fn set_loss(&self, loss: Option<Loss>) {
        match loss {
            // Where it cannot be noted it is told for as long as the page is open.
            Some(loss) => drop(self.0.local.set(LOSS, &loss.to_string())),
            None => self.0.local.remove(LOSS),
        }
        self.0.whole.loss.set(loss);
    }

    /// The last copy outside, as far as localStorage remembers.
    pub fn outside(&self) -> Option<Outside> {
        self.0.local.get(OUTSIDE)?.parse().ok()
    }

    /// Has localStorage remember a copy of all there is.
    pub fn note_outside(&self, at: Timestamp) -> Option<Outside> {
        let manifest = self.manifest()?;
        let outside = Outside { at, manifest };
        self.remember_outside(&outside);
        Some(outside)
    }

    /// Has localStorage remember a copy.
    pub fn remember_outside(&self, outside: &Outside) {
        // In trouble there is nowhere to note it; the copy is there all the same.
        let _ = self.0.local.set(OUTSIDE, &outside.to_string());
    }

    /// The person has seen to what was missing.
    pub fn forget_loss(&self) {
        if let Some(loss) = self.0.whole.loss.get_untracked() {
            let _ = self.0.local.set(SEEN, &seen(loss));
        }
        self.set_loss(None);
        self.0.whole.sound.set(true);
    }

    /// Takes off what is missing what a copy brought back since `before`.
    pub async fn restored_since(&self, before: Option<Manifest>) {
        let whole = &self.0.whole;
        if whole.pictures.get().is_some() {
            self.count_pictures().await;
        }
        if let (Some(mut loss), Some((before, after))) = (whole.loss.get_untracked(), before.zip(self.manifest())) {
            loss.missing = loss.missing.after_restoring(&before, &after);
            if loss.missing.is_nothing() {
                self.forget_loss();
            } else {
                self.set_loss(Some(loss));
            }
        }
    }

    /// The database has begun anew under the page, which writes again the `texts` it holds. Earlier versions and pictures are
    /// gone; until the next start nobody remembers the whole.
    pub(super) fn began_anew(&self, texts: usize) {
        let whole = &self.0.whole;
        let was = self.manifest().unwrap_or_default();
        whole.pictures.set(None);
        whole.remember.take();
        self.0.database.set_manifest(None);
        self.0.local.remove(MANIFEST);
        let name = self.0.name.clone();
        leptos::task::spawn_local(async move { witness::tell(&name, "").await });
        let missing = Missing {
            texts: 0,
            versions: was.tally.revisions.saturating_sub(texts),
            pictures: was.pictures,
        };
        let loss = Loss {
            large: true,
            back: texts,
            missing,
            ..Loss::default()
        };
        self.set_loss(Some(whole.loss.get_untracked().unwrap_or_default().and(loss)));
    }

    /// Counts the pictures anew, after one was kept.
    pub(super) async fn count_pictures(&self) {
        let whole = &self.0.whole;
        if whole.pictures.get().is_some()
            && let Ok(pictures) = self.0.database.count_pictures().await
        {
            whole.pictures.set(Some(pictures));
            whole.kept();
        }
    }
}

/// A loss as it is known again: what had come back is there the next time.
fn seen(loss: Loss) -> String {
    Loss { back: 0, ..loss }.to_string()
}

/// The keeper, if it still is there and nothing waits to be tried again.
fn settled(keeper: &Weak<Inner>) -> Option<Keeper> {
    let keeper = Keeper(keeper.upgrade()?);
    let owes = keeper.0.session.borrow().owes();
    (!owes).then_some(keeper)
}
