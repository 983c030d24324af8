//! Places of the app as a teacher uses them: what is found there is found in one way, whichever story goes there.

pub(crate) mod text;
