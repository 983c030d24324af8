//! Words that name a day only to somebody who knows when they were written: 今天, 昨天, 这节课, yesterday.

use crate::catalog::Language;
use crate::time::Date;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

#[derive(Clone, Copy)]
enum Sense {
    /// So many days from the day of writing. Behind it a part of the day needs no day of its own.
    Offset(i32),
    /// A part of the day of writing, or something that was on it, unless a day was named before.
    Part,
    /// The day after the one named last.
    NextDay,
    /// So many weeks from that of writing.
    Week(i32),
    /// A day of such a week, counted from Monday; without a week the latest that is not later than the day of writing.
    Weekday(Option<i32>, i32),
    Unclear,
}

use Sense::{NextDay, Offset, Part, Unclear, Week, Weekday};

/// Longer words stand before shorter ones that they begin with. Traditional forms stand beside simplified ones.
const CHINESE: &[(&str, Sense)] = &[
    ("今天", Offset(0)),
    ("今日", Offset(0)),
    ("今早", Offset(0)),
    ("今晚", Offset(0)),
    ("昨天", Offset(-1)),
    ("昨日", Offset(-1)),
    ("昨晚", Offset(-1)),
    ("大前天", Offset(-3)),
    ("前天", Offset(-2)),
    ("明天", Offset(1)),
    ("明日", Offset(1)),
    ("后天", Offset(2)),
    ("後天", Offset(2)),
    ("第二天", NextDay),
    ("这节课", Part),
    ("這節課", Part),
    ("本节课", Part),
    ("本節課", Part),
    ("这堂课", Part),
    ("這堂課", Part),
    ("这一课", Part),
    ("這一課", Part),
    ("早上", Part),
    ("早晨", Part),
    ("上午", Part),
    ("中午", Part),
    ("下午", Part),
    ("傍晚", Part),
    ("晚上", Part),
    ("刚才", Unclear),
    ("剛才", Unclear),
    ("最近", Unclear),
    ("近来", Unclear),
    ("近來", Unclear),
    ("前几天", Unclear),
    ("前幾天", Unclear),
    ("前两天", Unclear),
    ("前兩天", Unclear),
    ("这几天", Unclear),
    ("這幾天", Unclear),
    ("上个月", Unclear),
    ("上個月", Unclear),
    ("这个月", Unclear),
    ("這個月", Unclear),
    ("下个月", Unclear),
    ("下個月", Unclear),
    ("上学期", Unclear),
    ("上學期", Unclear),
    ("去年", Unclear),
];

/// What stands before a week or one of its days, and which week it makes it.
const WHICH: &[(&str, i32)] = &[
    ("上上", -2),
    ("上个", -1),
    ("上個", -1),
    ("上", -1),
    ("下个", 1),
    ("下個", 1),
    ("下", 1),
    ("这个", 0),
    ("這個", 0),
    ("这", 0),
    ("這", 0),
    ("本", 0),
];

const WEEKS: &[&str] = &["星期", "礼拜", "禮拜", "周", "週"];
const WEEKDAYS: &str = "一二三四五六日";

const ENGLISH: &[(&str, Sense)] = &[
    ("today", Offset(0)),
    ("yesterday", Offset(-1)),
    ("tomorrow", Offset(1)),
    ("this lesson", Part),
    ("this morning", Offset(0)),
    ("this afternoon", Offset(0)),
    ("the next day", NextDay),
    ("last week", Week(-1)),
    ("this week", Week(0)),
    ("next week", Week(1)),
    ("recently", Unclear),
    ("last month", Unclear),
    ("last term", Unclear),
];

