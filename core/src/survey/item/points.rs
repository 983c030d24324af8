//! A scale, of one item: its distribution first, its mean beside it.

use super::{Part, Told};
use crate::catalog::words::survey::said;
use crate::chart::{Chart, ChartKind};
use crate::survey::caution::MANY;
use crate::survey::figure::{decimal, tenths};
use crate::survey::scale::Scale;
use crate::survey::share::Share;
use crate::survey::table::{caption, literal, table};
use crate::survey::tally::Tally;

impl Told<'_> {
    pub(super) fn scale(&self, tally: &Tally, scale: &Scale) -> Part {
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
            (false, false) => said::TOP_MANY,
            (true, false) => said::TOP_FEW,
            (false, true) => said::BOTTOM_MANY,
            (true, true) => said::BOTTOM_FEW,
        };
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("choice", &literal(second)),
            ("n", &scale.n),
            ("k", &scale.top_two.count),
            ("p", &scale.top_two.percent()),
        ];
        let top = self.say(top, slots);
        let turned = if self.item.reversed {
            self.say(said::TURNED, &[])
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
        let sentence = self.say(said::SCALE, slots) + &self.say(said::COMMA, &[]) + &top;

        let heads = [said::OPTION, said::PEOPLE, said::PERCENT].map(|head| self.say(head, &[]));
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
        let mut note = self.say(said::SCALE_NOTE, &[("mean", &scale.mean()), ("sd", &sd), ("top", &top)]);
        let sum: u64 = tally.choices.iter().map(|choice| whole(choice.count).permille()).sum();
        if sum != 1000 {
            note.push_str(&format!(
                "\n\n{}",
                self.say(said::ROUNDING_NOTE, &[("sum", &tenths(sum))])
            ));
        }
        self.note_blank(&mut note, tally);
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let called = self.item.called();
        let percents = tally
            .choices
            .iter()
            .map(|choice| whole(choice.count).percent().parse().ok());
        let chart = Chart {
            kind: ChartKind::Stacked,
            caption: self.say(said::DRAWN, &[("name", &called), ("n", &scale.n)]),
            unit: "%".into(),
            series: tally.choices.iter().map(|choice| choice.text.clone()).collect(),
            rows: vec![(called.into(), percents.collect())],
        };
        let headline: &[(&str, &dyn std::fmt::Display)] = &[("name", &literal(called)), ("said", &top)];
        Part {
            headline: self.say(said::HEAD_SCALE, headline),
            brief: self.say(
                said::BRIEF_SCALE,
                &[("mean", &scale.mean()), ("sd", &sd), ("top", &top)],
            ),
            sentence,
            quotes: String::new(),
            table: table(&caption(called, scale.n, language), &heads, &rows, &note),
            chart: Some(chart),
            people: scale.n,
            weight: scale.top_two.permille().abs_diff(500),
        }
    }
}
