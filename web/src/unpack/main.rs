//! Unpacks what the one file carries, piece by piece, so that nobody waits for a page that stands still. It runs before
//! everything else, and is a program of its own.
#![allow(unsafe_code)] // The macro that lets a script call this declares foreign functions; there is no other.

use std::io::{Cursor, Read};

use lzma_rust2::LzmaReader;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The most that unpacking may take, in kibibytes: a dictionary as large as all that is packed.
const MEMORY: u32 = 65_536;

/// What is packed, as far as it is unpacked.
#[wasm_bindgen]
pub struct Unpacking(LzmaReader<Cursor<Vec<u8>>>);

#[wasm_bindgen]
impl Unpacking {
    /// Begins.
    ///
    /// # Errors
    ///
    /// If these bytes were not packed by `cargo xtask`, or do not begin as they did.
    #[wasm_bindgen(constructor)]
    pub fn new(packed: Vec<u8>) -> Result<Self, JsError> {
        LzmaReader::new_mem_limit(Cursor::new(packed), MEMORY, None)
            .map(Self)
            .map_err(|error| JsError::new(&error.to_string()))
    }

    /// The next bytes, no more than these; none at the end.
    ///
    /// # Errors
    ///
    /// If the rest is damaged.
    pub fn next(&mut self, at_most: usize) -> Result<Vec<u8>, JsError> {
        let mut bytes = vec![0; at_most];
        let read = self
            .0
            .read(&mut bytes)
            .map_err(|error| JsError::new(&error.to_string()))?;
        bytes.truncate(read);
        Ok(bytes)
    }
}

fn main() {}
