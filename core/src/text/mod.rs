//! Prose: sentences.

/// Splits a text after 。！？； and line feeds; the pieces joined give the text back.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？', '；', '\n'])
}
