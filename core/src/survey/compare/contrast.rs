//! One question of two surveys.

use super::matching::Match;
use crate::catalog::{Language, Words, fill, words::figure, words::survey::said};
use crate::chart::{Chart, ChartKind};
use crate::record::{ComparedAs, Item, ItemKind, Survey};
use crate::survey::cross::{CrossTab, Gap};
use crate::survey::figure::short;
use crate::survey::finding::{SurveyResult, capital};
use crate::survey::numbers::Numbers;
use crate::survey::share::Share;
use crate::survey::table::{caption, literal, say, table};
use crate::survey::tally::{Tally, numbers};

/// What a question came to in two surveys.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The question's short name in the survey.
    pub here: String,
    /// Its short name in the other.
    pub there: String,
    /// Whether the answers differ by more than chance would make; `None` where too few answered to tell, and for numbers,
    /// which are only told.
    pub differs: Option<bool>,
    /// It as a finding. It outweighs others only where the answers differ.
    pub finding: SurveyResult,
    /// Whether it is told only, and not tested: numbers.
    pub(super) told: bool,
    /// It as a row of a table of several.
    pub(super) row: Vec<String>,
}

/// What belongs to the two sides: the other survey first.
struct Sides<'s> {
    item: &'s Item,
    labels: (&'s str, &'s str),
    sort: ComparedAs,
    language: Language,
}

impl Contrast {
    pub(super) fn of(
        (other, survey): (&Survey, &Survey),
        pair: &Match,
        labels: (&str, &str),
        (name, sort): (&str, ComparedAs),
        language: Language,
    ) -> Option<Self> {
        let (item, its) = (survey.items.get(&pair.here)?, other.items.get(&pair.there)?);
        let sides = Sides {
            item,
            labels,
            sort,
            language,
        };
        let (differs, finding, row) = if item.sort == ItemKind::Number {
            let first = Numbers::of(&numbers(other, &pair.there, its), &[])?;
            let second = Numbers::of(&numbers(survey, &pair.here, item), &[])?;
            sides.of_numbers(&first, &second)
        } else {
            let first = Tally::of(other, &pair.there, its, language)?;
            let second = Tally::of(survey, &pair.here, item, language)?;
            sides.of_counts(&first, &second, &pair.options)?
        };
        Some(Self {
            here: pair.here.clone(),
            there: pair.there.clone(),
            differs,
            told: item.sort == ItemKind::Number,
            finding: SurveyResult {
                part: format!("compared:{name}:{}", pair.here),
                ..finding
            },
            row,
        })
    }
}

type Told = (Option<bool>, SurveyResult, Vec<String>);

