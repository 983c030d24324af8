//! localStorage: current texts and hot drafts. Fast, synchronous, and no promise: the browser writes
//! it to disk when it likes.

use std::cell::Cell;

use gloo_storage::{LocalStorage, Storage};
use luoxuan::store::StoreError;
use wasm_bindgen::JsCast;

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
    used: Cell<usize>,
}

fn error_of(error: &wasm_bindgen::JsValue) -> StoreError {
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
            used: Cell::new(0),
        };
        if works {
            local.used.set(
                local
                    .keys("head:")
                    .iter()
                    .filter_map(|key| Some(key.len() + local.get(key)?.len()))
                    .sum(),
            );
            if local.get("ballast").is_none() {
                // Without room for ballast there is none; the words come first.
                let _ = local.raw_set("ballast", &"·".repeat(BALLAST));
            }
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

    /// Sets a current text; past the cap it is left to the database.
    ///
    /// # Errors
    ///
    /// [`StoreError::Full`] if the browser has no room.
    pub fn set_head(&self, record: &str, line: &str) -> Result<(), StoreError> {
        let key = format!("head:{record}");
        let before = self.get(&key).map_or(0, |old| key.len() + old.len());
        // Counted in UTF-8 bytes, which are never fewer than UTF-16 units: the cap is kept.
        let after = self.used.get() - before.min(self.used.get()) + key.len() + line.len();
        if after > CAP {
            self.remove(&key);
            self.used.set(self.used.get().saturating_sub(before));
            return Ok(());
        }
        self.raw_set(&key, line)?;
        self.used.set(after);
        Ok(())
    }

    /// Removes a key of this journal.
    pub fn remove(&self, key: &str) {
        if self.works() {
            LocalStorage::delete(format!("{}{key}", self.prefix));
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
