//! Which rows of a sheet are headings, which are answers, and which stand above and below.

use std::ops::Range;

use super::grid::{Grid, Row};
use super::heading::Heading;
use super::platform::{is_recorded, is_telling};

/// Headings stand among the first rows.
const FIRST: usize = 10;

/// How a row below the answers begins.
const BELOW: &str = "平均|均值|合计|合計|总计|總計|小计|小計|总分|總分|汇总|匯總|统计|統計|说明|說明|备注|備註|注：|注:|注意|数据来源|數據來源|答卷总数|total|average|mean|note";

/// The rows of a sheet by what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::survey) struct Layout {
    /// The row of headings.
    pub(in crate::survey) heading: usize,
    /// The rows of answers.
    pub(in crate::survey) answers: Range<usize>,
}

impl Layout {
    /// Finds headings and answers. `named` says how many columns of a row name a question that is known already.
    pub(in crate::survey) fn of(grid: &Grid, named: impl Fn(&Row) -> usize) -> Self {
        let firsts = grid.rows.iter().take(FIRST).enumerate();
        let signs = |row: &Row| {
            let own = row.cells.iter().filter(|cell| is_heading(cell)).count();
            own + named(row)
        };
        let signed = firsts
            .clone()
            .map(|(at, row)| (signs(row), std::cmp::Reverse(at)))
            .max();
        let heading = match signed {
            // One cell alone may be a title that begins with a number.
            Some((signs, std::cmp::Reverse(at))) if signs > 1 || (signs == 1 && grid.width <= 2) => at,
            // A heading is as wide as what stands below it; a title is not.
            _ => firsts
                .clone()
                .find(|(_, row)| row.filled() * 2 > grid.width)
                .map_or(0, |(at, _)| at),
        };
        let end = grid.rows.len() - below(grid, heading);
        Self {
            heading,
            answers: (heading + 1).min(end)..end,
        }
    }

    /// The answers in a grid.
    pub(in crate::survey) fn rows<'g>(&self, grid: &'g Grid) -> &'g [Row] {
        grid.rows.get(self.answers.clone()).unwrap_or_default()
    }
}

fn is_heading(cell: &str) -> bool {
    let cell = cell.trim();
    let heading = Heading::of(cell);
    // A number alone, or two with a mark between, is an answer.
    let says = heading.part
        || heading.text.chars().any(char::is_alphabetic)
        || (heading.text.is_empty() && !cell.chars().all(|c| c.is_ascii_digit()));
    !cell.is_empty() && ((heading.is_question() && says) || is_recorded(cell) || is_telling(cell))
}

/// How many rows at the end are no answers: an average, a total, a note.
fn below(grid: &Grid, heading: usize) -> usize {
    let rows = grid.rows.get(heading + 1..).unwrap_or_default();
    rows.iter()
        .rev()
        .take(FIRST)
        .take_while(|row| is_below(row, grid.width))
        .count()
}

fn is_below(row: &Row, width: usize) -> bool {
    let first = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
    let said = first.is_some_and(|first| {
        let folded = crate::text::fold(first);
        let mut words = BELOW.split('|');
        folded.chars().count() > 1
            && words
                .any(|word| folded.starts_with(&crate::text::fold(word)) || folded.starts_with(&format!("本题{word}")))
    });
    // A sentence by itself below a table of several columns is a note.
    let note = width > 3 && row.filled() == 1 && first.is_some_and(|first| first.chars().count() > 8);
    note || (said && (row.filled() * 2 <= width.max(4) || row.cell(0) == first.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &str) -> (usize, Range<usize>) {
        let (grid, _) = Grid::of_text(text).expect("a sheet");
        let layout = Layout::of(&grid, |_| 0);
        (layout.heading, layout.answers)
    }

    #[test]
    fn titles_notes_and_totals_stand_above_and_below() {
        assert_eq!(layout("序号,1、读吗？,2、写吗？\n1,读,写\n2,读,不写\n"), (0, 1..3));
        let above = "阅读问卷,,\n五（2）班，9月,,\n序号,1、读吗？,2、写吗？\n1,3,4\n2,5,4\n平均,4,4\n注：有一份没有交，没有算在内。,,\n";
        assert_eq!(layout(above), (2, 3..5));
        assert_eq!(layout("班级,性别,爱读什么\n五1,男,绘本\n五2,女,童话\n"), (0, 1..3));
        assert_eq!(layout("阅读问卷,,\n班级,性别,爱读什么\n五1,男,绘本\n"), (1, 2..3));
    }
}
