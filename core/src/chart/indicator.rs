//! Indicators over time as lines.

use super::{Chart, ChartKind};
use crate::catalog::{Language, fill, words::survey::said};
use crate::record::{Indicator, Measure};
use crate::time::Date;

impl Chart {
    /// One indicator over time: shares in percent, or else counts or means in its unit, each day with its n. `None` with
    /// fewer than two values, which are no line.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::chart::Chart;
    /// use luoxuan::record::{Indicator, Measure};
    /// let measure = |on: &str, count| Measure { on: on.parse().ok(), count: Some(count), of: Some(42), ..Measure::default() };
    /// let focus = Indicator { name: "有焦点".into(), unit: "人".into(), ..Indicator::default() };
    /// let chart = Chart::of_indicator(&focus, &[&measure("2025-10-09", 6), &measure("2025-11-06", 22)], Language::ZhHans);
    /// let chart = chart.expect("two values");
    /// assert_eq!((chart.caption.as_str(), chart.unit.as_str()), ("有焦点（n=42）", "%"));
    /// assert_eq!(chart.rows[1], ("11月6日".into(), vec![Some(52.4)]));
    /// ```
    pub fn of_indicator(indicator: &Indicator, values: &[&Measure], language: Language) -> Option<Self> {
        let mut chart = Self::of_indicators(&[(indicator, values.to_vec())], language)
            .or_else(|| plain(indicator, values, language))?;
        chart.caption = match common(values.iter().copied()) {
            Some(n) => fill(said::DRAWN.in_(language), &[("name", &indicator.name), ("n", &n)]),
            None => indicator.name.clone(),
        };
        Some(chart)
    }

    /// Several indicators over time, those of them that are shares, in percent. `None` if none has two values.
    pub fn of_indicators(indicators: &[(&Indicator, Vec<&Measure>)], language: Language) -> Option<Self> {
        let shares = |values: &[&Measure]| values.len() > 1 && values.iter().all(|value| value.percent().is_some());
        let drawn: Vec<_> = indicators.iter().filter(|(_, values)| shares(values)).collect();
        let all = || drawn.iter().flat_map(|(_, values)| values.iter().copied());
        let mut days: Vec<Option<Date>> = all().map(|value| value.on).collect();
        days.sort_unstable();
        days.dedup();
        let n = common(all());
        let rows = days.into_iter().map(|day| {
            let values = drawn.iter().map(|(_, values)| {
                let value = values.iter().rev().find(|value| value.on == day)?;
                percent(value)
            });
            let n_here = common(all().filter(|value| value.on == day)).filter(|_| n.is_none());
            (dated(day, n_here, language), values.collect())
        });
        let title = said::TREND.in_(language).to_owned();
        let chart = Self {
            kind: ChartKind::Line,
            caption: n.map_or(title.clone(), |n| {
                fill(said::DRAWN.in_(language), &[("name", &title), ("n", &n)])
            }),
            unit: "%".into(),
            series: drawn.iter().map(|(indicator, _)| indicator.name.clone()).collect(),
            rows: rows.collect(),
        };
        (!chart.series.is_empty()).then_some(chart)
    }
}

fn plain(indicator: &Indicator, values: &[&Measure], language: Language) -> Option<Chart> {
    let n = common(values.iter().copied());
    let rows: Vec<_> = values
        .iter()
        .filter_map(|value| {
            let figure = value.count.map(f64::from).or(value.figure)?;
            Some((
                dated(value.on, value.of.filter(|_| n.is_none()), language),
                vec![Some(figure)],
            ))
        })
        .collect();
    (rows.len() > 1).then(|| Chart {
        kind: ChartKind::Line,
        caption: String::new(),
        unit: indicator.unit.clone(),
        series: vec![indicator.name.clone()],
        rows,
    })
}

/// The percentage as it is printed.
fn percent(value: &Measure) -> Option<f64> {
    let (count, of) = (value.count?, value.of?);
    crate::survey::percent(count.into(), of.into()).parse().ok()
}

/// The base all of them have.
fn common<'m>(values: impl Iterator<Item = &'m Measure>) -> Option<u32> {
    let mut bases: Vec<_> = values.map(|value| value.of).collect();
    bases.dedup();
    match bases[..] {
        [n] => n,
        _ => None,
    }
}

fn dated(day: Option<Date>, n: Option<u32>, language: Language) -> String {
    let day = day.map_or_else(String::new, |day| {
        let (_, month, number) = day.ymd();
        match language {
            Language::En => day.to_string(),
            Language::ZhHans | Language::ZhHant => format!("{month}月{number}日"),
        }
    });
    match n {
        Some(n) => fill(said::DRAWN.in_(language), &[("name", &day), ("n", &n)]),
        None => day,
    }
}
