//! Two items against each other (交叉表).

use super::answers::{Answer, Options, label};
use super::figure::total;
use super::share::Share;
use crate::catalog::Language;
use crate::record::{Cross, Item, Survey};

/// A two-way table with its counts. Percentages run along the rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CrossTab {
    /// What it compares.
    pub title: String,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// Its rows: what each is called, how many people it holds, and the count in each column.
    pub rows: Vec<(String, u64, Vec<u64>)>,
}

impl CrossTab {
    /// A two-way table of a survey, as typed, or counted from the rows; `None` if there is nothing in it.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::Cross;
    /// use luoxuan::survey::CrossTab;
    /// use luoxuan::Survey;
    /// let cross = Cross {
    ///     rows: vec!["≥3次".into(), "<3次".into()],
    ///     columns: vec!["是".into(), "否".into()],
    ///     counts: vec![vec![13, 35], vec![39, 34]],
    ///     ..Cross::default()
    /// };
    /// let table = CrossTab::of(&Survey::default(), &cross, Language::ZhHans).expect("counts");
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

    /// The column in which two rows differ most, and these rows; `None` of fewer than two rows that hold people.
    ///
    /// ```
    /// use luoxuan::survey::CrossTab;
    /// let rows = vec![("≥3次".into(), 48, vec![13, 35]), ("<3次".into(), 73, vec![39, 34])];
    /// let table = CrossTab { title: "读与写".into(), columns: vec!["是".into(), "否".into()], rows };
    /// let gap = table.widest().expect("two rows");
    /// assert_eq!((gap.column, gap.low, gap.high, gap.apart), (0, 0, 1, 263));
    /// let (low, high) = (table.share(gap.low, gap.column), table.share(gap.high, gap.column));
    /// assert_eq!(high.points_since(low).as_deref(), Some("+26.3"));
    /// ```
    pub fn widest(&self) -> Option<Gap> {
        let columns = 0..self.columns.len();
        let gaps = columns.filter_map(|column| {
            let peopled = self.rows.iter().enumerate().filter(|(_, (_, people, _))| *people > 0);
            let shares: Vec<_> = peopled
                .map(|(row, _)| (row, self.share(row, column).permille()))
                .collect();
            let low = shares.iter().min_by_key(|(_, share)| *share)?;
            // Of several the first, as for the lowest.
            let high = shares.iter().rev().max_by_key(|(_, share)| *share)?;
            (shares.len() > 1).then_some(Gap {
                column,
                low: low.0,
                high: high.0,
                apart: high.1 - low.1,
            })
        });
        // Of columns that differ as much, the first.
        gaps.reduce(|widest, gap| if gap.apart > widest.apart { gap } else { widest })
    }

    /// Whether its rows differ by more than chance would make of groups that answer alike: Pearson's χ² above what it
    /// passes once in twenty times. `None` where the table is too small to tell: fewer than five would be expected in a
    /// cell, or only one row or column holds anybody. Where several answers were allowed, of the column in which the
    /// rows differ most.
    ///
    /// ```
    /// use luoxuan::survey::CrossTab;
    /// let table = |one: [u64; 2], other: [u64; 2]| CrossTab {
    ///     title: String::new(),
    ///     columns: vec!["是".into(), "否".into()],
    ///     rows: [one, other].map(|row| (String::new(), row[0] + row[1], row.to_vec())).into(),
    /// };
    /// assert_eq!(table([13, 35], [39, 34]).is_associated(), Some(true));
    /// assert_eq!(table([20, 28], [33, 40]).is_associated(), Some(false));
    /// assert_eq!(table([1, 3], [3, 2]).is_associated(), None);
    /// ```
    pub fn is_associated(&self) -> Option<bool> {
        let one_each = self
            .rows
            .iter()
            .all(|(_, people, counts)| total(counts.iter().copied()) == *people);
        let counted: Vec<Vec<u64>> = if one_each {
            self.rows.iter().map(|(.., counts)| counts.clone()).collect()
        } else {
            // Ticks of one person are no separate people: who chose the option in question, and who did not.
            let column = self.widest()?.column;
            let chosen = (0..self.rows.len()).map(|row| self.share(row, column));
            chosen
                .map(|share| vec![share.count, share.of.saturating_sub(share.count)])
                .collect()
        };
        exceeds_chance(&counted)
    }

    /// Whether a cell holds fewer than five, too few to read much into its percentage.
    pub fn is_thin(&self) -> bool {
        self.rows
            .iter()
            .any(|(_, _, counts)| counts.iter().any(|count| *count < 5))
    }
}

/// Where two rows of a two-way table differ most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gap {
    /// In which column.
    pub column: usize,
    /// The row with the smallest share there.
    pub low: usize,
    /// The row with the largest.
    pub high: usize,
    /// How far apart they are, in thousandths.
    pub apart: u64,
}

#[allow(clippy::cast_precision_loss)]
fn real(counts: impl IntoIterator<Item = u64>) -> f64 {
    total(counts) as f64
}

/// Whether χ² of these counts, a list a row, is one of the twentieth that chance makes least often.
fn exceeds_chance(table: &[Vec<u64>]) -> Option<bool> {
    let rows: Vec<f64> = table.iter().map(|row| real(row.iter().copied())).collect();
    let width = table.iter().map(Vec::len).max().unwrap_or_default();
    let column = |at: usize| real(table.iter().filter_map(|row| row.get(at).copied()));
    let columns: Vec<f64> = (0..width).map(column).collect();
    let all: f64 = rows.iter().sum();
    let held = |sums: &[f64]| sums.iter().filter(|sum| **sum > 0.0).count();
    let freedom = held(&rows).saturating_sub(1) * held(&columns).saturating_sub(1);
    if freedom == 0 {
        return None;
    }
    let mut squares = 0.0;
    for (sum, row) in rows.iter().zip(table) {
        for (column, count) in columns.iter().zip(row) {
            let expected = sum * column / all;
            if expected > 0.0 && expected < 5.0 {
                return None;
            }
            if expected > 0.0 {
                squares += (real([*count]) - expected).powi(2) / expected;
            }
        }
    }
    Some(squares > critical(freedom))
}

/// What χ² of so many degrees of freedom passes once in twenty times, by Wilson and Hilferty's approximation: within 1 %.
#[allow(clippy::cast_precision_loss)]
fn critical(freedom: usize) -> f64 {
    /// Beyond it lies a twentieth of the normal distribution.
    const NORMAL: f64 = 1.644_854;
    if freedom == 1 {
        // Where the approximation is worst, and most tables are.
        return 3.841_459;
    }
    let freedom = freedom as f64;
    let part = 2.0 / (9.0 * freedom);
    freedom * (1.0 - part + NORMAL * part.sqrt()).powi(3)
}

fn typed(cross: &Cross) -> CrossTab {
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
    CrossTab {
        title: cross.title.clone(),
        columns: (0..wide).map(|at| named(&cross.columns, at)).collect(),
        rows: (0..cross.counts.len()).map(row).collect(),
    }
}

fn counted(survey: &Survey, cross: &Cross, language: Language) -> Option<CrossTab> {
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
    Some(CrossTab { title, columns, rows })
}

#[cfg(test)]
mod tests {
    use super::critical;

    #[test]
    fn the_critical_values_are_those_of_the_tables() {
        for (freedom, value) in [(1, 3.841), (2, 5.991), (4, 9.488), (9, 16.919), (20, 31.410)] {
            assert!(
                (critical(freedom) / value - 1.0).abs() < 0.01,
                "{freedom}: {}",
                critical(freedom)
            );
        }
    }
}
