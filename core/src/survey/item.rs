//! One item as sentence, table and chart.

use super::caution::MANY;
use super::figure::{decimal, percent, short, tenths};
use super::finding::{Finding, capital, real};
use super::numbers::Numbers;
use super::scale::Scale;
use super::share::Share;
use super::table::{caption, literal, say, table};
use super::tally::{Tally, numbers};
use crate::catalog::{Language, survey::Said};
use crate::chart::{Chart, ChartKind};
use crate::record::{Item, ItemKind, Survey};

/// What an item came to; `None` if nothing was counted.
pub(super) fn finding(survey: &Survey, name: &str, item: &Item, language: Language) -> Option<Finding> {
    let told = Told { item, language };
    let (sentence, table, chart) = match item.sort {
        ItemKind::Number => {
            let numbers = Numbers::of(&numbers(survey, name, item), &item.bands)?;
            told.numbers(&numbers)
        }
        ItemKind::Likert5 | ItemKind::Likert4 => {
            let tally = Tally::of(survey, name, item, language)?;
            let counts: Vec<u64> = tally.choices.iter().map(|choice| choice.count).collect();
            told.scale(&tally, &Scale::of(&counts, item.reversed)?)
        }
        ItemKind::Single | ItemKind::Multiple | ItemKind::Open => {
            let tally = Tally::of(survey, name, item, language)?;
            if tally.ticks() == 0 {
                return None;
            }
            told.counts(&tally)
        }
    };
    Some(Finding {
        part: format!("item:{name}"),
        called: item.called().into(),
        sentence: capital(sentence + &say(Said::Stop, language, &[]), language),
        table,
        chart,
    })
}

struct Told<'i> {
    item: &'i Item,
    language: Language,
}

