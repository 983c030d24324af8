//! Tables.

use super::body::Body;
use crate::manuscript::{Inline, Table, word};
use crate::record::{Role, TableLines};
use crate::text::is_cjk;
use crate::text::markdown::Align;

/// A table of more rows may be divided between pages; a smaller one stays whole.
const WHOLE: usize = 12;

/// What the table style leaves free beside the words of a cell, in twips.
const PADDING: u32 = 216;

impl Body<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let columns = table.columns().min(60);
        if columns == 0 {
            return;
        }
        let widths = self.widths(table, columns);
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        let total: u32 = widths.iter().sum();
        self.xml
            .empty("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        self.xml.val("w:jc", "center");
        let grid = self.paper.layout.table_lines == TableLines::Grid;
        self.borders(grid);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid", &[]);
        for width in &widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.close("w:tblGrid");
        let rows = table.rows.len();
        for (at, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let head = at == 0;
            self.xml.open("w:tr", &[]);
            self.xml.open("w:trPr", &[]);
            self.xml.empty("w:cantSplit", &[]);
            if head {
                self.xml.empty("w:tblHeader", &[]);
            }
            self.xml.close("w:trPr");
            for (column, width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or(&[][..], Vec::as_slice);
                let align = table.aligns.get(column).copied().unwrap_or_default();
                self.cell(
                    cell,
                    *width,
                    head && !grid,
                    align,
                    head || column > 0,
                    at < rows && rows <= WHOLE,
                );
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
    }

    /// The lines round a table, and between its cells if it is a grid.
    fn borders(&mut self, grid: bool) {
        self.xml.open("w:tblBorders", &[]);
        let sides: &[(&str, &str)] = if grid {
            &[
                ("w:top", "4"),
                ("w:left", "4"),
                ("w:bottom", "4"),
                ("w:right", "4"),
                ("w:insideH", "4"),
                ("w:insideV", "4"),
            ]
        } else {
            &[("w:top", "12"), ("w:bottom", "12")]
        };
        for (side, size) in sides {
            self.border(side, size);
        }
        self.xml.close("w:tblBorders");
    }

    fn cell(&mut self, runs: &[Inline], width: u32, underlined: bool, align: Align, middle: bool, keep: bool) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml
            .empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if underlined {
            self.xml.open("w:tcBorders", &[]);
            self.border("w:bottom", "6");
            self.xml.close("w:tcBorders");
        }
        self.xml.val("w:vAlign", "center");
        self.xml.close("w:tcPr");
        self.open_paragraph("TableText");
        if keep {
            self.xml.val("w:keepNext", 1);
        }
        let align = match align {
            Align::Right => "right",
            Align::Centre => "center",
            Align::None if middle => "center",
            Align::Left | Align::None => "left",
        };
        self.xml.val("w:jc", align);
        self.xml.close("w:pPr");
        let outside = std::mem::replace(&mut self.room, width.saturating_sub(PADDING).max(1));
        self.runs(runs);
        self.room = outside;
        self.xml.close("w:p");
        self.xml.close("w:tc");
    }

    fn border(&mut self, side: &str, size: &str) {
        let line = [
            ("w:val", "single"),
            ("w:sz", size),
            ("w:space", "0"),
            ("w:color", "auto"),
        ];
        self.xml.empty(side, &line);
    }

    /// Widths by what the columns hold. A small table is not stretched over the page; in a crowded one the head is
    /// broken into lines before any value is.
    fn widths(&self, table: &Table, columns: usize) -> Vec<u32> {
        let half = self.paper.face(Role::Table).half_points.saturating_mul(5);
        let room = |content: u32| content.clamp(half * 4, half * 60).saturating_add(320);
        let longest = |column: usize, rows: &mut dyn Iterator<Item = &Vec<Vec<Inline>>>| {
            let cells = rows.filter_map(|row| row.get(column));
            let wide = cells.map(|cell| halves(cell).saturating_mul(half).max(self.widest_picture(cell)));
            room(wide.max().unwrap_or(0))
        };
        let values: Vec<u32> = (0..columns)
            .map(|column| longest(column, &mut table.rows.iter()))
            .collect();
        let whole: Vec<u32> = (0..columns)
            .map(|column| longest(column, &mut std::iter::once(&table.head).chain(&table.rows)))
            .collect();
        let sum = |widths: &[u32]| widths.iter().fold(0, |sum: u32, width| sum.saturating_add(*width));
        let all = self.paper.width();
        let count = u32::try_from(columns).unwrap_or(u32::MAX).max(1);
        let (least, most) = (sum(&values), sum(&whole));
        if most <= all {
            // Room to spare, up to two thirds of the page.
            let spare = (all / 3 * 2).saturating_sub(most) / count;
            return whole.iter().map(|width| width.saturating_add(spare)).collect();
        }
        if least <= all {
            let spare = all - least;
            let grown = values.iter().zip(&whole).map(|(value, whole)| {
                value.saturating_add(part(spare, whole.saturating_sub(*value), most.saturating_sub(least)))
            });
            return grown.collect();
        }
        shrunk(&values, all)
    }

    fn widest_picture(&self, cell: &[Inline]) -> u32 {
        let pictures = cell.iter().filter_map(|run| match run {
            Inline::Picture(blob, _) => Some(self.natural_width(*blob)),
            _ => None,
        });
        pictures.max().unwrap_or(0)
    }
}

/// How long the words of a cell are in halves of a character: Latin letters take one, Chinese two, and where figures or
/// letters stand beside Chinese, Word puts a quarter of a character between them: 10月10日 has three of those.
fn halves(cell: &[Inline]) -> u32 {
    let said = cell.iter().filter(|run| !matches!(run, Inline::Picture(..)));
    let (mut quarters, mut before) = (0_u32, None);
    for character in said.flat_map(|run| word(run).chars()) {
        let kind = (character.is_ascii_alphanumeric(), is_cjk(character));
        let parted =
            before.is_some_and(|before| matches!((before, kind), ((true, _), (_, true)) | ((_, true), (true, _))));
        let wide = if character.is_ascii() { 2 } else { 4 };
        quarters = quarters.saturating_add(wide + u32::from(parted));
        before = Some(kind);
    }
    quarters.div_ceil(2)
}

/// Widths for columns that want more than there is: those that ask for no more than their fair share get it, so that a short
/// value such as 国家级 is not broken because a title is long; the others divide the rest.
fn shrunk(values: &[u32], all: u32) -> Vec<u32> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).max(1);
    let mut share = all / count(values.len());
    loop {
        let small = values.iter().filter(|value| **value <= share);
        let (number, taken) = small.fold((0, 0_u32), |(number, sum), value| {
            (number + 1, sum.saturating_add(*value))
        });
        let next = all.saturating_sub(taken) / count(values.len() - number);
        // It grows with each column that asks for less, and there are only so many.
        if next <= share {
            return values.iter().map(|value| (*value).min(share).max(1)).collect();
        }
        share = next;
    }
}

/// That part of a width which `of` of `total` gets.
fn part(width: u32, of: u32, total: u32) -> u32 {
    let part = u64::from(width) * u64::from(of) / u64::from(total.max(1));
    u32::try_from(part).unwrap_or(width)
}
