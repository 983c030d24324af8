//! Out, everything gone, and back; and out to somebody who has no program of ours.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Import, Limits, markdown, read, read_files, stage, write_jsonl, write_zip};
use luoxuan::{BlobId, Journal, State};
use serde_json::Value;
use zip::ZipArchive;

use crate::properties::{Chance, by, every, figure, proved};
use crate::random::Made;

/// Lines kept aside: of a version to come, and damaged.
fn aside() -> Vec<Vec<u8>> {
    vec![br#"{"v":9,"new":["shape"]}"#.to_vec(), b"{\"v\":1,\"torn".to_vec()]
}

fn archive(made: &Made) -> Archive {
    Archive {
        revisions: made.kept.clone(),
        pictures: made.pictures.clone(),
        aside: aside(),
    }
}

fn again(import: Import) -> Archive {
    let damaged = import.damage.into_iter().map(|damaged| damaged.bytes);
    Archive {
        revisions: import.revisions.into_iter().map(Arc::new).collect(),
        pictures: import.pictures,
        aside: import.newer.into_iter().chain(damaged).collect(),
    }
}

/// How many entries the journal of this number has: from one to the most, small ones as likely as large ones.
fn entries(seed: usize) -> usize {
    let most: usize = figure(300, 10_000);
    match seed {
        0 => 1,
        1 => most,
        _ => {
            let mut chance = Chance::new(seed as u64);
            let below = most >> chance.below(8);
            1 + chance.below(below)
        }
    }
}

fn out_and_back(seed: usize) {
    let made = Made::of(entries(seed), seed as u64);
    let archive = archive(&made);
    let (plain, zip) = (
        write_jsonl(&archive),
        write_zip(&archive, Language::ZhHans).expect("written"),
    );
    let erased: BTreeSet<_> = made
        .kept
        .iter()
        .filter(|one| one.state() == State::Erased)
        .map(|one| one.record())
        .collect();
    let gone = |record| erased.contains(&record);
    let told = made
        .kept
        .iter()
        .filter(|one| one.state() == State::Erased || !gone(one.record()))
        .count();
    for (name, bytes) in [("journal.jsonl", &plain), ("手记.zip", &zip)] {
        let import = read(name, bytes, &Limits::default()).expect("within the limits");
        assert_eq!((import.damage.len(), import.newer.len()), (1, 1), "seed {seed}, {name}");
        let mut wiped = Journal::new();
        let staged = stage(&import, &wiped, by(9, 0));
        assert_eq!(
            (staged.added, staged.known, staged.erased),
            (told, 0, 0),
            "seed {seed}, {name}"
        );
        let merged = wiped.merge(staged.revisions);
        assert_eq!(merged.added.len(), told);
        assert!(wiped == made.journal, "seed {seed}, {name}: the journal is what it was");
        let staged = stage(&import, &made.journal, by(9, 0));
        assert_eq!(
            (staged.added, staged.known),
            (0, told),
            "seed {seed}, {name}: nothing new at home"
        );
        let again = again(import);
        assert!(write_jsonl(&again) == plain, "seed {seed}, {name}: the same bytes");
        if name.ends_with("zip") {
            let there = write_zip(&again, Language::ZhHans).expect("written");
            assert!(there == zip, "seed {seed}: the same ZIP");
        }
    }
}

#[test]
fn a_journal_that_went_out_and_was_wiped_comes_back_to_the_byte() {
    let number = figure(16, 100);
    every(0..number, out_and_back);
    proved(
        "T29",
        format!(
            "{number} journals of 1 to {} entries with history, evidence, pictures, remarks, texts",
            entries(1)
        ),
        "out, wiped, back: the same journal, counts and bytes, plain and ZIP",
    );
}

#[test]
fn every_live_record_comes_back_from_its_markdown() {
    let number = figure(8, 100);
    every(0..number, |seed| {
        let made = Made::of(entries(seed).min(2000), seed as u64);
        let files = markdown::files(&archive(&made), Language::ZhHans);
        let named = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
        let import = read_files(named, &Limits::default()).expect("within the limits");
        assert_eq!(import.damage, [], "seed {seed}");
        let told: BTreeMap<_, _> = import.pages.iter().map(|page| (page.revision, &page.content)).collect();
        for head in made.journal.records().flat_map(|(_, heads)| heads) {
            if head.state() == State::Live {
                let there = told.get(&Some(head.id()));
                assert_eq!(there, Some(&head.content()), "seed {seed}");
            }
        }
        assert!(import.pages.iter().all(|page| page.unchanged), "seed {seed}");
        assert_eq!(stage(&import, &made.journal, by(9, 0)).added, 0, "seed {seed}");
    });
    proved(
        "T29",
        format!("{number} journals as Markdown files"),
        "every live record reads back to what it said",
    );
}

fn is_page(name: &str) -> bool {
    name.rsplit('.').next() == Some("md")
}

/// Every file in a ZIP, read with nothing of ours.
fn unzipped(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("any ZIP tool opens it");
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("whole");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

/// What each record says now, by the rules of `docs/archive.md` and nothing but JSON: its lines without each that
/// another names among its parents; nothing if any is erased.
fn heads_by_the_page(lines: &str) -> BTreeMap<String, Vec<Value>> {
    let mut records: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in lines.lines().skip(1) {
        let Ok(line) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        if let Some(record) = line["record"].as_str() {
            records.entry(record.to_owned()).or_default().push(line);
        }
    }
    for lines in records.values_mut() {
        let parents: BTreeSet<String> = lines
            .iter()
            .flat_map(|line| line["parents"].as_array().cloned().unwrap_or_default())
            .filter_map(|parent| parent.as_str().map(str::to_owned))
            .collect();
        lines.retain(|line| line["id"].as_str().is_some_and(|id| !parents.contains(id)));
        if lines.iter().any(|line| line["state"] == "erased") {
            lines.clear();
        }
    }
    records
}

/// Everything a person wrote into a record, by the names that `docs/archive.md` gives.
fn words(content: &Value) -> Vec<&str> {
    let mut words: Vec<&str> = ["body", "caption", "text", "title", "note"]
        .iter()
        .filter_map(|name| content[*name].as_str())
        .collect();
    let texts = |value: &'static str| {
        content[value]
            .as_object()
            .into_iter()
            .flat_map(|fields| fields.values())
    };
    words.extend(texts("fields").filter_map(Value::as_str));
    words.extend(content["expectation"]["text"].as_str());
    let passages = texts("sections").flat_map(|section| section.as_array().into_iter().flatten());
    words.extend(passages.filter_map(|passage| passage["text"].as_str()));
    words
}

/// A text without the marks that quoting, indenting and a table add to it, and without addresses of pictures.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    for (place, part) in text.split("](").enumerate() {
        let part = if place == 0 {
            part
        } else {
            part.split_once(')').map_or(part, |(_, after)| after)
        };
        bare.extend(part.chars().filter(|c| !c.is_whitespace() && !"\\>".contains(*c)));
    }
    bare
}

