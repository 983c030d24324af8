//! Copies outside, and taking them back in.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::storage::damaged_name;
use crate::browser::clock;
use crate::components::notices::Notices;
use crate::components::shared::Handed;
use crate::components::show;
use crate::i18n::common as c;
use crate::i18n::settings as t;
use crate::i18n::{Locale, fill};
use crate::keeping::{Backup, FolderState, How, KEEP, Looked, Staged};
use crate::notebook::Notebook;

fn all(files: Option<&FileList>) -> Vec<File> {
    (0..files.map_or(0, FileList::length))
        .filter_map(|index| files?.item(index))
        .collect()
}

/// What files would bring, or why they are not read to the end.
type Files = RwSignal<Option<Looked>, LocalStorage>;

/// Taking copies back in: looked into first, and taken in when the person has seen what that brings.
#[derive(Clone, Copy)]
struct Restoring {
    looked: Files,
    /// Whether a copy of what is here is kept before.
    first: RwSignal<bool>,
    locale: Locale,
    notebook: Notebook,
    backup: Backup,
    notices: Notices,
}

impl Restoring {
    fn here() -> Self {
        Self {
            looked: RwSignal::new_local(None),
            first: RwSignal::new(true),
            locale: Locale::here(),
            notebook: Notebook::here(),
            backup: Backup::here(),
            notices: Notices::here(),
        }
    }

    fn look(self, files: Vec<File>, how: How) {
        if !files.is_empty() {
            self.looked.set(None);
            leptos::task::spawn_local(async move {
                if let Some(found) = self.backup.look_into(files, how).await {
                    self.first.try_set(!self.notebook.is_empty());
                    self.looked.try_set(Some(found));
                }
            });
        }
    }

    fn take_in(self, found: Staged) {
        let Self { looked, backup, .. } = self;
        looked.set(None);
        leptos::task::spawn_local(async move {
            // Whoever asked for a copy first gets it first, or nothing happens.
            if self.first.get_untracked() && !backup.download().await {
                looked.try_set(Some(Looked::Staged(found)));
                return;
            }
            if let Some(count) = backup.take_in(found).await {
                let said = t::TAKEN_IN.in_(self.locale.0.get_untracked());
                self.notices.say(fill(said, &[("n", &count)]));
            }
        });
    }

    fn chosen(self, event: &web_sys::Event) {
        if let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        {
            self.look(all(input.files().as_ref()), How::default());
            // So that the same file can be chosen again.
            input.set_value("");
        }
    }

    /// What was shared to the page, looked into when the person said so.
    fn takes_what_was_shared(self) {
        Effect::new(move |_| {
            let shared = use_context::<Handed>().map(Handed::take).unwrap_or_default();
            if !shared.is_empty() {
                show(".restore");
                self.look(shared, How::default());
            }
        });
    }

    fn takes_what_is_dropped(self) {
        let over = window_event_listener(leptos::ev::dragover, |event: DragEvent| event.prevent_default());
        let dropped = window_event_listener(leptos::ev::drop, move |event: DragEvent| {
            event.prevent_default();
            self.look(
                all(event.data_transfer().and_then(|data| data.files()).as_ref()),
                How::default(),
            );
        });
        on_cleanup(move || {
            over.remove();
            dropped.remove();
        });
    }
}

pub(super) fn copies() -> AnyView {
    let (locale, backup, restoring) = (Locale::here(), Backup::here(), Restoring::here());
    backup.refresh();
    restoring.takes_what_was_shared();
    restoring.takes_what_is_dropped();
    let last = move || match backup.last.get() {
        Some(last) => fill(
            t::LAST.in_(locale.get()),
            &[("when", &clock::moment_text(last, locale.get()))],
        ),
        None => t::NO_LAST.in_(locale.get()).into(),
    };
    let busy = move || backup.work.with(Option::is_some);
    view! {
        <section>
            <h2>{locale.say(t::COPIES)}</h2>
            <p class="soft">{locale.say(t::COPIES_WHY)}</p>
            <p class="row">
                <button type="button" class="main" aria-disabled=move || busy().to_string() on:click=move |_| backup.save()>{locale.say(t::DOWNLOAD)}</button>
                <button type="button" aria-disabled=move || busy().to_string() on:click=move |_| backup.save_words()>{locale.say(t::DOWNLOAD_WORDS)}</button>
                <span class=move || backup.age().colour()>{last}</span>
            </p>
            {move || folder(backup.folder.get(), locale, backup)}
            <p class="soft">{locale.say(t::RESTORE_WHY)}</p>
            <label class="button restore">
                <span>{locale.say(t::RESTORE)}</span>
                <input type="file" class="hidden" multiple accept=".zip,.jsonl,.md,.markdown,.txt" disabled=busy
                    on:change=move |event| restoring.chosen(&event)/>
            </label>
            <div role="status">{move || backup.work.get().map(|work| working(work, locale, backup))}</div>
            {move || restoring.looked.get().map(|found| match found {
                Looked::Staged(found) => summary(found, restoring),
                Looked::Hesitates(why, files) => hesitation(why, files, restoring),
            })}
        </section>
    }
    .into_any()
}

fn working(work: crate::keeping::Work, locale: Locale, backup: Backup) -> AnyView {
    view! {
        <p class="row">
            <label class="choice"><span>{locale.say(work.what)}</span><progress value=work.done></progress></label>
            <button type="button" on:click=move |_| backup.cancel()>{locale.say(c::CANCEL)}</button>
        </p>
    }
    .into_any()
}

