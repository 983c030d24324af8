//! A table in a record: visits, remarks, counts.

use leptos::prelude::*;
use luoxuan::record::{FieldSort, KindField, said};
use serde_json::{Map, Value};

use super::becomes::Becomes;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::item::Item;
use crate::parts::field::{following_of, half_typed};
use crate::parts::notices::Notices;

fn all(item: Item, name: &str) -> Vec<Value> {
    match item.value(name) {
        Some(Value::Array(rows)) => rows,
        _ => Vec::new(),
    }
}

/// The rows, each with its cells and a way to take it out, and a way to add one.
pub fn rows(item: Item, field: KindField) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let field = StoredValue::new(field);
    let name = move || field.with_value(|field| field.name.clone());
    let count = Memo::new(move |_| all(item, &name()).len());
    let put = move |rows: Vec<Value>| item.set(&name(), (!rows.is_empty()).then(|| rows.into()));
    let add = move |_| {
        let mut rows = untrack(|| all(item, &name()));
        rows.push(Value::Object(Map::new()));
        put(rows);
    };
    let drop_row = move |at: usize| {
        let mut rows = untrack(|| all(item, &name()));
        if at < rows.len() {
            let row = rows.remove(at);
            put(rows);
            // The notice may outlive the page, and other rows may have been written meanwhile.
            let name = name();
            notices.undoable(c::REMOVED.in_(locale.0.get_untracked()), move || {
                let mut rows = untrack(|| all(item, &name));
                rows.insert(at.min(rows.len()), row.clone());
                item.set(&name, Some(rows.into()));
            });
        }
    };
    let row = move |at: usize| {
        let says = Signal::derive(move || {
            let rows = all(item, &name());
            let row = rows.get(at).and_then(Value::as_object).cloned().unwrap_or_default();
            field.with_value(|field| {
                let said = |column: &KindField| {
                    let words = matches!(column.sort, FieldSort::Line | FieldSort::Prose);
                    let value = row.get(&column.name).filter(|_| words)?;
                    Some(column.show(value, locale.get(), &str::to_owned)).filter(|text| !text.is_empty())
                };
                field.columns.iter().filter_map(said).collect::<Vec<_>>().join("\n\n")
            })
        });
        let cells = field.with_value(|field| field.columns.clone());
        view! {
            <tr>
                {cells.into_iter().map(|column| {
                    let label = column.label.clone();
                    view! { <td><label class="cell"><span class="label hidden">{move || said(&label, locale.get()).to_owned()}</span>{cell(item, field, at, column)}</label></td> }
                }).collect_view()}
                <td><span class="row"><Becomes item says/>
                    <button type="button" class="quiet" on:click=move |_| drop_row(at)>{locale.say(t::DROP_ROW)}</button></span></td>
            </tr>
        }
    };
    let heads = move || {
        let columns = field.with_value(|field| field.columns.clone());
        columns
            .into_iter()
            .map(|column| view! { <th scope="col">{said(&column.label, locale.get()).to_owned()}</th> })
            .collect_view()
    };
    view! {
        <Show when=move || count.get() != 0>
            <div class="table record-rows"><table>
                <thead><tr>{heads} <th></th></tr></thead>
                <tbody><For each=move || 0..count.get() key=|at| *at let(at)>{row(at)}</For></tbody>
            </table></div>
        </Show>
        <button type="button" on:click=add>{locale.say(t::ADD_ROW)}</button>
    }
    .into_any()
}

fn cell(item: Item, field: StoredValue<KindField>, at: usize, column: KindField) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let column = StoredValue::new(column);
    let now = move || {
        let rows = all(item, &field.with_value(|field| field.name.clone()));
        let value = rows
            .get(at)
            .and_then(|row| column.with_value(|column| row.get(&column.name).cloned()));
        match value {
            Some(Value::String(text)) => text,
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        }
    };
    let put = move |value: Option<Value>| {
        let name = field.with_value(|field| field.name.clone());
        let mut rows = untrack(|| all(item, &name));
        let Some(row) = rows.get_mut(at).and_then(Value::as_object_mut) else {
            return;
        };
        let column = column.with_value(|column| column.name.clone());
        match value {
            Some(value) => row.insert(column, value),
            None => row.remove(&column),
        };
        item.set(&name, Some(rows.into()));
    };
    match column.with_value(|column| column.sort) {
        FieldSort::Choice => {
            let choices = column.with_value(|column| column.choices.clone());
            let now = Memo::new(move |_| now());
            view! {
                <select on:change=move |event| {
                    let word = event_target_value(&event);
                    put((!word.is_empty()).then(|| word.into()));
                }>
                    <option value="" selected=move || now.read().is_empty()>{locale.say(t::NO_CHOICE)}</option>
                    {choices.into_iter().map(|choice| {
                        let (word, mine) = (choice.word.clone(), choice.word.clone());
                        view! { <option value=word selected=move || *now.read() == mine>{move || said(&choice.label, locale.get()).to_owned()}</option> }
                    }).collect_view()}
                </select>
            }
            .into_any()
        }
        sort => {
            let kind = if sort == FieldSort::Day { "date" } else { "text" };
            let node = following_of::<leptos::html::Input>(move || Some(item.id), now);
            view! {
                <input type=kind node_ref=node autocomplete="off" on:change=move |event| {
                    let text = event_target_value(&event);
                    if sort == FieldSort::Day && half_typed(&text) {
                        return;
                    }
                    match column.with_value(|column| column.read(&text, locale.0.get_untracked())) {
                        Ok(value) => put(value),
                        Err(unread) => notices.say(unread.sentence(locale.0.get_untracked())),
                    }
                }/>
            }
            .into_any()
        }
    }
}
