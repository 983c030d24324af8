//! The ends of lines, of which systems have three.

use std::borrow::Cow;

/// The text with each of its lines ended by `\n`, whether it was ended so, by `\r\n` or by `\r`.
///
/// ```
/// use luoxuan::text::one_line_end;
/// assert_eq!(one_line_end("一\r\n二\n三\r四"), "一\n二\n三\n四");
/// ```
pub fn one_line_end(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}
