//! Which turns of a spiral a text tells of.

use crate::record::Document;

/// From one turn to another, both counted from 1 and both told of. A text has one story: its sections take from the same
/// turns, so that never one turn's diagnosis stands beside another's effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scope {
    /// The first turn.
    pub from: u32,
    /// The last turn.
    pub to: u32,
}

impl Scope {
    /// Every turn there is.
    pub const ALL: Self = Self { from: 1, to: u32::MAX };

    /// One turn.
    pub const fn turn(number: u32) -> Self {
        Self {
            from: number,
            to: number,
        }
    }

    /// The turns a document tells of.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::draft::Scope;
    /// let mut document = Document::default();
    /// assert_eq!(Scope::of(&document), Scope::ALL);
    /// document.from_turn = Some(2);
    /// assert!(Scope::of(&document).contains(7) && !Scope::of(&document).contains(1));
    /// ```
    pub fn of(document: &Document) -> Self {
        Self {
            from: document.from_turn.unwrap_or(Self::ALL.from),
            to: document.to_turn.unwrap_or(Self::ALL.to),
        }
    }

    /// Notes down which turns a document tells of.
    pub fn mark(self, document: &mut Document) {
        document.from_turn = (self.from > Self::ALL.from).then_some(self.from);
        document.to_turn = (self.to < Self::ALL.to).then_some(self.to);
    }

    /// Whether a turn is told of.
    pub const fn contains(self, turn: u32) -> bool {
        self.from <= turn && turn <= self.to
    }
}
