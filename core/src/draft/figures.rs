//! Values of an indicator as sentences, never a percentage without its base.

use std::cmp::Ordering;

use crate::catalog::{Language, Words, fill, words::figure};
use crate::record::{Direction, Indicator, Measure};
use crate::text::say_day;
use crate::time::Date;

/// Fewer than this, and a count says more than a percentage.
const MANY: u32 = 30;

/// One value as a sentence: “9月11日，在42名学生中，11人（26.2%）有细节。”
pub(super) fn value(indicator: &Indicator, now: Reading<'_>, style: DayStyle) -> Option<String> {
    let language = style.language;
    let said = said(indicator, now.measure, language)?;
    let said = match now.day {
        Some(day) => fill(figure::ON.in_(language), &[("day", &style.say(day)), ("said", &said)]),
        None => said,
    };
    Some(closed(said, now.measure, language))
}

/// The values of an indicator one after the other, as one sentence that a reader can hold on to: “有焦点的学生由9月11日的
/// 42人中2人（4.8%）增加到11月6日的42人中22人（52.4%）。” Every value has its day and its base. `None` with fewer than two
/// values of one sort, counted or not; their last may still be told as [a value](value).
pub(super) fn course(indicator: &Indicator, readings: &[Reading<'_>], style: DayStyle) -> Option<String> {
    let last = readings.last()?;
    let alike: Vec<_> = readings
        .iter()
        .filter(|one| base(one.measure).is_some() == base(last.measure).is_some())
        .collect();
    let (first, rest) = alike.split_first()?;
    let language = style.language;
    let said = |piece: Words, reading: &Reading<'_>| {
        let value = amount(indicator, reading.measure, language)?;
        let (day, on) = (
            style.on(reading.day),
            reading.day.map_or_else(String::new, |day| style.say(day)),
        );
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("day", &day), ("on", &on), ("value", &value)];
        Some(fill(piece.in_(language), slots))
    };
    let mut text = subject(indicator, language) + &said(figure::FROM, first)?;
    let mut before = None;
    for (at, pair) in alike.windows(2).enumerate() {
        let way = compare(pair[0].measure, pair[1].measure)?;
        let piece = match way {
            way if before == Some(way) && way != Ordering::Equal => figure::THEN,
            Ordering::Equal if pair[1].day.is_some() => figure::STAYED,
            Ordering::Equal => figure::THEN,
            Ordering::Greater if at == 0 => figure::ROSE_TO,
            Ordering::Less if at == 0 => figure::FELL_TO,
            Ordering::Greater => figure::ROSE_AGAIN,
            Ordering::Less => figure::FELL_AGAIN,
        };
        text += &said(piece, pair[1])?;
        before = Some(way);
    }
    let mut bases: Vec<_> = alike.iter().filter_map(|one| Some(base(one.measure)?.1)).collect();
    bases.dedup();
    if bases.len() > 1 {
        let piece = if alike.len() == 2 {
            figure::TWO_BASES
        } else {
            figure::OTHER_BASES
        };
        text += piece.in_(language);
    }
    (!rest.is_empty()).then(|| closed(text, last.measure, language))
}

/// The share at the start as a clause to put behind the words that tell of it: “有焦点的只有2人（4.8%）”. With its base, unless
/// that has just been told.
pub(super) fn baseline(indicator: &Indicator, now: &Measure, base_is_told: bool, language: Language) -> Option<String> {
    let (k, n) = base(now)?;
    let piece = match (language == Language::En || !base_is_told, is_few(indicator, k, n)) {
        (true, true) => figure::ONLY_OF,
        (true, false) => figure::PART_OF,
        (false, true) => figure::ONLY,
        (false, false) => figure::PART,
    };
    let slots: &[(&str, &dyn std::fmt::Display)] = &[
        ("those", &those(indicator, language)),
        ("k", &part(k, indicator, language)),
        ("n", &whole(n, indicator, language)),
        ("p", &tenths(permille(k, n))),
    ];
    Some(fill(piece.in_(language), slots))
}

/// Less than half where more is hoped for.
fn is_few(indicator: &Indicator, k: u32, n: u32) -> bool {
    indicator.direction == Direction::Up && k.saturating_mul(2) < n
}

/// Those who are counted: 写出现象和数据的, of 写出现象和数据的记录单.
fn those(indicator: &Indicator, language: Language) -> String {
    let name = indicator.name.trim();
    match name.rfind('的') {
        Some(at) => name[..at + '的'.len_utf8()].into(),
        None => fill(figure::THOSE.in_(language), &[("name", &name)]),
    }
}

/// What a sentence about an indicator begins with: its name where that is a noun, 有焦点的学生 where it says what pupils do.
fn subject(indicator: &Indicator, language: Language) -> String {
    let name = indicator.name.trim();
    if language == Language::En || name.contains('的') || indicator.unit.trim().is_empty() {
        return name.into();
    }
    let piece = if indicator.unit == "人" {
        figure::PUPIL
    } else {
        figure::NAMED
    };
    fill(piece.in_(language), &[("name", &name)])
}

