//! Turns `data/kinds` into one text that the crate holds, and refuses what a person would stumble over: a label that one
//! language lacks, a name that stands twice, a stage nobody reaches, a link to what does not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// What a kind may hold besides the word for it, its fields and stages.
const WORDS: [&str; 2] = ["label", "note"];
const NAMES: [&str; 7] = ["group", "of", "sort", "title", "day", "until", "hours"];
/// What a field holds, by the names of [`FieldSort`](../src/record/kind.rs).
const SORTS: [&str; 11] = [
    "line", "prose", "day", "number", "choice", "choices", "flag", "link", "links", "lines", "rows",
];
/// What a field may say.
const OF_A_FIELD: [&str; 12] = [
    "name", "sort", "label", "hint", "unit", "from", "due", "private", "to", "brings", "choices", "columns",
];
const GROUPS: [&str; 6] = ["vehicles", "contests", "lessons", "learning", "outcomes", "school"];
/// What a link may lead to besides a kind of `data/kinds`.
const SPINE: [&str; 5] = ["spiral", "document", "rules", "lesson", "vehicle"];

/// All kinds, in their order.
///
/// # Errors
///
/// Says which is wrong, and how.
pub(crate) fn kinds(data: &Path) -> Result<Value, String> {
    let lists = table(&data.join("choices.toml"))?;
    let mut files: Vec<_> = fs::read_dir(data.join("kinds"))
        .map_err(|error| format!("data/kinds: {error}"))?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let mut kinds = BTreeMap::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let kind = table(&file).and_then(|table| kind(&name, &table, &lists));
        kinds.insert(
            name.clone(),
            kind.map_err(|fault| format!("{}: {fault}", file.display()))?,
        );
    }
    for (name, kind) in &kinds {
        for to in links(kind) {
            if !kinds.contains_key(&to) && !SPINE.contains(&to.as_str()) {
                return Err(format!("{name}: nothing is called {to}"));
            }
        }
    }
    let mut kinds: Vec<Value> = kinds.into_values().collect();
    kinds.sort_by_key(|kind| kind["place"].as_u64());
    Ok(kinds.into())
}

fn table(file: &Path) -> Result<toml::Table, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", file.display()))
}

fn kind(name: &str, table: &toml::Table, lists: &toml::Table) -> Result<Value, String> {
    let mut kind = head(name, table)?;
    let fields = each(table, "fields", |table| field(table, lists))?;
    let stages = each(table, "stages", stage)?;
    let (named, reached) = (unique("fields", &fields, "name")?, unique("stages", &stages, "word")?);
    names_what_is_there(&kind, &fields, &named, &reached)?;
    leads_everywhere(&stages, &reached)?;
    kind.insert("fields".into(), fields.into());
    if !stages.is_empty() {
        kind.insert("stages".into(), stages.into());
    }
    let title = kind.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(said) = table.get("report").and_then(toml::Value::as_table) {
        kind.insert("report".into(), report(said, &named)?);
    }
    if let Some(said) = table.get("again").and_then(toml::Value::as_table) {
        kind.insert("again".into(), again(said, &named, &reached)?);
    }
    if let Some(columns) = table.get("handbook") {
        let columns = handbook(columns, &named, kind.contains_key("stages"))?;
        kind.insert("handbook".into(), columns);
    }
    let presets = each(table, "presets", |table| preset(table, &title, &named))?;
    if !presets.is_empty() {
        kind.insert("presets".into(), presets.into());
    }
    let parts: &[&str] = &[
        "place", "private", "fields", "stages", "report", "handbook", "again", "presets",
    ];
    only(table, &[&WORDS[..], &NAMES, parts].concat())?;
    Ok(kind.into())
}

/// What a kind says of itself before its fields: what it is called, where it stands, who sees it.
fn head(name: &str, table: &toml::Table) -> Result<Map<String, Value>, String> {
    let mut kind = Map::from_iter([("name".to_owned(), json!(name))]);
    for word in WORDS {
        kind.insert(word.into(), words(table, word)?);
    }
    for name in NAMES {
        if let Some(value) = table.get(name) {
            kind.insert(
                name.into(),
                json!(value.as_str().ok_or_else(|| format!("{name} is no word"))?),
            );
        }
    }
    if !kind
        .get("group")
        .and_then(Value::as_str)
        .is_some_and(|group| GROUPS.contains(&group))
    {
        return Err("no group of that name".into());
    }
    let place = table
        .get("place")
        .and_then(toml::Value::as_integer)
        .filter(|place| (1..10_000).contains(place));
    kind.insert("place".into(), place.ok_or("no place among the kinds")?.into());
    if flag(table, "private")? {
        kind.insert("private".into(), true.into());
    }
    Ok(kind)
}