/// The words of time in a text that was written on `on`, in order.
///
/// A part of the day, and 这节课, is one only as long as the text has named no day: behind a day it says what it should.
///
/// ```
/// use luoxuan::text::{When, day_words};
/// let on = "2025-09-15".parse().expect("a day");
/// let text = "昨天收上来40本，下午批完。";
/// let found = day_words(text, on);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].start..found[0].end], "昨天");
/// assert_eq!(found[0].when, When::Day("2025-09-14".parse().expect("a day")));
/// ```
pub fn day_words(text: &str, on: Date) -> Vec<DayWord> {
    let mut found: Vec<DayWord> = Vec::new();
    let mut named: Option<Date> = None;
    let mut at = 0;
    let mut before = '\0';
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if let Some((length, day)) = calendar_day(&text[at..], on) {
            named = Some(day);
            before = '日';
            at += length;
            continue;
        }
        let Some((length, sense)) = word(&text[at..], before) else {
            before = next;
            at += next.len_utf8();
            continue;
        };
        let (when, stays) = match sense {
            Offset(days) => (When::Day(on.plus_days(days)), false),
            NextDay => (
                named.map_or(When::Unclear, |named| When::Day(named.plus_days(1))),
                false,
            ),
            Week(weeks) => (When::Week(on.monday().plus_days(weeks * 7)), false),
            Weekday(week, number) => (When::Day(weekday(on, week, number)), false),
            Part => (When::Day(on), true),
            Unclear => (When::Unclear, false),
        };
        if !(stays && named.is_some()) {
            let end = at + length;
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
        before = '日';
        at += length;
    }
    found
}

/// The word of time that a text begins with, and its length in bytes.
fn word(rest: &str, before: char) -> Option<(usize, Sense)> {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    if rest.starts_with(is_letter) {
        let starts = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        let ends = |word: &str| !rest[word.len()..].starts_with(is_letter);
        let found = ENGLISH.iter().find(|(word, _)| starts(word) && ends(word))?;
        return (!is_letter(before)).then_some((found.0.len(), found.1));
    }
    if let Some((word, sense)) = CHINESE.iter().find(|(word, _)| rest.starts_with(word)) {
        // 今天下午, 9月8日下午: the day stands before it. 每天下午 is no single day.
        let has_day = matches!(sense, Part) && matches!(before, '日' | '号' | '號' | '天' | '早' | '晚');
        return (!has_day).then_some((word.len(), *sense));
    }
    week_word(rest, before)
}

/// 上周, 这周三, 星期五.
fn week_word(rest: &str, before: char) -> Option<(usize, Sense)> {
    let which = WHICH.iter().find(|(word, _)| {
        rest.strip_prefix(word)
            .is_some_and(|rest| WEEKS.iter().any(|week| rest.starts_with(week)))
    });
    let (head, week) = which.map_or((0, None), |(word, week)| (word.len(), Some(*week)));
    let name = WEEKS.iter().find(|name| rest[head..].starts_with(*name))?;
    let length = head + name.len();
    let number = rest[length..].chars().next().and_then(|next| {
        let next = if next == '天' && *name != "周" && *name != "週" {
            '日'
        } else {
            next
        };
        WEEKDAYS.chars().position(|day| day == next)
    });
    match number {
        // 每周三 is every week's.
        Some(number) if week.is_some() || before != '每' => {
            let number = i32::try_from(number).ok()?;
            Some((length + '一'.len_utf8(), Weekday(week, number)))
        }
        None => Some((length, Week(week?))),
        Some(_) => None,
    }
}

/// A day of the calendar that a text begins with, 9月8日 or 2025-09-08, and its length in bytes. Without a year it is of
/// the year of writing.
pub(crate) fn calendar_day(rest: &str, on: Date) -> Option<(usize, Date)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = digits(rest);
    if first == 0 {
        return None;
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
    let date = rest.get(..10).filter(|_| first == 4)?;
    Some((date.len(), date.parse().ok()?))
}

/// A day of the week, counted from 0 for Monday: of that week, or else the latest that is not later than `on`.
fn weekday(on: Date, week: Option<i32>, number: i32) -> Date {
    let monday = on.monday();
    let weeks = week.unwrap_or(if monday.plus_days(number) > on { -1 } else { 0 });
    monday.plus_days(weeks * 7 + number)
}

/// A day as a text says it: 9月8日, and with its year where the reader could take it for another's.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::text::say_day;
/// let day = "2025-09-08".parse().expect("a day");
/// assert_eq!(say_day(day, false, Language::ZhHans), "9月8日");
/// assert_eq!(say_day(day, true, Language::ZhHans), "2025年9月8日");
/// assert_eq!(say_day(day, false, Language::En), "8 September");
/// ```
pub fn say_day(day: Date, year: bool, language: Language) -> String {
    let (y, month, number) = day.ymd();
    if language == Language::En {
        let names = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = names.get(usize::from(month).wrapping_sub(1));
        let said = format!("{number} {}", name.copied().unwrap_or_default());
        return if year { format!("{said} {y}") } else { said };
    }
    let said = format!("{month}月{number}日");
    if year { format!("{y}年{said}") } else { said }
}

