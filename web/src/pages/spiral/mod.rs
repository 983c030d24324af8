//! One spiral: where it stands, its turns with writing in place, and questions beside the text.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::{Entry, Fate, Phase, RecordId};

mod aside;
mod details;
mod hero;
mod indicators;
mod turn;

use aside::Aside;
use hero::Hero;
use turn::TurnView;

use crate::browser::random;
use crate::components::absent::absent;
use crate::components::entry_editor::EntryEditor;
use crate::components::lately::Lately;
use crate::components::{scroll_to, show};
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::pages::today::place_in;
use crate::sheet::{Sheet, leaf};

/// What is being written on the page, besides the sheet at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Nothing.
    Nothing,
    /// An entry that is there already.
    Change(RecordId),
    /// A new problem, after this entry.
    NewProblem(RecordId),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Bench {
    spiral: RecordId,
    open: RwSignal<Open>,
    /// The sheet the keyboard was in last: the questions beside the text are about it.
    current: RwSignal<Option<Sheet>>,
    /// The sheet at the end.
    end: RwSignal<Option<Sheet>>,
    /// The entry the sheet at the end is for.
    next: RwSignal<Option<RecordId>>,
    /// The entry the address names.
    at: Option<RecordId>,
}

impl Bench {
    /// The sheet the questions beside the text are about: the one the keyboard was in last, or when that has been put away
    /// the one at the end.
    fn written(self) -> Option<Sheet> {
        let is_open = |sheet: &Sheet| sheet.try_with(|_| ()).is_some();
        let current = self.current.get().filter(is_open);
        current.or_else(|| self.end.get().filter(is_open))
    }
}

/// One spiral.
#[component]
pub fn SpiralPage(
    /// Which.
    id: RecordId,
    /// The entry to show first.
    at: Option<RecordId>,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    if let Some(lately) = use_context::<Lately>() {
        lately.look_at(id);
    }
    let bench = Bench {
        spiral: id,
        open: RwSignal::new(Open::Nothing),
        current: RwSignal::new(None),
        end: RwSignal::new(None),
        next: RwSignal::new(None),
        at,
    };
    let there = Memo::new(move |_| notebook.of_record(id, |index| index.spiral(id).is_some()));
    let turns = Memo::new(move |_| {
        notebook.of_spiral(id, |index| {
            index
                .turns(id)
                .into_iter()
                .map(|turn| (turn.number, turn.problem))
                .collect::<Vec<_>>()
        })
    });
    let settled = Memo::new(move |_| !notebook.loading());
    view! {
        <Show when=move || there.get()
            fallback=move || view! { <p class="soft" role="status">{locale.say(if notebook.loading() { c::LOADING } else { c::NOT_FOUND })}</p> }>
            <div class="spiral-page">
            <Hero id/>
            <div class="with-aside">
                <div>
                    <For each=move || turns.get() key=|turn| *turn let((number, problem))>
                        <TurnView bench number problem/>
                    </For>
                    // Where the next entry belongs is known once all earlier ones are here.
                    <Show when=move || settled.get()><NextSheets bench/></Show>
                </div>
                <Aside bench/>
            </div>
            </div>
        </Show>
    }
}

/// The sheet at the end of the last turn; a fresh one after each entry.
#[component]
fn NextSheets(bench: Bench) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    // How many came before, and the reflection that the next one is a new problem of.
    let count = RwSignal::new((0_u32, None::<RecordId>));
    let turn_over = move |reflection: Option<RecordId>| {
        count.update(|(number, after)| {
            *number += 1;
            *after = reflection;
        });
    };
    // Whoever comes back to a spiral that goes on comes to go on.
    let goes_on = untrack(|| {
        notebook.of_spiral(bench.spiral, |index| {
            let open = index.spiral(bench.spiral).is_some_and(|spiral| spiral.state.is_open());
            open && index.in_spiral::<Entry>(bench.spiral).next().is_some()
        })
    });
    let came = bench.at.is_none() && goes_on && is_idle();
    let wanted = Navigator::here().takes_cursor() || came && !is_touched();
    if came {
        show(".next-sheet");
    }
    let blank = StoredValue::new(None::<Sheet>);
    // While nothing is written on it, the sheet follows the turns; from then on it stays as it is.
    let layout = Memo::new(move |before: Option<&(u32, Option<RecordId>, Phase)>| {
        let (number, reflection) = count.get();
        let (after, phase) = notebook.of_spiral(bench.spiral, |index| place_in(index, bench.spiral));
        let place = match reflection {
            Some(reflection) => (number, Some(reflection), Phase::NewProblem),
            None => (number, after, phase),
        };
        match before {
            Some(before) if before.0 == number && !blank.get_value().is_none_or(Sheet::is_empty) => *before,
            _ => place,
        }
    });
    if let Some(at) = bench.at {
        scroll_to(at.to_string());
    }
    view! {
        <section class="next-sheet" aria-label=locale.say(crate::i18n::spiral::WRITE_MORE)>
            {move || {
                let (number, after, phase) = layout.get();
                let had_focus = document().active_element().is_some_and(|element| element.closest(".next-sheet").is_ok_and(|found| found.is_some()));
                let start = move || Some(new_entry(notebook, bench.spiral, phase, after));
                leaf(random::record_id(), start, absent, move |sheet| {
                    blank.set_value(Some(sheet));
                    bench.current.set(Some(sheet));
                    bench.end.set(Some(sheet));
                    bench.next.set(Some(sheet.id));
                    view! {
                        <EntryEditor sheet autofocus={number > 0 || had_focus || wanted}
                            on_focus=move |()| bench.current.set(Some(sheet))
                            on_done=move |()| if !sheet.is_empty() { turn_over(None) }
                            on_new_problem=move |()| if !sheet.is_empty() { turn_over(Some(sheet.id)) }/>
                    }
                    .into_any()
                })
            }}
        </section>
    }
}

/// Whether the keyboard is nowhere, or on the link that led here.
fn is_idle() -> bool {
    let active = document().active_element();
    active.is_none_or(|element| matches!(&*element.tag_name(), "BODY" | "A" | "MAIN"))
}

/// Whether the page is used by touch: there a cursor calls up a keyboard over half of it.
fn is_touched() -> bool {
    let query = window().match_media("(pointer: coarse)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// A blank entry of a spiral, of today.
fn new_entry(notebook: Notebook, spiral: RecordId, phase: Phase, after: Option<RecordId>) -> Entry {
    let class = untrack(|| notebook.of_record(spiral, |index| index.spiral(spiral).map(|spiral| spiral.class.clone())));
    // What comes up while reflecting opens the next turn, unless another problem of this turn has.
    let goes_on = untrack(|| {
        notebook.of_spiral(spiral, |index| {
            let turns = index.turns(spiral);
            let turn = turns
                .iter()
                .find(|turn| after.is_some_and(|after| turn.entries.contains(&after)));
            let opens = |id: &RecordId| index.entry(*id).is_some_and(|entry| entry.fate == Fate::NextTurn);
            turn.is_some_and(|turn| turn.entries.iter().any(opens))
        })
    });
    Entry {
        spiral: Some(spiral),
        phase,
        after,
        class: class.unwrap_or_default(),
        fate: if phase == Phase::NewProblem && !goes_on {
            Fate::NextTurn
        } else {
            Fate::Undecided
        },
        ..Entry::default()
    }
}
