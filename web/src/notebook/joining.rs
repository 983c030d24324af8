//! Records that two places changed.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use luoxuan::RecordId;

use super::Notebook;
use crate::later::later;

impl Notebook {
    /// Joins records that two places changed, wherever nothing gets lost.
    pub async fn join_now(self, records: BTreeSet<RecordId>) {
        let Some(inner) = self.0.try_get_value() else { return };
        let torn: Vec<_> = records
            .into_iter()
            .filter(|record| inner.keeper.journal().heads(*record).len() > 1)
            .collect();
        for record in torn {
            let older: BTreeMap<_, _> = inner
                .keeper
                .history(record)
                .await
                .into_iter()
                .map(|revision| (revision.id(), revision.content().clone()))
                .collect();
            let older = |id| older.get(&id).cloned();
            let joined = inner.keeper.act(|session, now| session.join(record, older, now));
            if !joined.revisions.is_empty() {
                inner.changed();
                inner.keeper.finished(joined.job).await;
            }
        }
    }
}

later! {
    /// Joins records that two places changed, wherever nothing gets lost.
    pub(super) fn joining(arguments: (Notebook, BTreeSet<RecordId>)) -> LocalBoxFuture<'static, ()> {
        let (notebook, records) = arguments;
        Box::pin(notebook.join_now(records))
    }
}

/// Joins records that two places changed. What cannot be fetched now is joined the next time.
pub(super) async fn join_later(notebook: Notebook, records: BTreeSet<RecordId>) {
    if let Ok(going) = joining((notebook, records)).await {
        going.await;
    }
}
