//! Answers pasted from a spreadsheet, and what of them could not be read.

use super::answers::{Answer, Options};
use crate::catalog::{Language, fill, survey::unread};
use crate::record::{Item, Survey};
use crate::text::{cells, fold};

/// Why something in pasted rows needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unread {
    /// A column that belongs to no item. It is kept under its heading.
    Column,
    /// A column of names. It is left out: a survey keeps no names.
    Names,
    /// A row with fewer cells than there are columns.
    Short,
    /// A row with more cells than there are columns. They are kept.
    Long,
    /// An answer that names none of the options, or is no number. It is kept as it is and not counted.
    Answer,
    /// A quotation mark that never closes: the rows after it stand in one cell.
    Quote,
}

impl Unread {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Column,
        Self::Names,
        Self::Short,
        Self::Long,
        Self::Answer,
        Self::Quote,
    ];
}

/// A place in pasted rows that needs a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harmed {
    /// Why.
    pub why: Unread,
    /// Its row as a spreadsheet numbers it: the heading is row 1.
    pub row: usize,
    /// Its column, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
}

impl Harmed {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("row", &self.row),
            ("column", &self.column),
            ("text", &self.text.trim()),
        ];
        fill(unread(self.why).in_(language), slots)
    }
}

/// Pasted rows: what [`Survey::columns`] and [`Survey::rows`] are to hold, and what needs a look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// The items that the cells answer, by their short names; a heading that is no item's stands as it is.
    pub columns: Vec<String>,
    /// One row a person.
    pub rows: Vec<Vec<String>>,
    /// What could not be read, in order.
    pub harmed: Vec<Harmed>,
}

/// Reads rows pasted from a spreadsheet: with tabs, or with commas, half or full width; quotes, a byte order mark and any
/// line ends are understood. The first row names the items, by their words, their short names, or their numbers. Where
/// it names none and there are as many columns as items, there is no heading and the columns are in the items' order.
///
/// Nothing is lost but columns of names: what cannot be read stands in the rows as it was, and in `harmed`.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{Choice, Item, Survey};
/// use luoxuan::survey::paste;
/// let choice = |text: &str, place| Choice { text: text.into(), place, ..Choice::default() };
/// let choices = [("y".into(), choice("会", 0)), ("n".into(), choice("不会", 1))].into();
/// let item = Item { text: "会不会写？".into(), choices, ..Item::default() };
/// let survey = Survey { items: [("able".into(), item)].into(), ..Survey::default() };
///
/// let pasted = paste(&survey, "姓名\t会不会写？\r\n小明\t会\r\n小红\t也许\r\n");
/// assert_eq!(pasted.columns, ["able"]);
/// assert_eq!(pasted.rows, [["会"], ["也许"]]);
/// let said: Vec<_> = pasted.harmed.iter().map(|harmed| harmed.sentence(Language::ZhHans)).collect();
/// assert_eq!(said[0], "第1列“姓名”没有收进来：问卷不留姓名。");
/// assert_eq!(said[1], "第3行第2列“也许”不在选项里：原样留着，没有计数。");
/// ```
pub fn paste(survey: &Survey, text: &str) -> Pasted {
    let (mut table, open) = cells::read(text, separator(text));
    let mut pasted = Pasted::default();
    if open {
        pasted.harmed.push(harmed(Unread::Quote, table.len(), 0, ""));
    }
    let items = survey.items();
    let Some(first) = table.first() else { return pasted };
    let named: Vec<Option<(&str, bool)>> = first.iter().map(|heading| item_of(&items, heading)).collect();
    let by_words = named.iter().flatten().any(|(_, by_words)| *by_words);
    // A first row of answers may hold a number or two that is some item's.
    let numbered = named.iter().flatten().count() * 2 > named.len();
    let headed = by_words || numbered || first.len() != items.len();
    let headings = if headed { table.remove(0) } else { Vec::new() };
    let mut names: Vec<usize> = Vec::new();
    if headed {
        for (at, (heading, item)) in headings.iter().zip(&named).enumerate() {
            if item.is_none() {
                let why = if is_name(heading) {
                    Unread::Names
                } else {
                    Unread::Column
                };
                if why == Unread::Names {
                    names.push(at);
                }
                pasted.harmed.push(harmed(why, 1, at + 1, heading));
            }
        }
        pasted.columns = named
            .iter()
            .zip(&headings)
            .map(|(item, heading)| item.map_or(heading.trim(), |(name, _)| name).into())
            .collect();
    } else {
        pasted.columns = items.iter().map(|(name, _)| (*name).into()).collect();
    }
    let readers: Vec<Option<Options>> = pasted
        .columns
        .iter()
        .map(|name| survey.items.get(name).map(Options::of))
        .collect();
    for (row, mut cells) in table.into_iter().enumerate() {
        let number = row + 1 + usize::from(headed);
        if cells.len() < readers.len() {
            pasted.harmed.push(harmed(Unread::Short, number, cells.len(), ""));
            cells.resize(readers.len(), String::new());
        }
        if let Some(over) = cells
            .get(readers.len()..)
            .filter(|over| over.iter().any(|cell| !cell.trim().is_empty()))
        {
            pasted
                .harmed
                .push(harmed(Unread::Long, number, readers.len() + 1, &over.join(" ")));
        } else {
            // Spreadsheets pad their rows.
            cells.truncate(readers.len());
        }
        for (at, (cell, reader)) in cells.iter().zip(&readers).enumerate() {
            if reader
                .as_ref()
                .is_some_and(|reader| reader.read(cell) == Answer::Unread)
            {
                pasted.harmed.push(harmed(Unread::Answer, number, at + 1, cell));
            }
        }
        pasted.rows.push(without(cells, &names));
    }
    pasted.columns = without(std::mem::take(&mut pasted.columns), &names);
    pasted
}

