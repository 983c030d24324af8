//! Every store keeps the same promises.
#![cfg(feature = "conformance")]

use luoxuan::store::{MemoryStore, conformance, ready};

#[test]
fn memory_keeps_its_promises() {
    let store = MemoryStore::default();
    ready(conformance(async || store.clone())).expect("a store in memory never waits");
}

#[cfg(feature = "folder")]
mod folder {
    use std::fs;
    use std::path::PathBuf;
    use std::sync::Arc;

    use luoxuan::store::{FolderStore, Store, conformance, ready};
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

    #[test]
    fn a_folder_keeps_its_promises() {
        let path = place("promises");
        ready(conformance(async || FolderStore::open(&path, DEVICE).expect("opened"))).expect("a folder never waits");
    }

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
