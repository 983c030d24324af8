//! Pictures that must not leave: their place, number and caption stay, so that what the text says of them still holds.

use std::collections::BTreeSet;

use super::{Block, Figure, Inline, Manuscript, TextStyle};
use crate::catalog::{Language, ManuscriptLabel, mark};
use crate::id::BlobId;

/// So many pictures of a figure stand in a row.
const ROW: usize = 2;

impl Figure {
    /// Its pictures, row by row. One row without pictures if they are withheld.
    pub fn rows(&self) -> Vec<&[BlobId]> {
        if self.pictures.is_empty() {
            return vec![&[]];
        }
        self.pictures.chunks(ROW).collect()
    }
}

impl Manuscript {
    /// Takes these pictures out. A figure that shows one of them shows none and says that it is left out for the sake of
    /// privacy; a picture among words gives way to the same words.
    ///
    /// ```
    /// use luoxuan::BlobId;
    /// use luoxuan::catalog::Language;
    /// use luoxuan::manuscript::{Block, Figure, Manuscript, PlacedBlock};
    /// let face = BlobId::of(b"a face");
    /// let figure = Figure { number: 1, pictures: vec![face], caption: "汇报".into() };
    /// let piece = PlacedBlock { section: "moves".into(), passage: Some(0), block: Block::Figure(figure) };
    /// let mut manuscript = Manuscript { blocks: vec![piece], ..Manuscript::default() };
    /// manuscript.withhold(&[face].into(), Language::ZhHans);
    /// assert_eq!(manuscript.pictures(), [].into());
    /// assert!(manuscript.plain(Language::ZhHans).ends_with("（图略：涉及隐私）\n图1　汇报\n"));
    /// ```
    pub fn withhold(&mut self, private: &BTreeSet<BlobId>, language: Language) {
        if private.is_empty() {
            return;
        }
        for piece in &mut self.blocks {
            block(&mut piece.block, private, language);
        }
    }
}

fn block(it: &mut Block, private: &BTreeSet<BlobId>, language: Language) {
    match it {
        Block::Figure(figure) => {
            if figure.pictures.iter().any(|picture| private.contains(picture)) {
                figure.pictures.clear();
            }
        }
        Block::Heading(_, words) | Block::Attached(words) | Block::Paragraph(words) => runs(words, private, language),
        Block::List(_, items) => items.iter_mut().flatten().for_each(|it| block(it, private, language)),
        Block::Quote(blocks) => blocks.iter_mut().for_each(|it| block(it, private, language)),
        Block::Table(table) => {
            let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
            rows.flatten().for_each(|cell| runs(cell, private, language));
        }
        Block::Code(_) | Block::Chart(..) | Block::Rule => {}
    }
}

fn runs(all: &mut [Inline], private: &BTreeSet<BlobId>, language: Language) {
    for run in all {
        match run {
            Inline::Picture(blob, _) if private.contains(blob) => {
                *run = Inline::Text(
                    mark(ManuscriptLabel::Withheld).in_(language).into(),
                    TextStyle::default(),
                );
            }
            Inline::Note(note) => runs(note, private, language),
            Inline::Picture(..) | Inline::Text(..) | Inline::Citation(_) | Inline::Break => {}
        }
    }
}
