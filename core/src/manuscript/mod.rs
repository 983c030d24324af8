//! The manuscript: a finished text before anybody says what file it becomes.
//!
//! A [`Document`] holds Markdown by section. [`Manuscript::of`] reads it once into blocks and runs: sections in
//! the order of the form, tables and figures numbered as they come, footnotes and citations where they stand.
//! Word, HTML, Markdown and plain text are written from it, the signed and the [anonymous](crate::anonymity)
//! rendering alike. A title holds its subtitle after `——`.
//!
//! ```
//! use luoxuan::catalog::Language;
//! use luoxuan::manuscript::{Manuscript, Parts};
//! use luoxuan::record::{Document, Passage};
//! let mut document = Document { title: "把“看见”教给孩子——三步做法".into(), ..Document::default() };
//! let text = "平均写了96字[1]。\n\n表：四次习作对照\n\n| 次 | 人数 |\n|---|---|\n| 一 | 11 |";
//! document.sections.insert("origin".into(), vec![Passage { text: text.into(), ..Passage::default() }]);
//! let parts = Parts { references: vec!["林某. 起步习作的观察支架[J].".into()], ..Parts::default() };
//! let manuscript = Manuscript::of(&document, &[("origin".into(), "问题缘起".into())], parts);
//! assert_eq!(manuscript.subtitle, "三步做法");
//! let plain = manuscript.plain(Language::ZhHans);
//! assert!(plain.contains("一、问题缘起\n平均写了96字[1]。\n表1　四次习作对照\n"));
//! assert!(plain.ends_with("参考文献\n[1] 林某. 起步习作的观察支架[J].\n"));
//! ```

mod attached;
mod fields;
mod html;
mod inline;
mod markdown;
mod number;
mod picture;
mod plain;
mod read;
mod refer;
mod upright;
mod withhold;

#[cfg(test)]
mod tests;

pub use attached::is_attached;
pub use fields::Fields;
pub use html::Page;
pub use number::{Numbers, numeral};
pub use picture::{Clean, Picture, Turn, Warning, clean};
#[cfg(feature = "docx")]
pub(crate) use refer::Shows;
pub(crate) use refer::{Named, Shown, named_in};

use std::collections::BTreeSet;

use crate::chart::Chart;
use crate::id::BlobId;
use crate::record::Document;
pub use crate::text::markdown::Align;

/// A finished text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Manuscript {
    /// 题目.
    pub title: String,
    /// 副标题, what the title had after `——`.
    pub subtitle: String,
    /// Who wrote it. Empty in an anonymous one.
    pub byline: Byline,
    /// 摘要.
    pub summary: String,
    /// 关键词.
    pub keywords: Vec<String>,
    /// The text itself.
    pub blocks: Vec<PlacedBlock>,
    /// 参考文献, each as it is to be read, without its number.
    pub references: Vec<String>,
    /// The words in the corner of the first page.
    pub corner: String,
    /// The words above every page.
    pub header: String,
}

/// Who wrote it (署名).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Byline {
    /// 姓名.
    pub name: String,
    /// 单位, a line each.
    pub unit: Vec<String>,
}

/// A block, and where in the document it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedBlock {
    /// The section's name.
    pub section: String,
    /// Which passage of it; `None` for the section's heading.
    pub passage: Option<usize>,
    /// What it is.
    pub block: Block,
}

/// A block of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1–4, without its number.
    Heading(u8, Vec<Inline>),
    /// The heading of something attached (附录), as high as one of level 1 and outside the running numbers. What stands
    /// below it is numbered anew.
    Attached(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, with its first number if it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Text that keeps its lines.
    Code(String),
    /// A table.
    Table(Table),
    /// A picture, or several of one thing.
    Figure(Figure),
    /// A chart with its number among the figures.
    Chart(usize, Chart),
    /// A line across.
    Rule,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Table {
    /// 表1, 表2, … in order of appearance.
    pub number: usize,
    /// What stands above it, without its number.
    pub caption: String,
    /// Its first row.
    pub head: Vec<Vec<Inline>>,
    /// The other rows. They may be shorter or longer than the head.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// How columns are aligned.
    pub aligns: Vec<Align>,
}

/// A picture, or several of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    /// 图1, 图2, … in order of appearance, charts among them.
    pub number: usize,
    /// Its pictures, two of which stand in a row. None are there once they are [withheld](Manuscript::withhold).
    pub pictures: Vec<BlobId>,
    /// What stands below it, without its number.
    pub caption: String,
}

