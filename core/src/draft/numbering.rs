//! The numbers of figures and tables: what a text says by them follows when something moves.
//!
//! A finished text numbers its figures and tables as they come. Its words name them by those numbers, and a teacher reads and
//! writes the very numbers that will be printed. So whoever puts a passage elsewhere has the numbers in the words follow.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::lines;
use super::sections::{REFERENCES, sections_of};
use crate::catalog::{Language, Words, fill, words::telling};
use crate::chart::Chart;
use crate::manuscript::{Block, Manuscript, Parts, Table, named_in, words};
pub(super) use crate::manuscript::{Named, Shown};
use crate::record::{Document, Passage, Template};

/// A figure or table of a text. Its number is its place among those of its kind.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numbered {
    pub(super) shown: Shown,
    pub(super) section: String,
    pub(super) passage: usize,
    pub(super) caption: String,
    /// What it shows, by which, with its caption, it is known again wherever it goes: one picture may be shown twice, and
    /// be something else each time.
    pub(super) content: String,
}

/// The figures and tables of a text, in the order in which they are printed.
pub(super) fn numbered(document: &Document, template: &Template) -> Vec<Numbered> {
    let sections = sections_of(document, template, Language::ZhHans).into_iter();
    let sections = sections.filter(|(name, ..)| *name != REFERENCES);
    // A heading is no figure.
    let sections: Vec<_> = sections.map(|(name, ..)| (name.to_owned(), String::new())).collect();
    let mut all = Vec::new();
    for piece in Manuscript::of(document, &sections, Parts::default()).blocks {
        let passage = piece.passage.unwrap_or_default();
        look(&piece.block, &mut |shown, caption, content| {
            all.push(Numbered {
                shown,
                section: piece.section.clone(),
                passage,
                caption: caption.to_owned(),
                content,
            });
        });
    }
    all
}

/// What one passage shows, as if it stood alone.
pub(super) fn shown_by(passage: &Passage) -> Vec<Numbered> {
    let mut document = Document::default();
    document.pull("alone", 0, passage.clone());
    numbered(&document, &Template::default())
}

fn look(block: &Block, found: &mut dyn FnMut(Shown, &str, String)) {
    match block {
        Block::Figure(figure) => {
            let pictures: Vec<String> = figure.pictures.iter().map(ToString::to_string).collect();
            found(Shown::Figure, &figure.caption, pictures.join(" "));
        }
        Block::Chart(_, chart) => {
            let uncalled = Chart {
                caption: String::new(),
                ..chart.clone()
            };
            found(Shown::Figure, &chart.caption, uncalled.write());
        }
        Block::Table(table) => found(Shown::Table, &table.caption, content(table)),
        Block::List(_, items) => items.iter().flatten().for_each(|block| look(block, found)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| look(block, found)),
        Block::Heading(..) | Block::Attached(_) | Block::Paragraph(_) | Block::Code(_) | Block::Rule => {}
    }
}

fn content(table: &Table) -> String {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let cells = rows.flatten().map(|cell| words(cell));
    cells.collect::<Vec<_>>().join("|")
}

/// Which number became which.
#[derive(Debug, Default)]
pub(super) struct Moves(pub(super) BTreeMap<(Shown, usize), Option<usize>>);

impl Moves {
    /// From one order to another; what stands in both is known by what it shows, and of several that show the same the
    /// first is the first.
    pub(super) fn between(before: &[Numbered], after: &[Numbered]) -> Self {
        let mut places: BTreeMap<(Shown, &str, &str), Vec<usize>> = BTreeMap::new();
        for (number, one) in numbers(after) {
            let what = (one.shown, one.caption.as_str(), one.content.as_str());
            places.entry(what).or_default().push(number);
        }
        for numbers in places.values_mut() {
            numbers.reverse();
        }
        let moves = numbers(before).map(|(number, one)| {
            let what = (one.shown, one.caption.as_str(), one.content.as_str());
            let now = places.get_mut(&what).and_then(Vec::pop);
            ((one.shown, number), now)
        });
        Self(moves.collect())
    }

