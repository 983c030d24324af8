//! Values of the log, as they lie in the database, and their keys.

use std::sync::Arc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use luoxuan::journal::write_lines;
use luoxuan::session::Settled;
use luoxuan::store::StoreError;
use luoxuan::{RecordId, Revision};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection, IdbKeyRange, IdbObjectStore, IdbRequest};

use super::idb::from_js;

/// A value of the log holds at most about this many bytes of lines.
const PACK: usize = 256 * 1024;

/// What a value of the log says of the drafts its revisions came from. Earlier versions look past it.
const NOTES: &str = "drafts";

const MANIFEST: &str = "manifest";

/// Lines in packs of bounded size, each with the records it speaks of.
pub(super) fn packs(revisions: &[Arc<Revision>]) -> Vec<(String, Vec<RecordId>)> {
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
pub(super) fn keys_between(from: u64, to: u64) -> Result<IdbKeyRange, StoreError> {
    // They are whole numbers counted from 1, far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    let (after, until) = (JsValue::from_f64(from as f64), JsValue::from_f64(to as f64));
    IdbKeyRange::bound_with_lower_open_and_upper_open(&after, &until, true, false).map_err(|error| from_js(&error))
}

/// Whether a key was taken already that nobody had chosen.
pub(super) fn counts_too_low(why: &str) -> bool {
    why.starts_with("ConstraintError")
}

pub(super) fn last_key(log: &IdbObjectStore) -> Result<IdbRequest, JsValue> {
    log.open_key_cursor_with_range_and_direction(&JsValue::UNDEFINED, IdbCursorDirection::Prev)
}

/// The key that [`last_key`] was answered with; 0 if there is none.
pub(super) fn last_of(cursor: JsValue) -> u64 {
    let cursor = cursor.dyn_into::<IdbCursor>().ok();
    key_of(cursor.and_then(|last| last.key().ok()))
}

pub(super) fn key_of(key: Option<JsValue>) -> u64 {
    // A whole number counted from 1, far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let key = key.and_then(|key| key.as_f64()).unwrap_or(0.0) as u64;
    key
}

/// Up to which count drafts went into revisions, by their keys.
pub(super) fn notes<'a>(settled: impl Iterator<Item = &'a Settled>) -> Result<Object, JsValue> {
    let notes = Object::new();
    for one in settled {
        // Far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let number = JsValue::from_f64(one.number as f64);
        Reflect::set(&notes, &one.key.as_str().into(), &number)?;
    }
    Ok(notes)
}

pub(super) fn notes_of(value: &JsValue) -> Option<Object> {
    Reflect::get(value, &NOTES.into()).ok()?.dyn_into().ok()
}

pub(super) fn value(
    lines: &[u8],
    records: &[RecordId],
    notes: &Object,
    manifest: Option<&str>,
) -> Result<JsValue, JsValue> {
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
pub(super) fn is_of(key: &JsValue, name: &str) -> bool {
    key.as_string().is_some_and(|key| key.ends_with(name))
}

pub(super) fn manifest_of(value: &JsValue) -> Option<String> {
    Reflect::get(value, &MANIFEST.into()).ok()?.as_string()
}

pub(super) fn piece_of(value: &JsValue) -> Uint8Array {
    Reflect::get(value, &"bytes".into())
        .ok()
        .and_then(|bytes| bytes.dyn_into().ok())
        .unwrap_or_default()
}

pub(super) fn lines_of(value: &JsValue) -> Vec<u8> {
    piece_of(value).to_vec()
}
