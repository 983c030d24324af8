//! Shared pieces of the tests.

pub mod demo;
pub mod hostile;
pub mod texts;
pub mod years;
