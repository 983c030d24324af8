//! Which columns belong to one question, and what each of them stands for in it.

use super::heading::Heading;

/// What may stand between a question and the name of an option or a row.
const BETWEEN: [char; 7] = ['—', '–', '-', '_', ':', '：', '|'];

/// Columns of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The first column's place among the headings given.
    pub(super) first: usize,
    /// What was asked; empty where no heading says it.
    pub(super) text: String,
    /// What each column stands for: an option, or a row of a matrix. Of a single column, nothing.
    pub(super) labels: Vec<String>,
}

/// Puts neighbouring headings together that carry one number, or say one thing before a mark.
pub(super) fn groups(headings: &[Heading]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut first = 0;
    while let Some(heading) = headings.get(first) {
        let rest = headings.get(first + 1..).unwrap_or_default();
        let more = rest.iter().take_while(|next| belongs(heading, next)).count();
        let texts: Vec<&str> = headings
            .iter()
            .skip(first)
            .take(more + 1)
            .map(|it| it.text.as_str())
            .collect();
        // Two columns of one heading are two questions.
        let same = more > 0 && texts.iter().all(|text| Some(text) == texts.first()) && !texts.concat().is_empty();
        let more = if same { 0 } else { more };
        let (text, labels) = match more {
            0 => {
                let (text, labels) = alone(heading);
                let before = first.checked_sub(1).and_then(|before| headings.get(before));
                let asked = before.filter(|before| before.number == heading.number && heading.number.is_some());
                // What was written in behind its options is told by the question in front.
                let asked = groups.last().filter(|_| asked.is_some() && is_bare(&heading.text));
                match asked.map(|group| group.text.as_str()).filter(|asked| !asked.is_empty()) {
                    Some(asked) => (format!("{}—{text}", asked.trim_end_matches(['？', '?'])), labels),
                    None => (text, labels),
                }
            }
            _ => labelled(&texts),
        };
        groups.push(Group { first, text, labels });
        first += more + 1;
    }
    groups
}

/// Whether a column goes on with the question of another.
fn belongs(first: &Heading, next: &Heading) -> bool {
    match (first.number, next.number) {
        (Some(one), Some(other)) if one != other => false,
        // Behind the first option the others may stand bare.
        _ if is_bare(&next.text) => parted(&first.text).is_some(),
        (Some(_), Some(_)) => true,
        (None, None) => match (stem(&first.text), stem(&next.text)) {
            (Some(first), Some(next)) => first == next,
            _ => false,
        },
        _ => false,
    }
}

/// Whether a heading is only an option between brackets.
fn is_bare(text: &str) -> bool {
    bracketed(text).is_some_and(|(before, _)| before.is_empty())
}

/// What stands before the last mark between.
fn stem(text: &str) -> Option<&str> {
    let (stem, rest) = text.rsplit_once(BETWEEN)?;
    (!stem.trim().is_empty() && !rest.trim().is_empty()).then_some(stem)
}

/// What a heading asks and which part of it: in brackets, or behind a mark between.
fn parted(text: &str) -> Option<(&str, &str)> {
    let marked = || {
        let stem = stem(text)?;
        Some((stem, tidy(text.get(stem.len()..)?.trim_start_matches(BETWEEN))))
    };
    bracketed(text).or_else(marked)
}

/// What stands before a bracket that ends the text, and what in it.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().trim_end_matches([':', '：']);
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let (before, inside) = text.split_at_checked(at)?;
                    let inside = inside.trim_start_matches(['(', '（']).strip_suffix([')', '）'])?;
                    return Some((before.trim(), tidy(inside)));
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn tidy(label: &str) -> &str {
    label.trim().trim_matches([':', '：']).trim()
}

/// A heading that stands by itself. One that names only a part keeps it as its words.
fn alone(heading: &Heading) -> (String, Vec<String>) {
    let text = heading.text.trim().trim_end_matches([':', '：']).trim();
    let text = bracketed(text)
        .filter(|(before, _)| before.is_empty())
        .map_or(text, |(_, inside)| inside);
    (text.to_owned(), Vec::new())
}

