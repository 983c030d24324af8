//! Soft rules, as hints that explain themselves. They ask; nothing here blocks anything.

use std::collections::{BTreeMap, BTreeSet};

use super::turns::{Turn, TurnState};
use crate::catalog::{self, Language};
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Entry, EvidenceKind, Fate, Measure, Phase, Spiral, SpiralState};
use crate::time::Date;

/// A soft rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The spiral has entries and no problem.
    NoProblem,
    /// An entry was written more than seven days after it happened (补记). Both dates stay.
    AddedLater,
    /// A reflection rests on no evidence.
    NoEvidence,
    /// All evidence of a turn is of one kind (互证).
    OneKindOfEvidence,
    /// A turn has a reflection and no new problem; asked for the last turn of an open spiral only.
    NoNewProblem,
    /// Several new problems of one turn open the next.
    TwoNextTurns,
    /// The spiral has ended without a reflection in its last turn.
    ClosedWithoutReflection,
    /// The spiral was given up without a reason.
    GivenUpWithoutReason,
    /// The day of a sealed expectation has passed and nothing reflects on it.
    ExpectationDue,
    /// A counted value has no base n.
    MeasureWithoutBase,
    /// An indicator is counted out of different bases without a note.
    BaseChanged,
}

impl Rule {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::NoProblem,
        Self::AddedLater,
        Self::NoEvidence,
        Self::OneKindOfEvidence,
        Self::NoNewProblem,
        Self::TwoNextTurns,
        Self::ClosedWithoutReflection,
        Self::GivenUpWithoutReason,
        Self::ExpectationDue,
        Self::MeasureWithoutBase,
        Self::BaseChanged,
    ];
}

/// A soft rule that applies, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Hint {
    /// Which rule.
    pub rule: Rule,
    /// The number of the turn it is about; `None` if it is about the spiral.
    pub turn: Option<u32>,
    /// The entry it is about; `None` if it is about the turn or the spiral.
    pub entry: Option<RecordId>,
    /// The word or number its sentence names; empty if it names none.
    pub name: String,
}

impl Hint {
    /// The hint as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        catalog::fill(
            catalog::rule(self.rule).in_(language),
            &[("name", &self.name), ("n", &self.name)],
        )
    }
}

/// The hints for one spiral, in the order of its turns. `today` decides what is due.
pub fn hints(index: &Index, spiral: RecordId, today: Date) -> Vec<Hint> {
    let turns = index.turns(spiral);
    let mut found = HintContext {
        index,
        hints: Vec::new(),
        turn: None,
    };
    if turns.first().is_some_and(|turn| turn.problem.is_none()) {
        found.say(Rule::NoProblem, None, "");
    }
    let kinds = evidence_by_entry(index, spiral);
    for turn in &turns {
        found.turn = Some(turn.number);
        found.turn(turn, &kinds, today);
    }
    found.turn = None;
    if let Some(header) = index.spiral(spiral) {
        found.state(header, &turns);
    }
    found.measures(spiral);
    found.hints
}

/// The kinds of evidence each entry rests on.
fn evidence_by_entry(index: &Index, spiral: RecordId) -> BTreeMap<RecordId, BTreeSet<EvidenceKind>> {
    let mut kinds: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (_, evidence) in index.evidence_in(spiral) {
        for entry in &evidence.entries {
            kinds.entry(*entry).or_default().insert(evidence.sort);
        }
    }
    for (_, measure) in index.in_spiral::<Measure>(spiral) {
        if let Some(entry) = measure.entry {
            kinds.entry(entry).or_default().insert(EvidenceKind::Tally);
        }
    }
    kinds
}

struct HintContext<'s> {
    index: &'s Index,
    hints: Vec<Hint>,
    /// The turn being looked at.
    turn: Option<u32>,
}

impl HintContext<'_> {
    fn say(&mut self, rule: Rule, entry: Option<RecordId>, name: impl Into<String>) {
        self.hints.push(Hint {
            rule,
            turn: self.turn,
            entry,
            name: name.into(),
        });
    }

    fn turn(&mut self, turn: &Turn, kinds: &BTreeMap<RecordId, BTreeSet<EvidenceKind>>, today: Date) {
        let index = self.index;
        let entries: Vec<(RecordId, &Entry)> = turn
            .entries
            .iter()
            .filter_map(|id| Some((*id, index.entry(*id)?)))
            .collect();
        let reflected = entries.iter().any(|(_, entry)| entry.phase == Phase::Reflection);
        // What a reflection thinks about stands in the turn’s observations, and rests where they do.
        let observed = entries
            .iter()
            .any(|(id, entry)| entry.phase == Phase::Observation && kinds.contains_key(id));
        for (id, entry) in &entries {
            if let Some(days) = entry.late_by() {
                self.say(Rule::AddedLater, Some(*id), days.to_string());
            }
            if entry.phase == Phase::Reflection && !kinds.contains_key(id) && !observed {
                self.say(Rule::NoEvidence, Some(*id), "");
            }
            if let Some(expectation) = &entry.expectation
                && let Some(by) = expectation.by
                && expectation.sealed.is_some()
                && by < today
                && !reflected
            {
                self.say(Rule::ExpectationDue, Some(*id), by.to_string());
            }
        }
        let in_turn: BTreeSet<_> = entries.iter().filter_map(|(id, _)| kinds.get(id)).flatten().collect();
        if reflected && in_turn.len() == 1 {
            self.say(Rule::OneKindOfEvidence, None, "");
        }
        let next = entries
            .iter()
            .filter(|(_, entry)| entry.phase == Phase::NewProblem && entry.fate == Fate::NextTurn);
        let next = next.count();
        if next > 1 {
            self.say(Rule::TwoNextTurns, None, next.to_string());
        }
    }

    fn state(&mut self, header: &Spiral, turns: &[Turn]) {
        let index = self.index;
        let has = |turn: &Turn, phase: Phase| {
            let mut entries = turn.entries.iter().filter_map(|id| index.entry(*id));
            entries.any(|entry| entry.phase == phase)
        };
        if header.state == SpiralState::GivenUp && header.state_note.trim().is_empty() {
            self.say(Rule::GivenUpWithoutReason, None, "");
        }
        // A turn that only received its problem from the one before has not been worked in.
        let Some(last) = turns.iter().rfind(|turn| !turn.entries.is_empty()) else {
            return;
        };
        self.turn = Some(last.number);
        if header.state.is_open() {
            if last.state == TurnState::Reflecting && !has(last, Phase::NewProblem) {
                self.say(Rule::NoNewProblem, None, "");
            }
        } else if !has(last, Phase::Reflection) {
            self.say(Rule::ClosedWithoutReflection, None, "");
        }
        self.turn = None;
    }

    fn measures(&mut self, spiral: RecordId) {
        let index = self.index;
        let Some(header) = index.spiral(spiral) else { return };
        let measures: Vec<_> = index.in_spiral::<Measure>(spiral).collect();
        for (key, indicator) in header.indicators() {
            let of_this = || {
                measures
                    .iter()
                    .map(|(_, measure)| *measure)
                    .filter(|measure| measure.indicator == key)
            };
            if of_this().any(|measure| measure.count.is_some() && measure.of.is_none() && indicator.base.is_none()) {
                self.say(Rule::MeasureWithoutBase, None, &*indicator.name);
            }
            let bases: BTreeSet<_> = of_this().filter_map(|measure| measure.of.or(indicator.base)).collect();
            if bases.len() > 1 && of_this().all(|measure| measure.note.trim().is_empty()) {
                self.say(Rule::BaseChanged, None, &*indicator.name);
            }
        }
    }
}