/// What each record says now, by the journal itself.
fn heads_by_the_program(journal: &Journal) -> BTreeMap<String, BTreeSet<String>> {
    let records = journal.records().map(|(record, heads)| {
        let heads = heads.iter().filter(|head| head.state() != State::Erased);
        (record.to_string(), heads.map(|head| head.id().to_string()).collect())
    });
    records.collect()
}

/// A Markdown file links pictures by where they lie.
fn links_lead_somewhere(files: &BTreeMap<String, Vec<u8>>, seed: usize) {
    for (name, page) in files.iter().filter(|(name, _)| is_page(name)) {
        let page = String::from_utf8_lossy(page);
        for link in page.split("](../").skip(1).filter_map(|rest| rest.split_once(')')) {
            assert!(files.contains_key(link.0), "seed {seed}: {name} links {}", link.0);
        }
    }
}

fn without_the_program(seed: usize) -> usize {
    const KINDS: [&str; 5] = ["entry", "evidence", "measure", "spiral", "document"];
    let made = Made::of(entries(seed).min(1000), seed as u64);
    let archive = archive(&made);
    let language = Language::ALL[seed % 3];
    let files = unzipped(&write_zip(&archive, language).expect("written"));
    assert!(files.contains_key("README.txt"));
    for picture in &made.pictures {
        let name = format!("pictures/{}.jpg", BlobId::of(picture.bytes()));
        assert_eq!(
            files.get(&name).map(Vec::as_slice),
            Some(picture.bytes()),
            "seed {seed}"
        );
    }
    assert_eq!(
        files.keys().filter(|name| name.starts_with("pictures/")).count(),
        made.pictures.len()
    );

    let lines = String::from_utf8(files["journal.jsonl"].clone()).expect("text");
    let heads = heads_by_the_page(&lines);
    let theirs: BTreeMap<String, BTreeSet<String>> = heads
        .iter()
        .map(|(record, lines)| {
            (
                record.clone(),
                lines
                    .iter()
                    .map(|line| line["id"].as_str().unwrap_or("").to_owned())
                    .collect(),
            )
        })
        .collect();
    assert_eq!(
        heads_by_the_program(&made.journal),
        theirs,
        "seed {seed}: the page is enough to tell what each record says"
    );

    let pages: Vec<&Vec<u8>> = files
        .iter()
        .filter(|(name, _)| is_page(name))
        .map(|(_, bytes)| bytes)
        .collect();
    let told: Vec<String> = pages
        .iter()
        .map(|bytes| bare(std::str::from_utf8(bytes).expect("text")))
        .collect();
    let mut found = 0;
    let live = heads.values().flatten().filter(|line| line.get("state").is_none());
    for content in live.map(|line| &line["content"]) {
        let kind = content["kind"].as_str().unwrap_or_default();
        for text in words(content).into_iter().map(bare).filter(|_| KINDS.contains(&kind)) {
            let there = told.iter().any(|page| page.contains(&text));
            assert!(there, "seed {seed}: {kind} {text:?} is to be read somewhere");
            found += 1;
        }
    }
    links_lead_somewhere(&files, seed);
    found
}

#[test]
fn a_person_without_the_program_can_read_every_word() {
    let number = figure(6, 60);
    let texts: usize = (0..number).map(without_the_program).sum();
    proved(
        "T32",
        format!("{number} archives, {texts} texts of entries, evidence, values, spirals and documents"),
        "unzipped by a common library: every text is in a Markdown file, every picture under its hash",
    );
}
