//! 今天: the front door. A box with the cursor in it, the running spirals, this week.

use std::cmp::Ordering;

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::SpiralState;
use luoxuan::spiral::{Step, next_step};
use luoxuan::{Date, Entry, Index, Phase, RecordId, Spiral};

use super::lists::lists;
use crate::browser::random;
use crate::components::editor::{Editor, finishes, leave_field};
use crate::components::entry_editor::expectation_line;
use crate::components::evidence::attach;
use crate::components::field::following;
use crate::components::notices::Notices;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::later::fetched;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;
use crate::sheet::{Sheet, leaves};

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

/// What a sheet begins with.
#[derive(Clone)]
struct Beginning {
    id: RecordId,
    spiral: Option<RecordId>,
    class: String,
}

impl Beginning {
    fn new(spiral: Option<RecordId>, class: String) -> Self {
        Self {
            id: random::record_id(),
            spiral,
            class,
        }
    }
}

/// The box of the front door, whichever sheet is in it.
#[derive(Clone, Copy)]
struct FrontBox {
    beginning: RwSignal<Beginning>,
    /// The person's own choice of kind stands; until then it follows the spiral's next step.
    chosen: StoredValue<bool>,
    locale: Locale,
    here: Navigator,
    notebook: Notebook,
    notices: Notices,
}

/// Sixty seconds from bell to kept. After each entry the next sheet is in the box, and only the words make way: a box laid
/// out anew takes a slow computer two frames more.
#[component]
fn Capture() -> impl IntoView {
    let front = FrontBox {
        beginning: RwSignal::new(Beginning::new(None, String::new())),
        chosen: StoredValue::new(false),
        locale: Locale::here(),
        here: Navigator::here(),
        notebook: Notebook::here(),
        notices: Notices::here(),
    };
    let start = move || {
        let Beginning { spiral, class, .. } = front.beginning.get_untracked();
        Entry {
            spiral,
            class,
            phase: Phase::Problem,
            ..Entry::default()
        }
    };
    let id = Signal::derive(move || front.beginning.with(|beginning| beginning.id));
    leaves(
        id,
        start,
        move |sheet| front.begun(sheet),
        move |sheet| front.view(sheet).into_any(),
    )
}

impl FrontBox {
    /// A sheet has been put into it.
    fn begun(self, sheet: Sheet) {
        if !sheet.again {
            self.chosen.set_value(false);
            if let Some(spiral) = sheet.with(|entry| entry.spiral) {
                self.put_into(sheet, Some(spiral));
            }
        }
        on_cleanup(move || {
            // Whoever goes elsewhere in mid-sentence is told where the sentence is.
            let leaves = untrack(|| self.here.get()).view != View::Today;
            if leaves && !sheet.is_empty() {
                let language = self.locale.0.get_untracked();
                let address = self.here.link_now(View::Entry(sheet.id));
                self.notices
                    .leads(t::UNFINISHED.in_(language), t::GO_ON.in_(language), address);
            }
        });
    }

    /// Puts what is being written into a spiral, as its next step.
    fn put_into(self, sheet: Sheet, spiral: Option<RecordId>) {
        let (after, phase) = match spiral {
            Some(spiral) => untrack(|| self.notebook.of_spiral(spiral, |index| place_in(index, spiral))),
            None => (None, Phase::Problem),
        };
        let class = spiral.and_then(|spiral| {
            let class = |index: &Index| index.spiral(spiral).map(|spiral| spiral.class.clone());
            untrack(|| self.notebook.of_record(spiral, class))
        });
        let chosen = self.chosen.get_value();
        sheet.change_quietly(|entry| {
            entry.spiral = spiral;
            entry.after = after;
            if !chosen {
                entry.phase = phase;
            }
            if let Some(class) = class {
                entry.class = class;
            }
        });
    }

    /// Keeps what is written and begins the next.
    fn done(self, sheet: Memo<Sheet>) {
        let Some(sheet) = sheet.try_get_untracked().filter(|sheet| !sheet.is_empty()) else {
            return;
        };
        let (spiral, class) = untrack(|| sheet.with(|entry| (entry.spiral, entry.class.clone())));
        // While nothing has changed yet: a browser lays out the page as it is when a box goes that has the keyboard.
        leave_field();
        sheet.settle();
        let view = spiral.map_or(View::Entry(sheet.id), |spiral| View::Spiral(spiral, Some(sheet.id)));
        self.notices.leads(
            t::KEPT.in_(self.locale.0.get_untracked()),
            t::OPEN.in_(self.locale.0.get_untracked()),
            self.here.link_now(view),
        );
        self.beginning.set(Beginning::new(spiral, class));
    }

