//! The journal's database, read beside the page. Nothing is written here: the page is the one way in.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use js_sys::{Array, Reflect, Uint8Array};
use luoxuan::format::Picture;
use luoxuan::journal::{Corruption, read_kept_lines};
use luoxuan::{BlobId, Revision};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbTransactionMode};

use super::js::answer;

/// Values are read together as long as they hold about so many bytes.
const CHUNK: u32 = 1 << 20;
const FIRST: u32 = 8;
const MOST: u32 = 1000;

/// So many bytes of values that have been read stay at hand: lines that follow each other in time often lie together.
const AT_HAND: usize = 16 << 20;

/// A value holds fewer lines than this.
const LINES: u64 = 1 << 20;

/// The log of a journal.
pub(crate) struct Log {
    /// Nothing where there is no database, or none that can be opened.
    open: Option<IdbDatabase>,
    at_hand: BTreeMap<u64, Vec<Option<Arc<Revision>>>>,
    /// What is at hand, the longest there first, with how many bytes it is.
    order: VecDeque<(u64, usize)>,
    bytes: usize,
    /// Lines that only the page has, with places of their own.
    extra: Vec<Arc<Revision>>,
}

impl Log {
    /// Opens the database of this name, if it is there, beside the lines that only the page has.
    pub(crate) async fn open(name: &str, extra: Vec<Arc<Revision>>) -> Self {
        Self {
            open: open(name).await.ok(),
            at_hand: BTreeMap::new(),
            order: VecDeque::new(),
            bytes: 0,
            extra,
        }
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        let open = self.open.as_ref().ok_or(JsValue::NULL)?;
        let step = open.transaction_with_str_and_mode(name, IdbTransactionMode::Readonly)?;
        step.object_store(name)
    }

    /// Gives every revision with its place, and every line that cannot be read. Answers whether all could be read that is
    /// there.
    pub(crate) async fn each(
        &self,
        mut revision: impl FnMut(u64, Revision),
        mut aside: impl FnMut(Corruption),
        mut progress: impl FnMut(f64),
    ) -> Result<bool, JsValue> {
        for (line, it) in (0..).zip(&self.extra) {
            revision(line, Revision::clone(it));
        }
        if self.open.is_none() {
            return Ok(false);
        }
        let (mut from, mut count, mut whole, mut seen) = (0.0, FIRST, true, 0);
        let all = answer(self.store("log")?.count()?).await?.as_f64().unwrap_or_default();
        loop {
            let range = IdbKeyRange::lower_bound_with_open(&from.into(), true)?;
            let keys = answer(self.store("log")?.get_all_keys_with_key_and_limit(&range, count)?).await?;
            let keys = Array::from(&keys);
            let Some(last) = keys.iter().last().and_then(|key| key.as_f64()) else {
                break;
            };
            let until = IdbKeyRange::bound_with_lower_open(&from.into(), &last.into(), true)?;
            let values = match answer(self.store("log")?.get_all_with_key(&until)?).await {
                Ok(values) => Array::from(&values),
                // One value whose file is gone must not hide what is beside it.
                Err(_) => self.one_by_one(&keys).await?,
            };
            let mut bytes = 0;
            for (key, value) in keys.iter().zip(values.iter()) {
                let key = key_of(&key);
                let Some(piece) = piece_of(&value) else {
                    whole = false;
                    continue;
                };
                bytes += piece.byte_length();
                let (revisions, damage) = read_kept_lines(&piece.to_vec());
                for (line, it) in (0..).zip(revisions) {
                    revision(key * LINES + line, it);
                }
                damage.into_iter().for_each(&mut aside);
            }
            seen += keys.length();
            progress(f64::from(seen) / all.max(1.0));
            let fit = u64::from(CHUNK) * u64::from(keys.length()) / u64::from(bytes.max(1));
            count = u32::try_from(fit).unwrap_or(MOST).clamp(1, MOST);
            from = last;
        }
        Ok(whole)
    }

    async fn one_by_one(&self, keys: &Array) -> Result<Array, JsValue> {
        let values = Array::new();
        for key in keys.iter() {
            values.push(&answer(self.store("log")?.get(&key)?).await.unwrap_or(JsValue::NULL));
        }
        Ok(values)
    }

