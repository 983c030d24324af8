//! How many chose what, of one item.

use super::{Part, Told};
use crate::catalog::{Words, words::survey::said};
use crate::chart::{Chart, ChartKind};
use crate::record::ItemKind;
use crate::survey::caution::MANY;
use crate::survey::estimate::Estimated;
use crate::survey::figure::{percent, tenths};
use crate::survey::finding::real;
use crate::survey::share::Share;
use crate::survey::table::{caption, literal, words_table};
use crate::survey::tally::Tally;

impl Told<'_> {
    /// One clause for each of these choices.
    fn each(&self, choices: &[(&str, Share)], piece: Words) -> String {
        let clauses = choices.iter().map(|(choice, share)| {
            let slots: &[(&str, &dyn std::fmt::Display)] = &[
                ("k", &share.count),
                ("p", &share.percent()),
                ("choice", &literal(choice)),
            ];
            self.say(piece, slots)
        });
        clauses.collect::<Vec<_>>().join(&self.say(said::COMMA, &[]))
    }

    pub(super) fn counts(&self, tally: &Tally) -> Part {
        let several = matches!(self.item.sort, ItemKind::Multiple | ItemKind::Open);
        let pairs = lead(tally);
        let name = literal(self.item.called());
        let headline = match pairs.split_first() {
            Some(((choice, share), _)) if stands_out(&pairs) => {
                let piece = match (self.item.sort, tally.people < MANY) {
                    (ItemKind::Open, _) => said::HEAD_NAMED,
                    (_, true) => said::HEAD_FEW,
                    (_, false) => said::HEAD_MANY,
                };
                let slots: &[(&str, &dyn std::fmt::Display)] = &[
                    ("name", &name),
                    ("choice", &literal(choice)),
                    ("n", &share.of),
                    ("k", &share.count),
                    ("p", &share.percent()),
                ];
                self.say(piece, slots)
            }
            _ => name,
        };
        let estimated = Estimated::of(self.item, tally);
        let missed = estimated.as_ref().filter(|estimated| estimated.missed);
        let headline = missed.map_or(headline, |missed| self.estimate(said::HEAD_MISSED, missed));
        let shares: Vec<u64> = pairs.iter().map(|(_, share)| share.permille()).collect();
        let mean = shares.iter().sum::<u64>() / (shares.len().max(1) as u64);
        // Alone, or the two that lead together.
        let first = shares.first().map_or(0, |first| first.saturating_sub(mean));
        let two = match shares[..] {
            [first, second, _, _, ..] if !several => (first + second).saturating_sub(2 * mean),
            _ => 0,
        };
        let told = estimated.as_ref().map_or_else(String::new, |it| {
            self.estimate(if it.missed { said::MISSED } else { said::MET }, it)
        });
        let mut brief = self.each(&pairs, said::BRIEF);
        if let Some((n, of, p)) = self.agreed() {
            brief.push_str(&self.say(said::AGREED, &[("n", &n), ("of", &of), ("p", &p)]));
        }
        Part {
            headline,
            brief,
            sentence: self.counted(tally, &pairs, several) + &told,
            quotes: self.voices(tally),
            table: self.count_table(tally, several),
            chart: Some(self.count_chart(tally, several)),
            people: tally.people,
            // What nobody expected comes before what everybody knew.
            weight: missed.map_or(first.max(two), |missed| 1000 + missed.apart),
        }
    }

    /// What was expected, and what came.
    fn estimate(&self, piece: Words, it: &Estimated) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("choice", &literal(&it.choice)),
            ("e", &it.percent),
            ("p", &it.share.percent()),
            ("d", &tenths(it.apart)),
        ];
        self.say(piece, slots)
    }

    fn counted(&self, tally: &Tally, pairs: &[(&str, Share)], several: bool) -> String {
        let open = self.item.sort == ItemKind::Open;
        let said = if tally.people == 0 {
            let clauses = self.each(&named(tally, tally.of_ticks()), said::CHOSE_TICKS);
            self.say(said::ALL_TICKS, &[("n", &tally.ticks()), ("said", &clauses)])
        } else {
            let (frame, piece, most) = match (tally.people < MANY, open) {
                (true, false) => (said::IN_FEW, said::CHOSE_FEW, said::CHOSE_MOST),
                (true, true) => (said::IN_FEW, said::NAMED_FEW, said::NAMED_MOST),
                (false, false) => (said::IN_MANY, said::CHOSE_MANY, said::CHOSE_MOST),
                (false, true) => (said::IN_MANY, said::NAMED_MANY, said::NAMED_MOST),
            };
            let clauses = match pairs.split_first() {
                Some((first, others)) if stands_out(pairs) => {
                    let first = self.each(std::slice::from_ref(first), most);
                    let others = self.each(others, piece);
                    [first, others].join(&self.say(said::SEMICOLON, &[]))
                }
                _ => self.each(pairs, piece),
            };
            self.say(frame, &[("n", &tally.people), ("said", &clauses)])
        };
        let mut sentence = self.say(said::ABOUT, &[("name", &literal(self.item.called())), ("said", &said)]);
        let more = match (open, tally.shared) {
            (false, _) => Some(said::SEVERAL),
            // Each answer has one code.
            (true, Some(0)) => None,
            (true, _) => Some(said::SEVERAL_CODES),
        };
        if let Some(more) = more.filter(|_| several && tally.people > 0) {
            sentence.push_str(&self.say(more, &[("n", &tally.ticks())]));
        }
        if tally.uncoded > 0 {
            sentence.push_str(&self.say(said::UNCODED, &[("n", &tally.uncoded)]));
        }
        // Of three the two that lead are all but one.
        let two = tally
            .leading_two()
            .filter(|two| !several && two.of > 0 && tally.choices.len() > 3);
        if let Some(two) = two {
            sentence.push_str(&self.say(said::LEADING_TWO, &[("k", &two.count), ("p", &two.percent())]));
        }
        if let Some((n, of, p)) = self.agreed() {
            sentence.push_str(&self.say(said::AGREED, &[("n", &n), ("of", &of), ("p", &p)]));
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
            said::CODE
        } else {
            said::OPTION
        };
        let heads: &[Words] = if several {
            &[first, said::PEOPLE, said::OF_PEOPLE, said::OF_TICKS]
        } else {
            &[first, said::PEOPLE, said::PERCENT]
        };
        let quotes = !self.quotes.is_empty();
        let heads = heads.iter().copied().chain(quotes.then_some(said::QUOTES));
        let heads: Vec<String> = heads.map(|head| self.say(head, &[])).collect();
        let mut rows = self.count_rows(tally, several);
        if !several {
            let sum = tally
                .rounding()
                .map_or_else(|| percent(tally.ticks(), tally.people), tenths);
            rows.push(vec![self.say(said::TOTAL, &[]), tally.ticks().to_string(), sum]);
        }
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        // What was said is words, to the left.
        let words: &[usize] = if quotes { &[heads.len().saturating_sub(1)] } else { &[] };
        words_table(
            &caption(self.item.called(), tally.people, self.language),
            &heads,
            &rows,
            &self.count_note(tally, several),
            words,
        )
    }

    /// A row a choice: its count and its share, of several also its share of the ticks, and what to quote for it.
    fn count_rows(&self, tally: &Tally, several: bool) -> Vec<Vec<String>> {
        let shares = tally.choices.iter().zip(tally.shares()).zip(tally.of_ticks());
        shares
            .map(|((choice, share), of_ticks)| {
                let mut row = vec![choice.text.clone(), choice.count.to_string(), share.percent()];
                if several {
                    row.push(of_ticks.percent());
                }
                if !self.quotes.is_empty() {
                    row.push(self.quoted(self.quotes.get(&choice.name).into_iter().flatten()));
                }
                row
            })
            .collect()
    }

    /// What must be known to read the table: how it was counted, and what is not in it.
    fn count_note(&self, tally: &Tally, several: bool) -> String {
        let mut note = match (several, tally.rounding()) {
            (false, Some(sum)) => self.say(said::ROUNDING_NOTE, &[("sum", &tenths(sum))]),
            (false, None) => String::new(),
            (true, _) if self.item.sort == ItemKind::Open && tally.people > 0 => {
                self.say(said::CODES_NOTE, &[("n", &tally.people), ("ticks", &tally.ticks())])
            }
            (true, _) => {
                let note = if tally.ticks() > tally.people {
                    said::SEVERAL_NOTE
                } else {
                    said::SEVERAL_LESS
                };
                let note = if tally.people == 0 { said::ONLY_TICKS } else { note };
                self.say(note, &[("n", &tally.people), ("ticks", &tally.ticks())])
            }
        };
        if let Some((n, of, p)) = self.agreed() {
            note.push_str(&format!(
                "\n\n{}",
                self.say(said::AGREED_NOTE, &[("n", &n), ("of", &of), ("p", &p)])
            ));
        }
        if tally.uncoded > 0 {
            note.push_str(&format!(
                "\n\n{}",
                self.say(said::UNCODED_NOTE, &[("n", &tally.uncoded)])
            ));
        }
        self.note_blank(&mut note, tally);
        note
    }

    fn count_chart(&self, tally: &Tally, several: bool) -> Chart {
        let piece = match (tally.people, several) {
            (0, _) => said::NAME_BARE,
            (_, true) if self.item.sort == ItemKind::Multiple => said::DRAWN_SEVERAL,
            _ => said::DRAWN,
        };
        let rows = tally
            .choices
            .iter()
            .map(|choice| (choice.text.clone(), vec![Some(real(choice.count))]));
        Chart {
            kind: ChartKind::Bar,
            caption: self.say(piece, &[("name", &self.item.called()), ("n", &tally.people)]),
            unit: self.say(said::PERSON, &[]),
            series: vec![self.say(said::PEOPLE, &[])],
            rows: rows.collect(),
        }
    }
}

/// The choices from the one chosen most, each with its share of the people; of equal ones in their own order.
fn lead(tally: &Tally) -> Vec<(&str, Share)> {
    let mut pairs = named(tally, tally.shares());
    pairs.sort_by_key(|(_, share)| std::cmp::Reverse(share.count));
    pairs
}

/// The choices in their own order, each with its share.
fn named(tally: &Tally, shares: Vec<Share>) -> Vec<(&str, Share)> {
    let texts = tally.choices.iter().map(|choice| choice.text.as_str());
    texts.zip(shares).collect()
}

/// Whether the first of them was chosen more than every other, and there are others.
fn stands_out(pairs: &[(&str, Share)]) -> bool {
    matches!(pairs, [(_, first), (_, second), ..] if first.count > second.count && first.of > 0)
}
