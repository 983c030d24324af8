//! Findings: each item, table and comparison of a survey, said in three ways.

use super::cross::Crossing;
use super::figure::short;
use super::item;
use super::numbers::Pairs;
use super::table::{caption, literal, say, table};
use crate::catalog::{Language, survey::Said};
use crate::chart::{Chart, ChartKind};
use crate::record::{Paired, Survey};

/// What one part of a survey came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which part: `item:NAME`, `cross:NAME` or `paired:NAME`.
    pub part: String,
    /// What it is called.
    pub called: String,
    /// It as a sentence, closed.
    pub sentence: String,
    /// It as a Markdown table, the caption in a paragraph before it, notes in one after it.
    pub table: String,
    /// It as a chart, where one says more.
    pub chart: Option<Chart>,
}

/// What a survey came to: its items, two-way tables and comparisons in order, those in which something was counted.
pub fn findings(survey: &Survey, language: Language) -> Vec<Finding> {
    let items = survey
        .items()
        .into_iter()
        .filter_map(|(name, it)| item::finding(survey, name, it, language));
    let crosses = survey.crosses().into_iter().filter_map(|(name, cross)| {
        let crossing = Crossing::of(survey, cross, language)?;
        Some(crossed(format!("cross:{name}"), &crossing, language))
    });
    let paired = survey
        .paired()
        .into_iter()
        .filter_map(|(name, it)| paired(name, it, language));
    items.chain(crosses).chain(paired).collect()
}

fn crossed(part: String, crossing: &Crossing, language: Language) -> Finding {
    let people = |n: u64| say(Said::Drawn, language, &[("name", &""), ("n", &n)]);
    let quoted = |choice: &str| literal(choice);
    // Of each row, the first column: all of them stand in the table.
    let choice = crossing.columns.first().map_or("", String::as_str);
    let rows = crossing
        .rows
        .iter()
        .enumerate()
        .filter(|(_, (_, people, _))| *people > 0);
    let said = rows.map(|(at, (row, _, _))| {
        let share = crossing.share(at, 0);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("row", &quoted(row)),
            ("n", &share.of),
            ("k", &share.count),
            ("p", &share.percent()),
            ("choice", &quoted(choice)),
        ];
        say(Said::CrossRow, language, slots)
    });
    let sentence = said.collect::<Vec<_>>().join(&say(Said::Semicolon, language, &[]))
        + &say(Said::CrossEnd, language, &[])
        + &say(Said::Stop, language, &[]);

    let total = say(Said::People, language, &[]);
    let mut head = vec![""];
    head.extend(crossing.columns.iter().map(String::as_str));
    head.push(&total);
    let lines = crossing.rows.iter().enumerate().map(|(at, (row, people, counts))| {
        let cells = (0..counts.len()).map(|column| {
            let share = crossing.share(at, column);
            say(
                Said::CountShare,
                language,
                &[("k", &share.count), ("p", &share.percent())],
            )
        });
        let ends = [people.to_string()];
        std::iter::once(row.clone()).chain(cells).chain(ends).collect()
    });
    let mut note = say(Said::CrossNote, language, &[]);
    if crossing.is_thin() {
        note.push_str(&say(Said::ThinNote, language, &[]));
    }
    let bands = crossing.rows.iter().enumerate().map(|(at, (row, n, counts))| {
        let percents = (0..counts.len()).map(|column| crossing.share(at, column).percent().parse().ok());
        (format!("{row}{}", people(*n)), percents.collect())
    });
    Finding {
        part,
        called: crossing.title.clone(),
        sentence: capital(sentence, language),
        table: table(
            &caption(&crossing.title, crossing.people(), language),
            &head,
            &lines.collect::<Vec<_>>(),
            &note,
        ),
        chart: Some(Chart {
            kind: ChartKind::Stacked,
            caption: say(
                Said::Drawn,
                language,
                &[("name", &crossing.title), ("n", &crossing.people())],
            ),
            unit: "%".into(),
            series: crossing.columns.clone(),
            rows: bands.collect(),
        }),
    }
}

fn paired(name: &str, it: &Paired, language: Language) -> Option<Finding> {
    let finite = |pair: &&(f64, f64)| pair.0.is_finite() && pair.1.is_finite();
    let all: Vec<(f64, f64)> = it.pairs.iter().filter(finite).copied().collect();
    let pairs = Pairs::of(&all)?;
    let before: Vec<f64> = all.iter().map(|pair| pair.0).collect();
    let after: Vec<f64> = all.iter().map(|pair| pair.1).collect();
    let sd = |all: &[f64]| super::figure::deviation(all).map_or_else(|| "–".into(), short);
    let between = pairs.deviation.map_or_else(|| "–".into(), short);
    let slots: &[(&str, &dyn std::fmt::Display)] = &[
        ("name", &literal(&it.title)),
        ("n", &pairs.n),
        ("m0", &short(pairs.before)),
        ("m", &short(pairs.after)),
        ("d", &short(pairs.difference)),
        ("sd", &between),
        ("up", &pairs.up),
        ("same", &pairs.same),
        ("down", &pairs.down),
    ];
    let mut sentence = say(Said::Pairs, language, slots);
    let limits: Vec<f64> = it
        .thresholds
        .iter()
        .copied()
        .filter(|limit| limit.is_finite())
        .collect();
    let mut head: Vec<String> = [
        String::new(),
        say(Said::People, language, &[]),
        say(Said::Mean, language, &[]),
    ]
    .into();
    head.push(say(Said::Deviation, language, &[]));
    let titled = |given: &str, usual| {
        if given.trim().is_empty() {
            say(usual, language, &[])
        } else {
            given.into()
        }
    };
    let line = |name: String, mean: f64, all: &[f64]| vec![name, pairs.n.to_string(), short(mean), sd(all)];
    let mut rows = [
        line(titled(&it.before, Said::Before), pairs.before, &before),
        line(titled(&it.after, Said::After), pairs.after, &after),
    ];
    for limit in limits {
        let (was, is) = Pairs::reaching(&all, limit);
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("limit", &short(limit)), ("k0", &was.count), ("k", &is.count)];
        sentence.push_str(&say(Said::Reach, language, slots));
        head.push(say(Said::Above, language, &[("from", &short(limit))]));
        for (row, share) in rows.iter_mut().zip([was, is]) {
            row.push(share.count.to_string());
        }
    }
    let mut note = say(Said::Paired, language, slots);
    if let Some((t, df)) = pairs.t {
        note.push_str(&say(Said::PairedTest, language, &[("t", &short(t)), ("df", &df)]));
    }
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let up_same_down = [(Said::Up, pairs.up), (Said::Same, pairs.same), (Said::Down, pairs.down)];
    Some(Finding {
        part: format!("paired:{name}"),
        called: it.title.clone(),
        sentence: sentence + &say(Said::Stop, language, &[]),
        table: table(&caption(&it.title, pairs.n as u64, language), &head, &rows, &note),
        chart: Some(Chart {
            kind: ChartKind::Bar,
            caption: say(Said::Drawn, language, &[("name", &it.title), ("n", &pairs.n)]),
            unit: say(Said::Person, language, &[]),
            series: vec![say(Said::People, language, &[])],
            rows: up_same_down
                .map(|(name, count)| (say(name, language, &[]), vec![Some(real(count))]))
                .into(),
        }),
    })
}

/// A count as a value to draw.
pub(super) fn real(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// An English sentence begins with a capital; a quotation mark before it does not count.
pub(super) fn capital(sentence: String, language: Language) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if language == Language::En => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
    }
}
