//! How words name figures and tables: by their numbers, 见图1.

use std::ops::Range;

#[cfg(feature = "docx")]
use super::{Block, Manuscript};

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shown {
    /// 图: pictures and charts.
    Figure,
    /// 表.
    Table,
}

/// A figure or table that words name.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) shown: Shown,
    /// Its number; `None` if what was named is gone.
    pub(crate) number: Option<usize>,
    /// The bytes of the number.
    pub(crate) at: Range<usize>,
}

/// How words name a figure or a table.
const NAMES: [(&str, Shown); 10] = [
    ("图", Shown::Figure),
    ("圖", Shown::Figure),
    ("Figure", Shown::Figure),
    ("figure", Shown::Figure),
    ("Fig.", Shown::Figure),
    ("Figures", Shown::Figure),
    ("表", Shown::Table),
    ("Table", Shown::Table),
    ("table", Shown::Table),
    ("Tables", Shown::Table),
];

/// What follows a number that counts or dates something.
const COUNTED: &str = "张張幅个個份页頁篇月日年%％";

/// Every figure and table that a line of prose names, one after the other.
pub(crate) fn named_in(line: &str) -> Vec<Named> {
    let mut all = Vec::new();
    for (at, _) in line.char_indices() {
        let rest = line.get(at..).unwrap_or_default();
        let known = NAMES.iter().filter(|(name, _)| rest.starts_with(name));
        if let Some((name, shown)) = known.max_by_key(|(name, _)| name.len()) {
            series(line, at + name.len(), *shown, &mut all);
        }
    }
    all
}

/// The numbers behind a name: one, or several as in 图1、2 and 图1—3.
fn series(line: &str, from: usize, shown: Shown, all: &mut Vec<Named>) {
    let mut at = from;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        at += rest.len() - rest.trim_start_matches([' ', '\u{a0}', '　']).len();
        let rest = line.get(at..).unwrap_or_default();
        if let Some(sign) = rest.chars().next().filter(|sign| matches!(sign, '?' | '？')) {
            all.push(Named {
                shown,
                number: None,
                at: at..at + sign.len_utf8(),
            });
            return;
        }
        let digits = rest.len() - rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        let after = rest.get(digits..).unwrap_or_default();
        let fraction = after
            .strip_prefix(['.', '．'])
            .is_some_and(|next| next.starts_with(|digit: char| digit.is_ascii_digit()));
        let counts = fraction || after.starts_with(|next: char| COUNTED.contains(next));
        let number = rest.get(..digits).and_then(|digits| digits.parse().ok());
        let Some(number) = number.filter(|_| !counts) else {
            return;
        };
        all.push(Named {
            shown,
            number: Some(number),
            at: at..at + digits,
        });
        let next = after.trim_start_matches(['、', '-', '–', '—', '~', '～', '至']);
        if next.len() == after.len() || !next.starts_with(|digit: char| digit.is_ascii_digit()) {
            return;
        }
        at += digits + (after.len() - next.len());
    }
}

/// How many figures and tables a text shows. They are numbered from 1.
#[cfg(feature = "docx")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shows {
    figures: usize,
    tables: usize,
}

#[cfg(feature = "docx")]
impl Shows {
    /// How many of these.
    pub(crate) const fn of(self, shown: Shown) -> usize {
        match shown {
            Shown::Figure => self.figures,
            Shown::Table => self.tables,
        }
    }

    fn count(&mut self, block: &Block) {
        match block {
            Block::Figure(_) | Block::Chart(..) => self.figures += 1,
            Block::Table(_) => self.tables += 1,
            Block::List(_, items) => items.iter().flatten().for_each(|block| self.count(block)),
            Block::Quote(blocks) => blocks.iter().for_each(|block| self.count(block)),
            Block::Heading(..) | Block::Attached(_) | Block::Paragraph(_) | Block::Code(_) | Block::Rule => {}
        }
    }
}

#[cfg(feature = "docx")]
impl Manuscript {
    /// How many figures and tables it shows.
    pub(crate) fn shows(&self) -> Shows {
        let mut shows = Shows::default();
        self.blocks.iter().for_each(|piece| shows.count(&piece.block));
        shows
    }
}
