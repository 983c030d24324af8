//! References as GB/T 7714 writes them, and where a text cites them.
//!
//! Ours, and not the citation library hayagriva 0.10: with its archive of styles it weighs 3.8 MB in a browser (1.0 MB
//! compressed), and that archive has the editions of 2005 and 2015 but not 2025. It also speaks one language a list, so
//! that four English names in a Chinese list end in 等.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use super::place::Place;
use crate::record::{CitationStyle, Document, Reference, ReferenceKind};
use crate::text::is_cjk;

/// A reference as it stands in the list. What is not known is left out; the marks between stay right.
///
/// The edition of 2025 gives the day of access only for what is read online, has a mark for preprints, and writes Chinese
/// works with full-width marks but for points and brackets (its clause 7); the edition of 2015 is set half-width here.
///
/// ```
/// use luoxuan::draft::cite;
/// use luoxuan::record::{CitationStyle, Reference};
/// let article = Reference {
///     authors: ["林某", "周某", "陈某", "王某"].map(String::from).into(),
///     title: "起步习作的观察支架".into(),
///     container: "小学教学研究".into(),
///     year: "2024".into(),
///     issue: "6".into(),
///     pages: "31-33".into(),
///     ..Reference::default()
/// };
/// assert_eq!(
///     cite(&article, 1, CitationStyle::Gbt2025),
///     "[1] 林某，周某，陈某，等. 起步习作的观察支架[J]. 小学教学研究，2024（6）：31-33."
/// );
/// assert_eq!(
///     cite(&article, 1, CitationStyle::Gbt2015),
///     "[1] 林某, 周某, 陈某, 等. 起步习作的观察支架[J]. 小学教学研究, 2024(6): 31-33."
/// );
/// ```
pub fn cite(reference: &Reference, number: usize, edition: CitationStyle) -> String {
    let marks = Marks::of(reference, edition);
    let mut parts = vec![
        authors(&reference.authors, marks),
        title(reference, edition, marks) + &mark(reference, edition),
    ];
    let within = matches!(reference.kind, ReferenceKind::Proceedings | ReferenceKind::Book);
    if let Some(container) = said(&reference.container).filter(|_| within)
        && let Some(title) = parts.last_mut()
    {
        // A paper in its proceedings, a chapter in its book: 题名[M]//编者. 书名.
        title.push_str("//");
        match authors(&reference.editors, marks) {
            none if none.is_empty() => title.push_str(container),
            editors => {
                title.push_str(&editors);
                parts.push(container.into());
            }
        }
    }
    if let Some(edition) = said(&reference.edition) {
        parts.push(edition.into());
    }
    parts.push(match reference.kind {
        ReferenceKind::Journal => journal(reference, marks),
        ReferenceKind::Newspaper => newspaper(reference, marks),
        ReferenceKind::Web | ReferenceKind::Dataset | ReferenceKind::Preprint => web(reference, marks),
        _ => publication(reference, marks),
    });
    let days = days(reference, edition, marks);
    match parts.last_mut() {
        Some(last) if !last.is_empty() && !is_online(reference.kind) => last.push_str(&days),
        Some(last) if last.is_empty() => last.push_str(&days),
        _ => parts.push(days),
    }
    parts.extend(said(&reference.url).map(String::from));
    parts.extend(doi(reference));
    let mut line = format!("[{number}]");
    for part in parts.iter().filter_map(|part| said(part)) {
        line.push(' ');
        line.push_str(part);
        if !part.ends_with('.') {
            line.push('.');
        }
    }
    line
}

