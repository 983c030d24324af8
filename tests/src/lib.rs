//! Shared pieces of the tests.

pub mod asked;
#[cfg(not(target_arch = "wasm32"))]
pub mod decoders;
pub mod demo;
#[cfg(not(target_arch = "wasm32"))]
pub mod harm;
pub mod hostile;
pub mod identities;
pub mod long;
pub mod newer;
pub mod texts;
pub mod years;
#[cfg(not(target_arch = "wasm32"))]
pub mod zipped;
