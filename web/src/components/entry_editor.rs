//! Writing an entry in place: its text, when it happened, what the phase asks for.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;
use luoxuan::catalog::{DEPTHS, Field, Labelled, Words, fields, purpose};
use luoxuan::record::{Expectation, Outcome};
use luoxuan::{Date, Entry, Fate, Index, Phase, RecordId, Timestamp};

use super::editor::{Editor, SendFile, finishes};
use super::evidence::EvidenceList;
use super::field::{following, half_typed, shown};
use super::select::Select;
use crate::browser::clock;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};
use crate::later::later;
use crate::notebook::Notebook;
use crate::sheet::Sheet;

/// The phases a person may choose, in the order of a turn.
pub fn phase_options() -> Vec<(&'static str, luoxuan::catalog::Words)> {
    Phase::ALL.iter().map(|phase| (phase.word(), phase.label())).collect()
}

/// Keeps the value of a date field, an empty one as no date, unless its year is still being typed.
fn keep_day(event: &web_sys::Event, keep: impl FnOnce(Option<Date>)) {
    let text = event_target_value(event);
    if !half_typed(&text) {
        keep(text.parse().ok());
    }
}

/// An entry being written.
#[component]
pub fn EntryEditor(
    /// The entry.
    sheet: Sheet,
    /// Called when the person is done.
    #[prop(into)]
    on_done: Callback<()>,
    /// Whether the cursor waits in it.
    #[prop(default = true)]
    autofocus: bool,
    /// Called when the keyboard comes to it.
    #[prop(optional, into)]
    on_focus: Option<Callback<()>>,
    /// Called when a new problem came up while reflecting; without it the button is not there.
    #[prop(optional, into)]
    on_new_problem: Option<Callback<()>>,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let phase = Memo::new(move |_| sheet.with(|entry| entry.phase));
    let done = Callback::new(move |()| {
        sheet.settle();
        on_done.run(());
    });
    view! {
        <section class="write" data-phase=move || phase.get().word() aria-label=move || phase.get().label().in_(locale.get())
            on:focusin=move |_| if let Some(focus) = on_focus { focus.run(()) }
            on:keydown=move |event| if finishes(&event) {
                done.run(());
            }>
            {kind_and_days(sheet, phase)}
            <Editor
                text=untrack(|| sheet.with(|entry| entry.body.clone()))
                autofocus={autofocus && !sheet.again}
                label=Signal::derive(move || phase.get().label().in_(locale.get()).to_owned())
                placeholder=Signal::derive(move || purpose(phase.get()).in_(locale.get()).to_owned())
                on_input=move |text: String| sheet.update(|entry| entry.body = text)
                on_done=done
                on_picture=move |file: SendFile| super::evidence::attach(notebook, sheet, file)
            />
            {move || of_phase(sheet, phase.get(), done)}
            {move || sub_fields(sheet, phase.get(), done)}
            <EvidenceList entry=sheet.id sheet/>
            {ending(sheet, phase, done, on_new_problem)}
        </section>
    }
}

/// Of which phase an entry is, and when it happened.
fn kind_and_days(sheet: Sheet, phase: Memo<Phase>) -> impl IntoView {
    let locale = Locale::here();
    let choose = move |word: String| {
        let Some(phase) = Phase::from_word(&word) else { return };
        sheet.change_quietly(|entry| {
            entry.other.remove("phase");
            entry.phase = phase;
            // Only a new problem has a fate, and it usually opens the next turn.
            entry.fate = if phase == Phase::NewProblem {
                Fate::NextTurn
            } else {
                Fate::Undecided
            };
        });
    };
    view! {
        <div class="row">
            <Select label=t::PHASE options=phase_options() value=Signal::derive(move || phase.get().word())
                unknown=unknown(sheet, "phase") on_change=choose/>
            <label class="choice"><span>{locale.say(t::HAPPENED)}</span>
                <input type="date" node_ref=following(move || shown(sheet.with(day)))
                    on:change=move |event| keep_day(&event, |day| sheet.change_quietly(|entry| entry.happened_on = day))/>
            </label>
            <label class="choice"><span>{locale.say(t::UNTIL)}</span>
                <input type="date" node_ref=following(move || sheet.with(|entry| shown(entry.happened_until)))
                    on:change=move |event| keep_day(&event, |day| sheet.change_quietly(|entry| entry.happened_until = day))/>
            </label>
        </div>
        {move || odd_days(sheet).map(|words| view! { <p class="hint" role="alert">{locale.say(words)}</p> })}
    }
}

