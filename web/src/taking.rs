//! A sheet of answers on its way between the page and the worker: what is proposed, and what a person corrects.

use luoxuan::record::Record;
use luoxuan::{Content, Survey};
use serde::{Deserialize, Serialize};

/// What a sheet is taken for, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proposed {
    /// How many rows of answers there are.
    pub people: usize,
    /// What was asked; nothing where the survey has its questions already.
    pub questions: Vec<Asked>,
    /// What was left out, and other things to know, a sentence each.
    pub sentences: Vec<String>,
    /// How the sheet fits the questions that are there; `None` in a survey without questions.
    pub fits: Option<Fits>,
}

/// A question as it is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// What was asked.
    pub text: String,
    /// The word of its form; empty if it is not taken.
    pub form: String,
    /// The options, as far as there are words for them.
    pub choices: Vec<String>,
    /// Whether the sheet has only the numbers of the options, and their words are asked for.
    pub numbers: bool,
    /// How many answered.
    pub answered: usize,
    /// How many did not.
    pub skipped: usize,
    /// An answer.
    pub example: String,
    /// What to know of it.
    pub notes: Vec<String>,
}

/// How a sheet fits questions that are there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fits {
    /// How many questions it answers.
    pub matched: usize,
    /// How many there are.
    pub of: usize,
    /// Whether all its rows are there already.
    pub known: bool,
}

/// What a person corrects: for each question the word of its form, empty to leave it out, and the words of its options.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Corrected(pub Vec<(String, Vec<String>)>);

/// A survey's fields as JSON.
pub fn fields_of(survey: &Survey) -> String {
    Content::of(survey).json().to_owned()
}

/// The survey that such fields say.
pub fn survey_of(json: &str) -> Survey {
    let fields: serde_json::Map<_, _> = serde_json::from_str(json).unwrap_or_default();
    Survey::from_fields(&fields)
}
