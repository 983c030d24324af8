//! One piece of evidence, being described: what it is, how it is known, and its pictures, taken here.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::ev;
use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::record::{BlobRef, EvidenceKind, HowKnown, Privacy};
use luoxuan::{BlobId, Evidence, RecordId};
use web_sys::{ClipboardEvent, DragEvent, File};

use super::editor::pictures;
use super::notices::Notices;
use super::picture::{Picture, keep};
use super::select::Select;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::{Locale, fill};
use crate::later::later;
use crate::notebook::Notebook;
use crate::sheet::{Sheet, leaf};

later! {
    /// One piece of evidence, once it is here.
    pub fn evidence_fields(id: RecordId) -> AnyView {
        view! { <EvidenceFields id/> }.into_any()
    }
}

/// One piece of evidence.
#[component]
pub fn EvidenceFields(id: RecordId) -> impl IntoView {
    // Typed words are drafts like those of an entry: on the disk before the field is left.
    leaf(id, || None, |_| ().into_any(), |sheet| fields(sheet).into_any())
}

fn options<T: Labelled + Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<(&'static str, Words)> {
    all.iter().map(|value| (word(*value), value.label())).collect()
}

fn fields(sheet: Sheet<Evidence>) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let (caption, text) = untrack(|| sheet.with(|evidence| (evidence.caption.clone(), evidence.text.clone())));
    let remove = move |_| {
        sheet.settle();
        let undo = notebook.trash(sheet.id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
    };
    let album = Album {
        sheet,
        notebook,
        notices,
        locale,
    };
    view! {
        <fieldset class="evidence-item" disabled=sheet.newer
            on:dragover=move |event: DragEvent| if has_files(&event) { event.prevent_default() }
            on:drop=move |event: DragEvent| if album.take(pictures(event.data_transfer().and_then(|data| data.files()).as_ref())) {
                event.prevent_default();
            }
            on:paste=move |event: ClipboardEvent| if album.take(pasted(&event)) {
                event.prevent_default();
            }>
            <legend class="hidden">{locale.say(t::EVIDENCE)}</legend>
            {choices(sheet)}
            {album.view()}
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

/// How it is known, what it is and who sees it.
fn choices(sheet: Sheet<Evidence>) -> impl IntoView {
    let choose = move |field: &str, change: &dyn Fn(&mut Evidence)| {
        sheet.update(|it| {
            it.other.remove(field);
            change(it);
        });
        sheet.settle();
    };
    let unknown = |field| Signal::derive(move || sheet.with(|it| it.unknown_word(field).map(str::to_owned)));
    view! {
        <div class="row">
            <Select label=t::HOW_KNOWN options=options(HowKnown::ALL, HowKnown::word)
                value=Signal::derive(move || sheet.with(|it| it.known.word())) unknown=unknown("known")
                on_change=move |word: String| if let Some(chosen) = HowKnown::from_word(&word) {
                    choose("known", &|it| it.known = chosen);
                }/>
            <Select label=t::SORT options=options(EvidenceKind::ALL, EvidenceKind::word)
                value=Signal::derive(move || sheet.with(|it| it.sort.word())) unknown=unknown("sort")
                on_change=move |word: String| if let Some(chosen) = EvidenceKind::from_word(&word) {
                    choose("sort", &|it| it.sort = chosen);
                }/>
            <Select label=t::WHO_SEES options=options(Privacy::ALL, Privacy::word)
                value=Signal::derive(move || sheet.with(|it| it.privacy.word())) unknown=unknown("privacy")
                on_change=move |word: String| if let Some(chosen) = Privacy::from_word(&word) {
                    choose("privacy", &|it| it.privacy = chosen);
                }/>
        </div>
    }
}

/// Pictures that were copied by themselves. Words with pictures among them are words.
fn pasted(event: &ClipboardEvent) -> Vec<File> {
    let data = event.clipboard_data();
    let words = data.as_ref().and_then(|data| data.get_data("text/plain").ok());
    match words.filter(|words| !words.trim().is_empty()) {
        Some(_) => Vec::new(),
        None => pictures(data.and_then(|data| data.files()).as_ref()),
    }
}

/// Whether files are being dragged: words go where the browser puts them.
fn has_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The pictures of a piece of evidence.
#[derive(Clone, Copy)]
struct Album {
    sheet: Sheet<Evidence>,
    notebook: Notebook,
    notices: Notices,
    locale: Locale,
}

impl Album {
    /// The pictures, and the ways to add one.
    fn view(self) -> impl IntoView {
        let (sheet, locale) = (self.sheet, self.locale);
        let all = Memo::new(move |_| sheet.with(|it| it.pictures().map(|picture| picture.id).collect::<Vec<_>>()));
        let shows =
            Memo::new(move |_| sheet.with(|it| matches!(it.sort, EvidenceKind::Photo | EvidenceKind::PupilWork)));
        let held_back = move || {
            let privacy = sheet.with(|it| it.privacy);
            let back = privacy.is_held_back() && !all.read().is_empty();
            back.then(|| {
                fill(
                    t::HELD_BACK.in_(locale.get()),
                    &[("privacy", &privacy.label().in_(locale.get()))],
                )
            })
        };
        view! {
            <div class="album" class:waiting=move || shows.get() && all.read().is_empty()>
                <Show when=move || !all.read().is_empty()>
                    <ul class="plain pictures">
                        <For each=move || all.get() key=|id| *id let(id)>
                            <li>
                                <Picture id alt=untrack(|| sheet.with(|it| it.caption.clone()))/>
                                <button type="button" class="quiet" on:click=move |_| self.drop(id)>{locale.say(t::DROP_PICTURE)}</button>
                            </li>
                        </For>
                    </ul>
                </Show>
                <div class="row">
                    {self.picker(t::CHOOSE_PICTURE, false)}
                    {self.picker(t::TAKE_PICTURE, true)}
                    <Show when=move || shows.get() && all.read().is_empty()><span class="soft">{locale.say(t::DROP_HERE)}</span></Show>
                </div>
                {move || held_back().map(|words| view! { <p class="soft">{words}</p> })}
            </div>
        }
    }

    /// A button that asks for files, or opens the camera.
    fn picker(self, words: Words, camera: bool) -> impl IntoView {
        view! {
            <label class="tool" class:camera=camera>
                {self.locale.say(words)}
                <input type="file" class="hidden" accept="image/*" multiple capture=camera.then_some("environment")
                    on:change=move |event: ev::Event| {
                        let picker: web_sys::HtmlInputElement = event_target(&event);
                        self.take(pictures(picker.files().as_ref()));
                        picker.set_value("");
                    }/>
            </label>
        }
    }

    /// Takes files in, one after the other. Whether there are any.
    fn take(self, files: Vec<File>) -> bool {
        let some = !files.is_empty();
        leptos::task::spawn_local(async move {
            for file in files {
                match keep(self.notebook, &file).await {
                    Some(blob) => self.add(blob),
                    None => self.notices.say(t::PICTURE_BAD.in_(self.locale.0.get_untracked())),
                }
            }
        });
        some
    }

    fn add(self, blob: BlobRef) {
        let add = |evidence: &mut Evidence| {
            // What has no word yet is the picture itself.
            let words = [&evidence.caption, &evidence.text];
            if evidence.sort == EvidenceKind::default() && words.iter().all(|words| words.trim().is_empty()) {
                evidence.sort = EvidenceKind::Photo;
            }
            evidence.add_picture(blob);
        };
        if self.sheet.try_with(|_| ()).is_some() {
            self.sheet.update(add);
            self.sheet.settle();
            return;
        }
        // The person has gone on to another place meanwhile.
        self.notebook.change_late(self.sheet.id, add);
    }

    fn drop(self, id: BlobId) {
        let before = untrack(|| self.sheet.entry());
        self.sheet.update(|it| it.drop_picture(id));
        self.sheet.settle();
        let (notebook, record) = (self.notebook, self.sheet.id);
        self.notices
            .undoable(t::PICTURE_DROPPED.in_(self.locale.0.get_untracked()), move || {
                notebook.change_late(record, |evidence: &mut Evidence| {
                    evidence.blob.clone_from(&before.blob);
                    evidence.further.clone_from(&before.further);
                });
            });
    }
}
