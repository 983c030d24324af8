//! Beside the text: questions for what is being written, a look at the problem, reminders, indicators.

use leptos::prelude::*;
use luoxuan::catalog::{self, FRAME, Labelled, RUBRIC, prompts};
use luoxuan::record::SpiralState;
use luoxuan::spiral::{CheckContext, Rule, Verdict, check_problem, hints};
use luoxuan::{Entry, Phase, RecordId};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::indicators::Indicators;
use super::{Bench, Open};
use crate::browser::clock;
use crate::components::select::Select;
use crate::components::stands_open;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;
use crate::prefs::Prefs;
use crate::sheet::Sheet;

/// What stands beside the text.
#[component]
pub(super) fn Aside(bench: Bench) -> impl IntoView {
    let locale = Locale::here();
    view! {
        <aside aria-label=locale.say(s::HINTS) id="beside" tabindex="-1">
            <div class="ask">
                // Where it stands below all that was written.
                <Show when=move || bench.open.get() != Open::Nothing>
                    <p class="beside-box"><button type="button" on:click=move |_| to_box()>{locale.say(s::TO_BOX)}</button></p>
                </Show>
                <Questions bench/>
                <Hints bench/>
                <Indicators bench/>
            </div>
        </aside>
    }
}

/// Goes back to the box among the entries.
fn to_box() {
    let area = document().query_selector(".rail .write textarea").ok().flatten();
    if let Some(area) = area.and_then(|area| area.dyn_into::<HtmlElement>().ok()) {
        area.scroll_into_view();
        let _ = area.focus();
    }
}

/// Reads the entry being written; nothing while there is none.
fn of_written<T>(bench: Bench, read: impl FnOnce(&Entry) -> T) -> Option<T> {
    bench.written()?.try_with(read)
}

/// At most four questions, from the phase and from what is missing.
#[component]
fn Questions(bench: Bench) -> impl IntoView {
    let (locale, prefs) = (Locale::here(), Prefs::here());
    let phase = Memo::new(move |_| of_written(bench, |entry| entry.phase));
    let asked = Memo::new(move |_| {
        of_written(bench, |entry| {
            prompts(entry).iter().map(|prompt| prompt.words).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let problem = Memo::new(move |_| matches!(phase.get(), Some(Phase::Problem | Phase::NewProblem)));
    view! {
        <Show when=move || prefs.prompts.get()
            fallback=move || view! { <p><button type="button" class="quiet" on:click=move |_| prefs.prompts.set(true)>{locale.say(s::SHOW_PROMPTS)}</button></p> }>
            <section hidden=move || asked.read().is_empty()>
                <h2>{move || phase.get().map(|phase| fill(s::ASK_TITLE.in_(locale.get()), &[("phase", &phase.label().in_(locale.get()))]))}</h2>
                <ol>{move || asked.get().into_iter().map(|words| view! { <li>{locale.say(words)}</li> }).collect_view()}</ol>
                <button type="button" class="quiet" on:click=move |_| prefs.prompts.set(false)>{locale.say(s::HIDE_PROMPTS)}</button>
            </section>
        </Show>
        {move || problem.get().then(|| bench.written()).flatten().map(|sheet| view! { <Check sheet/> })}
    }
}

/// The twelve items of the problem check, each with its reason.
#[component]
fn Check(sheet: Sheet) -> impl IntoView {
    const ANSWERS: [(&str, catalog::Words); 4] = [("", s::UNANSWERED), ("2", s::YES), ("1", s::UNSURE), ("0", s::NO)];
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let open = RwSignal::new(false);
    let remarks = Memo::new(move |_| {
        // Twelve looks at the whole text at every key only where somebody is looking.
        if !open.get() {
            return Vec::new();
        }
        let context = notebook.of_record(sheet.id, |index| CheckContext::of(index, sheet.id));
        sheet
            .try_with(|entry| check_problem(entry, &context))
            .unwrap_or_default()
    });
    let sign = |verdict| match verdict {
        Verdict::Pass => "✓",
        Verdict::Unsure => "?",
        Verdict::Weak => "!",
    };
    let row = move |at: usize| {
        let criterion = RUBRIC.get(at).copied();
        let remark = Memo::new(move |_| remarks.with(|remarks| remarks.get(at).cloned()));
        let word = criterion.map(|criterion| criterion.item.word()).unwrap_or_default();
        let own = move || {
            let own = remark
                .with(|remark| remark.as_ref().and_then(|remark| remark.own))
                .map(|own| own.to_string());
            ANSWERS
                .iter()
                .map(|(word, _)| *word)
                .find(|word| Some(*word) == own.as_deref())
                .unwrap_or_default()
        };
        criterion.map(|criterion| view! {
            <li>
                <b>{move || remark.with(|remark| remark.as_ref().map(|remark| sign(remark.verdict())))} " " {locale.say(criterion.name)}</b>
                " " {move || remark.with(|remark| remark.as_ref().map(|remark| remark.sentence(locale.get())))}
                <span class="soft">" " {locale.say(criterion.question)}</span>
                <Select label=s::OWN_ANSWER options=ANSWERS.to_vec() value=Signal::derive(own)
                    on_change=move |answer: String| sheet.change_quietly(|entry| match answer.parse() {
                        Ok(answer) => { entry.rubric.insert(word.into(), answer); }
                        Err(_) => { entry.rubric.remove(word); }
                    })/>
            </li>
        })
    };
    view! {
        <details class="problem-check" on:toggle=move |event| open.set(stands_open(&event))>
            <summary>{locale.say(s::CHECK)}</summary>
            <p class="soft">{locale.say(s::CHECK_NOTE)}</p>
            <Show when=move || open.get()>
                <ol>{(0..RUBRIC.len()).map(row).collect_view()}</ol>
                <p class="soft"><b>{locale.say(s::FRAME)}</b> " " {locale.say(FRAME)}</p>
            </Show>
        </details>
    }
}

/// Soft rules that apply, each with the way to its place. They ask; nothing is locked.
#[component]
fn Hints(bench: Bench) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let spiral = bench.spiral;
    let said = Memo::new(move |_| notebook.of_spiral(spiral, |index| hints(index, spiral, clock::today())));
    let address = move |entry: RecordId| here.link_now(View::Spiral(spiral, Some(entry)));
    view! {
        {move || (!said.read().is_empty()).then(|| view! {
            <section>
                <h2>{locale.say(s::HINTS)}</h2>
                {said.get().into_iter().map(|hint| {
                    let (rule, entry, turn) = (hint.rule, hint.entry, hint.turn);
                    let sentence = move || {
                        let turn = turn.map(|n| fill(s::IN_TURN.in_(locale.get()), &[("n", &n)])).unwrap_or_default();
                        format!("{turn}{}", hint.sentence(locale.get()))
                    };
                    view! {
                        <div class="hint">
                            {match entry {
                                Some(entry) => view! { <a href=address(entry)>{sentence}</a> }.into_any(),
                                None => view! { <p>{sentence}</p> }.into_any(),
                            }}
                            {(rule == Rule::NoNewProblem).then(|| view! {
                                <button type="button" class="quiet" on:click=move |_| notebook.change_spiral(spiral, |spiral| spiral.state = SpiralState::Solved)>
                                    {locale.say(s::NO_NEW_PROBLEM)}
                                </button>
                            })}
                        </div>
                    }
                }).collect_view()}
            </section>
        })}
    }
}