fn said(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The marks between the parts of a work.
#[derive(Debug, Clone, Copy)]
struct Marks {
    comma: &'static str,
    colon: &'static str,
    round: [&'static str; 2],
}

impl Marks {
    fn of(reference: &Reference, edition: CitationStyle) -> Self {
        let is_chinese = reference.title.chars().any(is_cjk);
        if edition == CitationStyle::Gbt2025 && is_chinese {
            return Self {
                comma: "，",
                colon: "：",
                round: ["（", "）"],
            };
        }
        Self {
            comma: ", ",
            colon: ": ",
            round: ["(", ")"],
        }
    }

    fn in_round(self, text: &str) -> String {
        let [open, close] = self.round;
        format!("{open}{text}{close}")
    }
}

/// The title, with the number of a report or a standard. The edition of 2025 has that of a standard in front.
fn title(reference: &Reference, edition: CitationStyle, marks: Marks) -> String {
    let (own, number) = (said(&reference.title), said(&reference.number));
    let (parts, between) = match (reference.kind, edition) {
        (ReferenceKind::Standard, CitationStyle::Gbt2025) => ([number, own], " "),
        (ReferenceKind::Standard | ReferenceKind::Report, _) => ([own, number], marks.colon),
        _ => ([own, None], ""),
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

/// The identifier by itself, whatever it was given with.
fn doi(reference: &Reference) -> Option<String> {
    let given = said(&reference.doi)?;
    // Before the identifier there are only letters, marks and the name of the register; it begins with the number 10.
    let at = given.find("10.").filter(|at| {
        let before = given.get(..*at).unwrap_or_default().to_ascii_lowercase();
        before.is_empty() || before.contains("doi")
    });
    Some(format!("DOI:{}", at.and_then(|at| given.get(at..)).unwrap_or(given)))
}

/// The first three, and that there are more: 等 after Chinese names, et al. after others.
fn authors(all: &[String], marks: Marks) -> String {
    let all: Vec<_> = all.iter().filter_map(|name| said(name)).collect();
    let mut line = all.iter().take(3).copied().collect::<Vec<_>>().join(marks.comma);
    if all.len() > 3 {
        let is_chinese = all.iter().any(|name| name.chars().any(is_cjk));
        line.push_str(marks.comma);
        line.push_str(if is_chinese { "等" } else { "et al" });
    }
    line
}

const fn is_online(kind: ReferenceKind) -> bool {
    matches!(
        kind,
        ReferenceKind::Web | ReferenceKind::Dataset | ReferenceKind::Preprint
    )
}

fn mark(reference: &Reference, edition: CitationStyle) -> String {
    let letters = match (reference.kind, edition) {
        (ReferenceKind::Journal, _) => "J",
        (ReferenceKind::Book, _) => "M",
        (ReferenceKind::Thesis, _) => "D",
        (ReferenceKind::Proceedings, _) => "C",
        (ReferenceKind::Newspaper, _) => "N",
        (ReferenceKind::Report, _) => "R",
        (ReferenceKind::Standard, _) => "S",
        (ReferenceKind::Web, _) => "EB",
        (ReferenceKind::Dataset, _) => "DS",
        (ReferenceKind::Preprint, CitationStyle::Gbt2025) => "PP",
        // The mark for whatever has none of its own.
        (ReferenceKind::Preprint, CitationStyle::Gbt2015) => "Z",
    };
    let online = is_online(reference.kind) || said(&reference.url).is_some();
    format!("[{letters}{}]", if online { "/OL" } else { "" })
}

/// `小学教学研究, 2024, 12(6): 31-33`
fn journal(reference: &Reference, marks: Marks) -> String {
    let parts = [&reference.container, &reference.year, &reference.volume];
    let mut line = parts
        .into_iter()
        .filter_map(|part| said(part))
        .collect::<Vec<_>>()
        .join(marks.comma);
    if let Some(issue) = said(&reference.issue) {
        line.push_str(&marks.in_round(issue));
    }
    paged(line, reference, marks)
}

/// `某某报, 2025-03-01(3)`
fn newspaper(reference: &Reference, marks: Marks) -> String {
    let day = reference.published.map(|day| day.to_string());
    let day = day.unwrap_or_else(|| reference.year.clone());
    let parts = [said(&reference.container), said(&day)];
    let mut line = parts.into_iter().flatten().collect::<Vec<_>>().join(marks.comma);
    if let Some(page) = said(&reference.pages).or_else(|| said(&reference.issue)) {
        line.push_str(&marks.in_round(page));
    }
    line
}

/// `杭州: 某某出版社, 2021: 45`
fn publication(reference: &Reference, marks: Marks) -> String {
    let where_ = [said(&reference.place), said(&reference.publisher)];
    let where_ = where_.into_iter().flatten().collect::<Vec<_>>().join(marks.colon);
    let parts = [said(&where_), said(&reference.year)];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(marks.comma);
    paged(line, reference, marks)
}

/// What a web page stands in, such as a site; the year only where no day is known.
fn web(reference: &Reference, marks: Marks) -> String {
    let year = said(&reference.year).filter(|_| reference.published.is_none());
    let parts = [said(&reference.container), said(&reference.publisher), year];
    parts.into_iter().flatten().collect::<Vec<_>>().join(marks.comma)
}

fn paged(mut line: String, reference: &Reference, marks: Marks) -> String {
    if let Some(pages) = said(&reference.pages) {
        if !line.is_empty() {
            line.push_str(marks.colon);
        }
        line.push_str(pages);
    }
    line
}

/// `(2025-03-01)[2025-09-10]`
fn days(reference: &Reference, edition: CitationStyle, marks: Marks) -> String {
    let online = is_online(reference.kind) || said(&reference.url).is_some();
    let published = reference
        .published
        .filter(|_| online && reference.kind != ReferenceKind::Newspaper);
    let accessed = reference
        .accessed
        .filter(|_| online || edition == CitationStyle::Gbt2015);
    let published = published.map_or_else(String::new, |day| marks.in_round(&day.to_string()));
    let accessed = accessed.map_or_else(String::new, |day| format!("[{day}]"));
    published + &accessed
}

/// A citation in a text: `[1]`, `[2,3]`, `[1-3]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cited {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The references it names, in rising order.
    pub numbers: BTreeSet<usize>,
}

/// The citations in a Markdown text. What is a link, a footnote or inside a fence is none.
///
/// ```
/// use luoxuan::draft::citations;
/// let found = citations("支架要先满后减[1,3-4]，见[网页](http://a.cn)和注[^1]。");
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].numbers.iter().copied().collect::<Vec<_>>(), [1, 3, 4]);
/// ```
pub fn citations(text: &str) -> Vec<Cited> {
    let mut found = Vec::new();
    for line in super::lines::lines(text).filter(|line| !line.fenced) {
        let mut from = 0;
        while let Some((open, close)) = line.text.get(from..).and_then(|rest| {
            let open = from + rest.find('[')?;
            let close = open + line.text.get(open..)?.find(']')?;
            Some((open, close))
        }) {
            let inner = line.text.get(open + 1..close).unwrap_or_default();
            let after = line.text.get(close + 1..).unwrap_or_default();
            match numbers(inner).filter(|_| !after.starts_with(['(', '['])) {
                Some(numbers) => {
                    found.push(Cited {
                        range: line.start + open..line.start + close + 1,
                        numbers,
                    });
                    from = close + 1;
                }
                None => from = open + 1,
            }
        }
    }
    found
}

/// No list is longer than this; a larger number is a year or a slip.
const MOST: usize = 999;

fn numbers(inner: &str) -> Option<BTreeSet<usize>> {
    let mut numbers = BTreeSet::new();
    let number = |text: &str| {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse::<usize>().ok())??;
        (1..=MOST).contains(&number).then_some(number)
    };
    for part in inner.split([',', '，', '、']) {
        match part.split_once(['-', '–', '—', '~']) {
            Some((first, last)) => numbers.extend(number(first)?..=number(last)?),
            None => {
                numbers.insert(number(part)?);
            }
        }
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// Every citation of a document: where it stands, and the references it names.
pub fn cited(document: &Document) -> Vec<(Place, BTreeSet<usize>)> {
    let passages = document.passages().flat_map(|(section, at, passage)| {
        let found = citations(&passage.text).into_iter();
        found.map(move |cited| (Place::words(section, at, cited.range), cited.numbers))
    });
    passages.collect()
}