    fn view(self, sheet: Memo<Sheet>) -> impl IntoView {
        let Self { locale, notebook, .. } = self;
        // What is shown around the box is drawn anew when it changes, not at every key.
        let phase = Memo::new(move |_| sheet.get().with(|entry| entry.phase));
        let done = Callback::new(move |()| self.done(sheet));
        let body = move || {
            let sheet = sheet.get();
            untrack(|| sheet.with(|entry| entry.body.clone()))
        };
        view! {
            <section class="write capture" data-phase=move || phase.get().word()
                on:keydown=move |event| if finishes(&event) {
                    done.run(());
                }>
                // What is laid out in the preview has headings of its own, under this one.
                <h2 class="hidden">{locale.say(t::BOX_LABEL)}</h2>
                <Editor
                    text=Signal::derive(body)
                    autofocus=Signal::derive(move || !sheet.get().again)
                    id="capture"
                    label=Signal::derive(move || t::BOX_LABEL.in_(locale.get()).to_owned())
                    placeholder=Signal::derive(move || t::BOX.in_(locale.get()).to_owned())
                    on_input=move |text: String| sheet.get_untracked().update(|entry| entry.body = text)
                    on_done=done
                    on_picture=move |file| attach(notebook, sheet.get_untracked(), file)
                />
                <footer class="row">
                    {self.kinds(sheet, phase)}
                    {self.threads(sheet)}
                    {self.classes(sheet)}
                    <button type="button" class="main" aria-keyshortcuts="Control+Enter" on:click=move |_| done.run(())>{locale.say(c::DONE)}</button>
                    <kbd class="soft">"Ctrl Enter"</kbd>
                </footer>
                {move || match phase.get() {
                    Phase::Action => fetched(expectation_line((sheet.get(), done))),
                    _ => ().into_any(),
                }}
            </section>
        }
    }

    /// Of which phase it is. A new problem comes out of a reflection.
    fn kinds(self, sheet: Memo<Sheet>, phase: Memo<Phase>) -> impl IntoView {
        let all = Phase::ALL.iter().filter(|phase| **phase != Phase::NewProblem);
        let options = all.map(|phase| (phase.word(), phase.label())).collect();
        view! {
            <Select label=t::PHASE options value=Signal::derive(move || phase.get().word())
                on_change=move |word: String| if let Some(phase) = Phase::from_word(&word) {
                    self.chosen.set_value(true);
                    sheet.get_untracked().change_quietly(|entry| entry.phase = phase);
                }/>
        }
    }

    /// To which spiral it belongs.
    fn threads(self, sheet: Memo<Sheet>) -> impl IntoView {
        let Self { locale, notebook, .. } = self;
        let thread = Memo::new(move |_| sheet.get().with(|entry| entry.spiral));
        let spirals = Memo::new(move |_| notebook.of_all(|index| running(index, latest_first)));
        let options = move || {
            let (now, spirals) = (thread.get(), spirals.get());
            // A function, so that they are made anew: a browser holds on to the option that was chosen by its element,
            // and not by its spiral, and the spiral written in last goes to the front.
            let made = move || {
                let option = |(id, title, _): &Running| {
                    view! {
                        <option value=id.to_string() selected=now == Some(*id)>{title.chars().take(16).collect::<String>()}</option>
                    }
                };
                spirals.iter().map(option).collect_view().into_any()
            };
            made.into_any()
        };
        view! {
            <label class="choice"><span>{locale.say(t::THREAD)}</span>
                <select on:change=move |event| self.put_into(sheet.get_untracked(), event_target_value(&event).parse().ok())>
                    <option value="">{locale.say(t::NO_THREAD)}</option>
                    {options}
                </select>
            </label>
        }
    }

    /// Of which class it tells.
    fn classes(self, sheet: Memo<Sheet>) -> impl IntoView {
        let Self { locale, notebook, .. } = self;
        let known = Memo::new(move |_| notebook.of_surroundings(|index| index.profile().classes.clone()));
        let class = move || sheet.get().with(|entry| entry.class.clone());
        let keep = move |event: web_sys::Event| {
            let sheet = sheet.get_untracked();
            sheet.change_quietly(|entry| entry.class = event_target_value(&event));
        };
        view! {
            <label class="choice"><span>{locale.say(t::CLASS)}</span>
                <input type="text" list="classes" size="8" node_ref=following(class) on:change=keep/>
                <datalist id="classes">{move || known.get().into_iter().map(|class| view! { <option value=class></option> }).collect_view()}</datalist>
            </label>
        }
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
