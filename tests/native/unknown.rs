//! What this version does not know: fields, kinds and versions are kept, and go out as they came in.

use luoxuan::format::{Archive, Import, Limits, read, write_jsonl};
use luoxuan::record::{Kind, Profile, Record, Rules, Settings, Term, Vehicle};
use luoxuan::{
    Content, Document, Entry, Evidence, Journal, Measure, Revision, RevisionId, Spiral, Survey, Template, Version,
};
use serde_json::{Map, Value, json};
use std::sync::Arc;

use crate::properties::{Chance, every, figure, proved, text};

const KINDS: [&str; 5] = ["entry", "evidence", "spiral", "remark", "灯笼"];

/// Any JSON, as deep as an archive may nest.
pub(crate) fn any(chance: &mut Chance, depth: usize) -> Value {
    let small = |chance: &mut Chance| i64::try_from(chance.below(1 << 40)).expect("small") - (1 << 39);
    match chance.below(if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => Value::Bool(chance.below(2) == 0),
        2 => small(chance).into(),
        3 => json!(f64::from(i32::try_from(small(chance) >> 10).unwrap_or(7)) / 8.0),
        4 => u64::MAX.into(),
        5 => text(chance, 3).into(),
        6 | 7 => object(chance, depth - 1).into(),
        _ => (0..chance.below(4)).map(|_| any(chance, depth - 1)).collect(),
    }
}

fn object(chance: &mut Chance, depth: usize) -> Map<String, Value> {
    const NAMES: [&str; 8] = ["body", "phase", "mood", "at", "id", "心情", "a b", "\u{1}\"\\"];
    (0..chance.below(5))
        .map(|_| {
            let name = chance.pick(&NAMES).copied().unwrap_or_default();
            (name.to_owned(), any(chance, depth))
        })
        .collect()
}

fn id(chance: &mut Chance, bytes: usize) -> String {
    let bytes: Vec<u8> = (0..bytes)
        .map(|_| u8::try_from(chance.below(256)).expect("a byte"))
        .collect();
    match bytes.len() {
        16 => luoxuan::RecordId::from_bytes(bytes.try_into().expect("sixteen")).to_string(),
        _ => RevisionId::from_bytes(bytes.try_into().expect("thirty-two")).to_string(),
    }
}

/// A line of some version, made by `docs/archive.md` and not by the program: `serde_json` sorts keys and writes no
/// spaces, and the id is the hash of the rest.
fn line(version: u64, chance: &mut Chance) -> String {
    let mut fields = object(chance, 3);
    let mut content = object(chance, 6);
    let kind = chance.pick(&KINDS).copied().unwrap_or_default();
    content.insert("kind".into(), kind.into());
    for name in ["id", "state"] {
        fields.remove(name);
    }
    fields.insert("v".into(), version.into());
    fields.insert("record".into(), id(chance, 16).into());
    fields.insert("device".into(), id(chance, 16).into());
    let mut parents: Vec<String> = (0..chance.below(3)).map(|_| id(chance, 32)).collect();
    parents.sort();
    fields.insert("parents".into(), parents.into());
    let at = i64::try_from(chance.below(1 << 41)).expect("small");
    fields.insert("at".into(), json!([at, 480]));
    fields.insert("content".into(), content.into());
    if chance.below(4) == 0 {
        fields.insert("state".into(), "trashed".into());
    }
    let hash = RevisionId::of(Value::Object(fields.clone()).to_string().as_bytes());
    fields.insert("id".into(), hash.to_string().into());
    Value::Object(fields).to_string()
}

/// A line of a version to come, in a shape nobody can read yet.
fn strange(chance: &mut Chance) -> String {
    let mut fields = object(chance, 3);
    fields.remove("id");
    fields.insert("v".into(), (2 + chance.below(1000)).into());
    Value::Object(fields).to_string()
}

fn again(import: Import) -> Vec<u8> {
    let damaged = import.damage.into_iter().map(|damaged| damaged.bytes);
    write_jsonl(&Archive {
        revisions: import.revisions.into_iter().map(Arc::new).collect(),
        pictures: Vec::new(),
        aside: import.newer.into_iter().chain(damaged).collect(),
    })
}

