//! One suite of promises for every store.

use std::sync::Arc;

use super::Store;
use crate::id::{BlobId, DeviceId, RecordId};
use crate::journal::{Author, Content, Journal, Revision};
use crate::record::{Entry, Phase};
use crate::time::Timestamp;

async fn everything<S: Store>(store: &S) -> Vec<Revision> {
    let mut all = Vec::new();
    let mut from = Some(0);
    while let Some(at) = from {
        let chunk = store.read(at).await.expect("an open store reads");
        assert!(chunk.damage.is_empty(), "nothing here is damaged");
        all.extend(chunk.revisions);
        from = chunk.next;
    }
    all
}

fn entry(body: &str) -> Content {
    Content::of(&Entry {
        phase: Phase::Note,
        body: body.into(),
        ..Entry::default()
    })
}

/// Holds a store to the promises of [`Store`]. `open` opens the same, at first empty, place each time.
///
/// # Panics
///
/// Panics where a promise is broken.
pub async fn conformance<S: Store>(open: impl AsyncFn() -> S) {
    let by = |minute: i64| Author {
        device: DeviceId::from_bytes([3; 16]),
        now: Timestamp::new(minute * 60_000, 480),
    };
    let (first, second) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([2; 16]));
    let mut journal = Journal::new();
    let mut write = |record, text: &str, minute| journal.write(record, entry(text), by(minute)).expect("it is new");

    let store = open().await;
    assert!(everything(&store).await.is_empty(), "a new store is empty");
    assert_eq!(store.blobs().await, Ok(Vec::new()));

    let kept = [
        write(first, "平均只写了96字。", 1),
        write(first, "平均写了158字。\n𠮷👩‍🏫\u{2028}", 2),
        write(second, "另一条", 3),
    ];
    store.append(&kept[..2]).await.expect("appended");
    store.append(&kept[2..]).await.expect("appended");
    drop(store);

    let store = open().await;
    let mut back = Journal::new();
    back.merge(everything(&store).await);
    assert_eq!(back, journal, "what was appended is there after opening again");
    let mut history = store.history(first).await.expect("read");
    history.sort_by_key(|revision| revision.at().millis());
    assert_eq!(
        history.iter().map(Revision::id).collect::<Vec<_>>(),
        [kept[0].id(), kept[1].id()]
    );
    assert_eq!(store.history(RecordId::from_bytes([9; 16])).await, Ok(Vec::new()));

    // Appending the same again is harmless, as a page does that was not answered: what counts is the set.
    store.append(&kept[..1]).await.expect("appended");
    assert_eq!(store.history(first).await.expect("read").len(), 2, "each revision once");
    let mut again = Journal::new();
    again.merge(everything(&store).await);
    assert_eq!(again, journal);

    let many: Vec<Arc<Revision>> = (0..500_u16)
        .map(|number| {
            let mut id = [0xaa; 16];
            id[..2].copy_from_slice(&number.to_be_bytes());
            journal
                .write(RecordId::from_bytes(id), entry(&"写细一个瞬间。".repeat(40)), by(9))
                .expect("it is new")
        })
        .collect();
    store.append(&many).await.expect("a large batch is appended");
    let mut back = Journal::new();
    back.merge(everything(&open().await).await);
    assert_eq!(back, journal);

    let erasure = journal.erase(first, by(10)).expect("erased");
    store.erase(&erasure).await.expect("erased");
    let store = open().await;
    let left = store.history(first).await.expect("read");
    assert_eq!(
        left.iter().map(Revision::id).collect::<Vec<_>>(),
        [erasure.id()],
        "no erased word is left"
    );
    let mut back = Journal::new();
    back.merge(everything(&store).await);
    assert_eq!(back, journal);

    let picture = store.put_blob(b"\xff\xd8picture").await.expect("kept");
    assert_eq!(picture, BlobId::of(b"\xff\xd8picture"));
    store
        .put_blob(b"\xff\xd8picture")
        .await
        .expect("keeping it twice keeps it once");
    let store = open().await;
    assert_eq!(store.blob(picture).await, Ok(Some(b"\xff\xd8picture".to_vec())));
    assert_eq!(store.blobs().await, Ok(vec![picture]));
    assert_eq!(store.blob(BlobId::of(b"no")).await, Ok(None));
}
