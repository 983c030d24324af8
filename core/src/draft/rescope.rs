//! Telling of other turns: what a text would gain, and what it would lose.

use std::collections::BTreeSet;

use super::assemble::skeleton_of;
use super::numbering::{Moves, follow, numbered};
use super::scope::Scope;
use super::template::template_of;
use crate::catalog::{Language, form};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::record::{Document, KEYWORDS, Passage, SUMMARY};

/// A document after its [scope](Scope) was changed, and how it came to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescoped {
    /// The document as it would be.
    pub document: Document,
    /// How many passages it would gain.
    pub added: usize,
    /// The passages it would lose, with their sections: those that a draft of these turns does not have.
    pub taken: Vec<(String, Passage)>,
}

/// What would become of a document that told of other turns. Nothing is changed by asking.
///
/// The writer's own passages stay, and so does every passage that a draft of these turns has too, as the writer has made
/// it. A passage that was pulled from elsewhere by hand, and is in neither draft, stays as well.
///
/// `None` if the document tells of no spiral.
pub fn rescope(
    document: &Document,
    index: &Index,
    journal: &Journal,
    scope: Scope,
    language: Language,
) -> Option<Rescoped> {
    let spiral = *document.spirals.first()?;
    let draft = |scope| skeleton_of(index, journal, spiral, form(document.text_type), scope, language);
    let (before, after) = (draft(Scope::of(document)), draft(scope));
    let (drafted, wanted) = (grounds_of(&before), grounds_of(&after));
    let mut next = document.clone();
    scope.mark(&mut next);
    let mut taken = Vec::new();
    for (section, passages) in &mut next.sections {
        let mut kept = Vec::new();
        for passage in std::mem::take(passages) {
            let of = (section.clone(), ground(&passage));
            if drafted.contains(&of) && !wanted.contains(&of) {
                taken.push((section.clone(), passage));
            } else {
                kept.push(passage);
            }
        }
        *passages = kept;
    }
    let mut added = Vec::new();
    for (section, passages) in &after.sections {
        let here = next.sections.entry(section.clone()).or_default();
        let mut at = 0;
        for passage in passages {
            if let Some(found) = here.iter().position(|it| ground(it) == ground(passage)) {
                at = found + 1;
            } else {
                here.insert(at.min(here.len()), passage.clone());
                at += 1;
                added.push((section.clone(), ground(passage)));
            }
        }
    }
    next.sections.retain(|_, passages| !passages.is_empty());
    // What stayed names figures by the numbers they had, what is new by those of its draft.
    let own = template_of(document, index, language);
    let now = numbered(&next, &own);
    let stayed = Moves::between(&numbered(document, &own), &now);
    let shipped = form(document.text_type).template(language);
    let came = Moves::between(&numbered(&after, &shipped), &now);
    let is_added = |section: &str, passage: &Passage| {
        let grounds = ground(passage);
        added.iter().any(|(of, ground)| of == section && *ground == grounds)
    };
    follow(&mut next, &stayed, |section, passage| !is_added(section, passage));
    follow(&mut next, &came, is_added);
    // What nobody has written yet is proposed anew.
    let is_proposed = |name: &str| document.proposed.iter().any(|it| it == name);
    if is_proposed(SUMMARY) {
        next.summary = after.summary;
    }
    if is_proposed(KEYWORDS) {
        next.keywords = after.keywords;
    }
    Some(Rescoped {
        document: next,
        added: added.len(),
        taken,
    })
}

/// What a passage rests on: which parts of which records.
type Ground = BTreeSet<(RecordId, String)>;

fn ground(passage: &Passage) -> Ground {
    let sources = passage.sources.iter();
    sources.map(|source| (source.record, source.part.clone())).collect()
}

/// What each pulled passage of a document rests on, by its section.
fn grounds_of(document: &Document) -> BTreeSet<(String, Ground)> {
    let pulled = document
        .passages()
        .filter(|(_, _, passage)| !passage.sources.is_empty());
    pulled
        .map(|(section, _, passage)| (section.to_owned(), ground(passage)))
        .collect()
}
