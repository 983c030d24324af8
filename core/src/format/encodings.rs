//! Text that is not UTF-8: what older programs on Windows write.

/// Reads bytes as text: UTF-8, or else as [`legacy`] does. `None` if they are none.
#[cfg(feature = "sheets")]
pub(crate) fn text_of(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(_) => legacy(bytes).map(|(text, _)| text),
    }
}

/// Reads bytes that are not UTF-8 as UTF-16 or GB 18030 (GBK), and says whether that is what they are beyond doubt: told
/// by their first two bytes. `None` if they are none of these.
#[cfg(feature = "encodings")]
pub(super) fn legacy(bytes: &[u8]) -> Option<(String, bool)> {
    use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        return (!broken).then(|| (text.into_owned(), true));
    }
    // Text without this mark has a line end or a space somewhere, in UTF-16 with a zero beside it. GBK holds no zeros.
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 0) => GB18030,
        (even, odd) if even > odd => UTF_16BE,
        _ => UTF_16LE,
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    // What is no text at all decodes to what nobody writes.
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}') || is_private(c);
    (!broken && !text.contains(strange)).then(|| (text.into_owned(), false))
}

#[cfg(feature = "encodings")]
const fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{f0000}'..)
}

#[cfg(not(feature = "encodings"))]
pub(super) fn legacy(_: &[u8]) -> Option<(String, bool)> {
    None
}
