//! A journal open on a store: what is refused, what others write, what is taken back.

use std::cell::Cell;
use std::fs;
use std::sync::Arc;

use luoxuan::catalog::{Prompt, prompts};
use luoxuan::notebook::{Notebook, World};
use luoxuan::spiral::Step;
use luoxuan::store::{Chunk, Cursor, FolderStore, MemoryStore, StoreError};
use luoxuan::{BlobId, DeviceId, Entry, Fate, Phase, RecordId, Revision, Spiral, Store, Timestamp};

use crate::folder::{Folder, now};

/// A clock and a chance that count; the second byte tells programs apart.
struct Counted(u8, u8);

impl World for Counted {
    fn now(&mut self) -> Timestamp {
        Timestamp::new(1_757_552_400_000 + i64::from(self.0), 480)
    }

    fn random(&mut self) -> [u8; 16] {
        self.0 += 1;
        let mut bytes = [self.0; 16];
        bytes[0] = self.1;
        bytes
    }
}

fn device(number: u8) -> DeviceId {
    DeviceId::from_bytes([number; 16])
}

fn open<S: Store>(store: S, number: u8) -> Notebook<S, Counted> {
    now(Notebook::open(store, Counted(0, number), device(number))).expect("it opens")
}

fn entry(body: &str) -> Entry {
    Entry {
        body: body.into(),
        ..Entry::default()
    }
}

impl Folder {
    fn open(&self, number: u8) -> Notebook<FolderStore, Counted> {
        open(FolderStore::open(&self.0, device(number)).expect("a folder"), number)
    }
}

/// A store that refuses as long as it is told to.
#[derive(Clone, Default)]
struct Refusing {
    inner: MemoryStore,
    full: std::rc::Rc<Cell<bool>>,
}

impl Refusing {
    fn allows(&self) -> Result<(), StoreError> {
        if self.full.get() { Err(StoreError::Full) } else { Ok(()) }
    }
}

impl Store for Refusing {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        self.allows()?;
        self.inner.append(revisions).await
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        self.inner.read(from).await
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        self.inner.history(record).await
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        self.allows()?;
        self.inner.erase(erasure).await
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        self.inner.put_blob(bytes).await
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.blob(id).await
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        self.inner.blobs().await
    }
}

#[test]
fn what_a_store_refuses_changes_nothing_and_can_be_written_again() {
    let store = Refusing::default();
    let mut notebook = open(store.clone(), 1);
    let problem = now(notebook.add(&entry("二十七篇里有十九篇没有一个动作。"))).expect("kept");
    store.full.set(true);
    let changed = entry("数了一遍：十九篇。");
    assert_eq!(now(notebook.put(problem, &changed)), Err(StoreError::Full));
    assert_eq!(now(notebook.begin(problem)), Err(StoreError::Full));
    assert_eq!(now(notebook.erase(problem)), Err(StoreError::Full));
    assert_eq!(now(notebook.undo()), Err(StoreError::Full));
    let said = |notebook: &Notebook<Refusing, Counted>| notebook.index().entry(problem).map(|it| it.body.clone());
    assert_eq!(said(&notebook).as_deref(), Some("二十七篇里有十九篇没有一个动作。"));
    assert_eq!(notebook.index().of_kind::<Spiral>().count(), 0);

    store.full.set(false);
    now(notebook.put(problem, &changed)).expect("the same again is kept");
    assert_eq!(said(&notebook).as_deref(), Some("数了一遍：十九篇。"));
    assert_eq!(
        said(&open(store, 2)).as_deref(),
        Some("数了一遍：十九篇。"),
        "and it is in the store"
    );
    assert_eq!(
        now(notebook.undo()),
        Ok(vec![problem]),
        "what was refused is no group of its own"
    );
    assert_eq!(said(&notebook).as_deref(), Some("二十七篇里有十九篇没有一个动作。"));
}

