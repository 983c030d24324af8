//! Anonymity.