    /// The revisions at these places; fewer, if some are no longer there.
    pub(crate) async fn at(&mut self, places: &[u64]) -> Result<Vec<Arc<Revision>>, JsValue> {
        let mut found = Vec::new();
        // No more values at once than stay at hand.
        for some in places.chunks(500) {
            // What is at hand first: to make room for the others, it may have to go.
            let mut wanted = BTreeMap::new();
            for place in some {
                let at = usize::try_from(place % LINES).unwrap_or(usize::MAX);
                let known = match place / LINES {
                    0 => Some(self.extra.get(at).cloned()),
                    key => self.at_hand.get(&key).map(|lines| lines.get(at).cloned().flatten()),
                };
                if let Some(known) = known {
                    wanted.insert(*place, known);
                }
            }
            let missing = some.iter().filter(|place| !wanted.contains_key(place));
            let missing: BTreeSet<u64> = missing.map(|place| place / LINES).collect();
            let mut asked = Vec::new();
            for key in missing {
                #[allow(clippy::cast_precision_loss)] // Whole numbers far below 2^53.
                asked.push((key, self.store("log")?.get(&(key as f64).into())?));
            }
            for (key, request) in asked {
                let bytes = piece_of(&answer(request).await?).map_or_else(Vec::new, |piece| piece.to_vec());
                let lines: Vec<_> = read_kept_lines(&bytes)
                    .0
                    .into_iter()
                    .map(|it| Some(Arc::new(it)))
                    .collect();
                for (place, line) in some
                    .iter()
                    .filter(|place| *place / LINES == key)
                    .zip(std::iter::repeat(&lines))
                {
                    let at = usize::try_from(place % LINES).unwrap_or(usize::MAX);
                    wanted.insert(*place, line.get(at).cloned().flatten());
                }
                self.keep(key, bytes.len(), lines);
            }
            found.extend(some.iter().filter_map(|place| wanted.get(place).cloned().flatten()));
        }
        Ok(found)
    }

    fn keep(&mut self, key: u64, bytes: usize, lines: Vec<Option<Arc<Revision>>>) {
        self.at_hand.insert(key, lines);
        self.order.push_back((key, bytes));
        self.bytes += bytes;
        while self.bytes > AT_HAND
            && let Some((key, bytes)) = self.order.pop_front()
        {
            self.at_hand.remove(&key);
            self.bytes -= bytes;
        }
    }

    /// The ids of all pictures, in order.
    pub(crate) async fn pictures(&self) -> Result<Vec<BlobId>, JsValue> {
        if self.open.is_none() {
            return Ok(Vec::new());
        }
        let keys = answer(self.store("blobs")?.get_all_keys()?).await?;
        let mut ids: Vec<_> = Array::from(&keys)
            .iter()
            .filter_map(|key| key.as_string()?.parse().ok())
            .collect();
        ids.sort_unstable();
        Ok(ids)
    }

    /// A picture; `None` if it is not there, or not what it was.
    pub(crate) async fn picture(&self, id: BlobId) -> Result<Option<Picture>, JsValue> {
        let found = answer(self.store("blobs")?.get(&id.to_string().into())?).await?;
        let picture = found
            .dyn_into::<Uint8Array>()
            .ok()
            .map(|bytes| Picture::new(bytes.to_vec()));
        Ok(picture.filter(|picture| picture.id() == id))
    }
}

async fn open(name: &str) -> Result<IdbDatabase, JsValue> {
    let factory: IdbFactory = Reflect::get(&js_sys::global(), &"indexedDB".into())?.dyn_into()?;
    let request = factory.open(name)?;
    // Where there is none, none is to be made: the page would take it for its own.
    let none = {
        let request = request.clone();
        Closure::<dyn Fn()>::new(move || {
            if let Some(making) = request.transaction() {
                let _ = making.abort();
            }
        })
    };
    request.set_onupgradeneeded(Some(none.as_ref().unchecked_ref()));
    let open = answer(request.unchecked_into()).await?.dyn_into::<IdbDatabase>()?;
    // Whoever wants to delete it is not kept waiting.
    let leave = {
        let open = open.clone();
        Closure::<dyn Fn()>::new(move || open.close())
    };
    open.set_onversionchange(Some(leave.as_ref().unchecked_ref()));
    leave.forget();
    Ok(open)
}

fn key_of(key: &JsValue) -> u64 {
    // They are whole numbers counted from 1, far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let key = key.as_f64().unwrap_or(0.0) as u64;
    key
}

fn piece_of(value: &JsValue) -> Option<Uint8Array> {
    Reflect::get(value, &"bytes".into()).ok()?.dyn_into().ok()
}

impl Drop for Log {
    fn drop(&mut self) {
        if let Some(open) = &self.open {
            open.close();
        }
    }
}
