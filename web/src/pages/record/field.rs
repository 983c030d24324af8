//! A field of a record, as the kind says what it holds.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};
use luoxuan::record::{FieldSort, KindField, said};
use luoxuan::{Date, RecordId};
use serde_json::Value;

use super::becomes::Becomes;
use super::rows::rows;
use crate::app::Here;
use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::item::{Item, called, kinds, place_of};
use crate::notebook::Notebook;
use crate::parts::field::{following_of, half_typed};
use crate::parts::notices::Notices;

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
    let label = labelled(&field, locale);
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
        FieldSort::Prose => {
            let name = field.name.clone();
            view! {
                <div class="field">
                    <label><span class="label">{label} " " {private}</span>{hint}{input(item, field)}</label>
                    <Becomes item says=Signal::derive(move || text_of(item, &name))/>
                </div>
            }
            .into_any()
        }
        _ => view! {
            <label class="field"><span class="label">{label} " " {private}</span>{hint}{input(item, field)}</label>
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
pub fn cell(item: Item, field: KindField) -> AnyView {
    let locale = Locale::here();
    let label = labelled(&field, locale);
    view! { <label class="cell"><span class="hidden">{label}</span>{input(item, field)}</label> }.into_any()
}

/// What a field says as text, in the way it is typed.
fn text_of(item: Item, name: &str) -> String {
    match item.value(name) {
        Some(Value::String(text)) => text,
        Some(Value::Array(lines)) => {
            let lines = lines.iter().filter_map(Value::as_str);
            lines.collect::<Vec<_>>().join("\n")
        }
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// What is typed or chosen in.
fn input(item: Item, field: KindField) -> AnyView {
    let locale = Locale::here();
    match field.sort {
        FieldSort::Choice => choice(item, field),
        FieldSort::Link => link(item, field),
        FieldSort::Flag => {
            let name = field.name.clone();
            let on = Memo::new(move |_| item.value(&name) == Some(Value::Bool(true)));
            let name = field.name;
            view! {
                <input type="checkbox" prop:checked=move || on.get()
                    on:change=move |event| item.set(&name, event_target_checked(&event).then_some(Value::Bool(true)))/>
            }
            .into_any()
        }
        FieldSort::Prose => {
            let name = StoredValue::new(field.name);
            let node =
                following_of::<leptos::html::Textarea>(move || Some(item.id), move || text_of(item, &name.get_value()));
            view! {
                <textarea rows="3" node_ref=node on:change=move |event| {
                    let text = event_target_value(&event);
                    item.set(&name.get_value(), (!text.trim().is_empty()).then(|| text.into()));
                }></textarea>
            }
            .into_any()
        }
        FieldSort::Lines => {
            let name = StoredValue::new(field.name);
            let node =
                following_of::<leptos::html::Textarea>(move || Some(item.id), move || text_of(item, &name.get_value()));
            view! {
                <textarea rows="2" node_ref=node on:change=move |event| {
                    let lines = crate::parts::field::lines(&event_target_value(&event));
                    item.set(&name.get_value(), (!lines.is_empty()).then(|| lines.into()));
                }></textarea>
            }
            .into_any()
        }
        _ => typed(item, field, locale),
    }
}

/// A line, a day or a number. What it does not hold is said and stays typed.
fn typed(item: Item, field: KindField, locale: Locale) -> AnyView {
    let notices = Notices::here();
    let name = StoredValue::new(field.name.clone());
    let node = following_of::<leptos::html::Input>(move || Some(item.id), move || text_of(item, &name.get_value()));
    let sort = match field.sort {
        FieldSort::Day => "date",
        _ => "text",
    };
    let mode = (field.sort == FieldSort::Number).then_some("decimal");
    view! {
        <input type=sort inputmode=mode node_ref=node autocomplete="off" on:change=move |event| {
            let text = event_target_value(&event);
            if field.sort == FieldSort::Day && half_typed(&text) {
                return;
            }
            match field.read(&text, locale.0.get_untracked()) {
                Ok(value) => item.set(&field.name, value),
                Err(unread) => notices.say(unread.sentence(locale.0.get_untracked())),
            }
        }/>
    }
    .into_any()
}

fn choice(item: Item, field: KindField) -> AnyView {
    let locale = Locale::here();
    let name = field.name.clone();
    let now = Memo::new(move |_| text_of(item, &name));
    let known = field.choices.clone();
    // A word that a later version or another school knows stays until another is chosen.
    let unknown = move || {
        let now = now.get();
        (!now.is_empty() && known.iter().all(|choice| choice.word != now)).then_some(now)
    };
    let name = field.name;
    view! {
        <select prop:value=move || now.get() on:change=move |event| {
            let word = event_target_value(&event);
            item.set(&name, (!word.is_empty()).then(|| word.into()));
        }>
            <option value="" selected=move || now.read().is_empty()>{locale.say(t::NO_CHOICE)}</option>
            {move || unknown().map(|word| view! { <option value=word.clone() selected=true>{word.clone()}</option> })}
            {field.choices.into_iter().map(|choice| {
                let word = choice.word.clone();
                let mine = choice.word.clone();
                view! { <option value=word selected=move || *now.read() == mine>{move || said(&choice.label, locale.get()).to_owned()}</option> }
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

fn link(item: Item, field: KindField) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
    let name = StoredValue::new(field.name.clone());
    let now = Memo::new(move |_| text_of(item, &name.get_value()).parse::<RecordId>().ok());
    let all = targets(field, item.id);
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
                item.set(&name.get_value(), (!id.is_empty()).then(|| id.into()));
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
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
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
