//! One unknown word costs nobody but itself: any field of any kind, replaced by any value, is written back as it stood
//! while its neighbours are read and changed.

use std::collections::BTreeSet;

use luoxuan::record::{Kind, KindField, Layout, Profile, Record, Rules, Settings, Term, Vehicle};
use luoxuan::{Content, Document, Entry, Evidence, Measure, RecordId, Spiral, Survey, Template, Version};
use serde_json::{Map, Value, json};

use crate::edits::edits;
use crate::every_field::contents;
use crate::properties::{Chance, every, figure, proved};
use crate::unknown::{any, through_its_record};

/// Every place in a value: the path to it, as names.
fn places(value: &Value, path: &[String], found: &mut Vec<Vec<String>>) {
    let mut go = |name: String, value: &Value| {
        let path = [path, &[name]].concat();
        places(value, &path, found);
        found.push(path);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| go(name.clone(), value)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, value)| go(at.to_string(), value)),
        _ => {}
    }
}

fn within<'v>(value: &'v mut Value, path: &[String]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, name| match value {
        Value::Object(fields) => fields.get_mut(name),
        Value::Array(items) => items.get_mut(name.parse::<usize>().ok()?),
        _ => None,
    })
}

fn replaced(content: &Content, path: &[String], by: &Value) -> Option<Content> {
    let mut whole = Value::Object(content.to_json());
    *within(&mut whole, path)? = by.clone();
    whole.as_object().map(Content::from_json)
}

/// A content as a record of this kind says it, without what `strip` takes out; `None` if it is of another kind.
fn bare<R: Record>(content: &Content, strip: fn(&mut R)) -> Option<Content> {
    let mut record = content.read::<R>()?;
    strip(&mut record);
    Some(Content::of(&record))
}

/// What is understood of a content: what its record says without anything it only carries through.
fn understood(content: &Content) -> Option<Content> {
    of_a_spiral(content)
        .or_else(|| of_a_survey(content))
        .or_else(|| of_a_text(content))
        .or_else(|| of_a_kind(content))
        .or_else(|| bare::<Measure>(content, |it| it.other.clear()))
        .or_else(|| bare::<Version>(content, |it| it.other.clear()))
        .or_else(|| bare::<Vehicle>(content, |it| it.other.clear()))
        .or_else(|| bare::<Term>(content, |it| it.other.clear()))
        .or_else(|| bare::<Profile>(content, |it| it.other.clear()))
        .or_else(|| bare::<Settings>(content, |it| it.other.clear()))
}

fn of_a_spiral(content: &Content) -> Option<Content> {
    bare::<Entry>(content, |it| {
        it.other.clear();
        it.expectation.iter_mut().for_each(|it| it.other.clear());
    })
    .or_else(|| {
        bare::<Spiral>(content, |it| {
            it.other.clear();
            it.indicators.values_mut().for_each(|it| it.other.clear());
        })
    })
    .or_else(|| {
        bare::<Evidence>(content, |it| {
            it.other.clear();
            it.blob
                .iter_mut()
                .chain(&mut it.further)
                .for_each(|it| it.other.clear());
        })
    })
}

fn of_a_survey(content: &Content) -> Option<Content> {
    bare::<Survey>(content, |it| {
        it.other.clear();
        for item in it.items.values_mut() {
            item.other.clear();
            item.choices.values_mut().for_each(|it| it.other.clear());
            item.estimate.iter_mut().for_each(|it| it.other.clear());
        }
        it.compared.values_mut().for_each(|it| it.other.clear());
        it.crosses.values_mut().for_each(|it| it.other.clear());
        it.paired.values_mut().for_each(|it| it.other.clear());
    })
}