fn sorted(file: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<_> = file
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

#[test]
fn what_is_not_known_goes_out_as_it_came_in() {
    let number = figure(5_000, 50_000);
    every(0..number, |seed| {
        let mut chance = Chance::new(seed as u64);
        let versions = [1, 2, 3 + u64::try_from(chance.below(1 << 50)).expect("small")];
        let mut lines: Vec<_> = versions.iter().map(|version| line(*version, &mut chance)).collect();
        lines.push(strange(&mut chance));
        let file = format!(
            "{}\n{}\n{}\n",
            r#"{"format":"luoxuan journal","version":1}"#,
            lines.join("\n"),
            r#"{"format":"luoxuan journal","lines":4,"version":1}"#,
        );
        let import = read("a.jsonl", file.as_bytes(), &Limits::default()).expect("within the limits");
        assert_eq!(import.damage, [], "seed {seed}: {file}");
        assert_eq!(
            (import.revisions.len(), import.newer.len()),
            (3, 1),
            "seed {seed}: {file}"
        );
        let newer = import.revisions.iter().filter(|one| one.is_newer()).count();
        assert_eq!(newer, 2, "seed {seed}");
        let mut journal = Journal::new();
        journal.merge(import.revisions.iter().cloned());
        assert_eq!(journal.len(), 3);
        let out = again(import);
        assert_eq!(sorted(&out), sorted(file.as_bytes()), "seed {seed}");
    });
    proved(
        "T27",
        format!("{} lines with unknown fields, kinds and versions", number * 4),
        "kept, and written again byte for byte",
    );
}

/// Every object in a JSON value, by the path to it.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(path.to_owned());
            for (name, value) in fields {
                objects(
                    value,
                    &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                objects(value, &format!("{path}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn rewritten<R: Record>(content: &Content) -> Option<Content> {
    content.read::<R>().map(|record| Content::of(&record))
}

/// The content as a page writes it back that has read it and changed nothing; `None` if it is of no known kind.
pub(crate) fn through_its_record(content: &Content) -> Option<Content> {
    let ways = [
        rewritten::<Entry>,
        rewritten::<Spiral>,
        rewritten::<Evidence>,
        rewritten::<Measure>,
        rewritten::<Survey>,
        rewritten::<Document>,
        rewritten::<Template>,
        rewritten::<Rules>,
        rewritten::<Version>,
        rewritten::<Vehicle>,
        rewritten::<Term>,
        rewritten::<Profile>,
        rewritten::<Settings>,
        rewritten::<Kind>,
    ];
    ways.iter().find_map(|way| way(content))
}

/// Found by this test: an unknown field within an expectation, an indicator or the name of a picture was dropped when
/// its record was next written.
#[test]
fn an_unknown_field_at_any_depth_outlives_an_edit_of_its_record() {
    let files = [
        include_bytes!("../golden/v1.jsonl").as_slice(),
        include_bytes!("../golden/v1-document.jsonl"),
        include_bytes!("../golden/v1-texts.jsonl"),
        include_bytes!("../golden/v1-survey.jsonl"),
        include_bytes!("../../web/public/demo.jsonl"),
    ];
    let (mut kinds, mut places) = (std::collections::BTreeSet::new(), 0);
    for file in files {
        let import = read("a.jsonl", file, &Limits::default()).expect("within the limits");
        for content in import.revisions.iter().map(Revision::content) {
            let whole = Value::Object(content.to_json());
            let mut paths = Vec::new();
            objects(&whole, "", &mut paths);
            for path in paths {
                for value in [json!("明天"), json!({"z": [1, null]})] {
                    let mut changed = whole.clone();
                    let place = changed
                        .pointer_mut(&path)
                        .and_then(Value::as_object_mut)
                        .expect("an object");
                    place.insert("tomorrow".into(), value);
                    let Value::Object(fields) = changed else {
                        unreachable!("an object")
                    };
                    let content = Content::from_json(&fields);
                    let Some(written) = through_its_record(&content) else {
                        continue;
                    };
                    assert_eq!(written, content, "at {path}");
                    kinds.insert(content.kind().into_owned());
                    places += 1;
                }
            }
        }
    }
    assert!(kinds.len() >= 9, "{kinds:?}");
    proved(
        "T27",
        format!("{places} unknown fields in {} kinds of record", kinds.len()),
        "there after an edit",
    );
}
