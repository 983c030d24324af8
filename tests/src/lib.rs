//! Shared pieces of the tests.

#[cfg(not(target_arch = "wasm32"))]
pub mod decoders;
pub mod demo;
pub mod hostile;
pub mod texts;
pub mod years;
