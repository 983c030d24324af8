//! Sheets of answers: read, proposed, corrected, taken.

use js_sys::Uint8Array;
use luoxuan::Survey;
use luoxuan::catalog::Language;
use luoxuan::survey::sheet::{Form, Grid, Note, Proposal, Question, SheetError, propose};
use luoxuan::survey::{PasteWarning, Pasted, answers};
use luoxuan_web::taking::{Asked, Corrected, Fits, Proposed, fields_of};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileReaderSync};

/// So many places that need a look are named one by one.
const NAMED: usize = 12;

/// A sheet that was read, and what it is taken for.
pub(crate) struct Sheet {
    grid: Grid,
    proposal: Proposal,
    /// Whether a quotation mark never closes.
    open: bool,
}

/// The cells of a file or of pasted text, and whether a quotation mark never closes.
fn grid(from: &JsValue) -> Result<(Grid, bool), SheetError> {
    match (from.as_string(), from.dyn_ref::<File>()) {
        (Some(text), _) => Grid::of_text(&text),
        (_, Some(file)) => Grid::of_file(&bytes(file)?),
        _ => Err(SheetError::Foreign),
    }
}

/// The rows of a sheet, those without a word in their places, so that each keeps its number.
pub(crate) fn cells(from: &JsValue) -> Result<Vec<Vec<String>>, SheetError> {
    let (grid, _) = grid(from)?;
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(grid.len());
    for (number, cells) in grid.rows() {
        rows.resize(number.saturating_sub(1), Vec::new());
        rows.push(cells.to_vec());
    }
    Ok(rows)
}

/// What a file or pasted text is taken for.
pub(crate) fn read(from: &JsValue) -> Result<Sheet, SheetError> {
    let (grid, open) = grid(from)?;
    let proposal = propose(&grid);
    Ok(Sheet { grid, proposal, open })
}

fn bytes(file: &File) -> Result<Vec<u8>, SheetError> {
    #[allow(clippy::cast_precision_loss)] // Far below 2^53.
    if file.size() > Grid::BYTES as f64 {
        return Err(SheetError::Large);
    }
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(file));
    read.map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| SheetError::Broken)
}

impl Sheet {
    /// Changes what is proposed as a person corrects it.
    pub(crate) fn correct(&mut self, Corrected(all): &Corrected) {
        for (at, (form, words)) in all.iter().enumerate() {
            self.proposal.correct(at, Form::from_word(form));
            self.proposal.name_choices(at, words);
        }
    }

    /// What the page is to show, beside this survey.
    pub(crate) fn shown(&self, survey: &Survey, language: Language) -> Proposed {
        let mut shown = Proposed {
            people: self.proposal.people(),
            sentences: self
                .proposal
                .left_out
                .iter()
                .map(|left| left.sentence(language))
                .collect(),
            ..Proposed::default()
        };
        if survey.items.is_empty() {
            shown.questions = self.proposal.questions.iter().map(|one| asked(one, language)).collect();
        } else {
            let pasted = answers(survey, &self.grid);
            shown.people = pasted.rows.len();
            shown.sentences = places(&pasted.harmed, language);
            shown.fits = Some(fits(&pasted, survey));
        }
        if self.open {
            let quote = PasteWarning {
                why: luoxuan::survey::PasteWarningKind::Quote,
                row: self.grid.len(),
                column: 0,
                text: String::new(),
            };
            shown.sentences.insert(0, quote.sentence(language));
        }
        shown
    }

    /// The survey with the sheet in it.
    pub(crate) fn take(&self, mut survey: Survey, prefix: &str) -> String {
        if survey.items.is_empty() {
            self.proposal.take(prefix).put(&self.proposal, &mut survey);
        } else {
            answers(&survey, &self.grid).add_to(&mut survey);
        }
        fields_of(&survey)
    }
}

fn fits(pasted: &Pasted, survey: &Survey) -> Fits {
    Fits {
        matched: pasted.matched,
        of: survey.items.len(),
        known: pasted.is_in(survey),
    }
}

fn places(harmed: &[PasteWarning], language: Language) -> Vec<String> {
    let mut all: Vec<String> = harmed.iter().take(NAMED).map(|one| one.sentence(language)).collect();
    if harmed.len() > NAMED {
        let more = luoxuan_web::i18n::survey::MORE_PLACES.in_(language);
        all.push(luoxuan::catalog::fill(more, &[("n", &(harmed.len() - NAMED))]));
    }
    all
}

fn asked(question: &Question, language: Language) -> Asked {
    let numbers = question.notes.contains(&Note::Numbers);
    Asked {
        text: question.asked(),
        form: if question.taken {
            question.form.word().to_owned()
        } else {
            String::new()
        },
        choices: question.choices.clone(),
        numbers,
        answered: question.answered,
        skipped: question.skipped,
        example: question.example.chars().take(40).collect(),
        notes: question.notes.iter().map(|note| note.sentence(language)).collect(),
    }
}
