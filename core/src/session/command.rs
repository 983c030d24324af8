//! What a session asks of whoever drives it.

use std::sync::Arc;
use std::time::Duration;

use crate::id::RecordId;
use crate::journal::Revision;

/// Names a question to the store; its answer comes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub(super) u64);

/// Names something that was asked of the session and takes its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Job(pub(super) u64);

/// What a session wants to be woken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alarm {
    /// The small lane is to be given what was typed.
    Small,
    /// The store is to be given what was typed, and what it refused before.
    Store,
}

/// An unfinished text on its way to a lane.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DraftText {
    /// Its key: the name of the tab, a colon, and the id of the record.
    pub key: String,
    /// Which of its tab's drafts it is.
    pub number: u64,
    /// The draft, as [`Draft::to_text`](super::Draft::to_text) writes it.
    pub text: String,
}

/// A draft that became a revision, or came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Settled {
    /// Which record it was of.
    pub record: RecordId,
    /// Its key.
    pub key: String,
    /// Which of its tab's drafts it was: all before it went the same way. 0 where nobody counted.
    pub number: u64,
    /// Whether another tab has left it here, which is gone.
    pub foreign: bool,
}

/// What a driver is to do, in this order. It never waits for one before it begins the next.
///
/// Those with a [`Ticket`] go to the store, and each is answered with [`Session::answer`](super::Session::answer) once the
/// store has acknowledged it, strictly, or refused. The others are done at once; what the small lane refuses is told with
/// [`Session::small_refused`](super::Session::small_refused).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Command {
    /// The small lane keeps an unfinished text.
    KeepDraft(DraftText),
    /// The small lane forgets the unfinished text of this key.
    ForgetDraft(String),
    /// The small lane keeps what a record says now: all of its heads. One alone would take the place of another that may be
    /// nowhere else.
    KeepHeads(RecordId, Vec<Arc<Revision>>),
    /// The small lane forgets a record.
    ForgetHeads(RecordId),
    /// The store keeps revisions, forgets the drafts they came from, and notes up to which count each draft went into them:
    /// all of it or nothing.
    Append(Ticket, Vec<Arc<Revision>>, Vec<Settled>),
    /// The store destroys every revision of the record this erasure belongs to, and its drafts, and keeps the erasure.
    Erase(Ticket, Arc<Revision>),
    /// The store keeps unfinished texts.
    PutDrafts(Ticket, Vec<DraftText>),
    /// The store looks whether what it has acknowledged is still there.
    LookBack(Ticket),
    /// Other tabs of the journal hear this; of nothing at all they understand that they are to read the log.
    Tell(Vec<Arc<Revision>>),
    /// [`Session::wake`](super::Session::wake) is called after so long.
    WakeAfter(Duration, Alarm),
    /// What was asked for has been kept, or is owed.
    Finished(Job),
    /// The store has kept something.
    Kept,
    /// The store has begun anew, and so many texts are written again: the keys of its log begin at 0 again.
    BeganAnew(usize),
}
