//! One suite of promises for every store, each a test with a name.
//!
//! [`store_conformance!`](crate::store_conformance) makes the tests. Each promise is also a function here, for those who
//! run them in a way of their own. `open` opens the same, at first empty, place each time it is called.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Store;
use crate::id::{BlobId, DeviceId, RecordId, RevisionId};
use crate::journal::{Author, Content, Journal, Revision};
use crate::record::{Entry, Phase};
use crate::time::Timestamp;

/// Calls a macro with the name of each promise.
#[doc(hidden)]
#[macro_export]
macro_rules! __store_promises {
    ($call:ident! ($($given:tt)*)) => {
        $crate::$call! {
            ($($given)*)
            a_new_store_is_empty
            what_was_appended_is_there_after_opening_again
            a_record_has_its_whole_history_and_no_other
            appending_the_same_again_keeps_it_once
            a_large_batch_is_kept_whole
            erasing_destroys_every_word_of_a_record
            erasing_leaves_other_records_alone
            a_picture_is_kept_once_under_the_hash_of_its_bytes
            a_picture_that_was_never_kept_is_not_there
        }
    };
}

/// Makes a test of each promise of [`Store`](crate::store::Store), named after it.
///
/// Given is a function without arguments. It is called once a test and answers what opens the same, at first empty, place
/// each time: a closure that is `AsyncFn() -> impl Store`. What the place needs to stay, such as a temporary folder, the
/// closure holds.
///
/// A store whose futures never wait, as on a file system, is tested by `#[test]`s:
///
/// ```
/// # // As they would stand in a file of tests.
/// mod memory {
///     use luoxuan::store::MemoryStore;
///
///     fn place() -> impl AsyncFn() -> MemoryStore {
///         let store = MemoryStore::default();
///         async move || store.clone()
///     }
///
///     luoxuan::store_conformance!(place);
/// }
/// ```
///
/// Another gives the attribute that makes an `async fn` a test where it runs:
///
/// ```ignore
/// luoxuan::store_conformance!(place, #[wasm_bindgen_test]);
/// ```
#[macro_export]
macro_rules! store_conformance {
    ($place:path) => {
        $crate::__store_promises! { __store_tests_that_never_wait! ($place) }
    };
    ($place:path, #[$test:meta]) => {
        $crate::__store_promises! { __store_tests_that_wait! ($place, $test) }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __store_tests_that_never_wait {
    (($place:path) $($promise:ident)+) => {$(
        #[test]
        fn $promise() {
            let open = $place();
            let kept = $crate::store::ready($crate::store::promises::$promise(open));
            kept.expect("this store never waits");
        }
    )+};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __store_tests_that_wait {
    (($place:path, $test:meta) $($promise:ident)+) => {$(
        #[$test]
        async fn $promise() {
            $crate::store::promises::$promise($place()).await;
        }
    )+};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __store_promises_in_turn {
    (($place:expr) $($promise:ident)+) => {$(
        $crate::store::promises::$promise($place()).await;
    )+};
}

/// Holds a store to every promise in turn, each at a place of its own: for stores that are made up by the hundred.
///
/// # Panics
///
/// Panics where a promise is broken.
pub async fn all<S: Store, Open: AsyncFn() -> S>(place: impl Fn() -> Open) {
    crate::__store_promises! { __store_promises_in_turn! (place) }
}

const FIRST: RecordId = RecordId::from_bytes([1; 16]);
const SECOND: RecordId = RecordId::from_bytes([2; 16]);
const PICTURE: &[u8] = b"\xff\xd8picture";

const fn by(minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([3; 16]),
        now: Timestamp::new(minute * 60_000, 480),
    }
}

fn write(journal: &mut Journal, record: RecordId, body: &str, minute: i64) -> Arc<Revision> {
    let entry = Entry {
        phase: Phase::Note,
        body: body.into(),
        ..Entry::default()
    };
    let written = journal.write(record, Content::of(&entry), by(minute));
    written.expect("it is new")
}

/// Two revisions of one record and one of another, and the journal that holds them.
fn written() -> (Journal, [Arc<Revision>; 3]) {
    let mut journal = Journal::new();
    let revisions = [
        write(&mut journal, FIRST, "平均只写了96字。", 1),
        write(&mut journal, FIRST, "平均写了158字。\n𠮷👩‍🏫\u{2028}", 2),
        write(&mut journal, SECOND, "另一条", 3),
    ];
    (journal, revisions)
}

async fn read_whole(store: &impl Store) -> Journal {
    let mut journal = Journal::new();
    let mut from = Some(0);
    while let Some(at) = from {
        let chunk = store.read(at).await.expect("an open store reads");
        assert!(chunk.damage.is_empty(), "nothing here is damaged");
        journal.merge(chunk.revisions);
        from = chunk.next;
    }
    journal
}

async fn history(store: &impl Store, record: RecordId) -> Vec<RevisionId> {
    let mut history = store.history(record).await.expect("an open store reads");
    history.sort_by_key(|revision| revision.at().millis());
    history.iter().map(Revision::id).collect()
}

/// There are no revisions and no pictures in it.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn a_new_store_is_empty<S: Store>(open: impl AsyncFn() -> S) {
    let store = open().await;
    assert_eq!(read_whole(&store).await, Journal::new());
    assert_eq!(store.history(FIRST).await, Ok(Vec::new()));
    assert_eq!(store.blobs().await, Ok(Vec::new()));
}

/// Whatever opens the place next reads what was appended, in however many pieces.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn what_was_appended_is_there_after_opening_again<S: Store>(open: impl AsyncFn() -> S) {
    let (journal, revisions) = written();
    let store = open().await;
    store.append(&revisions[..2]).await.expect("appended");
    store.append(&revisions[2..]).await.expect("appended");
    drop(store);
    assert_eq!(read_whole(&open().await).await, journal);
}

/// All revisions of a record, none of another's; of one that was never written none.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn a_record_has_its_whole_history_and_no_other<S: Store>(open: impl AsyncFn() -> S) {
    let (_, revisions) = written();
    open().await.append(&revisions).await.expect("appended");
    let store = open().await;
    assert_eq!(history(&store, FIRST).await, [revisions[0].id(), revisions[1].id()]);
    assert_eq!(history(&store, SECOND).await, [revisions[2].id()]);
    assert_eq!(history(&store, RecordId::from_bytes([9; 16])).await, []);
}

