//! The source as the parser is given it.
//!
//! CommonMark was made for prose with spaces between its words, by people who know its marks. What a teacher types or
//! pastes is neither: `**重要。**后面` would keep its stars, `2*3*4` would lose them, a line `[师]: 你看到了什么？` would vanish,
//! the day `2025. 9. 11` would become a list. Characters that no text means, put into the source before it is parsed and
//! taken out of what comes of it, tell the parser what a reader sees.

mod begin;
mod beside;
mod define;

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Options, Parser};

/// What is put into a source, and where.
type Signs = Vec<(usize, Sign)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// In front of what is there: neither space nor punctuation, and no mark begins behind it.
    Glue,
    /// In the place of a star: none that could emphasise.
    Star,
    /// In front of a line whose words begin at `from`: an empty one, in the same quotations.
    Apart { from: usize },
}

/// A source with signs of ours in it, where any are needed.
pub(super) struct Source<'s> {
    text: Cow<'s, str>,
    glue: char,
    star: char,
}

impl<'s> Source<'s> {
    pub(super) fn of(source: &'s str) -> Self {
        // Code points that Unicode guarantees never to assign. A text that holds all of them is somebody's test: it
        // is parsed as it stands.
        let mut free = ('\u{fdd0}'..='\u{fdef}').filter(|sign| !source.contains(*sign));
        let (glue, star) = (free.next(), free.next());
        let mut read = Self {
            text: source.into(),
            glue: glue.unwrap_or_default(),
            star: star.unwrap_or_default(),
        };
        if star.is_some() {
            let mut signs = beside::signs(source);
            signs.extend(begin::numbers(source).map(|at| (at, Sign::Glue)));
            read.sign(signs);
            // With the others in their places: they decide what is a link, and so which definitions are used.
            read.sign(define::signs(&read));
        }
        read
    }

    /// What is to be parsed.
    pub(super) fn parser(&self) -> Parser<'_> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        Parser::new_ext(&self.text, options)
    }

    /// A piece of what was parsed, as it was typed.
    pub(super) fn typed(&self, piece: CowStr<'_>) -> String {
        let sign = |character| character == self.glue || character == self.star;
        if matches!(self.text, Cow::Borrowed(_)) || !piece.contains(sign) {
            return piece.into_string();
        }
        let kept = piece.chars().filter(|character| *character != self.glue);
        kept.map(|character| if character == self.star { '*' } else { character })
            .collect()
    }

    fn sign(&mut self, mut signs: Signs) {
        if signs.is_empty() {
            return;
        }
        signs.sort_unstable_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(self.text.len() + signs.len() * self.glue.len_utf8());
        let mut copied = 0;
        for (at, sign) in signs {
            text.push_str(self.text.get(copied..at).unwrap_or_default());
            copied = at;
            match sign {
                Sign::Glue => text.push(self.glue),
                Sign::Star => {
                    text.push(self.star);
                    copied += 1;
                }
                Sign::Apart { from } => {
                    text.push_str(self.text.get(at..from).unwrap_or_default());
                    text.push('\n');
                }
            }
        }
        text.push_str(self.text.get(copied..).unwrap_or_default());
        self.text = text.into();
    }
}
