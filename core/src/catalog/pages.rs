//! The words of the Markdown export: what each field of the written format is called, and headings.

use super::Words;
use super::words::pages as words;

/// What a field of a record is called, by its name in the written format.
pub fn key(name: &str) -> Option<Words> {
    words::keys::NAMED
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, words)| *words)
}

/// A heading or name in the Markdown export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// The file that tells a whole spiral, and its folder's first.
    Spiral,
    /// The folder of entries without a spiral.
    Loose,
    /// The folder of everything that is not an entry.
    About,
    /// `{n}`: a turn.
    Turn,
    /// The table of values.
    Values,
    /// The first column of that table.
    Day,
    /// `{n}`: how many pupils.
    Pupils,
    /// What a file without words is called.
    Untitled,
    /// Another version of the same record, where two stand side by side.
    Beside,
    /// `{n}`: written that many days late.
    Late,
    /// The page is made from the entries.
    Made,
    /// The folder of Markdown in an archive.
    Reading,
}

impl Heading {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Spiral,
        Self::Loose,
        Self::About,
        Self::Turn,
        Self::Values,
        Self::Day,
        Self::Pupils,
        Self::Untitled,
        Self::Beside,
        Self::Late,
        Self::Made,
        Self::Reading,
    ];
}

/// What it says.
pub const fn heading(heading: Heading) -> Words {
    match heading {
        Heading::Spiral => words::heading::SPIRAL,
        Heading::Loose => words::heading::LOOSE,
        Heading::About => words::heading::ABOUT,
        Heading::Turn => words::heading::TURN,
        Heading::Values => words::heading::VALUES,
        Heading::Day => words::heading::DAY,
        Heading::Pupils => words::heading::PUPILS,
        Heading::Untitled => words::heading::UNTITLED,
        Heading::Beside => words::heading::BESIDE,
        Heading::Late => words::heading::LATE,
        Heading::Reading => words::heading::READING,
        Heading::Made => words::heading::MADE,
    }
}
