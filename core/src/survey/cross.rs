//! Two items against each other (交叉表).

use super::answers::{Answer, Options, label};
use super::figure::total;
use super::share::Share;
use crate::catalog::Language;
use crate::record::{Cross, Item, Survey};

/// A two-way table with its counts. Percentages run along the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// What it compares.
    pub title: String,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// Its rows: what each is called, how many people it holds, and the count in each column.
    pub rows: Vec<(String, u64, Vec<u64>)>,
}

impl Crossing {
    /// A two-way table of a survey, as typed, or counted from the rows; `None` if there is nothing in it.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::Cross;
    /// use luoxuan::survey::Crossing;
    /// use luoxuan::Survey;
    /// let cross = Cross {
    ///     rows: vec!["≥3次".into(), "<3次".into()],
    ///     columns: vec!["是".into(), "否".into()],
    ///     counts: vec![vec![13, 35], vec![39, 34]],
    ///     ..Cross::default()
    /// };
    /// let table = Crossing::of(&Survey::default(), &cross, Language::ZhHans).expect("counts");
    /// let percent = |row: usize, column: usize| table.share(row, column).percent();
    /// assert_eq!([percent(0, 0), percent(0, 1), percent(1, 0), percent(1, 1)], ["27.1", "72.9", "53.4", "46.6"]);
    /// ```
    pub fn of(survey: &Survey, cross: &Cross, language: Language) -> Option<Self> {
        let table = if cross.counts.iter().flatten().any(|count| *count > 0) {
            typed(cross)
        } else {
            counted(survey, cross, language)?
        };
        table.rows.iter().any(|(_, people, _)| *people > 0).then_some(table)
    }

    /// The share of one cell in its row; of nothing where there is no such cell.
    pub fn share(&self, row: usize, column: usize) -> Share {
        let row = self.rows.get(row);
        Share {
            count: row
                .and_then(|(_, _, counts)| counts.get(column))
                .copied()
                .unwrap_or_default(),
            of: row.map_or(0, |(_, people, _)| *people),
        }
    }

    /// How many people the whole table holds.
    pub fn people(&self) -> u64 {
        total(self.rows.iter().map(|(_, people, _)| *people))
    }

    /// Whether a cell holds fewer than five, too few to read much into its percentage.
    pub fn is_thin(&self) -> bool {
        self.rows
            .iter()
            .any(|(_, _, counts)| counts.iter().any(|count| *count < 5))
    }
}

fn typed(cross: &Cross) -> Crossing {
    let wide = cross.counts.iter().map(Vec::len).max().unwrap_or_default();
    let named = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_else(|| (at + 1).to_string());
    let row = |at: usize| {
        let counts = cross.counts.get(at);
        let counts: Vec<u64> = (0..wide)
            .map(|column| {
                counts
                    .and_then(|counts| counts.get(column))
                    .copied()
                    .unwrap_or_default()
                    .into()
            })
            .collect();
        (named(&cross.rows, at), counts.iter().sum(), counts)
    };
    Crossing {
        title: cross.title.clone(),
        columns: (0..wide).map(|at| named(&cross.columns, at)).collect(),
        rows: (0..cross.counts.len()).map(row).collect(),
    }
}

fn counted(survey: &Survey, cross: &Cross, language: Language) -> Option<Crossing> {
    let side = |name: &str| {
        let item = survey.items.get(name)?;
        let column = survey.columns.iter().position(|column| column == name)?;
        Some((item, column, Options::of(item)))
    };
    let (down, across) = (side(&cross.down)?, side(&cross.across)?);
    let labels = |item: &Item| -> Vec<String> {
        let choices = item.choices().into_iter();
        choices
            .map(|(name, choice)| label(item.sort, &name, &choice, language))
            .collect()
    };
    let columns = labels(across.0);
    let names = labels(down.0).into_iter();
    let mut rows: Vec<_> = names.map(|name| (name, 0_u64, vec![0_u64; columns.len()])).collect();
    let ticks = |(_, column, options): &(&Item, usize, Options), row: &Vec<String>| match options
        .read(row.get(*column).map_or("", String::as_str))
    {
        Answer::Ticks(ticks) => ticks,
        _ => Vec::new(),
    };
    for row in &survey.rows {
        let there = ticks(&across, row);
        if there.is_empty() {
            continue;
        }
        for at in ticks(&down, row) {
            let Some((_, people, counts)) = rows.get_mut(at) else {
                continue;
            };
            *people += 1;
            for column in &there {
                if let Some(count) = counts.get_mut(*column) {
                    *count += 1;
                }
            }
        }
    }
    let title = match cross.title.trim() {
        "" => format!("{} × {}", down.0.called(), across.0.called()),
        title => title.into(),
    };
    Some(Crossing { title, columns, rows })
}
