//! From entries to turns.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::RecordId;
use crate::record::{Entry, Fate, Phase, words};

words! {
    /// How far a turn has come. Derived from what is written in it.
    pub enum TurnState {
        /// 提出问题.
        #[default]
        Problem = "problem",
        /// 计划中: an action is planned and nothing is done yet.
        Planning = "planning",
        /// 行动中.
        Acting = "acting",
        /// 反思中.
        Reflecting = "reflecting",
        /// 已收束: a new problem has been found and its fate decided.
        Closed = "closed",
    }
}

/// One turn (轮) of a spiral: 问题 → 行动 → 反思 → 新问题.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Turn {
    /// Counted from 1.
    pub number: u32,
    /// The problem it starts from: an entry of this turn, or the new problem of an earlier one.
    /// `None` if entries were written without a problem.
    pub problem: Option<RecordId>,
    /// Its entries: the problem that opens it first, the others by the day they happened.
    pub entries: Vec<RecordId>,
    /// How far it has come.
    pub state: TurnState,
}

/// What the teacher could write next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Say what the problem is.
    StateProblem,
    /// Try something.
    Act,
    /// Write down what was really done, in the text of the action or in its sub-field `done`: so far it has only a `plan`.
    CarryOut,
    /// Reflect on what happened.
    Reflect,
    /// Look for the new problem; “none” is an answer.
    FindNewProblem,
    /// Say what becomes of this new problem.
    DecideFate(RecordId),
}

impl Step {
    /// The phase of the entry that it asks for. Deciding is a choice, not a text: a note.
    pub const fn phase(self) -> Phase {
        match self {
            Self::StateProblem => Phase::Problem,
            Self::Act | Self::CarryOut => Phase::Action,
            Self::Reflect => Phase::Reflection,
            Self::FindNewProblem => Phase::NewProblem,
            Self::DecideFate(_) => Phase::Note,
        }
    }
}

/// Turns of one spiral, in order, from its entries in any order. Each entry is in exactly one turn.
///
/// An entry that follows another ([`Entry::after`]) is in that one's turn, or, if it follows a new
/// problem that went into the next turn, in the turn that problem opens. An entry that follows
/// nothing is placed by its day; a problem that follows nothing opens a turn of its own once
/// something has been done about the one before.
pub fn turns<'e>(entries: impl IntoIterator<Item = (RecordId, &'e Entry)>) -> Vec<Turn> {
    // Put in one by one, here and below: collecting would sort, by code that nothing else at the page's start needs.
    let mut by_id = BTreeMap::new();
    by_id.extend(entries);
    let mut ordered: Vec<_> = by_id.iter().map(|(id, entry)| (*id, *entry)).collect();
    ordered.sort_by_key(|(id, entry)| (entry.day(), entry.written.map(crate::time::Timestamp::millis), *id));

    // Loose entries find their place in time; the rest follow the entry they come after.
    let mut openers: Vec<Option<RecordId>> = Vec::new();
    let mut home: BTreeMap<RecordId, Option<RecordId>> = BTreeMap::new();
    let mut worked_on = false;
    for (id, entry) in &ordered {
        if root(*id, &by_id) == *id {
            if entry.phase == Phase::Problem && (openers.is_empty() || worked_on) {
                openers.push(Some(*id));
                worked_on = false;
            }
            if openers.is_empty() {
                openers.push(None);
            }
            home.insert(*id, openers.last().copied().flatten());
        }
        worked_on |= matches!(entry.phase, Phase::Action | Phase::Observation | Phase::Reflection);
        if opens_turn(entry) {
            openers.push(Some(*id));
            worked_on = false;
        }
    }

    let mut turns: Vec<Turn> = openers
        .iter()
        .zip(1..)
        .map(|(problem, number)| Turn {
            number,
            problem: *problem,
            entries: Vec::new(),
            state: TurnState::Problem,
        })
        .collect();
    for (id, _) in &ordered {
        let opener = opener_of(*id, &by_id, &home);
        // Every opener was pushed above; the first turn takes what could not be placed, so that nothing is dropped.
        let place = turns.iter().position(|turn| turn.problem == opener).unwrap_or(0);
        if let Some(turn) = turns.get_mut(place) {
            turn.entries.push(*id);
        }
    }
    for turn in &mut turns {
        // Written down late, a problem still comes before what was done about it.
        if let Some(place) = turn.entries.iter().position(|id| Some(*id) == turn.problem)
            && let Some(before) = turn.entries.get_mut(..=place)
        {
            before.rotate_right(1);
        }
        turn.state = state(turn, &by_id);
    }
    turns
}

