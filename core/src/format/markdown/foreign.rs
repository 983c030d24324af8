//! A Markdown file that is not ours: a note, with what its front matter and its name say of it.

use serde_json::{Map, Value};

use super::page::{made_of, own_pictures};
use super::{day, front};
use crate::format::{MarkdownFile, Origin};
use crate::journal::Content;
use crate::record::{Entry, Record};
use crate::time::Date;

/// Keys under which others write the day, those that mean it first.
const DAYS: [&str; 12] = [
    "happened_on",
    "date",
    "日期",
    "day",
    "时间",
    "時間",
    "created",
    "created_at",
    "date created",
    "创建时间",
    "创建日期",
    "建立時間",
];
/// Keys under which others write the title.
const TITLES: [&str; 4] = ["title", "标题", "標題", "题目"];
/// Keys under which others write tags.
const TAGS: [&str; 4] = ["tags", "tag", "标签", "標籤"];

/// The note that a file is. Its front matter and its name are kept with it as they stand; its day, its title and its
/// tags are read from them.
pub(super) fn note(name: &str, text: &str) -> MarkdownFile {
    let (matter, body) = front::split(text);
    let first = first_reading(name, matter, body);
    let (matter, body) = match matter.filter(|matter| front::is_matter(matter)) {
        Some(matter) => (Some(matter), body),
        None => (None, text),
    };
    let mut fields = kept(name, matter.map(|matter| (matter, front::read(matter))), body);
    let said = |keys: &[&str]| keys.iter().filter_map(|key| fields.get(*key)).find_map(word);
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let day_of = |text: &str| day::day(text).map(|(day, _)| day);
    let day = DAYS.iter().find_map(|key| day_of(&word(fields.get(*key)?)?));
    let day = day.or_else(|| day_of(stem)).or_else(|| day_of(name));
    let title = said(&TITLES).unwrap_or_else(|| day::rest(stem));
    let tags = TAGS.iter().find_map(|key| tags(fields.get(*key)?));
    if let Some(day) = day {
        fields.insert("happened_on".into(), day.to_string().into());
    }
    if !title.trim().is_empty() {
        fields.insert("title".into(), title.trim().into());
    }
    if let Some(tags) = tags {
        fields.insert("tags".into(), tags.into());
    }
    MarkdownFile {
        record: made_of(&first),
        revision: None,
        unchanged: false,
        content: Content::from_json(&fields),
        first: Some(first),
        origin: Origin::Note,
    }
}

/// What the first version read in it. Which note a file is depends on that, so that reading it twice is reading it once,
/// also where the second time more is understood.
fn first_reading(name: &str, matter: Option<&str>, body: &str) -> Content {
    let mut fields = kept(name, matter.map(|matter| (matter, front::read_values(matter))), body);
    let day = |text: &str| (0..text.len()).find_map(|at| text.get(at..at + 10)?.parse::<Date>().ok());
    let dated = fields.get("date").and_then(Value::as_str).and_then(day);
    if let Some(date) = dated.or_else(|| day(name))
        && !fields.contains_key("happened_on")
    {
        fields.insert("happened_on".into(), date.to_string().into());
    }
    Content::from_json(&fields)
}

/// What is kept of it as it stands.
fn kept(name: &str, matter: Option<(&str, Option<Map<String, Value>>)>, body: &str) -> Map<String, Value> {
    let mut fields = match matter {
        Some((_, Some(fields))) => fields,
        // Beyond what we read.
        Some((matter, None)) => Map::from_iter([("front_matter".to_owned(), matter.into())]),
        None => Map::new(),
    };
    // The two names that every entry has are not to be taken by chance.
    for taken in ["kind", "body"] {
        if let Some(value) = fields.remove(taken) {
            fields.insert(format!("front_{taken}"), value);
        }
    }
    fields.insert("file".into(), name.into());
    let body = body.trim_matches('\n');
    if !body.is_empty() {
        fields.insert("body".into(), own_pictures(body).into());
    }
    fields.insert("kind".into(), Entry::KIND.into());
    fields
}

/// A value as a word, if it is one that says something.
fn word(value: &Value) -> Option<String> {
    let word = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(word).filter(|word| !word.is_empty())
}

/// Tags in a list, or in one text with marks or spaces between them; `None` if it is neither.
fn tags(value: &Value) -> Option<Vec<String>> {
    let all: Vec<String> = match value {
        Value::Array(items) => items.iter().map(word).collect::<Option<_>>()?,
        other => {
            let text = word(other)?;
            let marks = [',', '，', '、', ';', '；'];
            let parted = |c: char| marks.contains(&c) || !text.contains(marks) && c.is_whitespace();
            text.split(parted).map(str::to_owned).collect()
        }
    };
    let bare = all.iter().map(|tag| tag.trim().trim_start_matches('#').to_owned());
    Some(bare.filter(|tag| !tag.is_empty()).collect())
}
