//! What was measured, as a table: medians with their spread, ratios, and whether what is promised is kept.

use std::fmt::Write as _;

/// Values measured one after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    /// Adds a value.
    pub(crate) fn push(&mut self, value: f64) {
        let at = self.0.partition_point(|known| *known < value);
        self.0.insert(at, value);
    }

    /// Adds values.
    pub(crate) fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        values.into_iter().for_each(|value| self.push(value));
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The value below which this part of all lies.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    fn at(&self, part: f64) -> Option<f64> {
        let last = self.0.len().checked_sub(1)?;
        self.0.get((last as f64 * part).round() as usize).copied()
    }
}

/// Which value stands for a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// The one in the middle.
    Median,
    /// The one that 95 of 100 do not pass.
    P95,
}

impl Figure {
    fn of(self, sample: &Sample) -> Option<f64> {
        sample.at(match self {
            Self::Median => 0.5,
            Self::P95 => 0.95,
        })
    }
}

/// What is promised of ours beside theirs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Bar {
    /// At most so many times theirs.
    Times(f64),
    /// At most so much more than theirs, in the row's unit.
    More(f64),
    /// At most so much, whatever theirs is.
    AtMost(f64),
    /// At full speed at most so much; slowed down, at most so much more than theirs.
    Within(f64),
    /// Nothing: measured for comparison.
    None,
}

/// Whether a promise is kept: by ours, by theirs, `None` where it was not measured.
pub(crate) type Kept = Option<bool>;

/// One thing measured, here and beside it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// What of ours.
    pub(crate) what: String,
    /// What it is held against.
    pub(crate) peer: String,
    /// `ms`, `µs`, `MB` or `%`.
    pub(crate) unit: &'static str,
    /// Which value counts.
    pub(crate) figure: Figure,
    /// What is promised.
    pub(crate) bar: Bar,
    /// Ours and theirs at full speed.
    pub(crate) full: (Sample, Sample),
    /// Ours and theirs on a processor slowed down; empty if not measured.
    pub(crate) slow: (Sample, Sample),
}

impl Row {
    fn kept(&self, (ours, theirs): &(Sample, Sample), bar: Bar) -> Kept {
        let (ours, theirs) = (self.figure.of(ours)?, self.figure.of(theirs)?);
        match bar {
            Bar::Times(most) => Some(ours <= most * theirs),
            Bar::More(most) => Some(ours - theirs <= most),
            Bar::AtMost(most) => Some(ours <= most),
            Bar::Within(_) | Bar::None => None,
        }
    }

    /// Whether it is kept at full speed and slowed down.
    pub(crate) fn verdicts(&self) -> (Kept, Kept) {
        let (full, slow) = match self.bar {
            Bar::Within(most) => (Bar::AtMost(most), Bar::More(most)),
            bar => (bar, bar),
        };
        (self.kept(&self.full, full), self.kept(&self.slow, slow))
    }

    fn cell(&self, sample: &Sample) -> String {
        let Some(figure) = self.figure.of(sample) else {
            return "–".into();
        };
        let (low, high) = (sample.at(0.25).unwrap_or(figure), sample.at(0.75).unwrap_or(figure));
        match self.figure {
            Figure::Median => format!("{} ({}–{})", short(figure), short(low), short(high)),
            Figure::P95 => format!("{} (½: {})", short(figure), short(sample.at(0.5).unwrap_or(figure))),
        }
    }

    fn beside(&self, (ours, theirs): &(Sample, Sample)) -> String {
        match (self.figure.of(ours), self.figure.of(theirs), self.bar) {
            (Some(ours), Some(theirs), Bar::More(_) | Bar::Within(_)) => {
                let sign = if ours < theirs { '−' } else { '+' };
                format!("{sign}{} {}", short((ours - theirs).abs()), self.unit)
            }
            (Some(ours), Some(theirs), _) if theirs > 0.0 => format!("{} ×", short(ours / theirs)),
            _ => "–".into(),
        }
    }

    fn promise(&self) -> String {
        match self.bar {
            Bar::Times(most) => format!("≤ {most} ×"),
            Bar::More(most) => format!("≤ +{most} {}", self.unit),
            Bar::AtMost(most) => format!("≤ {most} {}", self.unit),
            Bar::Within(most) => format!("≤ {most} {0}, slowed ≤ +{most} {0}", self.unit),
            Bar::None => String::new(),
        }
    }
}

/// Three figures that count.
fn short(value: f64) -> String {
    match value.abs() {
        large if large >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        small if small >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

fn word(kept: Kept) -> &'static str {
    match kept {
        Some(true) => "kept",
        Some(false) => "**NOT kept**",
        None => "",
    }
}

/// Rows that belong together.
#[derive(Debug, Clone)]
pub(crate) struct Topic {
    /// Its heading.
    pub(crate) title: &'static str,
    /// What was done, and what the figures are.
    pub(crate) text: String,
    /// What was measured.
    pub(crate) rows: Vec<Row>,
}

impl Topic {
    /// As Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut page = format!("{}\n\n", self.text.trim());
        let slowed = self.rows.iter().any(|row| row.slow.0.len() > 0);
        page.push_str("| what | ours | beside it | | ");
        page.push_str(if slowed {
            "ours, slowed 4 × | beside it | | bar | | slowed |\n"
        } else {
            "bar | |\n"
        });
        page.push_str(if slowed {
            "|---|--:|--:|--:|--:|--:|--:|--:|---|---|\n"
        } else {
            "|---|--:|--:|--:|--:|---|\n"
        });
        for row in &self.rows {
            let (full, slow) = row.verdicts();
            let unit = row.unit;
            let mut line = |cells: &[String]| {
                page.push_str("| ");
                page.push_str(&cells.join(" | "));
                page.push(' ');
            };
            line(&[
                row.what.clone(),
                format!("{} {unit}", row.cell(&row.full.0)),
                format!("{}: {} {unit}", row.peer, row.cell(&row.full.1)),
                row.beside(&row.full),
            ]);
            if slowed {
                line(&[row.cell(&row.slow.0), row.cell(&row.slow.1), row.beside(&row.slow)]);
            }
            line(&[row.promise(), word(full).into()]);
            if slowed {
                line(&[word(slow).into()]);
            }
            page.push_str("|\n");
        }
        page
    }

    /// As lines for the terminal.
    pub(crate) fn lines(&self) -> String {
        let mut lines = format!("\n{}\n", self.title);
        for row in &self.rows {
            let (full, slow) = row.verdicts();
            for (name, pair, kept) in [("", &row.full, full), (" slowed 4 ×", &row.slow, slow)] {
                if pair.0.len() == 0 {
                    continue;
                }
                // A text being built takes every character.
                let _ = writeln!(
                    lines,
                    "  {}{name}: {} {unit}; {} {} {unit}; {} {} {}",
                    row.what,
                    row.cell(&pair.0),
                    row.peer,
                    row.cell(&pair.1),
                    row.beside(pair),
                    row.promise(),
                    word(kept).trim_matches('*'),
                    unit = row.unit,
                );
            }
        }
        lines
    }
}
