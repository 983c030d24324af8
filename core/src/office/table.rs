//! Tables.

use super::body::Body;
use crate::manuscript::{Run, Table, words};
use crate::record::{Role, TableLines};
use crate::text::markdown::Align;

/// A table of more rows may be divided between pages; a smaller one stays whole.
const WHOLE: usize = 12;

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

    fn cell(&mut self, runs: &[Run], width: u32, underlined: bool, align: Align, middle: bool, keep: bool) {
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
        self.runs(runs);
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

    /// Widths by what the columns hold. A small table is not stretched over the page.
    fn widths(&self, table: &Table, columns: usize) -> Vec<u32> {
        let mut wide = vec![0_u32; columns];
        for row in std::iter::once(&table.head).chain(&table.rows) {
            for (cell, most) in row.iter().zip(&mut wide) {
                // In halves of a character: Latin letters take one, Chinese two.
                let halves = words(cell)
                    .chars()
                    .map(|character| if character.is_ascii() { 1 } else { 2 })
                    .fold(0_u32, u32::saturating_add);
                *most = (*most).max(halves);
            }
        }
        let half = self.paper.face(Role::Table).half_points.saturating_mul(5);
        let all = self.paper.width();
        let mut widths: Vec<u32> = wide
            .iter()
            .map(|halves| halves.clamp(&4, &60).saturating_mul(half).saturating_add(320))
            .collect();
        let count = u32::try_from(columns).unwrap_or(u32::MAX);
        let total: u32 = widths.iter().fold(0, |sum, width| sum.saturating_add(*width));
        if total > all {
            for width in &mut widths {
                let share = u64::from(*width) * u64::from(all) / u64::from(total.max(1));
                *width = u32::try_from(share).unwrap_or(all).max(all / count / 3).max(1);
            }
        } else {
            // Room to breathe, up to two thirds of the page.
            let spare = (all / 3 * 2).saturating_sub(total) / count.max(1);
            for width in &mut widths {
                *width = width.saturating_add(spare);
            }
        }
        widths
    }
}
