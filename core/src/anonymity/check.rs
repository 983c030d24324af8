//! What is left in a manuscript, and where.

use super::{Leak, Names};
use crate::catalog::{Language, fill, found, place};
use crate::manuscript::{Block, Manuscript, Run, words};

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the title or the subtitle.
    Title,
    /// Under the title.
    Byline,
    /// In the abstract.
    Summary,
    /// Among the keywords.
    Keywords,
    /// In a section, by its name, and in which of its passages; `None` for its heading.
    Section(String, Option<usize>),
    /// In a reference of the list, from 0.
    Reference(usize),
    /// In the corner of the first page or above the pages.
    Margin,
    /// In the file's name.
    FileName,
}

/// Something that tells who wrote the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub leak: Leak,
    /// Its words.
    pub words: String,
}

impl Finding {
    /// A sentence for the teacher.
    pub fn sentence(&self, language: Language) -> String {
        let place = place(&self.place).in_(language);
        fill(
            found(self.leak).in_(language),
            &[("place", &place), ("words", &self.words)],
        )
    }
}

/// Looks through everything that will be in the file, and at the file's name.
///
/// A clean manuscript still names its pictures: whether a badge or a face can be seen in one, only a person can tell.
pub fn check(manuscript: &Manuscript, names: &Names, file_name: &str) -> Vec<Finding> {
    let mut checking = Checking {
        names,
        findings: Vec::new(),
    };
    checking.text(&Place::Title, &manuscript.title);
    checking.text(&Place::Title, &manuscript.subtitle);
    for line in manuscript.byline.lines() {
        checking.findings.push(Finding {
            place: Place::Byline,
            leak: Leak::Person,
            words: line.to_owned(),
        });
    }
    checking.text(&Place::Summary, &manuscript.summary);
    for word in &manuscript.keywords {
        checking.text(&Place::Keywords, word);
    }
    for piece in &manuscript.blocks {
        let place = Place::Section(piece.section.clone(), piece.passage);
        checking.block(&place, &piece.block);
    }
    for (at, reference) in manuscript.references.iter().enumerate() {
        checking.text(&Place::Reference(at), reference);
    }
    checking.text(&Place::Margin, &manuscript.corner);
    checking.text(&Place::Margin, &manuscript.header);
    checking.text(&Place::FileName, file_name);
    checking.findings
}

struct Checking<'a> {
    names: &'a Names,
    findings: Vec<Finding>,
}

impl Checking<'_> {
    fn text(&mut self, place: &Place, text: &str) {
        let hits = self.names.find(text);
        self.findings.extend(hits.into_iter().map(|hit| Finding {
            place: place.clone(),
            leak: hit.leak,
            words: text.get(hit.at).unwrap_or_default().to_owned(),
        }));
    }

    fn runs(&mut self, place: &Place, runs: &[Run]) {
        self.text(place, &words(runs));
        for run in runs {
            if let Run::Note(note) = run {
                self.runs(place, note);
            }
        }
    }

    fn block(&mut self, place: &Place, block: &Block) {
        match block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => self.runs(place, runs),
            Block::List(_, items) => items.iter().flatten().for_each(|block| self.block(place, block)),
            Block::Quote(blocks) => blocks.iter().for_each(|block| self.block(place, block)),
            Block::Code(text) => self.text(place, text),
            Block::Table(table) => {
                self.text(place, &table.caption);
                for cell in std::iter::once(&table.head).chain(&table.rows).flatten() {
                    self.runs(place, cell);
                }
            }
            Block::Figure(figure) => {
                self.text(place, &figure.caption);
                self.findings.push(Finding {
                    place: place.clone(),
                    leak: Leak::Picture,
                    words: figure.caption.clone(),
                });
            }
            Block::Chart(_, chart) => {
                let names = chart.series.iter().chain(chart.rows.iter().map(|(name, _)| name));
                for text in [&chart.caption, &chart.unit].into_iter().chain(names) {
                    self.text(place, text);
                }
            }
            Block::Rule => {}
        }
    }
}
