//! The moves of a spiral: begin it, decide what becomes of a new problem. What they change is answered, not written.

use super::turns::{Step, is_plan, next_step, turns};
use crate::catalog::{Prompt, prompts};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::record::{Entry, Evidence, Fate, Measure, Phase, Spiral, Survey};
use crate::text::{excerpt, plain, sentences};
use crate::time::Timestamp;

/// A title taken from a text is no longer than so many characters.
const TITLE: usize = 36;

/// What a move comes to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Move {
    /// The spiral that a problem has of its own now.
    pub spiral: Option<RecordId>,
    /// What records are to say, in the order in which to write them.
    pub changes: Vec<(RecordId, Content)>,
}

impl Move {
    fn write<R: crate::record::Record>(&mut self, record: RecordId, says: &R) {
        self.changes.push((record, Content::of(says)));
    }
}

/// A spiral's first title: the first sentence of its problem, or the beginning of a long one.
fn title(entry: &Entry) -> String {
    let plain = plain(entry.field("statement").unwrap_or_else(|| entry.opening()));
    excerpt(sentences(plain.trim()).next().unwrap_or_default(), TITLE)
}

/// Begins a spiral from a problem; `None` if there is no such entry. `id` draws a new id.
///
/// A loose entry becomes the spiral's first problem, and its evidence comes along. A new problem of another spiral stays
/// where it is and is said again at the start of its own.
///
/// ```
/// # use luoxuan::{Author, Content, DeviceId, Entry, Index, Journal, RecordId, Spiral, Timestamp};
/// let by = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(1_757_552_400_000, 480) };
/// let (problem, mut journal) = (RecordId::from_bytes([1; 16]), Journal::new());
/// let entry = Entry { body: "二十七篇里有十九篇没有一个动作。明天再看。".into(), ..Entry::default() };
/// journal.write(problem, Content::of(&entry), by);
///
/// let begun = luoxuan::spiral::begin(&Index::of(&journal), problem, by.now, || RecordId::from_bytes([2; 16])).unwrap();
/// for (record, content) in begun.changes {
///     journal.write(record, content, by);
/// }
/// let index = Index::of(&journal);
/// assert_eq!(index.spiral(begun.spiral.unwrap()).unwrap().title, "二十七篇里有十九篇没有一个动作。");
/// assert_eq!(index.entry(problem).unwrap().spiral, begun.spiral);
/// ```
pub fn begin(index: &Index, problem: RecordId, now: Timestamp, mut id: impl FnMut() -> RecordId) -> Option<Move> {
    let entry = index.entry(problem)?.clone();
    let branches = entry.phase == Phase::NewProblem && entry.spiral.is_some();
    let parent = entry
        .spiral
        .and_then(|id| index.spiral(id).cloned())
        .unwrap_or_default();
    let spiral = id();
    let mut begun = Move {
        spiral: Some(spiral),
        ..Move::default()
    };
    begun.write(
        spiral,
        &Spiral {
            title: title(&entry),
            class: entry.class.clone(),
            branched_from: branches.then_some(problem),
            subject: parent.subject,
            pupils: parent.pupils,
            vehicle: parent.vehicle,
            themes: parent.themes,
            ..Spiral::default()
        },
    );
    if branches {
        begun.write(id(), &said_again(&entry, spiral, now));
        let decided = Entry {
            fate: Fate::OwnSpiral,
            leads_to: Some(spiral),
            ..entry
        };
        begun.write(problem, &decided);
    } else {
        begun.take_in(index, problem, entry, spiral);
    }
    Some(begun)
}

/// A new problem of another spiral as the first of its own.
fn said_again(entry: &Entry, spiral: RecordId, now: Timestamp) -> Entry {
    Entry {
        spiral: Some(spiral),
        phase: Phase::Problem,
        after: None,
        happened_on: Some(now.date()),
        happened_until: None,
        written: Some(now),
        fate: Fate::Undecided,
        leads_to: None,
        ..entry.clone()
    }
}