fn of_a_text(content: &Content) -> Option<Content> {
    fn layout(layout: &mut Layout) {
        layout.other.clear();
        layout.fonts.values_mut().for_each(|font| font.other.clear());
    }
    bare::<Document>(content, |it| {
        it.other.clear();
        for passage in it.sections.values_mut().flatten() {
            passage.other.clear();
            passage.sources.iter_mut().for_each(|it| it.other.clear());
        }
        it.references.iter_mut().for_each(|it| it.other.clear());
    })
    .or_else(|| {
        bare::<Template>(content, |it| {
            it.other.clear();
            it.header.iter_mut().for_each(|it| it.other.clear());
            it.sections.iter_mut().for_each(|it| it.other.clear());
        })
    })
    .or_else(|| {
        bare::<Rules>(content, |it| {
            it.other.clear();
            layout(&mut it.layout);
        })
    })
}

fn of_a_kind(content: &Content) -> Option<Content> {
    fn field(it: &mut KindField) {
        it.other.clear();
        it.choices.iter_mut().for_each(|it| it.other.clear());
        it.columns.iter_mut().for_each(field);
    }
    bare::<Kind>(content, |it| {
        it.other.clear();
        it.fields.iter_mut().for_each(field);
        it.stages.iter_mut().for_each(|it| it.other.clear());
        it.report.other.clear();
        it.presets.iter_mut().for_each(|it| it.other.clear());
    })
}

/// Lists of which nothing can be left out, by the name they stand under: the places of their items mean something.
const TABLES: [&str; 3] = ["columns", "rows", "counts"];

/// Whether a list is one value: a pair, a moment, a table.
fn is_one(name: &str, items: &[Value]) -> bool {
    TABLES.contains(&name) || (items.len() == 2 && items.iter().all(Value::is_number))
}

/// Whether everything in `all` that does not lie on the path is in `read` as well.
fn neighbours_are_read(all: &Value, read: Option<&Value>, path: &[String]) -> bool {
    let Some((name, rest)) = path.split_first() else {
        return true;
    };
    // What names a part: without it the part is kept whole.
    let needed = |rest: &[String]| matches!(rest, [name] if ["id", "record", "revision"].contains(&name.as_str()));
    match all {
        Value::Object(all) => {
            let same =
                |(key, value): (&String, &Value)| key == name || read.and_then(|read| read.get(key)) == Some(value);
            let below = read.and_then(|read| read.get(name));
            let one = all
                .get(name)
                .and_then(Value::as_array)
                .is_some_and(|items| is_one(name, items));
            all.iter().all(same)
                && (one || needed(rest) || rest.is_empty() || neighbours_are_read(&all[name], below, rest))
        }
        Value::Array(all) => {
            let (at, read) = (name.parse::<usize>().expect("a place"), read.and_then(Value::as_array));
            let Some(read) = read else { return false };
            let others = [&all[..at], &all[at + 1..]].concat();
            if read.len() == all.len() {
                let below = [&read[..at], &read[at + 1..]].concat();
                below == others && (rest.is_empty() || neighbours_are_read(&all[at], read.get(at), rest))
            } else {
                *read == others && (rest.is_empty() || needed(rest) || all[at].is_array())
            }
        }
        _ => true,
    }
}

/// What a newer version, another program or a slip of the hand may have written.
fn strange() -> Vec<Value> {
    let list = r#"[null, true, false, 0, 1, -1, 7, 255, 256, 4294967296, 18446744073709551615, 0.0, -0.0, 1.0, 2.5, 1e300,
        "", " ", "within_range", "someday", "up", "seen", "none", "2025-09-11", "2025-9-11", "a", "0", [], {}, [[]], [{}],
        [null], [1, 2], [1, 2, 3], [1.0, 2.0], ["a", 7, "b"], [["a", 7], 3, ["b"]], [1757577600000, 480], {"x": 1},
        {"name": "有焦点"}, {"text": "改"}, {"text": 7, "name": null}, {"a": {"name": "有焦点", "direction": "within_range"}, "b": 7},
        [{"text": "一"}, 7, {"text": 8}], {"problem": null}, {"kind": "entry", "of": "tomorrow"}]"#;
    let mut all: Vec<Value> = serde_json::from_str(list).expect("json");
    let ids = [RecordId::from_bytes([1; 16]), RecordId::from_bytes([0; 16])];
    all.extend(ids.map(|id| json!(id)));
    all.extend(ids.map(|id| json!([id, 7, id])));
    all
}

