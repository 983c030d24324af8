//! Charts: figures as data in a text, and their drawing.
//!
//! A chart stands in a text as a fenced block, so that it can be read, changed by hand and kept for ever; the drawing is
//! made from it each time. [`Chart::svg`] draws it in one ink: bars and bands are told apart by hatching and lines by
//! dashes and marks, so that a photocopy says the same.
//!
//! ````
//! use luoxuan::catalog::Language;
//! use luoxuan::chart::{Chart, ChartKind};
//! let chart = Chart {
//!     kind: ChartKind::Bar,
//!     caption: "三年级学生习作的最大困难（n=121）".into(),
//!     unit: "人".into(),
//!     series: vec!["人数".into()],
//!     rows: vec![("不知道写什么".into(), vec![Some(52.0)]), ("写不细".into(), vec![Some(41.0)])],
//! };
//! let text = chart.write();
//! assert_eq!(text, "```chart bar 三年级学生习作的最大困难（n=121）\n人,人数\n不知道写什么,52\n写不细,41\n```");
//! assert!(chart.svg(Language::ZhHans).contains("role=\"img\""));
//! ````
//!
//! The drawing is our own. plotters with nothing but its SVG backend was tried: one line and one set of bars came to
//! 730 kB of module, 125 kB after brotli, which is half the budget of the page; it knows no hatching, writes fixed
//! colours where a page wants `currentColor`, and gives a drawing no title or description for those who do not see it.
//! Four kinds of chart with a dozen values are a few hundred lines.

mod bars;
mod fence;
mod indicator;
mod ink;
mod lines;
mod stacked;
mod svg;
#[cfg(test)]
mod tests;

use crate::record::words;

words! {
    /// What a chart draws.
    pub enum ChartKind {
        /// Horizontal bars (条形图), for names that need room.
        #[default]
        Bar = "bar",
        /// Columns (柱形图).
        Column = "column",
        /// Lines (折线图), over time.
        Line = "line",
        /// Bars of 100 %, a band each series (百分比堆积条形图).
        Stacked = "stacked",
    }
}

/// A chart: a caption, and a value for each category and series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// What it draws.
    pub kind: ChartKind,
    /// Its caption, without a number. It says n.
    pub caption: String,
    /// The unit of its values; may be empty.
    pub unit: String,
    /// What its series are called.
    pub series: Vec<String>,
    /// Its categories, each with a value for every series, or `None` where there is none.
    pub rows: Vec<(String, Vec<Option<f64>>)>,
}

impl Chart {
    /// The value of a category in a series, where it can be drawn.
    fn value(&self, row: usize, series: usize) -> Option<f64> {
        let (_, values) = self.rows.get(row)?;
        values.get(series).copied().flatten().and_then(drawable)
    }

    /// What it is drawn as. Shares of a sum are none where a part of it is negative: those stand as bars of their own.
    pub(crate) fn drawn(&self) -> ChartKind {
        match self.kind {
            ChartKind::Stacked if self.falls() => ChartKind::Bar,
            kind => kind,
        }
    }

    /// Whether any of its values is negative.
    pub(crate) fn falls(&self) -> bool {
        self.values().any(|value| value < 0.0)
    }

    /// All its values.
    fn values(&self) -> impl Iterator<Item = f64> {
        let all = self
            .rows
            .iter()
            .flat_map(|(_, values)| values.iter().copied().flatten());
        all.filter_map(drawable)
    }
}

/// Differences and sums of what is drawn stay finite.
fn drawable(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-1e300, 1e300))
}
