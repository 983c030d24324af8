//! Words that name a day only to somebody who knows when they were written: 今天, 昨天, 这节课, yesterday.

mod say;
mod words;

#[cfg(test)]
mod tests;

use crate::time::Date;

pub(crate) use say::{Edit, edits};
pub use say::{dated, say_day, say_third};
use words::{Sense, Which, is_letter, word};

/// What such a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// One day.
    Day(Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// Nothing that can be worked out: 最近, 上学期, recently.
    Unclear,
}

/// A word of time in a text, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayWord {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it means.
    pub when: When,
    /// Whether the word stays behind its day: 下午 becomes 9月8日下午.
    pub stays: bool,
}

/// The words of time in a text that was written on `on`, in order. What stands in quotation marks was said by somebody,
/// who had a day of their own.
///
/// A part of the day, and 这节课, is one only as long as the text has named no day: behind a day it says what it should.
///
/// ```
/// use luoxuan::text::{When, day_words};
/// let on = "2025-09-15".parse().expect("a day");
/// let text = "昨天收上来40本，下午批完。小林说：“今天的好写。”";
/// let found = day_words(text, on);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].start..found[0].end], "昨天");
/// assert_eq!(found[0].when, When::Day("2025-09-14".parse().expect("a day")));
/// ```
pub fn day_words(text: &str, on: Date) -> Vec<DayWord> {
    day_words_by(text, &|_| Some(on))
}

/// The same of a text that was written on several days: `on` says on which the byte at some place was. Where it does not
/// know, words are found and mean nothing.
pub(crate) fn day_words_by(text: &str, on: &dyn Fn(usize) -> Option<Date>) -> Vec<DayWord> {
    let mut found: Vec<DayWord> = Vec::new();
    let mut named: Option<Date> = None;
    let mut at = 0;
    let mut before = '\0';
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let known = on(at);
        let Some(written) = known.or(Date::new(2000, 1, 1)) else {
            break;
        };
        if !before.is_ascii_digit()
            && let Some((length, day)) = calendar_day(&text[at..], written)
        {
            // 9月8日那一周 is a week.
            let is_week = text[at + length..].starts_with('那') || text[..at].ends_with("week of ");
            named = if is_week { named } else { Some(day) };
            before = '日';
            at += length;
            continue;
        }
        let Some((length, sense)) = word(&text[at..], before) else {
            before = next;
            at += next.len_utf8();
            continue;
        };
        let end = at + length;
        let said_before = &text[..at];
        let is_own = !is_quoted(said_before) && !is_titled(said_before);
        let sense = sense.filter(|_| is_own && !is_known(said_before, &text[end..]));
        if let Some(sense) = sense {
            let (when, stays) = meaning(sense, written, named);
            if !(stays && (named.is_some() || has_week(&text[..at]))) {
                let when = if known.is_some() { when } else { When::Unclear };
                found.push(DayWord {
                    start: at,
                    end,
                    when,
                    stays,
                });
            }
            if let When::Day(day) = when {
                named = Some(day);
            }
        }
        before = '日';
        at = end;
    }
    found
}

/// What a word means on the day it was written, behind the day that was named last.
fn meaning(sense: Sense, written: Date, named: Option<Date>) -> (When, bool) {
    let when = match sense {
        Sense::Offset(days) => When::Day(written.plus_days(days)),
        Sense::NextDay => named.map_or(When::Unclear, |named| When::Day(named.plus_days(1))),
        Sense::Week(weeks) => When::Week(written.monday().plus_days(weeks * 7)),
        Sense::Weekday(which, number) => When::Day(weekday(written, which, number)),
        Sense::Part => return (When::Day(written), true),
        Sense::Unclear => When::Unclear,
    };
    (when, false)
}

/// A day of the week, counted from 0 for Monday.
fn weekday(on: Date, which: Which, number: i32) -> Date {
    let this = on.monday().plus_days(number);
    let weeks = match which {
        Which::Week(weeks) => weeks,
        Which::Latest => -i32::from(this > on),
        Which::Before => -i32::from(this >= on),
        Which::After => i32::from(this <= on),
    };
    this.plus_days(weeks * 7)
}

/// Whether a quotation is open at the end of a text.
pub(crate) fn is_quoted(before: &str) -> bool {
    let opened = before.matches(['“', '「']).count();
    opened > before.matches(['”', '」']).count()
}

/// Whether the title of a book or a text is open: 读《昨天的云》.
fn is_titled(before: &str) -> bool {
    before.matches('《').count() > before.matches('》').count()
}

/// 五年级上学期 is a term that everybody knows, and 第二天性 no day.
fn is_known(before: &str, after: &str) -> bool {
    before.ends_with(['级', '級', '度', '年']) || after.starts_with('性')
}

/// Whether a week, or a third of a month, has just been named: 第3周的这节课.
fn has_week(before: &str) -> bool {
    before.trim_end_matches('的').ends_with(['周', '週', '旬'])
}

/// A day of the calendar that a text begins with, 9月8日, 2025-09-08 or 8 September, and its length in bytes. Without a
/// year it is of the year of writing.
pub(crate) fn calendar_day(rest: &str, on: Date) -> Option<(usize, Date)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = digits(rest);
    if first == 0 {
        return None;
    }
    if let Some(after) = rest[first..].strip_prefix('年').filter(|_| first == 4) {
        let (length, day) = calendar_day(after, on)?;
        let (_, month, number) = day.ymd();
        let day = Date::new(rest[..first].parse().ok()?, month, number)?;
        return Some((first + '年'.len_utf8() + length, day));
    }
    if let Some(after) = rest[first..].strip_prefix('月') {
        let second = digits(after);
        let mark = after[second..]
            .chars()
            .next()
            .filter(|c| matches!(c, '日' | '号' | '號'))?;
        let day = Date::new(on.ymd().0, rest[..first].parse().ok()?, after[..second].parse().ok()?)?;
        return Some((first + '月'.len_utf8() + second + mark.len_utf8(), day));
    }
    if let Some(after) = rest[first..].strip_prefix(' ') {
        let month = say::MONTHS.iter().position(|month| after.starts_with(month))?;
        let length = first + 1 + say::MONTHS.get(month)?.len();
        let year = rest[length..].strip_prefix(' ').and_then(|rest| rest.get(..4));
        let year = year.and_then(|year| Some((year.len() + 1, year.parse().ok()?)));
        let (more, year) = year.unwrap_or((0, on.ymd().0));
        let day = Date::new(year, u8::try_from(month + 1).ok()?, rest[..first].parse().ok()?)?;
        return (!rest[length + more..].starts_with(is_letter)).then_some((length + more, day));
    }
    let date = rest.get(..10).filter(|_| first == 4)?;
    Some((date.len(), date.parse().ok()?))
}
