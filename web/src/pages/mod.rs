//! One file per place.

pub mod entry;
pub mod settings;
pub mod spiral;
pub mod spirals;
pub mod today;
pub mod trash;