/// A value without its day: 42人中22人（52.4%）, or 96.5字.
fn amount(indicator: &Indicator, measure: &Measure, language: Language) -> Option<String> {
    let unit = &indicator.unit;
    let Some((k, n)) = base(measure) else {
        let k = plain(measure.count.map(f64::from).or(measure.figure)?);
        let piece = if measure.of.is_some() {
            figure::AMOUNT_OF
        } else {
            figure::AMOUNT
        };
        let n = measure.of.unwrap_or_default();
        return Some(fill(piece.in_(language), &[("k", &k), ("unit", unit), ("n", &n)]));
    };
    let slots: &[(&str, &dyn std::fmt::Display)] = &[
        ("k", &part(k, indicator, language)),
        ("n", &whole(n, indicator, language)),
        ("p", &tenths(permille(k, n))),
    ];
    Some(fill(figure::AMOUNT_SHARE.in_(language), slots))
}

/// A base with its unit.
fn whole(n: u32, indicator: &Indicator, language: Language) -> String {
    let text = fill(figure::AMOUNT.in_(language), &[("k", &n), ("unit", &indicator.unit)]);
    text.trim_end().to_owned()
}

/// A count of a base: Chinese says the unit again.
fn part(k: u32, indicator: &Indicator, language: Language) -> String {
    match language {
        Language::En => k.to_string(),
        Language::ZhHans | Language::ZhHant => whole(k, indicator, language),
    }
}

fn base(measure: &Measure) -> Option<(u32, u32)> {
    Some((measure.count?, measure.of.filter(|of| *of > 0)?))
}

/// How the later of two values of one sort stands to the earlier; counts as shares.
fn compare(before: &Measure, now: &Measure) -> Option<Ordering> {
    if let (Some((k0, n0)), Some((k, n))) = (base(before), base(now)) {
        let (was, is) = (u64::from(k0) * u64::from(n), u64::from(k) * u64::from(n0));
        return Some(is.cmp(&was));
    }
    now.value()?.partial_cmp(&before.value()?)
}

/// A value with the day it is told of: its own, or that of the entry that reports it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'m> {
    pub(super) day: Option<Date>,
    pub(super) measure: &'m Measure,
}

/// How a text says its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayStyle {
    pub(super) language: Language,
    /// With the year: the text tells of more than one.
    pub(super) year: bool,
}

impl DayStyle {
    pub(super) fn say(self, day: Date) -> String {
        say_day(day, self.year, self.language)
    }

    fn on(self, day: Option<Date>) -> String {
        day.map_or_else(String::new, |day| {
            fill(figure::ON_DAY.in_(self.language), &[("day", &self.say(day))])
        })
    }
}

fn said(indicator: &Indicator, now: &Measure, language: Language) -> Option<String> {
    let unit = &indicator.unit;
    let name = &indicator.name;
    if let (Some(k), Some(n)) = (now.count, now.of.filter(|of| *of > 0)) {
        let form = if unit == "人" && n >= MANY {
            figure::SHARE
        } else {
            figure::COUNT
        };
        let p = tenths(permille(k, n));
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("n", &n), ("k", &k), ("p", &p), ("unit", unit), ("name", name)];
        return Some(fill(form.in_(language), slots));
    }
    let k = plain(now.count.map(f64::from).or(now.figure)?);
    Some(match now.of {
        Some(n) => fill(
            figure::MEAN_OF.in_(language),
            &[("k", &k), ("unit", unit), ("n", &n), ("name", name)],
        ),
        None => fill(figure::MEAN.in_(language), &[("k", &k), ("unit", unit), ("name", name)]),
    })
}

/// Ends a sentence, with the remark on its value if there is one.
fn closed(mut said: String, now: &Measure, language: Language) -> String {
    let note = now.note.trim();
    if !note.is_empty() {
        said.push_str(&fill(figure::REMARK.in_(language), &[("note", &note)]));
    }
    said.push(if language == Language::En { '.' } else { '。' });
    said
}

/// A share in thousandths, rounded half up as on paper.
fn permille(k: u32, n: u32) -> u128 {
    half_up(u128::from(k) * 1000, u128::from(n))
}

fn half_up(dividend: u128, divisor: u128) -> u128 {
    (dividend * 2 + divisor).checked_div(divisor * 2).unwrap_or_default()
}

/// Thousandths as a percentage with one decimal.
fn tenths(permille: u128) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

