//! Findings: each item, table and comparison of a survey, as a heading, a sentence, a table and a chart.

use super::caution::MANY;
use super::cross::CrossTab;
use super::figure::short;
use super::item;
use super::numbers::Pairs;
use super::table::{caption, literal, say, table, words_table};
use crate::catalog::{Language, Words, words::survey::said};
use crate::chart::{Chart, ChartKind};
use crate::record::{Paired, Survey};

/// What one part of a survey came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which part: `item:NAME`, `cross:NAME` or `paired:NAME`.
    pub part: String,
    /// What it is called.
    pub called: String,
    /// It as a heading: what it is about, and what it came to.
    pub headline: String,
    /// It as a sentence, closed.
    pub sentence: String,
    /// What people said in their own words, as a sentence, closed; empty where nobody is quoted.
    pub quotes: String,
    /// Its figures as a cell of a table of several findings.
    pub brief: String,
    /// It as a Markdown table, the caption in a paragraph before it, notes in one after it.
    pub table: String,
    /// It as a chart, where one says more.
    pub chart: Option<Chart>,
    /// How many people it is counted out of; 0 if that is not known.
    pub people: u64,
    /// How much it stands out, in thousandths: by how much the choice made most, or the two made most, exceed the mean of
    /// all, how far a scale leans to one side, the widest gap between groups where there is an association, the mean
    /// difference of pairs against its spread. Of fewer than thirty people half of it, and 0 where nothing stands out.
    pub weight: u64,
}

/// So many findings lead; the rest stand in one table.
const LEADING: usize = 3;

/// The findings to begin with, from the one that stands out most, and the rest in their own order. Where few are left
/// for a table of the rest, all lead.
pub fn leading(findings: &[Finding]) -> (Vec<&Finding>, Vec<&Finding>) {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(findings.get(*at).map_or(0, |finding| finding.weight)));
    if order.len() > LEADING + 1 {
        order.truncate(LEADING);
    }
    let leads = order.iter().filter_map(|at| findings.get(*at)).collect();
    let rest = findings.iter().enumerate().filter(|(at, _)| !order.contains(at));
    (leads, rest.map(|(_, finding)| finding).collect())
}

/// Several findings as one Markdown table, a row each.
pub fn rest_table(findings: &[&Finding], language: Language) -> String {
    let heads = [said::QUESTION, said::PEOPLE, said::RESULT].map(|head| say(head, language, &[]));
    let rows = findings.iter().map(|finding| {
        let people = if finding.people == 0 {
            "–".into()
        } else {
            finding.people.to_string()
        };
        vec![finding.called.clone(), people, finding.brief.clone()]
    });
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let title = say(said::REST_TABLE, language, &[]);
    words_table(
        &caption(&title, 0, language),
        &heads,
        &rows.collect::<Vec<_>>(),
        "",
        &[2],
    )
}

/// What a survey came to: its items, two-way tables and comparisons in order, those in which something was counted.
pub fn findings(survey: &Survey, language: Language) -> Vec<Finding> {
    let items = survey
        .items()
        .into_iter()
        .filter_map(|(name, it)| item::finding(survey, name, it, language));
    let crosses = survey.crosses().into_iter().filter_map(|(name, cross)| {
        let crossing = CrossTab::of(survey, cross, language)?;
        Some(crossed(format!("cross:{name}"), &crossing, language))
    });
    let paired = survey
        .paired()
        .into_iter()
        .filter_map(|(name, it)| paired(name, it, language));
    let few = |mut finding: Finding| {
        if finding.people < MANY {
            finding.weight /= 2;
        }
        finding
    };
    items.chain(crosses).chain(paired).map(few).collect()
}

