//! What is said of a sheet of answers that is taken in.

use super::Words;
use super::words::sheet as words;
pub(crate) use super::words::sheet::*;
use crate::survey::sheet::{Note, SheetError, Why};

/// Why a sheet is not taken. `{most}` is the limit, `{row}` where it is.
pub(crate) const fn sheet_error(error: SheetError) -> Words {
    match error {
        SheetError::Empty => words::sheet_error::EMPTY,
        SheetError::Large => words::sheet_error::LARGE,
        SheetError::Rows => words::sheet_error::ROWS,
        SheetError::Columns => words::sheet_error::COLUMNS,
        SheetError::Cell(_) => words::sheet_error::CELL,
        SheetError::Locked => words::sheet_error::LOCKED,
        SheetError::Foreign => words::sheet_error::FOREIGN,
        SheetError::Broken => words::sheet_error::BROKEN,
    }
}

/// What of a sheet is not taken, and why. `{n}` says how many, `{what}` which.
pub(crate) const fn left_out(why: Why) -> Words {
    match why {
        Why::Recorded => words::left_out::RECORDED,
        Why::Telling => words::left_out::TELLING,
        Why::Above => words::left_out::ABOVE,
        Why::Below => words::left_out::BELOW,
        Why::Bare => words::left_out::BARE,
    }
}

/// What to know of a question before it is taken. `{n}` is a number that belongs to it.
pub(crate) const fn note(note: Note) -> Words {
    match note {
        Note::Numbers => words::note::NUMBERS,
        Note::Same(_) => words::note::SAME,
        Note::Places => words::note::PLACES,
        Note::Matrix(_) => words::note::MATRIX,
        Note::Own(_) => words::note::OWN,
    }
}