/// What an entry of this phase asks for beside its text.
fn of_phase(sheet: Sheet, phase: Phase, done: Callback<()>) -> AnyView {
    match phase {
        Phase::Action => view! { <ExpectationFields sheet on_done=done/> }.into_any(),
        Phase::Observation => view! { <OutcomeChoice sheet/> }.into_any(),
        Phase::Reflection => view! { <OutcomeChoice sheet/> <Depth sheet/> }.into_any(),
        Phase::NewProblem => view! { <FateChoice sheet/> }.into_any(),
        _ => ().into_any(),
    }
}

/// The sub-fields of a phase, behind a line that opens, until one of them says something.
fn sub_fields(sheet: Sheet, phase: Phase, done: Callback<()>) -> Option<impl IntoView> {
    let locale = Locale::here();
    let open = untrack(|| sheet.with(|entry| !entry.fields.is_empty()));
    let all: Vec<_> = fields(phase)
        .map(|field| sub_field(sheet, field, done).into_any())
        .collect();
    (!all.is_empty()).then(|| view! { <details open=open><summary>{locale.say(t::MORE)}</summary> {all}</details> })
}

fn sub_field(sheet: Sheet, field: &'static Field, done: Callback<()>) -> impl IntoView {
    let locale = Locale::here();
    let text = untrack(|| sheet.with(|entry| entry.fields.get(field.name).cloned().unwrap_or_default()));
    let keep = move |text: String| {
        sheet.update(|entry| {
            if text.is_empty() {
                entry.fields.remove(field.name);
            } else {
                entry.fields.insert(field.name.into(), text);
            }
        });
    };
    view! {
        <div class="field">
            <span class="label" aria-hidden="true">{locale.say(field.label)}</span>
            <Editor
                text tools=false
                label=Signal::derive(move || field.label.in_(locale.get()).to_owned())
                placeholder=Signal::derive(move || field.hint.in_(locale.get()).to_owned())
                on_input=keep
                on_done=done
            />
        </div>
    }
}

/// The ways out of an entry.
fn ending(sheet: Sheet, phase: Memo<Phase>, done: Callback<()>, on_new_problem: Option<Callback<()>>) -> impl IntoView {
    let locale = Locale::here();
    let find = on_new_problem.map(|found| {
        view! {
            <Show when=move || phase.get() == Phase::Reflection>
                <button type="button" on:click=move |_| { sheet.settle(); found.run(()) }>{locale.say(s::FIND_NEW_PROBLEM)}</button>
            </Show>
        }
    });
    view! {
        <footer class="row">
            <button type="button" class="main" aria-keyshortcuts="Control+Enter" on:click=move |_| done.run(())>{locale.say(c::DONE)}</button>
            {find}
            <kbd class="soft">"Ctrl Enter"</kbd>
        </footer>
    }
}

/// The day an entry stands under: before its first key, today.
fn day(entry: &Entry) -> Option<Date> {
    let begun = entry.written.is_some();
    entry.happened_on.or_else(|| (!begun).then(clock::today))
}

/// The word in a field of an entry that this version does not know.
fn unknown(sheet: Sheet, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || sheet.with(|entry| entry.unknown_word(field).map(str::to_owned)))
}

