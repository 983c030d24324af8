//! Everything that is written, with where it stands.

use super::CheckContext;
use crate::draft::place::Place;

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Where<'d> {
    Title,
    Summary,
    Passage(&'d str, usize),
}

impl Where<'_> {
    /// The place of some bytes of it.
    pub(super) fn place(self, from: usize, to: usize) -> Place {
        match self {
            Self::Title => Place::Title,
            Self::Summary => Place::Summary,
            Self::Passage(section, at) => Place::words(section, at, from..to),
        }
    }
}

impl<'d> CheckContext<'d> {
    /// Title, abstract and passages, in the order they are printed.
    pub(super) fn written(&self) -> Vec<(Where<'d>, &'d str)> {
        let document = self.document;
        let front = [
            (Where::Title, document.title.as_str()),
            (Where::Summary, document.summary.as_str()),
        ];
        let passages = self.section_names().into_iter().flat_map(|section| {
            let passages = document.section(section).iter().enumerate();
            passages.map(move |(at, passage)| (Where::Passage(section, at), passage.text.as_str()))
        });
        front.into_iter().chain(passages).collect()
    }
}
