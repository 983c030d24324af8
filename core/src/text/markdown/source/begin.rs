//! What a line begins with: a number that begins no list, or a bracket that may define a link.

/// Where the numbers stand that would begin a list and are none of one: more than 999, or a date.
pub(super) fn numbers(source: &str) -> impl Iterator<Item = usize> {
    begins(source).filter_map(|begin| match begin {
        Begin::Number(at) => Some(at),
        Begin::Bracket { .. } => None,
    })
}

/// Where a line begins with a bracket: the line, and the bracket in it.
pub(super) fn brackets(source: &str) -> impl Iterator<Item = (usize, usize)> {
    begins(source).filter_map(|begin| match begin {
        Begin::Number(_) => None,
        Begin::Bracket { line, at } => Some((line, at)),
    })
}

enum Begin {
    Number(usize),
    Bracket { line: usize, at: usize },
}

fn begins(source: &str) -> impl Iterator<Item = Begin> {
    let mut line = 0;
    source.split_inclusive(['\n', '\r']).filter_map(move |text| {
        let begin = begin(line, text);
        line += text.len();
        begin
    })
}

/// What stands behind the quotations and list items that a line opens or goes on.
fn begin(line: usize, text: &str) -> Option<Begin> {
    let mut rest = text;
    // One number behind another is a list in a list, whatever follows.
    let mut numbered = false;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '>']);
        let at = line + (text.len() - rest.len());
        match rest.as_bytes() {
            [b'[', ..] => return Some(Begin::Bracket { line, at }),
            [b'-' | b'*' | b'+', b' ' | b'\t', ..] => rest = rest.get(1..)?,
            [b'0'..=b'9', ..] => {
                let (number, behind) = marker(rest)?;
                if number > 999 || !numbered && is_date(number, rest) {
                    return Some(Begin::Number(at));
                }
                (rest, numbered) = (behind, true);
            }
            _ => return None,
        }
    }
}

/// The number that would begin an item of a list, and what follows its mark.
fn marker(text: &str) -> Option<(u32, &str)> {
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = text.split_at_checked(figures)?;
    let behind = behind.strip_prefix(['.', ')'])?;
    let ends = behind.is_empty() || behind.starts_with([' ', '\t', '\n', '\r']);
    // A longer one begins no list for the parser either.
    Some((number.parse().ok()?, behind)).filter(|_| ends)
}

/// Whether a line begins with a day that is written `25. 9. 11` or `9. 11.`.
fn is_date(first: u32, text: &str) -> bool {
    let part = |text| {
        let (number, behind) = marker(text).filter(|_| !text.contains(')'))?;
        Some((number, behind.trim_start_matches([' ', '\t'])))
    };
    let Some((_, rest)) = part(text) else { return false };
    let Some((second, rest)) = part(rest) else { return false };
    let is_month = |number: u32| (1..=12).contains(&number);
    let is_day = |number: u32| (1..=31).contains(&number);
    let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest.get(..figures).map(str::parse) {
        Some(Ok(third)) => {
            let behind = rest.get(figures..).unwrap_or_default();
            // One number more, and it is a list in a list in a list.
            let more = behind
                .strip_prefix('.')
                .is_some_and(|behind| marker(behind.trim_start_matches([' ', '\t'])).is_some());
            is_month(second) && is_day(third) && !more
        }
        _ => is_month(first) && is_day(second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_a_day_begin_no_list() {
        for (source, at) in [
            ("2025. 9. 11 下午测了一次", Some(0)),
            ("1000) 人", Some(0)),
            ("25. 9. 11 下午", Some(0)),
            ("25. 9. 11. 下午", Some(0)),
            ("9. 11. 下午", Some(0)),
            ("> - 2025. 9. 11", Some(4)),
            ("1. 2025. 9. 11", Some(3)),
            ("999. 人", None),
            ("1. 字", None),
            ("1. 3.5倍的差别", None),
            ("1. 42人", None),
            ("13. 11. 字", None),
            ("25. 13. 11 字", None),
            ("25. 9. 32 字", None),
            ("1. 2. 3. 4. 字", None),
            ("1) 2) 字", None),
            ("2025.9.11", None),
            ("一2025. 9", None),
        ] {
            assert_eq!(numbers(source).next(), at, "{source}");
        }
        assert_eq!(numbers("一\r\n2025. 9\n\n1000. 二").collect::<Vec<_>>(), [5, 14]);
    }
}
