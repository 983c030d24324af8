//! What the browser says about where the words are.

use leptos::prelude::*;
use luoxuan::Content;
use luoxuan::catalog::kind;

use crate::browser::{clock, files, storage as browser};
use crate::components::fields::{fields_of, kind_name, name_of};
use crate::i18n::settings as t;
use crate::i18n::{Locale, fill};
use crate::keeping::{Backup, Persistence};
use crate::notebook::Notebook;

fn megabytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1_000_000.0)
}

pub(super) fn storage() -> AnyView {
    let locale = Locale::here();
    view! {
        <section>
            <h2>{locale.say(t::STORAGE)}</h2>
            {places()}
            {unknown_kinds()}
            {damaged()}
        </section>
    }
    .into_any()
}

/// Each place that keeps words, whether it works and what it holds.
fn places() -> AnyView {
    let (locale, notebook, backup) = (Locale::here(), Notebook::here(), Backup::here());
    let room = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        room.try_set(browser::room().await);
    });
    let holds = move || {
        let (records, revisions) = notebook.of_journal(|journal| (journal.records().count(), journal.len()));
        fill(
            t::DATABASE_HOLDS.in_(locale.get()),
            &[("records", &records), ("revisions", &revisions)],
        )
    };
    let persistence = move || match backup.persistence.get() {
        Persistence::Granted => t::PERSISTED,
        Persistence::Refused if backup.since.get().is_some() => t::NOT_PERSISTED,
        _ => t::NOT_ASKED,
    };
    let again = move || backup.persistence.get() == Persistence::Refused && backup.since.get().is_some();
    let room_words = move || {
        room.get().map(|room: browser::Room| {
            fill(
                t::ROOM_USED.in_(locale.get()),
                &[("used", &megabytes(room.used)), ("quota", &megabytes(room.quota))],
            )
        })
    };
    let local = if notebook.keeper().local_works() {
        t::WORKS
    } else {
        t::BLOCKED
    };
    view! {
        <dl>
            <dt>{locale.say(t::DATABASE)}</dt><dd>{holds}</dd>
            <dt>{locale.say(t::LOCAL)}</dt><dd>{locale.say(local)}</dd>
            <dt>{locale.say(t::PERSISTENCE)}</dt>
            <dd>
                {move || persistence().in_(locale.get())} " "
                {move || again().then(|| view! {
                    <button type="button" on:click=move |_| backup.ask_to_persist()>{locale.say(t::ASK_AGAIN)}</button>
                })}
            </dd>
            <dt>{locale.say(t::ROOM)}</dt><dd>{room_words}</dd>
        </dl>
    }
    .into_any()
}

/// The records of kinds that this version does not know, to read.
fn unknown_kinds() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let unknown = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let kinds = index.kinds().filter(|name| kind(name).is_none());
            let heads = kinds.flat_map(|kind| index.heads(kind));
            heads.map(|head| head.content().clone()).collect::<Vec<_>>()
        })
    });
    let row = move |content: &Content| {
        let (kind, name) = (kind_name(content, locale), name_of(content));
        view! {
            <li><details><summary><span class="badge">{kind}</span> " " {name}</summary>{fields_of(content, locale)}</details></li>
        }
    };
    let list = move || {
        let all = unknown.get();
        (!all.is_empty()).then(|| {
            view! {
                <p>{move || fill(t::UNKNOWN_KINDS.in_(locale.get()), &[("n", &unknown.get().len())])}</p>
                <ul class="plain">{all.iter().map(row).collect_view()}</ul>
            }
        })
    };
    list.into_any()
}

/// What could not be read, to keep in a file.
fn damaged() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let save = move |_| {
        let mut bytes = Vec::new();
        for damage in notebook.keeper().damage() {
            bytes.extend_from_slice(&damage.bytes);
            bytes.push(b'\n');
        }
        files::download(&damaged_name(), "text/plain", &bytes);
    };
    let words = move || {
        let damaged = notebook.damaged();
        (damaged > 0).then(|| {
            view! {
                <p>{move || fill(t::DAMAGED.in_(locale.get()), &[("n", &damaged)])}</p>
                <button type="button" on:click=save>{locale.say(t::SAVE_DAMAGED)}</button>
            }
        })
    };
    words.into_any()
}

/// The name of a file of damaged bytes.
pub(super) fn damaged_name() -> String {
    format!("luoxuan-damaged-{}.txt", clock::now().date())
}
