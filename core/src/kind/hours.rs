//! Training hours and credits held against a rule (学时规则).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Kinds, STAGE};
use crate::index::Index;
use crate::journal::Content;
use crate::time::{Date, DateRange};

/// The kinds this is about, by name.
const TRAINING: &str = "training";

/// The stages at which hours count, and at which they never will.
const GRANTED: &str = "granted";
const REFUSED: &str = "refused";

/// One year of a cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Its days.
    pub span: DateRange,
    /// What counts in it, each sort up to what counts a year.
    pub counted: f64,
    /// What it still lacks; 0 where the rule asks nothing of a year.
    pub lacking: f64,
}

/// One sort of training in a cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Sort {
    /// Its word, such as `school`.
    pub category: String,
    /// What was granted.
    pub granted: f64,
    /// What of it counts.
    pub counted: f64,
    /// What it still lacks.
    pub lacking: f64,
}

/// How far a cycle has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Its days.
    pub cycle: DateRange,
    /// Its years.
    pub years: Vec<Year>,
    /// The sorts that were recorded or are asked for.
    pub sorts: Vec<Sort>,
    /// What counts in all.
    pub counted: f64,
    /// What was attended and is not recognised yet.
    pub waiting: f64,
    /// What the rule asks for.
    pub total: f64,
    /// What is still lacking.
    pub lacking: f64,
}

/// What a rule says of one sort.
#[derive(Default, Clone, Copy)]
struct Limit {
    least: Option<f64>,
    most: Option<f64>,
    yearly_most: Option<f64>,
}

fn number(value: Option<&Value>) -> Option<f64> {
    value?.as_f64().filter(|number| number.is_finite() && *number >= 0.0)
}

/// The cycle that a day lies in, and its years; `None` if the rule does not say when a cycle begins or how long it is.
fn cycle(rule: &Content, on: Date) -> Option<Vec<DateRange>> {
    let fields = rule.to_json();
    let years = number(fields.get("years")).filter(|years| (1.0..=20.0).contains(years))?;
    #[allow(clippy::cast_possible_truncation)] // Between 1 and 20.
    let years = years as i32;
    let mut start: Date = rule.text("on")?.parse().ok()?;
    while after(start, years) <= on {
        start = after(start, years);
    }
    let span = |year| DateRange {
        start: after(start, year),
        end: after(start, year + 1).plus_days(-1),
    };
    Some((0..years).map(span).collect())
}

/// The same day so many years later; of a leap day the last of February.
fn after(day: Date, years: i32) -> Date {
    let (year, month, number) = day.ymd();
    let same = Date::new(year.saturating_add(years), month, number);
    same.or_else(|| Date::new(year.saturating_add(years), month, number.saturating_sub(1)))
        .unwrap_or(day)
}

/// How far the cycle that `on` lies in has come by a rule, from the training that is recorded. What is recognised counts;
/// of a sort no more than the rule counts of it a year and a cycle; hours and credits are never added to one another.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::kind::{Kinds, progress};
/// use luoxuan::Index;
/// let kinds = Kinds::built_in();
/// let rule = kinds.named("hours_rule").expect("it comes with the crate");
/// let general = rule.preset(&rule.presets[0], Language::ZhHans).with("on", Some("2026-01-01".into()));
/// let progress = progress(&general, &Index::default(), "2026-11-30".parse().expect("a day")).expect("it says its cycle");
/// assert_eq!((progress.years.len(), progress.lacking), (5, 240.0));
/// ```
pub fn progress(rule: &Content, index: &Index, on: Date) -> Option<Progress> {
    let years = cycle(rule, on)?;
    let cycle = DateRange {
        start: years.first()?.start,
        end: years.last()?.end,
    };
    let fields = rule.to_json();
    let limits = Limits::of(&fields);
    let recorded = Recorded::of(index, &years, &rule.text("unit").unwrap_or_default())?;
    let asked = number(fields.get("yearly")).unwrap_or_default();
    let of_year = |(at, span): (usize, &DateRange)| {
        let counted = recorded.counted_in(at, &limits);
        // A year that has not begun lacks nothing yet.
        let due = if span.start <= on { asked } else { 0.0 };
        Year {
            span: *span,
            counted,
            lacking: (due - counted).max(0.0),
        }
    };
    let categories: BTreeSet<&String> = recorded.categories().chain(limits.0.keys()).collect();
    let sorts: Vec<Sort> = categories
        .into_iter()
        .map(|category| recorded.sort(category, &limits))
        .collect();
    let counted = sorts.iter().map(|sort| sort.counted).sum();
    let total = number(fields.get("total")).unwrap_or_default();
    Some(Progress {
        cycle,
        years: years.iter().enumerate().map(of_year).collect(),
        sorts,
        counted,
        waiting: recorded.waiting,
        total,
        lacking: (total - counted).max(0.0),
    })
}

