//! A record whose kind is data: read by its fields, changed field by field.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::Kinds;
use luoxuan::record::Kind;
use luoxuan::{Content, RecordId, State};
use serde_json::Value;

use crate::components::fields::{kind_name, name_of};
use crate::i18n::Locale;
use crate::notebook::Notebook;
use crate::place::View;

/// The kinds there are, those of this journal too; tracked.
pub fn kinds(notebook: Notebook) -> Kinds {
    notebook.of_surroundings(Kinds::of)
}

/// What a record is called: by its title, or else by what it is. Tracked.
pub fn called(notebook: Notebook, locale: Locale, id: RecordId) -> String {
    let Some(content) = notebook.head(id).map(|head| head.content().clone()) else {
        return String::new();
    };
    let kind = kinds(notebook).of_content(&content).cloned();
    let title = kind.as_ref().map(|kind| kind.title_of(&content).trim().to_owned());
    let title = title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| name_of(&content));
    if !title.is_empty() {
        return title;
    }
    what(notebook, locale, &content)
}

/// What a record is, in words; tracked.
pub fn what(notebook: Notebook, locale: Locale, content: &Content) -> String {
    let kind = kinds(notebook).of_content(content).cloned();
    kind.map_or_else(
        || kind_name(content, locale),
        |kind| kind.label(locale.get()).to_owned(),
    )
}

/// Where a record is shown, whatever it is. Tracked.
pub fn place_of(notebook: Notebook, id: RecordId) -> View {
    let place = notebook.of_record(id, |index| View::of(index, id));
    place.unwrap_or(View::Record(id))
}

/// A record, and how its fields are changed.
#[derive(Clone, Copy)]
pub struct Item {
    /// Which record.
    pub id: RecordId,
    notebook: Notebook,
}

impl Item {
    /// A record of the open journal.
    pub fn of(id: RecordId) -> Self {
        Self {
            id,
            notebook: Notebook::here(),
        }
    }

    /// What it says now, tracked; `None` while it is not there.
    pub fn content(self) -> Option<Content> {
        let head = self.notebook.head(self.id)?;
        (head.state() == State::Live).then(|| head.content().clone())
    }

    /// Its kind, tracked; `None` for one nobody here knows.
    pub fn kind(self) -> Option<Arc<Kind>> {
        kinds(self.notebook).of_content(&self.content()?).cloned()
    }

    /// What one field says, tracked.
    pub fn value(self, field: &str) -> Option<Value> {
        self.content()?.to_json().remove(field)
    }

    /// Changes it, unless it says that already or is not there any more.
    pub fn change(self, change: impl FnOnce(&Content) -> Content) {
        let Some(now) = untrack(|| self.content()) else { return };
        let next = change(&now);
        if next != now {
            self.notebook.write_content(self.id, next);
        }
    }

    /// Lets one field say something else; `None` takes it away.
    pub fn set(self, field: &str, value: Option<Value>) {
        self.change(|content| content.with(field, value));
    }
}

/// Where a field of a record stands: by itself, or in a row of one of its tables.
#[derive(Clone, Copy)]
pub struct Slot {
    /// The record.
    pub item: Item,
    /// The field that is the table, and which of its rows.
    row: Option<(StoredValue<String>, usize)>,
    field: StoredValue<String>,
}

impl Slot {
    /// A field of a record.
    pub fn of(item: Item, field: &str) -> Self {
        Self {
            item,
            row: None,
            field: StoredValue::new(field.to_owned()),
        }
    }

    /// A column of a row of a table.
    pub fn in_row(item: Item, table: &str, row: usize, column: &str) -> Self {
        Self {
            row: Some((StoredValue::new(table.to_owned()), row)),
            ..Self::of(item, column)
        }
    }

    /// What it says, tracked.
    pub fn value(self) -> Option<Value> {
        let field = self.field.get_value();
        match self.row {
            None => self.item.value(&field),
            Some((table, row)) => self.item.value(&table.get_value())?.get(row)?.get(&field).cloned(),
        }
    }

    /// The same as it is typed: lists line by line.
    pub fn text(self) -> String {
        match self.value() {
            Some(Value::String(text)) => text,
            Some(Value::Array(lines)) => {
                let lines = lines.iter().filter_map(Value::as_str);
                lines.collect::<Vec<_>>().join("\n")
            }
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        }
    }

    /// Lets it say something else; `None` takes it away.
    pub fn set(self, value: Option<Value>) {
        let field = self.field.get_value();
        let Some((table, row)) = self.row else {
            return self.item.set(&field, value);
        };
        let table = table.get_value();
        let mut rows = untrack(|| self.item.value(&table));
        let cells = rows.as_mut().and_then(|rows| rows.get_mut(row)?.as_object_mut());
        let Some(cells) = cells else { return };
        match value {
            Some(value) => cells.insert(field, value),
            None => cells.remove(&field),
        };
        self.item.set(&table, rows);
    }
}
