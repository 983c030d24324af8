//! What must hold of every decoder for any bytes at all: the bodies of the fuzz targets in `tests/fuzz`, which a native
//! test plays over their corpus as well. Each panics where a promise is broken, which is what it is for.
#![allow(clippy::missing_panics_doc)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::draft::{ExportOptions, finish};
use luoxuan::format::{
    Archive, CorruptionKind, Import, Limits, MarkdownFile, Picture, markdown, read, read_files, stage, write_jsonl,
    write_zip,
};
use luoxuan::journal::read_lines;
use luoxuan::manuscript::clean;
use luoxuan::office::word;
use luoxuan::record::{Choice, Item, Kind, Passage};
use luoxuan::survey::sheet::{Grid, propose};
use luoxuan::survey::{paste, rows_as_text};
use luoxuan::text::markdown::{Block, MAX_DEPTH, MAX_NODES, Node, parse, safe_link};
use luoxuan::text::{cells, count, excerpt, plain, sentences};
use luoxuan::{
    Author, BlobId, Content, Date, DeviceId, Document, Entry, Evidence, Index, Journal, Measure, Record, RecordId,
    Revision, RevisionId, Spiral, State, Survey, Template, Timestamp, Version,
};

/// What is done with any bytes.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of its folder in the corpus.
pub const ALL: [(&str, Target); 10] = [
    ("archive", archive),
    ("zip", zip),
    ("line", line),
    ("page", page),
    ("front", front),
    ("prose", prose),
    ("rows", rows),
    ("picture", picture),
    ("docx", docx),
    ("words", words),
];

const BY: Author = Author {
    device: DeviceId::from_bytes([9; 16]),
    now: Timestamp::new(1_757_552_400_000, 480),
};

/// Small enough for a target to be tried thousands of times a second.
const LIMITS: Limits = Limits {
    file: 1 << 20,
    files: 200,
    inside: 1 << 22,
    ratio: 200,
    records: 5_000,
    depth: 127,
    text: 200_000,
};

/// What an import would be written as again, with the lines that could not be read.
fn as_archive(import: Import) -> Archive {
    let lines = import.damage.into_iter().filter(|damaged| {
        let line = matches!(
            damaged.why,
            CorruptionKind::Line(_) | CorruptionKind::TooDeep | CorruptionKind::TooLong
        );
        line && !damaged.bytes.contains(&b'\n')
    });
    let damaged = lines.map(|damaged| damaged.bytes);
    Archive {
        revisions: import.revisions.into_iter().map(Arc::new).collect(),
        pictures: import.pictures,
        aside: import.newer.into_iter().chain(damaged).collect(),
    }
}

/// What has been read goes out, and comes back as the same.
fn comes_back(import: Import) {
    let mut journal = Journal::new();
    let staged = stage(&import, &journal, BY);
    assert_eq!(staged.added, staged.revisions.len());
    let merged = journal.merge(staged.revisions);
    assert_eq!(merged.added.len(), staged.added, "importing is merging");
    assert_eq!(
        stage(&import, &journal, BY).added,
        0,
        "importing twice is importing once"
    );
    for content in import.revisions.iter().map(Revision::content) {
        through_its_record(content);
    }
    let archive = as_archive(import);
    let plain = write_jsonl(&archive);
    let again = read("again.jsonl", &plain, &Limits::default()).expect("our own");
    assert!(
        write_jsonl(&as_archive(again)) == plain,
        "written, read and written again"
    );
    let zip = write_zip(&archive, Language::En).expect("written");
    let again = read("again.zip", &zip, &Limits::default()).expect("our own");
    assert_eq!(
        again.pictures.len(),
        archive.pictures.iter().map(Picture::id).collect::<BTreeSet<_>>().len()
    );
    assert!(write_jsonl(&as_archive(again)) == plain, "as a ZIP too");
}

/// A plain archive.
pub fn archive(bytes: &[u8]) {
    if let Ok(import) = read("a.jsonl", bytes, &LIMITS) {
        let lines = bytes.split(|byte| *byte == b'\n').count();
        let told = import.revisions.len() + import.damage.len() + import.newer.len();
        assert!(told <= lines, "{told} of {lines} lines");
        comes_back(import);
    }
}