/// A text with its words of time told as days, by whoever says what a day and a week are called. What cannot be worked
/// out stays as it is, and what is the same day again becomes 这天.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::text::{When, dated, say_day};
/// let on = "2025-09-15".parse().expect("a day");
/// let say = |when| match when {
///     When::Day(day) => Some(say_day(day, false, Language::ZhHans)),
///     When::Week(_) => Some("第2周".into()),
///     When::Unclear => None,
/// };
/// assert_eq!(dated("从今天起记录单改成两栏。", on, &say), "9月15日起，记录单改成两栏。");
/// assert_eq!(dated("下午批完，上周没批完。", on, &say), "9月15日下午批完，第2周没批完。");
/// ```
pub fn dated(text: &str, on: Date, say: &dyn Fn(When) -> Option<String>) -> String {
    let mut told = String::with_capacity(text.len() + 16);
    let mut from = 0;
    let mut last = None;
    for word in day_words(text, on) {
        let Some(said) = say(word.when) else { continue };
        let mut lead = &text[from..word.start];
        let mut end = word.end;
        let mut mark = "";
        if !word.stays
            && let Some(after) = text[word.end..].strip_prefix('起')
        {
            // 从今天起 begins at a day: “9月15日起，”.
            lead = lead.strip_suffix(['从', '從', '自']).unwrap_or(lead);
            end = text.len() - after.len();
            mark = if after.starts_with(['，', ',', '。', '；']) {
                "起"
            } else {
                "起，"
            };
        }
        told.push_str(lead);
        let again = last == Some(word.when) && said.ends_with('日') && mark.is_empty();
        told.push_str(if again { "这天" } else { &said });
        told.push_str(mark);
        if word.stays {
            told.push_str(&text[word.start..word.end]);
        } else if text[word.start..word.end].ends_with('早') {
            told.push_str("早上");
        } else if text[word.start..word.end].ends_with('晚') {
            told.push_str("晚上");
        }
        last = Some(word.when);
        from = end;
    }
    told.push_str(&text[from..]);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on() -> Date {
        // A Monday.
        "2025-09-15".parse().expect("a day")
    }

    fn told(text: &str) -> String {
        let say = |when| match when {
            When::Day(day) => Some(say_day(day, false, Language::ZhHans)),
            When::Week(monday) => Some(format!("{}那一周", say_day(monday, false, Language::ZhHans))),
            When::Unclear => None,
        };
        dated(text, on(), &say)
    }

    #[test]
    fn words_of_time_become_days() {
        for (written, right) in [
            ("今天做“水的蒸发”。", "9月15日做“水的蒸发”。"),
            ("昨天和前天都没交。", "9月14日和9月13日都没交。"),
            ("从今天起记录单改成两栏", "9月15日起，记录单改成两栏"),
            ("今天下午测了一次，晚上批完。", "9月15日下午测了一次，晚上批完。"),
            ("下午测了一次。", "9月15日下午测了一次。"),
            ("9月8日下午测了一次。", "9月8日下午测了一次。"),
            ("这节课的记录单", "9月15日这节课的记录单"),
            ("昨天讲过，这节课再讲。", "9月14日讲过，这节课再讲。"),
            ("周三交上来38本", "9月10日交上来38本"),
            ("上周三交上来", "9月10日交上来"),
            ("這週五再測", "9月19日再測"),
            ("星期天没人来", "9月14日没人来"),
            ("上周没有做", "9月8日那一周没有做"),
            ("每周三都有", "每周三都有"),
            ("周围的同学", "周围的同学"),
            ("今天先讲，今天又测。", "9月15日先讲，这天又测。"),
            ("昨天发了，第二天收回。", "9月14日发了，9月15日收回。"),
            ("昨晚想了很久", "9月14日晚上想了很久"),
            ("最近总是这样", "最近总是这样"),
        ] {
            assert_eq!(told(written), right);
        }
    }

    #[test]
    fn what_cannot_be_worked_out_is_found_and_left() {
        let found = day_words("最近总是这样，第二天也是。", on());
        let senses: Vec<_> = found.iter().map(|word| word.when).collect();
        assert_eq!(senses, [When::Unclear, When::Unclear]);
        assert_eq!(day_words("Yesterday, and today. Todays.", on()).len(), 2);
    }
}
