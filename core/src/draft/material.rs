//! What a spiral holds, in the order of its turns and days.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::catalog::Selection;
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Entry, Evidence, EvidenceKind, Measure, Phase, Survey};
use crate::spiral::Turn;
use crate::time::Date;

/// A value with the record that holds it.
pub(super) type Value<'s> = (RecordId, &'s Measure);

pub(super) struct Material<'s> {
    index: &'s Index,
    pub(super) turns: Vec<Turn>,
    pub(super) entries: Vec<(RecordId, &'s Entry)>,
    pub(super) evidence: Vec<(RecordId, &'s Evidence)>,
    measures: Vec<Value<'s>>,
    pub(super) surveys: Vec<&'s Survey>,
}

impl<'s> Material<'s> {
    /// Of some turns. A value is of the turns if one of their entries reports it, or else by its day; the last value from
    /// before them belongs to them too, because a change is told against it.
    pub(super) fn of(index: &'s Index, spiral: RecordId, scope: Scope) -> Self {
        let all = index.turns(spiral);
        let turns: Vec<Turn> = all.iter().filter(|turn| scope.contains(turn.number)).cloned().collect();
        let ids: Vec<RecordId> = turns.iter().flat_map(|turn| turn.entries.iter().copied()).collect();
        let entries: Vec<_> = ids.iter().filter_map(|id| Some((*id, index.entry(*id)?))).collect();
        let whole = turns.len() == all.len();
        let days = || entries.iter().filter_map(|(_, entry)| entry.day());
        let (first, last) = (days().min(), days().max());
        let within = |day: Option<Date>| day.is_none_or(|day| first <= Some(day) && Some(day) <= last);
        let mut evidence = index.evidence_in(spiral);
        evidence.retain(|(_, one)| {
            whole || one.entries.iter().any(|id| ids.contains(id)) || one.entries.is_empty() && within(one.on)
        });
        let mut measures: Vec<_> = index.in_spiral::<Measure>(spiral).collect();
        if !whole {
            let day = |measure: &Measure| measure.on.or_else(|| index.entry(measure.entry?)?.day());
            let mut before: BTreeMap<&str, RecordId> = BTreeMap::new();
            for (id, measure) in &measures {
                if day(measure).is_some_and(|day| Some(day) < first) {
                    before.insert(measure.indicator.as_str(), *id);
                }
            }
            measures.retain(|(id, measure)| {
                let reported = measure.entry.is_some_and(|entry| ids.contains(&entry));
                reported || measure.entry.is_none() && within(day(measure)) || before.values().any(|kept| kept == id)
            });
        }
        Self {
            index,
            entries,
            evidence,
            measures,
            surveys: index.in_spiral::<Survey>(spiral).map(|(_, survey)| survey).collect(),
            turns,
        }
    }

    /// Entries of a phase in which something is written.
    pub(super) fn of_phase(&self, phase: Phase) -> impl Iterator<Item = (RecordId, &'s Entry)> {
        let entries = self.entries.iter().copied();
        entries.filter(move |(_, entry)| entry.phase == phase && !entry.is_blank())
    }

    /// Actions that were carried out, not only planned.
    pub(super) fn actions(&self) -> impl Iterator<Item = (RecordId, &'s Entry)> {
        self.of_phase(Phase::Action).filter(|(_, entry)| is_done(entry))
    }

    /// The day evidence is from, or else that of the first entry that rests on it.
    pub(super) fn day_of(&self, evidence: &Evidence) -> Option<Date> {
        let entry = || evidence.entries.iter().find_map(|id| self.index.entry(*id)?.day());
        evidence.on.or_else(entry)
    }

    pub(super) fn measured_on(&self, measure: &Measure) -> Option<Date> {
        measure.on.or_else(|| self.index.entry(measure.entry?)?.day())
    }

    /// The values of each indicator, by day.
    pub(super) fn series(&self) -> BTreeMap<&'s str, Vec<Value<'s>>> {
        let mut series: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, measure) in &self.measures {
            if measure.value().is_some() {
                series
                    .entry(measure.indicator.as_str())
                    .or_default()
                    .push((*id, *measure));
            }
        }
        series
    }

    /// Of some values by day, the last before the turning point and the first since.
    pub(super) fn around<'m>(
        &self,
        series: &[Value<'m>],
        turning: Option<Date>,
    ) -> (Option<Value<'m>>, Option<Value<'m>>) {
        let is_before = |measure: &Measure| !is_since(self.measured_on(measure), turning);
        let before = series.iter().rev().find(|(_, measure)| is_before(measure)).copied();
        let after = series.iter().find(|(_, measure)| !is_before(measure)).copied();
        (before, after)
    }

    /// The days of scenes and pupils’ work: observations, recordings, photos, works.
    fn scenes(&self) -> Vec<Option<Date>> {
        let is_scene = |evidence: &Evidence| {
            matches!(
                evidence.sort,
                EvidenceKind::Observation | EvidenceKind::PupilWork | EvidenceKind::Recording | EvidenceKind::Photo
            )
        };
        let shown = self.evidence.iter().filter(|(_, evidence)| is_scene(evidence));
        let shown = shown.map(|(_, evidence)| self.day_of(evidence));
        let told = self.of_phase(Phase::Observation).map(|(_, entry)| entry.day());
        shown.chain(told).collect()
    }

    /// How many scenes lie before and since the turning point.
    pub(super) fn scenes_around(&self, turning: Option<Date>) -> (usize, usize) {
        let (since, before): (Vec<_>, Vec<_>) = self.scenes().into_iter().partition(|day| is_since(*day, turning));
        (before.len(), since.len())
    }

    /// The day of the first action.
    pub(super) fn first_action(&self) -> Option<Date> {
        self.actions().find_map(|(_, entry)| entry.day())
    }

    /// The day of the first action with scenes on either side; where there is none, of the first action.
    pub(super) fn turning_point(&self) -> Option<Date> {
        let days = self.actions().filter_map(|(_, entry)| entry.day());
        let has_both = |day: &Date| {
            let (before, since) = self.scenes_around(Some(*day));
            before > 0 && since > 0
        };
        days.into_iter().find(has_both).or_else(|| self.first_action())
    }

    /// The problem that the action of this day answers, or else the first.
    pub(super) fn problem_at(&self, turning: Option<Date>) -> Option<(RecordId, &'s Entry)> {
        let acted = self.actions().find(|(_, entry)| entry.day() == turning);
        let turn = self
            .turns
            .iter()
            .find(|turn| acted.is_some_and(|(id, _)| turn.entries.contains(&id)));
        let problem = turn.and_then(|turn| turn.problem);
        let said = problem.and_then(|id| Some((id, self.index.entry(id)?)));
        said.or_else(|| self.of_phase(Phase::Problem).next())
    }

    /// Entries of a phase that are picked.
    pub(super) fn picked(&self, pick: Selection, phase: Phase, turning: Option<Date>) -> Vec<(RecordId, &'s Entry)> {
        let all: Vec<_> = self.of_phase(phase).collect();
        let since = |entry: &Entry| is_since(entry.day(), turning);
        match pick {
            Selection::All => all,
            Selection::First => all.into_iter().take(1).collect(),
            Selection::Last => all.into_iter().next_back().into_iter().collect(),
            Selection::Before => all.into_iter().filter(|(_, entry)| !since(entry)).collect(),
            Selection::After => all.into_iter().filter(|(_, entry)| since(entry)).collect(),
        }
    }

    /// Evidence of some kinds that is picked.
    pub(super) fn picked_evidence(
        &self,
        pick: Selection,
        kinds: &[EvidenceKind],
        turning: Option<Date>,
    ) -> Vec<(RecordId, &'s Evidence)> {
        let mut all: Vec<_> = self.evidence.clone();
        all.retain(|(_, evidence)| kinds.contains(&evidence.sort));
        match pick {
            Selection::All => {}
            Selection::First => all.truncate(1),
            Selection::Last => all = all.split_off(all.len().saturating_sub(1)),
            Selection::Before => all.retain(|(_, evidence)| !is_since(self.day_of(evidence), turning)),
            Selection::After => all.retain(|(_, evidence)| is_since(self.day_of(evidence), turning)),
        }
        all
    }
}

/// Whether the action was carried out, not only planned.
pub(super) fn is_done(entry: &Entry) -> bool {
    !entry.body.trim().is_empty() || entry.field("done").is_some()
}

/// Without an action everything lies before it. What has no day counts as later, so that it is no proof of a
/// state before.
fn is_since(day: Option<Date>, turning: Option<Date>) -> bool {
    turning.is_some_and(|turning| day.is_none_or(|day| day >= turning))
}