/// A ZIP.
pub fn zip(bytes: &[u8]) {
    if let Ok(import) = read("a.zip", bytes, &LIMITS) {
        comes_back(import);
    }
}

/// Reads a content as what it says it is, and writes it again: a second time changes nothing more.
fn through_its_record(content: &Content) {
    fn through<R: Record>(content: &Content) {
        if let Some(record) = content.read::<R>() {
            let written = Content::of(&record);
            let again = written.read::<R>().map(|record| Content::of(&record));
            assert_eq!(again.as_ref(), Some(&written));
        }
    }
    through::<Entry>(content);
    through::<Spiral>(content);
    through::<Evidence>(content);
    through::<Measure>(content);
    through::<Survey>(content);
    through::<Document>(content);
    through::<Template>(content);
    through::<Version>(content);
    through::<Kind>(content);
}

/// A line.
pub fn line(bytes: &[u8]) {
    let (revisions, damage) = read_lines(bytes);
    assert!(revisions.len() + damage.len() <= bytes.split(|byte| *byte == b'\n').count());
    for revision in revisions {
        let line = revision.to_line();
        assert_eq!(Revision::from_line(line.as_bytes()).as_ref(), Ok(&revision));
        through_its_record(revision.content());
    }
}

/// The revisions an import of pages stands for: as if they had always been here.
fn revisions(pages: &[MarkdownFile]) -> Vec<Arc<Revision>> {
    let revision =
        |page: &MarkdownFile| Revision::new(page.record, [], BY.device, BY.now, State::Live, page.content.clone());
    pages.iter().map(|page| Arc::new(revision(page))).collect()
}

/// A Markdown file.
pub fn page(bytes: &[u8]) {
    let Ok(import) = read("2025-09-11 a.md", bytes, &LIMITS) else {
        return;
    };
    let mut journal = Journal::new();
    journal.merge(stage(&import, &journal, BY).revisions);
    assert_eq!(
        stage(&import, &journal, BY).added,
        0,
        "importing twice is importing once"
    );
    // Whatever was taken in goes out as Markdown and comes back.
    let archive = Archive {
        revisions: revisions(&import.pages),
        ..Archive::default()
    };
    let files = markdown::files(&archive, Language::ZhHans);
    let named = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let Ok(again) = read_files(named, &Limits::default()) else {
        assert!(files.is_empty());
        return;
    };
    let told: BTreeMap<_, _> = again.pages.iter().map(|page| (page.revision, page)).collect();
    for revision in &archive.revisions {
        let page = told.get(&Some(revision.id())).expect("its page");
        assert_eq!(&page.content, revision.content());
        assert!(page.unchanged);
    }
}

/// Front matter.
pub fn front(bytes: &[u8]) {
    page(&[b"---\n", bytes, b"\n---\n\n\xe6\xad\xa3\xe6\x96\x87\n"].concat());
}

/// Looks at every node; answers how many there are. The list of nodes is closed by its type: what could still be wrong
/// is an address, the depth, or the number.
fn check(nodes: &[Node], depth: usize, source: &str) -> usize {
    assert!(depth <= MAX_DEPTH, "{depth} deep: {source:.80}");
    let mut seen = 0;
    for node in nodes {
        seen += 1;
        if let Node::Block(block, children) = node {
            if let Block::Link(address) = block {
                let harmless = ["http://", "https://", "mailto:", "#"]
                    .iter()
                    .any(|start| address.starts_with(start));
                assert!(harmless, "{address} in {source:.80}");
                assert!(
                    !address.chars().any(|c| c.is_control() || c.is_whitespace()),
                    "{address:?}"
                );
                assert_eq!(safe_link(address).as_ref(), Some(address), "safe is safe a second time");
            }
            seen += check(children, depth + 1, source);
        }
    }
    seen
}

/// A text in Markdown.
pub fn prose(bytes: &[u8]) {
    let Ok(source) = std::str::from_utf8(bytes) else {
        return;
    };
    let text = parse(source);
    let nodes = check(&text.nodes, 0, source);
    assert!(nodes <= MAX_NODES, "{nodes} nodes: {source:.80}");
    if text.as_source {
        let all = Node::Block(Block::Code(String::new()), vec![Node::Text(source.to_owned())]);
        assert_eq!(text.nodes, [all]);
    }
    assert!(excerpt(source, 40).chars().count() <= 41);
    assert_eq!(sentences(source).collect::<String>(), source);
    let _ = (plain(source), count(source));
}

