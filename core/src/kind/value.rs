//! What a field holds, from typed words and back.

use crate::catalog::words::kind::value as words;
use std::fmt;

use serde_json::{Map, Number, Value};

use crate::catalog::{Language, Words, fill};
use crate::record::{FieldSort, KindField, said};
use crate::time::Date;

/// Why typed words are not what a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unread {
    /// No day of the calendar.
    Day(String),
    /// No number.
    Number(String),
    /// None of the words that can be chosen, which are the second.
    Choice(String, String),
    /// A field that is not typed as one line: a table, a link.
    Whole,
}

impl Unread {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let (words, text, choices): (Words, &str, &str) = match self {
            Self::Day(text) => (words::sentence::DAY, text, ""),
            Self::Number(text) => (words::sentence::NUMBER, text, ""),
            Self::Choice(text, choices) => (words::sentence::CHOICE, text, choices),
            Self::Whole => (words::sentence::WHOLE, "", ""),
        };
        fill(words.in_(language), &[("text", &text), ("choices", &choices)])
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for Unread {}

/// What separates words of which several are chosen, and lines of which several stand in one cell.
const BETWEEN: [char; 5] = ['；', ';', '、', '\n', '┋'];

impl KindField {
    /// What it is called.
    pub fn label(&self, language: Language) -> &str {
        said(&self.label, language)
    }

    /// What is typed into the field as what it holds; `None` if nothing is typed.
    ///
    /// A day may be written in any of the ways common in schools, a choice by its word or by its label in any language.
    ///
    /// # Errors
    ///
    /// If it is something else; [`Unread::Whole`] for tables and links, which are not typed.
    pub fn read(&self, text: &str, language: Language) -> Result<Option<Value>, Unread> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self.sort {
            FieldSort::Line | FieldSort::Prose => text.into(),
            FieldSort::Day => day(text).ok_or_else(|| Unread::Day(text.into()))?.to_string().into(),
            FieldSort::Number => number(text).ok_or_else(|| Unread::Number(text.into()))?.into(),
            FieldSort::Choice => self.word_of(text, language)?.into(),
            FieldSort::Choices => {
                let words = pieces(text).map(|piece| self.word_of(piece, language));
                words.collect::<Result<Vec<_>, _>>()?.into()
            }
            FieldSort::Flag => flag(text)
                .ok_or_else(|| Unread::Choice(text.into(), "是、否".into()))?
                .into(),
            FieldSort::Lines => pieces(text).collect(),
            FieldSort::Link | FieldSort::Links | FieldSort::Rows => return Err(Unread::Whole),
        };
        Ok(Some(value))
    }

    /// The word of a choice that is called this, in whatever language.
    fn word_of(&self, text: &str, language: Language) -> Result<String, Unread> {
        let called = |label: &String| label.eq_ignore_ascii_case(text);
        let found = self
            .choices
            .iter()
            .find(|choice| choice.word == text || choice.label.values().any(called));
        found.map(|choice| choice.word.clone()).ok_or_else(|| {
            let all = self.choices.iter().map(|choice| said(&choice.label, language));
            let between = if language == Language::En { ", " } else { "、" };
            Unread::Choice(text.into(), all.collect::<Vec<_>>().join(between))
        })
    }

    /// What the field says, as people read it in one line; a record is called as `name` says. What the field does not hold
    /// is shown as it stands.
    pub fn show(&self, value: &Value, language: Language, name: &dyn Fn(&str) -> String) -> String {
        let between = if language == Language::En { "; " } else { "；" };
        let each = |items: &[Value], show: &dyn Fn(&str) -> String| {
            let shown = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), show));
            shown.collect::<Vec<_>>().join(between)
        };
        match (self.sort, value) {
            (FieldSort::Choice, Value::String(word)) => self.choice_label(word, language).to_owned(),
            (FieldSort::Choices, Value::Array(words)) => {
                each(words, &|word| self.choice_label(word, language).to_owned())
            }
            (FieldSort::Flag, Value::Bool(yes)) => {
                let words = if *yes { words::YES } else { words::NO };
                words.in_(language).to_owned()
            }
            (FieldSort::Link, Value::String(id)) => name(id),
            (FieldSort::Links, Value::Array(ids)) => each(ids, name),
            (FieldSort::Rows, Value::Array(rows)) => {
                let rows = rows.iter().filter_map(Value::as_object);
                rows.map(|row| self.row(row, language, name))
                    .collect::<Vec<_>>()
                    .join(between)
            }
            (_, Value::String(text)) => text.clone(),
            (_, Value::Array(items)) => each(items, &str::to_owned),
            (_, other) => other.to_string(),
        }
    }

    fn row(&self, row: &Map<String, Value>, language: Language, name: &dyn Fn(&str) -> String) -> String {
        let cells = self.columns.iter().filter_map(|column| {
            let said = column.show(row.get(&column.name)?, language, name);
            (!said.is_empty()).then_some(said)
        });
        cells
            .collect::<Vec<_>>()
            .join(if language == Language::En { ", " } else { "，" })
    }

    /// What a word is called; one that the field does not have by itself.
    pub fn choice_label<'a>(&'a self, word: &'a str, language: Language) -> &'a str {
        let choice = self.choices.iter().find(|choice| choice.word == word);
        choice.map_or(word, |choice| said(&choice.label, language))
    }
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).map(str::trim).filter(|piece| !piece.is_empty())
}

/// A number, its digits as wide as an input method likes.
fn number(text: &str) -> Option<Number> {
    let narrow: String = text
        .chars()
        .filter(|digit| !matches!(digit, ',' | '，' | ' '))
        .map(narrow)
        .collect();
    match narrow.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(narrow.parse().ok()?),
    }
}

/// Characters of full width as those of half.
fn narrow(character: char) -> char {
    match character {
        '０'..='９' | '．' | '－' | '／' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "是" | "有" | "√" | "✓" | "1" | "true" | "yes" | "y" => Some(true),
        "否" | "无" | "無" | "×" | "0" | "false" | "no" | "n" => Some(false),
        _ => None,
    }
}

/// A day as schools write it: `2026-09-10`, `2026/9/10`, `2026.9.10`, `20260910`, `2026年9月10日`.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{FieldSort, KindField};
/// let field = KindField { sort: FieldSort::Day, ..KindField::default() };
/// for text in ["2026-09-10", "2026/9/10", "2026.9.10", "20260910", "2026年9月10日", "２０２６年９月１０日"] {
///     assert_eq!(field.read(text, Language::ZhHans).ok().flatten(), Some("2026-09-10".into()), "{text}");
/// }
/// assert!(field.read("2026年2月30日", Language::ZhHans).is_err());
/// ```
fn day(text: &str) -> Option<Date> {
    let narrow: String = text.chars().map(narrow).collect();
    // A spreadsheet adds the hour, which is midnight.
    let narrow = narrow.trim_end_matches(" 00:00:00").trim_end_matches("T00:00:00");
    let digits = narrow.chars().all(|digit| digit.is_ascii_digit());
    if digits && narrow.len() == 8 {
        return Date::new(
            narrow.get(..4)?.parse().ok()?,
            narrow.get(4..6)?.parse().ok()?,
            narrow.get(6..)?.parse().ok()?,
        );
    }
    let parts: Vec<&str> = narrow
        .split(['-', '/', '.', '年', '月', '日', '号', '號'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
