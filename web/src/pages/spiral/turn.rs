//! One turn: its entries in order, each to read or to change in place.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::text::excerpt;
use luoxuan::{Entry, Fate, Measure, Phase, RecordId};

use super::{Bench, Open, new_entry};
use crate::browser::random;
use crate::components::absent::absent;
use crate::components::entry_card::{Rest, entry_line, entry_text, rests};
use crate::components::entry_editor::EntryEditor;
use crate::components::evidence::evidence_of;
use crate::components::field::following_of;
use crate::components::notices::Notices;
use crate::components::scroll_to;
use crate::components::select::Select;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;
use crate::sheet::{Sheet, leaf};

/// One turn of the spiral on the page.
#[component]
pub(super) fn TurnView(bench: Bench, number: u32, problem: Option<RecordId>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let spiral = bench.spiral;
    let turn = Memo::new(move |_| {
        notebook.of_spiral(spiral, |index| {
            index.turns(spiral).into_iter().find(|turn| turn.number == number)
        })
    });
    let entries = move || {
        // What is being written on the sheet at the end is not shown a second time.
        let writing = bench.next.get();
        let mut entries = turn
            .with(|turn| turn.as_ref().map(|turn| turn.entries.clone()))
            .unwrap_or_default();
        entries.retain(|id| Some(*id) != writing);
        entries
    };
    // A turn that grew out of the one before repeats what it took over, in a line.
    let handed_on = move || {
        let outside = turn.with(|turn| {
            turn.as_ref()
                .is_some_and(|turn| problem.is_some_and(|id| !turn.entries.contains(&id)))
        });
        let id = problem.filter(|_| outside)?;
        notebook.of_record(id, |index| {
            index
                .entry(id)
                .map(|entry| excerpt(entry.field("statement").unwrap_or_else(|| entry.opening()), 80))
        })
    };
    view! {
        <section class="turn" aria-labelledby=format!("turn-{number}")>
            <div class="turn-head">
                <h2 class="n" id=format!("turn-{number}")>{move || fill(t::TURN.in_(locale.get()), &[("n", &number)])}</h2>
                {problem.map(|problem| turn_name(spiral, number, problem))}
                <span class="soft">{move || turn.with(|turn| turn.as_ref().map(|turn| turn.state.label().in_(locale.get())))}</span>
            </div>
            {move || handed_on().map(|text| view! { <p class="soft handed-on">{locale.say(s::HANDED_ON)} {text}</p> })}
            <div class="rail">
                <For each=entries key=|id| *id let(id)><Row bench id number/></For>
            </div>
        </section>
    }
}

/// What the teacher calls the turn that this problem began.
fn turn_name(spiral: RecordId, number: u32, problem: RecordId) -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let name = move || {
        notebook.of_record(spiral, |index| {
            index
                .spiral(spiral)
                .and_then(|spiral| spiral.turn_names.get(&problem).cloned())
        })
    };
    let label = move || fill(s::TURN_NAME.in_(locale.get()), &[("n", &number)]);
    let rename = move |name: &str| {
        notebook.change_spiral(spiral, |spiral| {
            if name.is_empty() {
                spiral.turn_names.remove(&problem);
            } else {
                spiral.turn_names.insert(problem, name.into());
            }
        });
    };
    view! {
        <input type="text" class="turn-name" node_ref=following_of(move || Some(spiral), move || name().unwrap_or_default())
            aria-label=label placeholder=label on:change=move |event| rename(event_target_value(&event).trim())/>
    }
    .into_any()
}

/// One entry: read or being changed, and after it the new problem it led to, while that is written.
#[component]
fn Row(bench: Bench, id: RecordId, number: u32) -> impl IntoView {
    let notebook = Notebook::here();
    let changing = Memo::new(move |_| bench.open.get() == Open::Change(id));
    let finding = Memo::new(move |_| bench.open.get() == Open::NewProblem(id));
    let locale = Locale::here();
    let done = move |()| {
        bench.open.set(Open::Nothing);
        bench.current.set(None);
    };
    let write = move |sheet: Sheet| {
        bench.current.set(Some(sheet));
        view! {
            <EntryEditor sheet on_done=done on_focus=move |()| bench.current.set(Some(sheet))
                on_new_problem=move |()| bench.open.set(Open::NewProblem(sheet.id))/>
            // What stands beside the text is far below on a narrow page.
            <p class="beside-box"><button type="button" on:click=move |_| scroll_to("beside".into())>{locale.say(s::TO_ASIDE)}</button></p>
        }
        .into_any()
    };
    view! {
        {move || if changing.get() {
            leaf(id, || None, absent, write)
        } else {
            view! { <Card bench id number/> }.into_any()
        }}
        {move || finding.get().then(|| {
            let start = move || Some(new_entry(notebook, bench.spiral, Phase::NewProblem, Some(id)));
            leaf(random::record_id(), start, absent, write)
        })}
    }
}

