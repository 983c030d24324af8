//! The one handle on application state: reads are tracked, intents are calls.

mod acting;
mod joining;
mod loading;
mod reading;
mod search;
mod topic;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use leptos::prelude::*;
use luoxuan::{Index, RecordId, RevisionId};

use self::topic::{Topic, add_topics};
use crate::browser::clock;
use crate::keeping::Keeper;
use crate::search::SearchIndex;

struct Inner {
    index: RefCell<Index>,
    keeper: Keeper,
    listeners: RefCell<BTreeMap<Topic, ArcTrigger>>,
    loading: ArcRwSignal<bool>,
    damaged: ArcRwSignal<usize>,
    /// Everything written, folded; built when somebody first looks for something.
    full_text: RefCell<Option<Box<dyn SearchIndex>>>,
    findable: ArcRwSignal<bool>,
    /// The record whose field somebody is in, and what it said when they came.
    looked_at: RefCell<Option<(RecordId, Vec<RevisionId>)>>,
}

// What goes on after a wait works on this and not on the notebook, which may have been left by then.
impl Inner {
    fn changed(&self, records: &BTreeSet<RecordId>) {
        self.wake(&self.take_over(records));
    }

    /// Takes over what the journal now says of these records, and tells which topics that somebody listens to it
    /// concerns.
    fn take_over(&self, records: &BTreeSet<RecordId>) -> BTreeSet<Topic> {
        let listeners = self.listeners.borrow();
        let (mut topics, mut concerned) = (BTreeSet::new(), Vec::new());
        for record in records {
            // Before and after: a record may move from one spiral to another, or to the trash.
            add_topics(&self.index.borrow(), *record, &mut concerned);
            self.update_index(*record);
            add_topics(&self.index.borrow(), *record, &mut concerned);
            if concerned.is_empty() {
                // It was out of sight and still is: of concern to those who show what is.
                concerned.push(Topic::Surroundings);
            }
            concerned.push(Topic::Record(*record));
            topics.extend(concerned.drain(..).filter(|topic| listeners.contains_key(topic)));
        }
        self.update_full_text(records);
        topics
    }

    /// Takes over what the journal now says of these records.
    fn update(&self, records: &BTreeSet<RecordId>) {
        for record in records {
            self.update_index(*record);
        }
        self.update_full_text(records);
    }

    fn update_index(&self, record: RecordId) {
        self.index.borrow_mut().update(&self.keeper.journal(), record);
    }

    fn update_full_text(&self, records: &BTreeSet<RecordId>) {
        if let Some(full_text) = self.full_text.borrow_mut().as_mut() {
            full_text.update(&self.index.borrow(), &mut records.iter().copied());
        }
    }

    /// Wakes whoever listens, to whatever it is. What they draw is a task of its own, before and after which keys are
    /// heard.
    fn wake_all_soon(&self) {
        let listeners: Vec<_> = self.listeners.borrow().values().cloned().collect();
        leptos::task::spawn_local(async move {
            clock::yield_now().await;
            for listener in listeners {
                listener.notify();
            }
        });
    }

    fn wake(&self, topics: &BTreeSet<Topic>) {
        let listeners = self.listeners.borrow();
        let awake: Vec<_> = topics
            .iter()
            .filter_map(|topic| listeners.get(topic).cloned())
            .collect();
        drop(listeners);
        for listener in awake {
            listener.notify();
        }
    }
}

/// The open journal. Cheap to copy; lives as long as the page that opened it.
#[derive(Clone, Copy)]
pub struct Notebook(StoredValue<Rc<Inner>, LocalStorage>);

impl Notebook {
    /// The notebook of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// A notebook on what `keeper` keeps. Nothing is loaded yet, and writing works at once.
    pub fn new(keeper: Keeper) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            index: RefCell::default(),
            keeper,
            listeners: RefCell::default(),
            loading: ArcRwSignal::new(true),
            damaged: ArcRwSignal::new(0),
            full_text: RefCell::default(),
            findable: ArcRwSignal::new(false),
            looked_at: RefCell::default(),
        })))
    }

    fn inner(self) -> Rc<Inner> {
        self.0.get_value()
    }

    /// What keeps the words.
    pub fn keeper(self) -> Keeper {
        self.inner().keeper.clone()
    }
}
