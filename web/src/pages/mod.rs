//! One file per place.

pub mod entry;
pub mod lists;
pub mod record;
pub mod records;
pub mod settings;
pub mod spiral;
pub mod spirals;
pub mod survey;
pub mod text;
pub mod texts;
pub mod today;
pub mod trash;