fn opens_turn(entry: &Entry) -> bool {
    entry.phase == Phase::NewProblem && entry.fate == Fate::NextTurn
}

/// The entry at the start of the chain this one hangs on: itself if it follows nothing known here.
/// A ring of entries, which only a merge can produce, starts at its smallest id.
fn root(id: RecordId, by_id: &BTreeMap<RecordId, &Entry>) -> RecordId {
    let mut at = id;
    let mut seen = BTreeSet::new();
    seen.insert(id);
    while let Some(after) = by_id
        .get(&at)
        .and_then(|entry| entry.after)
        .filter(|after| by_id.contains_key(after))
    {
        if !seen.insert(after) {
            return ring(after, by_id);
        }
        at = after;
    }
    at
}

fn ring(start: RecordId, by_id: &BTreeMap<RecordId, &Entry>) -> RecordId {
    let (mut at, mut smallest) = (start, start);
    while let Some(after) = by_id.get(&at).and_then(|entry| entry.after) {
        at = after;
        smallest = smallest.min(at);
        if at == start {
            break;
        }
    }
    smallest
}

/// The problem that opens the turn this entry is in.
fn opener_of(
    id: RecordId,
    by_id: &BTreeMap<RecordId, &Entry>,
    home: &BTreeMap<RecordId, Option<RecordId>>,
) -> Option<RecordId> {
    let mut at = id;
    let mut steps = 0;
    loop {
        if let Some(opener) = home.get(&at) {
            return *opener;
        }
        at = by_id.get(&at)?.after?;
        if opens_turn(by_id.get(&at)?) {
            return Some(at);
        }
        steps += 1;
        if steps > by_id.len() {
            return None;
        }
    }
}

fn state(turn: &Turn, by_id: &BTreeMap<RecordId, &Entry>) -> TurnState {
    let entries = || turn.entries.iter().filter_map(|id| by_id.get(id));
    let has = |phase: Phase| entries().any(|entry| entry.phase == phase);
    let mut news = entries().filter(|entry| entry.phase == Phase::NewProblem).peekable();
    if news.peek().is_some() && news.all(|entry| entry.fate != Fate::Undecided) {
        TurnState::Closed
    } else if has(Phase::Reflection) || has(Phase::NewProblem) {
        TurnState::Reflecting
    } else if has(Phase::Observation) || entries().any(|entry| entry.phase == Phase::Action && !is_plan(entry)) {
        TurnState::Acting
    } else if has(Phase::Action) {
        TurnState::Planning
    } else {
        TurnState::Problem
    }
}

/// An action of which only the plan is written: its sub-field `plan` says something, its text and `done` nothing.
pub(super) fn is_plan(entry: &Entry) -> bool {
    entry.body.trim().is_empty() && entry.field("done").is_none() && entry.field("plan").is_some()
}

/// The next thing to write in a turn; `None` once it is closed.
pub fn next_step<'e>(turn: &Turn, entry: impl Fn(RecordId) -> Option<&'e Entry>) -> Option<Step> {
    let undecided = || {
        turn.entries.iter().copied().find(|id| {
            entry(*id).is_some_and(|entry| entry.phase == Phase::NewProblem && entry.fate == Fate::Undecided)
        })
    };
    match turn.state {
        TurnState::Problem if turn.problem.is_none() => Some(Step::StateProblem),
        TurnState::Problem => Some(Step::Act),
        TurnState::Planning => Some(Step::CarryOut),
        TurnState::Acting => Some(Step::Reflect),
        TurnState::Reflecting => Some(undecided().map_or(Step::FindNewProblem, Step::DecideFate)),
        TurnState::Closed => None,
    }
}