fn folder(state: FolderState, locale: Locale, backup: Backup) -> AnyView {
    let (sentence, name, now) = match state {
        FolderState::Impossible => return ().into_any(),
        FolderState::None => {
            return view! {
                <p class="soft">{move || fill(t::FOLDER_WHY.in_(locale.get()), &[("n", &KEEP)])}</p>
                <button type="button" on:click=move |_| backup.choose_folder()>{locale.say(t::CHOOSE_FOLDER)}</button>
            }
            .into_any();
        }
        FolderState::Ready(name) => (t::FOLDER_IS, name, t::FILE_NOW),
        FolderState::Lapsed(name) => (t::FOLDER_LAPSED, name, t::ALLOW),
        FolderState::Failed(name, _) => (t::FOLDER_FAILED, name, t::FILE_NOW),
    };
    view! {
        <p>{move || fill(sentence.in_(locale.get()), &[("name", &name)])}</p>
        <p class="row">
            <button type="button" on:click=move |_| backup.save_to_folder()>{locale.say(now)}</button>
            <button type="button" on:click=move |_| backup.choose_folder()>{locale.say(t::CHOOSE_FOLDER)}</button>
            <button type="button" class="quiet" on:click=move |_| backup.leave_folder()>{locale.say(t::LEAVE_FOLDER)}</button>
        </p>
    }
    .into_any()
}

/// However long it takes.
const ALL: How = How {
    all: true,
    copies: false,
};

/// A limit stands in the way; the person knows whose file it is.
fn hesitation(why: String, files: Vec<File>, restoring: Restoring) -> AnyView {
    let Restoring { looked, locale, .. } = restoring;
    view! {
        <div class="empty" role="group" aria-label=locale.say(t::RESTORE)>
            <p>{why}</p>
            <p class="row">
                <button type="button" on:click=move |_| restoring.look(files.clone(), ALL)>{locale.say(t::READ_ALL)}</button>
                <button type="button" on:click=move |_| looked.set(None)>{locale.say(c::CANCEL)}</button>
            </p>
        </div>
    }
    .into_any()
}

/// What files would bring, before anything changes.
fn summary(found: Staged, restoring: Restoring) -> AnyView {
    let Restoring { looked, locale, .. } = restoring;
    let (counts, brings, sentences) = (found.counts, found.brings(), found.sentences.clone());
    let head = move || {
        fill(
            t::STAGED.in_(locale.get()),
            &[
                ("added", &counts.added),
                ("known", &counts.known),
                ("damaged", &counts.damaged),
                ("pictures", &counts.pictures),
            ],
        )
    };
    let note = move |words, number| note(words, number, locale);
    view! {
        <div class="empty" role="group" aria-label=locale.say(t::RESTORE)>
            <p><b>{head}</b></p>
            {counts.whole.then(|| view! { <p>{locale.say(t::STAGED_WHOLE)}</p> })}
            {note(t::STAGED_GONE, counts.gone)}
            {note(t::STAGED_CHANGES, counts.changes)}
            {note(t::STAGED_APART, counts.apart)}
            {note(t::STAGED_ERASES, counts.erases)}
            {note(t::STAGED_ERASED, counts.erased)}
            {note(t::STAGED_NEWER, counts.newer)}
            {note(t::STAGED_UNREAD, counts.unread)}
            {note(t::STAGED_ADRIFT, counts.adrift)}
            {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            {left_out(&found, restoring)}
            {if brings { copy_first(restoring) } else { brings_nothing(&found, locale) }}
            <p class="row">
                {brings.then(|| view! {
                    <button type="button" class="main" on:click=move |_| restoring.take_in(found.clone())>{locale.say(t::TAKE_IN)}</button>
                })}
                <button type="button" on:click=move |_| looked.set(None)>{locale.say(c::CANCEL)}</button>
            </p>
        </div>
    }
    .into_any()
}

/// A sentence of so many, if there are any.
fn note(words: Words, number: u32, locale: Locale) -> Option<AnyView> {
    (number > 0).then(|| view! { <p>{move || fill(words.in_(locale.get()), &[("n", &number)])}</p> }.into_any())
}

/// What was left out of files, each with the way to have it after all.
fn left_out(found: &Staged, restoring: Restoring) -> AnyView {
    let (locale, counts, how) = (restoring.locale, found.counts, found.how);
    let (files, copied, aside) = (found.files.clone(), found.files.clone(), found.aside.clone());
    view! {
        {(counts.copies > 0).then(|| view! {
            {note(t::STAGED_COPIES, counts.copies, locale)}
            <button type="button" on:click=move |_| restoring.look(copied.clone(), How { copies: true, ..how })>{locale.say(t::TAKE_COPIES)}</button>
        })}
        {(counts.long > 0).then(|| view! {
            {note(t::STAGED_LONG, counts.long, locale)}
            <button type="button" on:click=move |_| restoring.look(files.clone(), How { all: true, ..how })>{locale.say(t::READ_ALL)}</button>
        })}
        {(!aside.is_empty()).then(|| view! {
            <button type="button" on:click=move |_| {
                crate::browser::files::download(&damaged_name(), "text/plain", &aside);
            }>{locale.say(t::SAVE_DAMAGED)}</button>
        })}
    }
    .into_any()
}

/// Whether a copy of what is here is kept before anything is taken in.
fn copy_first(restoring: Restoring) -> AnyView {
    let Restoring { first, locale, .. } = restoring;
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || first.get() on:change=move |event| first.set(event_target_checked(&event))/>
            <span>{locale.say(t::SAVE_FIRST)}</span>
        </label>
    }
    .into_any()
}

/// Whether anything in it is here already, or what came could not be read.
fn brings_nothing(found: &Staged, locale: Locale) -> AnyView {
    let counts = found.counts;
    let words = if counts.known > 0 && counts.damaged == 0 {
        t::STAGED_NOTHING
    } else {
        t::STAGED_EMPTY
    };
    view! { <p>{locale.say(words)}</p> }.into_any()
}
