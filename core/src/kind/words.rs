//! What a person wrote in a record.

use serde_json::{Map, Value};

use super::{Kinds, REACHED, SORT, STAGE};
use crate::id::RecordId;
use crate::journal::Content;
use crate::record::{FieldSort, Kind, KindField};
use crate::time::Date;

/// The words a person wrote in a record whose kind is data, for whoever looks for them: what was typed, not what was chosen
/// or linked. Of a kind that does not come with the crate all that is text and no day.
///
/// ```
/// use luoxuan::kind::{Kinds, words};
/// use serde_json::json;
/// let entry = Kinds::built_in().named("contest_entry").expect("it comes with the crate");
/// let content = entry
///     .begun("把一件事写具体")
///     .with("grade", Some("first".into()))
///     .with("tracking", Some(json!([{"on": "2026-11-30", "progress": "draft", "difficulty": "结尾写不出来"}])));
/// assert_eq!(words(&content), ["把一件事写具体", "结尾写不出来"]);
/// ```
pub fn words(content: &Content) -> Vec<String> {
    let mut fields = content.to_json();
    let mut found = Vec::new();
    if let Some(kind) = Kinds::built_in().of_content(content) {
        of_fields(&kind.fields, &fields, &mut found);
        fields.retain(|name, _| kind.field(name).is_none());
    }
    fields.retain(|name, _| !["kind", SORT, STAGE, REACHED, "privacy"].contains(&name.as_str()));
    fields.values().for_each(|value| texts(value, &mut found));
    found
}

fn of_fields(kinds: &[KindField], fields: &Map<String, Value>, found: &mut Vec<String>) {
    for field in kinds {
        let Some(value) = fields.get(&field.name) else { continue };
        match (field.sort, value) {
            (FieldSort::Line | FieldSort::Prose | FieldSort::Lines, value) => texts(value, found),
            (FieldSort::Rows, Value::Array(rows)) => {
                let rows = rows.iter().filter_map(Value::as_object);
                rows.for_each(|row| of_fields(&field.columns, row, found));
            }
            _ => {}
        }
    }
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let names = text.parse::<RecordId>().is_ok() || text.parse::<Date>().is_ok();
            if !names && !text.trim().is_empty() {
                found.push(text.clone());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a record is one of those that are written down around the spirals: it has no type of its own here.
pub fn stands_around(content: &Content) -> bool {
    use crate::record::{
        Document, Entry, Evidence, Measure, Profile, Record, Rules, Settings, Spiral, Survey, Template, Term, Version,
    };
    let typed = [
        Document::KIND,
        Entry::KIND,
        Evidence::KIND,
        Measure::KIND,
        Profile::KIND,
        Rules::KIND,
        Settings::KIND,
        Spiral::KIND,
        Survey::KIND,
        Template::KIND,
        Term::KIND,
        Version::KIND,
        Kind::KIND,
    ];
    !typed.contains(&&*content.kind())
}
