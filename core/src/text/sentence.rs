//! Sentences of Chinese and other prose.

/// Splits a text into sentences: after 。！？； and their half-width kin where a sentence can end, and
/// after line feeds. Closing quotes and brackets stay with their sentence. The pieces joined give
/// the text back, byte for byte.
///
/// ```
/// use luoxuan::text::sentences;
/// let all: Vec<_> = sentences("她说：“就是很激烈。”我记下了；没有再问。").collect();
/// assert_eq!(all, ["她说：“就是很激烈。”", "我记下了；", "没有再问。"]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(end(rest));
        rest = after;
        Some(sentence)
    })
}

/// The byte after the first sentence.
fn end(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        match character {
            '\n' => return after,
            '。' | '！' | '？' | '；' | '…' => {}
            // A point inside a number or a name ends nothing.
            '.' | '!' | '?' | ';' if characters.peek().is_some_and(|(_, next)| next.is_whitespace()) => {}
            _ => continue,
        }
        let closes = |c: char| {
            matches!(
                c,
                '”' | '’' | '』' | '」' | '）' | '》' | ')' | '"' | '。' | '！' | '？' | '…'
            )
        };
        let mut after = after;
        while let Some((at, next)) = characters.next_if(|(_, next)| closes(*next)) {
            after = at + next.len_utf8();
        }
        return after;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_joined_give_the_text_back() {
        for text in [
            "",
            "。",
            "一。二！三？四；五",
            "真的吗？！是的……好。",
            "行一\n行二\r\n\n行三",
            "约3.14倍。See Fig. 2! Yes.",
            "“甲。”“乙。”",
        ] {
            assert_eq!(sentences(text).collect::<String>(), text);
            assert!(sentences(text).all(|sentence| !sentence.is_empty()));
        }
        assert_eq!(sentences("约3.14倍。好").count(), 2);
    }
}
