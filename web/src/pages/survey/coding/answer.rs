//! One open answer, with the categories it is in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, KeyboardEvent};

use super::Coding;
use crate::components::editor::composing;
use crate::i18n::fill;
use crate::i18n::survey as v;

/// What is dragged is an answer, and no words that could be taken for a sheet.
const KIND: &str = "application/x-luoxuan-answer";

#[component]
pub(super) fn AnswerView(coding: Coding, at: usize, text: String) -> impl IntoView {
    let locale = coding.locale;
    let text = StoredValue::new(text);
    let people = Memo::new(move |_| {
        text.with_value(|text| {
            coding
                .all
                .with(|all| all.iter().find(|one| one.text == *text).map_or(0, |one| one.people))
        })
    });
    let codes = Memo::new(move |_| text.with_value(|text| coding.codes(text)));
    let called = Memo::new(move |_| codes.get().iter().map(|code| coding.called(code)).collect::<Vec<_>>());
    let quoted = Memo::new(move |_| text.with_value(|text| coding.is_quoted(text)));
    let here = Memo::new(move |_| coding.at.get() == at);
    let said = move || {
        let words = if called.read().is_empty() {
            v::ANSWER_UNCODED
        } else {
            v::ANSWER_CODED
        };
        let text = text.get_value();
        fill(
            words.in_(locale.get()),
            &[("n", &(at + 1)), ("text", &text), ("names", &called.read().join("、"))],
        )
    };
    let dragging = move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            // Firefox drags nothing that carries nothing.
            let _ = data.set_data(KIND, "");
        }
        coding.dragged.set(Some(text.get_value()));
    };
    view! {
        <div class="answer" role="group" id=coding.answer_id(at) tabindex=move || if here.get() { "0" } else { "-1" }
            draggable="true" aria-label=said class:coded=move || !codes.read().is_empty()
            on:focusin=move |_| coding.at.set(at)
            on:dragstart=dragging on:dragend=move |_| coding.dragged.set(None)
            on:keydown=move |event| text.with_value(|text| press(coding, at, text, &event))>
            <p>{text.get_value()}
                {move || (people.get() > 1).then(|| view! { <span class="soft">" × " {people.get()}</span> })}
                {move || quoted.get().then(|| view! { <span class="soft">" · " {locale.say(v::QUOTED)}</span> })}</p>
            <p class="given">{move || called.get().join("　")}</p>
            <Show when=move || here.get()>
                <p class="row">
                    <For each=move || coding.names.get() key=String::clone let(code)>{category(coding, text, codes, code)}</For>
                    <button type="button" class="quiet" on:click=move |_| text.with_value(|text| coding.name_anew(text))>"+ " {locale.say(v::ADD_CODE)}</button>
                    <button type="button" class="quiet" aria-pressed=move || quoted.get().to_string() disabled=move || codes.read().is_empty()
                        on:click=move |_| text.with_value(|text| coding.quote(text))><kbd aria-hidden="true">"Q"</kbd>" "{locale.say(v::QUOTE_IT)}</button>
                </p>
            </Show>
        </div>
    }
}

/// A button that puts the answer into a category, or takes it out again.
fn category(coding: Coding, text: StoredValue<String>, codes: Memo<Vec<String>>, code: String) -> AnyView {
    let (code, name) = (StoredValue::new(code.clone()), code);
    let number = move || {
        let at = coding.names.read().iter().position(|one| *one == name);
        at.map_or(0, |at| at + 1)
    };
    let given = move || codes.read().iter().any(|one| code.with_value(|code| one == code));
    view! {
        <button type="button" class="quiet" aria-pressed=move || given().to_string()
            on:click=move |_| text.with_value(|text| code.with_value(|code| coding.toggle(text, code)))>
            <kbd aria-hidden="true">{number}</kbd>" "{move || code.with_value(|code| coding.called(code))}</button>
    }
    .into_any()
}

/// What a key does to the answer that has the keyboard.
fn press(coding: Coding, at: usize, text: &str, event: &KeyboardEvent) {
    let with = event.ctrl_key() || event.meta_key() || event.alt_key();
    // Its buttons have keys of their own: Enter and space.
    if composing(event) || with || into_button(event) {
        return;
    }
    let key = event.key().to_lowercase();
    match key.as_str() {
        "arrowdown" | "j" => coding.go(at + 1),
        "arrowup" | "k" => coding.go(at.saturating_sub(1)),
        "home" => coding.go(0),
        "end" => coding.go(usize::MAX),
        "n" => coding.go_to_uncoded(at),
        "q" => coding.quote(text),
        "0" => coding.take_all(text),
        _ => {
            let Some(number) = key.parse::<usize>().ok().filter(|_| key.len() == 1) else {
                return;
            };
            let names = coding.names.get_untracked();
            match names.get(number - 1) {
                Some(code) => coding.toggle(text, code),
                // The next free number makes the next category.
                None if number == names.len() + 1 => coding.name_anew(text),
                None => {}
            }
        }
    }
    event.prevent_default();
}

/// Whether Enter or space is for a button inside.
fn into_button(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let button = target.is_some_and(|target| target.tag_name() == "BUTTON");
    button && matches!(event.key().as_str(), "Enter" | " ")
}