fn crossed(part: String, crossing: &CrossTab, language: Language) -> Finding {
    let people = |n: u64| say(said::DRAWN, language, &[("name", &""), ("n", &n)]);
    let gap = crossing.widest();
    // Of each row the column in which they differ most: all of them stand in the table.
    let column = gap.map_or(0, |gap| gap.column);
    let choice = crossing.columns.get(column).map_or("", String::as_str);
    let rows = || {
        let rows = crossing.rows.iter().enumerate();
        rows.filter(|(_, (_, people, _))| *people > 0)
    };
    let each = |piece: Words| -> Vec<String> {
        let said = rows().map(|(at, (row, _, _))| {
            let share = crossing.share(at, column);
            let slots: &[(&str, &dyn std::fmt::Display)] = &[
                ("row", &literal(row)),
                ("n", &share.of),
                ("k", &share.count),
                ("p", &share.percent()),
                ("choice", &literal(choice)),
            ];
            say(piece, language, slots)
        });
        said.collect()
    };
    let associated = crossing.is_associated();
    let apart = gap.and_then(|gap| {
        let share = |row| crossing.share(row, gap.column);
        share(gap.high).points_since(share(gap.low))
    });
    let apart = apart.unwrap_or_default().replace('+', "");
    let title = literal(&crossing.title);
    let (ending, headline) = match associated {
        Some(true) => (said::CROSS_END, said::HEAD_APART),
        Some(false) => (said::CROSS_ALIKE, said::HEAD_ALIKE),
        None => (said::CROSS_FEW, said::NAME_BARE),
    };
    let slots: &[(&str, &dyn std::fmt::Display)] = &[("name", &title), ("d", &apart), ("choice", &literal(choice))];
    let headline = say(headline, language, slots);
    let sentence = each(said::CROSS_ROW).join(&say(said::SEMICOLON, language, &[]))
        + &say(ending, language, slots)
        + &say(said::STOP, language, &[]);
    let mut brief = each(said::BRIEF_ROW).join(&say(said::COMMA, language, &[]));
    // Two shares side by side must not look like a difference.
    match associated {
        Some(true) => {}
        Some(false) => brief.push_str(&say(said::BRIEF_ALIKE, language, &[])),
        None => brief.push_str(&say(said::BRIEF_FEW, language, &[])),
    }

    let total = say(said::PEOPLE, language, &[]);
    let mut head = vec![""];
    head.extend(crossing.columns.iter().map(String::as_str));
    head.push(&total);
    let lines = crossing.rows.iter().enumerate().map(|(at, (row, people, counts))| {
        let cells = (0..counts.len()).map(|column| {
            let share = crossing.share(at, column);
            say(
                said::COUNT_SHARE,
                language,
                &[("k", &share.count), ("p", &share.percent())],
            )
        });
        let ends = [people.to_string()];
        std::iter::once(row.clone()).chain(cells).chain(ends).collect()
    });
    let note = if associated == Some(true) {
        said::CROSS_NOTE
    } else {
        said::CROSS_NOTE_PLAIN
    };
    let mut note = say(note, language, &[]);
    if crossing.is_thin() {
        note.push_str(&say(said::THIN_NOTE, language, &[]));
    }
    let bands = crossing.rows.iter().enumerate().map(|(at, (row, n, counts))| {
        let percents = (0..counts.len()).map(|column| crossing.share(at, column).percent().parse().ok());
        (format!("{row}{}", people(*n)), percents.collect())
    });
    Finding {
        part,
        called: crossing.title.clone(),
        headline: capital(headline, language),
        sentence: capital(sentence, language),
        quotes: String::new(),
        brief,
        people: crossing.people(),
        weight: gap.filter(|_| associated == Some(true)).map_or(0, |gap| gap.apart),
        table: table(
            &caption(&crossing.title, crossing.people(), language),
            &head,
            &lines.collect::<Vec<_>>(),
            &note,
        ),
        chart: Some(Chart {
            kind: ChartKind::Stacked,
            caption: say(
                said::DRAWN,
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
    let mut sentence = say(said::PAIRS, language, slots);
    let limits: Vec<f64> = it
        .thresholds
        .iter()
        .copied()
        .filter(|limit| limit.is_finite())
        .collect();
    let mut head: Vec<String> = [
        String::new(),
        say(said::PEOPLE, language, &[]),
        say(said::MEAN, language, &[]),
    ]
    .into();
    head.push(say(said::DEVIATION, language, &[]));
    let titled = |given: &str, usual| {
        if given.trim().is_empty() {
            say(usual, language, &[])
        } else {
            given.into()
        }
    };
    let line = |name: String, mean: f64, all: &[f64]| vec![name, pairs.n.to_string(), short(mean), sd(all)];
    let mut rows = [
        line(titled(&it.before, said::BEFORE), pairs.before, &before),
        line(titled(&it.after, said::AFTER), pairs.after, &after),
    ];
    for limit in limits {
        let (was, is) = Pairs::reaching(&all, limit);
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("limit", &short(limit)), ("k0", &was.count), ("k", &is.count)];
        sentence.push_str(&say(said::REACH, language, slots));
        head.push(say(said::ABOVE, language, &[("from", &short(limit))]));
        for (row, share) in rows.iter_mut().zip([was, is]) {
            row.push(share.count.to_string());
        }
    }
    let mut note = say(said::PAIRED, language, slots);
    if let Some((t, df)) = pairs.t {
        note.push_str(&say(said::PAIRED_TEST, language, &[("t", &short(t)), ("df", &df)]));
    }
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let up_same_down = [(said::UP, pairs.up), (said::SAME, pairs.same), (said::DOWN, pairs.down)];
    Some(Finding {
        part: format!("paired:{name}"),
        called: it.title.clone(),
        headline: say(said::HEAD_PAIRS, language, slots),
        sentence: sentence + &say(said::STOP, language, &[]),
        quotes: String::new(),
        brief: say(said::BRIEF_PAIRS, language, slots),
        people: pairs.n as u64,
        weight: leaning(&pairs),
        table: table(&caption(&it.title, pairs.n as u64, language), &head, &rows, &note),
        chart: Some(Chart {
            kind: ChartKind::Bar,
            caption: say(said::DRAWN, language, &[("name", &it.title), ("n", &pairs.n)]),
            unit: say(said::PERSON, language, &[]),
            series: vec![say(said::PEOPLE, language, &[])],
            rows: up_same_down
                .map(|(name, count)| (say(name, language, &[]), vec![Some(real(count))]))
                .into(),
        }),
    })
}

/// The mean difference against itself and twice its spread, in thousandths: 1000 where everybody changed by the same.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn leaning(pairs: &Pairs) -> u64 {
    let difference = pairs.difference.abs();
    let spread = pairs.deviation.unwrap_or_default();
    if difference == 0.0 {
        return 0;
    }
    (difference / (difference + 2.0 * spread) * 1000.0) as u64
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
