//! The head of a spiral's page: its name, where it stands, and the drawing.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, called};
use luoxuan::record::{SpiralState, Vehicle};
use luoxuan::spiral::draw;
use luoxuan::text::excerpt;
use luoxuan::{RecordId, Spiral, Survey};

use super::details::Details;
use crate::browser::clock;
use crate::components::drawing::{Picture, SpiralDrawing};
use crate::components::editor::composing;
use crate::components::field::following_of;
use crate::i18n::capture as t;
use crate::i18n::spiral as s;
use crate::i18n::survey as v;
use crate::i18n::text as x;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// The head of the page.
#[component]
pub(super) fn Hero(id: RecordId) -> impl IntoView {
    let (here, notebook) = (Navigator::here(), Notebook::here());
    let spiral = Memo::new(move |_| {
        notebook
            .of_record(id, |index| index.spiral(id).cloned())
            .unwrap_or_default()
    });
    view! {
        <section class="hero">
            <div>
                <p class="soft">{above(spiral)}</p>
                {title(id, spiral)}
                <p class="meta">{facts(id, spiral)}</p>
                {origin(spiral)}
                {leads(id)}
                <Details id spiral/>
            </div>
            <SpiralDrawing picture=picture(id)
                link=move |entry| here.link_now(View::Spiral(id, Some(entry)))
                branch=move |spiral| here.link_now(View::Spiral(spiral, None))/>
        </section>
    }
}

/// The drawing, with what each of its dots is called.
fn picture(id: RecordId) -> Memo<Picture> {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    Memo::new(move |_| {
        let language = locale.get();
        notebook.of_spiral(id, |index| {
            let turns = index.turns(id);
            let drawing = draw(&turns, |id| index.entry(id));
            let names = drawing.dots.iter().map(|dot| {
                let entry = index.entry(dot.entry);
                let day = entry
                    .and_then(luoxuan::Entry::day)
                    .map(|day| clock::day_text(day, language));
                let text = entry.map(|entry| excerpt(entry.opening(), 28)).unwrap_or_default();
                format!("{} {} {text}", dot.phase.label().in_(language), day.unwrap_or_default())
            });
            Picture {
                title: index.spiral(id).map(|spiral| spiral.title.clone()).unwrap_or_default(),
                turns: turns.len(),
                names: names.collect(),
                drawing,
            }
        })
    })
}

/// What it is done for, and the themes it stands under.
fn above(spiral: Memo<Spiral>) -> impl Fn() -> String {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    move || {
        let language = locale.get();
        notebook.of_surroundings(|index| {
            let vehicle = spiral
                .with(|spiral| spiral.vehicle)
                .and_then(|id| index.of_kind::<Vehicle>().find(|(known, _)| *known == id));
            let vehicle =
                vehicle.map(|(_, vehicle)| called(index.settings(), vehicle.sort.word(), language).to_owned());
            let themes = spiral.with(|spiral| spiral.themes.clone());
            vehicle.into_iter().chain(themes).collect::<Vec<_>>().join(" · ")
        })
    }
}

fn title(id: RecordId, spiral: Memo<Spiral>) -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let title = move || spiral.with(|spiral| spiral.title.clone());
    view! {
        <h1 class="hidden">{title}</h1>
        <textarea class="title" rows="1" aria-label=locale.say(s::TITLE) placeholder=locale.say(s::TITLE_HINT)
            node_ref=following_of(move || Some(id), title)
            on:keydown=move |event| if event.key() == "Enter" && !composing(&event) {
                event.prevent_default();
                event_target::<web_sys::HtmlElement>(&event).blur().unwrap_or_default();
            }
            on:change=move |event| {
                // A name is one line, however it was pasted.
                let title = event_target_value(&event).split_whitespace().collect::<Vec<_>>().join(" ");
                notebook.change_spiral(id, |spiral| spiral.title = title);
            }></textarea>
    }
    .into_any()
}

/// Of which class it is, how far it has come, since when.
fn facts(id: RecordId, spiral: Memo<Spiral>) -> impl Fn() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    move || {
        let language = locale.get();
        let (begun, turn) = notebook.of_spiral(id, |index| {
            let begun = index.days_of(id).min();
            (begun, index.turns(id).last().map(|turn| (turn.number, turn.state)))
        });
        let mut facts = spiral.with(|spiral| {
            let pupils = spiral.pupils.map(|n| fill(s::PUPILS.in_(language), &[("n", &n)]));
            let class = [Some(spiral.class.clone()), pupils].into_iter().flatten();
            let state = (spiral.state != SpiralState::Running).then(|| spiral.state.label().in_(language).to_owned());
            let mut facts = vec![class.collect::<Vec<_>>().join(" "), spiral.subject.clone()];
            facts.extend(state);
            facts
        });
        facts.extend(turn.map(|(number, state)| {
            let turn = fill(t::TURN.in_(language), &[("n", &number)]);
            format!("{turn} · {}", state.label().in_(language))
        }));
        facts.extend(begun.map(|day| fill(s::SINCE.in_(language), &[("date", &clock::day_text(day, language))])));
        let shown = facts.into_iter().filter(|fact| !fact.trim().is_empty());
        shown
            .map(|fact| view! { <span>{fact}</span> })
            .collect_view()
            .into_any()
    }
}

/// The entry this spiral branched from, with its own spiral.
fn origin(spiral: Memo<Spiral>) -> impl Fn() -> Option<AnyView> {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    move || {
        let entry = spiral.with(|spiral| spiral.branched_from)?;
        let (from, name) = notebook.of_record(entry, |index| {
            let parent = index.entry(entry)?.spiral?;
            Some((parent, excerpt(&index.spiral(parent)?.title, 30)))
        })?;
        let way = view! {
            <p class="soft"><a href=move || here.link(View::Spiral(from, Some(entry)))>
                {move || fill(s::BRANCH_OF.in_(locale.get()), &[("name", &name)])}
            </a></p>
        };
        Some(way.into_any())
    }
}

/// The ways on: a text, the surveys.
fn leads(id: RecordId) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let surveys = move || {
        notebook.of_spiral(id, |index| {
            let all = index.in_spiral::<Survey>(id);
            all.map(|(id, survey)| (id, survey.title.clone())).collect::<Vec<_>>()
        })
    };
    let begin_survey = move |_| {
        let survey = Survey {
            spiral: Some(id),
            ..Survey::default()
        };
        here.go(View::Survey(notebook.add(&survey)));
    };
    view! {
        <p class="row actions leads">
            <a class="button" href=move || here.link(View::Texts(Some(id)))>{locale.say(x::TO_TEXT)}</a>
            {move || surveys().into_iter().map(|(survey, title)| view! {
                <a class="chip" href=here.link_now(View::Survey(survey))>
                    {locale.say(v::SURVEY)} " " {if title.trim().is_empty() { v::UNTITLED.in_(locale.get()).to_owned() } else { title }}
                </a>
            }).collect_view()}
            <button type="button" class="quiet" on:click=begin_survey>{locale.say(v::NEW_SURVEY)}</button>
        </p>
    }
    .into_any()
}
