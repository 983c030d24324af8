//! Revisions and the drafts they came from.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Array, Reflect};
use luoxuan::session::{DraftText, Settled};
use luoxuan::store::StoreError;
use luoxuan::{RecordId, Revision};
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::idb::outcome;
use super::value::{key_of, notes, notes_of, packs, value};
use super::{BY_RECORD, DRAFTS, Database, LOG};

impl Database {
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
}
