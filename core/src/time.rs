//! Moments, dates, terms and teaching weeks. Nothing here reads a clock: time is always an argument.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// An instant and the place's offset from UTC when it was written down.
///
/// Stored as `[milliseconds since 1970-01-01T00:00Z, minutes east of UTC]`. It is for people to read:
/// the order of revisions comes from their parents, never from a clock.
///
/// ```
/// use luoxuan::Timestamp;
/// let bell = Timestamp::new(1_757_552_400_000, 480);
/// assert_eq!(bell.date().to_string(), "2025-09-11");
/// assert_eq!(bell.to_string(), "2025-09-11T09:00:00+08:00");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "(i64, i16)", into = "(i64, i16)")]
pub struct Timestamp {
    millis: i64,
    offset: i16,
}

impl From<(i64, i16)> for Timestamp {
    fn from((millis, offset): (i64, i16)) -> Self {
        Self { millis, offset }
    }
}

impl From<Timestamp> for (i64, i16) {
    fn from(moment: Timestamp) -> Self {
        (moment.millis, moment.offset)
    }
}

impl Timestamp {
    /// The instant `millis` after 1970-01-01T00:00Z, seen `offset` minutes east of UTC.
    pub const fn new(millis: i64, offset: i16) -> Self {
        Self { millis, offset }
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn millis(self) -> i64 {
        self.millis
    }

    /// Minutes east of UTC.
    pub const fn offset(self) -> i16 {
        self.offset
    }

    fn local(self) -> i64 {
        self.millis.saturating_add(i64::from(self.offset) * MINUTE)
    }

    /// The calendar date on the wall where it was written.
    pub fn date(self) -> Date {
        Date(i32::try_from(self.local().div_euclid(DAY)).unwrap_or(0))
    }

    /// Hour, minute and second on the clock where it was written.
    ///
    /// ```
    /// use luoxuan::Timestamp;
    /// assert_eq!(Timestamp::new(1_000, 8 * 60).hms(), (8, 0, 1));
    /// ```
    pub fn hms(self) -> (u8, u8, u8) {
        let seconds = self.local().rem_euclid(DAY) / 1000;
        // A day has no more.
        let part = |number: i64| u8::try_from(number).unwrap_or_default();
        (part(seconds / 3600), part(seconds / 60 % 60), part(seconds % 60))
    }

    /// This instant moved by `millis`.
    #[must_use]
    pub const fn saturating_add(self, millis: i64) -> Self {
        Self {
            millis: self.millis.saturating_add(millis),
            offset: self.offset,
        }
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 with the offset, to the second.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.hms();
        let (sign, offset) = if self.offset < 0 {
            ('-', -i32::from(self.offset))
        } else {
            ('+', i32::from(self.offset))
        };
        write!(
            f,
            "{}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}",
            self.date(),
            offset / 60,
            offset % 60
        )
    }
}

/// A day in the (proleptic Gregorian) calendar, kept as days since 1970-01-01 and written `2025-09-11`.
///
/// ```
/// use luoxuan::Date;
/// let first: Date = "2025-09-11".parse()?;
/// assert_eq!(first.plus_days(28).to_string(), "2025-10-09");
/// assert_eq!("2025-10-09".parse::<Date>()? - first, 28);
/// # Ok::<(), luoxuan::time::ParseDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A text that is not a day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseDateError;

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date: expected a day of the calendar like 2025-09-11")
    }
}

impl std::error::Error for ParseDateError {}

/// A day of the week, Monday first as in school timetables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Date {
    /// The day with this year, month (1–12) and day of the month; `None` if the calendar has no such day.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        // Days from civil, after Howard Hinnant's `chrono-compatible low-level date algorithms`.
        let (month, day) = (month as i32, day as i32);
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month (1–12) and day of the month.
    // Every figure is bounded by the calendar: months and days are small, and so are years of an `i32` of days.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub const fn ymd(self) -> (i32, u8, u8) {
        let z = self.0 as i64 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let m = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * m + 2) / 5 + 1) as u8;
        let month = (if m < 10 { m + 3 } else { m - 9 }) as u8;
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year as i32, month, day)
    }

    /// The day `days` later, or earlier if negative.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Which day of the week it is.
    pub const fn weekday(self) -> Weekday {
        match (self.0 as i64 + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The Monday of its week.
    #[must_use]
    pub const fn monday(self) -> Self {
        self.plus_days(-(self.weekday() as i32))
    }
}

const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl std::ops::Sub for Date {
    type Output = i32;

    /// The number of days from `other` to `self`.
    fn sub(self, other: Self) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| -> Result<i32, ParseDateError> {
            let part = parts.next().ok_or(ParseDateError)?;
            if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(ParseDateError);
            }
            part.parse().map_err(|_| ParseDateError)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let (month, day) = (
            u8::try_from(month).map_err(|_| ParseDateError)?,
            u8::try_from(day).map_err(|_| ParseDateError)?,
        );
        Self::new(year, month, day).ok_or(ParseDateError)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A school term: the calendar a teacher sets once, from which teaching weeks are counted.
///
/// ```
/// use luoxuan::time::{Date, DateRange};
/// let term = DateRange { start: "2025-09-01".parse()?, end: "2026-01-30".parse()? };
/// assert_eq!(term.week_of("2025-09-07".parse()?), Some(1));
/// assert_eq!(term.week_of("2025-10-16".parse()?), Some(7));
/// assert_eq!(term.week_of("2026-02-01".parse()?), None);
/// # Ok::<(), luoxuan::time::ParseDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First day of teaching.
    pub start: Date,
    /// Last day of teaching, included.
    pub end: Date,
}

impl DateRange {
    /// Every day a record can have.
    pub(crate) fn all() -> Option<Self> {
        Some(Self {
            start: Date::new(1, 1, 1)?,
            end: Date::new(9999, 12, 31)?,
        })
    }

    /// Whether `day` falls in it.
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }

    /// The teaching week (第 n 周) of a day inside the term, counted from 1.
    ///
    /// Weeks begin on Monday; the week that holds the first day is week 1, however short.
    pub fn week_of(&self, day: Date) -> Option<u32> {
        self.contains(day)
            .then(|| u32::try_from((day.monday() - self.start.monday()) / 7 + 1).unwrap_or(1))
    }

    /// How many teaching weeks it has; 0 if it ends before it starts.
    pub fn weeks(&self) -> u32 {
        self.week_of(self.end).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_survives_the_calendar() {
        let mut day = Date::new(1800, 1, 1).expect("a day");
        let mut weekday = day.weekday() as i32;
        for _ in 0..146_097 {
            let (year, month, dom) = day.ymd();
            assert_eq!(Date::new(year, month, dom), Some(day));
            assert_eq!(day.to_string().parse(), Ok(day));
            assert_eq!(day.weekday() as i32, weekday);
            day = day.plus_days(1);
            weekday = (weekday + 1) % 7;
        }
        assert_eq!(Date::new(2000, 1, 1).map(Date::weekday), Some(Weekday::Saturday));
    }

    #[test]
    fn days_the_calendar_does_not_have_are_refused() {
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-9-1",
            "20250901",
            "2025-09-011",
            "二〇二五-09-01",
            "",
        ] {
            assert_eq!(text.parse::<Date>(), Err(ParseDateError), "{text}");
        }
    }
}
