//! What a document rests on, and what of it rests on nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{REUSE, shared};
use crate::catalog::{Labelled, Language, fill, words::support};
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Document, Evidence, HowKnown, TextType};

/// A passage that rests on nothing, or not on enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unsupported<'d> {
    /// The section it is in.
    pub section: &'d str,
    /// Its place there.
    pub passage: usize,
    /// Whether the writer marked it; otherwise it is only in her own words, which may be right as it is.
    pub marked: bool,
}

/// The passages the writer marked as needing evidence, and those that were pulled from nothing. Headings and empty
/// passages need none.
///
/// ```
/// use luoxuan::Document;
/// use luoxuan::draft::unsupported;
/// use luoxuan::record::Passage;
/// let mut document = Document::default();
/// for text in ["### 第 1 轮", "全班都有进步。"] {
///     document.pull("effects", 9, Passage { text: text.into(), ..Passage::default() });
/// }
/// let found = unsupported(&document);
/// assert_eq!((found.len(), found[0].passage, found[0].marked), (1, 1, false));
/// ```
pub fn unsupported(document: &Document) -> Vec<Unsupported<'_>> {
    let is_said = |text: &str| {
        let mut lines = text.lines().map(str::trim);
        lines.any(|line| !line.is_empty() && !line.starts_with('#'))
    };
    let all = document.passages();
    let bare = all.filter(|(.., it)| it.wants_evidence || it.sources.is_empty() && is_said(&it.text));
    bare.map(|(section, passage, it)| Unsupported {
        section,
        passage,
        marked: it.wants_evidence,
    })
    .collect()
}

/// How the evidence a document rests on is known: each piece and each value once, whether a passage was pulled from it
/// or from an entry that rests on it.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::{known_mix, mix_sentence, source};
/// use luoxuan::record::{Evidence, HowKnown, Passage};
/// use luoxuan::{Author, Content, DeviceId, Document, Journal, Timestamp, RecordId, Index};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let told = Evidence { known: HowKnown::Told, text: "四个说不知道。".into(), ..Evidence::default() };
/// journal.write(id, Content::of(&told), author);
/// let mut document = Document::default();
/// let sources = source(&journal, id, "").into_iter().collect();
/// document.pull("origin", 0, Passage { sources, ..Passage::default() });
///
/// let mix = known_mix(&document, &Index::of(&journal));
/// assert_eq!(mix[&HowKnown::Told], 1);
/// assert_eq!(mix_sentence(&mix, Language::ZhHans), "这篇文稿所依据的证据：听说 1。");
/// ```
pub fn known_mix(document: &Document, index: &Index) -> BTreeMap<HowKnown, usize> {
    let mut seen = BTreeSet::new();
    let mut mix = BTreeMap::new();
    let sources = document.passages().flat_map(|(.., passage)| &passage.sources);
    for record in sources.map(|source| source.record) {
        let own = index.evidence(record).map(|evidence| (record, evidence.known));
        let value = index.measure(record).map(|_| (record, HowKnown::Counted));
        let under = index.linked::<Evidence>("entries", record);
        let under = under.map(|(id, evidence)| (id, evidence.known));
        for (id, known) in own.into_iter().chain(value).chain(under) {
            if seen.insert(id) {
                *mix.entry(known).or_default() += 1;
            }
        }
    }
    mix
}

/// That mix as a sentence.
pub fn mix_sentence(mix: &BTreeMap<HowKnown, usize>, language: Language) -> String {
    let counts = mix
        .iter()
        .map(|(known, count)| format!("{} {count}", known.label().in_(language)));
    let counts: Vec<_> = counts.collect();
    if counts.is_empty() {
        return support::NOTHING.in_(language).into();
    }
    let comma = if language == Language::En { ", " } else { "，" };
    fill(support::MIX.in_(language), &[("counts", &counts.join(comma))])
}

/// Every record that texts have pulled from, and the documents it went to.
pub fn reuse(index: &Index) -> BTreeMap<RecordId, BTreeSet<RecordId>> {
    let mut uses: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (id, document) in index.of_kind::<Document>() {
        let sources = document.passages().flat_map(|(.., passage)| &passage.sources);
        for source in sources {
            uses.entry(source.record).or_default().insert(id);
        }
    }
    uses
}

/// Another document that has pulled much of the same text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlap<'s> {
    /// The other document.
    pub with: RecordId,
    /// Its title.
    pub title: &'s str,
    /// What it is: two texts of one spiral often have one title.
    pub text_type: TextType,
    /// How much, from 0 to 1; more than [`REUSE`].
    pub share: f64,
}

impl Overlap<'_> {
    /// What that means, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        let percent = format!("{:.0}", self.share * 100.0);
        let untitled = support::UNTITLED.in_(language);
        let title = if self.title.trim().is_empty() {
            untitled
        } else {
            self.title
        };
        let kind = self.text_type.label().in_(language);
        fill(
            support::OVERLAP.in_(language),
            &[("title", &title), ("kind", &kind), ("p", &percent)],
        )
    }
}

/// The documents that share more than [`REUSE`] of their pulled text with this one, most first.
pub fn overlaps(index: &Index, document: RecordId) -> Vec<Overlap<'_>> {
    let Some(this) = index.document(document) else {
        return Vec::new();
    };
    let others = index.of_kind::<Document>().filter(|(id, _)| *id != document);
    let mut found: Vec<_> = others
        .map(|(with, other)| Overlap {
            with,
            title: &other.title,
            text_type: other.text_type,
            share: shared(this, other),
        })
        .filter(|overlap| overlap.share > REUSE)
        .collect();
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.with.cmp(&b.with)));
    found
}