/// Replaces one value, and makes every third edit; which ones, `turn` says. How often something was held against what
/// it should be.
fn try_one(sample: &Content, path: &[String], by: &Value, turn: usize) -> usize {
    let Some(content) = replaced(sample, path, by) else {
        return 0;
    };
    let about = || format!("{} {} := {by}", sample.kind(), path.join("/"));
    assert_eq!(through_its_record(&content).as_ref(), Some(&content), "{}", about());
    let read = understood(&content).expect("of a known kind");
    let (all, read) = (Value::Object(sample.to_json()), Value::Object(read.to_json()));
    assert!(neighbours_are_read(&all, Some(&read), path), "{}: {read}", about());
    let mut tried = 1;
    for edit in edits(&sample.kind()).into_iter().skip(turn % 3).step_by(3) {
        let at = edit.path();
        let apart = at.iter().zip(path).any(|(a, b)| a != b);
        // A part without what names it, and a table with a cell that is not one, cannot be changed item by item.
        let one = |path: &[String]| {
            let table = path.iter().position(|name| TABLES.contains(&name.as_str()));
            match path.split_last() {
                Some((name, part)) if ["id", "record", "revision"].contains(&name.as_str()) => part.len(),
                _ => table.map_or(path.len(), |at| at + 1),
            }
        };
        let one = one(path);
        if !apart || at.starts_with(&path[..one]) {
            continue;
        }
        let wanted = replaced(&content, &at, &edit.says).expect("it is there");
        assert_eq!((edit.made)(&content), Some(wanted), "{}, then {}", about(), edit.at);
        tried += 1;
    }
    tried
}

#[test]
fn each_kind_is_written_as_it_is_read() {
    for content in contents() {
        assert_eq!(understood(&content).as_ref(), Some(&content), "{}", content.kind());
        for edit in edits(&content.kind()) {
            assert_eq!(
                (edit.made)(&content),
                replaced(&content, &edit.path(), &edit.says),
                "{}",
                edit.at
            );
        }
    }
}

/// Found by this test: a direction nobody knew hid all indicators of its spiral, and the next edit wrote over them; an
/// expectation with a day that cannot be read was gone; `null`, an empty text and a whole number where others are
/// possible were dropped or spelled anew.
#[test]
fn any_field_replaced_by_any_value_is_carried_through_and_its_neighbours_are_read() {
    let (samples, strange) = (contents(), strange());
    let mut all = Vec::new();
    for (sample, content) in samples.iter().enumerate() {
        let mut found = Vec::new();
        places(&Value::Object(content.to_json()), &[], &mut found);
        found.retain(|path| path != &["kind"]);
        all.extend(found.into_iter().map(|path| (sample, path)));
    }
    let kinds: BTreeSet<_> = samples.iter().map(|content| content.kind().into_owned()).collect();
    assert_eq!(kinds.len(), samples.len());
    let tried = std::sync::atomic::AtomicUsize::new(0);
    every(0..all.len(), |at| {
        let (sample, path) = &all[at];
        // Every day each value in a third of the places.
        let some = strange.iter().enumerate().skip(at % figure(3, 1)).step_by(figure(3, 1));
        for (turn, value) in some {
            let more = try_one(&samples[*sample], path, value, at + turn);
            tried.fetch_add(more, std::sync::atomic::Ordering::Relaxed);
        }
    });
    every(0..figure(5_000, 400_000), |seed| {
        let mut chance = Chance::new(seed as u64);
        let (sample, path) = chance.pick(&all).expect("a place");
        let value = any(&mut chance, 4);
        let more = try_one(&samples[*sample], path, &value, seed);
        tried.fetch_add(more, std::sync::atomic::Ordering::Relaxed);
    });
    proved(
        "T27",
        format!(
            "{} fields and items of {} kinds replaced, {} readings and edits",
            all.len(),
            kinds.len(),
            tried.into_inner()
        ),
        "each is carried through as it stood, its neighbours are read",
    );
}

