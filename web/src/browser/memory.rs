//! The module's memory, in steps that grow with it.

use std::cell::Cell;
use std::hint::black_box;

/// A page of WebAssembly's memory, in bytes.
const PAGE: usize = 65_536;

/// The least and the most it grows by at once, in bytes.
const STEP: (usize, usize) = (4 << 20, 32 << 20);

/// Lets the memory grow by a quarter at once if it has grown since this was last asked. To be called now and then by
/// whoever fills it: by itself it grows page by page, a third of a millisecond each, half a second for a journal of
/// 20,000 entries. What is never written to costs no memory of the computer.
pub fn grow_ahead() {
    thread_local! {
        static SIZE: Cell<usize> = const { Cell::new(0) };
    }
    let size = || core::arch::wasm32::memory_size::<0>() * PAGE;
    let before = SIZE.replace(size());
    if before != size() {
        // The allocator keeps what is given back to it.
        drop(black_box(Vec::<u8>::with_capacity((size() / 4).clamp(STEP.0, STEP.1))));
        SIZE.set(size());
    }
}
