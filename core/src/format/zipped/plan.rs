//! What an archive will hold.

use std::collections::BTreeSet;

use crc32fast::Hasher;

use crate::id::{RecordId, RevisionId};
use crate::journal::{Revision, State};

/// What an archive will hold: told from one look at every line, so that it can be written in order without holding any.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::format::{Need, Plan, Sent};
/// # use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, RecordId};
/// # let by = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// # let note = Entry { body: "平均只写了96字。".into(), ..Entry::default() };
/// # let lines: Vec<_> = Journal::new().write(RecordId::from_bytes([2; 16]), Content::of(&note), by).into_iter().collect();
/// let mut plan = Plan::default();
/// for (place, revision) in lines.iter().enumerate() {
///     plan.look(place as u64, revision);
/// }
/// let mut writer = plan.writer(Language::ZhHans, None);
/// let mut file = Vec::new();
/// loop {
///     match writer.need() {
///         // From wherever they lie, in the order asked for.
///         Need::Lines(places) => writer.lines(&places.iter().map(|place| lines[*place as usize].clone()).collect::<Vec<_>>())?,
///         // One by one.
///         Need::Pictures => writer.no_more_pictures(),
///         Need::Nothing => break,
///     }
///     for sent in writer.take() {
///         if let Sent::Bytes(bytes) = sent { file.extend(bytes) }
///     }
/// }
/// assert!(file.starts_with(b"PK"));
/// # Ok::<(), luoxuan::format::Changed>(())
/// ```
#[derive(Default)]
pub struct Plan {
    pub(super) lines: Vec<Line>,
    pub(super) superseded: BTreeSet<(RecordId, RevisionId)>,
    pub(super) erased: BTreeSet<RecordId>,
    pub(super) aside: BTreeSet<Vec<u8>>,
}

pub(super) struct Line {
    pub(super) at: i64,
    pub(super) id: RevisionId,
    pub(super) record: RecordId,
    pub(super) state: State,
    pub(super) place: u64,
    pub(super) crc: u32,
    pub(super) length: u64,
}

impl Plan {
    /// Looks at a revision, which lies at a place of the caller's.
    pub fn look(&mut self, place: u64, revision: &Revision) {
        let record = revision.record();
        for parent in revision.parents() {
            self.superseded.insert((record, *parent));
        }
        if revision.state() == State::Erased {
            self.erased.insert(record);
        }
        let line = revision.to_line();
        let mut crc = Hasher::new();
        crc.update(line.as_bytes());
        crc.update(b"\n");
        self.lines.push(Line {
            at: revision.at().millis(),
            id: revision.id(),
            record,
            state: revision.state(),
            place,
            crc: crc.finalize(),
            length: line.len() as u64 + 1,
        });
    }

    /// Takes a line that cannot be read here. It goes out as it came in.
    pub fn aside(&mut self, line: Vec<u8>) {
        self.aside.insert(line);
    }

    /// How many bytes the lines are.
    pub fn bytes(&self) -> u64 {
        self.lines.iter().map(|line| line.length).sum()
    }
}
