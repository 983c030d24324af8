//! Which addresses may become links, and which pictures may be shown.

use crate::id::BlobId;

/// The scheme that names one of the journal's own pictures: `luoxuan:` and a [`BlobId`].
pub const SCHEME: &str = "luoxuan:";

/// The address as a link may carry it; `None` if it must be shown as plain text.
///
/// Allowed are `http`, `https`, `mailto` and places on the page (`#…`), after removing the control
/// characters and spaces that browsers ignore when they look for a scheme.
///
/// ```
/// use luoxuan::text::markdown::safe_link;
/// assert!(safe_link("https://example.org/a").is_some());
/// assert!(safe_link("Java\tScript:alert(1)").is_none());
/// assert!(safe_link("//example.org").is_none());
/// ```
pub fn safe_link(address: &str) -> Option<String> {
    let bare: String = address
        .chars()
        .filter(|character| !character.is_control() && !character.is_whitespace() && !is_invisible(*character))
        .collect();
    if bare.starts_with('#') {
        return Some(bare);
    }
    let (scheme, rest) = bare.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" if rest.starts_with("//") && rest.len() > 2 => Some(format!("{scheme}:{rest}")),
        "mailto" if rest.contains('@') => Some(format!("{scheme}:{rest}")),
        _ => None,
    }
}

/// Characters that change how an address looks without changing where it leads.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The picture an address names, if it is one of the journal's own.
pub(super) fn picture(address: &str) -> Option<BlobId> {
    address.strip_prefix(SCHEME)?.parse().ok()
}
