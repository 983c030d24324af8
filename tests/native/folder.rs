//! A folder that is shared: opened where it is, read without a trace, two computers, two programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use luoxuan::store::{FolderStore, StoreError, ready};
use luoxuan::{Author, Content, DeviceId, Journal, RecordId, Revision, Store, Timestamp};

use crate::properties::{entry, figure};

/// A folder of a test's own, deleted with it.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("luoxuan-folder-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    ready(future).expect("a folder never waits")
}

fn written(store: &FolderStore, device: DeviceId, number: u8) -> Revision {
    let by = Author {
        device,
        now: Timestamp::new(1_757_552_400_000 + i64::from(number), 480),
    };
    let revision = Journal::new().write(RecordId::from_bytes([number; 16]), content(number), by);
    let revision = revision.expect("something new");
    now(store.append(std::slice::from_ref(&revision))).expect("kept");
    Revision::clone(&revision)
}

fn content(number: u8) -> Content {
    entry(&format!("第{number}条"))
}

fn everything(store: &FolderStore) -> Vec<Revision> {
    let (mut all, mut from) = (Vec::new(), Some(0));
    while let Some(at) = from {
        let chunk = now(store.read(at)).expect("read");
        assert!(chunk.damage.is_empty());
        all.extend(chunk.revisions);
        from = chunk.next;
    }
    all
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for one in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (one.path(), to.join(one.file_name()));
        if from.is_dir() {
            copied(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}

const DEVICE: DeviceId = DeviceId::from_bytes([5; 16]);

#[test]
fn a_mistyped_path_is_said_and_makes_no_folder() {
    let folder = Folder::new("mistyped");
    let missing = StoreError::Missing(folder.0.display().to_string());
    assert_eq!(
        FolderStore::open_existing(&folder.0, DEVICE).err(),
        Some(missing.clone())
    );
    assert_eq!(FolderStore::open_read_only(&folder.0).err(), Some(missing));
    assert!(!folder.0.exists());
    let kept = written(&FolderStore::open(&folder.0, DEVICE).expect("made"), DEVICE, 1);
    let again = FolderStore::open_existing(&folder.0, DEVICE).expect("it is there now");
    assert_eq!(everything(&again), [kept]);
}

#[test]
fn what_is_only_read_cannot_be_written_and_is_left_as_it_is() {
    let folder = Folder::new("read");
    let kept = written(&FolderStore::open(&folder.0, DEVICE).expect("made"), DEVICE, 1);
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&folder.0)
            .expect("a folder")
            .flatten()
            .map(|one| one.file_name())
            .collect();
        names.sort();
        names
    };
    fs::remove_file(folder.0.join("lock")).expect("a writer's lock");
    let before = names();
    let store = FolderStore::open_read_only(&folder.0).expect("it is there");
    assert_eq!(everything(&store), std::slice::from_ref(&kept));
    let one = [std::sync::Arc::new(kept)];
    assert_eq!(now(store.append(&one)), Err(StoreError::Blocked));
    assert_eq!(now(store.erase(&one[0])), Err(StoreError::Blocked));
    assert_eq!(now(store.put_blob(b"picture")), Err(StoreError::Blocked));
    assert_eq!(names(), before);
}

/// A tool copies the folder to a second computer, both write, and it puts each file's later copy in place of the other.
#[test]
fn two_computers_append_to_files_of_their_own() {
    let (here, there) = (Folder::new("here"), Folder::new("there"));
    let (shared, copy) = (here.0.join("shared"), there.0.join("shared"));
    let open = |root: &Path, home: &Path, fresh: u8| {
        let device = FolderStore::device(root, &home.join("state"), [fresh; 16]).expect("a device");
        (FolderStore::open(root, device).expect("opened"), device)
    };
    let (store, one) = open(&shared, &here.0, 1);
    let first = written(&store, one, 1);
    copied(&shared, &copy);
    let (second, two) = open(&copy, &there.0, 2);
    assert_ne!(one, two);
    let ours = written(&store, one, 2);
    let theirs = written(&second, two, 3);
    copied(&copy.join("journal"), &shared.join("both"));
    for file in fs::read_dir(shared.join("both")).expect("a folder").flatten() {
        let place = shared.join("journal").join(file.file_name());
        let long = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
        if long(&file.path()) > long(&place) {
            fs::copy(file.path(), place).expect("copied");
        }
    }
    let all = everything(&store);
    assert!([first, ours, theirs].iter().all(|one| all.contains(one)), "{all:?}");
}

#[test]
fn two_programs_put_one_picture_at_once() {
    let folder = Folder::new("pictures");
    let store = || FolderStore::open(&folder.0, DEVICE).expect("opened");
    let times = figure(100, 2_000);
    for time in 0..times {
        let picture = vec![u8::try_from(time % 251).expect("small"); 20_000 + time];
        thread::scope(|scope| {
            let put = || now(store().put_blob(&picture));
            let all: Vec<_> = (0..4).map(|_| scope.spawn(put)).collect();
            for one in all {
                assert!(one.join().expect("it runs").is_ok(), "time {time}");
            }
        });
    }
    assert_eq!(now(store().blobs()).expect("listed").len(), times);
}
