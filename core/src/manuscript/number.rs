//! The numbers of headings: 一、（一） 1. (1), or 1. 1.1 in English.

use crate::catalog::Language;

/// A number in Chinese numerals, as headings use them, up to 99; beyond that in figures.
///
/// ```
/// use luoxuan::manuscript::numeral;
/// assert_eq!([1, 10, 12, 20, 35].map(numeral), ["一", "十", "十二", "二十", "三十五"]);
/// assert_eq!(numeral(120), "120");
/// ```
pub fn numeral(number: usize) -> String {
    let digit = |number: usize| "一二三四五六七八九".chars().nth(number.wrapping_sub(1));
    let (tens, ones) = (number / 10, number % 10);
    if number == 0 || tens > 9 {
        return number.to_string();
    }
    let mut text = String::new();
    if tens > 1 {
        text.extend(digit(tens));
    }
    if tens > 0 {
        text.push('十');
    }
    text.extend(digit(ones));
    text
}

/// Counts headings as they come.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::manuscript::Numbers;
/// let mut numbers = Numbers::default();
/// let text: String = [1, 2, 2, 3, 1, 2].map(|level| numbers.next(level, Language::ZhHans)).concat();
/// assert_eq!(text, "一、（一）（二）1. 二、（一）");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers {
    counts: [usize; 4],
    /// Below something attached, whose own heading is not counted.
    attached: bool,
}

impl Numbers {
    /// The number of the next heading of a level, with the mark that parts it from its words.
    pub fn next(&mut self, level: u8, language: Language) -> String {
        let level = usize::from(level.clamp(1, 4));
        self.attached &= level > 1;
        for (at, count) in self.counts.iter_mut().enumerate() {
            match (at + 1).cmp(&level) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *count += 1,
                std::cmp::Ordering::Greater => *count = 0,
            }
        }
        let [first, second, third, fourth] = self.counts;
        match (level, language) {
            (2, Language::En) if self.attached => format!("{second}. "),
            (3, Language::En) if self.attached => format!("{second}.{third} "),
            (1, Language::En) => format!("{first}. "),
            (2, Language::En) => format!("{first}.{second} "),
            (3, Language::En) => format!("{first}.{second}.{third} "),
            (1, _) => format!("{}、", numeral(first)),
            (2, _) => format!("（{}）", numeral(second)),
            (3, _) => format!("{third}. "),
            _ => format!("({fourth}) "),
        }
    }

    /// Goes on below the heading of something [attached](super::Block::Attached), which has no number: those below it
    /// begin anew, and those of the text go on behind it.
    pub fn attach(&mut self) {
        self.attached = true;
        for count in self.counts.iter_mut().skip(1) {
            *count = 0;
        }
    }
}

/// A heading without the number somebody typed before it: the layout gives its own.
pub(super) fn bare(heading: &str) -> &str {
    let text = heading.trim();
    let is_number = |text: &str, figures: bool| {
        !text.is_empty()
            && text
                .chars()
                .all(|character| "一二三四五六七八九十".contains(character) || figures && character.is_ascii_digit())
    };
    let closed = |open: char, close: char| {
        let (number, rest) = text.strip_prefix(open)?.split_once(close)?;
        is_number(number, true).then_some(rest)
    };
    let until = |marks: [char; 2], figures: bool| {
        let (number, rest) = text.split_once(marks)?;
        // 3.5 is not a third heading.
        (is_number(number, figures) && !rest.starts_with(|next: char| next.is_ascii_digit())).then_some(rest)
    };
    let rest = closed('（', '）')
        .or_else(|| closed('(', ')'))
        .or_else(|| until(['、', '、'], true))
        .or_else(|| until(['.', '．'], true));
    rest.map(str::trim_start)
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
}
