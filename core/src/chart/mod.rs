//! A chart as it is written into a text: a fenced block with its data as CSV.

use crate::record::words;

words! {
    /// What a chart is drawn as.
    pub enum ChartKind {
        /// Bars lying: names are as long as they like.
        #[default]
        Bar = "bar",
        /// Bars standing.
        Column = "column",
        /// A line through the values.
        Line = "line",
        /// Bars lying, each divided into shares of 100 %.
        Stacked = "stacked",
    }
}

/// A chart: series of values over categories.
///
/// ```
/// use luoxuan::chart::{Chart, ChartKind};
/// let chart = Chart::read("chart bar 最大困难", "人,人数\n不知道写什么,52\n写不细,\n").unwrap();
/// assert_eq!((chart.kind, chart.unit.as_str()), (ChartKind::Bar, "人"));
/// assert_eq!(chart.rows[0], ("不知道写什么".to_owned(), vec![Some(52.0)]));
/// assert_eq!(chart.rows[1].1, [None]);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// What it is drawn as.
    pub kind: ChartKind,
    /// Its caption, without a number.
    pub caption: String,
    /// What the values are counted in; empty if that needs no word.
    pub unit: String,
    /// The names of the series.
    pub series: Vec<String>,
    /// Each category with its values, one a series; `None` where there is none.
    pub rows: Vec<(String, Vec<Option<f64>>)>,
}

impl Chart {
    /// Reads a fenced block; `None` if it is not a chart.
    pub fn read(info: &str, body: &str) -> Option<Self> {
        let rest = info.trim().strip_prefix("chart")?.trim_start();
        let (kind, caption) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let mut lines = body.lines().filter(|line| !line.trim().is_empty()).map(cells);
        let mut head = lines.next()?.into_iter();
        let unit = head.next().unwrap_or_default();
        let series: Vec<String> = head.collect();
        let rows: Vec<_> = lines
            .map(|row| {
                let mut row = row.into_iter();
                let name = row.next().unwrap_or_default();
                let mut values: Vec<Option<f64>> = row
                    .map(|value| value.parse().ok().filter(|value: &f64| value.is_finite()))
                    .collect();
                values.resize(series.len(), None);
                (name, values)
            })
            .collect();
        let kind = ChartKind::from_word(kind)?;
        (!series.is_empty() && !rows.is_empty()).then(|| Self {
            kind,
            caption: caption.trim().to_owned(),
            unit,
            series,
            rows,
        })
    }
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.trim_end().chars() {
        match (character, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (character, Some(cell)) => cell.push(character),
            _ => {}
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}
