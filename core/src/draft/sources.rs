//! Where passages come from, and whether it still says the same.

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Journal, State};
use crate::kind::Kinds;
use crate::record::{Document, Entry, Evidence, Measure, Record, Source, Spiral, Survey};
use crate::text::{count, sentences};

/// A source of one part of a record as it stands now: a sub-field by its name, `caption` or `text` of evidence,
/// `header` of a spiral, a [part of a survey](crate::survey::facts), or empty for all a record says. `None` if the record is not there, or is of a kind
/// nothing is pulled from.
///
/// ```
/// use luoxuan::draft::source;
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, RecordId};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let entry = Entry { body: "像在报清单。".into(), ..Entry::default() };
/// let revision = journal.write(id, Content::of(&entry), author).expect("something new");
///
/// let source = source(&journal, id, "").expect("it is there");
/// assert_eq!((source.revision, source.snapshot.as_str()), (revision.id(), "像在报清单。"));
/// ```
pub fn source(journal: &Journal, record: RecordId, part: &str) -> Option<Source> {
    let head = journal.head(record).filter(|head| head.state() == State::Live)?;
    Some(Source {
        record,
        revision: head.id(),
        part: part.into(),
        snapshot: wording(head.content(), part)?,
        other: serde_json::Map::new(),
    })
}

/// The part of an action that says what was expected of it.
pub(super) const EXPECTATION: &str = "expectation";

/// The part of an entry that says how far that came true.
pub(super) const OUTCOME: &str = "outcome";

/// What a part of a record says.
fn wording(content: &Content, part: &str) -> Option<String> {
    Some(match &*content.kind() {
        Entry::KIND => {
            let mut entry: Entry = content.read()?;
            match part {
                "" => entry.body,
                EXPECTATION => {
                    let expectation = entry.expectation.unwrap_or_default();
                    let by = expectation.by.map_or_else(String::new, |day| day.to_string());
                    lines([by, expectation.sign, expectation.text])
                }
                OUTCOME => entry.outcome.word().into(),
                field => entry.fields.remove(field).unwrap_or_default(),
            }
        }
        Evidence::KIND => {
            let evidence: Evidence = content.read()?;
            match part {
                "caption" => evidence.caption,
                "text" => evidence.text,
                _ => lines([evidence.caption, evidence.text]),
            }
        }
        Measure::KIND => {
            let measure: Measure = content.read()?;
            let figure = match (measure.count, measure.of) {
                (Some(count), Some(of)) => format!("{count}/{of}"),
                (Some(count), None) => count.to_string(),
                (None, of) => {
                    let figure = measure.figure.map_or_else(String::new, |figure| figure.to_string());
                    of.map_or(figure.clone(), |of| format!("{figure} (n = {of})"))
                }
            };
            let day = measure.on.map_or_else(String::new, |day| day.to_string());
            lines([day, figure, measure.note])
        }
        Spiral::KIND => {
            let spiral: Spiral = content.read()?;
            let pupils = spiral.pupils.map_or_else(String::new, |pupils| pupils.to_string());
            lines([spiral.class, pupils, spiral.subject])
        }
        Survey::KIND => crate::survey::facts(&content.read()?, part)?,
        _ if part.is_empty() => around(content)?,
        _ => return None,
    })
}

/// What a report tells of a record around the spirals.
fn around(content: &Content) -> Option<String> {
    Kinds::built_in().of_content(content)?;
    let said =
        ["on", "name", "stage", "level", "grade"].map(|field| content.text(field).unwrap_or_default().into_owned());
    Some(lines(said))
}

fn lines<const N: usize>(parts: [String; N]) -> String {
    let said: Vec<_> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    said.join("\n")
}

/// A passage's source that no longer says what it said when it was pulled.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed<'d> {
    /// The section the passage is in.
    pub section: &'d str,
    /// Its place there.
    pub passage: usize,
    /// The source, with what it said then.
    pub source: &'d Source,
    /// What it says now; `None` if it is in the trash, erased, or not in this journal.
    pub now: Option<String>,
}

