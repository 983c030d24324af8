//! Loading at the start, reading on later, and looking for what is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures::future::join;
use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::journal::MergeReport;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::joining::join_later;
use super::{Inner, Notebook};
use crate::browser::clock;

/// While many records come in, lists are told after so long, in milliseconds, and then each time after twice as long.
const TELL: f64 = 500.0;

impl Inner {
    /// Reads the log from where this tab has come to. Lists are told a few times: each time they look through
    /// everything, and there may be many years of it.
    ///
    /// Answers which records came apart, and whether it has come to the end.
    async fn read_on(&self) -> (BTreeSet<RecordId>, bool) {
        self.take_in(false).await
    }

    /// Looks up in the log what was recalled from a snapshot, if it was. Answers as [`Inner::read_on`].
    async fn look_up(&self) -> (BTreeSet<RecordId>, bool) {
        if self.keeper.is_recalled() {
            self.take_in(true).await
        } else {
            (BTreeSet::new(), true)
        }
    }

    async fn take_in(&self, again: bool) -> (BTreeSet<RecordId>, bool) {
        let (mut torn, mut erasures, mut changed) = (BTreeSet::new(), BTreeMap::new(), false);
        let (mut told, mut wait) = (clock::elapsed(), TELL);
        let mut take = |merged: MergeReport| {
            // Of a journal on its way nearly all concerns nobody: to ask whom would take longer than to tell everyone.
            // What came meanwhile from elsewhere is taken over with it.
            changed |= self.update();
            // Looked for here, a few at a time: of a hundred thousand at the end no key would be heard meanwhile.
            let journal = self.keeper.journal();
            let apart = |record: &RecordId| journal.heads(*record).len() > 1;
            torn.extend(merged.changed.into_iter().filter(apart));
            erasures.extend(merged.erasures);
            drop(journal);
            if changed && clock::elapsed() - told > wait {
                self.wake_all_soon();
                (told, wait, changed) = (clock::elapsed(), wait * 2.0, false);
            }
        };
        let whole = if again {
            self.keeper.look_up(&mut take).await
        } else {
            self.keeper.catch_up(&mut take).await
        };
        if changed {
            self.wake_all_soon();
        }
        // Words the log still has of what was erased: a tab that slept has written them, or an erasure was broken off.
        self.keeper.keep(&erasures.into_values().collect::<Vec<_>>()).await;
        (torn, whole)
    }
}

impl Notebook {
    /// Begins to load and to listen, and does something once everything has loaded. Called once, when
    /// the journal's page opens.
    pub fn start_then(self, then: impl Future<Output = ()> + 'static) {
        let inner = self.inner();
        inner.keeper.look_back_when_closed();
        let asleep = StoredValue::new(false);
        for (name, sleeps) in [("freeze", true), ("resume", false)] {
            let heard = Closure::<dyn Fn()>::new(move || {
                if asleep.try_set_value(sleeps).is_none() && !sleeps {
                    self.look_again();
                }
            });
            // The document alone is told.
            let _ = document().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
            let heard = StoredValue::new_local(heard);
            on_cleanup(move || {
                heard.try_with_value(|heard| {
                    document().remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref())
                });
            });
        }
        inner.keeper.on_receive(move |revisions| {
            // Messages reach a page that was put to sleep, and answers of the database do not: what it begins to read would
            // be closed to all others. Awake again it reads what it missed.
            if asleep.try_get_value() != Some(false) {
                return;
            }
            // An empty message says: too much to send, read the log.
            if revisions.is_empty() {
                self.look_again();
            }
            self.receive(revisions);
        });
        let seen = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Visible {
                // A tab that slept heard nothing.
                self.look_again();
            } else {
                self.keeper().flush();
            }
        });
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.keeper().flush());
        on_cleanup(move || {
            seen.remove();
            left.remove();
        });
        leptos::task::spawn_local(async move {
            self.load().await;
            if self.0.try_get_value().is_some() {
                then.await;
            }
        });
    }

    fn look_again(self) {
        leptos::task::spawn_local(async move {
            self.read_log().await;
        });
    }

    /// Reads the log on and joins what came apart. Answers whether nothing is left to read.
    async fn read_log(self) -> bool {
        let Some(inner) = self.0.try_get_value() else {
            return true;
        };
        let (torn, whole) = inner.read_on().await;
        join_later(self, torn).await;
        whole
    }

    /// Looks up what was recalled, joins what came apart by it and counts what is damaged. Answers whether nothing is left to
    /// look up.
    async fn look_up(self) -> bool {
        let Some(inner) = self.0.try_get_value() else {
            return true;
        };
        let (torn, looked_up) = inner.look_up().await;
        inner.damaged.set(inner.keeper.damage().len());
        join_later(self, torn).await;
        looked_up
    }

    /// Goes on reading where the database did not answer or could not be opened, as long as somebody has the journal open.
    async fn read_the_rest(self) {
        let mut wait = Duration::from_secs(5);
        loop {
            clock::sleep(wait).await;
            if self.read_log().await && self.look_up().await {
                return;
            }
            wait = (wait * 2).min(Duration::from_mins(1));
        }
    }

    async fn load(self) {
        let Some(inner) = self.0.try_get_value() else { return };
        let begin = join(inner.keeper.begin_session(), inner.keeper.recall());
        let (_, (mut torn, whole)) = join(begin, inner.read_on()).await;
        inner
            .keeper
            .load_rest(|merged| {
                inner.changed();
                torn.extend(merged.changed);
            })
            .await;
        // A draft left by a tab that is gone is what the teacher last typed: it becomes a revision.
        let left = inner.keeper.left_behind().await;
        let last_words = inner.keeper.act(|session, now| session.take_up(left, now));
        torn.extend(last_words.revisions.iter().map(|revision| revision.record()));
        inner.changed();
        inner.keeper.finished(last_words.job).await;
        inner.keeper.forget_left_behind().await;
        inner.damaged.set(inner.keeper.damage().len());
        inner.loading.set(false);
        join_later(self, torn).await;
        let recalled = inner.keeper.is_recalled();
        if whole && !recalled {
            self.look_for_loss().await;
        }
        leptos::task::spawn_local(async move {
            inner.keeper.make_ready().await;
            // All of the log is read once more: not while somebody waits for the page.
            if !whole || !self.look_up().await {
                self.read_the_rest().await;
            }
            if !whole || recalled {
                self.look_for_loss().await;
            }
            inner.keeper.renew_snapshot().await;
        });
    }

    /// Holds what is there against what the lanes remember, and has them remember it from now on.
    async fn look_for_loss(self) {
        let Some(inner) = self.0.try_get_value() else { return };
        let mut loss = inner.keeper.look_for_loss().await;
        if !loss.is_nothing() {
            self.read_log().await;
            loss = inner.keeper.look_for_loss().await;
        }
        inner.keeper.begin_to_remember(loss).await;
    }
}
