//! 今天, below the box: the running spirals with their next step, and what was written this week.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::spiral::{Step, TurnState, next_step};
use luoxuan::text::excerpt;
use luoxuan::{Date, Entry, Index, RecordId, Spiral};

use super::due::DueList;
use super::spirals::Torn;
use super::today::{latest_first, running};
use crate::browser::clock;
use crate::components::absent::Nothing;
use crate::components::nav::colour_of;
use crate::components::news::NewsView;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::{Locale, fill};
use crate::later::later;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Book, Place, View};

/// What to call a next step.
fn step_words(step: Option<Step>) -> Words {
    step.map_or(t::STEP_REST, Step::label)
}

later! {
    /// Everything below the box, once it is here.
    pub fn lists(_none: ()) -> AnyView {
        TodayLists().into_any()
    }
}

/// Everything below the box.
#[component]
pub fn TodayLists() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let empty = Memo::new(move |_| {
        !notebook.loading()
            && notebook
                .of_all(|index| index.of_kind::<Entry>().next().is_none() && index.of_kind::<Spiral>().next().is_none())
    });
    let own = Memo::new(move |_| here.get().book == Book::Own);
    view! {
        <NewsView/>
        <Torn/>
        <Show when=move || notebook.loading()><p class="soft" role="status">{locale.say(c::LOADING)}</p></Show>
        <Show when=move || empty.get() && own.get()>
            <div class="empty">
                <p>{locale.say(t::EMPTY)}</p>
                <a class="button" href=Place { book: Book::Demo, view: View::Spirals }.hash()>{locale.say(t::SEE_DEMO)}</a>
            </div>
        </Show>
        <FirstStep/>
        <DueList/>
        <Running/>
        <ThisWeek/>
    }
}

/// What comes after the first words, for as long as there is no spiral: the latest problem becomes one, or else one is to
/// be stated.
#[component]
fn FirstStep() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let waits = Memo::new(move |_| {
        let waits = |index: &Index| {
            let begun = index.of_kind::<Spiral>().next().is_some() || index.of_kind::<Entry>().next().is_none();
            let last =
                |(id, entry): (RecordId, &Entry)| (entry.day(), entry.written.map(luoxuan::Timestamp::millis), id);
            (!begun).then(|| index.pool().map(last).max().map(|(_, _, id)| id))
        };
        (!notebook.loading()).then(|| notebook.of_all(waits)).flatten()
    });
    let begin = move |problem: RecordId| {
        if let Some(spiral) = notebook.begin_spiral(problem) {
            here.go_and_write(View::Spiral(spiral, None));
        }
    };
    let step = move |words: Words| move || fill(t::NEXT.in_(locale.get()), &[("step", &words.in_(locale.get()))]);
    let says = move |problem: RecordId| {
        notebook.of_record(problem, |index| {
            let opening = index.entry(problem).map(|entry| excerpt(entry.opening(), 60));
            opening.unwrap_or_default()
        })
    };
    view! {
        {move || waits.get().map(|problem| view! {
            <section class="first-step hint">
                {match problem {
                    Some(problem) => view! {
                        <h2>{step(t::STEP_SPIRAL)}</h2>
                        <p><a href=here.link_now(View::Entry(problem))>{move || says(problem)}</a></p>
                        <p class="row"><button type="button" class="main" on:click=move |_| begin(problem)>{locale.say(t::START_SPIRAL)}</button></p>
                    }.into_any(),
                    None => view! { <h2>{step(Step::StateProblem.label())}</h2> <p>{locale.say(t::FIRST_PROBLEM)}</p> }.into_any(),
                }}
            </section>
        })}
    }
}

/// The running spirals, each with its turn and its next step.
#[component]
fn Running() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| notebook.of_all(|index| running(index, latest_first)));
    let row = move |id: RecordId| {
        let state = Memo::new(move |_| {
            notebook.of_spiral(id, |index| {
                let turns = index.turns(id);
                let turn = turns.last();
                let step = turn.map_or(Some(Step::StateProblem), |turn| next_step(turn, |id| index.entry(id)));
                (
                    turn.map_or(1, |turn| turn.number),
                    turn.map_or(TurnState::Problem, |turn| turn.state),
                    step,
                )
            })
        });
        let title = move || notebook.of_record(id, |index| index.spiral(id).map(|spiral| spiral.title.clone()));
        view! {
            <li data-phase=move || colour_of(state.get().1)>
                <a href=move || here.link(View::Spiral(id, None))><span class="ring"></span>{title}</a>
                <span class="soft">
                    {move || fill(t::TURN.in_(locale.get()), &[("n", &state.get().0)])} " · "
                    {move || state.get().1.label().in_(locale.get())}
                </span>
                <a class="next" href=move || here.link(View::Spiral(id, None)) on:click=move |event| {
                    event.prevent_default();
                    here.go_and_write(View::Spiral(id, None));
                }>{move || fill(t::NEXT.in_(locale.get()), &[("step", &step_words(state.get().2).in_(locale.get()))])}</a>
            </li>
        }
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="running">
                <h2>{locale.say(t::RUNNING)}</h2>
                <ul class="plain"><For each=move || all.get() key=|(id, _, _)| *id let((id, _, _))>{row(id)}</For></ul>
            </section>
        </Show>
    }
}

/// The days of this teaching week.
fn this_week() -> (Date, Date) {
    let monday = clock::today().monday();
    (monday, monday.plus_days(6))
}

/// What was written down this week.
#[component]
fn ThisWeek() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        let (from, to) = this_week();
        notebook.of_all(|index| {
            let mut all: Vec<_> = index
                .between::<Entry>(from, to)
                .map(|(id, entry)| {
                    (
                        std::cmp::Reverse((entry.day(), entry.written.map(luoxuan::Timestamp::millis), id)),
                        id,
                    )
                })
                .collect();
            all.sort_unstable();
            all.into_iter().map(|(_, id)| id).take(30).collect::<Vec<_>>()
        })
    });
    let row = move |id: RecordId| {
        let entry = Memo::new(move |_| {
            notebook
                .of_record(id, |index| index.entry(id).cloned())
                .unwrap_or_default()
        });
        view! {
            <li class="entry" data-phase=move || entry.read().phase.word()>
                <a href=move || here.link(entry.read().spiral.map_or(View::Entry(id), |spiral| View::Spiral(spiral, Some(id))))>
                    <span class="badge">{move || entry.read().phase.label().in_(locale.get())}</span> " "
                    <span class="when">{move || entry.read().day().map(|day| clock::day_text(day, locale.get()))}</span> " "
                    <span>{move || excerpt(entry.read().opening(), 60)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="week-list">
            <h2>{locale.say(t::THIS_WEEK)}</h2>
            <Show when=move || !all.read().is_empty()
                fallback=move || view! { <Nothing words=t::NOTHING_THIS_WEEK/> }>
                <ul class="plain"><For each=move || all.get() key=|id| *id let(id)>{row(id)}</For></ul>
            </Show>
        </section>
    }
}
