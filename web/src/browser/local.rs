//! localStorage: current texts and hot drafts. Fast, synchronous, and no promise: the browser writes
//! it to disk when it likes.

use std::cell::Cell;

use gloo_storage::{LocalStorage, Storage};
use luoxuan::store::StoreError;
use wasm_bindgen::{JsCast, JsValue};

/// No more than this many UTF-16 units of current texts; the rest of the 5,242,880 is for drafts
/// and for whoever else lives on this origin.
const CAP: usize = 3_500_000;

/// Room held back, given up when the store is full, so that the words being typed still fit.
const BALLAST: usize = 256 * 1024;

/// The keys of one journal in localStorage.
#[derive(Debug)]
pub struct Local {
    prefix: String,
    works: Cell<bool>,
    /// What the current texts take, once somebody has counted it: at the start nobody waits for that.
    used: Cell<Option<usize>>,
}

fn error_of(error: &JsValue) -> StoreError {
    match error
        .dyn_ref::<web_sys::DomException>()
        .map(web_sys::DomException::name)
        .as_deref()
    {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Other(format!("{error:?}")),
    }
}

/// When a line was written, in milliseconds: canonical lines begin with it.
fn written_at(line: &str) -> i64 {
    let digits = line.strip_prefix("{\"at\":[").and_then(|rest| rest.split(',').next());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// What a text takes. In UTF-8 bytes, which are never fewer than UTF-16 units: the cap is kept.
pub const fn size(key: &str, line: &str) -> usize {
    key.len() + line.len()
}

impl Local {
    /// The keys of the journal of this name. Probes first: gloo's own access would throw where
    /// storage is blocked.
    pub fn open(journal: &str) -> Self {
        let probe = || {
            let storage = web_sys::window()?.local_storage().ok()??;
            let key = format!("luoxuan:{journal}:probe");
            storage.set_item(&key, "1").ok()?;
            storage.remove_item(&key).ok()
        };
        // A full store refuses the probe and still holds words to be read.
        let readable = || web_sys::window()?.local_storage().ok()??.length().ok();
        let works = probe().is_some() || readable().is_some();
        let local = Self {
            prefix: format!("luoxuan:{journal}:"),
            works: Cell::new(works),
            used: Cell::new(None),
        };
        if works && !local.has("ballast") {
            // Without room for ballast there is none; the words come first.
            let _ = local.raw_set("ballast", &"·".repeat(BALLAST));
        }
        local
    }

    /// Whether it can be used at all.
    pub fn works(&self) -> bool {
        self.works.get()
    }

    /// The value of a key of this journal.
    pub fn get(&self, key: &str) -> Option<String> {
        if !self.works() {
            return None;
        }
        LocalStorage::raw()
            .get_item(&format!("{}{key}", self.prefix))
            .ok()
            .flatten()
    }

    /// Whether there is such a key, without fetching its value.
    fn has(&self, key: &str) -> bool {
        let key = JsValue::from(format!("{}{key}", self.prefix));
        self.works() && js_sys::Reflect::has(&LocalStorage::raw(), &key).unwrap_or(false)
    }

    fn used(&self) -> usize {
        let count = || {
            let heads = self.keys("head:");
            let sizes = heads.iter().filter_map(|key| Some(size(key, &self.get(key)?)));
            sizes.sum()
        };
        let used = self.used.get().unwrap_or_else(count);
        self.used.set(Some(used));
        used
    }

    /// Takes over what somebody who has just read all current texts has counted.
    pub fn counted(&self, used: usize) {
        self.used.set(self.used.get().or(Some(used)));
    }

    fn raw_set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if !self.works() {
            return Err(StoreError::Blocked);
        }
        LocalStorage::raw()
            .set_item(&format!("{}{key}", self.prefix), value)
            .map_err(|error| error_of(&error))
    }

    /// Sets a key of this journal, giving up the ballast if that is what it takes.
    ///
    /// # Errors
    ///
    /// [`StoreError::Full`] if it does not fit even so; the old value is still there.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        match self.raw_set(key, value) {
            Err(StoreError::Full) if self.get("ballast").is_some() => {
                self.remove("ballast");
                self.raw_set(key, value)
            }
            result => result,
        }
    }

    /// Whether a current text fits without another making room for it.
    pub fn has_room_for_head(&self, record: &str, line: &str) -> bool {
        self.used() + size("head:", record) + line.len() <= CAP
    }

    /// Sets a current text. Past the cap the texts written longest ago make room; the database keeps
    /// them, as it keeps everything.
    ///
    /// # Errors
    ///
    /// [`StoreError::Full`] if the browser has no room.
    pub fn set_head(&self, record: &str, line: &str) -> Result<(), StoreError> {
        let key = format!("head:{record}");
        let before = self.get(&key).map_or(0, |old| size(&key, &old));
        let (used, now) = (self.used(), size(&key, line));
        if now > CAP {
            // An older text of the record would be worse than none.
            self.remove(&key);
            self.used.set(Some(used.saturating_sub(before)));
            return Ok(());
        }
        if used.saturating_sub(before) + now > CAP {
            self.move_out(CAP / 10 + now, &key);
        }
        self.raw_set(&key, line)?;
        self.used.set(Some(self.used().saturating_sub(before) + now));
        Ok(())
    }

    /// Removes the current texts written longest ago, of at least `room` bytes in all, but not `keep`.
    /// A tenth of the cap at a time, so that looking through all of them is rare.
    fn move_out(&self, room: usize, keep: &str) {
        let mut all: Vec<(i64, usize, String)> = self
            .keys("head:")
            .into_iter()
            .filter(|key| key != keep)
            .filter_map(|key| {
                let line = self.get(&key)?;
                Some((written_at(&line), size(&key, &line), key))
            })
            .collect();
        all.sort_unstable();
        let mut freed = 0;
        for (_, size, key) in all {
            if freed >= room {
                break;
            }
            self.remove(&key);
            freed += size;
        }
        self.used.set(Some(self.used().saturating_sub(freed)));
    }

    /// Removes a key of this journal.
    pub fn remove(&self, key: &str) {
        if self.works() {
            // gloo's own way takes it for granted that this cannot fail; in Firefox, on a damaged file, it does.
            let _ = LocalStorage::raw().remove_item(&format!("{}{key}", self.prefix));
        }
    }

    /// The keys of this journal that begin with `start`, without the journal's own prefix.
    pub fn keys(&self, start: &str) -> Vec<String> {
        if !self.works() {
            return Vec::new();
        }
        let storage = LocalStorage::raw();
        let start = format!("{}{start}", self.prefix);
        (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(&start))
            .filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned))
            .collect()
    }
}
