//! Days as people write them: in the name of a file, and in front matter.

use std::ops::Range;

use crate::time::Date;

/// The first day that stands in a text, and where: `2025-09-11`, `2025/9/11`, `2025.9.11`, `2025年9月11日`, `20250911`.
pub(super) fn day(text: &str) -> Option<(Date, Range<usize>)> {
    let is_figure = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    // A number of more figures is none that begins with a year.
    let begins = (0..text.len()).filter(|at| is_figure(*at) && !at.checked_sub(1).is_some_and(is_figure));
    begins.into_iter().find_map(|at| {
        let (date, rest) = begins_with_day(text.get(at..)?)?;
        Some((date, at..text.len() - rest.len()))
    })
}

/// The day a text begins with, and what stands behind it.
fn begins_with_day(text: &str) -> Option<(Date, &str)> {
    let (figures, rest) = figures(text);
    let (year, month, day, rest) = match figures.len() {
        8 => (figures.get(..4)?, figures.get(4..6)?, figures.get(6..)?, rest),
        4 => {
            let (between, rest) = separator(rest)?;
            let (month, rest) = self::figures(rest);
            let rest = rest.strip_prefix(if between == '年' { '月' } else { between })?;
            let (day, rest) = self::figures(rest.trim_start_matches(' '));
            // `2025.9.11.2` is the number of something.
            let more = rest
                .strip_prefix(between)
                .is_some_and(|rest| !self::figures(rest).0.is_empty());
            let rest = if between == '年' {
                rest.strip_prefix(['日', '号', '號']).unwrap_or(rest)
            } else {
                rest
            };
            (figures, month, day, Some(rest).filter(|_| !more)?)
        }
        _ => return None,
    };
    let year = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?)?;
    Some((date, rest))
}

fn figures(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

/// What stands between the year and the month.
fn separator(text: &str) -> Option<(char, &str)> {
    let between = text.chars().next().filter(|c| "-/._年".contains(*c))?;
    Some((between, text.get(between.len_utf8()..)?.trim_start_matches(' ')))
}

/// What a text says besides its day.
///
/// `2025-09-11 晨读` says 晨读; a text that holds no day says itself.
pub(super) fn rest(text: &str) -> String {
    let edge = |c: char| c.is_whitespace() || "-_.·，、,".contains(c);
    let (before, after) = match day(text) {
        Some((_, at)) => (text.get(..at.start), text.get(at.end..)),
        None => (Some(text), None),
    };
    let parts = [before, after].map(|part| part.unwrap_or_default().trim_matches(edge));
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (text, found, said) in [
            ("2025-09-11 晨读", Some("2025-09-11"), "晨读"),
            ("20250911", Some("2025-09-11"), ""),
            ("2025年9月11日", Some("2025-09-11"), ""),
            ("2025年 9月 11号晨读", Some("2025-09-11"), "晨读"),
            ("晨读_2025.9.11", Some("2025-09-11"), "晨读"),
            ("三班 2025/9/1 晨读", Some("2025-09-01"), "三班 晨读"),
            ("2025-09-11T23:30:00", Some("2025-09-11"), "T23:30:00"),
            ("2025-13-01", None, "2025-13-01"),
            ("2025-02-30", None, "2025-02-30"),
            ("202509111", None, "202509111"),
            ("2025.9.11.2", None, "2025.9.11.2"),
            ("2025-9", None, "2025-9"),
            ("13812025-09-11", None, "13812025-09-11"),
            ("0025-09-11", None, "0025-09-11"),
            ("想法", None, "想法"),
        ] {
            let date = day(text).map(|(date, _)| date.to_string());
            assert_eq!((date.as_deref(), rest(text).as_str()), (found, said), "{text}");
        }
    }
}
