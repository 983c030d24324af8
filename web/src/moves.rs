//! The moves of a spiral: begin it, decide what becomes of a new problem, name a turn.

use luoxuan::text::{excerpt, plain, sentences};
use luoxuan::{Entry, Evidence, Fate, Index, Measure, Phase, RecordId, Spiral, Survey};

use crate::browser::clock;
use crate::notebook::Notebook;
use leptos::prelude::untrack;

/// A spiral's first title: the first sentence of its problem, or the beginning of a long one.
fn first_sentence(text: &str) -> String {
    let plain = plain(text);
    excerpt(sentences(plain.trim()).next().unwrap_or_default(), 36)
}

impl Notebook {
    fn now<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        untrack(|| self.of_surroundings(read))
    }

    /// Begins a spiral from a problem, and returns it. A new problem of another spiral stays where it
    /// is and is said again at the start of its own. `None` if there is no such entry.
    pub fn begin_spiral(self, problem: RecordId) -> Option<RecordId> {
        let entry = self.now(|index| index.entry(problem).cloned())?;
        let branches = entry.phase == Phase::NewProblem && entry.spiral.is_some();
        let parent = entry
            .spiral
            .and_then(|id| self.now(|index| index.spiral(id).cloned()))
            .unwrap_or_default();
        let spiral = self.add(&Spiral {
            title: first_sentence(entry.field("statement").unwrap_or_else(|| entry.opening())),
            class: entry.class.clone(),
            branched_from: branches.then_some(problem),
            subject: parent.subject,
            pupils: parent.pupils,
            vehicle: parent.vehicle,
            themes: parent.themes,
            ..Spiral::default()
        });
        if branches {
            let now = clock::now();
            self.add(&Entry {
                spiral: Some(spiral),
                phase: Phase::Problem,
                after: None,
                happened_on: Some(now.date()),
                happened_until: None,
                written: Some(now),
                fate: Fate::Undecided,
                leads_to: None,
                ..entry.clone()
            });
            self.write(
                problem,
                &Entry {
                    fate: Fate::OwnSpiral,
                    leads_to: Some(spiral),
                    ..entry
                },
            );
        } else {
            let phase = if entry.phase == Phase::NewProblem {
                Phase::Problem
            } else {
                entry.phase
            };
            self.write(
                problem,
                &Entry {
                    spiral: Some(spiral),
                    phase,
                    fate: Fate::Undecided,
                    ..entry
                },
            );
            // What the problem rests on comes along.
            let resting = self.now(|index| {
                let all = index.linked::<Evidence>("entries", problem);
                all.map(|(id, evidence)| (id, evidence.clone())).collect::<Vec<_>>()
            });
            for (id, evidence) in resting {
                self.write(
                    id,
                    &Evidence {
                        spiral: Some(spiral),
                        ..evidence
                    },
                );
            }
        }
        Some(spiral)
    }

    /// Decides what becomes of a new problem. Returns the spiral it now has of its own, if it has.
    pub fn decide(self, problem: RecordId, fate: Fate) -> Option<RecordId> {
        let entry = self.now(|index| index.entry(problem).cloned())?;
        match (fate, entry.leads_to) {
            // It has its own spiral already: going there is not beginning another.
            (Fate::OwnSpiral, Some(spiral)) => {
                self.write(problem, &Entry { fate, ..entry });
                Some(spiral)
            }
            (Fate::OwnSpiral, None) => self.begin_spiral(problem),
            _ => {
                self.write(problem, &Entry { fate, ..entry });
                None
            }
        }
    }

    /// Puts a spiral into the trash with everything in it, and says what that was.
    pub fn trash_spiral(self, id: RecordId) -> Vec<RecordId> {
        let all = self.now(|index| {
            let entries = index.in_spiral::<Entry>(id).map(|(id, _)| id);
            let evidence = index.evidence_in(id).into_iter().map(|(id, _)| id);
            let measures = index.in_spiral::<Measure>(id).map(|(id, _)| id);
            let surveys = index.in_spiral::<Survey>(id).map(|(id, _)| id);
            std::iter::once(id)
                .chain(entries)
                .chain(evidence)
                .chain(measures)
                .chain(surveys)
                .collect::<Vec<_>>()
        });
        self.trash_all(&all);
        all
    }

    /// Changes the header of a spiral.
    pub fn change_spiral(self, id: RecordId, change: impl FnOnce(&mut Spiral)) {
        if let Some(mut spiral) = self.now(|index| index.spiral(id).cloned()) {
            change(&mut spiral);
            self.write(id, &spiral);
        }
    }
}
