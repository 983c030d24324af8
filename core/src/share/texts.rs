//! What goes along of a text: its words, without what rests on anything that is held back.

use std::collections::{BTreeMap, BTreeSet};

use super::offers::{of_own_kind, own_kind};
use super::pictures::without_pictures;
use crate::draft::shown_in;
use crate::id::RecordId;
use crate::index::Index;
use crate::kind::Kinds;
use crate::record::{Document, Evidence, Passage, Record, Source};

/// Whether there is anything to read in it.
pub(super) fn may_go(index: &Index, record: RecordId) -> bool {
    let open = index
        .head(record)
        .is_some_and(|head| !crate::report::is_own(head.content()));
    open && index.document(record).is_some_and(|text| {
        let said = text.passages().any(|(_, _, passage)| !passage.text.trim().is_empty());
        said || !text.title.trim().is_empty()
    })
}

/// The text, of which nothing tells where its words came from.
pub(super) fn document(index: &Index, record: RecordId, going: &BTreeSet<RecordId>) -> Option<Document> {
    let said = index.document(record)?;
    let kinds = Kinds::of(index);
    let open = |passages: &Vec<Passage>| -> Vec<Passage> {
        let open = passages.iter().filter(|passage| !is_held(index, &kinds, passage));
        let plain = open.map(|passage| Passage {
            text: without_pictures(&passage.text).into_owned(),
            ..Passage::default()
        });
        plain.filter(|passage| !passage.text.trim().is_empty()).collect()
    };
    let sections: BTreeMap<_, _> = said
        .sections
        .iter()
        .map(|(name, passages)| (name.clone(), open(passages)))
        .filter(|(_, passages)| !passages.is_empty())
        .collect();
    Some(Document {
        text_type: said.text_type,
        title: said.title.clone(),
        summary: without_pictures(&said.summary).into_owned(),
        keywords: said.keywords.clone(),
        sections,
        state: said.state,
        spirals: said.spirals.iter().copied().filter(|id| going.contains(id)).collect(),
        ..Document::default()
    })
}

/// How many passages of a text stay because they rest on what is held back.
pub fn held_passages(index: &Index, text: RecordId) -> usize {
    let (text, kinds) = (index.document(text), Kinds::of(index));
    let passages = text.into_iter().flat_map(Document::passages);
    passages
        .filter(|(_, _, passage)| is_held(index, &kinds, passage))
        .count()
}

fn is_held(index: &Index, kinds: &Kinds, passage: &Passage) -> bool {
    let mut sources = passage.sources.iter();
    sources.any(|source| is_for_nobody_else(index, kinds, source))
}

/// Whether what words came from is for nobody else, by its own mark or that of what it stands under. Of what is no longer
/// there nobody can tell.
fn is_for_nobody_else(index: &Index, kinds: &Kinds, source: &Source) -> bool {
    let Some(head) = index.head(source.record) else {
        return true;
    };
    let content = head.content();
    if crate::report::is_own(content) {
        return true;
    }
    if &*content.kind() == Evidence::KIND {
        let evidence = index.evidence(source.record);
        return evidence.is_none_or(|evidence| shown_in(index, &evidence.entries).is_held_back());
    }
    match kinds.of_content(content) {
        Some(kind) => {
            let own = of_own_kind(index, kind).is_some_and(|id| own_kind(index, id).is_none());
            own || kind.private || kind.field(&source.part).is_some_and(|field| field.private)
        }
        // What nobody here knows is for nobody else.
        None => crate::catalog::kind(&content.kind()).is_none(),
    }
}
