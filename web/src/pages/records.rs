//! 档案: what is written down around the spirals. The kinds there are, and the records of one of them.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use std::collections::BTreeMap;

use leptos::prelude::*;
use luoxuan::catalog::{self, Words};
use luoxuan::record::Kind;

mod give;
mod given;
mod handbook;
mod hours;
mod looking;
mod merged;
mod paging;
mod report;
mod sheet;
mod table;
mod term;

use give::{GiveToLeader, ToMerged};
use handbook::HandbookOut;
use merged::MergedPage;
use report::TermReports;
use table::KindTable;
use term::TermView;

use crate::browser::random;
use crate::components::editor::composing;
use crate::components::shared::Handed;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::i18n::shared as s;
use crate::i18n::{Locale, fill};
use crate::item::kinds;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{KindName, View};

/// The groups, in the order of a school year; a kind of another group stands with the school's own.
const GROUPS: [(&str, Words); 7] = [
    ("vehicles", t::VEHICLES),
    ("lessons", t::LESSONS),
    ("learning", t::LEARNING),
    ("contests", t::CONTESTS),
    ("outcomes", t::OUTCOMES),
    ("school", t::SCHOOL),
    ("own", t::OWN),
];

/// The page.
#[component]
pub fn RecordsPage(
    /// The kind whose records are shown; all kinds if none.
    kind: Option<KindName>,
) -> impl IntoView {
    match kind {
        Some(name) if name.as_str() == merged::PLACE => MergedPage().into_any(),
        Some(name) => view! { <KindTable name/> }.into_any(),
        None => AllKinds().into_any(),
    }
}

/// Every kind with how many records there are of it.
#[component]
fn AllKinds() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let counted = Memo::new(move |_| {
        let kinds = kinds(notebook);
        notebook.of_surroundings(|index| {
            let count = |kind: &std::sync::Arc<Kind>| (kind.clone(), kind.records(index).count());
            kinds.iter().map(count).collect::<Vec<_>>()
        })
    });
    let row = move |kind: &Kind, count: usize| {
        let (label, note) = (kind.label(locale.get()).to_owned(), kind.note(locale.get()).to_owned());
        let to = KindName::new(&kind.name);
        view! {
            <li>
                <a href=here.link_now(View::Records(to))>{label}</a>
                {(count > 0).then(|| view! { <span class="badge">{count}</span> })}
                <span class="soft">{note}</span>
            </li>
        }
    };
    let group = move |name: &'static str, words: Words| {
        let mine = move || {
            let all = counted.get().into_iter();
            let here =
                |kind: &Kind| kind.group == name || (name == "own" && GROUPS.iter().all(|(it, _)| *it != kind.group));
            all.filter(|(kind, _)| here(kind)).collect::<Vec<_>>()
        };
        view! {
            <Show when=move || !mine().is_empty()>
                <section class="list kinds">
                    <h2>{locale.say(words)}</h2>
                    <ul class="plain">{move || mine().iter().map(|(kind, count)| row(kind, *count)).collect_view()}</ul>
                </section>
            </Show>
        }
    };
    view! {
        <h1>{locale.say(c::RECORDS)}</h1>
        <p class="soft">{locale.say(t::ABOUT)}</p>
        <BroughtSheet/>
        <Show when=move || notebook.loading()><p class="soft" role="status">{locale.say(c::LOADING)}</p></Show>
        {GROUPS.into_iter().map(|(name, words)| group(name, words)).collect_view()}
        {of_unknown_kinds()}
        <TermView/>
        <TermReports/>
        <HandbookOut/>
        <GiveToLeader/>
        <ToMerged/>
        <NewKind/>
    }
}

/// The records of kinds that this version does not know, each under the word for its kind.
fn of_unknown_kinds() -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let unknown = Memo::new(move |_| {
        let kinds = kinds(notebook);
        notebook.of_surroundings(|index| {
            let known = |word: &str| catalog::kind(word).is_some() || kinds.iter().any(|kind| kind.word() == word);
            let strange = index.kinds().filter(|word| !known(word));
            strange
                .map(|word| {
                    (
                        word.to_owned(),
                        index.heads(word).map(|head| head.record()).collect::<Vec<_>>(),
                    )
                })
                .collect::<BTreeMap<_, _>>()
        })
    });
    view! {
        <Show when=move || !unknown.read().is_empty()>
            <section class="list kinds">
                <h2>{locale.say(t::UNKNOWN)}</h2>
                <ul class="plain">{move || unknown.get().into_iter().flat_map(|(word, records)| {
                    records.into_iter().map(move |id| (word.clone(), id))
                }).map(|(word, id)| view! {
                    <li><a href=here.link_now(View::Record(id))>{move || crate::item::called(notebook, locale, id)}</a> <span class="soft">{word}</span></li>
                }).collect_view()}</ul>
            </section>
        </Show>
    }
    .into_any()
}

/// Makes a kind of the school's own.
#[component]
fn NewKind() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let name = RwSignal::new(String::new());
    let make = move || {
        let label = name.get_untracked().trim().to_owned();
        if label.is_empty() {
            return;
        }
        let (id, language) = (random::record_id(), locale.0.get_untracked());
        let words = [t::KIND_NAME, t::DAY, t::BODY].map(|words| words.in_(language));
        let kind = Kind::own(id, &label, words, language);
        notebook.write(id, &kind);
        here.go_and_write(View::Records(KindName::new(&kind.name)));
    };
    view! {
        <section class="list">
            <h2>{locale.say(t::NEW_KIND)}</h2>
            <form class="row" on:submit=move |event| {
                event.prevent_default();
                make();
            }>
                <label class="choice"><span>{locale.say(t::NEW_KIND_NAME)}</span>
                    <input type="text" autocomplete="off" prop:value=move || name.get()
                        on:keydown=move |event| if composing(&event) { event.stop_propagation(); }
                        on:input=move |event| name.set(event_target_value(&event))/></label>
                <button type="submit">{locale.say(t::ADD)}</button>
            </form>
        </section>
    }
}

/// A spreadsheet that was shared to the page, until a person has opened the kind of what it holds.
#[component]
fn BroughtSheet() -> impl IntoView {
    let locale = Locale::here();
    let handed = use_context::<Handed>();
    let name = move || handed.and_then(Handed::sheet_name);
    let away = move |_| drop(handed.and_then(Handed::take_sheet));
    view! {
        {move || name().map(|name| view! {
            <div class="banner" role="status">
                <p>{move || fill(s::ROWS_OF_WHAT.in_(locale.get()), &[("name", &name)])}</p>
                <p class="row"><button type="button" class="quiet" on:click=away>{locale.say(s::ROWS_AWAY)}</button></p>
            </div>
        })}
    }
}

/// How many records there are.
fn count_words(locale: Locale, count: usize) -> String {
    fill(t::COUNT.in_(locale.get()), &[("n", &count)])
}