#[test]
fn two_programs_on_a_folder_read_what_is_new_and_only_that() {
    let folder = Folder::new("new");
    let (mut here, mut there) = (folder.open(1), folder.open(2));
    let first = now(here.add(&entry("第一条"))).expect("kept");
    assert_eq!(
        now(there.refresh()).expect("read").into_iter().collect::<Vec<_>>(),
        [first]
    );
    assert_eq!(now(there.refresh()).expect("read").len(), 0);

    let store = FolderStore::open_read_only(&folder.0).expect("a folder");
    let (all, cursor) = now(store.read_new(&Cursor::default())).expect("read");
    assert_eq!(all.revisions.len(), 1);
    let second = now(there.add(&entry("第二条"))).expect("kept");
    let (new, cursor) = now(store.read_new(&cursor)).expect("read");
    assert_eq!(
        new.revisions.iter().map(Revision::record).collect::<Vec<_>>(),
        [second],
        "only what is new"
    );
    assert_eq!(now(store.read_new(&cursor)).expect("read").0.revisions.len(), 0);

    // Taken out of the middle: what is read again loses nothing, and the words are gone here too.
    now(here.erase(first)).expect("erased");
    let third = now(here.add(&entry("第三条"))).expect("kept");
    let (new, _) = now(store.read_new(&cursor)).expect("read");
    assert!(new.damage.is_empty() && new.revisions.iter().any(|revision| revision.record() == third));
    now(there.refresh()).expect("read");
    assert!(there.journal().is_erased(first) && there.index().entry(first).is_none());
    assert!(there.index().entry(third).is_some() && there.index().entry(second).is_some());
}

#[test]
fn a_line_that_is_still_being_written_is_read_once_it_is_whole() {
    let folder = Folder::new("half");
    let (mut here, mut there) = (folder.open(1), folder.open(2));
    now(here.add(&entry("第一条"))).expect("kept");
    now(there.refresh()).expect("read");
    let second = now(here.add(&entry("第二条"))).expect("kept");
    let path = folder.0.join("journal").join(format!("{}.jsonl", device(1)));
    let whole = fs::read(&path).expect("the file");
    fs::write(&path, &whole[..whole.len() - 40]).expect("cut");
    assert_eq!(now(there.refresh()).expect("read").len(), 0);
    fs::write(&path, &whole).expect("written");
    assert_eq!(
        now(there.refresh()).expect("read").into_iter().collect::<Vec<_>>(),
        [second]
    );
}

#[test]
fn two_programs_that_change_one_text_join_it_or_show_both() {
    let folder = Folder::new("join");
    let (mut here, mut there) = (folder.open(1), folder.open(2));
    let record = now(here.add(&entry("早上数了一遍。\n\n下午再数。"))).expect("kept");
    now(there.refresh()).expect("read");
    now(here.put(record, &entry("早上数了两遍。\n\n下午再数。"))).expect("kept");
    now(there.put(record, &entry("早上数了一遍。\n\n下午再数一次。"))).expect("kept");
    for notebook in [&mut here, &mut there] {
        now(notebook.refresh()).expect("read");
    }
    for notebook in [&mut here, &mut there] {
        now(notebook.refresh()).expect("read");
        assert_eq!(notebook.journal().heads(record).len(), 1);
        let body = notebook.index().entry(record).map(|entry| entry.body.as_str());
        assert_eq!(body, Some("早上数了两遍。\n\n下午再数一次。"));
    }
}

#[test]
fn what_was_written_together_is_taken_back_together_but_not_what_others_changed() {
    let store = MemoryStore::default();
    let mut notebook = open(store.clone(), 1);
    let spiral = now(notebook.add(&Spiral::default())).expect("kept");
    let new = Entry {
        spiral: Some(spiral),
        phase: Phase::NewProblem,
        ..entry("听的人没有事做。")
    };
    let new = now(notebook.add(&new)).expect("kept");
    let own = now(notebook.decide(new, Fate::OwnSpiral))
        .expect("kept")
        .expect("a spiral");
    assert_eq!(notebook.index().in_spiral::<Entry>(own).count(), 1);
    let back = now(notebook.undo()).expect("kept");
    assert_eq!(back.len(), 3, "the spiral, the problem said again, the fate");
    assert!(notebook.index().spiral(own).is_none());
    assert_eq!(
        notebook.index().entry(new).map(|entry| entry.fate),
        Some(Fate::Undecided)
    );

    let mut other = open(store, 2);
    now(other.put(new, &entry("有人改过了"))).expect("kept");
    now(notebook.refresh()).expect("read");
    assert_eq!(now(notebook.undo()), Ok(vec![]), "somebody has changed it since");
    assert_eq!(
        notebook.index().entry(new).map(|entry| entry.body.as_str()),
        Some("有人改过了")
    );
    assert_eq!(now(notebook.undo()), Ok(vec![spiral]));
    assert_eq!(now(notebook.undo()), Ok(vec![]), "nothing is left");
}

