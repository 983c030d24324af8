//! How a shared file begins.

/// The format, as it stands in the first line.
pub(super) const FORMAT: &str = "luoxuan share";

/// The first bytes of a header.
pub(super) const HEADER: &[u8] = br#"{"format":"luoxuan share""#;

/// Whether these are the first bytes of a shared file.
pub fn is_shared(head: &[u8]) -> bool {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).starts_with(HEADER)
}
