//! Every store keeps the same promises.
#![cfg(feature = "conformance")]

mod memory {
    use luoxuan::store::MemoryStore;

    fn place() -> impl AsyncFn() -> MemoryStore {
        let store = MemoryStore::default();
        async move || store.clone()
    }

    luoxuan::store_conformance!(place);
}

#[cfg(feature = "folder")]
mod folder {
    use std::fs;
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use luoxuan::store::{FolderStore, Store, ready};
    use luoxuan::{Content, DeviceId, Entry, RecordId, Revision, State, Timestamp};

    fn place(name: &str) -> PathBuf {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        path
    }

    const DEVICE: DeviceId = DeviceId::from_bytes([3; 16]);

    fn note(number: u8) -> Arc<Revision> {
        let content = Content::of(&Entry {
            body: format!("第{number}条"),
            ..Entry::default()
        });
        Arc::new(Revision::new(
            RecordId::from_bytes([number; 16]),
            [],
            DEVICE,
            Timestamp::new(0, 0),
            State::Live,
            content,
        ))
    }

    fn erasure(number: u8) -> Arc<Revision> {
        let (record, now) = (note(number).record(), Timestamp::new(1, 0));
        Arc::new(Revision::new(
            record,
            [],
            DEVICE,
            now,
            State::Erased,
            Content::default(),
        ))
    }

    /// Promises are tested side by side: each has a folder of its own.
    fn folder() -> impl AsyncFn() -> FolderStore {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = place(&format!("promise {number}"));
        async move || FolderStore::open(&path, DEVICE).expect("opened")
    }

    luoxuan::store_conformance!(folder);

    #[test]
    fn a_torn_line_costs_that_line_alone_and_stays_where_it_was() {
        let path = place("torn");
        let store = FolderStore::open(&path, DEVICE).expect("opened");
        ready(store.append(&[note(1), note(2)]))
            .expect("ready")
            .expect("appended");
        let file = path.join("journal").join(format!("{DEVICE}.jsonl"));
        let whole = fs::read(&file).expect("read");
        fs::write(&file, &whole[..whole.len() - 20]).expect("torn");
        ready(store.append(&[note(3)])).expect("ready").expect("appended");
        let chunk = ready(store.read(0)).expect("ready").expect("read");
        let ids: Vec<_> = chunk.revisions.iter().map(Revision::id).collect();
        assert_eq!(ids, [note(1).id(), note(3).id()]);
        assert_eq!(chunk.damage.len(), 1);
        ready(store.erase(&erasure(1))).expect("ready").expect("erased");
        let after = ready(store.read(0)).expect("ready").expect("read");
        assert_eq!(
            after.damage, chunk.damage,
            "erasing another record leaves damaged bytes alone"
        );
    }

    #[test]
    fn what_is_no_file_hides_no_file() {
        let path = place("hiding");
        let store = FolderStore::open(&path, DEVICE).expect("opened");
        ready(store.append(&[note(1)])).expect("ready").expect("appended");
        fs::create_dir(path.join("journal/a.jsonl")).expect("made");
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", path.join("journal/b.jsonl")).expect("made");
        let chunk = ready(store.read(0)).expect("ready").expect("read");
        assert_eq!(chunk.revisions, [(*note(1)).clone()]);
    }

    #[test]
    fn two_who_write_at_once_lose_nothing_while_a_third_erases() {
        let path = place("shared");
        let store = || FolderStore::open(&path, DEVICE).expect("opened");
        let erase = |number| ready(store().erase(&erasure(number))).expect("ready").expect("erased");
        std::thread::scope(|all| {
            for numbers in [1..=60, 61..=120] {
                all.spawn(|| {
                    let store = store();
                    for number in numbers {
                        ready(store.append(&[note(number)])).expect("ready").expect("appended");
                    }
                });
            }
            all.spawn(|| (201..=240).for_each(erase));
            all.spawn(|| (1..=40).for_each(erase));
        });
        (1..=40).for_each(erase);
        let chunk = ready(store().read(0)).expect("ready").expect("read");
        let mut there: Vec<_> = chunk
            .revisions
            .iter()
            .filter(|one| one.state() == State::Live)
            .collect();
        there.sort_by_key(|revision| revision.record());
        let records: Vec<_> = there.iter().map(|revision| revision.record()).collect();
        assert_eq!(
            records,
            (41..=120).map(|number| note(number).record()).collect::<Vec<_>>()
        );
        assert!(chunk.damage.is_empty(), "{:?}", chunk.damage);
    }