impl Sides<'_> {
    fn say(&self, piece: Words, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        say(piece, self.language, values)
    }

    fn of_counts(&self, first: &Tally, second: &Tally, places: &[usize]) -> Option<Told> {
        // The other's counts in this one's order.
        let before = places
            .iter()
            .map(|place| first.choices.get(*place).map_or(0, |it| it.count));
        let after = second.choices.iter().map(|choice| choice.count);
        let crossing = CrossTab {
            title: self.item.called().into(),
            columns: second.choices.iter().map(|choice| choice.text.clone()).collect(),
            rows: vec![
                (self.labels.0.into(), first.people, before.collect()),
                (self.labels.1.into(), second.people, after.collect()),
            ],
        };
        let gap = crossing.widest()?;
        let differs = crossing.is_associated();
        let (was, is) = (crossing.share(0, gap.column), crossing.share(1, gap.column));
        let choice = crossing.columns.get(gap.column).map_or("", String::as_str);
        let points = is.points_since(was)?;
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("first", &literal(self.labels.0)),
            ("second", &literal(self.labels.1)),
            ("choice", &literal(choice)),
            ("n0", &was.of),
            ("k0", &was.count),
            ("p0", &was.percent()),
            ("n", &is.of),
            ("k", &is.count),
            ("p", &is.percent()),
            ("change", &self.change(was, is)?),
            ("verdict", &self.verdict(differs)),
            ("d", &points.trim_start_matches(['+', '−'])),
        ];
        let finding = SurveyResult {
            part: String::new(),
            called: self.item.called().into(),
            headline: capital(self.say(self.headline(differs), slots), self.language),
            sentence: capital(self.say(self.sentence(), slots), self.language),
            quotes: String::new(),
            brief: self.say(said::BRIEF_CONTRAST, slots),
            table: self.table(&crossing, differs),
            chart: Some(self.chart(&crossing)),
            people: was.of.min(is.of),
            weight: weight(differs, gap),
        };
        let row = vec![
            self.item.called().into(),
            choice.into(),
            self.share(was),
            self.share(is),
            points,
            self.brief_verdict(differs),
        ];
        Some((differs, finding, row))
    }

    fn headline(&self, differs: Option<bool>) -> Words {
        match (differs, self.sort) {
            (Some(true), ComparedAs::Earlier) => said::HEAD_CHANGED,
            (Some(true), ComparedAs::Group) => said::HEAD_APART,
            _ => said::HEAD_UNCHANGED,
        }
    }

    fn sentence(&self) -> Words {
        if self.item.sort == ItemKind::Open {
            said::CONTRAST_OPEN
        } else {
            said::CONTRAST
        }
    }

    fn share(&self, share: Share) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("k", &share.count), ("n", &share.of), ("p", &share.percent())];
        self.say(said::SHARE_OF, slots)
    }

    fn title(&self) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &self.item.called()),
            ("first", &self.labels.0),
            ("second", &self.labels.1),
        ];
        self.say(said::CONTRAST_TABLE, slots)
    }

    /// By how many percentage points it rose or fell.
    fn change(&self, was: Share, is: Share) -> Option<String> {
        let signed = is.points_since(was)?;
        let points = signed.trim_start_matches(['+', '−']);
        let piece = match (self.sort, signed.chars().next()) {
            (ComparedAs::Group, _) => return Some(self.say(said::APART, &[("d", &points)])),
            (_, Some('+')) => figure::MORE_POINTS,
            (_, Some('−')) => figure::FEWER_POINTS,
            _ => figure::SAME,
        };
        Some(fill(piece.in_(self.language), &[("dp", &points)]))
    }

    fn verdict(&self, differs: Option<bool>) -> String {
        let piece = match (differs, self.sort) {
            (Some(true), ComparedAs::Earlier) => said::DO_CHANGE,
            (Some(true), ComparedAs::Group) => said::DO_DIFFER,
            (Some(false), _) => said::DO_NOT_DIFFER,
            (None, _) => said::CANNOT_TELL,
        };
        self.say(piece, &[])
    }

    fn brief_verdict(&self, differs: Option<bool>) -> String {
        let piece = match differs {
            Some(true) => said::DIFFERS,
            Some(false) => said::NOT_SHOWN,
            None => said::TOO_FEW,
        };
        self.say(piece, &[])
    }

    /// A row an option: both counts, both shares, and how far apart they are.
    fn table(&self, crossing: &CrossTab, differs: Option<bool>) -> String {
        let (option, points) = (self.say(said::OPTION, &[]), self.say(said::APART_BY, &[]));
        let named =
            |label: &str, row: usize| self.say(said::DRAWN, &[("name", &label), ("n", &crossing.share(row, 0).of)]);
        let (first, second) = (named(self.labels.0, 0), named(self.labels.1, 1));
        let rows = crossing.columns.iter().enumerate().map(|(column, text)| {
            let share = |row| {
                let share = crossing.share(row, column);
                self.say(said::COUNT_SHARE, &[("k", &share.count), ("p", &share.percent())])
            };
            let points = crossing.share(1, column).points_since(crossing.share(0, column));
            vec![text.clone(), share(0), share(1), points.unwrap_or_else(|| "–".into())]
        });
        let title = self.title();
        let mut note = self.say(said::CONTRAST_NOTE, &[("verdict", &self.verdict(differs))]);
        if matches!(self.item.sort, ItemKind::Multiple) {
            note.push_str(&self.say(said::CONTRAST_SEVERAL, &[]));
        }
        table(
            &caption(&title, 0, self.language),
            &[&option, &first, &second, &points],
            &rows.collect::<Vec<_>>(),
            &note,
        )
    }

    /// Two bars of 100 %, or where several answers were allowed, bars side by side.
    fn chart(&self, crossing: &CrossTab) -> Chart {
        let percent = |row, column| crossing.share(row, column).percent().parse().ok();
        let named = |row: usize| {
            let label = crossing.rows.get(row).map_or("", |(label, ..)| label.as_str());
            self.say(said::DRAWN, &[("name", &label), ("n", &crossing.share(row, 0).of)])
        };
        let several = matches!(self.item.sort, ItemKind::Multiple | ItemKind::Open);
        let (kind, series, rows) = if several {
            let rows = crossing.columns.iter().enumerate();
            let rows = rows.map(|(column, text)| (text.clone(), vec![percent(0, column), percent(1, column)]));
            (ChartKind::Bar, vec![named(0), named(1)], rows.collect())
        } else {
            let row = |row| {
                let all = (0..crossing.columns.len()).map(|column| percent(row, column));
                (named(row), all.collect())
            };
            (ChartKind::Stacked, crossing.columns.clone(), vec![row(0), row(1)])
        };
        Chart {
            kind,
            caption: self.title(),
            unit: "%".into(),
            series,
            rows,
        }
    }

    /// Means are told, and no more is said of them.
    fn of_numbers(&self, first: &Numbers, second: &Numbers) -> Told {
        let sd = |it: &Numbers| it.deviation.map_or_else(|| "–".into(), short);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(self.item.called())),
            ("first", &literal(self.labels.0)),
            ("second", &literal(self.labels.1)),
            ("n0", &first.n),
            ("m0", &short(first.mean)),
            ("sd0", &sd(first)),
            ("n", &second.n),
            ("m", &short(second.mean)),
            ("sd", &sd(second)),
            ("d", &short((second.mean - first.mean).abs())),
        ];
        let heads = [said::PEOPLE, said::MEAN, said::DEVIATION].map(|head| self.say(head, &[]));
        let mut head = vec![""];
        head.extend(heads.iter().map(String::as_str));
        let line = |label: &str, it: &Numbers| vec![label.to_owned(), it.n.to_string(), short(it.mean), sd(it)];
        let title = self.title();
        let finding = SurveyResult {
            part: String::new(),
            called: self.item.called().into(),
            headline: capital(self.say(said::HEAD_PAIRS, slots), self.language),
            sentence: capital(self.say(said::CONTRAST_NUMBERS, slots), self.language),
            quotes: String::new(),
            brief: self.say(said::BRIEF_CONTRAST_NUMBERS, slots),
            table: table(
                &caption(&title, 0, self.language),
                &head,
                &[line(self.labels.0, first), line(self.labels.1, second)],
                &self.say(said::CONTRAST_NUMBERS_NOTE, &[]),
            ),
            chart: None,
            people: first.n.min(second.n) as u64,
            weight: 0,
        };
        let cell = |it: &Numbers| self.say(said::MEAN_OF, &[("m", &short(it.mean)), ("n", &it.n)]);
        let row = vec![
            self.item.called().into(),
            self.say(said::MEAN, &[]),
            cell(first),
            cell(second),
            "–".into(),
            self.say(said::ONLY_TOLD, &[]),
        ];
        (None, finding, row)
    }
}

/// Who asks a second time asks what has changed: that comes before how things stand.
fn weight(differs: Option<bool>, gap: Gap) -> u64 {
    const BEFORE_ALL: u64 = 1000;
    if differs == Some(true) {
        BEFORE_ALL + gap.apart
    } else {
        0
    }
}
