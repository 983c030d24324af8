//! Whom a change wakes.

use luoxuan::{Evidence, Index, RecordId};

/// What a reader on the page depends on. A change wakes only those who read what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// One record: its heads.
    Record(RecordId),
    /// Everything that belongs to one spiral.
    Members(RecordId),
    /// Spirals, vehicles, terms, profile, settings: the few records every page may need.
    Surroundings,
    /// Any entry, evidence or measure.
    Entries,
}

/// Adds whom a record concerns, besides those who show it alone; nobody if it is not in the index. None is
/// read.
pub(super) fn add_topics(index: &Index, record: RecordId, topics: &mut Vec<Topic>) {
    if !index.has_any(record) {
        return;
    }
    let spiral = index.spiral_of(record).map(Topic::Members);
    if index.surrounds(record) {
        topics.push(Topic::Surroundings);
        topics.extend(spiral);
    } else {
        topics.push(Topic::Entries);
        topics.extend(spiral);
        // Only evidence names the entries that rest on it, and looking for them goes through all that a record says.
        if index.has::<Evidence>(record) {
            let named = index.links(record).into_iter();
            for (_, id) in named.filter(|(field, _)| *field == "entries") {
                topics.push(Topic::Record(id));
                // Their spiral rests on it, whatever it says itself.
                topics.extend(index.spiral_of(id).map(Topic::Members));
            }
        }
    }
}