    #[test]
    fn a_picture_whose_bytes_changed_is_not_shown_as_the_one_it_was() {
        let path = place("pictures");
        let store = FolderStore::open(&path, DEVICE).expect("opened");
        let id = ready(store.put_blob(b"picture")).expect("ready").expect("kept");
        fs::write(path.join("pictures").join(id.to_string()), b"pictore").expect("changed");
        assert_eq!(ready(store.blob(id)), Some(Ok(None)));
    }
}

/// A suite that passes everything would hold nobody to anything: each promise, broken, is found by the test named after it.
mod broken {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Arc;

    use luoxuan::store::{Chunk, MemoryStore, Store, StoreError, promises, ready};
    use luoxuan::{BlobId, RecordId, Revision};

    #[derive(Clone, Copy, PartialEq)]
    enum Fault {
        FullOfOthers,
        ForgetsOnOpening,
        MixesHistories,
        KeepsTwice,
        CutsLargeBatches,
        ErasesNothing,
        ErasesEverything,
        KeepsPicturesTwice,
        MakesPicturesUp,
    }

    struct Broken(Fault, MemoryStore);

    impl Broken {
        async fn everything(&self) -> Result<Vec<Revision>, StoreError> {
            Ok(self.1.read(0).await?.revisions)
        }
    }

    impl Store for Broken {
        async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
            let kept = match self.0 {
                Fault::CutsLargeBatches => revisions.len().min(400),
                _ => revisions.len(),
            };
            self.1.append(&revisions[..kept]).await
        }

        async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
            self.1.read(from).await
        }

        async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
            let mut history = self.1.history(record).await?;
            match self.0 {
                Fault::MixesHistories => self.everything().await,
                Fault::KeepsTwice => {
                    history.extend(history.clone());
                    Ok(history)
                }
                _ => Ok(history),
            }
        }

        async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
            match self.0 {
                Fault::ErasesNothing => self.1.append(std::slice::from_ref(erasure)).await,
                Fault::ErasesEverything => {
                    for revision in self.everything().await? {
                        let erased = erasure_of(revision.record());
                        self.1.erase(&erased).await?;
                    }
                    self.1.erase(erasure).await
                }
                _ => self.1.erase(erasure).await,
            }
        }

        async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
            self.1.put_blob(bytes).await
        }

        async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
            let blob = self.1.blob(id).await?;
            Ok(blob.or((self.0 == Fault::MakesPicturesUp).then(Vec::new)))
        }

        async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
            let mut blobs = self.1.blobs().await?;
            if self.0 == Fault::KeepsPicturesTwice {
                blobs.extend(blobs.clone());
            }
            Ok(blobs)
        }
    }

    fn erasure_of(record: RecordId) -> Arc<Revision> {
        use luoxuan::{Content, DeviceId, State, Timestamp};
        let (device, now) = (DeviceId::from_bytes([9; 16]), Timestamp::new(0, 0));
        Arc::new(Revision::new(
            record,
            [],
            device,
            now,
            State::Erased,
            Content::default(),
        ))
    }

    fn place(fault: Fault) -> impl AsyncFn() -> Broken {
        let memory = MemoryStore::default();
        async move || {
            let store = match fault {
                Fault::ForgetsOnOpening => MemoryStore::default(),
                _ => memory.clone(),
            };
            if fault == Fault::FullOfOthers {
                let other = erasure_of(RecordId::from_bytes([7; 16]));
                store.append(&[other]).await.expect("memory takes it");
            }
            Broken(fault, store)
        }
    }

    macro_rules! found_by {
        ($($fault:ident: $promise:ident,)+) => {$(
            #[test]
            fn $promise() {
                let kept = catch_unwind(AssertUnwindSafe(|| ready(promises::$promise(place(Fault::$fault)))));
                assert!(kept.is_err(), "a store that breaks it passes");
            }
        )+};
    }

    found_by! {
        FullOfOthers: a_new_store_is_empty,
        ForgetsOnOpening: what_was_appended_is_there_after_opening_again,
        MixesHistories: a_record_has_its_whole_history_and_no_other,
        KeepsTwice: appending_the_same_again_keeps_it_once,
        CutsLargeBatches: a_large_batch_is_kept_whole,
        ErasesNothing: erasing_destroys_every_word_of_a_record,
        ErasesEverything: erasing_leaves_other_records_alone,
        KeepsPicturesTwice: a_picture_is_kept_once_under_the_hash_of_its_bytes,
        MakesPicturesUp: a_picture_that_was_never_kept_is_not_there,
    }
}
