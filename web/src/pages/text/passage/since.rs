//! What has become of a passage's sources since its words were taken.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::draft::{self, compare};
use luoxuan::record::Source;

use super::acts::Place;
use super::difference;
use crate::i18n::text as t;
use crate::notebook::Notebook;

/// A source that says something else now; `now` is `None` where it is gone.
#[derive(Debug, Clone, PartialEq)]
struct Since {
    record: RecordId,
    part: String,
    then: String,
    now: Option<String>,
}

impl Since {
    fn of(source: &Source, notebook: Notebook) -> Option<Self> {
        let now = notebook.of_source(source.record, |journal| {
            draft::source(journal, source.record, &source.part)
        });
        let now = now.map(|now| now.snapshot);
        (now.as_ref() != Some(&source.snapshot)).then(|| Self {
            record: source.record,
            part: source.part.clone(),
            then: source.snapshot.clone(),
            now,
        })
    }
}

/// Each source that has changed, with what it says now and the choice whether to take it.
pub(super) fn changed_sources(place: Place, sources: Vec<Source>) -> impl Fn() -> AnyView {
    let sources = StoredValue::new(sources);
    let since = Memo::new(move |_| {
        sources.with_value(|sources| {
            let changed = sources.iter().filter_map(|source| Since::of(source, place.notebook));
            changed.collect::<Vec<_>>()
        })
    });
    move || {
        since
            .get()
            .into_iter()
            .map(|since| changed(place, since))
            .collect_view()
            .into_any()
    }
}

fn changed(place: Place, since: Since) -> AnyView {
    let Since {
        record,
        part,
        then,
        now,
    } = since;
    let locale = place.locale;
    let other = part.clone();
    let gone = now.is_none();
    view! {
        <div class="hint since" role="note">
            <p>{locale.say(if gone { t::SOURCE_GONE } else { t::SOURCE_CHANGED })}</p>
            {now.map(|now| difference(&compare(&then, &now)))}
            <p class="row">
                {(!gone).then(|| view! { <button type="button" on:click=move |_| place.refresh(record, &part, true)>{locale.say(t::USE_NEW)}</button> })}
                {(!gone).then(|| view! { <button type="button" class="quiet" on:click=move |_| place.refresh(record, &other, false)>{locale.say(t::KEEP_OLD)}</button> })}
            </p>
        </div>
    }
    .into_any()
}
