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
use luoxuan::session::Seen;
use luoxuan::{RecordId, RevisionId};

use self::topic::{Topic, add_topics};
use crate::browser::clock;
use crate::keeping::Keeper;
use crate::search::SearchIndex;

struct Inner {
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
    /// Takes over what has changed, and wakes whom it concerns.
    fn changed(&self) {
        self.wake(&self.take_over());
    }

    /// Takes over what has changed, and tells which topics that somebody listens to it concerns.
    fn take_over(&self) -> BTreeSet<Topic> {
        let listeners = self.listeners.borrow();
        let (mut topics, mut concerned) = (BTreeSet::new(), Vec::new());
        // Before and after: a record may move from one spiral to another, or to the trash.
        let records = self.keeper.reindex(&mut |index, record, seen| {
            add_topics(index, record, &mut concerned);
            if seen == Seen::Before {
                return;
            }
            if concerned.is_empty() {
                // It was out of sight and still is: of concern to those who show what is.
                concerned.push(Topic::Surroundings);
            }
            concerned.push(Topic::Record(record));
            topics.extend(concerned.drain(..).filter(|topic| listeners.contains_key(topic)));
        });
        self.update_full_text(&records);
        topics
    }

    /// Takes over what has changed, whomever it concerns. Answers whether anything has.
    fn update(&self) -> bool {
        let records = self.keeper.reindex(&mut |_, _, _| ());
        self.update_full_text(&records);
        !records.is_empty()
    }

    fn update_full_text(&self, records: &BTreeSet<RecordId>) {
        if let Some(full_text) = self.full_text.borrow_mut().as_mut() {
            full_text.update(&self.keeper.index(), &mut records.iter().copied());
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
