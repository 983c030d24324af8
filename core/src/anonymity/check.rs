//! What is left in a manuscript, and where.

use std::ops::Range;

use super::lines::{Line, joined, lines};
use super::place::Place;
use super::{Leak, Names};
use crate::catalog::{Language, fill, found, perhaps, place};
use crate::manuscript::Manuscript;

/// Something that tells who wrote the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub leak: Leak,
    /// Whether an anonymous rendering takes it out by itself.
    pub sure: bool,
    /// Its words.
    pub words: String,
}

impl Finding {
    /// A sentence for the teacher.
    pub fn sentence(&self, language: Language) -> String {
        let place = place(&self.place).in_(language);
        let said = if self.sure || !self.leak.is_masked() {
            found(self.leak)
        } else {
            perhaps(self.leak)
        };
        fill(said.in_(language), &[("place", &place), ("words", &self.words)])
    }
}

/// Looks through everything that will be in the file, and at the file's name.
///
/// A clean manuscript still names its pictures: whether a badge or a face can be seen in one, only a person can tell.
pub fn check(manuscript: &Manuscript, names: &Names, file_name: &str) -> Vec<Finding> {
    let mut read = manuscript.clone();
    let mut file_name = file_name.to_owned();
    let mut lines = lines(&mut read);
    lines.push(Line {
        place: Place::FileName,
        pieces: vec![Some(&mut file_name)],
        picture: false,
    });
    let whole = joined(&lines);
    let mut hits = names.find_in(&whole, &references(&lines)).into_iter().peekable();
    let mut byline = manuscript.byline.lines().peekable();
    let mut findings: Vec<Finding> = Vec::new();
    let mut end = 0;
    for line in &lines {
        if line.place != Place::Title {
            findings.extend(byline.by_ref().map(|line| Finding {
                place: Place::Byline,
                leak: Leak::Person,
                sure: true,
                words: line.to_owned(),
            }));
        }
        end += length(line);
        while let Some(hit) = hits.next_if(|hit| hit.at.start < end) {
            let words = whole.get(hit.at).unwrap_or_default().replace('\n', " ");
            // What may be a name is asked about once, however often it stands there.
            let asked = |known: &Finding| !known.sure && known.leak == hit.leak && known.words == words;
            if hit.sure || !findings.iter().any(asked) {
                findings.push(Finding {
                    place: line.place.clone(),
                    leak: hit.leak,
                    sure: hit.sure,
                    words,
                });
            }
        }
        if line.picture {
            findings.push(Finding {
                place: line.place.clone(),
                leak: Leak::Picture,
                sure: false,
                words: line.pieces.iter().flatten().map(|text| text.as_str()).collect(),
            });
        }
    }
    findings
}

/// How many bytes a line takes in the joined text.
fn length(line: &Line<'_>) -> usize {
    1 + line
        .pieces
        .iter()
        .map(|piece| piece.as_deref().map_or(1, String::len))
        .sum::<usize>()
}

/// Where in the joined text the references stand.
pub(super) fn references(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in lines {
        let end = start + length(line);
        if matches!(line.place, Place::Reference(_)) {
            found.push(start..end);
        }
        start = end;
    }
    found
}