/// What several headings ask together, and what each adds.
fn labelled(texts: &[&str]) -> (String, Vec<String>) {
    let bare = texts.iter().skip(1).all(|text| is_bare(text));
    let part = |(at, text)| bracketed(text).or_else(|| parted(text).filter(|_| bare && at == 0));
    let brackets: Option<Vec<_>> = texts.iter().copied().enumerate().map(part).collect();
    if let Some(brackets) = brackets {
        let stem = brackets
            .iter()
            .map(|(before, _)| *before)
            .find(|before| !before.is_empty())
            .unwrap_or_default();
        if brackets.iter().all(|(before, _)| before.is_empty() || *before == stem) {
            let labels = brackets.iter().map(|(_, inside)| (*inside).to_owned());
            return (stem.trim_end_matches([':', '：']).to_owned(), labels.collect());
        }
    }
    let stem = shared(texts);
    let label = |text: &&str| tidy(text.get(stem.len()..).unwrap_or(text).trim_start_matches(BETWEEN)).to_owned();
    let labels = texts.iter().map(label).collect();
    (stem.trim().trim_end_matches(BETWEEN).trim().to_owned(), labels)
}

/// What all begin with, up to a mark between.
fn shared<'t>(texts: &[&'t str]) -> &'t str {
    let Some(first) = texts.first() else { return "" };
    let mut ends = first
        .char_indices()
        .filter(|(_, c)| BETWEEN.contains(c))
        .map(|(at, c)| at + c.len_utf8());
    let common = |end: &usize| {
        let stem = first.get(..*end).unwrap_or_default();
        texts
            .iter()
            .all(|text| text.strip_prefix(stem).is_some_and(|rest| !rest.trim().is_empty()))
    };
    let end = ends.rfind(common).unwrap_or_default();
    first.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headings: &[&str]) -> Vec<(String, String)> {
        let headings: Vec<_> = headings.iter().map(|heading| Heading::of(heading)).collect();
        groups(&headings)
            .into_iter()
            .map(|group| (group.text, group.labels.join("/")))
            .collect()
    }

    #[test]
    fn the_columns_of_one_question_come_together() {
        let subjects = |text: &str| vec![(text.to_owned(), "语文/数学".to_owned())];
        assert_eq!(read(&["3、(语文)", "3、(数学)"]), subjects(""));
        assert_eq!(read(&["3、喜欢的学科(语文)", "(数学)"]), subjects("喜欢的学科"));
        assert_eq!(
            read(&["3、喜欢的学科:语文", "3、喜欢的学科:数学"]),
            subjects("喜欢的学科")
        );
        assert_eq!(
            read(&["12、喜欢的学科—语文", "12、喜欢的学科—数学"]),
            subjects("喜欢的学科")
        );
        assert_eq!(read(&["12_语文", "12_数学"]), subjects(""));
        assert_eq!(read(&["喜欢的学科:语文", "喜欢的学科:数学"]), subjects("喜欢的学科"));
        assert_eq!(read(&["12、喜欢的学科—语文", "(数学)"]), subjects("喜欢的学科"));
        assert_eq!(
            read(&["5、最爱的书", "5、(其他（请补充）:)"]),
            [
                ("最爱的书".to_owned(), String::new()),
                ("最爱的书—其他（请补充）".to_owned(), String::new())
            ]
        );
        assert_eq!(read(&["3_1", "3_2"]), [(String::new(), "1/2".to_owned())]);
        assert_eq!(
            read(&["25、(绘本)", "25、(其他（请补充）:)"]),
            [(String::new(), "绘本/其他（请补充）".to_owned())]
        );
        assert_eq!(
            read(&["1、你的性别：", "2、你喜欢：读还是写？", "班级"]),
            ["你的性别", "你喜欢：读还是写？", "班级"].map(|text| (text.to_owned(), String::new()))
        );
        assert_eq!(read(&["1、喜欢吗", "1、喜欢吗"]).len(), 2, "two of one heading are two");
    }
}
