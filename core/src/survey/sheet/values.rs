//! What stands in a column: answers, and what is none.

use std::collections::BTreeMap;

use super::grid::Row;
use crate::survey::answers::is_blank;
use crate::text::fold;

/// Codes of a sheet by number: left empty, and skipped.
const CODES: [&str; 2] = ["-2", "-3"];

/// The answers of a column.
#[derive(Debug, Default)]
pub(in crate::survey) struct Values<'g> {
    /// Each different answer with how often it was given, in the order in which they first come.
    pub(in crate::survey) distinct: Vec<(&'g str, usize)>,
    /// How many answered.
    pub(in crate::survey) answered: usize,
    /// How many were skipped or left empty by their own mark, not merely an empty cell.
    pub(in crate::survey) skipped: usize,
    /// Whether -2 and -3 are numbers here like any other.
    pub(in crate::survey) negative: bool,
}

impl<'g> Values<'g> {
    /// The answers in a column of these rows.
    pub(in crate::survey) fn of(rows: &'g [Row], column: usize) -> Self {
        let mut values = Self {
            negative: rows.iter().any(|row| below_zero(row.cell(column))),
            ..Self::default()
        };
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows {
            let cell = row.cell(column);
            if values.is_none(cell) {
                values.skipped += usize::from(!cell.is_empty());
                continue;
            }
            values.answered += 1;
            let place = *places.entry(cell).or_insert(values.distinct.len());
            match values.distinct.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => values.distinct.push((cell, 1)),
            }
        }
        values
    }

    /// Whether a cell holds no answer.
    pub(in crate::survey) fn is_none(&self, cell: &str) -> bool {
        is_blank(cell) || (!self.negative && CODES.contains(&cell))
    }

    /// The different answers as whole numbers; `None` if one is none.
    pub(in crate::survey) fn whole(&self) -> Option<Vec<i64>> {
        let all = self.distinct.iter().map(|(text, _)| fold(text).parse().ok());
        all.collect::<Option<Vec<i64>>>().filter(|all| !all.is_empty())
    }

    /// Whether all but a few answers are numbers.
    pub(in crate::survey) fn is_numeric(&self) -> bool {
        let is_number = |text: &str| fold(text).parse::<f64>().is_ok_and(f64::is_finite);
        let numbers: usize = self
            .distinct
            .iter()
            .filter(|(text, _)| is_number(text))
            .map(|(_, count)| count)
            .sum();
        self.answered > 0 && numbers * 10 >= self.answered * 9
    }
}

/// Whether a cell says that an option was ticked; `None` if it says something else.
pub(in crate::survey) fn is_tick(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "1" | "√" | "✓" | "✔" | "是" | "选中" | "選中" | "已选" | "true" | "yes" => Some(true),
        "0" | "×" | "否" | "未选中" | "未選中" | "未选" | "false" | "no" => Some(false),
        _ => None,
    }
}

fn below_zero(cell: &str) -> bool {
    !CODES.contains(&cell) && cell.starts_with('-') && cell.parse::<f64>().is_ok_and(|number| number < 0.0)
}
