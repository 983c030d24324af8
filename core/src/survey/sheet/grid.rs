//! Cells as text, within bounds.

use std::fmt;

use crate::catalog::{Language, fill, sheet::sheet_error};
use crate::text::cells;

/// Why a sheet is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetError {
    /// Nothing stands in it.
    Empty,
    /// It is larger than [`Grid::BYTES`].
    Large,
    /// It has more rows than [`Grid::ROWS`].
    Rows,
    /// It has more columns than [`Grid::COLUMNS`].
    Columns,
    /// A cell holds more than [`Grid::CHARACTERS`]; its row, from 1.
    Cell(usize),
    /// It is locked with a password.
    Locked,
    /// It is no sheet at all, or one of a kind that is not read.
    Foreign,
    /// It was a sheet, and is damaged.
    Broken,
}

impl SheetError {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::Large,
        Self::Rows,
        Self::Columns,
        Self::Cell(1),
        Self::Locked,
        Self::Foreign,
        Self::Broken,
    ];

    /// It as a sentence.
    pub fn sentence(self, language: Language) -> String {
        let (most, row) = match self {
            Self::Large => (Grid::BYTES >> 20, 0),
            Self::Rows => (Grid::ROWS, 0),
            Self::Columns => (Grid::COLUMNS, 0),
            Self::Cell(row) => (Grid::CHARACTERS, row),
            Self::Empty | Self::Locked | Self::Foreign | Self::Broken => (0, 0),
        };
        fill(sheet_error(self).in_(language), &[("most", &most), ("row", &row)])
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for SheetError {}

/// A row of cells with its number as a spreadsheet counts it, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::survey) struct Row {
    pub(in crate::survey) number: usize,
    pub(in crate::survey) cells: Vec<String>,
}

impl Row {
    /// What stands in a column, without the spaces around it; nothing beyond its end.
    pub(in crate::survey) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// How many cells hold something.
    pub(in crate::survey) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// The cells of a sheet. Rows without a word in them are left out; the others keep their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    pub(in crate::survey) rows: Vec<Row>,
    pub(in crate::survey) width: usize,
}

impl Grid {
    /// Bytes of a file.
    pub const BYTES: usize = 32 << 20;
    /// A large school, twice over.
    pub const ROWS: usize = 20_000;
    /// A long questionnaire, each option a column.
    pub const COLUMNS: usize = 500;
    /// An answer of several pages.
    pub const CHARACTERS: usize = 10_000;

    /// Takes cells in their rows.
    ///
    /// # Errors
    ///
    /// If there are none, or more than anybody's questionnaire has.
    pub fn new(rows: Vec<Vec<String>>) -> Result<Self, SheetError> {
        let numbered = rows.into_iter().zip(1..).map(|(cells, number)| Row { number, cells });
        let rows: Vec<Row> = numbered.filter(|row| row.filled() > 0).collect();
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        if rows.len() > Self::ROWS {
            return Err(SheetError::Rows);
        }
        let last = |row: &Row| row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let width = rows.iter().filter_map(last).max().map_or(0, |last| last + 1);
        if width > Self::COLUMNS {
            return Err(SheetError::Columns);
        }
        let long = |cell: &String| cell.len() > Self::CHARACTERS && cell.chars().count() > Self::CHARACTERS;
        if let Some(row) = rows.iter().find(|row| row.cells.iter().any(long)) {
            return Err(SheetError::Cell(row.number));
        }
        Ok(Self { rows, width })
    }

    /// Reads text with tabs or commas, half or full width, between the cells, such as a spreadsheet puts on the clipboard
    /// or into a `.csv`. The second answer says whether a quotation mark never closes.
    ///
    /// # Errors
    ///
    /// As [`Grid::new`].
    pub fn of_text(text: &str) -> Result<(Self, bool), SheetError> {
        if text.len() > Self::BYTES {
            return Err(SheetError::Large);
        }
        let (rows, open) = cells::read(text, separator(text));
        Self::new(rows).map(|grid| (grid, open))
    }

    /// The rows that hold something, each with its number as a spreadsheet counts it, from 1.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.rows.iter().map(|row| (row.number, row.cells.as_slice()))
    }

    /// How many columns hold something.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows hold something.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// What parts the cells: the first mark that half of the first lines hold, for a title above the headings may hold none.
fn separator(text: &str) -> char {
    const MARKS: [char; 3] = ['\t', ',', '，'];
    let lines: Vec<&str> = text
        .trim_start_matches(['\u{feff}', '\r', '\n'])
        .lines()
        .take(6)
        .collect();
    let holding = |mark: char| lines.iter().filter(|line| line.contains(mark)).count();
    let by_half = MARKS.into_iter().find(|mark| holding(*mark) * 2 > lines.len());
    let by_any = || MARKS.into_iter().find(|mark| holding(*mark) > 0);
    by_half.or_else(by_any).unwrap_or('\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_refused_with_its_place() {
        let error = |rows: Vec<Vec<String>>| Grid::new(rows).expect_err("too much");
        assert_eq!(error(vec![vec![" ".into()]]), SheetError::Empty);
        assert_eq!(error(vec![vec!["1".into()]; Grid::ROWS + 1]), SheetError::Rows);
        assert_eq!(error(vec![vec!["1".into(); Grid::COLUMNS + 1]]), SheetError::Columns);
        let long = vec![vec!["短".into()], vec!["长".repeat(Grid::CHARACTERS + 1)]];
        assert_eq!(error(long), SheetError::Cell(2));
        assert_eq!(
            SheetError::Cell(2).sentence(Language::ZhHans),
            "第2行有一格超过10000个字，没有收：请看看那里是不是缺了一个引号。"
        );
    }

    #[test]
    fn a_title_above_the_headings_does_not_hide_what_parts_the_cells() {
        let (grid, _) = Grid::of_text("阅读问卷\n序号,1、读吗？\n1,读\n\n2,不读\n").expect("a sheet");
        assert_eq!((grid.width, grid.len()), (2, 4));
    }
}
