//! A table in a record: visits, remarks, counts.

use leptos::prelude::*;
use luoxuan::record::{FieldSort, KindField, said};
use serde_json::{Map, Value};

use super::becomes::Becomes;
use super::field::cell;
use crate::components::notices::Notices;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::item::{Item, Slot};

fn all(item: Item, name: &str) -> Vec<Value> {
    match item.value(name) {
        Some(Value::Array(rows)) => rows,
        _ => Vec::new(),
    }
}

/// What somebody wrote in the cells of a row.
fn words_of_row(item: Item, field: &KindField, at: usize, locale: Locale) -> String {
    let rows = all(item, &field.name);
    let row = rows.get(at).and_then(Value::as_object).cloned().unwrap_or_default();
    let said = |column: &KindField| {
        let words = matches!(column.sort, FieldSort::Line | FieldSort::Prose);
        let value = row.get(&column.name).filter(|_| words)?;
        Some(column.show(value, locale.get(), &str::to_owned)).filter(|text| !text.is_empty())
    };
    field.columns.iter().filter_map(said).collect::<Vec<_>>().join("\n\n")
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
        let says = Signal::derive(move || field.with_value(|field| words_of_row(item, field, at, locale)));
        let cells = field.with_value(|field| field.columns.clone());
        view! {
            <tr>
                {cells.into_iter().map(|column| view! { <td>{cell(Slot::in_row(item, &name(), at, &column.name), column)}</td> }).collect_view()}
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
