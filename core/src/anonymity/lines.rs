//! A manuscript as the lines a reader's eye goes down.

use super::Place;
use crate::manuscript::{Block, Inline, Manuscript};

/// A title, a paragraph, a cell, a caption, a footnote.
pub(super) struct Line<'m> {
    pub(super) place: Place,
    /// Its words, in as many pieces as it has looks; `None` where it is broken.
    pub(super) pieces: Vec<Option<&'m mut String>>,
    /// Whether a picture stands above it.
    pub(super) picture: bool,
}

/// Everything that will be read, in order, but for the byline.
pub(super) fn lines(manuscript: &mut Manuscript) -> Vec<Line<'_>> {
    let mut lines = Lines { all: Vec::new() };
    lines.one(&Place::Title, &mut manuscript.title);
    lines.one(&Place::Title, &mut manuscript.subtitle);
    lines.one(&Place::Summary, &mut manuscript.summary);
    for word in &mut manuscript.keywords {
        lines.one(&Place::Keywords, word);
    }
    for piece in &mut manuscript.blocks {
        let place = Place::Section(piece.section.clone(), piece.passage);
        lines.block(&place, &mut piece.block);
    }
    for (at, reference) in manuscript.references.iter_mut().enumerate() {
        lines.one(&Place::Reference(at), reference);
    }
    lines.one(&Place::Margin, &mut manuscript.corner);
    lines.one(&Place::Margin, &mut manuscript.header);
    lines.all
}

/// The lines as one text: a line each, and its pieces one after the other.
pub(super) fn joined(lines: &[Line<'_>]) -> String {
    let mut text = String::new();
    for line in lines {
        for piece in &line.pieces {
            text.push_str(piece.as_deref().map_or("\n", String::as_str));
        }
        text.push('\n');
    }
    text
}

struct Lines<'m> {
    all: Vec<Line<'m>>,
}

impl<'m> Lines<'m> {
    fn line(&mut self, place: &Place, pieces: Vec<Option<&'m mut String>>) {
        self.all.push(Line {
            place: place.clone(),
            pieces,
            picture: false,
        });
    }

    /// Every picture is to be looked at.
    fn picture(&mut self, place: &Place, words: &'m mut String) {
        self.all.push(Line {
            place: place.clone(),
            pieces: vec![Some(words)],
            picture: true,
        });
    }

    fn one(&mut self, place: &Place, text: &'m mut String) {
        self.line(place, vec![Some(text)]);
    }

    /// The runs of a line, and its footnotes and the words of its pictures as lines behind it: neither parts the name it
    /// stands in.
    fn runs(&mut self, place: &Place, runs: &'m mut [Inline]) {
        let mut pieces = Vec::with_capacity(runs.len());
        let mut notes = Vec::new();
        let mut pictures = Vec::new();
        for run in runs {
            match run {
                Inline::Text(text, _) | Inline::Citation(text) => pieces.push(Some(text)),
                Inline::Break => pieces.push(None),
                Inline::Note(note) => notes.push(note),
                Inline::Picture(_, words) => pictures.push(words),
            }
        }
        self.line(place, pieces);
        for note in notes {
            self.runs(place, note);
        }
        for words in pictures {
            self.picture(place, words);
        }
    }

    fn block(&mut self, place: &Place, block: &'m mut Block) {
        match block {
            Block::Heading(_, runs) | Block::Attached(runs) | Block::Paragraph(runs) => self.runs(place, runs),
            Block::List(_, items) => {
                for block in items.iter_mut().flatten() {
                    self.block(place, block);
                }
            }
            Block::Quote(blocks) => {
                for block in blocks {
                    self.block(place, block);
                }
            }
            Block::Code(text) => self.one(place, text),
            Block::Table(table) => {
                self.one(place, &mut table.caption);
                for cell in std::iter::once(&mut table.head).chain(&mut table.rows).flatten() {
                    self.runs(place, cell);
                }
            }
            Block::Figure(figure) => {
                self.picture(place, &mut figure.caption);
            }
            Block::Chart(_, chart) => {
                let names = chart
                    .series
                    .iter_mut()
                    .chain(chart.rows.iter_mut().map(|(name, _)| name));
                for text in [&mut chart.caption, &mut chart.unit].into_iter().chain(names) {
                    self.one(place, text);
                }
            }
            Block::Rule => {}
        }
    }
}
