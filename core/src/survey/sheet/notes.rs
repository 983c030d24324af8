//! What a person is told of a sheet before it is taken.

use crate::catalog::{Language, fill, sheet};

/// Why something of a sheet is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The platform wrote it: no person answered it.
    Recorded,
    /// It tells who somebody is.
    Telling,
    /// A row above the headings.
    Above,
    /// A row below the answers.
    Below,
    /// Columns with nothing in them.
    Bare,
}

impl Why {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Recorded, Self::Telling, Self::Above, Self::Below, Self::Bare];
}

/// What of a sheet is not taken, all of one reason together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LeftOut {
    /// Why.
    pub why: Why,
    /// What stood there: headings, or the first words of rows.
    pub what: Vec<String>,
}

impl LeftOut {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let between = sheet::BETWEEN.in_(language);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("n", &self.what.len()), ("what", &self.what.join(between))];
        fill(sheet::left_out(self.why).in_(language), slots)
    }
}

/// What a person should know of a question before taking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// The sheet has only the numbers of the options.
    Numbers,
    /// Several columns have this heading; which of them this is, from 1.
    Same(usize),
    /// Places given to options become a number for each.
    Places,
    /// A question of several rows, each of which becomes an item; how many.
    Matrix(usize),
    /// So many wrote words of their own behind an option.
    Own(usize),
}

impl Note {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Numbers,
        Self::Same(1),
        Self::Places,
        Self::Matrix(2),
        Self::Own(1),
    ];

    /// It as a sentence.
    pub fn sentence(self, language: Language) -> String {
        let n = match self {
            Self::Numbers | Self::Places => 0,
            Self::Same(n) | Self::Matrix(n) | Self::Own(n) => n,
        };
        fill(sheet::note(self).in_(language), &[("n", &n)])
    }
}
