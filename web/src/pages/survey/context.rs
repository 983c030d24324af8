//! What the parts of a survey's page share.

use leptos::prelude::*;
use luoxuan::Survey;
use luoxuan::catalog::Language;
use luoxuan::survey::{Caution, SurveyResult};

use crate::browser::random;
use crate::laid::Laid;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct SurveyContext {
    pub(super) survey: Laid<Survey>,
    /// What it all comes to, as it is typed.
    pub(super) found: Memo<Vec<SurveyResult>>,
    /// What to watch for in it.
    pub(super) cautions: Memo<Vec<Caution>>,
}

impl SurveyContext {
    /// What to watch for in a part, by its short name; in the whole, if that is empty.
    pub(super) fn cautions(self, part: &str, language: Language) -> Vec<String> {
        self.cautions.with(|all| {
            let of_it = all.iter().filter(|caution| caution.part == part);
            of_it.map(|caution| caution.sentence(language)).collect()
        })
    }
}

/// A short name that no other part of any survey has.
pub(super) fn new_name() -> String {
    random::record_id().to_string()
}

/// The place after those of the parts that are there.
pub(super) fn place_after(places: impl Iterator<Item = u32>) -> u32 {
    places.map(|place| place.saturating_add(1)).max().unwrap_or_default()
}
