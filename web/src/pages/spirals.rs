//! 研究线索: every spiral by its state, and the problem pool.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::SpiralState;
use luoxuan::text::excerpt;
use luoxuan::{Fate, Phase, RecordId, Revision, Spiral};

use crate::browser::clock;
use crate::components::absent::Nothing;
use crate::components::nav::{called_here, colour_of};
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Book, Place, View};

/// The page.
#[component]
pub fn SpiralsPage() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        notebook.of_all(|index| {
            let mut all: Vec<_> = index
                .of_kind::<Spiral>()
                .map(|(id, spiral)| {
                    let last = index.days_of(id).max();
                    (spiral.state, std::cmp::Reverse(last), id)
                })
                .collect();
            all.sort_unstable();
            all.into_iter().map(|(state, _, id)| (state, id)).collect::<Vec<_>>()
        })
    });
    let group = move |state: SpiralState| {
        let ids = Memo::new(move |_| {
            all.with(|all| {
                all.iter()
                    .filter(|(s, _)| *s == state)
                    .map(|(_, id)| *id)
                    .collect::<Vec<_>>()
            })
        });
        view! {
            <Show when=move || !ids.read().is_empty()>
                <section class="list">
                    <h2>{move || state.label().in_(locale.get())}</h2>
                    <ul class="plain"><For each=move || ids.get() key=|id| *id let(id)><SpiralRow id/></For></ul>
                </section>
            </Show>
        }
    };
    let begin = move |_| here.go(View::Spiral(notebook.add(&Spiral::default()), None));
    view! {
        <div class="row">
            <h1>{called_here(notebook, locale, "spiral")}</h1>
            <button type="button" class="main" on:click=begin>{locale.say(s::NEW_SPIRAL)}</button>
        </div>
        <Torn/>
        <Show when=move || notebook.loading()><p class="soft" role="status">{locale.say(c::LOADING)}</p></Show>
        <Show when=move || !notebook.loading() && all.read().is_empty()>
            <div class="empty">
                <p>{locale.say(s::EMPTY_LIST)}</p>
                <Show when=move || here.get().book == Book::Own>
                    <a class="button" href=Place { book: Book::Demo, view: View::Spirals }.hash()>{locale.say(t::SEE_DEMO)}</a>
                </Show>
            </div>
        </Show>
        {SpiralState::ALL.iter().map(|state| group(*state)).collect_view()}
        <Pool/>
    }
}

/// One spiral of the list: its name, its turn, its last day.
#[component]
fn SpiralRow(id: RecordId) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let facts = Memo::new(move |_| {
        notebook.of_spiral(id, |index| {
            let title = index.spiral(id).map(|spiral| spiral.title.clone()).unwrap_or_default();
            let turn = index.turns(id).last().map(|turn| (turn.number, turn.state));
            let last = index.days_of(id).max();
            (title, turn, last)
        })
    });
    let title = move || {
        facts.with(|(title, ..)| {
            if title.is_empty() {
                s::NEW_TITLE.in_(locale.get()).to_owned()
            } else {
                title.clone()
            }
        })
    };
    let standing = move || {
        let language = locale.get();
        facts.with(|(_, turn, last)| {
            let turn = turn.map(|(number, state)| {
                format!(
                    "{} · {}",
                    fill(t::TURN.in_(language), &[("n", &number)]),
                    state.label().in_(language)
                )
            });
            let last = last.map(|day| fill(s::LAST_DAY.in_(language), &[("date", &clock::day_text(day, language))]));
            [turn, last].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    let colour = move || facts.with(|(_, turn, _)| turn.map_or("problem", |(_, state)| colour_of(state)));
    view! {
        <li class="spiral-row" data-phase=colour>
            <a href=move || here.link(View::Spiral(id, None))><span class="ring"></span>{title}</a>
            <span class="soft">{standing}</span>
        </li>
    }
}

/// The problem pool: what waits for a spiral.
#[component]
fn Pool() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let ids = Memo::new(move |_| {
        notebook.of_all(|index| {
            let mut pool: Vec<_> = index
                .pool()
                .map(|(id, entry)| (std::cmp::Reverse(entry.day()), id))
                .collect();
            pool.sort_unstable();
            pool.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let row = move |id: RecordId| {
        let entry = Memo::new(move |_| {
            notebook
                .of_record(id, |index| index.entry(id).cloned())
                .unwrap_or_default()
        });
        let begin = move |_| {
            if let Some(spiral) = notebook.begin_spiral(id) {
                here.go_and_write(View::Spiral(spiral, None));
            }
        };
        view! {
            <li data-phase="new_problem">
                <a href=move || here.link(View::Entry(id))>
                    <span class="ring"></span>{move || entry.with(|entry| excerpt(entry.field("statement").unwrap_or_else(|| entry.opening()), 60))}
                </a>
                <span class="when">{move || entry.read().day().map(|day| clock::day_text(day, locale.get()))}</span>
                <span class="row actions">
                    <button type="button" on:click=begin>{locale.say(t::START_SPIRAL)}</button>
                    <Show when=move || entry.read().phase == Phase::NewProblem>
                        <button type="button" class="quiet" on:click=move |_| { notebook.decide(id, Fate::LetGo); }>
                            {move || Fate::LetGo.label().in_(locale.get())}
                        </button>
                    </Show>
                </span>
            </li>
        }
    };
    view! {
        <section class="list">
            <h2>{called_here(notebook, locale, "problem_pool")}</h2>
            <Show when=move || !ids.read().is_empty() fallback=move || view! { <Nothing words=s::POOL_EMPTY/> }>
                <ul class="plain"><For each=move || ids.get() key=|id| *id let(id)>{row(id)}</For></ul>
            </Show>
        </section>
    }
}

/// Records changed in two places that wait for a person.
#[component]
pub fn Torn() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    // By whatever field names a record of its kind.
    let name = |said: &Revision| {
        let said = said.content().to_json();
        let texts = ["title", "name", "body", "caption"].into_iter();
        let mut texts = texts.filter_map(|field| said.get(field)?.as_str().map(|text| excerpt(text, 30)));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    };
    let torn = Memo::new(move |_| {
        notebook.of_journal(|journal| {
            let ids = journal.conflicts();
            ids.map(|id| (id, journal.head(id).map(|head| name(head)).unwrap_or_default()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !torn.read().is_empty()>
            <div class="banner">
                <p>{locale.say(s::TORN)}</p>
                <ul>{move || torn.get().into_iter().map(|(id, name)| view! {
                    <li><a href=move || here.link(View::Entry(id))>{if name.is_empty() { id.to_string() } else { name }}</a></li>
                }).collect_view()}</ul>
            </div>
        </Show>
    }
}