    /// Says the new numbers in a text. What names something that is gone says that it does.
    pub(super) fn follow(&self, text: &str) -> Option<String> {
        self.follow_where(text, |_| true)
    }

    /// The same for those numbers alone that are asked for, by their bytes.
    pub(super) fn follow_where(&self, text: &str, is_asked: impl Fn(&Range<usize>) -> bool) -> Option<String> {
        let mut now = String::new();
        let mut at = 0;
        for one in named(text).into_iter().filter(|one| is_asked(&one.at)) {
            let Some(became) = one.number.and_then(|number| self.0.get(&(one.shown, number))) else {
                continue;
            };
            now.push_str(text.get(at..one.at.start)?);
            match became {
                Some(number) => now.push_str(&number.to_string()),
                None => now.push('?'),
            }
            at = one.at.end;
        }
        now.push_str(text.get(at..)?);
        (now != text).then_some(now)
    }
}

/// What is shown, with its number.
pub(super) fn numbers(all: &[Numbered]) -> impl Iterator<Item = (usize, &Numbered)> {
    let (mut figures, mut tables) = (0, 0);
    all.iter().map(move |one| {
        let count = match one.shown {
            Shown::Figure => &mut figures,
            Shown::Table => &mut tables,
        };
        *count += 1;
        (*count, one)
    })
}

/// Every figure and table that the prose of a text names, one after the other. Data inside a fence, and the words of a
/// picture, are no prose.
pub(super) fn named(text: &str) -> Vec<Named> {
    let mut all = Vec::new();
    for line in lines(text) {
        if !line.fenced && !line.text.trim_start().starts_with("![") {
            let of_line = named_in(line.text).into_iter();
            all.extend(of_line.map(|one| Named {
                at: line.start + one.at.start..line.start + one.at.end,
                ..one
            }));
        }
    }
    all
}

/// Changes a document so that what its words say of figures and tables by number still holds: a number follows what it
/// names to its new place, and where that has been taken out a question mark stands.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::keeping_numbers;
/// use luoxuan::record::Passage;
/// use luoxuan::{BlobId, Document, TextType};
/// let mut document = Document::default();
/// let [one, two] = [b"1", b"2"].map(|bytes| format!("![](luoxuan:{})", BlobId::of(bytes)));
/// for text in ["先看（见图1）。", &one, "再看（见图2）。", &two] {
///     document.pull("moves", 9, Passage { text: text.into(), ..Passage::default() });
/// }
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// keeping_numbers(&mut document, &template, |document| document.carry("moves", 3, "moves", 0));
/// let text = |document: &Document, at: usize| document.section("moves")[at].text.clone();
/// assert_eq!((text(&document, 1), text(&document, 3)), ("先看（见图2）。".into(), "再看（见图1）。".into()));
/// keeping_numbers(&mut document, &template, |document| document.remove("moves", 0));
/// assert_eq!((text(&document, 0), text(&document, 2)), ("先看（见图1）。".into(), "再看（见图?）。".into()));
/// ```
pub fn keeping_numbers<T>(document: &mut Document, template: &Template, change: impl FnOnce(&mut Document) -> T) -> T {
    let before = numbered(document, template);
    let changed = change(document);
    let after = numbered(document, template);
    follow(document, &Moves::between(&before, &after), |_, _| true);
    changed
}

/// Has those passages follow that are asked for, by section and place.
pub(super) fn follow(document: &mut Document, moves: &Moves, is_asked: impl Fn(&str, &Passage) -> bool) {
    for (section, passages) in &mut document.sections {
        for passage in passages.iter_mut().filter(|passage| is_asked(section, passage)) {
            if let Some(now) = moves.follow(&passage.text) {
                passage.text = now;
            }
        }
    }
}

