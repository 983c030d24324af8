//! Days as a text says them, and words of time told that way.

use std::ops::Range;

use super::words::{PARTS, is_letter};
use super::{DayWord, When, day_words};
use crate::catalog::Language;
use crate::time::Date;

pub(super) const MONTHS: [&str; 12] = [
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

const MONTHS_IN_CHINESE: [&str; 12] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
];

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
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
        let said = format!("{number} {}", month_name(month));
        return if year { format!("{said} {y}") } else { said };
    }
    let said = format!("{month}月{number}日");
    if year { format!("{y}年{said}") } else { said }
}

/// The third of a month a day is in, as a school says when something was: days 1 to 10 are 上旬, 11 to 20 中旬, the rest
/// 下旬.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::text::say_third;
/// let day = "2025-09-18".parse().expect("a day");
/// assert_eq!(say_third(day, false, Language::ZhHans), "九月中旬");
/// assert_eq!(say_third(day, true, Language::ZhHans), "2025年9月中旬");
/// assert_eq!(say_third(day, false, Language::En), "mid-September");
/// ```
pub fn say_third(day: Date, year: bool, language: Language) -> String {
    let (y, month, number) = day.ymd();
    if language == Language::En {
        let third = ["early ", "mid-", "late "][third(number)];
        let said = format!("{third}{}", month_name(month));
        return if year { format!("{said} {y}") } else { said };
    }
    let third = ["上旬", "中旬", "下旬"][third(number)];
    // Beside a year in figures the month is in figures too.
    if year {
        format!("{y}年{month}月{third}")
    } else {
        let month = MONTHS_IN_CHINESE.get(usize::from(month).wrapping_sub(1));
        format!("{}月{third}", month.copied().unwrap_or_default())
    }
}

const fn third(day: u8) -> usize {
    match day {
        0..=10 => 0,
        11..=20 => 1,
        _ => 2,
    }
}

/// A text with its words of time told as days, by whoever says what a day and a week are called. What cannot be worked
/// out stays as it is, and what is the same day again becomes 这天.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::text::{When, dated, say_day};
/// let on = "2025-09-15".parse().expect("a day");
/// let say = |when, language| match when {
///     When::Day(day) => Some(say_day(day, false, language)),
///     When::Week(_) => Some("第2周".into()),
///     When::Unclear => None,
/// };
/// let told = |text| dated(text, on, Language::ZhHans, &say);
/// assert_eq!(told("从今天起记录单改成两栏。"), "9月15日起，记录单改成两栏。");
/// assert_eq!(told("下午批完，上周没批完。"), "9月15日下午批完，第2周没批完。");
/// assert_eq!(told("Today we began."), "On 15 September we began.");
/// ```
pub fn dated(text: &str, on: Date, language: Language, say: &dyn Fn(When, Language) -> Option<String>) -> String {
    let mut told = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for edit in edits(text, &day_words(text, on), language, say) {
        told.push_str(&text[from..edit.range.start]);
        told.push_str(&edit.text);
        from = edit.range.end;
    }
    told.push_str(&text[from..]);
    told
}

/// Some bytes of a text, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

/// What puts days in place of these words, in their order: all of them but those nobody can say. `language` is the
/// writer's; a word in another one is told in its own.
pub(crate) fn edits(
    text: &str,
    words: &[DayWord],
    language: Language,
    say: &dyn Fn(When, Language) -> Option<String>,
) -> Vec<Edit> {
    let mut last = None;
    let mut edits: Vec<Edit> = Vec::with_capacity(words.len());
    for word in words {
        let spoken = word.language(text, language);
        let Some(said) = say(word.when, spoken) else { continue };
        let again = last == Some(word.when) && spoken != Language::En && said.ends_with('日');
        last = Some(word.when);
        let mut edit = word.said(text, &said, matches!(word.when, When::Day(_)));
        if again && edit.text.starts_with(&said) && !edit.text[said.len()..].starts_with('起') {
            let day = if spoken == Language::ZhHant { "這天" } else { "这天" };
            edit.text.replace_range(..said.len(), day);
        }
        edits.push(edit);
    }
    edits
}

impl DayWord {
    /// The language the word is in; of two ways to write Chinese the one that is used beside it.
    pub(crate) fn language(&self, text: &str, beside: Language) -> Language {
        match (text[self.start..].starts_with(is_letter), beside) {
            (true, _) => Language::En,
            (false, Language::En) => Language::ZhHans,
            (false, beside) => beside,
        }
    }