/// Refuses a name of a field or a stage that is none of this kind's.
fn names_what_is_there(
    kind: &Map<String, Value>,
    fields: &[Value],
    named: &BTreeSet<String>,
    reached: &BTreeSet<String>,
) -> Result<(), String> {
    for name in ["title", "day", "until", "hours"] {
        let field = kind.get(name).and_then(Value::as_str);
        if field.is_some_and(|field| !named.contains(field)) || (name == "title" && field.is_none()) {
            return Err(format!("{name} names no field"));
        }
    }
    for field in fields {
        for stage in ["from", "due"].map(|word| field[word].as_str()).into_iter().flatten() {
            if stage != "always" && !reached.contains(stage) {
                return Err(format!("{}: no stage {stage}", field["name"]));
            }
        }
    }
    Ok(())
}

/// Refuses a key that nothing reads: misspelt, `private` would not keep a field from anybody.
fn only(table: &toml::Table, known: &[&str]) -> Result<(), String> {
    match table.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(format!("{key}: nothing reads that")),
        None => Ok(()),
    }
}

/// What is so or not, and not if nothing is said.
fn flag(table: &toml::Table, name: &str) -> Result<bool, String> {
    match table.get(name) {
        None => Ok(false),
        Some(said) => said
            .as_bool()
            .ok_or_else(|| format!("{name} is neither true nor false")),
    }
}

/// Words under a name; none if nothing is said.
fn list<'t>(table: &'t toml::Table, name: &str) -> Result<Vec<&'t str>, String> {
    let Some(said) = table.get(name) else {
        return Ok(Vec::new());
    };
    let words = said
        .as_array()
        .and_then(|items| items.iter().map(toml::Value::as_str).collect());
    words.ok_or_else(|| format!("{name} is no list of words"))
}

fn field(table: &toml::Table, lists: &toml::Table) -> Result<Value, String> {
    let text = |name: &str| table.get(name).and_then(toml::Value::as_str);
    let name = text("name").ok_or("a field without a name")?;
    let fault = |fault: String| format!("{name}: {fault}");
    let sort = text("sort").filter(|sort| SORTS.contains(sort));
    let sort = sort.ok_or_else(|| fault("no sort of that name".into()))?;
    let mut field = Map::from_iter([
        ("name".to_owned(), json!(name)),
        ("sort".to_owned(), json!(sort)),
        ("label".to_owned(), words(table, "label").map_err(fault)?),
    ]);
    for word in ["hint", "unit"] {
        if table.contains_key(word) {
            field.insert(word.into(), words(table, word).map_err(fault)?);
        }
    }
    for word in ["from", "due"] {
        if let Some(said) = text(word) {
            field.insert(word.into(), json!(said));
        }
    }
    only(table, &OF_A_FIELD).map_err(fault)?;
    if flag(table, "private").map_err(fault)? {
        field.insert("private".into(), true.into());
    }
    for word in ["to", "brings"] {
        field.insert(word.into(), list(table, word).map_err(fault)?.into());
    }
    let choices = match text("choices") {
        Some(list) => each(lists, list, choice),
        None => each(table, "choices", choice),
    };
    let (choices, columns) = (
        choices.map_err(fault)?,
        each(table, "columns", |table| field_of(table, lists))?,
    );
    unique("choices", &choices, "word").map_err(fault)?;
    unique("columns", &columns, "name").map_err(fault)?;
    let missing = match sort {
        "choice" | "choices" => choices.is_empty(),
        "rows" => columns.is_empty(),
        "link" | "links" => !table.contains_key("to"),
        _ => false,
    };
    if missing {
        return Err(fault(format!("a {sort} without what belongs to it")));
    }
    field.insert("choices".into(), choices.into());
    field.insert("columns".into(), columns.into());
    field.retain(|_, value| !value.as_array().is_some_and(Vec::is_empty));
    Ok(field.into())
}