/// Rows pasted from a spreadsheet.
pub fn rows(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for separator in ['\t', ',', '，'] {
        let (table, _) = cells::read(text, separator);
        let lines = table
            .iter()
            .map(|row| cells::write(row.iter().map(String::as_str), separator) + "\n");
        assert_eq!(
            cells::read(&lines.collect::<String>(), separator),
            (table.clone(), false)
        );
    }
    let choice = |text: &str, place| Choice {
        text: text.into(),
        place,
        ..Choice::default()
    };
    let choices = [("y".into(), choice("会", 0)), ("n".into(), choice("不会", 1))].into();
    let item = Item {
        text: "会不会写？".into(),
        choices,
        ..Item::default()
    };
    let mut survey = Survey {
        items: [("able".into(), item)].into(),
        ..Survey::default()
    };
    let _ = Grid::of_text(text).map(|(grid, _)| propose(&grid).take("q"));
    let pasted = paste(&survey, text).unwrap_or_default();
    assert!(pasted.rows.iter().all(|row| row.len() >= pasted.columns.len()));
    (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
    let _ = rows_as_text(&survey);
}

/// A picture.
pub fn picture(bytes: &[u8]) {
    let cleaned = clean(bytes);
    assert!(
        cleaned.bytes.len() <= bytes.len() + 2,
        "{} of {}",
        cleaned.bytes.len(),
        bytes.len()
    );
    let again = clean(&cleaned.bytes);
    assert_eq!(again.bytes, cleaned.bytes, "clean is clean a second time");
    assert_eq!((again.media, again.size), (cleaned.media, cleaned.size));
}

/// Any text as a Word file.
pub fn docx(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let passage = Passage {
        text: text.into(),
        ..Passage::default()
    };
    let mut document = Document {
        title: text.lines().next().unwrap_or_default().into(),
        ..Document::default()
    };
    document.pull("origin", 0, passage);
    let (mut journal, id) = (Journal::new(), RecordId::from_bytes([1; 16]));
    journal.write(id, Content::of(&document), BY);
    let finished = finish(&Index::of(&journal), id, &ExportOptions::default(), Language::ZhHans).expect("it is there");
    let _ = finished.manuscript.markdown(Language::ZhHans, &|_| None);
    let layout = &finished.rules.layout;
    let file = word(
        &finished.manuscript,
        layout,
        &BTreeMap::new(),
        Language::ZhHans,
        &mut |_| {},
    )
    .expect("written");
    let mut zip = ::zip::ZipArchive::new(Cursor::new(file.bytes)).expect("a ZIP");
    for index in 0..zip.len() {
        let mut part = String::new();
        zip.by_index(index)
            .expect("a part")
            .read_to_string(&mut part)
            .expect("text");
        let forbidden = |c: char| c.is_control() && !"\t\n\r".contains(c) && c < ' ' || "\u{fffe}\u{ffff}".contains(c);
        assert!(!part.contains(forbidden), "a character XML does not have");
    }
}

/// Words that stand for something: ids, dates, addresses.
pub fn words(bytes: &[u8]) {
    fn one<T: std::str::FromStr + ToString>(text: &str) {
        if let Ok(read) = text.parse::<T>() {
            assert_eq!(read.to_string(), text, "one spelling");
        }
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for word in text.lines() {
        one::<Date>(word);
        one::<RecordId>(word);
        one::<RevisionId>(word);
        one::<DeviceId>(word);
        one::<BlobId>(word);
        if let Ok(moment) = serde_json::from_str::<Timestamp>(word) {
            let _ = (moment.to_string(), moment.date());
            let written = serde_json::to_string(&moment).expect("two numbers");
            assert_eq!(serde_json::from_str::<Timestamp>(&written).ok(), Some(moment));
        }
        if let Some(address) = safe_link(word) {
            assert_eq!(safe_link(&address), Some(address.clone()), "safe is safe a second time");
        }
    }
}
