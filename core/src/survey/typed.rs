//! Numbers typed or pasted by themselves.

use crate::text::fold;

/// Reads numbers one after the other, such as a pasted column of scores; the second answer holds what is no number.
///
/// ```
/// use luoxuan::survey::numbers;
/// assert_eq!(numbers("62 70\n５５，缺考"), (vec![62.0, 70.0, 55.0], vec!["缺考".to_owned()]));
/// ```
pub fn numbers(text: &str) -> (Vec<f64>, Vec<String>) {
    let (mut read, mut left) = (Vec::new(), Vec::new());
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '\u{feff}'));
    for word in words.filter(|word| !word.is_empty()) {
        match fold(word).parse::<f64>() {
            Ok(number) if number.is_finite() => read.push(number),
            _ => left.push(word.to_owned()),
        }
    }
    (read, left)
}

/// Reads pairs, a line each, such as two pasted columns of scores before and after; the second answer holds the lines
/// that are no pair.
///
/// ```
/// use luoxuan::survey::pairs;
/// let (pairs, left) = pairs("前测\t后测\n62\t70\n７０，72\n55\t\n");
/// assert_eq!(pairs, [(62.0, 70.0), (70.0, 72.0)]);
/// assert_eq!(left, ["前测\t后测", "55\t"]);
/// ```
pub fn pairs(text: &str) -> (Vec<(f64, f64)>, Vec<String>) {
    let (mut read, mut left) = (Vec::new(), Vec::new());
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match numbers(line) {
            (pair, rest) if rest.is_empty() && pair.len() == 2 => {
                read.extend(pair.first().copied().zip(pair.last().copied()));
            }
            _ => left.push(line.to_owned()),
        }
    }
    (read, left)
}