/// How a run of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TextStyle {
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub emphasis: bool,
    /// Struck out.
    pub struck: bool,
}

/// A stretch of text in a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words. The text of a link is words, followed by its address: paper cannot be clicked.
    Text(String, TextStyle),
    /// A citation such as `[1]`, above the line.
    Citation(String),
    /// A footnote, by what it says.
    Note(Vec<Inline>),
    /// A picture in the line, with its text equivalent. It has no number: only one that stands alone has.
    Picture(BlobId, String),
    /// The line ends here.
    Break,
}

/// What a manuscript takes from elsewhere than the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Parts {
    /// Who wrote it.
    pub byline: Byline,
    /// The list of references, each as it is to be read.
    pub references: Vec<String>,
    /// The words in the corner of the first page.
    pub corner: String,
    /// The words above every page.
    pub header: String,
}

impl Manuscript {
    /// The manuscript of a document: these sections, by name and heading, in this order. A section that says
    /// nothing is left out, and so is its number.
    pub fn of(document: &Document, sections: &[(String, String)], parts: Parts) -> Self {
        let (title, subtitle) = document.title.split_once("——").unwrap_or((&document.title, ""));
        Self {
            title: title.trim().to_owned(),
            subtitle: subtitle.trim().to_owned(),
            byline: parts.byline,
            summary: document.summary.trim().to_owned(),
            keywords: document.keywords.clone(),
            blocks: read::pieces(document, sections, parts.references.len()),
            references: parts.references,
            corner: parts.corner,
            header: parts.header,
        }
    }
}

impl Manuscript {
    /// The pictures it shows, each once, in order of their ids.
    pub fn pictures(&self) -> BTreeSet<BlobId> {
        fn look(block: &Block, found: &mut BTreeSet<BlobId>) {
            match block {
                Block::Figure(figure) => found.extend(&figure.pictures),
                Block::Quote(inside) => inside.iter().for_each(|block| look(block, found)),
                Block::List(_, items) => items.iter().flatten().for_each(|block| look(block, found)),
                Block::Heading(_, runs) | Block::Attached(runs) | Block::Paragraph(runs) => along(runs, found),
                Block::Table(table) => table.cells().for_each(|cell| along(cell, found)),
                Block::Code(_) | Block::Chart(..) | Block::Rule => {}
            }
        }
        fn along(runs: &[Inline], found: &mut BTreeSet<BlobId>) {
            for run in runs {
                match run {
                    Inline::Picture(blob, _) => {
                        found.insert(*blob);
                    }
                    Inline::Note(note) => along(note, found),
                    Inline::Text(..) | Inline::Citation(_) | Inline::Break => {}
                }
            }
        }
        let mut found = BTreeSet::new();
        for piece in &self.blocks {
            look(&piece.block, &mut found);
        }
        found
    }
}

/// The words of some runs, footnotes left out. Those of a picture are its text equivalent.
pub fn words(runs: &[Inline]) -> String {
    runs.iter().map(word).collect()
}

/// The words of a run as they stand in its line.
pub(crate) fn word(run: &Inline) -> &str {
    match run {
        Inline::Text(text, _) | Inline::Citation(text) | Inline::Picture(_, text) => text,
        Inline::Note(_) => "",
        Inline::Break => "\n",
    }
}

impl Table {
    /// How many columns its widest row has.
    pub fn columns(&self) -> usize {
        let rows = std::iter::once(&self.head).chain(&self.rows);
        rows.map(Vec::len).max().unwrap_or(0)
    }

    /// Every cell, those of its first row first.
    fn cells(&self) -> impl Iterator<Item = &[Inline]> {
        let rows = std::iter::once(&self.head).chain(&self.rows);
        rows.flatten().map(Vec::as_slice)
    }
}

impl From<&Chart> for Table {
    /// The values of a chart, to be read and changed.
    fn from(chart: &Chart) -> Self {
        let cell = |text: &str| vec![Inline::Text(text.to_owned(), TextStyle::default())];
        let head = std::iter::once(&chart.unit).chain(&chart.series);
        let rows = chart.rows.iter().map(|(name, values)| {
            let values = values
                .iter()
                .map(|value| cell(&value.map(|value| value.to_string()).unwrap_or_default()));
            std::iter::once(cell(name)).chain(values).collect()
        });
        let aligns = std::iter::once(Align::Left).chain(chart.series.iter().map(|_| Align::Right));
        Self {
            head: head.map(|name| cell(name)).collect(),
            rows: rows.collect(),
            aligns: aligns.collect(),
            ..Self::default()
        }
    }
}
