//! 字数, as Word counts it.

/// How long a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Count {
    /// 字数 as Word counts it: each Chinese character and each full-width punctuation mark is one,
    /// each run of other characters between spaces or Chinese characters is one (a word, a number).
    pub words: usize,
    /// Characters without white space.
    pub characters: usize,
}

/// Counts a text.
///
/// ```
/// use luoxuan::text::count;
/// let length = count("有焦点的22人（52.4%），比前一轮多16人。");
/// assert_eq!((length.words, length.characters), (18, 24));
/// ```
pub fn count(text: &str) -> Count {
    let mut length = Count::default();
    let mut in_word = false;
    for character in text.chars() {
        if character.is_whitespace() {
            in_word = false;
        } else if joins(character) {
            // Accents, variation selectors and emoji joiners belong to the character before them.
        } else if is_cjk(character) {
            in_word = false;
            length.words += 1;
            length.characters += 1;
        } else {
            length.words += usize::from(!in_word);
            length.characters += 1;
            in_word = true;
        }
    }
    length
}

fn joins(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether Word counts a character by itself: CJK ideographs, kana, hangul, full-width forms, CJK
/// punctuation, and the marks a Chinese text shares with Latin ones (“ ” ‘ ’ … — ·).
pub(crate) fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'
        | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_long_as_word_says() {
        for (text, words, characters) in [
            ("", 0, 0),
            ("平均96字。", 5, 6),
            ("2025年9月11日", 6, 10),
            ("hello world", 2, 10),
            ("don't re-use 3.14%", 3, 16),
            ("全角１２", 4, 4),
            ("“就是很激烈。”", 8, 8),
            ("𠮷野家", 3, 3),
            ("一\n\n二\t三　四", 4, 4),
            ("Word文档docx", 4, 10),
            ("e\u{301}te\u{301}", 1, 3),
            ("好——嗯……", 6, 6),
        ] {
            assert_eq!(count(text), Count { words, characters }, "{text}");
        }
    }
}