/// A figure with at most two decimals.
fn plain(figure: f64) -> String {
    let text = format!("{figure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(name: &str, unit: &str) -> Indicator {
        Indicator {
            name: name.into(),
            unit: unit.into(),
            ..Indicator::default()
        }
    }

    fn counted(on: &str, count: u32, of: u32) -> Measure {
        Measure {
            on: on.parse().ok(),
            count: Some(count),
            of: Some(of),
            ..Measure::default()
        }
    }

    const HANS: DayStyle = DayStyle {
        language: Language::ZhHans,
        year: false,
    };

    fn told(indicator: &Indicator, measures: &[&Measure], style: DayStyle) -> Option<String> {
        let readings = measures.iter().map(|measure| Reading {
            day: measure.on,
            measure,
        });
        course(indicator, &readings.collect::<Vec<_>>(), style)
    }

    #[test]
    fn one_change_is_one_sentence_with_days_and_bases() {
        let (before, now) = (counted("2025-09-18", 5, 27), counted("2025-10-30", 20, 22));
        let corrections = indicator("写得出错因的订正", "本");
        assert_eq!(
            told(&corrections, &[&before, &now], HANS).as_deref(),
            Some(
                "写得出错因的订正由9月18日的27本中5本（18.5%）增加到10月30日的22本中20本（90.9%）；两次总数不同，只比百分比。"
            )
        );
        let english = DayStyle {
            language: Language::En,
            year: true,
        };
        assert_eq!(
            told(&indicator("with a cause", "books"), &[&before, &now], english).as_deref(),
            Some(
                "with a cause: from 5 of 27 books (18.5%) on 18 September 2025 up to 20 of 22 books (90.9%) on 30 October 2025; the totals differ, so only percentages are compared."
            )
        );
    }

    #[test]
    fn a_course_says_where_it_turns() {
        let all = [
            ("2025-09-11", 2),
            ("2025-10-09", 6),
            ("2025-11-06", 22),
            ("2025-12-04", 20),
            ("2025-12-11", 20),
        ];
        let all = all.map(|(on, count)| counted(on, count, 42));
        let said = told(&indicator("有焦点", "人"), &all.iter().collect::<Vec<_>>(), HANS);
        assert_eq!(
            said.as_deref(),
            Some(
                "有焦点的学生由9月11日的42人中2人（4.8%）增加到10月9日的42人中6人（14.3%）、11月6日的42人中22人（52.4%），又减少到12月4日的42人中20人（47.6%），12月11日仍是42人中20人（47.6%）。"
            )
        );
    }

    #[test]
    fn means_have_no_percentage_and_one_value_is_no_course() {
        let mean = |on: &str, figure| Measure {
            on: on.parse().ok(),
            figure: Some(figure),
            of: Some(42),
            ..Measure::default()
        };
        let (before, mut now) = (mean("2025-09-11", 96.5), mean("2025-10-09", 90.0));
        now.note = "改了题目".into();
        let hant = DayStyle {
            language: Language::ZhHant,
            ..HANS
        };
        assert_eq!(
            told(&indicator("篇均字數", "字"), &[&before, &now], hant).as_deref(),
            Some("「篇均字數」由9月11日的96.5字（n=42）減少到10月9日的90字（n=42）（改了题目）。")
        );
        assert_eq!(told(&indicator("篇均字數", "字"), &[&before], hant), None);
        let count = counted("2025-10-09", 3, 42);
        assert_eq!(
            told(&indicator("x", "人"), &[&before, &count], HANS),
            None,
            "not of one sort"
        );
    }

    #[test]
    fn the_share_at_the_start_stands_behind_words_that_tell_of_it() {
        let sheets = indicator("写出现象和数据的记录单", "本");
        let first = counted("2025-09-08", 12, 40);
        let said = |told| baseline(&sheets, &first, told, Language::ZhHans);
        assert_eq!(said(true).as_deref(), Some("写出现象和数据的只有12本（30.0%）"));
        assert_eq!(
            said(false).as_deref(),
            Some("40本中，写出现象和数据的只有12本（30.0%）")
        );
        let most = counted("2025-09-08", 32, 40);
        let said = baseline(&indicator("有焦点", "人"), &most, true, Language::ZhHans);
        assert_eq!(said.as_deref(), Some("有焦点的有32人（80.0%）"));
    }

    #[test]
    fn halves_round_up_and_a_base_of_none_is_no_share() {
        assert_eq!(tenths(permille(49, 400)), "12.3");
        let alone = |measure: &Measure| {
            let now = Reading {
                day: measure.on,
                measure,
            };
            value(&indicator("x", "人"), now, HANS)
        };
        assert_eq!(alone(&Measure::default()), None);
        assert!(alone(&counted("2025-09-11", 3, 0)).is_some());
        let eleven = counted("2025-09-11", 11, 42);
        let now = Reading {
            day: eleven.on,
            measure: &eleven,
        };
        let said = value(&indicator("有细节", "人"), now, HANS);
        assert_eq!(said.as_deref(), Some("9月11日，在42名学生中，11人（26.2%）有细节。"));
    }
}
