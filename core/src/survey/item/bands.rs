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
        let sd = numbers.deviation.map_or_else(|| "–".into(), short);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("n", &numbers.n),
            ("mean", &short(numbers.mean)),
            ("sd", &sd),
            ("least", &short(numbers.least)),
            ("most", &short(numbers.most)),
        ];
        let sentence = self.say(said::NUMBERS, slots);
        let called = self.item.called();
        let n = numbers.n as u64;
        let heads =
            [said::PEOPLE, said::MEAN, said::DEVIATION, said::LEAST, said::MOST].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let row = vec![
            numbers.n.to_string(),
            short(numbers.mean),
            sd.clone(),
            short(numbers.least),
            short(numbers.most),
        ];
        let mut text = table(&caption(called, n, self.language), &heads, &[row], "");
        let headline: &[(&str, &dyn std::fmt::Display)] = &[("name", &literal(called)), ("mean", &short(numbers.mean))];
        let mut part = Part {
            headline: self.say(said::HEAD_NUMBERS, headline),
            brief: self.say(said::BRIEF_NUMBERS, slots),
            sentence,
            quotes: String::new(),
            table: String::new(),
            chart: None,
            people: n,
            weight: 0,
        };
        if numbers.bands.is_empty() {
            part.table = text;
            return part;
        }
        let band = |from: Option<f64>, to: Option<f64>| match (from.map(short), to.map(short)) {
            (None, to) => self.say(said::BELOW, &[("to", &to.unwrap_or_default())]),
            (Some(from), None) => self.say(said::ABOVE, &[("from", &from)]),
            (Some(from), Some(to)) => self.say(said::BETWEEN, &[("from", &from), ("to", &to)]),
        };
        let bands: Vec<(String, u64)> = numbers
            .bands
            .iter()
            .map(|(from, to, count)| (band(*from, *to), *count))
            .collect();
        let title = self.say(said::BANDS, &[("name", &called)]);
        let heads = [said::BAND, said::PEOPLE, said::PERCENT].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let rows = bands
            .iter()
            .map(|(name, count)| vec![name.clone(), count.to_string(), percent(*count, n)]);
        let rows: Vec<Vec<String>> = rows.collect();
        text.push_str("\n\n");
        text.push_str(&table(&caption(&title, n, self.language), &heads, &rows, ""));
        let chart = Chart {
            kind: ChartKind::Column,
            caption: self.say(said::DRAWN, &[("name", &title), ("n", &numbers.n)]),
            unit: self.say(said::PERSON, &[]),
            series: vec![self.say(said::PEOPLE, &[])],
            rows: bands
                .into_iter()
                .map(|(name, count)| (name, vec![Some(real(count))]))
                .collect(),
        };
        part.table = text;
        part.chart = Some(chart);
        part
    }
}
