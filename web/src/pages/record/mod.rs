//! One record of a kind that is data: how far it has come, what it says, what it rests on, and what it is linked with.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::record::{EvidenceKind, Kind, Privacy};
use luoxuan::{Evidence, RecordId};

mod again;
mod becomes;
pub mod field;
pub mod kind_fields;
mod links;
mod package;
mod reuse;
mod rows;
pub mod stage;

use again::next_window;
use field::field;
use links::links;
use package::Package;
use reuse::used_before;
use stage::stepper;

use crate::components::absent::absent;
use crate::components::evidence::evidence_of;
use crate::components::evidence_fields::EvidenceFields;
use crate::components::fields::fields_of;
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::i18n::Locale;
use crate::i18n::capture as e;
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::i18n::records as t;
use crate::item::{Item, called};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{KindName, View};

/// The page.
#[component]
pub fn RecordPage(id: RecordId) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let item = Item::of(id);
    let there = Memo::new(move |_| item.content().is_some());
    let kind = Memo::new(move |_| item.kind());
    let torn = Memo::new(move |_| notebook.heads(id).len() > 1);
    let page = move || match kind.get() {
        Some(kind) => of_kind(item, &kind),
        None => view! {
            <p class="soft"><a href=here.link_now(View::Records(None))>{locale.say(c::RECORDS)}</a></p>
            <h1>{move || called(notebook, locale, id)}</h1>
            <p class="soft">{locale.say(f::UNKNOWN)}</p>
            {move || item.content().map(|content| fields_of(&content, locale))}
            <Remove item/>
        }
        .into_any(),
    };
    view! {
        <Show when=move || torn.get()>
            <p class="banner"><a href=move || here.link(View::Entry(id))>{locale.say(e::SEE_BOTH)}</a></p>
        </Show>
        {move || if there.get() { page() } else { absent(id) }}
    }
}

fn of_kind(item: Item, kind: &Arc<Kind>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let package = Package::of(item, kind);
    let asked = {
        let kind = kind.clone();
        Memo::new(move |_| {
            let content = item.content().unwrap_or_default();
            let asked = kind.asked(&content).into_iter();
            asked
                .filter(|field| !package.has(&field.name))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let (label, private) = (kind.clone(), kind.private);
    let (to, steps) = (View::Records(KindName::new(&kind.name)), kind.clone());
    view! {
        <p class="soft"><a href=here.link_now(to)>{move || label.label(locale.get()).to_owned()}</a></p>
        <h1>{move || called(notebook, locale, item.id)}</h1>
        {private.then(|| view! { <p class="badge">{locale.say(t::PRIVATE)}</p> })}
        <Editable of=Signal::derive(move || Some(item.id))>
            {stepper(item, &steps)}
            {next_window(item, &steps)}
            {used_before(item, &steps)}
            {package.view()}
            <div class="record-fields">
                <For each=move || asked.get() key=|field| field.name.clone() let(it)>{field(item, it)}</For>
            </div>
        </Editable>
        <Proof item/>
        {links(item, kind)}
        <Remove item/>
    }
    .into_any()
}

/// What proves it: certificates, sign-in sheets, photos.
#[component]
fn Proof(item: Item) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let all = Memo::new(move |_| {
        let all = evidence_of(notebook, item.id).into_iter();
        all.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let add = move |_| {
        notebook.add(&Evidence {
            entries: vec![item.id],
            sort: EvidenceKind::Photo,
            privacy: Privacy::Own,
            ..Evidence::default()
        });
    };
    view! {
        <section class="evidence">
            <h2>{locale.say(t::PROOF)}</h2>
            <For each=move || all.get() key=|id| *id let(id)><EvidenceFields id/></For>
            <button type="button" on:click=add>{locale.say(e::ADD_EVIDENCE)}</button>
        </section>
    }
}

/// Puts the record into the trash.
#[component]
fn Remove(item: Item) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let remove = move |_| {
        let to = item.kind().and_then(|kind| KindName::new(&kind.name));
        let undo = notebook.trash(item.id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
        here.go(View::Records(to));
    };
    view! { <p><button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button></p> }
}
