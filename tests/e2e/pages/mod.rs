//! Places of the app as a teacher uses them: what is found there is found in one way, whichever story goes there.

mod spiral;
mod survey;
pub(crate) mod text;
mod today;
