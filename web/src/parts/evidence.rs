//! Evidence of an entry: what it is, how it is known, and the picture if there is one.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::{BlobRef, EvidenceKind, HowKnown, Privacy};
use luoxuan::{Evidence, RecordId};

use super::choice::Choice;
use super::editor::SendFile;
use super::notices::Notices;
use super::picture::Picture;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::later;
use crate::notebook::Notebook;
use crate::sheet::{Sheet, leaf};

/// The evidence an entry rests on, tracked.
pub fn evidence_of(notebook: Notebook, entry: RecordId) -> Vec<(RecordId, Evidence)> {
    notebook.of_record(entry, |index| {
        let all = index.linked::<Evidence>("entries", entry);
        all.map(|(id, evidence)| (id, evidence.clone())).collect()
    })
}

/// Takes a picture in as evidence: shrunk, without the place and the names a camera writes into it.
pub fn attach(notebook: Notebook, sheet: Sheet, file: SendFile) {
    let notices = Notices::here();
    let locale = Locale::here();
    // Its day is known by then.
    sheet.establish();
    let (spiral, on) = untrack(|| sheet.with(|entry| (entry.spiral, entry.happened_on)));
    leptos::task::spawn_local(async move {
        let taken = later::picture(file).await;
        let kept = match taken {
            Some((bytes, blob)) => notebook.keeper().put_picture(&bytes).await.ok().map(|_| blob),
            None => None,
        };
        match kept {
            Some(blob) => {
                notebook.add(&picture_evidence(spiral, sheet.id, on, blob));
            }
            None => notices.say(t::PICTURE_BAD.in_(locale.0.get_untracked())),
        }
    });
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

fn options<T: Labelled + Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<(&'static str, luoxuan::catalog::Words)> {
    all.iter().map(|value| (word(*value), value.label())).collect()
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
                <EvidenceFields id/>
            </For>
            <button type="button" on:click=add>{locale.say(t::ADD_EVIDENCE)}</button>
        </div>
    }
}

/// One piece of evidence, being described.
#[component]
fn EvidenceFields(id: RecordId) -> impl IntoView {
    // Typed words are drafts like those of an entry: on the disk before the field is left.
    leaf(id, || None, |_| ().into_any(), |sheet| fields(sheet).into_any())
}

fn fields(sheet: Sheet<Evidence>) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let (blob, caption, text) =
        untrack(|| sheet.with(|evidence| (evidence.blob.clone(), evidence.caption.clone(), evidence.text.clone())));
    let choose = move |change: &dyn Fn(&mut Evidence)| {
        sheet.update(change);
        sheet.settle();
    };
    let remove = move |_| {
        sheet.settle();
        notebook.trash(sheet.id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || {
            notebook.restore(sheet.id);
        });
    };
    view! {
        <fieldset class="evidence-item" disabled=sheet.newer>
            <legend class="hidden">{locale.say(t::EVIDENCE)}</legend>
            {blob.map(|blob| view! { <Picture id=blob.id alt=caption.clone()/> })}
            <div class="row">
                <Choice label=t::HOW_KNOWN options=options(HowKnown::ALL, HowKnown::word)
                    value=Signal::derive(move || sheet.with(|it| it.known.word()))
                    on_change=move |word: String| choose(&|it| it.known = HowKnown::from_word(&word).unwrap_or_default())/>
                <Choice label=t::SORT options=options(EvidenceKind::ALL, EvidenceKind::word)
                    value=Signal::derive(move || sheet.with(|it| it.sort.word()))
                    on_change=move |word: String| choose(&|it| it.sort = EvidenceKind::from_word(&word).unwrap_or_default())/>
                <Choice label=t::WHO_SEES options=options(Privacy::ALL, Privacy::word)
                    value=Signal::derive(move || sheet.with(|it| it.privacy.word()))
                    on_change=move |word: String| choose(&|it| it.privacy = Privacy::from_word(&word).unwrap_or_default())/>
            </div>
            <label class="field"><span class="label">{locale.say(t::CAPTION)}</span>
                <input type="text" value=caption on:input=move |event| sheet.update(|it| it.caption = event_target_value(&event))/>
            </label>
            <label class="field"><span class="label">{locale.say(t::EVIDENCE_TEXT)}</span>
                <textarea rows="2" on:input=move |event| sheet.update(|it| it.text = event_target_value(&event))>{text}</textarea>
            </label>
            <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button>
        </fieldset>
    }
}
