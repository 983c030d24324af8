//! A scale, of one item: its distribution first, its mean beside it.

use super::{Part, Told};
use crate::catalog::words::survey::said;
use crate::chart::{Chart, ChartKind};
use crate::survey::caution::MANY;
use crate::survey::figure::{decimal, tenths};
use crate::survey::scale::Scale;
use crate::survey::share::Share;
use crate::survey::table::{caption, literal, table};
use crate::survey::tally::{Counted, Tally};

impl Told<'_> {
    pub(super) fn scale(&self, tally: &Tally, scale: &Scale) -> Part {
        let (sd, top) = (deviation(scale), self.top_two(tally, scale));
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
        let headline: &[(&str, &dyn std::fmt::Display)] = &[("name", &literal(self.item.called())), ("said", &top)];
        Part {
            headline: self.say(said::HEAD_SCALE, headline),
            brief: self.say(
                said::BRIEF_SCALE,
                &[("mean", &scale.mean()), ("sd", &sd), ("top", &top)],
            ),
            sentence: self.say(said::SCALE, slots) + &self.say(said::COMMA, &[]) + &top,
            quotes: String::new(),
            table: self.scale_table(tally, scale, &top),
            chart: Some(self.scale_chart(tally, scale)),
            people: scale.n,
            weight: scale.top_two.permille().abs_diff(500),
        }
    }

    /// How many chose the two points that count as high, named by the lower of them.
    fn top_two(&self, tally: &Tally, scale: &Scale) -> String {
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
        self.say(top, slots)
    }

    fn scale_table(&self, tally: &Tally, scale: &Scale, top: &str) -> String {
        let heads = [said::OPTION, said::PEOPLE, said::PERCENT].map(|head| self.say(head, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let shares = || tally.choices.iter().map(|choice| (choice, share_of(choice, scale)));
        let rows = shares().map(|(choice, share)| vec![choice.text.clone(), choice.count.to_string(), share.percent()]);
        let rows: Vec<Vec<String>> = rows.collect();
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("mean", &scale.mean()), ("sd", &deviation(scale)), ("top", &top)];
        let mut note = self.say(said::SCALE_NOTE, slots);
        let sum: u64 = shares().map(|(_, share)| share.permille()).sum();
        if sum != 1000 {
            note.push_str(&format!(
                "\n\n{}",
                self.say(said::ROUNDING_NOTE, &[("sum", &tenths(sum))])
            ));
        }
        self.note_blank(&mut note, tally);
        let caption = caption(self.item.called(), scale.n, self.language);
        table(&caption, &heads, &rows, &note)
    }

    fn scale_chart(&self, tally: &Tally, scale: &Scale) -> Chart {
        let called = self.item.called();
        let percents = tally
            .choices
            .iter()
            .map(|choice| share_of(choice, scale).percent().parse().ok());
        Chart {
            kind: ChartKind::Stacked,
            caption: self.say(said::DRAWN, &[("name", &called), ("n", &scale.n)]),
            unit: "%".into(),
            series: tally.choices.iter().map(|choice| choice.text.clone()).collect(),
            rows: vec![(called.into(), percents.collect())],
        }
    }
}

/// How far the answers spread, where there are enough to say so.
fn deviation(scale: &Scale) -> String {
    scale.deviation.map_or_else(|| "–".into(), |sd| decimal(sd, 2))
}

/// A point's share of all who answered.
fn share_of(choice: &Counted, scale: &Scale) -> Share {
    Share {
        count: choice.count,
        of: scale.n,
    }
}
