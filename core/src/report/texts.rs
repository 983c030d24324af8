//! The spirals and the texts of some days.

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Document, Entry};
use crate::time::DateRange;

/// The texts that tell of a spiral in which something was written in these days, and of those that tell of none the ones
/// that were last written in them.
pub(crate) fn texts_of(index: &Index, span: DateRange) -> impl Iterator<Item = (RecordId, &Document)> {
    index.of_kind::<Document>().filter(move |(id, text)| {
        let has_days = |spiral: &RecordId| index.days_of(*spiral).any(|day| span.contains(day));
        let written = || index.head(*id).is_some_and(|head| span.contains(head.at().date()));
        if text.spirals.is_empty() {
            written()
        } else {
            text.spirals.iter().any(has_days)
        }
    })
}

/// The spirals in which something was written in these days.
pub(crate) fn spirals_of(index: &Index, span: DateRange) -> BTreeSet<RecordId> {
    let entries = index.between::<Entry>(span.start, span.end);
    entries.filter_map(|(_, entry)| entry.spiral).collect()
}