/// Appending what is there is harmless, as a page does that was not answered: what counts is the set.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn appending_the_same_again_keeps_it_once<S: Store>(open: impl AsyncFn() -> S) {
    let (journal, revisions) = written();
    let store = open().await;
    store.append(&revisions).await.expect("appended");
    store.append(&revisions[..1]).await.expect("appended");
    open().await.append(&revisions[1..]).await.expect("appended");
    let store = open().await;
    assert_eq!(history(&store, FIRST).await.len(), 2, "each revision once");
    assert_eq!(read_whole(&store).await, journal);
}

/// Five hundred revisions of three quarters of a kilobyte, at once.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn a_large_batch_is_kept_whole<S: Store>(open: impl AsyncFn() -> S) {
    let mut journal = Journal::new();
    let body = "写细一个瞬间。".repeat(40);
    let many: Vec<_> = (0..500_u16)
        .map(|number| {
            let mut id = [0xaa; 16];
            id[..2].copy_from_slice(&number.to_be_bytes());
            write(&mut journal, RecordId::from_bytes(id), &body, 9)
        })
        .collect();
    open().await.append(&many).await.expect("a large batch is appended");
    assert_eq!(read_whole(&open().await).await, journal);
}

/// Only the erasure is left of it.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn erasing_destroys_every_word_of_a_record<S: Store>(open: impl AsyncFn() -> S) {
    let (mut journal, revisions) = written();
    let store = open().await;
    store.append(&revisions).await.expect("appended");
    let erasure = journal.erase(FIRST, by(10)).expect("it is there");
    store.erase(&erasure).await.expect("erased");
    let store = open().await;
    assert_eq!(history(&store, FIRST).await, [erasure.id()], "no erased word is left");
    assert_eq!(read_whole(&store).await, journal);
}

/// An erasure takes nothing of another record, nor any picture.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn erasing_leaves_other_records_alone<S: Store>(open: impl AsyncFn() -> S) {
    let (mut journal, revisions) = written();
    let store = open().await;
    store.append(&revisions).await.expect("appended");
    let picture = store.put_blob(PICTURE).await.expect("kept");
    let erasure = journal.erase(FIRST, by(10)).expect("it is there");
    store.erase(&erasure).await.expect("erased");
    let store = open().await;
    assert_eq!(history(&store, SECOND).await, [revisions[2].id()]);
    assert_eq!(store.blob(picture).await, Ok(Some(PICTURE.to_vec())));
}

/// Its id is the hash of its bytes, and keeping it twice keeps it once.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn a_picture_is_kept_once_under_the_hash_of_its_bytes<S: Store>(open: impl AsyncFn() -> S) {
    let store = open().await;
    let other: &[u8] = b"\xff\xd8another";
    for bytes in [PICTURE, other, PICTURE] {
        assert_eq!(store.put_blob(bytes).await, Ok(BlobId::of(bytes)));
    }
    let store = open().await;
    for bytes in [PICTURE, other] {
        assert_eq!(store.blob(BlobId::of(bytes)).await, Ok(Some(bytes.to_vec())));
    }
    let ids = BTreeSet::from([BlobId::of(PICTURE), BlobId::of(other)]);
    assert_eq!(store.blobs().await, Ok(ids.into_iter().collect()), "in order of id");
}

/// Asking for one that is not there is no error.
///
/// # Panics
///
/// Panics where the promise is broken.
pub async fn a_picture_that_was_never_kept_is_not_there<S: Store>(open: impl AsyncFn() -> S) {
    let store = open().await;
    store.put_blob(PICTURE).await.expect("kept");
    assert_eq!(store.blob(BlobId::of(b"no")).await, Ok(None));
}
