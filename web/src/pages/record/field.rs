//! A field of a record, as the kind says what it holds.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};
use luoxuan::record::{FieldSort, KindField, Phrase, said};
use luoxuan::{Date, RecordId};
use serde_json::Value;

use super::becomes::Becomes;
use super::rows::rows;
use crate::components::field::{following_of, half_typed};
use crate::components::notices::Notices;
use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::item::{Item, Slot, called, kinds, place_of};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// So many records can be chosen from; the latest.
const CHOICES: usize = 300;

/// A field with its label and what to write there.
pub fn field(item: Item, field: KindField) -> AnyView {
    let locale = Locale::here();
    let hint = (!field.hint.is_empty()).then(|| {
        let hint = field.hint.clone();
        view! { <p class="soft">{move || said(&hint, locale.get()).to_owned()}</p> }
    });
    let private = field
        .private
        .then(|| view! { <span class="badge">{locale.say(t::PRIVATE)}</span> });
    let (label, slot) = (labelled(&field, locale), Slot::of(item, &field.name));
    match field.sort {
        FieldSort::Rows => view! {
            <section class="field"><h3 class="label">{label} " " {private}</h3>{hint}{rows(item, field)}</section>
        }
        .into_any(),
        FieldSort::Choices => view! {
            <fieldset class="field"><legend class="label">{label}</legend>{hint}{ticks(item, field)}</fieldset>
        }
        .into_any(),
        FieldSort::Links => view! {
            <div class="field"><p class="label">{label}</p>{hint}{links(item, field)}</div>
        }
        .into_any(),
        FieldSort::Prose => view! {
            <div class="field">
                <label><span class="label">{label} " " {private}</span>{hint}{input(slot, field)}</label>
                <Becomes item says=Signal::derive(move || slot.text())/>
            </div>
        }
        .into_any(),
        _ => view! {
            <label class="field"><span class="label">{label} " " {private}</span>{hint}{input(slot, field)}</label>
        }
        .into_any(),
    }
}

/// The label, with what a number counts.
fn labelled(field: &KindField, locale: Locale) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let (label, unit) = (field.label.clone(), field.unit.clone());
    move || {
        let (label, unit) = (said(&label, locale.get()), said(&unit, locale.get()));
        let brackets = if locale.get() == Language::En {
            (" (", ")")
        } else {
            ("（", "）")
        };
        if unit.is_empty() || unit == label {
            label.to_owned()
        } else {
            format!("{label}{}{unit}{}", brackets.0, brackets.1)
        }
    }
}

/// The field in a table, its label only for those who do not see the head of the column.
pub fn cell(slot: Slot, field: KindField) -> AnyView {
    let label = labelled(&field, Locale::here());
    view! { <label class="cell"><span class="hidden">{label}</span>{input(slot, field)}</label> }.into_any()
}

/// What is typed or chosen in, wherever it stands.
pub(super) fn input(slot: Slot, field: KindField) -> AnyView {
    let locale = Locale::here();
    match field.sort {
        FieldSort::Choice => {
            let choices = field.choices.into_iter().map(|choice| (choice.word, choice.label));
            let chosen = move |word: String| slot.set((!word.is_empty()).then(|| word.into()));
            select(choices.collect(), move || slot.text(), chosen)
        }
        FieldSort::Link => link(slot, field),
        FieldSort::Flag => {
            let on = Memo::new(move |_| slot.value() == Some(Value::Bool(true)));
            view! {
                <input type="checkbox" prop:checked=move || on.get()
                    on:change=move |event| slot.set(event_target_checked(&event).then_some(Value::Bool(true)))/>
            }
            .into_any()
        }
        FieldSort::Prose => area(slot, |text| (!text.trim().is_empty()).then(|| text.into())),
        FieldSort::Lines => area(slot, |text| {
            let lines = crate::components::field::lines(&text);
            (!lines.is_empty()).then(|| lines.into())
        }),
        _ => typed(slot, field, locale),
    }
}

/// Paragraphs or lines, kept as `read` makes them a value.
fn area(slot: Slot, read: fn(String) -> Option<Value>) -> AnyView {
    let node = following_of::<leptos::html::Textarea>(move || Some(slot.item.id), move || slot.text());
    view! { <textarea rows="2" node_ref=node on:change=move |event| slot.set(read(event_target_value(&event)))></textarea> }
        .into_any()
}

/// A line, a day or a number. What it does not hold is said and stays typed.
fn typed(slot: Slot, field: KindField, locale: Locale) -> AnyView {
    let notices = Notices::here();
    let node = following_of::<leptos::html::Input>(move || Some(slot.item.id), move || slot.text());
    let sort = if field.sort == FieldSort::Day { "date" } else { "text" };
    let mode = (field.sort == FieldSort::Number).then_some("decimal");
    view! {
        <input type=sort inputmode=mode node_ref=node autocomplete="off" on:change=move |event| {
            let text = event_target_value(&event);
            if field.sort == FieldSort::Day && half_typed(&text) {
                return;
            }
            match field.read(&text, locale.0.get_untracked()) {
                Ok(value) => slot.set(value),
                Err(unread) => notices.say(unread.sentence(locale.0.get_untracked())),
            }
        }/>
    }
    .into_any()
}