/// What is odd about the days of an entry, if anything is. They are kept as they are.
fn odd_days(sheet: Sheet) -> Option<Words> {
    sheet.with(|entry| match (entry.happened_on, entry.happened_until) {
        (Some(from), Some(until)) if until < from => Some(t::ENDS_BEFORE),
        (Some(from), _) if from > clock::today() => Some(t::NOT_YET),
        _ => None,
    })
}

/// What becomes of a new problem. A spiral of its own begins on the page, where the problem stands.
#[component]
fn FateChoice(sheet: Sheet) -> impl IntoView {
    let options = Fate::ALL
        .iter()
        .filter(|fate| **fate != Fate::OwnSpiral || untrack(|| sheet.with(|entry| entry.leads_to.is_some())))
        .map(|fate| (fate.word(), fate.label()))
        .collect();
    view! {
        <div class="row">
            <Select label=s::FATE options value=Signal::derive(move || sheet.with(|entry| entry.fate.word()))
                unknown=unknown(sheet, "fate")
                on_change=move |word: String| if let Some(fate) = Fate::from_word(&word) {
                    sheet.change_quietly(|entry| {
                        entry.other.remove("fate");
                        entry.fate = fate;
                    });
                }/>
        </div>
    }
}

/// How far the expectation of this turn came true, where there was one.
#[component]
fn OutcomeChoice(sheet: Sheet) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let expected = Memo::new(move |_| {
        let spiral = sheet.with(|entry| entry.spiral)?;
        notebook.of_spiral(spiral, |index| expected_in_turn(index, spiral, sheet.id))
    });
    let options: Vec<_> = Outcome::ALL
        .iter()
        .map(|outcome| (outcome.word(), outcome.label()))
        .collect();
    view! {
        {move || expected.get().map(|text| view! {
            <div class="sealed">
                <p class="soft">{locale.say(s::EXPECTED)} "：" {text}</p>
                <div class="row">
                    <Select label=t::OUTCOME options=options.clone() value=Signal::derive(move || sheet.with(|entry| entry.outcome.word()))
                        unknown=unknown(sheet, "outcome")
                        on_change=move |word: String| if let Some(outcome) = Outcome::from_word(&word) {
                            sheet.change_quietly(|entry| {
                                entry.other.remove("outcome");
                                entry.outcome = outcome;
                            });
                        }/>
                </div>
            </div>
        })}
    }
}

/// What was expected last in the turn of this entry.
fn expected_in_turn(index: &Index, spiral: RecordId, entry: RecordId) -> Option<String> {
    let turns = index.turns(spiral);
    // A new entry is in no turn yet: it will be in the last.
    let turn = turns
        .iter()
        .find(|turn| turn.entries.contains(&entry))
        .or_else(|| turns.last())?;
    let entries = turn.entries.iter().rev().filter_map(|id| index.entry(*id));
    let texts = entries.filter_map(|entry| Some(entry.expectation.as_ref()?.text.trim().to_owned()));
    texts.into_iter().find(|text| !text.is_empty())
}

/// How deep a reflection goes, by the writer's own eyes. Never shown to anybody as a mark.
#[component]
fn Depth(sheet: Sheet) -> impl IntoView {
    const WORDS: [&str; 5] = ["0", "1", "2", "3", "4"];
    let locale = Locale::here();
    let depth = move || usize::from(sheet.with(|entry| entry.depth)).min(DEPTHS.len());
    let names = std::iter::once(s::DEPTH_NONE).chain(DEPTHS.iter().map(|(name, _)| *name));
    view! {
        <div class="row">
            <Select label=s::DEPTH options=WORDS.into_iter().zip(names).collect()
                value=Signal::derive(move || WORDS.get(depth()).copied().unwrap_or_default())
                on_change=move |word: String| sheet.change_quietly(|entry| entry.depth = word.parse().unwrap_or_default())/>
            <span class="soft">{move || depth().checked_sub(1).and_then(|at| DEPTHS.get(at)).map(|(_, says)| says.in_(locale.get()))}</span>
        </div>
    }
}