/// Has prose name the tables and figures that were taken from the same record and stand behind it, numbered on from those
/// a text has already.
pub(super) fn name_those_behind(passages: &mut [Passage], so_far: &mut Vec<Numbered>, language: Language) {
    let mut prose: Option<usize> = None;
    for at in 0..passages.len() {
        let Some(passage) = passages.get(at) else { break };
        let shown = shown_by(passage);
        if shown.is_empty() {
            prose = (!passage.text.starts_with('#')).then_some(at);
            continue;
        }
        let records: Vec<_> = passage.sources.iter().map(|source| source.record).collect();
        let told = prose.and_then(|at| passages.get_mut(at));
        let told = told.filter(|told| told.sources.iter().any(|source| records.contains(&source.record)));
        let first = so_far.len();
        so_far.extend(shown);
        let Some(told) = told else { continue };
        for (number, one) in numbers(so_far).skip(first) {
            let named = match one.shown {
                Shown::Figure => telling::SEE_FIGURE,
                Shown::Table => telling::SEE_TABLE,
            };
            told.text = see(&told.text, named, number, language);
        }
    }
}

/// “（见图2）” before the mark a text ends with, or behind a closing quote.
pub(super) fn see(text: &str, named: Words, number: usize, language: Language) -> String {
    let see = fill(named.in_(language), &[("n", &number)]);
    let text = text.trim_end();
    let end = text.char_indices().next_back();
    match end.filter(|(_, last)| matches!(last, '。' | '.' | '！' | '？' | '；')) {
        Some((at, _)) => {
            let (said, mark) = text.split_at(at);
            format!("{said}{see}{mark}")
        }
        None => format!("{text}{see}"),
    }
}

/// A sentence for what nothing else speaks of: 困难见表1。 A caption that is a sentence itself only names it.
pub(super) fn see_alone(caption: &str, shown: Shown, number: usize, language: Language) -> String {
    let (alone, named) = match shown {
        Shown::Figure => (telling::FIGURE_ALONE, telling::SEE_FIGURE),
        Shown::Table => (telling::TABLE_ALONE, telling::SEE_TABLE),
    };
    let called = caption.trim_end_matches(['。', '.']);
    if called.contains(['，', '；', '。']) {
        return see(&format!("{called}。"), named, number, language);
    }
    let said = fill(alone.in_(language), &[("said", &called), ("n", &number)]);
    // One without a caption is only pointed to.
    said.trim_start_matches([':', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Shown, Option<usize>)> {
        named(text).into_iter().map(|one| (one.shown, one.number)).collect()
    }

    #[test]
    fn words_name_figures_and_tables_and_count_other_things() {
        use Shown::{Figure, Table};
        for (text, expected) in [
            ("写细了（见图1）。", &[(Figure, Some(1))][..]),
            ("由圖 2 與表3可見。", &[(Figure, Some(2)), (Table, Some(3))]),
            (
                "见图1、2和图4。",
                &[(Figure, Some(1)), (Figure, Some(2)), (Figure, Some(4))],
            ),
            (
                "as Figure 12 and Table 3 show.",
                &[(Figure, Some(12)), (Table, Some(3))],
            ),
            ("（见图?）", &[(Figure, None)]),
            ("画了图3张，表2.5厘米，列表5个。", &[]),
            ("```chart bar 图1\n人,数\n甲,1\n```\n![图2](luoxuan:x)", &[]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn two_of_one_kind_keep_their_order() {
        let passage = |text: &str| Passage {
            text: text.into(),
            ..Passage::default()
        };
        let chart = passage("```chart bar 甲\n人,数\n甲,1\n```\n\n```chart bar 甲\n人,数\n甲,1\n```");
        let twice = shown_by(&chart);
        assert_eq!(twice.len(), 2);
        assert_eq!(Moves::between(&twice, &twice).follow("图1、图2"), None);
        assert_eq!(
            Moves::between(&twice[..1], &twice[1..]).follow("图1、图2"),
            None,
            "what was never numbered is left alone"
        );
    }
}