impl Move {
    /// A loose entry becomes the first problem of a spiral.
    fn take_in(&mut self, index: &Index, problem: RecordId, entry: Entry, spiral: RecordId) {
        let phase = match entry.phase {
            Phase::NewProblem => Phase::Problem,
            phase => phase,
        };
        let first = Entry {
            spiral: Some(spiral),
            phase,
            fate: Fate::Undecided,
            ..entry
        };
        self.write(problem, &first);
        // What the problem rests on comes along.
        for (id, evidence) in index.linked::<Evidence>("entries", problem) {
            let moved = Evidence {
                spiral: Some(spiral),
                ..evidence.clone()
            };
            self.write(id, &moved);
        }
    }
}

/// Decides what becomes of a new problem; `None` if there is no such entry. One that gets a spiral of its own
/// [begins](begin) it, unless it has one already.
pub fn decide(
    index: &Index,
    problem: RecordId,
    fate: Fate,
    now: Timestamp,
    id: impl FnMut() -> RecordId,
) -> Option<Move> {
    let entry = index.entry(problem)?;
    if fate == Fate::OwnSpiral && entry.leads_to.is_none() {
        return begin(index, problem, now, id);
    }
    let mut decided = Move {
        // Going to its own spiral is not beginning another.
        spiral: entry.leads_to.filter(|_| fate == Fate::OwnSpiral),
        ..Move::default()
    };
    let entry = Entry { fate, ..entry.clone() };
    decided.write(problem, &entry);
    Some(decided)
}

/// What could be written next in a spiral.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// What it is.
    pub step: Step,
    /// The entry that goes on; `None` where a new one is begun.
    pub record: Option<RecordId>,
    /// What that entry says, or what a new one begins with.
    pub entry: Entry,
    /// What it is asked first, at most four questions and at least one.
    pub asked: Vec<&'static Prompt>,
}

/// What could be written next in the last turn of a spiral; `None` once that is closed, or if there is no such spiral.
///
/// An action that is only planned is carried out in its own entry, not in another.
pub fn next(index: &Index, spiral: RecordId) -> Option<Next> {
    index.spiral(spiral)?;
    let turns = turns(index.in_spiral::<Entry>(spiral));
    let turn = turns.last();
    let step = match turn {
        Some(turn) => next_step(turn, |id| index.entry(id))?,
        None => Step::StateProblem,
    };
    let planned = turn.filter(|_| step == Step::CarryOut).and_then(|turn| {
        let mut entries = turn.entries.iter().rev();
        entries.find_map(|id| Some((*id, index.entry(*id).filter(|entry| is_plan(entry))?)))
    });
    let entry = planned.map_or_else(
        || Entry {
            spiral: Some(spiral),
            phase: step.phase(),
            after: turn.and_then(|turn| turn.entries.last().copied().or(turn.problem)),
            ..Entry::default()
        },
        |(_, entry)| entry.clone(),
    );
    let mut asked = prompts(&entry);
    if step == Step::CarryOut {
        // First what was done; the plan was asked for when it was made.
        asked.sort_by_key(|prompt| prompt.answered_by != "done");
    }
    Some(Next {
        step,
        record: planned.map(|(id, _)| id),
        entry,
        asked,
    })
}

/// A spiral with everything in it: what goes into the trash with it.
pub fn whole(index: &Index, spiral: RecordId) -> Vec<RecordId> {
    let entries = index.in_spiral::<Entry>(spiral).map(|(id, _)| id);
    let evidence = index.evidence_in(spiral).into_iter().map(|(id, _)| id);
    let measures = index.in_spiral::<Measure>(spiral).map(|(id, _)| id);
    let surveys = index.in_spiral::<Survey>(spiral).map(|(id, _)| id);
    std::iter::once(spiral)
        .chain(entries)
        .chain(evidence)
        .chain(measures)
        .chain(surveys)
        .collect()
}