/// The same where there is little room: behind a line that opens, until it says something.
#[component]
pub fn ExpectationLine(
    /// The action.
    sheet: Sheet,
    /// Called when the person is done with it.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let locale = Locale::here();
    let open = untrack(|| sheet.with(|entry| entry.expectation.is_some()));
    view! {
        <details class="expectation" open=open>
            <summary>{locale.say(t::EXPECT_FIRST)}</summary>
            <ExpectationFields sheet on_done/>
        </details>
    }
}

/// What is expected before an action starts. Once sealed it is shown and no longer changed.
#[component]
fn ExpectationFields(
    /// The action.
    sheet: Sheet,
    /// Called when the person is done with it.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let sealed =
        Memo::new(move |_| sheet.with(|entry| entry.expectation.as_ref().and_then(|expectation| expectation.sealed)));
    view! {
        <div class="sealed">
            {move || match sealed.get() {
                Some(moment) => as_sealed(sheet, moment),
                None => to_seal(sheet, on_done),
            }}
        </div>
    }
}

/// What was expected, and when that was sealed.
fn as_sealed(sheet: Sheet, moment: Timestamp) -> AnyView {
    let locale = Locale::here();
    let expectation = untrack(|| sheet.with(|entry| entry.expectation.clone().unwrap_or_default()));
    view! {
        <p><b>{locale.say(t::EXPECT)}</b></p>
        <p>{expectation.text}</p>
        {expectation.by.map(|by| view! { <p class="soft">{locale.say(t::EXPECT_BY)} " " {move || clock::day_text(by, locale.get())}</p> })}
        <p class="soft">{move || fill(t::SEALED.in_(locale.get()), &[("date", &clock::day_text(moment.date(), locale.get()))])}</p>
    }
    .into_any()
}

/// What is expected, until when and by which sign; sealed when it says something.
fn to_seal(sheet: Sheet, on_done: Callback<()>) -> AnyView {
    let locale = Locale::here();
    let before = untrack(|| sheet.with(|entry| entry.expectation.clone().unwrap_or_default()));
    let said = Memo::new(move |_| {
        sheet.with(|entry| {
            entry
                .expectation
                .as_ref()
                .is_some_and(|expectation| !expectation.text.trim().is_empty())
        })
    });
    let change = move |change: &dyn Fn(&mut Expectation)| {
        sheet.update(|entry| {
            let mut expectation = entry.expectation.clone().unwrap_or_default();
            change(&mut expectation);
            entry.expectation = (expectation != Expectation::default()).then_some(expectation);
        });
    };
    view! {
        <span class="label" aria-hidden="true">{locale.say(t::EXPECT)}</span>
        <Editor
            text=before.text tools=false
            label=Signal::derive(move || t::EXPECT.in_(locale.get()).to_owned())
            on_input=move |text: String| change(&|expectation| expectation.text.clone_from(&text))
            on_done
        />
        <div class="row">
            <label class="choice"><span>{locale.say(t::EXPECT_BY)}</span>
                <input type="date" node_ref=following(move || sheet.with(|entry| {
                    shown(entry.expectation.as_ref().and_then(|expectation| expectation.by))
                }))
                    on:change=move |event| keep_day(&event, |day| change(&|expectation| expectation.by = day))/>
            </label>
            <label class="choice"><span>{locale.say(t::EXPECT_SIGN)}</span>
                <input type="text" prop:value=before.sign
                    on:input=move |event| change(&|expectation| expectation.sign = event_target_value(&event))/>
            </label>
            <button type="button" disabled=move || !said.get() on:click=move |_| {
                sheet.update(|entry| entry.seal(clock::now()));
                sheet.settle();
            }>{locale.say(t::SEAL)}</button>
        </div>
    }
    .into_any()
}

later! {
    /// What is expected of an action, and what is called when the person is done with it; once it is here.
    pub fn expectation_line(arguments: (Sheet, Callback<()>)) -> AnyView {
        let (sheet, on_done) = arguments;
        view! { <ExpectationLine sheet on_done/> }.into_any()
    }
}
