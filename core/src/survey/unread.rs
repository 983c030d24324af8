//! Why something in pasted rows is not read as it stands.

/// Why something in pasted rows needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PasteWarningKind {
    /// A column that belongs to no item. It is kept under its heading.
    Column,
    /// A column of names. It is left out: a survey keeps no names.
    Names,
    /// A column that a platform wrote itself. It is left out: nobody answered it.
    Recorded,
    /// A row with fewer cells than there are columns.
    Short,
    /// A row with more cells than there are columns. They are kept.
    Long,
    /// An answer that names none of the options, or is no number. It is kept as it is and not counted.
    Answer,
    /// A quotation mark that never closes: the rows after it stand in one cell.
    Quote,
}

impl PasteWarningKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Column,
        Self::Names,
        Self::Recorded,
        Self::Short,
        Self::Long,
        Self::Answer,
        Self::Quote,
    ];
}
