//! 今天: the front door. A box with the cursor in it, the running spirals, this week.

use std::cmp::Ordering;

use leptos::html::Textarea;
use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::SpiralState;
use luoxuan::spiral::{Step, next_step};
use luoxuan::{Date, Entry, Index, Phase, RecordId, Spiral};

use super::lists::lists;
use crate::browser::random;
use crate::here::Here;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::later::fetched;
use crate::notebook::Notebook;
use crate::parts::choice::Choice;
use crate::parts::editor::{Editor, finishes};
use crate::parts::entry_editor::expectation_line;
use crate::parts::evidence::attach;
use crate::parts::field::following;
use crate::parts::notices::Notices;
use crate::place::View;
use crate::sheet::{Sheet, leaf};

/// The front door: the box is there at once, the rest follows.
#[component]
pub fn TodayPage() -> impl IntoView {
    let locale = Locale::here();
    view! {
        <h1 class="hidden">{locale.say(c::TODAY)}</h1>
        <Capture/>
        {fetched(lists(()))}
    }
}

/// Sixty seconds from bell to kept. A new sheet is laid out after each entry.
#[component]
fn Capture() -> impl IntoView {
    let sheets = RwSignal::new((0_u32, None::<RecordId>, String::new()));
    view! {
        {move || {
            let (number, spiral, class) = sheets.get();
            view! { <CaptureSheet spiral class on_next=move |(spiral, class)| {
                sheets.set((number + 1, spiral, class));
            }/> }
        }}
    }
}

#[component]
fn CaptureSheet(
    spiral: Option<RecordId>,
    class: String,
    #[prop(into)] on_next: Callback<(Option<RecordId>, String)>,
) -> impl IntoView {
    // The person's own choice of kind stands; until then it follows the spiral's next step.
    let chosen = RwSignal::new(false);
    let start = move || {
        Some(Entry {
            spiral,
            class: class.clone(),
            phase: Phase::Problem,
            ..Entry::default()
        })
    };
    let absent = |_| ().into_any();
    leaf(random::record_id(), start, absent, move |sheet| {
        capture(sheet, chosen, on_next).into_any()
    })
}

