//! The pictures of a term (certificates, lessons), as an appendix to its report.

use std::sync::Arc;

use super::count::Line;
use super::lines;
use crate::catalog::{Language, report as words};
use crate::draft::{shown_in, source};
use crate::id::{BlobId, RecordId};
use crate::index::Index;
use crate::journal::{Journal, Revision};
use crate::record::{Document, Evidence, Kind, Passage, Privacy, Term};

/// The section of the form that holds what is attached.
const SECTION: &str = "appendix";

/// Whose pictures: the groups of kinds, and what stands above those of each.
const SHOWN: [(&str, crate::catalog::Words); 2] = [("outcomes", words::CERTIFICATES), ("lessons", words::IN_LESSONS)];

/// Pictures that an appendix leaves out because of who may see them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HeldPictures {
    /// The record they prove.
    pub record: RecordId,
    /// The evidence that holds them.
    pub evidence: RecordId,
    /// The pictures.
    pub pictures: Vec<BlobId>,
    /// Who may see them.
    pub privacy: Privacy,
}

/// A picture's evidence, the record it proves, and who may see it.
struct Shot<'i> {
    kind: Arc<Kind>,
    head: Arc<Revision>,
    id: RecordId,
    evidence: &'i Evidence,
    privacy: Privacy,
}

fn shots<'i>(index: &'i Index, term: RecordId, group: &str) -> Vec<Shot<'i>> {
    let Some(span) = index.get::<Term>(term).and_then(Term::span) else {
        return Vec::new();
    };
    let lines = lines(index, span).into_iter().filter(|line| line.kind.group == group);
    let of_line = |line: Line| {
        let Line { kind, records, .. } = line;
        records.into_iter().flat_map(move |head| {
            let all = index.linked::<Evidence>("entries", head.record());
            let shots = all
                .filter(|(_, evidence)| evidence.blob.is_some())
                .map(|(id, evidence)| Shot {
                    kind: Arc::clone(&kind),
                    head: Arc::clone(&head),
                    id,
                    evidence,
                    privacy: evidence.privacy.max(shown_in(index, &evidence.entries)),
                });
            shots.collect::<Vec<_>>()
        })
    };
    lines.flat_map(of_line).collect()
}

/// The pictures of a term that [`add_pictures`] leaves out because they are for the teacher’s eyes, or show a pupil who can be
/// recognised.
pub fn held_pictures(index: &Index, term: RecordId) -> Vec<HeldPictures> {
    let shots = SHOWN.iter().flat_map(|(group, _)| shots(index, term, group));
    let held = shots
        .filter(|shot| shot.privacy.is_held_back())
        .map(|shot| HeldPictures {
            record: shot.head.record(),
            evidence: shot.id,
            pictures: shot.evidence.pictures().map(|picture| picture.id).collect(),
            privacy: shot.privacy,
        });
    held.collect()
}

/// Attaches the pictures of a term to its report: certificates first, then lessons, each under what it shows. Those that are
/// not for others stay out. How many figures that came to.
pub fn add_pictures(
    document: &mut Document,
    index: &Index,
    journal: &Journal,
    term: RecordId,
    language: Language,
) -> usize {
    let mut passages = Vec::new();
    let mut count = 0;
    for (group, heading) in SHOWN {
        let shots = shots(index, term, group).into_iter();
        let figures: Vec<_> = shots
            .filter(|shot| !shot.privacy.is_held_back())
            .map(|shot| figure(&shot, journal))
            .collect();
        if !figures.is_empty() {
            count += figures.len();
            passages.push(Passage {
                text: format!("### {}", heading.in_(language)),
                ..Passage::default()
            });
            passages.extend(figures);
        }
    }
    if !passages.is_empty() {
        document.sections.entry(SECTION.into()).or_default().extend(passages);
    }
    count
}

/// The pictures of one thing as one figure.
fn figure(shot: &Shot, journal: &Journal) -> Passage {
    let caption = match shot.evidence.caption.trim() {
        "" => shot.kind.title_of(shot.head.content()).trim().to_owned(),
        caption => caption.to_owned(),
    };
    // Only the first one has words: the others belong to it.
    let mut caption = caption.replace(['[', ']', '\n'], " ");
    let pictures = shot
        .evidence
        .pictures()
        .map(|picture| format!("![{}](luoxuan:{})", std::mem::take(&mut caption), picture.id));
    let sources = [
        source(journal, shot.id, "caption"),
        source(journal, shot.head.record(), ""),
    ];
    Passage {
        text: pictures.collect::<Vec<_>>().join(" "),
        sources: sources.into_iter().flatten().collect(),
        ..Passage::default()
    }
}