#[test]
fn a_spiral_says_what_comes_next() {
    let mut notebook = open(MemoryStore::default(), 1);
    let spiral = now(notebook.add(&Spiral::default())).expect("kept");
    let mut steps = Vec::new();
    while let Some(mut next) = notebook.next(spiral) {
        steps.push(next.entry.phase);
        assert!(steps.len() < 10, "it goes on for ever: {steps:?}");
        assert!((1..=4).contains(&next.asked.len()));
        if let Step::DecideFate(problem) = next.step {
            now(notebook.decide(problem, Fate::LetGo)).expect("kept");
            continue;
        }
        // The first question is enough for each step: a plan, and then what was done.
        next.asked[0].answer(&mut next.entry, "写了一句。");
        match next.record {
            Some(planned) => now(notebook.put(planned, &next.entry)).expect("kept"),
            None => drop(now(notebook.add(&next.entry)).expect("kept")),
        }
    }
    let actions = notebook
        .index()
        .in_spiral::<Entry>(spiral)
        .filter(|(_, entry)| entry.phase == Phase::Action);
    assert_eq!(actions.count(), 1, "what was planned is carried out in its own entry");
    let wanted = [
        Phase::Problem,
        Phase::Action,
        Phase::Action,
        Phase::Reflection,
        Phase::NewProblem,
        Phase::Note,
    ];
    assert_eq!(steps, wanted);
}

/// What an answer comes to by the questions themselves: one that a sub-field answers is not asked again.
#[test]
fn a_question_that_is_answered_is_not_asked_again() {
    for phase in Phase::ALL {
        let mut entry = Entry {
            phase: *phase,
            ..Entry::default()
        };
        let mut answered: Vec<&Prompt> = Vec::new();
        for round in 0..40 {
            let open = prompts(&entry);
            let Some(prompt) = open.into_iter().find(|prompt| !prompt.answered_by.is_empty()) else {
                break;
            };
            let before: usize = entry.words().map(str::len).sum();
            let again = answered.iter().filter(|known| **known == prompt).count();
            // Two of them ask for two sub-fields; the last of a phase remains, whatever is said.
            if again > 1 {
                break;
            }
            prompt.answer(&mut entry, &format!("第{round}句回答。"));
            answered.push(prompt);
            let after: usize = entry.words().map(str::len).sum();
            assert!(after > before, "{phase:?}: {} is written down", prompt.answered_by);
        }
        assert!(!answered.is_empty(), "{phase:?} asks something");
    }
}

#[test]
fn what_is_said_before_an_action_is_its_plan_and_not_its_text() {
    let mut action = Entry {
        phase: Phase::Action,
        ..Entry::default()
    };
    for _ in 0..6 {
        let Some(prompt) = prompts(&action).first().copied() else {
            break;
        };
        prompt.answer(&mut action, "明天先让学生自己数动词。");
    }
    assert_eq!(action.body, "", "{action:?}");
    assert!(
        action.field("plan").is_some() && action.expectation.is_some(),
        "{action:?}"
    );
}

#[test]
fn time_goes_on_whatever_the_clock_says() {
    /// A clock that goes back, and stands.
    struct Back(i64);
    impl World for Back {
        fn now(&mut self) -> Timestamp {
            self.0 = (self.0 - 1000).max(0);
            Timestamp::new(self.0, 480)
        }

        fn random(&mut self) -> [u8; 16] {
            [1; 16]
        }
    }
    let mut notebook = now(Notebook::open(MemoryStore::default(), Back(2500), device(1))).expect("it opens");
    let told: Vec<i64> = (0..4).map(|_| notebook.now().millis()).collect();
    assert_eq!(told, [1500, 1501, 1502, 1503]);
}
