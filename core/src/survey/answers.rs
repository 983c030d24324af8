//! Reading answers: which options a cell names.

use crate::catalog::{Language, survey::point};
use crate::record::{Choice, Item, ItemKind};
use crate::survey::sheet::pieces;
use crate::text::fold;

/// An item's options, made ready to be recognised in answers.
pub(super) struct Options {
    sort: ItemKind,
    /// Name, label, and both folded.
    known: Vec<(String, String, String)>,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    /// Nothing was answered.
    Blank,
    /// These options, by their places.
    Ticks(Vec<usize>),
    /// A number.
    Number(f64),
    /// Words, for a person to read.
    Words,
    /// It names no option, or more than it may.
    PasteWarningKind,
}

/// What an option is called: its text, for a point of a scale the usual words, or else its name.
pub(super) fn label(sort: ItemKind, name: &str, choice: &Choice, language: Language) -> String {
    let text = choice.text.trim();
    if !text.is_empty() {
        return text.into();
    }
    let score = name.parse().ok();
    let usual = sort
        .points()
        .zip(score)
        .and_then(|(points, score)| point(points, score));
    usual.map_or_else(|| name.into(), |words| words.in_(language).into())
}

/// Whether a cell only says that nobody answered: empty, or marked so by a platform.
pub(super) fn is_blank(cell: &str) -> bool {
    let said = fold(cell.trim());
    said.is_empty() || matches!(said.as_str(), "(空)" | "(跳过)" | "(跳過)")
}

impl Options {
    pub(super) fn of(item: &Item) -> Self {
        let mut known = Vec::new();
        for (name, choice) in item.choices() {
            let folded = fold(label(item.sort, &name, &choice, Language::ZhHans).trim());
            let name = fold(&name);
            // Words of a scale may come in either script.
            let other = fold(label(item.sort, &name, &choice, Language::ZhHant).trim());
            known.push((name, folded, other));
        }
        Self { sort: item.sort, known }
    }

    /// Reads one cell.
    pub(super) fn read(&self, cell: &str) -> Answer {
        if is_blank(cell) {
            return Answer::Blank;
        }
        let said = fold(cell.trim());
        // In a sheet by number: left empty, skipped.
        if matches!(said.as_str(), "-2" | "-3") && self.sort != ItemKind::Number {
            return Answer::Blank;
        }
        match self.sort {
            ItemKind::Open => Answer::Words,
            ItemKind::Number => match said.parse::<f64>() {
                Ok(number) if number.is_finite() => Answer::Number(number),
                _ => Answer::PasteWarningKind,
            },
            ItemKind::Multiple => self.several(&said).map_or(Answer::PasteWarningKind, Answer::Ticks),
            ItemKind::Single | ItemKind::Likert5 | ItemKind::Likert4 => self
                .one(&said)
                .map_or(Answer::PasteWarningKind, |at| Answer::Ticks(vec![at])),
        }
    }

    /// The option that this names: by its label, its number in the list (of a scale: its score), its letter, or its
    /// short name. A label may have its number or letter in front, and what was written in behind it: 其他（没有时间）.
    fn one(&self, said: &str) -> Option<usize> {
        let at = |test: &dyn Fn(&(String, String, String)) -> bool| self.known.iter().position(test);
        let words = |said: &str| {
            let is = |label: &str| {
                let rest = said.strip_prefix(label).filter(|_| !label.is_empty());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '(', '〖', '┊']))
            };
            at(&|known| known.1 == said || known.2 == said).or_else(|| at(&|known| is(&known.1) || is(&known.2)))
        };
        let marked = || {
            let (mark, label) = said.split_once(['.', '、', ':', ')', ' '])?;
            let marked = self.numbered(mark.trim_start_matches('('))?;
            // A letter that stands before another option's words is no answer.
            words(label.trim()).filter(|at| *at == marked)
        };
        words(said)
            .or_else(|| self.numbered(said))
            .or_else(|| at(&|known| known.0 == said))
            .or_else(marked)
    }

    fn numbered(&self, mark: &str) -> Option<usize> {
        let mut letters = mark.chars();
        let at = match (letters.next(), letters.next()) {
            (Some(letter @ 'a'..='z'), None) => letter as usize - 'a' as usize,
            _ if self.sort.points().is_some() => return None,
            _ => mark.parse::<usize>().ok()?.checked_sub(1)?,
        };
        (at < self.known.len()).then_some(at)
    }

    /// The options that this names, each once; `None` if any part names none.
    fn several(&self, said: &str) -> Option<Vec<usize>> {
        let split = |marks: &[char]| -> Option<Vec<usize>> {
            let parts = pieces(said, marks).into_iter();
            parts.map(|part| self.one(part)).collect()
        };
        // The coarser marks first: an option may hold a comma of its own.
        let whole = self.one(said).map(|at| vec![at]);
        let letters = || {
            let all = said.chars().map(|letter| self.numbered(&letter.to_string()));
            said.chars().all(|c| c.is_ascii_lowercase()).then(|| all.collect())?
        };
        let mut ticks = whole
            .or_else(|| split(&[';', '|', '┋', '\n']))
            .or_else(|| split(&[';', '|', '┋', '\n', '、', ',', '/', ' ']))
            .or_else(letters)?;
        ticks.sort_unstable();
        ticks.dedup();
        Some(ticks)
    }
}