impl Told<'_> {
    fn say(&self, piece: Said, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        say(piece, self.language, values)
    }

    /// One clause for each choice.
    fn each(&self, tally: &Tally, shares: &[Share], piece: Said) -> String {
        let clauses = tally.choices.iter().zip(shares).map(|(choice, share)| {
            let slots: &[(&str, &dyn std::fmt::Display)] = &[
                ("k", &share.count),
                ("p", &share.percent()),
                ("choice", &literal(&choice.text)),
            ];
            self.say(piece, slots)
        });
        clauses.collect::<Vec<_>>().join(&self.say(Said::Comma, &[]))
    }

    fn counts(&self, tally: &Tally) -> (String, String, Option<Chart>) {
        let several = matches!(self.item.sort, ItemKind::Multiple | ItemKind::Open);
        (
            self.counted(tally, several),
            self.count_table(tally, several),
            Some(self.count_chart(tally, several)),
        )
    }

    fn counted(&self, tally: &Tally, several: bool) -> String {
        let open = self.item.sort == ItemKind::Open;
        let said = if tally.people == 0 {
            let clauses = self.each(tally, &tally.of_ticks(), Said::ChoseTicks);
            self.say(Said::AllTicks, &[("n", &tally.ticks()), ("said", &clauses)])
        } else {
            let (frame, piece) = match (tally.people < MANY, open) {
                (true, false) => (Said::InFew, Said::ChoseFew),
                (true, true) => (Said::InFew, Said::NamedFew),
                (false, false) => (Said::InMany, Said::ChoseMany),
                (false, true) => (Said::InMany, Said::NamedMany),
            };
            let clauses = self.each(tally, &tally.shares(), piece);
            self.say(frame, &[("n", &tally.people), ("said", &clauses)])
        };
        let mut sentence = self.say(Said::About, &[("name", &literal(self.item.called())), ("said", &said)]);
        if several && tally.people > 0 {
            sentence.push_str(&self.say(Said::Several, &[("n", &tally.ticks())]));
        }
        if let Some(two) = tally.leading_two().filter(|two| !several && two.of > 0) {
            sentence.push_str(&self.say(Said::LeadingTwo, &[("k", &two.count), ("p", &two.percent())]));
        }
        if let Some((n, of, p)) = self.agreed() {
            sentence.push_str(&self.say(Said::Agreed, &[("n", &n), ("of", &of), ("p", &p)]));
        }
        sentence
    }

    /// How often a second person judged open answers alike.
    fn agreed(&self) -> Option<(u32, u32, String)> {
        let (agreed, judged) = (self.item.agreed?, self.item.judged.filter(|judged| *judged > 0)?);
        let p = percent(agreed.into(), judged.into());
        Some((agreed, judged, p.strip_suffix(".0").unwrap_or(&p).to_owned()))
    }

    fn count_table(&self, tally: &Tally, several: bool) -> String {
        let first = if self.item.sort == ItemKind::Open {
            Said::Code
        } else {
            Said::Option
        };
        let heads: &[Said] = if several {
            &[first, Said::People, Said::OfPeople, Said::OfTicks]
        } else {
            &[first, Said::People, Said::Percent]
        };
        let quotes = self.item.choices.values().any(|choice| !choice.quotes.is_empty());
        let heads = heads.iter().copied().chain(quotes.then_some(Said::Quotes));
        let heads: Vec<String> = heads.map(|head| self.say(head, &[])).collect();
        let shares = tally.choices.iter().zip(tally.shares()).zip(tally.of_ticks());
        let mut rows: Vec<Vec<String>> = shares
            .map(|((choice, share), of_ticks)| {
                let mut row = vec![choice.text.clone(), choice.count.to_string(), share.percent()];
                if several {
                    row.push(of_ticks.percent());
                }
                if quotes {
                    let said = self.item.choices.get(&choice.name).map(|choice| choice.quotes.iter());
                    let said = said
                        .into_iter()
                        .flatten()
                        .map(|quote| self.say(Said::Quote, &[("quote", quote)]));
                    row.push(said.collect::<Vec<_>>().join(" "));
                }
                row
            })
            .collect();
        if !several {
            let sum = tally
                .rounding()
                .map_or_else(|| percent(tally.ticks(), tally.people), tenths);
            rows.push(vec![self.say(Said::Total, &[]), tally.ticks().to_string(), sum]);
        }
        let mut note = match (several, tally.rounding()) {
            (false, Some(sum)) => self.say(Said::RoundingNote, &[("sum", &tenths(sum))]),
            (false, None) => String::new(),
            (true, _) => {
                let note = if tally.ticks() > tally.people {
                    Said::SeveralNote
                } else {
                    Said::SeveralLess
                };
                self.say(note, &[("n", &tally.people), ("ticks", &tally.ticks())])
            }
        };
        if let Some((n, of, p)) = self.agreed() {
            note.push_str(&format!(
                "\n\n{}",
                self.say(Said::AgreedNote, &[("n", &n), ("of", &of), ("p", &p)])
            ));
        }
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        table(
            &caption(self.item.called(), tally.people, self.language),
            &heads,
            &rows,
            &note,
        )
    }

    fn count_chart(&self, tally: &Tally, several: bool) -> Chart {
        let piece = match (tally.people, several) {
            (0, _) => Said::NameBare,
            (_, true) => Said::DrawnSeveral,
            (_, false) => Said::Drawn,
        };
        let rows = tally
            .choices
            .iter()
            .map(|choice| (choice.text.clone(), vec![Some(real(choice.count))]));
        Chart {
            kind: ChartKind::Bar,
            caption: self.say(piece, &[("name", &self.item.called()), ("n", &tally.people)]),
            unit: self.say(Said::Person, &[]),
            series: vec![self.say(Said::People, &[])],
            rows: rows.collect(),
        }
    }

    fn scale(&self, tally: &Tally, scale: &Scale) -> (String, String, Option<Chart>) {
        let language = self.language;
        let sd = scale.deviation.map_or_else(|| "–".into(), |sd| decimal(sd, 2));
        // The second from the end that counts as high: 符合 of the scale, or 不符合 where the item is reversed.
        let second = if self.item.reversed {
            tally.choices.len().checked_sub(2)
        } else {
            Some(1)
        };
        let second = second
            .and_then(|at| tally.choices.get(at))
            .map_or("", |choice| choice.text.as_str());
        let top = match (scale.n < MANY, self.item.reversed) {
            (false, false) => Said::TopMany,
            (true, false) => Said::TopFew,
            (false, true) => Said::BottomMany,
            (true, true) => Said::BottomFew,
        };
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("choice", &literal(second)),
            ("n", &scale.n),
            ("k", &scale.top_two.count),
            ("p", &scale.top_two.percent()),
        ];
        let top = self.say(top, slots);
        let turned = if self.item.reversed {
            self.say(Said::Turned, &[])
        } else {
            String::new()
        };
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("points", &self.item.sort.points().unwrap_or_default()),
            ("turned", &turned),
            ("mean", &scale.mean()),
            ("sd", &sd),
            ("n", &scale.n),
        ];
        let sentence = self.say(Said::Scale, slots) + &self.say(Said::Comma, &[]) + &top;

        let heads = [Said::Option, Said::People, Said::Percent].map(|head| self.say(head, &[]));
        let whole = |count| Share { count, of: scale.n };
        let rows: Vec<Vec<String>> = tally
            .choices
            .iter()
            .map(|choice| {
                vec![
                    choice.text.clone(),
                    choice.count.to_string(),
                    whole(choice.count).percent(),
                ]
            })
            .collect();
        let mut note = self.say(Said::ScaleNote, &[("mean", &scale.mean()), ("sd", &sd), ("top", &top)]);
        let sum: u64 = tally.choices.iter().map(|choice| whole(choice.count).permille()).sum();
        if sum != 1000 {
            note.push_str(&format!(
                "\n\n{}",
                self.say(Said::RoundingNote, &[("sum", &tenths(sum))])
            ));
        }
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let called = self.item.called();
        let percents = tally
            .choices
            .iter()
            .map(|choice| whole(choice.count).percent().parse().ok());
        let chart = Chart {
            kind: ChartKind::Stacked,
            caption: self.say(Said::Drawn, &[("name", &called), ("n", &scale.n)]),
            unit: "%".into(),
            series: tally.choices.iter().map(|choice| choice.text.clone()).collect(),
            rows: vec![(called.into(), percents.collect())],
        };
        (
            sentence,
            table(&caption(called, scale.n, language), &heads, &rows, &note),
            Some(chart),
        )
    }

    fn numbers(&self, numbers: &Numbers) -> (String, String, Option<Chart>) {
        let sd = numbers.deviation.map_or_else(|| "–".into(), short);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("n", &numbers.n),
            ("mean", &short(numbers.mean)),
            ("sd", &sd),
            ("least", &short(numbers.least)),
            ("most", &short(numbers.most)),
        ];
        let sentence = self.say(Said::Numbers, slots);
        let called = self.item.called();
        let n = numbers.n as u64;
        let heads =
            [Said::People, Said::Mean, Said::Deviation, Said::Least, Said::Most].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let row = vec![
            numbers.n.to_string(),
            short(numbers.mean),
            sd,
            short(numbers.least),
            short(numbers.most),
        ];
        let mut text = table(&caption(called, n, self.language), &heads, &[row], "");
        if numbers.bands.is_empty() {
            return (sentence, text, None);
        }
        let band = |from: Option<f64>, to: Option<f64>| match (from.map(short), to.map(short)) {
            (None, to) => self.say(Said::Below, &[("to", &to.unwrap_or_default())]),
            (Some(from), None) => self.say(Said::Above, &[("from", &from)]),
            (Some(from), Some(to)) => self.say(Said::Between, &[("from", &from), ("to", &to)]),
        };
        let bands: Vec<(String, u64)> = numbers
            .bands
            .iter()
            .map(|(from, to, count)| (band(*from, *to), *count))
            .collect();
        let title = self.say(Said::Bands, &[("name", &called)]);
        let heads = [Said::Band, Said::People, Said::Percent].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let rows = bands
            .iter()
            .map(|(name, count)| vec![name.clone(), count.to_string(), percent(*count, n)]);
        let rows: Vec<Vec<String>> = rows.collect();
        text.push_str("\n\n");
        text.push_str(&table(&caption(&title, n, self.language), &heads, &rows, ""));
        let chart = Chart {
            kind: ChartKind::Column,
            caption: self.say(Said::Drawn, &[("name", &title), ("n", &numbers.n)]),
            unit: self.say(Said::Person, &[]),
            series: vec![self.say(Said::People, &[])],
            rows: bands
                .into_iter()
                .map(|(name, count)| (name, vec![Some(real(count))]))
                .collect(),
        };
        (sentence, text, Some(chart))
    }
}
