//! The numbers in front of items: 一、（一） 1. （1） ①, and 第一, 一是, 其一.

use crate::draft::lines::lines;
use crate::manuscript::numeral;

/// How an item is numbered, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// 一、
    Comma,
    /// （一）
    Bracket,
    /// 1.
    Dot,
    /// （1）
    Round,
    /// ①
    Circle,
    /// 第一, 一是, 其一: part of a sentence.
    Spoken,
}

impl Style {
    /// All of them, the outermost first.
    pub(super) const ALL: [Self; 6] = [
        Self::Comma,
        Self::Bracket,
        Self::Dot,
        Self::Round,
        Self::Circle,
        Self::Spoken,
    ];

    /// How a number is written in this style.
    pub(super) fn write(self, value: u32) -> String {
        let words = || numeral(usize::try_from(value).unwrap_or(usize::MAX));
        match self {
            Self::Comma => format!("{}、", words()),
            Self::Bracket => format!("（{}）", words()),
            Self::Dot => format!("{value}."),
            Self::Round => format!("（{value}）"),
            Self::Circle => char::from_u32('①' as u32 + value.saturating_sub(1)).map_or_else(String::new, String::from),
            Self::Spoken => format!("第{}", words()),
        }
    }
}

/// A number in front of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) style: Style,
    pub(super) value: u32,
    /// The bytes it stands in, with the mark behind it.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it begins its line.
    pub(super) heads_line: bool,
}

/// The numbers of a Markdown text: at the beginning of a line, and in it behind the end of a sentence.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    for line in lines(text).filter(|line| !line.fenced && !line.text.trim_start().starts_with(['|', '>'])) {
        let words = line.text.trim_start_matches(['#', '*', ' ', '-', '　']);
        let first = line.text.len() - words.len();
        let ends = line
            .text
            .char_indices()
            .filter(|(at, sign)| *at >= first && ENDS.contains(sign));
        let starts = ends.map(|(at, sign)| at + sign.len_utf8());
        for start in std::iter::once(first).chain(starts) {
            let rest = line.text.get(start..).unwrap_or_default();
            let bare = rest.trim_start();
            let start = start + rest.len() - bare.len();
            if let Some((style, value, long)) = number(bare, start == first) {
                found.push(Number {
                    style,
                    value,
                    from: line.start + start,
                    to: line.start + start + long,
                    heads_line: start == first,
                });
            }
        }
    }
    found
}

/// What a number in the text may stand behind.
const ENDS: &[char] = &['。', '；', '！', '？', '：', ';', ':'];

/// What else than its own mark stands behind a number that begins a line.
const MARKS: &[char] = &['.', '．', '、'];

/// The number a text begins with: its style, its value and how many bytes it takes.
fn number(text: &str, heads_line: bool) -> Option<(Style, u32, usize)> {
    let first = text.chars().next()?;
    if matches!(first, '（' | '(') {
        let inner = text.get(first.len_utf8()..)?;
        let (value, long, style) = read(inner)?;
        let close = inner
            .get(long..)?
            .chars()
            .next()
            .filter(|sign| matches!(sign, '）' | ')'))?;
        let end = first.len_utf8() + long + close.len_utf8();
        return Some((
            if style == Style::Dot {
                Style::Round
            } else {
                Style::Bracket
            },
            value,
            end + mark(text, end),
        ));
    }
    if ('①'..='⑳').contains(&first) {
        return Some((Style::Circle, first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    if let Some(rest) = text.strip_prefix(['第', '其']) {
        let (value, long, _) = read(rest).filter(|(.., style)| *style == Style::Comma)?;
        let sign = rest
            .get(long..)?
            .chars()
            .next()
            .filter(|sign| matches!(sign, '，' | '、' | '：'))?;
        return Some((Style::Spoken, value, first.len_utf8() + long + sign.len_utf8()));
    }
    let (value, long, style) = read(text)?;
    let sign = text.get(long..)?.chars().next()?;
    if sign == '是' && style == Style::Comma {
        return Some((Style::Spoken, value, long + sign.len_utf8()));
    }
    let end = long + sign.len_utf8();
    let after = text.get(end..)?.trim_start();
    // 一、二年级; 2025. 9. 11; 1.5.
    let goes_on = read(after).is_some_and(|(.., other)| other == style);
    if !heads_line || goes_on {
        return None;
    }
    match sign {
        ')' | '）' if style == Style::Dot => Some((Style::Round, value, end)),
        sign if MARKS.contains(&sign) => Some((style, value, end)),
        _ => None,
    }
}

/// How many bytes a mark takes that does not belong behind a bracket.
fn mark(text: &str, at: usize) -> usize {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.filter(|sign| MARKS.contains(sign)).map_or(0, char::len_utf8)
}

const DIGITS: &str = "一二三四五六七八九";

/// A number under 100 at the beginning of a text: its value, its bytes, and whether in Chinese or in figures.
fn read(text: &str) -> Option<(u32, usize, Style)> {
    let figures = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    if figures > 0 {
        let value = text.get(..figures).filter(|_| figures < 3)?.parse().ok()?;
        return Some((value, figures, Style::Dot));
    }
    let words: String = text
        .chars()
        .take_while(|sign| *sign == '十' || DIGITS.contains(*sign))
        .collect();
    let digit = |text: &str| match text.chars().count() {
        1 => DIGITS
            .chars()
            .zip(1_u32..)
            .find(|(sign, _)| text.starts_with(*sign))
            .map(|(_, value)| value),
        _ => None,
    };
    let value = match words.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { Some(1) } else { digit(tens) }?;
            tens * 10 + if ones.is_empty() { Some(0) } else { digit(ones) }?
        }
        None => digit(&words)?,
    };
    Some((value, words.len(), Style::Comma))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_where_items_begin() {
        let found = |text: &str| {
            let all = numbers(text).into_iter();
            all.map(|number| (number.style, number.value, &text[number.from..number.to]))
                .map(|(style, value, said)| format!("{style:?} {value} {said}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("一、起因\n（一）先看。(二)、再写。\n1、一步\n2. 两步\n（1）细\n十二．终"),
            [
                "Comma 1 一、",
                "Bracket 1 （一）",
                "Bracket 2 (二)、",
                "Dot 1 1、",
                "Dot 2 2.",
                "Round 1 （1）",
                "Comma 12 十二．"
            ]
        );
        assert_eq!(
            found("归因有三：一是问得快；二是格子多。第三，我急。① 看"),
            ["Spoken 1 一是", "Spoken 2 二是", "Spoken 3 第三，", "Circle 1 ①"]
        );
        let none = "一、二年级的孩子\n2025. 9. 11 测\n1.5倍\n9. 11 下午\n一是一，二是二也算（一）行中间的。\n| 1. | 2 |\n一个人\n三（2）班";
        assert_eq!(found(none), ["Spoken 1 一是"], "a saying begins like a list");
    }

    #[test]
    fn a_number_is_written_as_it_is_read() {
        for value in 1..30 {
            for style in [Style::Comma, Style::Bracket, Style::Dot, Style::Round] {
                let text = format!("{}写", style.write(value));
                let number = numbers(&text)[0];
                assert_eq!((number.style, number.value), (style, value), "{text}");
            }
        }
        assert_eq!(Style::Circle.write(3), "③");
    }
}