/// A select over words with their labels, or none of them. A word that a later version or another school knows stays until
/// another is chosen.
pub fn select(
    choices: Vec<(String, Phrase)>,
    now: impl Fn() -> String + Send + Sync + 'static,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let locale = Locale::here();
    let now = Memo::new(move |_| now());
    let known: Vec<String> = choices.iter().map(|(word, _)| word.clone()).collect();
    let unknown = move || {
        let now = now.get();
        (!now.is_empty() && !known.contains(&now)).then_some(now)
    };
    view! {
        <select prop:value=move || now.get() on:change=move |event| chosen(event_target_value(&event))>
            <option value="" selected=move || now.read().is_empty()>{locale.say(t::NO_CHOICE)}</option>
            {move || unknown().map(|word| view! { <option value=word.clone() selected=true>{word.clone()}</option> })}
            {choices.into_iter().map(|(word, label)| {
                let mine = word.clone();
                view! { <option value=word selected=move || *now.read() == mine>{move || said(&label, locale.get()).to_owned()}</option> }
            }).collect_view()}
        </select>
    }
    .into_any()
}

fn ticks(item: Item, field: KindField) -> AnyView {
    let locale = Locale::here();
    let name = StoredValue::new(field.name);
    let now = Memo::new(move |_| match item.value(&name.get_value()) {
        Some(Value::Array(words)) => words,
        _ => Vec::new(),
    });
    let tick = move |word: &str, on: bool| {
        let mut words = now.get_untracked();
        words.retain(|known| known != word);
        if on {
            words.push(word.into());
        }
        item.set(&name.get_value(), (!words.is_empty()).then(|| words.into()));
    };
    let boxes = field.choices.into_iter().map(|choice| {
        let (word, mine) = (choice.word.clone(), choice.word.clone());
        view! {
            <label class="check"><input type="checkbox" prop:checked=move || now.with(|now| now.iter().any(|known| *known == mine))
                on:change=move |event| tick(&word, event_target_checked(&event))/> {move || said(&choice.label, locale.get()).to_owned()}</label>
        }
    });
    view! { <div class="row">{boxes.collect_view()}</div> }.into_any()
}

/// The records a link of this field may lead to, the latest first, each with what it is called.
fn targets(field: KindField, of: RecordId) -> Memo<Vec<(RecordId, String)>> {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    Memo::new(move |_| {
        let kinds = kinds(notebook);
        let found: Vec<(Option<Date>, RecordId)> = notebook.of_surroundings(|index| {
            let mut found = Vec::new();
            for to in &field.to {
                match kinds.named(to) {
                    Some(kind) => {
                        let records = kind.records(index);
                        found.extend(records.map(|head| (kind.day_of(head.content()), head.record())));
                    }
                    None => found.extend(index.heads(to).map(|head| (index.day_of(head.record()), head.record()))),
                }
            }
            found.retain(|(_, id)| *id != of);
            found.sort_unstable();
            found.into_iter().rev().take(CHOICES).collect()
        });
        found
            .into_iter()
            .map(|(_, id)| (id, called(notebook, locale, id)))
            .collect()
    })
}

fn link(slot: Slot, field: KindField) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let now = Memo::new(move |_| slot.text().parse::<RecordId>().ok());
    let all = targets(field, slot.item.id);
    // One that is not among the latest is there as well.
    let options = move || {
        let mut all = all.get();
        if let Some(id) = now.get().filter(|id| all.iter().all(|(known, _)| known != id)) {
            all.insert(0, (id, called(notebook, locale, id)));
        }
        all
    };
    view! {
        <span class="row link-choice">
            <select on:change=move |event| {
                let id = event_target_value(&event);
                slot.set((!id.is_empty()).then(|| id.into()));
            }>
                <option value="" selected=move || now.get().is_none()>{locale.say(t::NO_CHOICE)}</option>
                {move || options().into_iter().map(|(id, title)| view! {
                    <option value=id.to_string() selected=move || now.get() == Some(id)>{title}</option>
                }).collect_view()}
            </select>
            {move || now.get().map(|id| view! { <a href=move || here.link(place_of(notebook, id))>{locale.say(t::OPEN)}</a> })}
        </span>
    }
    .into_any()
}

fn links(item: Item, field: KindField) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let name = StoredValue::new(field.name.clone());
    let now = Memo::new(move |_| match item.value(&name.get_value()) {
        Some(Value::Array(ids)) => ids,
        _ => Vec::new(),
    });
    let all = targets(field, item.id);
    let put = move |ids: Vec<Value>| item.set(&name.get_value(), (!ids.is_empty()).then(|| ids.into()));
    let row = move |value: Value| {
        let id = value.as_str().and_then(|id| id.parse::<RecordId>().ok());
        let drop = move |_| {
            let mut ids = now.get_untracked();
            ids.retain(|known| *known != value);
            put(ids);
        };
        view! {
            <li>{id.map(|id| view! { <a href=move || here.link(place_of(notebook, id))>{move || called(notebook, locale, id)}</a> })}
                " " <button type="button" class="quiet" on:click=drop>{locale.say(t::DROP_FIELD)}</button></li>
        }
    };
    view! {
        <ul class="plain">{move || now.get().into_iter().map(row).collect_view()}</ul>
        <select aria-label=locale.say(t::LINKED) prop:value="" on:change=move |event| {
            let mut ids = now.get_untracked();
            let id = Value::from(event_target_value(&event));
            if id != "" && !ids.contains(&id) {
                ids.push(id);
                put(ids);
            }
        }>
            <option value="">{locale.say(t::NO_CHOICE)}</option>
            {move || all.get().into_iter().map(|(id, title)| view! { <option value=id.to_string()>{title}</option> }).collect_view()}
        </select>
    }
    .into_any()
}

/// The sorts of field that a school can add, in words.
pub const SORTS: [(FieldSort, Words); 6] = [
    (FieldSort::Line, t::AS_LINE),
    (FieldSort::Prose, t::AS_PROSE),
    (FieldSort::Day, t::AS_DAY),
    (FieldSort::Number, t::AS_NUMBER),
    (FieldSort::Flag, t::AS_FLAG),
    (FieldSort::Lines, t::AS_LINES),
];
