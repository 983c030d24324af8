//! A chart as a fenced block of a text.

use super::{Chart, ChartKind};
use crate::text::cells;

impl Chart {
    /// Reads a chart from what a fence says it holds and what stands in it; `None` if it is no chart.
    ///
    /// ```
    /// use luoxuan::chart::{Chart, ChartKind};
    /// let chart = Chart::read("chart line 有焦点的人数", "人,有焦点\n9月,2\n10月,\n11月,22\n").expect("a chart");
    /// assert_eq!((chart.kind, chart.caption.as_str()), (ChartKind::Line, "有焦点的人数"));
    /// assert_eq!(chart.rows[1], ("10月".into(), vec![None]));
    /// assert_eq!(Chart::read("chart bar 难题", "人，人数\n不会写，30").map(|chart| chart.rows.len()), Some(1));
    /// assert_eq!(Chart::read("rust", "fn main() {}"), None);
    /// ```
    pub fn read(info: &str, body: &str) -> Option<Self> {
        let rest = info
            .trim()
            .strip_prefix("chart")?
            .strip_prefix(char::is_whitespace)?
            .trim_start();
        let (kind, caption) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        // A hand that writes Chinese writes the full-width comma.
        let head = body.lines().next().unwrap_or_default();
        let separator = if head.contains('，') && !head.contains(',') {
            '，'
        } else {
            ','
        };
        let (rows, _) = cells::read(body, separator);
        let mut rows = rows.into_iter();
        let mut head = rows.next()?.into_iter().map(|cell| tidy(&cell));
        let (unit, series): (String, Vec<String>) = (head.next()?, head.collect());
        let rows = rows.map(|row| {
            let mut cells = row.into_iter();
            let name = cells.next().map(|cell| tidy(&cell)).unwrap_or_default();
            let mut values: Vec<_> = cells.map(|cell| number(&cell)).collect();
            values.resize(series.len(), None);
            (name, values)
        });
        let chart = Self {
            kind: ChartKind::from_word(kind)?,
            caption: tidy(caption),
            unit,
            rows: rows.collect(),
            series,
        };
        (!chart.series.is_empty() && !chart.rows.is_empty()).then_some(chart)
    }

    /// The whole fenced block, which [`Chart::read`] gives back. Line ends in names become spaces; a category without a
    /// name and without a value is not written.
    pub fn write(&self) -> String {
        let mut text = format!("```chart {}", self.kind.word());
        let caption = tidy(&self.caption);
        if !caption.is_empty() {
            // What Markdown reads as a mark, an entity or the end of the fence.
            let marks = [('\\', "\\\\"), ('&', "&amp;"), ('`', "&#96;")];
            text.push(' ');
            for character in caption.chars() {
                match marks.iter().find(|(mark, _)| *mark == character) {
                    Some((_, written)) => text.push_str(written),
                    None => text.push(character),
                }
            }
        }
        let head = std::iter::once(&self.unit).chain(&self.series).map(|cell| tidy(cell));
        row(&mut text, &head.collect::<Vec<_>>());
        for (name, values) in &self.rows {
            let values = (0..self.series.len()).map(|series| values.get(series).copied().flatten());
            let written = values.map(|value| {
                value
                    .filter(|value| value.is_finite())
                    .map_or_else(String::new, |value| value.to_string())
            });
            row(
                &mut text,
                &std::iter::once(tidy(name)).chain(written).collect::<Vec<_>>(),
            );
        }
        text.push_str("\n```");
        text
    }
}

fn row(text: &mut String, cells: &[String]) {
    text.push('\n');
    text.push_str(&cells::write(cells.iter().map(String::as_str), ','));
}

/// On one line, without what a text cannot carry.
fn tidy(text: &str) -> String {
    let plain = text.replace(
        |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}'),
        " ",
    );
    plain.trim().to_owned()
}

fn number(cell: &str) -> Option<f64> {
    let cell = crate::text::fold(cell.trim());
    let number: f64 = cell.trim_end_matches('%').trim().parse().ok()?;
    number.is_finite().then_some(number)
}