/// A column of a table: a field that holds no table.
fn field_of(table: &toml::Table, lists: &toml::Table) -> Result<Value, String> {
    match table.get("columns") {
        Some(_) => Err("a table within a table".into()),
        None => field(table, lists),
    }
}

fn choice(table: &toml::Table) -> Result<Value, String> {
    only(table, &["word", "label"])?;
    worded(table)
}

fn worded(table: &toml::Table) -> Result<Value, String> {
    let word = table
        .get("word")
        .and_then(toml::Value::as_str)
        .ok_or("a choice without a word")?;
    Ok(json!({ "word": word, "label": words(table, "label")? }))
}

/// A stage: a choice, and what follows it.
fn stage(table: &toml::Table) -> Result<Value, String> {
    only(table, &["word", "label", "next"])?;
    let (mut stage, next) = (worded(table)?, list(table, "next")?);
    if let Some(stage) = stage.as_object_mut().filter(|_| !next.is_empty()) {
        stage.insert("next".into(), next.into());
    }
    Ok(stage)
}

/// A record to begin with: its title in every language, and what else it says.
fn preset(table: &toml::Table, title: &str, fields: &BTreeSet<String>) -> Result<Value, String> {
    let mut said = Map::new();
    for (name, value) in table.iter().filter(|(name, _)| *name != title) {
        if !fields.contains(name) {
            return Err(format!("a preset says {name}, which is no field"));
        }
        said.insert(
            name.clone(),
            spoken(value).map_err(|fault| format!("a preset’s {name}: {fault}"))?,
        );
    }
    Ok(json!({ "label": words(table, title)?, "fields": said }))
}

/// A value of a preset. Three texts are one in three languages, which a list of texts is a list of; everything else is as it
/// stands.
fn spoken(value: &toml::Value) -> Result<Value, String> {
    let texts = |value: &toml::Value| {
        let items = value.as_array()?;
        items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
    };
    if let Some(said) = texts(value) {
        return match said.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [hans, hant, en] if [hans, hant, en].iter().all(|text| !text.trim().is_empty()) => {
                Ok(json!({ "zh-Hans": hans, "zh-Hant": hant, "en": en }))
            }
            _ => Err("not said in three languages".into()),
        };
    }
    let lists = value.as_array().filter(|items| items.iter().all(toml::Value::is_array));
    match lists {
        Some(items) => items.iter().map(spoken).collect::<Result<Vec<_>, _>>().map(Value::from),
        None => serde_json::to_value(value).map_err(|error| error.to_string()),
    }
}

fn report(table: &toml::Table, fields: &BTreeSet<String>) -> Result<Value, String> {
    let part = table.get("part").and_then(toml::Value::as_str).unwrap_or_default();
    if !["opening", "work", "outcomes", "problems"].contains(&part) {
        return Err(format!("no part of the report is called {part}"));
    }
    only(table, &["part", "line", "unit", "count_by", "once"])?;
    let (counted, once) = (list(table, "count_by")?, flag(table, "once")?);
    let mut counted_by = counted.iter();
    if let Some(field) = counted_by.find(|field| **field != "stage" && !fields.contains(**field)) {
        return Err(format!("counted by {field}, which is no field"));
    }
    let (line, unit) = (words(table, "line")?, measure_word(table)?);
    let mut report = json!({ "part": part, "line": line, "unit": unit, "count_by": counted });
    if let Some(report) = report.as_object_mut().filter(|_| once) {
        report.insert("once".into(), once.into());
    }
    Ok(report)
}

/// How a record that has ended is followed by another.
fn again(table: &toml::Table, fields: &BTreeSet<String>, stages: &BTreeSet<String>) -> Result<Value, String> {
    only(table, &["stages", "steps", "years", "carries", "link"])?;
    let word = |name: &str| table.get(name).and_then(toml::Value::as_str).unwrap_or_default();
    let (ended, carries) = (list(table, "stages")?, list(table, "carries")?);
    if let Some(stage) = ended.iter().find(|stage| !stages.contains(**stage)) {
        return Err(format!("again: no stage {stage}"));
    }
    let named = carries.iter().copied().chain([word("steps"), word("link")]);
    if let Some(field) = named.into_iter().find(|field| !fields.contains(*field)) {
        return Err(format!("again: no field {field}"));
    }
    let years = table
        .get("years")
        .and_then(toml::Value::as_integer)
        .filter(|years| (1..100).contains(years));
    let years = years.ok_or("again: after how many years")?;
    Ok(json!({ "stages": ended, "steps": word("steps"), "years": years, "carries": carries, "link": word("link") }))
}

