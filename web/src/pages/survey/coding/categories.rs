//! The categories of an item's open answers: named, counted, joined, taken away.

use leptos::prelude::*;
use web_sys::{DragEvent, KeyboardEvent};

use super::Coding;
use crate::components::editor::composing;
use crate::i18n::fill;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use luoxuan::survey::percent;

#[component]
pub(super) fn Categories(coding: Coding) -> impl IntoView {
    let locale = coding.locale;
    let typed = RwSignal::new(String::new());
    let add = move || {
        let text = typed.get_untracked();
        typed.set(String::new());
        coding.name(&text);
    };
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        _ if composing(&event) => {}
        "Enter" => {
            event.prevent_default();
            add();
        }
        "Escape" => coding.back(),
        _ => {}
    };
    let asks = move || match coding.waiting.get() {
        Some(answer) => {
            let begin: String = answer.chars().take(12).collect();
            fill(v::CATEGORY_FOR.in_(locale.get()), &[("text", &begin)])
        }
        None => v::NEW_CATEGORY.in_(locale.get()).to_owned(),
    };
    view! {
        <div class="categories">
            <p class="label">{locale.say(v::CATEGORIES)}</p>
            <For each=move || coding.names.get() key=String::clone let(code)><Category coding code/></For>
            <p class="row">
                <input type="text" class="grow" id=coding.input_id() aria-label=asks placeholder=asks prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event)) on:keydown=press
                    on:blur=move |_| if typed.with_untracked(String::is_empty) { coding.waiting.set(None) }/>
                <button type="button" class="quiet" on:click=move |_| add()>{locale.say(v::ADD_CATEGORY)}</button>
            </p>
        </div>
    }
}

/// One category of an item.
#[derive(Clone, Copy)]
struct OneCategory {
    coding: Coding,
    code: StoredValue<String>,
    /// Its place among the others, counted from 1: the key that gives it.
    number: Memo<usize>,
    /// What it is called.
    text: Memo<String>,
}

impl OneCategory {
    fn of(coding: Coding, code: String) -> Self {
        let code = StoredValue::new(code);
        let number = Memo::new(move |_| {
            let names = coding.names.read();
            let at = names.iter().position(|name| code.with_value(|code| name == code));
            at.map_or(0, |at| at + 1)
        });
        Self {
            coding,
            code,
            number,
            text: Memo::new(move |_| code.with_value(|code| coding.called(code))),
        }
    }

    /// How many people's answers are in it, and which share of all.
    fn counts(self) -> String {
        let Self { coding, code, .. } = self;
        coding.all.with(|all| {
            let of: u64 = all.iter().map(|answer| answer.people).sum();
            let in_it = all
                .iter()
                .filter(|answer| code.with_value(|code| answer.codes.contains(code)));
            let n: u64 = in_it.map(|answer| answer.people).sum();
            fill(
                v::CATEGORY_COUNT.in_(coding.locale.get()),
                &[("n", &n), ("p", &percent(n, of))],
            )
        })
    }

    /// Takes the answer that is dropped on it.
    fn take(self, event: &DragEvent) {
        let Self { coding, code, .. } = self;
        if let Some(answer) = coding.dragged.get_untracked() {
            event.prevent_default();
            // The page takes whatever else is dropped on it for a sheet.
            event.stop_propagation();
            coding.dragged.set(None);
            code.with_value(|code| coding.give(&answer, code));
        }
    }

    fn rename(self, text: &str) {
        self.code.with_value(|code| {
            self.coding.change(|item| {
                if let Some(choice) = item.choices.get_mut(code) {
                    text.clone_into(&mut choice.text);
                }
            });
        });
    }

    /// What the others are called, each with its short name.
    fn others(self) -> Vec<(String, String)> {
        let Self { coding, code, .. } = self;
        let others = coding
            .names
            .get()
            .into_iter()
            .filter(|name| code.with_value(|code| name != code));
        others.map(|name| (coding.called(&name), name)).collect()
    }

    fn join(self, into: &str) {
        if into.is_empty() {
            return;
        }
        let Self { coding, code, text, .. } = self;
        let said = fill(
            v::CATEGORIES_JOINED.in_(coding.locale.0.get_untracked()),
            &[
                ("one", &text.get_untracked()),
                ("other", &untrack(|| coding.called(into))),
            ],
        );
        code.with_value(|code| coding.change_undoable(said, |item| item.join(code, into)));
    }

    fn remove(self) {
        let Self { coding, code, text, .. } = self;
        let said = fill(
            v::CATEGORY_REMOVED.in_(coding.locale.0.get_untracked()),
            &[("name", &text.get_untracked())],
        );
        code.with_value(|code| coding.change_undoable(said, |item| item.drop_code(code)));
    }
}

/// One category, onto which answers are dropped.
#[component]
fn Category(coding: Coding, code: String) -> impl IntoView {
    let locale = coding.locale;
    let category = OneCategory::of(coding, code);
    let OneCategory { number, text, .. } = category;
    let over = move |event: DragEvent| {
        if coding.dragged.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    };
    let labelled = move |words: luoxuan::catalog::Words| move || fill(words.in_(locale.get()), &[("n", &number.get())]);
    view! {
        <div class="category" class:under=move || coding.dragged.read().is_some() on:dragover=over on:drop=move |event| category.take(&event)>
            <kbd aria-hidden="true">{move || number.get()}</kbd>
            <input type="text" aria-label=labelled(v::CATEGORY) prop:value=untrack(|| text.get())
                on:input=move |event| category.rename(&event_target_value(&event))/>
            <span>{move || category.counts()}</span>
            <Show when=move || { coding.names.read().len() > 1 }>
                <select aria-label=labelled(v::JOIN_CATEGORY) on:change=move |event| category.join(&event_target_value(&event))>
                    <option value="">{locale.say(v::JOIN)}</option>
                    {move || category.others().into_iter().map(|(text, name)| view! { <option value=name>{text}</option> }).collect_view()}
                </select>
            </Show>
            <button type="button" class="quiet" aria-label=labelled(v::REMOVE_CATEGORY) title=locale.say(t::TAKE_OUT)
                on:click=move |_| category.remove()>"×"</button>
        </div>
    }
}
