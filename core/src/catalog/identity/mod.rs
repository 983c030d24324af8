//! What names of people, schools and places are made of. Lists, so that a school can argue with them.
//!
//! All in Simplified and lower case: a text is read as such. What a list does not hold is not masked and not shown, so
//! a word too few costs a hint, and a word too many costs a sentence that said something else.

mod persons;
mod places;
mod schools;
mod words;

pub(crate) use persons::{
    COMPOUND, CUES, FAMOUS, GIVEN, KIN, LABELS, NUMERALS, OPENERS, PARTICLES, SURNAMES, TEACHERS, TITLES, VERBS, WORDY,
};
pub(crate) use places::{AUTHORITIES, CITIES, PLACE_WORDS, PLACES, PLATES, ROADS, TWO_SIDED};
pub(crate) use schools::{GENERIC, SCHOOLS, STRONG_SCHOOLS, SUBJECTS, VAGUE};
pub(crate) use words::is_word;
