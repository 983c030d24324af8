//! The places, and the spirals that are running.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use std::cmp::Reverse;

use leptos::prelude::*;
use luoxuan::catalog::called;
use luoxuan::spiral::TurnState;
use luoxuan::text::excerpt;
use luoxuan::{RecordId, Timestamp};

use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::later::{fetched, later};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::pages::today::running;
use crate::place::View;

/// The phase whose colour stands for how far a turn has come.
pub const fn colour_of(state: TurnState) -> &'static str {
    match state {
        TurnState::Problem => "problem",
        TurnState::Planning | TurnState::Acting => "action",
        TurnState::Reflecting => "reflection",
        TurnState::Closed => "new_problem",
    }
}

/// What this school calls a term, following its settings.
pub fn called_here(
    notebook: Notebook,
    locale: Locale,
    name: &'static str,
) -> impl Fn() -> String + Copy + Send + 'static {
    move || notebook.of_surroundings(|index| called(index.settings(), name, locale.get()).to_owned())
}

/// The navigation: at the side, or at the foot of a narrow page.
#[component]
pub fn Nav() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let at = Memo::new(move |_| here.get().view);
    let current = move |is: fn(View) -> bool| move || is(at.get()).then_some("page");
    view! {
        <nav aria-label=locale.say(c::PLACES) aria-busy=move || notebook.loading().to_string()>
            <a href=move || here.link(View::Today) aria-current=current(|view| view == View::Today)>{locale.say(c::TODAY)}</a>
            <a href=move || here.link(View::Spirals) aria-current=current(|view| matches!(view, View::Spirals | View::Spiral(..)))>{called_here(notebook, locale, "spiral")}</a>
            <a href=move || here.link(View::Texts(None)) aria-current=current(|view| matches!(view, View::Texts(_) | View::Text(..) | View::Survey(_)))>{locale.say(c::TEXTS)}</a>
            <a href=move || here.link(View::Records(None)) aria-current=current(|view| matches!(view, View::Records(_) | View::Record(_)))>{locale.say(c::RECORDS)}</a>
            <a href=move || here.link(View::Settings) aria-current=current(|view| view == View::Settings)>{locale.say(c::SETTINGS)}</a>
            {fetched(threads(()))}
        </nav>
    }
}

/// The running spirals and the problem pool, under the places.
#[component]
pub fn Threads() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let running = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let all = running(index, |a, b| a.1.cmp(&b.1)).into_iter();
            all.map(|(id, title, _)| (id, title)).collect::<Vec<_>>()
        })
    });
    let pool = Memo::new(move |_| {
        notebook.of_all(|index| {
            let mut all: Vec<_> = index.pool().collect();
            // The latest: they are what a teacher is on.
            all.sort_by_key(|(id, entry)| Reverse((entry.day(), entry.written.map(Timestamp::millis), *id)));
            let latest = all.into_iter().take(5);
            latest
                .map(|(id, entry)| (id, excerpt(entry.opening(), 18)))
                .collect::<Vec<_>>()
        })
    });
    let colour = move |id: RecordId| {
        move || {
            notebook.of_spiral(id, |index| {
                index.turns(id).last().map_or("problem", |turn| colour_of(turn.state))
            })
        }
    };
    view! {
            <Show when=move || !running.read().is_empty()>
                <div class="threads">
                    <h2>{locale.say(c::RUNNING)}</h2>
                    <For each=move || running.get() key=|(id, title)| (*id, title.clone()) let((id, title))>
                        <a href=move || here.link(View::Spiral(id, None)) data-phase=colour(id)><span class="ring"></span>{if title.is_empty() { s::NEW_TITLE.in_(locale.0.get_untracked()).to_owned() } else { title }}</a>
                    </For>
                </div>
            </Show>
            <Show when=move || !pool.read().is_empty()>
                <div class="threads">
                    <h2>{called_here(notebook, locale, "problem_pool")}</h2>
                    <For each=move || pool.get() key=|(id, text)| (*id, text.clone()) let((id, text))>
                        <a href=move || here.link(View::Entry(id)) data-phase="new_problem"><span class="ring"></span>{text}</a>
                    </For>
                </div>
            </Show>
        <div class="threads trash-link"><a href=move || here.link(View::Trash) aria-current=move || (here.get().view == View::Trash).then_some("page")>{locale.say(c::TRASH)}</a></div>
    }
}

later! {
    /// Running spirals and the pool, once they are here.
    pub fn threads(_none: ()) -> AnyView {
        Threads().into_any()
    }
}