/// Writes a survey's rows with their heading, for a spreadsheet. [`paste`] reads them back.
///
/// ```
/// use luoxuan::Survey;
/// use luoxuan::survey::rows_as_text;
/// let survey = Survey { columns: vec!["q".into()], rows: vec![vec!["会,一点".into()]], ..Survey::default() };
/// assert_eq!(rows_as_text(&survey), "q\n\"会,一点\"\n");
/// ```
pub fn rows_as_text(survey: &Survey) -> String {
    let mut text = String::new();
    for row in std::iter::once(&survey.columns).chain(&survey.rows) {
        text.push_str(&cells::write(row.iter().map(String::as_str), ','));
        text.push('\n');
    }
    text
}

fn harmed(why: Unread, row: usize, column: usize, text: &str) -> Harmed {
    Harmed {
        why,
        row,
        column,
        text: text.into(),
    }
}

/// What parts the cells, by the first line.
fn separator(text: &str) -> char {
    let line = text
        .trim_start_matches(['\u{feff}', '\r', '\n'])
        .lines()
        .next()
        .unwrap_or_default();
    ['\t', ',', '，']
        .into_iter()
        .find(|mark| line.contains(*mark))
        .unwrap_or('\t')
}

/// The item that a heading names, and whether by its short name or its words rather than by its number.
fn item_of<'s>(items: &[(&'s str, &Item)], heading: &str) -> Option<(&'s str, bool)> {
    let bare = |text: &str| {
        let folded = fold(text.trim());
        folded.trim_end_matches(['?', '。', '.', ':']).to_owned()
    };
    let said = bare(heading);
    if said.is_empty() {
        return None;
    }
    let whole = |(name, item): &&(&str, &Item)| {
        *name == heading.trim() || [&item.text, &item.name].iter().any(|text| bare(text) == said)
    };
    let unnumbered = || {
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '第' | '题' | '題' | 'q' | '.' | '、' | ' ');
        let rest = said.trim_start_matches(is_number);
        items
            .iter()
            .find(|(_, item)| !rest.is_empty() && bare(&item.text) == rest)
    };
    let numbered = || {
        let number = said
            .trim_start_matches(['q', '第'])
            .trim_end_matches(['题', '題'])
            .trim();
        items.get(number.parse::<usize>().ok()?.checked_sub(1)?)
    };
    let by_words = items
        .iter()
        .find(whole)
        .or_else(unnumbered)
        .map(|(name, _)| (*name, true));
    by_words.or_else(|| numbered().map(|(name, _)| (*name, false)))
}

fn is_name(heading: &str) -> bool {
    const NAMES: [&str; 12] = [
        "姓名",
        "来自ip",
        "來自ip",
        "openid",
        "名字",
        "学号",
        "學號",
        "身份证",
        "身分證",
        "手机",
        "手機",
        "电话",
    ];
    let folded = fold(heading.trim());
    NAMES.iter().any(|name| folded.contains(name))
        || matches!(folded.as_str(), "name" | "phone" | "ip" | "student name" | "pupil")
}

fn without(all: Vec<String>, places: &[usize]) -> Vec<String> {
    let kept = all.into_iter().enumerate().filter(|(at, _)| !places.contains(at));
    kept.map(|(_, cell)| cell).collect()
}
