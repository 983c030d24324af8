//! How words of time look: lists and patterns in Chinese and English.

/// What such a word counts from.
#[derive(Clone, Copy)]
pub(super) enum Sense {
    /// So many days from the day of writing. Behind it a part of the day needs no day of its own.
    Offset(i32),
    /// A part of the day of writing, or something that was on it, unless a day was named before.
    Part,
    /// The day after the one named last.
    NextDay,
    /// So many weeks from that of writing.
    Week(i32),
    /// A day of the week, counted from 0 for Monday.
    Weekday(Which, i32),
    Unclear,
}

/// Of which week a day is.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// So many weeks from that of writing.
    Week(i32),
    /// The latest that is not later than the day of writing.
    Latest,
    /// The latest before it: last Wednesday.
    Before,
    /// The first after it: next Wednesday.
    After,
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

/// Behind 一 these make another word of it: 上周一共, 上周一个学生, 周日常.
const NOT_MONDAY: &str = "共直起些样樣次个個";

/// Before a week these count weeks or mean every one of them: 一周一次, 第三周周三, 每周三.
const COUNTED: &str = "每第几幾半整全数數多两兩一二三四五六七八九十0123456789周週期拜";

const ENGLISH: &[(&str, Sense)] = &[
    ("today", Offset(0)),
    ("tonight", Offset(0)),
    ("yesterday", Offset(-1)),
    ("tomorrow", Offset(1)),
    ("last night", Offset(-1)),
    ("this lesson", Part),
    ("this morning", Offset(0)),
    ("this afternoon", Offset(0)),
    ("this evening", Offset(0)),
    ("the next day", NextDay),
    ("the following day", NextDay),
    ("last week", Week(-1)),
    ("this week", Week(0)),
    ("next week", Week(1)),
    ("recently", Unclear),
    ("last month", Unclear),
    ("last term", Unclear),
];

const ENGLISH_WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Parts of a day, behind it.
pub(super) const PARTS: [&str; 3] = [" morning", " afternoon", " evening"];

/// The word of time that a text begins with: its length in bytes, and what it counts from; `None` of that is a word that
/// means every day of its kind.
pub(super) fn word(rest: &str, before: char) -> Option<(usize, Option<Sense>)> {
    if rest.starts_with(is_letter) {
        return english(rest).filter(|_| !is_letter(before) && !is_inside_address(before));
    }
    if let Some((word, sense)) = CHINESE.iter().find(|(word, _)| rest.starts_with(word)) {
        // 今天下午, 9月8日下午, 第3周的这节课: the day stands before it. 每天下午 is no single day.
        let has_day = matches!(sense, Part) && matches!(before, '日' | '号' | '號' | '天' | '早' | '晚');
        return (!has_day).then_some((word.len(), Some(*sense)));
    }
    week_word(rest, before)
}

pub(super) const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

const fn is_inside_address(before: char) -> bool {
    matches!(before, '/' | '_' | '@' | '-')
}

fn english(rest: &str) -> Option<(usize, Option<Sense>)> {
    let starts = |rest: &str, word: &str| {
        let head = rest.get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word)) && !rest[word.len()..].starts_with(is_letter)
    };
    let with_part = |length: usize| {
        let part = PARTS.iter().find(|part| starts(&rest[length..], part));
        length + part.map_or(0, |part| part.len())
    };
    if let Some((word, sense)) = ENGLISH.iter().find(|(word, _)| starts(rest, word)) {
        return Some((with_part(word.len()), Some(*sense)));
    }
    let which = [
        ("every ", None),
        ("each ", None),
        ("last ", Some(Which::Before)),
        ("this ", Some(Which::Week(0))),
        ("next ", Some(Which::After)),
    ];
    let which = which.into_iter().find(|(word, _)| {
        rest.get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    });
    let (head, which) = which.map_or((0, Some(Which::Latest)), |(word, which)| (word.len(), which));
    let day = ENGLISH_WEEKDAYS.iter().position(|day| starts(&rest[head..], day))?;
    let length = with_part(head + ENGLISH_WEEKDAYS.get(day)?.len());
    let number = i32::try_from(day).ok()?;
    Some((length, which.map(|which| Weekday(which, number))))
}

/// 上周, 这周三, 星期五.
fn week_word(rest: &str, before: char) -> Option<(usize, Option<Sense>)> {
    let which = WHICH.iter().find(|(word, _)| {
        rest.strip_prefix(word)
            .is_some_and(|rest| WEEKS.iter().any(|week| rest.starts_with(week)))
    });
    let (head, week) = which.map_or((0, None), |(word, week)| (word.len(), Some(*week)));
    let name = WEEKS.iter().find(|name| rest[head..].starts_with(*name))?;
    let mut length = head + name.len();
    // 上周周三 says it twice.
    if week.is_some()
        && let Some(again) = WEEKS.iter().find(|name| rest[length..].starts_with(*name))
    {
        length += again.len();
    }
    let mut behind = rest[length..].chars();
    let number = behind.next().and_then(|next| {
        let next = if next == '天' && *name != "周" && *name != "週" {
            '日'
        } else {
            next
        };
        WEEKDAYS.chars().position(|day| day == next)
    });
    let is_other_word = match (number, behind.next()) {
        // 从上周一起 begins on a Monday.
        (Some(0), Some('起')) => !matches!(before, '从' | '從' | '自') && week.is_some(),
        (Some(0), Some(next)) => NOT_MONDAY.contains(next) && (next != '起' || week.is_some()),
        (Some(6), Some(next)) => matches!(next, '常' | '记' | '記'),
        _ => false,
    };
    match number.filter(|_| !is_other_word) {
        Some(number) => {
            let length = length + '一'.len_utf8();
            // 每周三 is every week's, and 第三周周三 names its week.
            let is_one = week.is_some() || !COUNTED.contains(before);
            let which = week.map_or(Which::Latest, Which::Week);
            let number = i32::try_from(number).ok()?;
            Some((length, is_one.then_some(Weekday(which, number))))
        }
        None => Some((length, Some(Week(week?)))),
    }
}
