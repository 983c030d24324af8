//! What counts as a fact with a date or a figure.

use crate::catalog::wordlists::UNITS;
use crate::time::Date;

/// Whether a folded text gives two dates, or one figure of something counted.
pub(super) fn has_facts(text: &str) -> bool {
    dates(text) >= 2 || counts(text)
}

/// Dates like 2025-09-17 and 9月17日.
fn dates(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let written_out = text.match_indices('月').filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + '月'.len_utf8()..).unwrap_or_default();
        let day = after.trim_start_matches(is_digit);
        before.ends_with(is_digit) && day.len() < after.len() && day.starts_with(['日', '号', '號'])
    });
    let numeric = text.split(|c| !is_part(c)).filter(|part| part.parse::<Date>().is_ok());
    written_out.count() + numeric.count()
}

/// Whether a number stands before something that can be counted: 42人, 四个, 26.2%. Not 第三节, which orders,
/// and not 一个, which says nothing.
fn counts(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(is_digit) {
        let before = rest.get(..at).unwrap_or_default();
        let from = rest.get(at..).unwrap_or_default();
        let after = from.trim_start_matches(|c| is_digit(c) || c == '.');
        let number = from.get(..from.len() - after.len()).unwrap_or_default();
        let unit = after.trim_start();
        if !before.ends_with('第') && number != "一" && UNITS.split('|').any(|word| unit.starts_with(word)) {
            return true;
        }
        rest = after;
    }
    false
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二两兩三四五六七八九十百半".contains(c)
}
