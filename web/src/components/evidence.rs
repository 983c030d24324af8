//! Evidence of an entry: what it is, how it is known, and the picture if there is one.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use luoxuan::record::{BlobRef, EvidenceKind, Privacy};
use luoxuan::{Evidence, RecordId};

use super::editor::SendFile;
use super::evidence_fields::evidence_fields;
use super::notices::Notices;
use super::picture::keep;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::later::{ModuleLoadError, fetched, later};
use crate::notebook::Notebook;
use crate::sheet::Sheet;

/// The evidence an entry rests on, tracked.
pub fn evidence_of(notebook: Notebook, entry: RecordId) -> Vec<(RecordId, Evidence)> {
    notebook.of_record(entry, |index| {
        let all = index.linked::<Evidence>("entries", entry);
        all.map(|(id, evidence)| (id, evidence.clone())).collect()
    })
}

/// Takes a picture in as evidence: shrunk, without the place and the names a camera writes into it.
pub fn attach(notebook: Notebook, sheet: Sheet, file: SendFile) {
    let (notices, locale) = (Notices::here(), Locale::here());
    // Its day is known by then.
    sheet.establish();
    let (spiral, on) = untrack(|| sheet.with(|entry| (entry.spiral, entry.happened_on)));
    leptos::task::spawn_local(async move {
        if !picture(notebook, (spiral, sheet.id, on), file).await {
            notices.say(t::PICTURE_BAD.in_(locale.0.get_untracked()));
        }
    });
}

/// What a picture is evidence of: the spiral, the entry, its day.
pub type Below = (Option<RecordId>, RecordId, Option<luoxuan::Date>);

/// Takes a picture in and keeps it as evidence. Whether it is one, and is kept.
pub async fn take_below(notebook: Notebook, (spiral, entry, on): Below, file: SendFile) -> bool {
    let kept = keep(notebook, &file).await;
    let kept = kept.map(|blob| notebook.add(&picture_evidence(spiral, entry, on, blob)));
    kept.is_some()
}

fn picture_evidence(spiral: Option<RecordId>, entry: RecordId, on: Option<luoxuan::Date>, blob: BlobRef) -> Evidence {
    Evidence {
        spiral,
        entries: vec![entry],
        sort: EvidenceKind::Photo,
        on,
        blob: Some(blob),
        privacy: Privacy::Own,
        ..Evidence::default()
    }
}

/// The evidence of an entry being written, with a way to add to it.
#[component]
pub fn EvidenceList(
    /// The entry.
    entry: RecordId,
    /// The sheet it is written on, which gives its spiral and day.
    sheet: Sheet,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let all = Memo::new(move |_| {
        evidence_of(notebook, entry)
            .into_iter()
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    });
    let add = move |_| {
        sheet.establish();
        let (spiral, on) = untrack(|| sheet.with(|entry| (entry.spiral, entry.happened_on)));
        notebook.add(&Evidence {
            spiral,
            entries: vec![entry],
            on,
            privacy: Privacy::Own,
            ..Evidence::default()
        });
    };
    view! {
        <div class="evidence">
            <Show when=move || !all.read().is_empty()>
                <h3>{locale.say(t::EVIDENCE)}</h3>
            </Show>
            <For each=move || all.get() key=|id| *id let(id)>
                {fetched(evidence_fields(id))}
            </For>
            <button type="button" on:click=add>{locale.say(t::ADD_EVIDENCE)}</button>
        </div>
    }
}

later! {
    /// Takes a picture in and keeps it as evidence of an entry. Whether it is one, and is kept.
    pub fn picture_below(arguments: (Notebook, Below, SendFile)) -> LocalBoxFuture<'static, bool> {
        let (notebook, below, file) = arguments;
        Box::pin(take_below(notebook, below, file))
    }
}

async fn picture(notebook: Notebook, below: Below, file: SendFile) -> bool {
    match picture_below((notebook, below, file)).await {
        Ok(going) => going.await,
        Err(ModuleLoadError) => false,
    }
}
