//! The trash: everything in it is whole and can be put back. Erasing for good asks once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::html::Dialog;
use leptos::prelude::*;
use luoxuan::catalog::{Labelled, kind};
use luoxuan::{Entry, Record, RecordId, Revision, Spiral, Timestamp, draft};

use crate::browser::clock;
use crate::components::fields::{fields_of, name_of};
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::i18n::{Locale, fill};
use crate::item::{kinds, what};
use crate::notebook::Notebook;
use crate::pages::texts::title_of;

/// What a record in the trash is.
fn kind_of(revision: &Revision, notebook: Notebook, locale: Locale) -> String {
    match revision.content().read::<Entry>() {
        Some(entry) => entry.phase.label().in_(locale.get()).to_owned(),
        None => what(notebook, locale, revision.content()),
    }
}

/// What was thrown away together stands together: a spiral, and what went with it at the same moment.
fn grouped(trashed: Vec<Arc<Revision>>) -> Vec<(Arc<Revision>, Vec<RecordId>)> {
    let spiral_of = |revision: &Revision| revision.content().text("spiral")?.parse::<RecordId>().ok();
    let spirals: BTreeMap<RecordId, Timestamp> = trashed
        .iter()
        .filter(|revision| revision.content().kind() == Spiral::KIND)
        .map(|revision| (revision.record(), revision.at()))
        .collect();
    let mut with: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    let mut heads = Vec::new();
    for revision in trashed {
        match spiral_of(&revision).filter(|spiral| spirals.get(spiral) == Some(&revision.at())) {
            Some(spiral) => with.entry(spiral).or_default().push(revision.record()),
            None => heads.push(revision),
        }
    }
    let group = |head: Arc<Revision>| {
        let all = with.remove(&head.record()).unwrap_or_default();
        (head, all)
    };
    heads.into_iter().map(group).collect()
}

/// Erasing for good: what is asked about, in a dialog of its own.
#[derive(Clone, Copy)]
struct Erasing {
    dialog: NodeRef<Dialog>,
    /// The records, and what they are called.
    asked: RwSignal<Option<(Vec<RecordId>, String)>>,
    locale: Locale,
    notebook: Notebook,
}

impl Erasing {
    fn here() -> Self {
        Self {
            dialog: NodeRef::new(),
            asked: RwSignal::new(None),
            locale: Locale::here(),
            notebook: Notebook::here(),
        }
    }

    fn ask(self, all: Vec<RecordId>, name: String) {
        self.asked.set(Some((all, name)));
        if let Some(dialog) = self.dialog.get_untracked() {
            // A dialog that is open already stays open.
            let _ = dialog.show_modal();
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    fn erase(self) {
        for id in self.asked.get_untracked().map(|(all, _)| all).unwrap_or_default() {
            self.notebook.erase(id);
        }
        self.close();
    }

    /// A text keeps its own copy of what it has pulled: whoever erases for a pupil's sake must know where else it
    /// stands.
    fn used_in(self) -> Vec<String> {
        let all = self.asked.get().map(|(all, _)| all).unwrap_or_default();
        self.notebook.of_surroundings(|index| {
            let uses = all
                .iter()
                .flat_map(|record| draft::find_references(index, *record))
                .map(|it| it.document);
            let texts: BTreeSet<RecordId> = uses.collect();
            let documents = texts.into_iter().filter_map(|id| index.document(id));
            documents.map(|document| title_of(document, self.locale)).collect()
        })
    }

    fn view(self) -> AnyView {
        let Self {
            dialog, asked, locale, ..
        } = self;
        let used = move || {
            let texts = self.used_in();
            (!texts.is_empty()).then(|| {
                view! {
                    <div class="hint">
                        <p>{locale.say(f::STILL_IN)}</p>
                        <ul>{texts.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul>
                    </div>
                }
            })
        };
        view! {
            <dialog node_ref=dialog aria-label=locale.say(f::ERASE) aria-describedby="erase-asks">
                {used}
                <p id="erase-asks">{move || fill(f::ERASE_ASK.in_(locale.get()), &[("name", &asked.get().map(|(_, name)| name).unwrap_or_default())])}</p>
                <div class="row">
                    <button type="button" autofocus on:click=move |_| self.close()>{locale.say(c::CANCEL)}</button>
                    <button type="button" on:click=move |_| self.erase()>{locale.say(f::ERASE)}</button>
                </div>
            </dialog>
        }
        .into_any()
    }
}

/// The page.
#[component]
pub fn TrashPage() -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let erasing = Erasing::here();
    let row = move |(revision, with)| thrown_away(erasing, revision, with);
    view! {
        <h1>{locale.say(c::TRASH)}</h1>
        <p class="soft">{locale.say(f::TRASH_NOTE)}</p>
        {move || {
            let trashed = grouped(notebook.trashed());
            if trashed.is_empty() {
                view! { <Show when=move || !notebook.loading()><p class="empty">{locale.say(f::TRASH_EMPTY)}</p></Show> }.into_any()
            } else {
                view! { <ul class="plain trash">{trashed.into_iter().map(row).collect_view()}</ul> }.into_any()
            }
        }}
        {erasing.view()}
    }
}

/// What was thrown away together, with the ways back and out.
fn thrown_away(erasing: Erasing, revision: Arc<Revision>, with: Vec<RecordId>) -> AnyView {
    let Erasing { locale, notebook, .. } = erasing;
    let (at, name, count) = (revision.at(), name_of(revision.content()), with.len());
    let all: Vec<RecordId> = std::iter::once(revision.record()).chain(with).collect();
    let (shown, back) = (name.clone(), all.clone());
    let content = revision.content();
    let unknown = kind(&content.kind()).is_none() && kinds(notebook).of_content(content).is_none();
    let fields = unknown.then(|| fields_of(revision.content(), locale));
    let what = move || kind_of(&revision, notebook, locale);
    // What has no words is called by what it is.
    let called = {
        let what = what.clone();
        move || if name.is_empty() { untrack(&what) } else { name.clone() }
    };
    view! {
        <li>
            <span><span class="badge">{what}</span> " " {shown}
                {(count > 0).then(|| view! { <span class="soft">" " {move || fill(f::WITH.in_(locale.get()), &[("n", &count)])}</span> })}
            </span>
            <span class="when">{move || fill(f::TRASHED_ON.in_(locale.get()), &[("when", &clock::moment_text(at, locale.get()))])}</span>
            {fields.map(|fields| view! { <details class="actions"><summary>{locale.say(f::UNKNOWN)}</summary>{fields}</details> })}
            <span class="row actions">
                <button type="button" on:click=move |_| notebook.restore_all(&back)>{locale.say(f::PUT_BACK)}</button>
                <button type="button" class="quiet" on:click=move |_| erasing.ask(all.clone(), called())>{locale.say(f::ERASE)}</button>
            </span>
        </li>
    }
    .into_any()
}