fn capture(sheet: Sheet, chosen: RwSignal<bool>, on_next: Callback<(Option<RecordId>, String)>) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Here::here(), Notebook::here(), Notices::here());
    let area = NodeRef::<Textarea>::new();
    // What is shown around the box is drawn anew when it changes, not at every key.
    let phase = Memo::new(move |_| sheet.with(|entry| entry.phase));
    let thread = Memo::new(move |_| sheet.with(|entry| entry.spiral));
    let spirals = Memo::new(move |_| notebook.of_all(|index| running(index, latest_first)));
    let set_thread = move |word: &str| {
        let spiral = word.parse::<RecordId>().ok();
        let (after, phase) = match spiral {
            Some(spiral) => untrack(|| notebook.of_spiral(spiral, |index| place_in(index, spiral))),
            None => (None, Phase::Problem),
        };
        let class = spiral.and_then(|spiral| {
            untrack(|| notebook.of_record(spiral, |index| index.spiral(spiral).map(|s| s.class.clone())))
        });
        let phase = if chosen.get_untracked() {
            sheet.with(|entry| entry.phase)
        } else {
            phase
        };
        sheet.change_quietly(|entry| {
            entry.spiral = spiral;
            entry.after = after;
            entry.phase = phase;
            if let Some(class) = class {
                entry.class = class;
            }
        });
    };
    if let Some(spiral) = untrack(|| thread.get()).filter(|_| !sheet.again) {
        set_thread(&spiral.to_string());
    }
    let finished = StoredValue::new(false);
    on_cleanup(move || {
        // Whoever goes elsewhere in mid-sentence is told where the sentence is.
        let leaves = untrack(|| here.get()).view != View::Today;
        if leaves && !finished.try_get_value().unwrap_or(true) && !sheet.is_empty() {
            let language = locale.0.get_untracked();
            let address = here.link_now(View::Entry(sheet.id));
            notices.leads(t::UNFINISHED.in_(language), t::GO_ON.in_(language), address);
        }
    });
    let done = move || {
        if sheet.is_empty() {
            return;
        }
        finished.set_value(true);
        let (id, spiral, class) = untrack(|| sheet.with(|entry| (sheet.id, entry.spiral, entry.class.clone())));
        sheet.settle();
        notices.leads(
            t::KEPT.in_(locale.0.get_untracked()),
            t::OPEN.in_(locale.0.get_untracked()),
            here.link_now(spiral.map_or(View::Entry(id), |spiral| View::Spiral(spiral, Some(id)))),
        );
        on_next.run((spiral, class));
    };
    let phases = Phase::ALL
        .iter()
        .filter(|phase| **phase != Phase::NewProblem)
        .map(|phase| (phase.word(), phase.label()))
        .collect();
    let classes = Memo::new(move |_| notebook.of_surroundings(|index| index.profile().classes.clone()));
    view! {
        <section class="write capture" data-phase=move || phase.get().word()
            on:keydown=move |event| if finishes(&event) {
                done();
            }>
            // What is laid out in the preview has headings of its own, under this one.
            <h2 class="hidden">{locale.say(t::BOX_LABEL)}</h2>
            <Editor
                area
                text=untrack(|| sheet.with(|entry| entry.body.clone()))
                autofocus={!sheet.again}
                id="capture"
                label=Signal::derive(move || t::BOX_LABEL.in_(locale.get()).to_owned())
                placeholder=Signal::derive(move || t::BOX.in_(locale.get()).to_owned())
                on_input=move |text: String| sheet.update(|entry| entry.body = text)
                on_done=move |()| done()
                on_picture=move |file| attach(notebook, sheet, file)
            />
            <footer class="row">
                <Choice label=t::PHASE options=phases value=Signal::derive(move || phase.get().word())
                    on_change=move |word: String| if let Some(phase) = Phase::from_word(&word) {
                        chosen.set(true);
                        sheet.change_quietly(|entry| entry.phase = phase);
                    }/>
                <label class="choice"><span>{locale.say(t::THREAD)}</span>
                    <select on:change=move |event| set_thread(&event_target_value(&event))>
                        <option value="">{locale.say(t::NO_THREAD)}</option>
                        {move || {
                            let now = thread.get();
                            spirals.get().into_iter().map(|(id, title, _)| view! {
                                <option value=id.to_string() selected=now == Some(id)>{title.chars().take(16).collect::<String>()}</option>
                            }).collect_view()
                        }}
                    </select>
                </label>
                <label class="choice"><span>{locale.say(t::CLASS)}</span>
                    <input type="text" list="classes" size="8" node_ref=following(move || sheet.with(|entry| entry.class.clone()))
                        on:change=move |event| sheet.change_quietly(|entry| entry.class = event_target_value(&event))/>
                    <datalist id="classes">{move || classes.get().into_iter().map(|class| view! { <option value=class></option> }).collect_view()}</datalist>
                </label>
                <button type="button" class="main" aria-keyshortcuts="Control+Enter" on:click=move |_| done()>{locale.say(c::DONE)}</button>
                <kbd class="soft">"Ctrl Enter"</kbd>
            </footer>
            {move || (phase.get() == Phase::Action).then(|| view! {
                {fetched(expectation_line((sheet, Callback::new(move |()| done()))))}
            })}
        </section>
    }
}

/// After which entry a new one comes in a spiral, and which phase is next there.
pub fn place_in(index: &luoxuan::Index, spiral: RecordId) -> (Option<RecordId>, Phase) {
    let turns = index.turns(spiral);
    let Some(turn) = turns.last() else {
        return (None, Phase::Problem);
    };
    let step = next_step(turn, |id| index.entry(id));
    (
        turn.entries.last().copied().or(turn.problem),
        step.map_or(Phase::Note, Step::phase),
    )
}

/// A running spiral: id, title, and the last day something happened in it.
pub(crate) type Running = (RecordId, String, Option<Date>);

/// Running spirals, in this order.
pub(crate) fn running(index: &Index, order: fn(&Running, &Running) -> Ordering) -> Vec<Running> {
    let mut all: Vec<_> = index
        .of_kind::<Spiral>()
        .filter(|(_, spiral)| spiral.state == SpiralState::Running)
        .map(|(id, spiral)| (id, spiral.title.clone(), index.days_of(id).max()))
        .collect();
    all.sort_by(order);
    all
}

/// The one in which something happened last comes first.
pub(super) fn latest_first(a: &Running, b: &Running) -> Ordering {
    (b.2, &a.1).cmp(&(a.2, &b.1))
}
