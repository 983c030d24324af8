//! Finding: everything written, folded when somebody first looks for something.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::text::Finder;

use super::Notebook;
use crate::browser::clock::TimeSlicer;
use crate::place::View;
use crate::search::{self, FullText, SearchHit};

impl Notebook {
    /// Makes everything findable, a piece at a time, so that keys are heard in between. Done once.
    pub fn begin_finding(self) {
        let inner = self.inner();
        if inner.full_text.borrow().is_some() {
            return;
        }
        // From now on every change reaches the full text; what is there already follows piece by piece.
        inner.full_text.replace(Some(Box::new(FullText::default())));
        let records: Vec<RecordId> = inner.keeper.journal().records().map(|(record, _)| record).collect();
        leptos::task::spawn_local(async move {
            let mut bites = TimeSlicer::begin();
            for piece in records.chunks(100) {
                if let Some(full_text) = inner.full_text.borrow_mut().as_mut() {
                    full_text.update(&inner.keeper.index(), &mut piece.iter().copied());
                }
                bites.rest().await;
            }
            inner.findable.set(true);
        });
    }

    /// Whether everything that is loaded can be found, tracked.
    pub fn can_find(self) -> bool {
        self.inner().findable.get()
    }

    /// Every record that holds what `finder` looks for, the latest first; tracked.
    pub fn find(self, finder: &Finder) -> Vec<RecordId> {
        let inner = self.inner();
        inner.findable.track();
        self.of_all(|_| {
            inner
                .full_text
                .borrow()
                .as_ref()
                .map(|full_text| full_text.scan(finder))
        })
        .unwrap_or_default()
    }

    /// Found records with the sentence around the hit, and where each leads.
    pub fn show_found(self, records: impl Iterator<Item = RecordId>, finder: &Finder) -> Vec<(SearchHit, View)> {
        let inner = self.inner();
        let index = inner.keeper.index();
        records
            .filter_map(|record| {
                let found = search::show(&index, record, finder)?;
                Some((found, View::of(&index, record).unwrap_or_default()))
            })
            .collect()
    }
}
