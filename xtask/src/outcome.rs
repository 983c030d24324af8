//! What a command comes to.

/// What went wrong, as a sentence for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, String>;
