//! What a tab that is gone has left, and what becomes of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Draft;
use crate::id::DeviceId;
use crate::journal::{Author, Journal, Revision};

/// Of the copies that lanes hold of one tab's draft of one record, those that hold: of counted ones that with the highest
/// count, for all others are what the person had typed on the way to it. Those of versions that did not count are put in
/// order by nothing: of them each that says something else.
pub fn last_words(copies: impl IntoIterator<Item = Draft>) -> Vec<Draft> {
    let (mut last, mut uncounted) = (None::<(u64, Draft)>, Vec::<Draft>::new());
    for draft in copies {
        match draft.count.as_ref().map(|count| count.number) {
            Some(number) if last.as_ref().is_none_or(|(highest, _)| *highest < number) => last = Some((number, draft)),
            Some(_) => {}
            None => {
                let said = |known: &Draft| known.content == draft.content && known.base == draft.base;
                if !uncounted.iter().any(said) {
                    uncounted.push(draft);
                }
            }
        }
    }
    uncounted.into_iter().chain(last.map(|(_, draft)| draft)).collect()
}

impl Draft {
    /// Whether the device went on in the same place: one of these revisions of the record is its own and follows what the
    /// draft follows. So it is told of a draft that was not counted and that only the lane that forgets late still has.
    pub fn went_on_in<'a>(&self, history: impl IntoIterator<Item = &'a Revision>, device: DeviceId) -> bool {
        let base: BTreeSet<_> = self.base.iter().collect();
        history
            .into_iter()
            .any(|revision| revision.device() == device && revision.parents().iter().collect::<BTreeSet<_>>() == base)
    }
}

/// Makes the drafts that dead tabs left part of the journal, and returns what is to be kept; nothing of one that its record
/// says already. Each comes with whether it `settled`.
///
/// A draft that never became a revision is what the person last typed: it becomes what the record says, beside what it
/// says if that went on elsewhere. Of one that `settled`, because its tab made a revision of it or of what it had typed on
/// after it, a lane has only forgotten to forget: it goes into the history, and the record says what it said.
pub fn take_up(
    journal: &mut Journal,
    left: impl IntoIterator<Item = (Draft, bool)>,
    device: DeviceId,
) -> Vec<Arc<Revision>> {
    let mut left: Vec<_> = left.into_iter().collect();
    // First those that go on from what is there: where one has settled, what the record says is said once more.
    left.sort_by_key(|(_, settled)| *settled);
    let written = left.into_iter();
    written
        .flat_map(|(draft, settled)| take_up_one(journal, draft, settled, device))
        .collect()
}

fn take_up_one(journal: &mut Journal, draft: Draft, settled: bool, device: DeviceId) -> Vec<Arc<Revision>> {
    let before = journal.heads(draft.record).to_vec();
    if before.iter().any(|head| *head.content() == draft.content) {
        return Vec::new();
    }
    let by = Author { device, now: draft.at };
    let follows_newer = settled && before.iter().any(|head| head.is_newer());
    if follows_newer {
        // Nobody writes over what it cannot read, and beside it would be a conflict that is none.
        return Vec::new();
    }
    let record = draft.record;
    let mut written: Vec<_> = journal
        .write_after(record, &draft.base, draft.content, by)
        .into_iter()
        .collect();
    let heads = journal.heads(record);
    // If nothing but the draft is left of what the record said, it is what the record says.
    let said = heads
        .iter()
        .find(|head| before.iter().any(|known| known.id() == head.id()));
    let own = written
        .first()
        .filter(|own| heads.iter().any(|head| head.id() == own.id()));
    if let (true, Some(said), Some(own)) = (settled, said, own) {
        let over = Revision::new(
            record,
            [own.id(), said.id()],
            device,
            draft.at,
            said.state(),
            said.content().clone(),
        );
        written.extend(journal.merge([over]).added);
    }
    written
}
