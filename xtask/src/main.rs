//! `cargo xtask`: sets up what is missing, then serves, tests or builds.
fn main() {}