/// The passages whose source has changed since they were pulled. A new revision that leaves the pulled part as it
/// was, such as one that settles a fate, is no change.
///
/// ```
/// use luoxuan::draft::{changed, source};
/// use luoxuan::record::Passage;
/// use luoxuan::{Author, Content, DeviceId, Document, Entry, Journal, Timestamp, RecordId};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let entry = |body: &str| Content::of(&Entry { body: body.into(), ..Entry::default() });
/// journal.write(id, entry("有焦点的6人。"), author);
///
/// let pulled = Passage {
///     text: "有焦点的仅6人。".into(),
///     sources: source(&journal, id, "").into_iter().collect(),
///     ..Passage::default()
/// };
/// let mut document = Document::default();
/// document.pull("effects", 0, pulled);
/// assert_eq!(changed(&document, &journal), []);
///
/// journal.write(id, entry("有焦点的7人。"), author);
/// let changed = changed(&document, &journal);
/// assert_eq!(changed[0].source.snapshot, "有焦点的6人。");
/// assert_eq!(changed[0].now.as_deref(), Some("有焦点的7人。"));
/// ```
pub fn changed<'d>(document: &'d Document, journal: &Journal) -> Vec<Changed<'d>> {
    let sources = document
        .passages()
        .flat_map(|(section, at, passage)| passage.sources.iter().map(move |source| (section, at, source)));
    sources
        .filter_map(|(section, passage, source)| {
            let head = journal.head(source.record).filter(|head| head.state() == State::Live);
            if head.is_some_and(|head| head.id() == source.revision) {
                return None;
            }
            let now = head.and_then(|head| wording(head.content(), &source.part));
            (now.as_ref() != Some(&source.snapshot)).then_some(Changed {
                section,
                passage,
                source,
                now,
            })
        })
        .collect()
}

/// A passage that rests on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Use<'s> {
    /// The document.
    pub document: RecordId,
    /// The section the passage is in.
    pub section: &'s str,
    /// Its place there.
    pub passage: usize,
}

/// Where a record's words went: every passage of every document that rests on it, or did before it was put aside. To be shown before a record is
/// erased, because a document keeps its own copy of what it pulled.
///
/// ```
/// use luoxuan::draft::{source, find_references};
/// use luoxuan::record::Passage;
/// use luoxuan::{Author, Content, DeviceId, Document, Entry, Journal, Timestamp, RecordId, Index};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let (entry, text) = (RecordId::from_bytes([2; 16]), RecordId::from_bytes([3; 16]));
/// journal.write(entry, Content::of(&Entry { body: "像在报清单。".into(), ..Entry::default() }), author);
/// let mut document = Document::default();
/// let sources = source(&journal, entry, "").into_iter().collect();
/// document.pull("lessons", 0, Passage { sources, ..Passage::default() });
/// journal.write(text, Content::of(&document), author);
///
/// let index = Index::of(&journal);
/// let uses = find_references(&index, entry);
/// assert_eq!((uses[0].document, uses[0].section), (text, "lessons"));
/// ```
pub fn find_references(index: &Index, record: RecordId) -> Vec<Use<'_>> {
    let passages = index.of_kind::<Document>().flat_map(|(document, it)| {
        // What was put aside keeps its words too.
        let aside = it.aside.iter().flat_map(|(section, passages)| {
            let numbered = passages.iter().enumerate();
            numbered.map(move |(at, passage)| (section.as_str(), at, passage))
        });
        it.passages()
            .chain(aside)
            .map(move |(section, at, passage)| (document, section, at, passage))
    });
    passages
        .filter(|(.., passage)| passage.sources.iter().any(|source| source.record == record))
        .map(|(document, section, passage, _)| Use {
            document,
            section,
            passage,
        })
        .collect()
}

/// More than this much in common is worth a word: contests refuse work that was awarded or published before.
pub const REUSE: f64 = 0.3;

/// How much of the pulled text two documents have in common: sentences both have pulled, by their 字数, as a share of
/// what the one that pulled less has pulled. From 0 to 1; 0 if either has pulled nothing.
///
/// ```
/// use luoxuan::draft::{REUSE, shared, source};
/// use luoxuan::record::Passage;
/// use luoxuan::{Author, Content, DeviceId, Document, Entry, Journal, Timestamp, RecordId};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// journal.write(id, Content::of(&Entry { body: "像在报清单。".into(), ..Entry::default() }), author);
/// let pulled = || Passage { sources: source(&journal, id, "").into_iter().collect(), ..Passage::default() };
///
/// let (mut one, mut other) = (Document::default(), Document::default());
/// one.pull("lessons", 0, pulled());
/// assert!(shared(&one, &other) < REUSE);
/// other.pull("discussion", 0, pulled());
/// assert!(shared(&one, &other) > REUSE);
/// ```
pub fn shared(a: &Document, b: &Document) -> f64 {
    let (a, b) = (pulled(a), pulled(b));
    let length = |sentences: &mut dyn Iterator<Item = &&str>| -> u32 {
        let words: usize = sentences.map(|sentence| count(sentence).words).sum();
        u32::try_from(words).unwrap_or(u32::MAX)
    };
    let common = length(&mut a.intersection(&b));
    match length(&mut a.iter()).min(length(&mut b.iter())) {
        0 => 0.0,
        least => f64::from(common) / f64::from(least),
    }
}

/// Every sentence a document has pulled, once.
fn pulled(document: &Document) -> BTreeSet<&str> {
    let sources = document.passages().flat_map(|(_, _, passage)| &passage.sources);
    let all = sources.flat_map(|source| sentences(&source.snapshot)).map(str::trim);
    all.filter(|sentence| !sentence.is_empty()).collect()
}
