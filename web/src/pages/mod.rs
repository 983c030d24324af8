//! One file per place.

mod due;
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