fn content(json: &Value) -> Content {
    Content::from_json(json.as_object().expect("an object"))
}

#[test]
fn an_indicator_with_an_unknown_direction_stands_beside_the_others() {
    let indicators = json!({"a": {"name": "有焦点", "direction": "within_range"}, "b": {"name": "字数"}});
    let content = content(&json!({"kind": "spiral", "title": "写具体", "indicators": indicators}));
    let mut spiral = content.read::<Spiral>().expect("a spiral");
    let names: Vec<_> = spiral.indicators().into_iter().map(|(_, it)| it.name.clone()).collect();
    assert_eq!(names, ["有焦点", "字数"]);
    spiral.title = "写得具体".into();
    assert_eq!(Content::of(&spiral).to_json()["indicators"], indicators);
    spiral.indicators.get_mut("a").expect("an indicator").rule = "写了一处细节".into();
    let written = Content::of(&spiral).to_json();
    assert_eq!(written["indicators"]["a"]["direction"], "within_range");
    assert_eq!(written["indicators"]["b"], json!({"name": "字数"}));
}

#[test]
fn an_expectation_with_a_day_that_cannot_be_read_is_shown() {
    let expectation = json!({"text": "有细节的人数过半", "by": "someday"});
    let content = content(&json!({"kind": "entry", "phase": "action", "expectation": expectation}));
    let mut entry = content.read::<Entry>().expect("an entry");
    let read = entry.expectation.clone().expect("an expectation");
    assert_eq!((read.text.as_str(), read.by), ("有细节的人数过半", None));
    entry.seal(luoxuan::Timestamp::new(0, 480));
    let written = Content::of(&entry).to_json();
    let sealed = json!({"text": "有细节的人数过半", "by": "someday", "sealed": [0, 480]});
    assert_eq!(written["expectation"], sealed);
}

/// Where a word decides who may see something, one that nobody here knows must not open a door.
#[test]
fn what_nobody_here_understands_is_for_nobody_else() {
    use luoxuan::record::{Anonymity, Privacy};
    for word in [json!("school"), json!({"from": 7}), Value::Null] {
        let content = content(&json!({"kind": "evidence", "caption": "第一页", "privacy": word}));
        let mut evidence = content.read::<Evidence>().expect("evidence");
        assert_eq!(evidence.privacy, Privacy::Own, "{word}");
        evidence.caption = "第二页".into();
        assert_eq!(Content::of(&evidence).to_json()["privacy"], word);
        evidence.privacy = Privacy::Public;
        assert_eq!(Content::of(&evidence).to_json().get("privacy"), None);
    }
    let rules = content(&json!({"kind": "rules", "anonymity": "face_and_voice"}));
    let rules = rules.read::<Rules>().expect("rules");
    assert_eq!(rules.anonymity, Anonymity::Everything);
    assert_eq!(Content::of(&rules).to_json()["anonymity"], "face_and_voice");
}

#[test]
fn a_passage_whose_text_cannot_be_read_is_joined_with_none() {
    let sections = json!({"effects": [{"text": "先观察。"}, {"text": {"runs": ["再写。"]}}]});
    let content = content(&json!({"kind": "document", "sections": sections}));
    let mut document = content.read::<Document>().expect("a document");
    assert!(!document.join("effects", 0));
    assert_eq!(Content::of(&document), content);
}