/// One entry, to read.
#[component]
fn Card(bench: Bench, id: RecordId, number: u32) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let entry = Memo::new(move |_| {
        notebook
            .of_record(id, |index| index.entry(id).cloned())
            .unwrap_or_default()
    });
    let torn = Memo::new(move |_| notebook.heads(id).len() > 1);
    let newer = Memo::new(move |_| notebook.is_newer(id));
    let rest = Memo::new(move |_| resting(notebook, bench.spiral, id));
    let phase = Memo::new(move |_| entry.read().phase);
    let remove = move |_| {
        let undo = notebook.trash(id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
    };
    let here_now = bench.at == Some(id);
    view! {
        <article class="entry" class:here=here_now id=id.to_string() tabindex="-1" data-phase=move || phase.get().word()
            aria-label=move || phase.get().label().in_(locale.get())>
            {move || entry.with(|entry| entry_line(entry, Some(number + 1), locale))}
            {move || entry.with(|entry| entry_text(entry, locale))}
            {move || rests(rest.get(), locale)}
            <div class="row actions">
                <Show when=move || torn.get()><a class="button" href=move || here.link(View::Entry(id))>{locale.say(t::SEE_BOTH)}</a></Show>
                <Show when=move || !torn.get() && !newer.get()>
                    <button type="button" on:click=move |_| bench.open.set(Open::Change(id))>{locale.say(c::EDIT)}</button>
                    <Show when=move || matches!(phase.get(), Phase::Reflection | Phase::Observation | Phase::Action)>
                        <button type="button" on:click=move |_| bench.open.set(Open::NewProblem(id))>{locale.say(s::FIND_NEW_PROBLEM)}</button>
                    </Show>
                    <Show when=move || phase.get() == Phase::NewProblem><Fates id entry/></Show>
                </Show>
                <a class="button quiet" href=move || here.link(View::Entry(id))>{locale.say(t::HISTORY)}</a>
                <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button>
            </div>
        </article>
    }
}

/// Deciding what becomes of a new problem, where it stands; every decision can be taken back.
#[component]
fn Fates(id: RecordId, entry: Memo<Entry>) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let own = Memo::new(move |_| entry.with(|entry| entry.leads_to.filter(|_| entry.fate == Fate::OwnSpiral)));
    let decide = move |fate: Fate| {
        let before = entry.get_untracked();
        let spiral = notebook.decide(id, fate);
        let begun = spiral.filter(|spiral| before.leads_to != Some(*spiral));
        let says = fate.label().in_(locale.0.get_untracked());
        notices.undoable(says, move || {
            notebook.write(id, &before);
            if let Some(spiral) = begun {
                notebook.trash_spiral(spiral);
                here.go(View::Spiral(before.spiral.unwrap_or(spiral), Some(id)));
            }
        });
        if let Some(spiral) = spiral {
            here.go_and_write(View::Spiral(spiral, None));
        }
    };
    // A spiral of its own begins by a button: a choice in a list is made by passing over it.
    let options = |branched: bool| {
        let offered = Fate::ALL.iter().filter(|fate| branched || **fate != Fate::OwnSpiral);
        offered.map(|fate| (fate.word(), fate.label())).collect::<Vec<_>>()
    };
    view! {
        {move || {
            let own = own.get();
            let way = match own {
                Some(spiral) => view! { <a class="button" href=move || here.link(View::Spiral(spiral, None))>{locale.say(s::GO_THERE)}</a> }.into_any(),
                None => view! { <button type="button" on:click=move |_| decide(Fate::OwnSpiral)>{locale.say(s::BRANCH)}</button> }.into_any(),
            };
            view! {
                <Select label=s::FATE options=options(own.is_some()) value=Signal::derive(move || entry.read().fate.word())
                    on_change=move |word: String| if let Some(fate) = Fate::from_word(&word) { decide(fate) }/>
                {way}
            }
        }}
    }
}

/// What an entry rests on: evidence, and the values it reports.
fn resting(notebook: Notebook, spiral: RecordId, id: RecordId) -> Vec<Rest> {
    let evidence = evidence_of(notebook, id);
    let mut all: Vec<Rest> = evidence.into_iter().map(|(_, evidence)| Rest::of(evidence)).collect();
    all.extend(notebook.of_spiral(spiral, |index| {
        let Some(header) = index.spiral(spiral) else {
            return Vec::new();
        };
        let values = index
            .in_spiral::<Measure>(spiral)
            .filter(|(_, measure)| measure.entry == Some(id));
        values
            .filter_map(|(_, measure)| {
                let indicator = header.indicators.get(&measure.indicator)?;
                let text = format!("{} {}", indicator.name, super::indicators::figure(measure, indicator)?);
                Some(Rest {
                    known: luoxuan::record::HowKnown::Counted,
                    text,
                    words: String::new(),
                    pictures: Vec::new(),
                })
            })
            .collect()
    }));
    all
}