/// The columns of a table in a growth handbook.
fn handbook(columns: &toml::Value, fields: &BTreeSet<String>, has_stages: bool) -> Result<Value, String> {
    let columns: Vec<_> = columns
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str)
        .collect();
    let known = |column: &str| fields.contains(column) || (column == "stage" && has_stages);
    match columns.iter().find(|column| !known(column)) {
        Some(column) => Err(format!("the handbook asks for {column}, which is no field")),
        None if columns.is_empty() => Err("a handbook without columns".into()),
        None => Ok(columns.into()),
    }
}

/// A list of tables under a name, each read.
fn each(
    table: &toml::Table,
    name: &str,
    read: impl Fn(&toml::Table) -> Result<Value, String>,
) -> Result<Vec<Value>, String> {
    let items = table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
    let items = items.map(|item| {
        item.as_table()
            .ok_or_else(|| format!("{name}: no table"))
            .and_then(&read)
    });
    items.collect()
}

/// Words in all three languages, none of them empty.
fn words(table: &toml::Table, name: &str) -> Result<Value, String> {
    let said = table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
    let said: Vec<_> = said
        .filter_map(toml::Value::as_str)
        .filter(|text| !text.trim().is_empty())
        .collect();
    match said[..] {
        [hans, hant, en] => Ok(json!({ "zh-Hans": hans, "zh-Hant": hant, "en": en })),
        _ => Err(format!("{name} is not said in three languages")),
    }
}

/// The measure word (节, 次, 项), which Chinese has.
fn measure_word(table: &toml::Table) -> Result<Value, String> {
    let said = table.get("unit").and_then(toml::Value::as_array).into_iter().flatten();
    match said.filter_map(toml::Value::as_str).collect::<Vec<_>>()[..] {
        [hans, hant] => Ok(json!({ "zh-Hans": hans, "zh-Hant": hant })),
        _ => Err("unit is not said in both scripts of Chinese".into()),
    }
}

fn unique(what: &str, items: &[Value], name: &str) -> Result<BTreeSet<String>, String> {
    let mut seen = BTreeSet::new();
    for item in items {
        let name = item[name].as_str().unwrap_or_default();
        if name.is_empty() || !seen.insert(name.to_owned()) {
            return Err(format!("{what}: {name} stands twice, or has no name"));
        }
    }
    Ok(seen)
}

/// Whether each stage can be reached from the first, and leads to stages that there are.
fn leads_everywhere(stages: &[Value], named: &BTreeSet<String>) -> Result<(), String> {
    let next = |word: &str| -> Vec<&str> {
        let stage = stages.iter().find(|stage| stage["word"] == word);
        let next = stage.and_then(|stage| stage["next"].as_array());
        next.into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let mut reached = BTreeSet::new();
    let mut ways: Vec<_> = stages
        .first()
        .and_then(|stage| stage["word"].as_str())
        .into_iter()
        .collect();
    while let Some(word) = ways.pop() {
        if !named.contains(word) {
            return Err(format!("no stage {word}"));
        }
        if reached.insert(word.to_owned()) {
            ways.extend(next(word));
        }
    }
    match named.difference(&reached).next() {
        Some(stage) => Err(format!("nothing leads to the stage {stage}")),
        None => Ok(()),
    }
}

/// What the links of a kind lead to, those of its tables too.
fn links(kind: &Value) -> Vec<String> {
    let fields = kind["fields"].as_array().into_iter().flatten();
    let columns = fields
        .clone()
        .flat_map(|field| field["columns"].as_array().into_iter().flatten());
    let to = fields
        .chain(columns)
        .flat_map(|field| field["to"].as_array().into_iter().flatten());
    to.filter_map(Value::as_str).map(str::to_owned).collect()
}
