//! Numbers, of one item: their summary, and how many lie in each band.

use super::{Part, Told};
use crate::catalog::words::survey::said;
use crate::chart::{Chart, ChartKind};
use crate::survey::figure::{percent, short};
use crate::survey::finding::real;
use crate::survey::numbers::Numbers;
use crate::survey::table::{caption, literal, table};

impl Told<'_> {
    pub(super) fn numbers(&self, numbers: &Numbers) -> Part {
        let sd = deviation(numbers);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("n", &numbers.n),
            ("mean", &short(numbers.mean)),
            ("sd", &sd),
            ("least", &short(numbers.least)),
            ("most", &short(numbers.most)),
        ];
        let headline: &[(&str, &dyn std::fmt::Display)] =
            &[("name", &literal(self.item.called())), ("mean", &short(numbers.mean))];
        let mut part = Part {
            headline: self.say(said::HEAD_NUMBERS, headline),
            brief: self.say(said::BRIEF_NUMBERS, slots),
            sentence: self.say(said::NUMBERS, slots),
            quotes: String::new(),
            table: self.summary_table(numbers),
            chart: None,
            people: numbers.n as u64,
            weight: 0,
        };
        if !numbers.bands.is_empty() {
            let bands = self.bands(numbers);
            part.table.push_str("\n\n");
            part.table.push_str(&self.band_table(numbers, &bands));
            part.chart = Some(self.band_chart(numbers, bands));
        }
        part
    }

    fn summary_table(&self, numbers: &Numbers) -> String {
        let heads =
            [said::PEOPLE, said::MEAN, said::DEVIATION, said::LEAST, said::MOST].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let row = vec![
            numbers.n.to_string(),
            short(numbers.mean),
            deviation(numbers),
            short(numbers.least),
            short(numbers.most),
        ];
        let caption = caption(self.item.called(), numbers.n as u64, self.language);
        table(&caption, &heads, &[row], "")
    }

    /// What each band is called, and how many lie in it.
    fn bands(&self, numbers: &Numbers) -> Vec<(String, u64)> {
        let band = |from: Option<f64>, to: Option<f64>| match (from.map(short), to.map(short)) {
            (None, to) => self.say(said::BELOW, &[("to", &to.unwrap_or_default())]),
            (Some(from), None) => self.say(said::ABOVE, &[("from", &from)]),
            (Some(from), Some(to)) => self.say(said::BETWEEN, &[("from", &from), ("to", &to)]),
        };
        let bands = numbers.bands.iter();
        bands.map(|(from, to, count)| (band(*from, *to), *count)).collect()
    }

    fn band_title(&self) -> String {
        self.say(said::BANDS, &[("name", &self.item.called())])
    }

    fn band_table(&self, numbers: &Numbers, bands: &[(String, u64)]) -> String {
        let n = numbers.n as u64;
        let heads = [said::BAND, said::PEOPLE, said::PERCENT].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let rows = bands
            .iter()
            .map(|(name, count)| vec![name.clone(), count.to_string(), percent(*count, n)]);
        let rows: Vec<Vec<String>> = rows.collect();
        table(&caption(&self.band_title(), n, self.language), &heads, &rows, "")
    }

    fn band_chart(&self, numbers: &Numbers, bands: Vec<(String, u64)>) -> Chart {
        let rows = bands.into_iter().map(|(name, count)| (name, vec![Some(real(count))]));
        Chart {
            kind: ChartKind::Column,
            caption: self.say(said::DRAWN, &[("name", &self.band_title()), ("n", &numbers.n)]),
            unit: self.say(said::PERSON, &[]),
            series: vec![self.say(said::PEOPLE, &[])],
            rows: rows.collect(),
        }
    }
}

/// How far the numbers spread, where there are enough to say so.
fn deviation(numbers: &Numbers) -> String {
    numbers.deviation.map_or_else(|| "–".into(), short)
}