/// What a rule says of each sort.
struct Limits(BTreeMap<String, Limit>);

impl Limits {
    fn of(fields: &Map<String, Value>) -> Self {
        let rows = fields.get("limits").and_then(Value::as_array).into_iter().flatten();
        let limits = rows.map(|row| {
            let category = row.get("category").and_then(Value::as_str).unwrap_or_default();
            let limit = Limit {
                least: number(row.get("least")),
                most: number(row.get("most")),
                yearly_most: number(row.get("yearly_most")),
            };
            (category.to_owned(), limit)
        });
        Self(limits.collect())
    }

    fn of_sort(&self, category: &str) -> Limit {
        self.0.get(category).copied().unwrap_or_default()
    }

    /// What counts in a year of so many hours of a sort.
    fn yearly(&self, category: &str, hours: f64) -> f64 {
        hours.min(self.of_sort(category).yearly_most.unwrap_or(f64::INFINITY))
    }
}

/// What was recorded in a cycle.
#[derive(Default)]
struct Recorded {
    /// What was granted, by sort and year of the cycle.
    granted: BTreeMap<(String, usize), f64>,
    /// What is neither granted nor refused.
    waiting: f64,
}

impl Recorded {
    /// The training of these years, as far as it is counted in `unit`.
    fn of(index: &Index, years: &[DateRange], unit: &str) -> Option<Self> {
        let mut recorded = Self::default();
        let kinds = Kinds::built_in();
        let training = kinds.named(TRAINING)?;
        for head in training.records(index) {
            let content = head.content();
            let said = content.to_json();
            let at = training
                .day_of(content)
                .and_then(|day| years.iter().position(|year| year.contains(day)));
            let (Some(at), Some(hours)) = (at, number(said.get(&training.hours))) else {
                continue;
            };
            let own = content.text("unit").filter(|own| !own.is_empty());
            if own.is_some_and(|own| own != unit) {
                continue;
            }
            match content.text(STAGE).as_deref() {
                Some(GRANTED) => {
                    let category = content.text("category").unwrap_or_default().into_owned();
                    *recorded.granted.entry((category, at)).or_default() += hours;
                }
                Some(REFUSED) => {}
                _ => recorded.waiting += hours,
            }
        }
        Some(recorded)
    }

    fn categories(&self) -> impl Iterator<Item = &String> {
        self.granted.keys().map(|(category, _)| category)
    }

    /// What counts in one year, of all sorts.
    fn counted_in(&self, year: usize, limits: &Limits) -> f64 {
        let its = self.granted.iter().filter(|((_, at), _)| *at == year);
        its.map(|((category, _), hours)| limits.yearly(category, *hours)).sum()
    }

