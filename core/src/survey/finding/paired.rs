//! Two measurements of the same people, in words, as a table and as a chart.

use super::{SurveyResult, real};
use crate::catalog::{Language, Words, words::survey::said};
use crate::chart::{Chart, ChartKind};
use crate::record::Paired;
use crate::survey::figure::{deviation, short};
use crate::survey::numbers::Pairs;
use crate::survey::table::{caption, literal, say, table};

/// What a comparison of pairs came to; `None` where there are none.
pub(super) fn finding(name: &str, it: &Paired, language: Language) -> Option<SurveyResult> {
    let finite = |pair: &&(f64, f64)| pair.0.is_finite() && pair.1.is_finite();
    let all: Vec<(f64, f64)> = it.pairs.iter().filter(finite).copied().collect();
    let pairs = Pairs::of(&all)?;
    let told = Told {
        it,
        language,
        all: &all,
        pairs: &pairs,
    };
    let (reached, table) = told.table();
    Some(SurveyResult {
        part: format!("paired:{name}"),
        called: it.title.clone(),
        headline: told.say(said::HEAD_PAIRS),
        sentence: told.say(said::PAIRS) + &reached + &told.say(said::STOP),
        quotes: String::new(),
        brief: told.say(said::BRIEF_PAIRS),
        people: pairs.n as u64,
        weight: leaning(&pairs),
        table,
        chart: Some(told.chart()),
    })
}

struct Told<'p> {
    it: &'p Paired,
    language: Language,
    all: &'p [(f64, f64)],
    pairs: &'p Pairs,
}

impl Told<'_> {
    /// A sentence with the figures of the pairs put in.
    fn say(&self, piece: Words) -> String {
        let pairs = self.pairs;
        let between = pairs.deviation.map_or_else(|| "–".into(), short);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(&self.it.title)),
            ("n", &pairs.n),
            ("m0", &short(pairs.before)),
            ("m", &short(pairs.after)),
            ("d", &short(pairs.difference)),
            ("sd", &between),
            ("up", &pairs.up),
            ("same", &pairs.same),
            ("down", &pairs.down),
        ];
        say(piece, self.language, slots)
    }

    /// How many reach each threshold, before and after, in words; and the table, with a column each.
    fn table(&self) -> (String, String) {
        let Self {
            it,
            language,
            all,
            pairs,
        } = *self;
        let mut head = [None, Some(said::PEOPLE), Some(said::MEAN), Some(said::DEVIATION)]
            .map(|head| head.map_or_else(String::new, |head| self.say(head)))
            .to_vec();
        let mut rows = [
            self.row(&it.before, said::BEFORE, pairs.before, |pair| pair.0),
            self.row(&it.after, said::AFTER, pairs.after, |pair| pair.1),
        ];
        let mut reached = String::new();
        for limit in it.thresholds.iter().copied().filter(|limit| limit.is_finite()) {
            let (was, is) = Pairs::reaching(all, limit);
            let slots: &[(&str, &dyn std::fmt::Display)] =
                &[("limit", &short(limit)), ("k0", &was.count), ("k", &is.count)];
            reached.push_str(&say(said::REACH, language, slots));
            head.push(say(said::ABOVE, language, &[("from", &short(limit))]));
            for (row, share) in rows.iter_mut().zip([was, is]) {
                row.push(share.count.to_string());
            }
        }
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        let caption = caption(&it.title, pairs.n as u64, language);
        (reached, table(&caption, &head, &rows, &self.note()))
    }

    /// One of the two measurements: what it is called, how many, the mean, the deviation.
    fn row(&self, given: &str, usual: Words, mean: f64, of: fn(&(f64, f64)) -> f64) -> Vec<String> {
        let name = if given.trim().is_empty() {
            self.say(usual)
        } else {
            given.into()
        };
        let figures: Vec<f64> = self.all.iter().map(of).collect();
        let sd = deviation(&figures).map_or_else(|| "–".into(), short);
        vec![name, self.pairs.n.to_string(), short(mean), sd]
    }

    fn note(&self) -> String {
        let mut note = self.say(said::PAIRED);
        if let Some((t, df)) = self.pairs.t {
            let slots: &[(&str, &dyn std::fmt::Display)] = &[("t", &short(t)), ("df", &df)];
            note.push_str(&say(said::PAIRED_TEST, self.language, slots));
        }
        note
    }

    fn chart(&self) -> Chart {
        let pairs = self.pairs;
        let rows = [(said::UP, pairs.up), (said::SAME, pairs.same), (said::DOWN, pairs.down)];
        Chart {
            kind: ChartKind::Bar,
            caption: say(said::DRAWN, self.language, &[("name", &self.it.title), ("n", &pairs.n)]),
            unit: self.say(said::PERSON),
            series: vec![self.say(said::PEOPLE)],
            rows: rows
                .map(|(name, count)| (self.say(name), vec![Some(real(count))]))
                .into(),
        }
    }
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
