//! The order of a record's revisions.

use std::collections::{BTreeMap, BTreeSet};

use super::Revision;
use crate::id::RevisionId;

/// Revisions of one record, each after those it follows. Only where nothing says which came first does the moment they were
/// written at: a clock that was set back turns nobody's history round.
///
/// ```
/// use luoxuan::journal::oldest_first;
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, RecordId};
/// let mut journal = Journal::new();
/// let mut write = |body: &str, at: i64| {
///     let by = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(at, 480) };
///     let entry = Entry { body: body.into(), ..Entry::default() };
///     journal.write(RecordId::from_bytes([7; 16]), Content::of(&entry), by).expect("it says something new")
/// };
/// let (first, second) = (write("一", 3_600_000), write("一二", 0));
/// let history = oldest_first(vec![(*second).clone(), (*first).clone()]);
/// assert_eq!(history.iter().map(|one| one.id()).collect::<Vec<_>>(), [first.id(), second.id()]);
/// ```
pub fn oldest_first(history: Vec<Revision>) -> Vec<Revision> {
    let mut waiting: BTreeMap<RevisionId, Revision> = history.into_iter().map(|one| (one.id(), one)).collect();
    let mut children: BTreeMap<RevisionId, Vec<RevisionId>> = BTreeMap::new();
    let mut missing: BTreeMap<RevisionId, usize> = BTreeMap::new();
    for (id, revision) in &waiting {
        let known = revision.parents().iter().filter(|parent| waiting.contains_key(*parent));
        missing.insert(*id, known.clone().count());
        for parent in known {
            children.entry(*parent).or_default().push(*id);
        }
    }
    let at = |waiting: &BTreeMap<RevisionId, Revision>, id: RevisionId| {
        waiting.get(&id).map(|revision| (revision.at().millis(), id))
    };
    let roots = missing.iter().filter(|(_, count)| **count == 0);
    let mut ready: BTreeSet<_> = roots.filter_map(|(id, _)| at(&waiting, *id)).collect();
    let mut ordered = Vec::with_capacity(waiting.len());
    while let Some((_, id)) = ready.pop_first() {
        ordered.extend(waiting.remove(&id));
        for child in children.remove(&id).into_iter().flatten() {
            let Some(count) = missing.get_mut(&child) else { continue };
            *count -= 1;
            if *count == 0 {
                ready.extend(at(&waiting, child));
            }
        }
    }
    // What follows itself is no history; nothing is left out of what was read.
    ordered.extend(waiting.into_values());
    ordered
}