    /// What counts of one sort, in the cycle.
    fn sort(&self, category: &str, limits: &Limits) -> Sort {
        let its = || self.granted.iter().filter(|((own, _), _)| own == category);
        let by_year: f64 = its().map(|(_, hours)| limits.yearly(category, *hours)).sum();
        let limit = limits.of_sort(category);
        let counted = by_year.min(limit.most.unwrap_or(f64::INFINITY));
        Sort {
            category: category.to_owned(),
            granted: its().map(|(_, hours)| hours).sum(),
            counted,
            lacking: (limit.least.unwrap_or_default() - counted).max(0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Language;
    use crate::{Author, DeviceId, Journal, RecordId, Timestamp};

    /// Training as it was recorded: category, hours, day, stage, unit.
    type Recorded = (&'static str, f64, &'static str, &'static str, &'static str);

    fn counted(preset: usize, recorded: &[Recorded]) -> Progress {
        let kinds = Kinds::built_in();
        let (rule, training) = (
            kinds.named("hours_rule").expect("rules"),
            kinds.named(TRAINING).expect("training"),
        );
        let rule = rule
            .preset(&rule.presets[preset], Language::ZhHans)
            .with("on", Some("2024-01-01".into()));
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(0, 480),
        };
        let mut journal = Journal::new();
        for (number, (category, hours, on, stage, unit)) in (1_u8..).zip(recorded) {
            let content = training
                .begun("一")
                .with("category", Some((*category).into()))
                .with("hours", Some((*hours).into()))
                .with("on", Some((*on).into()))
                .with("unit", Some((*unit).into()))
                .with(STAGE, Some((*stage).into()));
            journal.write(RecordId::from_bytes([number; 16]), content, by);
        }
        progress(&rule, &Index::of(&journal), "2026-11-30".parse().expect("a day")).expect("a cycle")
    }

    fn years(progress: &Progress) -> Vec<(f64, f64)> {
        progress.years.iter().map(|year| (year.counted, year.lacking)).collect()
    }

    /// 浙教师〔2010〕175号: of school-based training 24 a year count, and 120 a cycle; the rest must come from elsewhere.
    #[test]
    fn the_rule_of_2010_counts_24_school_based_hours_a_year_at_most() {
        let progress = counted(
            1,
            &[
                ("school", 30.0, "2024-03-01", "granted", "hours"),
                ("school", 20.0, "2025-03-01", "granted", "hours"),
                ("central", 90.0, "2025-07-01", "granted", "hours"),
                ("online", 12.0, "2026-02-01", "attended", "hours"),
            ],
        );
        assert_eq!(
            (progress.counted, progress.waiting, progress.lacking),
            (134.0, 12.0, 226.0)
        );
        let school = progress
            .sorts
            .iter()
            .find(|sort| sort.category == "school")
            .expect("it was recorded");
        assert_eq!((school.granted, school.counted), (50.0, 44.0));
        let central = progress
            .sorts
            .iter()
            .find(|sort| sort.category == "central")
            .expect("it is asked for");
        assert!(central.lacking < 0.1);
        // It asks nothing of a single year.
        assert_eq!(
            years(&progress),
            [(24.0, 0.0), (110.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)]
        );
    }

    /// The later measures: 24 is the least of all credits a year, and nothing caps what is school-based.
    #[test]
    fn the_later_measures_ask_24_credits_of_each_year() {
        let progress = counted(
            2,
            &[
                ("school", 30.0, "2024-03-01", "granted", "credits"),
                ("school", 20.0, "2025-03-01", "granted", "credits"),
                ("central", 90.0, "2025-07-01", "granted", "hours"),
                ("online", 10.0, "2026-02-01", "granted", "credits"),
            ],
        );
        assert_eq!(
            (progress.counted, progress.lacking),
            (60.0, 300.0),
            "hours are no credits"
        );
        assert_eq!(
            years(&progress),
            [(30.0, 0.0), (20.0, 4.0), (10.0, 14.0), (0.0, 0.0), (0.0, 0.0)]
        );
    }

    #[test]
    fn what_is_refused_never_counts_and_another_cycle_is_another() {
        let progress = counted(
            0,
            &[
                ("school", 30.0, "2024-03-01", "refused", "hours"),
                ("school", 30.0, "2023-12-31", "granted", "hours"),
                ("school", 7.5, "2028-12-31", "granted", ""),
            ],
        );
        assert_eq!((progress.counted, progress.waiting), (7.5, 0.0));
        assert_eq!(progress.cycle.end.to_string(), "2028-12-31");
        let leap: Date = "2024-02-29".parse().expect("a day");
        assert_eq!(after(leap, 1).to_string(), "2025-02-28");
    }
}