#[test]
fn what_cannot_be_read_of_a_list_or_a_map_outlives_every_edit_of_it() {
    let number = figure(20_000, 400_000);
    every(0..number, |seed| {
        let mut chance = Chance::new(seed as u64);
        let word = |chance: &mut Chance| format!("词{}", chance.below(4));
        let item = |chance: &mut Chance| match chance.below(3) {
            0 => json!({"from": chance.below(99)}),
            _ => word(chance).into(),
        };
        let written: Vec<Value> = (0..chance.below(7)).map(|_| item(&mut chance)).collect();
        let named: Map<String, Value> = (0..chance.below(7))
            .map(|_| (word(&mut chance), item(&mut chance)))
            .collect();
        let mut fields = Map::new();
        fields.insert("themes".into(), written.clone().into());
        fields.insert("labels".into(), named.clone().into());
        let mut settings = Settings::from_fields(&fields);
        assert_eq!(settings.fields(), fields);
        for _ in 0..chance.below(4) {
            let at = chance.below(settings.themes.len() + 1);
            match chance.below(3) {
                0 if at < settings.themes.len() => drop(settings.themes.remove(at)),
                1 if at < settings.themes.len() => settings.themes[at] = word(&mut chance),
                _ => settings.themes.insert(at, word(&mut chance)),
            }
            match chance.below(2) {
                0 => drop(settings.labels.remove(&word(&mut chance))),
                _ => drop(settings.labels.insert(word(&mut chance), word(&mut chance))),
            }
        }
        let now = settings.fields();
        let again = Settings::from_fields(&now);
        assert_eq!(
            (&again.themes, &again.labels),
            (&settings.themes, &settings.labels),
            "seed {seed}"
        );
        let unread = |items: &[Value]| {
            items
                .iter()
                .filter(|item| !item.is_string())
                .cloned()
                .collect::<Vec<_>>()
        };
        let list = now.get("themes").and_then(Value::as_array).cloned().unwrap_or_default();
        assert_eq!(unread(&list), unread(&written), "seed {seed}");
        for (name, value) in named.iter().filter(|(_, value)| !value.is_string()) {
            let stands = now.get("labels").and_then(|labels| labels.get(name)) == Some(value);
            assert!(stands || settings.labels.contains_key(name), "seed {seed}");
        }
    });
}

type Change = fn(&mut Vec<String>);

#[test]
fn an_unread_item_stays_behind_what_it_stood_behind() {
    let fields = |items: Value| Map::from_iter([("themes".to_owned(), items)]);
    let cases: [(Value, Change, Value); 8] = [
        (
            json!(["甲", 7, "乙"]),
            |it| it.push("丙".into()),
            json!(["甲", 7, "乙", "丙"]),
        ),
        (
            json!(["甲", 7, "乙"]),
            |it| it.insert(0, "丙".into()),
            json!(["丙", "甲", 7, "乙"]),
        ),
        (json!(["甲", 7, "乙"]), |it| it[0] = "丙".into(), json!(["丙", 7, "乙"])),
        (json!(["甲", 7, "乙"]), |it| it[1] = "丙".into(), json!(["甲", 7, "丙"])),
        (
            json!(["甲", 7, "乙", 8, "丙"]),
            |it| drop(it.remove(1)),
            json!(["甲", 7, 8, "丙"]),
        ),
        (json!(["甲", 7, "乙"]), Vec::clear, json!([7])),
        (json!([7]), |it| it.push("甲".into()), json!([7, "甲"])),
        (json!(["甲", 7, "乙"]), |it| it.reverse(), json!(["乙", 7, "甲"])),
    ];
    for (was, change, now) in cases {
        let mut settings = Settings::from_fields(&fields(was.clone()));
        change(&mut settings.themes);
        assert_eq!(settings.fields(), fields(now), "{was}");
    }
    // A list of texts that is emptied is not written, unless something in it could not be read.
    let mut settings = Settings::from_fields(&fields(json!(["甲"])));
    settings.themes.clear();
    assert!(settings.fields().is_empty());
}