    /// Whether it names no more than a part of a day, or is followed by one: nothing but a day can stand there.
    pub(crate) fn is_part_of_day(&self, text: &str) -> bool {
        let (word, after) = (&text[self.start..self.end], &text[self.end..]);
        let is_lesson = word.ends_with(['课', '課']) || word.eq_ignore_ascii_case("this lesson");
        self.stays && !is_lesson
            || word.ends_with(['早', '晚'])
            || part_of(word).is_some()
            || ["早", "上午", "中午", "下午", "傍晚", "晚"]
                .iter()
                .any(|part| after.starts_with(part))
    }

    /// What is to stand in its place once it is known what its day, or whatever it means, is called.
    pub(crate) fn said(&self, text: &str, said: &str, is_day: bool) -> Edit {
        if text[self.start..].starts_with(is_letter) {
            return self.said_in_english(text, said, is_day);
        }
        let word = &text[self.start..self.end];
        let mut range = self.start..self.end;
        let mut told = said.to_owned();
        if self.stays {
            // 9月8日这节课, but 第3周的这节课.
            told += if is_day { "" } else { "的" };
            told += word;
        } else if word.ends_with('早') {
            told += "早上";
        } else if word.ends_with('晚') {
            told += "晚上";
        } else if let Some(after) = text[self.end..].strip_prefix('起') {
            // 从今天起 begins at a day: “9月15日起，”.
            let lead = text[..self.start]
                .strip_suffix(['从', '從', '自'])
                .map_or(self.start, str::len);
            range = lead..self.end + '起'.len_utf8();
            told += if after.starts_with(['，', ',', '。', '；']) {
                "起"
            } else {
                "起，"
            };
        }
        Edit { range, text: told }
    }

    /// With a word before it, as English has it: on 15 September, in week 4, on the morning of 14 September.
    fn said_in_english(&self, text: &str, said: &str, is_day: bool) -> Edit {
        let word = &text[self.start..self.end];
        let (before, after) = (&text[..self.start], &text[self.end..]);
        let begins = before.trim_end().is_empty() || before.trim_end_matches([' ', '\t']).ends_with(ENDS);
        let is_lesson = self.stays && word.to_ascii_lowercase().ends_with("lesson");
        let mut told = match part_of(word) {
            Some(part) => format!("the {part} of {said}"),
            None if is_lesson && is_day => format!("the lesson on {said}"),
            None if is_lesson => format!("the lesson in {said}"),
            None => said.to_owned(),
        };
        let mut range = self.start..self.end;
        let needed = if is_day { "on" } else { "in" };
        let led = before.trim_end_matches(' ');
        let lead = &led[led.trim_end_matches(is_letter).len()..];
        let is_led = before.len() == led.len() + 1 && LEADS.iter().any(|word| lead.eq_ignore_ascii_case(word));
        // Yesterday's sheets; today was hard.
        let is_bare = ["'s", "’s", " was ", " is "].iter().any(|next| after.starts_with(next));
        if is_led && lead.eq_ignore_ascii_case("on") && !is_day {
            // On Wednesday: in week 4.
            range.start -= lead.len() + 1;
            told = format!("{}n {told}", if lead.starts_with('O') { 'I' } else { 'i' });
        } else if !is_led && !is_bare && !is_lesson {
            told = format!("{needed} {told}");
        }
        if begins && range.start == self.start && word.starts_with(|c: char| c.is_ascii_uppercase()) {
            let first = told.chars().next().map_or(0, char::len_utf8);
            told[..first].make_ascii_uppercase();
        }
        Edit { range, text: told }
    }
}

/// What ends a sentence, so that the next begins with a capital.
const ENDS: [char; 7] = ['.', '!', '?', '\n', '。', '！', '？'];

/// Behind these a day needs no “on”.
const LEADS: [&str; 17] = [
    "on", "in", "from", "since", "until", "till", "by", "before", "after", "of", "for", "during", "at", "to", "than",
    "between", "about",
];

/// The part of a day that an English word of time names.
fn part_of(word: &str) -> Option<&'static str> {
    let word = word.to_ascii_lowercase();
    let named = PARTS.iter().find(|part| word.ends_with(*part));
    match named {
        Some(part) => Some(part.trim_start()),
        None => matches!(&*word, "tonight" | "last night").then_some("evening"),
    }
}
